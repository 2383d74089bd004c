"""The program as a whole: its own options, and errors as one line and an exit code."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loopline
from loopline.cli import app, options
from loopline.formats import FormatName

Run = Callable[..., tuple[int, str, str]]

COMMANDS = ["list", "show", "year", "search", "between"]


def failing_with(error: BaseException) -> Callable[..., NoReturn]:
    """A function that raises `error`, whatever it is called with."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str, run: Run) -> None:
    """`--version` is the name and the number of the package, and nothing else."""
    assert run(option) == (0, f"loopline {loopline.__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help(command: str | None, option: str, run: Run) -> None:
    """Every command has help with examples of itself on stdout, by both names of the option."""
    code, stdout, stderr = run(*([command] if command else []), option)
    assert (code, stderr) == (0, "")
    name = f"loopline {command}" if command else "loopline"
    before, examples = stdout.split("Examples:")
    assert f"Usage: {name}" in before
    assert examples.count(f"{name} ") >= 3
    assert all(other in stdout for other in COMMANDS) == (command is None)


def test_without_a_command(run: Run) -> None:
    """`loopline` alone is a wrong command line: its help goes to stderr, nothing to stdout."""
    code, stdout, stderr = run()
    assert (code, stdout) == (2, "")
    assert stderr.rstrip() == run("--help")[1].rstrip()


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (["lst"], "No such command 'lst'"),
        (["LIST"], "No such command 'LIST'"),
        (["2021"], "No such command '2021'"),
        (["--data", "x.json", "list"], "No such option: --data"),
        (["-x"], "No such option: -x"),
        (["\x1b[31m"], "No such command "),
    ],
)
def test_no_such_command(arguments: list[str], beginning: str, run: Run) -> None:
    """What is no command or option of the program ends with 2 and points to the program's help."""
    code, stdout, stderr = run(*arguments)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith(f"loopline: {beginning}")
    assert stderr.endswith("; more: loopline --help\n")
    assert "\x1b" not in stderr


def test_typo_of_a_command(run: Run) -> None:
    """A command that is nearly right is told the right one."""
    assert "'search'" in run("serch", "funding")[2]


def test_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in loopline ends with 1 and one line that has the version and asks for a report."""
    monkeypatch.setattr(
        options, "chosen_record", failing_with(RuntimeError("first\nsecond \x1b[31mred"))
    )
    assert run("year", "2021", "--json") == (
        1,
        "",
        f"loopline: a fault in loopline {loopline.__version__}, please report it: "
        "RuntimeError: first second \\x1b[31mred\n",
    )


def test_fault_with_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """LOOPLINE_TRACEBACK, if it is not empty, has Python show where the bug is."""
    monkeypatch.setattr(options, "chosen_record", failing_with(RuntimeError("broken")))
    monkeypatch.setenv("LOOPLINE_TRACEBACK", "")
    assert run("list")[0] == 1
    monkeypatch.setenv("LOOPLINE_TRACEBACK", "1")
    with pytest.raises(RuntimeError, match="broken"):
        run("list")


def test_interrupt_during_a_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a command runs ends with 130 and says nothing."""
    monkeypatch.setattr(options, "chosen_record", failing_with(KeyboardInterrupt()))
    assert run("list") == (130, "", "")


