"""What tests of the command line share: it is run in-process, or as a program of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# An exit code, stdout and stderr: each test of the command line looks at all three.
Outcome = tuple[int, str, str]

OF_THE_ENVIRONMENT = (
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
    """No test depends on how the terminal that it is run from is set up."""
    for name in OF_THE_ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Run the command line in this process: `run("year", "2021")`."""

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
    """The installed console script."""
    return Path(sys.executable).with_name("loopline")


@pytest.fixture(scope="session")
def launch(program: Path) -> Callable[..., Outcome]:
    """Run the program in a process of its own: `launch("year", "2021", LC_ALL="C")`.

    Its environment is bare but for what is given by name; `_command` is started in the
    place of the console script, in the folder `_folder`.
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
    """Write a record of one's own: `own_record(("2021-05-01", "A title"))` gives its path.

    A date on a first is that of a month, and every text is “Text.” or what stands third.
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
