"""The entry point: exit codes, Ctrl-C, and what is loaded for which answer."""

import gc
import json
import runpy
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version

import pytest

from loopline import __version__
from loopline.__main__ import main
from loopline.cli import app

Launch = Callable[..., tuple[int, str, str]]

# Prints the answer's exit code and all modules loaded by then as JSON, after the answer itself.
LISTING = """
import json, sys
from loopline.cli.app import run
code = run()
print()
print(json.dumps([code, sorted(sys.modules)]))
"""
# From 0.29 on, Typer itself loads pydantic in every run; pyproject.toml caps it for that.
TYPER_LOADS_PYDANTIC = tuple(map(int, version("typer").split(".")[:2])) >= (0, 29)
HEAVY = {"dateutil", "markdown_it", "pygments", "rich"}
HEAVY |= set() if TYPER_LOADS_PYDANTIC else {"pydantic"}


@pytest.fixture
def _collecting_garbage() -> Iterator[None]:
    """The entry point stops the garbage collection of its process, which here is pytest's."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_collecting_garbage")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["year", "2018"], 0), (["show", "1999"], 1), (["year", "18"], 2)],
)
def test_main_returns_the_exit_code(
    arguments: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The entry point gives back the exit code of the answer, and leaves exiting to the caller."""
    monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
    assert main() == code
    stdout, stderr = capsys.readouterr()
    assert (stdout != "", stderr != "") == (code == 0, code != 0)


@pytest.mark.usefixtures("_collecting_garbage")
def test_module_exits_with_the_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m loopline` passes the exit code of the answer on to the shell."""
    monkeypatch.setattr(sys, "argv", ["loopline", "show", "2018-06"])
    monkeypatch.delitem(sys.modules, "loopline.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("loopline", run_name="__main__")
    stdout, stderr = capsys.readouterr()
    assert (ended.value.code, stdout) == (1, "")
    assert stderr.startswith("June 2018: no milestone; before it 2018-05 (")


@pytest.mark.usefixtures("_collecting_garbage")
def test_interrupt_outside_of_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C before a command has begun ends with 130 and says nothing."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", interrupted)
    assert main() == 130
    assert capsys.readouterr() == ("", "")


def test_as_a_module(launch: Launch) -> None:
    """`python -m loopline` is the same program by the same name."""
    module = (sys.executable, "-m", "loopline")
    assert launch("--version", _command=module) == (0, f"loopline {__version__}\n", "")
    assert launch("year", "18", _command=module) == (
        2,
        "",
        "loopline: “18” is not a year; write it with four digits, as 2021; "
        "more: loopline year --help\n",
    )


def test_without_docstrings(launch: Launch) -> None:
    """Python's -OO, which removes docstrings and assertions, changes no answer and no error."""
    optimised = {"PYTHONOPTIMIZE": "2"}
    arguments = ("search", "legco", "fundng", "--since", "Jan 2019", "--json")
    assert launch(*arguments, **optimised) == launch(*arguments)
    assert launch("show", "2023-08-29", **optimised) == launch("show", "2023-08-29")
    code, stdout, stderr = launch("list", "--help", **optimised)
    assert (code, stderr) == (0, "")
    assert "--reverse" in stdout


@pytest.mark.parametrize(
    ("arguments", "loaded", "not_loaded"),
    [
        (["year", "2021", "--json"], {"loopline.formats.json"}, HEAVY | {"loopline.search"}),
        (["year", "2021"], {"loopline.formats.plain"}, HEAVY | {"loopline.search", "Stemmer"}),
        (["show", "2021-09-06"], {"loopline.dates"}, HEAVY | {"loopline.search"}),
        (["show", "6 Sep 2021"], {"dateutil"}, HEAVY - {"dateutil"}),
        (["search", "legco", "--json"], {"loopline.search", "Stemmer"}, HEAVY),
        (["list", "-f", "csv"], {"loopline.formats.csv"}, HEAVY | {"loopline.formats.json"}),
        (["list", "-f", "table"], {"rich"}, HEAVY - {"rich"} | {"loopline.search"}),
    ],
)
def test_nothing_is_loaded_in_vain(
    arguments: list[str], loaded: set[str], not_loaded: set[str], launch: Launch
) -> None:
    """An answer loads what it needs and nothing else that is heavy, so that it comes at once."""
    code, stdout, stderr = launch(*arguments, _command=(sys.executable, "-c", LISTING))
    assert (code, stderr) == (0, "")
    code, modules = json.loads(stdout.splitlines()[-1])
    assert code == 0
    assert loaded <= set(modules)
    assert not_loaded & set(modules) == set()
