"""The program: its commands, and the one place that turns errors into words and exit codes."""

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Annotated, cast

import typer

from loopline import __version__
from loopline.cli import commands, helptexts
from loopline.cli.answers import Answer
from loopline.cli.options import LISTING_OPTIONS, as_command
from loopline.cli.streams import configure_streams, print_message, unwritable, write
from loopline.errors import DataError, LooplineError, OutputError
from loopline.text import escape

# Set by the scripts that Typer makes for the shells.
COMPLETION = "_LOOPLINE_COMPLETE"
TRACEBACK = "LOOPLINE_TRACEBACK"
LONGEST_LINE = 600

# Typer has no public name for the base of its usage errors, only for this one of them.
TyperUsageError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])


# Each command with its help and the options that it does not share.
COMMANDS: dict[str, tuple[Callable[..., Answer], str, *tuple[str, ...]]] = {
    "list": (commands.list_, helptexts.LIST),
    "show": (commands.show, helptexts.SHOW, *LISTING_OPTIONS),
    "year": (commands.year, helptexts.YEAR),
    "search": (commands.search, helptexts.SEARCH),
    "between": (commands.between, helptexts.BETWEEN),
}


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"loopline {__version__}\n")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", "-V", callback=_print_version, is_eager=True, help="Print the version."
    ),
]


def loopline(context: typer.Context, version: Version = False) -> None:  # noqa: ARG001
    """Run without a command: print the help, as an error."""
    if context.invoked_subcommand is None:
        # stdout carries results and nothing else, and this is none.
        with redirect_stdout(sys.stderr):
            context.get_help()
        raise typer.Exit(2)


def build() -> typer.Typer:
    """The command line: the program's own options, its commands, help and completion."""
    app = typer.Typer(
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True, help=helptexts.PROGRAM)(loopline)
    # Only the command that is named is made: each costs every start two million instructions.
    for name in [name for name in sys.argv[1:2] if name in COMMANDS] or COMMANDS:
        function, help_text, *without = COMMANDS[name]
        app.command(name, help=help_text)(as_command(function, without))
    return app


def run() -> int:
    """Run the command line that the program was started with; return its exit code."""
    _prepare()
    try:
        code: int | None = build()(prog_name="loopline", standalone_mode=False)
        if not code:
            # What Typer itself has printed, such as help, has to reach its reader too.
            write("")
    except (DataError, OutputError) as error:
        return _failed(1, str(error), *getattr(error, "__notes__", ()))
    except LooplineError as error:
        return _failed(2, str(error), *error.__notes__)
    except TyperUsageError as error:
        command = error.ctx.command_path if error.ctx else "loopline"
        return _failed(2, error.format_message(), f"more: {command} --help")
    except OSError as error:
        return _failed(1, str(unwritable(error)))
    except Exception as error:
        # The last resort, for faults of loopline itself.
        if os.environ.get(TRACEBACK):
            raise
        fault = f"{type(error).__name__}: {error}"
        return _failed(1, f"a fault in loopline {__version__}, please report it: {fault}")
    return code or 0


def _prepare() -> None:
    """Set up this process for what it is about to do."""
    configure_streams()
    if COMPLETION in os.environ:
        # Typer would render each description with Rich, which takes longer than all the rest
        # and would read a title as markup. Titles are plain text, and so Rich stays out.
        sys.modules["rich"] = None  # type: ignore[assignment]


def _failed(code: int, *parts: str) -> int:
    """Say in one line what went wrong, unless there is nothing to say; return the exit code."""
    if parts[0]:
        # Also what Typer says is escaped: it repeats what was typed, and that may be anything.
        line = escape(" ".join("; ".join(part.rstrip(".") for part in parts).split()))
        print_message(
            f"loopline: {line if len(line) < LONGEST_LINE else line[:LONGEST_LINE] + '…'}"
        )
    return code
