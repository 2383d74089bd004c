"""What is printed where: formats, captions, terminals, encodings, and streams that are broken."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loopline.cli import streams
from loopline.cli.main import run as run_program

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]
Kind = type[io.TextIOWrapper]

FORMATS = ["table", "plain", "json", "jsonl", "csv", "md"]
NO_SPACE = OSError(28, "No space left on device")
INVALID = OSError(22, "Invalid argument")


class Terminal(io.TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True

    def fileno(self) -> int:
        """Return a number, which the size of the terminal is asked for by."""
        return 1


class Broken(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        """Raise the error."""
        raise self._error


def print_to(
    monkeypatch: pytest.MonkeyPatch,
    *arguments: str,
    encoding: str = "utf-8",
    kind: Kind = io.TextIOWrapper,
) -> tuple[int, str, str]:
    """Run a command line with streams of this encoding and kind."""
    made = [kind(io.BytesIO(), encoding=encoding, newline="") for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", made[0])
    monkeypatch.setattr(sys, "stderr", made[1])
    monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
    code = run_program()
    # On Windows, a stream may have been given another encoding.
    texts = [stream.buffer.getvalue().decode(stream.encoding) for stream in made]  # type: ignore[attr-defined]
    return code, texts[0], texts[1]


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ("", "2018-05\t"),
        ("--json", "[\n"),
        ("--format=JSON", "[\n"),
        ("--json -fJson", "[\n"),
        ("-f MD", "## 2018\n"),
        ("-f table", "Date "),
    ],
)
def test_format(options: str, start: str, run: Run) -> None:
    """The format is the one that was asked for, and plain where stdout is no terminal."""
    code, stdout, stderr = run("year", "2018", *options.split())
    assert (code, stdout[: len(start)], stderr) == (0, start, "")


def test_an_old_console_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A console that knows no escape codes gets none, and a column less."""
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, stdout, stderr = print_to(monkeypatch, "year", "2018", kind=Terminal)
    assert (code, "─" * 79 in stdout.splitlines(), "\x1b" in stdout, stderr) == (0, True, False, "")


