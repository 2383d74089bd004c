"""What is said of a command line that Typer refuses."""

import shlex
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("list --foo", "“--foo” is not an option of 'loopline list'. See 'loopline list --help'."),
        ("-x", "“-x” is not an option of 'loopline'. See 'loopline --help'."),
        ("list --data", "--data needs a value. See 'loopline list --help'."),
        ("search x --since", "--since needs a value. See 'loopline search --help'."),
        ("list --full=yes", "--full takes no value. Try 'loopline list --full'."),
        ("list 2018", "'loopline list' does not take “2018”. Try 'loopline year 2018'."),
        (
            "year 2021 to 2022",
            "'loopline year' does not take “to 2022”. Try 'loopline between 2021 to 2022'.",
        ),
        ("show", "Say which day, month or year to show, or latest. See 'loopline show --help'."),
        ("search", "Say what to search for. See 'loopline search --help'."),
        ("between --json", "Say from when, and until when. See 'loopline between --help'."),
        (
            "list -n 0",
            "--limit must be a whole number, 1 or more, not “0”. See 'loopline list --help'.",
        ),
        (
            "year --limit 1.5",
            "--limit must be a whole number, 1 or more, not “1.5”. See 'loopline year --help'.",
        ),
        (
            "list -f xml",
            "“xml” is not a format. Choose table, plain, json, jsonl, csv or md. "
            "See 'loopline list --help'.",
        ),
        (
            "search legco -budget --limit x -f md",
            "--limit must be a whole number, 1 or more, not “x”. See 'loopline search --help'.",
        ),
        ("lst", "“lst” is not a loopline command. Try 'loopline list'."),
        ("''", "“” is not a loopline command. See 'loopline --help'."),
        (
            "06/09/2021",
            "“06/09/2021” cannot be read as a date: all-numeric dates must be YYYY, YYYY-MM or "
            "YYYY-MM-DD. Accepted forms: 2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021. "
            "See 'loopline --help'.",
        ),
        ("'\x1b[31m'", r"“\x1b[31m” is not a loopline command. See 'loopline --help'."),
    ],
)
def test_messages(typed: str, message: str, run: Run) -> None:
    """A refusal is one line that names what is wrong, and what to type or where to read on."""
    assert run(*shlex.split(typed)) == (2, "", f"loopline: {message}\n")
