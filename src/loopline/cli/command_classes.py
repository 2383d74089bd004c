"""Where loopline's commands differ from Typer's: in their help, and in what `-word` means."""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

import typer
from typer.core import TyperCommand

from loopline.formats import FormatName

# Short options run together, such as -rn3, -fjson, or -rf with its value in the next argument.
# The options that take the next argument as their value.
_WITH_VALUE = {"--data", "--format", "-f", "--limit", "-n", "--since", "--until"}


class Command(TyperCommand):
    """A command whose help has `WHEN...`, not `{WHEN...}`, and nothing cut short."""

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the parts of the usage line."""
        arguments = [param.metavar for param in self.params if param.param_type_name == "argument"]
        return [self.options_metavar or "", *map(str, arguments)]

    def get_short_help_str(self, limit: int = 0) -> str:
        """Return the first sentence of the help, which Typer would cut in a narrow terminal."""
        return super().get_short_help_str(limit=1000)


class SearchCommand(Command):
    """The search, for which `-word` excludes a word, as everybody knows from search engines."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the arguments after `-word`, which is no option, is replaced by `NOT word`."""
        return super().parse_args(ctx, list(self.spell_out_exclusions(args)))

    def spell_out_exclusions(self, arguments: Sequence[str]) -> Iterator[str]:
        """Yield the arguments with `NOT` and `word` in the place of `-word`."""
        names = {name for parameter in self.params for name in parameter.opts}
        for previous, argument in zip(["", *arguments], arguments, strict=False):
            is_value = previous in _WITH_VALUE
            # A long option with one hyphen is not meant as a word: Typer refuses it.
            if is_value or f"-{argument}" in names or not is_exclusion(argument):
                yield argument
            else:
                word = argument[1:]
                yield from ("NOT", f'"{word}"' if " " in word else word)


def is_exclusion(argument: str) -> bool:
    """Return whether the argument of a search is `-word`, and not a cluster of short options.

    Such a cluster is -rn3, -fjson, or -rf with the value of -f in the next argument.
    """
    if argument[:1] != "-" or not argument[1:2].isalnum():
        return False
    formats = "|".join(get_args(FormatName))
    if re.fullmatch(rf"-r*(r|h|n[0-9]*|f({formats})?)", argument, re.IGNORECASE):
        return False
    return len(argument) > 2 or not argument.isascii()
