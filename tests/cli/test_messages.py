"""What is said on stderr beside an answer: why it is empty, and how a query was read."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]
Said = Callable[..., list[str]]

EXTENT = "The record goes from 2 January 2017 to July 2019."


@pytest.fixture
def said(run: Run, own_record: OwnRecord) -> Said:
    """Return a function that searches a record of one's own and returns the lines on stderr."""
    path = own_record(
        ("2017-01-02", "New funding of biomedicine"),
        ("2018-05-01", "Blueprint"),
        *((f"2019-0{month}-01", "Parcel") for month in range(1, 8)),
    )

    def said(*arguments: str) -> list[str]:
        code, _, stderr = run("search", *arguments, "--data", path)
        assert code == 0
        return stderr.splitlines()

    return said


def test_day_of_a_month(
    run: Run, own_record: OwnRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a day on which something may have happened it is said what, and how to read it."""
    own_record(("2018-05-01", "It"), ("2018-05-01", "Other"), ("2018-05-03", "Third"))
    monkeypatch.chdir(tmp_path)
    code, stdout, stderr = run("show", "2018-05-02", "--data", "own.json")
    assert (code, stdout) == (1, "")
    assert stderr == (
        "No milestone is dated 2 May 2018, but 2018-05 (It) and 2018-05 (Other) are dated to their "
        "months only. Try 'loopline show 2018-05 --data own.json'.\n"
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("funding", []),
        ("money", ["“money” was also taken to mean “funding”."]),
        ("was there actually a blueprint", ["“actually” was not matched."]),
        ("fundng", ["“fundng” is not in the record; searched for “funding” instead."]),
        ("zebra", ["“zebra” is not {}", EXTENT]),
        ("zebra lion", ["“zebra” and “lion” are not {}", EXTENT]),
        ("zebra blueprint", ["“zebra” is not {}", "Without it: 2018-05 (Blueprint)."]),
        ("zebra parcel", [
            "“zebra” is not {}",
            "Without it: 2019-01 (Parcel), 2019-02 (Parcel), 2019-03 (Parcel) and 4 more.",
        ]),
        ("funding blueprint", [
            "No milestone has all of these together.",
            "Without “funding”: 2018-05 (Blueprint).",
            "Without “blueprint”: 2017-01-02 (New funding of biomedicine).",
        ]),
        ("what about funding in may 2018", [
            "No milestone has all of these together.",
            "Without “funding”: 2018-05 (Blueprint).",
            "Without “in may 2018”: 2017-01-02 (New funding of biomedicine).",
        ]),
        ("funding in 2016", [f"No milestone is dated 2016. {EXTENT}"]),
        ("blueprint not funding", [
            "“not” is not {}", EXTENT, "Write NOT in capitals to leave out what follows it.",
        ]),
        ("06/09/2021", [
            "“06/09/2021” is not a date: it could be 2021-06-09 or 2021-09-06. "
            "Write 2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021.",
        ]),
        ("q1 q2 q3 q4 q5 q6 q7", ["“q1”, “q2”, “q3”, “q4”, “q5” and others are not {}", EXTENT]),
        ("zebra\u202ex \x1b[mauve", ["“zebra”, “x” and “mauve” are not {}", EXTENT]),
    ],
)  # fmt: skip
def test_reading_of_a_query(query: str, expected: list[str], said: Said) -> None:
    """What was not read literally, or stands in the way, is said, and what would help."""
    assert said(query) == [line.format("in the record (own.json).") for line in expected]


def test_period_without_a_match(said: Said) -> None:
    """Where matches lie outside the period, it is said when."""
    nothing = "No match is dated from 1 January 2020. Outside that period:"
    assert said("blueprint", "--since", "2020") == [f"{nothing} 2018-05."]
    assert said("parcel", "--since", "2020") == [
        f"{nothing} 2019-01, 2019-02, 2019-03, 2019-04, 2019-05, …"
    ]


def test_a_date_in_figures_is_asked_for(said: Said) -> None:
    """What depends on today's date is not looked for, and the message says what to type."""
    hint = "Write the year in figures, such as 2021: no answer depends on today's date."
    assert said("blueprint last year")[-1] == hint
    assert said("去年")[-1] == said("上個月")[-1] == said("上个月")[-1] == hint


@pytest.mark.parametrize("is_own", [False, True])
def test_a_period_with_nothing(is_own: bool, run: Run, own_record: OwnRecord) -> None:
    """A search for a date and a list of a period say the same as `show`, with what notes say."""
    when = "3 Jan 2017"
    options = ["--data", own_record(("2017-01-02", "Signed"))] if is_own else []
    code, stdout, stderr = run("show", when, *options)
    assert (code, stdout, "Signed on 3 January 2017" in stderr) == (1, "", not is_own)
    for command in ("search", "between 2017-01-03", "list --since 2017-01-03 --until"):
        assert run(*command.split(), when, *options) == (0, "", stderr)


@pytest.mark.parametrize(
    ("items", "extent"),
    [((), "The record is empty."), ((("2021-09-01", "It"),), "The record is of September 2021.")],
)
def test_small_records(
    items: tuple[tuple[str, str], ...], extent: str, run: Run, own_record: OwnRecord
) -> None:
    """Where nothing is found, it is said what there is, if it is a single milestone or none."""
    code, stdout, stderr = run("search", "funding", "--data", own_record(*items))
    assert (code, stdout, stderr.splitlines()[-1]) == (0, "", extent)
