"""The questions one can ask the record from Python, and the sequence that answers."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import loopline
from loopline import DateError, Milestone, Period, QueryError, Timeline

RECORD = loopline.load()


def at(when: str) -> Milestone:
    """A milestone of that day, or of that month if no day is named."""
    precision: loopline.models.Precision = "day" if len(when) > 7 else "month"
    return Milestone(
        date.fromisoformat(when if len(when) > 7 else f"{when}-01"), precision, when, ("",)
    )


def whens(milestones: Sequence[Milestone]) -> list[str]:
    """The dates of the milestones, as one types them."""
    return [milestone.when for milestone in milestones]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2017, ["2017-01-02", "2017-10-03"]),
        ("2023", ["2023-03", "2023-08", "2023-10"]),
        (2016, []),
        (1000, []),
        ("0001", []),
        (9999, []),
    ],
)
def test_the_milestones_of_a_year(year: int | str, found: list[str]) -> None:
    """A year, as a number or a text, has its milestones or none."""
    assert whens(RECORD.year(year)) == found


@pytest.mark.parametrize("year", [0, -5, 10000, "21", "2021-09", "soon"])
def test_what_is_no_year_is_refused(year: int | str) -> None:
    """A year that is not in the calendar is refused, not answered with nothing."""
    with pytest.raises(DateError):
        RECORD.year(year)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2021-09-10", "2021-09-20", ["2021-09"]),
        ("2021-09-06", "2021-09-06", ["2021-09", "2021-09-06"]),
        ("2021-09-07", "2021-10-01", ["2021-09", "2021-10"]),
        ("2021-09-30", "2021-09-30", ["2021-09"]),
        ("2021-06", "2021-09", ["2021-06", "2021-09", "2021-09-06"]),
        ("2021-12-21", "2021-12-29", []),
        ("2021-12-20", "2021-12-30", ["2021-12-20", "2021-12-30"]),
        ("Dec 2022", "2023", ["2022-12", "2023-03", "2023-08", "2023-10"]),
        ("2023-08-29", None, ["2023-08", "2023-10"]),
        ("..", "2017", ["2017-01-02", "2017-10-03"]),
        (None, "2017-09", ["2017-01-02"]),
        (date(2023, 8, 29), date(2023, 9, 1), ["2023-08"]),
        (Period.of_month(2017, 1), Period.of_month(2017, 1), ["2017-01-02"]),
    ],
)
def test_between_takes_what_touches(
    start: str | date | Period | None, end: str | date | Period | None, found: list[str]
) -> None:
    """Between two dates is what may have happened then, so also a month that they only touch."""
    assert whens(RECORD.between(start, end)) == found


def test_between_two_open_sides_is_everything() -> None:
    """Without a START or an END, between gives the whole record."""
    assert {RECORD.between(), RECORD.between("..", "..")} == {RECORD}


def test_between_refuses_the_wrong_order() -> None:
    """START after END is an error, not an empty answer."""
    with pytest.raises(DateError, match="2022 is after 2021; the earlier date goes first"):
        RECORD.between("2022", "2021")


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2021-09", ["2021-09", "2021-09-06"]),
        ("2021-09-06", ["2021-09-06"]),
        ("6 Sep 2021", ["2021-09-06"]),
        (date(2021, 9, 6), ["2021-09-06"]),
        ("2021-09-01", []),
        ("2023-08-29", []),
        ("2023-08", ["2023-08"]),
        ("2017", ["2017-01-02", "2017-10-03"]),
        (Period(date(2021, 9, 1), date(2021, 10, 30)), ["2021-09", "2021-09-06"]),
    ],
)
def test_on_takes_what_lies_within(when: str | date | Period, found: list[str]) -> None:
    """On a date is what is known to lie within it, so nothing dated to its month lies on a day."""
    assert whens(RECORD.on(when)) == found


def test_on_refuses_what_is_no_date() -> None:
    """A text that is no WHEN is an error, not an empty answer."""
    with pytest.raises(DateError, match="“soon” cannot be read as a date"):
        RECORD.on("soon")


def test_search_finds_and_says_where() -> None:
    """A search gives the milestones that match every word, with the spans to highlight."""
    found = RECORD.search("legco batch")
    assert whens(found) == ["2021-02"]
    title, *_ = found.spans(found[0])
    assert [found[0].title[start:end] for start, end in title] == ["LegCo", "Batch"]


def test_search_refuses_an_empty_query() -> None:
    """A query with nothing to look for is an error, not an empty answer."""
    with pytest.raises(QueryError):
        RECORD.search(" ")


@pytest.mark.parametrize(
    ("record", "latest"),
    [
        (["2021-08", "2021-09-06", "2021-09-20"], ["2021-09-20"]),
        (["2021-09", "2021-09-06", "2021-09-20"], ["2021-09", "2021-09-20"]),
        (["2021-08-31", "2021-09"], ["2021-09"]),
        (["2021-09-06", "2021-09-06"], ["2021-09-06", "2021-09-06"]),
        ([], []),
    ],
)
def test_the_latest(record: list[str], latest: list[str]) -> None:
    """The newest milestone comes with any other that may have happened on the same days."""
    assert whens(Timeline(map(at, record)).latest) == latest


def test_the_latest_of_the_record() -> None:
    """The bundled record ends in October 2023."""
    assert whens(RECORD.latest) == ["2023-10"]


def test_questions_follow_one_another() -> None:
    """Each answer is a timeline that can be asked again."""
    assert whens(RECORD.year(2021).between("2021-09").on("2021-12").latest) == ["2021-12-30"]


def test_a_timeline_is_a_sequence() -> None:
    """A timeline counts, iterates, and knows its members, as a list does."""
    milestones = [at("2021-08"), at("2021-09-06"), at("2021-10")]
    timeline = Timeline(milestones)
    assert isinstance(timeline, Sequence)
    assert len(timeline) == 3
    assert list(timeline) == milestones
    assert list(reversed(timeline)) == milestones[::-1]
    assert timeline[-1] is milestones[-1]
    assert milestones[1] in timeline
    assert timeline.index(milestones[1]) == 1
    with pytest.raises(IndexError):
        timeline[3]


def test_a_slice_is_a_timeline() -> None:
    """A part of a timeline can be asked as the whole can."""
    assert whens(RECORD[:2].year(2017)) == ["2017-01-02", "2017-10-03"]
    assert whens(RECORD[-1:0:-19]) == ["2023-10", "2017-10-03"]


def test_an_empty_timeline_is_false() -> None:
    """An answer with nothing in it can be tested for like any empty sequence."""
    assert not RECORD.year(2016)
    assert RECORD.year(2017)


def test_timelines_are_values() -> None:
    """Timelines of the same milestones are equal and one member of a set; a list is another."""
    assert len({RECORD, loopline.load()}) == 1
    shorter, as_list = RECORD[1:], list(RECORD)
    assert shorter != RECORD
    assert as_list != RECORD


def test_a_timeline_says_what_it_is() -> None:
    """At Python's prompt a timeline is one line, not pages of text."""
    assert repr(RECORD) == "<Timeline of 21 milestones>"


def test_a_record_of_one_s_own(tmp_path: Path) -> None:
    """`load` with a path gives that file's milestones, and those alone, in date order."""
    fields = {"title": "Sign", "paragraphs": ["Signed."]}
    items = [
        {"date": "2021-10-01", "precision": "month", **fields},
        {"date": "2021-09-06", "precision": "day", **fields},
    ]
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    assert whens(loopline.load(path)) == ["2021-09-06", "2021-10"]
    assert loopline.load(str(path)) == loopline.load(path)


@pytest.mark.parametrize("year", [99, 0, True, 10_000, "21"])
def test_a_year_has_four_digits_from_python_too(year: int | str) -> None:
    """A year of two digits is refused, whether it comes as a number or as a text."""
    with pytest.raises(DateError, match="is not a year; write it with four digits, as 2021"):
        RECORD.year(year)
