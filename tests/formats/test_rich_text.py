"""What the terminal views share: styles that can be read anywhere, and wrapped text."""

from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest
from rich.color import Color
from rich.console import Console, Group, RenderableType
from rich.style import Style
from rich.text import Text

import loopline
from loopline.formats import rich_page, rich_snippets, rich_table
from loopline.formats.rich_text import WrappedText

Draw = Callable[[RenderableType, int], list[str]]
Rgb = tuple[float, float, float]

BLACK, WHITE = (0.0, 0.0, 0.0), (255.0, 255.0, 255.0)
# The sixteen colours of a terminal's palette as it comes: black to white, then bright ones.
PALETTES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "macOS Terminal": "000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd"
    " 818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb",
    "Windows Terminal": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
MIN_CONTRAST = 4.5


def rgb(color: Color | None, palette: str, default: Rgb) -> Rgb:
    """Return the red, green and blue of a colour in a palette; the default where there is none."""
    if color is None or color.is_default:
        return default
    if color.triplet is not None:
        return (color.triplet.red, color.triplet.green, color.triplet.blue)
    assert color.number is not None
    red, green, blue = bytes.fromhex(PALETTES[palette].split()[color.number])
    return (red, green, blue)


def luminance(color: Rgb) -> float:
    """Return the relative luminance of WCAG 2, from 0 for black to 1 for white."""
    linear = [
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lowest_contrast(style: Style) -> float:
    """Return the lowest contrast of text in this style, on black and white in each palette."""
    contrasts = []
    for palette in PALETTES:
        for paper, ink in [(BLACK, WHITE), (WHITE, BLACK)]:
            front = rgb(style.color, palette, ink)
            back = rgb(style.bgcolor, palette, paper)
            if style.dim:
                red, green, blue = ((f + b) / 2 for f, b in zip(front, back, strict=True))
                front = (red, green, blue)
            darker, lighter = sorted([luminance(front), luminance(back)])
            contrasts.append((lighter + 0.05) / (darker + 0.05))
    return min(contrasts)


def styles(view: RenderableType) -> set[Style]:
    """Return the styles of all that is to be read in a view on a terminal with colours."""
    console = Console(width=80, force_terminal=True, color_system="truecolor", highlight=False)
    return {s.style or Style() for s in console.render(view) if s.text.strip()}


def test_everything_can_be_read_on_black_and_on_white() -> None:
    """Whatever is shown has a contrast of 4.5:1 in the palettes of three common terminals."""
    record = loopline.load()
    found = record.search("legco funding")
    used = styles(
        Group(
            rich_table.MilestoneTable(record, rich_table.render_title, "caption"),
            rich_table.MilestoneTable(record, rich_table.render_full, "caption"),
            rich_table.MilestoneTable(found, rich_snippets.snippets(found.spans), "caption"),
            rich_table.MilestoneTable(found, rich_snippets.full_texts(found.spans), "caption"),
            rich_table.YearBars({2021: 9}, "caption"),
            *rich_page.render_pages(record[3:5], record),
        )
    )
    assert used == {Style(), Style(bold=True), Style(bold=True, underline=True)}
    assert min(map(lowest_contrast, used)) >= MIN_CONTRAST


@pytest.mark.parametrize("style", ["dim", *(f"color({number})" for number in range(16))])
def test_neither_dim_text_nor_a_colour_of_the_palette_would_do(style: str) -> None:
    """The views do without colour because none has that contrast everywhere."""
    assert lowest_contrast(Style.parse(style)) < MIN_CONTRAST


def test_text_is_no_wider_than_one_can_read(draw: Draw) -> None:
    """On a wide terminal a line has 88 columns at most, and on a narrow one all there are."""
    view = WrappedText(Text("x" * 100))
    assert draw(view, 200) == ["x" * 88, "x" * 12]
    assert draw(view, 50) == ["x" * 50, "x" * 50]


def test_lines_break_between_words(draw: Draw) -> None:
    """A word that fits on a line is never parted, and no line has a blank at its end."""
    assert draw(WrappedText(Text("立法會 approves the funding  of it")), 12) == [
        "立法會",
        "approves the",
        "funding  of",
        "it",
    ]


def test_quotation_marks_are_straight_where_there_are_no_others() -> None:
    """A terminal that is not Unicode gets punctuation that it has, and highlighting in place."""
    text = Text.assemble("The “", ("Plan", "bold"), "” – ‘one—two’")
    output = BytesIO()
    with TextIOWrapper(output, encoding="ascii", newline="\n", write_through=True) as terminal:
        console = Console(width=80, file=terminal, force_terminal=True, color_system="standard")
        console.print(WrappedText(text))
        assert output.getvalue() == b"The \"\x1b[1mPlan\x1b[0m\" - 'one-two'\n"
    assert text.plain == "The “Plan” – ‘one—two’"
