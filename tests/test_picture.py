"""The picture of a terminal in the README."""

import html
import re
import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_picture_shows_what_the_program_prints_today() -> None:
    """The README's picture has the text of a terminal on which its commands were just typed."""
    script = runpy.run_path(str(DOCS / "terminal.py"))
    picture = script["PICTURE"].read_text(encoding="utf-8")
    texts = re.findall(r"<text[^>]*>(.*?)</text>", picture, flags=re.DOTALL)
    shown = html.unescape("".join(texts)).replace("\xa0", " ")
    assert shown.split() == script["screen"]().plain.split()


def test_the_picture_is_light_and_asks_nobody_for_anything() -> None:
    """The picture is small, and loads nothing from elsewhere."""
    picture = (DOCS / "terminal.svg").read_text(encoding="utf-8")
    assert len(picture) < 30_000
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
