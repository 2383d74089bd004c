"""`md`: what a Markdown renderer shows is what is in the record."""

from datetime import date
from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import loopline
from loopline.formats import md
from loopline.models import Milestone
from loopline.notes import Note

# What GitHub adds to the standard counts too: a briefing note may be read there.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARSER.normalizeLinkText = lambda link: link  # type: ignore[method-assign] # as written

# Texts that Markdown would take for something else, at the start, in the middle or at the end.
TREACHEROUS = (
    "- item¦-¦--- ¦+ item¦+¦* item¦*¦***¦_ _ _¦=¦===¦a ===¦1. one¦1.¦2021. A year¦1) one¦"
    "123456789) one¦# heading¦#¦###### six¦closing ##¦> quoted¦>¦`code`¦``` fence¦"
    "a ``b` c```¦~~~¦~~gone~~¦[x](y)¦[x]¦[x]: http://example.org¦![x](y)¦[ ] to do¦[^1]¦<b>¦"
    "<b>bold</b>¦<!-- hidden -->¦<script>¦<http://example.org>¦&amp;¦"
    "&copy; & &#35; &#x41; &unknown; &¦a | b¦| a | b |¦|---|---|¦:-:¦**bold**¦__bold__¦"
    "*emphasis* and _emphasis_¦snake_case_name¦2 * 3 * 4¦trailing\\¦\\¦\\# \\* \\\\¦a\\¦"
    "    four blanks¦two blanks  ¦a  b¦[sic]¦:sun:¦“curly” – dash …¦立法會 批准撥款。¦"
    "no\u00a0break¦a_b_c __d__ e_ _f¦see https://hsitp.org/a_b*c, and (https://x.org/d_(e)).¦"
    "https://x.org/?a=1&copy;=2¦\\https://x.org\\_a_"
).split("¦")
PIECES = st.sampled_from([*TREACHEROUS, "https://", *"\\`*_[]<>#~|&;!()-+=.:1 "]) | st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(str.strip)

Run = tuple[str, str]


def parse(text: str) -> list[tuple[str, list[Run]]]:
    """Return each text of the rendered page: what it stands in, and its runs with their style."""
    page, inside = [], []
    for token in PARSER.parse(text):
        if token.nesting == 1:
            inside.append(token.tag)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "inline":
            page.append((" ".join(inside), join_runs(token.children or [])))
        else:
            page.append((token.type, [("", token.content)]))
    return page


def join_runs(children: list[Token]) -> list[Run]:
    """Return the runs of a line, each with its style."""
    style, runs = "", list[Run]()
    for child in children:
        if child.type == "text":
            runs.append((style, child.content))
        elif child.nesting:
            style = child.tag if child.nesting == 1 else ""
        else:
            runs.append((child.type, child.content))
    groups = (
        (style, "".join(text for _, text in group)) for style, group in groupby(runs, itemgetter(0))
    )
    return [run for run in groups if run[1]]


def signed(title: str, *paragraphs: str) -> Milestone:
    """Return a milestone of 6 September 2021."""
    return Milestone(date(2021, 9, 6), "day", title, paragraphs)


APPOINTED = Milestone(date(2021, 10, 1), "month", "Consultant appointed", ("By HSITPL.",))
LATER = Milestone(date(2022, 2, 1), "month", "Budget speech", ("HK$10 billion.", "1. For it"))


def test_a_list_has_a_heading_a_year_and_an_item_a_milestone() -> None:
    """Markdown is ready to paste: years as headings, dates in words and bold, the source."""
    assert md.render_list([signed("Signed", "Text."), APPOINTED, LATER], "mine.json") == (
        "## 2021\n"
        "\n"
        "- **6 September 2021**: Signed\n"
        "- **October 2021**: Consultant appointed\n"
        "\n"
        "## 2022\n"
        "\n"
        "- **February 2022**: Budget speech\n"
        "\n"
        "Source: mine.json\n"
    )