def test_unwritable_help(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Help that cannot be written ends as a result does: with 1 and one line."""
    with (tmp_path / "stdout").open("w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "__stdout__", stdout)
        monkeypatch.setattr(app, "build", lambda: failing_with(OSError(28, "No space left")))
        assert run("--help") == (1, "", "loopline: cannot write the result: No space left\n")
        monkeypatch.setattr(app, "build", lambda: failing_with(BrokenPipeError(32, "Broken")))
        assert run("--help") == (1, "", "")


@pytest.mark.parametrize(
    "arguments",
    [["search", '"' + "q" * 10_000], ["q" * 10_000], ["list", "--" + "q" * 10_000]],
)
def test_long_arguments_are_not_echoed_whole(arguments: list[str], run: Run) -> None:
    """However long an argument is, what is said about it stays short enough to be read."""
    _, stdout, stderr = run(*arguments)
    assert stdout == ""
    assert 10 < len(stderr) < 700
    assert stderr.count("\n") == 1


# Whatever the shell can hand over: no NUL, but controls, direction overrides and bytes that
# are not valid in the locale. What looks like a date, an option or an operator is mixed in.
TEXT = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=20),
    st.text("0123456789-/. \x1b\u202eSep\udc80", max_size=12),
    st.sampled_from(
        ["2021", "2021-09", "6 Sep 2021", "..", "latest", "legco", "GBA", "--", "-", "-h", "--json",
         "\x1b[31m", "\x9b31m", "\u202e", "\udcff", "a\nb", "\x07", '"', "*", "OR", "$(id)", ""]
    ),
)  # fmt: skip
FORMATS = st.sampled_from(FormatName.__args__)  # type: ignore[attr-defined]
OPTIONS = st.one_of(
    st.tuples(st.sampled_from(["--format", "-f"]), FORMATS),
    st.tuples(st.sampled_from(["--format", "-f", "--limit", "-n", "--data", "--since"]), TEXT),
    st.tuples(st.sampled_from(["--until", "--limit", "-n"]), st.sampled_from(["1", "2022"])),
    st.tuples(st.sampled_from(["--full", "--reverse", "-r", "--json"])),
    st.tuples(TEXT),
)
COMMAND_LINES = st.tuples(
    st.one_of(st.sampled_from(COMMANDS), st.sampled_from(COMMANDS), TEXT),
    st.lists(TEXT, max_size=3),
    st.lists(OPTIONS, max_size=3).map(lambda lists: [word for words in lists for word in words]),
    st.booleans(),
)


def is_harmless(text: str) -> bool:
    """Whether no character but a line end could steer a terminal."""
    return all(char.isprintable() or char == "\n" for char in text)


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(COMMAND_LINES)
def test_no_command_line_breaks_it(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command_line: tuple[str, list[str], list[str], bool],
) -> None:
    """Any text in any argument of any command ends with 0, 1 or 2 and nothing raw on stderr."""
    monkeypatch.chdir(tmp_path)
    command, own, more, as_json = command_line
    arguments = [command, *own, *more, *(["--json"] if as_json else [])]
    code, stdout, stderr = run(*arguments)
    assert code in (0, 1, 2)
    assert "Traceback" not in stderr
    assert "fault" not in stderr
    assert is_harmless(stderr)
    assert (code == 2) <= (stdout == "")
    is_help = {"-h", "--help"} & set(arguments) or any(a.startswith("-h") for a in arguments)
    if as_json and code == 0 and not is_help and "--" not in arguments:
        items: list[dict[str, Any]] = json.loads(stdout)
        assert isinstance(items, list)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(
        [
            ("search",), ("search", "--since"), ("search", "x", "--until"), ("show",), ("year",),
            ("between",), ("between", "2021"), ("between", ".."), ("list", "--data"),
            ("list", "--limit"), ("list", "--format"),
        ]
    ),
    TEXT.filter(lambda text: not text.startswith("-")),
)  # fmt: skip
def test_no_argument_breaks_it(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: tuple[str, ...],
    text: str,
) -> None:
    """Any text in the place of one argument is answered with JSON, or refused in one line."""
    monkeypatch.chdir(tmp_path)
    code, stdout, stderr = run(*arguments, text, "--json")
    assert is_harmless(stderr)
    if code == 0 or (arguments == ("show",) and code == 1):
        assert isinstance(json.loads(stdout), list)
    else:
        assert (code, stdout) in ((1, ""), (2, ""))
        assert stderr.startswith("loopline: ")
        assert stderr.count("\n") == 1
        assert "fault" not in stderr
