"""The command that was meant: for a command line that is refused, the one to type instead.

A suggestion has only parts that were checked here, so that it runs as soon as it is typed.
"""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import get_args

from loopline.cli.command_classes import is_exclusion
from loopline.date_arguments import split_range, split_whens
from loopline.dates import parse_when, parse_year, period_between
from loopline.errors import DateError, LooplineError
from loopline.formats import FormatName
from loopline.models import MONTH_NUMBERS
from loopline.timeline import load

# How similar, as difflib measures it, a word must be to the command or option that it stands for.
_MIN_SIMILARITY = 0.75

_FORMATS = get_args(FormatName)
_FORMAT_ALIASES = {
    "jsonlines": "jsonl", "markdown": "md", "ndjson": "jsonl", "rich": "table",
    "text": "plain", "txt": "plain",
}  # fmt: skip
_COMMANDS = ("list", "show", "year", "search", "between", "help")
_COMMAND_ALIASES = {
    "all": "list", "find": "search", "get": "show", "grep": "search", "ls": "list",
    "query": "search", "range": "between", "view": "show",
}  # fmt: skip
_OPTION_ALIASES = {
    "--file": ["--data"], "--first": ["--limit"], "--from": ["--since"], "--head": ["--limit"],
    "--last": ["--reverse", "--limit"], "--output": ["--format"],
    "--tail": ["--reverse", "--limit"], "--to": ["--until"],
    "-f": ["--format"], "-n": ["--limit"], "-r": ["--reverse"],
}  # fmt: skip
_PERIOD_OPTIONS = ("--since", "--until")
_WITH_VALUE = {"--data", "--format", "--limit", *_PERIOD_OPTIONS}
_SELECTION = {"--full", "--reverse", "--limit"}
_OPTIONS = {*_WITH_VALUE, *_SELECTION, "--json"}
# What a command has not; `help` has none of them.
_MISSING_OPTIONS = {
    "show": {*_SELECTION, *_PERIOD_OPTIONS}, "year": {*_PERIOD_OPTIONS},
    "between": {*_PERIOD_OPTIONS}, "help": _OPTIONS,
}  # fmt: skip
_LATEST = {"last", "latest", "newest"}

# Options by their long names; a flag has the value "".
Options = dict[str, str]


class _NotEvidentError(Exception):
    """It is not evident what was meant."""


def suggest(arguments: Sequence[str]) -> list[str] | None:
    """Return the arguments that were evidently meant, or None if that is not evident."""
    if [argument.lower() for argument in arguments] == ["version"]:
        return ["--version"]
    if not all(argument.strip() and argument.isprintable() for argument in arguments):
        return None
    try:
        words, options = _parse(arguments)
        command, words, more_options = _find_command(words)
        suggestion = _assemble(command, words, _correct_values(options) | more_options)
    except _NotEvidentError:
        return None
    return suggestion if suggestion != list(arguments) else None


def _parse(arguments: Sequence[str]) -> tuple[list[str], Options]:
    """Return the words and the options of a command line."""
    words: list[str] = []
    options: Options = {}
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            if any(word.startswith("-") for word in rest):
                raise _NotEvidentError
            return words + rest, options
        name, _, value = argument.partition("=")
        if f"-{name}" in _OPTIONS:
            name = f"-{name}"
        elif argument[:1] != "-" or argument == "-" or is_exclusion(argument):
            words.append(argument)
            continue
        elif argument[1] != "-":
            name, value = argument[:2], argument[2:]
        for long_name in _find_option(name):
            options[long_name] = _take_value(long_name, value, rest)
            if value and argument[1] != "-" and long_name not in _WITH_VALUE:
                # The options that are run together with this one.
                rest.insert(0, f"-{value}")
    return words, options


def _find_option(name: str) -> Sequence[str]:
    """Return the options that a name stands for, also one that is misspelt."""
    found = _OPTION_ALIASES.get(name) or get_close_matches(name, _OPTIONS, 1, _MIN_SIMILARITY)
    if not found:
        raise _NotEvidentError
    return found


def _take_value(option: str, value: str, rest: list[str]) -> str:
    """Return the value of an option, taken from the arguments after it if it is not in its own.

    A date may consist of several arguments; it is written in one.
    """
    if option not in _WITH_VALUE:
        return ""
    if not value and rest:
        value = rest.pop(0)
    if option in _PERIOD_OPTIONS:
        for count in range(min(3, len(rest)), -1, -1):
            words = _correct_date([value, *rest[:count]], split_whens)
            if _is_accepted(parse_when, text := " ".join(words)):
                del rest[:count]
                return _numeric(text)
    return value


