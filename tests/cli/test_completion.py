"""Completion: what TAB offers, by the shells' protocols and in the shells themselves."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import loopline
from loopline.cli.main import run as run_program
from loopline.cli.typer_workarounds import COMPLETE_VARIABLE

Environment = dict[str, str]
Offered = Callable[..., list[str]]
ScriptOf = Callable[[str], Path]
Launch = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

RECORD = loopline.load()
YEARS = ["2017", "2018", "2019", "2020", "2021", "2022", "2023"]
DATES = [milestone.when for milestone in RECORD]
COMMANDS = ["list", "show", "year", "search", "between", "help"]

# Titles with all that a shell could take for its own. What they would do is make a file.
NASTY = [
    ("2021-05-01", "Markup [/b] [red] and (brackets) {a,b} <x> *?"),
    ("2021-05-02", "$(touch made1) `touch made2` ${HOME} $((1+1))"),
    ("2021-05-03", "\"$(touch made3)\" '$(touch made4)' '; touch made5; '"),
    ("2021-05-04", "\\$(touch made6) \\\\$(touch made7)"),
    ("2021-05-05", "A backslash at the end \\"),
    ("2021-05-06", "\\`touch made8` don't \" :colon:)) ; touch made9"),
]


def needs(shell: str) -> pytest.MarkDecorator:
    """Skip a test where its shell is not installed, or runs in another system than Python."""
    missing = os.name == "nt" or shutil.which(shell) is None
    return pytest.mark.skipif(missing, reason=f"{shell} is not installed here")


def protocol(shell: str, line: str) -> Environment:
    """Return the environment in which a shell asks what can follow a line."""
    return {
        COMPLETE_VARIABLE: f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.rpartition(" ")[2],
    }


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Offered:
    """Return a function that asks what can follow a line, as a shell does, in this process."""
    import rich

    def offered(shell: str, line: str, exit_code: int = 0) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, "rich", rich)
            patched.setattr(sys, "argv", ["loopline"])
            for name, value in protocol(shell, line).items():
                patched.setenv(name, os.environ.get(name, value))
            with pytest.raises(SystemExit) as ended:
                run_program()
        stdout, stderr = capsys.readouterr()
        assert (ended.value.code, stderr) == (exit_code, "")
        return [offer for offer in stdout.splitlines() if offer]

    return offered


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("loopline ", COMMANDS),
        ("loopline s", ["show", "search"]),
        ("loopline year ", YEARS),
        ("loopline year 201", ["2017", "2018", "2019"]),
        ("loopline year 1999", []),
        ("loopline show ", [*YEARS, *DATES, "latest"]),
        ("loopline show 2021-09", ["2021-09", "2021-09-06"]),
        ("loopline show 2018 l", ["latest"]),
        ("loopline show '2021-12", ["2021-12-20", "2021-12-30"]),
        ("loopline between 2018 to 2019", ["2019", "2019-02"]),
        ("loopline search x --until 2018", ["2018", "2018-05"]),
        ("loopline year 2021 -f j", ["json", "jsonl"]),
        ("loopline list --r", ["--reverse"]),
        ("loopline list --data nowhere.json --f", ["--full", "--format"]),
    ],
)
def test_offers(line: str, expected: list[str], offered: Offered) -> None:
    """TAB knows the commands, options and formats, and the record's years and dates."""
    assert offered("bash", line) == expected


def test_titles_beside_the_dates(offered: Offered) -> None:
    """Where a shell shows descriptions, a date has its title and a year its number."""
    assert offered("fish", "loopline show 2021-12") == [
        f"{milestone.when}\t{milestone.title}" for milestone in RECORD.on("2021-12")
    ]
    assert offered("fish", "loopline show l") == ["latest\tthe newest milestone"]
    assert offered("zsh", "loopline year 2017") == ['_arguments \'*: :(("2017":"2 milestones"))\'']
    assert offered("powershell", "loopline year 2017") == ["2017:::2 milestones"]


