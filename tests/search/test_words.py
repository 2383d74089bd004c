"""How a text is cut into words, and when two spellings are one word."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loopline.search.words import Token, key_of, tokens, words_of


def keys(text: str) -> list[str]:
    """What the words of a text are compared by."""
    return [token.key for token in tokens(text)]


def cut(text: str) -> list[str]:
    """The stretches of a text that are its words."""
    return [text[token.start : token.end] for token in tokens(text)]


@pytest.mark.parametrize(
    "spellings",
    [
        # inflection and close derivation
        "approve approves approved approving approval",
        "consultant consultants consultancy",
        "sign signs signed signing",
        "laboratory laboratories",
        "surveyor surveying survey",
        "contractor contract contracting",
        "strategy strategic strategies",
        "innovate innovation innovative",
        "commence commencing commencement",
        "announce announced announcement",
        # British and American
        "centre center centres centers",
        "theatre theater",
        "metre meter",
        "fibre fiber",
        "internationalised internationalized internationalise",
        "organisation organization",
        "analyse analyze",
        "labour labor",
        "neighbourhood neighborhood",
        "programme program programmes",
        "catalogue catalog",
        "licence license",
        "defence defense",
        "fulfil fulfill",
        # possessives, with every apostrophe
        "Kong Kong's Kong’s Kongʼs KONG",
        "peoples people's People’s",
        # accents, and letters that have more than one form
        "café Cafe cafe\u0301 CAFÉ",
        "Straße STRASSE",
        "ﬁne fine",
        "ＧＢＡ GBA",
        # numbers
        "10,000 10000",
        "five 5 FIVE",
        "fifth 5th",
        "twenty-five twentyfive 25",
        "twenty-fifth 25th",
        # a prefix and its hyphen, whichever it is
        "co-operation cooperation Co‑operation co‐operation",
        "re-opened reopened",
    ],
)
def test_spellings_of_one_word_are_the_same(spellings: str) -> None:
    """However a word is inflected, spelled and typed, it is compared as one word."""
    assert len({tuple(keys(spelling)) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("design", "designate"),
        ("import", "important"),
        ("policy", "police"),
        ("plan", "plane"),
        ("nation", "international"),
        ("community", "communist"),
        ("hour", "hor"),
        ("HSITP", "HSITPL"),
        ("I&T", "IT"),
        ("MOST", "most"),
        ("14th", "14"),
        ("1", "1A"),
        ("wet", "wetland"),
    ],
)
def test_words_that_only_resemble_each_other_stay_apart(one: str, other: str) -> None:
    """A word is not taken for another that happens to look like it."""
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \t\n - “”, …", []),
        ("Park (the Park).", ["Park", "the", "Park"]),
        ("Hong Kong-Shenzhen", ["Hong", "Kong", "Shenzhen"]),
        ("Chau/San Tin", ["Chau", "San", "Tin"]),
        ("the I&T Co-operation", ["the", "I&T", "Co-operation"]),
        ("Kong’s strengths", ["Kong’s", "strengths"]),
        ("HK$10 billion", ["HK$", "10", "billion"]),
        ("10,000 and 1.5", ["10,000", "and", "1.5"]),
        ("87-hectare", ["87", "hectare"]),
        ("‘One Zone, Two Parks’", ["One", "Zone", "Two", "Parks"]),
        ("snake_case", ["snake", "case"]),
        ("立法會 approved", ["立", "法", "會", "approved"]),
        ("InnoHK創新", ["InnoHK", "創", "新"]),
        ("2021年9月", ["2021", "年", "9", "月"]),
    ],
)
def test_words_are_cut_where_a_reader_cuts_them(text: str, words: list[str]) -> None:
    """Spaces and punctuation part words, and Chinese is cut character by character."""
    assert cut(text) == words


def test_a_unit_that_is_glued_to_its_number_is_a_word_of_its_own() -> None:
    """`10bn` is read as `10 billion`, and both words stand where `10bn` does."""
    assert list(tokens("10bn")) == [
        Token("10", "10", 0, 4, False),
        Token("billion", "billion", 0, 4, True),
    ]
    assert keys("87ha 3m 5yrs") == keys("87 hectare 3 million 5 year")


def test_an_amount_is_the_same_with_every_dollar() -> None:
    """`$`, `HK$` and `hk$` all stand for the word dollar."""
    assert keys("$10") == keys("HK$10") == keys("hk$10") == ["dollar", "10"]


def test_a_hyphen_ties_a_word_to_the_one_before() -> None:
    """A word says whether a hyphen stands directly before it."""
    assert [token.tied for token in tokens("five-year plan - a cross‑border one")] == [
        False,
        True,
        False,
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("word", ["the", "AND", "Of", "legco"])
def test_case_tells_words_apart_only_where_capitals_are_a_name(word: str) -> None:
    """A text that is all in capitals has the same words; MOST alone is a ministry."""
    assert keys(word.upper()) == keys(word.lower()) == keys(word)


texts = st.text(max_size=60) | st.text(
    alphabet="aé\u0301ßﬁ1.,-‑'’ʼ&$I\u200b立香 \u00a0①Ⅳ\u1100", max_size=30
)


@settings(deadline=None, max_examples=300)
@given(texts)
@example("ﬁ\u0301-co-’s")
@example("½ 1½ ²")
def test_the_words_of_any_text_lie_in_it_in_order(text: str) -> None:
    """Words lie within the text, none is empty, none comes before its neighbour."""
    found = list(tokens(text))
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.key
        assert token.folded
    for before, after in pairwise(found):
        assert before.end <= after.start or (before.start, before.end) == (after.start, after.end)


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(exclude_categories=("Z", "C")), max_size=20))
@example("HSITP")
@example("Kong’s")
def test_a_piece_of_text_has_the_words_that_a_text_of_it_has(piece: str) -> None:
    """The short cut for plain words gives what the long way gives."""
    assert words_of(piece) == tuple(tokens(piece))


@settings(deadline=None, max_examples=200)
@given(st.text("aeiouéàüñçßstn ", max_size=30))
def test_composed_and_decomposed_accents_are_the_same(text: str) -> None:
    """NFC and NFD of a text have the same words."""
    assert keys(unicodedata.normalize("NFC", text)) == keys(unicodedata.normalize("NFD", text))


def test_the_key_of_a_key_that_is_no_ascii_is_itself() -> None:
    """Words of other scripts are compared as they are."""
    assert key_of("привет") == "привет"
