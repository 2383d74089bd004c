"""What loopline costs to start, beside its neighbours: executed instructions, as ratios.

    python benchmarks/startup.py

Counts come from valgrind's callgrind, with PYTHONHASHSEED=0 and warm byte code, and so do not
depend on how busy the machine is. Run it with the Python of an environment into which loopline is
installed (not in editable form, which adds to every start). jq, jrnl, sqlite-utils and khal are
measured too where they are on the PATH. The last rows are CPU time and peak memory with a record
of 100 000 milestones, against json.load of the same file.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

SMALLEST_TYPER = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    print("hello", name)


@app.command()
def bye(name: str) -> None:
    print("bye", name)
"""
TYPER_WITH_TABLE = """
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    table = Table("date", "title")
    for number in range(9):
        table.add_row(f"2021-0{number + 1}", f"{name} and what came of it")
    Console().print(table)


@app.command()
def bye(name: str) -> None:
    print("bye", name)
"""
LAUNCHER = "import sys\nfrom {name} import app\nsys.exit(app())\n"
JSON_LOAD = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"
SIZE = 100_000


def instructions(*command: str, **environment: str) -> int:
    """How many instructions a command executes, after one run to warm its byte code up."""
    everything = {**os.environ, "PYTHONHASHSEED": "0", **environment}
    everything.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, env=everything, capture_output=True, check=True)
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=everything,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = re.search(r"Collected : (\d+)", counted.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing: {counted.stderr}")
    return int(found[1])


def cost(*command: str) -> tuple[float, int]:
    """The CPU seconds and the peak memory of a command: the best of three runs."""
    runs = []
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        runs.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss))
    return min(seconds for seconds, _ in runs), min(memory for _, memory in runs)


def launcher(folder: Path, name: str, code: str) -> str:
    """A program that starts the app in `code` as an installed console script does."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    script = folder / f"run_{name}.py"
    script.write_text(LAUNCHER.format(name=name), encoding="utf-8")
    return str(script)


def row(what: str, against: str, ratio: float, goal: str) -> None:
    """Print one line of the table."""
    print(f"| {what} | {against} | {ratio:.3f} | {goal} |")


def main() -> None:
    """Measure everything and print the table."""
    loopline = str(Path(sys.executable).with_name("loopline"))
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        smallest = instructions(
            sys.executable, launcher(folder, "smallest", SMALLEST_TYPER), "hello", "you"
        )
        table = instructions(
            sys.executable, launcher(folder, "tabled", TYPER_WITH_TABLE), "hello", "you"
        )
        print("| what | against | ratio | goal |\n| --- | --- | --- | --- |")
        for goal, arguments in (
            ("1.05", ["year", "2021", "--json"]),
            ("1.05", ["year", "2021"]),
            ("1.20", ["search", "legco funding", "--json"]),
        ):
            count = instructions(loopline, *arguments)
            row(f"`{' '.join(arguments)}`", "the smallest Typer program", count / smallest, goal)
        for command in ("show", "year"):
            count = instructions(
                loopline,
                _LOOPLINE_COMPLETE="complete_bash",
                COMP_WORDS=f"loopline {command} 2021",
                COMP_CWORD="2",
            )
            row(f"one TAB on `{command}`", "the same", count / smallest, "1.15")
        count = instructions(loopline, "year", "2021", "-f", "table")
        row("`year 2021 -f table`", "Typer with a Rich table of nine rows", count / table, "1.05")

        bundled = subprocess.check_output([loopline, "list", "--json"])
        (folder / "bundled.json").write_bytes(bundled)
        for name, *arguments in (
            ["python", "-c", "pass"],
            ["jq", "length", str(folder / "bundled.json")],
            ["jrnl", "--version"],
            ["sqlite-utils", "--version"],
            ["khal", "--version"],
        ):
            program = sys.executable if name == "python" else shutil.which(name)
            if program is not None:
                count = instructions(program, *arguments)
                row(f"`{name} {arguments[0]}`", "the smallest Typer program", count / smallest, "")

        record = folder / "record.json"
        items = json.loads(bundled)
        many = [items[number % len(items)] for number in range(SIZE)]
        record.write_text(json.dumps(many, ensure_ascii=False, indent=2), encoding="utf-8")
        seconds, memory = cost(sys.executable, "-c", JSON_LOAD, str(record))
        asked = cost(loopline, "year", "2021", "--json", "--data", str(record))
        what = f"`year 2021 --json --data` with {SIZE} milestones"
        row(f"{what}, CPU", "`json.load` of the file", asked[0] / seconds, "4")
        row(f"{what}, peak memory", "the same", asked[1] / memory, "3")


if __name__ == "__main__":
    main()
