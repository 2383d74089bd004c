"""Words: how a text is cut into tokens, and when two spellings are one word."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from Stemmer import Stemmer

from loopline.search.numerals import TENS, UNITS, digits

# Too common to tell anything: in a query they do not have to match.
COMMON = frozenset(
    """
    a about all also am an and any are as at be been being but by can could date did do does for
    from had happen happened happening has have he her here hers him his how i if in into is it
    its many me might most much my no nor not of on or our ours she should so some such than
    that the their theirs them then there these they this those to us was we were what when where
    which who whom whose why will with would you your yours
    的 了 和 與 与 及 之 在 於 于 是 有 何 時 时 誰 谁 哪 年 月 日
    """.split()
)
# What is spelled as a common word, and is an abbreviation in capitals only.
_ABBREVIATIONS = frozenset({"MOST"})
# What is told apart by a number after it, so that `batch 1` is one thing.
NUMBERED = frozenset("batch block build chapter lot packag part phase section stage tower".split())

# What a hyphen ties so closely to the word after it that the two are one token: co-operation.
_PREFIXES = ["anti", "co", "inter", "multi", "non", "pre", "re", "semi", "sub", *TENS]
_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ"
_PREFIX = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _PREFIXES)
# Without re.IGNORECASE, which makes this ten times as slow to compile.
_TOKEN = re.compile(
    rf"""
      [A-Za-z]{{0,2}}[$€£¥] | HKD                            # a currency
    | [0-9]+(?:,[0-9]{{3}})+(?:\.[0-9]+)? | [0-9]+\.[0-9]+  # 10,000 and 1.5
    | (?:(?:{_PREFIX})[{_HYPHENS}])?
      [^\W_](?:[^\W_]|[\u0300-\u036f])*                   # words, with or without accents
      (?:[&{_APOSTROPHES}][^\W_]+)*                        # I&T and Kong’s
    """,
    re.VERBOSE,
)
_DROPPED = str.maketrans("", "", f",{_HYPHENS}{_APOSTROPHES}")

# British endings, each with the American one that is compared in its stead.
_ENDINGS = {"tre": "ter", "tres": "ters", "tred": "tered", "bre": "ber", "bres": "bers"}
_ENDINGS |= {"ogue": "og", "ogues": "ogs", "gramme": "gram", "grammes": "grams"}
_ENDINGS |= {"ense": "ence", "enses": "ences"}
_ENDINGS |= {
    british + ending: american + ending
    for british, american in (("is", "iz"), ("lys", "lyz"))
    for ending in ("e", "ed", "er", "ers", "es", "ing", "ation", "ations")
}
_BRITISH = tuple(_ENDINGS)
_OUR = tuple("behaviour colour endeavour favour harbour honour labour neighbour".split())

# Stems that Snowball leaves to derivations of one word: contractor, surveyor and strategy.
_AGENTS = ("tor", "yor")
_LONG_STEM = 7
# Words that it takes for derivations of others: design and import.
_TAKEN_FOR_OTHERS = ("designat", "importan")

_stemmer = Stemmer("english")


Keys = tuple[str, ...]


class Token(NamedTuple):
    """A word of a text, at text[start:end].

    Two words are the same where their `key` is: `folded` is the word without case, accents
    and punctuation, the key moreover without inflection and differences of spelling. `tied`
    says that a hyphen ties it to the token before.
    """

    key: str
    folded: str
    start: int
    end: int
    tied: bool


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, from left to right."""
    end = -1
    for match in _TOKEN.finditer(text):
        tied = match.start() == end + 1 and text[end] in _HYPHENS
        end = match.start()
        for part in (match[0],) if match[0].isascii() else _parts(match[0]):
            start, end = end, end + len(part)
            for folded in _folded(part):
                yield Token(key_of(folded), folded, start, end, tied)
                tied = True


def words_of(piece: str) -> tuple[Token, ...]:
    """The tokens of a piece of text without white space, which most often is one plain word."""
    if piece.isalpha() and piece.isascii() and not piece.isupper():
        folded = piece.lower()
        return (Token(key_of(folded), folded, 0, len(piece), False),)
    return tuple(tokens(piece))


def _parts(word: str) -> Iterator[str]:
    """The word, but Chinese, which has no spaces, character by character."""
    start = 0
    for place, character in enumerate(word):
        if _is_chinese(character):
            if start < place:
                yield word[start:place]
            yield character
            start = place + 1
    if start < len(word):
        yield word[start:]


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


@cache
def key_of(folded: str) -> str:
    """What a folded word is compared by: digits for a numeral, else its stem in American."""
    if number := digits(folded):
        return number
    if len(folded) > 1:
        folded = UNITS.get(folded, folded)
    if folded.isupper() or not folded.isascii():
        return folded
    if folded.startswith(_TAKEN_FOR_OTHERS):
        return folded[: len(_TAKEN_FOR_OTHERS[0])]
    stem: str = _stemmer.stemWord(_american(folded))
    if len(stem) > _LONG_STEM and stem.endswith(_AGENTS):
        return stem[:-2]
    return stem[:-1] if len(stem) >= _LONG_STEM and stem.endswith("i") else stem


def _american(word: str) -> str:
    if word.endswith(_BRITISH):
        ending = max((ending for ending in _BRITISH if word.endswith(ending)), key=len)
        return word.removesuffix(ending) + _ENDINGS[ending] if len(word) > len(ending) + 1 else word
    return word.replace("our", "or") if word.startswith(_OUR) else word


def _folded(word: str) -> list[str]:
    """The word without case, accents and punctuation; two where a unit follows a number."""
    if word[-1] in "$€£¥" or word == "HKD":
        # An amount without a country is in dollars of Hong Kong, as in the record.
        return ["dollar" if word.casefold() in ("$", "hk$", "hkd") else word.casefold()]
    if not word.isascii():
        marked = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in marked if not unicodedata.combining(char))
    if not word.isascii() or not word.isalpha():
        word = word.removesuffix("s" if word[-2:-1] in _APOSTROPHES else "").translate(_DROPPED)
    folded = word.casefold()
    if not folded:  # marks alone
        return []
    if word in _ABBREVIATIONS:
        return [word]
    if folded[0].isdecimal() and not folded.isdecimal():
        number = folded.rstrip("abcdefghijklmnopqrstuvwxyz")
        if unit := UNITS.get(folded[len(number) :]):
            return [number, unit]
    return [folded]
