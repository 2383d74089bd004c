"""The command lines that may have been meant by one that was refused, the likeliest first.

They are made from the commands and options that the program has, and it is for the caller to try
them: nothing here knows what a command accepts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from typer.core import TyperGroup, TyperOption

from loopline.date_arguments import Limit, parse_range, parse_whens
from loopline.date_finder import find_dates
from loopline.errors import DateError
from loopline.formats import FormatName
from loopline.models import MONTH_NUMBERS

if TYPE_CHECKING:
    from loopline.timeline import SearchResult

# What people type instead of a command, an option or a format.
ALIASES = {
    "file": "data", "find": "search", "first": "limit", "from": "since", "grep": "search",
    "head": "limit", "ls": "list", "markdown": "md", "ndjson": "jsonl", "output": "format",
    "query": "search", "range": "between", "text": "plain", "to": "until", "txt": "plain",
    "v": "--version", "version": "--version", "view": "show",
}  # fmt: skip
_FORMATS = get_args(FormatName)
# As many as a date has at most, such as “second half of the year 2021”.
_MAX_WORDS = 6
_PREPOSITIONS = {"for", "in", "of", "on"}
# Between “yaer” and `year`, as difflib measures it; “there” and `year` are less alike.
_MIN_SIMILARITY = 0.75

Options = Mapping[str, TyperOption]


def suggest(
    program: TyperGroup,
    arguments: Sequence[str],
    search: "Callable[[str], SearchResult | None]",
) -> Iterator[list[str]]:
    """Yield the arguments that may have been meant.

    Args:
        program: The program that refused the arguments.
        arguments: What was typed after its name.
        search: Returns what a query finds, or None if it has nothing to look for.
    """
    options = {
        name: option
        for command in program.commands.values()
        for option in command.params
        if isinstance(option, TyperOption)
        for name in option.opts
    }
    arguments = list(_join_dates(list(_correct_options(arguments, options)), options))
    names = [_find_command(argument, program) for argument in arguments]
    yield [name or argument for name, argument in zip(names, arguments, strict=True)]
    for place, name in enumerate(names):
        if name in program.commands:
            yield [name, *arguments[place + 1 :], *arguments[:place]]
        elif name:
            yield [name]
    place = 1 if names[:1] == ["help"] else 0
    if arguments[place:] and not names[place]:
        found = search(arguments[place])
        # A word of the record is no slip in a command: “research” is not `search`.
        if not found or found.corrections:
            similar = _most_similar(arguments[place].lower(), program.commands)
            yield [*arguments[:place], similar, *arguments[place + 1 :]]
    rest = arguments[1:] if any(names[:1]) else arguments
    if rest and rest[0].lower() in _PREPOSITIONS:
        yield from _find_by_dates(rest[1:], options)
    if rest:
        yield from _find_by_dates(rest, options)
    if search(_without_dates(" ".join(_words(rest, options)))) is not None:
        yield ["search", *rest]


def replace_each(arguments: Sequence[str], correction: str) -> list[list[str]]:
    """Return the arguments with the correction in the place of each, as one of them is wrong."""
    places = range(len(arguments))
    return [[*arguments[:place], correction, *arguments[place + 1 :]] for place in places]


def _join_dates(arguments: list[str], options: Options) -> Iterator[str]:
    """Yield the arguments with a date of several words after `--since` as one."""
    period_names = _names_by_metavar(options, "WHEN")
    place = 0
    while place < len(arguments):
        count = 1
        if place and arguments[place - 1] in period_names:
            counts = range(min(_MAX_WORDS, len(arguments) - place), 1, -1)
            count = next((n for n in counts if _is_date(arguments[place : place + n])), 1)
        yield " ".join(arguments[place : place + count])
        place += count


def _correct_options(arguments: Sequence[str], options: Options) -> Iterator[str]:
    """Yield the arguments, with options and formats by the names that loopline has for them."""
    format_names = _names_by_metavar(options, "FORMAT")
    previous = ""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        bare = name.lstrip("-").lower()
        bare = ALIASES.get(bare, bare)
        if previous in format_names:
            yield bare
        elif name in format_names and equals:
            yield f"{name}={ALIASES.get(value.lower(), value)}"
        elif bare in _FORMATS and (place == 0 or argument[:2] == "--") and name not in options:
            yield from (format_names[0], bare)
        elif argument[:1] != "-" or name in options:
            yield argument
        elif f"--{bare}" in options:
            yield f"--{bare}{equals}{value}"
        else:
            similar = _most_similar(name, options) if argument[:2] == "--" else ""
            yield f"{similar or name}{equals}{value}"
        previous = argument


def _find_command(argument: str, program: TyperGroup) -> str:
    """Return the command, or the option of the program, that an argument stands for."""
    bare = argument.lstrip("-").lower()
    for name in (bare, bare.removesuffix("s"), ALIASES.get(bare, "")):
        if name in program.commands or name.startswith("--"):
            return name
    return ""


def _find_by_dates(rest: Sequence[str], options: Options) -> Iterator[list[str]]:
    """Yield the commands that take the words of the arguments as dates."""
    words = _words(rest, options)
    period_names = _names_by_metavar(options, "WHEN")
    bounds = [f"--{ALIASES.get(argument.lower(), argument.lower())}" for argument in rest]
    pairs = zip(bounds, rest, strict=True)
    yield ["list", *(bound if bound in period_names else argument for bound, argument in pairs)]
    whens = _attempt(parse_whens, words)
    if len(whens) == 1:
        for command in ("year", "show", "search"):
            yield [command, *rest]
    elif _attempt(parse_range, words):
        yield ["between", *rest]
    elif whens:
        yield ["show", *rest]


def _attempt(
    parse: Callable[[Sequence[str]], Sequence[Limit]], words: Sequence[str]
) -> Sequence[Limit]:
    """Return the dates that the words are, or none."""
    try:
        return parse(words)
    except DateError:
        return ()


def _is_date(words: Sequence[str]) -> bool:
    return len(_attempt(parse_whens, words)) == 1


def _without_dates(text: str) -> str:
    """Return the words of a text that could be a query: no date, and no part of a wrong one."""
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} {text[date.end :]}"
    words = text.split()
    return " ".join(word for word in words if word.isalpha() and word.lower() not in MONTH_NUMBERS)


def _words(arguments: Sequence[str], options: Options) -> list[str]:
    """Return the arguments that are neither options nor their values."""
    words, is_value = [], False
    for argument in arguments:
        option = None if is_value else options.get(argument)
        if not is_value and argument[:1] != "-":
            words.append(argument)
        is_value = option is not None and not option.is_flag
    return words


def _names_by_metavar(options: Options, metavar: str) -> list[str]:
    return [name for name, option in options.items() if option.metavar == metavar]


def _most_similar(word: str, names: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, names, 1, _MIN_SIMILARITY)), "")
