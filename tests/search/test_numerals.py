"""Numbers in words and the abbreviations of units."""

import pytest

from loopline.search.numerals import MAGNITUDES, UNITS, digits


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("zero", "0"),
        ("one", "1"),
        ("twelve", "12"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("ninety", "90"),
        ("twentyfive", "25"),
        ("ninetynine", "99"),
        ("first", "1st"),
        ("second", "2nd"),
        ("third", "3rd"),
        ("fourth", "4th"),
        ("eleventh", "11th"),
        ("twelfth", "12th"),
        ("thirteenth", "13th"),
        ("fourteenth", "14th"),
        ("twentieth", "20th"),
        ("thirtieth", "30th"),
        ("ninetieth", "90th"),
        ("twentyfirst", "21st"),
        ("thirtysecond", "32nd"),
        ("fiftythird", "53rd"),
        ("ninetyninth", "99th"),
    ],
)
def test_a_numeral_is_the_number_in_digits(word: str, number: str) -> None:
    """A number or an ordinal in words means its digits."""
    assert digits(word) == number


@pytest.mark.parametrize(
    "word", ["", "hundred", "tenant", "seventythree1", "twentyteen", "sixtyzero", "fortyten", "1st"]
)
def test_any_other_word_is_no_numeral(word: str) -> None:
    """What only begins as a numeral does stays the word it is."""
    assert digits(word) is None


@pytest.mark.parametrize(
    ("short", "unit"),
    [
        ("k", "thousand"),
        ("m", "million"),
        ("mn", "million"),
        ("b", "billion"),
        ("bn", "billion"),
        ("tn", "trillion"),
        ("ha", "hectare"),
        ("yr", "year"),
        ("yrs", "year"),
    ],
)
def test_an_abbreviation_is_its_unit(short: str, unit: str) -> None:
    """The abbreviations of Hong Kong's papers and of haste mean their units."""
    assert UNITS[short] == unit


def test_magnitudes_multiply_a_number() -> None:
    """Only what multiplies a number is a magnitude; a hectare is none."""
    assert {"thousand", "million", "billion", "trillion"} == MAGNITUDES
