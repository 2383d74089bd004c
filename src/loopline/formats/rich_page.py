"""`show` on a terminal: milestones as pages to read aloud from, as Rich renderables."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from loopline.formats.rich_text import DATE, TITLE, WrappedText
from loopline.models import Milestone

if TYPE_CHECKING:
    from loopline.timeline import Timeline


def render_pages(shown: Sequence[Milestone], timeline: "Timeline") -> Iterator[RenderableType]:
    """Yield the shown milestones in full, with what came before and after them, and the source.

    `shown` are milestones of `timeline`. What stands between two of them is named once.
    """
    for number, paragraph in enumerate(_paragraphs(shown, timeline)):
        if number:
            yield Text()
        yield WrappedText(paragraph)


def _paragraphs(shown: Sequence[Milestone], timeline: "Timeline") -> Iterator[Text]:
    chosen = set(shown)
    named = None
    for index, milestone in enumerate(timeline):
        if milestone not in chosen:
            continue
        previous = timeline[max(0, index - 1)]
        following = timeline[min(index + 1, len(timeline) - 1)]
        if previous not in chosen and previous is not named:
            yield _neighbour("Before", previous, milestone)
        yield Text("\n").join(
            [Text(milestone.period.describe(), DATE), Text(milestone.title, TITLE)]
        )
        yield from map(Text, milestone.paragraphs)
        if following not in chosen:
            named = following
            yield _neighbour("After", following, milestone)
    if timeline.source:
        yield Text(f"Source: {timeline.source}")


def _neighbour(label: str, neighbour: Milestone, shown: Milestone) -> Text:
    """Return a line on a neighbour; two that share a month may have come in either order."""
    if neighbour.period.overlaps(shown.period):
        label = "Around"
    return Text(f"{label:6}  {neighbour.when}  {neighbour.title}")
