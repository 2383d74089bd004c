"""The notes beside a result: what they say of an empty one, word for word."""

from collections.abc import Sequence
from datetime import date

import pytest

from loopline import Milestone, Period, Timeline
from loopline.cli import notes
from loopline.dates import parse_when, period_between


def milestone(when: str, title: str = "It") -> Milestone:
    """A milestone of a day (`2021-09-06`) or a month (`2021-09`)."""
    if len(when) == 7:
        return Milestone(date.fromisoformat(f"{when}-01"), "month", title, ("Text.",))
    return Milestone(date.fromisoformat(when), "day", title, ("Text.",))


RECORD = Timeline([milestone("2018-05", "May"), milestone("2020-11-03", "November")])
EMPTY = Timeline(())


@pytest.mark.parametrize(
    ("period", "note"),
    [
        (parse_when("2019"), "2019: no milestone; before it 2018-05 (May), "
         "after it 2020-11-03 (November)"),
        (parse_when("1 Jun 2018"), "1 June 2018: no milestone; before it 2018-05 (May), "
         "after it 2020-11-03 (November)"),
        (parse_when("2018-04"), "April 2018: no milestone; the record goes from May 2018 to "
         "3 November 2020"),
        (parse_when("2020-12"), "December 2020: no milestone; the record goes from May 2018 to "
         "3 November 2020"),
        (period_between("2021", None), "from 1 January 2021: no milestone; the record goes from May 2018 "
         "to 3 November 2020"),
    ],
)  # fmt: skip
def test_empty(period: Period, note: str) -> None:
    """An empty answer names its neighbours, or outside of the record what the record spans."""
    assert notes.if_empty(EMPTY, RECORD, period) == (note,)
    assert notes.if_not_within(EMPTY, RECORD, period) == (note,)


def test_not_empty() -> None:
    """An answer that is not empty needs no note."""
    period = parse_when("2018")
    assert notes.if_empty(RECORD[:1], RECORD, period) == ()
    assert notes.if_not_within(RECORD[:1], RECORD, period) == ()


@pytest.mark.parametrize(
    ("record", "note"),
    [
        (["2018-05"], "2 May 2018: no milestone; 2018-05 (It) is dated to its month only; "
            "try loopline show 2018-05"),
        (["2018-05", "2018-05"],
         "2 May 2018: no milestone; 2018-05 (It) and 2018-05 (It) are dated to their month only; "
         "try loopline show 2018-05"),
        (["2018-05", "2018-05-03"],
         "2 May 2018: no milestone; 2018-05 (It) is dated to its month only; "
            "try loopline show 2018-05"),
    ],
)  # fmt: skip
def test_near_miss(record: Sequence[str], note: str) -> None:
    """A day on which something may have happened is told what, and why it is not shown."""
    timeline = Timeline(map(milestone, record))
    assert notes.if_not_within(EMPTY, timeline, parse_when("2018-05-02")) == (note,)


def search_notes(record: Timeline, query: str, since: str | None = None) -> list[str]:
    """What is said of a search from a date on."""
    found, period = record.search(query), period_between(since, None)
    return list(notes.for_search(found, found.between(period, period), record, period))


EXTENT = "the record goes from 2 January 2017 to July 2019"
SEARCHED = Timeline(
    [
        milestone("2017-01-02", "Funding of biomedicine"),
        milestone("2018-05", "Blueprint"),
        *(milestone(f"2019-0{month}", "Parcel") for month in range(1, 8)),
    ]
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("funding", []),
        ("fundng", ["no “fundng” in the record; showing “funding”"]),
        ("zebra", [f"no “zebra” in the record; {EXTENT}"]),
        ("medcine", [f"no “medcine” in the record; {EXTENT}"]),
        ("lunding", [f"no “lunding” in the record; it has “funding”; {EXTENT}"]),
        ("funding blueprint", [f"no milestone matches; {EXTENT}"]),
        ("zebra blueprint", [f"no “zebra” in the record; {EXTENT}"]),
        ("zebra lion", [f"no “zebra” or “lion” in the record; {EXTENT}"]),
        ("fundng blueprint",
         ["no “fundng” in the record; showing “funding”",
          f"no milestone matches; {EXTENT}"]),
        ("zebra OR parcel", ["no “zebra” in the record"]),
        ("q1 q2 q3 q4 q5 q6 q7",
         [f"no “q1” or “q2” or “q3” or “q4” or “q5” in the record; {EXTENT}"]),
    ],
)  # fmt: skip
def test_of_a_search(query: str, expected: list[str]) -> None:
    """A search says which words it does not know, and why it found nothing, in a few lines."""
    assert search_notes(SEARCHED, query) == expected


def test_of_a_search_in_another_period() -> None:
    """A search that has its matches at other times only says when, but no more than five."""
    begin = "from 1 January 2022: no milestone matches; at other times"
    assert search_notes(SEARCHED, "blueprint", "2022") == [f"{begin} 2018-05"]
    assert search_notes(SEARCHED, "parcel", "2022") == [
        f"{begin} 2019-01, 2019-02, 2019-03, 2019-04, 2019-05, …"
    ]
    assert search_notes(SEARCHED, "parcel", "2019-06") == []


def test_of_words_that_could_steer_a_terminal() -> None:
    """Words of the query are repeated without the controls and overrides beside them."""
    said = search_notes(SEARCHED, "zebra\u202ex \x1b[31mred \udcff")
    assert said == [f"no “zebra” or “x” or “31mred” in the record; {EXTENT}"]


def test_of_names() -> None:
    """A name under which nothing was typed, but something found, is told with what was typed."""
    record = Timeline([milestone("2021-09", "Legislative Council approves")])
    assert list(notes.for_names(record.search("LegCo"))) == ["LegCo: also “Legislative Council”"]
    assert list(notes.for_names(record.search("approves"))) == []
    assert list(notes.for_names(record.search('"Legislative Council"'))) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("legco -funding", ["NOT and - leave nothing out: every word has to match"]),
        ("NOT funding", ["NOT and - leave nothing out: every word has to match"]),
        ("hong-kong - 2021 -1", []),
        ("funding or blueprint", ["between alternatives write OR, in capitals"]),
    ],
)
def test_of_what_a_query_cannot_do(query: str, expected: list[str]) -> None:
    """Who tries to leave words out, or writes `or` in vain, is told that it does nothing."""
    assert list(notes.for_grammar(query, SEARCHED.search(query))) == expected


def test_of_an_or_that_is_not_missed() -> None:
    """Where something was found, a small `or` is a word like any other."""
    assert list(notes.for_grammar("funding or not", SEARCHED.search("funding or not"))) == []
