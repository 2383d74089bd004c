"""Numerals: numbers in words and the abbreviations of units, as people write them."""

_CARDINALS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """.split()
_ORDINALS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """.split()
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

MAGNITUDES = frozenset({"thousand", "million", "billion", "trillion"})
UNITS = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
UNITS |= {"tn": "trillion", "ha": "hectare", "yr": "year", "yrs": "year", "hkd": "dollar"}

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 20 else _ENDINGS.get(number % 10, 'th')}"


_NUMERALS = {word: str(number) for number, word in enumerate(_CARDINALS)}
_NUMERALS |= {word: _ordinal(number) for number, word in enumerate(_ORDINALS)}


def digits(word: str) -> str | None:
    """A numeral up to ninety-nine in digits, such as 21 or 21st; None for any other word."""
    if word.endswith("ieth") and (tens := digits(f"{word[:-4]}y")):
        return f"{tens}th"
    if word in _NUMERALS or not word.startswith(TENS):
        return _NUMERALS.get(word)
    ten = next(ten for ten in TENS if word.startswith(ten))
    number, unit = 10 * (TENS.index(ten) + 2), word.removeprefix(ten)
    if unit in _ORDINALS[1:10]:
        return _ordinal(number + _ORDINALS.index(unit))
    if unit in _CARDINALS[1:10]:
        return str(number + _CARDINALS.index(unit))
    return None if unit else str(number)
