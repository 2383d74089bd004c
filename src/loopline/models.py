"""The two things everything else is about: a period of days, and a milestone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self

Precision = Literal["day", "month"]

# Spelled out here because strftime and calendar give the locale's names, not English ones.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# What each month is called, in full or short, with its number.
MONTH_NUMBERS = {"sept": 9}
for _number, _name in enumerate(MONTHS, start=1):
    MONTH_NUMBERS[_name.lower()] = MONTH_NUMBERS[_name[:3].lower()] = _number


class Period(NamedTuple):
    """The days from `first` to `last`, both included."""

    # Not a dataclass: making one costs every start as much as a sixth of loading the record.

    first: date
    last: date

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The single day `day`."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """The whole month; raises ValueError if there is no such year or month."""
        first = date(year, month, 1)
        if month == 12:
            return cls(first, date(year, month, 31))
        return cls(first, date(year, month + 1, 1) - timedelta(days=1))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The whole year; raises ValueError if there is no such year (1 to 9999)."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def overlaps(self, other: "Period") -> bool:
        """Whether the two periods have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def is_within(self, other: "Period") -> bool:
        """Whether every day of this period is a day of `other`."""
        return other.first <= self.first and self.last <= other.last

    def describe(self) -> str:
        """The period as a reader would write it.

        `2021`, `September 2021` or `6 September 2021`; any other stretch of days as
        `6 September 2021 to 20 December 2021`, or `from …` and `until …` where it begins or
        ends with the calendar.
        """
        first, last = self.first, self.last
        if first == last:
            return f"{first.day} {MONTHS[first.month - 1]} {first.year:04}"
        if self == Period.of_year(first.year):
            return f"{first.year:04}"
        if self == Period.of_month(first.year, first.month):
            return f"{MONTHS[first.month - 1]} {first.year:04}"
        start, end = Period.of_day(first).describe(), Period.of_day(last).describe()
        if first == date.min:
            return "all dates" if last == date.max else f"until {end}"
        return f"from {start}" if last == date.max else f"{start} to {end}"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated step, worded as the source words it.

    `date` is the date the source prints; where it knows only the month, `precision` is
    "month", `date` is the first of that month, and the milestone stands for all of it.
    The title is loopline's own; each of the `paragraphs` is the source's to the letter.
    """

    date: date
    precision: Precision
    title: str
    paragraphs: tuple[str, ...]

    @property
    def period(self) -> Period:
        """The days on which it may have happened: one day, or a whole month."""
        if self.precision == "month":
            return Period.of_month(self.date.year, self.date.month)
        return Period.of_day(self.date)

    @property
    def when(self) -> str:
        """The date as one types it: `2021-09` for a month, `2021-09-06` for a day."""
        return str(self.date)[:7] if self.precision == "month" else str(self.date)
