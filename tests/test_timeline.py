"""The questions one can ask from Python, and the sequence that answers."""

import copy
import pickle
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loopline
from loopline import DateError, Milestone, Period, SearchResult, Timeline
from loopline.dates import When

RECORD = loopline.load()


def at(when: str) -> Milestone:
    """Return a milestone of that day, or of that month if no day is named."""
    precision, day = ("day", when) if len(when) > 7 else ("month", f"{when}-01")
    return Milestone(date.fromisoformat(day), precision, when, ("",))  # type: ignore[arg-type]


def whens(milestones: Sequence[Milestone]) -> list[str]:
    """Return the dates of the milestones, as one types them."""
    return [milestone.when for milestone in milestones]


@pytest.mark.parametrize(
    ("year", "found"),
    [(2018, ["2018-05"]), ("2018年", ["2018-05"]), (2016, []), (9999, [])],
)
def test_the_milestones_of_a_year(year: int | str, found: list[str]) -> None:
    """A year, as a number or a text, has its milestones or none."""
    assert whens(RECORD.year(year)) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2021-09-10", "2021-09-20", ["2021-09"]),
        ("2021-09-07", "2021-10-01", ["2021-09", "2021-10"]),
        ("2021-12-21", "2021-12-29", []),
        ("H2 2022", 2023, ["2022-07", "2022-10", "2022-12", "2023-03", "2023-08", "2023-10"]),
        ("2023-08-29", None, ["2023-08", "2023-10"]),
        ("..", 2017, ["2017-01-02", "2017-10-03"]),
        ("2023-08", "latest", ["2023-08", "2023-10"]),
        ("latest", None, ["2023-10"]),
        (date(2023, 8, 29), date(2023, 9, 1), ["2023-08"]),
        (None, Period.of_month(2017, 1), ["2017-01-02"]),
        (None, None, whens(RECORD)),
    ],
)
def test_between_takes_what_may_have_happened(
    start: When | None, end: When | None, found: list[str]
) -> None:
    """Between two dates is what may have happened then, so also a month that only overlaps."""
    assert whens(RECORD.between(start, end)) == found
    period = RECORD.period_between(start, end)
    assert whens(RECORD.overlapping(period)) == whens(RECORD.between(period, period)) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2021-09", ["2021-09", "2021-09-06"]),
        ("6 Sep 2021", ["2021-09-06"]),
        (date(2021, 9, 6), ["2021-09-06"]),
        ("2021-09-01", []),
        ("Q4 2022", ["2022-10", "2022-12"]),
        (2018, ["2018-05"]),
        (Period(date(2021, 9, 1), date(2021, 10, 30)), ["2021-09", "2021-09-06"]),
        ("latest", ["2023-10"]),
    ],
)
def test_on_takes_what_is_known_to_be_within(when: When, found: list[str]) -> None:
    """On a date is what is known to be within it, so nothing dated to its month is on a day."""
    assert whens(RECORD.on(when)) == found


def test_a_wrong_argument_is_refused() -> None:
    """What is no year and no WHEN is refused, not answered with nothing."""
    for ask, wrong in (
        (RECORD.year, 99),
        (RECORD.year, "Q3 2021"),
        (RECORD.on, "soon"),
        (RECORD.between, ""),
    ):
        with pytest.raises(DateError):
            ask(wrong)
    with pytest.raises(DateError, match=r"^2022 is after 2021\. Put the earlier date first\.$"):
        RECORD.between(2022, 2021)
    for no_when in (None, True, 2021.0):
        for ask in (RECORD.year, RECORD.on):
            with pytest.raises(TypeError):
                ask(no_when)  # type: ignore[arg-type]


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
    asked = Timeline(map(at, timeline))
    assert whens(asked.latest) == whens(asked.on("latest")) == latest
    assert whens(asked.between("latest")) == latest


@given(st.permutations(RECORD), st.slices(len(RECORD)))
def test_a_timeline_is_always_in_date_order(milestones: list[Milestone], part: slice) -> None:
    """However a timeline is made or cut, it is in date order, and nothing that it tells is lost."""
    timeline = Timeline(milestones)
    assert timeline == RECORD
    assert timeline.counts_by_year() == RECORD.counts_by_year()
    assert sorted(whens(RECORD)[part]) == whens(timeline[part])


def test_the_counts_of_the_years() -> None:
    """Each year that has milestones is counted, in order."""
    days = ["2022-12-31", "2020-11", "2022-01-01"]
    assert list(Timeline(map(at, days)).counts_by_year().items()) == [(2020, 1), (2022, 2)]
    assert Timeline(()).counts_by_year() == {}


def test_a_timeline_is_a_sequence_and_a_value() -> None:
    """A timeline counts, iterates, slices and compares as a tuple does."""
    milestones = [at("2021-08"), at("2021-09-06"), at("2021-10")]
    timeline = Timeline(milestones, "mine.json")
    assert isinstance(timeline, Sequence)
    assert list(timeline) == list(reversed(timeline))[::-1] == milestones
    assert timeline[-1] is milestones[-1]
    assert len({timeline, Timeline(milestones)}) == 1
    assert (timeline != timeline[1:], timeline != milestones) == (True, True)
    assert f"{timeline} {timeline[:1]}" == "<Timeline of 3 milestones> <Timeline of 1 milestone>"


@pytest.mark.parametrize(
    ("query", "found", "parts"),
    [
        ("legco batch", "2021-02", ["LegCo", "Batch"]),
        ("action agenda northern metropolis", "2023-10", ["Northern Metropolis Action Agenda"]),
    ],
)
def test_a_search_tells_what_it_found_and_where(query: str, found: str, parts: list[str]) -> None:
    """What a search finds has a public type, with the parts that matched, once each."""
    result = RECORD.search(query)
    assert isinstance(result, SearchResult)
    assert (whens(result), result.source) == ([found], RECORD.source)
    title, *paragraphs = result.spans(result[0])
    assert [result[0].title[start:end] for start, end in title] == parts
    assert len(paragraphs) == len(result[0].paragraphs)


@pytest.mark.parametrize("answer", [RECORD, RECORD.search("legco fundng")])
def test_an_answer_can_be_copied_and_stored(answer: Timeline) -> None:
    """Answers survive a copy, a pickle and the way to another process."""
    for twin in (copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):  # noqa: S301
        assert type(twin) is type(answer)
        assert (twin, twin.source) == (answer, answer.source)


def test_loading_does_not_heed_the_environment(
    own_record: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`load` reads the file that it is given; LOOPLINE_DATA is for the command line alone."""
    path = own_record(("2021-09-06", "Signed"))
    monkeypatch.setenv("LOOPLINE_DATA", path)
    assert loopline.load() == RECORD
    assert whens(loopline.load(path)) == whens(loopline.load(Path(path))) == ["2021-09-06"]
