"""The five commands: what each finds, and what it says when there is nothing to find."""

from collections.abc import Callable

import pytest

import loopline

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

RECORD = loopline.load()
SPAN = "the record goes from 2 January 2017 to October 2023"
FORMS = '2021, 2021-09, 2021-09-06, "Sep 2021" or "6 Sep 2021"'

EXTENT = "the record goes from 2 January 2017 to October 2023"


def named(when: str) -> str:
    """A milestone of the record as notes name it: its date, and its title in brackets."""
    return f"{when} ({next(m.title for m in RECORD if m.when == when)})"


def whens(stdout: str) -> list[str]:
    """The dates in a plain list."""
    return [line.split("\t")[0] for line in stdout.splitlines()]


def test_list(run: Run) -> None:
    """`list` gives the whole record, a line of date and title each."""
    code, stdout, stderr = run("list")
    assert (code, stderr) == (0, "")
    lines = stdout.splitlines()
    assert len(lines) == 21
    assert lines[0].startswith("2017-01-02\t")
    assert lines[-1].startswith("2023-10\t")
    assert lines == [f"{m.when}\t{m.title}" for m in RECORD]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["year", "2018"], ["2018-05"]),
        (["year", " 2022 "], ["2022-02", "2022-07", "2022-10", "2022-12"]),
        (["between", "2021-09-10", "2021-09-20"], ["2021-09"]),
        (["between", "2021-09", "2021-09-06"], ["2021-09", "2021-09-06"]),
        (["between", "6 Sep 2021", "Oct 2021"], ["2021-09", "2021-09-06", "2021-10"]),
        (["between", "2023-08-31"], ["2023-08", "2023-10"]),
        (["between", "2023-03-31", ".."], ["2023-03", "2023-08", "2023-10"]),
        (["between", "..", "2018"], ["2017-01-02", "2017-10-03", "2018-05"]),
        (["search", "legco", "funding"], ["2018-05", "2021-01", "2021-02"]),
        (["search", "legco funding"], ["2018-05", "2021-01", "2021-02"]),
        (["search", "立法會", "funding", "--since", "2019"], ["2021-01", "2021-02"]),
        (["search", "legco", "funding", "--until", "2021-01-15"], ["2018-05", "2021-01"]),
        (["search", "legco", "--since", "2020", "--until", "2020"], ["2020-11"]),
        (["search", '"development plan"', "OR", "blueprint"], ["2019-02", "2022-12", "2023-08"]),
    ],
)
def test_lists(arguments: list[str], expected: list[str], run: Run) -> None:
    """A list has what overlaps the period or matches the query, in date order, and no more."""
    code, stdout, stderr = run(*arguments)
    assert (code, whens(stdout), stderr) == (0, expected, "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["2021-09"], ["2021-09", "2021-09-06"]),
        (["2021-09-06"], ["2021-09-06"]),
        (["latest"], ["2023-10"]),
        (["  LATEST "], ["2023-10"]),
        (["2018"], ["2018-05"]),
        (["latest", "2021-09-06", "Sep 2021", "2018", "2023-10"], None),
        (["2018", "2023-10", "2021-09", "latest"], None),
    ],
)
def test_show(arguments: list[str], expected: list[str] | None, run: Run) -> None:
    """`show` gives the texts of what lies within any WHEN, each once and in date order."""
    code, stdout, stderr = run("show", *arguments)
    dates = [line.split("\t")[0] for line in stdout.splitlines() if "\t" in line]
    several = ["2018-05", "2021-09", "2021-09-06", "2023-10"]
    assert (code, dates, stderr) == (0, expected or several, "")


def test_show_gives_the_texts(run: Run) -> None:
    """`show` in a pipe is the line of the milestone, its paragraphs and a blank line."""
    assert run("show", "2021-12-30") == (
        0,
        f"2021-12-30\t{RECORD.on('2021-12-30')[0].title}\n"
        "HSITPL appointed Foundation Works Contractor for Batch 1A development.\n\n",
        "",
    )


