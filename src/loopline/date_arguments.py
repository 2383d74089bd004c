"""Dates that were typed without quotation marks, as several arguments of a command line.

Arguments are joined into dates only if there is one way to do so; nothing is guessed. An argument
that is a date with a blank in it was quoted by whoever typed it, and is joined to no other.
"""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal, NamedTuple, Optional

from loopline.date_forms import try_parse
from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.models import Period
from loopline.text import quote

Latest = Literal["latest"]
Limit = Period | Latest | None

_SEPARATORS = frozenset({"-", "–", "—", "to", "and", "until", "至", "到", ".."})
# A separator within an argument. None of these is part of a date, unless the whole argument is one.
_INNER_SEPARATOR = (
    r"\s*(\.\.+|[…–—至到]|(?<=[0-9]{4})-(?=[0-9]{4})|(?<=\s)(?:-|to|and|until)(?=\s))\s*"
)
# As many as in “2021 年 9 月 6 日”.
_MAX_WORDS = 6
_YEAR_MONTH_YEAR = r"[0-9]{4},? [A-Za-z.]+[1-4]? [0-9]{4},?"
_EXAMPLE = "such as between 2021 and 2022"


class _Reading(NamedTuple):
    """The dates as which arguments are read: the last one and, linked, those before it.

    Its oddness is how many of them are a year and a month, though another year follows.
    """

    oddness: int = 0
    text: str = ""
    period: Period | Latest = "latest"
    before: Optional["_Reading"] = None

    def list(self) -> list["_Reading"]:
        """Return the reading of each date, from the first to the last."""
        readings, reading = [], self
        while reading.before is not None:
            readings.append(reading)
            reading = reading.before
        return readings[::-1]


def parse_whens(words: Sequence[str]) -> list[Period | Latest]:
    """Return the dates that the arguments stand for, without any argument left over.

    For example, `6 Sep 2021 latest` are the sixth of September and "latest".

    Raises:
        DateError: The arguments are not all part of a date, or can be read in two ways.
    """
    _refuse_empty(words)
    # For each number of arguments, from none to all, the two best readings of the first.
    readings: list[list[_Reading]] = [[_Reading()], *([] for _ in words)]
    for start, before in enumerate(readings):
        for end in range(start + 1, min(start + _MAX_WORDS, len(words)) + 1) if before else ():
            period = _join(words[start:end])
            if period is not None:
                # Nobody who types `2018 Oct 2023` means October 2018; `2018 Oct` is that month.
                is_odd = bool(re.fullmatch(_YEAR_MONTH_YEAR, " ".join(words[start : end + 1])))
                text = " ".join(words[start:end])
                readings[end] += [_Reading(r.oddness + is_odd, text, period, r) for r in before]
                readings[end] = sorted(readings[end], key=attrgetter("oddness"))[:2]
    match readings[-1]:
        case [one, other] if one.oddness == other.oddness:
            raise _ambiguity_error(one, other)
        case [one, *_]:
            return [reading.period for reading in one.list()]
    raise _unread_error(words[max(start for start, found in enumerate(readings) if found) :])


def parse_range(words: Sequence[str]) -> tuple[Limit, Limit]:
    """Return the START and the END that the arguments stand for; None where there is no limit.

    Between the two may stand `to`, `and`, `until`, `-` or `..`.

    Raises:
        DateError: The arguments are no such range, or can be read in two ways.
    """
    _refuse_empty(words)
    words = [part for word in words for part in _split_at_separators(word)]
    separators = [i for i, word in enumerate(words) if word.lower() in _SEPARATORS]
    # In “2018 to ..”, the dots stand for an END.
    separators = [i for i in separators if words[i] != ".."] or separators[:1]
    if len(separators) == 1:
        (middle,) = separators
        return _read_side(words[:middle], words[middle]), _read_side(
            words[middle + 1 :], words[middle]
        )
    dates = parse_whens(words) if not separators else []
    if separators or len(dates) > 2:
        raise DateError(f"Give one START and one END, {_EXAMPLE}.")
    start, end, *_ = (*dates, None, None)
    return start, end


def _refuse_empty(words: Sequence[str]) -> None:
    """Raise DateError for an empty argument, which a variable that is not set leaves."""
    for word in words:
        if not word.strip():
            parse_when(word)


def _join(words: Sequence[str]) -> Period | Latest | None:
    """Return the arguments as one date, which may end with a comma; None if they are none."""
    if any(map(_is_latest, words)):
        return "latest" if len(words) == 1 else None
    if len(words) > 1 and any(" " in word and try_parse(word) for word in words):
        return None
    # A comma does not end a date after the day, as in “Sep 6, 2021”.
    return try_parse(" ".join([*words[:-1], re.sub("(?<=[0-9]{4}),$", "", words[-1])]))


def _is_latest(word: str) -> bool:
    return word.lower().removesuffix(",") == "latest"


def _split_at_separators(word: str) -> list[str]:
    """Return the parts of an argument such as `2021-09..2021-12`."""
    if try_parse(word):
        return [word]
    parts = filter(None, re.split(_INNER_SEPARATOR, word))
    return [".." if re.fullmatch(r"\.\.+|…", part) else part for part in parts]


def _read_side(words: Sequence[str], separator: str) -> Limit:
    """Return the date on one side of a separator; raise DateError if it is not one."""
    text = " ".join(words) or separator
    if text == "..":
        return None
    if not words:
        need = f"needs a date on either side, {_EXAMPLE}"
        raise DateError(f"{quote(separator)} {need}. For no limit, use “..”.")
    return "latest" if _is_latest(text) else parse_when(text)


def _unread_error(words: Sequence[str]) -> DateError:
    """Return why no date begins with the first of the arguments."""
    # As far as a date would go: to the first year, or to what is one by itself.
    ends = (
        end
        for end in range(1, len(words))
        if re.search("[0-9]{4}", words[end - 1]) or _is_latest(words[end])
    )
    text = " ".join(words[: next(ends, len(words))])
    if try_parse(text):
        # One of the arguments was quoted, and so it was not joined.
        return DateError(f"{quote(words[0])} is not a date; did you mean {quote(text)}?")
    from loopline.date_errors import explain

    return explain(text)


def _ambiguity_error(one: _Reading, other: _Reading) -> DateError:
    """Return the error that names what is different in two readings."""
    texts, others = ([reading.text for reading in r.list()] for r in (one, other))
    first, second = [t for t in texts if t not in others], [t for t in others if t not in texts]
    shown = [" and ".join(map(quote, dates)) for dates in (first, second)]
    return DateError(
        f"{quote(' '.join(first))} can be read as {shown[0]} or as {shown[1]}. "
        "Put each date in quotation marks."
    )
