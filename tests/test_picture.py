"""The picture of a terminal in the README."""

import html
import re
import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PICTURE = (DOCS / "terminal.svg").read_text(encoding="utf-8")
# Of Rich's export, whose letters are 20 units high.
CHARACTER_WIDTH = 12.2


def test_the_picture_shows_what_the_program_prints_today() -> None:
    """The picture has the text of a terminal, line by line, on which its commands were typed.

    If it fails, draw the picture again with `python docs/terminal.py`.
    """
    lines = [""] * (1 + max(int(number) for number in re.findall(r"-line-(\d+)\)", PICTURE)))
    for x, line, text in re.findall(r'<text.*? x="(.*?)".*?-line-(\d+)\)">(.*?)</text>', PICTURE):
        column, number = round(float(x) / CHARACTER_WIDTH), int(line)
        lines[number] = lines[number].ljust(column) + html.unescape(text).replace("\xa0", " ")
    shown = [line.rstrip() for line in lines]
    assert shown == runpy.run_path(str(DOCS / "terminal.py"))["run_commands"]().plain.split("\n")


def test_the_picture_is_small_and_loads_nothing() -> None:
    """Whoever opens the README waits for one small file and is reported to nobody."""
    assert len(PICTURE) < 30_000
    assert re.search(r"href|src=|@import|url\((?!#)|<script", PICTURE) is None
