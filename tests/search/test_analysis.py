"""How texts are cut into tokens, and which of them are the same term."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline.search.analysis import (
    STOP_WORDS,
    analyze,
    normalize,
    significant_terms,
    tokenize,
    tokenize_chunk,
)


@pytest.mark.parametrize(
    "forms",
    [
        ["LegCo", "legco", "LEGCO", "LegCo's", "LegCo’s", "LEGCO’S", "LEGCO'S", "Légco"],
        ["Café", unicodedata.normalize("NFD", "Café"), "cafe", "CAFÉ"],
        ["Co-operation", "CO-OPERATION", "cooperation", "co‑operation"],
        ["twenty-fifth", "Twenty-Fifth", "25th"],
        ["twenty-one", "21"],
        ["I&T", "i&t", "I&T’s"],
        ["HK$", "hk$", "$", "HKD", "hkd", "dollars"],
        ["HK$10 billion", "$10bn", "HKD 10bn", "hk$ ten billion"],
        ["US$10m", "us$ 10 million"],
        ["87 ha", "87ha", "87 hectares", "87-hectare"],
        ["10,000 people", "10000 people"],
        ["1.5 hectares", "1.5ha"],
        ["centre", "centers"],
        ["HSITP港府", "hsitp 港 府"],
        ["創科", "创科"],
        ["2021年", "2021 年"],
    ],
)
def test_forms_of_the_same_term(forms: list[str]) -> None:
    """Case, accents, punctuation, inflection, spelling and script make no other term."""
    assert {form: analyze(form) for form in forms} == dict.fromkeys(forms, analyze(forms[0]))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("US$10", ("us$", "10")),
        ("6/9/2021", ("6", "9", "2021")),
        ("batch 1A", ("batch", "1a")),
        ("14th", ("14th",)),
        ("fire_station", ("fire", "station")),
        ("C-suite", ("c", "suit")),
        ("Привет, мир", ("привет", "мир")),
        ("ʼ — ’ !", ()),
    ],
)
def test_terms_of_a_text(text: str, terms: tuple[str, ...]) -> None:
    """A text is cut at blanks and punctuation, and other currencies than Hong Kong's are told."""
    assert analyze(text) == terms


def test_a_hyphen_or_a_slash_joins_tokens() -> None:
    """What is joined is told from what stands apart, as a unit from the number before it is not."""
    joined = [(token.folded, token.after_hyphen) for token in tokenize("five-year 2022/23 - 87ha")]
    assert joined == [
        ("five", False),
        ("year", True),
        ("2022", False),
        ("23", True),
        ("87", False),
        ("hectare", True),
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [("the Loop is in it", ("loop",)), ("what is it", ("what", "is", "it")), ("", ())],
)
def test_stop_words_count_only_where_there_is_nothing_else(
    text: str, terms: tuple[str, ...]
) -> None:
    """A name keeps its terms, also one of stop words alone."""
    assert significant_terms(tokenize(text)) == terms


def test_stop_words_are_lower_case_words() -> None:
    """Each could be met in a text, in its folded form."""
    assert {next(tokenize(word)).folded for word in STOP_WORDS} == STOP_WORDS


def test_a_letter_is_no_unit() -> None:
    """A lone m is a letter, and mn a million; a unit after its number is always one."""
    assert (normalize("m"), normalize("mn")) == ("m", normalize("million"))
    assert analyze("10m") == analyze("10 million")


@given(st.text())
def test_tokens_lie_within_any_text(text: str) -> None:
    """Whatever the characters, tokens follow each other and have something to compare.

    A text without white space gives the same tokens on the faster way.
    """
    tokens = tuple(tokenize(text))
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.term
        assert token.folded
    for before, after in pairwise(tokens):
        assert before.end <= after.start or (before.start, before.end) == (after.start, after.end)
    for chunk in text.split():
        assert tokenize_chunk(chunk) == tuple(tokenize(chunk))


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_case_changes_no_term(text: str) -> None:
    """Capitals are the same terms, wherever a character has one capital and no more."""
    pairs = ((c, c.lower(), c.upper()) for c in text)
    plain = "".join(c for c, low, up in pairs if len(low) == len(up) == 1 and up.lower() == low)
    assert analyze(plain.upper()) == analyze(plain.lower())
