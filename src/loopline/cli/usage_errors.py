"""Typer's errors in loopline's words."""

import re
from collections.abc import Sequence

import typer

from loopline.cli.command_classes import SearchCommand
from loopline.cli.quoting import quote_command
from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.text import quote

_MISSING = {
    "show": "Say which day, month or year to show, or latest.",
    "search": "Say what to search for.",
    "between": "Say from when, and until when.",
}


def explain(error: typer.BadParameter, arguments: Sequence[str]) -> str:
    """Return what is wrong with the arguments, naming the wrong word or option."""
    command = (error.ctx.info_name if error.ctx and error.ctx.parent else None) or ""
    place = quote_command([command] if command else [])
    option = getattr(error, "option_name", "")
    # Typer has no public names for the classes of its errors.
    match type(error).__name__:
        case "NoSuchOption":
            return f"{quote(option)} is not an option of {place}."
        case "BadOptionUsage":
            fault = "takes no value" if "does not take" in error.message else "needs a value"
            return f"{option} {fault}."
        case "MissingParameter":
            return _MISSING.get(command, error.message)
        case "BadParameter":
            return _explain_value(error, arguments)
    if extra := re.search(r"extra argument\S* \((.*)\)", error.message, re.DOTALL):
        return f"{place} does not take {quote(extra[1])}."
    return _explain_command(next((word for word in arguments if word[:1] != "-"), ""))


def _explain_command(word: str) -> str:
    """Return why a word is no command, or no date if it looks like one."""
    if re.fullmatch(r"\d+[-/.][-/.\d]+", word):
        try:
            parse_when(word)
        except DateError as error:
            return str(error)
    return f"{quote(word)} is not a loopline command."


def _explain_value(error: typer.BadParameter, arguments: Sequence[str]) -> str:
    """Return which value an option takes; the only ones that Typer checks are these two."""
    assert error.ctx is not None  # noqa: S101
    assert error.param is not None  # noqa: S101
    # What was typed is parsed once more, because Typer's message need not have it.
    command, typed = error.ctx.command, arguments[1:]
    if isinstance(command, SearchCommand):
        typed = list(command.spell_out_exclusions(typed))
    values, *_ = command.make_parser(error.ctx).parse_args(list(typed))
    value = quote(str(values[error.param.name or ""]))
    if error.param.name == "limit":
        return f"--limit must be a whole number, 1 or more, not {value}."
    return f"{value} is not a format. Choose table, plain, json, jsonl, csv or md."
