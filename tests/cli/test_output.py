"""What is printed where: formats, terminals, and streams that are narrow, full or closed."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import loopline
from loopline.cli import app, output
from loopline.errors import OutputError, UsageError
from loopline.formats import FormatName

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

COLOUR = re.compile(r"\x1b\[[0-9;]*(3[0-7]|9[0-7]|38;)[0-9;]*m")
FORMATS = ["table", "plain", "json", "jsonl", "csv", "md"]
CHINESE = ("2021-05-01", "香港深圳創新及科技園有限公司🎉", "落馬洲河套地區。", "[/b] [sic] :sun:")


class Terminal(io.TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def stream(encoding: str, kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> io.TextIOWrapper:
    """A stream in memory with this encoding."""
    return kind(io.BytesIO(), encoding=encoding, newline="")


def written(to: io.TextIOWrapper) -> str:
    """What was written to a stream in memory."""
    to.flush()
    assert isinstance(to.buffer, io.BytesIO)
    return to.buffer.getvalue().decode(to.encoding)


def printed(
    *arguments: str,
    monkeypatch: pytest.MonkeyPatch,
    stdout: io.TextIOWrapper | None,
    stderr: io.TextIOWrapper | None,
) -> int:
    """The exit code of a command line that is run with these streams."""
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
    return app.run()


@pytest.mark.parametrize(
    ("format_name", "as_json", "expected"),
    [
        (None, False, "plain"),
        (None, True, "json"),
        ("json", True, "json"),
        ("table", False, "table"),
        ("md", False, "md"),
    ],
)
def test_format_in_a_pipe(format_name: FormatName | None, as_json: bool, expected: str) -> None:
    """The format is the one that was asked for, and plain where stdout is no terminal."""
    assert output.chosen_format(format_name, as_json) == expected


def test_format_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the format is a table unless another was asked for; closed, it is plain."""
    monkeypatch.setattr(sys, "stdout", stream("utf-8", Terminal))
    assert output.chosen_format(None, as_json=False) == "table"
    assert output.chosen_format("csv", as_json=False) == "csv"
    assert output.chosen_format(None, as_json=True) == "json"
    monkeypatch.setattr(sys, "stdout", None)
    assert output.chosen_format(None, as_json=False) == "plain"


