"""The two things everything else is about: a period of days, and a milestone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self

Precision = Literal["day", "month"]
# A part of a text, as the offsets of its first character and of the one after its last.
Span = tuple[int, int]

# Spelled out here because strftime and calendar give the locale's names, not English ones.
MONTHS = (
    "January February March April May June July August September October November December"
).split()
# The number of each month by its name, in full and short, in lower case.
MONTH_NUMBERS = {"sept": 9}
for _number, _name in enumerate(MONTHS, start=1):
    MONTH_NUMBERS[_name.lower()] = MONTH_NUMBERS[_name[:3].lower()] = _number


class Period(NamedTuple):
    """The days from `first` to `last`, both included.

    Attributes:
        first (datetime.date): The first day.
        last (datetime.date): The last day.
    """

    # Not a dataclass: creating one costs every start a sixth of what loading the record does.

    first: date
    last: date

    @classmethod
    def of_day(cls, day: date) -> Self:
        """Return the period of a single day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """Return the period of a whole month.

        Raises:
            ValueError: There is no such month, or the year is not between 1 and 9999.
        """
        first = date(year, month, 1)
        if month == 12:
            return cls(first, date(year, month, 31))
        return cls(first, date(year, month + 1, 1) - timedelta(days=1))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Return the period of a whole year.

        Raises:
            ValueError: The year is not between 1 and 9999.
        """
        return cls(date(year, 1, 1), date(year, 12, 31))

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two periods have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def is_within(self, other: "Period") -> bool:
        """Return whether every day of this period is a day of `other`."""
        return other.first <= self.first and self.last <= other.last

    def describe(self) -> str:
        """Return the period in words.

        That is `2021`, `September 2021` or `6 September 2021`; for other periods `6 September
        2021 to 20 December 2021`, or `from …` and `until …` where the calendar sets the other end.
        """
        first, last = self
        if self == Period.of_year(first.year):
            return f"{first.year:04}"
        month = f"{MONTHS[first.month - 1]} {first.year:04}"
        if self == Period.of_month(first.year, first.month):
            return month
        if first == last:
            return f"{first.day} {month}"
        start, end = Period.of_day(first).describe(), Period.of_day(last).describe()
        if first == date.min:
            return "all dates" if last == date.max else f"until {end}"
        return f"from {start}" if last == date.max else f"{start} to {end}"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated event.

    Attributes:
        date (datetime.date): The date that the source prints; the first of the month if it knows
            no day.
        precision (str): "day", or "month" for a milestone that stands for the whole month.
        title (str): One line, loopline's own words.
        paragraphs (tuple[str, ...]): The source's words, verbatim.
    """

    date: date
    precision: Precision
    title: str
    paragraphs: tuple[str, ...]

    @property
    def period(self) -> Period:
        """Period: the days on which it may have happened, one day or a whole month."""
        if self.precision == "month":
            return Period.of_month(self.date.year, self.date.month)
        return Period.of_day(self.date)

    @property
    def when(self) -> str:
        """str: the date as one types it, `2021-09` for a month, `2021-09-06` for a day."""
        return str(self.date)[:7] if self.precision == "month" else str(self.date)

    @property
    def texts(self) -> tuple[str, ...]:
        """tuple[str, ...]: the title and the paragraphs."""
        return (self.title, *self.paragraphs)

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return the milestone as an object of the JSON file: four fields, in this order."""
        return {
            "date": str(self.date),
            "precision": self.precision,
            "title": self.title,
            "paragraphs": list(self.paragraphs),
        }
