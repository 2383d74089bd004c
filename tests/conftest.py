"""What the tests share: a frozen record, the command line, and files of milestones.

Behaviour is tested on `milestones.json` beside this file, so that the record which comes with
loopline can grow without a change to any test but those of `test_bundled.py`.
"""

import inspect
import json
import os
import pkgutil
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# An exit code, stdout and stderr: each test of the command line looks at all three.
Outcome = tuple[int, str, str]

# Python runs the sitecustomize.py in it if PYTHONPATH names it, which freezes the record.
FROZEN = Path(__file__).with_name("frozen")

ENVIRONMENT_VARIABLES = (
    "COLUMNS FORCE_COLOR GITHUB_ACTIONS LINES LOOPLINE_DATA LOOPLINE_TRACEBACK NO_COLOR "
    "PYTHONIOENCODING PYTHONPATH PY_COLORS TERMINAL_WIDTH _LOOPLINE_COMPLETE"
).split()


# How long an example takes says more about the machine than about loopline; a test that fails for
# one commit fails for it again; and the fixtures that have no state are good for many examples.
settings.register_profile(
    "loopline",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("loopline")


def pytest_configure() -> None:
    """Freeze the record before the test modules are imported, as some load it then."""
    runpy.run_path(str(FROZEN / "sitecustomize.py"))


@pytest.fixture
def live_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test load the record that comes with loopline instead of the frozen one."""
    monkeypatch.setattr(pkgutil, "get_data", inspect.unwrap(pkgutil.get_data))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests independent of the terminal they run in, and freeze the record of subprocesses."""
    for name in ENVIRONMENT_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(FROZEN))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Return a function that runs the command line in this process: `run("year", "2021")`."""
    # Imported here, so that the tests of the other parts do not need the command line.
    from loopline.cli import main

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["loopline", *arguments])
        code = main.run()
        stdout, stderr = capsys.readouterr()
        return code, stdout, stderr

    return run


@pytest.fixture(scope="session")
def program() -> Path:
    """Return the path of the installed console script."""
    return Path(sys.executable).with_name("loopline")


@pytest.fixture(scope="session")
def launch(program: Path) -> Callable[..., Outcome]:
    """Return a function that runs the program in its own process: `launch("list", LC_ALL="C")`.

    The environment has only the frozen record and what is given by name. `_command` is run
    instead of the console script, and `_folder` is the working directory.
    """

    def launch(
        *arguments: str | bytes,
        _command: tuple[str, ...] = (str(program),),
        _folder: Path | None = None,
        **environment: str,
    ) -> Outcome:
        done = subprocess.run(
            [*_command, *arguments],
            env={
                "PATH": os.defpath,
                "LC_ALL": "C.UTF-8",
                "PYTHONPATH": str(FROZEN),
                # Without it, Python does not start on Windows.
                **({"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}),
                **environment,
            },
            cwd=_folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        stdout, stderr = (
            written.decode(errors="surrogateescape").replace(os.linesep, "\n")
            for written in (done.stdout, done.stderr)
        )
        return done.returncode, stdout, stderr

    return launch


@pytest.fixture
def own_record(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a data file: `own_record(("2021-05-01", "A title"))`.

    It returns the path. A date on a first is that of a month; the paragraphs are what follows the
    title, or “Text.”.
    """

    def own_record(*milestones: tuple[str, ...]) -> str:
        items = [
            {
                "date": date,
                "precision": "month" if date.endswith("-01") else "day",
                "title": title,
                "paragraphs": list(paragraphs) or ["Text."],
            }
            for date, title, *paragraphs in milestones
        ]
        path = tmp_path / "own.json"
        path.write_text(json.dumps(items), encoding="utf-8")
        return str(path)

    return own_record
