"""Terms: what must match in a milestone for a query to find it."""

from typing import NamedTuple

from loopline.models import Milestone
from loopline.search.glossary import Thing
from loopline.search.words import Keys


class DatePart(NamedTuple):
    """A year, a month or a day that a milestone's own date may have."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def fits(self, milestone: Milestone) -> bool:
        """Whether the milestone is known to have happened then."""
        date = milestone.date
        return (
            self.year in (None, date.year)
            and self.month in (None, date.month)
            and (self.day is None or (self.day == date.day and milestone.precision == "day"))
        )


class Term(NamedTuple):
    """What must match: any of these sequences of keys, or the milestone's date.

    `typed` is the term as the query has it. Where it names a thing of the glossary, `thing`
    is that, and `apart` are its words, all of which match as well as the name does. Where it
    is a slip, `instead` is the word of the record that stands in for it.
    """

    typed: str
    sequences: frozenset[Keys] = frozenset()
    date: DatePart | None = None
    thing: Thing | None = None
    apart: tuple["Term", ...] = ()
    instead: str | None = None

    @property
    def is_word(self) -> bool:
        """Whether it matches wherever one of its words is, whatever stands beside it."""
        return all(len(sequence) == 1 for sequence in self.sequences)

    @property
    def is_known(self) -> bool:
        """Whether there is anything in the record that the term could match."""
        return bool(self.sequences) or self.date is not None
