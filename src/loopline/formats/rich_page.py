"""`show` on a terminal: milestones as pages to read aloud from, as a Rich renderable."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.constrain import Constrain
from rich.text import Text

from loopline.formats.rich_table import CAPTION, DATE, MAX_TEXT_WIDTH, stack
from loopline.models import Milestone


def render_pages(
    shown: Sequence[Milestone], record: Sequence[Milestone]
) -> Iterator[RenderableType]:
    """The shown milestones in full, with what came before and after them in the record."""
    chosen = set(shown)
    named = None
    for place, milestone in enumerate(record):
        if milestone in chosen:
            before, after = record[max(0, place - 1)], record[min(place + 1, len(record) - 1)]
            if before not in chosen and before is not named:
                yield _neighbour(_side(before, milestone, "Before"), before)
            yield _page(milestone)
            if after not in chosen:
                yield _neighbour(_side(after, milestone, "After "), named := after)


def _side(neighbour: Milestone, shown: Milestone, side: str) -> str:
    """Which side of a page a neighbour is on, if dates tell: one may be known to its month only."""
    return "Around" if neighbour.period.overlaps(shown.period) else side


def _page(milestone: Milestone) -> RenderableType:
    date = Text(milestone.period.describe(), f"bold {DATE}")
    heading = Text("\n").join([date, Text(milestone.title, "bold")])
    return Constrain(stack([heading, *map(Text, milestone.paragraphs)]), MAX_TEXT_WIDTH)


def _neighbour(side: str, milestone: Milestone) -> RenderableType:
    return stack([Text(f"{side}  {milestone.when}  {milestone.title}", CAPTION)])
