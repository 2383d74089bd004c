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

# Prints all modules that are loaded in the end as JSON, after the answer itself.
LISTING = """
import atexit, json, sys
from loopline.cli.main import run
loaded = lambda: [name for name, module in sys.modules.items() if module]
atexit.register(lambda: print("\\n" + json.dumps(loaded())))
sys.exit(run())
"""
# From 0.29 on, Typer itself loads pydantic in every run; pyproject.toml caps it for that.
TYPER_LOADS_PYDANTIC = tuple(map(int, version("typer").split(".")[:2])) >= (0, 29)
HEAVY = {"dateutil", "markdown_it", "pygments", "rich"}
HEAVY |= set() if TYPER_LOADS_PYDANTIC else {"pydantic"}
SEARCH = {"loopline.search", "loopline.cli.suggestions"}


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
@pytest.mark.parametrize("is_frozen", [True, False])
def test_exit_code(is_frozen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point returns the exit code, also in PyPy, whose garbage cannot be frozen."""
    if not is_frozen:
        monkeypatch.delattr(gc, "freeze", raising=False)
    for arguments, code in ((["year", "2018"], 0), (["show", "1999"], 1), (["year", "18"], 2)):
        monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
        assert main() == code


@pytest.mark.usefixtures("_own_process")
def test_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m loopline` is the same program, and exits with its code."""
    monkeypatch.setattr(sys, "argv", ["__main__.py", "year", "18"])
    monkeypatch.delitem(sys.modules, "loopline.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("loopline", run_name="__main__")
    stdout, stderr = capsys.readouterr()
    assert (ended.value.code, stdout) == (2, "")
    assert stderr.startswith("loopline: “18” is not a year.")
    assert stderr.endswith("See 'loopline year --help'.\n")


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


@pytest.mark.parametrize("module", ["typer", "loopline.timeline"])
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
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_nothing_loads_before_an_interrupt_is_handled(launch: Launch) -> None:
    """Until Ctrl-C is handled, only what that takes is loaded, so that no time is left for one."""
    listing = (
        "import sys; before = set(sys.modules); import loopline.__main__; "
        "print(*sorted(set(sys.modules) - before))"
    )
    outcome = launch(_command=(sys.executable, "-c", listing), PYTHONPATH="")
    assert outcome == (0, "gc loopline loopline.__main__\n", "")


@pytest.mark.parametrize(
    ("arguments", "loaded", "not_loaded"),
    [
        ("year 2021 --json", {"loopline.formats.json"}, HEAVY | SEARCH),
        ("show 2021-09-06", {"loopline.formats.plain"}, HEAVY | SEARCH),
        ("between 2021年9月6日 to latest", {"loopline.formats.plain"}, HEAVY | SEARCH),
        ("between Sep 2021", {"dateutil"}, HEAVY - {"dateutil"} | SEARCH),
        ("search legco --json", {"loopline.search"}, HEAVY),
        ("list -f table", {"rich"}, HEAVY - {"rich"} | SEARCH),
        ("list --help", {"typer"}, HEAVY | SEARCH),
        # As fish asks when somebody presses TAB.
        ("", {"loopline.cli.completion"}, HEAVY | SEARCH),
    ],
)
def test_nothing_is_loaded_in_vain(
    arguments: str, loaded: set[str], not_loaded: set[str], launch: Launch
) -> None:
    """An answer loads what it needs and nothing else that is heavy, so that it comes at once."""
    environment = {
        "_LOOPLINE_COMPLETE": "" if arguments else "complete_fish",
        "_TYPER_COMPLETE_ARGS": "loopline show 2021",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    command = (sys.executable, "-c", LISTING)
    code, stdout, stderr = launch(*arguments.split(), _command=command, **environment)
    assert (code, stderr) == (0, "")
    modules = set(json.loads(stdout.splitlines()[-1]))
    assert loaded <= modules
    assert not_loaded & modules == set()
