"""`table`: what one sees on a terminal, from 10 columns to 300."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

import loopline
from loopline.formats.rich_table import Body, MilestoneTable, YearBars, full_text, title
from loopline.models import Milestone

RECORD = loopline.load()
WIDTHS = [10, 20, 39, 40, 80, 200, 300]
BODIES = [title, full_text]
SIGNED = Milestone(
    date(2021, 9, 6), "day", "Hong Kong SAR and Shenzhen sign", ("They signed.", "It is published.")
)
APPOINTED = Milestone(date(2021, 10, 1), "month", "Consultant appointed", ("HSITPL did it.",))
BUDGET = Milestone(date(2022, 2, 1), "month", "Budget earmarks money", ("HK$10 billion.",))
LITERAL = [
    "[sic]",
    "[/b]",
    "[bold]loud[/bold]",
    ":sun:",
    "[link=x]y",
    "a\\[b]",
    "深港科技創新合作區",
]
# What passes the door, without the characters whose width depends on the terminal.
TEXTS = st.text(
    st.sampled_from("[]/:\\ 立會") | st.characters(categories=["L", "Nd", "P", "Sc", "Zs"]),
    min_size=1,
    max_size=120,
)


def lines(view: RenderableType, width: int) -> list[str]:
    """The lines that a terminal of this width shows, without the blanks at their ends."""
    console = Console(width=width, file=StringIO(), force_terminal=False)
    with console.capture() as capture:
        console.print(view)
    return [line.rstrip() for line in capture.get().splitlines()]


def with_title(text: str) -> Milestone:
    """A milestone with this title, which is all of its paragraph too."""
    return Milestone(date(2021, 9, 6), "day", text, (text,))


def test_years_are_set_apart_and_dates_aligned() -> None:
    """At 80 columns each year is a section, each milestone a line, and the caption comes last."""
    view = MilestoneTable([SIGNED, APPOINTED, BUDGET], title, "2021 to 2022: 3 milestones")
    assert lines(view, 80) == [
        "2021",
        "2021-09-06  Hong Kong SAR and Shenzhen sign",
        "2021-10     Consultant appointed",
        "",
        "2022",
        "2022-02     Budget earmarks money",
        "",
        "2021 to 2022: 3 milestones",
    ]


def test_titles_align_where_no_day_is_known() -> None:
    """A year of months alone has its titles in the column of the other years."""
    assert lines(MilestoneTable([BUDGET], title, "1 milestone"), 80)[1].index("Budget") == 12


def test_full_has_the_paragraphs_under_the_title() -> None:
    """With the texts, each paragraph stands under its title, a blank line between them."""
    view = MilestoneTable([SIGNED, APPOINTED], full_text, "2021: 2 milestones")
    assert lines(view, 80) == [
        "2021",
        "2021-09-06  Hong Kong SAR and Shenzhen sign",
        "",
        "            They signed.",
        "",
        "            It is published.",
        "",
        "2021-10     Consultant appointed",
        "",
        "            HSITPL did it.",
        "",
        "",
        "2021: 2 milestones",
    ]


def test_on_a_narrow_terminal_the_title_is_under_its_date() -> None:
    """Where date and title have no room side by side, the title goes beneath, wrapped."""
    view = MilestoneTable([SIGNED, APPOINTED], title, "2021: 2 milestones")
    assert lines(view, 20) == [
        "2021",
        "2021-09-06",
        "Hong Kong SAR and",
        "Shenzhen sign",
        "",
        "2021-10",
        "Consultant appointed",
        "",
        "",
        "2021: 2 milestones",
    ]


@pytest.mark.parametrize(
    ("width", "first"),
    [
        (10, "2021-09"),
        (20, "2021-09"),
        (39, "2021-09"),
        (40, "2021-09     x"),
        (80, "2021-09     x"),
    ],
)
def test_date_and_title_are_side_by_side_from_40_columns_on(width: int, first: str) -> None:
    """Below 40 columns a date has a line of its own, and from 40 on it has not."""
    milestone = Milestone(date(2021, 9, 1), "month", "x", ("Text.",))
    assert lines(MilestoneTable([milestone], title, "caption"), width)[1] == first


@pytest.mark.parametrize("width", [80, 200, 300])
def test_at_80_columns_every_title_of_the_record_is_whole(width: int) -> None:
    """Date and title of each milestone stand on one line at 80 columns and more."""
    shown = lines(MilestoneTable(RECORD, title, "caption"), width)
    assert [line for line in shown if line[4:5] == "-"] == [
        f"{milestone.when:10}  {milestone.title}" for milestone in RECORD
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("body", BODIES)
def test_no_word_of_the_record_is_lost_at_any_width(width: int, body: Body) -> None:
    """However narrow the terminal, all letters of the record are there, in their order."""
    shown = "".join("".join(lines(MilestoneTable(RECORD, body, "caption"), width)).split())
    place = 0
    for milestone in RECORD:
        texts = (milestone.title, *(milestone.paragraphs if body is full_text else ()))
        for text in (milestone.when, *texts):
            place = shown.index("".join(text.split()), place)


@pytest.mark.parametrize("width", [width for width in WIDTHS if width >= 20])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "text", [*LITERAL, "立法會批准撥款 " * 40, "x" * 5000, "合" * 5000, "some words " * 450]
)
def test_no_line_is_wider_than_the_terminal(width: int, body: Body, text: str) -> None:
    """No line runs over the edge, whatever the title."""
    view = MilestoneTable([*RECORD, with_title(text)], body, f"“{text}”: 22 milestones")
    assert max(map(cell_len, lines(view, width))) <= width


@given(text=TEXTS, width=st.integers(20, 300))
@settings(max_examples=60, deadline=None)
def test_any_text_stays_whole_and_within_the_terminal(text: str, width: int) -> None:
    """Whatever a title holds, its letters come out as they are, and no line is too wide."""
    shown = lines(MilestoneTable([with_title(text)], full_text, "caption"), width)
    assert max(map(cell_len, shown)) <= width
    letters = "".join(text.split())
    assert "".join("".join(shown).split()) == f"20212021-09-06{letters}{letters}caption"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", [*LITERAL, "x" * 5000, "合" * 5000])
def test_titles_come_out_literally(width: int, text: str) -> None:
    """No title is taken for a style or a picture, and a long one is wrapped, not cut."""
    shown = "".join(lines(MilestoneTable([with_title(text)], title, text), width))
    assert shown.replace(" ", "") == f"20212021-09-06{text}{text}"


def test_long_texts_are_not_wider_than_one_can_read() -> None:
    """On a wide terminal a text is no wider than about 90 columns, beside its date."""
    shown = lines(MilestoneTable(RECORD, full_text, "caption"), 300)
    assert max(map(len, shown)) <= 12 + 90


def test_counts_are_bars_of_their_length() -> None:
    """The years are bars whose lengths are as their numbers, which stand beside them."""
    assert lines(YearBars({2017: 2, 2018: 1, 2021: 9}, "12 milestones"), 80) == [
        "2017  ████████  2",
        "2018  ████  1",
        "2021  ████████████████████████████████████  9",
        "",
        "12 milestones",
    ]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_bars_are_made_of_what_the_terminal_has(encoding: str) -> None:
    """A terminal that is not Unicode gets bars of number signs, and no error."""
    output = BytesIO()
    with TextIOWrapper(output, encoding=encoding, newline="\n", write_through=True) as terminal:
        Console(width=80, file=terminal).print(YearBars({2017: 2, 2018: 1}, "3 milestones"))
        assert output.getvalue() == b"2017  ########  2\n2018  ####  1\n\n3 milestones\n"


@pytest.mark.parametrize("width", [20, 39, 80, 300])
def test_bars_of_many_milestones_fit_the_terminal(width: int) -> None:
    """The longest bar fills the line and no more, and the shortest is still to be seen."""
    most, least, *_ = lines(YearBars({2017: 99999, 2018: 1}, "100000 milestones"), width)
    assert len(most) == width
    assert least == "2018  █  1"


def test_bars_on_a_terminal_without_room_are_still_there() -> None:
    """Where nothing else fits, a bar is one mark long."""
    assert lines(YearBars({2017: 9, 2018: 1}, "10"), 10)[:2] == ["2017  █  9", "2018  █  1"]


@pytest.mark.parametrize(
    "view",
    [
        MilestoneTable([SIGNED, BUDGET], title, "caption"),
        MilestoneTable([SIGNED, BUDGET], full_text, "caption"),
        YearBars({2021: 9}, "caption"),
    ],
)
def test_colours_suit_dark_and_light_backgrounds(view: RenderableType) -> None:
    """There is colour, but neither black nor white, which some backgrounds would swallow."""
    console = Console(width=80, file=StringIO(), force_terminal=True, color_system="truecolor")
    with console.capture() as capture:
        console.print(view)
    codes = {
        code for codes in re.findall(r"\x1b\[([\d;]*)m", capture.get()) for code in codes.split(";")
    }
    assert "36" in codes
    assert codes.isdisjoint({"30", "37", "38", "40", "47", "48", "90", "97", "100", "107"})


@pytest.mark.parametrize("body", BODIES)
def test_nothing_but_text_goes_to_what_is_no_terminal(
    body: Callable[[Milestone], RenderableType],
) -> None:
    """In a file the table has no colour codes."""
    assert "\x1b" not in "".join(lines(MilestoneTable(RECORD, body, "caption"), 80))
