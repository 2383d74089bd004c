"""What the tests share: the command line in this process or its own, and files of milestones."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# An exit code, stdout and stderr: each test of the command line looks at all three.
Outcome = tuple[int, str, str]

ENVIRONMENT_VARIABLES = (
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LINES",
    "LOOPLINE_DATA",
    "LOOPLINE_TRACEBACK",
    "NO_COLOR",
    "PYTHONIOENCODING",
    "PYTHONPATH",
    "PY_COLORS",
    "TERMINAL_WIDTH",
    "_LOOPLINE_COMPLETE",
)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests independent of how the terminal that they are run from is set up."""
    for name in ENVIRONMENT_VARIABLES:
        monkeypatch.delenv(name, raising=False)
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

    The environment has only what is given by name. `_command` is run instead of the console
    script, and `_folder` is the working directory.
    """

    def launch(
        *arguments: str | bytes,
        _command: tuple[str, ...] = (str(program),),
        _folder: Path | None = None,
        **environment: str,
    ) -> Outcome:
        done = subprocess.run(
            [*_command, *arguments],
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", **environment},
            cwd=_folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        stdout, stderr = (s.decode(errors="surrogateescape") for s in (done.stdout, done.stderr))
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
