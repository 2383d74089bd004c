"""What is in a record: its words, and the compounds that count as one."""

from datetime import date

import pytest

from loopline.models import Milestone
from loopline.search.vocabulary import Vocabulary

RECORD = [
    Milestone(date(2021, 1, 1), "month", "Cross-border works", ("The five-year (Plan) works.",)),
    Milestone(date(2022, 1, 1), "month", "Hong Kong-Shenzhen", ("87-hectare Loop; the loop’s",)),
]
VOCABULARY = Vocabulary(RECORD)


def test_it_has_every_word_with_its_key() -> None:
    """Titles and paragraphs give their words, folded, each with what it is compared by."""
    assert VOCABULARY.keys == {
        "cross": "cross",
        "border": "border",
        "works": "work",
        "the": "the",
        "five": "5",
        "year": "year",
        "plan": "plan",
        "hong": "hong",
        "kong": "kong",
        "shenzhen": "shenzhen",
        "87": "87",
        "hectare": "hectar",
        "loop": "loop",
    }


@pytest.mark.parametrize(
    ("keys", "known"),
    [
        ([], True),
        (["work"], True),
        (["work", "loop"], True),
        (["loop", "airport"], False),
        (["works"], False),
    ],
)
def test_it_knows_keys_of_words_in_the_record(keys: list[str], known: bool) -> None:
    """Keys are known only if all of them are in the record."""
    assert VOCABULARY.knows(keys) is known


def test_compounds_are_words_that_a_hyphen_makes_one() -> None:
    """A small letter or a number makes it one word; Hong Kong-Shenzhen stays two names."""
    assert VOCABULARY.compounds == {("cross", "border"), ("5", "year"), ("87", "hectare")}


def test_it_says_in_which_pieces_a_word_is() -> None:
    """The pieces are the text between white space, as they stand there."""
    assert VOCABULARY.pieces_with("loop") == {"Loop;", "loop’s"}
    assert VOCABULARY.pieces_with("work") == {"works", "works."}
    assert VOCABULARY.pieces_with("airport") == set()


def test_an_empty_record_has_no_words() -> None:
    """Nothing is known of no milestones."""
    empty = Vocabulary([])
    assert (empty.keys, empty.tokens, empty.compounds) == ({}, {}, set())
    assert not empty.knows(["the"])
