"""Writing to stdout and stderr: all of it or an error, in whatever encoding they have."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from loopline.errors import OutputError


def configure_streams() -> None:
    """Let a character that a stream cannot encode come out as its escape, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(text: str) -> None:
    """Write a result to stdout, all of it; raises OutputError."""
    if sys.stdout is None:
        raise OutputError("cannot write the result: standard output is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        raise unwritable(error) from None


def is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().startswith("utf")


def unwritable(error: OSError) -> OutputError:
    """The error to end with when stdout takes no more; what is still buffered is dropped."""
    # Python flushes stdout once more as it ends, and would complain a second time.
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
    reader_is_gone = isinstance(error, BrokenPipeError)
    return OutputError("" if reader_is_gone else f"cannot write the result: {error.strerror}")


def print_message(line: str) -> None:
    """Write one line to stderr, if there is one; with plain quotes where it has no others."""
    if sys.stderr is None or not line:
        return
    if not is_unicode(sys.stderr):
        line = line.translate({0x201C: '"', 0x201D: '"', 0x2026: "..."})
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