def test_show_latest_is_all_that_may_be_newest(run: Run, own_record: OwnRecord) -> None:
    """`latest` has each milestone that may have happened last, and equal ones all the same."""
    path = own_record(("2021-05-02", "Before it"), ("2022-05-07", "Same"), ("2022-05-07", "Same"))
    code, stdout, stderr = run("show", "latest", "--data", path)
    assert (code, stderr) == (0, "")
    assert stdout == 2 * "2022-05-07\tSame\nText.\n\n"


@pytest.mark.parametrize(
    ("arguments", "answered", "note"),
    [
        (["year", "1999"], 0, f"1999: no milestone; {SPAN}"),
        (["year", "2024"], 0, f"2024: no milestone; {SPAN}"),
        (["between", "2000", "2001-02"], 0,
         f"1 January 2000 to 28 February 2001: no milestone; {SPAN}"),
        (["between", "2024"], 0, f"from 1 January 2024: no milestone; {SPAN}"),
        (["between", "..", "2016"], 0, f"until 31 December 2016: no milestone; {SPAN}"),
        (["between", "2018-06", "2018-07"], 0,
         f"1 June 2018 to 31 July 2018: no milestone; before it {named('2018-05')}, "
         f"after it {named('2019-02')}"),
        (["show", "Sep 2022"], 1,
         f"September 2022: no milestone; before it {named('2022-07')}, "
         f"after it {named('2022-10')}"),
        (["show", "1999"], 1, f"1999: no milestone; {SPAN}"),
        (["show", "2023-08-29"], 1,
         f"29 August 2023: no milestone; {named('2023-08')} is dated to its month only; "
         "try loopline show 2023-08"),
        (["search", "zzzqq"], 0, f"no “zzzqq” in the record; {EXTENT}"),
        (["search", "airport"], 0, f"no “airport” in the record; {EXTENT}"),
        (["search", "xi", "blueprint"], 0,
         f"no milestone matches; {EXTENT}"),
        (["search", "funding", "--since", "2022"], 0,
         "from 1 January 2022: no milestone matches; at other times 2018-05, 2021-01, 2021-02"),
        (["search", "park", "--until", "2016"], 0,
         "until 31 December 2016: no milestone matches; at other times 2017-01-02, 2017-10-03, "
         "2019-02, 2020-11, 2021-02, …"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_found(
    arguments: list[str], answered: int, note: str, as_json: bool, run: Run
) -> None:
    """When nothing is found, stderr says what lies nearest, and JSON is an empty array."""
    outcome = run(*arguments, *(["--json"] if as_json else []))
    assert outcome == (answered, "[]\n" if as_json else "", f"{note}\n")


@pytest.mark.parametrize("name", ["table", "plain", "json", "jsonl", "csv", "md"])
def test_nothing_found_in_each_format(name: str, run: Run) -> None:
    """An empty answer is empty in the way of its format, and no less a success."""
    empty = {"json": "[]\n", "csv": "date,precision,title,text\n"}
    code, stdout, stderr = run("year", "1999", "-f", name)
    assert (code, stdout, stderr) == (0, empty.get(name, ""), f"1999: no milestone; {SPAN}\n")


@pytest.mark.parametrize(
    ("arguments", "answered", "period"),
    [
        (["list"], 0, "all dates"),
        (["year", "2021"], 0, "2021"),
        (["between", ".."], 0, "all dates"),
        (["between", "2021-02"], 0, "from 1 February 2021"),
        (["show", "2021"], 1, "2021"),
        (["show", "latest"], 1, "latest"),
    ],
)
def test_empty_record(
    arguments: list[str], answered: int, period: str, run: Run, own_record: OwnRecord
) -> None:
    """A record of one's own may be empty: nothing is found in it, and that is why."""
    note = f"{period}: no milestone; the record is empty\n"
    assert run(*arguments, "--data", own_record()) == (answered, "", note)


def test_search_in_an_empty_record(run: Run, own_record: OwnRecord) -> None:
    """A search in an empty record finds nothing, and says which word is not there."""
    assert run("search", "legco", "--data", own_record()) == (
        0,
        "",
        "no “legco” in the record; the record is empty\n",
    )


def test_counts_of_an_empty_record(run: Run, own_record: OwnRecord) -> None:
    """An empty record has no years to count, in a list as on a terminal."""
    path = own_record()
    note = "all dates: no milestone; the record is empty\n"
    assert run("year", "--data", path, "--json") == (0, "[]\n", note)
    assert run("year", "--data", path, "-f", "table") == (0, "", note)
    assert run("year", "--data", path) == (0, "", note)


def test_show_says_what_is_missing_beside_what_it_shows(run: Run) -> None:
    """`show` with one WHEN that has nothing shows the others, names that one, and succeeds."""
    code, stdout, stderr = run("show", "1999", "2021-12-30")
    assert (code, stdout.split("\t")[0]) == (0, "2021-12-30")
    assert stderr == f"1999: no milestone; {SPAN}\n"


def test_show_names_each_month_that_may_be_meant(run: Run, own_record: OwnRecord) -> None:
    """A day for which there are only milestones of its month is told all of them."""
    path = own_record(("2021-05-01", "One"), ("2021-05-01", "Other"), ("2021-05-09", "Third"))
    assert run("show", "2021-05-08", "--data", path) == (
        1,
        "",
        "8 May 2021: no milestone; "
        "2021-05 (One) and 2021-05 (Other) are dated to their month only; "
        "try loopline show 2021-05\n",
    )


@pytest.mark.parametrize(
    ("query", "note", "found"),
    [
        (["fundng"], "no “fundng” in the record; showing “funding”\n", 3),
        (["legco", "fundign"], "no “fundign” in the record; showing “funding”\n", 3),
        (["fundng", "2021"], "no “fundng” in the record; showing “funding”\n", 2),
        (["GBA"], "", 5),
    ],
)
def test_notes_of_a_search(query: list[str], note: str, found: int, run: Run) -> None:
    """A slip is read as the nearest word and said so; a name read as another is not, in a pipe."""
    code, stdout, stderr = run("search", *query)
    assert (code, len(stdout.splitlines()), stderr) == (0, found, note)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["between", "2022", "2021"],
         "2022 is after 2021; the earlier date goes first; more: loopline between --help"),
        (["search", "x", "--since", "2022", "--until", "Dec 2021"],
         "2022 is after December 2021; the earlier date goes first; more: loopline search --help"),
        (["year", "20"],
         "“20” is not a year; write it with four digits, as 2021; more: loopline year --help"),
        (["year", "0000"],
         "“0000” cannot be read as a date: there is no such date; "
         f"try {FORMS}; more: loopline year --help"),
        (["show", "06/09/2021"],
         "“06/09/2021” cannot be read as a date: numbers alone go year first, with - or / "
         f"between; try {FORMS}; more: loopline show --help"),
        (["between", "2021", "6 Sep"],
         "“6 Sep” cannot be read as a date: it names no year of four digits; "
         f"try {FORMS}; more: loopline between --help"),
        (["search", "x", "--since", "2021-02-30"],
         "“2021-02-30” cannot be read as a date: there is no such date; "
         f"try {FORMS}; more: loopline search --help"),
        (["show", "6 Sep 2021 10:00"],
         "“6 Sep 2021 10:00” cannot be read as a date: "
         f"only one day, month and year may stand in it; try {FORMS}; more: loopline show --help"),
        (["show", "2021", "\x1b[31m"],
         r"“\x1b[31m” cannot be read as a date: it names no year of four digits; "
         f"try {FORMS}; more: loopline show --help"),
        (["search", "the"],
         "“the” has only words that are too common to search for; more: loopline search --help"),
        (["search", "of", "the"],
         "“of the” has only words that are too common to search for; more: loopline search --help"),
        (["search", "?!"],
         "there is no word in “?!” to look for; more: loopline search --help"),
        (["search", ""],
         "there is no word in “” to look for; more: loopline search --help"),
    ],
)  # fmt: skip
def test_refused(arguments: list[str], message: str, run: Run) -> None:
    """What cannot be understood is refused with the reason, what works, and where more stands."""
    assert run(*arguments) == (2, "", f"loopline: {message}\n")
