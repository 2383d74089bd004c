"""The thesaurus: what the words and names of a query are, and what else they are called.

Data files say so. `glossary.json` lists names of the same thing, any of which finds all.
`synonyms.json` has, for words of the record, the everyday words that mean them: strong ones count
in full, weak ones by half. `words.json` has the words that weigh little or nothing, by class. The
files in `_zh` are their Chinese part, which is read for a query with Chinese in it.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from loopline.models import MONTH_NUMBERS
from loopline.resources import read_package_json
from loopline.search.analysis import Token, base_forms, tokenize
from loopline.search.han import get_variants
from loopline.search.numerals import to_digits
from loopline.search.stemming import to_american

WordClass = Literal[
    "stop", "connecting", "asking", "headline", "topic", "light", "newest", "oldest", "relative"
]
Kind = Literal["name", "strong", "weak"]
# The tokens of an entry.
Pattern = tuple[Token, ...]


class Entry(NamedTuple):
    """What the thesaurus knows of some adjacent tokens.

    Attributes:
        kind: A class of words, or what `meanings` are: other names, or strong or weak synonyms.
        meanings: The names of the same thing, or the words of the record that are meant.
    """

    kind: Kind | WordClass
    meanings: tuple[str, ...] = ()


class Thesaurus:
    """The entries that may explain the tokens of a query.

    Only those that begin as one of the tokens does are analyzed: the others cannot be found.
    """

    def __init__(self, tokens: Iterable[Token], kinds: Container[str] | None = None) -> None:
        """Read the entries for the tokens, all or only those of some kinds."""
        tokens = tuple(tokens)
        starts = tuple({start for token in tokens for start in _starts(token)})
        self._entries: dict[str, list[tuple[Pattern, Entry]]] = {}
        for kind, texts, meanings in _lists(has_han=any(token.is_han for token in tokens)):
            if kinds is None or kind in kinds:
                for text in [text for text in texts if text.startswith(starts)]:
                    self._add(tuple(tokenize(text)), Entry(kind, meanings))

    def _add(self, pattern: Pattern, entry: Entry) -> None:
        self._entries.setdefault(_key(pattern[0]), []).append((pattern, entry))

    def find_longest(self, tokens: Sequence[Token], position: int) -> tuple[int, list[Entry]]:
        """Return how many tokens the longest entries explain that begin at a position, and these.

        If there are none, the length is 0.
        """
        longest = 0
        found: list[Entry] = []
        token = tokens[position]
        keys = {form[:2] for form in base_forms(token.folded)} | {_key(token)}
        for pattern, entry in (item for key in keys for item in self._entries.get(key, ())):
            if len(pattern) >= longest and _match(pattern, entry, tokens, position):
                found = [entry] if len(pattern) > longest else [*found, entry]
                longest = len(pattern)
        return longest, found


def is_stop_word(token: Token) -> bool:
    """Return whether a token is too common to tell anything."""
    return token.folded in stop_words()


def is_relative(text: str) -> bool:
    """Return whether a text is a date that depends on today, such as `last year`."""
    return text.lower() in {*_read("words")["relative"], *_read("words_zh")["relative"]}


def other_names(name: str) -> tuple[str, ...]:
    """Return all names of what a name of the glossary stands for; of any other text, itself."""
    return next((tuple(group) for group in _read("glossary") if name in group), (name,))


@cache
def all_words() -> frozenset[str]:
    """Return every English word that occurs in an entry or names a month, in lower case."""
    text = " ".join(text for _, texts, _ in _lists(has_han=False) for text in texts)
    return frozenset([*MONTH_NUMBERS, *text.replace("-", " ").replace(",", "").split()])


def _lists(*, has_han: bool) -> Iterator[tuple[Any, Sequence[str], tuple[str, ...]]]:
    """Yield the lists of the data files: the kind, the entries and the meanings of all of them."""
    for names in _read("glossary"):
        yield "name", [name.lower() for name in names], tuple(names)
    for suffix in ("", "_zh") if has_han else ("",):
        for kind, words in _read(f"words{suffix}").items():
            yield kind, words, ()
        for headword, synonyms in _read(f"synonyms{suffix}").items():
            for kind, words in synonyms.items():
                yield kind, words, (headword,)


@cache
def _read(name: str) -> Any:  # noqa: ANN401 - each file has a shape of its own
    return read_package_json(f"{name}.json")


@cache
def stop_words() -> frozenset[str]:
    """Return the English words that are too common to tell anything, in lower case."""
    return frozenset(_read("words")["stop"])


def _key(token: Token) -> str:
    """Return under what a pattern is kept that begins with a token."""
    return (to_digits(token.folded) or token.folded)[:2]


def _starts(token: Token) -> set[str]:
    """Return with what an entry may begin that begins with a token, or with an inflection of it.

    A hyphen may follow the first two letters: co-operation is one token.
    """
    if token.is_han:
        return set(get_variants(token.folded))
    forms = {to_digits(token.folded) or token.folded, *base_forms(token.folded)}
    return {start for form in forms for start in (form[:3], f"{form[:2]}-")}


def _match(pattern: Pattern, entry: Entry, tokens: Sequence[Token], position: int) -> bool:
    """Return whether the tokens from a position on are an entry."""
    window = tokens[position : position + len(pattern)]
    is_same = _COMPARISONS.get(entry.kind, _is_inflection)
    return len(window) == len(pattern) and all(map(is_same, window, pattern))


def _is_inflection(token: Token, word: Token) -> bool:
    """Return whether a token is a word of an entry or a regular inflection of it."""
    is_same = token.folded == word.folded or to_digits(token.folded) == word.folded
    return is_same or to_american(word.folded) in base_forms(token.folded)


# A name is compared as the words of the texts are; and lasting is not last.
_COMPARISONS: dict[str, Callable[[Token, Token], bool]] = {
    "name": lambda token, word: token.term == word.term,
    "newest": lambda token, word: token.folded == word.folded,
    "oldest": lambda token, word: token.folded == word.folded,
}
