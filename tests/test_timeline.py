"""The questions one can ask from Python, and the sequence that answers."""

import copy
import json
import pickle
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import loopline
from loopline import DateError, Milestone, Period, QueryError, SearchResult, Timeline

BUNDLED = loopline.load()


def at(when: str) -> Milestone:
    """Return a milestone of that day, or of that month if no day is named."""
    if len(when) > 7:
        return Milestone(date.fromisoformat(when), "day", when, ("",))
    return Milestone(date.fromisoformat(f"{when}-01"), "month", when, ("",))


def whens(milestones: Sequence[Milestone]) -> list[str]:
    """Return the dates of the milestones, as one types them."""
    return [milestone.when for milestone in milestones]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2017, ["2017-01-02", "2017-10-03"]),
        ("2023", ["2023-03", "2023-08", "2023-10"]),
        ("2018年", ["2018-05"]),
        (2016, []),
        (9999, []),
    ],
)
def test_the_milestones_of_a_year(year: int | str, found: list[str]) -> None:
    """A year, as a number or a text, has its milestones or none."""
    assert whens(BUNDLED.year(year)) == found


@pytest.mark.parametrize("year", [0, -5, 99, 10_000, True, 2021.0, "21", "0000", "2021-09", "soon"])
def test_what_is_no_year_is_refused(year: int | str) -> None:
    """A year that is not in the calendar is refused, not answered with nothing."""
    with pytest.raises(DateError):
        BUNDLED.year(year)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2021-09-10", "2021-09-20", ["2021-09"]),
        ("2021-09-06", "2021-09-06", ["2021-09", "2021-09-06"]),
        ("2021-09-07", "2021-10-01", ["2021-09", "2021-10"]),
        ("2021-12-20", "2021-12-30", ["2021-12-20", "2021-12-30"]),
        ("2021-12-21", "2021-12-29", []),
        ("Dec 2022", 2023, ["2022-12", "2023-03", "2023-08", "2023-10"]),
        ("2023-08-29", None, ["2023-08", "2023-10"]),
        ("..", 2017, ["2017-01-02", "2017-10-03"]),
        ("2023-08", "latest", ["2023-08", "2023-10"]),
        ("latest", None, ["2023-10"]),
        (date(2023, 8, 29), date(2023, 9, 1), ["2023-08"]),
        (None, Period.of_month(2017, 1), ["2017-01-02"]),
        (None, None, whens(BUNDLED)),
    ],
)
def test_between_takes_what_may_have_happened(
    start: str | date | Period | None, end: str | int | date | Period | None, found: list[str]
) -> None:
    """Between two dates is what may have happened then, so also a month that only overlaps."""
    assert whens(BUNDLED.between(start, end)) == found


def test_between_refuses_the_wrong_order() -> None:
    """START after END is an error, not an empty answer."""
    with pytest.raises(DateError, match=r"2022 is after 2021\. Put the earlier date first\."):
        BUNDLED.between(2022, 2021)


def test_the_period_between() -> None:
    """A caller can learn which days were searched, also if they end with the newest milestone."""
    assert BUNDLED.period_between("2023-08", "latest").describe() == (
        "1 August 2023 to 31 October 2023"
    )
    assert Timeline(()).period_between("2023", "latest") == (date(2023, 1, 1), date.max)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2021-09", ["2021-09", "2021-09-06"]),
        ("6 Sep 2021", ["2021-09-06"]),
        (date(2021, 9, 6), ["2021-09-06"]),
        ("2021-09-01", []),
        (2017, ["2017-01-02", "2017-10-03"]),
        (Period(date(2021, 9, 1), date(2021, 10, 30)), ["2021-09", "2021-09-06"]),
    ],
)
def test_on_takes_what_is_known_to_be_within(
    when: str | int | date | Period, found: list[str]
) -> None:
    """On a date is what is known to be within it, so nothing dated to its month is on a day."""
    assert whens(BUNDLED.on(when)) == found


def test_a_wrong_argument_is_told_in_a_sentence() -> None:
    """What is no WHEN and no query is refused by its text or by its type."""
    with pytest.raises(DateError, match="“soon” cannot be read as a date"):
        BUNDLED.on("soon")
    with pytest.raises(TypeError, match=r"A WHEN is a str, an int year, a date or a Period, not "):
        BUNDLED.between(["2021"])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^A query is a str, not int\.$"):
        BUNDLED.search(2021)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("timeline", "latest"),
    [
        (["2021-08", "2021-09-06", "2021-09-20"], ["2021-09-20"]),
        (["2021-09", "2021-09-06", "2021-09-20"], ["2021-09", "2021-09-20"]),
        (["2021-08-31", "2021-09"], ["2021-09"]),
        (["2021-09-06", "2021-09-06"], ["2021-09-06", "2021-09-06"]),
        ([], []),
    ],
)
def test_the_latest(timeline: list[str], latest: list[str]) -> None:
    """The newest milestone comes with any other that may have happened on the same days."""
    assert whens(Timeline(map(at, timeline)).latest) == latest


