"""The help that users read: one screen for each command, whole, and true."""

import re
import shlex
from collections.abc import Callable

import pytest

from loopline.cli.commands import app

Run = Callable[..., tuple[int, str, str]]

COMMANDS = [[], *([str(command.name)] for command in app.registered_commands)]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_screen(command: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help has at most 24 lines at 80 columns, and is plain text whatever the environment."""
    wide = run(*command, "--help")
    assert len(wide[1].splitlines()) <= 24
    for name, value in (("FORCE_COLOR", "1"), ("GITHUB_ACTIONS", "1"), ("TERMINAL_WIDTH", "abc")):
        monkeypatch.setenv(name, value)
    assert run(*command, "--help") == wide
    assert not re.search(r"[{}]|\x1b|\.\.\.$", wide[1])
    monkeypatch.setenv("COLUMNS", "40")
    code, stdout, stderr = run(*command, "--help")
    assert (code, stderr) == (0, "")
    assert max(map(len, stdout.splitlines())) <= 40


@pytest.mark.parametrize("command", COMMANDS)
def test_examples(command: list[str], run: Run) -> None:
    """Examples stand last, under a heading of their own, and each is answered."""
    _, examples = run(*command, "--help")[1].split("\nExamples:\n")
    lines = re.findall("(?m)^  loopline (.*)$", examples)
    assert len(lines) >= 2
    assert len(lines) == len(examples.splitlines())
    for line in lines:
        assert shlex.split(line)[: len(command)] == command
        code, stdout, stderr = run(*shlex.split(line))
        assert (code, stdout != "", "loopline" in stderr) == (0, True, False)


@pytest.mark.parametrize("command", COMMANDS)
def test_ways_to_ask_for_help(command: list[str], run: Run) -> None:
    """`help COMMAND`, `COMMAND --help` and `-h` are the same; `help` names the commands."""
    code, stdout, stderr = run("help", *command)
    assert (code, stderr) == (0, "")
    assert stdout.startswith(f"Usage: {' '.join(['loopline', *command])} [OPTIONS]")
    assert run(*command, "--help") == run(*command, "-h") == (code, stdout, stderr)
    commands = stdout.partition("\nCommands:\n")[2].partition("\n\n")[0]
    assert [line.split()[:1] for line in commands.splitlines()] == COMMANDS[1:] * (not command)
