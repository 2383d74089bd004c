"""The program as a whole, and the one place that turns errors into messages and exit codes."""

import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from copy import copy
from io import StringIO
from typing import TYPE_CHECKING, Annotated, cast

import typer
from typer.main import get_command

from loopline import __version__
from loopline.cli.commands import app
from loopline.cli.quoting import quote_command
from loopline.cli.streams import (
    configure_streams,
    print_messages,
    stdout_error,
    terminal_width,
    write,
    write_stderr,
)
from loopline.cli.typer_workarounds import (
    Program,
    TyperUsageError,
    describe_without_guesses,
    keep_titles_from_rich,
)
from loopline.errors import DataError, DateError, LooplineError, OutputError, QueryError
from loopline.text import escape
from loopline.timeline import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.core import TyperGroup

    from loopline.timeline import Timeline

TRACEBACK_VARIABLE = "LOOPLINE_TRACEBACK"
MAX_MESSAGE_LENGTH = 600
MAX_HELP_WIDTH = 80


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"loopline {__version__}\n")
        raise typer.Exit


@app.callback(
    cls=Program,
    invoke_without_command=True,
    help="""
    Look up milestones in the development of the Hong Kong-Shenzhen Innovation and Technology Park
    in the Lok Ma Chau Loop.
    """,
    epilog="""
    loopline year 2021
    loopline show 6 Sep 2021
    loopline search legco funding
    """,
)
def program(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Without a command, print the help as an error."""
    if context.invoked_subcommand is None:
        write_stderr(context.get_help())
        raise typer.Exit(2)


def run() -> int:
    """Run the command line that the program was started with, and return its exit code."""
    configure_streams()
    try:
        return _run_and_report(sys.argv[1:])
    except Exception as error:
        # The last resort, for faults of loopline itself.
        if os.environ.get(TRACEBACK_VARIABLE):
            raise
        fault = f"{type(error).__name__}: {error}"
        return _report(1, f"Internal error in loopline {__version__}, please report it: {fault}")


def _run_and_report(arguments: list[str]) -> int:
    """Run the program, and turn every error into a message and an exit code."""
    try:
        keep_titles_from_rich()
        code = _run_program(arguments)
        if code == 0:
            # What Typer itself has printed, such as help, has to reach its reader too.
            write("")
    except (DataError, OutputError) as error:
        return _report(1, str(error))
    except QueryError as error:
        every = "To see every milestone, type 'loopline list'; to count them, 'loopline year'."
        return _report(2, str(error), every)
    except LooplineError as error:
        return _report(2, str(error), _advise(arguments, error.suggestion))
    except TyperUsageError as error:
        return _report(2, _explain_usage(error, arguments), _advise(arguments))
    except OSError as error:
        # Without a file name it is stdout that Typer could not write to.
        reason = f"{error.filename}: {error.strerror}." if error.filename else stdout_error(error)
        return _report(1, str(reason))
    return code


def _run_program(
    arguments: list[str], load_record: "Callable[[str | None], Timeline]" = load
) -> int:
    """Run the command that is named, on the record that is loaded so, and return its exit code."""
    program = copy(app)
    # Only the command that is named is built, which shortens the start.
    named = [command for command in app.registered_commands if command.name in arguments[:1]]
    if named and arguments[0] != "help":
        program.registered_commands = named
    code: int | None = get_command(program)(
        arguments,
        prog_name="loopline",
        obj=load_record,
        standalone_mode=False,
        # On Windows, Typer would replace `innov*` by the names of files, also in quotes.
        windows_expand_args=False,
        terminal_width=min(terminal_width(), MAX_HELP_WIDTH),
    )
    return code or 0


def _explain_usage(error: typer.BadParameter, arguments: list[str]) -> str:
    """Return what is wrong with the arguments: of numbers alone, why they are no date."""
    if re.fullmatch(r"[0-9][\W\d_]*", " ".join(arguments)):
        from loopline.date_arguments import parse_whens

        try:
            parse_whens(arguments)
        except DateError as date_error:
            return str(date_error)
    return describe_without_guesses(error)


def _advise(arguments: list[str], correction: str | None = None) -> str:
    """Return what to type instead: the command line that was meant, or the one for help."""
    from loopline.cli.suggestions import suggest

    typed = " ".join(arguments)
    program = cast("TyperGroup", get_command(app))
    if typed.isprintable() and len(typed) < MAX_MESSAGE_LENGTH:
        for suggestion in suggest(program, arguments, correction):
            if _is_accepted(suggestion):
                return f"Try {quote_command(suggestion)}."
    named = [name for name in arguments[:1] if name in program.commands]
    return f"See {quote_command([*named, '--help'])}."


def _is_accepted(arguments: list[str]) -> bool:
    """Return whether the program takes the arguments, by running it on the bundled record.

    That prints nothing, reads neither a file nor standard input, and installs nothing.
    """
    if any("completion" in argument for argument in arguments):
        return False
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            _run_program(arguments, lambda _: load())
    except (LooplineError, TyperUsageError):
        return False
    return True


def _report(code: int, message: str, advice: str = "") -> int:
    """Print what went wrong, unless there is nothing to say, and return the exit code."""
    if message:
        # Escaped here too, because Typer's messages repeat what was typed.
        line = escape(" ".join(message.split()))
        line = line if len(line) < MAX_MESSAGE_LENGTH else f"{line[:MAX_MESSAGE_LENGTH]}…"
        line += "" if line.endswith((".", "…", "?")) else "."
        print_messages([f"loopline: {line} {advice}".rstrip()])
    return code
