"""What the tests of the search share: the frozen record, what a query finds, other timelines."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings

import loopline
from loopline import Milestone, QueryError, Timeline

Find = Callable[..., str]

# How long an example takes says more about the machine than about loopline, and a test that fails
# for one commit fails for it again.
settings.register_profile("loopline", deadline=None, derandomize=True)
settings.load_profile("loopline")


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
