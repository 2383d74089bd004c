"""Segmentation: which neighbouring tokens of a query are one name, one compound or one word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loopline.search.analysis import Token, normalize
from loopline.search.han import is_han
from loopline.search.lexicon import Lexicon
from loopline.search.numerals import MEASURES, is_ordinal

# The stems of what is told apart by the number after it, so that `batch 1` is one thing.
_NUMBERED_NOUNS = frozenset(
    "batch block build chapter lot packag part phase section stage tower tranch".split()
)
_UNKNOWN_COST = 100
_MAX_HAN_WORD = 8


class Segment(NamedTuple):
    """Tokens that are read as one thing.

    `synonyms` are other words for it; it `is_name` if the glossary has them. `is_known` says
    that there are such or that the index has all of the tokens; `is_asking` that it only asks.
    """

    tokens: tuple[Token, ...]
    synonyms: tuple[str, ...] = ()
    is_name: bool = False
    is_known: bool = True
    is_asking: bool = False


class Segmenter:
    """Reads tokens as the fewest segments that leave the fewest words unknown."""

    def __init__(self, lexicon: Lexicon, *, is_question: bool, is_loose: bool) -> None:
        self._lexicon = lexicon
        self._index = lexicon.index
        self._is_question = is_question
        self._is_loose = is_loose

    def segment(self, tokens: Sequence[Token], max_length: int | None = None) -> list[Segment]:
        """Return the segments of the tokens, which have no stop words among them.

        None of them has more than `max_length` tokens, if that is given.
        """
        longest = len(tokens) if max_length is None else max_length
        may_ask = self._is_loose or self._is_question or not self._has(tokens)
        # best[i] is the cost of the tokens from i on, and the segment that begins there.
        best: list[tuple[int, Segment | None]] = [(0, None)] * (len(tokens) + 1)
        for start in reversed(range(len(tokens))):
            best[start] = min(
                (
                    (_cost(piece, tokens, start) + best[start + len(piece.tokens)][0], piece)
                    for piece in self._segments_at(tokens, start, may_ask=may_ask)
                    if len(piece.tokens) <= longest
                ),
                key=lambda option: (option[0], -len(option[1].tokens)),
            )
        segments: list[Segment] = []
        position = 0
        while (piece := best[position][1]) is not None:
            segments.append(piece)
            position += len(piece.tokens)
        return segments

    def _segments_at(
        self, tokens: Sequence[Token], start: int, *, may_ask: bool
    ) -> Iterator[Segment]:
        """Yield all segments that can begin at a token."""
        synonyms: dict[int, tuple[str, ...]] = {}
        names: set[int] = set()
        asking: set[int] = set()
        if may_ask:
            for match in self._lexicon.asking_words.find(tokens, start):
                piece = tokens[start : start + match.length]
                is_form = self._lexicon.asking_words.has_form(piece)
                if is_form and (self._is_question or not self._has(piece)):
                    asking.add(match.length)
            for match in self._lexicon.everyday_words.find(tokens, start):
                if self._may_stand_for_others(tokens[start : start + match.length]):
                    synonyms[match.length] = self._lexicon.widen(match.names)
        for match in self._lexicon.glossary.find(tokens, start):
            synonyms[match.length] = (*match.names, *synonyms.get(match.length, ()))
            names.add(match.length)
        for length in asking:
            yield Segment(tuple(tokens[start : start + length]), is_asking=True)
        for length in synonyms.keys() - asking:
            piece = tuple(tokens[start : start + length])
            yield Segment(piece, synonyms[length], is_name=length in names)
        for length in {1, *self._compound_lengths(tokens, start)} - synonyms.keys() - asking:
            piece = tuple(tokens[start : start + length])
            yield Segment(piece, is_known=self._is_known(piece))

    def _has(self, tokens: Sequence[Token]) -> bool:
        return self._index.has_terms(token.term for token in tokens)

    def _is_known(self, tokens: Sequence[Token]) -> bool:
        joined = normalize("".join(token.folded for token in tokens))
        return self._has(tokens) or self._index.has_terms([joined])

    def _may_stand_for_others(self, tokens: Sequence[Token]) -> bool:
        """Return whether the tokens may be everyday words for something else.

        A word that the record uses means itself. Only if nothing is found so may it stand for
        another one: in a question, in a phrase, or in a form that the record does not use.
        """
        if not self._has(tokens):
            # Finally is no form of finalise.
            is_light = len(tokens) == 1 and self._lexicon.is_light(tokens[0].folded)
            return not is_light or self._lexicon.everyday_words.has_form(tokens)
        return self._is_loose and (
            self._is_question or any(token.folded not in self._index.words for token in tokens)
        )

    def _compound_lengths(self, tokens: Sequence[Token], start: int) -> Iterator[int]:
        """Yield the lengths of the words that begin here and consist of several tokens."""
        if is_han(tokens[start].folded):
            yield from self._han_lengths(tokens, start)
            return
        end = start + 1
        while end < len(tokens) and self._continues_compound(tokens[end - 1], tokens[end]):
            end += 1
        if end > start + 1:
            yield end - start
        elif end < len(tokens) and _join(tokens[start], tokens[end]) in self._index.words:
            yield 2

    def _continues_compound(self, before: Token, token: Token) -> bool:
        """Return whether two tokens are one word: tied by a hyphen, 10 billion, or batch 1."""
        return (
            (token.after_hyphen and token.folded.isascii() and before.folded.isascii())
            or (before.term, token.folded) in self._index.compounds
            or is_numbered(before, token)
        )

    def _han_lengths(self, tokens: Sequence[Token], start: int) -> Iterator[int]:
        """Yield the lengths of the Chinese words of the index that begin here."""
        end = start + 1
        while (
            end < min(len(tokens), start + _MAX_HAN_WORD)
            and tokens[end].start == tokens[end - 1].end
            and self._has(tokens[start : end + 1])
            and self._index.has_phrase(tuple(token.term for token in tokens[start : end + 1]))
        ):
            end += 1
            yield end - start


def _join(first: Token, second: Token) -> str:
    """Return two words as one; nothing if both are numbers, which are not run together."""
    is_number = first.folded.isdecimal() and second.folded.isdecimal()
    return "" if is_number else first.folded + second.folded


def is_numbered(before: Token, token: Token) -> bool:
    """Return whether two tokens are a number and what it counts: 10 billion, or batch 1."""
    if before.term[0].isdecimal() and token.term in MEASURES:
        return True
    is_number = token.term[0].isdecimal() and not is_ordinal(token.term)
    return before.term in _NUMBERED_NOUNS and is_number and len(token.term) < len("2021")


def _cost(segment: Segment, tokens: Sequence[Token], start: int) -> int:
    """Return how bad it is to read the tokens from `start` on as this segment."""
    end = start + len(segment.tokens)
    is_cut = end < len(tokens) and is_numbered(tokens[end - 1], tokens[end])
    return 1 + _UNKNOWN_COST * ((not segment.is_known) + 2 * is_cut)
