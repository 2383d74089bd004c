"""What a search found, as bodies for the terminal's table: what matched is highlighted."""

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from loopline.model import Milestone
from loopline.render.table import MATCH, Body, spaced

# About two lines of a terminal of 80 columns beside the date.
EXCERPT_LENGTH = 130

Spans = Sequence[tuple[int, int]]
SpansOf = Callable[[Milestone], Sequence[Spans]]


def excerpts(spans_of: SpansOf) -> Body:
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


def full_texts(spans_of: SpansOf) -> Body:
    """A body that gives the title and every paragraph."""

    def body(milestone: Milestone) -> RenderableType:
        in_title, *in_paragraphs = spans_of(milestone)
        heading = _highlighted(milestone.title, in_title, "bold")
        return spaced([heading, *map(_highlighted, milestone.paragraphs, in_paragraphs)])

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
    margin = max(0, EXCERPT_LENGTH - (last - first)) // 2
    start = paragraph.rfind(" ", 0, max(0, first - margin)) + 1
    end = paragraph.find(" ", last + margin)
    end = len(paragraph) if end < 0 else end
    shown = _highlighted(paragraph, spans)[start:end]
    return Text.assemble("… " if start else "", shown, " …" if end < len(paragraph) else "")
