"""Numerals: numbers in words and the abbreviations of units, as people write them."""

_CARDINALS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """.split()
_ORDINALS = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

MAGNITUDES = frozenset({"thousand", "million", "billion", "trillion"})
UNITS = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
UNITS |= {"tn": "trillion", "ha": "hectare", "yr": "year", "yrs": "year"}


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else endings.get(number % 10, 'th')}"


# Each numeral up to ninety-nine, written as one word, with its digits: 21 and 21st.
NUMERALS = {word: str(number) for number, word in enumerate(_CARDINALS)}
NUMERALS |= {word: _ordinal(number) for number, word in enumerate(_ORDINALS)}
for _tens, _ten in enumerate(TENS, start=2):
    NUMERALS[_ten] = str(10 * _tens)
    NUMERALS[_ten[:-1] + "ieth"] = _ordinal(10 * _tens)
    NUMERALS |= {_ten + _CARDINALS[unit]: str(10 * _tens + unit) for unit in range(1, 10)}
    NUMERALS |= {_ten + _ORDINALS[unit]: _ordinal(10 * _tens + unit) for unit in range(1, 10)}
