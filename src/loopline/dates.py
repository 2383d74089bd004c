"""Dates as people type them, read without guessing as the periods that they mean."""

import re
from datetime import date, datetime

from loopline.date_forms import FOUR_DIGITS, match_whole, read_date, try_parse
from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS, Period
from loopline.text import quote

When = str | int | date | Period

WHEN_FORMS = "2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021"

# What a text has in it that is no date, and why it is none; the first that is found is told.
_REASONS = (
    (
        rf"""^(?!.*{FOUR_DIGITS}) .* (?:
            \b(?:this|last|next|past|previous|current)\s+(?:day|week|month|quarter|half|year)s?\b
            |\b(?:today|yesterday|tomorrow|now)\b|[今明昨][天日年]|去年|[本上下][個个]?[月年])""",
        "it needs the year in figures, as nothing depends on today’s date",
    ),
    (r"\d(?::\d|T\d|\s*[ap]m\b)", "it has a time of day"),
    (
        rf"^(?!.*{FOUR_DIGITS}) .* (?:\d|\b(?:{'|'.join(MONTH_NUMBERS)})\b)",
        "it has no four-digit year",
    ),
)
# As difflib measures it: above it are “Setp” and “Sep”, below it “Monday” and “May”.
_MIN_SIMILARITY = 0.7

# Why a text is no date, and the date or the month that was probably meant.
_Reason = tuple[str, str | None]


def parse_when(text: str) -> Period:
    """Return the period that a WHEN means: `2021`, `2021-09`, `6 Sep 2021`, `2021年`, `Q3 2021`.

    Raises:
        DateError: The text is no date, or can be read in two ways; the message says what is wrong
            and what to write.
    """
    period = try_parse(text)
    if period is None:
        raise explain(text)
    return period


def parse_year(year: str | int) -> Period:
    """Return the whole of a year of four digits, such as `2021` or `2021年`.

    Raises:
        DateError: The text or the number is anything else.
        TypeError: It is of another type.
    """
    if not isinstance(year, str | int) or isinstance(year, bool):
        raise TypeError(f"A YEAR is a str or an int, not {type(year).__name__}.")
    text = str(year).strip()
    period = try_parse(text)
    if period and period == Period.of_year(period.first.year):
        return period
    shown = quote(text) if text else "An empty argument"
    raise DateError(f"{shown} is not a year. Write it with four digits, such as 2021.")


def to_period(when: When) -> Period:
    """Return the period that a WHEN stands for: a text, an int year, a date or a Period.

    Raises:
        DateError: The text or the number is no WHEN, or the date has a time of day.
        TypeError: It is of another type.
    """
    match when:
        case str():
            return parse_when(when)
        case Period():
            return when
        case datetime():
            raise DateError(f"{quote(str(when))} is not a date: it has a time of day.")
        case date():
            return Period.of_day(when)
        case int() if not isinstance(when, bool):
            return parse_year(when)
    raise TypeError(f"A WHEN is a str, an int year, a date or a Period, not {type(when).__name__}.")


def period_between(start: When | None, end: When | None) -> Period:
    """Return the days from the first of `start` to the last of `end`.

    Args:
        start: A WHEN, or None or ".." for no limit.
        end: A WHEN, or None or ".." for no limit.

    Raises:
        DateError: One of them is no WHEN, or `start` is after `end`.
        TypeError: One of them is of another type.
    """
    start_period = Period.of_day(date.min) if start in (None, "..") else to_period(start)
    end_period = Period.of_day(date.max) if end in (None, "..") else to_period(end)
    if start_period.first > end_period.last:
        later, earlier = start_period.describe(), end_period.describe()
        raise DateError(f"{later} is after {earlier}. Put the earlier date first.")
    return Period(start_period.first, end_period.last)


def explain(text: str) -> DateError:
    """Return the error for a text that is no date, with the reason and what was probably meant."""
    text = " ".join(text.split())
    if not text:
        return DateError(f"A date is empty. Write {WHEN_FORMS}.")
    reason, suggestion = _find_reason(text)
    because = f": {reason}" if reason else ""
    instead = f"; did you mean “{suggestion}”?" if suggestion else f". Write {WHEN_FORMS}."
    return DateError(f"{quote(text)} is not a date{because}{instead}", suggestion=suggestion)


def _find_reason(text: str) -> _Reason:
    """Return the first reason that is true, or an empty one."""
    from difflib import get_close_matches

    if match := match_whole(text):
        try:
            read_date(match)
        except ValueError as error:
            return str(error), None
    # A date has few words, and a pasted text may have thousands.
    words = [word for word in re.findall(r"[^\W\d_]+", text[:100]) if not match_whole(word)]
    for word in words:
        similar = get_close_matches(word.lower(), MONTH_NUMBERS, n=1, cutoff=_MIN_SIMILARITY)
        if similar:
            return f"{quote(word)} is not part of a date", similar[0].title()
    for pattern, reason in _REASONS:
        if re.search(pattern, text, re.ASCII | re.IGNORECASE | re.VERBOSE):
            return reason, None
    for word in words:
        if try_parse(re.sub(rf"{word}\W*", "", text, count=1)):
            return f"{quote(word)} is not part of a date", None
    return ("", None) if any(map(str.isalpha, text)) else _explain_numbers(text)


def _explain_numbers(text: str) -> _Reason:
    """Return why numbers alone are no date, if they are one in another order."""
    numbers = re.findall("[0-9]+", text)
    orders = {tuple(numbers), tuple(numbers[::-1]), tuple(numbers[2:] + numbers[:2])}
    dates = {"-".join(number.zfill(2) for number in order) for order in orders}
    match sorted(filter(try_parse, dates)):
        case []:
            return "", None
        case [date]:
            return "numbers alone go year first, with - or / between", date
        case meant:
            return f"it could be {' or '.join(meant)}", None
