"""Slips: the word of the record that somebody meant who typed one that is not in it.

The danger is a true word that resembles one of the record, so only what fingers and ears do
counts as a slip.
"""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from loopline.search.words import COMMON

SHORTEST = 5
LONGEST = 40
SHORTEST_FOR_TWO_SLIPS = 12

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {frozenset(pair) for row in _ROWS for pair in pairwise(row)}
_ALIKE = _BESIDE | set(map(frozenset, "ae ai ao ei eo iy ou ck cs sz mn fv dt".split()))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is one slip away from `word`, or two if it is long; None if none is.

    A slip is a letter left out, swapped with the next, typed for its like, or put in: the same
    once more, its neighbour's key, or an e or a g that is not heard. Short words, common ones
    and those with a digit are left as they are, and the first letter has to be right.
    """
    if not SHORTEST <= len(word) <= LONGEST or not word.isascii() or not word.isalpha():
        return None
    for slips in range(1, 2 + (len(word) >= SHORTEST_FOR_TWO_SLIPS)):
        found = [
            other
            for other in known
            if other[0] == word[0] and other not in COMMON and _is_slip(word[0], word, other, slips)
        ]
        if found:
            return min(found, key=lambda other: (abs(len(other) - len(word)), other))
    return None


def split(word: str, known: Callable[[str], bool]) -> list[str] | None:
    """The known words of two letters or more that `word` consists of, run together."""
    if len(word) > LONGEST:
        return None

    @cache
    def parts(rest: str) -> list[str] | None:
        if known(rest):
            return [rest]
        for cut in range(len(rest) - 2, 1, -1):
            if known(rest[:cut]) and (others := parts(rest[cut:])):
                return [rest[:cut], *others]
        return None

    return parts(word)


def _is_slip(before: str, typed: str, meant: str, slips: int) -> bool:
    """Whether `slips` slips, or fewer, make `typed` of `meant` after the letter `before`."""
    if abs(len(typed) - len(meant)) > slips:
        return False
    while typed[:1] == meant[:1] != "":
        before, typed, meant = typed[0], typed[1:], meant[1:]
    if not slips or not typed:
        return len(typed) + len(meant) <= slips
    near = (before, typed[1:2])
    put_in = typed[0] in near or typed[0] in "eg" or any({typed[0], n} in _BESIDE for n in near)
    swapped = len(typed) > 1 and typed[1::-1] == meant[:2]
    alike = {typed[0], meant[:1]} in _ALIKE
    return (
        _is_slip(before, typed, meant[1:], slips - 1)
        or (put_in and _is_slip(typed[0], typed[1:], meant, slips - 1))
        or (alike and _is_slip(typed[0], typed[1:], meant[1:], slips - 1))
        or (swapped and _is_slip(typed[1], typed[2:], meant[2:], slips - 1))
    )
