"""Which queries are questions."""

import pytest

from loopline.search.questions import is_question


@pytest.mark.parametrize(
    "query",
    [
        "who signed",
        "Legco funding?",
        "the loop, how big",
        "did the panel agree",
        "tell me about InnoLife",
        "  any news",
        "LATEST on the zone",
        "園區幾時開工",
        "立法会",
        "撥款？",
    ],
)
def test_questions(query: str) -> None:
    """A question asks, with a question mark, an asking word, a verb in front, or in Chinese."""
    assert is_question(query)


@pytest.mark.parametrize("query", ["legco funding", "somehow", "works did", "", "canary", "2021"])
def test_keywords(query: str) -> None:
    """Keywords do not ask."""
    assert not is_question(query)
