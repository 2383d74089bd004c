"""`show` on a terminal: a page that one can read aloud from."""

from collections.abc import Sequence
from datetime import date
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console, Group

import loopline
from loopline.formats.rich_page import pages
from loopline.models import Milestone

RECORD = (
    Milestone(date(2021, 6, 1), "month", "Consultants appointed", ("HSITPL appointed them.",)),
    Milestone(date(2021, 9, 6), "day", "Arrangement signed", ("They [sic] signed.", "Published.")),
    Milestone(date(2021, 10, 1), "month", "Policy Address delivered", ("It says so.",)),
    Milestone(date(2021, 12, 20), "day", "Land handed over", ("The first batch.",)),
)
BEFORE_SIGNED = ["Before  2021-06  Consultants appointed", ""]
AFTER_SIGNED = ["After   2021-10  Policy Address delivered", ""]
BEFORE_LAND = ["Before  2021-10  Policy Address delivered", ""]
CONSULTANTS = ["June 2021", "Consultants appointed", "", "HSITPL appointed them.", ""]
SIGNED = ["6 September 2021", "Arrangement signed", "", "They [sic] signed.", "", "Published.", ""]
ADDRESS = ["October 2021", "Policy Address delivered", "", "It says so.", ""]
LAND = ["20 December 2021", "Land handed over", "", "The first batch.", ""]


def lines(shown: Sequence[Milestone], record: Sequence[Milestone], width: int) -> list[str]:
    """The lines that a terminal of this width shows, without the blanks at their ends."""
    console = Console(width=width, file=StringIO(), force_terminal=False)
    with console.capture() as capture:
        console.print(Group(*pages(shown, record)))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_a_page_has_date_title_text_and_neighbours() -> None:
    """`show` reads like a page: the date in words, the title, the text, what was around it."""
    assert lines(RECORD[1:2], RECORD, 80) == [
        "Before  2021-06  Consultants appointed",
        "",
        "6 September 2021",
        "Arrangement signed",
        "",
        "They [sic] signed.",
        "",
        "Published.",
        "",
        "After   2021-10  Policy Address delivered",
        "",
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([0], [*CONSULTANTS, "After   2021-09-06  Arrangement signed", ""]),
        ([3], [*BEFORE_LAND, *LAND]),
        ([1, 2], [*BEFORE_SIGNED, *SIGNED, *ADDRESS, "After   2021-12-20  Land handed over", ""]),
        ([0, 1, 2, 3], [*CONSULTANTS, *SIGNED, *ADDRESS, *LAND]),
        (
            [1, 3],
            [*BEFORE_SIGNED, *SIGNED, *AFTER_SIGNED, *LAND],
        ),
    ],
    ids=["first", "last", "adjacent", "all", "apart"],
)
def test_neighbours_are_named_where_the_pages_leave_off(
    places: list[int], expected: list[str]
) -> None:
    """What came before and after is named unless it is shown itself or there is nothing."""
    assert lines([RECORD[place] for place in places], RECORD, 80) == expected


def test_a_record_of_one_has_no_neighbours() -> None:
    """The page of the only milestone has nothing before it and nothing after it."""
    assert lines(RECORD[3:], RECORD[3:], 80) == LAND


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 200, 300])
def test_every_page_of_the_record_is_whole_at_any_width(width: int) -> None:
    """However wide the terminal, all the text is there, no line is too long to read or to fit."""
    record = loopline.load()
    shown = lines(record, record, width)
    assert max(map(len, shown)) <= min(width, 88)
    assert "".join("".join(shown).split()) == "".join(
        "".join(f"{m.period.describe()}{m.title}{''.join(m.paragraphs)}".split()) for m in record
    )


@pytest.mark.parametrize("width", [20, 80, 300])
@pytest.mark.parametrize("title", ["[/b]", "[b]x", ":sun:", "深港科技創新合作區", "合" * 5000])
def test_titles_come_out_literally(title: str, width: int) -> None:
    """No title is taken for a style or a picture, on its page or beside another's."""
    odd = Milestone(date(2021, 9, 6), "day", title, (title,))
    record = (odd, RECORD[3], odd)
    own, others = lines([odd], [odd], width), lines(RECORD[3:], record, width)
    assert "".join(own).replace(" ", "") == f"6September2021{title}{title}"
    assert "".join(others).count(title[:5]) == "".join([title, title]).count(title[:5])
    assert max(map(cell_len, own + others)) <= width


def test_date_and_title_stand_out() -> None:
    """On a terminal with colour the date and the title are set off from the text."""
    console = Console(width=80, file=StringIO(), force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(Group(*pages(RECORD[3:], RECORD)))
    before, _, day, title, _, text, *_ = capture.get().splitlines()
    assert before.startswith("\x1b[2mBefore  2021-10  Policy Address delivered\x1b[0m")
    assert day.startswith("\x1b[1;36m20 December 2021\x1b[0m")
    assert title.startswith("\x1b[1mLand handed over\x1b[0m")
    assert text.startswith("The first batch.")
