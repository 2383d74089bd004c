"""Draw docs/terminal.svg, the picture in the README, from what the program prints."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).with_suffix(".svg")
COMMANDS = (["year", "2021"], ["search", "legco", "funding", "--limit", "2"])
COLUMNS = 76

# Rich's own frame fetches a font from the web; this one uses the reader's.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
 role="img" aria-label="{unique_id}">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace;
 font-size: {char_height}px; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs>{lines}</defs>
<rect width="{width}" height="{height}" rx="8" fill="#292929"/>
<g transform="translate(16, 24)">{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g></g>
</svg>
"""


def run_commands() -> Text:
    """Return what a terminal shows after the commands, each typed at a prompt."""
    screens = [_run(command) for command in COMMANDS]
    return Text("\n\n").join(screens)


def _run(command: list[str]) -> Text:
    output = subprocess.run(
        [sys.executable, "-m", "loopline", *command, "--format", "table"],
        env=os.environ | {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "TERM": "xterm"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.rstrip()
    return Text("\n").join(
        [Text(f"$ loopline {' '.join(command)}", "bold"), Text.from_ansi(output)]
    )


def draw(screen: Text) -> str:
    """Return the screen as an SVG picture."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    console.print(screen)
    return console.export_svg(code_format=FRAME, unique_id="loopline")


if __name__ == "__main__":
    PICTURE.write_text(draw(run_commands()), encoding="utf-8")
