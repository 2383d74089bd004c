"""Which word was meant by one that the record does not have."""

from collections.abc import Callable

import pytest

from loopline import Timeline
from loopline.search.analysis import tokenize
from loopline.search.index import Index
from loopline.search.spelling import break_word, is_english


@pytest.mark.parametrize(
    ("query", "corrections"),
    [
        # A letter missing, too many, wrong, or two transposed, the first ones included.
        ("fundng", {"fundng": "funding"}),
        ("fundinng", {"fundinng": "funding"}),
        ("fumding", {"fumding": "funding"}),
        ("fundign", {"fundign": "funding"}),
        ("ubdget", {"ubdget": "budget"}),
        ("Fundng ADRESS", {"Fundng": "funding", "ADRESS": "address"}),
        ("infastrucure", {"infastrucure": "infrastructure"}),
        # In a name of several words, and in another name for something.
        ("lok ma chua", {"chua": "chau"}),
        ("carrie lsm", {"lsm": "lam"}),
        ("legislatve council", {"legislatve": "legislative"}),
        ("legislaturre", {"legislaturre": "legislature"}),
        # A true word, only where its neighbour makes it a phrase of the record.
        ("clinical trail", {"trail": "trial"}),
        ("hiking trail", {}),
        ("fir station", {"fir": "fire"}),
        # In a month.
        ("ocotber 2023", {"ocotber": "october"}),
        # In a part of the query, also an excluded one, but not in quotes or in a beginning.
        ("fundng OR NOT bluprint", {"fundng": "funding", "bluprint": "blueprint"}),
        ('"fundng"', {}),
        ("fundg*", {}),
        # Words that are right, or too short or unlike to be others.
        ("legco funding", {}),
        ("airport", {}),
        ("wetland community hospital", {}),
        ("lamb", {}),
        ("lop", {}),
        ("zq", {}),
        ("fun3ing", {}),
        ("x" * 41, {}),
        ("funding surely", {}),
        ("santin", {}),
        ("基今", {}),
    ],
)
def test_corrections(query: str, corrections: dict[str, str], record: Timeline) -> None:
    """A slip is corrected to the record's word; a true word is no slip of another one."""
    told = record.search(query).corrections.items()
    assert {typed: meant.casefold() for typed, meant in told} == corrections


def test_corrections_are_told_as_the_texts_spell_them(record: Timeline) -> None:
    """A name keeps its capitals."""
    assert record.search("carrei lam").corrections == {"carrei": "Carrie"}


def test_every_single_slip_in_a_long_word_is_corrected(find: Callable[[str], str]) -> None:
    """Whichever letter of a word is left out, doubled or swapped with the next, it is found."""
    word = "promulgated"
    for place in range(1, len(word)):
        for slip in (
            word[:place] + word[place + 1 :],
            word[:place] + word[place - 1] + word[place:],
            word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
        ):
            assert (slip, find(slip)) == (slip, "2022-12")


def test_the_likeliest_word_is_taken(
    timeline_of: Callable[..., Timeline], find: Callable[[str, Timeline], str]
) -> None:
    """Transposed letters are likelier than a missing one, and that is likelier than a wrong one."""
    own = timeline_of("abcdfe", "abcde", "abcxef", "xbcdef", "quux quuz")
    assert find("abcdef", own) == "2001-06"
    assert find("quuxy", own) == "2005-06"
    assert find("quuxz", own) == "2005-06"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("santin", ("san", "tin")),
        ("landparcels", ("land", "parcel")),
        ("lokmachau", ("lok", "ma", "chau")),
        ("tinsan", None),
        ("land", None),
        ("landparcelsx", None),
        ("1087", None),
        ("x" * 41, None),
    ],
)
def test_words_that_were_run_together(
    word: str, parts: tuple[str, ...] | None, record: Timeline
) -> None:
    """A missing blank is found if the parts are adjacent in the record."""
    (token,) = tokenize(word)
    assert break_word(token, Index(record)) == parts


def test_common_english_words() -> None:
    """Common words are known in all their inflections, and nothing else is."""
    assert all(map(is_english, ["trail", "trails", "hospital", "airport"]))
    assert not any(map(is_english, ["trai", "fundng", "", "trail\ntrailer"]))
