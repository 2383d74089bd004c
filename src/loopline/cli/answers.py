"""What a command answers: it can be cut to size, and shown as text or on a terminal.

None of them is a dataclass, because making one costs every start three million instructions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, Self

from loopline.formats import TextFormat
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from rich.console import RenderableType

    from loopline.formats.rich_snippets import SpansOf


class Answer(Protocol):
    """The result of a command, with the notes for stderr that go with it."""

    @property
    def notes(self) -> Sequence[str]:
        """What has to be said beside the result, one line each."""

    @property
    def asides(self) -> Callable[[], Iterable[str]]:
        """Gives what may be said beside it to a person, but would disturb a script."""

    @property
    def failed(self) -> bool:
        """Whether the question has no answer, as opposed to an empty one."""

    def arranged(self, reverse: bool, limit: int | None) -> Self:
        """The same answer, newest first if `reverse`, then cut to `limit`."""

    def as_text(self, text_format: TextFormat, full: bool) -> str:
        """The result in a text format, with the paragraphs if `full`."""

    def on_terminal(self, full: bool) -> "RenderableType | None":
        """The result as a Rich renderable, with the paragraphs if `full`; None for nothing."""


class Listing(NamedTuple):
    """The milestones that answer a question, and the question as it was understood."""

    question: str
    milestones: Timeline
    notes: tuple[str, ...] = ()
    asides: Callable[[], Iterable[str]] = tuple
    spans_of: "SpansOf | None" = None
    of: int | None = None
    failed: bool = False

    def arranged(self, reverse: bool, limit: int | None) -> Self:
        """The same listing, newest first if `reverse`, then cut to `limit`."""
        ordered = self.milestones[::-1] if reverse else self.milestones
        return self._replace(milestones=ordered[:limit], of=len(ordered))

    def as_text(self, text_format: TextFormat, full: bool) -> str:
        """The milestones in a text format."""
        return (text_format.render_full if full else text_format.render_list)(self.milestones)

    def on_terminal(self, full: bool) -> "RenderableType | None":
        """The milestones as a table under a caption, with what a search matched highlighted."""
        # Rich is imported by what renders tables, and so only once there is one to render.
        from loopline.formats import rich_snippets as found
        from loopline.formats import rich_table as table

        if not self.milestones:
            return None
        body: table.CellRenderer = table.full_text if full else table.title
        if self.spans_of is not None:
            body = (found.full_texts if full else found.snippets)(self.spans_of)
        return table.MilestoneTable(self.milestones, body, self._caption())

    def _caption(self) -> str:
        shown, of = len(self.milestones), self.of or len(self.milestones)
        count = f"{shown} of {of}" if shown < of else f"{of}"
        return f"{self.question}: {count} {_milestones(of)}"


class Pages:
    """Milestones to be read in full, with the record that they stand in."""

    asides: ClassVar[Callable[[], Iterable[str]]] = tuple

    def __init__(self, milestones: Timeline, record: Timeline, notes: tuple[str, ...] = ()) -> None:
        self.milestones = milestones
        self.record = record
        self.notes = notes

    @property
    def failed(self) -> bool:
        """Whether there is nothing to show."""
        return not self.milestones

    def arranged(self, reverse: bool, limit: int | None) -> Self:
        """The pages as they are: whoever names dates gets all of them, in date order."""
        return self

    def as_text(self, text_format: TextFormat, full: bool) -> str:
        """The milestones in a text format, always with their paragraphs."""
        return text_format.render_full(self.milestones)

    def on_terminal(self, full: bool) -> "RenderableType | None":
        """The milestones as pages to read aloud from."""
        from rich.console import Group

        from loopline.formats.rich_page import render_pages

        return Group(*render_pages(self.milestones, self.record)) if self.milestones else None


class YearCounts:
    """How many milestones there are in each year of the record."""

    asides: ClassVar[Callable[[], Iterable[str]]] = tuple
    failed: ClassVar[bool] = False

    def __init__(self, counts: Mapping[int, int], notes: tuple[str, ...] = ()) -> None:
        self.counts = counts
        self.notes = notes

    def arranged(self, reverse: bool, limit: int | None) -> "YearCounts":
        """The same years, newest first if `reverse`, then cut to `limit`."""
        years = reversed(self.counts) if reverse else self.counts
        return YearCounts({year: self.counts[year] for year in list(years)[:limit]}, self.notes)

    def as_text(self, text_format: TextFormat, full: bool) -> str:
        """The years and their numbers in a text format."""
        return text_format.render_counts(self.counts)

    def on_terminal(self, full: bool) -> "RenderableType | None":
        """The years as bars."""
        from loopline.formats.rich_table import YearBars

        total = sum(self.counts.values())
        return YearBars(self.counts, f"{total} {_milestones(total)}") if self.counts else None


def _milestones(number: int) -> str:
    return "milestone" if number == 1 else "milestones"
