"""Number words, ordinals and days of the month."""

import pytest

from loopline.search.numerals import is_ordinal, parse_day, to_digits, to_ordinal

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = "one two three four five six seven eight nine".split()
FIRSTS = "first second third fourth fifth sixth seventh eighth ninth".split()


def test_number_words_up_to_ninety_nine() -> None:
    """Numbers and ordinals in words are the same as in digits, a hyphen having been removed."""
    for ten, word in enumerate(TENS, start=2):
        assert to_digits(word) == f"{ten}0"
        assert to_digits(f"{word[:-1]}ieth") == f"{ten}0th"
        for one, (cardinal, ordinal) in enumerate(zip(ONES, FIRSTS, strict=True), start=1):
            assert to_digits(word + cardinal) == f"{ten}{one}"
            assert to_digits(word + ordinal) == to_ordinal(10 * ten + one)


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        ("zero", "0"),
        ("ten", "10"),
        ("twelve", "12"),
        ("nineteen", "19"),
        ("first", "1st"),
        ("twelfth", "12th"),
        ("fourteenth", "14th"),
        ("twentyzero", None),
        ("twentyteen", None),
        ("twentyten", None),
        ("twentytenth", None),
        ("twentyfirst", "21st"),
        ("hundred", None),
        ("tenth-rate", None),
        ("thirtieth", "30th"),
        ("dieth", None),
        ("", None),
    ],
)
def test_number_words(word: str, digits: str | None) -> None:
    """What is no number word is left as it is."""
    assert to_digits(word) == digits


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (111, "111th")],
)
def test_ordinals(number: int, ordinal: str) -> None:
    """Ordinals have the ending that is spoken."""
    assert to_ordinal(number) == ordinal
    assert is_ordinal(ordinal)


@pytest.mark.parametrize("word", ["th", "north", "1", "1a", "first"])
def test_what_is_no_ordinal(word: str) -> None:
    """A word in letters alone is no ordinal in digits."""
    assert not is_ordinal(word)


def test_days_of_the_month() -> None:
    """A day is a number from 1 to 31, bare, with a zero or as an ordinal."""
    for day in range(1, 32):
        assert {parse_day(str(day)), parse_day(f"{day:02}"), parse_day(to_ordinal(day))} == {day}
    for word in ("0", "00", "32", "99", "006", "2021", "six", "1a", "٣", "th", ""):
        assert parse_day(word) is None
