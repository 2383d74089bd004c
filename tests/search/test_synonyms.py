"""Other names and words for the same thing."""

import json

import pytest

from loopline.search import synonyms
from loopline.search.analysis import tokenize
from loopline.search.synonyms import SynonymMap, asking_words, everyday_words, glossary

FILE = """[
  ["Park", "Science Park", "SP", "科學園"],
  ["Park Company", "Science Park"],
  ["R&D", "Hong Kong’s", "A to Z", "雲", "雲端"]
]
"""
PARK = ("Park", "Science Park", "SP", "科學園")
COMPANY = ("Park Company", "Science Park")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> SynonymMap:
    """A map of three groups of names."""
    monkeypatch.setattr(synonyms, "read_package_data", lambda _: FILE.encode())
    return SynonymMap("own.json", json.loads)


def find(names: SynonymMap, text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the names at the beginning of a text, the longest one first."""
    tokens = [token for token in tokenize(text) if not token.is_stop_word]
    return list(names.find(tokens, 0))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("science parks", [(2, (*PARK, "Park Company"))]),
        ("Parks", [(1, PARK)]),
        ("sp", [(1, PARK)]),
        ("科学园区", [(3, PARK)]),
        ("科學", []),
        ("科", []),
        ("park company of 2021", [(2, COMPANY), (1, PARK)]),
        ("science", []),
        ("car park", []),
        ("parrot", []),
        ("Hong Kong", [(2, ("R&D", "Hong Kong’s", "A to Z", "雲", "雲端"))]),
    ],
)
def test_names_are_found_at_a_position(
    text: str, found: list[tuple[int, tuple[str, ...]]], names: SynonymMap
) -> None:
    """A name is found in any inflection and script, the longest first, with all that it means.

    Whatever was looked up before, the answer is the same.
    """
    for _ in range(2):
        assert find(names, text)[: len(found) or None] == found
        assert find(names, "park zebra 云") == [(1, PARK)]


def test_names_of_one_character(names: SynonymMap) -> None:
    """A Chinese name may be the beginning of another one, and end the query or not."""
    for text, lengths in {
        "雲": [1],
        "雲 端": [2, 1],
        "云母": [1],
        "雲端": [2, 1],
        "雲a": [1],
    }.items():
        assert [match[0] for match in find(names, text)] == lengths


def test_the_inflection_of_a_name_can_be_told(names: SynonymMap) -> None:
    """The form that is in the data is told from other inflections of it."""
    assert find(names, "parks")
    assert names.has_form(list(tokenize("park")))
    assert not names.has_form(list(tokenize("parks")))


def test_the_words_of_names(names: SynonymMap) -> None:
    """All words in English names are known, single letters apart."""
    assert names.words == {"park", "science", "sp", "company", "hong", "kong", "to"}


def test_the_data_files() -> None:
    """Names have all names of the thing, everyday words those of the record, others none."""
    assert "Legislative Council" in dict(find(glossary(), "立法会"))[3]
    assert "Blueprint" in dict(find(everyday_words(), "roadmaps"))[1]
    assert dict(find(asking_words(), "tell"))[1] == ()
