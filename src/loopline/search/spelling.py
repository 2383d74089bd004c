"""Spelling correction: the word that somebody meant who typed one that the index does not have.

The danger is a true word that resembles one of the record: a word of `data/english_words.txt`
is corrected only beside a word that makes it a phrase of the record (clinical trail).
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from loopline.models import MONTH_NUMBERS
from loopline.resources import read_package_data
from loopline.search.analysis import Terms, Token, normalize
from loopline.search.index import Index
from loopline.search.lexicon import Lexicon
from loopline.search.numerals import MEASURES
from loopline.search.query_dates import split_dates
from loopline.search.segmentation import Segmenter
from loopline.search.syntax import And, Clause, Not, Or, Text

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBER_OR_WORD = re.compile("[0-9]+|[^0-9]+")
_MIN_LENGTH = 2
_MIN_LENGTH_ALONE = 5
_MIN_LENGTH_FOR_TWO_EDITS = 8
_MAX_LENGTH = 40


class Corrector:
    """Corrects the words of a query to those of an index or to other names for them."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._index = lexicon.index
        self._segmenter = segmenter

    def correct(self, clause: Clause) -> Clause:
        """Return the clause with its misspelt words corrected, outside phrases and prefixes."""
        match clause:
            case Text():
                return clause._replace(tokens=self.correct_tokens(clause.tokens))
            case And() | Or() | Not():
                return type(clause)(tuple(map(self.correct, clause.clauses)))
            case _:
                return clause

    def correct_tokens(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Return the tokens, with those corrected that nothing explains."""
        unknown = {
            token
            for segment in self._segmenter.segment(split_dates(tokens)[1])
            for token in segment.tokens
            if not (segment.is_known or self._is_explained(token))
        }
        return tuple(
            corrected
            for position, token in enumerate(tokens)
            for corrected in (self._correct(tokens, position) if token in unknown else (token,))
        )

    def _correct(self, tokens: Sequence[Token], position: int) -> Sequence[Token]:
        """Return what an unknown token means: a word, or a number and a word run together."""
        parts = _split_number(tokens[position])
        before = tokens[max(0, position - 1) : position]
        context = [*before, *parts, *tokens[position + 1 : position + 2]]
        corrected = [
            self._correct_token(context, number) or part
            for number, part in enumerate(parts, start=len(before))
        ]
        return corrected if all(map(self._is_word, corrected)) else [tokens[position]]

    def _is_word(self, token: Token) -> bool:
        """Return whether something is known of a token: a number, a month, or another word."""
        word = token.folded
        is_name = token.typed != "" and word in self._lexicon.names()
        is_date = word.isdecimal() or word in MONTH_NUMBERS
        return is_date or is_name or self._index.has_terms([token.term])

    def _is_explained(self, token: Token) -> bool:
        """Return whether a word is an ordinary one, or several without a blank."""
        is_known = self._lexicon.is_light(token.folded) or self._index.has_terms([token.term])
        return is_known or break_word(token, self._index) is not None

    def _correct_token(self, tokens: Sequence[Token], position: int) -> Token | None:
        """Return the token that was meant by an unknown one; None if none is likely enough."""
        word = tokens[position].folded
        is_word = word.isascii() and word.isalpha() and normalize(word) not in MEASURES
        if not (is_word and _MIN_LENGTH <= len(word) <= _MAX_LENGTH):
            return None
        candidates = _edits(word) & self._index.words.keys()
        if fitting := [word for word in candidates if self._fits(word, tokens, position)]:
            return _replace(tokens[position], fitting)
        if len(word) < _MIN_LENGTH_ALONE or is_english(word):
            return None
        candidates = candidates or _edits(word) & (MONTH_NUMBERS.keys() | self._lexicon.names())
        return _replace(tokens[position], candidates or self._find_two_edits_away(word))

    def _fits(self, word: str, tokens: Sequence[Token], position: int) -> bool:
        """Return whether the index has a phrase of the word and a neighbour of the token."""
        neighbours = tokens[max(0, position - 1) : position], tokens[position + 1 : position + 2]
        before, after = (tuple(token.term for token in some) for some in neighbours)
        term = normalize(word)
        return any(
            len(phrase) > 1 and self._index.has_phrase(phrase)
            for phrase in ((*before, term), (term, *after))
        )

    def _find_two_edits_away(self, word: str) -> set[str]:
        if len(word) < _MIN_LENGTH_FOR_TWO_EDITS:
            return set()
        edits = _edits(word)
        return {
            other
            for other in self._index.words
            if other[0] == word[0]
            and abs(len(other) - len(word)) <= 2
            and not edits.isdisjoint(_edits(other))
        }


def _split_number(token: Token) -> list[Token]:
    """Return the number and the word that a token consists of, such as 2021budget."""
    parts = _NUMBER_OR_WORD.finditer(token.folded)
    return [
        token._replace(
            folded=part[0],
            start=token.start + part.start(),
            end=token.start + part.end(),
        )
        for part in parts
    ]


def break_word(token: Token, index: Index) -> Terms | None:
    """Return the adjacent terms of the index that were run together: santin, 87hectares."""
    word = token.folded
    if not _MIN_LENGTH_ALONE <= len(word) <= _MAX_LENGTH:
        return None

    @cache
    def segment(rest: str) -> tuple[str, ...] | None:
        if rest in index.words:
            return (rest,)
        for cut in range(len(rest) - 1, 0, -1):
            head = rest[:cut]
            is_word = head in index.words and (cut > 1 or head.isdecimal())
            if is_word and (others := segment(rest[cut:])):
                return (head, *others)
        return None

    words = segment(word)
    if not words or any(a[-1].isdecimal() and b[0].isdecimal() for a, b in pairwise(words)):
        return None
    terms = tuple(map(normalize, words))
    return terms if index.has_phrase(terms) else None


def is_english(word: str) -> bool:
    """Return whether a lower-case word is one of the common English ones."""
    return f"\n{word}\n" in _english_words()


@cache
def _english_words() -> str:
    return read_package_data("english_words.txt").decode("ascii")


def _replace(typed: Token, candidates: Collection[str]) -> Token | None:
    """Return the token with the likeliest of the candidates in its place."""
    if not candidates:
        return None
    word = min(candidates, key=lambda candidate: (_rank(typed.folded, candidate), candidate))
    return typed._replace(folded=word, typed=typed.folded)


def _rank(typed: str, meant: str) -> int:
    """Return how unlikely an edit is: letters transposed, then one missing or too many."""
    if sorted(typed) == sorted(meant):
        return 0
    return 1 if len(typed) != len(meant) else 2


def _edits(word: str) -> set[str]:
    """Return all that is one letter inserted, deleted, substituted or transposed away."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        edit
        for head, tail in splits
        for edit in (
            head + tail[1:],
            head + tail[1:2] + tail[:1] + tail[2:],
            *(head + letter + tail for letter in _LETTERS),
            *(head + letter + tail[1:] for letter in _LETTERS),
        )
    }
