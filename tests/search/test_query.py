"""The grammar of a query: words, phrases, OR, beginnings, and harmless punctuation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.errors import QueryError
from loopline.search.query import Beginning, Phrase, Words, parse


def shape(query: str) -> list[list[tuple[str, str]]]:
    """The alternatives of a query as pairs: the kind of each part, and its words."""
    return [
        [(type(part).__name__, " ".join(token.folded for token in part.tokens)) for part in parts]
        for parts in parse(query)
    ]


def words(text: str) -> tuple[str, str]:
    """A part of plain words."""
    return (Words.__name__, text)


def phrase(text: str) -> tuple[str, str]:
    """A part that is a phrase."""
    return (Phrase.__name__, text)


def beginning(text: str) -> tuple[str, str]:
    """A part that is a beginning."""
    return (Beginning.__name__, text)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("legco", [[words("legco")]]),
        ("  LegCo \t funding\n", [[words("legco funding")]]),
        ('"development plan"', [[phrase("development plan")]]),
        ("“development plan”", [[phrase("development plan")]]),
        ("„development plan“", [[phrase("development plan")]]),
        ("＂development plan＂", [[phrase("development plan")]]),
        (
            'legco "site formation" 2018',
            [[words("legco"), phrase("site formation"), words("2018")]],
        ),
        ('a"b"c', [[words("a"), phrase("b"), words("c")]]),
        ("budget OR blueprint", [[words("budget")], [words("blueprint")]]),
        (
            "carrie lam OR john lee OR xi",
            [[words("carrie lam")], [words("john lee")], [words("xi")]],
        ),
        ('"main works" OR bio*', [[phrase("main works")], [beginning("bio")]]),
        ("budget or blueprint", [[words("budget or blueprint")]]),
        ('"budget OR blueprint"', [[phrase("budget or blueprint")]]),
        ("ORDER", [[words("order")]]),
        ("bio*", [[beginning("bio")]]),
        ("bio＊", [[beginning("bio")]]),
        (
            "legco bio* tech* park",
            [[words("legco"), *map(beginning, ["bio", "tech"]), words("park")]],
        ),
        ("cross-bord*", [[beginning("cross bord")]]),
        ("leg*co", [[words("leg co")]]),
        ("*co", [[words("co")]]),
        # OR with nothing beside it
        ("OR legco", [[words("legco")]]),
        ("legco OR", [[words("legco")]]),
        ("legco OR OR funding", [[words("legco")], [words("funding")]]),
        ("legco OR ?", [[words("legco")]]),
        # what has no partner, and what is empty
        ('"legco funding', [[words("legco funding")]]),
        ('legco funding"', [[words("legco funding")]]),
        ('legco" funding', [[words("legco funding")]]),
        ('"a b" c "d e', [[phrase("a b"), words("c d e")]]),
        ('"" legco', [[words("legco")]]),
        ('"?" legco', [[words("legco")]]),
        # initials
        ("I & T hub", [[words("i&t hub")]]),
        ("r and d platform", [[words("r&d platform")]]),
        ("R AND D platform", [[words("r&d platform")]]),
        ("R And D platform", [[words("r&d platform")]]),
        ("what is R & D?", [[words("what is r&d")]]),
        ("legco & funding", [[words("legco funding")]]),
        # punctuation is harmless
        ("(legco) [funding] {x} <y>", [[words("legco funding x y")]]),
        ("legco, funding; park. - hub!", [[words("legco funding park hub")]]),
        ("+legco -funding ~park ^hub", [[words("legco funding park hub")]]),
        ("legco|funding", [[words("legco funding")]]),
        ("title:legco\\", [[words("title legco")]]),
        ("(bio*)", [[beginning("bio")]]),
        ("what about bio*?", [[words("what about"), beginning("bio")]]),
        ("bio*, tech*.", [[beginning("bio"), beginning("tech")]]),
    ],
)
def test_a_query_is_read_as_it_is_meant(query: str, expected: list[list[tuple[str, str]]]) -> None:
    """Words, phrases, alternatives and beginnings are told apart; all else is punctuation."""
    assert shape(query) == expected


@pytest.mark.parametrize("query", ["", " ", '"', '""', '" "', "*", "?!", "OR", "OR OR", '"-" OR *'])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    """Where there is nothing to look for, the message quotes the query."""
    with pytest.raises(QueryError) as refused:
        parse(query)
    assert str(refused.value) == f"there is no word in “{query}” to look for"


def test_a_refused_query_is_quoted_safely() -> None:
    """What could steer a terminal comes out as its escape, and a long query is cut."""
    with pytest.raises(QueryError, match=r"^there is no word in “\\x1b\[\\u202e” to look for$"):
        parse("\x1b[\u202e")
    with pytest.raises(QueryError, match=r"^there is no word in “\?{59}…” to look for$"):
        parse("?" * 1000)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=40) | st.text(' "*ORab&-“”', max_size=40))
def test_no_query_is_a_syntax_error(query: str) -> None:
    """Any text is a query: each part has a word in it, or there is nothing to look for."""
    try:
        alternatives = parse(query)
    except QueryError:
        return
    assert alternatives
    assert all(part.tokens for parts in alternatives for part in parts)
    assert all(alternatives)
