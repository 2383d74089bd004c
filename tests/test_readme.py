"""The README: its examples are run and compared, and its reference is complete."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from loopline.cli.app import COMPLETION, TRACEBACK, build
from loopline.formats import FormatName

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    """The contents of the README's fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def examples(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with the output that it shows."""
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = example.partition("\n")
        yield command, output


def reference(heading: str) -> str:
    """The part of the README under a heading of the reference."""
    return README.split(f"\n### {heading}\n")[1].split("\n#")[0]


def options() -> dict[str, set[str]]:
    """The options of the program, under an empty name, and of each command."""
    group: Any = typer.main.get_command(build())
    found = {"": group, **group.commands}
    return {
        name: {option for parameter in command.params for option in parameter.opts}
        for name, command in found.items()
    }


@pytest.mark.parametrize("block", blocks("console"))
def test_examples_print_what_the_readme_shows(block: str, tmp_path: Path) -> None:
    """Whoever types the examples of a block into an empty folder sees what stands under each."""
    if "| jq" in block and shutil.which("jq") is None:
        pytest.skip("jq is not installed here")
    shell = shutil.which("bash")
    assert shell is not None
    for command, output in examples(block):
        printed = subprocess.run(
            [shell, "-c", command],
            cwd=tmp_path,
            env=os.environ | {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert printed.stdout == output


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(code: str, tmp_path: Path) -> None:
    """The Python in the README runs as it stands."""
    if "pandas" in code and find_spec("pandas") is None:
        pytest.skip("pandas is not installed here")
    environment = os.environ | {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout


def test_every_command_is_documented_and_exists() -> None:
    """The table of commands has all of them and no other."""
    documented = set(re.findall(r"^\| `loopline (\w+)", reference("Commands"), flags=re.MULTILINE))
    assert documented == set(options()) - {""}


def test_every_option_is_documented_and_exists() -> None:
    """The table of options has each option of every command, and none that there is not."""
    documented = set(re.findall(r"`(--?[a-zA-Z-]+)[ `]", reference("Commands")))
    existing = set().union(*options().values()) | {"--help", "-h"}
    assert documented == {option for option in existing if option.startswith("-")}


def test_every_format_is_documented_and_exists() -> None:
    """The table of formats has all of them and no other."""
    documented = re.findall(r"^\| `(\w+)` \|", reference("Formats"), flags=re.MULTILINE)
    assert documented == list(get_args(FormatName))


def test_every_variable_is_documented_and_exists() -> None:
    """The table of the environment has each variable that loopline itself reads."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r"\"(_?LOOPLINE_[A-Z]+)\"", sources)) - {COMPLETION}
    assert TRACEBACK in read
    assert set(re.findall(r"`(LOOPLINE_\w+)`", reference("Environment"))) == read


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    """There is one command in the README that .ci/run can take for the tests."""
    assert len(re.findall(r"^python3 -m venv .*pytest$", README, flags=re.MULTILINE)) == 1


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_what_the_pages_point_to_is_there(page: str) -> None:
    """Files and folders that a page names are in the project."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^):#]+)\)", text)
    named = re.findall(r"`((?:src|tests|benchmarks|docs|data|cli|render)/[\w./]*)`", text)
    places = [ROOT, ROOT / "src" / "loopline"]
    assert links or named
    for path in [*links, *named]:
        assert any((place / path).exists() for place in places), path
