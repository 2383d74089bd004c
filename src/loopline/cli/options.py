"""The options and arguments of the commands, each declared once."""

from typing import Annotated

import typer

from loopline.cli.completion import (
    complete_command,
    complete_end,
    complete_limit,
    complete_query,
    complete_show,
    complete_when,
    complete_year,
)
from loopline.formats import FormatName

DATA_VARIABLE = "LOOPLINE_DATA"

Full = Annotated[bool, typer.Option("--full", help="Also print the full text.")]
Reverse = Annotated[bool, typer.Option("--reverse", "-r", help="Newest first.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        min=1,
        help="Show at most N (applied after --reverse).",
        autocompletion=complete_limit,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="Only from this day, month or year on.",
        autocompletion=complete_when,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="WHEN",
        help="Only up to this day, month or year.",
        autocompletion=complete_end,
    ),
]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        help="table, plain, json, jsonl, csv or md.  [default: table in a terminal, "
        "otherwise plain]",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Data = Annotated[
    str | None,
    typer.Option(
        "--data",
        metavar="FILE",
        envvar=DATA_VARIABLE,
        help="Read milestones from FILE, in the format that --json prints; - is standard input.",
    ),
]

Whens = Annotated[
    list[str],
    typer.Argument(
        metavar="WHEN...",
        help="Days, months or years, such as 2021-09-06 or Sep 2021; or latest.",
        autocompletion=complete_show,
        show_default=False,
    ),
]
Year = Annotated[
    str | None,
    typer.Argument(metavar="[YEAR]", help="Four digits.", autocompletion=complete_year),
]
Query = Annotated[
    list[str],
    typer.Argument(metavar="QUERY...", help="Words or a question.", autocompletion=complete_query),
]
StartAndEnd = Annotated[
    list[str],
    typer.Argument(
        metavar="START [END]",
        help="Days, months or years; .. or no END means no limit.",
        autocompletion=complete_end,
    ),
]
CommandName = Annotated[
    str | None,
    typer.Argument(
        metavar="[COMMAND]", help="The command to explain.", autocompletion=complete_command
    ),
]
