"""The commands: each reads its arguments, asks the timeline, and prints the answer.

To add one, copy the one above it.
"""

import os
from typing import TYPE_CHECKING, cast

import typer

from loopline.cli import help_texts, messages, options
from loopline.cli.output import print_milestones, print_pages, print_year_counts, resolve_format
from loopline.cli.search_command import SearchCommand
from loopline.cli.streams import print_message, write
from loopline.cli.typer_workarounds import Command
from loopline.dates import parse_year, period_between
from loopline.errors import DataError, UsageError
from loopline.text import quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from typer.core import TyperGroup

    from loopline.models import Milestone

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


@app.command("list", cls=Command, help=help_texts.LIST, epilog=help_texts.LIST_EXAMPLES)
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
    """List the milestones of a period."""
    format_name = resolve_format(format_name, as_json)
    period = period_between(since, until)
    timeline = _load(context, data)
    found = timeline.overlapping(period)
    subject = f"{period.describe()}: " if since or until else ""
    print_milestones(found, format_name, subject, full=full, reverse=reverse, limit=limit)
    print_message(messages.empty_message(found, timeline, period))


@app.command("show", cls=Command, help=help_texts.SHOW, epilog=help_texts.SHOW_EXAMPLES)
def show(
    context: typer.Context,
    words: options.Whens,
    format_name: options.Format = None,
    as_json: options.Json = False,
    data: options.Data = None,
) -> None:
    """Show the full text of milestones."""
    format_name = resolve_format(format_name, as_json)
    # Imported here, because only dates in several words need it.
    from loopline.date_arguments import parse_whens

    whens = parse_whens(words)
    timeline = _load(context, data)
    chosen: set[Milestone] = set()
    missing = []
    for when in whens:
        if when == "latest":
            found = timeline.latest
            missing += [] if found else ["The record is empty."]
        else:
            found = timeline.on(when)
            if not found:
                missing += messages.date_messages(timeline, when, data)
        chosen.update(found)
    shown = Timeline((m for m in timeline if m in chosen), timeline.source)
    print_pages(shown, timeline, format_name)
    # Tables and Markdown have the notes beside the texts.
    notes = messages.note_messages(shown.notes) if format_name not in ("table", "md") else ()
    for message in (*notes, *missing):
        print_message(message)
    if not shown:
        raise typer.Exit(1)


@app.command("year", cls=Command, help=help_texts.YEAR, epilog=help_texts.YEAR_EXAMPLES)
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
    format_name = resolve_format(format_name, as_json)
    period = period_between(None, None) if year is None else parse_year(year)
    timeline = _load(context, data)
    found = timeline.overlapping(period)
    if year is None:
        counts = timeline.counts_by_year()
        print_year_counts(counts, timeline.source, format_name, reverse=reverse, limit=limit)
    else:
        subject = f"{period.describe()}: "
        print_milestones(found, format_name, subject, full=full, reverse=reverse, limit=limit)
    print_message(messages.empty_message(found, timeline, period))


@app.command("search", cls=SearchCommand, help=help_texts.SEARCH, epilog=help_texts.SEARCH_EXAMPLES)
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
    """List the milestones that match a query."""
    if words == ["help"]:
        help_(context, "search")
        return
    format_name = resolve_format(format_name, as_json)
    period = period_between(since, until)
    timeline = _load(context, data)
    query = " ".join(words)
    result = timeline.search(query, exact=exact, since=since, until=until)
    subject = f"{quote(query)}, {period.describe()}: " if since or until else f"{quote(query)}: "
    print_milestones(
        result,
        format_name,
        subject,
        full=full,
        reverse=reverse,
        limit=limit,
        data=data,
    )
    outside = ""
    if (since or until) and not result:
        outside = messages.outside_message(timeline.search(query, exact=exact), period)
    for message in messages.search_messages(result, timeline, query, data, outside):
        print_message(message)


@app.command("between", cls=Command, help=help_texts.BETWEEN, epilog=help_texts.BETWEEN_EXAMPLES)
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
    """List the milestones from START to END."""
    format_name = resolve_format(format_name, as_json)
    # Imported here, because only dates in several words need it.
    from loopline.date_arguments import parse_range

    start, end = parse_range(words)
    timeline = _load(context, data)
    period = timeline.period_between(start, end)
    found = timeline.overlapping(period)
    subject = f"{period.describe()}: "
    print_milestones(found, format_name, subject, full=full, reverse=reverse, limit=limit)
    print_message(messages.empty_message(found, timeline, period))


@app.command("help", cls=Command, help=help_texts.HELP, epilog=help_texts.HELP_EXAMPLES)
def help_(context: typer.Context, name: options.CommandName = None) -> None:
    """Print the help of the program or of a command."""
    program = context.find_root()
    if name is None:
        write(f"{program.get_help()}\n")
    elif command := cast("TyperGroup", program.command).get_command(program, name):
        write(f"{command.get_help(typer.Context(command, parent=program, info_name=name))}\n")
    else:
        raise UsageError(f"{quote(name)} is not a loopline command.")
