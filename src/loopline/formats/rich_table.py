"""`table`: the terminal view of several milestones, years set apart, as Rich renderables.

Every cell is a `Text`: a markup string would swallow `[sic]` and crash on `[/b]`.
"""

from collections.abc import Callable, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from loopline.formats.rich_text import DATE, TITLE, YEAR, WrappedText, join_paragraphs, wrap
from loopline.models import Milestone, group_by_year

# Beneath this width a date and a title have no room side by side.
MIN_TWO_COLUMN_WIDTH = 40
_DATE_COLUMN_WIDTH = len("2021-09-06  ")

CellRenderer = Callable[[Milestone], Text]


def render_title(milestone: Milestone) -> Text:
    """Return the title: the cell of a plain list."""
    return Text(milestone.title)


def render_full(milestone: Milestone) -> Text:
    """Return the title and the paragraphs: the cell of a list with `--full`."""
    return join_paragraphs([Text(milestone.title, TITLE), *map(Text, milestone.paragraphs)])


class MilestoneTable:
    """A Rich renderable: milestones in sections of a year, each a date and a cell, and a caption.

    On a narrow terminal the cell is below the date, not beside it.
    """

    def __init__(
        self, milestones: Sequence[Milestone], render_cell: CellRenderer, caption: str
    ) -> None:
        self._milestones = milestones
        self._render_cell = render_cell
        self._caption = caption

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a heading and the rows of each year, then the caption."""
        is_narrow = options.max_width < MIN_TWO_COLUMN_WIDTH
        render_row = _stack if is_narrow else _put_side_by_side
        for year, milestones in group_by_year(self._milestones):
            cells = [self._render_cell(milestone) for milestone in milestones]
            is_spaced = is_narrow or any("\n\n" in cell.plain for cell in cells)
            yield Text(f"{year:04}", YEAR)
            for milestone, cell in zip(milestones, cells, strict=True):
                yield render_row(Text(milestone.when, DATE), cell, console, options.max_width)
                if is_spaced:
                    yield Text()
            if not is_spaced:
                yield Text()
        yield WrappedText(Text(self._caption))


class YearBars:
    """A Rich renderable: the number of milestones in each year as a bar, and a caption."""

    def __init__(self, counts: Mapping[int, int], caption: str) -> None:
        self._counts = counts
        self._caption = caption

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a line for each year, then the caption."""
        mark = "#" if options.ascii_only else "█"
        most = max(self._counts.values())
        room = min(4 * most, options.max_width - len(f"2021    {most}"))
        for year, count in self._counts.items():
            bar = mark * max(1, count * room // most)
            yield Text.assemble((f"{year:04}", YEAR), f"  {bar}  {count}")
        yield Text()
        yield WrappedText(Text(self._caption))


def _put_side_by_side(date: Text, cell: Text, console: Console, width: int) -> Text:
    lines = wrap(cell, console, width - _DATE_COLUMN_WIDTH)
    lines[0] = Text.assemble(date, " " * (_DATE_COLUMN_WIDTH - len(date)), lines[0])
    for line in filter(None, lines[1:]):
        line.pad_left(_DATE_COLUMN_WIDTH)
    return Text("\n").join(lines)


def _stack(date: Text, cell: Text, console: Console, width: int) -> Text:
    return Text("\n").join([date, *wrap(cell, console, width)])
