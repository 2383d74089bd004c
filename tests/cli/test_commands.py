"""The six commands: what each prints, and what it says when there is nothing to print."""

import json
from collections.abc import Callable

import pytest

import loopline

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

RECORD = loopline.load()
PER_YEAR = {2017: 2, 2018: 1, 2019: 1, 2020: 1, 2021: 9, 2022: 4, 2023: 3}
EXTENT = "The record goes from 2 January 2017 to October 2023."


def whens(stdout: str) -> list[str]:
    """Return the dates or years in a plain list."""
    return [line.split("\t")[0] for line in stdout.splitlines() if "\t" in line]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("list", [milestone.when for milestone in RECORD]),
        ("list --since 2023", ["2023-03", "2023-08", "2023-10"]),
        ("list --since 2021-12-25 --until 2022-02", ["2021-12-30", "2022-02"]),
        ("list --until 2017 -r", ["2017-10-03", "2017-01-02"]),
        ("list -n 1", ["2017-01-02"]),
        ("list -rn2", ["2023-10", "2023-08"]),
        ("list --reverse --limit 99", [milestone.when for milestone in reversed(RECORD)]),
        ("year 2018", ["2018-05"]),
        ("year 2022年 -r --limit 2", ["2022-12", "2022-10"]),
        ("year", ["2017", "2018", "2019", "2020", "2021", "2022", "2023"]),
        ("year -r -n 2", ["2023", "2022"]),
        ("show 2021-09", ["2021-09", "2021-09-06"]),
        ("show 6 Sep 2021", ["2021-09-06"]),
        ("show LATEST 2018 latest 2018-05", ["2018-05", "2023-10"]),
        ("show Sep 2021 2018", ["2018-05", "2021-09", "2021-09-06"]),
        ("between 2021-09-10 2021-09-20", ["2021-09"]),
        ("between Sep 2021 to 6 Sep 2021", ["2021-09", "2021-09-06"]),
        ("between 2023-03-31", ["2023-03", "2023-08", "2023-10"]),
        ("between .. 2017", ["2017-01-02", "2017-10-03"]),
        ("between Aug 2023 latest", ["2023-08", "2023-10"]),
        ("search legco funding", ["2018-05", "2021-01", "2021-02"]),
        ("search legco funding -r -n 1", ["2021-02"]),
        ("search legco -funding", ["2020-11"]),
        ("search legco funding --since 2019", ["2021-01", "2021-02"]),
        ("search legco funding --until 2021-01-15", ["2018-05", "2021-01"]),
    ],
)
def test_answers(arguments: str, expected: list[str], run: Run) -> None:
    """A command prints what is in the period or matches the query, in the order asked for."""
    code, stdout, stderr = run(*arguments.split())
    assert (code, whens(stdout), stderr) == (0, expected, "")


def test_full(run: Run) -> None:
    """`--full` and `show` print each paragraph on a line of its own, and then a blank line."""
    [milestone] = RECORD.on("2021-12-30")
    text = f"2021-12-30\t{milestone.title}\n{milestone.paragraphs[0]}\n\n"
    assert run("show", "2021-12-30") == (0, text, "")
    assert run("between", "2021-12-30", "2021-12-30", "--full") == (0, text, "")
    assert run("year", "2018", "--full") == run("show", "2018")
    assert run("search", "legco", "--full", "-n", "1") == run("show", "2018-05")


def test_counts_by_year(run: Run) -> None:
    """`year` alone counts the milestones of each year, in every format."""
    rows = "".join(f"{year}\t{count}\n" for year, count in PER_YEAR.items())
    assert run("year") == (0, rows, "")
    assert run("year", "-f", "csv") == (0, "year,milestones\n" + rows.replace("\t", ","), "")
    objects = [{"year": year, "milestones": count} for year, count in PER_YEAR.items()]
    assert json.loads(run("year", "--json")[1]) == objects
    assert run("year", "-f", "md")[1].endswith("Source: <https://hsitp.org/en/milestones>\n")


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        ("year 1999", 0, f"No milestone is dated 1999. {EXTENT}"),
        ("list --since 2024", 0, f"No milestone is dated from 1 January 2024. {EXTENT}"),
        ("between .. 2016", 0, f"No milestone is dated until 31 December 2016. {EXTENT}"),
        (
            "between 2018-06 2018-07",
            0,
            "No milestone is dated 1 June 2018 to 31 July 2018. The nearest are 2018-05 (LegCo "
            "approves funding for Advance Works and detailed design) and 2019-02 (GBA Outline "
            "Development Plan supports Co-operation Zone).",
        ),
        ("show 1999", 1, f"No milestone is dated 1999. {EXTENT}"),
        (
            "show 2023-08-29",
            1,
            "No milestone is dated 29 August 2023, but 2023-08 (Central Government announces "
            "Shenzhen Park Development Plan) is dated to its month only. "
            "Try 'loopline show 2023-08'.",
        ),
        (
            "search zzzqq",
            0,
            "“zzzqq” is not in the record (https://hsitp.org/en/milestones).\n"
            "The record goes from 2 January 2017 to October 2023.",
        ),
        (
            "search funding --until 2017",
            0,
            "No match is dated until 31 December 2017. "
            "Outside that period: 2018-05, 2021-01, 2021-02, 2022-02.",
        ),
    ],
)
def test_nothing_found(arguments: str, exit_code: int, message: str, run: Run) -> None:
    """Where nothing is found, stderr says why and what is nearest, and JSON is an empty array."""
    assert run(*arguments.split()) == (exit_code, "", f"{message}\n")
    assert run(*arguments.split(), "--json") == (exit_code, "[]\n", f"{message}\n")
    assert run(*arguments.split(), "-f", "table") == (exit_code, "", f"{message}\n")


def test_show_prints_what_there_is(run: Run) -> None:
    """`show` with one WHEN that has nothing prints the others, names that one, and succeeds."""
    _, found, _ = run("show", "2021-12-30")
    message = f"No milestone is dated 1999. {EXTENT}\n"
    assert run("show", "1999", "2021-12-30") == (0, found, message)


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        ("list", 0),
        ("year", 0),
        ("year 2021", 0),
        ("between 2021 latest", 0),
        ("search 2021", 0),
        ("show latest", 1),
    ],
)
@pytest.mark.parametrize("format_name", ["plain", "table"])
def test_empty_record(
    arguments: str, exit_code: int, format_name: str, run: Run, own_record: OwnRecord
) -> None:
    """A record of one's own may be empty: that is why nothing is found in it."""
    options = ["--data", own_record(), "-f", format_name]
    assert run(*arguments.split(), *options) == (exit_code, "", "The record is empty.\n")


def test_equal_milestones(run: Run, own_record: OwnRecord) -> None:
    """`show` prints a milestone that the record has twice as often as the record has it."""
    path = own_record(("2021-05-02", "Before"), ("2022-05-07", "Same"), ("2022-05-07", "Same"))
    answer = run("show", "latest", "2022", "--data", path)
    assert answer == (0, 2 * "2022-05-07\tSame\nText.\n\n", "")


def test_query_in_one_argument(run: Run) -> None:
    """It makes no difference how a query is divided into arguments."""
    answer = run("search", "legco", "-funding", "OR", "mou", "--json")
    assert run("search", "legco -funding", "OR mou", "--json") == answer
    assert run("search", "--json", "--", "legco", "-funding", "OR", "mou") == answer
