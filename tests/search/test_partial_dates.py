"""Years, months and days, and parts of a year, as people write them in a query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline import Milestone, Period
from loopline.models import MONTHS
from loopline.search.analysis import tokenize
from loopline.search.partial_dates import PartialDate, match_date

DAY = date(2021, 9, 6)


def read(text: str) -> tuple[PartialDate | Period, int] | None:
    """Return the date at the beginning of a text, and how many tokens it has."""
    return match_date(tuple(tokenize(text)), 0)


@given(st.dates(date(1000, 1, 1)))
def test_any_day_is_read_in_every_form(day: date) -> None:
    """A day is the same however it is written."""
    month = MONTHS[day.month - 1]
    for form in (
        f"{day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"{day.day} of {month} {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.year} {month.upper()} {day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        found = read(form)
        assert found is not None
        assert found == (PartialDate(day.year, day.month, day.day), len(list(tokenize(form))))


@pytest.mark.parametrize(
    ("text", "first", "last", "length"),
    [
        ("Q1 2021", date(2021, 1, 1), date(2021, 3, 31), 2),
        ("q4 of 2021", date(2021, 10, 1), date(2021, 12, 31), 3),
        ("H2 2021 plan", date(2021, 7, 1), date(2021, 12, 31), 2),
        ("first half of 2021", date(2021, 1, 1), date(2021, 6, 30), 4),
        ("the 3rd quarter 2021", date(2021, 7, 1), date(2021, 9, 30), 4),
    ],
)
def test_parts_of_a_year(text: str, first: date, last: date, length: int) -> None:
    """A quarter and a half of a year are its three or six months."""
    assert read(text) == (Period(first, last), length)


@pytest.mark.parametrize(
    "text",
    """
    Q5 2021,Q0 2021,H3 2021,Q1,Q1 20,first half,half of 2021,5th half 2021,first half of the Loop,
    q 2021,hub 2021,Q1 of,third half of 2021
    """.replace("\n", "").split(","),
)
def test_what_is_no_part_of_a_year(text: str) -> None:
    """There are four quarters and two halves, of a year that is named."""
    found = read(text)
    assert found is None or not isinstance(found[0], Period)


@pytest.mark.parametrize(
    ("when", "is_match"),
    [
        (PartialDate(2021), True),
        (PartialDate(None, 9), True),
        (PartialDate(2021, 9), True),
        (PartialDate(2021, 10), False),
        (PartialDate(2022, 9), False),
        (PartialDate(2021, 9, 6), False),
    ],
)
def test_a_month_has_no_days(when: PartialDate, is_match: bool) -> None:
    """A milestone that is dated to its month is not known to have happened on one of its days."""
    assert when.matches(Milestone(DAY, "month", "Title", ("Text.",))) is is_match


def test_a_day_has_a_date() -> None:
    """A milestone that is dated to its day happened on that day and no other."""
    milestone = Milestone(DAY, "day", "Title", ("Text.",))
    assert PartialDate(2021, 9, 6).matches(milestone)
    assert PartialDate(day=6).matches(milestone)
    assert not PartialDate(2021, 9, 7).matches(milestone)


@pytest.mark.parametrize(
    ("when", "period"),
    [
        (PartialDate(2021), Period.of_year(2021)),
        (PartialDate(2021, 9), Period.of_month(2021, 9)),
        (PartialDate(2021, 9, 6), Period.of_day(DAY)),
        (PartialDate(None, 9), None),
        (PartialDate(2021, 2, 30), None),
        (PartialDate(0), None),
    ],
)
def test_the_days_of_a_date(when: PartialDate, period: Period | None) -> None:
    """A date with a year stands for some days, unless there is none such."""
    assert when.to_period() == period
