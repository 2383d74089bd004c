"""The options and arguments of the commands, each declared once."""

import re
from typing import Annotated, get_args

import typer

from loopline.cli.completion import complete_when, complete_year
from loopline.formats import FormatName
from loopline.text import quote

DATA_VARIABLE = "LOOPLINE_DATA"


def _parse_limit(text: str) -> int:
    """Return the number in a text, in the digits 0 to 9 and nothing else, unlike `int`."""
    if re.fullmatch("0*[1-9][0-9]{0,17}", text):
        return int(text)
    raise typer.BadParameter(f"{quote(text)} is not a whole number, 1 or more.")


Full = Annotated[bool, typer.Option("--full", help="Print the full texts too.")]
Reverse = Annotated[bool, typer.Option("--reverse", "-r", help="Print the newest first.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="N",
        parser=_parse_limit,
        help="Print at most N, 1 or more (applied after --reverse).",
    ),
]
Exact = Annotated[
    bool, typer.Option("--exact", help="Match the record's own words only, all of them.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="Leave out everything before WHEN.",
        autocompletion=complete_when,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="WHEN",
        help="Leave out everything after WHEN.",
        autocompletion=complete_when,
    ),
]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        help=f"{', '.join(get_args(FormatName))}.".replace("plain", "plain (default in a pipe)"),
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Data = Annotated[
    str | None,
    typer.Option(
        "--data", metavar="FILE", envvar=DATA_VARIABLE, help="Your own record; - is stdin."
    ),
]

Whens = Annotated[
    list[str],
    typer.Argument(
        metavar="WHEN...",
        help="Dates, such as 2021-09-06, Sep 2021 or 2022; or latest.",
        autocompletion=complete_when,
        show_default=False,
    ),
]
Year = Annotated[
    str | None,
    typer.Argument(metavar="[YEAR]", help="A year, such as 2021.", autocompletion=complete_year),
]
Query = Annotated[
    list[str],
    typer.Argument(
        metavar="QUERY...",
        help='Words or a question, with "a phrase", a OR b, NOT a or -a, brackets, and innov*.',
    ),
]
StartAndEnd = Annotated[
    list[str],
    typer.Argument(
        metavar="START [END]",
        help="Dates; .. or no END leaves a side open.",
        autocompletion=complete_when,
    ),
]
CommandName = Annotated[
    str | None, typer.Argument(metavar="[COMMAND]", help="The command to explain.")
]
