"""`show` on a terminal: a page that one can read aloud from."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from rich.console import Console, Group, RenderableType

import loopline
from loopline import Timeline
from loopline.formats.rich_page import render_pages
from loopline.models import Milestone

Draw = Callable[[RenderableType, int], list[str]]

RECORD = Timeline(
    [
        Milestone(date(2021, 6, 1), "month", "Consultants appointed", ("HSITPL did it.",)),
        Milestone(date(2021, 9, 6), "day", "Arrangement signed", ("They [sic] signed.", "Done.")),
        Milestone(date(2021, 10, 1), "month", "Policy Address delivered", ("It says so.",)),
        Milestone(date(2021, 12, 20), "day", "Land handed over", ("The first batch.",)),
    ],
    "mine.json",
)
BEFORE_SIGNED = ["Before  2021-06  Consultants appointed", ""]
AFTER_SIGNED = ["After   2021-10  Policy Address delivered", ""]
BEFORE_LAND = ["Before  2021-10  Policy Address delivered", ""]
CONSULTANTS = ["June 2021", "Consultants appointed", "", "HSITPL did it.", ""]
SIGNED = ["6 September 2021", "Arrangement signed", "", "They [sic] signed.", "", "Done.", ""]
ADDRESS = ["October 2021", "Policy Address delivered", "", "It says so.", ""]
LAND = ["20 December 2021", "Land handed over", "", "The first batch.", ""]
SOURCE = ["Source: mine.json"]


def pages(shown: Sequence[Milestone], timeline: Timeline = RECORD) -> Group:
    """Return the pages as one view."""
    return Group(*render_pages(shown, timeline))


def test_a_page_has_date_title_text_neighbours_and_source(draw: Draw) -> None:
    """`show` reads like a page: the date in words, the title, the text, and what was around it."""
    assert draw(pages(RECORD[1:2]), 80) == [
        "Before  2021-06  Consultants appointed",
        "",
        "6 September 2021",
        "Arrangement signed",
        "",
        "They [sic] signed.",
        "",
        "Done.",
        "",
        "After   2021-10  Policy Address delivered",
        "",
        "Source: mine.json",
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([0], [*CONSULTANTS, "After   2021-09-06  Arrangement signed", ""]),
        ([3], [*BEFORE_LAND, *LAND]),
        ([1, 2], [*BEFORE_SIGNED, *SIGNED, *ADDRESS, "After   2021-12-20  Land handed over", ""]),
        ([0, 1, 2, 3], [*CONSULTANTS, *SIGNED, *ADDRESS, *LAND]),
        ([1, 3], [*BEFORE_SIGNED, *SIGNED, *AFTER_SIGNED, *LAND]),
    ],
    ids=["first", "last", "adjacent", "all", "apart"],
)
def test_neighbours_are_named_where_the_pages_leave_off(
    draw: Draw, places: list[int], expected: list[str]
) -> None:
    """What came before and after is named once, unless it is shown itself or there is nothing."""
    assert draw(pages([RECORD[place] for place in places]), 80) == [*expected, *SOURCE]


def test_a_neighbour_of_the_same_days_is_around_it(draw: Draw) -> None:
    """What is dated to its month may have come before or after a day of that month."""
    month = Milestone(date(2021, 9, 1), "month", "Consultant appointed", ("Text.",))
    record = Timeline([month, RECORD[1]], "mine.json")
    assert draw(pages(record[1:], record), 80) == [
        "Around  2021-09  Consultant appointed",
        "",
        *SIGNED,
        *SOURCE,
    ]
    assert draw(pages(record[:1], record), 80)[-3] == "Around  2021-09-06  Arrangement signed"


def test_a_record_of_one_has_no_neighbours(draw: Draw) -> None:
    """The page of the only milestone has nothing before it and nothing after it."""
    assert draw(pages(RECORD[3:], RECORD[3:]), 80) == [*LAND, *SOURCE]


def test_a_source_is_literal_and_may_be_missing(draw: Draw) -> None:
    """A file is named as it is, and a timeline that was made in Python needs no source."""
    assert draw(pages(RECORD[3:], Timeline(RECORD[3:], "a[/b].json")), 80)[-1] == (
        "Source: a[/b].json"
    )
    assert draw(pages(RECORD[3:], Timeline(RECORD[3:])), 80) == LAND[:-1]


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 200, 300])
def test_every_page_of_the_record_is_whole_at_any_width(draw: Draw, width: int) -> None:
    """However wide the terminal, all the text is there, and no line is too long to read."""
    record = loopline.load()
    shown = draw(pages(record, Timeline(record)), width)
    assert max(map(len, shown)) <= 88
    assert "".join("".join(shown).split()) == "".join(
        "".join(f"{m.period.describe()}{m.title}{''.join(m.paragraphs)}".split()) for m in record
    )


@pytest.mark.parametrize("width", [20, 80, 300])
@pytest.mark.parametrize("title", ["[/b]", "[b]x", ":sun:", "深港科技創新合作區", "合" * 5000])
def test_titles_come_out_literally(draw: Draw, title: str, width: int) -> None:
    """No title is taken for a style or a picture, on its page or beside another's."""
    odd = Milestone(date(2021, 9, 6), "day", title, (title,))
    own = draw(pages([odd], Timeline([odd])), width)
    others = draw(pages(RECORD[3:], Timeline([odd, RECORD[3]])), width)
    assert "".join(own).replace(" ", "") == f"6September2021{title}{title}"
    assert "".join("".join(others).split()).startswith(f"Before2021-09-06{title}20December")


def test_date_and_title_stand_out() -> None:
    """On a terminal the date and the title are bold, and nothing else."""
    console = Console(width=80, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(pages(RECORD[3:]))
    assert capture.get().splitlines() == [
        "Before  2021-10  Policy Address delivered",
        "",
        "\x1b[1m20 December 2021\x1b[0m",
        "\x1b[1mLand handed over\x1b[0m",
        "",
        "The first batch.",
        "",
        "Source: mine.json",
    ]
