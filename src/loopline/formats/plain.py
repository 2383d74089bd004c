"""`plain`: for pipes and for reading without a terminal; never wrapped, cut or coloured."""

from collections.abc import Mapping, Sequence

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone], _source: str) -> str:
    """Return one line for each milestone: date, tab, title."""
    return "".join(f"{m.when}\t{m.title}\n" for m in milestones)


def render_full(milestones: Sequence[Milestone], _source: str, _notes: object) -> str:
    """Return for each milestone its line, a line for each paragraph, and a blank line."""
    return "".join("\n".join([f"{m.when}\t{m.title}", *m.paragraphs, "\n"]) for m in milestones)


def render_counts(counts: Mapping[int, int], _source: str) -> str:
    """Return one line for each year: year, tab, number of milestones."""
    return "".join(f"{year:04}\t{count}\n" for year, count in counts.items())
