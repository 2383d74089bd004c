"""Does the search find the right set? Measured over labelled queries of every kind."""

import json
import runpy
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import loopline

SCORING = runpy.run_path(str(Path(__file__).with_name("scoring.py")))
CASES = SCORING["labelled_cases"]()
KINDS = sorted({case["kind"] for case in CASES})
DATES = {milestone.when for milestone in loopline.load()}


def found_by_loopline(query: str) -> Iterator[str]:
    """The dates that loopline finds; none for a query that it refuses."""
    try:
        yield from (milestone.when for milestone in loopline.load().search(query))
    except loopline.QueryError:
        return


@pytest.mark.parametrize(
    ("found", "must", "may", "score"),
    [
        ({"a", "b"}, ["a", "b"], [], 1),
        ({"a"}, ["a", "b"], [], 2 / 3),
        ({"a", "b", "c"}, ["a"], ["b"], 2 / 3),
        ({"a", "b"}, ["a"], ["b"], 1),
        ({"c"}, ["a"], [], 0),
        (set(), ["a"], [], 0),
        (set(), [], [], 1),
        ({"a"}, [], [], 0),
        ({"a"}, [], ["a"], 1),
    ],
)
def test_the_score_is_f1(found: set[str], must: list[str], may: list[str], score: float) -> None:
    """What may be found does no harm; where nothing is to be found, any other find is a failure."""
    assert SCORING["f1"](found, {"must": must, "may": may}) == pytest.approx(score)


def test_queries_of_all_kinds_find_the_right_set() -> None:
    """The mean F1 over all labelled queries is 0.98 or more."""
    assert SCORING["mean_f1"](found_by_loopline, CASES) >= 0.98


@pytest.mark.parametrize("kind", KINDS)
def test_queries_of_one_kind_find_the_right_set(kind: str) -> None:
    """No kind of query pays for the others: each has a mean F1 of 0.9 or more."""
    cases = [case for case in CASES if case["kind"] == kind]
    assert SCORING["mean_f1"](found_by_loopline, cases) >= 0.9


def test_there_are_labelled_queries_of_every_kind() -> None:
    """The measure is broad: hundreds of different queries, a dozen or more of each kind."""
    assert len({case["query"] for case in CASES}) == len(CASES) >= 300
    assert min(Counter(case["kind"] for case in CASES).values()) >= 12


def test_the_labels_are_dates_of_the_record() -> None:
    """Each case has its four fields and asks for milestones that exist."""
    for case in CASES:
        assert list(case) == ["query", "must", "may", "kind"]
        assert {*case["must"], *case["may"]} <= DATES


def test_the_cases_of_the_designers_are_among_them() -> None:
    """The first 33 cases are the designers' own, unchanged.

    The digest is the SHA-256 of those 33, as one array of compact UTF-8 JSON.
    """
    given = json.dumps(CASES[:33], ensure_ascii=False, separators=(",", ":"))
    assert sha256(given.encode()).hexdigest() == (
        "f229d76b078eeb514461af59ce051fed5441729ae2d7d9758d7b01ba9febdc5a"
    )