def _find_command(words: list[str]) -> tuple[str, list[str], Options]:
    """Return the command that was meant, its words, and options that belong to it."""
    if not words:
        return "list", [], {}
    first = words[0].lower()
    if first in _LATEST:
        return _command_for(words)
    command = first if first in _COMMANDS else _COMMAND_ALIASES.get(first)
    if command is None and not _is_in_the_record(first):
        command = next(iter(get_close_matches(first, _COMMANDS, 1, _MIN_SIMILARITY)), None)
    if command is None:
        return _command_for(words)
    rest = words[1:]
    if command == "help":
        return command, get_close_matches(rest[0].lower(), _COMMANDS, 1) if rest else [], {}
    if not rest and command in ("show", "search", "between"):
        return command, ["--help"], {}
    return (command, rest, {}) if _takes(command, rest) else _command_for(rest, command)


def _correct_date(words: list[str], split: Callable[[list[str]], Sequence[str]]) -> list[str]:
    """Return the words with the one replaced that `split` takes for a slip in a date."""
    try:
        split(words)
    except DateError as error:
        if error.suggestion:
            parts = " ".join(words).split()
            for index in range(len(parts)):
                corrected = [*parts[:index], error.suggestion, *parts[index + 1 :]]
                if _is_accepted(split, corrected):
                    return corrected
    return words


def _takes(command: str, words: list[str]) -> bool:
    """Return whether the command accepts these words."""
    match command:
        case "show":
            return _is_accepted(split_whens, words)
        case "year":
            return not words or (len(words) == 1 and _is_accepted(parse_year, words[0]))
        case "search":
            return _is_accepted(load().search, " ".join(words))
        case "between":
            return _is_accepted(lambda: period_between(*split_range(words)))
        case _:
            return not words


def _command_for(words: list[str], named: str | None = None) -> tuple[str, list[str], Options]:
    """Return the command that accepts the words, if not the one that was named."""
    words = _correct_date(_correct_date(words, split_whens), split_range)
    if words[0].lower() in _LATEST and len(words) == 1:
        return "show", ["latest"], {}
    if words[0].lower() in _LATEST and re.fullmatch("[1-9][0-9]?", words[1]):
        full = {"--full": ""} if named == "show" else {}
        return "list", [], {"--reverse": "", "--limit": words[1], **full}
    if _takes("show", words):
        whens = split_whens(words)
        are_years = all(_is_accepted(parse_year, when) for when in whens)
        if are_years and len(whens) == 1:
            return "year", words, {}
        if len(whens) == 2 and (are_years or named == "between"):
            return "between", sorted(whens, key=_numeric), {}
        return "show", words, {}
    return ("between" if _takes("between", words) else _query(words, named)), words, {}


def _query(words: list[str], named: str | None) -> str:
    """Return the command to search for words that are no date, or none that can be read."""
    dates = [word.lower() in MONTH_NUMBERS or any(map(str.isdecimal, word)) for word in words]
    if all(dates) or (named and any(dates)) or not _takes("search", words):
        raise _NotEvidentError
    return "search"


def _correct_values(options: Options) -> Options:
    """Return the options with the values that were meant."""
    if "--format" in options:
        name = options["--format"].lower()
        options["--format"] = name = _FORMAT_ALIASES.get(name, name)
        if name not in _FORMATS or ("--json" in options and name != "json"):
            raise _NotEvidentError
    limit = options.get("--limit", "1")
    dates = [options[name] for name in _PERIOD_OPTIONS if name in options]
    if not (limit.isascii() and limit.isdecimal() and int(limit)) or not options.get("--data", "-"):
        raise _NotEvidentError
    if not all(_is_accepted(parse_when, date) for date in dates):
        raise _NotEvidentError
    return options


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
        latest = words == ["latest"]
        options = ({"--reverse": ""} if latest else _as_period(command, words)) | options
        command, words = "list", []
    if not _is_accepted(period_between, *(options.get(name) for name in _PERIOD_OPTIONS)):
        raise _NotEvidentError
    flat = [part for option in options.items() for part in option if part]
    return [command, *words, *flat]


def _as_period(command: str, words: list[str]) -> Options:
    """Return the options of `list` for the words of another command."""
    if not words:
        return {}
    whens = split_range(words) if command == "between" else split_whens(words)
    if "latest" in whens or (command == "show" and len(whens) > 1):
        raise _NotEvidentError
    bounds = zip(_PERIOD_OPTIONS, (whens[0], whens[-1]), strict=True)
    return {name: _numeric(when) for name, when in bounds if when != ".."}


def _is_accepted(function: Callable[..., object], *arguments: object) -> bool:
    try:
        function(*arguments)
    except LooplineError:
        return False
    return True


def _is_in_the_record(word: str) -> bool:
    try:
        result = load().search(word)
    except LooplineError:
        return False
    return bool(result) and not result.corrections


def _numeric(when: str) -> str:
    """Return a date in its shortest numeric form, which is one argument and sorts as text."""
    period = parse_when(when)
    if period == period.of_year(period.first.year):
        return str(period.first)[:4]
    return str(period.first)[: 10 if period.first == period.last else 7]
