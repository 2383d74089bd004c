"""Which inflections and spellings of a word are one, in either of the two stemmers."""

import runpy
import sys
from collections.abc import Callable

import pytest

from loopline import Timeline
from loopline.resources import read_package_data
from loopline.search import stemming
from loopline.search.analysis import tokenize
from loopline.search.stemming import stem


@pytest.mark.parametrize(
    "words",
    [
        ["approve", "approved", "approves", "approval", "approving"],
        ["build", "building", "buildings"],
        ["laboratory", "laboratories"],
        ["internationalised", "internationalized", "internationalise"],
        ["analyse", "analyze", "analysing"],
        ["centre", "center", "centres", "centers"],
        ["harbour", "harbor", "harbours"],
        ["colour", "color", "coloured"],
        ["catalogue", "catalog"],
        ["programme", "program", "programmes"],
        ["licence", "license"],
        ["surveyor", "surveying", "surveyors"],
        ["contractor", "contractors", "contract"],
        ["designate", "designated"],
        ["important", "importance"],
    ],
)
def test_forms_of_one_word(words: list[str]) -> None:
    """Inflections, close derivations, and British and American spellings have one stem."""
    assert {word: stem(word) for word in words} == dict.fromkeys(words, stem(words[0]))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("carry", "carrie"),
        ("carrying", "carrie"),
        ("designated", "design"),
        ("important", "import"),
        ("most", "mostly"),
        ("our", "or"),
        ("hour", "hor"),
        ("rise", "rize"),
        ("lamb", "lam"),
        ("parking", "park"),
        ("busy", "business"),
        ("concert", "concerted"),
    ],
)
def test_words_that_look_alike(word: str, other: str) -> None:
    """A word that merely looks like the inflection of another one has a stem of its own."""
    assert stem(word) != stem(other)


@pytest.fixture
def stem_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Callable[[str], str]]:
    """Load the module anew with one stemmer, and skip the test where that is not installed."""

    def stem_by(stemmer: str) -> Callable[[str], str]:
        pytest.importorskip(stemmer)
        for other in {"Stemmer", "snowballstemmer"} - {stemmer}:
            monkeypatch.setitem(sys.modules, other, None)
        stem: Callable[[str], str] = runpy.run_path(str(stemming.__file__))["stem"]
        monkeypatch.undo()
        return stem

    return stem_by


def test_both_stemmers_agree(
    record: Timeline, stem_by: Callable[[str], Callable[[str], str]]
) -> None:
    """The search finds the same with the stemmer in C and with that in Python.

    Compared are the stems of the record's words and of common English ones.
    """
    fast, slow = stem_by("Stemmer"), stem_by("snowballstemmer")
    words = set(read_package_data("english_words.txt").decode().split())
    for milestone in record:
        words |= {token.folded for text in milestone.texts for token in tokenize(text)}
    assert {word: stem for word in words if (stem := fast(word)) != slow(word)} == {}
