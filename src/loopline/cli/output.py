"""Printing answers on stdout: a text format as it is, the table format drawn by Rich."""

import json
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from loopline.cli.messages import count_milestones
from loopline.cli.quoting import quote_show
from loopline.cli.streams import is_unicode, terminal_width, write
from loopline.errors import UsageError
from loopline.formats import FormatName, load_format
from loopline.models import Milestone
from loopline.timeline import SearchResult, Timeline

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

Item = TypeVar("Item")

# Longer lines are hard to read.
MAX_TABLE_WIDTH = 100
# For a terminal without Unicode, which would show escapes instead.
_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "─": "-", "█": "#", "…": "..."}
)


class ListOptions(NamedTuple):
    """The options of every command that prints a list."""

    format_name: FormatName
    full: bool
    reverse: bool
    limit: int | None

    def select(self, items: Iterable[Item]) -> list[Item]:
        """Return as many of the items, and in the order, as the options say."""
        ordered = list(items)
        return ordered[:: -1 if self.reverse else 1][: self.limit]


def resolve_format(format_name: FormatName | None, as_json: bool) -> FormatName:
    """Return the format that was asked for, or else the one for where stdout leads."""
    if as_json and format_name not in (None, "json"):
        raise UsageError(f"--json cannot be combined with --format {format_name}.")
    if as_json:
        return "json"
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return format_name or ("table" if on_terminal else "plain")


def print_milestones(
    found: Timeline, list_options: ListOptions, subject: str, data: str | None = None
) -> None:
    """Print milestones as a list.

    Under a table stand what was asked for, the `subject`, and how many there are. The matches of
    a search are highlighted, and the caption says how to read on in `data`.
    """
    format_name, full, _, _ = list_options
    shown = list_options.select(found)
    if format_name != "table":
        text_format = load_format(format_name)
        if full:
            _write_text(text_format.render_full(shown, found.source, {}), format_name)
        else:
            _write_text(text_format.render_list(shown, found.source), format_name)
    elif shown:
        # Imported here, because Rich costs as much as everything else together.
        from loopline.formats.rich_table import render_milestones

        count = f"{len(shown)} of " if len(shown) < len(found) else ""
        hint = ""
        if isinstance(found, SearchResult) and not full:
            hint = f"Read more with --full or {quote_show(shown[0].when, data)}."
        caption = _caption(f"{subject}{count}{count_milestones(len(found))}.", found.source, hint)
        rows = [(milestone, _cell(milestone, full, found)) for milestone in shown]
        console = _create_console()
        _write_rich(console, render_milestones(rows, caption, console.width))


def print_pages(shown: Timeline, timeline: Timeline, format_name: FormatName) -> None:
    """Print milestones in full; on a terminal with what came before and after in the timeline."""
    if format_name != "table":
        text_format = load_format(format_name)
        _write_text(text_format.render_full(shown, shown.source, shown.notes), format_name)
    elif shown:
        from loopline.formats.rich_page import render_pages

        console = _create_console()
        _write_rich(console, render_pages(shown, timeline, console.width))


def print_year_counts(timeline: Timeline, list_options: ListOptions) -> None:
    """Print how many milestones there are in each year, on a terminal as bars."""
    shown = dict(list_options.select(timeline.counts_by_year().items()))
    format_name = list_options.format_name
    if format_name != "table":
        text = load_format(format_name).render_counts(shown, timeline.source)
        _write_text(text, format_name)
    elif shown:
        from loopline.formats.rich_table import render_counts

        caption = _caption(f"{count_milestones(sum(shown.values()))}.", timeline.source)
        console = _create_console()
        _write_rich(console, render_counts(shown, caption, console.width))


def _cell(milestone: Milestone, full: bool, found: Timeline) -> "Text":
    """Return what stands beside the date of a milestone: its title, texts, or an excerpt."""
    from rich.text import Text

    from loopline.formats.rich_cells import render_excerpt, render_full

    result = found if isinstance(found, SearchResult) else None
    spans = result.spans(milestone) if result is not None else []
    if full:
        return render_full(milestone, spans)
    if result is not None:
        return render_excerpt(milestone, spans, *result.snippet_span(milestone))
    return Text(milestone.title)


def _caption(answer: str, source: str, hint: str = "") -> "Text":
    """Return what stands under a table: what it answers, its source, and how to read on."""
    from rich.text import Text

    answer = answer[0].upper() + answer[1:]
    return Text.assemble(f"{answer} Source: ", (source, "source"), f"\n{hint}" if hint else "")


def _write_text(text: str, format_name: FormatName) -> None:
    """Write a text format; JSON to a stdout that is not Unicode is escaped, to lose nothing."""
    if format_name.startswith("json") and sys.stdout is not None and not is_unicode(sys.stdout):
        text = re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)
    write(text)


def _create_console() -> "Console":
    """Return a console of Rich that is as wide as the terminal."""
    from rich.console import Console, detect_legacy_windows

    from loopline.formats.rich_theme import THEME

    return Console(
        # Width and height are given, because Rich fails on COLUMNS=² and on LINES=².
        width=min(terminal_width(sys.stdout), MAX_TABLE_WIDTH),
        height=25,
        theme=THEME,
        highlight=False,
        # What is captured would have escape codes, which an old console of Windows does not know.
        color_system=None if detect_legacy_windows() else "auto",
    )


def _write_rich(console: "Console", renderable: "RenderableType") -> None:
    """Write what Rich draws, without the blanks with which it fills lines."""
    with console.capture() as capture:
        console.print(renderable)
    text = re.sub(r" +(\x1b\[0m)?$", r"\1", capture.get(), flags=re.MULTILINE)
    if sys.stdout is not None and not is_unicode(sys.stdout):
        text = text.translate(_ASCII)
    write(text)
