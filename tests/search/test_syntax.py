"""What the operators, quotes and brackets of a query mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline.errors import QueryError
from loopline.search.syntax import And, Clause, Not, Or, Phrase, Prefix, Text, parse_query


def shown(clause: Clause) -> str:
    """Return a clause in an unambiguous form."""
    match clause:
        case Text():
            return clause.text
        case Phrase():
            return f'"{clause.text}"'
        case Prefix():
            return f"<{clause.text}>"
        case Not():
            return f"-{shown(clause.clauses[0])}"
        case And():
            return f"[{' & '.join(map(shown, clause.clauses))}]"
        case Or():
            return f"[{' | '.join(map(shown, clause.clauses))}]"


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("legco funding", "legco funding"),
        # Quotation marks of every kind.
        ('"main works" legco', '["main works" & legco]'),
        ("“main works”", '"main works"'),
        ("„main works‟ ″fire″ ＂depot＂", '["main works" & "fire" & "depot"]'),
        ("「主體工程」『消防局』", '["主體工程" & "消防局"]'),
        ("《施政報告》〈香港〉", '["施政報告" & "香港"]'),
        ('legco "fire station', "legco fire station"),
        ('"fire" station"', '["fire" & station]'),
        ('"" legco', "legco"),
        ('fire"main works"depot', '[fire & "main works" & depot]'),
        # Alternatives bind weaker than adjacent words.
        ("fire OR depot legco", "[fire | depot legco]"),
        ("fire or depot", "fire or depot"),
        ("OR fire OR OR depot OR", "[fire | depot]"),
        ("(fire OR depot) legco", "[[fire | depot] & legco]"),
        ("（fire OR depot）", "[fire | depot]"),
        ("( OR fire", "fire"),
        ("((fire) station)", "fire station"),
        ("Zone (I&T) map", "Zone I&T map"),
        (") fire ( depot", "fire depot"),
        ("(fire OR depot", "[fire | depot]"),
        ("() legco", "legco"),
        # Exclusion.
        ("legco NOT budget", "[legco & -budget]"),
        ("legco -budget", "[legco & -budget]"),
        ('-"main works" legco', '[-"main works" & legco]'),
        ("-(fire OR depot)", "-[fire | depot]"),
        ("NOT budget legco", "[-budget & legco]"),
        ("NOT NOT budget", "budget"),
        ("NOT -budget", "budget"),
        ("legco NOT", "legco"),
        ("legco NOT OR fire", "[legco | fire]"),
        ("legco -", "legco"),
        ("(-budget) legco", "[-budget & legco]"),
        ("legco NOT ?", "legco"),
        ("not budget", "not budget"),
        ("cross-border", "cross-border"),
        ("2021-2022", "2021-2022"),
        # Beginnings.
        ("bio*", "<bio*>"),
        ("bio＊", "<bio*>"),
        ("legco fund*, 2018", "[legco & <fund*,> & 2018]"),
        ('"main wor*"', "<main wor*>"),
        ("* legco *", "* legco *"),
        ("(bio*)?", "<bio*>"),
        # Initials are one word.
        ("I & T hub", "I&T hub"),
        ("r and d", "r&d"),
        ("research and development", "research and development"),
    ],
)
def test_the_grammar(query: str, meaning: str) -> None:
    """Operators, quotes and brackets mean what everybody knows; alone they are punctuation."""
    assert shown(parse_query(query)) == meaning


@pytest.mark.parametrize("query", ["", " ", "?", '"', '""', "*", "OR", "()", "NOT", '"." OR "-"'])
def test_nothing_to_look_for_is_refused(query: str) -> None:
    """A query without any word is an error, and its message quotes the query."""
    with pytest.raises(QueryError) as refused:
        parse_query(query)
    assert str(refused.value) == f"There is no word in “{query}” to search for."


@given(st.text(st.sampled_from('qx"()-* “」ORNT\n')))
def test_no_query_is_a_syntax_error(query: str) -> None:
    """Whatever the order of operators, quotes and brackets, words are found and no others."""
    try:
        meaning = shown(parse_query(query))
    except QueryError:
        assert not {"q", "x"} & set(query)
    else:
        for letter in "qx":
            assert meaning.count(letter) == query.count(letter)


def test_deep_brackets_are_read() -> None:
    """Thousands of brackets and exclusions neither fail nor change what is meant."""
    assert shown(parse_query("(" * 5000 + "fire OR depot" + ")" * 5000)) == "[fire | depot]"
    assert shown(parse_query("NOT " * 5001 + "fire")) == "-fire"
    assert shown(parse_query("-(" * 5000 + "fire" + ")" * 5000)).strip("-") == "fire"
