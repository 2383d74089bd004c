"""`table`: several milestones, or the number of those in each year, as Rich tables."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich import box
from rich.table import Table
from rich.text import Text

from loopline.models import Milestone


def render_milestones(rows: Sequence[tuple[Milestone, Text]], caption: Text, width: int) -> Table:
    """Return a table of the dates of milestones and their cells, with a section for each year.

    If a cell has several lines, a blank line parts the milestones.
    """
    is_spaced = not has_room(width) or any("\n" in cell.plain for _, cell in rows)
    table = _create_table(caption, show_header=has_room(width))
    if has_room(width):
        table.add_column(Text("Date", "title"), no_wrap=True)
    table.add_column(Text("Milestone", "title"), ratio=1, overflow="fold")
    for _, group in groupby(rows, key=lambda row: row[0].date.year):
        table.add_section()
        for number, (milestone, cell) in enumerate(group):
            if number and is_spaced:
                table.add_row()
            add_row(table, Text(milestone.when, "date"), cell)
    return table


def render_counts(counts: Mapping[int, int], caption: Text, width: int) -> Table:
    """Return a table of years, each with a bar as long as the number of its milestones."""
    table = _create_table(caption)
    table.add_column(Text("Year", "title"), no_wrap=True)
    table.add_column(Text("Milestones", "title"), ratio=1)
    most = max(counts.values())
    room = min(4 * most, width - len(f"2021   {most} "))
    for year, count in counts.items():
        bar = Text("█" * max(1, count * room // most), "year")
        table.add_row(Text(f"{year:04}", "year"), Text.assemble(bar, f" {count}"))
    return table


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
        caption=Text("\n").join([Text(), caption]),
        caption_justify="left",
    )
