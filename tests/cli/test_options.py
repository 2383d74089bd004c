"""The options that the commands share: formats, and records of one's own."""

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]


def test_what_it_prints_it_reads(run: Run, tmp_path: Path) -> None:
    """`list --json > mine.json` makes a record that gives the same answers."""
    mine = tmp_path / "mine.json"
    mine.write_text(run("list", "--json")[1], encoding="utf-8")
    for arguments in (["list", "--json"], ["list", "--full"], ["search", "GBA"], ["year"]):
        assert run(*arguments, "--data", str(mine)) == run(*arguments)


def test_data(run: Run, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--data` names the record to read, or else LOOPLINE_DATA does, unless it is empty."""
    monkeypatch.setenv("LOOPLINE_DATA", own_record(("2020-05-04", "Mine")))
    assert run("list") == (0, "2020-05-04\tMine\n", "")
    monkeypatch.setenv("LOOPLINE_DATA", "nowhere.json")
    answer = run("list", "--data", own_record(("2020-05-04", "Mine")))
    assert answer == (0, "2020-05-04\tMine\n", "")
    monkeypatch.setenv("LOOPLINE_DATA", "")
    assert run("list", "-n", "1")[1].startswith("2017-01-02\t")


def test_source(run: Run, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a person quotes from names its source, so that nobody forgets LOOPLINE_DATA."""
    page = "https://hsitp.org/en/milestones"
    monkeypatch.setenv("COLUMNS", "100")
    for arguments in (["list"], ["year"], ["search", "funding"], ["show", "2018"]):
        assert page in run(*arguments, "-f", "table")[1]
        assert page in run(*arguments, "-f", "md")[1]
        assert page not in run(*arguments, "-f", "csv")[1]
    monkeypatch.setenv("LOOPLINE_DATA", own_record(("2020-05-04", "Funding"), ("2018-05-04", "B")))
    for arguments in (["list"], ["year"], ["search", "funding"], ["show", "2018"]):
        assert "own.json" in run(*arguments, "-f", "table")[1]
        assert "own.json" in run(*arguments, "-f", "md")[1]
    assert run("search", "zebra")[2].startswith("“zebra” is not in the record (own.json).\n")


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--data -` reads standard input, and says so."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(run("list", "--json")[1].encode())))
    code, stdout, stderr = run("list", "--data", "-", "-f", "table", "-n", "1")
    assert (code, stderr) == (0, "")
    assert stdout.endswith("1 of 21 milestones. Source: standard input\n")


@pytest.mark.parametrize("command", ["list", "search x", "show latest", "year", "between .."])
def test_unusable_data(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unusable file ends every command with 1 and one line, which says who named the file."""
    fault = "loopline: “nowhere.json” cannot be read: No such file or directory."
    assert run(*command.split(), "--data", "nowhere.json") == (1, "", f"{fault}\n")
    monkeypatch.setenv("LOOPLINE_DATA", "nowhere.json")
    named = f"{fault} LOOPLINE_DATA names this file.\n"
    assert run(*command.split(), "--json") == (1, "", named)


def test_a_wrong_command_line_comes_first(run: Run) -> None:
    """What is wrong with the command line is said before the record is read."""
    assert run("list", "--json", "-f", "csv", "--data", "nowhere.json") == (
        2,
        "",
        "loopline: --json cannot be combined with --format csv. See 'loopline list --help'.\n",
    )
    assert run("show", "x", "--data", "nowhere.json")[0] == 2
