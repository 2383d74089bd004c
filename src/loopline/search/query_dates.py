"""Dates among the words of a query, read as generously as the words themselves.

What narrows a search, `--since` and `--until`, is read strictly, by loopline.dates.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from loopline.models import MONTH_NUMBERS, Period
from loopline.search.analysis import Token
from loopline.search.partial_dates import VAGUE_WORDS, PartialDate, match_date

Order = Literal["newest", "oldest"]

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
_ORDERS: dict[tuple[str, ...], Order] = {
    **dict.fromkeys((("latest",), ("newest",), ("most", "recent")), "newest"),
    **dict.fromkeys((("最", "新"), ("最", "近")), "newest"),
    **dict.fromkeys((("earliest",), ("oldest",), ("very", "first"), ("最", "早")), "oldest"),
    **dict.fromkeys((("first", word) for word in ("milestone", "step", "event")), "oldest"),
}
_INCLUSIVE = {"after": "since", "before": "until"}


class DateMatch(NamedTuple):
    """A date in a query, tokens[start:end]: a date, some days, or the newest or the oldest."""

    start: int
    end: int
    date: PartialDate | Period | Order


def split_dates(tokens: Sequence[Token]) -> tuple[list[DateMatch], list[Token]]:
    """Return the dates among the tokens, and the other tokens that are no stop words."""
    dates: list[DateMatch] = []
    words: list[Token] = []
    position = 0
    while position < len(tokens):
        match = match_date_expression(tokens, position)
        if match is not None:
            dates.append(match)
            position = match.end
        else:
            words += [] if tokens[position].is_stop_word else [tokens[position]]
            position += 1
    return dates, words


def match_date_expression(tokens: Sequence[Token], start: int = 0) -> DateMatch | None:
    """Return the date that begins at a token, with the words that limit it."""
    if start == len(tokens):
        return None
    return _match_range(tokens, start) or _match_limit(tokens, start) or _match_order(tokens, start)


def _match_order(tokens: Sequence[Token], start: int) -> DateMatch | None:
    for length in (1, 2):
        order = _ORDERS.get(tuple(token.folded for token in tokens[start : start + length]))
        if order is not None:
            return DateMatch(start, start + length, order)
    return None


def _match_range(tokens: Sequence[Token], start: int) -> DateMatch | None:
    """Return the range that begins here: between 2021 and 2022, from 2021 to 2022, 2021-2022."""
    preposition = tokens[start].folded
    opening = match_date(tokens, start + (preposition in ("between", "from")))
    if opening is None or opening[1] >= len(tokens):
        return None
    earlier, end = opening
    middle = tokens[end]
    is_word = middle.folded in _RANGE_WORDS or (preposition, middle.folded) == ("between", "and")
    is_date = len(middle.folded) == len("2021") or middle.folded in MONTH_NUMBERS
    if not (is_word or (middle.after_hyphen and is_date)):
        return None
    closing = match_date(tokens, end + is_word)
    if closing is None:
        return None
    later, end = closing
    if isinstance(earlier, PartialDate) and isinstance(later, PartialDate):
        # In July to December 2021, and in 2021年7月至12月, both are of the same year.
        earlier = earlier._replace(year=earlier.year or later.year)
        later = later._replace(year=later.year or earlier.year)
    first, last = _to_period(earlier), _to_period(later)
    if first is None or last is None or first.first > last.last:
        return None
    return DateMatch(start, end, Period(first.first, last.last))


def _match_limit(tokens: Sequence[Token], start: int) -> DateMatch | None:
    """Return the date that begins here, or the days after, since, before or until it."""
    limit = _PREPOSITIONS.get(tokens[start].folded)
    match = match_date(tokens, start + (limit is not None))
    if match is None:
        return None
    date, end = match
    for length in (2, 1):
        word = "".join(token.folded for token in tokens[end : end + length])
        if limit is None and word in _POSTPOSITIONS:
            limit, end = _POSTPOSITIONS[word], end + length
    period = _to_period(date)
    if limit is None or period is None:
        return DateMatch(start, end, date)
    if any(token.folded in VAGUE_WORDS for token in tokens[start:end]):
        # Before the end of 2021 is not before 2021.
        limit = _INCLUSIVE.get(limit, limit)
    return DateMatch(start, end, _limit_period(limit, period))


def _to_period(date: PartialDate | Period) -> Period | None:
    return date if isinstance(date, Period) else date.to_period()


def _limit_period(limit: str, period: Period) -> Period:
    day = timedelta(days=1)
    if limit == "after":
        return Period(min(period.last, date.max - day) + day, date.max)
    if limit == "before":
        return Period(date.min, max(period.first, date.min + day) - day)
    return Period(period.first, date.max) if limit == "since" else Period(date.min, period.last)
