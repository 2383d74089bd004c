"""The rules of the data files that the search reads, which a briefer may edit."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loopline import Timeline
from loopline.resources import read_package_data, read_package_json
from loopline.search.analysis import analyze, tokenize
from loopline.search.han import fold_variants, is_han
from loopline.search.index import Index
from loopline.search.stemming import stem

LICENSES = Path(__file__).parents[2] / "licenses"
# Cantonese characters that Big5, the character set of traditional Chinese, does not have.
CANTONESE = frozenset("嚟咗瞓吓嗰着哋嘅嘢啲裏㗎喺吖攞噃啫嗌喎嘞攰睇嬲噉咁冚乸")


def groups_of(file: str) -> list[tuple[str, list[str]]]:
    """Return the groups of a file, each with what names it: its key, or else its first word."""
    value = read_package_json(f"{file}.json")
    if isinstance(value, dict):
        return list(value.items())
    return [(group[0], group) for group in value] if isinstance(value[0], list) else [(file, value)]


FILES = ["glossary", "synonyms", "asking_words", "light_words"]
GROUPS = [(file, name, group) for file in FILES for name, group in groups_of(file)]
WORDS = [(file, name, word) for file, name, group in GROUPS for word in group]


@pytest.fixture(scope="module")
def index(record: Timeline) -> Index:
    """The index of the record."""
    return Index(record)


def entries(value: Any) -> Iterator[str]:  # noqa: ANN401 - any of the values of the files
    """Yield the entries of a value as they are written in its file."""
    if isinstance(value, dict):
        for key, group in value.items():
            yield f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(group, ensure_ascii=False)}"
    else:
        yield from (json.dumps(group, ensure_ascii=False) for group in value)


@pytest.mark.parametrize("file", [*FILES, "stems", "han_variants"])
def test_files_are_plain_json_with_one_entry_a_line(file: str) -> None:
    """A changed group is one changed line, and characters are not escaped."""
    text = read_package_data(f"{file}.json").decode("utf-8")
    lines = [line.strip().removesuffix(",") for line in text.splitlines()]
    assert lines[1:-1] == list(entries(json.loads(text)))
    assert text.endswith(("\n]\n", "\n}\n"))


def test_no_group_is_empty() -> None:
    """A name has at least another name, and a word of the record an everyday word."""
    assert [name for file, name, group in GROUPS if len(group) < 1 + (file == "glossary")] == []
    assert [(file, name) for file, name, word in WORDS if word != word.strip() or not word] == []


def test_no_word_is_twice_in_a_group() -> None:
    """Capitals, and traditional or simplified characters, make no other word."""
    twice = {}
    for file, name, group in GROUPS:
        counts = Counter(fold_variants(word).casefold() for word in group)
        twice[file, name] = [word for word, count in counts.items() if count > 1]
    assert {group: words for group, words in twice.items() if words} == {}


def test_no_key_is_among_its_own_words() -> None:
    """A word of the record means itself without being told so."""
    synonyms = read_package_json("synonyms.json")
    assert [key for key, words in synonyms.items() if key in words] == []


def test_every_name_and_word_can_be_found() -> None:
    """Each is cut into words, and no English one begins with a stop word, which none looks up."""
    tokens = {word: list(tokenize(word)) for _, _, word in WORDS}
    assert [word for word in tokens if not tokens[word]] == []
    looked_up = [word for file, _, word in WORDS if file in ("glossary", "synonyms")]
    assert [
        word
        for word in looked_up
        if tokens[word][0].is_stop_word and not all(token.is_stop_word for token in tokens[word])
    ] == []


def test_every_group_of_names_reaches_the_record(index: Index) -> None:
    """One of the names at least is in a milestone."""
    names = [group for file, _, group in GROUPS if file == "glossary"]
    assert [group for group in names if not index.postings(list(map(analyze, group)))] == []


def test_every_key_of_the_everyday_words_reaches_the_record(index: Index) -> None:
    """What everyday words stand for is in a milestone, or another name of what is."""
    keys = [name for file, name, _ in GROUPS if file == "synonyms"]
    names = {name: group for file, _, group in GROUPS if file == "glossary" for name in group}
    assert [
        key for key in keys if not index.postings(list(map(analyze, [key, *names.get(key, [])])))
    ] == []


def test_chinese_is_in_traditional_characters() -> None:
    """Each Chinese name is there once, for both scripts: the search folds them."""
    characters = {c: word for _, _, word in WORDS for c in word if is_han(c)}
    # What Big5 has not may still be a variant, such as 衞, which has a simplified form.
    others = {c for c in characters if not c.encode("big5", errors="ignore")} - CANTONESE
    assert {c: characters[c] for c in others if fold_variants(c) == c} == {}


def test_stems_are_exceptions() -> None:
    """Each listed word is in lower case, and would have another stem without the list."""
    stems = read_package_json("stems.json")
    assert {word: stem(word) for word in stems} == stems
    assert [word for word in stems if word != word.lower()] == []


def test_english_words_are_sorted_and_plain() -> None:
    """One word a line, each once, between line breaks, as the look-up expects them."""
    text = read_package_data("english_words.txt").decode("ascii")
    words = text.split()
    assert text == "\n" + "\n".join(words) + "\n"
    assert words == sorted(set(words))
    assert [
        word for word in words if len(word) < 3 or not word.isalpha() or word != word.lower()
    ] == []


@pytest.mark.parametrize(
    ("license_file", "data"), [("OpenCC.txt", "han_variants"), ("SCOWL.txt", "english_words")]
)
def test_licences_are_included(license_file: str, data: str) -> None:
    """The licence of what was derived from others' data is in the distribution and names it."""
    assert data in (LICENSES / license_file).read_text(encoding="utf-8")
