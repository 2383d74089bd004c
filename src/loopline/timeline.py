"""The record in memory, and the questions one can ask it."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, overload

from loopline.dataset import BUNDLED_SOURCE, load_bundled, load_file, name_source
from loopline.dates import When, parse_year, period_between, to_period
from loopline.models import Milestone, Period, Span, group_by_year

if TYPE_CHECKING:
    from loopline.search import Matches


class Timeline(Sequence[Milestone]):
    """Milestones in date order; every question gives another timeline.

    Where a WHEN is asked for, give it as a text (`"2021"`, `"2021-09"`, `"6 Sep 2021"`), a
    `datetime.date` or a Period. A text that is no WHEN raises DateError.
    """

    __slots__ = ("_milestones", "source")

    def __init__(self, milestones: Iterable[Milestone], source: str = "") -> None:
        self._milestones = tuple(milestones)
        self.source = source

    @overload
    def __getitem__(self, index: int) -> Milestone: ...
    @overload
    def __getitem__(self, index: slice) -> "Timeline": ...
    def __getitem__(self, index: int | slice) -> "Milestone | Timeline":
        if isinstance(index, slice):
            return Timeline(self._milestones[index], self.source)
        return self._milestones[index]

    def __len__(self) -> int:
        return len(self._milestones)

    def __iter__(self) -> Iterator[Milestone]:
        return iter(self._milestones)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeline) and self._milestones == other._milestones

    def __hash__(self) -> int:
        return hash(self._milestones)

    def __repr__(self) -> str:
        return f"<Timeline of {len(self)} milestones>"

    @property
    def latest(self) -> "Timeline":
        """The newest milestone, with any other that may have happened on the same days."""
        return self.overlapping(self[-1].period) if self else self

    def year(self, year: int | str) -> "Timeline":
        """The milestones of one year, such as 2021; raises DateError for no such year."""
        return self.overlapping(parse_year(str(year)))

    def between(self, start: When | None = None, end: When | None = None) -> "Timeline":
        """The milestones that touch the days from `start` to `end`, both included.

        None or `".."` leaves a side open. `start` counts from its first day, `end` to its
        last; raises DateError if `start` is after `end`.
        """
        return self.overlapping(self.period_between(start, end))

    def period_between(self, start: When | None, end: When | None) -> Period:
        """Return the days from START to END, either of which may be `"latest"`."""
        return period_between(self._resolve(start), self._resolve(end))

    def counts_by_year(self) -> dict[int, int]:
        """Return how many milestones there are in each year that has any."""
        return {year: len(milestones) for year, milestones in group_by_year(self)}

    def _resolve(self, when: When | None) -> When | None:
        if when != "latest":
            return when
        return self[-1].period if self else None

    def on(self, when: When) -> "Timeline":
        """The milestones that lie within a day, a month or a year.

        A milestone that is dated to its month lies within the month and the year, but
        within no day of them.
        """
        period = to_period(when)
        return Timeline((m for m in self if m.period.is_within(period)), self.source)

    def search(self, query: str) -> "SearchResult":
        """The milestones that match every word of `query`, with what matched in each.

        The grammar is that of `loopline search --help`. Raises QueryError for a query with
        nothing to look for.
        """
        # Imported late: no other question needs the search, its glossary and its stemmer.
        from loopline.search import search

        return SearchResult(self, search(self, query))

    def overlapping(self, period: Period) -> "Timeline":
        """Return the milestones that may have happened in the period."""
        return Timeline((m for m in self if m.period.overlaps(period)), self.source)


class SearchResult(Timeline):
    """The milestones that a search found, in date order, and how it understood the query.

    `corrections` maps each misspelt word of the query to the word that was searched for
    instead. `ignored` lists the ordinary words that were left out because nothing in the
    record explains them. If nothing was found, `unknown` lists the words that are not in the
    record, and `without` maps each term that stands in the way to what the rest of the query
    finds.
    """

    __slots__ = ("_matches", "corrections", "ignored", "unknown")

    def __init__(self, searched: Timeline, matches: "Matches") -> None:
        super().__init__(matches.milestones, searched.source)
        self._matches = matches
        self.corrections = matches.corrections
        self.ignored = matches.ignored
        self.unknown = matches.unknown

    @property
    def without(self) -> dict[str, Timeline]:
        """Each term that stands in the way, with what the rest of the query finds."""
        found = self._matches.without.items()
        return {text: Timeline(milestones, self.source) for text, milestones in found}

    def spans(self, milestone: Milestone) -> list[list[Span]]:
        """Return what matched in the title and in each paragraph, as (start, end) offsets.

        Raises:
            ValueError: The search did not find the milestone.
        """
        return self._matches.spans(milestone)

    def synonyms(self) -> dict[str, list[str]]:
        """Return each name of the query that is not in what was found, with the names that are."""
        return self._matches.synonyms()

    def suggestions(self, word: str) -> list[str]:
        """Return up to three words of the record that resemble `word`, the most alike first."""
        return self._matches.suggestions(word)


def load(path: str | PathLike[str] | None = None) -> Timeline:
    """The bundled record, or the one in the JSON file at `path`.

    Raises DataError if the file cannot be read or breaks a rule of the record.
    """
    if path is None:
        return Timeline(load_bundled(), BUNDLED_SOURCE)
    return Timeline(load_file(path), name_source(path))
