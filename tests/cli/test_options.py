"""The options that the commands share: formats, and records of one's own."""

from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]


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
    monkeypatch.setenv("COLUMNS", "100")
    own = own_record(("2020-05-04", "Funding"), ("2018-05-04", "B"))
    for data, source in (("", "https://hsitp.org/en/milestones"), (own, "own.json")):
        monkeypatch.setenv("LOOPLINE_DATA", data)
        for command in ("list", "year", "search funding", "show 2018"):
            for name in ("table", "md", "csv"):
                answer = run(*command.split(), "-f", name)[1]
                assert (source in answer) is (name != "csv")
    assert run("search", "zebra")[2].startswith("“zebra” is not in the record (own.json).\n")


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
