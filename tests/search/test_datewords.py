"""Dates among the words of a query."""

import pytest

from loopline.search.datewords import date_at, is_month
from loopline.search.terms import DatePart
from loopline.search.words import tokens


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("legco 2021", 1, (1, DatePart(2021))),
        ("2021-09", 0, (2, DatePart(2021, 9))),
        ("2021/9/6", 0, (3, DatePart(2021, 9, 6))),
        ("2022-23 budget", 0, None),
        ("sept 2021", 0, (1, DatePart(month=9))),
        ("6th Sep", 0, (1, DatePart(day=6))),
        ("Sep 6", 1, (1, DatePart(day=6))),
        ("batch 6", 1, None),
        ("2021年9月6日", 2, (1, DatePart(month=9))),
        ("2021年9月6日", 4, (1, DatePart(day=6))),
        ("budget", 0, None),
    ],
)
def test_a_date_is_read_where_it_begins(
    text: str, place: int, expected: tuple[int, DatePart] | None
) -> None:
    """A year, a month, and a number beside a month are dates; another number is not."""
    assert date_at(place, tuple(tokens(text)), text) == expected


def test_a_month_is_its_name() -> None:
    """The names of months are known, in full or short; outside the query there is none."""
    words = tuple(tokens("October oct octet"))
    assert [is_month(place, words) for place in range(-1, 4)] == [False, True, True, False, False]
