"""`table`: the terminal view of several milestones, years set apart, as Rich renderables.

Every cell is a `Text`: a markup string would swallow `[sic]` and crash on `[/b]`.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from loopline.models import Milestone

# Named colours of the terminal's own palette, none of them black or white, so that they keep
# their contrast on dark and on light backgrounds.
DATE = "cyan"
YEAR = "bold"
CAPTION = "dim"
MATCH = "bold magenta"

# Beneath this width a date and a title have no room side by side.
MIN_TWO_COLUMN_WIDTH = 40
# Lines that are longer than this are hard to read.
MAX_TEXT_WIDTH = 88

CellRenderer = Callable[[Milestone], RenderableType]


def title(milestone: Milestone) -> Text:
    """The body of a row in a plain list: the title."""
    return Text(milestone.title)


def full_text(milestone: Milestone) -> Padding:
    """The body of a row with `--full`: the title, then the paragraphs."""
    return stack([Text(milestone.title, "bold"), *map(Text, milestone.paragraphs)])


def stack(texts: Sequence[Text]) -> Padding:
    """The texts one below the other, with a blank line after each."""
    return Padding(Text("\n\n").join(texts), (0, 0, 1, 0))


class MilestoneTable:
    """The milestones in sections of a year, each as a date and a body, under a caption."""

    def __init__(self, milestones: Sequence[Milestone], body: CellRenderer, caption: str) -> None:
        self._milestones = milestones
        self._body = body
        self._caption = caption

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a heading and a table for each year, then the caption."""
        add_rows = _add_stacked if options.max_width < MIN_TWO_COLUMN_WIDTH else _add_side_by_side
        for year, group in groupby(self._milestones, key=lambda milestone: milestone.date.year):
            table = Table.grid(padding=(0, 2, 0, 0))
            add_rows(table, [(Text(m.when, DATE), self._body(m)) for m in group])
            yield Text(f"{year:04}", YEAR)
            yield table
            yield ""
        yield Text(self._caption, CAPTION)


class YearBars:
    """How many milestones there are in each year, as bars under a caption."""

    def __init__(self, counts: Mapping[int, int], caption: str) -> None:
        self._counts = counts
        self._caption = caption

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a line for each year, then the caption."""
        mark = "#" if options.ascii_only else "█"
        most = max(self._counts.values(), default=1)
        room = min(4 * most, options.max_width - len(f"2021    {most}"))
        for year, count in self._counts.items():
            bar = (mark * max(1, count * room // most), DATE)
            yield Text.assemble((f"{year:04}", YEAR), "  ", bar, f"  {count}")
        yield Text(f"\n{self._caption}", CAPTION)


def _add_side_by_side(table: Table, rows: Sequence[tuple[Text, RenderableType]]) -> None:
    table.add_column(no_wrap=True, min_width=len("2021-09-06"))
    table.add_column(overflow="fold", max_width=MAX_TEXT_WIDTH)
    for date, body in rows:
        table.add_row(date, body)


def _add_stacked(table: Table, rows: Sequence[tuple[Text, RenderableType]]) -> None:
    table.add_column(overflow="fold")
    for date, body in rows:
        table.add_row(date)
        table.add_row(body if isinstance(body, Padding) else Padding(body, (0, 0, 1, 0)))
