"""`md`: Markdown to paste into a briefing note, with dates in words and the source named."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from loopline.models import Milestone
from loopline.notes import Note

# Underscores after a letter or digit open no emphasis, and number signs inside a word no heading.
_MARKUP = r"(?<![^\W_])_|(?<!\S)#|[\\`*\[\]<>~|]|&(?=#?\w+;)"
# GitHub makes a link of these and what follows up to a blank, backslashes included.
_LINK_START = r"(?i:(?<=www)\.|(?<=ttp|tps|ftp):(?=//))"
_SPECIAL = re.compile(f"{_MARKUP}|{_LINK_START}")
# What begins a list item or draws a rule.
_LINE_START = re.compile(r"^(\d*)([-+.)])(?=[-\s]|$)")


def render_list(milestones: Sequence[Milestone], source: str) -> str:
    """Return a heading for each year, and under it a list of dates and titles."""

    def render(milestone: Milestone) -> str:
        return f"- **{milestone.period.describe()}**: {_escape(milestone.title)}\n"

    return _cite(_render_years(milestones, render, ""), source)


def render_full(
    milestones: Sequence[Milestone], source: str, notes: Mapping[Milestone, Note]
) -> str:
    """Return a heading for each year and each milestone, its paragraphs as quotations, its note."""

    def render(milestone: Milestone) -> str:
        heading = f"### {milestone.period.describe()}: {_escape(milestone.title)}\n\n"
        quotation = "\n>\n".join(f"> {_escape(text)}" for text in milestone.paragraphs)
        note = notes.get(milestone)
        return f"{heading}{quotation}\n" + (f"\nNote: {_escape(note.describe())}\n" if note else "")

    return _cite(_render_years(milestones, render, "\n"), source)


def render_counts(counts: Mapping[int, int], source: str) -> str:
    """Return a table of years and their numbers of milestones; nothing if there is no year."""
    rows = "".join(f"| {year:04} | {count} |\n" for year, count in counts.items())
    return _cite(f"| Year | Milestones |\n| ---- | ---------: |\n{rows}" if rows else "", source)


def _render_years(
    milestones: Sequence[Milestone], render: Callable[[Milestone], str], separator: str
) -> str:
    years = groupby(milestones, key=lambda milestone: milestone.date.year)
    return "\n".join(f"## {year:04}\n\n{separator.join(map(render, ms))}" for year, ms in years)


def _cite(answer: str, source: str) -> str:
    """Return the answer with its source at the end; an empty answer has nothing to cite."""
    link = f"<{source}>" if source.startswith("https://") else _escape(source)
    return f"{answer}\nSource: {link}\n" if answer else ""


def _escape(text: str) -> str:
    """Return the text as Markdown that shows it literally."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", text.strip()))