@pytest.mark.parametrize(
    ("columns", "reported", "width"),
    [
        ("50", 60, 50),
        ("", 60, 60),
        ("", 132, 100),
        *((nonsense, 60, 60) for nonsense in ("²", "9" * 4400, "0")),
        # A terminal may not know its width.
        ("", 0, 80),
    ],
)
def test_on_a_terminal_a_table_is_printed_in_colour(
    columns: str, reported: int, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, an answer is a table, as wide as COLUMNS or the terminal, up to 100."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((reported, 24)))
    code, stdout, stderr = print_to(monkeypatch, "year", "2018", kind=Terminal)
    assert (code, stderr) == (0, "")
    assert stdout.splitlines()[1] == "─" * width
    assert stdout.splitlines()[2].startswith("\x1b[1;94m2018-05\x1b[0m   LegCo approves funding")


@pytest.mark.parametrize(
    ("arguments", "caption"),
    [
        ("list", "21 milestones."),
        ("list -n 3", "3 of 21 milestones."),
        ("list --since 2023", "From 1 January 2023: 3 milestones."),
        ("year 2018 --full", "2018: 1 milestone."),
        ("year -r -n 2", "7 milestones."),
        ("between 2021 2022 -n 99", "1 January 2021 to 31 December 2022: 13 milestones."),
        ("search legco funding -r -n 1 --full", "“legco funding”: 1 of 3 milestones."),
        ("search funding --until 2018 --full", "“funding”, until 31 December 2018: 1 milestone."),
    ],
)
def test_captions(arguments: str, caption: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a table stand what was asked for, how many there are, and the source."""
    monkeypatch.setenv("COLUMNS", "120")
    code, stdout, stderr = run(*arguments.split(), "-f", "table")
    source = "Source: https://hsitp.org/en/milestones"
    assert (code, stdout.split("\n\n")[-1], stderr) == (0, f"{caption} {source}\n", "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-16"])
@pytest.mark.parametrize("name", FORMATS)
def test_encodings(
    name: str, encoding: str, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No encoding of stdout breaks a format, and in JSON nothing is lost."""
    title, text = "香港深圳創新及科技園有限公司🎉", "[/b] “sic” :sun:"
    path = own_record(("2021-05-01", title, text))
    for command in (["list", "--full"], ["show", "2021"], ["search", "科技園"]):
        arguments = [*command, "-f", name, "--data", path]
        code, stdout, stderr = print_to(monkeypatch, *arguments, encoding=encoding)
        assert (code, stdout != "", stderr) == (0, True, "")
        if name.startswith("json"):
            item = json.loads(stdout.strip("[]\n"))
            assert (item["title"], item["paragraphs"]) == (title, [text])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_terminal_without_unicode_has_tables_all_the_same(
    encoding: str, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines, bars and quotation marks are those of ASCII, and nothing is shown as an escape."""
    monkeypatch.setenv("COLUMNS", "40")
    path = own_record(("2021-05-01", "The “Plan” – ‘one—two’ …"), ("2021-06-01", "Signed"))
    for command, expected in {
        "list": "Date    | Milestone\n"
        "--------+-------------------------------\n"
        "2021-05 | The \"Plan\" - 'one-two' ...\n"
        "2021-06 | Signed\n",
        "year": "Year | Milestones\n-----+----------------------------------\n2021 | ######## 2\n",
        "show 2021": "May 2021\n"
        "The \"Plan\" - 'one-two' ...\n"
        "\n"
        "Text.\n"
        "\n"
        "----------------------------------------\n"
        "June 2021\n",
    }.items():
        arguments = [*command.split(), "-f", "table", "--data", path]
        code, stdout, stderr = print_to(monkeypatch, *arguments, encoding=encoding)
        assert (code, stdout[: len(expected)], stderr) == (0, expected, "")


def test_messages_that_cannot_be_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character that stderr does not have is written as its escape; quotes are straight."""
    code, stdout, stderr = print_to(monkeypatch, "search", "立", encoding="cp437")
    assert (code, stdout) == (0, "")
    assert stderr.startswith('"\\u7acb" is not in the record')


@pytest.mark.parametrize(
    ("kind", "variable", "encoding"),
    [
        (io.TextIOWrapper, "", "utf-8"),
        (io.TextIOWrapper, "cp1252", "cp1252"),
        (Terminal, "", "cp1252"),
    ],
)
def test_encoding_on_windows(
    kind: Kind, variable: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows pipes and files are UTF-8, unless PYTHONIOENCODING says otherwise."""
    monkeypatch.setattr(streams, "IS_WINDOWS", True)
    if variable:
        monkeypatch.setenv("PYTHONIOENCODING", variable)
    code, stdout, stderr = print_to(monkeypatch, "year", encoding="cp1252", kind=kind)
    assert (code, "2018" in stdout, stderr) == (0, True, "")
    assert sys.stdout.encoding == encoding


def test_unbuffered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With PYTHONUNBUFFERED an answer is written whole, and its file stays open for others."""
    with io.FileIO(tmp_path / "file", "w") as raw:
        unbuffered = io.TextIOWrapper(raw, write_through=True)
        monkeypatch.setattr(sys, "stdout", unbuffered)
        monkeypatch.setattr(sys, "stderr", None)
        monkeypatch.setattr(sys, "argv", ["loopline", "year", "-n", "1"])
        assert run_program() == 0
        sys.stdout.close()
        unbuffered.write("more")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "2017\t2\nmore"


@pytest.mark.parametrize(
    ("arguments", "error", "is_windows", "message"),
    [
        ("list", NO_SPACE, False, "loopline: Cannot write the result: No space left on device.\n"),
        ("-h", NO_SPACE, False, "loopline: Cannot write the result: No space left on device.\n"),
        ("list", INVALID, False, "loopline: Cannot write the result: Invalid argument.\n"),
        ("list", INVALID, True, ""),
        ("help", BrokenPipeError(32, "Broken pipe"), False, ""),
    ],
)
def test_stdout_that_takes_no_more(
    arguments: str,
    error: OSError,
    is_windows: bool,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk is an error; a reader that has gone is one without a message.

    The stream is closed, so that Python does not fail on it once more as it ends.
    """
    monkeypatch.setattr(streams, "IS_WINDOWS", is_windows)
    monkeypatch.setattr(sys, "argv", ["loopline", arguments])
    broken, stderr = Broken(error), io.StringIO()
    monkeypatch.setattr(sys, "stdout", broken)
    monkeypatch.setattr(sys, "stderr", stderr)
    assert (run_program(), stderr.getvalue(), broken.closed) == (1, message, True)


@pytest.mark.parametrize("arguments", [["list"], ["year", "1999", "--json"], ["-h"], ["-V"]])
def test_closed_stdout(arguments: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With stdout closed no answer, help or version is a success."""
    monkeypatch.setattr(sys, "stdout", None)
    message = "loopline: Cannot write the result: standard output is closed.\n"
    assert run(*arguments) == (1, "", message)


@pytest.mark.parametrize(
    ("arguments", "exit_code"), [(["year", "20"], 2), (["show", "1999"], 1), (["year", "1999"], 0)]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_messages_that_nobody_reads(
    is_closed: bool, arguments: list[str], exit_code: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stderr that is closed or takes nothing changes no exit code, now or as Python ends."""
    monkeypatch.setattr(sys, "stderr", None if is_closed else Broken(NO_SPACE))
    assert run(*arguments)[0] == exit_code
    assert sys.stderr is None


def test_messages_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a message is wrapped between words, but not at hyphens; elsewhere never."""
    monkeypatch.setenv("COLUMNS", "30")
    start = "loopline:\n“Dar-es-Salaam-Nairobi-Lusaka”\nis not a date"
    arguments = ["show", "Dar-es-Salaam-Nairobi-Lusaka"]
    assert print_to(monkeypatch, *arguments, kind=Terminal)[2].startswith(start)
    assert print_to(monkeypatch, *arguments)[2].startswith(start.replace("\n", " "))
