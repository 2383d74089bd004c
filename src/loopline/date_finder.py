"""The dates among the words of a query, read as generously as the words themselves."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from loopline.dates import NUMERALS, find_year, match_date, read_date
from loopline.models import MONTH_NUMBERS, Milestone, Period

_Limit = Literal["after", "since", "before", "until"]

_LIMITS: dict[str, _Limit] = {
    **dict.fromkeys(("after", "following", "post", "later than", "newer than"), "after"),
    **dict.fromkeys(("since", "starting", "no earlier than", "not earlier than"), "since"),
    **dict.fromkeys(("not before", "自"), "since"),
    **dict.fromkeys(("before", "pre", "prior to", "earlier than", "older than"), "before"),
    **dict.fromkeys(("until", "till", "til", "by", "through", "up to", "not after"), "until"),
    **dict.fromkeys(("no later than", "not later than", "截至"), "until"),
}
_LIMITS_AFTER: dict[str, _Limit] = {
    **dict.fromkeys(("之後", "之后", "以後", "以后", "後", "后"), "after"),
    **dict.fromkeys(("onward", "onwards", "and onwards", "and later", "or later"), "since"),
    **dict.fromkeys(("and after", "or after"), "since"),
    **dict.fromkeys(("以來", "以来", "開始", "开始", "起", "至今"), "since"),
    **dict.fromkeys(("之前", "以前", "前"), "before"),
    **dict.fromkeys(("and before", "or before", "and earlier", "or earlier"), "until"),
    **dict.fromkeys(("為止", "为止"), "until"),
}
_INCLUSIVE: dict[_Limit, _Limit] = {"after": "since", "before": "until"}
_STARTS, _ENDS = ("start", "beginning", "初"), ("end", "底", "末")
_VAGUE = (*"early mid middle late start beginning end spring summer autumn fall winter".split(),)
# What comes before a date and says no more than the date does.
_FILLERS = """
    in on of at the for from about around circa during throughout within dated year years month
    """.split()
# A leap year, to read the dates of no year in.
_ANY_YEAR = 2000


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for the words, with the longer ones before those that they begin with."""
    return "|".join(sorted(words, reverse=True)).replace(" ", r"\s+")


# A text that has none of these has no date.
_HINT = rf"[\d年月]|{_any_of(MONTH_NUMBERS)}"
_WORDS = rf"(?P<words>(?:(?:{_any_of([*_FILLERS, *_VAGUE])})(?:\s+|-)|[由從从在於于]\s*){{,5}})"
_LEAD = rf"(?:(?P<limit>between|{_any_of(_LIMITS)})(?:\s+|-|(?<![a-z])))?{_WORDS}"
_JOINT = r"\s+(?:to|until|till|through|[-–—~])\s+|\s*(?:\.\.+|[至到])\s*|[-–—~]"
_BETWEEN_JOINT = rf"{_JOINT}|\s+(?:and|&)\s+|\s*[和與与及]\s*"
# These characters also begin words: 中央, 初步, 前海, 後勤, 起草.
_TAIL = rf"""(?:['’]s\b)?
    (?:\s*(?P<vague>[上中下]旬|中(?![央國国心環环])|初(?!步)|[底末]))?
    (?:\s*(?P<limit>{_any_of(_LIMITS_AFTER)})(?![a-z海勤草]))?"""
# Where a date, or what leads to it, may begin; and what is skipped if none does.
_START = rf"(?<![a-z$€£¥{NUMERALS}])[a-z{NUMERALS}]|[由從从在於于自]|截至"
_REST = r"[a-z\d]*(?:[-/.:–][a-z]*\d[a-z\d]*)*"


class YearlyDate(NamedTuple):
    """A month, or a day of a month, of any year."""

    month: int
    day: int | None = None


class DateMatch(NamedTuple):
    """A date in a query: the text from `start` to `end`.

    Attributes:
        start: Where it begins, with the words before it that belong to it, such as `since`.
        end: Where it ends.
        period: The days that it means, or a month or a day of any year.
        is_limit: Whether one end is open, as in `since 2021`.
        vague: Words such as `early` of which no use is made.
    """

    start: int
    end: int
    period: Period | YearlyDate
    is_limit: bool = False
    vague: tuple[str, ...] = ()

    def matches(self, milestone: Milestone) -> bool:
        """Return whether a milestone is dated so; it is on a day only if it is dated to the day."""
        if isinstance(self.period, YearlyDate):
            month, day = self.period
            is_day = milestone.precision == "day" and milestone.date.day == day
            return milestone.date.month == month and (day is None or is_day)
        if self.period.first == self.period.last:
            return milestone.period.is_within(self.period)
        return milestone.period.overlaps(self.period)


