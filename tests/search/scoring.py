"""How good an answer to a query is: the measure that the test and the benchmark share."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any

Case = dict[str, Any]
CASES_PATH = Path(__file__).with_name("cases.json")


def load_cases() -> list[Case]:
    """Return the labelled queries, each with the dates that it must and may find, and its kind."""
    cases: list[Case] = json.loads(CASES_PATH.read_bytes())
    return cases


def f1(found: set[str], case: Case) -> float:
    """Return the F1 of the dates found: precision counts what neither must nor may be there."""
    must, wrong = set(case["must"]), found - {*case["must"], *case["may"]}
    if not must:
        return float(not wrong)
    right = len(found & must)
    # The harmonic mean of precision, right / (right + wrong), and recall, right / must.
    return 2 * right / (right + len(wrong) + len(must))


def mean_f1(search: Callable[[str], Iterable[str]], cases: Iterable[Case]) -> float:
    """Return the mean F1 over the cases of a search that gives the dates for a query."""
    return fmean(f1(set(search(case["query"])), case) for case in cases)
