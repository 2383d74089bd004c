"""What a search found, on a terminal: the words around what matched, and that highlighted."""

from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

import loopline
from loopline.formats.rich_snippets import Spans, SpansOf, excerpts, full_texts
from loopline.formats.rich_table import MilestoneTable
from loopline.models import Milestone

# About two lines beside the date on a terminal of 80 columns.
LONGEST_EXCERPT = 170
LONG = " ".join(f"word{number}" for number in range(100))


def milestone(title: str, *paragraphs: str) -> Milestone:
    """A milestone of 6 September 2021."""
    return Milestone(date(2021, 9, 6), "day", title, paragraphs)


def spans_of(*wanted: str) -> SpansOf:
    """What a search would say it found: the first place of each wanted text in each text."""
    return lambda m: [
        sorted((text.index(part), text.index(part) + len(part)) for part in wanted if part in text)
        for text in (m.title, *m.paragraphs)
    ]


def excerpt(paragraph: str, spans: Spans) -> Text:
    """What is shown of a paragraph in which these stretches matched."""
    shown = excerpts(lambda _: [[], spans])(milestone("Title", paragraph))
    assert isinstance(shown, Text)
    title, text = shown.split("\n")
    assert title.plain == "Title"
    return text


def highlighted(text: Text) -> list[str]:
    """The stretches of a text that are set off by colour."""
    return [
        text.plain[span.start : span.end] for span in text.spans if "magenta" in str(span.style)
    ]


def test_a_search_shows_title_and_the_words_around_the_match() -> None:
    """The table of what was found has each title, and beneath it the paragraph that matched."""
    text = "LegCo gave money for the site formation and the infrastructure works of the Loop."
    found = milestone("Arrangement signed", "Not this.", text, "Nor this.")
    view = MilestoneTable([found], excerpts(spans_of("money")), "“money”: 1 milestone")
    console = Console(width=80, file=StringIO(), force_terminal=False)
    with console.capture() as capture:
        console.print(view)
    assert [line.rstrip() for line in capture.get().splitlines()] == [
        "2021",
        "2021-09-06  Arrangement signed",
        "            LegCo gave money for the site formation and the infrastructure works",
        "            of the Loop.",
        "",
        "“money”: 1 milestone",
    ]


def test_a_match_in_the_title_alone_needs_no_excerpt() -> None:
    """Where only the title matched, the title is all there is, and the match is highlighted."""
    shown = excerpts(spans_of("signed"))(milestone("Arrangement signed", "First.", "Second."))
    assert isinstance(shown, Text)
    assert (shown.plain, highlighted(shown)) == ("Arrangement signed", ["signed"])


def test_a_match_by_its_date_needs_no_excerpt() -> None:
    """Where no text matched, as with a date, the title stands alone."""
    shown = excerpts(spans_of())(milestone("Arrangement signed", "First."))
    assert isinstance(shown, Text)
    assert (shown.plain, highlighted(shown)) == ("Arrangement signed", [])


def test_the_excerpt_is_of_the_paragraph_with_the_most_matches() -> None:
    """Of several paragraphs that matched, the one with the most is shown."""
    shown = excerpts(spans_of("LegCo", "money"))(
        milestone("Title", "LegCo met.", "LegCo gave money.", "The money went.")
    )
    assert isinstance(shown, Text)
    assert shown.plain == "Title\nLegCo gave money."
    assert highlighted(shown) == ["LegCo", "money"]


def test_the_excerpt_is_where_the_most_matches_are() -> None:
    """Of a long paragraph the stretch with the most matches is shown, not the first."""
    paragraph = f"alone {LONG} both of them {LONG}"
    spans = [(0, 5), *spans_of("both", "them")(milestone("", paragraph))[1]]
    assert highlighted(excerpt(paragraph, spans)) == ["both", "them"]


@pytest.mark.parametrize(
    ("paragraph", "wanted", "expected"),
    [
        ("Short and whole.", "Short", "Short and whole."),
        ("Short and whole.", "whole", "Short and whole."),
        ("Then [/b] and :sun: came.", ":sun:", "Then [/b] and :sun: came."),
    ],
)
def test_a_short_paragraph_is_shown_whole(paragraph: str, wanted: str, expected: str) -> None:
    """What is not cut has no dots, and comes out literally."""
    assert excerpt(paragraph, spans_of(wanted)(milestone("", paragraph))[1]).plain == expected


@pytest.mark.parametrize(
    ("paragraph", "starts_cut", "ends_cut"),
    [
        (f"match {LONG}", False, True),
        (f"{LONG} match {LONG}", True, True),
        (f"{LONG} match", True, False),
    ],
)
def test_dots_stand_where_the_paragraph_is_cut(
    paragraph: str, starts_cut: bool, ends_cut: bool
) -> None:
    """An excerpt begins or ends with dots where something is left out there, and only there."""
    shown = excerpt(paragraph, spans_of("match")(milestone("", paragraph))[1]).plain
    assert (shown.startswith("… "), shown.endswith(" …")) == (starts_cut, ends_cut)
    assert shown.count("…") == starts_cut + ends_cut


