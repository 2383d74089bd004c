"""The installed program as a shell sees it: terminals, pipes, broken streams and odd places."""

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import loopline

if sys.platform != "win32":
    import fcntl
    import pty
    import termios

Launch = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

RECORD = loopline.load()
FORMATS = ["table", "plain", "json", "jsonl", "csv", "md"]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
NO_SPACE = "loopline: Cannot write the result: No space left on device.\n"
CLOSED = "loopline: Cannot write the result: standard output is closed.\n"
FROZEN = str(Path(__file__).with_name("frozen"))
BARE = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONPATH": FROZEN}

needs_terminals = pytest.mark.skipif(
    sys.platform == "win32", reason="this system has no pseudo-terminals"
)
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no /dev/full"
)


class Terminal:
    """A terminal of so many columns; a process writes to `inner`."""

    def __init__(self, columns: int) -> None:
        self._outer, self.inner = pty.openpty()
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(self.inner, termios.TIOCSWINSZ, size)

    def text(self) -> str:
        """All that is written to it until the last process that has it open ends."""
        os.close(self.inner)
        parts = []
        try:
            while part := os.read(self._outer, 65536):
                parts.append(part)
        except OSError:
            pass  # Linux says so when nobody has the other side open any more.
        os.close(self._outer)
        return b"".join(parts).decode().replace("\r\n", "\n")


def on_terminal(
    program: Path, *arguments: str, columns: int = 80, **environment: str
) -> tuple[int, str, str]:
    """Run the program with stdout and stderr each on a terminal of its own."""
    out, err = Terminal(columns), Terminal(columns)
    with subprocess.Popen(
        [program, *arguments],
        env={**BARE, "TERM": "xterm-256color", **environment},
        stdin=subprocess.DEVNULL,
        stdout=out.inner,
        stderr=err.inner,
    ) as process:
        printed, said = out.text(), err.text()
    return process.returncode, printed, said


def by_shell(program: Path, command: str, **environment: str) -> tuple[int, str, str]:
    """Run a line of shell in which $L is the program."""
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 - wherever it is
        env={**BARE, "L": str(program), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@needs_terminals
@pytest.mark.parametrize("columns", [40, 80])
def test_table_on_a_terminal(columns: int, program: Path) -> None:
    """On a terminal the answer is a coloured table of its width with years, titles and caption."""
    code, stdout, stderr = on_terminal(program, "between", "2018", "2020", columns=columns)
    assert (code, stderr) == (0, "")
    assert ESCAPES.search(stdout)
    lines = [line.rstrip() for line in ESCAPES.sub("", stdout).splitlines()]
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if re.fullmatch("[0-9]{4}", line)] == ["2018", "2019", "2020"]
    caption = "1 January 2018 to 31 December 2020: 3 milestones. Source: " + RECORD.source
    assert " ".join(" ".join(lines).split()).endswith(caption)
    if columns == 80:
        shown = [line for line in lines if re.match("[0-9]{4}-", line)]
        expected = [f"{m.when:<10}  {m.title}" for m in RECORD.between("2018", "2020")]
        assert shown == expected


@needs_terminals
@pytest.mark.parametrize("columns", [40, 80])
def test_page_on_a_terminal(columns: int, program: Path) -> None:
    """`show` on a terminal is a page: date in words, title, text, and what is before and after."""
    code, stdout, stderr = on_terminal(program, "show", "2021-09-06", columns=columns)
    assert (code, stderr) == (0, "")
    text = ESCAPES.sub("", stdout)
    assert max(map(len, text.splitlines())) <= columns
    page = " ".join(text.split())
    place = [m.when for m in RECORD].index("2021-09-06")
    before, shown, after = RECORD[place - 1 : place + 2]
    parts = [f"Around {before.when} {before.title}", "6 September 2021", shown.title]
    parts += [*shown.paragraphs, f"After {after.when} {after.title}"]
    parts.append(f"Source: {RECORD.source}")
    assert page == " ".join(parts)


