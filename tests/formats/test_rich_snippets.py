"""What a search found, on a terminal: the words around what matched, and that highlighted."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

import loopline
from loopline.formats.rich_snippets import SpansOf, full_texts, snippet, snippets
from loopline.formats.rich_table import MilestoneTable
from loopline.formats.rich_text import MATCH
from loopline.models import Milestone, Span

Draw = Callable[[RenderableType, int], list[str]]

# Two lines beside the date on a terminal of 80 columns, and the dots at either end.
MAX_SNIPPET_WIDTH = 2 * 68 + 8
LONG = " ".join(f"word{number}" for number in range(100))


def milestone(title: str, *paragraphs: str) -> Milestone:
    """Return a milestone of 6 September 2021."""
    return Milestone(date(2021, 9, 6), "day", title, paragraphs)


def find(text: str, *wanted: str) -> list[Span]:
    """Return the first place of each wanted part that is in the text."""
    return sorted(
        (text.index(part), text.index(part) + len(part)) for part in wanted if part in text
    )


def spans_of(*wanted: str) -> SpansOf:
    """Return what a search for these would say it found in a milestone."""
    return lambda m: [find(text, *wanted) for text in (m.title, *m.paragraphs)]


def highlighted(text: Text) -> list[str]:
    """Return the parts of a text that are highlighted."""
    return [text.plain[span.start : span.end] for span in text.spans if span.style == MATCH]


def test_a_search_shows_title_and_the_words_around_the_match(draw: Draw) -> None:
    """The table of what was found has each title, and beneath it the paragraph that matched."""
    text = "LegCo gave money for the site formation and the infrastructure works of the Loop."
    found = milestone("Arrangement signed", "Not this.", text, "Nor this.")
    view = MilestoneTable([found, found], snippets(spans_of("money")), "“money”: 2 milestones")
    rows = [
        "2021-09-06  Arrangement signed",
        "            LegCo gave money for the site formation and the infrastructure works",
        "            of the Loop.",
    ]
    assert draw(view, 80) == ["2021", *rows, *rows, "", "“money”: 2 milestones"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["signed"], "Arrangement signed"),
        ([], "Arrangement signed"),
        (["LegCo"], "Arrangement signed\nLegCo met."),
        (["LegCo", "money"], "Arrangement signed\nLegCo gave money."),
        (["signed", "[/b]"], "Arrangement signed\nThe [/b] money."),
    ],
    ids=["in the title", "by its date", "in a paragraph", "in several", "in both"],
)
def test_the_paragraph_with_the_most_matches_is_shown(wanted: list[str], expected: str) -> None:
    """Beneath the title is the first paragraph with the most matches, if one matched at all."""
    cell = snippets(spans_of(*wanted))(
        milestone("Arrangement signed", "LegCo met.", "LegCo gave money.", "The [/b] money.")
    )
    assert (cell.plain, highlighted(cell)) == (expected, wanted)


def test_the_whole_text_is_highlighted_too() -> None:
    """With the texts, title and every paragraph are there, each match in them highlighted."""
    cell = full_texts(spans_of("LegCo", "[sic]"))(
        milestone("LegCo votes", "For LegCo [sic].", "No match.", "LegCo again.")
    )
    assert cell.plain == "LegCo votes\n\nFor LegCo [sic].\n\nNo match.\n\nLegCo again."
    assert highlighted(cell) == ["LegCo", "LegCo", "[sic]", "LegCo"]


@pytest.mark.parametrize(
    ("paragraph", "starts_cut", "ends_cut"),
    [
        ("A match and whole.", False, False),
        (f"match {LONG}", False, True),
        (f"{LONG} match {LONG}", True, True),
        (f"{LONG} match", True, False),
    ],
)
def test_dots_stand_where_the_paragraph_is_cut(
    paragraph: str, starts_cut: bool, ends_cut: bool
) -> None:
    """A snippet begins or ends with dots where something is left out there, and only there."""
    shown = snippet(paragraph, find(paragraph, "match")).plain
    assert (shown.startswith("... "), shown.endswith(" ...")) == (starts_cut, ends_cut)
    assert shown.count("...") == starts_cut + ends_cut


@pytest.mark.parametrize(
    ("gap", "expected"), [(95, ["first", "third"]), (96, ["first"]), (5, ["first", "third"])]
)
def test_what_lies_within_105_characters_is_shown_together(gap: int, expected: list[str]) -> None:
    """Two matches are in one snippet if it has room for both, otherwise the first is."""
    paragraph = f"{LONG} first{'x' * gap}third {LONG}"
    assert highlighted(snippet(paragraph, find(paragraph, "first", "third"))) == expected


def test_a_snippet_is_where_the_most_matches_are() -> None:
    """Of a long paragraph the part with the most matches is shown, however late it comes."""
    paragraph = f"alone {LONG} " * 60 + f"A{'x' * 60}B{'x' * 9}C{'x' * 39}D{'x' * 9}E {LONG} F"
    alone = [(start, start + 5) for start in range(0, 60 * len(f"alone {LONG} "), len(LONG) + 7)]
    assert highlighted(snippet(paragraph, [*alone, *find(paragraph, *"ABCDEF")])) == [*"BCDE"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0, 500, f"MATCH{'x' * 100} ..."),
        (500, 500, f"... {'x' * 50}MATCH{'x' * 50} ..."),
        (500, 0, f"... {'x' * 100}MATCH"),
        (50, 50, f"{'x' * 50}MATCH{'x' * 50}"),
    ],
)
def test_a_snippet_has_105_characters(before: int, after: int, expected: str) -> None:
    """However early or late the match, a snippet has as many characters as there is room for."""
    paragraph = f"{'x' * before}MATCH{'x' * after}"
    assert snippet(paragraph, find(paragraph, "MATCH")).plain == expected


@pytest.mark.parametrize(
    ("letters", "before", "after"), [(15, 15, 15), (16, 0, 0)], ids=["short enough", "too long"]
)
def test_a_snippet_begins_and_ends_with_a_whole_word(letters: int, before: int, after: int) -> None:
    """A word at the edge is shown whole if no more than 15 characters are missing from it."""
    paragraph = f"z {'b' * letters}{'x' * 50}MATCH{'x' * 50}{'e' * letters} z"
    expected = f"... {'b' * before}{'x' * 50}MATCH{'x' * 50}{'e' * after} ..."
    assert snippet(paragraph, find(paragraph, "MATCH")).plain == expected


def test_chinese_is_cut_between_any_two_characters() -> None:
    """A snippet of Chinese, which has no blanks and is twice as wide, is as wide as any other."""
    paragraph = f"{'合' * 500}撥款{'區' * 500}"
    shown = snippet(paragraph, find(paragraph, "撥款"))
    assert shown.plain == f"... {'合' * 25}撥款{'區' * 25} ..."
    assert highlighted(shown) == ["撥款"]


def test_a_match_longer_than_a_snippet_is_shown_whole() -> None:
    """A long phrase that matched is shown from its first word to its last."""
    paragraph = f"{LONG}. {LONG} {LONG}."
    assert highlighted(snippet(paragraph, [(len(LONG) + 2, len(paragraph) - 1)])) == [
        f"{LONG} {LONG}"
    ]


@st.composite
def matched_paragraphs(draw: st.DrawFn) -> tuple[str, Sequence[Span]]:
    """Return a paragraph of different words, and the places of some of them."""
    lengths = draw(st.lists(st.integers(1, 12), min_size=1, max_size=120))
    words = [f"{number}{'w' * length}" for number, length in enumerate(lengths)]
    chosen = draw(st.sets(st.sampled_from(range(len(words))), min_size=1, max_size=12))
    starts = [len(" ".join([*words[:place], ""])) for place in range(len(words))]
    return " ".join(words), [
        (starts[place], starts[place] + len(words[place])) for place in sorted(chosen)
    ]


@given(case=matched_paragraphs())
@settings(max_examples=200, deadline=None)
def test_any_snippet_is_a_part_in_whole_words_with_a_match_in_it(
    case: tuple[str, Sequence[Span]],
) -> None:
    """A snippet has whole words of the text, a match among them, and is never long."""
    paragraph, spans = case
    text = snippet(paragraph, spans)
    assert cell_len(text.plain) <= MAX_SNIPPET_WIDTH
    inner = text.plain.removeprefix("... ").removesuffix(" ...")
    start = paragraph.index(inner)
    end = start + len(inner)
    assert f" {inner} " in f" {paragraph} "
    within = [paragraph[first:last] for first, last in spans if start <= first and last <= end]
    assert highlighted(text) == within
    assert within


def test_a_match_is_seen_on_a_terminal() -> None:
    """On a terminal the title is bold, and what matched is bold and underlined, nothing else."""
    found = milestone("LegCo votes", "LegCo gave money.")
    console = Console(width=80, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(snippets(spans_of("votes", "money"))(found))
    assert capture.get() == (
        "\x1b[1mLegCo \x1b[0m\x1b[1;4mvotes\x1b[0m\nLegCo gave \x1b[1;4mmoney\x1b[0m.\n"
    )


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 200, 300])
@pytest.mark.parametrize("query", ["loop", "legco funding", "GBA", "2021", "立法會"])
def test_what_is_found_in_the_record_fits_any_terminal(draw: Draw, width: int, query: str) -> None:
    """Every search of the record is drawn at any width, with each title that was found."""
    found = loopline.load().search(query)
    for render_cell in (snippets(found.spans), full_texts(found.spans)):
        shown = "".join("".join(draw(MilestoneTable(found, render_cell, "caption"), width)).split())
        assert [m.title for m in found if "".join(m.title.split()) not in shown] == []
