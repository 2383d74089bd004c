"""How loopline repeats to people what they typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.text import escape, quote


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", "“”"),
        ("河套 café", "“河套 café”"),
        ("\x1b[31mred", r"“\x1b[31mred”"),
        ("\u202eesrever", r"“\u202eesrever”"),
        ("\udce9", r"“\udce9”"),
        ("\U000e0001", r"“\U000e0001”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
    ],
)
def test_quoting_shows_what_was_typed(typed: str, shown: str) -> None:
    """What was typed comes back readable, escaped where it could steer a terminal, and cut."""
    assert quote(typed) == shown


@settings(max_examples=200)
@given(st.text(st.characters()))
def test_nothing_that_was_typed_reaches_a_terminal_raw(typed: str) -> None:
    """Any text is shown on one line without a control character, and can still be recognised."""
    shown = escape(typed)
    assert shown.isprintable()
    shown.encode()
    if typed.isprintable():
        assert shown == typed
    elif "\\" not in typed:
        told = shown.encode("latin-1", "backslashreplace").decode("unicode_escape")
        assert told == typed
