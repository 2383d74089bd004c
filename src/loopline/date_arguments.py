"""Dates that were typed without quotation marks, as several arguments of a command line.

Arguments are joined into dates only if there is one way to do so; nothing is guessed. An argument
that is a date with a blank in it was quoted by whoever typed it, and is joined to no other.
"""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Literal, NamedTuple, Optional

from loopline.dates import match_whole, parse_when, read_date
from loopline.errors import DateError
from loopline.models import Period
from loopline.text import quote

Latest = Literal["latest"]
Limit = Period | Latest | None

_SEPARATORS = frozenset({"-", "–", "—", "to", "and", "until", "至", "到"})
# A separator within an argument. None of these is part of a date, unless the whole argument is one.
_INNER_SEPARATOR = (
    r"\s*(\.\.+|[…–—至到]|(?<=[0-9]{4})-(?=[0-9]{4})|(?<=\s)(?:-|to|and|until)(?=\s))\s*"
)
# As many as in “second half of the year 2021” or “2021 年 9 月 6 日”.
_MAX_WORDS = 6
_YEAR_BEFORE_MONTH = r"[0-9]{4},? [A-Za-z.]+[1-4]? [0-9]{4},?"


class _Dates(NamedTuple):
    """The dates as which arguments are read: the last one and, linked, those before it."""

    period: Period | Latest
    text: str
    before: Optional["_Dates"]


# The dates, and how many of them are a year and a month before another year.
_Reading = tuple[int, _Dates | None]


def parse_whens(words: Sequence[str]) -> list[Period | Latest]:
    """Return the dates that the arguments stand for, without any argument left over.

    For example, `6 Sep 2021 latest` are the sixth of September and "latest".

    Raises:
        DateError: The arguments are not all part of a date, or can be read in two ways.
    """
    _refuse_empty(words)
    readings = _find_readings(words)
    match readings[-1]:
        case [(oddness, one), (other_oddness, other)] if oddness == other_oddness:
            raise _ambiguity_error(_list_dates(one), _list_dates(other))
        case [(_, dates), *_]:
            return [date.period for date in _list_dates(dates)]
    raise _unread_error(words, max(start for start, found in enumerate(readings) if found))


def parse_range(words: Sequence[str]) -> tuple[Limit, Limit]:
    """Return the START and the END that the arguments stand for; None where there is no limit.

    Between the two may stand `to`, `and`, `until`, `-` or `..`.

    Raises:
        DateError: The arguments are no such range, or can be read in two ways.
    """
    _refuse_empty(words)
    words = [part for word in words for part in _split_at_separators(word)]
    separators = [i for i, word in enumerate(words) if word.lower() in _SEPARATORS]
    if not separators and ".." in words:
        separators = [words.index("..")]
    if len(separators) == 1:
        (middle,) = separators
        separator = words[middle]
        return _read_side(words[:middle], separator), _read_side(words[middle + 1 :], separator)
    dates = parse_whens(words) if not separators else []
    if separators or len(dates) > 2:
        raise DateError("Give one START and one END, such as between 2021 and 2022.")
    start, end, *_ = (*dates, None, None)
    return start, end


def _refuse_empty(words: Sequence[str]) -> None:
    """Raise DateError for an empty argument, which a variable that is not set leaves."""
    for word in words:
        if not word.strip():
            parse_when(word)


def _find_readings(words: Sequence[str]) -> list[list[_Reading]]:
    """Return for each number of arguments, from none to all, the two best readings of the first."""
    readings: list[list[_Reading]] = [[(0, None)], *([] for _ in words)]
    for start, before in enumerate(readings):
        for end in range(start + 1, min(start + _MAX_WORDS, len(words)) + 1) if before else ():
            text = " ".join(words[start:end])
            period = _join(words[start:end])
            if period is not None:
                # Nobody who types `2018 Oct 2023` means October 2018; `2018 Oct` is that month.
                is_odd = re.fullmatch(_YEAR_BEFORE_MONTH, " ".join(words[start : end + 1]))
                readings[end] += [
                    (oddness + bool(is_odd), _Dates(period, text, dates))
                    for oddness, dates in before
                ]
                readings[end] = sorted(readings[end], key=itemgetter(0))[:2]
    return readings


def _join(words: Sequence[str]) -> Period | Latest | None:
    """Return the arguments as one date, which may end with a comma; None if they are none."""
    if any(map(_is_latest, words)):
        return "latest" if len(words) == 1 else None
    if len(words) > 1 and any(map(_is_quoted_date, words)):
        return None
    # A comma does not end a date after the day, as in “Sep 6, 2021”.
    ends_with_year = re.search("[0-9]{4}", words[-1])
    text = " ".join(words)
    return _try_parse(text.removesuffix(",") if ends_with_year else text)


def _list_dates(dates: _Dates | None) -> list[_Dates]:
    """Return linked dates in order."""
    listed = []
    while dates:
        listed.append(dates)
        dates = dates.before
    return listed[::-1]


def _split_at_separators(word: str) -> list[str]:
    """Return the parts of an argument such as `2021-09..2021-12`."""
    if not re.search(_INNER_SEPARATOR, word) or _try_parse(word):
        return [word]
    parts = [part for part in re.split(_INNER_SEPARATOR, word) if part]
    return [".." if re.fullmatch(r"\.\.+|…", part) else part for part in parts]


def _read_side(words: Sequence[str], separator: str) -> Limit:
    """Return the date on one side of a separator; raise DateError if it is not one."""
    text = " ".join(words)
    if text == ".." or (not words and separator == ".."):
        return None
    if not words:
        sides = "needs a date on either side, such as between 2021 and 2022"
        raise DateError(f"{quote(separator)} {sides}. For no limit, use “..”.")
    return "latest" if _is_latest(text) else parse_when(text)


def _is_latest(word: str) -> bool:
    return word.lower().removesuffix(",") == "latest"


def _is_quoted_date(word: str) -> bool:
    """Return whether an argument is a date that would be several arguments without quotes."""
    return " " in word and _try_parse(word) is not None


def _try_parse(text: str) -> Period | None:
    match = match_whole(text)
    try:
        return read_date(match) if match is not None and match["year"] else None
    except ValueError:
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


def _ambiguity_error(one: Sequence[_Dates], other: Sequence[_Dates]) -> DateError:
    """Return the error that names what is different in two readings."""
    texts, others = ([date.text for date in dates] for dates in (one, other))
    while texts[0] == others[0]:
        texts, others = texts[1:], others[1:]
    while texts[-1] == others[-1]:
        texts, others = texts[:-1], others[:-1]
    first, second = (" and ".join(map(quote, dates)) for dates in (texts, others))
    return DateError(
        f"{quote(' '.join(texts))} can be read as {first} or as {second}. "
        "Put each date in quotation marks."
    )
