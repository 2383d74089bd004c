"""The grammar of a query: words, "quoted words", OR between alternatives, word* beginnings.

No query is a syntax error: what is none of these is punctuation, and harmless.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from loopline.errors import QueryError
from loopline.search.words import Token, tokens
from loopline.text import quote

# A word that is cut short, with any punctuation after it: bio*, and (bio*)?
_CUT = r"\w\*\W*$"
# I & T and r and d are each one word.
_INITIALS = r"\b([A-Za-z]) (?:&|[Aa][Nn][Dd]) ([A-Za-z])\b"
_STRAIGHT = str.maketrans("“”„‟″＂＊", '"' * 6 + "*")


class Words(NamedTuple):
    """Words one after the other, each of which must match."""

    text: str
    tokens: tuple[Token, ...]


class Phrase(Words):
    """Words that must stand together as they are."""


class Beginning(Words):
    """Words that must stand together, the last of them cut short."""


def parse(query: str) -> list[list[Words]]:
    """The alternatives of a query, each a list of parts that must all match.

    Raises QueryError if there is nothing in it to look for.
    """
    alternatives: list[list[Words]] = [[]]
    *paired, last = query.translate(_STRAIGHT).split('"')
    if len(paired) % 2:
        # The last quotation mark has no partner, and so is punctuation.
        last = f"{paired.pop()} {last}"
    for place, segment in enumerate([*paired, last]):
        if place % 2:
            kind = Beginning if _is_cut(segment) else Phrase
            alternatives[-1].append(kind(segment, tuple(tokens(segment))))
            continue
        for number, alternative in enumerate(_alternatives(segment)):
            if number:
                alternatives.append([])
            alternatives[-1] += _plain_parts(alternative)
    found = [[part for part in parts if part.tokens] for parts in alternatives]
    if not any(found):
        raise QueryError(f"there is no word in {quote(query)} to look for")
    return [parts for parts in found if parts]


def _alternatives(segment: str) -> Iterator[list[str]]:
    """The words of a segment, parted at each OR."""
    words = segment.split()
    while "OR" in words:
        place = words.index("OR")
        yield words[:place]
        words = words[place + 1 :]
    yield words


def _plain_parts(words: list[str]) -> Iterator[Words]:
    """Words without quotation marks: runs of whole ones, and the beginnings between them."""
    for is_cut, run in groupby(words, _is_cut):
        if is_cut:
            yield from (Beginning(word, tuple(tokens(word))) for word in run)
        else:
            text = " ".join(run)
            if "&" in text or "and" in text.lower():
                text = re.sub(_INITIALS, r"\1&\2", text)
            yield Words(text, tuple(tokens(text)))


def _is_cut(word: str) -> bool:
    return "*" in word and re.search(_CUT, word) is not None
