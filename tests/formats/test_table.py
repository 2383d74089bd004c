"""`table`: what one sees on a terminal, from 20 columns to 200."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import loopline

YEARS = map(str, range(2017, 2024))

Run = Callable[..., tuple[int, str, str]]
Draw = Callable[..., str]
OwnRecord = Callable[..., str]


@pytest.fixture
def draw(run: Run, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Return what a command shows on a terminal: `draw("year 2021", 80)`."""

    def draw(command: str, width: int, *more: str) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        code, stdout, stderr = run(*command.split(), "-f", "table", *more)
        assert (code, stderr) == (0, "")
        return stdout

    return draw


@pytest.fixture
def mine(own_record: OwnRecord) -> tuple[str, str]:
    """Return the option that reads a record of one's own, of two years."""
    return "--data", own_record(
        ("2021-09-06", "Hong Kong SAR and Shenzhen sign", "They signed.", "It is published."),
        ("2021-10-01", "Consultant appointed", "HSITPL did it."),
        ("2022-02-01", "Budget earmarks money", "HK$10 billion."),
    )


def rule(width: int) -> str:
    """Return a line across the terminal."""
    return "─" * width + "\n"


def test_a_list_has_a_header_a_section_for_each_year_and_a_caption(
    draw: Draw, mine: tuple[str, str]
) -> None:
    """Each milestone is a line, years are set apart, and the caption says what this is."""
    assert draw("list", 80, *mine) == (
        "Date         Milestone\n"
        f"{rule(80)}"
        "2021-09-06   Hong Kong SAR and Shenzhen sign\n"
        "2021-10      Consultant appointed\n"
        f"{rule(80)}"
        "2022-02      Budget earmarks money\n"
        "\n"
        "3 milestones. Source: own.json\n"
    )


def test_full_has_the_paragraphs_under_the_title(draw: Draw, mine: tuple[str, str]) -> None:
    """With the texts, a blank line parts paragraphs, and milestones of a year."""
    assert draw("year 2021 --full", 40, *mine) == (
        "Date         Milestone\n"
        f"{rule(40)}"
        "2021-09-06   Hong Kong SAR and Shenzhen\n"
        "             sign\n"
        "\n"
        "             They signed.\n"
        "\n"
        "             It is published.\n"
        "\n"
        "2021-10      Consultant appointed\n"
        "\n"
        "             HSITPL did it.\n"
        "\n"
        "2021: 2 milestones. Source: own.json\n"
    )


def test_on_a_narrow_terminal_the_title_is_under_its_date(
    draw: Draw, mine: tuple[str, str]
) -> None:
    """Where date and title have no room side by side, they are beneath each other."""
    assert draw("list -r", 24, *mine) == (
        "2022-02\n"
        "Budget earmarks money\n"
        f"{rule(24)}"
        "2021-10\n"
        "Consultant appointed\n"
        "\n"
        "2021-09-06\n"
        "Hong Kong SAR and\n"
        "Shenzhen sign\n"
        "\n"
        "3 milestones. Source:\n"
        "own.json\n"
    )


