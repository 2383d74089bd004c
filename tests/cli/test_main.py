"""The program as a whole: its own options, its exit codes, and no traceback for anybody."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loopline
from loopline.cli import commands
from loopline.formats import FormatName

Run = Callable[..., tuple[int, str, str]]

COMMANDS = ["list", "show", "year", "search", "between", "help"]
FAULT = f"loopline: Internal error in loopline {loopline.__version__}, please report it:"


def failing_with(error: BaseException) -> Callable[..., NoReturn]:
    """Return a function that raises `error`, whatever it is called with."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def test_version(run: Run) -> None:
    """`--version` prints the name and the number of the package, and nothing else."""
    assert run("--version") == run("-V") == (0, f"loopline {loopline.__version__}\n", "")


def test_without_a_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`loopline` alone is a wrong command line: its help goes to stderr, nothing to stdout."""
    code, stdout, stderr = run()
    assert (code, stdout) == (2, "")
    assert stderr == run("--help")[1]
    monkeypatch.setattr("sys.stdout", None)
    assert run() == (2, "", stderr)


def test_names_of_files_are_not_put_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on Windows `innov*` is a query, not the names of the files that begin so."""
    monkeypatch.setattr("os.name", "nt")
    monkeypatch.setattr("glob.glob", lambda *_, **__: ["innovation.txt"])
    assert len(run("search", "innov*")[1].splitlines()) > 5


def test_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug anywhere ends with 1 and a line that asks for a report; LOOPLINE_TRACEBACK shows it."""
    error = RuntimeError("first\nsecond \x1b[31mred")
    monkeypatch.setattr(commands, "print_milestones", failing_with(error))
    monkeypatch.setenv("LOOPLINE_TRACEBACK", "")
    assert run("list") == (1, "", f"{FAULT} RuntimeError: first second \\x1b[31mred.\n")
    monkeypatch.setenv("LOOPLINE_TRACEBACK", "1")
    with pytest.raises(RuntimeError, match="first"):
        run("list")
    monkeypatch.delenv("LOOPLINE_TRACEBACK")
    monkeypatch.setattr("loopline.cli.suggestions.suggest", failing_with(RuntimeError("broken")))
    assert run("lst") == (1, "", f"{FAULT} RuntimeError: broken.\n")


def test_home_that_cannot_be_written_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Completion that cannot be installed is an error that names the file."""
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, __file__)
    code, stdout, stderr = run("--install-completion", "bash")
    assert (code, stdout) == (1, "")
    assert re.fullmatch(r"loopline: .*test_main\.py.*: .*\.\n", stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", '"' + "q" * 10_000],
        ["q" * 10_000],
        ["list", "--" + "q" * 10_000],
        ["show", *["Setp"] * 10_000],
    ],
)
def test_long_arguments_are_not_echoed_whole(arguments: list[str], run: Run) -> None:
    """However long an argument is, the message about it is short enough to be read."""
    _, stdout, stderr = run(*arguments)
    assert stdout == ""
    assert 10 < len(stderr) < 700
    assert stderr.count("\n") <= 2


# Whatever the shell can hand over: no NUL, but controls, direction overrides and bytes that
# are not valid in the locale. What looks like a date, an option or an operator is mixed in.
TEXT = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=20),
    st.text("0123456789-/. \x1b\u202eSep\udc80", max_size=12),
    st.sampled_from(
        ["2021", "2021-09", "6 Sep 2021", "..", "latest", "legco", "GBA", "--", "-", "-h", "--json",
         "\x1b[31m", "\x9b31m", "\u202e", "\udcff", "a\nb", "\x07", '"', "*", "OR", "$(id)", "",
         "--help", "-budget", "NOT", "(", "to"]
    ),
)  # fmt: skip
OPTIONS = st.one_of(
    st.tuples(st.sampled_from(["--format", "-f"]), st.sampled_from(get_args(FormatName))),
    st.tuples(st.sampled_from(["--format", "-f", "--limit", "-n", "--data", "--since"]), TEXT),
    st.tuples(st.sampled_from(["--until", "--limit", "-n"]), st.sampled_from(["1", "2022"])),
    st.tuples(st.sampled_from(["--full", "--reverse", "-r", "--json"])),
    st.tuples(TEXT),
)
COMMAND_LINES = st.builds(
    lambda command, words, options: [command, *words, *(word for pair in options for word in pair)],
    st.one_of(st.sampled_from(COMMANDS), st.sampled_from(COMMANDS), TEXT),
    st.lists(TEXT, max_size=3),
    st.lists(OPTIONS, max_size=3),
)


@given(COMMAND_LINES)
def test_no_command_line_breaks_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    """Any command line is answered, or refused in one line; nothing raw reaches stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    code, stdout, stderr = run(*arguments)
    assert code in (0, 1, 2)
    assert all(char.isprintable() or char == "\n" for char in stderr)
    assert "Internal error" not in stderr
    if code == 2 and arguments != ["--"]:
        assert stdout == ""
        assert stderr.startswith("loopline: ")
        assert stderr.count("\n") == 1


@given(
    st.sampled_from(
        ["search", "search --since", "search x --until", "show", "year", "between", "between 2021",
         "list --since", "list --data", "list --limit", "list --format"]
    ),
    TEXT.filter(lambda text: not text.startswith("-")),
)  # fmt: skip
def test_no_argument_breaks_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, text: str
) -> None:
    """Any text in the place of one argument is answered with JSON, or refused in one line."""
    monkeypatch.chdir(tmp_path)
    code, stdout, stderr = run(*command.split(), text, "--json")
    if code == 0 or (command == "show" and code == 1):
        assert isinstance(json.loads(stdout), list)
    else:
        assert (stdout, stderr.count("\n")) == ("", 1)
        assert stderr.startswith("loopline: ")