def test_contradicting_formats() -> None:
    """Two formats at once are a usage error, which names both."""
    with pytest.raises(UsageError, match=r"^--json and --format csv contradict each other"):
        output.chosen_format("csv", as_json=True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "utf-8", "utf-16"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "command", [["list"], ["list", "--full"], ["show", "2021"], ["year"], ["search", "河套"]]
)
def test_encodings(
    command: list[str],
    name: str,
    encoding: str,
    own_record: OwnRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No encoding of stdout breaks a format, and in JSON nothing is lost."""
    out, err = stream(encoding), stream(encoding)
    arguments = [*command, "-f", name, "--data", own_record(CHINESE)]
    assert printed(*arguments, monkeypatch=monkeypatch, stdout=out, stderr=err) == 0
    text = written(out)
    assert (text != "", written(err)) == (True, "")
    record = {"date": "2021-05-01", "precision": "month", "title": CHINESE[1]}
    expected: dict[str, object] = {**record, "paragraphs": list(CHINESE[2:])}
    if command == ["year"]:
        expected = {"year": 2021, "milestones": 1}
    if name == "json":
        assert json.loads(text) == [expected]
    if name == "jsonl":
        assert json.loads(text) == expected
    if encoding == "ascii" and name == "plain" and command == ["list"]:
        escaped = CHINESE[1].encode("ascii", "backslashreplace").decode()
        assert text == f"2021-05\t{escaped}\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_notes_in_a_narrow_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message to a stderr without curly quotes has straight ones, and the rest escaped."""
    err = stream(encoding)
    code = printed("year", "年", monkeypatch=monkeypatch, stdout=stream("utf-8"), stderr=err)
    assert code == 2
    assert written(err) == (
        'loopline: "\\u5e74" is not a year; write it with four digits, as 2021; '
        "more: loopline year --help\n"
    )


@pytest.mark.parametrize("width", [*range(10, 42), 60, 80, 100, 132, 200, 300])
@pytest.mark.parametrize(
    "command", [["list"], ["year"], ["year", "2021", "--full"], ["search", "GBA"], ["show", "2018"]]
)
def test_widths(command: list[str], width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """From 10 columns to 300, no line of a table is wider than that, and no word is missing."""
    monkeypatch.setenv("COLUMNS", str(width))
    code, stdout, stderr = run(*command, "-f", "table")
    assert (code, stderr) == (0, "")
    assert max(map(len, stdout.splitlines())) <= width
    letters = "".join(stdout.split())
    plain = run(*command)[1]
    for title in (line.split("\t")[-1] for line in plain.splitlines() if "\t" in line):
        assert "".join(title.split()) in letters
    if "--full" in command or command[0] == "show":
        for milestone in loopline.load().year(command[1]):
            assert all("".join(text.split()) in letters for text in milestone.paragraphs)


@pytest.mark.parametrize("width", [80, 300])
@pytest.mark.parametrize("command", [["list"], ["year", "2021"], ["search", "park"]])
def test_titles_are_whole(
    command: list[str], width: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 80 columns each title stands on one line, beside its date."""
    titles = [line.split("\t") for line in run(*command)[1].splitlines()]
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run(*command, "-f", "table")[1].splitlines()
    rows = [line.split(maxsplit=1) for line in lines if re.match("[0-9]{4}-", line)]
    assert [[date, title.strip()] for date, title in rows] == titles


@pytest.mark.parametrize("width", [20, 80])
@pytest.mark.parametrize("command", ["list", "show"])
def test_wide_and_long_titles(
    command: str, width: int, run: Run, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wide characters and a title of 5 000 are folded to the width, and nothing is lost."""
    monkeypatch.setenv("COLUMNS", str(width))
    titles = ["香港深圳創新及科技園" * 20, "x" * 5000]
    path = own_record(*(("2021-05-01", title) for title in titles))
    when = ["2021"] if command == "show" else []
    code, stdout, stderr = run(command, *when, "--data", path, "-f", "table")
    assert (code, stderr) == (0, "")
    cells = [sum(1 + (char > "\u3000") for char in line) for line in stdout.splitlines()]
    assert max(cells) <= width
    letters = "".join(stdout.split())
    assert all(title in letters for title in titles)


def test_markup_in_a_title_is_text(run: Run, own_record: OwnRecord) -> None:
    """What Rich would take for markup in a record comes out as it stands."""
    path = own_record(("2021-05-04", "A [sic] [/b] :sun: [red]title[/red]", "[/b] [link=x]text"))
    for command in (["list", "--full"], ["show", "2021"], ["search", "sun", "--full"]):
        code, stdout, stderr = run(*command, "-f", "table", "--data", path)
        assert (code, stderr) == (0, "")
        assert "A [sic] [/b] :sun: [red]title[/red]" in stdout
        assert "[/b] [link=x]text" in stdout


@pytest.mark.parametrize(
    ("environment", "has_escapes", "has_colour"),
    [
        ({}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
    ],
)
def test_colour(
    environment: dict[str, str],
    has_escapes: bool,
    has_colour: bool,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A table is coloured on a terminal or by FORCE_COLOR, not against NO_COLOR or TERM=dumb."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for command in (["list"], ["year"], ["show", "2021"], ["search", "gba"]):
        code, stdout, stderr = run(*command, "-f", "table")
        assert (code, stderr) == (0, "")
        assert ("\x1b" in stdout, bool(COLOUR.search(stdout))) == (has_escapes, has_colour)


@pytest.mark.parametrize("name", ["plain", "json", "jsonl", "csv", "md"])
def test_no_colour_where_a_program_reads(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR colours tables only, and does not turn a pipe into a terminal."""
    plain = run("search", "gba", "-f", name)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    assert run("search", "gba", "-f", name) == plain
    assert name != "plain" or run("search", "gba") == plain


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is a terminal the answer is a coloured table, cut to the terminal's width."""
    monkeypatch.setenv("COLUMNS", "80")
    out, err = stream("utf-8", Terminal), stream("utf-8")
    assert printed("year", "2018", monkeypatch=monkeypatch, stdout=out, stderr=err) == 0
    assert COLOUR.search(written(out))
    uncoloured = re.sub(r"\x1b\[[0-9;]*m", "", written(out))
    assert [line.rstrip() for line in uncoloured.splitlines()] == [
        "2018",
        f"2018-05     {loopline.load().on('2018')[0].title}",
        "",
        "2018: 1 milestone",
    ]
    assert written(err) == ""


def test_names_are_told_to_a_person_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which other name was found is said on a stderr that is a terminal, and nowhere else."""
    for kind, note in (
        (Terminal, "GBA: also “Greater Bay Area”, “Guangdong-Hong Kong-Macao Greater Bay Area”\n"),
        (io.TextIOWrapper, ""),
    ):
        out, err = stream("utf-8"), stream("utf-8", kind)
        assert printed("search", "GBA", monkeypatch=monkeypatch, stdout=out, stderr=err) == 0
        assert sorted(re.findall("“.*?”", written(err))) == sorted(re.findall("“.*?”", note))
        assert written(err)[:11] == note[:11]
        assert written(out).count("\n") == 5


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("command", [["list"], ["year"], ["year", "1999"], ["show", "latest"]])
def test_closed_stdout(command: list[str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With stdout closed, every answer in every format ends with 1 and one line that says so."""
    err = stream("utf-8")
    arguments = [*command, "-f", name]
    assert printed(*arguments, monkeypatch=monkeypatch, stdout=None, stderr=err) == 1
    assert written(err) == "loopline: cannot write the result: standard output is closed\n"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["list", "--help"]])
def test_closed_stdout_for_help(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Help and version that cannot be written are no success either."""
    err = stream("utf-8")
    assert printed(*arguments, monkeypatch=monkeypatch, stdout=None, stderr=err) == 1
    assert written(err) == "loopline: cannot write the result: standard output is closed\n"


@pytest.mark.parametrize(
    ("arguments", "code"), [(["year", "20"], 2), (["show", "1999"], 1), (["year", "1999"], 0)]
)
def test_closed_stderr(arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With stderr closed, what would be said is left unsaid, and the exit code is the same."""
    out = stream("utf-8")
    assert printed(*arguments, monkeypatch=monkeypatch, stdout=out, stderr=None) == code
    assert written(out) == ""


def test_full_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stderr that takes nothing changes neither the result nor the exit code."""

    class Full(io.TextIOWrapper):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    out = stream("utf-8")
    arguments = ["show", "1999", "2018"]
    full = stream("utf-8", Full)
    assert printed(*arguments, monkeypatch=monkeypatch, stdout=out, stderr=full) == 0
    assert written(out).startswith("2018-05\t")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(28, "No space left on device"),
            "cannot write the result: No space left on device",
        ),
        (BrokenPipeError(32, "Broken pipe"), ""),
    ],
)
def test_write_to_what_takes_no_more(
    error: OSError, message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A full disk is told as it is; a reader that has gone is told nothing."""

    class Failing(io.TextIOWrapper):
        def flush(self) -> None:
            raise error

    with (tmp_path / "stdout").open("w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "__stdout__", stdout)
        failing = Failing(io.BytesIO())
        monkeypatch.setattr(sys, "stdout", failing)
        with pytest.raises(OutputError) as raised:
            output.write("text")
        monkeypatch.undo()
        assert str(raised.value) == message
        # What Python flushes as it ends goes nowhere, so that it cannot fail once more.
        stdout.write("more")
    assert (tmp_path / "stdout").read_text(encoding="utf-8") == ""


def test_write_without_a_stdout_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python itself never had a stdout, there is none to be emptied."""
    monkeypatch.setattr(sys, "__stdout__", None)
    assert str(output.unwritable(OSError(5, "Input/output error"))) == (
        "cannot write the result: Input/output error"
    )
