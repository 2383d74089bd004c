"""The options that the commands share: they work alike everywhere."""

import csv
import inspect
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

import loopline
from loopline.cli.answers import Listing
from loopline.cli.options import as_command
from loopline.timeline import Timeline

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

FIRST = loopline.load()[0]
PER_YEAR = {2017: 2, 2018: 1, 2019: 1, 2020: 1, 2021: 9, 2022: 4, 2023: 3}


def whens(stdout: str) -> list[str]:
    """The dates, or years, in a plain list."""
    return [line.split("\t")[0] for line in stdout.splitlines()]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--reverse"], ["2022-12", "2022-10", "2022-07", "2022-02"]),
        (["-r"], ["2022-12", "2022-10", "2022-07", "2022-02"]),
        (["--limit", "2"], ["2022-02", "2022-07"]),
        (["-n1"], ["2022-02"]),
        (["-n", "99"], ["2022-02", "2022-07", "2022-10", "2022-12"]),
        (["--reverse", "--limit", "2"], ["2022-12", "2022-10"]),
        (["-n", "2", "-r"], ["2022-12", "2022-10"]),
    ],
)
@pytest.mark.parametrize("command", [["year", "2022"], ["between", "2022", "2022"]])
def test_order_and_number(
    command: list[str], options: list[str], expected: list[str], run: Run
) -> None:
    """`--reverse` puts the newest first, and `--limit` then takes from the top."""
    code, stdout, stderr = run(*command, *options)
    assert (code, whens(stdout), stderr) == (0, expected, "")


def test_order_and_number_of_years(run: Run) -> None:
    """The years that are counted can be turned round and cut just as milestones can."""
    assert run("year", "-r", "-n", "2") == (0, "2023\t3\n2022\t4\n", "")
    assert run("year", "-n", "1", "--json") == (0, '[\n  {\n    "year": 2017,\n    '
                                                   '"milestones": 2\n  }\n]\n', "")  # fmt: skip


def test_order_and_number_of_search(run: Run) -> None:
    """A search that is cut to the newest match gives the newest match."""
    code, stdout, stderr = run("search", "legco", "funding", "-r", "-n", "1")
    assert (code, whens(stdout), stderr) == (0, ["2021-02"], "")


@pytest.mark.parametrize("number", ["0", "-1"])
def test_no_such_number(number: str, run: Run) -> None:
    """`--limit` takes numbers from 1 on, and says so."""
    refusal = f"loopline: --limit must be 1 or more, not {number}; more: loopline"
    assert run("list", "--limit", number) == (2, "", f"{refusal} list --help\n")
    assert run("year", "-n", number, "--json") == (2, "", f"{refusal} year --help\n")


@pytest.mark.parametrize("number", ["x", "1.5", ""])
def test_no_number(number: str, run: Run) -> None:
    """What is no whole number is refused with the name of the option."""
    code, stdout, stderr = run("list", "--limit", number)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith("loopline: Invalid value for '--limit' / '-n': ")
    assert re.search("valid int(eger)?.*; more: loopline list --help\n$", stderr)


def test_full(run: Run) -> None:
    """`--full` adds the texts, each paragraph on a line of its own and a blank line at the end."""
    code, stdout, stderr = run("list", "--full", "-n", "1")
    assert (code, stderr) == (0, "")
    assert stdout == f"{FIRST.when}\t{FIRST.title}\n{FIRST.paragraphs[0]}\n\n"


def test_full_page_for_page(run: Run) -> None:
    """`--full` gives the same texts as `show` does, for all of a search as for one year."""
    assert run("year", "2021", "--full") == run("show", "2021")
    assert run("search", "legco", "--full", "-n", "1") == run("show", "2018-05")


@pytest.mark.parametrize("option", ["--full", "--reverse", "-r", "--limit", "-n"])
def test_show_has_no_options_of_lists(option: str, run: Run) -> None:
    """`show` gives what was named, whole and in order, and so refuses options that would cut it."""
    code, stdout, stderr = run("show", "2021", option)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith(f"loopline: No such option: {option}")


@pytest.mark.parametrize("name", ["table", "plain", "jsonl", "csv", "md"])
@pytest.mark.parametrize("command", ["list", "year"])
def test_json_contradicts_another_format(command: str, name: str, run: Run) -> None:
    """`--json` with another format is refused, whichever stands first."""
    refusal = (
        f"loopline: --json and --format {name} contradict each other; give one; "
        f"more: loopline {command} --help\n"
    )
    assert run(command, "--json", "-f", name) == (2, "", refusal)
    assert run(command, "--format", name, "--json") == (2, "", refusal)


def test_json_is_the_format(run: Run) -> None:
    """`--json`, `-f json` and both together are one and the same."""
    code, stdout, stderr = run("year", "2018", "--json")
    assert (code, stderr) == (0, "")
    assert [item["date"] for item in json.loads(stdout)] == ["2018-05-01"]
    assert run("year", "2018", "-f", "json") == (code, stdout, stderr)
    assert run("year", "2018", "--json", "--format=json") == (code, stdout, stderr)


def test_contradiction_comes_before_the_record(run: Run) -> None:
    """A wrong command line is told before the record is looked at, however that may be."""
    assert run("list", "--json", "-f", "csv", "--data", "nowhere.json")[0] == 2


