"""`table`: several milestones, or the number of those in each year, drawn by Rich."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich import box
from rich.table import Table
from rich.text import Text

from loopline.formats.rich_cells import render_cell
from loopline.formats.rich_console import draw
from loopline.models import Milestone
from loopline.timeline import SearchResult, Timeline


def render_milestones(
    shown: Sequence[Milestone], found: Timeline, full: bool, caption: Text, width: int
) -> str:
    """Return a table of milestones, some or all of those found, with a section for each year.

    Beside their dates stand their titles, with the texts if `full`, or an excerpt after a search.
    """
    table = _create_table(caption, show_header=has_room(width))
    if has_room(width):
        table.add_column(Text("Date", "title"), no_wrap=True)
    table.add_column(Text("Milestone", "title"), ratio=1, overflow="fold")
    is_spaced = full or isinstance(found, SearchResult) or not has_room(width)
    for _, group in groupby(shown, key=lambda milestone: milestone.date.year):
        table.add_section()
        for number, milestone in enumerate(group):
            if number and is_spaced:
                table.add_row()
            add_row(table, Text(milestone.when, "date"), render_cell(milestone, found, full))
    return draw(table, width)


def render_counts(counts: Mapping[int, int], caption: Text, width: int) -> str:
    """Return a table of years, each with a bar as long as the number of its milestones."""
    table = _create_table(caption)
    table.add_column(Text("Year", "title"), no_wrap=True)
    table.add_column(Text("Milestones", "title"), ratio=1)
    most = max(counts.values())
    room = min(4 * most, width - len(f"2021   {most} "))
    for year, count in counts.items():
        bar = Text("█" * max(1, count * room // most), "year")
        table.add_row(Text(f"{year:04}", "year"), Text.assemble(bar, f" {count}"))
    return draw(table, width)


def render_caption(answer: str, source: str, hint: str = "") -> Text:
    """Return what stands under a table: what it answers, its source, and how to read on."""
    answer = answer[0].upper() + answer[1:]
    return Text.assemble(f"\n{answer} Source: ", (source, "source"), f"\n{hint}" if hint else "")


def has_room(width: int) -> bool:
    """Return whether a terminal is wide enough for a date and a title side by side."""
    return width >= 40


def add_row(table: Table, *cells: Text) -> None:
    """Add the cells side by side; in a table of one column, beneath each other."""
    table.add_row(*(cells if len(table.columns) > 1 else [Text("\n").join(cells)]))


def _create_table(caption: Text, *, show_header: bool = True) -> Table:
    return Table(
        box=box.HORIZONTALS,
        show_header=show_header,
        header_style="",
        show_edge=False,
        pad_edge=False,
        expand=True,
        caption=caption,
        caption_justify="left",
    )