@needs_terminals
def test_messages_on_a_terminal(program: Path, launch: Launch) -> None:
    """A person is told by which other name something was found; a script is not."""
    code, stdout, stderr = on_terminal(program, "search", "lawmakers", "funding", columns=40)
    assert (code, "LegCo" in stdout) == (0, True)
    assert stderr.startswith("lawmakers: matched as “L")
    assert max(map(len, stderr.splitlines())) <= 40
    code, stdout, stderr = launch("search", "lawmakers", "funding")
    assert (code, len(stdout.splitlines()), stderr) == (0, 3, "")


@needs_terminals
def test_terminal_without_colour(program: Path) -> None:
    """TERM=dumb is honoured on a real terminal."""
    code, stdout, stderr = on_terminal(program, "year", TERM="dumb")
    assert (code, "\x1b" in stdout, stderr) == (0, False, "")
    assert "21 milestones" in stdout


@needs_terminals
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("arguments", ["--help", "search --help", "year 20", "lst", ""])
def test_help_and_errors_on_a_terminal(arguments: str, columns: int, program: Path) -> None:
    """Help and errors fit the terminal, whole words to a line, and have no escapes."""
    code, stdout, stderr = on_terminal(program, *arguments.split(), columns=columns)
    asked_for_help = "--help" in arguments
    assert code == (0 if asked_for_help else 2)
    assert (stdout != "", stderr != "") == (asked_for_help, not asked_for_help)
    assert max(map(len, (stdout + stderr).splitlines())) <= columns
    assert "\x1b" not in stdout + stderr


@needs_bash
@pytest.mark.parametrize(
    "arguments",
    ["year 2021", "year 2018 --json", "list --full", "list --full -f table", "--help", "--version",
     "--show-completion bash"],
)  # fmt: skip
@pytest.mark.parametrize("reader", ["true", "head -c 1 > /dev/null"])
def test_closed_pipe(arguments: str, reader: str, program: Path) -> None:
    """A reader that ends early is no reason to complain, whether it read something or nothing."""
    code, stdout, stderr = by_shell(
        program, f"set -o pipefail; {{ sleep 0.1; \"$L\" {arguments}; }} | {{ {reader}; }}"
    )  # fmt: skip
    assert (code in (0, 1), stdout, stderr) == (True, "", "")


@needs_bash
def test_closed_pipe_with_a_large_output(program: Path, own_record: OwnRecord) -> None:
    """`| head -1` of far more than a pipe holds gives one line and nothing else."""
    path = own_record(*(("2021-05-01", f"Title {number}", "x" * 500) for number in range(2000)))
    for name, first in (("plain", "2021-05\tTitle 0\n"), ("json", "[\n")):
        outcome = by_shell(program, f'"$L" list --full -f {name} --data "{path}" | head -1')
        assert outcome == (0, first, "")


@needs_full_device
@pytest.mark.parametrize(
    "arguments",
    ["year 2018", "list --full", "list --json", "list -f table", "--help", "show --help",
     "--version", "year 1999 -f csv"],
)  # fmt: skip
def test_full_disk(arguments: str, program: Path) -> None:
    """A disk that is full ends every output, small or large, with 1 and one line."""
    for environment in ({}, {"PYTHONUNBUFFERED": "1"}):
        outcome = by_shell(program, f'"$L" {arguments} > /dev/full', **environment)
        assert outcome == (1, "", NO_SPACE)


@needs_bash
@pytest.mark.parametrize("environment", [{}, {"PYTHONUNBUFFERED": "1"}])
def test_no_part_of_an_answer_is_lost(
    environment: dict[str, str], program: Path, tmp_path: Path
) -> None:
    """Where a file takes only a part of an answer, that is an error, not a success."""
    command = f'ulimit -f 4; "$L" list --json > "{tmp_path}/file"'
    assert by_shell(program, command, **environment) == (
        1,
        "",
        "loopline: Cannot write the result: File too large.\n",
    )


