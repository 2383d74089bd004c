"""The words and options of a command line that was refused, with slips in them corrected."""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import get_args

from loopline.cli.command_classes import is_exclusion
from loopline.date_arguments import Limit, parse_range, parse_whens
from loopline.dates import parse_when
from loopline.errors import DateError, LooplineError
from loopline.formats import FormatName
from loopline.models import Period

# How similar, as difflib measures it, a word must be to the command or option that it stands for.
MIN_SIMILARITY = 0.75

PERIOD_OPTIONS = ("--since", "--until")
_WITH_VALUE = {"--data", "--format", "--limit", *PERIOD_OPTIONS}
LATEST, NO_LIMIT = "latest", ".."
OPTIONS = {*_WITH_VALUE, "--full", "--json", "--reverse"}
_OPTION_ALIASES = {
    "--file": ["--data"], "--first": ["--limit"], "--from": ["--since"], "--head": ["--limit"],
    "--last": ["--reverse", "--limit"], "--output": ["--format"],
    "--tail": ["--reverse", "--limit"], "--to": ["--until"],
    "-f": ["--format"], "-n": ["--limit"], "-r": ["--reverse"],
}  # fmt: skip
_FORMATS = get_args(FormatName)
_FORMAT_ALIASES = {
    "jsonlines": "jsonl", "markdown": "md", "ndjson": "jsonl", "rich": "table",
    "text": "plain", "txt": "plain",
}  # fmt: skip

# Options by their long names; a flag has the value "".
Options = dict[str, str]


class NotEvidentError(Exception):
    """It is not evident what was meant."""


def parse_leniently(arguments: Sequence[str]) -> tuple[list[str], Options]:
    """Return the words and the options of a command line.

    Raises:
        NotEvidentError: An option or its value is wrong, and it is not evident how.
    """
    words: list[str] = []
    options: Options = {}
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            if any(word.startswith("-") for word in rest):
                raise NotEvidentError
            words += rest
            break
        name, _, value = argument.partition("=")
        if f"-{name}" in OPTIONS:
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
    _check_values(options)
    return words, options


def _find_option(name: str) -> Sequence[str]:
    """Return the options that a name stands for, also one that is misspelt."""
    found = _OPTION_ALIASES.get(name) or get_close_matches(name, OPTIONS, 1, MIN_SIMILARITY)
    if not found:
        raise NotEvidentError
    return found


def _take_value(option: str, value: str, rest: list[str]) -> str:
    """Return the value of an option, taken from the arguments after it if it is not in its own.

    A date may consist of several arguments; it is written in one.
    """
    if option not in _WITH_VALUE:
        return ""
    if not value and rest:
        value = rest.pop(0)
    if option in PERIOD_OPTIONS:
        for count in range(min(3, len(rest)), -1, -1):
            words = correct_date([value, *rest[:count]], split_whens)
            if is_accepted(parse_when, text := " ".join(words)):
                del rest[:count]
                return to_numeric(text)
    if option == "--format":
        return _FORMAT_ALIASES.get(value.lower(), value.lower())
    return value


def _check_values(options: Options) -> None:
    """Raise NotEvidentError if the value of an option will not be accepted."""
    limit, data = options.get("--limit", "1"), options.get("--data", "-")
    format_name = options.get("--format", "json")
    dates = [options[name] for name in PERIOD_OPTIONS if name in options]
    if not (
        data
        and re.fullmatch("0*[1-9][0-9]{0,8}", limit)
        and format_name in (["json"] if "--json" in options else _FORMATS)
        and all(is_accepted(parse_when, date) for date in dates)
    ):
        raise NotEvidentError


def correct_date(words: list[str], split: Callable[[list[str]], Sequence[str]]) -> list[str]:
    """Return the words with the one replaced that `split` takes for a slip in a date."""
    try:
        split(words)
    except DateError as error:
        if error.suggestion:
            parts = " ".join(words).split()
            for index in range(len(parts)):
                corrected = [*parts[:index], error.suggestion, *parts[index + 1 :]]
                if is_accepted(split, corrected):
                    return corrected
    return words


def is_accepted(function: Callable[..., object], *arguments: object) -> bool:
    """Return whether the function accepts the arguments, rather than raise a LooplineError."""
    try:
        function(*arguments)
    except LooplineError:
        return False
    return True


def to_numeric(when: str) -> str:
    """Return a date in its shortest numeric form, which is one argument and sorts as text.

    `latest` stays as it is, and sorts last.
    """
    if when == LATEST:
        return when
    period = parse_when(when)
    if period == period.of_year(period.first.year):
        return str(period.first)[:4]
    return str(period.first)[: 10 if period.first == period.last else 7]


def split_whens(words: Sequence[str]) -> tuple[str, ...]:
    """Return the dates that the arguments stand for, in words."""
    return tuple(map(_describe, parse_whens(words)))


def split_range(words: Sequence[str]) -> tuple[str, str]:
    """Return the START and the END that the arguments stand for, in words."""
    start, end = parse_range(words)
    return _describe(start), _describe(end)


def _describe(limit: Limit) -> str:
    return limit.describe() if isinstance(limit, Period) else limit or NO_LIMIT
