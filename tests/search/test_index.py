"""Which words some milestones have, and which milestones have a term."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from loopline import Timeline
from loopline.search.analysis import analyze
from loopline.search.index import Index, find_positions

TEXTS = st.lists(st.text(st.sampled_from("abA 港會-&1’"), min_size=1), min_size=1, max_size=4)


def test_words_and_compounds(timeline_of: Callable[..., Timeline]) -> None:
    """Every word is known by its term; what a hyphen makes one word is told from two names."""
    index = Index(timeline_of("Cross-border Hong Kong-Shenzhen talks", "a 5-Year Plan"))
    assert index.terms["talks"] == "talk"
    assert ("cross", "border") in index.compounds
    assert ("5", "year") in index.compounds
    assert ("kong", "shenzhen") not in index.compounds
    assert index.has_terms(["talk", "plan"])
    assert not index.has_terms(["talk", "zebra"])
    assert index.has_phrase(("hong", "kong", "shenzhen"))
    assert not index.has_phrase(("border", "talk"))


def test_postings_of_nothing(timeline_of: Callable[..., Timeline]) -> None:
    """No phrase, an unknown one, or an empty timeline finds nothing."""
    assert Index(timeline_of("Text")).postings([]) == set()
    assert Index(timeline_of("Text")).postings([("zebra",)]) == set()
    assert Index(timeline_of()).postings([("text",)]) == set()


@given(TEXTS, st.lists(st.text(st.sampled_from("ab 港會1"), min_size=1), max_size=3))
def test_postings_are_those_of_a_plain_search(
    timeline_of: Callable[..., Timeline], texts: list[str], phrases: list[str]
) -> None:
    """The index, with all its shortcuts, finds what comparing every term of every text does."""
    wanted = [terms for phrase in phrases if (terms := analyze(phrase))]
    plain = {
        position
        for position, text in enumerate(texts)
        if any(True for phrase in wanted for _ in find_positions(phrase, analyze(text)))
    }
    assert Index(timeline_of(*texts)).postings(wanted) == plain


def test_positions_of_a_phrase() -> None:
    """Every occurrence counts, those that overlap too."""
    assert list(find_positions(("a", "a"), ["a", "a", "a", "b", "a"])) == [0, 1]
    assert list(find_positions(("a", "b"), ["b"])) == []
