"""Which word of the record was meant, and which words are meant as they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loopline
from loopline.search.slips import nearest, split
from loopline.search.vocabulary import Vocabulary

WORDS = Vocabulary(loopline.load()).keys
LONG_WORDS = sorted(word for word in WORDS if len(word) > 5 and word.isascii() and word.isalpha())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # left out, put in twice, swapped, typed for its neighbour or for what it sounds like
        ("fundng", "funding"),
        ("adress", "address"),
        ("addresss", "address"),
        ("innnovation", "innovation"),
        ("technoploe", "technopole"),
        ("hetoa", "hetao"),
        ("trail", "trial"),
        ("fundinf", "funding"),
        ("ambulence", "ambulance"),
        ("consultent", "consultant"),
        ("secretery", "secretary"),
        ("shenzen", "shenzhen"),
        ("shengzhen", "shenzhen"),
        ("legko", "legco"),
        # two slips, in a long word
        ("infrastucure", "infrastructure"),
        ("accomodationns", "accommodations"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    """One slip in a word, or two in a long one, leads to the word that was meant."""
    assert nearest(typed, WORDS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        # true words, which no slip makes of what is in the record
        "airport",
        "judicial",
        "review",
        "nuclear",
        "hospital",
        "police",
        "community",
        "internet",
        "contrast",
        "medical",
        "critical",
        "conversation",
        "station",
        "wealth",
        "lamb",
        # too short, too long, or with a digit
        "hubb",
        "zon",
        "f" * 41,
        "legc0",
        "20221",
        # another first letter, and another script
        "punding",
        "fündng",
        "立法會議員",
        # two slips in a short word
        "fndng",
        "",
    ],
)
def test_in_doubt_nothing_is_mended(typed: str) -> None:
    """A word that may be meant as it is stays as it is."""
    known = [word for word in WORDS if word != typed]
    assert nearest(typed, known) is None


def test_a_common_word_is_never_what_was_meant() -> None:
    """A slip does not lead to a word that need not match."""
    assert nearest("wheree", ["where", "there"]) is None


def test_of_several_words_the_one_of_like_length_is_meant() -> None:
    """The choice does not depend on the order of the words in the record."""
    words = ["planning", "paning", "panning"]
    assert nearest("pannin", words) == nearest("pannin", reversed(words)) == "panning"
    assert nearest("sevver", ["sever", "server"]) == nearest("sevver", ["server", "sever"])


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(LONG_WORDS), st.data())
def test_a_letter_left_out_or_swapped_never_hides_a_long_word(
    word: str, data: st.DataObject
) -> None:
    """Whichever letter but the first is missing or out of place, a word is found."""
    place = data.draw(st.integers(1, len(word) - 2))
    missing = word[:place] + word[place + 1 :]
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert nearest(missing, WORDS) is not None
    assert nearest(swapped, WORDS) is not None


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("firestation", ["fire", "station"]),
        ("policyaddress", ["policy", "address"]),
        ("santintechnopole", ["san", "tin", "technopole"]),
        ("station", ["station"]),
        ("airportstation", None),
        ("hubx", None),
        ("", None),
        ("hub" * 14, None),
    ],
)
def test_words_run_together_are_parted(typed: str, parts: list[str] | None) -> None:
    """Words of the record without the space between them are those words, and nothing else."""
    known = {"fire", "station", "policy", "address", "san", "tin", "technopole", "hub", "x"}
    assert split(typed, known.__contains__) == parts


def test_parting_a_word_that_can_be_cut_in_many_ways_stays_quick() -> None:
    """A word whose every beginning is known takes thousands of looks, not millions."""
    looks = 0

    def known(part: str) -> bool:
        nonlocal looks
        looks += 1
        return looks <= 5_000 and set(part) == {"a"}

    assert split("a" * 30 + "b", known) is None
    assert looks <= 5_000