def test_the_counts_of_the_years() -> None:
    """Each year that has milestones is counted, in order."""
    assert list(BUNDLED.counts_by_year().items()) == [
        (2017, 2),
        (2018, 1),
        (2019, 1),
        (2020, 1),
        (2021, 9),
        (2022, 4),
        (2023, 3),
    ]
    assert Timeline(()).counts_by_year() == {}


def test_questions_follow_one_another() -> None:
    """Each answer is a timeline that can be asked again, and cited as the first."""
    answer = BUNDLED.year(2021)[1:].between("2021-09").on("2021-12")
    assert (whens(answer.latest), answer.latest.source) == (["2021-12-30"], BUNDLED.source)
    assert (whens(answer), answer.source) == (["2021-12-20", "2021-12-30"], BUNDLED.source)


def test_a_timeline_is_a_sequence() -> None:
    """A timeline counts, iterates, slices and compares as a tuple does."""
    milestones = [at("2021-08"), at("2021-09-06"), at("2021-10")]
    timeline = Timeline(milestones, "mine.json")
    assert isinstance(timeline, Sequence)
    assert len(timeline) == 3
    assert list(reversed(timeline)) == milestones[::-1]
    assert timeline[-1] is milestones[-1]
    assert milestones[1] in timeline
    assert timeline.index(milestones[1]) == 1
    assert isinstance(timeline[:0:-1], Timeline)
    assert whens(timeline[:0:-1]) == ["2021-10", "2021-09-06"]
    assert not timeline[3:]
    with pytest.raises(IndexError):
        timeline[3]


def test_timelines_are_values() -> None:
    """Timelines of the same milestones are equal and one member of a set; a list is another."""
    assert len({BUNDLED, loopline.load()}) == 1
    assert BUNDLED[1:] != BUNDLED
    assert list(BUNDLED) != BUNDLED
    assert repr(BUNDLED) == "<Timeline of 21 milestones>"


def test_a_search_tells_what_it_found_and_where() -> None:
    """What a search finds has a public type, with the parts of the texts that matched."""
    result = BUNDLED.search("legco batch")
    assert isinstance(result, SearchResult)
    assert whens(result) == ["2021-02"]
    assert result.source == BUNDLED.source
    title, *paragraphs = result.spans(result[0])
    assert [result[0].title[start:end] for start, end in title] == ["LegCo", "Batch"]
    assert len(paragraphs) == len(result[0].paragraphs)
    with pytest.raises(ValueError, match=r"."):
        result.spans(BUNDLED[0])


def test_a_search_tells_how_it_understood_the_query() -> None:
    """A script learns what was corrected, left out, or found by another name."""
    corrected = BUNDLED.search("legco fundng")
    assert (corrected.corrections, corrected.unknown) == ({"fundng": "funding"}, ())
    assert "LegCo" in BUNDLED.search("立法會").synonyms()["立法會"]
    assert BUNDLED.search("who funds the nice legco?").ignored == ("nice",)


def test_a_search_that_finds_nothing_tells_why() -> None:
    """What stands in the way is named, with what there would be without it."""
    result = BUNDLED.search("legco batch xyzzy")
    assert (whens(result), result.unknown) == ([], ("xyzzy",))
    assert {term: whens(found) for term, found in result.without.items()} == {"xyzzy": ["2021-02"]}
    assert result.without["xyzzy"].source == BUNDLED.source
    assert "talent" in result.suggestions("talant")


def test_a_search_for_nothing_is_refused() -> None:
    """A query with nothing to look for is an error, not an empty answer."""
    with pytest.raises(QueryError):
        BUNDLED.search(" ")


@pytest.mark.parametrize("answer", [BUNDLED, BUNDLED.search("legco fundng")])
def test_an_answer_can_be_copied_and_stored(answer: Timeline) -> None:
    """Answers survive a copy, a pickle and the way to another process."""
    for twin in (copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):  # noqa: S301
        assert type(twin) is type(answer)
        assert (twin, twin.source) == (answer, answer.source)
        if isinstance(answer, SearchResult) and isinstance(twin, SearchResult):
            assert twin.corrections == answer.corrections
            assert twin.spans(twin[0]) == answer.spans(answer[0])


def test_loading_does_not_heed_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`load` reads the file that it is given; LOOPLINE_DATA is for the command line alone."""
    path = tmp_path / "mine.json"
    item = {**BUNDLED[0].as_dict(), "date": "2021-09-06"}
    path.write_text(json.dumps([item]), encoding="utf-8")
    monkeypatch.setenv("LOOPLINE_DATA", str(path))
    assert loopline.load() == BUNDLED
    assert whens(loopline.load(path)) == whens(loopline.load(str(path))) == ["2021-09-06"]