def find_dates(text: str) -> list[DateMatch]:
    """Return the dates in a text from left to right, each as long as it can be."""
    dates: list[DateMatch] = []
    text = re.sub(r"\s", " ", text)
    position = 0 if _compile(_HINT).search(text) else len(text)
    while start := _compile(_START).search(text, position):
        lead = _match(_LEAD, text, start.start())
        found = match_date(text, lead.end())
        if found is None:
            position = max(_match(_REST, text, start.start()).end(), start.end())
            continue
        date_match = _find_range(text, lead, found) or _find_single(text, lead, found)
        dates += [date_match] if date_match else []
        position = date_match.end if date_match else _match(_REST, text, found.end()).end()
    return dates


def _find_range(text: str, lead: re.Match[str], opening: re.Match[str]) -> DateMatch | None:
    """Return the range that a date opens: between 2021 and 2022, from 2021 to 2022, 2021-2022."""
    limit = _fold(lead["limit"])
    joint = _match(f"(?:{_BETWEEN_JOINT if limit == 'between' else _JOINT})?", text, opening.end())
    words = _match(_WORDS, text, joint.end())
    closing = match_date(text, words.end())
    is_range = joint[0] and limit in ("", "between", "since")
    if not is_range or closing is None or not _is_whole(text, closing):
        return None
    try:
        # In July to December 2021, and in 2021年7月至12月, both are of the same year.
        first = read_date(opening, find_year(closing)).first
        last = read_date(closing, find_year(opening)).last
    except ValueError:
        return None
    vague = (*_find_vague(lead), *_find_vague(words))
    period = Period(first, last)
    return DateMatch(lead.start(), closing.end(), period, vague=vague) if first <= last else None


def _find_single(text: str, lead: re.Match[str], found: re.Match[str]) -> DateMatch | None:
    """Return a date, or the days after, since, before or until it."""
    if not _is_whole(text, found) or _is_verb(text, lead, found):
        return None
    year = find_year(found)
    try:
        period = read_date(found, year if "part" in found.groupdict() else _ANY_YEAR)
    except ValueError:
        return None
    tail = _match(_TAIL, text, found.end())
    is_between = _fold(lead["limit"]) == "between"
    start = lead.start("words") if is_between else lead.start()
    vague = (*_find_vague(lead), *filter(None, [tail["vague"]]))
    limit = _LIMITS.get(_fold(lead["limit"])) or _LIMITS_AFTER.get(_fold(tail["limit"]))
    if not year:
        words = [] if is_between else filter(None, [lead["limit"], tail["limit"]])
        day = period.first.day if period.first == period.last else None
        return DateMatch(
            start, tail.end(), YearlyDate(period.first.month, day), vague=(*words, *vague)
        )
    if limit is None:
        return DateMatch(start, tail.end(), period, vague=vague)
    if vague:
        limit, vague = _sharpen(limit, vague)
    return DateMatch(start, tail.end(), _limit_period(limit, period), True, vague)


def _sharpen(limit: _Limit, vague: tuple[str, ...]) -> tuple[_Limit, tuple[str, ...]]:
    """Return what a limit and vague words mean for the whole date, and what they leave unused."""
    is_start, is_end = vague[-1] in _STARTS, vague[-1] in _ENDS
    if not ((limit == "after" and is_end) or (limit == "before" and is_start)):
        # Before the end of 2021 is not before 2021.
        limit = _INCLUSIVE.get(limit, limit)
    is_sharp = (is_end and limit != "since") or (is_start and limit != "until")
    return limit, () if is_sharp else vague


def _limit_period(limit: _Limit, period: Period) -> Period:
    day = timedelta(days=1)
    if limit == "after":
        return Period(min(period.last, date.max - day) + day, date.max)
    if limit == "before":
        return Period(date.min, max(period.first, date.min + day) - day)
    return Period(period.first, date.max) if limit == "since" else Period(date.min, period.last)


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Return whether a date ends where it seems to: not so 2022 in 2022-23, nor May in Mayor."""
    return re.search("[A-Za-z0-9]$", found[0]) is None or not re.match(
        "[A-Za-z0-9]|[-–/.][0-9]", text[found.end() : found.end() + 2]
    )


def _is_verb(text: str, lead: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether “may” or “march” is no month, because nothing beside it says that it is."""
    is_beside = lead["limit"] or lead["words"].strip().lower() not in ("", "the")
    return found[0] in ("may", "march") and not is_beside and text.strip(" ?.!") != found[0]


def _find_vague(lead: re.Match[str]) -> tuple[str, ...]:
    return tuple(word for word in re.findall("[a-z]+", lead["words"].lower()) if word in _VAGUE)


def _fold(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE | re.VERBOSE)


def _match(pattern: str, text: str, position: int) -> re.Match[str]:
    """Return the match of a pattern that matches anywhere, if only nothing."""
    match = _compile(pattern).match(text, position)
    assert match is not None  # noqa: S101
    return match
