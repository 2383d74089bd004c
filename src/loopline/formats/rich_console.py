"""What Rich draws for the terminal, as a string."""

import re

from rich import console as rich_console

from loopline.formats.rich_theme import THEME


def draw(renderable: rich_console.RenderableType, width: int) -> str:
    """Return what Rich draws in so many columns, in colour if standard output shows any."""
    console = rich_console.Console(
        # Width and height are given, because Rich fails on COLUMNS=² and on LINES=².
        width=width,
        height=25,
        theme=THEME,
        highlight=False,
        # What is captured would have escape codes, which an old console of Windows does not know.
        color_system=None if rich_console.detect_legacy_windows() else "auto",
    )
    with console.capture() as capture:
        console.print(renderable)
    # Rich fills each line with blanks.
    return re.sub(r" +(\x1b\[0m)?$", r"\1", capture.get(), flags=re.MULTILINE)
