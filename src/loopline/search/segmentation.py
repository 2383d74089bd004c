"""Segmentation: a run of tokens is read from left to right as dates, names, numbers and words.

At each token the longest reading wins. What comes out is a list of segments, each of which
becomes one term of the query.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loopline.date_finder import DateMatch, find_dates
from loopline.search.analysis import Terms, Token, normalize
from loopline.search.index import Index
from loopline.search.numerals import han_to_digits, match_quantity
from loopline.search.syntax import Text
from loopline.search.thesaurus import Entry, Thesaurus, is_stop_word

# In tokens.
_MAX_PHRASE = 6
_MAX_HAN_WORD = 8


class Segment(NamedTuple):
    """Tokens of a query that are read as one thing.

    Attributes:
        tokens: The tokens.
        text: What was typed, from the first to the last of them.
        entries: What the thesaurus has for all of them together.
        phrase: What must be adjacent: a number with what it counts, or words with a hyphen.
        date: The date that it is.
    """

    tokens: tuple[Token, ...]
    text: str = ""
    entries: tuple[Entry, ...] = ()
    phrase: Terms = ()
    date: DateMatch | None = None

    @property
    def terms(self) -> Terms:
        """The terms of its tokens."""
        return tuple(token.term for token in self.tokens)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its entries."""
        return frozenset(entry.kind for entry in self.entries)

    @property
    def is_unknown(self) -> bool:
        """Whether it is Chinese that nothing explains."""
        return self.tokens[0].is_han and not (self.entries or self.phrase or self.date)


def segment(text: Text, thesaurus: Thesaurus, index: Index) -> list[Segment]:
    """Return the segments of plain words, from left to right."""
    dates = find_dates(text.text)
    tokens = text.tokens
    segments: list[Segment] = []
    position = 0
    while position < len(tokens):
        start = tokens[position].start
        date = next((date for date in dates if date.start <= start < date.end), None)
        if date is not None:
            end = position + sum(token.start < date.end for token in tokens[position:])
            piece = Segment(tokens[position:end], date=date)
        else:
            piece = _read_words(tokens, position, thesaurus, index)
        position += len(piece.tokens)
        if segments and _is_one_unknown(segments[-1], piece):
            piece = Segment((*segments.pop().tokens, *piece.tokens))
        first, last = piece.tokens[0], piece.tokens[-1]
        segments.append(piece._replace(text=text.text[first.start : last.end]))
    return segments


def _read_words(tokens: Sequence[Token], start: int, thesaurus: Thesaurus, index: Index) -> Segment:
    """Return the longest segment that begins at a token; its text is filled in later."""
    length, entries = thesaurus.find_longest(tokens, start)
    for phrase, end in _match_phrases(tokens, start, index):
        if end - start > length:
            return Segment(tuple(tokens[start:end]), phrase=phrase)
    return Segment(tuple(tokens[start : start + max(length, 1)]), entries=tuple(entries))


def _match_phrases(
    tokens: Sequence[Token], start: int, index: Index
) -> Iterator[tuple[Terms, int]]:
    """Yield what must be adjacent from a token on, and the position after it."""
    token = tokens[start]
    if token.is_han:
        yield from _match_han(tokens, start, index)
        return
    if quantity := match_quantity([token.term for token in tokens[start : start + _MAX_PHRASE]]):
        phrase, length = quantity
        yield phrase, start + length
    end = start + 1
    while end < min(len(tokens), start + _MAX_PHRASE) and tokens[end].is_joined:
        end += 1
    phrase = tuple(token.term for token in tokens[start:end])
    if end > start + 1 and index.has_phrase(phrase):
        yield phrase, end
    end = max(end, min(start + 2, len(tokens)))
    joined = "".join(token.folded for token in tokens[start:end])
    if joined in index.words and not any(map(is_stop_word, tokens[start:end])):
        yield (normalize(joined),), end


def _match_han(tokens: Sequence[Token], start: int, index: Index) -> Iterator[tuple[Terms, int]]:
    """Yield the longest Chinese word of the texts, or an area whose number is in Chinese."""
    words = [token.folded for token in tokens[start : start + _MAX_HAN_WORD]]
    number, unit, _ = "".join(words).partition("公顷")
    if unit and (digits := han_to_digits(number)):
        yield (digits, "hectar"), start + len(number) + len(unit)
    if index.has_han:
        phrases = (tuple(words[:length]) for length in range(len(words), 0, -1))
        yield from ((phrase, start + len(phrase)) for phrase in phrases if index.has_phrase(phrase))


def _is_one_unknown(before: Segment, segment: Segment) -> bool:
    """Return whether two segments are Chinese without a blank between that nothing explains.

    A short word is a part of what is unknown beside it: 數碼港 is not 數碼 and 港.
    """
    pair = (before, segment)
    return (
        before.tokens[-1].end == segment.tokens[0].start
        and any(piece.is_unknown for piece in pair)
        and all(piece.is_unknown or _is_short(piece) for piece in pair)
    )


def _is_short(segment: Segment) -> bool:
    """Return whether a segment is a Chinese word of one or two characters."""
    is_word = len(segment.tokens) <= 2 and segment.tokens[0].is_han
    return is_word and not segment.kinds.isdisjoint({"name", "strong", "weak"})
