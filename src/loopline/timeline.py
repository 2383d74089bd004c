"""The milestones in memory, and the questions that one can ask about them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from os import PathLike
from typing import TYPE_CHECKING, overload

from loopline.dataset import BUNDLED_SOURCE, cite, load_bundled, load_file
from loopline.dates import When, parse_year, period_between, to_period
from loopline.models import Milestone, Period, Span

if TYPE_CHECKING:
    from loopline.notes import Note
    from loopline.search import Answer


class Timeline(Sequence[Milestone]):
    """A sequence of milestones, always in date order; each question about it gives another.

    Wherever a WHEN is asked for, it may be a text (`"2021"`, `"2021-09"`, `"6 Sep 2021"`,
    `"Q3 2021"`), a year as an int, a `datetime.date`, a `Period`, or `"latest"` for the period of
    the newest milestone.

    Attributes:
        source (str): Where the milestones come from: a web address, or the name of a file.
    """

    def __init__(self, milestones: Iterable[Milestone], source: str = "") -> None:
        self._milestones = tuple(sorted(milestones, key=attrgetter("date")))
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
        return f"<{type(self).__name__} of {len(self)} milestone{'s' * (len(self) != 1)}>"

    @property
    def latest(self) -> "Timeline":
        """Timeline: the newest milestone, with any that may have happened on the same days."""
        return self.overlapping(self[-1].period) if self else self

    @property
    def notes(self) -> "dict[Milestone, Note]":
        """dict[Milestone, Note]: what other sources say about the dates of its milestones.

        Only bundled milestones have notes; for a record of one's own the mapping is empty.
        """
        if self.source != BUNDLED_SOURCE:
            return {}
        from loopline.notes import read_notes

        return read_notes(self)

    def year(self, year: int | str) -> "Timeline":
        """Return the milestones of one year.

        Raises:
            DateError: The year is not one of four digits.
            TypeError: It is neither a text nor an int.
        """
        return self.overlapping(parse_year(year))

    def between(self, start: When | None = None, end: When | None = None) -> "Timeline":
        """Return the milestones that may have happened from `start` to `end`, both included.

        Args:
            start: A WHEN that counts from its first day; None or `".."` for no limit.
            end: The same, but counted to its last day.

        Raises:
            DateError: One of them is no WHEN, or `start` is after `end`.
            TypeError: One of them is of a type that is no WHEN.
        """
        return self.overlapping(self.period_between(start, end))

    def period_between(self, start: When | None, end: When | None) -> Period:
        """Return the days that `between` searches, from the same arguments."""
        newest = self[-1].period if self else None
        return period_between(*(newest if when == "latest" else when for when in (start, end)))

    def on(self, when: When) -> "Timeline":
        """Return the milestones that are known to have happened within a day, a month or a year.

        A milestone that is dated to its month is within the month and the year, but within no day.
        `"latest"` gives the same as the property `latest`.

        Raises:
            DateError: The text or the number is no WHEN.
            TypeError: It is of a type that is no WHEN.
        """
        if when == "latest":
            return self.latest
        period = to_period(when)
        return Timeline((m for m in self if m.period.is_within(period)), self.source)

    def overlapping(self, period: Period) -> "Timeline":
        """Return the milestones that may have happened in the period."""
        return Timeline((m for m in self if m.period.overlaps(period)), self.source)

    def counts_by_year(self) -> dict[int, int]:
        """Return how many milestones there are in each year that has any."""
        return dict(Counter(milestone.date.year for milestone in self))

    def search(
        self,
        query: str,
        *,
        exact: bool = False,
        since: When | None = None,
        until: When | None = None,
    ) -> "SearchResult":
        """Return the milestones that a query asks for, with how it was understood.

        Args:
            query: Keywords or a question, in the syntax that the README describes.
            exact: Whether to look for all of the words as they are in the record, with no other
                names, synonyms or corrections.
            since: A WHEN; what happened before it is left out.
            until: A WHEN; what happened after it is left out.

        Raises:
            DateError: `since` or `until` is no WHEN, or `since` is after `until`.
            QueryError: The query is too long or has nothing to look for.
        """
        from loopline.search import search

        period = self.period_between(since, until)
        return SearchResult(self, search(self, query, exact=exact, period=period))


class SearchResult(Timeline):
    """The milestones that a search found, in date order, and how it understood the query.

    Attributes:
        corrections (dict[str, str]): Each misspelt word, with the one that was searched for.
        synonyms (dict[str, tuple[str, ...]]): Each word of the query that some of the milestones
            match only as an everyday word, with the words of the record that it was taken for.
        ignored (tuple[str, ...]): The words that not all of the milestones match.
        unknown (tuple[str, ...]): If nothing was found, the words of which nothing is known.
        without (dict[str, Timeline]): If nothing was found, each term that stands in the way, with
            what the rest of the query finds.
    """

    def __init__(self, searched: Timeline, answer: "Answer") -> None:
        def pick(positions: Iterable[int]) -> Timeline:
            return Timeline((searched[position] for position in positions), searched.source)

        super().__init__(pick(answer.positions), searched.source)
        self.corrections = answer.corrections
        self.synonyms = answer.synonyms
        self.ignored = answer.ignored
        self.unknown = answer.unknown
        self.without = {term: pick(positions) for term, positions in answer.without.items()}
        self._phrases = answer.phrases

    def spans(self, milestone: Milestone) -> list[list[Span]]:
        """Return what matches in the title and in each paragraph, as (start, end) offsets."""
        from loopline.search.highlighting import find_spans

        return [find_spans(text, self._phrases) for text in milestone.texts]

    def snippet_span(self, milestone: Milestone) -> tuple[int, Span]:
        """Return the part of a milestone that answers the query best.

        Returns:
            The index of the paragraph, and the offsets of the part in it.
        """
        from loopline.search.highlighting import find_snippet

        return find_snippet(milestone.paragraphs, self._phrases)


def load(path: str | PathLike[str] | None = None) -> Timeline:
    """Return the bundled milestones, or those in a JSON file.

    The environment variable LOOPLINE_DATA is not read; only the command line does that.

    Args:
        path: A file in the format that `loopline list --json` prints; `-` is standard input.

    Raises:
        DataError: The file cannot be read, or breaks a rule; the message says which.
    """
    if path is None:
        return Timeline(load_bundled(), BUNDLED_SOURCE)
    return Timeline(load_file(path), cite(path))
