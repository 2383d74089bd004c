"""Periods of days, how they relate and read; and what a milestone is."""

import dataclasses
from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline.models import Milestone, Period

DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))
MILESTONE = Milestone(date(2021, 9, 1), "day", "Title", ("Text.", "More."))


def days_of(period: Period) -> set[date]:
    """Return the days of a period."""
    count = (period.last - period.first).days + 1
    return {period.first + timedelta(days=number) for number in range(count)}


@given(st.dates())
def test_every_day_is_in_its_month_and_its_year(day: date) -> None:
    """A month has the days of that month and no other; so has a year."""
    month, year = Period.of_month(day.year, day.month), Period.of_year(day.year)
    assert {day} == days_of(Period.of_day(day)) <= days_of(month) <= days_of(year)
    assert {(d.year, d.month) for d in days_of(month)} == {(day.year, day.month)}
    assert (len(days_of(month)) >= 28, len(days_of(year)) >= 365) == (True, True)


@pytest.mark.parametrize(("year", "month"), [(2021, 13), (0, 1), (MAXYEAR + 1, 12)])
def test_there_is_no_such_month(year: int, month: int) -> None:
    """A month that is not in the calendar is refused, not rolled over into another."""
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        Period.of_month(year, month)


@given(PERIODS, PERIODS)
def test_the_relations_are_those_of_sets_of_days(one: Period, other: Period) -> None:
    """Periods overlap if they have a day in common; one is within another if it has no other."""
    assert one.overlaps(other) is bool(days_of(one) & days_of(other))
    assert one.is_within(other) is (days_of(one) <= days_of(other))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 9, 1), date(2021, 9, 1), "1 September 2021"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2020, 2, 1), date(2020, 2, 28), "1 February 2020 to 28 February 2020"),
        (date(50, 1, 1), date(50, 12, 31), "0050"),
        (date(2020, 1, 1), date(2021, 12, 31), "1 January 2020 to 31 December 2021"),
        (date(2021, 9, 6), date.max, "from 6 September 2021"),
        (date.min, date(2021, 9, 6), "until 6 September 2021"),
        (date.min, date.max, "all dates"),
        (date(9999, 1, 1), date.max, "9999"),
    ],
)
def test_a_period_in_words(first: date, last: date, words: str) -> None:
    """A period reads as one would write it, and names no end that the calendar sets."""
    assert Period(first, last).describe() == words


def test_precision_says_what_the_date_stands_for() -> None:
    """A date on a first stands for that day, or for its month where no more is known."""
    month = dataclasses.replace(MILESTONE, date=date(50, 9, 1), precision="month")
    assert (MILESTONE.when, MILESTONE.period.describe()) == ("2021-09-01", "1 September 2021")
    assert (month.when, month.period.describe()) == ("0050-09", "September 0050")


def test_milestones_are_values() -> None:
    """Milestones of equal content are equal, and nobody can change one by accident."""
    assert len({MILESTONE, dataclasses.replace(MILESTONE)}) == 1
    assert dataclasses.replace(MILESTONE, title="Other") != MILESTONE
    with pytest.raises(dataclasses.FrozenInstanceError):
        MILESTONE.title = "Other"  # type: ignore[misc]


def test_a_milestone_is_a_json_object() -> None:
    """A milestone has the four fields of the file in their order, and its title before its text."""
    fields = {"date": "2021-09-01", "precision": "day", "title": "Title"}
    assert list(MILESTONE.as_dict().items()) == [
        *fields.items(),
        ("paragraphs", ["Text.", "More."]),
    ]
    assert MILESTONE.texts == ("Title", "Text.", "More.")