@needs_full_device
@pytest.mark.parametrize("stderr", ["/dev/full", "&-"])
@pytest.mark.parametrize(("arguments", "code"), [("year 1999", 0), ("show 1999", 1), ("lst", 2)])
def test_messages_that_cannot_be_written(
    arguments: str, code: int, stderr: str, program: Path
) -> None:
    """A message that cannot be written changes no exit code."""
    for environment in ({}, {"PYTHONUNBUFFERED": "1"}):
        assert by_shell(program, f'"$L" {arguments} 2>{stderr}', **environment)[0] == code


@needs_bash
@pytest.mark.parametrize(
    "arguments",
    ["year 2018", "list --json", "list -f table", "--version", "--help", "show --help"],
)
def test_closed_stdout(arguments: str, program: Path) -> None:
    """A closed stdout ends with 1 and one line."""
    assert by_shell(program, f'"$L" {arguments} >&-') == (1, "", CLOSED)


@needs_bash
def test_other_closed_streams(program: Path) -> None:
    """No answer needs stdin or stderr, and no exit code needs a stdout."""
    answer = by_shell(program, '"$L" year 2018')
    assert answer[::2] == (0, "")
    assert by_shell(program, '"$L" year 2018 <&-') == answer
    assert by_shell(program, '"$L" year 2018 2>&-') == answer
    assert by_shell(program, '"$L" year 20 2>&-') == (2, "", "")
    assert by_shell(program, '"$L" year 20 >&- 2>&- <&-') == (2, "", "")
    assert by_shell(program, '"$L" year 20 >&-')[::2] == (
        2,
        "loopline: “20” is not a year. Write it with four digits, such as 2021. "
        "See 'loopline year --help'.\n",
    )


def default_interrupt() -> None:
    """Let Ctrl-C interrupt the process, also where the tests run with it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@needs_terminals
def test_interrupt(program: Path, tmp_path: Path) -> None:
    """Ctrl-C while a FIFO to which nobody writes is read ends with 130, quietly."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [program, "list", "--data", fifo],
        env=BARE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=default_interrupt,  # noqa: PLW1509 - nothing here has threads
    )
    try:
        # Once the FIFO can be opened for writing, the program is there to read it.
        for _ in range(2000):
            try:
                writer = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
                break
            except OSError:
                time.sleep(0.01)
        # A signal that comes just before the program blocks in read() takes effect with the next.
        for _ in range(200):
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
                break
        outcome = (*process.communicate(timeout=20), process.returncode)
        os.close(writer)
    finally:
        process.kill()
    assert outcome == ("", "", 130)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_encodings(encoding: str, program: Path) -> None:
    """No encoding of stdout breaks a format, and JSON gives back the record letter by letter."""
    for name in FORMATS:
        done = subprocess.run(
            [program, "list", "--full", "-f", name],
            env={**BARE, "PYTHONIOENCODING": encoding},
            capture_output=True,
            timeout=60,
            check=False,
        )
        text = done.stdout.decode(encoding)
        assert (done.returncode, text != "", done.stderr) == (0, True, b"")
        if name in ("json", "jsonl"):
            lines = text.splitlines()
            items = json.loads(text) if name == "json" else [json.loads(line) for line in lines]
            texts = [(item["title"], tuple(item["paragraphs"])) for item in items]
            assert texts == [(m.title, m.paragraphs) for m in RECORD]


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_locale_without_unicode(locale: dict[str, str], launch: Launch) -> None:
    """LC_ALL=C is fine: answers are there, JSON is lossless, and messages are readable."""
    code, stdout, stderr = launch("list", "--json", **locale)
    assert (code, stderr) == (0, "")
    assert [item["title"] for item in json.loads(stdout)] == [m.title for m in RECORD]
    code, stdout, stderr = launch("year", "20", **locale)
    assert (code, stdout) == (2, "")
    assert re.fullmatch("loopline: .20. is not a year. .* --help'.\n", stderr)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_bytes_that_are_no_text(locale: str, launch: Launch) -> None:
    """A query or a file name that is not valid in the locale is refused with its bytes escaped."""
    code, stdout, stderr = launch("search", b"\xff\xfe", LC_ALL=locale)
    assert (code, stdout) == (2, "")
    assert "\\udcff\\udcfe" in stderr
    code, stdout, stderr = launch("list", "--data", b"no\xff", LC_ALL=locale)
    assert (code, stdout) == (1, "")
    assert "no\\udcff" in stderr
    code, stdout, stderr = launch("search", b"legco\xff", "funding", LC_ALL=locale)
    assert (code, len(stdout.splitlines()), stderr) == (0, 3, "")


