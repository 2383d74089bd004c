"""The grammar of a query: words, "quoted words", OR between alternatives, word* beginnings.

No query is a syntax error: what is none of these is punctuation, and harmless.
"""

import re
from dataclasses import dataclass

from loopline.errors import QueryError, quoted
from loopline.search.words import Token, tokens

_PART = re.compile(r'"(?P<phrase>[^"]+)"|(?P<word>[^\s"]+)')
_SPACED = re.compile(r"\b([a-z]) (?:&|and) ([a-z])\b", re.IGNORECASE)
_STRAIGHT = str.maketrans("“”„‟″＂＊", '"' * 6 + "*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words one after the other, each of which must match."""

    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Phrase(Words):
    """Words that must stand together as they are."""


@dataclass(frozen=True, slots=True)
class Beginning(Words):
    """Words that must stand together, the last of them cut short."""


def parse(query: str) -> list[list[Words]]:
    """The alternatives of a query, each a list of parts that must all match.

    Raises QueryError if there is nothing in it to look for.
    """
    alternatives: list[list[Words]] = [[]]
    plain: list[str] = []

    def finish_plain() -> None:
        add(Words, _SPACED.sub(r"\1&\2", " ".join(plain)))
        plain.clear()

    def add(kind: type[Words], text: str) -> None:
        if found := tuple(tokens(text)):
            alternatives[-1].append(kind(text, found))

    for part in _PART.finditer(query.translate(_STRAIGHT)):
        phrase, word = part["phrase"], part["word"]
        if phrase:
            finish_plain()
            add(Phrase, phrase)
        elif word == "OR":
            finish_plain()
            alternatives.append([])
        elif word.endswith("*"):
            finish_plain()
            add(Beginning, word)
        else:
            plain.append(word)
    finish_plain()
    if not any(alternatives):
        raise QueryError(f"there is no word in {quoted(query)} to look for")
    return [parts for parts in alternatives if parts]
