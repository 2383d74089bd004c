"""Does the search find the right set? Measured over labelled queries of every kind."""

import json
import runpy
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

import pytest

from loopline import Timeline

pytestmark = pytest.mark.usefixtures("uncovered")

SCORING = runpy.run_path(str(Path(__file__).with_name("scoring.py")))
CASES = SCORING["load_cases"]()
KEYWORDS = "word keyword inflection phrase spelling punctuation number date operator typo slip"
# The mean F1 that the contract promises, for kinds of queries that are counted together.
GOALS = {
    KEYWORDS: 0.98,
    "question": 0.9,
    "sentence": 0.9,
    "synonym": 0.9,
    "abbreviation alias": 0.95,
    "chinese mixed": 0.95,
    "nothing": 0.95,
}


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


@pytest.mark.parametrize("kinds", GOALS, ids=lambda kinds: kinds.split()[0])
def test_queries_of_a_kind_find_the_right_set(kinds: str, find: Callable[[str], str]) -> None:
    """The mean F1 over the labelled queries of each kind is what the contract promises."""
    cases = [case for case in CASES if case["kind"] in kinds.split()]
    found = {case["query"]: set(find(case["query"]).split()) for case in cases}
    scores = {case["query"]: SCORING["f1"](found[case["query"]], case) for case in cases}
    misses = [f"{query} -> {sorted(found[query])}" for query, score in scores.items() if score < 1]
    assert fmean(scores.values()) >= GOALS[kinds], "\n".join(misses)


def test_there_are_labelled_queries_of_every_kind() -> None:
    """The measure is broad: hundreds of different queries, a dozen or more of each kind."""
    counts = Counter(case["kind"] for case in CASES)
    assert counts.keys() == set(" ".join(GOALS).split())
    assert min(counts.values()) >= 12
    assert len({case["query"] for case in CASES}) == len(CASES) >= 800


def test_the_labels_are_dates_of_the_record(record: Timeline) -> None:
    """Each case has its four fields, and asks for milestones that exist."""
    dates = {milestone.when for milestone in record}
    for case in CASES:
        assert list(case) == ["query", "must", "may", "kind"]
        assert {*case["must"], *case["may"]} <= dates


def test_there_is_one_case_a_line() -> None:
    """A changed label is one changed line."""
    lines = ["[", *(f"  {json.dumps(case, ensure_ascii=False)}," for case in CASES)]
    text = "\n".join(lines)[:-1] + "\n]\n"
    assert SCORING["CASES_PATH"].read_text(encoding="utf-8") == text
