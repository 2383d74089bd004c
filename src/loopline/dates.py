"""Dates as people type them, read without guessing as the periods that they mean."""

from datetime import date, datetime

from loopline.date_forms import try_parse
from loopline.errors import DateError
from loopline.models import Period
from loopline.text import quote

When = str | int | date | Period


def parse_when(text: str) -> Period:
    """Return the period that a WHEN means: `2021`, `2021-09`, `6 Sep 2021`, `2021年`, `Q3 2021`.

    Raises:
        DateError: The text is no date, or can be read in two ways; the message says what is wrong
            and what to write.
    """
    period = try_parse(text)
    if period is None:
        # Imported late, because a date that can be read needs no explanation.
        from loopline.date_errors import explain

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
