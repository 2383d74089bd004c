"""Printing answers on stdout: a text format as it is, the table format drawn by Rich."""

import json
import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from loopline.cli.messages import count_milestones
from loopline.cli.streams import is_unicode, terminal_width, write
from loopline.errors import UsageError
from loopline.formats import FormatName, load_format
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from rich.console import RenderableType

    from loopline.formats.rich_snippets import SpansOf


def resolve_format(format_name: FormatName | None, as_json: bool) -> FormatName:
    """Return the format that was asked for, or else the one for where stdout leads."""
    if as_json and format_name not in (None, "json"):
        raise UsageError(f"--json cannot be combined with --format {format_name}.")
    if as_json:
        return "json"
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return format_name or ("table" if on_terminal else "plain")


def print_milestones(  # noqa: PLR0913 - each is an option of the command line
    found: Timeline,
    format_name: FormatName,
    subject: str = "",
    *,
    full: bool = False,
    reverse: bool = False,
    limit: int | None = None,
    spans_of: "SpansOf | None" = None,
) -> None:
    """Print milestones as a list, as many and in the order that the options say.

    What was asked for, the `subject`, stands before their number under a table. `spans_of`
    gives what a search matched in a milestone, to be highlighted there.
    """
    shown = (found[::-1] if reverse else found)[:limit]
    if format_name != "table":
        text_format = load_format(format_name)
        render = text_format.render_full if full else text_format.render_list
        _write_text(render(shown, found.source), format_name)
    elif shown:
        # Imported here, because Rich costs as much as everything else together.
        from loopline.formats import rich_snippets, rich_table

        render_cell: rich_table.CellRenderer
        render_cell = rich_table.render_full if full else rich_table.render_title
        if spans_of is not None:
            render_cell = (rich_snippets.full_texts if full else rich_snippets.snippets)(spans_of)
        count = f"{len(shown)} of " if len(shown) < len(found) else ""
        caption = f"{subject}{count}{count_milestones(len(found))}"
        _write_rich(rich_table.MilestoneTable(shown, render_cell, _cite(caption, found.source)))


def print_pages(shown: Timeline, timeline: Timeline, format_name: FormatName) -> None:
    """Print milestones in full; on a terminal with what came before and after in the timeline."""
    if format_name != "table":
        _write_text(load_format(format_name).render_full(shown, timeline.source), format_name)
    elif shown:
        from rich.console import Group

        from loopline.formats.rich_page import render_pages

        _write_rich(Group(*render_pages(shown, timeline)))


def print_year_counts(
    counts: Mapping[int, int],
    source: str,
    format_name: FormatName,
    *,
    reverse: bool = False,
    limit: int | None = None,
) -> None:
    """Print how many milestones there are in each year, on a terminal as bars."""
    years = list(reversed(counts) if reverse else counts)[:limit]
    shown = {year: counts[year] for year in years}
    if format_name != "table":
        _write_text(load_format(format_name).render_counts(shown, source), format_name)
    elif shown:
        from loopline.formats.rich_table import YearBars

        caption = count_milestones(sum(shown.values()))
        _write_rich(YearBars(shown, _cite(caption, source)))


def _cite(caption: str, source: str) -> str:
    return f"{caption}. Source: {source}" if source else caption


def _write_text(text: str, format_name: FormatName) -> None:
    """Write a text format; JSON to a stdout that is not Unicode is escaped, to lose nothing."""
    if format_name.startswith("json") and sys.stdout is not None and not is_unicode(sys.stdout):
        text = re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)
    write(text)


def _write_rich(renderable: "RenderableType") -> None:
    """Write what Rich draws, as wide as the terminal."""
    from rich.console import Console

    # Width and height are given, because Rich fails on COLUMNS=² and on LINES=².
    width, height = terminal_width(sys.stdout), 25
    console = Console(width=width, height=height, highlight=False)
    if console.legacy_windows:
        # A console without escape codes, which breaks a line that fills it.
        console = Console(width=width - 1, height=height, highlight=False, color_system=None)
    with console.capture() as capture:
        console.print(renderable)
    write(capture.get())
