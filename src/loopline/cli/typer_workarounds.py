"""What has to be done differently from Typer, each thing named for what it works around."""

import os
import sys
from pathlib import Path
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from loopline.errors import OutputError

# Set by the scripts that Typer makes for the shells; PowerShell 7.5 leaves it empty afterwards.
COMPLETE_VARIABLE = "_LOOPLINE_COMPLETE"

# The base of Typer's usage errors, for which it has no public name before 0.28.
TyperUsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)


def _format_examples(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG001
    """Write the examples under a heading like that of the options, not as one more paragraph."""
    with formatter.section("Examples"):
        formatter.write_text(self.epilog)


class Program(TyperGroup):
    """A program whose help ends with examples."""

    format_epilog = _format_examples


class Command(TyperCommand):
    """A command whose help ends with examples, and has `WHEN...` where Typer has `{WHEN...}`."""

    format_epilog = _format_examples

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the parts of the usage line."""
        arguments = [param.metavar for param in self.params if param.param_type_name == "argument"]
        return [self.options_metavar or "", *map(str, arguments)]


def describe_without_guesses(error: typer.BadParameter) -> str:
    """Return Typer's message for a usage error without the options that it thinks were meant."""
    vars(error)["possibilities"] = None
    return error.format_message()


def prepare_completion() -> bool:
    """Return whether a shell asks what can be typed next, and prepare the answer to it."""
    if not os.environ.get(COMPLETE_VARIABLE):
        return False
    _complete_without_words()
    _keep_titles_from_rich()
    _keep_backslashes_of_powershell()
    return True


def _complete_without_words() -> None:
    """Offer the commands where a shell does not say what is typed, on which Typer fails."""
    os.environ.setdefault("COMP_WORDS", "loopline")
    os.environ.setdefault("COMP_CWORD", "1")


def _keep_titles_from_rich() -> None:
    """Offer titles as they stand: Typer loads Rich for them, which reads brackets as markup."""
    sys.modules["rich"] = None  # type: ignore[assignment]


def _keep_backslashes_of_powershell() -> None:
    r"""Let `--data FOLDER\FILE` name the record: Typer splits the line as a POSIX shell does."""
    if os.environ[COMPLETE_VARIABLE].endswith(("powershell", "pwsh")):
        line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        os.environ["_TYPER_COMPLETE_ARGS"] = line.replace("\\", "\\\\")


def check_home_folder(arguments: list[str]) -> None:
    """Refuse to install completion for a user without a home, for whom Typer looks in vain.

    Raises:
        OutputError: That is asked for, and there is no home folder.
    """
    if "--install-completion" in arguments:
        try:
            Path.home()
        except RuntimeError:
            message = "Cannot install completion: there is no home folder."
            raise OutputError(f"{message} Set HOME, or use --show-completion.") from None
