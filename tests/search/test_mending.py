"""Words of a query that are in the record, but spelled otherwise by whoever typed them."""

from datetime import date

import pytest

from loopline.models import Milestone
from loopline.search.glossary import Glossary, keys_of
from loopline.search.mending import mended, parted, run_together
from loopline.search.vocabulary import Vocabulary
from loopline.search.words import Keys, tokens

TEXT = "The Legislative Council voted on health tech and on a Healthtech hub in Hong Kong."
VOCABULARY = Vocabulary([Milestone(date(2021, 5, 4), "day", "Vote", (TEXT,))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("legislatve council", "legislative council"),
        ("the concil", "the council"),
        ("airport council", "airport council"),
        ("health tech", "health tech"),
        ("hongkong voted", "hongkong voted"),
    ],
)
def test_only_what_is_in_no_way_in_the_record_is_mended(typed: str, meant: str) -> None:
    """A slip becomes the word that was meant; what is right, or unknown, stays as it is."""
    words = tuple(tokens(typed))
    found = mended(words, VOCABULARY, Glossary(words))
    assert " ".join(token.folded for token in found) == meant


def test_a_mended_word_stands_where_the_slip_stood() -> None:
    """The place of a slip is kept, so that it can be told as it was typed."""
    words = tuple(tokens("a Concil"))
    slip = mended(words, VOCABULARY, Glossary(words))[1]
    assert (slip.key, slip.start, slip.end) == ("council", 2, 8)


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, {("healthtech",)}), (1, {("healthtech",)}), (2, set())],
)
def test_a_word_and_its_neighbour_make_one(place: int, expected: set[Keys]) -> None:
    """Two words are one of the record's where that has them run together."""
    words = tuple(tokens("health tech council"))
    assert run_together(place, words, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("hongkong", ("hong", "kong")), ("kongvoted", None), ("airport", None)],
)
def test_run_together_words_are_parted_if_they_stand_together(
    typed: str, expected: Keys | None
) -> None:
    """A word is parted only into words that follow each other somewhere in the record."""
    (token,) = tokens(typed)
    assert parted(token, VOCABULARY) == expected
    assert keys_of("hong kong") == ("hong", "kong")
