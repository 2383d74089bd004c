"""What the parts of a query stand for in a record."""

from collections.abc import Iterator
from datetime import date

import pytest

from loopline.models import Milestone
from loopline.search.glossary import Glossary
from loopline.search.query import parse
from loopline.search.reading import terms_of
from loopline.search.terms import DatePart, Term
from loopline.search.vocabulary import Vocabulary
from loopline.search.words import Keys

TEXT = (
    "HKSAR Government and HSITPL set up the cross-border Healthtech Park of Batch 1A and "
    "Building 1 for HK$10 billion in the five-year plan, near the mainland, with infrastructure; "
    "LegCo approved funding in 2024."
)
RECORD = [Milestone(date(2021, 9, 6), "day", "A title of this one", (TEXT,))]
VOCABULARY = Vocabulary(RECORD)


def terms(query: str) -> Iterator[Term]:
    """The terms of the first alternative of a query."""
    parts = parse(query)[0]
    glossary = Glossary(token for part in parts for token in part.tokens)
    for part in parts:
        yield from terms_of(part, VOCABULARY, glossary)


def sequences(query: str) -> list[set[Keys]]:
    """For each term of a query, the sequences of keys that match it."""
    return [set(term.sequences) for term in terms(query)]


def dates(query: str) -> list[DatePart | None]:
    """For each term of a query, the date that matches it."""
    return [term.date for term in terms(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # plain words, and common ones, which stand for nothing
        ("park approval", [{("park",)}, {("approv",)}]),
        ("which park is it", [{("park",)}]),
        ("airport", [set()]),
        # compounds, however they are written
        ("cross-border", [{("cross", "border")}]),
        ("cross border", [{("cross", "border")}]),
        ("5 year plan", [{("5", "year")}, {("plan",)}]),
        ("border cross", [{("border",)}, {("cross",)}]),
        ("health tech", [{("healthtech",)}, {("healthtech",)}]),
        ("main land", [{("mainland",)}, {("mainland",)}]),
        ("approvedfunding", [{("approv", "fund")}]),
        ("10bn", [{("10", "billion")}]),
        ("batch 1a", [{("batch", "1a")}]),
        ("batch first", [{("batch",)}, set()]),
        ("building one", [{("build", "1")}]),
        # phrases and beginnings
        ('"approved funding"', [{("approv", "fund")}]),
        ('"approved airport"', [set()]),
        ("fund*", [{("fund",)}]),
        ("p*", [{("park",), ("plan",)}]),
        ("cross-bord*", [{("cross", "border")}]),
        ("zebra*", [set()]),
    ],
)
def test_words_stand_for_what_is_in_the_record(query: str, expected: list[set[Keys]]) -> None:
    """Each term has the sequences of the record that match it, and only those."""
    assert sequences(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("2021", [DatePart(2021)]),
        ("2021-09", [DatePart(2021, 9)]),
        ("2021-9", [DatePart(2021, 9)]),
        ("2021/09", [DatePart(2021, 9)]),
        ("2021/9/6", [DatePart(2021, 9, 6)]),
        ("2021-09-06", [DatePart(2021, 9, 6)]),
        ("2021-13", [None]),
        ("2022-23", [None]),
        ("sep", [DatePart(month=9)]),
        ("Sept 2021", [DatePart(month=9), DatePart(2021)]),
        ("September 6, 2021", [DatePart(month=9), DatePart(day=6), DatePart(2021)]),
        ("6 sep", [DatePart(day=6), DatePart(month=9)]),
        ("6th of September", [None, DatePart(month=9)]),
        ("6th September", [DatePart(day=6), DatePart(month=9)]),
        ("2021年9月6日", [DatePart(2021), DatePart(month=9), DatePart(day=6)]),
        ("May", [DatePart(month=5)]),
        ("MAY 2021", [DatePart(month=5), DatePart(2021)]),
        ("may 2021", [DatePart(month=5), DatePart(2021)]),
        ("may park", [DatePart(month=5), None]),
        ("1999 park", [DatePart(1999), None]),
        ("6", [None]),
        ("99 sep", [DatePart(day=99), DatePart(month=9)]),
        ("123 sep", [None, DatePart(month=9)]),
        ("٣ sep", [DatePart(day=3), DatePart(month=9)]),
        ("٢٠٢١", [None]),
    ],
)
def test_dates_are_read_in_a_query(query: str, expected: list[DatePart | None]) -> None:
    """A year, a month, a day beside a month or a whole date is looked for as a date."""
    assert dates(query) == expected


def test_a_year_is_looked_for_in_the_text_as_well() -> None:
    """A milestone of another year that names the year matches too."""
    (year,) = terms("2024")
    assert year.sequences == {("2024",)}
    assert year.date == DatePart(2024)


@pytest.mark.parametrize(
    ("part", "fits"),
    [
        (DatePart(2021), True),
        (DatePart(2021, 9), True),
        (DatePart(2021, 9, 6), True),
        (DatePart(month=9), True),
        (DatePart(day=6), True),
        (DatePart(2020), False),
        (DatePart(2021, 8), False),
        (DatePart(2021, 9, 7), False),
    ],
)
def test_a_date_fits_a_milestone_of_that_time(part: DatePart, fits: bool) -> None:
    """Every part of the date that was typed has to agree."""
    assert part.fits(RECORD[0]) is fits


def test_no_day_fits_a_milestone_of_which_only_the_month_is_known() -> None:
    """What is dated to its month is not known to have happened on the first."""
    month = Milestone(date(2021, 9, 1), "month", "A title of this one", ("Text.",))
    assert DatePart(2021, 9).fits(month)
    assert not DatePart(2021, 9, 1).fits(month)


def test_a_name_stands_for_the_names_of_the_record() -> None:
    """Names in the query bring the other names of the thing that the record has."""
    legco, funding = terms("立法會 funding")
    assert (legco.typed, set(legco.sequences)) == ("立法會", {("legco",)})
    assert legco.thing is not None
    assert "Legislative Council" in legco.thing.names.values()
    assert set(funding.sequences) == {("fund",)}


def test_the_words_of_a_name_match_apart_too() -> None:
    """`HKSAR Government` is found by its name and by its two words anywhere."""
    (term,) = terms("HKSAR Government")
    assert ("hksar", "govern") in term.sequences
    assert [set(word.sequences) for word in term.apart] == [{("hksar",)}, {("govern",)}]


@pytest.mark.parametrize("query", ["HSITPL", "Hong Kong Government", "Govt"])
def test_a_name_of_one_word_or_of_unknown_ones_is_not_taken_apart(query: str) -> None:
    """Where the words apart would say less, or nothing, the name has to stand as it is."""
    (term,) = terms(query)
    assert term.apart == ()


@pytest.mark.parametrize(
    ("query", "typed", "instead"),
    [
        ("fundng", "fundng", "funding"),
        ("Mainlnad", "Mainlnad", "mainland"),
        ("infrastucture", "infrastucture", "infrastructure"),
        ("fundingon", "fundingon", None),
        ("airport", "airport", None),
        ("hub", "hub", None),
    ],
)
def test_a_slip_says_what_stands_in_for_it(query: str, typed: str, instead: str | None) -> None:
    """A word that is not in the record has the word that was meant instead, or none."""
    (term,) = terms(query)
    assert (term.typed, term.instead) == (typed, instead)
    assert term.is_known is (instead is not None)


def test_one_word_matches_whatever_stands_beside_it() -> None:
    """A term is a word if each of its sequences is a single key."""
    word, compound = terms("park cross-border")
    assert (word.is_word, compound.is_word) == (True, False)