def test_record_of_ones_own(
    offered: Offered, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TAB offers the dates of the record that `--data` or the environment names."""
    path = own_record(("2001-05-01", "A"), ("2001-05-01", "B"), ("2001-05-04", "C [/b] :sun:"))
    expected = ["2001\t3 milestones", "2001-05\tA; B", "2001-05-04\tC [/b] :sun:"]
    if os.name != "nt":
        assert offered("fish", f"loopline show --data {path} 2001") == expected
    monkeypatch.setenv("LOOPLINE_DATA", path)
    assert offered("fish", "loopline show 2001") == expected


@pytest.mark.parametrize("data", ["invalid.json", "nowhere.json", "-", "/dev/stdin", "."])
def test_unusable_record(
    data: str, offered: Offered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a record that cannot be used TAB offers no dates, waits for nothing, and is silent."""
    monkeypatch.chdir(tmp_path)
    Path("invalid.json").write_text("[{}]", encoding="utf-8")
    assert offered("bash", f"loopline show --data {data} ") == ["latest"]


def test_empty_variable(run: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    """The empty variable that PowerShell leaves behind is no request for completion."""
    answer = run("year", "2018", "-f", "table")
    monkeypatch.setenv(COMPLETE_VARIABLE, "")
    assert run("year", "2018", "-f", "table") == answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to be in, so that a file that somebody makes there is seen."""
    place = tmp_path / "folder"
    place.mkdir()
    return place


@pytest.fixture
def environment(program: Path, tmp_path: Path) -> Environment:
    """The environment of a shell in which `loopline` is installed."""
    return {
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.environ["PYTHONPATH"],
        "PATH": os.pathsep.join([str(program.parent), os.environ.get("PATH", os.defpath)]),
        "TERM": "dumb",
    }


@pytest.fixture
def script_of(launch: Launch, tmp_path: Path) -> ScriptOf:
    """Gives the script that `--show-completion` prints for a shell, in a file."""

    def script(shell: str) -> Path:
        named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
        code, stdout, stderr = launch("--show-completion", shell, **named)
        assert (code, stderr) == (0, "")
        path = tmp_path / f"completion.{shell}"
        path.write_text(stdout, encoding="utf-8")
        return path

    return script


@pytest.fixture
def lines_of(launch: Launch, environment: Environment, folder: Path) -> Callable[..., list[str]]:
    """Return a function that returns the lines of a command that complains of nothing."""

    def lines_of(*command: str) -> list[str]:
        code, stdout, stderr = launch(*command, _command=(), _folder=folder, **environment)
        assert (code, stderr, list(folder.iterdir())) == (0, "", [])
        return stdout.splitlines()

    return lines_of


@needs("bash")
def test_in_bash(script_of: ScriptOf, lines_of: Offered, own_record: OwnRecord) -> None:
    """In a real bash, the script that the program prints offers commands, years and dates."""
    commands = (
        f"source '{script_of('bash')}'; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
        '_loopline_completion loopline; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = own_record(*NASTY)
    for line, offered in (
        ("loopline s", ["show", "search"]),
        ("loopline year 2021 -f c", ["csv"]),
        (f"loopline show --data {path} 2021-05-", [date for date, _ in NASTY[1:]]),
    ):
        assert lines_of("bash", "--norc", "-c", commands, "bash", *line.split()) == offered


@needs("fish")
def test_in_fish(script_of: ScriptOf, lines_of: Offered, own_record: OwnRecord) -> None:
    """In a real fish, the script offers the same with the titles as they stand."""
    commands = 'source $argv[1]; complete -C "$argv[2]"'
    fish = ["fish", "--no-config", "-c", commands, str(script_of("fish"))]
    show = f"loopline show --data {own_record(*NASTY)}"
    milestone = RECORD.on("2021-12-20")[0]
    assert lines_of(*fish, "loopline show 2021-12-2") == [f"2021-12-20\t{milestone.title}"]
    assert lines_of(*fish, f"{show} 2021-05-03") == ["\t".join(NASTY[2])]
    dates = [line.split("\t")[0] for line in lines_of(*fish, f"{show} 2021-05-0")]
    assert dates == [date for date, _ in NASTY[1:]]


@needs("zsh")
def test_in_zsh(
    script_of: ScriptOf, environment: Environment, folder: Path, own_record: OwnRecord
) -> None:
    """In a real zsh, TAB completes a date, lists titles, and runs nothing that a title says."""
    import pty

    terminal, inner = pty.openpty()
    zsh = subprocess.Popen(
        [str(shutil.which("zsh")), "-f", "-i"],
        env={**environment, "COLUMNS": "150", "LINES": "60"},
        cwd=folder,
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)

    def type_in(keys: str, mark: str) -> str:
        """Return what comes on the terminal up to a mark; fail if it does not come."""
        os.write(terminal, keys.encode())
        shown, end = "", time.monotonic() + 20
        while mark not in shown:
            assert time.monotonic() < end, f"no {mark} in {shown!r}"
            if select.select([terminal], [], [], 0.5)[0]:
                shown += os.read(terminal, 65536).decode(errors="replace")
        return shown

    try:
        type_in(
            "autoload -Uz compinit; compinit -D -u; LISTMAX=1000; "
            f"source '{script_of('zsh')}'; print REA''DY\n",
            "READY",
        )
        first, last = RECORD.on("2021-12")
        clear = "\x15"
        type_in("loopline sh\t", "loopline show ")
        type_in(f"{clear}loopline show 2017-10\t", "2017-10-03 ")
        assert first.title in type_in(f"{clear}loopline show 2021-12-\t", last.title)
        for milestone in NASTY:
            path = own_record(milestone, ("2022-11-11", "Other"))
            when = milestone[0].removesuffix("-01")
            printed = type_in(f"{clear}loopline show --data {path} 2021-\t", f"{when} ")
            assert "eval" not in printed
        assert list(folder.iterdir()) == []
    finally:
        zsh.kill()
        zsh.wait()
        os.close(terminal)
