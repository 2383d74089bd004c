"""Numerals: number words in digits, ordinals and the abbreviations of units."""

_CARDINALS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """.split()
_ORDINALS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """.split()
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

# What a number before it counts, so that the two are one term: 10 billion, 87 hectares.
MEASURES = frozenset({"thousand", "million", "billion", "trillion", "hectar", "percent"})
UNITS = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
UNITS |= {"tn": "trillion", "ha": "hectare", "yr": "year", "yrs": "year"}

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def to_ordinal(number: int) -> str:
    """Return a number as an ordinal in digits, such as 21st."""
    return f"{number}{'th' if 10 < number % 100 < 20 else _ENDINGS.get(number % 10, 'th')}"


def is_ordinal(word: str) -> bool:
    """Return whether a word is an ordinal in digits, such as 14th."""
    return word.endswith(_ORDINAL_ENDINGS) and word[:-2].isdecimal()


def parse_day(word: str) -> int | None:
    """Return the day of the month that a word such as 6, 06 or 6th gives; None if it is none."""
    digits = word[:-2] if is_ordinal(word) else word
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 3):
        return None
    return int(digits) if 1 <= int(digits) <= 31 else None


_NUMERALS = {word: str(number) for number, word in enumerate(_CARDINALS)}
_NUMERALS |= {word: to_ordinal(number) for number, word in enumerate(_ORDINALS)}


def to_digits(word: str) -> str | None:
    """Return a number word up to ninety-nine in digits, such as 21 or 21st; None if it is none."""
    if word.endswith("ieth") and (tens := to_digits(f"{word[:-4]}y")):
        return f"{tens}th"
    if word in _NUMERALS or not word.startswith(TENS):
        return _NUMERALS.get(word)
    ten = next(ten for ten in TENS if word.startswith(ten))
    number, unit = 10 * (TENS.index(ten) + 2), word.removeprefix(ten)
    if unit in _ORDINALS[1:10]:
        return to_ordinal(number + _ORDINALS.index(unit))
    if unit in _CARDINALS[1:10]:
        return str(number + _CARDINALS.index(unit))
    return None if unit else str(number)
