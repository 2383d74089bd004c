"""The command that was meant: what a refused command line is answered with, and that it runs."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loopline.cli.quoting import quote_command
from loopline.cli.suggestions import suggest

Run = Callable[..., tuple[int, str, str]]

MISTAKES = [
    # No command.
    ("2021", "year 2021"),
    ("2021-09", "show 2021-09"),
    ("Sep 2021", "show Sep 2021"),
    ("6 Sep 2021", "show 6 Sep 2021"),
    ("latest", "show latest"),
    ("last", "show latest"),
    ("latest 3", "list --reverse --limit 3"),
    ("2021 2022", "between 2021 2022"),
    ("2021 to 2022 --json", "between 2021 to 2022 --json"),
    ("Oct 2021 Oct 2022", "show Oct 2021 Oct 2022"),
    ("legco funding", "search legco funding"),
    ("legco -budget", "search legco -budget"),
    ("2021 budget", "search 2021 budget"),
    ("research", "search research"),
    ("version", "--version"),
    ("VERSION", "--version"),
    # Not quite a command.
    ("lst", "list"),
    ("LIST -n 1", "list --limit 1"),
    ("yaer 2018", "year 2018"),
    ("serch funding", "search funding"),
    ("find funding", "search funding"),
    ("grep 'action agenda'", 'search "action agenda"'),
    ("help serch", "help search"),
    ("help foo", "help"),
    ("hlep", "help"),
    # Another command.
    ("year 2021-09", "show 2021-09"),
    ("year Sep 2021", "show Sep 2021"),
    ("year latest", "show latest"),
    ("year 2021 2022", "between 2021 2022"),
    ("year 2022 2021 -f csv", "between 2021 2022 --format csv"),
    ("year legco", "search legco"),
    ("list 2018", "year 2018"),
    ("list 2021-09", "show 2021-09"),
    ("list funding", "search funding"),
    ("list latest 3", "list --reverse --limit 3"),
    ("show latest 3", "list --reverse --limit 3 --full"),
    ("show latest -n 3", "list --reverse --limit 3 --full"),
    ("show 2021 to 2023", "between 2021 to 2023"),
    ("show legco funding", "search legco funding"),
    ("show 2018 --full", "show 2018"),
    ("show 2018 -r --json", "list --since 2018 --until 2018 --reverse --json --full"),
    ("show Sep 2021 -n1", "list --since 2021-09 --until 2021-09 --limit 1 --full"),
    ("between 2022 2021", "between 2021 2022"),
    ("between 6 Sep 2021 2020", 'between 2020 "6 Sep 2021"'),
    ("between 2021 2022 2023", "show 2021 2022 2023"),
    ("between latest 2021", "between 2021 latest"),
    ("--json between 2022 latest", "between 2022 latest --json"),
    ("year --since 2022", "list --since 2022"),
    ("between legco funding", "search legco funding"),
    ("between 2021 2022 --since 2021-06", "list --since 2021-06 --until 2022"),
    ("year 2021 --since 2021-06", "list --since 2021-06 --until 2021"),
    ("year 2021 --until Sep 2021", "list --since 2021 --until 2021-09"),
    # A slip in a date.
    ("show 6 Setp 2021", "show 6 Sep 2021"),
    ("show 2021/9/6 2021.12.20", "show 2021/9/6 2021-12-20"),
    ("between Jann 2021 to Dec 2021", "between Jan 2021 to Dec 2021"),
    ("6 Setp 2021 --json", "show 6 Sep 2021 --json"),
    ("list --since 6 Setp 2021", "list --since 2021-09-06"),
    # Options.
    ("--json year 2018", "year 2018 --json"),
    ("-f json year 2018", "year 2018 --format json"),
    ("--format=json list -n1", "list --format json --limit 1"),
    ("--json", "list --json"),
    ("list --last 3", "list --reverse --limit 3"),
    ("list --first=3", "list --limit 3"),
    ("list --from 2022 --to Oct 2022", "list --since 2022 --until 2022-10"),
    ("list --since 6 Sep 2021", "list --since 2021-09-06"),
    ("list -json", "list --json"),
    ("list -since 2022", "list --since 2022"),
    ("list --jsno", "list --json"),
    ("list --fromat md", "list --format md"),
    ("list -f markdown", "list --format md"),
    ("list --format Text", "list --format plain"),
    ("list --full=yes", "list --full"),
    ("search funding --since Oct 2018", "search funding --since 2018-10"),
    ("search funding -json", "search funding --json"),
    ("search funding -rn1 --fulll", "search funding --reverse --limit 1 --full"),
    ("help list --json", "help list"),
]
NO_SUGGESTION = [
    "06/09/2021", "list --foo", "list --limit 0", f"list --limit {'9' * 5000}",
    "list --fomat xml", "list --jsno --data", "list --limit", "list -f xml", "list --data",
    "list --json -f csv", "list --since tomorrow", "list --since 2022 --until 2021", "year 18",
    "show 31 Sep 2021", "show Sep", "show 2021 Friday", "search", "search the", "search --since",
    "year 2021 -- --json", "show 2021 2022 -n 1", "show 2021 latest -n 1", "serch", "", "the",
    "'a\x1bb'", "between 2021 to 2020", "list -n 1 -x",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), MISTAKES)
def test_mistakes(typed: str, meant: str, run: Run) -> None:
    """A mistake is answered in one line that ends with the command line to type, and it runs."""
    code, stdout, stderr = run(*shlex.split(typed))
    assert (code, stdout) == (2, "")
    assert re.fullmatch(rf"loopline: .*\. Try '{re.escape(f'loopline {meant}')}'\.\n", stderr)
    assert run(*shlex.split(meant))[0] == 0


@pytest.mark.parametrize("typed", NO_SUGGESTION)
def test_nothing_suggests_itself(typed: str, run: Run) -> None:
    """Where it is not evident what was meant, nothing is suggested but the help."""
    code, stdout, stderr = run(*shlex.split(typed))
    assert (code, stdout) == (2, "")
    assert "Try" not in stderr
    assert re.search(r"See 'loopline( [a-z]+)? --help'\.\n$", stderr) or typed == ""


WORDS = st.sampled_from(
    ["list", "show", "year", "search", "between", "help", "lst", "2021", "2020-11", "Sep", "6",
     "latest", "..", "to", "-", "legco", "funding", "it's", "3", "2021年", "$HOME", '"a b"', "a b"]
)  # fmt: skip
OPTIONS = st.sampled_from(
    ["--json", "-f", "md", "csv", "--format=md", "-n", "3", "-rn3", "-r", "--full", "--since",
     "--until=2022", "--last", "--data", "-budget", "--", "-x", "--foo", "-json", "-nx", "--json=1"]
)  # fmt: skip


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_quoting() -> None:
    """Whatever an argument consists of, bash reads it back as it was."""
    arguments = [
        "2021-09",
        "..",
        "立法會",
        "a b",
        "it's",
        '"a b"',
        "$HOME",
        "`id`",
        "a\\b",
        "*",
        "",
        "~",
    ]
    command = quote_command(arguments)
    assert command.startswith('\'loopline 2021-09 .. 立法會 "a b" "it\'s" ')
    script = f'loopline() {{ printf "%s\\n" "$@"; }}; {command[1:-1]}'
    command_line = ["bash", "-c", script]
    done = subprocess.run(command_line, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == arguments


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(WORDS, WORDS, OPTIONS), max_size=6))
def test_suggestions_run(run: Run, arguments: list[str]) -> None:
    """Whatever is typed, what is suggested is not refused in its turn."""
    if (suggestion := suggest(arguments)) is not None and "--data" not in suggestion:
        assert run(*suggestion)[0] in (0, 1)
