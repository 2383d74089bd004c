"""The thesaurus: what the words and names of a query are, and what else they are called.

Data files say so. `glossary.json` lists names of the same thing, any of which finds all.
`synonyms.json` has, for words of the record, the everyday words that mean them: strong ones count
in full, weak ones by half. `words.json` has the words that weigh little or nothing, by class. The
files in `_zh` are their Chinese part, which is read for a query with Chinese in it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loopline.models import MONTH_NUMBERS
from loopline.resources import read_package_json
from loopline.search.analysis import Token, base_forms, tokenize
from loopline.search.han import fold_variants, is_han
from loopline.search.numerals import to_digits
from loopline.search.stemming import to_american


class Entry(NamedTuple):
    """What the thesaurus knows of some adjacent tokens.

    Attributes:
        kind: A class of words, or what `meanings` are: other names, or strong or weak synonyms.
        meanings: The names of the same thing, or the words of the record that are meant.
    """

    kind: str
    meanings: tuple[str, ...] = ()


class Thesaurus:
    """The entries for some kinds of words; for all kinds if none are given."""

    def __init__(self, *, has_han: bool, kinds: Container[str] | None = None) -> None:
        self._entries = _entries_by_start(has_han=has_han)
        self._kinds = kinds

    def find_longest(self, tokens: Sequence[Token], position: int) -> tuple[int, list[Entry]]:
        """Return how many tokens the longest entries explain that begin at a position, and these.

        If there are none, the length is 0.
        """
        longest = 0
        found: list[Entry] = []
        word = tokens[position].folded
        forms = {to_digits(word) or word, *base_forms(word)}
        # A hyphen may follow the first letters, as in co-operation, which is one token.
        starts = tuple({s for form in forms for s in (form[:3], f"{form} "[:3], f"{form[:2]}-")})
        keys = sorted({start[:2] for start in starts})
        is_chinese = is_han(word[0])
        for text, entry in (item for key in keys for item in self._entries.get(key, ())):
            is_wanted = self._kinds is None or entry.kind in self._kinds
            if is_wanted and (is_chinese or text.startswith(starts)):
                words = _tokenize(text)
                window = tokens[position : position + len(words)]
                if len(words) >= longest and _match(words, entry.kind, window):
                    found = [entry] if len(words) > longest else [*found, entry]
                    longest = len(words)
        return longest, found


def is_stop_word(token: Token) -> bool:
    """Return whether a token is too common to tell anything."""
    return token.folded in stop_words()


def is_relative(text: str) -> bool:
    """Return whether a text is a date that depends on today, such as `last year`."""
    words = [
        *read_package_json("words.json")["relative"],
        *read_package_json("words_zh.json")["relative"],
    ]
    return fold_variants(text.lower()) in map(fold_variants, words)


def all_names(words: Iterable[str]) -> list[str]:
    """Return the words, each with all names of the same thing if the glossary has some."""
    groups = read_package_json("glossary.json")
    names: list[str] = []
    for word in words:
        names += next((group for group in groups if word in group), [word])
    return names


@cache
def all_words() -> frozenset[str]:
    """Return every English word that occurs in an entry or names a month, in lower case."""
    text = " ".join(text for _, texts, _ in _lists(has_han=False) for text in texts)
    return frozenset([*MONTH_NUMBERS, *text.replace("-", " ").replace(",", "").split()])


def _lists(*, has_han: bool) -> Iterator[tuple[str, Sequence[str], tuple[str, ...]]]:
    """Yield the lists of the data files: the kind, the entries and the meanings of all of them.

    What begins with a Chinese character is left out unless it may be asked for.
    """
    for names in read_package_json("glossary.json"):
        readable = [name.lower() for name in names if has_han or not is_han(name[0])]
        yield "name", readable, tuple(names)
    for suffix in ("", "_zh") if has_han else ("",):
        for kind, words in read_package_json(f"words{suffix}.json").items():
            yield kind, words, ()
        for headword, synonyms in read_package_json(f"synonyms{suffix}.json").items():
            for kind, words in synonyms.items():
                yield kind, words, (headword,)


@cache
def stop_words() -> frozenset[str]:
    """Return the English words that are too common to tell anything, in lower case."""
    return frozenset(read_package_json("words.json")["stop"])


@cache
def _entries_by_start(*, has_han: bool) -> dict[str, list[tuple[str, Entry]]]:
    """Return the entries by their first two letters, or by their first Chinese character."""
    entries: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for kind, texts, meanings in _lists(has_han=has_han):
        entry = Entry(kind, meanings)
        for text in texts:
            is_chinese = has_han and not text[:2].isascii()
            start = fold_variants(text[0]) if is_chinese else text[:2]
            entries[start].append((text, entry))
    return dict(entries)


@cache
def _tokenize(text: str) -> tuple[Token, ...]:
    return tuple(tokenize(text))


def _match(words: Sequence[Token], kind: str, tokens: Sequence[Token]) -> bool:
    """Return whether tokens are the words of an entry of a kind."""
    return len(tokens) == len(words) and all(
        _is_word(token, word, kind) for token, word in zip(tokens, words, strict=True)
    )


def _is_word(token: Token, word: Token, kind: str) -> bool:
    """Return whether a token is a word of an entry, or in most kinds a regular inflection of it."""
    if kind == "name":
        # As the words of the texts are compared.
        return token.term == word.term
    if token.folded == word.folded or to_digits(token.folded) == word.folded:
        return True
    # Lasting is not last.
    is_order = kind in ("newest", "oldest")
    return not is_order and to_american(word.folded) in base_forms(token.folded)
