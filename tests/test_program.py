"""The installed program as a shell sees it: terminals, pipes, broken streams and odd places."""

import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import loopline

Launch = Callable[..., tuple[int, str, str]]
OwnRecord = Callable[..., str]

RECORD = loopline.load()
FORMATS = ["table", "plain", "json", "jsonl", "csv", "md"]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
NO_SPACE = "loopline: cannot write the result: No space left on device\n"
CLOSED = "loopline: cannot write the result: standard output is closed\n"
BARE = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}

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


@pytest.mark.parametrize("columns", [40, 80])
def test_table_on_a_terminal(columns: int, program: Path) -> None:
    """On a terminal the answer is a coloured table of its width with years, titles and caption."""
    code, stdout, stderr = on_terminal(program, "between", "2018", "2020", columns=columns)
    assert (code, stderr) == (0, "")
    assert ESCAPES.search(stdout)
    lines = [line.rstrip() for line in ESCAPES.sub("", stdout).splitlines()]
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if re.fullmatch("[0-9]{4}", line)] == ["2018", "2019", "2020"]
    assert "1 January 2018 to 31 December 2020:" in " ".join(lines)
    assert " ".join(lines).endswith(" 3 milestones")
    if columns == 80:
        shown = [line for line in lines if re.match("[0-9]{4}-", line)]
        expected = [f"{m.when:<10}  {m.title}" for m in RECORD.between("2018", "2020")]
        assert shown == expected


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
    assert page == " ".join(parts)


def test_asides_on_a_terminal(program: Path, launch: Launch) -> None:
    """A person is told by which other name something was found; a script is not."""
    code, stdout, stderr = on_terminal(program, "search", "legco")
    assert (code, stderr) == (0, "legco: also “Legislative Council”\n")
    assert "LegCo" in stdout
    code, stdout, stderr = launch("search", "legco")
    assert (code, len(stdout.splitlines()), stderr) == (0, 4, "")


@pytest.mark.parametrize(("term", "no_colour"), [("dumb", ""), ("xterm-256color", "1")])
def test_terminal_without_colour(term: str, no_colour: str, program: Path) -> None:
    """TERM=dumb and NO_COLOR are honoured on a real terminal."""
    code, stdout, stderr = on_terminal(program, "year", TERM=term, NO_COLOR=no_colour)
    assert (code, stderr) == (0, "")
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7])[;m]", stdout)
    assert ("\x1b" in stdout) == (term != "dumb")
    assert "21 milestones" in stdout


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"], ["year", "20"], []])
def test_help_and_errors_on_a_terminal(arguments: list[str], columns: int, program: Path) -> None:
    """Help fits the terminal; an error is one line that it may break, and uncoloured."""
    code, stdout, stderr = on_terminal(program, *arguments, columns=columns)
    asked_for_help = "--help" in arguments
    assert code == (0 if asked_for_help else 2)
    assert (stdout != "", stderr != "") == (asked_for_help, not asked_for_help)
    if arguments == ["year", "20"]:
        assert (stderr.count("\n"), ESCAPES.search(stderr)) == (1, None)
    else:
        assert max(map(len, ESCAPES.sub("", stdout + stderr).splitlines())) <= columns


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
    assert by_shell(program, f'"$L" {arguments} > /dev/full') == (1, "", NO_SPACE)


@pytest.mark.parametrize(
    "arguments",
    ["year 2018", "list --json", "list -f table", "--version", "--help", "show --help"],
)
def test_closed_stdout(arguments: str, program: Path) -> None:
    """A closed stdout ends with 1 and one line."""
    assert by_shell(program, f'"$L" {arguments} >&-') == (1, "", CLOSED)


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
        "loopline: “20” is not a year; write it with four digits, as 2021; "
        "more: loopline year --help\n",
    )


def test_interrupt(program: Path, tmp_path: Path) -> None:
    """Ctrl-C while a FIFO to which nobody writes is read ends with 130, quietly."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [program, "list", "--data", fifo],
        env=BARE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        # Once the FIFO can be opened for writing, the program is there to read it.
        deadline = time.monotonic() + 20
        while True:
            try:
                writer = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.01)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        outcome = (*process.communicate(timeout=20), process.returncode)
        os.close(writer)
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
    assert re.fullmatch("loopline: .20. is not a year; .* --help\n", stderr)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_bytes_that_are_no_text(locale: str, launch: Launch) -> None:
    """A query or a file name that is not valid in the locale is refused with its bytes escaped."""
    code, stdout, stderr = launch("search", b"\xff\xfe", LC_ALL=locale)
    assert (code, stdout) == (2, "")
    assert stderr == (
        "loopline: there is no word in “\\udcff\\udcfe” to look for; more: loopline search --help\n"
    )
    code, stdout, stderr = launch("list", "--data", b"no\xff", LC_ALL=locale)
    assert (code, stdout) == (1, "")
    assert stderr == "loopline: “no\\udcff”: cannot be read: No such file or directory\n"
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


def test_folder_that_is_gone(program: Path, tmp_path: Path) -> None:
    """It runs in a folder that somebody has removed meanwhile."""
    command = f'mkdir "{tmp_path}/gone"; cd "{tmp_path}/gone"; rmdir "{tmp_path}/gone"; '
    answer = by_shell(program, '"$L" year 2018')
    assert by_shell(program, command + '"$L" year 2018') == answer


def test_data_of_the_environment(launch: Launch, own_record: OwnRecord) -> None:
    """LOOPLINE_DATA names the record to use, and a `--data` beside it wins."""
    path = own_record(("2001-05-04", "Mine"))
    assert launch("list", LOOPLINE_DATA=path) == (0, "2001-05-04\tMine\n", "")
    assert launch("list", "--data", path, LOOPLINE_DATA="x.json") == launch("list", "--data", path)
    refusal = (
        "loopline: “x.json”: cannot be read: No such file or directory; "
        "LOOPLINE_DATA names this file\n"
    )
    assert launch("list", LOOPLINE_DATA="x.json") == (1, "", refusal)


def test_record_in_a_pipe(program: Path) -> None:
    """What it prints, it reads, also through a pipe."""
    answer = by_shell(program, '"$L" list --full')
    piped = by_shell(program, '"$L" list --json | "$L" list --full --data /dev/stdin')
    assert piped == answer


def test_fault(launch: Launch, tmp_path: Path) -> None:
    """A bug is one line with the version that asks for a report; its traceback is for who asks."""
    broken = "raise RuntimeError('broken on\\npurpose')\n"
    (tmp_path / "Stemmer.py").write_text(broken, encoding="utf-8")
    assert launch("search", "legco", PYTHONPATH=str(tmp_path)) == (
        1,
        "",
        f"loopline: a fault in loopline {loopline.__version__}, please report it: "
        "RuntimeError: broken on purpose\n",
    )
    asked = {"PYTHONPATH": str(tmp_path), "LOOPLINE_TRACEBACK": "1"}
    code, stdout, stderr = launch("search", "legco", **asked)
    assert (code, stdout) == (1, "")
    assert all(part in stderr for part in ("Traceback", "Stemmer.py", "RuntimeError", "broken on"))


@pytest.mark.parametrize("query", ["legco funding " * 5_000, "x" * 100_000, '"' * 20_000 + "z"])
def test_long_query(query: str, launch: Launch) -> None:
    """A query of 10 000 words or 100 000 characters is answered, and at once."""
    begin = time.monotonic()
    code, stdout, stderr = launch("search", query)
    assert time.monotonic() - begin < 5
    assert (code, len(stderr) < 700) == (0, True)
    assert len(stdout.splitlines()) == (3 if "legco" in query else 0)
