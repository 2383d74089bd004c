"""The cells of the terminal's table for what a search found: matches are highlighted."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.text import Text

from loopline.formats.rich_table import CellRenderer
from loopline.formats.rich_text import MATCH, TITLE, join_paragraphs
from loopline.models import Milestone, Span

SpansOf = Callable[[Milestone], Sequence[Sequence[Span]]]

# In cells; with a word more at either end it fills two lines of a terminal of 80 columns.
SNIPPET_WIDTH = 105
# A snippet ends in the middle of a longer word.
MAX_WORD_LENGTH = 16
# In ASCII, which every terminal can show.
ELLIPSIS = "..."


def snippets(spans_of: SpansOf) -> CellRenderer:
    """Return a renderer of the title and a snippet of the paragraph with the most matches."""

    def render_cell(milestone: Milestone) -> Text:
        in_title, *in_paragraphs = spans_of(milestone)
        title = _highlight(milestone.title, in_title, TITLE)
        spans, paragraph = max(
            zip(in_paragraphs, milestone.paragraphs, strict=True), key=lambda pair: len(pair[0])
        )
        return Text("\n").join([title, snippet(paragraph, spans)]) if spans else title

    return render_cell


def full_texts(spans_of: SpansOf) -> CellRenderer:
    """Return a renderer of the title and every paragraph."""

    def render_cell(milestone: Milestone) -> Text:
        in_title, *in_paragraphs = spans_of(milestone)
        title = _highlight(milestone.title, in_title, TITLE)
        return join_paragraphs([title, *map(_highlight, milestone.paragraphs, in_paragraphs)])

    return render_cell


def snippet(paragraph: str, spans: Sequence[Span]) -> Text:
    """Return the part of the paragraph that has the most matches, with dots where it is cut.

    `spans` are the matches, at least one, in the order of the text. The part begins and ends
    between words or, where no blank is near, as in Chinese, between any two characters.
    """
    # Chinese characters are two cells wide.
    size = SNIPPET_WIDTH * len(paragraph) // cell_len(paragraph)
    window = _best_window(spans, size)
    first, last = window[0][0], window[-1][1]
    size = max(size, last - first)
    start = max(0, min((first + last - size) // 2, len(paragraph) - size))
    end = min(start + size, len(paragraph))
    word_start = paragraph.rfind(" ", 0, start) + 1
    word_end = f"{paragraph} ".find(" ", end)
    if start - word_start < MAX_WORD_LENGTH:
        start = word_start
    if word_end - end < MAX_WORD_LENGTH:
        end = word_end
    return Text.assemble(
        f"{ELLIPSIS} " if start else "",
        _highlight(paragraph, spans)[start:end],
        f" {ELLIPSIS}" if end < len(paragraph) else "",
    )


def _best_window(spans: Sequence[Span], size: int) -> Sequence[Span]:
    """Return the most matches that lie within `size` characters, or the first if none do."""
    best = spans[:1]
    first = 0
    for last, (_, end) in enumerate(spans):
        while first < last and end - spans[first][0] > size:
            first += 1
        if last - first >= len(best):
            best = spans[first : last + 1]
    return best


def _highlight(text: str, spans: Sequence[Span], style: str = "") -> Text:
    highlighted = Text(text, style)
    for start, end in spans:
        highlighted.stylize(MATCH, start, end)
    return highlighted
