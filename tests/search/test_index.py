"""Which words some milestones have, and which milestones have a term."""

from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from loopline import Timeline
from loopline.resources import read_package_data
from loopline.search.analysis import analyze
from loopline.search.index import Index, find_positions

TEXTS = st.lists(st.text(st.sampled_from("abA 港會-&1’"), min_size=1), min_size=1, max_size=4)


def test_words_and_compounds(timeline_of: Callable[..., Timeline]) -> None:
    """Every word is known by its term; what a hyphen makes one word is told from two names."""
    index = Index(timeline_of("Cross-border Hong Kong-Shenzhen talks", "a 5-Year Plan"))
    assert {"cross", "border", "talks", "5"} <= index.words.keys()
    assert index.spellings("talk") == {"talks"}
    assert index.spellings("zebra") == set()
    assert ("cross", "border") in index.compounds
    assert ("5", "year") in index.compounds
    assert not index.has_han
    assert Index(timeline_of("a 港 b")).has_han
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


@given(st.sampled_from(read_package_data("english_words.txt").decode().split()))
@example("HKD")
@example("fifteenth")
@example("yrs")
@example("10k")
@example("Établi")
def test_every_word_finds_itself(timeline_of: Callable[..., Timeline], word: str) -> None:
    """However a word is compared, it is met where it stands, in capitals and in a phrase."""
    index = Index(timeline_of("Other text", f"of {word.upper()} words"))
    assert index.postings([analyze(word)]) == {1}
    assert index.postings([(*analyze(word), *analyze("words"))]) == {1}


def test_positions_of_a_phrase() -> None:
    """Every occurrence counts, those that overlap too."""
    assert list(find_positions(("a", "a"), ["a", "a", "a", "b", "a"])) == [0, 1]
    assert list(find_positions(("a", "b"), ["b"])) == []
