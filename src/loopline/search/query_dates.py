"""Dates among the words of a query, read as generously as the words themselves.

What narrows a search, `--since` and `--until`, is read strictly, by loopline.dates.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from loopline.models import MONTH_NUMBERS, Milestone, Period
from loopline.search.analysis import Token
from loopline.search.numerals import parse_day

_PREPOSITIONS = {
    **dict.fromkeys(("after", "following", "post"), "after"),
    **dict.fromkeys(("since", "starting"), "since"),
    **dict.fromkeys(("before", "pre", "prior"), "before"),
    **dict.fromkeys(("until", "till", "til", "by", "through"), "until"),
}
_POSTPOSITIONS = {
    **dict.fromkeys(("之后", "以后", "后"), "after"),
    **dict.fromkeys(("以来", "开始", "起", "至今", "onward", "onwards"), "since"),
    **dict.fromkeys(("之前", "以前", "前"), "before"),
    **dict.fromkeys(("为止",), "until"),
}
_RANGE_WORDS = frozenset({"to", "until", "till", "through", "至", "到"})
_NEWEST = (("latest",), ("newest",), ("most", "recent"), ("最", "新"), ("最", "近"))
# What comes before a date and says no more than the date does, or less than it could.
_FILLERS = frozenset("the of to in month year around about circa".split())
_VAGUE_WORDS = frozenset(
    """
    early late mid middle start beginning end spring summer autumn fall winter
    """.split()
)
_INCLUSIVE = {"after": "since", "before": "until"}

_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_HAN_NUMERAL = frozenset("〇零一二三四五六七八九十0123456789")
_HAN_UNITS = {"年": "year", "月": "month", "日": "day", "号": "day"}
_LARGEST = {"year": 9999, "month": 12, "day": 31}


class PartialDate(NamedTuple):
    """A year, a month or a day that a milestone's own date may have."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def matches(self, milestone: Milestone) -> bool:
        """Return whether the milestone is known to have happened then."""
        date = milestone.date
        return (
            self.year in (None, date.year)
            and self.month in (None, date.month)
            and (self.day is None or (self.day == date.day and milestone.precision == "day"))
        )

    def to_period(self) -> Period | None:
        """Return the days of a date that has a year; None for one without, or that is none."""
        try:
            if self.year is None:
                return None
            if self.month is None:
                return Period.of_year(self.year)
            if self.day is None:
                return Period.of_month(self.year, self.month)
            return Period.of_day(date(self.year, self.month, self.day))
        except ValueError:
            return None


class DateMatch(NamedTuple):
    """A date in a query, tokens[start:end]: a date, some days, or None for the newest."""

    start: int
    end: int
    date: PartialDate | Period | None


def split_dates(tokens: Sequence[Token]) -> tuple[list[DateMatch], list[Token]]:
    """Return the dates among the tokens, and the other tokens that are no stop words."""
    dates: list[DateMatch] = []
    words: list[Token] = []
    position = 0
    while position < len(tokens):
        match = (
            _match_range(tokens, position)
            or _match_limit(tokens, position)
            or _match_newest(tokens, position)
        )
        if match is not None:
            dates.append(match)
            position = match.end
        else:
            words += [] if tokens[position].is_stop_word else [tokens[position]]
            position += 1
    return dates, words


def _match_newest(tokens: Sequence[Token], start: int) -> DateMatch | None:
    for words in _NEWEST:
        end = start + len(words)
        if tuple(token.folded for token in tokens[start:end]) == words:
            return DateMatch(start, end, None)
    return None


def _match_range(tokens: Sequence[Token], start: int) -> DateMatch | None:
    """Return the range that begins here: between 2021 and 2022, from 2021 to 2022, 2021-2022."""
    preposition = tokens[start].folded
    opening = _match_date(tokens, start + (preposition in ("between", "from")))
    if opening is None or opening[1] >= len(tokens):
        return None
    earlier, end = opening
    middle = tokens[end]
    is_word = middle.folded in _RANGE_WORDS or (preposition, middle.folded) == ("between", "and")
    if not (is_word or (middle.after_hyphen and len(middle.folded) == len("2021"))):
        return None
    closing = _match_date(tokens, end + is_word)
    if closing is None:
        return None
    later, end = closing
    first = earlier._replace(year=earlier.year or later.year).to_period()
    last = later.to_period()
    if first is None or last is None or first.first > last.last:
        return None
    return DateMatch(start, end, Period(first.first, last.last))


