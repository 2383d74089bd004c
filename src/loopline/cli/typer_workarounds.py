"""What has to be done differently from Typer, each thing named for what it works around."""

import os
import sys
from inspect import cleandoc
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

# Set by the scripts that Typer makes for the shells.
COMPLETE_VARIABLE = "_LOOPLINE_COMPLETE"

# The base of Typer's usage errors, for which it has no public name before 0.28.
TyperUsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)


def _format_examples(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG001
    """Write the examples under a heading like that of the options, not as one more paragraph."""
    with formatter.section("Examples"):
        # A paragraph that begins with a backspace is not wrapped.
        formatter.write_text(f"\b\n{cleandoc(self.epilog)}")


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


def keep_titles_from_rich() -> None:
    """Offer titles to a shell as they stand: Typer has Rich read brackets in them as markup."""
    if os.environ.get(COMPLETE_VARIABLE):
        sys.modules["rich"] = None  # type: ignore[assignment]
