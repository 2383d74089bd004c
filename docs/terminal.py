"""Draws docs/terminal.svg, the picture in the README, from what the real program prints."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

PICTURE = Path(__file__).with_suffix(".svg")
COMMANDS = (["year", "2021"], ["search", "legco", "funding", "--limit", "2"])
COLUMNS = 76

THEME = TerminalTheme(
    (28, 30, 38),
    (214, 216, 222),
    [
        *((60, 64, 76), (224, 108, 117), (140, 190, 120), (220, 180, 110)),
        *((97, 160, 230), (214, 140, 220), (95, 190, 205), (214, 216, 222)),
    ],
)
# Rich's own frame fetches a font from elsewhere; this one takes the reader's.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
 role="img" aria-label="{unique_id}">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace;
 font-size: {char_height}px; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs>{lines}</defs>
<rect width="{width}" height="{height}" rx="8" fill="#1c1e26"/>
<g transform="translate(16, 24)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def screen() -> Text:
    """What a terminal shows after each of the commands was typed."""
    shown = Text()
    environment = os.environ | {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "TERM": "xterm"}
    for command in COMMANDS:
        output = subprocess.run(
            [sys.executable, "-m", "loopline", *command, "--format", "table"],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        shown.append_text(Text(f"$ loopline {' '.join(command)}\n", "bold"))
        shown.append_text(Text.from_ansi(output))
        shown.append("\n\n")
    shown.rstrip()
    return shown


def drawn(text: Text) -> str:
    """The text as an SVG picture, by Rich's own export."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(text)
    return console.export_svg(theme=THEME, code_format=FRAME, unique_id="loopline")


if __name__ == "__main__":
    PICTURE.write_text(drawn(screen()), encoding="utf-8")
