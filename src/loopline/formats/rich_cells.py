"""The cells of the terminal's table: titles, texts and excerpts, with the matches highlighted.

Every cell is a `Text`: a markup string would swallow `[sic]` and crash on `[/b]`.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from loopline.models import Milestone, Span

# In columns; with a word more at either end it fills two lines of a terminal of 80.
EXCERPT_WIDTH = 105
# An excerpt begins or ends in the middle of a longer word.
MAX_WORD_LENGTH = 16


def render_full(milestone: Milestone, spans: Sequence[Sequence[Span]]) -> Text:
    """Return the title and the paragraphs; `spans` are the matches in each of them."""
    return Text("\n\n").join(_highlight(milestone, spans))


def render_excerpt(
    milestone: Milestone, spans: Sequence[Sequence[Span]], number: int, part: Span
) -> Text:
    """Return the title and, if it has a match, what stands around a part of a paragraph."""
    title, *paragraphs = _highlight(milestone, spans)
    if not spans[number + 1]:
        return title
    return Text("\n").join([title, cut(paragraphs[number], part)])


def cut(paragraph: Text, part: Span) -> Text:
    """Return a part of a paragraph with the words around it, and dots where it is cut.

    Where no blank is near, as in Chinese, it is cut between any two characters.
    """
    text = paragraph.plain
    # Chinese characters are two columns wide.
    size = max(EXCERPT_WIDTH * len(text) // max(1, cell_len(text)), part[1] - part[0])
    start = max(0, min((sum(part) - size) // 2, len(text) - size))
    end = min(start + size, len(text))
    word_start, word_end = text.rfind(" ", 0, start) + 1, f"{text} ".find(" ", end)
    if start - word_start < MAX_WORD_LENGTH:
        start = word_start
    if word_end - end < MAX_WORD_LENGTH:
        end = word_end
    # The dots are in ASCII, which every terminal can show.
    return Text.assemble(
        "... " if start else "", paragraph[start:end], " ..." if end < len(text) else ""
    )


def _highlight(milestone: Milestone, spans: Sequence[Sequence[Span]]) -> list[Text]:
    texts = [Text(milestone.title, "title"), *map(Text, milestone.paragraphs)]
    for text, matches in zip(texts, spans, strict=False):
        for start, end in matches:
            text.stylize("match", start, end)
    return texts
