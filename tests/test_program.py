"""The installed program as a shell sees it: terminals, pipes, broken streams and odd places."""

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
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
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
NO_SPACE = "loopline: Cannot write the result: No space left on device.\n"
CLOSED = "loopline: Cannot write the result: standard output is closed.\n"
FROZEN = str(Path(__file__).with_name("frozen"))
BARE = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONPATH": FROZEN}

needs_terminals = pytest.mark.skipif(
    sys.platform == "win32", reason="this system has no pseudo-terminals"
)
needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None,
    reason="bash is not installed, or may be that of WSL",
)
needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no /dev/full"
)
needs_bytes = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="arguments and file names are text on this system"
)
unbuffered_or_not = pytest.mark.parametrize("environment", [{}, {"PYTHONUNBUFFERED": "1"}])


@pytest.fixture
def by_shell(program: Path, launch: Launch) -> Launch:
    """Return a function that runs a line of shell in which $L is the program."""
    return partial(launch, _command=("bash", "-c"), L=str(program))


@needs_terminals
@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [("between 2018 2020", 0), ("show 2021-09-06", 0), ("search money -n 1", 0), ("lst", 2)],
)
@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"])
def test_a_terminal(terminal: str, arguments: str, exit_code: int, program: Path) -> None:
    """All is as wide as the terminal; results are in colour, unless it is dumb, messages never."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    command = [str(program), *arguments.split()]
    environment = {**BARE, "TERM": terminal}
    printed = b""
    with subprocess.Popen(command, env=environment, stdout=inner, stderr=inner) as process:
        os.close(inner)
        # Linux says so with an error when nobody has the other side open any more.
        with suppress(OSError):
            while part := os.read(outer, 65536):
                printed += part
    os.close(outer)
    shown = printed.decode()
    assert process.returncode == exit_code
    assert ("\x1b" in shown) is (terminal != "dumb" and exit_code == 0)
    assert 30 < max(map(len, ESCAPES.sub("", shown).splitlines())) <= 40
    assert shown.count("\n") > 1


@needs_bash
@pytest.mark.parametrize("arguments", ["list --full", "--help", "--show-completion bash"])
@pytest.mark.parametrize("reader", ["true", "head -c 1 > /dev/null"])
def test_closed_pipe(arguments: str, reader: str, by_shell: Launch) -> None:
    """A reader that ends early is no reason to complain, whether it read something or nothing."""
    code, stdout, stderr = by_shell(
        f"set -o pipefail; {{ sleep 0.1; \"$L\" {arguments}; }} | {{ {reader}; }}"
    )  # fmt: skip
    assert (code in (0, 1), stdout, stderr) == (True, "", "")


@needs_bash
def test_closed_pipe_with_a_large_output(by_shell: Launch, own_record: OwnRecord) -> None:
    """`| head -1` of far more than a pipe holds gives one line and nothing else."""
    path = own_record(*(("2021-05-01", f"Title {number}", "x" * 500) for number in range(2000)))
    outcome = by_shell(f'"$L" list --full --data "{path}" | head -1')
    assert outcome == (0, "2021-05\tTitle 0\n", "")


@needs_full_device
@needs_bash
@unbuffered_or_not
def test_full_disk(environment: dict[str, str], by_shell: Launch) -> None:
    """A full disk ends every output with 1 and one line; for a message it changes nothing."""
    for arguments in ("year 2018", "list --json", "list -f table", "--help"):
        outcome = by_shell(f'"$L" {arguments} > /dev/full', **environment)
        assert outcome == (1, "", NO_SPACE)
    for arguments, code in (("year 1999", 0), ("show 1999", 1), ("lst", 2)):
        assert by_shell(f'"$L" {arguments} 2>/dev/full', **environment)[0] == code


@needs_bash
@unbuffered_or_not
def test_no_part_of_an_answer_is_lost(
    environment: dict[str, str], by_shell: Launch, tmp_path: Path
) -> None:
    """Where a file takes only a part of an answer, that is an error, not a success."""
    command = f'ulimit -f 4; "$L" list --json > "{tmp_path}/file"'
    assert by_shell(command, **environment) == (
        1,
        "",
        "loopline: Cannot write the result: File too large.\n",
    )


@needs_bash
def test_closed_streams(by_shell: Launch) -> None:
    """No answer needs stdin or stderr; without stdout, a result is an error, a mistake still 2."""
    answer = by_shell('"$L" year 2018')
    assert answer[::2] == (0, "")
    assert by_shell('"$L" year 2018 <&- 2>&-') == answer
    for arguments in ("year 2018", "list -f table", "--version", "show --help"):
        assert by_shell(f'"$L" {arguments} >&-') == (1, "", CLOSED)
    assert by_shell('"$L" >&- 2>&- <&-') == (2, "", "")
    code, stdout, stderr = by_shell('"$L" >&-')
    assert (code, stdout, stderr.startswith("Usage: loopline")) == (2, "", True)


@needs_terminals
def test_interrupt(program: Path) -> None:
    """Ctrl-C while a record is read ends with 130, quietly."""
    with subprocess.Popen(
        [program, "list", "--data", "-"],
        env=BARE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Also where the tests run with Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        assert process.stdin is not None
        # This is more than a pipe holds: it is written once the program reads.
        process.stdin.write(b" " * 1_000_000)
        process.send_signal(signal.SIGINT)
        outcome = (*process.communicate(timeout=20), process.returncode)
    assert outcome == (b"", b"", 130)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no LC_ALL")
def test_locale_without_unicode(launch: Launch) -> None:
    """LC_ALL=C is fine: answers are there, JSON is lossless, and messages are readable."""
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, stdout, stderr = launch("list", "--json", **locale)
    assert (code, stderr) == (0, "")
    assert [item["title"] for item in json.loads(stdout)] == [m.title for m in RECORD]
    code, stdout, stderr = launch("year", "20", **locale)
    assert (code, stdout) == (2, "")
    assert re.fullmatch('loopline: "20" is not a year. .* --help\'.\n', stderr)


@needs_bytes
def test_bytes_that_are_no_text(launch: Launch, own_record: OwnRecord, tmp_path: Path) -> None:
    """A query that is not valid in the locale is refused with its bytes escaped; a file is read."""
    code, stdout, stderr = launch("search", b"\xff\xfe")
    assert (code, stdout) == (2, "")
    assert "\\udcff\\udcfe" in stderr
    path = os.fsencode(tmp_path) + b"/mine\xff.json"
    code, stdout, stderr = launch("list", "--data", path)
    assert (code, stdout) == (1, "")
    assert "mine\\udcff" in stderr
    Path(own_record(("2021-05-04", "Mine"))).rename(os.fsdecode(path))
    assert launch("list", "--data", path) == (0, "2021-05-04\tMine\n", "")


@needs_bash
def test_places(by_shell: Launch, tmp_path: Path) -> None:
    """It runs without HOME and in a folder that has been removed, and leaves nothing behind."""
    answer = by_shell('"$L" search legco funding -f table')
    assert answer[::2] == (0, "")
    command = f'mkdir "{tmp_path}/gone"; cd "{tmp_path}/gone"; rmdir "{tmp_path}/gone"; '
    command += '"$L" search legco funding -f table'
    assert by_shell(command, HOME="/nonexistent") == answer
    assert list(tmp_path.iterdir()) == []


@needs_bash
def test_record_in_a_pipe(by_shell: Launch) -> None:
    """What it prints, it reads, also through a pipe."""
    answer = by_shell('"$L" list --full')
    for name in ("-", "/dev/stdin"):
        assert by_shell(f'"$L" list --json | "$L" list --full --data {name}') == answer
