"""Dates as people type them, read without guessing as the periods that they mean.

All-numeric and Chinese dates are read here. A date with the name of a month goes to dateutil, but
only if its words are one month, one year and at most one day, in an order that has one meaning.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS, Period
from loopline.text import quote

When = str | int | date | Period

WHEN_FORMS = "2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021"

_NUMERIC = r"(?P<y>[0-9]{4})(?:([-/])(?P<m>[0-9]{1,2})(?:\2(?P<d>[0-9]{1,2}))?)?"
_CHINESE = r"(?P<y>[0-9]{4})\s*年(?:\s*(?P<m>[0-9]{1,2})\s*月(?:\s*(?P<d>[0-9]{1,2})\s*[日號号])?)?"
# The digits that Chinese input methods produce.
_FROM_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ORDERS = "(day (of )?)?month (of )?year|month day year|year month( day)?"
# In the sense of difflib: above it are “Setp” and “Sep”, below it “Monday” and “May”.
_MIN_SIMILARITY = 0.7


def parse_when(text: str) -> Period:
    """Return the period that a WHEN means: `2021`, `2021-09`, `Sep 2021`, `6 Sep 2021`, `2021年`.

    Raises:
        DateError: The text is no date, or can be read in two ways; the message says what is wrong
            and which forms are accepted.
    """
    text = text.strip()
    if numbers := _match_numbers(text):
        return _to_period(text, *numbers)
    if any(char.isalpha() for char in text):
        return _parse_spelled(text)
    reason = "all-numeric dates must be YYYY, YYYY-MM or YYYY-MM-DD"
    raise _date_error(text, reason, _hyphenate(text))


def parse_year(text: str) -> Period:
    """Return the whole of a year of four digits, such as `2021` or `2021年`.

    Raises:
        DateError: The text is anything else.
    """
    text = text.strip()
    match _match_numbers(text):
        case (year, None, None):
            return _to_period(text, year)
    raise DateError(f"{quote(text)} is not a year. Write it with four digits, such as 2021.")


def to_period(when: When) -> Period:
    """Return the period that a WHEN stands for: a text, an int year, a date or a Period.

    Raises:
        DateError: The text or the number is no WHEN, or the date has a time of day.
        TypeError: It is of another type.
    """
    if isinstance(when, str):
        return parse_when(when)
    if isinstance(when, Period):
        return when
    if isinstance(when, datetime):
        raise _date_error(str(when), "it has a time of day")
    if isinstance(when, date):
        return Period.of_day(when)
    if isinstance(when, int) and not isinstance(when, bool):
        return parse_year(str(when))
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


def _match_numbers(text: str) -> tuple[str, str | None, str | None] | None:
    """Return the year, month and day of an all-numeric or Chinese date; None for other texts."""
    match = re.fullmatch(_NUMERIC, text) or re.fullmatch(_CHINESE, text.translate(_FROM_FULL_WIDTH))
    return (match["y"], match["m"], match["d"]) if match else None


def _to_period(text: str, year: str, month: str | None = None, day: str | None = None) -> Period:
    """Return the year, the month or the day; raise DateError for `text` if there is none."""
    try:
        if month is None:
            return Period.of_year(int(year))
        if day is None:
            return Period.of_month(int(year), int(month))
        return Period.of_day(date(int(year), int(month), int(day)))
    except ValueError:
        raise _date_error(text, "there is no such date") from None


def _parse_spelled(text: str) -> Period:
    """Return the period of a date whose month is spelled; raise DateError."""
    words = re.split(r"[\s,./-]+", text.removesuffix("."))
    kinds = list(map(_classify, words))
    if not re.fullmatch(_ORDERS, " ".join(kinds)):
        raise _spelled_error(text, words, kinds)
    # Imported late, because dateutil's parser costs about as much as Typer and few dates need it.
    from dateutil.parser import parse

    parts = dict(zip(kinds, words, strict=True))
    day = re.sub("[^0-9]", "", parts.get("day", "1"))
    try:
        # In this order and with hyphens, dateutil takes no year for a day (“6 Sep 0006”) and no
        # day for a part of a decimal number (“Sep 35,2021”).
        first = parse(f"{parts['year']}-{parts['month']}-{day}", default=datetime(1, 1, 1)).date()
    except ValueError:
        raise _date_error(text, "there is no such date") from None
    return Period.of_day(first) if "day" in parts else Period.of_month(first.year, first.month)


def _classify(word: str) -> str:
    """Return what a word can be in a date: "year", "month", "day", "of" or "other"."""
    if re.fullmatch("[0-9]{4}", word):
        return "year"
    if re.fullmatch("[0-9]{1,2}(st|nd|rd|th)?", word, flags=re.IGNORECASE):
        return "day"
    if word.lower() in MONTH_NUMBERS:
        return "month"
    return "of" if word.lower() == "of" else "other"


def _spelled_error(text: str, words: Sequence[str], kinds: Sequence[str]) -> DateError:
    """Return the error for words that are no date, naming the one that is wrong."""
    others = [word for word, kind in zip(words, kinds, strict=True) if word and kind == "other"]
    if "year" not in kinds and not re.search("[A-Za-z]", "".join(others)):
        return _date_error(text, "it has no four-digit year")
    if others:
        return _date_error(
            text, f"{quote(others[0])} is not part of a date", _find_similar_month(others[0])
        )
    repeated = [kind for kind in ("day", "month", "year") if kinds.count(kind) > 1]
    if repeated:
        return _date_error(text, f"it has more than one {repeated[0]}")
    return _date_error(text, "day, month and year are not in a usual order")


def _find_similar_month(word: str) -> str | None:
    """Return the name of a month that the word resembles."""
    # Imported late: a valid date needs no suggestion.
    from difflib import get_close_matches

    similar = get_close_matches(word[:20].lower(), MONTH_NUMBERS, n=1, cutoff=_MIN_SIMILARITY)
    return similar[0].title() if similar else None


def _hyphenate(text: str) -> str | None:
    """Return the same numbers with hyphens, if that makes a date: `2021-09` for `2021.09`."""
    text = re.sub("^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", text)
    hyphenated = "-".join(re.findall("[0-9]+", text.translate(_FROM_FULL_WIDTH)))
    try:
        return hyphenated if _match_numbers(hyphenated) and parse_when(hyphenated) else None
    except DateError:
        return None


def _date_error(text: str, reason: str, suggestion: str | None = None) -> DateError:
    question = f"; did you mean “{suggestion}”?" if suggestion else "."
    return DateError(
        f"{quote(text)} cannot be read as a date: {reason}{question} Accepted forms: {WHEN_FORMS}.",
        suggestion=suggestion,
    )
