"""The command lines that may have been meant by one that was refused, the likeliest first.

They are made from the commands and options that the program has, and it is for the caller to try
them: nothing here knows what a command accepts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from typer.core import TyperGroup, TyperOption

from loopline.date_arguments import Limit, parse_range, parse_whens
from loopline.date_finder import find_dates
from loopline.errors import DateError
from loopline.formats import FormatName

# What people type instead of a command, an option or a format.
ALIASES = {
    "file": "data", "find": "search", "from": "since",
    "grep": "search", "ls": "list", "markdown": "md", "ndjson": "jsonl", "query": "search",
    "range": "between", "text": "plain", "to": "until", "txt": "plain", "version": "--version",
    "view": "show",
}  # fmt: skip
_FORMATS = get_args(FormatName)
_PREPOSITIONS = {"for", "in", "of", "on"}
# Between “yaer” and `year`, as difflib measures it; “there” and `year` are less alike.
_MIN_SIMILARITY = 0.75

Options = Mapping[str, TyperOption]


def suggest(
    program: TyperGroup, arguments: Sequence[str], is_in_record: Callable[[str], bool]
) -> Iterator[list[str]]:
    """Yield the arguments that may have been meant.

    Args:
        program: The program that refused the arguments.
        arguments: What was typed after its name.
        is_in_record: Tells whether a word is one to search for, and no slip in a command.
    """
    options = {
        name: option
        for command in program.commands.values()
        for option in command.params
        if isinstance(option, TyperOption)
        for name in option.opts
    }
    arguments = list(_correct_options(arguments, options))
    names = [_find_command(argument, program) for argument in arguments]
    place = 1 if names[:1] == ["help"] else 0
    if names[place:] and not names[place] and not is_in_record(arguments[place]):
        names[place] = _most_similar(arguments[place].lower(), program.commands)
    yield [name or argument for name, argument in zip(names, arguments, strict=True)]
    for place, name in enumerate(names):
        if name in program.commands:
            yield [name, *arguments[place + 1 :], *arguments[:place]]
        elif name:
            yield [name]
    rest = arguments[1:] if any(names[:1]) else arguments
    if not rest:
        return
    if rest[0].lower() in _PREPOSITIONS:
        yield from _find_by_dates(rest[1:], options)
    yield from _find_by_dates(rest, options)
    if _has_words_beside_dates(" ".join(_words(rest, options))):
        yield ["search", *rest]


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
        yield ["year", *rest]
        yield ["show", *rest]
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


def _has_words_beside_dates(text: str) -> bool:
    for date in reversed(find_dates(text)):
        text = text[: date.start] + text[date.end :]
    return any(map(str.isalpha, text))


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