def _match_limit(tokens: Sequence[Token], start: int) -> DateMatch | None:
    """Return the date that begins here, or the days after, since, before or until it."""
    limit = _PREPOSITIONS.get(tokens[start].folded)
    match = _match_date(tokens, start + (limit is not None))
    if match is None:
        return None
    date, end = match
    for length in (2, 1):
        word = "".join(token.folded for token in tokens[end : end + length])
        if limit is None and word in _POSTPOSITIONS:
            limit, end = _POSTPOSITIONS[word], end + length
    period = date.to_period()
    if limit is None or period is None:
        return DateMatch(start, end, date)
    if any(token.folded in _VAGUE_WORDS for token in tokens[start:end]):
        # Before the end of 2021 is not before 2021.
        limit = _INCLUSIVE.get(limit, limit)
    return DateMatch(start, end, _limit_period(limit, period))


def _limit_period(limit: str, period: Period) -> Period:
    day = timedelta(days=1)
    if limit == "after":
        return Period(min(period.last, date.max - day) + day, date.max)
    if limit == "before":
        return Period(date.min, max(period.first, date.min + day) - day)
    return Period(period.first, date.max) if limit == "since" else Period(date.min, period.last)


def _match_date(tokens: Sequence[Token], start: int) -> tuple[PartialDate, int] | None:
    """Return the longest date that begins at a token: 2021-09-06, 6 Sep 2021 or 2021年9月."""
    while start < len(tokens) and tokens[start].folded in _FILLERS | _VAGUE_WORDS:
        start += 1
    if day_first := _match_day_first(tokens[start : start + 3]):
        return day_first, start + 3
    fields: dict[str, int] = {}
    end = start
    while end < len(tokens):
        if fields and tokens[end].folded == "of":
            end += 1
            continue
        length, field, value = _match_han(tokens[end : end + 5]) or _match_part(tokens, end, fields)
        if length == 0 or field in fields:
            break
        fields[field] = value
        end += length
    is_lone_day = fields.keys() == {"day"} and tokens[end - 1].folded not in _HAN_UNITS
    return (PartialDate(**fields), end) if fields and not is_lone_day else None


def _match_day_first(tokens: Sequence[Token]) -> PartialDate | None:
    """Return 20/12/2021, whose order is certain as there is no twentieth month."""
    numbers = [token.folded for token in tokens]
    if len(numbers) < 3 or not all(number.isdecimal() and number.isascii() for number in numbers):
        return None
    day, month, year = map(int, numbers)
    is_joined = tokens[1].after_hyphen and tokens[2].after_hyphen
    is_certain = 12 < day <= 31 and 1 <= month <= 12 and len(numbers[2]) == 4
    return PartialDate(year, month, day) if is_joined and is_certain else None


_NO_PART = (0, "", 0)


def _match_part(
    tokens: Sequence[Token], position: int, fields: dict[str, int]
) -> tuple[int, str, int]:
    """Return the length 1, the field and the value of a year, month or day after others."""
    token = tokens[position]
    following = next((t for t in tokens[position + 1 : position + 3] if t.folded != "of"), None)
    if token.folded in MONTH_NUMBERS:
        return 1, "month", MONTH_NUMBERS[token.folded]
    if len(token.folded) == 4 and token.folded.isascii() and token.folded.isdecimal():
        is_fiscal = following and following.after_hyphen and _is_fiscal_end(following)
        return _NO_PART if is_fiscal else (1, "year", int(token.folded))
    number = parse_day(token.folded)
    if number is None:
        return _NO_PART
    if token.after_hyphen and "year" in fields and "month" not in fields:
        return (1, "month", number) if number <= 12 else _NO_PART
    is_day = "month" in fields or (following is not None and following.folded in MONTH_NUMBERS)
    return (1, "day", number) if is_day else _NO_PART


def _is_fiscal_end(token: Token) -> bool:
    """Return whether a token continues a year as in 2022-23, which is no month."""
    return token.folded.isdecimal() and 12 < int(token.folded) < 100


def _match_han(tokens: Sequence[Token]) -> tuple[int, str, int] | None:
    """Return the length, field and value of 2021年, 九月 or 6日 at the beginning of tokens."""
    length = next(
        (i for i, token in enumerate(tokens) if not _HAN_NUMERAL.issuperset(token.folded)), 0
    )
    field = _HAN_UNITS.get(tokens[length].folded) if length else None
    if field is None:
        return None
    numeral = "".join(token.folded for token in tokens[:length])
    digits = numeral.translate(_HAN_DIGITS)
    if "十" in digits:
        tens, _, units = digits.partition("十")
        digits = f"{tens or 1}{units or 0}"
    is_valid = digits.isdecimal() and 1 <= int(digits) <= _LARGEST[field]
    # 十年 is ten years and no year.
    return (
        (length + 1, field, int(digits))
        if is_valid and (field != "year" or len(numeral) == 4)
        else None
    )
