"""The commands: each reads its arguments, asks the timeline, and prints the answer.

The docstring of a command is its help. To add one, copy the one above it.
"""

import os
from typing import TYPE_CHECKING, cast

import typer

from loopline.cli import messages, options
from loopline.cli.output import (
    ListOptions,
    print_milestones,
    print_pages,
    print_year_counts,
    resolve_format,
)
from loopline.cli.search_command import SearchCommand
from loopline.cli.streams import print_messages, write
from loopline.cli.typer_workarounds import Command
from loopline.dates import parse_year
from loopline.errors import DataError, UsageError
from loopline.text import quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from typer.core import TyperGroup

    from loopline.models import Period

app = typer.Typer(
    context_settings={"help_option_names": ["-h", "--help"]},
    # Help is plain text: the tables of Rich cut option names in 40 columns and dim the examples.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    # loopline has suggestions of its own, which it has tried.
    suggest_commands=False,
)


def _load(context: typer.Context, data: str | None) -> Timeline:
    """Return the record in a file, or the bundled one, as the context's object loads it.

    Raises:
        DataError: If the file is unusable; says so if the environment names it.
    """
    try:
        return cast("Timeline", context.obj(data))
    except DataError as error:
        if data == os.environ.get(options.DATA_VARIABLE):
            raise DataError(f"{error} {options.DATA_VARIABLE} names this file.") from None
        raise


def _print_period(
    timeline: Timeline, period: "Period", data: str | None, list_options: ListOptions
) -> None:
    """Print the milestones that may have happened in a period, or why there are none."""
    found = timeline.overlapping(period)
    is_limited = period != timeline.period_between(None, None)
    print_milestones(found, list_options, f"{period.describe()}: " if is_limited else "")
    if not found:
        print_messages(messages.date_messages(timeline, period, data))


@app.command(
    "list",
    cls=Command,
    epilog="""
    loopline list
    loopline list --reverse --limit 3
    loopline list --since 2022 -f md
    """,
)
def list_milestones(
    context: typer.Context,
    since: options.Since = None,
    until: options.Until = None,
    full: options.Full = False,
    reverse: options.Reverse = False,
    limit: options.Limit = None,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """List all milestones, or those of a period."""
    list_options = ListOptions(resolve_format(format_name, as_json), full, reverse, limit)
    timeline = _load(context, data)
    _print_period(timeline, timeline.period_between(since, until), data, list_options)


@app.command(
    "show",
    cls=Command,
    epilog="""
    loopline show 2021-09-06
    loopline show Sep 2021 2022
    loopline show latest
    """,
)
def show(
    context: typer.Context,
    words: options.Whens,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """Show the full text of the milestones of a day, a month or a year.

    The text is quoted from the source; the titles are loopline's own. A terminal wraps the text;
    to copy whole paragraphs, use -f plain.
    """
    format_name = resolve_format(format_name, as_json)
    from loopline.date_arguments import parse_whens

    whens = parse_whens(words)
    timeline = _load(context, data)
    found = {when: timeline.on(when) for when in whens}
    chosen = {milestone for milestones in found.values() for milestone in milestones}
    shown = Timeline((m for m in timeline if m in chosen), timeline.source)
    print_pages(shown, timeline, format_name)
    # Tables and Markdown have the notes beside the texts.
    if format_name not in ("table", "md"):
        print_messages(messages.note_messages(shown.notes))
    for when, milestones in found.items():
        if not milestones:
            period = timeline.period_between(when, when)
            print_messages(messages.date_messages(timeline, period, data))
    if not shown:
        raise typer.Exit(1)


@app.command(
    "year",
    cls=Command,
    epilog="""
    loopline year 2021
    loopline year
    loopline year 2021 --json
    """,
)
def year(
    context: typer.Context,
    year: options.Year = None,
    full: options.Full = False,
    reverse: options.Reverse = False,
    limit: options.Limit = None,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """List the milestones of a year, or count those of every year."""
    list_options = ListOptions(resolve_format(format_name, as_json), full, reverse, limit)
    period = None if year is None else parse_year(year)
    timeline = _load(context, data)
    if period:
        _print_period(timeline, period, data, list_options)
    else:
        print_year_counts(timeline, list_options)
        print_messages(() if timeline else [messages.EMPTY_RECORD])


@app.command(
    "search",
    cls=SearchCommand,
    epilog="""
    loopline search who funds the Park
    loopline search '"action agenda"'
    """,
)
def search(
    context: typer.Context,
    words: options.Query,
    exact: options.Exact = False,
    since: options.Since = None,
    until: options.Until = None,
    full: options.Full = False,
    reverse: options.Reverse = False,
    limit: options.Limit = None,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """Search the milestones for keywords or for the answer to a question."""
    list_options = ListOptions(resolve_format(format_name, as_json), full, reverse, limit)
    timeline = _load(context, data)
    query = " ".join(words)
    period = timeline.period_between(since, until)
    result = timeline.search(query, exact=exact, since=period, until=period)
    dated = f", {period.describe()}" if since or until else ""
    print_milestones(result, list_options, f"{quote(query)}{dated}: ", data)
    print_messages(messages.reading_messages(result))
    if not result:
        elsewhere = timeline.search(query, exact=exact) if since or until else result
        if elsewhere:
            print_messages([messages.outside_message(elsewhere, period)])
        else:
            print_messages(messages.empty_search_messages(result, timeline, query, data))


@app.command(
    "between",
    cls=Command,
    epilog="""
    loopline between 2021-06 2021-12
    loopline between 6 Sep 2021 to 2022
    loopline between .. 2018
    """,
)
def between(
    context: typer.Context,
    words: options.StartAndEnd,
    full: options.Full = False,
    reverse: options.Reverse = False,
    limit: options.Limit = None,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """List the milestones from START to END, both included.

    As START, a month or year means its first day; as END, its last.
    """
    list_options = ListOptions(resolve_format(format_name, as_json), full, reverse, limit)
    from loopline.date_arguments import parse_range

    start, end = parse_range(words)
    timeline = _load(context, data)
    _print_period(timeline, timeline.period_between(start, end), data, list_options)


@app.command(
    "help",
    cls=Command,
    epilog="""
    loopline help
    loopline help search
    """,
)
def help_(context: typer.Context, name: options.CommandName = None) -> None:
    """Show help for loopline or for one command."""
    program = context.find_root()
    if name is None:
        write(f"{program.get_help()}\n")
    elif command := cast("TyperGroup", program.command).get_command(program, name):
        write(f"{command.get_help(typer.Context(command, parent=program, info_name=name))}\n")
    else:
        raise UsageError(f"{quote(name)} is not a loopline command.")
