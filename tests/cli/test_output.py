"""What is printed where: formats, captions, terminals, and encodings that lose nothing."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loopline.cli.main import run as run_program

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
    ("options", "start"),
    [
        ("", "2018-05\t"),
        ("--json", "[\n"),
        ("--json --format json", "[\n"),
        ("-f MD", "## 2018\n"),
        ("-f table", "Date "),
    ],
)
def test_format(options: str, start: str, run: Run) -> None:
    """The format is the one that was asked for, and plain where stdout is no terminal."""
    code, stdout, stderr = run("year", "2018", *options.split())
    assert (code, stdout[: len(start)], stderr) == (0, start, "")


def test_contradicting_formats(run: Run) -> None:
    """Two formats at once are a usage error, which names both."""
    code, stdout, stderr = run("list", "--json", "-f", "csv")
    assert (code, stdout) == (2, "")
    assert stderr.startswith("loopline: --json cannot be combined with --format csv.")


def test_on_a_terminal_a_table_is_printed_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is a terminal, the format is a table, as wide as the terminal."""
    monkeypatch.setenv("COLUMNS", "50")
    code, stdout, stderr = print_to(monkeypatch, "year", "2018", kind=Terminal)
    assert (code, stderr) == (0, "")
    assert stdout.splitlines()[1:3] == [
        "─" * 50,
        "\x1b[1;94m2018-05\x1b[0m   LegCo approves funding for Advance Works",
    ]


@pytest.mark.parametrize(("kind", "width"), [(Terminal, 79), (io.TextIOWrapper, 80)])
def test_an_old_console_of_windows(
    kind: type[io.TextIOWrapper], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A console that knows no escapes gets none, and a column less; a pipe is no such console."""
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, stdout, stderr = print_to(monkeypatch, "year", "2018", "-f", "table", kind=kind)
    assert (code, "─" * width in stdout.splitlines(), stderr) == (0, True, "")
    assert ("\x1b" in stdout) is (kind is not Terminal)


@pytest.mark.parametrize("number", ["²", "9" * 4400, "0", ""])
def test_nonsense_in_the_environment_is_ignored(
    number: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A width that is none is that of the terminal, or 80."""
    expected = run("list", "-f", "table")
    monkeypatch.setenv("COLUMNS", number)
    monkeypatch.setenv("LINES", number)
    assert run("list", "-f", "table") == expected


@pytest.mark.parametrize(
    ("arguments", "caption"),
    [
        ("list", f"21 milestones. {SOURCE}\n"),
        ("list -n 3", f"3 of 21 milestones. {SOURCE}\n"),
        ("list --since 2023", f"From 1 January 2023: 3 milestones. {SOURCE}\n"),
        ("year 2018 --full", f"2018: 1 milestone. {SOURCE}\n"),
        ("year -r -n 2", f"7 milestones. {SOURCE}\n"),
        (
            "between 2021 2022 -n 99",
            f"1 January 2021 to 31 December 2022: 13 milestones. {SOURCE}\n",
        ),
        (
            "search legco funding -r -n 1",
            f"“legco funding”: 1 of 3 milestones. {SOURCE}\n"
            "Read more with --full or 'loopline show 2021-02'.\n",
        ),
        (
            "search funding --until 2018 --full",
            f"“funding”, until 31 December 2018: 1 milestone. {SOURCE}\n",
        ),
    ],
)
def test_captions(arguments: str, caption: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a table stand what was asked for, how many there are, the source, and what next."""
    monkeypatch.setenv("COLUMNS", "120")
    code, stdout, stderr = run(*arguments.split(), "-f", "table")
    assert (code, stdout.split("\n\n")[-1], stderr) == (0, caption, "")


@pytest.mark.parametrize(
    ("command", "code"),
    [("list --since 2030", 0), ("search xylophone", 0), ("show 1999", 1)],
)
def test_nothing_found_is_no_table(command: str, code: int, run: Run) -> None:
    """An empty answer is empty on a terminal, too, and stderr says why."""
    shown = run(*command.split(), "-f", "table")
    assert shown[:2] == (code, "")
    assert shown[2] != ""


def test_an_empty_record_has_no_years(run: Run, tmp_path: Path) -> None:
    """Without milestones there is nothing to count, in any format."""
    path = tmp_path / "empty.json"
    path.write_text("[]", encoding="utf-8")
    for name in ("table", "plain"):
        assert run("year", "-f", name, "--data", str(path)) == (0, "", "The record is empty.\n")


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
