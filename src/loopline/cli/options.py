"""The options that commands share, and how a command comes by them.

A command of loopline is a function from the record and its own arguments to an Answer. What
Typer sees is that function with the options of `present` after its own, so that each option
is declared once and works alike everywhere.
"""

import inspect
from collections.abc import Callable, Container
from typing import Annotated, Any

import typer

from loopline.cli.answers import Answer
from loopline.cli.chosen import chosen_record
from loopline.cli.output import chosen_format, print_answer
from loopline.errors import DateError, QueryError, UsageError
from loopline.formats import FormatName
from loopline.timeline import Timeline

_SELECTION = "Which and how many"
_OUTPUT = "Output"

Full = Annotated[
    bool,
    typer.Option("--full", help="Give the texts too.", rich_help_panel=_SELECTION),
]
Reverse = Annotated[
    bool,
    typer.Option("--reverse", "-r", help="Newest first.", rich_help_panel=_SELECTION),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        help="Only the first N, after any reversing.",
        rich_help_panel=_SELECTION,
    ),
]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="table, plain, json, jsonl, csv or md; unless given, table on a terminal and plain"
        " in a pipe.",
        rich_help_panel=_OUTPUT,
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="The same as --format json.", rich_help_panel=_OUTPUT),
]
Data = Annotated[
    str | None,
    typer.Option(
        "--data",
        metavar="FILE",
        help="A record of your own, as --json prints it.",
        rich_help_panel=_OUTPUT,
    ),
]


# What only a list can have: `show` gives everything that was named, whole and in order.
LISTING_OPTIONS = ("full", "reverse", "limit")


def present(  # noqa: PLR0913 - each is an option of the command line
    ask: Callable[[Timeline], Answer],
    *,
    full: Full = False,
    reverse: Reverse = False,
    limit: Limit = None,
    format_name: Format = None,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Put a question to the record and print the answer; exit with 1 if it failed."""
    if limit is not None and limit < 1:
        raise UsageError(f"--limit must be 1 or more, not {limit}")
    chosen = chosen_format(format_name, as_json)
    answer = ask(chosen_record(data)).arranged(reverse, limit)
    print_answer(answer, chosen, full)
    if answer.failed:
        raise typer.Exit(1)


def as_command(
    function: Callable[..., Answer], without: Container[str] = ()
) -> Callable[..., None]:
    """The command for Typer: `function`'s arguments after the record, then `present`'s options.

    Of those options the ones named in `without` are left out.
    """
    own = list(inspect.signature(function).parameters.values())[1:]
    shared = list(inspect.signature(present).parameters.values())[1:]
    names = [parameter.name for parameter in own]

    def command(context: typer.Context, **given: Any) -> None:  # noqa: ANN401 - Typer's doing
        arguments = {name: given.pop(name) for name in names}
        try:
            present(lambda timeline: function(timeline, **arguments), **given)
        except (DateError, QueryError, UsageError) as error:
            error.add_note(f"more: {context.command_path} --help")
            raise

    command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
            *(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own),
            *(parameter for parameter in shared if parameter.name not in without),
        ]
    )
    return command
