"""Writing to stdout and stderr: all of it or an error, in whatever encoding they have."""

import errno
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import RawIOBase, TextIOWrapper
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from loopline.errors import OutputError

IS_WINDOWS = os.name == "nt"
DEFAULT_WIDTH = 80
# For a terminal without Unicode, which would show escapes instead.
_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "─": "-", "█": "#", "…": "..."}
)


def configure_streams() -> None:
    """Prepare stdout and stderr so that no character and no part of the output gets lost."""
    sys.stdout = _configure(sys.stdout)
    sys.stderr = _configure(sys.stderr)


def _configure(stream: TextIO) -> TextIO:
    if not isinstance(stream, TextIOWrapper):
        return stream
    # Before 3.15 Python writes the code page of Windows into pipes and files.
    is_redirected = IS_WINDOWS and not stream.isatty() and "PYTHONIOENCODING" not in os.environ
    encoding = "utf-8" if is_redirected else stream.encoding
    if isinstance(stream.buffer, RawIOBase):
        # With PYTHONUNBUFFERED Python drops what a short write leaves over; with a buffer it
        # does not.
        number = stream.fileno()
        return os.fdopen(number, "w", encoding=encoding, errors="backslashreplace", closefd=False)
    stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return stream


def write(text: str) -> None:
    """Write a result to stdout, all of it.

    Raises:
        OutputError: If that is impossible; without a message if the reader has gone.
    """
    if sys.stdout is None:
        raise OutputError("Cannot write the result: standard output is closed.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        raise stdout_error(error) from None


def stdout_error(error: OSError) -> OutputError:
    """Return the error to end with when stdout takes no more, and drop what it still holds."""
    _close(sys.stdout)
    # Windows reports a closed pipe as an invalid argument.
    if error.errno == errno.EPIPE or (IS_WINDOWS and error.errno == errno.EINVAL):
        return OutputError("")
    return OutputError(f"Cannot write the result: {error.strerror}.")


def print_messages(messages: Iterable[str]) -> None:
    """Write messages to stderr, on a terminal wrapped between words, elsewhere each on one line."""
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    for message in messages:
        lines = [message]
        if on_terminal:
            # A command line that is broken in two could not be pasted.
            text = re.sub(
                "'loopline [^']*'", lambda command: command[0].replace(" ", "\xa0"), message
            )
            lines = wrap(text, terminal_width(), break_long_words=False, break_on_hyphens=False)
        write_stderr("\n".join(lines).replace("\xa0", " "))


def write_stderr(text: str) -> None:
    """Write text to stderr, if anybody can read it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{adapt(text, sys.stderr)}\n")
        sys.stderr.flush()
    except OSError:
        _close(sys.stderr)
        sys.stderr = None


def adapt(text: str, stream: TextIO | None) -> str:
    """Return the text with the quotation marks, dashes and bars of ASCII if a stream needs them."""
    return text if is_unicode(stream) else text.translate(_ASCII)


def is_unicode(stream: TextIO | None) -> bool:
    """Return whether the stream, if there is one, can encode every character."""
    return ((stream and stream.encoding) or "utf-8").lower().startswith("utf")


def terminal_width() -> int:
    """Return the width to write for: COLUMNS, or else that of the terminal, or else 80."""
    width = 0
    # If stdout is redirected, stderr may still be on the terminal.
    with suppress(OSError):
        width = os.get_terminal_size(2).columns
    return get_terminal_size((width or DEFAULT_WIDTH, 0)).columns


def _close(stream: TextIO) -> None:
    """Close a broken stream; else Python would flush it at exit, fail and exit with 120."""
    with suppress(OSError):
        stream.close()
