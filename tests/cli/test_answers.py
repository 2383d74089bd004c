"""The answers of the commands: cut to size, and in the words that go with them."""

from datetime import date

import pytest
from rich.console import Console, RenderableType

from loopline import Milestone, Timeline
from loopline.cli.answers import Listing, Pages, YearCounts
from loopline.formats import text_format

RECORD = Timeline(
    Milestone(date(2020, month, 2), "day", f"Title {month}", (f"Text {month}.",))
    for month in range(1, 6)
)
EMPTY = Timeline(())


def drawn(view: RenderableType | None) -> list[str]:
    """The lines of a terminal view."""
    console = Console(width=60)
    with console.capture() as capture:
        console.print(view)
    return [line.rstrip() for line in capture.get().splitlines()]


@pytest.mark.parametrize(
    ("reverse", "limit", "months"),
    [
        (False, None, [1, 2, 3, 4, 5]),
        (False, 2, [1, 2]),
        (True, None, [5, 4, 3, 2, 1]),
        (True, 2, [5, 4]),
        (True, 9, [5, 4, 3, 2, 1]),
    ],
)
def test_listing_is_turned_then_cut(reverse: bool, limit: int | None, months: list[int]) -> None:
    """A listing is put in order first, so that its limit counts from the newest if so asked."""
    arranged = Listing("Q", RECORD).arranged(reverse, limit)
    assert [milestone.date.month for milestone in arranged.milestones] == months
    assert not arranged.failed


@pytest.mark.parametrize(
    ("milestones", "limit", "caption"),
    [
        (RECORD, None, "Q: 5 milestones"),
        (RECORD, 5, "Q: 5 milestones"),
        (RECORD, 2, "Q: 2 of 5 milestones"),
        (RECORD, 1, "Q: 1 of 5 milestones"),
        (RECORD[:1], None, "Q: 1 milestone"),
        (RECORD[:1], 1, "Q: 1 milestone"),
    ],
)
def test_caption(milestones: Timeline, limit: int | None, caption: str) -> None:
    """The caption under a table has the question, and how many of how many are shown."""
    listing = Listing("Q", milestones).arranged(reverse=False, limit=limit)
    assert drawn(listing.on_terminal(full=False))[-1] == caption
    assert drawn(Listing("Q", milestones).on_terminal(full=True))[-1] == (
        f"Q: {len(milestones)} milestone{'s' if len(milestones) > 1 else ''}"
    )


def test_listing_on_a_terminal() -> None:
    """The table has titles, with `full` the texts below them, and for a search what matched."""
    one = RECORD[:1]
    title = "2020-01-02  Title 1"
    assert drawn(Listing("Q", one).on_terminal(full=False))[1] == title
    text = ["", "            Text 1."]
    assert drawn(Listing("Q", one).on_terminal(full=True))[1:4] == [title, *text]
    found = Listing("Q", one, spans_of=lambda _: [[], [(0, 4)]])
    assert drawn(found.on_terminal(full=False))[1:3] == [title, "            Text 1."]
    assert drawn(found.on_terminal(full=True))[1:4] == [title, *text]


def test_listing_as_text() -> None:
    """As text a listing has titles only, or with `full` the texts too."""
    one = Listing("Q", RECORD[:1])
    assert one.as_text(text_format("plain"), full=False) == "2020-01-02\tTitle 1\n"
    assert one.as_text(text_format("plain"), full=True) == "2020-01-02\tTitle 1\nText 1.\n\n"


def test_pages() -> None:
    """Pages always have their texts, are never cut, and fail if there is nothing to show."""
    pages = Pages(RECORD[2:3], RECORD)
    assert not pages.failed
    assert pages.arranged(reverse=True, limit=1) == pages
    assert pages.as_text(text_format("plain"), full=False) == "2020-03-02\tTitle 3\nText 3.\n\n"
    lines = [line for line in drawn(pages.on_terminal(full=False)) if line]
    assert lines == [
        "Before  2020-02-02  Title 2",
        "2 March 2020",
        "Title 3",
        "Text 3.",
        "After   2020-04-02  Title 4",
    ]
    assert Pages(EMPTY, RECORD).failed


def test_counts() -> None:
    """Years are turned round and cut as milestones are, and the sum is of those that are shown."""
    counts = YearCounts({2017: 2, 2018: 1, 2021: 9})
    newest = counts.arranged(reverse=True, limit=2)
    assert newest.as_text(text_format("plain"), full=False) == "2021\t9\n2018\t1\n"
    assert drawn(newest.on_terminal(full=False))[-1] == "10 milestones"
    assert counts.arranged(reverse=False, limit=None).counts == counts.counts
    assert not counts.failed


def test_count_of_one() -> None:
    """One milestone is not “1 milestones”."""
    assert drawn(YearCounts({2018: 1}).on_terminal(full=False))[-1] == "1 milestone"


@pytest.mark.parametrize(
    "answer", [Listing("Q", EMPTY), Pages(EMPTY, RECORD), YearCounts({})], ids=type
)
def test_nothing_on_a_terminal(answer: Listing | Pages | YearCounts) -> None:
    """An empty answer draws nothing at all, not even a caption."""
    assert answer.on_terminal(full=False) is None


def test_asides_wait_until_asked() -> None:
    """What may be said beside an answer is worked out only for somebody who reads it."""
    calls: list[int] = []

    def asides() -> list[str]:
        calls.append(1)
        return ["aside"]

    listing = Listing("Q", RECORD, asides=asides).arranged(reverse=True, limit=1)
    assert calls == []
    assert list(listing.asides()) == ["aside"]
    assert list(Listing("Q", RECORD).asides()) == []