def test_file_name_that_is_no_text(launch: Launch, own_record: OwnRecord, tmp_path: Path) -> None:
    """A file whose name is not valid in the locale is read all the same."""
    path = os.fsencode(tmp_path) + b"/mine\xff.json"
    try:
        Path(own_record(("2021-05-04", "Mine"))).rename(os.fsdecode(path))
    except OSError:
        pytest.skip("this file system has only names that are valid")
    assert launch("list", "--data", path) == (0, "2021-05-04\tMine\n", "")


def test_places(launch: Launch, tmp_path: Path) -> None:
    """It runs without HOME, in a folder that cannot be written to, and leaves nothing behind."""
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0o555)
    answer = launch("search", "legco", "funding", "-f", "table")
    assert answer[::2] == (0, "")
    assert launch("search", "legco", "funding", "-f", "table", _folder=folder) == answer
    assert launch("search", "legco", "funding", "-f", "table", HOME="/nonexistent") == answer
    assert list(folder.iterdir()) == []


@needs_bash
def test_folder_that_is_gone(program: Path, tmp_path: Path) -> None:
    """It runs in a folder that somebody has removed meanwhile."""
    command = f'mkdir "{tmp_path}/gone"; cd "{tmp_path}/gone"; rmdir "{tmp_path}/gone"; '
    answer = by_shell(program, '"$L" year 2018')
    assert by_shell(program, command + '"$L" year 2018') == answer


@needs_bash
def test_record_in_a_pipe(program: Path) -> None:
    """What it prints, it reads, also through a pipe."""
    answer = by_shell(program, '"$L" list --full')
    for name in ("-", "/dev/stdin"):
        assert by_shell(program, f'"$L" list --json | "$L" list --full --data {name}') == answer


def test_home_that_cannot_be_written_to(launch: Launch) -> None:
    """Completion that cannot be installed is told by the file, and does not blame stdout."""
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "HOME": "/dev/null"}
    code, stdout, stderr = launch("--install-completion", "bash", **named)
    assert (code, stdout) == (1, "")
    assert re.fullmatch(r"loopline: /dev/null.*: .*\.\n", stderr)


@needs_bash
def test_pipe_that_does_not_block(program: Path) -> None:
    """A pipe that is full and does not wait gets a part of the answer, and that is an error."""
    script = (
        "import os, subprocess, sys; reader, writer = os.pipe(); os.set_blocking(writer, False); "
        "os.write(writer, bytes(65536)); "
        "done = subprocess.run(sys.argv[1:], stdout=writer); sys.exit(done.returncode)"
    )
    command = f'"{sys.executable}" -c "{script}" "$L" list --json'
    code, stdout, stderr = by_shell(program, command)
    assert (code, stdout) == (1, "")
    assert stderr.startswith("loopline: Cannot write the result: ")


@pytest.mark.parametrize("query", ["legco funding " * 5_000, "x" * 100_000, '"' * 20_000 + "z"])
def test_long_query(query: str, launch: Launch) -> None:
    """A query of 10 000 words or 100 000 characters is answered."""
    code, stdout, stderr = launch("search", query)
    assert (code, len(stderr) < 700) == (0, True)
    assert len(stdout.splitlines()) == (3 if "legco" in query else 0)
