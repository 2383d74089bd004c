"""What loopline raises, and how it repeats to people what they typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loopline
from loopline.errors import LooplineError, OutputError, UsageError
from loopline.text import escape, quote


@pytest.mark.parametrize(
    "error",
    [loopline.DateError, loopline.QueryError, loopline.DataError, UsageError, OutputError],
)
def test_one_except_clause_catches_every_error(error: type[Exception]) -> None:
    """A script catches whatever loopline raises on purpose by one name."""
    assert issubclass(error, LooplineError)


@pytest.mark.parametrize(
    ("error", "is_value_error"),
    [(loopline.DateError, True), (loopline.QueryError, True), (loopline.DataError, False)],
)
def test_a_bad_argument_is_also_a_value_error(error: type[Exception], is_value_error: bool) -> None:
    """A text that cannot be read is a ValueError, as everywhere in Python; a bad file is not."""
    assert issubclass(error, ValueError) is is_value_error


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2021", "“2021”"),
        ("", "“”"),
        ("河套 café", "“河套 café”"),
        ("\x1b[31mred", r"“\x1b[31mred”"),
        ("two\nlines", r"“two\nlines”"),
        ("\u202eesrever", r"“\u202eesrever”"),
        ("\u2066isolated", r"“\u2066isolated”"),
        ("\ud800", r"“\ud800”"),
        ("\udce9", r"“\udce9”"),
        ("\U000e0001", r"“\U000e0001”"),
        ("no\xa0break", r"“no\xa0break”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
    ],
)
def test_quoting_shows_what_was_typed(typed: str, shown: str) -> None:
    """What was typed comes back readable, escape where it could steer a terminal, and cut."""
    assert quote(typed) == shown


def test_quoting_cuts_where_it_is_told() -> None:
    """A caller with more room for the text, such as for a path, gets more of it."""
    assert quote("0123456789", limit=10) == "“0123456789”"
    assert quote("0123456789", limit=9) == "“01234567…”"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters()))
def test_nothing_that_was_typed_reaches_a_terminal_raw(typed: str) -> None:
    """Any text at all is shown on one line without a control, and can still be told."""
    shown = escape(typed)
    assert shown.isprintable()
    shown.encode()
    if typed.isprintable():
        assert shown == typed
    elif "\\" not in typed:
        told = shown.encode("latin-1", "backslashreplace").decode("unicode_escape")
        assert told == typed
