"""`plain`: for pipes and eyes without a terminal; never wrapped, cut or coloured."""

from collections.abc import Mapping, Sequence

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone]) -> str:
    """One line a milestone: date, tab, title."""
    return "".join(f"{m.when}\t{m.title}\n" for m in milestones)


def render_full(milestones: Sequence[Milestone]) -> str:
    """For each milestone its line, each paragraph on a line of its own, and a blank line."""
    return "".join("\n".join([f"{m.when}\t{m.title}", *m.paragraphs, "\n"]) for m in milestones)


def render_counts(counts: Mapping[int, int]) -> str:
    """One line a year: year, tab, number of milestones."""
    return "".join(f"{year:04}\t{count}\n" for year, count in counts.items())
