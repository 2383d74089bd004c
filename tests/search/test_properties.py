"""What holds for every query, tried on many."""

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import loopline
from loopline import QueryError, SearchResult, Timeline
from loopline.resources import read_package_json
from loopline.search.analysis import base_forms, tokenize
from loopline.search.han import is_han

Find = Callable[..., str]

pytestmark = pytest.mark.usefixtures("uncovered")

RECORD = loopline.load()
CLASSES = read_package_json("words.json")
# What is never looked for by itself.
STOP_WORDS = {*CLASSES["stop"], *CLASSES["asking"]}
TEXTS = [text for milestone in RECORD for text in milestone.texts]
# The record's own words, folded, that are no stop words.
WORDS = sorted({t.folded for text in TEXTS for t in tokenize(text)} - STOP_WORDS)
KEYWORDS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
PIECES = [
    *WORDS,
    *STOP_WORDS,
    *"OR NOT ( ) - * ? or 2021 since 立法會 9月 幾時 後 fundng latest 3".split(),
]


def found(find: Find, query: str, *, exact: bool = False) -> set[str]:
    """Return the dates that a query finds."""
    return set(find(query, exact=exact).split())


@st.composite
def runs(draw: st.DrawFn) -> tuple[str, str]:
    """Return the date of a milestone, and adjacent words of its text."""
    milestone = draw(st.sampled_from(RECORD))
    words = draw(st.sampled_from(milestone.texts)).split()
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    return milestone.when, " ".join(words[start:end])


@settings(max_examples=120)
@given(runs())
def test_any_run_of_words_finds_its_milestone(find: Find, run: tuple[str, str]) -> None:
    """What is copied from the record is found, if it has a word that is no stop word."""
    when, text = run
    words = {token.folded for token in tokenize(text)}
    # “First” alone asks for the oldest milestone.
    assume(words - STOP_WORDS - {"first"})
    assert when in found(find, text), text


@settings(max_examples=50)
@given(KEYWORDS)
def test_case_and_punctuation_change_nothing(find: Find, query: str) -> None:
    """However keywords are typed, they find the same."""
    expected = find(query)
    for typed in (query.upper(), f"  {query}!", query.replace(" ", ", ")):
        assert (typed, find(typed)) == (typed, expected)


@settings(max_examples=60)
@given(st.permutations(["legco", "funding", "2021", "works"]), st.sampled_from(["", "the", "of"]))
def test_the_order_of_keywords_changes_nothing(find: Find, words: list[str], stop: str) -> None:
    """Keywords are a set, with stop words between them or not."""
    assert find(f" {stop} ".join(words)) == "2021-01"


@settings(max_examples=50)
@given(KEYWORDS)
def test_a_question_of_keywords_finds_what_they_find(find: Find, keywords: str) -> None:
    """What keywords find, a question made of them finds, too."""
    for question in (f"what about {keywords}?", f"tell me about {keywords}", f"{keywords}?"):
        assert found(find, keywords) <= found(find, question), question


@settings(max_examples=50)
@given(KEYWORDS, KEYWORDS)
def test_or_is_the_union_and_not_the_difference(find: Find, one: str, other: str) -> None:
    """A OR B finds what A or B finds; A NOT (B) what A finds and B does not."""
    first, second = found(find, one), found(find, other)
    assert found(find, f"({one}) OR ({other})") == first | second
    # “First” takes the oldest of what is left without the other.
    assume("first" not in one.split())
    word = other.split(maxsplit=1)[0]
    assert found(find, f"{one} NOT {word}") == first - found(find, word)


@settings(max_examples=50)
@given(KEYWORDS)
@example("batch 1")
@example("greater bay area hub")
def test_exact_finds_no_more(find: Find, keywords: str) -> None:
    """`exact` only leaves out."""
    # “First” alone asks for the oldest milestone.
    assume("first" not in keywords.split())
    assert found(find, keywords, exact=True) <= found(find, keywords)


def test_a_weak_synonym_never_answers_alone() -> None:
    """A word that is only a weak synonym finds nothing by itself."""
    synonyms = read_package_json("synonyms.json").values()
    strong = {word for lists in synonyms for word in lists.get("strong", ())}
    weak = {word for lists in synonyms for word in lists.get("weak", ()) if word.isalpha()}
    answers = {
        word: RECORD.search(f"zebra OR {word}")
        for word in sorted(weak)[::4]
        if base_forms(word).isdisjoint(strong)
    }
    assert [word for word, answer in answers.items() if answer.synonyms] == []


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@example("\ud800")
@example("港\u0301 園區\u0301")
@example("(" * 1999)
@example('"' * 1999)
@example("-" * 1900 + "loop")
@example("1/" * 1000)
@example("0000年 OR 99999999999999999999月")
@example("after 9999 before 0001 between 0000 and 10000")
@example(" ".join(f"zebra{number}" for number in range(200)))
def test_no_query_fails(query: str) -> None:
    """Any characters at all give an answer or a QueryError, and its parts are consistent."""
    try:
        result = RECORD.search(query)
    except QueryError:
        return
    check(result)


def check(result: SearchResult) -> None:
    """Assert that spans lie within their texts, and that only an empty answer has obstacles."""
    for milestone in result:
        for text, spans in zip(milestone.texts, result.spans(milestone), strict=True):
            offsets = [offset for span in spans for offset in span]
            assert offsets == sorted(set(offsets))
            assert all(0 <= offset <= len(text) for offset in offsets)
        number, (start, end) = result.snippet_span(milestone)
        assert 0 <= start <= end <= len(milestone.paragraphs[number])
    assert not (result and (result.without or result.unknown))
    assert all(isinstance(found, Timeline) and found for found in result.without.values())


CHINESE = [
    name
    for group in read_package_json("glossary.json")
    for name in group
    if all(map(is_han, name)) and len(name) > 1
]


@pytest.fixture(scope="module")
def to_simplified() -> dict[int, str]:
    """The simplified form of each traditional character."""
    table = read_package_json("han_variants.json")
    return str.maketrans(table["traditional"], table["simplified"])  # type: ignore[return-value]


@settings(max_examples=30)
@given(st.sampled_from(CHINESE), st.sampled_from(["", "2021", "幾時批准撥款", "legco"]))
def test_both_scripts_find_the_same(
    find: Find, to_simplified: dict[int, str], name: str, rest: str
) -> None:
    """Traditional and simplified characters are one, and so is a mixture of them."""
    query = f"{name} {rest}"
    assert find(query) == find(query.translate(to_simplified))
    assert find(query) == find(name.translate(to_simplified) + f" {rest}")
