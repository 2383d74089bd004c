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


@pytest.mark.parametrize("content", [None, "{}", "[{}]", "[]"])
def test_unusable_record(
    content: str | None, offered: Offered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a record that cannot be used TAB offers no dates, and is silent."""
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("mine.json").write_text(content, encoding="utf-8")
    assert offered("bash", "loopline show --data mine.json ") == ["latest"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_what_is_no_regular_file_is_not_read(offered: Offered, tmp_path: Path) -> None:
    """TAB waits neither for the keyboard nor for a FIFO that nobody writes to."""
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path / "fifo", "/dev/stdin", "-"):
        assert offered("bash", f"loopline show --data {path} ") == ["latest"]


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


def lines_of(command: list[str], environment: Environment, folder: Path) -> list[str]:
    """The lines that a command prints, which has nothing to complain of."""
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def in_bash(words: list[str], script: Path, environment: Environment, folder: Path) -> list[str]:
    """What bash has to offer for the last of the words."""
    commands = (
        f"source '{script}'; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
        '_loopline_completion loopline; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    shell = str(shutil.which("bash"))
    return lines_of([shell, "--norc", "-c", commands, "bash", *words], environment, folder)


@needs("bash")
def test_in_bash(
    script_of: ScriptOf, environment: Environment, folder: Path, own_record: OwnRecord
) -> None:
    """In a real bash, the script that the program prints offers commands, years and dates."""
    script = script_of("bash")
    path = own_record(*NASTY)
    for words, offered in (
        (["loopline", "s"], ["show", "search"]),
        (["loopline", "show", "2021-12"], ["2021-12-20", "2021-12-30"]),
        (["loopline", "year", "2021", "-f", "c"], ["csv"]),
        (["loopline", "show", "--data", path, "2021-05-"], [date for date, _ in NASTY[1:]]),
    ):
        assert in_bash(words, script, environment, folder) == offered
    assert list(folder.iterdir()) == []


@needs("fish")
def test_in_fish(
    script_of: ScriptOf, environment: Environment, folder: Path, own_record: OwnRecord
) -> None:
    """In a real fish, the script offers the same with the titles as they stand."""
    script = script_of("fish")
    commands = 'source $argv[1]; complete -C "$argv[2]"'
    path = own_record(*NASTY)
    for line, offered in (
        ("loopline s", ["search", "show"]),
        ("loopline show 2021-12-2", [f"2021-12-20\t{RECORD.on('2021-12-20')[0].title}"]),
        (f"loopline show --data {path} 2021-05-0", [date for date, _ in NASTY[1:]]),
        (f"loopline show --data {path} 2021-05-03", ["\t".join(NASTY[2])]),
    ):  # fmt: skip
        shell = str(shutil.which("fish"))
        command = [shell, "--no-config", "-c", commands, str(script), line]
        shown = lines_of(command, environment, folder)
        assert [text if "\t" in offered[0] else text.split("\t")[0] for text in shown] == offered
    assert list(folder.iterdir()) == []


class Zsh:
    """An interactive zsh on a terminal, with the completion that a script sets up."""

    def __init__(self, script: Path, environment: Environment, folder: Path) -> None:
        self._buffer = folder.parent / "buffer"
        import pty

        self._terminal, inner = pty.openpty()
        self._zsh = subprocess.Popen(
            [str(shutil.which("zsh")), "-f", "-i"],
            env={**environment, "COLUMNS": "150", "LINES": "60"},
            cwd=folder,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
        )
        os.close(inner)
        self._send(
            "autoload -Uz compinit; compinit -D -u; LISTMAX=1000; "
            f"source '{script}'; keep() {{ print -r -- \"$BUFFER\" > '{self._buffer}'; BUFFER=; "
            "zle -M KE''PT }; zle -N keep; bindkey '^X' keep; print REA''DY\n"
        )
        self.read_until("READY")

    def _send(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def read_until(self, mark: str) -> str:
        """What comes on the terminal up to a mark; fails if it does not come."""
        text, end = "", time.monotonic() + 20
        while mark not in text:
            assert time.monotonic() < end, f"no {mark} in {text!r}"
            if select.select([self._terminal], [], [], 0.5)[0]:
                text += os.read(self._terminal, 65536).decode(errors="replace")
        return text

    def complete(self, line: str) -> tuple[str, str]:
        """The line after a TAB at its end, and what was printed meanwhile."""
        self._send(f"{line}\t\x18")
        printed = self.read_until("KEPT")
        return self._buffer.read_text(encoding="utf-8").removesuffix("\n"), printed

    def list_for(self, line: str, last: str) -> str:
        """What is listed under a line after a TAB, up to the text that ends it."""
        self._send(f"{line}\t")
        listed = self.read_until(last)
        self._send("\x18")
        self.read_until("KEPT")
        return listed

    def close(self) -> None:
        """End the shell."""
        self._zsh.kill()
        self._zsh.wait()
        os.close(self._terminal)


@needs("zsh")
def test_in_zsh(
    script_of: ScriptOf, environment: Environment, folder: Path, own_record: OwnRecord
) -> None:
    """In a real zsh, TAB completes a date, lists titles, and runs nothing that a title says."""
    zsh = Zsh(script_of("zsh"), environment, folder)
    try:
        assert zsh.complete("loopline sh")[0] == "loopline show "
        assert zsh.complete("loopline search zzqq")[0].rstrip() == "loopline search zzqq"
        assert zsh.complete("loopline show 2017-10")[0] == "loopline show 2017-10-03 "
        first, last = RECORD.on("2021-12")
        assert first.title in zsh.list_for("loopline show 2021-12-", last.title)
        for place, milestone in enumerate(NASTY):
            other = ("2022-11-11", "Other")
            line = f"loopline show --data {own_record(milestone, other)} 2021-"
            completed, printed = zsh.complete(line)
            when = milestone[0][:7] if place == 0 else milestone[0]
            assert list(folder.iterdir()) == []
            assert "eval" not in printed
            assert completed == f"{line.removesuffix('2021-')}{when} "
    finally:
        zsh.close()
