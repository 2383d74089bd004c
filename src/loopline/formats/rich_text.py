"""What the terminal views share: their styles, and text wrapped between words.

The styles use no colour and no dim text: none of the sixteen colours of a palette has enough
contrast on black and on white in all common terminals, and the default colour has it in each.
"""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

YEAR = "bold"
DATE = "bold"
TITLE = "bold"
MATCH = "bold underline"

# Longer lines are hard to read.
MAX_TEXT_WIDTH = 88
# For a terminal without Unicode, which would show escapes instead.
_ASCII_PUNCTUATION = str.maketrans("“”‘’–—", "\"\"''--")


def join_paragraphs(paragraphs: Iterable[Text]) -> Text:
    """Return the paragraphs as one text, with a blank line between them."""
    return Text("\n\n").join(paragraphs)


def wrap(text: Text, console: Console, width: int) -> list[Text]:
    """Return the lines of the text, at most `width` cells and MAX_TEXT_WIDTH wide.

    Lines break between words, or inside a word that is longer than a line, and have no blanks
    at their ends: those would end up in a pipe or on the clipboard.
    """
    if console.options.ascii_only:
        text = text.copy()
        text.plain = text.plain.translate(_ASCII_PUNCTUATION)
    lines = text.wrap(console, min(width, MAX_TEXT_WIDTH), overflow="fold")
    for line in lines:
        line.rstrip()
    return list(lines)


class WrappedText:
    """A Rich renderable: a text in the lines that `wrap` gives for the terminal's width."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        yield from wrap(self._text, console, options.max_width)
