"""Writing: all of it or an error, in any encoding, to streams that are full, closed or gone."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

from loopline.cli import streams

Run = Callable[..., tuple[int, str, str]]

NO_SPACE = OSError(28, "No space left on device")


class Terminal(io.TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


class Broken(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        """Raise the error."""
        raise self._error


def stream(encoding: str, kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> io.TextIOWrapper:
    """Return a stream in memory with this encoding."""
    return kind(io.BytesIO(), encoding=encoding, newline="")


def written(to: io.TextIOWrapper) -> str:
    """Return what was written to a stream in memory."""
    to.flush()
    assert isinstance(to.buffer, io.BytesIO)
    return to.buffer.getvalue().decode(to.encoding)


def replace_streams(
    monkeypatch: pytest.MonkeyPatch, stdout: TextIO | None, stderr: TextIO | None
) -> None:
    """Set both streams, so that those of pytest are left alone."""
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setattr(sys, "stderr", stderr)


def test_what_cannot_be_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character that a stream does not have is written as its escape; quotes are straight."""
    stdout, stderr = stream("ascii"), stream("cp437")
    replace_streams(monkeypatch, stdout, stderr)
    streams.configure_streams()
    streams.write("“立” \udcff\n")
    streams.print_message("“立” …")
    assert written(stdout) == "\\u201c\\u7acb\\u201d \\udcff\n"
    assert written(stderr) == '"\\u7acb" ...\n'


@pytest.mark.parametrize(
    ("kind", "variable", "encoding"),
    [
        (io.TextIOWrapper, "", "utf-8"),
        (io.TextIOWrapper, "cp1252", "cp1252"),
        (Terminal, "", "cp1252"),
    ],
)
def test_encoding_on_windows(
    kind: type[io.TextIOWrapper], variable: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows pipes and files are UTF-8, unless PYTHONIOENCODING says otherwise."""
    monkeypatch.setattr(streams, "IS_WINDOWS", True)
    if variable:
        monkeypatch.setenv("PYTHONIOENCODING", variable)
    replace_streams(monkeypatch, stream("cp1252", kind), None)
    streams.configure_streams()
    assert sys.stdout.encoding == encoding


def test_unbuffered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With PYTHONUNBUFFERED stdout gets a buffer, and its file stays open for others."""
    with io.FileIO(tmp_path / "file", "w") as raw:
        unbuffered = io.TextIOWrapper(raw, write_through=True)
        replace_streams(monkeypatch, unbuffered, None)
        streams.configure_streams()
        assert isinstance(sys.stdout.buffer, io.BufferedWriter)
        streams.write("“Text”\n")
        sys.stdout.close()
        unbuffered.write("more")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "“Text”\nmore"


@pytest.mark.parametrize(
    ("error", "is_windows", "message"),
    [
        (NO_SPACE, False, "loopline: Cannot write the result: No space left on device.\n"),
        (BrokenPipeError(32, "Broken pipe"), False, ""),
        (
            OSError(22, "Invalid argument"),
            False,
            "loopline: Cannot write the result: Invalid argument.\n",
        ),
        (OSError(22, "Invalid argument"), True, ""),
    ],
)
def test_stdout_that_takes_no_more(
    error: OSError, is_windows: bool, message: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is an error; a reader that has gone is one without a message.

    The stream is closed, so that Python does not fail on it once more as it ends.
    """
    monkeypatch.setattr(streams, "IS_WINDOWS", is_windows)
    # Typer itself ends its help where the reader has gone.
    for arguments in (["list"], ["help" if isinstance(error, BrokenPipeError) else "--help"]):
        broken, stderr = Broken(error), stream("utf-8")
        replace_streams(monkeypatch, broken, stderr)
        assert run(*arguments)[0] == 1
        assert written(stderr) == message
        assert broken.closed


def test_closed_stdout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With stdout closed no answer, help or version is a success."""
    for arguments in (["list"], ["year", "1999", "--json"], ["--help"], ["--version"]):
        stderr = stream("utf-8")
        replace_streams(monkeypatch, None, stderr)
        assert run(*arguments)[0] == 1
        assert written(stderr) == (
            "loopline: Cannot write the result: standard output is closed.\n"
        )


@pytest.mark.parametrize(
    ("arguments", "exit_code"), [(["year", "20"], 2), (["show", "1999"], 1), (["year", "1999"], 0)]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_messages_that_nobody_reads(
    is_closed: bool, arguments: list[str], exit_code: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stderr that is closed or takes nothing changes no exit code, now or as Python ends."""
    replace_streams(monkeypatch, stream("utf-8"), None if is_closed else Broken(NO_SPACE))
    assert run(*arguments)[0] == exit_code
    assert sys.stderr is None


def test_messages_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a message is wrapped between words, but not at hyphens; elsewhere never."""
    message = "A message that is long, about Hong Kong-Shenzhen-Guangdong, and about more."
    monkeypatch.setenv("COLUMNS", "30")
    for kind, expected in (
        (io.TextIOWrapper, f"{message}\n"),
        (
            Terminal,
            "A message that is long, about\nHong Kong-Shenzhen-Guangdong,\nand about more.\n",
        ),
    ):
        stderr = stream("utf-8", kind)
        replace_streams(monkeypatch, None, stderr)
        streams.print_message(message)
        streams.print_message("")
        assert written(stderr) == expected


@pytest.mark.parametrize(
    ("columns", "width"),
    [("60", 60), ("1", 1), ("99999", 1000), ("0", 80), ("²", 80), ("-5", 80), ("9" * 4400, 80)],
)
def test_width(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The width is that of COLUMNS if it is a number, and what Rich can draw."""
    monkeypatch.setenv("COLUMNS", columns)
    assert streams.terminal_width(stream("utf-8")) == width


def test_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COLUMNS the width is that of the terminal, which may not know it."""
    for reported, width in ((132, 132), (0, 80)):
        size = os.terminal_size((reported, 24))
        with monkeypatch.context() as patched:
            patched.setattr(os, "get_terminal_size", lambda _, size=size: size)
            assert streams.terminal_width(None) == width
