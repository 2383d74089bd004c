"""`table`: what one sees on a terminal, from 10 columns to 300."""

from collections.abc import Callable
from datetime import date
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console, RenderableType

import loopline
from loopline.formats.rich_table import (
    CellRenderer,
    MilestoneTable,
    YearBars,
    render_full,
    render_title,
)
from loopline.models import Milestone

Draw = Callable[[RenderableType, int], list[str]]

RECORD = loopline.load()
CELLS = [render_title, render_full]
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
# What a record may have, without the characters whose width depends on the terminal.
TEXTS = st.text(
    st.sampled_from("[]/:\\ 立會") | st.characters(categories=["L", "Nd", "P", "Sc", "Zs"]),
    min_size=1,
    max_size=120,
).filter(str.strip)


def with_title(text: str) -> Milestone:
    """Return a milestone with this title, which is all of its paragraph too."""
    return Milestone(date(2021, 9, 6), "day", text, (text,))


def test_years_are_set_apart_and_dates_aligned(draw: Draw) -> None:
    """At 80 columns each year is a section, each milestone a line, and the caption comes last."""
    view = MilestoneTable([SIGNED, APPOINTED, BUDGET], render_title, "2021 to 2022: 3 milestones")
    assert draw(view, 80) == [
        "2021",
        "2021-09-06  Hong Kong SAR and Shenzhen sign",
        "2021-10     Consultant appointed",
        "",
        "2022",
        "2022-02     Budget earmarks money",
        "",
        "2021 to 2022: 3 milestones",
    ]


def test_years_and_dates_stand_out() -> None:
    """On a terminal years and dates are bold, and with the texts titles too."""
    console = Console(width=80, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(MilestoneTable([BUDGET], render_title, "1 milestone"))
        console.print(MilestoneTable([BUDGET], render_full, "1 milestone"))
        console.print(YearBars({2022: 1}, "1 milestone"))
    assert capture.get() == (
        "\x1b[1m2022\x1b[0m\n\x1b[1m2022-02\x1b[0m     Budget earmarks money\n\n1 milestone\n"
        "\x1b[1m2022\x1b[0m\n\x1b[1m2022-02\x1b[0m     \x1b[1mBudget earmarks money\x1b[0m\n\n"
        "            HK$10 billion.\n\n1 milestone\n"
        "\x1b[1m2022\x1b[0m  ████  1\n\n1 milestone\n"
    )


def test_full_has_the_paragraphs_under_the_title(draw: Draw) -> None:
    """With the texts, each paragraph stands under its title, a blank line between them."""
    view = MilestoneTable([SIGNED, APPOINTED, BUDGET], render_full, "3 milestones")
    assert draw(view, 80) == [
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
        "2022",
        "2022-02     Budget earmarks money",
        "",
        "            HK$10 billion.",
        "",
        "3 milestones",
    ]


def test_on_a_narrow_terminal_the_title_is_under_its_date(draw: Draw) -> None:
    """Where date and title have no room side by side, the title goes beneath, wrapped."""
    view = MilestoneTable(
        [SIGNED, APPOINTED], render_title, "2021: 2 milestones. Source: mine.json"
    )
    assert draw(view, 20) == [
        "2021",
        "2021-09-06",
        "Hong Kong SAR and",
        "Shenzhen sign",
        "",
        "2021-10",
        "Consultant appointed",
        "",
        "2021: 2 milestones.",
        "Source: mine.json",
    ]


def test_date_and_title_are_side_by_side_from_40_columns_on(draw: Draw) -> None:
    """Below 40 columns a date has a line of its own; from 40 on the title is wrapped beside it."""
    view = MilestoneTable([with_title("nine and twenty letters in it and more")], render_title, "x")
    assert draw(view, 39)[1:3] == ["2021-09-06", "nine and twenty letters in it and more"]
    assert draw(view, 40)[1:3] == [
        "2021-09-06  nine and twenty letters in",
        "            it and more",
    ]


@pytest.mark.parametrize("width", [80, 200, 300])
def test_at_80_columns_every_title_of_the_record_is_whole(draw: Draw, width: int) -> None:
    """Date and title of each milestone stand on one line at 80 columns and more."""
    shown = draw(MilestoneTable(RECORD, render_title, "caption"), width)
    assert [line for line in shown if line[4:5] == "-"] == [
        f"{milestone.when:10}  {milestone.title}" for milestone in RECORD
    ]


def test_long_texts_are_not_wider_than_one_can_read(draw: Draw) -> None:
    """On a wide terminal a text is 88 columns wide at most, beside its date."""
    shown = draw(MilestoneTable([with_title("x" * 100)], render_full, "caption"), 300)
    assert shown[1:3] == [f"2021-09-06  {'x' * 88}", " " * 12 + "x" * 12]


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 200, 300])
@pytest.mark.parametrize("render_cell", CELLS)
def test_no_word_of_the_record_is_lost_at_any_width(
    draw: Draw, width: int, render_cell: CellRenderer
) -> None:
    """However narrow the terminal, all letters of the record are there, in their order."""
    shown = "".join("".join(draw(MilestoneTable(RECORD, render_cell, "caption"), width)).split())
    place = 0
    for milestone in RECORD:
        texts = milestone.paragraphs if render_cell is render_full else ()
        for text in (milestone.when, milestone.title, *texts):
            place = shown.index("".join(text.split()), place)


@pytest.mark.parametrize("width", [10, 40, 300])
@pytest.mark.parametrize("text", [*LITERAL, "x" * 5000, "合" * 5000])
def test_texts_come_out_literally(draw: Draw, width: int, text: str) -> None:
    """No text is taken for a style or a picture, and a long one is wrapped, not cut."""
    shown = "".join(draw(MilestoneTable([with_title(text)], render_full, text), width))
    assert shown.replace(" ", "") == f"20212021-09-06{text * 3}"


@given(text=TEXTS, width=st.integers(20, 300))
@settings(max_examples=60, deadline=None)
def test_any_text_stays_whole_and_within_the_terminal(draw: Draw, text: str, width: int) -> None:
    """Whatever a title holds, its letters come out as they are, and no line is too wide."""
    shown = draw(MilestoneTable([with_title(text)], render_full, "caption"), width)
    letters = "".join(text.split())
    assert "".join("".join(shown).split()) == f"20212021-09-06{letters}{letters}caption"


def test_counts_are_bars_of_their_length(draw: Draw) -> None:
    """The years are bars whose lengths are as their numbers, which stand beside them."""
    assert draw(YearBars({2017: 2, 2018: 1, 2021: 9}, "12 milestones"), 80) == [
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
        Console(width=80, file=terminal).print(YearBars({917: 2, 2018: 1}, "3 milestones"))
        assert output.getvalue() == b"0917  ########  2\n2018  ####  1\n\n3 milestones\n"


@pytest.mark.parametrize("width", [20, 39, 80, 300])
def test_bars_of_many_milestones_fit_the_terminal(draw: Draw, width: int) -> None:
    """The longest bar fills the line and no more, and the shortest is still to be seen."""
    most, least, *_ = draw(YearBars({2017: 99999, 2018: 1}, "100000 milestones"), width)
    assert len(most) == width
    assert least == "2018  █  1"


def test_bars_on_a_terminal_without_room_are_still_there(draw: Draw) -> None:
    """Where nothing else fits, a bar is one mark long."""
    assert draw(YearBars({2017: 9, 2018: 1}, "10"), 10)[:2] == ["2017  █  9", "2018  █  1"]
