"""Spelling correction: the word that somebody meant who typed one of which nothing is known.

The danger is a true word that resembles one of the record, so a word of the dictionary in
`data/english_words.json` is corrected only beside a word with which it makes a phrase of the
record (clinical trail), and a name only to a name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loopline.resources import read_package_json
from loopline.search.analysis import Terms, Token, base_forms, normalize, tokenize
from loopline.search.index import Index
from loopline.search.syntax import And, Clause, Not, Or, Text
from loopline.search.thesaurus import all_words, stop_words

_MIN_LENGTH = 5


def correct(clause: Clause, index: Index) -> tuple[Clause, dict[str, str]]:
    """Return a query with its misspelt words corrected, outside phrases and prefixes.

    Returns:
        The query, and each misspelt word as it was typed with the word that was meant.
    """
    corrections: dict[str, str] = {}

    def visit(part: Clause) -> Clause:
        if isinstance(part, Text):
            found = dict(_find_corrections(part, index))
            text = part.text
            # From the last word to the first, so that the offsets of the others stay true.
            for token, meant in reversed(found.items()):
                text = text[: token.start] + meant + text[token.end :]
            corrections.update((part.text[t.start : t.end], meant) for t, meant in found.items())
            return Text(text, tuple(tokenize(text))) if found else part
        if isinstance(part, And | Or | Not):
            return type(part)(tuple(map(visit, part.clauses)))
        return part

    return visit(clause), corrections


def _find_corrections(text: Text, index: Index) -> Iterator[tuple[Token, str]]:
    """Yield the misspelt tokens of plain words, each with the word that was meant."""
    for position, token in enumerate(text.tokens):
        if not _is_known(token, index):
            is_name = position > 0 and text.text[token.start].isupper()
            if meant := _find_correction(text.tokens, position, index, is_name=is_name):
                yield token, meant


def _is_known(token: Token, index: Index) -> bool:
    """Return whether anything is known of a token: it may be in a text or in the thesaurus."""
    word = token.folded
    if not word.isascii() or word.isdecimal() or index.has_terms([token.term]):
        return True
    is_listed = not base_forms(word).isdisjoint(all_words())
    return is_listed or split_compound(token, index) is not None


def _find_correction(
    tokens: Sequence[Token], position: int, index: Index, *, is_name: bool
) -> str | None:
    """Return the word that was meant by an unknown token; None if none is likely enough."""
    word = tokens[position].folded
    if not word.isalpha() or len(word) == 1:
        return None
    near = _find_similar(word, index.words)
    meant = next((w for w in near if _fits(w, tokens, position, index)), None)
    if meant is None:
        if len(word) < _MIN_LENGTH or word in _dictionary():
            return None
        if is_name:
            near = [similar for similar in near if _spell(similar, index)[0].isupper()]
        else:
            near = near or _find_similar(word, all_words())
        meant = next(iter(near), None)
    return meant and _spell(meant, index)


def _find_similar(word: str, words: frozenset[str]) -> list[str]:
    """Return the most similar words, the best first.

    One letter may be wrong, missing or too many, two in words of twelve or more, but not the first,
    which may only be transposed with the second.
    """
    from difflib import get_close_matches

    wrong = 1 + len(word) // 12
    groups = _group_by_initial(words)
    alike = [
        other
        for initial in {*word[:2]}
        for other in groups.get(initial, ())
        # Most words have quite other letters, which is seen sooner than difflib sees it.
        if abs(len(other) - len(word)) <= wrong
        and len({*word} ^ {*other}) <= 2 * wrong
        and (other[0] == word[0] or other[:2] == word[1::-1])
    ]
    return get_close_matches(word, alike, cutoff=(len(word) - wrong) / len(word))


@cache
def _group_by_initial(words: frozenset[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return groups


def _fits(word: str, tokens: Sequence[Token], position: int, index: Index) -> bool:
    """Return whether the index has a phrase of a word and a neighbour of the token."""
    term = normalize(word)
    before = [(token.term, term) for token in tokens[max(0, position - 1) : position]]
    after = [(term, token.term) for token in tokens[position + 1 : position + 2]]
    return any(map(index.has_phrase, before + after))


def _spell(word: str, index: Index) -> str:
    """Return a word as the texts spell it, in lower case if they do so anywhere."""
    texts = (text for milestone in index.milestones for text in milestone.texts)
    spelled = re.compile(rf"\b{word}\b", re.IGNORECASE)
    return max((match for text in texts for match in spelled.findall(text)), default=word)


def split_compound(token: Token, index: Index) -> Terms | None:
    """Return the two adjacent terms of the index that were written as one, such as santin."""
    word = token.folded
    for cut in range(2, len(word) - 1):
        one, other = word[:cut], word[cut:]
        if {one, other} <= index.words and stop_words().isdisjoint({one, other}):
            terms = (normalize(one), normalize(other))
            if index.has_phrase(terms):
                return terms
    return None


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(read_package_json("english_words.json"))
