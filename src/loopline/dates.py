"""From what a person types as a date to the period that it means, without guessing.

Numbers alone are read here, year first; what spells a month goes to dateutil, and what
dateutil makes of it has to agree with every number that was typed.
"""

import re
from datetime import date, datetime

from loopline.errors import DateError, quoted
from loopline.model import MONTHS, Period

WHEN_FORMS = '2021, 2021-09, 2021-09-06, "Sep 2021" or "6 Sep 2021"'

When = str | date | Period

_MONTH_NAMES = {"sept", *(name.casefold() for month in MONTHS for name in (month, month[:3]))}
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
    raise DateError(f"{quoted(text)} is not a year; write it with four digits, as 2021")


def as_period(when: When) -> Period:
    """The period that a WHEN in any of its Python forms stands for; raises DateError."""
    if isinstance(when, str):
        return parse_when(when)
    return Period.of_day(when) if isinstance(when, date) else when


def span(start: When | None, end: When | None) -> Period:
    """The days from the first of `start` to the last of `end`; None or `..` is an open side.

    Raises DateError for a text that is no WHEN, and if `start` is after `end`.
    """
    first = date.min if start in (None, "..") else as_period(start).first
    last = date.max if end in (None, "..") else as_period(end).last
    if first > last:
        raise DateError(f"{_named(start)} is after {_named(end)}; the earlier date goes first")
    return Period(first, last)


def _named(when: When | None) -> str:
    return quoted(when) if isinstance(when, str) else str(when)


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
    """Read a date whose month is spelled: two readings by dateutil, checked against the text."""
    words = [word for word in re.split(r"[\s,./-]+", text.removesuffix(".")) if word != "of"]
    kinds = sorted(map(_kind, words))
    if "year" not in kinds:
        raise _refusal(text, "it names no year of four digits")
    if kinds not in (["month", "year"], ["day", "month", "year"]):
        raise _refusal(text, "it is not one day, month or year")
    # Imported late: dateutil's parser costs about as much as Typer, and few dates need it.
    from dateutil.parser import parse

    try:
        # What the text leaves out comes from the default: its first day, then its last.
        first, last = (parse(text, default=end) for end in (datetime(1, 1, 1), datetime(4, 12, 31)))
    except (ValueError, OverflowError):
        raise _refusal(text, "there is no such date") from None
    typed = sorted(int(word.rstrip("dhnrstDHNRST")) for word in words if word[0].isdecimal())
    if typed != sorted([first.year, first.day][: len(typed)]):
        raise _refusal(text, "there is no such date")
    return Period(first.date(), last.date())


def _kind(word: str) -> str:
    """What a word can be in a date: a year, a day, a month or none of them."""
    if re.fullmatch("[0-9]{4}", word):
        return "year"
    if re.fullmatch("[0-9]{1,2}(st|nd|rd|th)?", word, flags=re.IGNORECASE):
        return "day"
    return "month" if word.casefold() in _MONTH_NAMES else "other"


def _refusal(text: str, reason: str) -> DateError:
    return DateError(f"{quoted(text)} is not a date to rely on: {reason}; try {WHEN_FORMS}")
