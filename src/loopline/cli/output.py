"""Where everything is printed: results on stdout, notes and errors on stderr."""

import json
import re
import sys
from shutil import get_terminal_size

from loopline.cli.answers import Answer
from loopline.cli.streams import is_unicode, print_message, write
from loopline.errors import UsageError
from loopline.formats import FormatName, load_format


def chosen_format(format_name: FormatName | None, as_json: bool) -> FormatName:
    """The format that was asked for, or else the one for where stdout leads."""
    if as_json and format_name not in (None, "json"):
        raise UsageError(f"--json and --format {format_name} contradict each other; give one")
    if as_json:
        return "json"
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return format_name or ("table" if on_terminal else "plain")


def print_answer(answer: Answer, format_name: FormatName, full: bool) -> None:
    """Write the answer to stdout, then its notes to stderr; raises OutputError."""
    if format_name == "table":
        write(_drawn(answer, full))
    else:
        text = answer.as_text(load_format(format_name), full)
        write(_escaped_json(text) if format_name.startswith("json") else text)
    asides = answer.asides() if sys.stderr is not None and sys.stderr.isatty() else ()
    for line in (*answer.notes, *asides):
        print_message(line)


def _drawn(answer: Answer, full: bool) -> str:
    """The terminal view as a string, as wide as the terminal or as COLUMNS says."""
    if (view := answer.on_terminal(full)) is None:
        return ""
    # Imported late: Rich takes as long to import as all the rest together.
    from rich.console import Console

    console = Console(width=get_terminal_size().columns, highlight=False)
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def _escaped_json(text: str) -> str:
    """JSON for a stdout that is not Unicode: escaped, so that nothing is lost on the way."""
    if sys.stdout is None or is_unicode(sys.stdout):
        return text
    return re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)
