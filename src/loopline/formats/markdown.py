"""`md`: Markdown to paste into a briefing note, with dates as its reader would write them."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone]) -> str:
    """A heading a year, and under it one list item a milestone: date and title."""
    return _by_year(milestones, _item, "")


def render_full(milestones: Sequence[Milestone]) -> str:
    """A heading a year, one a milestone, and the source's words as quotations."""
    return _by_year(milestones, _quotation, "\n")


def render_counts(counts: Mapping[int, int]) -> str:
    """A table of years and their numbers of milestones; nothing if there is no year."""
    rows = "".join(f"| {year:04} | {count} |\n" for year, count in counts.items())
    return f"| Year | Milestones |\n| ---- | ---------: |\n{rows}" if rows else ""


def _by_year(
    milestones: Sequence[Milestone], entry: Callable[[Milestone], str], between: str
) -> str:
    years = groupby(milestones, key=lambda milestone: milestone.date.year)
    return "\n".join(f"## {year:04}\n\n{between.join(map(entry, group))}" for year, group in years)


def _item(milestone: Milestone) -> str:
    return f"- **{milestone.period.describe()}**: {_literal(milestone.title)}\n"


def _quotation(milestone: Milestone) -> str:
    heading = f"### {milestone.period.describe()}: {_literal(milestone.title)}"
    quotes = "\n>\n".join(f"> {_line(text)}" for text in milestone.paragraphs)
    return f"{heading}\n\n{quotes}\n"


def _line(text: str) -> str:
    """The text as a line that begins no list, heading or block of code."""
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", _literal(text))


def _literal(text: str) -> str:
    """The text with a backslash before each character that Markdown would take for markup."""
    return re.sub(r"[\\`*_\[\]<>#~|]|&(?=\w+;)", r"\\\g<0>", text.strip())
