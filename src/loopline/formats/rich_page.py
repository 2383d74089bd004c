"""`show` on a terminal: milestones as pages to read aloud from, drawn by Rich."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from loopline.formats.rich_console import draw
from loopline.formats.rich_table import add_row, has_room
from loopline.models import Milestone
from loopline.timeline import Timeline


def render_pages(shown: Sequence[Milestone], timeline: Timeline, width: int) -> str:
    """Return a page for each shown milestone of the timeline, the last one with the source.

    Under its text stand the note on its date, if there is one, and the milestones before and
    after it, unless they have been named or are shown themselves.
    """
    chosen, named, notes = frozenset(shown), set(shown), timeline.notes
    pages: list[RenderableType] = []
    for before, milestone, after in zip(
        (None, *timeline), timeline, (*timeline[1:], None), strict=False
    ):
        if milestone not in chosen:
            continue
        pages += [Rule(style="")] if pages else []
        pages += [Text(milestone.period.describe(), "date"), Text(milestone.title, "title")]
        pages += [Text(f"\n{paragraph}") for paragraph in milestone.paragraphs]
        foot = _create_foot(width)
        pages += [Text(), foot]
        if milestone in notes:
            add_row(foot, Text("Note", "note"), Text(notes[milestone].describe()))
        for label, neighbour in (("Before", before), ("After", after)):
            if neighbour is not None and neighbour not in named:
                named.add(neighbour)
                is_around = neighbour.period.overlaps(milestone.period)
                name = Text.assemble((neighbour.when, "date"), f"  {neighbour.title}")
                add_row(foot, Text("Same month" if is_around else label), name)
    add_row(foot, Text("Source"), Text(timeline.source, "source"))
    return draw(Group(*pages), width)


def _create_foot(width: int) -> Table:
    foot = Table.grid(padding=(0, 2, 0, 0), expand=True)
    if has_room(width):
        foot.add_column(no_wrap=True)
    foot.add_column(ratio=1, overflow="fold")
    return foot
