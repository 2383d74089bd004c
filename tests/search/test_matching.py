"""Which milestones a query finds: the algebra of its operators."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline import Timeline

Find = Callable[..., str]
WORDS = st.sampled_from(
    ["funding", "legco", "2021", "GBA", '"main works"', "bio*", "data", "talent", "airport", "sep"]
)


def dates(find: Find, query: str) -> set[str]:
    """Return the dates that a query finds."""
    return set(find(query).split())


@given(WORDS, WORDS)
def test_or_is_the_union(find: Find, one: str, other: str) -> None:
    """OR finds what either side does, in any order."""
    both = dates(find, one) | dates(find, other)
    assert dates(find, f"{one} OR {other}") == dates(find, f"({other}) OR ({one})") == both


@given(WORDS)
def test_not_is_the_complement(find: Find, record: Timeline, word: str) -> None:
    """NOT and a minus sign find all the rest, and twice the same as not at all."""
    rest = {milestone.when for milestone in record} - dates(find, word)
    assert dates(find, f"NOT {word}") == dates(find, f"-{word}") == rest
    assert dates(find, f"NOT NOT {word}") == dates(find, word)


@given(WORDS, WORDS, WORDS)
def test_brackets_group(find: Find, one: str, other: str, third: str) -> None:
    """What is in brackets is found before it is combined with the rest."""
    either = dates(find, one) | dates(find, other)
    assert dates(find, f"({one} OR {other}) {third}") == either & dates(find, third)
    assert dates(find, f"-({one} OR {other}) {third}") == dates(find, third) - either


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("legco AND funding", "2018-05 2021-01 2021-02"),
        ("legco NOT 2021", "2018-05 2020-11"),
        ("legco -budget -2021", "2018-05 2020-11"),
        ("(ambulance OR logistics) 2023", "2023-10"),
        ("ambulance OR logistics 2023", "2021-01 2023-10"),
        ("airport OR superstructure", "2017-10-03"),
        ("funding NOT airport", "2018-05 2021-01 2021-02"),
        ("the OR superstructure", "2017-10-03"),
        ("legco NOT the funding", "2020-11"),
        ("legco -the funding", "2020-11"),
        # The newest of what the rest finds.
        ("latest", "2023-10"),
        ("latest policy address", "2023-10"),
        ("latest legco", "2021-02"),
        ("legco (latest OR 2018)", "2018-05"),
        ("latest september 2021", "2021-09 2021-09-06"),
        ("latest airport", ""),
        # A light word is left out where the others single out a few, and only there.
        ("superstructure finally", "2017-10-03"),
        # Days that a month may contain.
        ("funding since 2021-01-15", "2021-01 2021-02"),
        ("funding before 2021", "2018-05"),
    ],
)
def test_operators_in_the_record(query: str, found: str, find: Find) -> None:
    """Each operator does what everybody knows, with what they know of precedence."""
    assert find(query) == found


def test_phrases_and_names(timeline_of: Callable[..., Timeline], find: Find) -> None:
    """A quoted name is read as the name only where the wording itself is nowhere."""
    verbatim = timeline_of("The GBA", "The Greater Bay Area")
    assert find('"GBA"', verbatim) == "2001-06"
    assert find("GBA", verbatim) == "2001-06 2002-06"
    assert find('"大灣區"', verbatim) == "2001-06 2002-06"
    assert find('"Zebra Bay Area"', verbatim) == ""


def test_an_empty_timeline(find: Find) -> None:
    """There is nothing to find in no milestones, and nothing newest either."""
    for query in ("loop", "NOT loop", "latest", "2021", '"the loop" OR bio*', "is it big?"):
        assert find(query, Timeline([])) == ""
