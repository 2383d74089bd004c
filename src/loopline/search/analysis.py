"""The analyzer: how a text is cut into tokens, and when two of them are the same term."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from loopline.search.han import fold_variants, is_han
from loopline.search.numerals import ABBREVIATED_UNITS, TENS, to_digits
from loopline.search.stemming import stem, to_american

# What a hyphen joins so closely to the next word that the two are one token: co-operation.
_PREFIXES = "|".join(["anti", "co", "inter", "multi", "non", "pre", "re", "semi", "sub", *TENS])
_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ"
_POSSESSIVES = ("'s", "’s", "ʼs")
# What stands between tokens that are joined: nothing, a hyphen, or the slash of a fiscal year.
_JOINTS = ("", *_HYPHENS, "/")
# Stands for every Chinese character in the pattern: a range of them would take long to compile.
_HAN = "一"
_LETTER = rf"[^\W_{_HAN}]"
_TOKEN = re.compile(
    rf"""
      {_HAN}                                              # Chinese, which has no spaces
    | [A-Za-z]{{0,2}}[$€£¥]                               # a currency
    | [0-9]+(?:,[0-9]{{3}})+(?:\.[0-9]+)? | [0-9]+\.[0-9]+  # 10,000 and 1.5
    | [A-Za-z]{{3,}}(?=[0-9]{{2}}) | [0-9]{{2,}}(?=[A-Za-z]{{3}})  # November2020, 87hectares
    | (?i:(?:{_PREFIXES})[{_HYPHENS}])?
      {_LETTER}(?:{_LETTER}|[\u0300-\u036f])*             # words, with or without accents
      (?:[&{_APOSTROPHES}]{_LETTER}+)*                    # I&T and Kong’s
    """,
    re.VERBOSE,
)
_PUNCTUATION = str.maketrans("", "", f",{_HYPHENS}{_APOSTROPHES}")
# An amount without a country is in Hong Kong dollars, as in the record.
_DOLLARS = ("$", "hk$", "hkd")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Terms = tuple[str, ...]


class Token(NamedTuple):
    """A word of a text, at text[start:end].

    `folded` is the word without case, accents and punctuation. `is_joined` says that a hyphen
    or a slash joins it to the token before, or nothing is between the two.
    """

    folded: str
    start: int
    end: int
    is_joined: bool = False

    @property
    def term(self) -> str:
        """The word without inflection and differences of spelling, under which it is compared.

        It is computed when asked for: most words of a text never are.
        """
        return normalize(self.folded)

    @property
    def is_han(self) -> bool:
        """Whether it is a Chinese character."""
        return is_han(self.folded[0])


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, from left to right."""
    if text.isascii() and text.isalpha():
        # Most texts that are cut, chunks and entries, are one word, for which no pattern is needed.
        yield Token(_fold(text)[0], 0, len(text))
        return
    shape = text if text.isascii() else "".join(_HAN if is_han(c) else c for c in text)
    end = None
    for match in _TOKEN.finditer(shape):
        is_joined = end is not None and text[end : match.start()] in _JOINTS
        end = match.end()
        for folded in _fold(text[match.start() : end]):
            yield Token(folded, match.start(), end, is_joined)
            is_joined = True


@lru_cache(maxsize=4096)
def analyze(text: str) -> Terms:
    """Return the terms of a text."""
    return tuple(token.term for token in tokenize(text))


@cache
def normalize(folded: str) -> str:
    """Return the term of a folded word: digits for a numeral, else its stem."""
    if number := to_digits(folded):
        return number
    if len(folded) > 1:
        folded = ABBREVIATED_UNITS.get(folded, folded)
    return stem(folded) if folded.isascii() else folded


@cache
def base_forms(folded: str) -> frozenset[str]:
    """Return the words of which a folded word can be a regular inflection, itself included.

    The inflections are the plural, -s, -ed and -ing: of `copied`, the forms are copied, copi,
    copie and copy.
    """
    word = to_american(folded)
    forms = {word}
    for ending in ("s", "es", "ed", "ing"):
        root = word.removesuffix(ending)
        if root == word or len(root) < 2 or (ending == "s" and root[-1] == "s"):
            continue
        forms |= {root, f"{root}e"} if ending in ("ed", "ing") else {root}
        if root[-1] == "i":
            forms.add(f"{root[:-1]}y")
        if len(root) > 3 and root[-1] == root[-2]:
            forms.add(root[:-1])
    return frozenset(forms)


def _fold(word: str) -> list[str]:
    """Return the word without case, accents and punctuation; two if a unit follows a number."""
    if not word.isascii():
        if is_han(word):
            return [fold_variants(word)]
        marked = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in marked if not unicodedata.combining(char))
    folded = word.casefold()
    if not folded.isascii() or not folded.isalpha():
        folded = folded[:-2] if folded.endswith(_POSSESSIVES) else folded
        folded = folded.translate(_PUNCTUATION)
    if folded in _DOLLARS:
        return ["dollar"]
    number = folded.rstrip(_LETTERS)
    if number.isdecimal() and (unit := ABBREVIATED_UNITS.get(folded[len(number) :])):
        return [number, unit]
    return [folded]