def test_counts_in_each_format(run: Run) -> None:
    """`year` without YEAR counts the milestones of each year, in every format."""
    out = {name: run("year", "-f", name) for name in ("plain", "json", "jsonl", "csv", "md")}
    assert {outcome[::2] for outcome in out.values()} == {(0, "")}
    records = [{"year": year, "milestones": count} for year, count in PER_YEAR.items()]
    assert json.loads(out["json"][1]) == records
    assert [json.loads(line) for line in out["jsonl"][1].splitlines()] == records
    assert out["plain"][1] == "".join(f"{y}\t{n}\n" for y, n in PER_YEAR.items())
    rows = [[str(value) for value in pair] for pair in PER_YEAR.items()]
    assert list(csv.reader(StringIO(out["csv"][1]))) == [["year", "milestones"], *rows]
    assert out["md"][1] == (
        "| Year | Milestones |\n| ---- | ---------: |\n"
        + "".join(f"| {y} | {n} |\n" for y, n in PER_YEAR.items())
    )


def test_counts_as_bars(run: Run) -> None:
    """On a terminal the years are bars, as long as the years are full, with the sum below."""
    code, stdout, stderr = run("year", "-f", "table")
    assert (code, stderr) == (0, "")
    *bars, blank, caption = stdout.splitlines()
    assert (blank, caption.strip()) == ("", "21 milestones")
    assert [(int(bar[:4]), int(bar.split()[-1])) for bar in bars] == list(PER_YEAR.items())
    assert [bar.count("█") for bar in bars] == [4 * count for count in PER_YEAR.values()]


def test_what_it_prints_it_reads(run: Run, tmp_path: Path) -> None:
    """`list --json > mine.json` makes a record that gives the same answers everywhere."""
    mine = tmp_path / "mine.json"
    mine.write_text(run("list", "--json")[1], encoding="utf-8")
    for arguments in (["list", "--json"], ["list", "--full"], ["search", "GBA"], ["year"]):
        assert run(*arguments, "--data", str(mine)) == run(*arguments)
    assert run("list", "--json", "--data", str(mine))[1] == mine.read_text(encoding="utf-8")


def test_data_from_the_environment(
    run: Run, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LOOPLINE_DATA names the record, and `--data` names it with more weight."""
    monkeypatch.setenv("LOOPLINE_DATA", own_record(("2020-05-04", "Of one's own")))
    assert run("list") == (0, "2020-05-04\tOf one's own\n", "")
    monkeypatch.setenv("LOOPLINE_DATA", "nowhere.json")
    assert run("list", "--data", own_record(("2020-05-04", "Named"))) == (
        0,
        "2020-05-04\tNamed\n",
        "",
    )
    assert run("list") == (
        1,
        "",
        "loopline: “nowhere.json”: cannot be read: No such file or directory; "
        "LOOPLINE_DATA names this file\n",
    )


def test_data_is_sorted_by_date(run: Run, own_record: OwnRecord) -> None:
    """A record of one's own may be in any order; answers are in date order."""
    path = own_record(("2022-01-05", "C"), ("2020-01-05", "A"), ("2021-01-01", "B"))
    assert run("list", "--data", path) == (0, "2020-01-05\tA\n2021-01\tB\n2022-01-05\tC\n", "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read: No such file or directory"),
        ("{}", "is not a JSON array but an object"),
        ('[{"date": "2021-05-04"}]', "item 1: precision: is missing"),
    ],
)
def test_unusable_data(
    content: str | None, reason: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unusable data file ends every command with 1 and one line that names the place."""
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("my.json").write_text(content, encoding="utf-8")
    for command in (["list"], ["search", "x"], ["show", "latest"], ["year"], ["between", ".."]):
        assert run(*command, "--data", "my.json") == (1, "", f"loopline: “my.json”: {reason}\n")


@pytest.mark.parametrize(
    ("command", "beginning"),
    [
        (["list"], "No such option: --colour"),
        (["show"], "Missing argument 'WHEN...'"),
        (["search"], "Missing argument 'QUERY...'"),
        (["between"], "Missing argument 'START'"),
        (["list", "more"], "Got unexpected extra argument"),
    ],
)  # fmt: skip
def test_wrong_command_line(command: list[str], beginning: str, run: Run) -> None:
    """A command line that is wrong ends with 2, one line in words, and the command's own help."""
    arguments = [*command, "--colour"] if "--colour" in beginning else command
    code, stdout, stderr = run(*arguments)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith(f"loopline: {beginning}")
    assert stderr.endswith(f"; more: loopline {command[0]} --help\n")


@pytest.mark.parametrize("name", ["xml", "JSON", ""])
def test_no_such_format(name: str, run: Run) -> None:
    """A format that there is not is refused with those that there are."""
    code, stdout, stderr = run("year", "-f", name)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith("loopline: Invalid value for '--format' / '-f': ")
    assert stderr.endswith(
        f"{name!r} is not one of 'table', 'plain', 'json', 'jsonl', 'csv', 'md'; "
        "more: loopline year --help\n"
    )


def test_option_without_its_value(run: Run) -> None:
    """An option that ends the command line without its value is told by name."""
    code, stdout, stderr = run("list", "--data")
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith("loopline: Option '--data' requires an argument; more: loopline ")


def test_options_of_a_new_command() -> None:
    """A new command is a function from the record to an answer; the options come by themselves."""

    def ask(record: Timeline, word: str) -> Listing:
        """Ask it."""
        return Listing(word, record)

    command = as_command(ask, without=("full",))
    assert list(inspect.signature(command).parameters) == [
        "context",
        "word",
        "reverse",
        "limit",
        "format_name",
        "as_json",
        "data",
    ]