def test_a_search_shows_what_stands_around_the_match(
    draw: Draw, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each title has an excerpt under it, and the caption says how to read the whole text."""
    path = own_record(
        ("2021-05-01", "Funding approved", "Not this.", f"{'a ' * 60}funding it {'b ' * 60}b"),
        ("2021-06-01", "More funding"),
    )
    monkeypatch.chdir(Path(path).parent)
    assert draw("search funding", 60, "--data", "own.json") == (
        "Date      Milestone\n"
        f"{rule(60)}"
        "2021-05   Funding approved\n"
        "          ... a a a a a a a a a a a a a a a a a a a a a a a\n"
        "          a a funding it b b b b b b b b b b b b b b b b b b\n"
        "          b b b b b ...\n"
        "\n"
        "2021-06   More funding\n"
        "\n"
        "“funding”: 2 milestones. Source: own.json\n"
        "Read more with --full or 'loopline show 2021-05 --data\n"
        "own.json'.\n"
    )


@pytest.mark.parametrize(("width", "longest", "shortest"), [(20, 10, 1), (80, 70, 2)])
def test_counts_are_bars_that_fit_the_terminal(
    width: int, longest: int, shortest: int, draw: Draw, own_record: OwnRecord
) -> None:
    """`year` shows the number of each year as a bar, the longest of which fits the line."""
    days = [(f"2021-03-{day:02}", "Title") for day in range(2, 31)]
    path = own_record(("0917-02-01", "Title"), *days)
    assert draw("year", width, "--data", path).startswith(
        "Year   Milestones\n"
        f"{rule(width)}"
        f"0917   {'█' * shortest} 1\n"
        f"2021   {'█' * longest} 29\n"
        "\n"
        "30 milestones."
    )


def test_at_80_columns_every_title_of_the_record_is_whole(draw: Draw) -> None:
    """Date and title of each milestone stand on one line at 80 columns."""
    lines = draw("list", 80).splitlines()
    assert [line for line in lines if line[4:5] == "-"] == [
        f"{m.when:13}{m.title}" for m in loopline.load()
    ]


@pytest.mark.parametrize(
    "command",
    ["list", "list --full", "search GBA --full", "show 2017 2018 2019 2020 2021 2022 2023"],
)
@given(width=st.integers(20, 200))
@example(width=20)
@example(width=39)
@example(width=40)
@settings(max_examples=15)
def test_no_word_of_the_record_is_lost_at_any_width(command: str, width: int, draw: Draw) -> None:
    """From 20 columns to 200 all words are there in their order, and no date is broken."""
    shown = draw(command, width)
    assert max(map(cell_len, shown.splitlines())) <= min(width, 100)
    assert not re.search(" $|\n\n\n", shown, re.MULTILINE)
    record = loopline.load()
    place, letters = 0, "".join(shown.split())
    for milestone in record.search("GBA") if "GBA" in command else record:
        date = milestone.period.describe() if "show" in command else milestone.when
        assert date in shown
        texts = [milestone.title] if command == "list" else milestone.texts
        for text in (date, *texts):
            place = letters.index("".join(text.split()), place)


@pytest.mark.parametrize("width", [20, 80])
@pytest.mark.parametrize("text", ["[/b]", "[b]x", ":sun:", "[link=x]y", "a\\[b]", "合" * 500])
def test_what_rich_takes_for_markup_comes_out_literally(
    text: str, width: int, draw: Draw, own_record: OwnRecord
) -> None:
    """No text is taken for a style or a picture, and none is cut."""
    path = own_record(("2021-09-06", text, text), ("2021-09-07", text))
    for command in ("list --full", "show 2021-09-06"):
        letters = "".join(draw(command, width, "--data", path).split())
        assert letters.count(text) == 3


def test_an_excerpt_of_chinese_is_cut_between_characters(draw: Draw, own_record: OwnRecord) -> None:
    """A text without blanks, twice as wide as any other, gives an excerpt as wide as any other."""
    path = own_record(("2021-05-01", "Title", f"{'合' * 500}撥款{'區' * 500}"))
    letters = "".join(draw("search 撥款", 80, "--data", path).split())
    assert f"...{'合' * 25}撥款{'區' * 25}..." in letters


@pytest.mark.parametrize(
    ("variables", "title"),
    [
        ("", "Funding approved"),
        ("FORCE_COLOR TERM", "Funding approved"),
        ("FORCE_COLOR", "\x1b[1;4;91mFunding\x1b[0m\x1b[1m approved\x1b[0m"),
        ("FORCE_COLOR NO_COLOR", "\x1b[1;4mFunding\x1b[0m\x1b[1m approved\x1b[0m"),
    ],
)
def test_colour_is_as_the_environment_wants_it(
    variables: str, title: str, draw: Draw, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe has no escape, nor has a dumb terminal, and NO_COLOR leaves weight and underline."""
    for name in variables.split():
        monkeypatch.setenv(name, "dumb")
    shown = draw("search funding", 80, "--data", own_record(("2021-05-01", "Funding approved")))
    assert title in shown
    assert ("\x1b" in shown) is ("\x1b" in title)
    assert ("\x1b[1;94m2021-05\x1b[0m" in shown) is ("91m" in title)
