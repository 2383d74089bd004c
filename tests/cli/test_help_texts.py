"""The help that users read: what its examples promise."""

import re
import shlex
from collections.abc import Callable

import pytest

from loopline.cli import helptexts

Run = Callable[..., tuple[int, str, str]]

HELP = {name: text for name, text in vars(helptexts).items() if name.isupper()}
EXAMPLES = [
    example
    for text in HELP.values()
    for example in re.findall(r"^\$ loopline (.*)$", text, flags=re.MULTILINE)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_has_an_answer(example: str, run: Run) -> None:
    """Whoever types an example from the help gets an answer, and no message."""
    code, stdout, stderr = run(*shlex.split(example))
    assert (code, stderr) == (0, "")
    assert stdout


@pytest.mark.parametrize(
    "query", ["legco funding", '"action agenda"', "mou OR budget", "innov*", "oct 2022"]
)
def test_every_form_of_a_query_has_an_answer(query: str, run: Run) -> None:
    """The forms of a query that the help explains are ones that find something."""
    assert query in HELP["SEARCH"]
    code, stdout, stderr = run("search", query)
    assert (code, stderr) == (0, "")
    assert stdout


@pytest.mark.parametrize("name", sorted(HELP))
def test_help_has_examples_and_short_lines(name: str) -> None:
    """Each help text has examples, and lines that a terminal of 100 columns need not wrap."""
    assert "\nExamples:\n$ loopline " in HELP[name]
    assert max(map(len, HELP[name].splitlines())) <= 100
