"""Where in a text the phrases of a query occur."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline.search.analysis import analyze
from loopline.search.highlighting import find_spans


@pytest.mark.parametrize(
    ("text", "phrases", "marked"),
    [
        ("LegCo approved funding", ["approve", "fund"], ["approved", "funding"]),
        ("LegCo approved funding", ["funding approved"], []),
        ("the Loop, Lok Ma Chau Loop", ["loop", "lok ma chau"], ["Loop", "Lok Ma Chau", "Loop"]),
        ("Hong Kong-Shenzhen", ["hong kong", "kong shenzhen"], ["Hong Kong-Shenzhen"]),
        ("87ha", ["hectare", "87"], ["87ha"]),
        ("立法會撥款", ["法会"], ["法會"]),
        ("HK$10 billion.", ["$10bn"], ["HK$10 billion"]),
        ("", ["loop"], []),
        ("Loop", [], []),
    ],
)
def test_what_is_marked(text: str, phrases: list[str], marked: list[str]) -> None:
    """Each occurrence is marked as it is written, what overlaps as one."""
    spans = find_spans(text, map(analyze, phrases))
    assert [text[start:end] for start, end in spans] == marked


@given(st.text(st.sampled_from("ab 1港會k$-’")), st.lists(st.text(st.sampled_from("ab 1港k"))))
def test_marks_are_sorted_and_apart(text: str, phrases: list[str]) -> None:
    """Marks lie within the text, in order, and neither overlap nor are empty."""
    spans = find_spans(text, [terms for phrase in phrases if (terms := analyze(phrase))])
    offsets = [offset for span in spans for offset in span]
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset <= len(text) for offset in offsets)
