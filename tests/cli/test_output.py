"""What is printed where: formats, captions, widths, colour, and JSON that loses nothing."""

import io
import json
import re
import sys
from collections.abc import Callable

import pytest
from rich.console import Console

import loopline
from loopline.cli import output
from loopline.cli.main import run as run_program
from loopline.errors import UsageError
from loopline.formats import FormatName

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

FORMATS = ["table", "plain", "json", "jsonl", "csv", "md"]
SOURCE = "Source: https://hsitp.org/en/milestones"


class Terminal(io.TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def print_to(
    monkeypatch: pytest.MonkeyPatch,
    *arguments: str,
    encoding: str = "utf-8",
    kind: type[io.TextIOWrapper] = io.TextIOWrapper,
) -> tuple[int, str, str]:
    """Run a command line with streams of this encoding and kind."""
    made = [kind(io.BytesIO(), encoding=encoding, newline="") for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", made[0])
    monkeypatch.setattr(sys, "stderr", made[1])
    monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
    code = run_program()
    texts = [stream.buffer.getvalue().decode(encoding) for stream in made]  # type: ignore[attr-defined]
    return code, texts[0], texts[1]


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
def test_format(format_name: FormatName | None, as_json: bool, expected: str) -> None:
    """The format is the one that was asked for, and plain where stdout is no terminal."""
    assert output.resolve_format(format_name, as_json) == expected


def test_contradicting_formats() -> None:
    """Two formats at once are a usage error, which names both."""
    with pytest.raises(UsageError, match=r"^--json cannot be combined with --format csv\.$"):
        output.resolve_format("csv", as_json=True)


def test_closed_stdout_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a stdout the format is plain."""
    monkeypatch.setattr(sys, "stdout", None)
    assert output.resolve_format(None, as_json=False) == "plain"


@pytest.mark.parametrize(
    ("arguments", "caption"),
    [
        ("list", f"21 milestones. {SOURCE}"),
        ("list -n 3", f"3 of 21 milestones. {SOURCE}"),
        ("list --since 2023", f"from 1 January 2023: 3 milestones. {SOURCE}"),
        ("year 2018", f"2018: 1 milestone. {SOURCE}"),
        ("year 2018 --full", f"2018: 1 milestone. {SOURCE}"),
        ("year -r -n 2", f"7 milestones. {SOURCE}"),
        ("between 2021 2022 -n 99", f"1 January 2021 to 31 December 2022: 13 milestones. {SOURCE}"),
        ("search legco funding -n1", f"“legco funding”: 1 of 3 milestones. {SOURCE}"),
        (
            "search funding --until 2018",
            f"“funding”, until 31 December 2018: 1 milestone. {SOURCE}",
        ),
    ],
)
def test_captions(arguments: str, caption: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a table stand what was asked for, how many are shown of how many, and the source."""
    monkeypatch.setenv("COLUMNS", "120")
    code, stdout, stderr = run(*arguments.split(), "-f", "table")
    assert (code, stdout.split("\n\n")[-1].split(), stderr) == (0, caption.split(), "")


@pytest.mark.parametrize(
    "command", ["list", "list --full", "year 2021", "year", "search GBA", "search GBA --full",
                "show 2018 2022"],
)  # fmt: skip
@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_tables(command: str, width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table fits its width, has every word of the plain answer, and nothing at line ends."""
    monkeypatch.setenv("COLUMNS", str(width))
    code, stdout, stderr = run(*command.split(), "-f", "table")
    assert (code, stderr) == (0, "")
    lines = stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    letters = "".join(stdout.replace("█", "").split())
    for line in run(*command.split())[1].splitlines():
        # `show` writes a date in words.
        text = line.split("\t")[-1] if command.startswith("show") else line
        assert "".join(text.split()) in letters


@pytest.mark.parametrize(
    ("environment", "has_escapes"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({"COLUMNS": "²", "LINES": "²"}, False),
        ({"COLUMNS": "9" * 4400, "LINES": "9" * 4400}, False),
    ],
)
def test_environment(
    environment: dict[str, str], has_escapes: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR and TERM=dumb are honoured for tables only; nonsense in a variable is ignored."""
    plain = run("search", "gba")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for command in (["list"], ["year"], ["show", "2021"], ["search", "gba"]):
        code, stdout, stderr = run(*command, "-f", "table")
        assert (code, "\x1b" in stdout, stderr) == (0, has_escapes, "")
    assert run("search", "gba") == plain


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is a terminal, a table is printed; and synonyms, where stderr is one."""
    monkeypatch.setenv("COLUMNS", "80")
    code, stdout, stderr = print_to(
        monkeypatch, "search", "立法會", "--until", "2018", kind=Terminal
    )
    assert code == 0
    assert re.match(r"\x1b\[1m2018\x1b\[0m\n", stdout)
    assert re.fullmatch("立法會: matched as .*“LegCo”.*\\.\n", stderr)
    assert print_to(monkeypatch, "search", "立法會")[2] == ""


def test_console_without_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old console of Windows gets no escapes, and one column less than it has."""
    widths = []

    class LegacyConsole(Console):
        def __init__(self, *, width: int, **options: object) -> None:
            widths.append(width)
            super().__init__(width=width, legacy_windows=True, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("rich.console.Console", LegacyConsole)
    monkeypatch.setenv("COLUMNS", "80")
    code, stdout, stderr = print_to(monkeypatch, "year", "2018", kind=Terminal)
    assert (code, stdout.splitlines()[0], stderr) == (0, "2018", "")
    assert widths == [80, 79]


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
            item = json.loads(stdout)[0] if name == "json" else json.loads(stdout)
            assert (item["title"], item["paragraphs"]) == (title, [text])


def test_markup_is_text(run: Run, own_record: OwnRecord) -> None:
    """What Rich would take for markup comes out as it stands."""
    path = own_record(("2021-05-04", "A [sic] [/b] :sun: [red]title[/red]", "[/b] [link=x]text"))
    for command in (["list", "--full"], ["show", "2021"], ["search", "sun", "--full"]):
        code, stdout, stderr = run(*command, "-f", "table", "--data", path)
        assert (code, stderr) == (0, "")
        assert "A [sic] [/b] :sun: [red]title[/red]" in stdout
        assert "[/b] [link=x]text" in stdout


def test_titles_are_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 80 columns each title stands on one line, beside its date."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("list", "-f", "table")[1].splitlines()
    rows = [line for line in lines if re.match("[0-9]{4}-", line)]
    assert rows == [f"{m.when:<10}  {m.title}" for m in loopline.load()]
