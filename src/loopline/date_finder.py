"""The dates among the words of a query, read as generously as the words themselves."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from loopline.date_forms import NUMERALS, find_year, match_date, read_date
from loopline.models import MONTH_NUMBERS, Milestone, Period

_LIMITS = {
    "after": r"after|following|post|beyond|(?:later|newer)\s+than",
    "since": r"since|starting|on\s+or\s+after|not?\s+earlier\s+than|not\s+before|自",
    "before": r"before|pre|prior\s+to|(?:earlier|older)\s+than",
    "until": r"until|till?|by|on\s+or\s+before|through|up\s+to|not?\s+later\s+than|not\s+after"
    "|截至",
    "between": "between",
}
_LIMITS_AFTER = {
    "after": "[之以]?[後后]",
    "since": r"onwards?|on(?=\W*$)|to\s+(?:date|now)|(?:and|or)\s+(?:after|later|onwards?)"
    "|以[來来]|開始|开始|起|至今",
    "before": "[之以]?前",
    "until": r"(?:and|or)\s+(?:before|earlier)|[為为]止",
}
_INCLUSIVE = {"after": "since", "before": "until"}
_STARTS, _ENDS = ("start", "beginning", "初"), ("end", "底", "末")
_VAGUE = "early|mid|middle|late|start|beginning|end|spring|summer|autumn|fall|winter"
# What comes before a date and says no more than the date does.
_FILLERS = "in|on|of|at|the|for|from|about|around|circa|during|throughout|within|dated|years?|month"
# A leap year, to read the dates of no year in.
_ANY_YEAR = 2000


def _any_of(patterns: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())


_WORDS = rf"(?P<words>(?:(?:{_FILLERS}|{_VAGUE})(?:\s+|-)|[由從从在於于]\s*){{,5}})"
_LEAD = rf"(?:(?:{_any_of(_LIMITS)})(?:\s+|-|(?<![a-z])))?{_WORDS}"
_JOINT = r"\s+(?:to|until|till|through|[-–—~])\s+|\s*(?:\.\.+|[至到])\s*|[-–—~]"
_BETWEEN_JOINT = rf"{_JOINT}|\s+(?:and|&)\s+|\s*[和與与及]\s*"
# These characters also begin words: 中央, 初步, 前海, 後勤, 起草.
_TAIL = rf"""(?:['’]s\b)?
    (?:\s*(?P<vague>[上中下]旬|中(?![央國国心環环])|初(?!步)|[底末]))?
    (?:\s*(?:{_any_of(_LIMITS_AFTER)})(?![a-z海勤草]))?"""
# Where a date, or what leads to it, may begin; and what is skipped if none does.
_START = rf"(?<![a-z$€£¥年{NUMERALS}])[a-z{NUMERALS}]|[由從从在於于自]|截至"
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
            day = milestone.date.day if milestone.precision == "day" else None
            return self.period.month == milestone.date.month and self.period.day in (None, day)
        if self.period.first == self.period.last:
            return milestone.period.is_within(self.period)
        return milestone.period.overlaps(self.period)


def find_dates(text: str) -> list[DateMatch]:
    """Return the dates in a text from left to right, each as long as it can be."""
    dates: list[DateMatch] = []
    if not _may_have_date(text):
        return dates
    text = re.sub(r"\s", " ", text)
    position = 0
    while start := _compile(_START).search(text, position):
        lead = _match(_LEAD, text, start.start())
        found = match_date(text, lead.end())
        if found is None:
            position = max(_match(_REST, text, start.start()).end(), start.end())
        elif date_match := _find_range(text, lead, found) or _find_single(text, lead, found):
            dates.append(date_match)
            position = date_match.end
        else:
            position = _match(_REST, text, found.end()).end()
    return dates


def _may_have_date(text: str) -> bool:
    """Return whether a text has a digit, or a month; most have none, and the forms cost a start."""
    lower = text.lower()
    has_month = any(month in lower for month in (*MONTH_NUMBERS, "年", "月"))
    return has_month or any(map(str.isdigit, text))


def _find_range(text: str, lead: re.Match[str], opening: re.Match[str]) -> DateMatch | None:
    """Return the range that a date opens: between 2021 and 2022, from 2021 to 2022, 2021-2022."""
    limit = _find_limit(lead)
    joint = _match(f"(?:{_BETWEEN_JOINT if limit == 'between' else _JOINT})?", text, opening.end())
    words = _match(_WORDS, text, joint.end())
    closing = match_date(text, words.end())
    is_range = joint[0] and limit in (None, "between", "since")
    if not is_range or closing is None or not _is_whole(text, closing):
        return None
    try:
        # In July to December 2021, and in 2021年7月至12月, both are of the same year.
        first = read_date(opening, find_year(closing)).first
        last = read_date(closing, find_year(opening)).last
    except ValueError:
        return None
    vague = (*_find_vague(lead), *_find_vague(words))
    date_match = DateMatch(lead.start(), closing.end(), Period(first, last), vague=vague)
    return date_match if first <= last else None


def _find_single(text: str, lead: re.Match[str], found: re.Match[str]) -> DateMatch | None:
    """Return a date, or the days after, since, before or until it."""
    if not _is_whole(text, found) or _is_verb(text, lead, found):
        return None
    try:
        period = read_date(found, 0 if "part" in found.groupdict() else _ANY_YEAR)
    except ValueError:
        return None
    tail = _match(_TAIL, text, found.end())
    start, limit = lead.start(), _find_limit(lead)
    if limit == "between":
        start, limit = lead.start("words"), None
    vague = (*_find_vague(lead), *filter(None, [tail["vague"]]))
    if not found["year"]:
        unused = [lead[limit]] if limit else []
        day = period.first.day if period.first == period.last else None
        yearly = YearlyDate(period.first.month, day)
        return DateMatch(start, tail.end(), yearly, vague=(*unused, *vague))
    limit = limit or _find_limit(tail)
    if limit is not None:
        period, vague = _limit_period(limit, period, vague)
    return DateMatch(start, tail.end(), period, limit is not None, vague)


def _limit_period(
    limit: str, period: Period, vague: tuple[str, ...]
) -> tuple[Period, tuple[str, ...]]:
    """Return the days after, since, before or until a period, and the vague words not used."""
    part = vague[-1] if vague else ""
    if part and (limit, part in _STARTS, part in _ENDS) not in (
        ("after", False, True),
        ("before", True, False),
    ):
        # Before the end of 2021 is not before 2021.
        limit = _INCLUSIVE.get(limit, limit)
    if (part in _ENDS and limit != "since") or (part in _STARTS and limit != "until"):
        vague = ()
    day = timedelta(days=1)
    match limit:
        case "after":
            return Period(min(period.last, date.max - day) + day, date.max), vague
        case "since":
            return Period(period.first, date.max), vague
        case "before":
            return Period(date.min, max(period.first, date.min + day) - day), vague
        case _:
            return Period(date.min, period.last), vague


def _find_limit(match: re.Match[str]) -> str | None:
    return next((limit for limit in _LIMITS if match.groupdict().get(limit)), None)


def _find_vague(lead: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.findall(rf"\b(?:{_VAGUE})\b", lead["words"].lower()))


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Return whether a date ends where it seems to: not so 2022 in 2022-23, nor May in Mayor."""
    following = text[found.end() : found.end() + 2]
    is_joined = re.match("[A-Za-z0-9]|[-–/.][0-9]", following)
    return not (is_joined and found[0][-1].isascii())


def _is_verb(text: str, lead: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether “may” or “march” is no month, because nothing beside it says that it is."""
    is_beside = _find_limit(lead) or lead["words"].strip().lower() not in ("", "the")
    return found[0] in ("may", "march") and not is_beside and text.strip(" ?.!") != found[0]


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE | re.VERBOSE)


def _match(pattern: str, text: str, position: int) -> re.Match[str]:
    """Return the match of a pattern that matches anywhere, if only nothing."""
    match = _compile(pattern).match(text, position)
    assert match is not None  # noqa: S101
    return match
