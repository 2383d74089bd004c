"""The entry point: exit codes, Ctrl-C, and what is loaded for which answer."""

import gc
import json
import runpy
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version

import pytest

import loopline
from loopline.__main__ import main

Launch = Callable[..., tuple[int, str, str]]

# Prints the answer's exit code and all modules loaded by then as JSON, after the answer itself.
LISTING = """
import json, sys
from loopline.cli.main import run
code = run()
print()
print(json.dumps([code, sorted(sys.modules)]))
"""
# From 0.29 on, Typer itself loads pydantic in every run; pyproject.toml caps it for that.
TYPER_LOADS_PYDANTIC = tuple(map(int, version("typer").split(".")[:2])) >= (0, 29)
HEAVY = {"dateutil", "markdown_it", "pygments", "rich"}
HEAVY |= set() if TYPER_LOADS_PYDANTIC else {"pydantic"}
SEARCH = {"loopline.search", "loopline.date_arguments", "loopline.cli.suggestions"}


@pytest.fixture
def _own_process() -> Iterator[None]:
    """Undo what the entry point does to its process, which here is pytest's."""
    handler = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, handler)
    if hasattr(gc, "unfreeze"):
        gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_own_process")
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
    """The entry point returns the exit code of the answer, and leaves exiting to the caller."""
    monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
    assert main() == code
    stdout, stderr = capsys.readouterr()
    assert (stdout != "", stderr != "") == (code == 0, code != 0)


@pytest.mark.usefixtures("_own_process")
def test_without_gc_freeze(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """PyPy, whose garbage collector cannot be frozen, gives the same answer."""
    monkeypatch.delattr(gc, "freeze", raising=False)
    monkeypatch.setattr(sys, "argv", ["loopline", "--version"])
    assert main() == 0
    assert capsys.readouterr() == (f"loopline {loopline.__version__}\n", "")


@pytest.mark.usefixtures("_own_process")
def test_no_garbage_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer does not wait for the collection of garbage, neither now nor at the exit."""
    monkeypatch.setattr(sys, "argv", ["loopline", "--version"])
    main()
    assert not gc.isenabled()
    assert not hasattr(gc, "freeze") or gc.get_freeze_count() > 1000


@pytest.mark.usefixtures("_own_process")
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
    assert stderr.startswith("No milestone is dated June 2018. The nearest are 2018-05 (")


@pytest.mark.usefixtures("_own_process")
@pytest.mark.parametrize("ignored", [True, False])
def test_interrupt(
    ignored: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends the process at once with 130, unless whoever started it has it ignored."""
    codes: list[int] = []
    monkeypatch.setattr("os._exit", codes.append)
    monkeypatch.setattr(sys, "argv", ["loopline", "--version"])
    signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
    main()
    signal.raise_signal(signal.SIGINT)
    assert codes == ([] if ignored else [130])
    assert capsys.readouterr() == (f"loopline {loopline.__version__}\n", "")


@pytest.mark.parametrize("module", ["typer", "loopline.cli.main", "loopline.timeline"])
def test_interrupt_while_modules_load(module: str) -> None:
    """Ctrl-C while a module is imported is no traceback, whatever Python makes of it there."""
    script = f"""
import builtins, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from loopline.__main__ import main
load = builtins.__import__
def interrupted(name, *rest):
    if name == {module!r}:
        signal.raise_signal(signal.SIGINT)
    return load(name, *rest)
builtins.__import__ = interrupted
sys.argv = ["loopline", "list"]
sys.exit(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_as_a_module(launch: Launch) -> None:
    """`python -m loopline` is the same program by the same name."""
    module = (sys.executable, "-m", "loopline")
    assert launch("--version", _command=module) == (0, f"loopline {loopline.__version__}\n", "")
    assert launch("year", "18", _command=module) == (
        2,
        "",
        "loopline: “18” is not a year. Write it with four digits, such as 2021. "
        "See 'loopline year --help'.\n",
    )


def test_without_docstrings(launch: Launch) -> None:
    """Python's -OO, which removes docstrings and assertions, changes no answer and no error."""
    optimised = {"PYTHONOPTIMIZE": "2"}
    for arguments in (
        ["search", "legco", "fundng", "--since", "Jan 2019", "--json"],
        ["show", "2023-08-29"],
        ["--help"],
        ["list", "--help"],
        ["lst"],
    ):
        assert launch(*arguments, **optimised) == launch(*arguments)


@pytest.mark.parametrize(
    ("arguments", "loaded", "not_loaded"),
    [
        (["year", "2021", "--json"], {"loopline.formats.json"}, HEAVY | SEARCH),
        (["year", "2021"], {"loopline.formats.plain"}, HEAVY | SEARCH),
        (["show", "2021-09-06"], {"loopline.dates"}, HEAVY | {"loopline.search"}),
        (["show", "6", "Sep", "2021"], {"dateutil"}, HEAVY - {"dateutil"}),
        (["search", "legco", "--json"], {"loopline.search"}, HEAVY),
        (["list", "-f", "csv"], {"loopline.formats.csv"}, HEAVY | {"loopline.formats.json"}),
        (["list", "-f", "table"], {"rich"}, HEAVY - {"rich"} | SEARCH),
        (["list", "--help"], {"typer"}, HEAVY | SEARCH),
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
