"""What is said beside an answer, word for word."""

from datetime import date

import pytest

from loopline import Milestone, Timeline
from loopline.cli import messages
from loopline.dates import parse_when, period_between
from loopline.timeline import SearchResult


def milestone(when: str, title: str = "It") -> Milestone:
    """Return a milestone of a day (`2021-09-06`) or a month (`2021-09`)."""
    day = date.fromisoformat(f"{when}-01" if len(when) == 7 else when)
    return Milestone(day, "month" if len(when) == 7 else "day", title, ("Text.",))


TIMELINE = Timeline([milestone("2018-05", "May"), milestone("2020-11-03", "November")], "own.json")
EMPTY = Timeline(())


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("2019", "The nearest are 2018-05 (May) and 2020-11-03 (November)."),
        ("1 Jun 2018", "The nearest are 2018-05 (May) and 2020-11-03 (November)."),
        ("2018-04", "The record goes from May 2018 to 3 November 2020."),
        ("2020-12", "The record goes from May 2018 to 3 November 2020."),
    ],
)
def test_empty_answer(when: str, reason: str) -> None:
    """An empty answer names its neighbours, or outside of the record what the record spans."""
    period = parse_when(when)
    message = f"No milestone is dated {period.describe()}. {reason}"
    assert messages.empty_message(EMPTY, TIMELINE, period) == message
    assert messages.month_only_message(TIMELINE, period, None) == message
    assert messages.empty_message(TIMELINE, TIMELINE, period) == ""


@pytest.mark.parametrize(
    ("timeline", "data", "message"),
    [
        (
            ["2018-05"],
            None,
            "2018-05 (It) is dated to its month only. Try 'loopline show 2018-05'.",
        ),
        (
            ["2018-05", "2018-05", "2018-05-03"],
            "my own.json",
            "2018-05 (It) and 2018-05 (It) are dated to their months only. "
            "Try 'loopline show 2018-05 --data \"my own.json\"'.",
        ),
    ],
)
def test_day_of_a_month(timeline: list[str], data: str | None, message: str) -> None:
    """Of a day on which something may have happened it is said what, and how to read it."""
    milestones = Timeline(map(milestone, timeline))
    assert messages.month_only_message(milestones, parse_when("2018-05-02"), data) == (
        f"No milestone is dated 2 May 2018, but {message}"
    )


def search(query: str, since: str | None = None) -> list[str]:
    """Return what is said of a search from a date on."""
    result, period = SEARCHED.search(query), period_between(since, None)
    return list(messages.search_messages(result, result.overlapping(period), period, query))


SEARCHED = Timeline(
    [
        milestone("2017-01-02", "New funding of biomedicine"),
        milestone("2018-05", "Blueprint"),
        *(milestone(f"2019-0{month}", "Parcel") for month in range(1, 8)),
    ],
    "own.json",
)


EXTENT = "The record goes from 2 January 2017 to July 2019."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("funding", []),
        ("fundng", ["“fundng” is not in the record; searched for “funding” instead."]),
        ("zebra", ["“zebra” is not in the record (own.json).", EXTENT]),
        ("zebra lion", ["“zebra” and “lion” are not in the record (own.json).", EXTENT]),
        (
            "zebra blueprint",
            [
                "“zebra” is not in the record (own.json).",
                "Without it: 2018-05 (Blueprint).",
            ],
        ),
        (
            "zebra parcel",
            [
                "“zebra” is not in the record (own.json).",
                "Without it: 2019-01 (Parcel), 2019-02 (Parcel), 2019-03 (Parcel) and 4 more.",
            ],
        ),
        ("zebra OR blueprint", ["“zebra” is not in the record (own.json)."]),
        (
            "funding blueprint",
            [
                "No milestone matches the whole query.",
                "Without “funding”: 2018-05 (Blueprint).",
                "Without “blueprint”: 2017-01-02 (New funding of biomedicine).",
            ],
        ),
        (
            "zebra or lion",
            [
                "“zebra” and “lion” are not in the record (own.json).",
                EXTENT,
                "The operator OR is written in capitals; “or” was ignored.",
            ],
        ),
        (
            "q1 q2 q3 q4 q5 q6 q7",
            ["“q1”, “q2”, “q3”, “q4”, “q5” and others are not in the record (own.json).", EXTENT],
        ),
        (
            "zebra\u202ex \x1b[31mred",
            ["“zebra”, “x” and “31mred” are not in the record (own.json).", EXTENT],
        ),
    ],
)
def test_search(query: str, expected: list[str]) -> None:
    """A search says in a few lines what it did not find and what it would find without it."""
    assert search(query) == expected


def test_search_in_another_period() -> None:
    """A search whose matches are outside the period says when they are, but at most five."""
    begin = "No match is dated from 1 January 2022. Outside that period:"
    assert search("blueprint", "2022") == [f"{begin} 2018-05."]
    assert search("parcel", "2022") == [f"{begin} 2019-01, 2019-02, 2019-03, 2019-04, 2019-05, …"]
    assert search("parcel", "2019-06") == []


@pytest.mark.parametrize(
    ("ignored", "message"),
    [
        (("big",), "The search left out “big”."),
        (("big", "vote"), "The search left out “big” and “vote”."),
    ],
)
def test_words_left_out(ignored: tuple[str, ...], message: str) -> None:
    """Words that a question could do without are named, once."""
    result = SEARCHED.search("blueprint")
    result.ignored = ignored
    period = period_between(None, None)
    assert list(messages.search_messages(result, result, period, "")) == [message]


def test_similar_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of the record that resemble an unknown one are named."""
    monkeypatch.setattr(SearchResult, "suggestions", lambda _, word: [f"{word}s", f"{word}ry"])
    assert search("zebra") == [
        "“zebra” is not in the record (own.json). Similar words in it: “zebras”, “zebrary”.",
        EXTENT,
    ]


def test_synonyms() -> None:
    """The name under which something was found, if not the one that was typed, is told."""
    timeline = Timeline([milestone("2021-09", "Legislative Council approves")])
    [message] = messages.synonym_messages(timeline.search("LegCo"))
    assert message.startswith("LegCo: matched as “Legislative Council”")
    assert list(messages.synonym_messages(timeline.search("approves"))) == []
