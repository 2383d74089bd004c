"""The command `search`, for which `-word` is no option: it excludes a word, as elsewhere."""

from collections.abc import Iterator, Sequence

import typer
from typer.core import TyperOption

from loopline.cli.typer_workarounds import Command, TyperUsageError


class SearchCommand(Command):
    """A command in whose arguments `-word` stands for `NOT word`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the arguments after each `-word` is replaced by `NOT word`."""
        return super().parse_args(ctx, list(self._spell_out_exclusions(ctx, args)))

    def _spell_out_exclusions(self, ctx: typer.Context, arguments: Sequence[str]) -> Iterator[str]:
        options = {
            name: option
            for option in self.get_params(ctx)
            if isinstance(option, TyperOption)
            for name in option.opts
        }
        previous: TyperOption | None = None
        for argument in arguments:
            is_value = previous is not None and not previous.is_flag
            previous = None if is_value else options.get(argument)
            if is_value or previous or not _is_exclusion(argument, options, ctx):
                yield argument
            else:
                word = argument[1:]
                yield from ("NOT", f'"{word}"' if " " in word else word)


def _is_exclusion(argument: str, options: dict[str, TyperOption], ctx: typer.Context) -> bool:
    """Return whether an argument is `-word`, and no slip in an option or cluster of short ones."""
    word = argument[1:]
    if argument[:1] != "-" or not word[:1].isalnum() or f"-{argument}" in options:
        return False
    if len(word) == 1 and word.isascii():
        return False
    for place, letter in enumerate(word, start=1):
        option = options.get(f"-{letter}")
        if option is None:
            return True
        if not option.is_flag:
            return not _is_value(word[place:], option, ctx)
    return False


def _is_value(text: str, option: TyperOption, ctx: typer.Context) -> bool:
    """Return whether an option takes the text, as `-n` does in `-n3`, or else what follows it."""
    try:
        return not text or bool(option.process_value(ctx, text))
    except TyperUsageError:
        return False
