"""The command lines that may have been meant by one that was refused, the likeliest first.

They are made from the commands and options that the program has, and it is for the caller to try
them: nothing here knows what a command accepts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args

from typer.core import TyperGroup, TyperOption

from loopline.date_arguments import parse_whens
from loopline.errors import DateError
from loopline.formats import FormatName
from loopline.models import MONTH_NUMBERS
from loopline.search.thesaurus import is_relative

# What people type instead of a command, an option or a format.
ALIASES = {
    "find": "search", "from": "since", "ls": "list", "markdown": "md", "output": "format",
    "text": "plain", "to": "until", "txt": "plain", "v": "--version", "version": "--version",
}  # fmt: skip
_FORMATS = get_args(FormatName)
# Word processors and telephones make dashes of two hyphens.
_DASHES = "-–—"
_COMMANDS_FOR_DATES = {1: ("year", "show"), 2: ("between",)}
# Words that may be a part of a date, or stand between two.
_DATE_WORDS = {*MONTH_NUMBERS, "and", "to", "until"}
# Between “yaer” and `year`, as difflib measures it; “there” and `year` are less alike.
_MIN_SIMILARITY = 0.75

Options = Mapping[str, TyperOption]


def suggest(
    program: TyperGroup, arguments: Sequence[str], correction: str | None
) -> Iterator[list[str]]:
    """Yield the arguments that may have been meant.

    Args:
        program: The program that refused the arguments.
        arguments: What was typed after its name.
        correction: What was meant by one of the arguments, if that is known.
    """
    commands = [*program.commands, *_options(program.params)]
    options = _options(
        param for command in (program, *program.commands.values()) for param in command.params
    )
    arguments = list(_correct_options(arguments, options))
    for place, argument in enumerate(arguments) if correction else ():
        if argument[:1] != "-":
            corrected = [*arguments[:place], str(correction), *arguments[place + 1 :]]
            yield from (corrected, _join_dates(corrected, options))
    yield _join_dates(arguments, options)
    names = [_find(argument.lstrip(_DASHES), commands) for argument in arguments]
    has_command = any(names[:1])
    for place, name in enumerate(names):
        if name:
            before, after = arguments[:place], arguments[place + 1 :]
            yield [*before, name, *after]
            yield [name, *after, *before[has_command:]]
    if rest := arguments[has_command:]:
        yield ["list", *rest]
        yield from _find_by_words(rest, program)


def _options(parameters: Iterable[object]) -> dict[str, TyperOption]:
    """Return the options among parameters, by each of their names."""
    options = [parameter for parameter in parameters if isinstance(parameter, TyperOption)]
    return {name: option for option in options for name in option.opts}


def _find(word: str, names: Iterable[str]) -> str:
    """Return the name that a word stands for, or in which it is a slip; empty if there is none."""
    word = ALIASES.get(word.lower(), word.lower())
    # A slip seldom is in the first letter.
    candidates = [name for name in names if name[:1] == word[:1]]
    return next(iter(get_close_matches(word, candidates, 1, _MIN_SIMILARITY)), "")


def _correct_options(arguments: Sequence[str], options: Options) -> Iterator[str]:
    """Yield the arguments, with options and formats by the names that loopline has for them."""
    meant = {name: ["--format", name] for name in _FORMATS}
    meant |= {name[2:]: [name] for name in options if name[:2] == "--"}
    previous = None
    for argument in arguments:
        name, equals, value = argument.partition("=")
        bare = name.lstrip(_DASHES)
        if previous and previous.metavar == "FORMAT":
            yield _find(argument, _FORMATS) or argument
        elif argument not in options and bare != name and (found := _find(bare, meant)):
            *option, last = meant[found]
            yield from (*option, f"{last}{equals}{_find(value, _FORMATS) or value}")
        else:
            yield argument
        previous = options.get(argument)


def _join_dates(arguments: Iterable[str], options: Options) -> list[str]:
    """Return the arguments with the words between `--since` and the next option as one."""
    joined: list[str] = []
    for argument in arguments:
        option = options.get(joined[-2]) if len(joined) > 1 else None
        if option and option.metavar == "WHEN" and not argument.startswith("-"):
            joined[-1] += f" {argument}"
        else:
            joined.append(argument)
    return joined


def _find_by_words(arguments: list[str], program: TyperGroup) -> Iterator[list[str]]:
    """Yield the commands for what the arguments have beside options: dates, or else a query."""
    search = program.commands["search"]
    context = search.make_context("search", [*arguments], resilient_parsing=True)
    words = list(context.params["words"] or [])
    dates = _count_dates(words)
    for command in _COMMANDS_FOR_DATES.get(dates, ("between", "show")):
        yield [command, *arguments]
    text = " ".join(words)
    # Of what begins with an exclusion, such as `-fxml`, nobody knows what it should find.
    is_query = words[:1] != ["NOT"] and any(map(_is_topic, text.split())) and not is_relative(text)
    if dates == 1 or is_query:
        yield ["search", *arguments]


def _count_dates(words: Sequence[str]) -> int:
    """Return how many dates the words are; 0 if they are anything else."""
    try:
        return len(parse_whens(words))
    except DateError:
        return 0


def _is_topic(word: str) -> bool:
    """Return whether a word is more than a number, or a part of a wrong date."""
    has_digit = any(map(str.isdigit, word))
    return not has_digit and any(map(str.isalpha, word)) and word.lower() not in _DATE_WORDS
