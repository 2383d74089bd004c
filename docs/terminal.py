"""Draw docs/terminal.svg, the picture in the README, from what the program prints.

    python docs/terminal.py [FOLDER]

With a FOLDER, draw there what each command looks like in the common palettes, light and dark: look
at those pictures before you change a style.
"""

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
OTHERS = (*COMMANDS, ["year"], ["show", "2022-07"])
COLUMNS = 76

# The colours of the common terminals: background and text, first of a dark and then of a light
# one, and the sixteen of the palette, from black to white and the same brighter.
PALETTES = {
    "xterm": (
        "000000 e5e5e5 ffffff 000000",
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
        " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    ),
    "macos": (
        "000000 ffffff ffffff 000000",
        "000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd"
        " 818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb",
    ),
    "windows": (
        "0c0c0c cccccc ffffff 000000",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
        " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    ),
    "tango": (
        "2e3436 d3d7cf eeeeec 2e3436",
        "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf"
        " 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
    ),
    "solarized": (
        "002b36 839496 fdf6e3 657b83",
        "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5"
        " 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
    ),
}

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
<rect width="{width}" height="{height}" rx="8" fill="BACKGROUND"/>
<g transform="translate(16, 24)">{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g></g>
</svg>
"""

Rgb = tuple[int, int, int]


def run_commands(commands: tuple[list[str], ...] = COMMANDS) -> Text:
    """Return what a terminal shows after the commands, each typed at a prompt."""
    return Text("\n\n").join([_run(command) for command in commands])


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


def palette(name: str, is_light: bool) -> TerminalTheme:
    """Return a palette by its name, with its light or its dark background."""
    grounds, colors = (list(map(_parse, text.split())) for text in PALETTES[name])
    background, text = grounds[2:] if is_light else grounds[:2]
    return TerminalTheme(background, text, colors[:8], colors[8:])


def _parse(color: str) -> Rgb:
    red, green, blue = bytes.fromhex(color)
    return red, green, blue


def draw(screen: Text, theme: TerminalTheme) -> str:
    """Return the screen as an SVG picture."""
    console = Console(record=True, width=COLUMNS + 2, file=StringIO(), force_terminal=True)
    console.print(screen)
    frame = FRAME.replace("BACKGROUND", theme.background_color.hex)
    return console.export_svg(theme=theme, code_format=frame, unique_id="loopline")


def main(arguments: list[str]) -> None:
    """Draw the picture of the README, or in a folder one for each palette."""
    if not arguments:
        PICTURE.write_text(draw(run_commands(), palette("windows", is_light=False)), "utf-8")
    for folder in arguments:
        screen = run_commands(OTHERS)
        for name in PALETTES:
            for ground in ("dark", "light"):
                picture = draw(screen, palette(name, is_light=ground == "light"))
                (Path(folder) / f"{name}-{ground}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