@st.composite
def matched_paragraphs(draw: st.DrawFn) -> tuple[str, Spans]:
    """A paragraph of different words, and the places of some of them."""
    lengths = draw(st.lists(st.integers(1, 12), min_size=1, max_size=120))
    words = [f"{number}{'w' * length}" for number, length in enumerate(lengths)]
    chosen = draw(st.sets(st.sampled_from(range(len(words))), min_size=1, max_size=12))
    starts = [len(" ".join([*words[:place], ""])) for place in range(len(words))]
    return " ".join(words), [
        (starts[place], starts[place] + len(words[place])) for place in sorted(chosen)
    ]


@given(case=matched_paragraphs())
@settings(max_examples=200, deadline=None)
def test_any_excerpt_is_a_stretch_of_whole_words_with_the_match_in_it(
    case: tuple[str, Spans],
) -> None:
    """An excerpt has whole words of the text, a match among them, and is never long."""
    paragraph, spans = case
    text = excerpt(paragraph, spans)
    assert len(text) <= LONGEST_EXCERPT
    inner = text.plain.removeprefix("… ").removesuffix(" …")
    start = paragraph.index(inner)
    end = start + len(inner)
    assert f" {inner} " in f" {paragraph} "
    assert text.plain == f"{'… ' if start else ''}{inner}{' …' if end < len(paragraph) else ''}"
    within = [paragraph[first:last] for first, last in spans if start <= first and last <= end]
    assert highlighted(text) == within
    assert within


@pytest.mark.parametrize("before", [0, 20, 2000])
@pytest.mark.parametrize("after", [0, 20, 2000])
@pytest.mark.parametrize("letter", ["合", "x"])
def test_an_excerpt_is_short_also_without_blanks(before: int, after: int, letter: str) -> None:
    """Chinese has no blanks between words; its excerpts are as short as any."""
    text = excerpt(f"{letter * before}撥款{letter * after}", [(before, before + 2)])
    assert highlighted(text) == ["撥款"]
    assert len(text) <= LONGEST_EXCERPT
    assert text.plain.startswith("…") == (before == 2000)
    assert text.plain.endswith("…") == (after == 2000)


def test_a_match_longer_than_an_excerpt_is_shown_whole() -> None:
    """A long phrase that matched is shown from its first word to its last."""
    paragraph = f"before {LONG} after"
    shown = excerpt(paragraph, [(7, 7 + len(LONG))])
    assert highlighted(shown) == [LONG]


def test_the_whole_text_is_highlighted_too() -> None:
    """With the texts, title and every paragraph are there, each match in them highlighted."""
    body = full_texts(spans_of("LegCo", "[sic]"))
    shown = body(milestone("LegCo votes", "For LegCo [sic].", "No match.", "LegCo again."))
    assert isinstance(shown, Padding)
    assert isinstance(shown.renderable, Text)
    assert shown.renderable.plain == (
        "LegCo votes\n\nFor LegCo [sic].\n\nNo match.\n\nLegCo again."
    )
    assert highlighted(shown.renderable) == ["LegCo", "LegCo", "[sic]", "LegCo"]


def test_a_match_is_seen_on_a_terminal() -> None:
    """On a terminal with colour the title is bold, and what matched is magenta, nothing else."""
    view = MilestoneTable(
        [milestone("Title", "LegCo gave money.")], excerpts(spans_of("money")), "caption"
    )
    console = Console(width=80, file=StringIO(), force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(view)
    assert "LegCo gave \x1b[1;35mmoney\x1b[0m." in capture.get()
    assert capture.get().count("\x1b[1;35m") == 1
    assert "\x1b[1mTitle\x1b[0m" in capture.get()


@pytest.mark.parametrize("width", [10, 20, 39, 40, 80, 200, 300])
@pytest.mark.parametrize("query", ["loop", "legco funding", "GBA", "2021", "立法會"])
def test_what_is_found_in_the_record_fits_any_terminal(width: int, query: str) -> None:
    """Every search of the record draws at any width, with no line over the edge."""
    found = loopline.load().search(query)
    console = Console(width=width, file=StringIO(), force_terminal=False)
    for body in (excerpts(found.spans), full_texts(found.spans)):
        with console.capture() as capture:
            console.print(MilestoneTable(found, body, "caption"))
        assert len(found) > 0
        assert max(cell_len(line.rstrip()) for line in capture.get().splitlines()) <= width
