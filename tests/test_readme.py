"""The README: its examples are run and compared, and its reference is complete."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

import loopline
from loopline import Milestone, Note, Period, SearchResult, Timeline
from loopline.cli.commands import app
from loopline.formats import FormatName

Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPTS = Path(sys.executable).parent
PAGES = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/contract.md"]


def blocks(language: str) -> list[str]:
    """Return the contents of the README's fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def examples(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with the output that it shows."""
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = example.partition("\n")
        yield command, output


def section(heading: str) -> str:
    """Return the part of the README under a heading of its reference."""
    return README.split(f"\n### {heading}\n")[1].split("\n#")[0]


def options() -> dict[str, set[str]]:
    """Return the options of each command, and of the program under its own name."""
    group: Any = typer.main.get_command(app)
    commands = {"loopline": group, **group.commands}
    return {
        name: {"--help", "-h"}
        | {option for p in command.params for option in p.opts if option.startswith("-")}
        for name, command in commands.items()
    }


@pytest.mark.parametrize("block", blocks("console"))
def test_the_examples_print_what_the_readme_shows(block: str, tmp_path: Path) -> None:
    """Whoever types the examples of a block in an empty folder sees what is below each."""
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("bash is not installed here")
    if "| jq" in block and shutil.which("jq") is None:
        pytest.skip("jq is not installed here")
    for command, output in examples(block):
        ran = subprocess.run(
            [shell, "-c", command],
            cwd=tmp_path,
            env=os.environ | {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert ran.stdout == output


@pytest.mark.parametrize("example", blocks("python"))
def test_the_python_examples_run(example: str, launch: Run, tmp_path: Path) -> None:
    """The Python in the README runs as it is."""
    code, stdout, stderr = launch(example, _command=(sys.executable, "-c"), _folder=tmp_path)
    assert (code, stdout != "", stderr) == (0, True, "")


@pytest.mark.parametrize(
    "query", re.findall("`([^`]+)`", "".join(re.findall(r"(?m)^\|([^|]*)\|", section("Search"))))
)
def test_every_kind_of_query_finds_something(query: str, run: Run) -> None:
    """Each query in the table of the query syntax finds some milestones, but not all of them."""
    code, stdout, _ = run("search", query, "--format", "plain")
    assert code == 0
    assert 0 < len(stdout.splitlines()) < len(loopline.load())


def test_every_date_is_accepted(run: Run) -> None:
    """Each form of a date in the README is accepted, and each that it calls rejected is not."""
    forms = [
        form
        for row in re.findall(r"(?m)^\| a \w+ \|(.*)\|$", section("Dates"))
        for form in re.findall("`(.+?)`", row)
    ]
    assert len(forms) > 10
    for form in forms:
        assert run("show", *form.split())[0] == 0, form
    for form in ("06/09/2021", "2021 Sep 6 2022"):
        assert f"`{form}`" in section("Dates")
        assert run("show", *form.split())[0] == 2


def test_a_phrase_that_is_quoted_for_powershell(run: Run) -> None:
    """PowerShell from 7.3 on passes the backslashes too; they do not change what a phrase finds."""
    assert """`'\\"action agenda\\"'`""" in README
    assert run("search", '\\"action agenda\\"') == run("search", '"action agenda"')


def test_every_option_is_documented_for_the_right_commands() -> None:
    """The table of options has each option with the commands that have it, and no other."""
    documented = {name: set[str]() for name in options()}
    commands = set(options()) - {"loopline"}
    for names, where in re.findall(r"(?m)^\| (`-.*?`) \| (.*?) \|", section("Commands")):
        named = set(re.findall(r"`(\w+)`", where))
        if where.startswith("all"):
            named = commands - named if where.startswith("all but") else commands | named
        for command in named:
            documented[command].update(re.findall(r"`(--?[a-z-]+)[ `]", names, re.IGNORECASE))
    assert documented == options()


def test_every_command_and_format_is_documented_and_exists() -> None:
    """The tables of commands and of formats have all of them and no other."""
    commands = re.findall(r"(?m)^\| `loopline (\w+)", section("Commands"))
    assert {*commands, "loopline"} == set(options())
    assert re.findall(r"(?m)^\| `(\w+)` \|", section("Formats")) == list(get_args(FormatName))


def test_every_variable_is_documented_and_exists() -> None:
    """The README has each environment variable that loopline itself reads, and no other."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    documented = re.findall(r"`(LOOPLINE_\w+)`", section("Exit codes and environment"))
    assert set(documented) == set(re.findall('"(LOOPLINE_[A-Z]+)"', sources))


def test_what_is_public_in_python_is_documented() -> None:
    """The README has each name that the package and its classes offer."""
    reference = section("Python").rpartition("```")[2]
    documented = re.findall(r"\w+", "".join(re.findall("`[^`]+`", reference)))
    classes = (Timeline, SearchResult, Milestone, Period, Note)
    offered = {name for cls in classes for name in dir(cls) if not name.startswith("_")}
    # What every sequence has.
    assert {*loopline.__all__, *offered} - {"count", "index"} <= set(documented)


@pytest.mark.parametrize("page", PAGES)
def test_what_the_pages_link_to_exists(page: str) -> None:
    """The files, folders and headings that a page links to or names are in the project."""
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    headings = [
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"(?m)^#+ (.*)$", text)
    ]
    links = re.findall(r"\]\(([^):]+)\)", text)
    named = re.findall(
        r"`((?:src|tests|benchmarks|docs|tools|licenses|data|cli|formats|search)/[\w./]*)`", text
    )
    assert links or named
    for link in links:
        file, _, anchor = link.partition("#")
        assert (path.parent / file).exists() if file else anchor in headings, link
    for name in named:
        assert any((place / name).exists() for place in (ROOT, ROOT / "src" / "loopline")), name
