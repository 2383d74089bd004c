"""What a search found, as bodies for the terminal's table: what matched is highlighted."""

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from loopline.formats.rich_table import MATCH, CellRenderer, stack
from loopline.models import Milestone

# Two lines of a terminal of 80 columns beside the date, and what may be added to end at a blank.
EXCERPT_LENGTH = 105
LONGEST_WORD = 16

Spans = Sequence[tuple[int, int]]
SpansOf = Callable[[Milestone], Sequence[Spans]]


def snippets(spans_of: SpansOf) -> CellRenderer:
    """A body that gives the title and, where a paragraph matched, the words around it."""

    def body(milestone: Milestone) -> Text:
        in_title, *in_paragraphs = spans_of(milestone)
        lines = [_highlighted(milestone.title, in_title, "bold")]
        spans, paragraph = max(
            zip(in_paragraphs, milestone.paragraphs, strict=True), key=lambda pair: len(pair[0])
        )
        if spans:
            lines.append(_excerpt(paragraph, spans))
        return Text("\n").join(lines)

    return body


def full_texts(spans_of: SpansOf) -> CellRenderer:
    """A body that gives the title and every paragraph."""

    def body(milestone: Milestone) -> RenderableType:
        in_title, *in_paragraphs = spans_of(milestone)
        heading = _highlighted(milestone.title, in_title, "bold")
        return stack([heading, *map(_highlighted, milestone.paragraphs, in_paragraphs)])

    return body


def _highlighted(text: str, spans: Spans, style: str = "") -> Text:
    shown = Text(text, style)
    for start, end in spans:
        shown.stylize(MATCH, start, end)
    return shown


def _excerpt(paragraph: str, spans: Spans) -> Text:
    """The stretch of the paragraph that has the most of its first matches in it."""
    spans = spans[:50]
    stretches = [
        [span for span in spans if start <= span[0] and span[1] <= start + EXCERPT_LENGTH]
        for start, _ in spans
    ]
    best = max(stretches, key=len) or spans[:1]
    first, last = best[0][0], best[-1][1]
    size = max(EXCERPT_LENGTH, last - first)
    start = max(0, min((first + last - size) // 2, len(paragraph) - size))
    # Begin and end at a blank; where none is near, as in Chinese, a word is cut.
    begin = max(paragraph.rfind(" ", 0, start) + 1, start - LONGEST_WORD)
    end = min(
        f"{paragraph} ".find(" ", min(start + size, len(paragraph))), start + size + LONGEST_WORD
    )
    shown = _highlighted(paragraph, spans)[begin:end]
    return Text.assemble("… " if begin else "", shown, " …" if end < len(paragraph) else "")
