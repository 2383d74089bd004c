"""Numerals: number words in digits, ordinals, and the units that a number may have."""

import re
from collections.abc import Sequence

from loopline.date_forms import read_numeral

_CARDINALS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """.split()
_ORDINALS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """.split()
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
for _tens in TENS:
    _CARDINALS += [_tens, *(_tens + unit for unit in _CARDINALS[1:10])]
    _ORDINALS += [f"{_tens[:-1]}ieth", *(_tens + unit for unit in _ORDINALS[1:10])]
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

ABBREVIATED_UNITS = {"k": "thousand", "m": "million", "mn": "million"}
ABBREVIATED_UNITS |= {"bn": "billion", "tn": "trillion", "ha": "hectare", "yr": "year"}
ABBREVIATED_UNITS |= {"yrs": "year", "sq": "square", "km": "kilometre"}
# What belongs to a number, so that the two are looked for together, as stems: its unit, as in 87
# hectares or HK$10 billion, and what it is a part of, as in batch no. 1 (A).
_UNITS = "thousand|million|billion|trillion|hectar|acr|squar|kilomet|mile|foot|feet|percent|dollar"
_MEASURE = rf"(?:dollar \d\S*(?: (?:{_UNITS}))*|\d\S*(?: 公 顷|(?: (?:{_UNITS}))+))(?!\S)"
_NUMBERED = (
    "(batch|block|build|chapter|lot|packag|part|phase|section|stage|tower|tranch)"
    r"(?: (?:nos?|numbers?))? (\d{1,2}[a-z]?)(?: ([a-z]))?(?!\S)"
)


def _to_ordinal(number: int) -> str:
    """Return a number as an ordinal in digits, such as 21st."""
    return f"{number}{'th' if 10 < number < 20 else _ENDINGS.get(number % 10, 'th')}"


_NUMERALS = {word: str(number) for number, word in enumerate(_CARDINALS)}
_NUMERALS |= {word: _to_ordinal(number) for number, word in enumerate(_ORDINALS)}


def to_digits(word: str) -> str | None:
    """Return a number word up to ninety-nine in digits, such as 21 or 21st; None if it is none."""
    return _NUMERALS.get(word)


def match_quantity(terms: Sequence[str]) -> tuple[tuple[str, ...], int] | None:
    """Return the phrase that a number and what belongs to it make at the beginning of some terms.

    Returns:
        The phrase as the texts may have it, such as ("dollar", "10", "billion") for ten billion
        dollars, and how many of the terms it is; None if they begin with no number.
    """
    text = " ".join(terms)
    if not any(map(str.isdecimal, text)):
        return None
    if match := re.match(_MEASURE, text):
        phrase = tuple(match[0].replace("公 顷", "hectar").split())
        phrase = ("dollar", *phrase[:-1]) if phrase[-1] == "dollar" else phrase
    elif match := re.match(_NUMBERED, text):
        phrase = (match[1], match[2] + (match[3] or ""))
    else:
        return None
    return phrase, match[0].count(" ") + 1


def han_to_digits(numeral: str) -> str | None:
    """Return a Chinese numeral up to ninety-nine in digits, such as 87; None if it is none."""
    try:
        number = read_numeral(numeral)
    except ValueError:
        return None
    return str(number) if number < 100 else None
