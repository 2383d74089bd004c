"""The command `search`, for which `-word` is no option: it excludes a word, as elsewhere."""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

import typer
from typer.core import TyperOption

from loopline.cli.typer_workarounds import Command
from loopline.formats import FormatName


class SearchCommand(Command):
    """A command in whose arguments `-word` stands for `NOT word`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the arguments after each `-word` is replaced by `NOT word`."""
        return super().parse_args(ctx, list(self._spell_out_exclusions(args)))

    def _spell_out_exclusions(self, arguments: Sequence[str]) -> Iterator[str]:
        options = [param for param in self.params if isinstance(param, TyperOption)]
        with_value = {name for option in options if not option.is_flag for name in option.opts}
        exclusion = self._exclusion_pattern([name for option in options for name in option.opts])
        previous = ""
        for argument in arguments:
            if exclusion.fullmatch(argument) and previous not in with_value:
                words = argument[1:]
                is_phrase = " " in words and '"' not in words
                yield from ("NOT", f'"{words}"' if is_phrase else words)
            else:
                yield argument
            previous = argument

    def _exclusion_pattern(self, names: Sequence[str]) -> re.Pattern[str]:
        """Return what `-word` is: no short options, such as `-rn3`, and no slip such as `-json`."""
        letters = "".join(name[1] for name in names if len(name) == 2)
        long_names = "|".join(name[2:] for name in names if len(name) > 2)
        formats = f"(?i:{'|'.join(get_args(FormatName))})"
        option = rf"[a-zA-Z0-9]|[h{letters}]+([0-9]+|{formats})?|{formats}|{long_names}"
        return re.compile(rf"-(?!({option})\Z)[\w\"(].*", re.DOTALL)
