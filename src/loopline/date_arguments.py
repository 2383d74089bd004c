"""Dates that were typed without quotation marks, as several arguments of a command line.

Arguments are joined into dates only if there is one way to do so; nothing is guessed. An argument
that is a date with a blank in it was quoted by whoever typed it, and is joined to no other.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.models import Period
from loopline.text import quote

LATEST = "latest"
NO_LIMIT = ".."

_SEPARATORS = frozenset({"-", "–", "—", "to", "and", "until", "至", "到"})
# A separator within an argument. None of these is part of a date, unless the whole argument is one.
_INNER_SEPARATOR = (
    r"\s*(\.\.+|[…–—至到]|(?<=[0-9]{4})-(?=[0-9]{4})|(?<=\s)(?:-|to|and|until)(?=\s))\s*"
)
# As many as in “2021 年 9 月 6 日”.
_MAX_WORDS = 6


class _Reading(NamedTuple):
    """The dates as which arguments are read: the last one and, linked, those before it."""

    date: str
    before: Optional["_Reading"]


def split_whens(words: Sequence[str]) -> tuple[str, ...]:
    """Return the dates that the arguments stand for, each `latest` or what `parse_when` reads.

    For example, `6 Sep 2021 latest` are “6 Sep 2021” and “latest”.

    Raises:
        DateError: The arguments are not all part of a date, or can be read in two ways.
    """
    readings = _find_readings(words, joins_year_to_month=False)
    if not readings[-1]:
        # Nobody who types `2018 Oct 2023` means October 2018; `2018 Oct` alone is that month.
        readings = _find_readings(words, joins_year_to_month=True)
    match [_list_dates(reading) for reading in readings[-1]]:
        case [dates]:
            return dates
        case [one, other]:
            raise _ambiguity_error(one, other)
    raise _unread_error(words, max(start for start, found in enumerate(readings) if found))


def split_range(words: Sequence[str]) -> tuple[str, str]:
    """Return the START and the END that the arguments stand for; `..` where there is no limit.

    Between the two may stand `to`, `and`, `until`, `-` or `..`. Each is `..`, `latest` or what
    `parse_when` reads.

    Raises:
        DateError: The arguments are no such range, or can be read in two ways.
    """
    words = [part for word in words for part in _split_at_separators(word)]
    separators = [i for i, word in enumerate(words) if word.lower() in _SEPARATORS]
    if not separators and NO_LIMIT in words:
        separators = [words.index(NO_LIMIT)]
    if len(separators) == 1:
        (middle,) = separators
        separator = words[middle]
        return _read_side(words[:middle], separator), _read_side(words[middle + 1 :], separator)
    dates = split_whens(words) if not separators else ()
    if separators or len(dates) > 2:
        raise DateError("A range has one START and one END.")
    start, end = (*dates, NO_LIMIT, NO_LIMIT)[:2]
    return start, end


def _find_readings(
    words: Sequence[str], *, joins_year_to_month: bool
) -> list[list[_Reading | None]]:
    """Return for each number of arguments, from none to all, up to two readings of the first."""
    readings: list[list[_Reading | None]] = [[None], *([] for _ in words)]
    for start, before in enumerate(readings):
        for end in range(start + 1, min(start + _MAX_WORDS, len(words)) + 1) if before else ():
            date = _join(words[start:end], joins_year_to_month)
            if date is not None:
                readings[end] += [_Reading(date, reading) for reading in before]
                del readings[end][2:]
    return readings


def _join(words: Sequence[str], joins_year_to_month: bool) -> str | None:
    """Return the arguments as one date, which may end with a comma; None if they are none."""
    if any(map(_is_latest, words)):
        return LATEST if len(words) == 1 else None
    text = " ".join(words)
    if re.search("[0-9]{4}", words[-1]):
        # Not after a day, as in “Sep 6, 2021”.
        text = text.removesuffix(",")
    period = _try_parse(text)
    if period is None or len(words) == 1:
        return text if period else None
    is_year_and_month = re.match(r"[0-9]{4}(?!\s*年)", text) and period.first != period.last
    if is_year_and_month and not joins_year_to_month:
        return None
    return None if any(map(_is_quoted_date, words)) else text


def _list_dates(reading: _Reading | None) -> tuple[str, ...]:
    """Return the dates of a reading in order."""
    dates = []
    while reading:
        dates.append(reading.date)
        reading = reading.before
    return tuple(reversed(dates))


def _split_at_separators(word: str) -> list[str]:
    """Return the parts of an argument such as `2021-09..2021-12`."""
    if not re.search(_INNER_SEPARATOR, word) or _try_parse(word):
        return [word]
    parts = [part for part in re.split(_INNER_SEPARATOR, word) if part]
    return [NO_LIMIT if re.fullmatch(r"\.\.+|…", part) else part for part in parts]


def _read_side(words: Sequence[str], separator: str) -> str:
    """Return the date on one side of a separator; raise DateError if it is not one."""
    text = " ".join(words)
    if text == NO_LIMIT or (not text and separator == NO_LIMIT):
        return NO_LIMIT
    if not text:
        raise DateError(f"{quote(separator)} needs a date on either side. For no limit, use “..”.")
    if _is_latest(text):
        return LATEST
    parse_when(text)
    return text


def _is_latest(word: str) -> bool:
    return word.lower().removesuffix(",") == LATEST


def _is_quoted_date(word: str) -> bool:
    """Return whether an argument is a date that would be several arguments without quotes."""
    return " " in word and _try_parse(word) is not None


def _try_parse(text: str) -> Period | None:
    try:
        return parse_when(text)
    except DateError:
        return None


def _unread_error(words: Sequence[str], start: int) -> DateError:
    """Return why no date begins with the argument at `start`."""
    unread: list[str] = []
    for word in words[start:]:
        if unread and _is_latest(word):
            break
        unread.append(word)
        if re.search("[0-9]{4}", word):
            break
    text = " ".join(unread)
    try:
        parse_when(text)
    except DateError as error:
        return error
    # One of the arguments was quoted, and so it was not joined.
    return DateError(f"{quote(unread[0])} is not a date; did you mean {quote(text)}?")


def _ambiguity_error(one: Sequence[str], other: Sequence[str]) -> DateError:
    """Return the error that names what is different in two readings."""
    while one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    first, second = (" and ".join(map(quote, dates)) for dates in (one, other))
    return DateError(
        f"{quote(' '.join(one))} can be read as {first} or as {second}. "
        "Put each date in quotation marks."
    )
