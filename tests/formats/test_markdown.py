"""`md`: what a Markdown renderer shows is what is in the record."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import loopline
from loopline.formats import md
from loopline.models import Milestone

# What GitHub adds to the standard counts too: a briefing note may be read there.
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Texts that Markdown would take for something else, at the start, in the middle or at the end.
TREACHEROUS = [
    "- item",
    "-",
    "--- ",
    "+ item",
    "+",
    "* item",
    "*",
    "***",
    "_ _ _",
    "=",
    "===",
    "a ===",
    "1. one",
    "1.",
    "2021. A year",
    "1) one",
    "123456789) one",
    "# heading",
    "#",
    "###### six",
    "closing ##",
    "> quoted",
    ">",
    "`code`",
    "``` fence",
    "a ``b` c```",
    "~~~",
    "~~gone~~",
    "[x](y)",
    "[x]",
    "[x]: http://example.org",
    "![x](y)",
    "[ ] to do",
    "[^1]",
    "<b>",
    "<b>bold</b>",
    "<!-- hidden -->",
    "<script>",
    "<http://example.org>",
    "&amp;",
    "&copy; & &#35; &#x41; &unknown; &",
    "a | b",
    "| a | b |",
    "|---|---|",
    ":-:",
    "**bold**",
    "__bold__",
    "*emphasis* and _emphasis_",
    "snake_case_name",
    "2 * 3 * 4",
    "trailing\\",
    "\\",
    "\\# \\* \\\\",
    "a\\",
    "    four blanks",
    "two blanks  ",
    "a  b",
    "[sic]",
    ":sun:",
    "“curly” – dash …",
    "立法會 批准撥款。",
    "no\u00a0break",
]
PIECES = st.sampled_from([*TREACHEROUS, *"\\`*_[]<>#~|&;!()-+=.:1 "]) | st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(str.strip)

Run = tuple[str, str]


def shown(markdown: str) -> list[tuple[str, list[Run]]]:
    """Each text of the rendered page: what it stands in, and its stretches with their style."""
    page, inside = [], []
    for token in RENDERER.parse(markdown):
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline":
            page.append((" ".join(inside), list(stretches(token.children or []))))
        else:
            page.append((token.type, [("", token.content)]))
    return page


def stretches(children: list[Token]) -> Iterator[Run]:
    """The stretches of a line, each with the name of its style; text that stands plain has none."""
    style = ""
    for child in children:
        if child.type == "text":
            if child.content:
                yield style, child.content
        elif child.nesting:
            style = child.tag if child.nesting == 1 else ""
        else:
            yield child.type, child.content


def signed(title: str, *paragraphs: str) -> Milestone:
    """A milestone of 6 September 2021."""
    return Milestone(date(2021, 9, 6), "day", title, paragraphs)


APPOINTED = Milestone(date(2021, 10, 1), "month", "Consultant appointed", ("By HSITPL.",))
LATER = Milestone(date(2022, 2, 1), "month", "Budget speech", ("HK$10 billion.", "1. For it"))


def test_a_list_has_a_heading_a_year_and_an_item_a_milestone() -> None:
    """Markdown is ready to paste: years as headings, dates in words and bold, titles as items."""
    assert md.milestones([signed("Signed", "Text."), APPOINTED, LATER]) == (
        "## 2021\n"
        "\n"
        "- **6 September 2021**: Signed\n"
        "- **October 2021**: Consultant appointed\n"
        "\n"
        "## 2022\n"
        "\n"
        "- **February 2022**: Budget speech\n"
    )


def test_texts_are_quotations_under_a_heading_each() -> None:
    """With the texts, each milestone has a heading and the source's words as one quotation."""
    assert md.texts([signed("Signed", "First.", "Second."), APPOINTED, LATER]) == (
        "## 2021\n"
        "\n"
        "### 6 September 2021: Signed\n"
        "\n"
        "> First.\n"
        ">\n"
        "> Second.\n"
        "\n"
        "### October 2021: Consultant appointed\n"
        "\n"
        "> By HSITPL.\n"
        "\n"
        "## 2022\n"
        "\n"
        "### February 2022: Budget speech\n"
        "\n"
        "> HK$10 billion.\n"
        ">\n"
        "> 1\\. For it\n"
    )


