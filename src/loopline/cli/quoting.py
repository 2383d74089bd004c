"""Command lines as one types them into a shell."""

import re
from collections.abc import Sequence


def quote_command(arguments: Sequence[str]) -> str:
    """Return the command line of loopline with these arguments, in single quotes."""
    return f"'{' '.join(['loopline', *map(_quote_argument, arguments)])}'"


def quote_show(when: str, data: str | None) -> str:
    """Return the command line that shows what is dated so in a data file, or in the record."""
    return quote_command(["show", when, *(["--data", data] if data else [])])


def _quote_argument(argument: str) -> str:
    """Return the argument in double quotes, which every shell has, if it needs any.

    The backslashes are those of POSIX shells; only they need them for what is not a word.
    """
    if re.fullmatch(r"[\w@+=:,./-]+", argument):
        return argument
    return '"' + re.sub(r'(["\\$`])', r"\\\1", argument) + '"'
