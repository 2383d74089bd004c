"""The help that users read: whole in a narrow terminal, and true."""

import re
import shlex
from collections.abc import Callable

import pytest

from loopline.cli import help_texts
from loopline.cli.commands import app

Run = Callable[..., tuple[int, str, str]]

COMMANDS = [command.name or "" for command in app.registered_commands]
TEXTS = {name: text for name, text in vars(help_texts).items() if name.isupper()}
EXAMPLES = [
    example for text in TEXTS.values() for example in re.findall(r"(?m)^  loopline (.*)$", text)
]
QUERIES = re.findall(r"(?m)^  (\S.*?)  +\S", TEXTS["SEARCH_EXAMPLES"].split("\n\n")[0])


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(example: str, run: Run) -> None:
    """Whoever types an example from the help gets an answer, and no message."""
    code, stdout, stderr = run(*shlex.split(example))
    assert (code, stdout != "", stderr) == (0, True, "")


def test_every_command_has_examples(run: Run) -> None:
    """Every help text has two examples or more, and they stand last."""
    for command in [[], *([name] for name in COMMANDS)]:
        examples = run(*command, "--help")[1].split("  Examples:\n")[1].splitlines()
        assert len(examples) >= 2
        assert all(line.startswith(f"    {' '.join(['loopline', *command])}") for line in examples)


@pytest.mark.parametrize("query", QUERIES)
def test_query_syntax(query: str, run: Run) -> None:
    """Each form of a query that the help lists finds something, once it has words of the record."""
    words = query.replace("(a OR b) c", "(mou OR budget) park")
    code, stdout, stderr = run("search", words)
    assert (code, stdout != "", stderr) == (0, True, "")


def test_the_query_syntax_is_complete() -> None:
    """Every operator is in the help of the search."""
    for operator in ('"', " OR ", " NOT ", " -", "(", "*"):
        assert any(operator in query for query in QUERIES)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("width", [40, 80])
def test_help_is_whole(
    width: int, command: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help fits the terminal, with no name cut, and is plain text whatever the environment."""
    wide = run(*command, "--help")
    for name, value in (("FORCE_COLOR", "1"), ("GITHUB_ACTIONS", "1"), ("TERMINAL_WIDTH", "abc")):
        monkeypatch.setenv(name, value)
    assert run(*command, "--help") == wide
    monkeypatch.setenv("COLUMNS", str(width))
    code, stdout, stderr = run(*command, "--help")
    assert (code, stderr) == (0, "")
    assert max(map(len, stdout.splitlines())) <= width
    assert "..." not in stdout.replace("WHEN...", "").replace("QUERY...", "").replace(
        "[ARGS]...", ""
    )
    assert stdout.split() == wide[1].split()
    assert not re.search(r"[{}]|\x1b", stdout)