def test_counts_are_a_table() -> None:
    """The counts are a table with the numbers aligned to the right."""
    assert md.counts({2023: 3, 2017: 12}) == (
        "| Year | Milestones |\n| ---- | ---------: |\n| 2023 | 3 |\n| 2017 | 12 |\n"
    )


def test_a_renderer_shows_the_counts_as_a_table() -> None:
    """The table of counts is one to a renderer, with a header and a row a year."""
    cells = [
        (place.split()[-1], text) for place, [(_, text)] in shown(md.counts({2023: 3, 2017: 12}))
    ]
    assert cells == [
        ("th", "Year"),
        ("th", "Milestones"),
        ("td", "2023"),
        ("td", "3"),
        ("td", "2017"),
        ("td", "12"),
    ]


def test_two_years_of_three_milestones_are_shown_as_such() -> None:
    """A renderer shows headings, headings under them, and one quotation of several paragraphs."""
    assert shown(md.texts([signed("Signed", "First.", "Second."), APPOINTED, LATER])) == [
        ("h2", [("", "2021")]),
        ("h3", [("", "6 September 2021: Signed")]),
        ("blockquote p", [("", "First.")]),
        ("blockquote p", [("", "Second.")]),
        ("h3", [("", "October 2021: Consultant appointed")]),
        ("blockquote p", [("", "By HSITPL.")]),
        ("h2", [("", "2022")]),
        ("h3", [("", "February 2022: Budget speech")]),
        ("blockquote p", [("", "HK$10 billion.")]),
        ("blockquote p", [("", "1. For it")]),
    ]


@pytest.mark.parametrize("text", TREACHEROUS)
def test_what_markdown_would_take_for_markup_stays_literal(text: str) -> None:
    """Special characters of the record are read as they stand, wherever they are."""
    plain = text.strip()
    assert shown(md.milestones([signed(text, "Text.")])) == [
        ("h2", [("", "2021")]),
        ("ul li p", [("strong", "6 September 2021"), ("", f": {plain}")]),
    ]
    assert shown(md.texts([signed(text, text, "Between.", text, text)])) == [
        ("h2", [("", "2021")]),
        ("h3", [("", f"6 September 2021: {plain}")]),
        ("blockquote p", [("", plain)]),
        ("blockquote p", [("", "Between.")]),
        ("blockquote p", [("", plain)]),
        ("blockquote p", [("", plain)]),
    ]


@given(titles=st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_titles_are_shown_as_they_are(titles: list[str]) -> None:
    """Whatever the titles hold, a renderer shows one item each, with the title's own letters."""
    assert shown(md.milestones([signed(title, "Text.") for title in titles])) == [
        ("h2", [("", "2021")]),
        *(
            ("ul li p", [("strong", "6 September 2021"), ("", f": {title.strip()}")])
            for title in titles
        ),
    ]


@given(title=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=5))
@example(title="a", paragraphs=["a", "===", "b", "---", "c"])
@example(title="a", paragraphs=["| a |", "|---|", "| b |"])
@settings(max_examples=300, deadline=None)
def test_any_texts_are_shown_as_they_are(title: str, paragraphs: list[str]) -> None:
    """Whatever the texts hold, a renderer shows one heading and a quotation of those words."""
    assert shown(md.texts([signed(title, *paragraphs)])) == [
        ("h2", [("", "2021")]),
        ("h3", [("", f"6 September 2021: {title.strip()}")]),
        *(("blockquote p", [("", paragraph.strip())]) for paragraph in paragraphs),
    ]


def test_the_bundled_record_is_shown_to_the_letter() -> None:
    """The briefing note of the whole record has each date, title and paragraph in its place."""
    record = loopline.load()
    texts = [(place, run) for place, [run] in shown(md.texts(record)) if place != "h2"]
    assert texts == [
        line
        for m in record
        for line in [
            ("h3", ("", f"{m.period.describe()}: {m.title}")),
            *(("blockquote p", ("", paragraph)) for paragraph in m.paragraphs),
        ]
    ]


def test_ordinary_words_stay_free_of_backslashes() -> None:
    """The record needs hardly any escaping, so the Markdown is readable before it is rendered."""
    assert "\\" not in md.texts(loopline.load())
