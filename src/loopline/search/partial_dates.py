"""Partial dates: a year, a month or a day as people write them in a query, or a part of a year."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from loopline.models import MONTH_NUMBERS, Milestone, Period
from loopline.search.analysis import Token
from loopline.search.numerals import parse_day

# What comes before a date and says no more than the date does, or less than it could.
_FILLERS = frozenset("the of to in month year around about circa".split())
VAGUE_WORDS = frozenset(
    """
    early late mid middle start beginning end spring summer autumn fall winter
    """.split()
)
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_NUMERAL = frozenset("〇零一二三四五六七八九十0123456789")
_HAN_UNITS = {"年": "year", "月": "month", "日": "day", "号": "day"}
_LARGEST = {"year": 9999, "month": 12, "day": 31}


# A part of a year by its first word, with its length in months.
_YEAR_PARTS = {"half": 6, "quarter": 3, "h": 6, "q": 3}
_ORDINALS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


class PartialDate(NamedTuple):
    """A year, a month or a day that a milestone's own date may have."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def matches(self, milestone: Milestone) -> bool:
        """Return whether the milestone is known to have happened then."""
        date = milestone.date
        return (
            self.year in (None, date.year)
            and self.month in (None, date.month)
            and (self.day is None or (self.day == date.day and milestone.precision == "day"))
        )

    def to_period(self) -> Period | None:
        """Return the days of a date that has a year; None for one without, or that is none."""
        try:
            if self.year is None:
                return None
            if self.month is None:
                return Period.of_year(self.year)
            if self.day is None:
                return Period.of_month(self.year, self.month)
            return Period.of_day(date(self.year, self.month, self.day))
        except ValueError:
            return None


def match_date(tokens: Sequence[Token], start: int) -> tuple[PartialDate | Period, int] | None:
    """Return the longest date that begins at a token, and the position after it.

    It is 2021-09-06, 6 Sep 2021 or 2021年9月, or a period such as Q3 2021 or first half of 2021.
    """
    while start < len(tokens) and tokens[start].folded in _FILLERS | VAGUE_WORDS:
        start += 1
    if day_first := _match_day_first(tokens[start : start + 3]):
        return day_first, start + 3
    if year_part := _match_year_part(tokens[start : start + 4]):
        period, length = year_part
        return period, start + length
    fields: dict[str, int] = {}
    end = start
    while end < len(tokens):
        if fields and tokens[end].folded == "of":
            end += 1
            continue
        length, field, value = _match_han(tokens[end : end + 5]) or _match_part(tokens, end, fields)
        if length == 0 or field in fields:
            break
        fields[field] = value
        end += length
    is_lone_day = fields.keys() == {"day"} and tokens[end - 1].folded not in _HAN_UNITS
    return (PartialDate(**fields), end) if fields and not is_lone_day else None


def _match_day_first(tokens: Sequence[Token]) -> PartialDate | None:
    """Return 20/12/2021, whose order is certain as there is no twentieth month."""
    numbers = [token.folded for token in tokens]
    if len(numbers) < 3 or not all(number.isdecimal() and number.isascii() for number in numbers):
        return None
    day, month, year = map(int, numbers)
    is_joined = tokens[1].after_hyphen and tokens[2].after_hyphen
    is_certain = 12 < day <= 31 and 1 <= month <= 12 and len(numbers[2]) == 4
    return PartialDate(year, month, day) if is_joined and is_certain else None


_NO_PART = (0, "", 0)


def _match_part(
    tokens: Sequence[Token], position: int, fields: dict[str, int]
) -> tuple[int, str, int]:
    """Return the length 1, the field and the value of a year, month or day after others."""
    token = tokens[position]
    following = next((t for t in tokens[position + 1 : position + 3] if t.folded != "of"), None)
    if token.folded in MONTH_NUMBERS:
        return 1, "month", MONTH_NUMBERS[token.folded]
    if len(token.folded) == 4 and token.folded.isascii() and token.folded.isdecimal():
        is_fiscal = following and following.after_hyphen and _is_fiscal_end(following)
        return _NO_PART if is_fiscal else (1, "year", int(token.folded))
    number = parse_day(token.folded)
    if number is None:
        return _NO_PART
    if token.after_hyphen and "year" in fields and "month" not in fields:
        return (1, "month", number) if number <= 12 else _NO_PART
    is_day = "month" in fields or (following is not None and following.folded in MONTH_NUMBERS)
    return (1, "day", number) if is_day else _NO_PART


def _is_fiscal_end(token: Token) -> bool:
    """Return whether a token continues a year as in 2022-23, which is no month."""
    return token.folded.isdecimal() and 12 < int(token.folded) < 100


def _match_han(tokens: Sequence[Token]) -> tuple[int, str, int] | None:
    """Return the length, field and value of 2021年, 九月 or 6日 at the beginning of tokens."""
    length = next(
        (i for i, token in enumerate(tokens) if not _HAN_NUMERAL.issuperset(token.folded)), 0
    )
    field = _HAN_UNITS.get(tokens[length].folded) if length else None
    if field is None:
        return None
    numeral = "".join(token.folded for token in tokens[:length])
    digits = numeral.translate(_HAN_DIGITS)
    if "十" in digits:
        tens, _, units = digits.partition("十")
        digits = f"{tens or 1}{units or 0}"
    is_valid = digits.isdecimal() and 1 <= int(digits) <= _LARGEST[field]
    # 十年 is ten years and no year.
    return (
        (length + 1, field, int(digits))
        if is_valid and (field != "year" or len(numeral) == 4)
        else None
    )


def _match_year_part(tokens: Sequence[Token]) -> tuple[Period, int] | None:
    """Return the quarter or half of a year that tokens begin with, and its length in tokens."""
    words = [token.term if token.term in _ORDINALS else token.folded for token in tokens]
    if len(words) > 1 and words[0][0] in "hq" and words[0][1:].isdecimal():
        part, number, length = words[0][0], int(words[0][1:]), 1
    elif len(words) > 2 and words[0] in _ORDINALS and words[1] in _YEAR_PARTS:
        part, number, length = words[1], _ORDINALS[words[0]], 2
    else:
        return None
    length += words[length] == "of"
    year = words[length] if length < len(words) else ""
    months = _YEAR_PARTS[part]
    if not (len(year) == 4 and year.isdecimal() and 1 <= number <= 12 // months):
        return None
    first = Period.of_month(int(year), months * (number - 1) + 1).first
    return Period(first, Period.of_month(int(year), months * number).last), length + 1
