"""Printing answers on stdout: a text format as it is, the table format drawn by Rich."""

import json
import re
import sys
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from loopline.cli.messages import count_milestones
from loopline.cli.quoting import quote_show
from loopline.cli.streams import adapt, is_unicode, terminal_width, write
from loopline.errors import UsageError
from loopline.formats import FormatName, load_format
from loopline.timeline import SearchResult, Timeline

Item = TypeVar("Item")

# Longer lines are hard to read.
MAX_TABLE_WIDTH = 100


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
            _write_text(text_format.render_full(shown, found.source, found.notes), format_name)
        else:
            _write_text(text_format.render_list(shown, found.source), format_name)
    elif shown:
        from loopline.formats.rich_table import render_caption, render_milestones

        count = f"{len(shown)} of " if len(shown) < len(found) else ""
        hint = ""
        if isinstance(found, SearchResult) and not full:
            hint = f"Read more with --full or {quote_show(shown[0].when, data)}."
        answer = f"{subject}{count}{count_milestones(len(found))}."
        caption = render_caption(answer, found.source, hint)
        _write_table(render_milestones(shown, found, full, caption, _table_width()))


def print_pages(shown: Timeline, timeline: Timeline, format_name: FormatName) -> None:
    """Print milestones in full; on a terminal with what came before and after in the timeline."""
    if format_name != "table":
        text_format = load_format(format_name)
        _write_text(text_format.render_full(shown, shown.source, shown.notes), format_name)
    elif shown:
        from loopline.formats.rich_page import render_pages

        _write_table(render_pages(shown, timeline, _table_width()))


def print_year_counts(timeline: Timeline, list_options: ListOptions) -> None:
    """Print how many milestones there are in each year, on a terminal as bars."""
    shown = dict(list_options.select(timeline.counts_by_year().items()))
    format_name = list_options.format_name
    if format_name != "table":
        text = load_format(format_name).render_counts(shown, timeline.source)
        _write_text(text, format_name)
    elif shown:
        from loopline.formats.rich_table import render_caption, render_counts

        caption = render_caption(f"{count_milestones(sum(shown.values()))}.", timeline.source)
        _write_table(render_counts(shown, caption, _table_width()))


def _write_text(text: str, format_name: FormatName) -> None:
    """Write a text format; JSON to a stdout that is not Unicode is escaped, to lose nothing."""
    if format_name.startswith("json") and not is_unicode(sys.stdout):
        text = re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)
    write(text)


def _write_table(table: str) -> None:
    write(adapt(table, sys.stdout))


def _table_width() -> int:
    return min(terminal_width(), MAX_TABLE_WIDTH)
