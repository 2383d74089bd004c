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
    from collections.abc import Callable

    from rich.console import RenderableType
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
    format_name, full = list_options.format_name, list_options.full
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
        _write_rich(lambda width: render_milestones(rows, caption, width))


def print_pages(shown: Timeline, timeline: Timeline, format_name: FormatName) -> None:
    """Print milestones in full; on a terminal with what came before and after in the timeline."""
    if format_name != "table":
        text_format = load_format(format_name)
        _write_text(text_format.render_full(shown, shown.source, shown.notes), format_name)
    elif shown:
        from loopline.formats.rich_page import render_pages

        _write_rich(lambda width: render_pages(shown, timeline, width))


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
        _write_rich(lambda width: render_counts(shown, caption, width))


def _cell(milestone: Milestone, full: bool, found: Timeline) -> "Text":
    """Return what stands beside the date of a milestone: its title, texts, or an excerpt."""
    from rich.text import Text

    from loopline.formats.rich_cells import render_excerpt, render_full

    if not isinstance(found, SearchResult):
        return render_full(milestone, []) if full else Text(milestone.title)
    spans = found.spans(milestone)
    if full:
        return render_full(milestone, spans)
    return render_excerpt(milestone, spans, *found.snippet_span(milestone))


def _caption(answer: str, source: str, hint: str = "") -> "Text":
    """Return what stands under a table: what it answers, its source, and how to read on."""
    from rich.text import Text

    answer = answer[0].upper() + answer[1:]
    return Text.assemble(f"{answer} Source: ", (source, "source"), f"\n{hint}" if hint else "")


def _write_text(text: str, format_name: FormatName) -> None:
    """Write a text format; JSON to a stdout that is not Unicode is escaped, to lose nothing."""
    if format_name.startswith("json") and not is_unicode(sys.stdout):
        text = re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)
    write(text)


def _write_rich(render: "Callable[[int], RenderableType]") -> None:
    """Write what is rendered for the width of the terminal, without blanks at the ends of lines."""
    from rich.console import Console, detect_legacy_windows

    from loopline.formats.rich_theme import THEME

    console = Console(
        # Width and height are given, because Rich fails on COLUMNS=² and on LINES=².
        width=min(terminal_width(sys.stdout), MAX_TABLE_WIDTH),
        height=25,
        theme=THEME,
        highlight=False,
        # What is captured would have escape codes, which an old console of Windows does not know.
        color_system=None if detect_legacy_windows() else "auto",
    )
    with console.capture() as capture:
        console.print(render(console.width))
    text = re.sub(r" +(\x1b\[0m)?$", r"\1", capture.get(), flags=re.MULTILINE)
    write(text if is_unicode(sys.stdout) else text.translate(_ASCII))