def test_texts_are_quotations_under_a_heading_each() -> None:
    """In full, each milestone has a heading, the source's words as a quotation, and its note."""
    assert md.render_full(
        [signed("Signed", "First.", "Second."), APPOINTED, LATER],
        "https://hsitp.org/en/milestones",
        {APPOINTED: Note(date(2021, 10, 6), "On 6 *October*", ("a press release",))},
    ) == (
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
        "Note: On 6 \\*October\\*, according to a press release.\n"
        "\n"
        "## 2022\n"
        "\n"
        "### February 2022: Budget speech\n"
        "\n"
        "> HK$10 billion.\n"
        ">\n"
        "> 1\\. For it\n"
        "\n"
        "Source: <https://hsitp.org/en/milestones>\n"
    )


def test_counts_are_a_table() -> None:
    """The counts are a table with the numbers aligned to the right, and the source below it."""
    table = md.render_counts({2023: 3, 917: 12}, "mine.json")
    assert table == (
        "| Year | Milestones |\n| ---- | ---------: |\n| 2023 | 3 |\n| 0917 | 12 |\n"
        "\nSource: mine.json\n"
    )
    shown = [text for _, [(_, text)] in parse(table)]
    assert shown == ["Year", "Milestones", "2023", "3", "0917", "12", "Source: mine.json"]


def check(title: str, paragraphs: list[str]) -> None:
    """Compare what is shown of a milestone in a list and in full with its texts."""
    milestone = signed(title, *paragraphs)
    source = ("p", [("", "Source: my *own*.json")])
    assert parse(md.render_list([milestone, milestone], "my *own*.json")) == [
        ("h2", [("", "2021")]),
        *[("ul li p", [("strong", "6 September 2021"), ("", f": {title.strip()}")])] * 2,
        source,
    ]
    assert parse(md.render_full([milestone], "my *own*.json", {})) == [
        ("h2", [("", "2021")]),
        ("h3", [("", f"6 September 2021: {title.strip()}")]),
        *(("blockquote p", [("", paragraph.strip())]) for paragraph in paragraphs),
        source,
    ]


@pytest.mark.parametrize("text", TREACHEROUS)
def test_what_markdown_would_take_for_markup_stays_literal(text: str) -> None:
    """Special characters of the record are read as they stand, wherever they are."""
    check(text, [text, "Between.", text, text])


@given(title=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=5))
@example(title="a", paragraphs=["a", "===", "b", "---", "c"])
@example(title="a", paragraphs=["| a |", "|---|", "| b |"])
@example(title="a", paragraphs=["https://x.org/b_合_"])
@settings(max_examples=200)
def test_any_texts_are_shown_as_they_are(title: str, paragraphs: list[str]) -> None:
    """Whatever the texts hold, a renderer shows an item, a heading and a quotation of them."""
    check(title, paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See HTTP://hsitp.org/a*b.", r"See HTTP\://hsitp.org/a\*b."),
        ("www.hsitp.org/_a", r"www\.hsitp.org/\_a"),
        ("www.__www.a.b", r"www\.\_\_www\.a.b"),
        ("https://合.org/*a", r"https\://合.org/\*a"),
    ],
)
def test_an_address_in_the_record_is_no_link(text: str, expected: str) -> None:
    """Only the source is a link: GitHub would take the backslashes in others for parts of them."""
    assert f"- **6 September 2021**: {expected}\n" in md.render_list([signed(text)], "")


def test_ordinary_words_stay_free_of_backslashes() -> None:
    """What needs no escaping has none, so the Markdown is readable before it is rendered."""
    words = "snake_case_name 2021-22 -5 +852 C# page#3 3.5 (approx.) HK$10 billion & I&T, AT&T"
    assert f"> {words}\n" in md.render_full([signed("Title", words)], "", {})
    assert "\\" not in md.render_full(loopline.load(), "", {})
