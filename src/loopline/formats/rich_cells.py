"""The cells of the terminal's table: titles, texts and excerpts, with the matches highlighted.

Every cell is a `Text`: a markup string would swallow `[sic]` and crash on `[/b]`.
"""

from rich.cells import cell_len
from rich.text import Text

from loopline.models import Milestone, Span
from loopline.timeline import SearchResult, Timeline

# In columns; with a word more at either end it fills two lines of a terminal of 80.
EXCERPT_WIDTH = 105
# An excerpt begins or ends in the middle of a longer word.
MAX_WORD_LENGTH = 16


def render_cell(milestone: Milestone, found: Timeline, full: bool) -> Text:
    """Return the title of a milestone and, if `full`, its texts; else an excerpt after a search."""
    title, *paragraphs = texts = [Text(text) for text in milestone.texts]
    excerpts: list[Text] = []
    if isinstance(found, SearchResult):
        for text, spans in zip(texts, found.spans(milestone), strict=True):
            for start, end in spans:
                text.stylize("match", start, end)
        number, part = found.snippet_span(milestone)
        if any(part):
            excerpts = [cut(paragraphs[number], part)]
    elif not full:
        return title
    title.stylize_before("title")
    return Text("\n\n").join(texts) if full else Text("\n").join([title, *excerpts])


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
