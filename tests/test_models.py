"""Periods of days, their two relations and their wording; and what a milestone is."""

import dataclasses
from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.models import MONTHS, Milestone, Period

DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days)))


def days_of(period: Period) -> set[date]:
    """The days of a period, one by one."""
    count = (period.last - period.first).days + 1
    return {period.first + timedelta(days=number) for number in range(count)}


def milestone(on: date, **changes: object) -> Milestone:
    """A milestone of that date, to its day."""
    return dataclasses.replace(Milestone(on, "day", "Title", ("Text.",)), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [
        (2021, 1, 31),
        (2021, 2, 28),
        (2020, 2, 29),
        (1900, 2, 28),
        (2000, 2, 29),
        (2021, 4, 30),
        (2021, 12, 31),
        (1, 1, 31),
        (9999, 12, 31),
    ],
)
def test_a_month_ends_with_its_last_day(year: int, month: int, last: int) -> None:
    """A month is all of its days, in leap years and at both ends of the calendar."""
    assert Period.of_month(year, month) == (date(year, month, 1), date(year, month, last))


@pytest.mark.parametrize(
    ("year", "month"), [(2021, 0), (2021, 13), (0, 1), (MAXYEAR + 1, 1), (MAXYEAR + 1, 12)]
)
def test_there_is_no_such_month(year: int, month: int) -> None:
    """A month that is not in the calendar is refused, not rolled over into another."""
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        Period.of_month(year, month)


def test_a_year_is_all_its_days() -> None:
    """A year begins on 1 January and ends on 31 December, and year 0 there is none."""
    assert Period.of_year(2021) == (date(2021, 1, 1), date(2021, 12, 31))
    assert len(days_of(Period.of_year(2020))) == 366
    with pytest.raises(ValueError, match=r"out of range|must be in"):
        Period.of_year(0)


def test_a_day_is_itself() -> None:
    """A day is a period that begins and ends on it."""
    assert days_of(Period.of_day(date(2021, 9, 6))) == {date(2021, 9, 6)}


@settings(max_examples=300, deadline=None)
@given(PERIODS, PERIODS)
def test_the_relations_are_those_of_sets_of_days(one: Period, other: Period) -> None:
    """Touching is to have a day in common, lying within is to have no day outside."""
    assert one.overlaps(other) is bool(days_of(one) & days_of(other))
    assert one.is_within(other) is (days_of(one) <= days_of(other))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 9, 6), date(2021, 9, 6), "6 September 2021"),
        (date(2021, 9, 1), date(2021, 9, 1), "1 September 2021"),
        (date(2021, 9, 1), date(2021, 9, 30), "September 2021"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2020, 2, 1), date(2020, 2, 28), "1 February 2020 to 28 February 2020"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 9, 1), date(2021, 10, 31), "1 September 2021 to 31 October 2021"),
        (date(2021, 9, 6), date(2021, 12, 20), "6 September 2021 to 20 December 2021"),
        (date(2020, 1, 1), date(2021, 12, 31), "1 January 2020 to 31 December 2021"),
        (date(2021, 9, 6), date.max, "from 6 September 2021"),
        (date.min, date(2021, 9, 6), "until 6 September 2021"),
        (date.min, date.max, "all dates"),
        (date.max, date.max, "31 December 9999"),
        (date(9999, 1, 1), date.max, "9999"),
    ],
)
def test_a_period_in_words(first: date, last: date, words: str) -> None:
    """A period reads as one would write it, and names no end that the calendar sets."""
    assert Period(first, last).describe() == words


def test_the_months_have_their_english_names() -> None:
    """The months are named in English, in order, whatever the locale is."""
    assert [month[:3] for month in MONTHS] == (
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    )
    assert "".join(MONTHS).isalpha()


@pytest.mark.parametrize(
    ("precision", "when", "period"),
    [
        ("day", "2021-09-01", Period.of_day(date(2021, 9, 1))),
        ("month", "2021-09", Period.of_month(2021, 9)),
    ],
)
def test_precision_says_what_the_date_stands_for(precision: str, when: str, period: Period) -> None:
    """A date on a first stands for that day, or for its month where no more is known."""
    found = milestone(date(2021, 9, 1), precision=precision)
    assert (found.when, found.period) == (when, period)


def test_a_year_before_1000_keeps_its_zeros() -> None:
    """The date of a milestone has a year of four digits even in antiquity."""
    assert milestone(date(50, 9, 1)).when == "0050-09-01"
    assert milestone(date(50, 9, 1), precision="month").when == "0050-09"


def test_a_milestone_cannot_be_changed() -> None:
    """Nobody changes the record by accident, and a misspelt attribute is an error."""
    found = milestone(date(2021, 9, 6))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.title = "Other"  # type: ignore[misc]
    assert not hasattr(found, "__dict__")


def test_milestones_are_values() -> None:
    """Milestones of the same content are equal and are one member of a set."""
    same = {milestone(date(2021, 9, 6)), milestone(date(2021, 9, 6))}
    assert len(same) == 1
    assert milestone(date(2021, 9, 6)) != milestone(date(2021, 9, 6), title="Other")


def test_the_fields_of_a_milestone_are_those_of_the_file() -> None:
    """A milestone has the four fields of the record, in the record's order."""
    fields = [field.name for field in dataclasses.fields(Milestone)]
    assert fields == ["date", "precision", "title", "paragraphs"]
