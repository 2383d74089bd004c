"""Where everything is printed: results on stdout, notes and errors on stderr."""

import json
import os
import re
import sys
from contextlib import suppress
from shutil import get_terminal_size
from typing import TextIO

from loopline.cli.answers import Answer
from loopline.errors import OutputError, UsageError
from loopline.render import FormatName, text_format


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
        text = answer.as_text(text_format(format_name), full)
        write(_escaped_json(text) if format_name.startswith("json") else text)
    asides = answer.asides() if sys.stderr is not None and sys.stderr.isatty() else ()
    for line in (*answer.notes, *asides):
        note(line)


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
    if sys.stdout is None or _is_unicode(sys.stdout):
        return text
    return re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)


def write(text: str) -> None:
    """Write a result to stdout, all of it; raises OutputError."""
    if sys.stdout is None:
        raise OutputError("cannot write the result: standard output is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        raise unwritable(error) from None


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().startswith("utf")


def unwritable(error: OSError) -> OutputError:
    """The error to end with when stdout takes no more; what is still buffered is dropped."""
    # Python flushes stdout once more as it ends, and would complain a second time.
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
    reader_is_gone = isinstance(error, BrokenPipeError)
    return OutputError("" if reader_is_gone else f"cannot write the result: {error.strerror}")


def note(line: str) -> None:
    """Write one line to stderr, if there is one; with plain quotes where it has no others."""
    if sys.stderr is None or not line:
        return
    if not _is_unicode(sys.stderr):
        line = line.translate({0x201C: '"', 0x201D: '"', 0x2026: "..."})
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
