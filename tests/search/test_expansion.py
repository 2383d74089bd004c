"""The terms that the words of a query stand for."""

import pytest

from loopline import Timeline
from loopline.search.expansion import Expander, QueryTerm
from loopline.search.index import Index
from loopline.search.lexicon import Lexicon
from loopline.search.segmentation import Segmenter
from loopline.search.syntax import Phrase, Prefix, Text, parse_query


@pytest.fixture(scope="module")
def expander(record: Timeline) -> Expander:
    """What turns keywords into terms of the record."""
    lexicon = Lexicon(Index(record))
    return Expander(lexicon, Segmenter(lexicon, is_question=False, is_loose=False))


def terms_of(query: str, expander: Expander) -> list[QueryTerm]:
    """Return the terms of a query of plain words."""
    clause = parse_query(query)
    assert isinstance(clause, Text)
    return expander.expand_text(clause)


@pytest.mark.parametrize(
    ("query", "typed", "phrases"),
    [
        ("Funding of it", "Funding", {("fund",)}),
        ("blue print", "blue print", {("blueprint",)}),
        ("five-year", "five-year", {("5", "year")}),
        ("techno-poles", "techno-poles", {("technopol",)}),
        ("87hectares", "87hectares", {("87", "hectar")}),
        ("landparcels", "landparcels", {("land", "parcel")}),
        ("airport", "airport", set()),
        ("機場跑道", "機場跑道", set()),
    ],
)
def test_words_and_compounds(
    query: str, typed: str, phrases: set[tuple[str, ...]], expander: Expander
) -> None:
    """A term has the phrases of the record by which it is met, and how it was typed."""
    (term,) = terms_of(query, expander)
    assert term.text == typed
    assert term.phrases == frozenset(phrases)
    assert term.can_match is bool(phrases)


@pytest.mark.parametrize(("query", "is_light"), [("進展", True), ("此該", True), ("機場", False)])
def test_ordinary_chinese_words(query: str, is_light: bool, expander: Expander) -> None:
    """A Chinese word may be left out if it, or each of its characters, is an ordinary one."""
    (term,) = terms_of(query, expander)
    assert term.is_light is is_light


def test_names(expander: Expander) -> None:
    """A name has its other names, and the words of a short one may be apart."""
    (term,) = terms_of("the Legislative Councils", expander)
    assert {("legco",), ("legisl", "council")} <= term.phrases
    assert [word.text for word in term.words] == ["Legislative", "Councils"]
    assert term.is_name
    (panel,) = terms_of("LegCo Panel on Commerce and Industry", expander)
    assert len(panel.words) == 4
    (long,) = terms_of("Hong Kong-Shenzhen Innovation and Technology Park Limited", expander)
    assert ("hsitpl",) in long.phrases
    assert long.words == ()
    (lost,) = terms_of("Macau Government", expander)[:1]
    assert lost.words == ()


def test_everyday_words(expander: Expander) -> None:
    """The words of what is said otherwise may be apart, but not a thing and its number."""
    (stage,) = terms_of("stage 1", expander)
    assert ("batch", "1") in stage.phrases
    assert stage.words == ()
    (apart,) = terms_of("jointly founded", expander)[1:] or terms_of("team up", expander)
    assert not apart.is_name


def test_dates(expander: Expander) -> None:
    """A date is that of the milestone, or one in a text as it was typed."""
    (year,) = terms_of("in 2021", expander)
    assert ("2021",) in year.phrases
    assert year.date is not None
    (later,) = terms_of("after 2021", expander)
    assert later.phrases == set()
    assert later.can_match
    (newest,) = terms_of("latest", expander)
    assert newest.date == "newest"
    assert newest.can_match


def test_what_was_corrected_stays_known(expander: Expander) -> None:
    """A term can tell by which word it replaced a misspelt one."""
    clause = parse_query("fundng")
    assert isinstance(clause, Text)
    token = clause.tokens[0]._replace(folded="funding", typed="fundng")
    (term,) = expander.expand_text(clause._replace(tokens=(token,)))
    assert (term.text, term.corrections) == ("fundng", (("fundng", "funding"),))


def test_a_repeated_word_is_one_term(expander: Expander) -> None:
    """Repeating a word asks for nothing more."""
    assert len(terms_of("funding funding", expander)) == 1


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ('"blue print"', {("blueprint",)}),
        ('"co operation area"', {("cooper", "area")}),
        ('"development plan"', {("develop", "plan")}),
        ('"plan development"', set()),
        ('"important airport"', set()),
        ('"the of"', set()),
        ('"GBA hub"', set()),
    ],
)
def test_phrases(query: str, phrases: set[tuple[str, ...]], expander: Expander) -> None:
    """Quoted words are adjacent, and two of them may be written as one."""
    clause = parse_query(query)
    assert isinstance(clause, Phrase)
    (term,) = expander.expand_phrase(clause)
    assert term.phrases == frozenset(phrases)
    assert term.words == ()


def test_a_phrase_that_no_text_has(expander: Expander) -> None:
    """It is read as the name that it is or, in Chinese, as the words that it consists of."""
    name, words = parse_query('"legislature"'), parse_query("「施政報告橋頭堡」")
    assert isinstance(name, Phrase)
    assert isinstance(words, Phrase)
    (term,) = expander.expand_phrase(name)
    assert ("legco",) in term.phrases
    assert [term.text for term in expander.expand_phrase(words)] == ["施政報告", "橋頭堡"]


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("biomed*", {("biomedicin",)}),
        ('"main wor*"', {("main", "work")}),
        ("zebra*", set()),
        ("Co-oper*", {("cooper",)}),
    ],
)
def test_beginnings(query: str, phrases: set[tuple[str, ...]], expander: Expander) -> None:
    """A beginning stands for all words of the record that begin so."""
    clause = parse_query(query)
    assert isinstance(clause, Prefix)
    assert expander.expand_prefix(clause).phrases == frozenset(phrases)
