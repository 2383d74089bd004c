"""Spelling correction: the word that somebody meant who typed one of which nothing is known.

The danger is a true word that resembles one of the record, so a word of the dictionary in
`data/english_words.json` is corrected only beside a word with which it makes a phrase of the
record (clinical trail), and a name only to a name.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

from loopline.models import MONTH_NUMBERS
from loopline.resources import read_package_json
from loopline.search.analysis import Terms, Token, base_forms, normalize, tokenize
from loopline.search.index import Index, group_by_letter
from loopline.search.syntax import And, Clause, Not, Or, Text
from loopline.search.thesaurus import all_words, stop_words

_MIN_LENGTH = 5
_MIN_LENGTH_FOR_TWO_EDITS = 8
_MAX_LENGTH = 40
# Between a number and a word that were run together: November2020.
_NUMBER_AND_WORD = r"(?i)(?<=[a-z]{3})(?=[0-9]{2})|(?<=[0-9]{2})(?=[a-z]{3})"


def correct(clause: Clause, index: Index) -> tuple[Clause, dict[str, str]]:
    """Return a query with its misspelt words corrected, outside phrases and prefixes.

    Returns:
        The query, and each misspelt word as it was typed with the word that was meant.
    """
    corrections: dict[str, str] = {}

    def visit(part: Clause) -> Clause:
        if isinstance(part, Text):
            text, found = _correct_text(part.text, index)
            corrections.update(found)
            return Text(text, tuple(tokenize(text)))
        if isinstance(part, And | Or | Not):
            return type(part)(tuple(map(visit, part.clauses)))
        return part

    return visit(clause), corrections


def _correct_text(text: str, index: Index) -> tuple[str, dict[str, str]]:
    """Return plain words with the misspelt ones corrected, and these with their corrections."""
    corrections: dict[str, str] = {}
    # From the last token to the first, so that the offsets of the others stay true.
    tokens = tuple(tokenize(text))
    for position, token in reversed([*enumerate(tokens)]):
        if _is_known(token, index):
            continue
        typed = text[token.start : token.end]
        meant = _find_correction(
            tokens, position, index, is_name=typed[0].isupper() and position > 0
        )
        if meant:
            corrections[typed] = _spell(meant, index)
        elif parts := _split_number(typed, index):
            meant, found = parts
            corrections |= found
        text = text[: token.start] + (meant or typed) + text[token.end :]
    return text, dict(reversed(corrections.items()))


def _split_number(word: str, index: Index) -> tuple[str, dict[str, str]] | None:
    """Return the number and the word that were run together, and the correction of the word.

    For example, `87hectrae` is 87 and hectare. None is returned if they are not both known.
    """
    split = re.sub(_NUMBER_AND_WORD, " ", word)
    if split == word:
        return None
    corrected, corrections = _correct_text(split, index)
    is_known = all(_is_known(token, index) for token in tokenize(corrected))
    return (corrected, corrections) if is_known else None


def _is_known(token: Token, index: Index) -> bool:
    """Return whether anything is known of a token: it may be in a text or in the thesaurus."""
    word = token.folded
    if not word.isascii() or word.isdecimal() or index.has_terms([token.term]):
        return True
    is_listed = not base_forms(word).isdisjoint(all_words()) or word in MONTH_NUMBERS
    return is_listed or split_compound(token, index) is not None


def _find_correction(
    tokens: Sequence[Token], position: int, index: Index, *, is_name: bool
) -> str | None:
    """Return the word that was meant by an unknown token; None if none is likely enough."""
    word = tokens[position].folded
    if not (word.isalpha() and 2 <= len(word) <= _MAX_LENGTH):
        return None
    is_doubtful = len(word) < _MIN_LENGTH or word in _dictionary()
    if is_doubtful and len(tokens) == 1:
        return None
    near = _find_similar(word, index.words_by_letter, 1)
    if fitting := [other for other in near if _fits(other, tokens, position, index)]:
        return _choose(word, fitting)
    if is_doubtful:
        return None
    if is_name:
        return _choose(word, [w for w in near if all(s[0].isupper() for s in index.words[w])])
    listed = near or _find_similar(word, _listed_words(), 1)
    if not listed and len(word) >= _MIN_LENGTH_FOR_TWO_EDITS:
        listed = _find_similar(word, index.words_by_letter, 2)
    return _choose(word, listed)


def _fits(word: str, tokens: Sequence[Token], position: int, index: Index) -> bool:
    """Return whether the index has a phrase of a word and a neighbour of the token."""
    term = normalize(word)
    before = [(token.term, term) for token in tokens[max(0, position - 1) : position]]
    after = [(term, token.term) for token in tokens[position + 1 : position + 2]]
    return any(map(index.has_phrase, before + after))


def _find_similar(word: str, words: Mapping[str, Sequence[str]], limit: int) -> list[str]:
    """Return the words that are at most so many edits away, of some by their first letter.

    The first letter is never wrong, except that it may be transposed with the second.
    """
    letters = set(word)
    transposed = (other for other in words.get(word[1], ()) if other[1:2] == word[0])
    return [
        other
        for other in (*words.get(word[0], ()), *transposed)
        # An edit changes two letters at most, which is quickly seen of most words.
        if len(letters.symmetric_difference(other)) <= 2 * limit
        and abs(len(other) - len(word)) <= limit
        and 0 < _distance(word, other) <= limit
    ]


@cache
def _listed_words() -> dict[str, list[str]]:
    return group_by_letter(all_words() | MONTH_NUMBERS.keys())


def _choose(typed: str, words: Collection[str]) -> str | None:
    """Return the likeliest of the words: letters transposed, then one missing or too many."""

    def rank(word: str) -> tuple[int, str]:
        if sorted(word) == sorted(typed):
            return 0, word
        return (1 if len(word) != len(typed) else 2), word

    return min(words, key=rank, default=None)


def _spell(word: str, index: Index) -> str:
    """Return a word as the texts spell it, in lower case if they do so anywhere."""
    spellings = index.spellings(normalize(word))
    return max((other for other in spellings if other.lower() == word), default=word)


def split_compound(token: Token, index: Index) -> Terms | None:
    """Return the adjacent terms of the index that were run together: santin, 87hectares."""
    word = token.folded
    if not _MIN_LENGTH <= len(word) <= _MAX_LENGTH:
        return None

    def is_word(part: str) -> bool:
        is_number = part.isdecimal()
        return part in index.words and (is_number or (len(part) > 1 and part not in stop_words()))

    @cache
    def split(rest: str) -> tuple[str, ...] | None:
        if is_word(rest):
            return (rest,)
        for cut in range(len(rest) - 1, 0, -1):
            if is_word(rest[:cut]) and (others := split(rest[cut:])):
                return (rest[:cut], *others)
        return None

    words = split(word)
    if not words or any(a[-1].isdecimal() and b[0].isdecimal() for a, b in pairwise(words)):
        return None
    terms = tuple(map(normalize, words))
    return terms if index.has_phrase(terms) else None


def _distance(one: str, other: str) -> int:
    """Return how many letters are inserted, deleted, substituted or transposed between words.

    This is the restricted Damerau-Levenshtein distance.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        previous, before = before, row
        row = [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(read_package_json("english_words.json"))
