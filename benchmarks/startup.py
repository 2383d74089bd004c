"""Measure what loopline costs to start, beside its neighbours, as ratios.

    python benchmarks/startup.py

Counted are executed instructions, which do not depend on how busy the machine is, by valgrind's
callgrind, with PYTHONHASHSEED=0 and compiled byte code. Run it with the Python of an environment
into which loopline is installed, not in editable form, which adds to every start. jq, jrnl,
sqlite-utils and khal are measured too if they are on the PATH. The last rows are CPU time and peak
memory for a data file of 100 000 milestones, against json.load of the same file.
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

# What users wait for, each with how much of the smallest Typer program it may cost.
LOOKUPS = (
    (1.03, ["year", "2021", "--json"]),
    (1.03, ["year", "2021"]),
    (1.35, ["search", "legco", "funding", "--json"]),
    (1.40, ["search", "how", "big", "is", "the", "loop", "--json"]),
)
COMPLETIONS = ((1.06, "loopline show 2021"), (1.06, "loopline year 2021"))
TABLE = (1.06, ["year", "2021", "-f", "table"])


def count_instructions(*command: str, **environment: str) -> int:
    """Return how many instructions a command executes, after one run that compiles its modules."""
    variables = {**os.environ, "PYTHONHASHSEED": "0", **environment}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, env=variables, capture_output=True, check=True)
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = re.search(r"Collected : (\d+)", counted.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing: {counted.stderr}")
    return int(found[1])


def measure_cost(*command: str) -> tuple[float, int]:
    """Return the CPU seconds and the peak memory of a command, the least of three runs."""
    runs = []
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        runs.append((usage.ru_utime + usage.ru_stime, usage.ru_maxrss))
    return min(seconds for seconds, _ in runs), min(memory for _, memory in runs)


def write_launcher(folder: Path, name: str, code: str) -> str:
    """Write a program that starts the app in `code` as a console script does; return its path."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    script = folder / f"run_{name}.py"
    script.write_text(LAUNCHER.format(name=name), encoding="utf-8")
    return str(script)


def print_row(what: str, against: str, ratio: float, goal: float | None = None) -> None:
    """Print one line of the table."""
    print(f"| {what} | {against} | {ratio:.3f} | {'' if goal is None else f'{goal:.2f}'} |")


def measure_start(loopline: str, folder: Path) -> int:
    """Print what lookups and completions cost; return the cost of the smallest Typer program."""
    smallest_script = write_launcher(folder, "smallest", SMALLEST_TYPER)
    table_script = write_launcher(folder, "with_table", TYPER_WITH_TABLE)
    smallest = count_instructions(sys.executable, smallest_script, "hello", "you")
    table = count_instructions(sys.executable, table_script, "hello", "you")
    for goal, arguments in LOOKUPS:
        ratio = count_instructions(loopline, *arguments) / smallest
        print_row(f"`{' '.join(arguments)}`", "the smallest Typer program", ratio, goal)
    for goal, typed in COMPLETIONS:
        count = count_instructions(
            loopline, _LOOPLINE_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD="2"
        )
        print_row(f"TAB after `{typed}`", "the same", count / smallest, goal)
    goal, arguments = TABLE
    ratio = count_instructions(loopline, *arguments) / table
    print_row(f"`{' '.join(arguments)}`", "Typer with a Rich table of nine rows", ratio, goal)
    return smallest


def measure_neighbours(smallest: int, bundled: Path) -> None:
    """Print what other programs cost that do about as much."""
    for name, *arguments in (
        ["python", "-c", "pass"],
        ["jq", "length", str(bundled)],
        ["jrnl", "--version"],
        ["sqlite-utils", "--version"],
        ["khal", "--version"],
    ):
        program = sys.executable if name == "python" else shutil.which(name)
        if program is not None:
            ratio = count_instructions(program, *arguments) / smallest
            print_row(f"`{name} {arguments[0]}`", "the smallest Typer program", ratio)


def measure_large_file(loopline: str, bundled: Path, large: Path) -> None:
    """Print what a data file of SIZE milestones costs."""
    items = json.loads(bundled.read_bytes())
    many = [items[number % len(items)] for number in range(SIZE)]
    large.write_text(json.dumps(many, ensure_ascii=False, indent=2), encoding="utf-8")
    seconds, memory = measure_cost(sys.executable, "-c", JSON_LOAD, str(large))
    cost = measure_cost(loopline, "year", "2021", "--json", "--data", str(large))
    what = f"`year 2021 --json --data` with {SIZE} milestones"
    print_row(f"{what}, CPU", "`json.load` of the file", cost[0] / seconds, 5)
    print_row(f"{what}, peak memory", "the same", cost[1] / memory, 3)


def main() -> None:
    """Measure everything and print the table."""
    loopline = str(Path(sys.executable).with_name("loopline"))
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bundled = folder / "bundled.json"
        bundled.write_bytes(subprocess.check_output([loopline, "list", "--json"]))
        print("| what | against | ratio | goal |\n| --- | --- | --- | --- |")
        smallest = measure_start(loopline, folder)
        measure_neighbours(smallest, bundled)
        measure_large_file(loopline, bundled, folder / "large.json")


if __name__ == "__main__":
    main()
