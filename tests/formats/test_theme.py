"""The styles of the terminal views: legible on every common palette, with and without colour."""

import runpy
from pathlib import Path

import pytest
from rich.color import Color

from loopline.formats.rich_theme import THEME

DOCS = Path(__file__).parents[2] / "docs"
PALETTES: dict[str, tuple[str, str]] = runpy.run_path(str(DOCS / "terminal.py"))["PALETTES"]
STYLES = ("date", "title", "year", "match", "note", "source")
# Of bold text. No colour of these palettes has 3 everywhere, and those that are used come closest.
MIN_CONTRAST = 2.3


def luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 for black to 1 for white."""
    parts = [part / 255 for part in bytes.fromhex(color)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", STYLES)
def test_nothing_is_told_by_colour_alone(name: str) -> None:
    """Each style has weight or an underline, which NO_COLOR leaves."""
    assert THEME.styles[name].bold or THEME.styles[name].underline


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", STYLES)
def test_each_colour_is_legible_on_light_and_dark(name: str, palette: str) -> None:
    """A colour is one of the sixteen that the user has chosen, and has contrast in all of them."""
    color = THEME.styles[name].color or Color.default()
    if not color.is_default:
        assert color.number is not None
        assert color.number < 16
        grounds, colors = (text.split() for text in PALETTES[palette])
        lowest = min(contrast(colors[color.number], ground) for ground in grounds[::2])
        assert lowest >= MIN_CONTRAST
