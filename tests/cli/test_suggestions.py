"""Command lines that are refused: in one line that says why and, if that is evident, what to type.

What is suggested is one that runs, whatever commands and options the program has.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.cli.commands import app
from loopline.cli.suggestions import ALIASES

Run = Callable[..., tuple[int, str, str]]

PROGRAM: Any = typer.main.get_command(app)
PARAMETERS = [parameter for command in PROGRAM.commands.values() for parameter in command.params]
OPTIONS = sorted({name for parameter in PARAMETERS for name in parameter.opts if name[0] == "-"})

MISTAKES = [
    # No command.
    ("2021", "year 2021"),
    ("2021-09", "show 2021-09"),
    ("6 Sep 2021", "show 6 Sep 2021"),
    ("latest", "show latest"),
    ("2021 2022", "between 2021 2022"),
    ("2018 2020 2022", "show 2018 2020 2022"),
    ("2021 to 2022 --json", "between 2021 to 2022 --json"),
    ("legco funding", "search legco funding"),
    ("legco -budget", "search legco -budget"),
    ("2021 budget", "search 2021 budget"),
    ("research", "search research"),
    ("version", "--version"),
    ("list --version", "--version"),
    # Not quite a command.
    ("lst", "list"),
    ("LIST -n 1", "list -n 1"),
    ("lists", "list"),
    ("ls", "list"),
    ("years 2021", "year 2021"),
    ("yaer 2018", "year 2018"),
    ("2021 year", "year 2021"),
    ("--year 2021", "year 2021"),
    ("find funding", "search funding"),
    ("help serch", "help search"),
    # Another command.
    ("year 2021-09", "show 2021-09"),
    ("year 2021 2022", "between 2021 2022"),
    ("year legco", "search legco"),
    ("year --since 2022", "list --since 2022"),
    ("list 2018", "year 2018"),
    ("list --year 2021", "year 2021"),
    ("list in 2021", "search in 2021"),
    ("list since 2022", "search since 2022"),
    ("2021 or 2022", "search 2021 or 2022"),
    ("list funding -r", "search funding -r"),
    ("show first", "search first"),
    ("show 2021 to 2023", "between 2021 to 2023"),
    ("show 2018 --full", "year 2018 --full"),
    ("show 2021-09 --full", "search 2021-09 --full"),
    ("how big is the park", "search how big is the park"),
    ("between legco funding", "search legco funding"),
    # A slip in a date.
    ("show 6 Setp 2021", "show 6 Sep 2021"),
    ("show Setp", "search Setp"),
    ("show 7/2022 -f md", "show 2022-07 -f md"),
    ("list --since 2021.09", "list --since 2021-09"),
    ("search hub --since Setp 2021", 'search hub --since "Sep 2021"'),
    # Options.
    ("--json year 2021", "year 2021 --json"),
    ("-f json year 2018", "year 2018 -f json"),
    ("--json", "list --json"),
    ("--json legco", "search --json legco"),
    ("--md", "list --format md"),
    ("list --markdown", "list --format md"),
    ("year 2021 --csv", "year 2021 --format csv"),
    ("list -f markdown", "list -f md"),
    ("list --format=Text", "list --format=plain"),
    ("list -json", "list --json"),
    ("search funding -json", "search funding --json"),
    ("search funding -md", "search funding --format md"),
    ("list --fromat md", "list --format md"),
    ("list —json –full", "list --json --full"),
    ("list --from=2022", "list --since=2022"),
    ("list --since 6 Sep 2021 -n 1", 'list --since "6 Sep 2021" -n 1'),
    ("search hub --since Jan 2018 --until 2022", 'search hub --since "Jan 2018" --until 2022'),
    ("list --output json", "list --format json"),
    ("lst 2021", "year 2021"),
    ("list -f jsno", "list -f json"),
    # An argument that a shell would not take as it is.
    ("find 'action agenda'", 'search "action agenda"'),
]
UNCLEAR = [
    ("06/09/2021", "“06/09/2021”"),
    ("2021 -n 0", "No such command '2021'"),
    ("list --foo", "--foo"),
    ("list --limit 0", "“0” is not a whole number, 1 or more"),
    ("list -n 1_0", "“1_0” is not a whole number, 1 or more"),
    ("list -n ٣", "“٣” is not a whole number, 1 or more"),
    ("list -n -1", "“-1” is not a whole number, 1 or more"),
    ("list -f xml", "'xml' is not one of 'table', 'plain'"),
    ("list --data", "--data"),
    ("list --json -f csv", "--json cannot be combined with --format csv"),
    ("list --full=yes", "--full"),
    ("list --since tomorrow", "“tomorrow”"),
    ("show this year", "“this year”"),
    ("--install-completio", "--install-completio"),
    ("list -x", "-x"),
    ("list -fxml", "'xml' is not one of"),
    ("search legco -x", "-x"),
    ("year 18", "“18”"),
    ("show", "WHEN"),
    ("show Sep", "“Sep”"),
    ("show 31 Sep 2021", "no day 31"),
    ("between 2021 and", "“and”"),
    ("search", "QUERY"),
    ("between 2022 2021", "2022 is after 2021"),
    ("''", "''"),
    ("'a\x1bb'", r"a\x1bb"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), MISTAKES)
def test_mistakes(typed: str, meant: str, run: Run) -> None:
    """A mistake is answered in one line that ends with the command line to type, and it runs."""
    code, stdout, stderr = run(*shlex.split(typed))
    assert (code, stdout) == (2, "")
    assert re.fullmatch(rf"loopline: .*[.?] Try '{re.escape(f'loopline {meant}')}'\.\n", stderr)
    assert run(*shlex.split(meant))[0] == 0


@pytest.mark.parametrize(("typed", "named"), UNCLEAR)
def test_nothing_suggests_itself(typed: str, named: str, run: Run) -> None:
    """Where it is not evident what was meant, the message names what is wrong and where help is."""
    code, stdout, stderr = run(*shlex.split(typed))
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert named in stderr
    assert re.search(r" See 'loopline( [a-z]+)? --help'\.\n$", stderr)


@pytest.mark.parametrize("query", ["the", "how many", "''"])
def test_nothing_to_look_for(query: str, run: Run) -> None:
    """A query with nothing to look for is answered with how to see everything."""
    code, stdout, stderr = run("search", *shlex.split(query))
    assert (code, stdout) == (2, "")
    assert stderr.endswith(
        "To see every milestone, type 'loopline list'; to count them, 'loopline year'.\n"
    )


WORDS = st.sampled_from(
    [*PROGRAM.commands, *ALIASES, "years", "lst", "2021", "2020-11", "Sep", "6", "latest", "..",
     "to", "in", "from", "since", "-", "legco", "funding", "it's", "2021年", "$HOME", '"a b"']
)  # fmt: skip
MANGLED = st.builds(
    lambda name, change, place: change(name, place),
    st.sampled_from(OPTIONS),
    st.sampled_from(
        [
            lambda name, _: name,
            lambda name, place: name[: place + 1] + name[place + 2 :],
            lambda name, place: f"{name}={place}",
            lambda name, _: name[1:],
            lambda name, _: name.upper(),
        ]
    ),
    st.integers(1, 5),
)
OTHER_OPTIONS = st.sampled_from(
    ["csv", "--format=md", "-rn3", "--until=2022", "--to", "-budget", "--", "-x", "--md", "--csv"]
)


@settings(max_examples=80)
@given(st.lists(st.one_of(WORDS, WORDS, MANGLED, OTHER_OPTIONS), max_size=5))
def test_suggestions_run(run: Run, arguments: list[str]) -> None:
    """Whatever is typed, what is suggested is not refused in its turn."""
    code, stdout, stderr = run(*arguments)
    if code == 2 and arguments not in ([], ["--"]):
        assert (stdout, stderr.count("\n")) == ("", 1)
    if suggested := re.search(r" Try 'loopline (.*)'\.\n$", stderr):
        assert run(*shlex.split(suggested[1]))[0] in (0, 1)


def test_exclusions(run: Run) -> None:
    """`-word` leaves a word out of a search, whatever options stand beside it."""
    without = run("search", "legco NOT funding", "-rn5")
    assert without[1].startswith("2020-11\t")
    assert run("search", "legco", "-funding", "-rn5") == without
    assert run("search", "-rn5", "-funding", "legco") == without
    assert run("search", "-approves funding", "legco")[1] == without[1]
    assert run("search", '-"approves funding" legco') == run(
        "search", '-"approves funding"', "legco"
    )
    for word in ("-road", "-number", "-hub", "-2021", "-北"):
        assert run("search", "legco", word)[0] == 0


@pytest.mark.parametrize("options", ["-r", "-rn3", "-n10", "-rrf md", "-rr", "-fjson", "-fMD"])
def test_short_options_in_a_search(options: str, run: Run) -> None:
    """Short options, also run together or with their values, are no words to leave out."""
    assert run("search", "funding", *options.split()) == run("search", *options.split(), "funding")
    assert run("search", "legco", "--data", "-mine.json")[2].startswith("loopline: “-mine.json” ca")


def test_quoting(run: Run) -> None:
    """Whatever an argument consists of, bash reads what is suggested as it was typed."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("bash is not installed, or may be that of WSL")
    arguments = ["..", "立法會", "a b", "it's", '"a b"', "$HOME", "`id`", "a\\b", "*", "", "~"]
    message = run("find", *arguments)[2]
    assert '立法會 "a b" "it\'s"' in message
    command = message[message.index("'loopline") + 1 : message.rindex("'")]
    script = f'loopline() {{ printf "%s\\n" "$@"; }}; {command}'
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["search", *arguments]
