"""From what a person types as a date to the period that it means, without guessing.

Numbers alone are read here, year first. What spells a month goes to dateutil, but only if its
words are one month, one year and at most one day, in an order that has one meaning.
"""

import re
from datetime import date, datetime

from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS, Period
from loopline.text import quote

WHEN_FORMS = '2021, 2021-09, 2021-09-06, "Sep 2021" or "6 Sep 2021"'

When = str | date | Period

_ORDERS = ("day-month-year", "month-day-year", "year-month-day", "month-year", "year-month")
_NUMERIC = r"([0-9]{4})(?:([-/])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?"


def parse_when(text: str) -> Period:
    """Read one WHEN, such as `2021`, `2021-09`, `Sep 2021` or `6 September 2021`.

    Raises DateError, saying what is wrong and which forms work, for a text that names no
    such period or that could be read in two ways.
    """
    text = text.strip()
    if numeric := re.fullmatch(_NUMERIC, text):
        return _period(text, *numeric.group(1, 3, 4))
    if any(character.isalpha() for character in text):
        return _parse_spelled(text)
    raise _refusal(text, "numbers alone go year first, with - or / between")


def parse_year(text: str) -> Period:
    """Read a YEAR of four digits; raises DateError for anything else."""
    text = text.strip()
    if len(text) == 4 and text.isascii() and text.isdecimal():
        return _period(text, text)
    raise DateError(f"{quote(text)} is not a year; write it with four digits, as 2021")


def to_period(when: When) -> Period:
    """The period that a WHEN in any of its Python forms stands for; raises DateError."""
    if isinstance(when, str):
        return parse_when(when)
    if isinstance(when, datetime):
        raise _refusal(str(when), "it has a time of day")
    return Period.of_day(when) if isinstance(when, date) else when


def period_between(start: When | None, end: When | None) -> Period:
    """The days from the first of `start` to the last of `end`; None or `..` is an open side.

    Raises DateError for a text that is no WHEN, and if `start` is after `end`.
    """
    opening = Period.of_day(date.min) if start in (None, "..") else to_period(start)
    closing = Period.of_day(date.max) if end in (None, "..") else to_period(end)
    if opening.first > closing.last:
        early, late = closing.describe(), opening.describe()
        raise DateError(f"{late} is after {early}; the earlier date goes first")
    return Period(opening.first, closing.last)


def _period(text: str, year: str, month: str | None = None, day: str | None = None) -> Period:
    """The whole year, the whole month or the day; raises DateError if there is none."""
    try:
        if month is None:
            return Period.of_year(int(year))
        if day is None:
            return Period.of_month(int(year), int(month))
        return Period.of_day(date(int(year), int(month), int(day)))
    except ValueError:
        raise _refusal(text, "there is no such date") from None


def _parse_spelled(text: str) -> Period:
    """Read a date whose month is spelled: its words are checked, then dateutil reads it twice."""
    words = [word for word in re.split(r"[\s,./-]+", text.removesuffix(".")) if word != "of"]
    kinds = [_kind(word) for word in words]
    if "year" not in kinds:
        raise _refusal(text, "it names no year of four digits")
    if "-".join(kinds) not in _ORDERS:
        raise _refusal(text, "only one day, month and year may stand in it")
    # Imported late: dateutil's parser costs about as much as Typer, and few dates need it.
    from dateutil.parser import parse

    year = next(word for word in words if _kind(word) == "year")
    # dateutil takes 0006 for a day and 0050 for 2050: it is given a year with the same calendar.
    modern = text.replace(year, str(2000 + int(year) % 400))
    try:
        # What the text leaves out comes from the default: its first day, then its last.
        first, last = (
            parse(modern, default=end).date().replace(year=int(year))
            for end in (datetime(1, 1, 1), datetime(4, 12, 31))
        )
    except (ValueError, OverflowError):
        raise _refusal(text, "there is no such date") from None
    return Period(first, last)


def _kind(word: str) -> str:
    """What a word can be in a date: a year, a day, a month or none of them."""
    if re.fullmatch("[0-9]{4}", word):
        return "year"
    if re.fullmatch("[0-9]{1,2}(st|nd|rd|th)?", word, flags=re.IGNORECASE):
        return "day"
    return "month" if word.casefold() in MONTH_NUMBERS else "other"


def _refusal(text: str, reason: str) -> DateError:
    return DateError(f"{quote(text)} cannot be read as a date: {reason}; try {WHEN_FORMS}")
