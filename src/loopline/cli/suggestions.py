"""The command that was meant: for a command line that is refused, the one to type instead.

A suggestion has only parts that were checked here, so that it runs as soon as it is typed.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from loopline.cli.lenient_parsing import (
    LATEST,
    MIN_SIMILARITY,
    NO_LIMIT,
    OPTIONS,
    PERIOD_OPTIONS,
    NotEvidentError,
    Options,
    correct_date,
    is_accepted,
    parse_leniently,
    split_range,
    split_whens,
    to_numeric,
)
from loopline.dates import parse_year, period_between
from loopline.errors import LooplineError
from loopline.models import MONTH_NUMBERS
from loopline.timeline import load

_COMMANDS = ("list", "show", "year", "search", "between", "help")
_COMMAND_ALIASES = {
    "all": "list", "find": "search", "get": "show", "grep": "search", "ls": "list",
    "query": "search", "range": "between", "view": "show",
}  # fmt: skip
# The options that a command has not.
_MISSING_OPTIONS = {
    "show": {"--full", "--reverse", "--limit", *PERIOD_OPTIONS},
    "year": {*PERIOD_OPTIONS},
    "between": {*PERIOD_OPTIONS},
    "help": OPTIONS,
}
_LATEST = {"last", "newest", LATEST}


def suggest(arguments: Sequence[str]) -> list[str] | None:
    """Return the arguments that were evidently meant, or None if that is not evident."""
    if [argument.lower() for argument in arguments] == ["version"]:
        return ["--version"]
    if not all(argument.strip() and argument.isprintable() for argument in arguments):
        return None
    try:
        words, options = parse_leniently(arguments)
        command, words, more_options = _find_command(words)
        suggestion = _assemble(command, words, options | more_options)
    except NotEvidentError:
        return None
    return suggestion if suggestion != list(arguments) else None


def _find_command(words: list[str]) -> tuple[str, list[str], Options]:
    """Return the command that was meant, its words, and options that belong to it."""
    if not words:
        return "list", [], {}
    first = words[0].lower()
    if first in _LATEST:
        return _command_for(words)
    command = first if first in _COMMANDS else _COMMAND_ALIASES.get(first)
    if command is None and not _is_in_the_record(first):
        command = next(iter(get_close_matches(first, _COMMANDS, 1, MIN_SIMILARITY)), None)
    if command is None:
        return _command_for(words)
    rest = words[1:]
    if command == "help":
        return command, get_close_matches(rest[0].lower(), _COMMANDS, 1) if rest else [], {}
    if not rest and command in ("show", "search", "between"):
        return command, ["--help"], {}
    return (command, rest, {}) if _takes(command, rest) else _command_for(rest, command)


def _takes(command: str, words: list[str]) -> bool:
    """Return whether the command accepts these words."""
    match command:
        case "show":
            return is_accepted(split_whens, words)
        case "year":
            return not words or (len(words) == 1 and is_accepted(parse_year, words[0]))
        case "search":
            return is_accepted(load().search, " ".join(words))
        case "between":
            return is_accepted(lambda: load().period_between(*split_range(words)))
        case _:
            return not words


def _command_for(words: list[str], named: str | None = None) -> tuple[str, list[str], Options]:
    """Return the command that accepts the words, if not the one that was named."""
    words = correct_date(correct_date(words, split_whens), split_range)
    if words[0].lower() in _LATEST and len(words) == 1:
        return "show", [LATEST], {}
    if words[0].lower() in _LATEST and re.fullmatch("[1-9][0-9]?", words[1]):
        full = {"--full": ""} if named == "show" else {}
        return "list", [], {"--reverse": "", "--limit": words[1], **full}
    if _takes("show", words):
        whens = split_whens(words)
        are_years = all(is_accepted(parse_year, when) for when in whens)
        if are_years and len(whens) == 1:
            return "year", words, {}
        if len(whens) == 2 and (are_years or named == "between"):
            return "between", sorted(whens, key=to_numeric), {}
        return "show", words, {}
    return ("between" if _takes("between", words) else _query(words, named)), words, {}


def _query(words: list[str], named: str | None) -> str:
    """Return the command to search for words that are no date, or none that can be read."""
    dates = [word.lower() in MONTH_NUMBERS or any(map(str.isdecimal, word)) for word in words]
    if all(dates) or (named and any(dates)) or not _takes("search", words):
        raise NotEvidentError
    return "search"


def _assemble(command: str, words: list[str], options: Options) -> list[str]:
    """Return the arguments; of another command if this one has not all of the options."""
    missing = _MISSING_OPTIONS.get(command, set()) & options.keys()
    if command == "help" or words == ["--help"]:
        options = {}
    elif command == "show" and missing == {"--full"}:
        options = {name: value for name, value in options.items() if name != "--full"}
    elif missing:
        if command == "show":
            options["--full"] = ""
        latest = words == [LATEST]
        options = ({"--reverse": ""} if latest else _as_period(command, words)) | options
        command, words = "list", []
    if not is_accepted(period_between, *(options.get(name) for name in PERIOD_OPTIONS)):
        raise NotEvidentError
    flat = [part for option in options.items() for part in option if part]
    return [command, *words, *flat]


def _as_period(command: str, words: list[str]) -> Options:
    """Return the options of `list` for the words of another command."""
    if not words:
        return {}
    whens = split_range(words) if command == "between" else split_whens(words)
    if LATEST in whens or (command == "show" and len(whens) > 1):
        raise NotEvidentError
    bounds = zip(PERIOD_OPTIONS, (whens[0], whens[-1]), strict=True)
    return {name: to_numeric(when) for name, when in bounds if when != NO_LIMIT}


def _is_in_the_record(word: str) -> bool:
    try:
        result = load().search(word)
    except LooplineError:
        return False
    return bool(result) and not result.corrections
