"""The dates among the words of a query, read as generously as the words themselves."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from loopline.date_forms import BEGINNING, FLAGS, NUMERALS, find_year, match_date, read_date
from loopline.models import MONTH_NUMBERS, Milestone, Period

# What limits a date that follows, or one that comes before.
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
_VAGUE_WORDS = "early|mid|middle|late|start|beginning|end|spring|summer|autumn|fall|winter"
# These characters also begin words: 中央, 初步.
_VAGUE_HAN = "[上中下]旬|中(?![央國国心環环])|初(?!步)|[底末]"
_VAGUE = rf"\b(?:{_VAGUE_WORDS})\b|{_VAGUE_HAN}"
# What comes before a date and says no more than the date does.
_FILLERS = "in|on|of|at|the|for|from|about|around|circa|during|throughout|within|dated|years?|month"
# A leap year, to read the dates of no year in.
_ANY_YEAR = 2000


def _any_of(limits: dict[str, str]) -> str:
    return f"(?P<limit>{'|'.join(f'(?P<{name}>{words})' for name, words in limits.items())})"


_WORDS = rf"(?P<words>(?:(?:{_FILLERS}|{_VAGUE_WORDS})(?:\s+|-)|[由從从在於于]\s*){{,5}})"
# No word begins within another, and no date within a number, a sum of money or another date.
_LEAD = rf"""(?:(?<![a-z\d])|(?![a-z])) (?:{_any_of(_LIMITS)}(?:\s+|-|(?<![a-z])))? {_WORDS}
    (?<![a-z$€£¥年{NUMERALS}])(?<!\d[-/.:–])(?={BEGINNING})"""
_JOINT = rf"""(?:\s+(?:to|until|till|through|[-–—~])\s+|\s*(?:\.\.+|[至到])\s*|[-–—~]
    |(?P<and>\s+(?:and|&)\s+|\s*[和與与及]\s*)){_WORDS}"""
# Some of these characters also begin words: 前海, 後勤, 起草.
_TAIL = rf"""(?:['’]s\b)?
    (?P<words>\s*(?:{_VAGUE_HAN}))?
    (?:\s*{_any_of(_LIMITS_AFTER)}(?![a-z海勤草]))?"""


class DateMatch(NamedTuple):
    """A date in a query: the text from `start` to `end`.

    Attributes:
        start: Where it begins, with the words before it that belong to it, such as `since`.
        end: Where it ends.
        period: The days that it means.
        is_yearly: Whether they are those of any year, as in `6 September`.
        is_limit: Whether one end is open, as in `since 2021`.
        vague: Words such as `early` of which no use is made.
    """

    start: int
    end: int
    period: Period
    is_yearly: bool = False
    is_limit: bool = False
    vague: tuple[str, ...] = ()

    def matches(self, milestone: Milestone) -> bool:
        """Return whether a milestone is dated so; it is on a day only if it is dated to the day."""
        period = milestone.period
        if self.is_yearly:
            period = Period(*(day.replace(year=_ANY_YEAR) for day in period))
        is_day = self.period.first == self.period.last
        return period.is_within(self.period) if is_day else period.overlaps(self.period)


def find_dates(text: str) -> list[DateMatch]:
    """Return the dates in a text from left to right, each as long as it can be."""
    dates: list[DateMatch] = []
    # Most queries have no date, and compiling the forms takes a few per cent of a start.
    lower = text.lower()
    if not any(sign in lower for sign in (*MONTH_NUMBERS, *"0123456789年月")):
        return dates
    text = re.sub(r"\s", " ", text)
    position = 0
    while lead := re.compile(_LEAD, FLAGS).search(text, position):
        position = lead.end() + 1
        if found := match_date(text, lead.end()):
            position = found.end()
            if date_match := _read_range(text, lead, found) or _read_single(text, lead, found):
                dates.append(date_match)
                position = date_match.end
    return dates


def _read_range(text: str, lead: re.Match[str], opening: re.Match[str]) -> DateMatch | None:
    """Return the range that a date opens: between 2021 and 2022, from 2021 to 2022, 2021-2022."""
    joint = re.compile(_JOINT, FLAGS).match(text, opening.end())
    closing = match_date(text, joint.end()) if joint else None
    limits = ["between"] if joint and joint["and"] else [None, "between", "since"]
    if not (joint and closing and _is_whole(text, closing) and _find_limit(lead) in limits):
        return None
    try:
        # In July to December 2021, and in 2021年7月至12月, both are of the same year.
        first = read_date(opening, find_year(closing)).first
        last = read_date(closing, find_year(opening)).last
    except ValueError:
        return None
    vague = (*_find_vague(lead), *_find_vague(joint))
    date_match = DateMatch(lead.start(), closing.end(), Period(first, last), vague=vague)
    return date_match if first <= last else None


def _read_single(text: str, lead: re.Match[str], found: re.Match[str]) -> DateMatch | None:
    """Return a date, or the days after, since, before or until it."""
    if not _is_whole(text, found) or _is_verb(text, lead, found):
        return None
    tail = re.compile(_TAIL, FLAGS).match(text, found.end())
    assert tail is not None  # noqa: S101
    limit = _find_limit(lead) or _find_limit(tail)
    vague = (*_find_vague(lead), *_find_vague(tail))
    try:
        period = read_date(found, 0 if "part" in found.groupdict() else _ANY_YEAR)
        if found["year"] and limit and limit != "between":
            period, vague = _limit_period(limit, period, vague)
            return DateMatch(lead.start(), tail.end(), period, is_limit=True, vague=vague)
    except (OverflowError, ValueError):
        return None
    vague = (*filter(None, [lead["limit"], tail["limit"]]), *vague)
    return DateMatch(lead.start(), tail.end(), period, is_yearly=not found["year"], vague=vague)


def _limit_period(
    limit: str, period: Period, vague: tuple[str, ...]
) -> tuple[Period, tuple[str, ...]]:
    """Return the days after, since, before or until a period, and the vague words not used."""
    first, last = period
    match vague:
        case [*others, "start" | "beginning" | "初"]:
            last, vague = first, tuple(others)
        case [*others, "end" | "底" | "末"]:
            first, vague = last, tuple(others)
        case [_, *_]:
            limit = _INCLUSIVE.get(limit, limit)
    match limit:
        case "after":
            return Period(last + timedelta(days=1), date.max), vague
        case "since":
            return Period(first, date.max), vague
        case "before":
            return Period(date.min, first - timedelta(days=1)), vague
        case _:
            return Period(date.min, last), vague


def _find_limit(match: re.Match[str]) -> str | None:
    return next((limit for limit in _LIMITS if match.groupdict().get(limit)), None)


def _find_vague(match: re.Match[str]) -> list[str]:
    """Return the words such as `early` in what leads to a date or follows it."""
    return re.findall(_VAGUE, (match["words"] or "").lower(), FLAGS)


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Return whether a date ends where it seems to: not so 2022 in 2022-23, nor May in Mayor."""
    following = text[found.end() : found.end() + 2]
    is_joined = re.match("[A-Za-z0-9]|[-–/.][0-9]", following)
    return not (is_joined and found[0][-1].isascii())


def _is_verb(text: str, lead: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether “may” or “march” is no month, because nothing beside it says that it is."""
    is_bare = lead[0].strip().lower() in ("", "the")
    return found[0] in ("may", "march") and is_bare and text.strip(" ?.!") != found[0]
