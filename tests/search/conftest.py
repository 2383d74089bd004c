"""What the tests of the search share: the frozen record, what a query finds, other timelines."""

import sys
from collections.abc import Callable, Iterator
from datetime import date

import pytest

import loopline
from loopline import Milestone, QueryError, Timeline

Find = Callable[..., str]


@pytest.fixture(scope="module")
def uncovered() -> Iterator[None]:
    """Leave coverage to `test_search.py`: thousands of searches would take twice as long.

    Stopping coverage itself does not help: in a worker of xdist, pytest-cov has two of them.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


@pytest.fixture(scope="session")
def record() -> Timeline:
    """The frozen record."""
    return loopline.load()


@pytest.fixture(scope="session")
def find(record: Timeline) -> Find:
    """Return what a query finds, in a timeline or the record: `find("legco 2018") == "2018-05"`.

    A query that is refused, as one with nothing to look for is, finds nothing.
    """

    def find(query: str, timeline: Timeline = record, *, exact: bool = False) -> str:
        try:
            return " ".join(m.when for m in timeline.search(query, exact=exact))
        except QueryError:
            return ""

    return find


@pytest.fixture(scope="session")
def timeline_of() -> Callable[..., Timeline]:
    """Make a timeline: `timeline_of("One text", "Another")`, of June 2001, June 2002 and so on."""

    def timeline_of(*texts: str) -> Timeline:
        return Timeline(
            Milestone(date(2000 + number, 6, 1), "month", f"№ {'x' * number}", (text,))
            for number, text in enumerate(texts, start=1)
        )

    return timeline_of
