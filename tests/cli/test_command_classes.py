"""What `-word` means in a search, and what it does not."""

from collections.abc import Callable

import pytest

from loopline.cli.command_classes import is_exclusion

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    "argument",
    ["-budget", "-funding", "-road", "-number", "-hub", "-2021", "-北", "-action agenda"],
)
def test_words_to_leave_out(argument: str) -> None:
    """A word after a hyphen is to be left out, also if it begins like an option."""
    assert is_exclusion(argument)


@pytest.mark.parametrize(
    "argument",
    [
        "budget",
        "-",
        "--",
        "--json",
        "-r",
        "-x",
        "-rn3",
        "-n10",
        "-rrf",
        "-fjson",
        "-fMD",
        "-(a)",
        "",
    ],
)
def test_options(argument: str) -> None:
    """Options, also those that are run together with each other or their value, are no words."""
    assert not is_exclusion(argument)


def test_exclusions_in_a_search(run: Run) -> None:
    """`-word` leaves a word out, whatever options stand beside it."""
    without = run("search", "legco NOT funding", "-rn5")
    assert without[1].startswith("2020-11\t")
    assert run("search", "legco", "-funding", "-rn5") == without
    assert run("search", "-rn5", "-funding", "legco") == without
    assert run("search", "-approves funding", "legco")[1] == without[1]


def test_values_are_not_exclusions(run: Run) -> None:
    """What follows an option that takes a value is its value, not a word to leave out."""
    code, stdout, stderr = run("search", "legco", "--limit", "-10")
    assert (code, stdout) == (2, "")
    assert stderr.startswith("loopline: --limit must be a whole number, 1 or more, not “-10”.")
    code, stdout, stderr = run("search", "legco", "--data", "-mine.json")
    assert (code, stdout) == (1, "")
    assert stderr.startswith("loopline: “-mine.json” cannot be read: ")


def test_long_option_with_one_hyphen(run: Run) -> None:
    """`-json` is not a word to leave out but a slip."""
    code, stdout, stderr = run("search", "legco", "-json")
    assert (code, stdout) == (2, "")
    assert stderr.endswith("Try 'loopline search legco --json'.\n")
