"""Other names and words for the same thing."""

import pytest

from loopline.search.analysis import tokenize
from loopline.search.synonyms import SynonymMap, asking_words, everyday_words, glossary

NAMES = SynonymMap(
    [
        (["Park", "Science Park", "SP", "科學園"], ["Park", "Science Park"]),
        (["Park Company", "Science Park"], ["Park Company"]),
    ]
)


def find(synonyms: SynonymMap, text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the names at the beginning of a text, the longest one first."""
    tokens = [token for token in tokenize(text) if not token.is_stop_word]
    return sorted(synonyms.find(tokens, 0), reverse=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("science parks", [(2, ("Park", "Science Park", "Park Company"))]),
        ("Parks", [(1, ("Park", "Science Park"))]),
        ("sp", [(1, ("Park", "Science Park"))]),
        ("科学园区", [(3, ("Park", "Science Park"))]),
        ("科學", []),
        ("park company of 2021", [(2, ("Park Company",)), (1, ("Park", "Science Park"))]),
        ("science", []),
        ("car park", []),
    ],
)
def test_names_are_found_at_a_position(text: str, found: list[tuple[int, tuple[str, ...]]]) -> None:
    """A name is found in any inflection and script, with what all groups know of it."""
    assert find(NAMES, text) == found


def test_the_inflection_of_a_name_can_be_told() -> None:
    """The form that is in the data is told from other inflections of it."""
    assert find(NAMES, "parks")
    assert NAMES.has_form(list(tokenize("park")))
    assert not NAMES.has_form(list(tokenize("parks")))


def test_the_words_of_names() -> None:
    """All words in English names are known, single letters apart."""
    assert SynonymMap([(["R&D", "Hong Kong’s", "Batch 1", "A to Z"], [])]).words == {"batch", "to"}
    assert NAMES.words == {"park", "science", "sp", "company"}


def test_the_data_files() -> None:
    """Names have all names of the thing, everyday words those of the record, others none."""
    assert "Legislative Council" in dict(find(glossary(), "立法会"))[3]
    assert "Blueprint" in dict(find(everyday_words(), "roadmap"))[1]
    assert dict(find(asking_words(), "tell"))[1] == ()
