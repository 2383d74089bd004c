"""What TAB offers for dates, years and words: those of the record."""

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from loopline.cli.messages import count_milestones
from loopline.errors import DataError
from loopline.timeline import Timeline, load

if TYPE_CHECKING:
    from typer.core import TyperGroup

Completion = tuple[str, str]


def complete_year(context: typer.Context) -> list[Completion]:
    """Return the years of the record, each with its number of milestones."""
    return _years(_timeline(context))


def complete_when(context: typer.Context) -> list[Completion]:
    """Return the years of the record and its dates, each with the titles of that date."""
    timeline = _timeline(context)
    dates = groupby(timeline, key=lambda milestone: milestone.when)
    titled = [(when, _description(m.title for m in group)) for when, group in dates]
    return [*_years(timeline), *titled]


def complete_show(context: typer.Context) -> list[Completion]:
    """Return what `complete_when` offers, and `latest`."""
    return [*complete_when(context), ("latest", "the newest milestone")]


def complete_query(context: typer.Context, incomplete: str) -> list[str]:
    """Return the words of the titles, or what is typed: offered nothing, bash lists files."""
    titles = " ".join(milestone.title for milestone in _timeline(context)).lower()
    words = dict.fromkeys(re.findall(r"[^\W\d_]{4,}", titles))
    typed = incomplete.lower()
    return [incomplete + word[len(typed) :] for word in words if word.startswith(typed)] or [
        incomplete
    ]


def complete_command(context: typer.Context) -> list[Completion]:
    """Return the commands, each with the first line of its help."""
    program = cast("TyperGroup", context.find_root().command)
    return [(name, command.get_short_help_str()) for name, command in program.commands.items()]


def _years(timeline: Timeline) -> list[Completion]:
    counts = timeline.counts_by_year()
    return [(f"{year:04}", count_milestones(count)) for year, count in counts.items()]


def _description(titles: Iterable[str]) -> str:
    """Return the titles without backslashes, which undo how Typer escapes `$` for zsh."""
    return "; ".join(titles).replace("\\", "/")


def _timeline(context: typer.Context) -> Timeline:
    """Return the record that the command line names so far; an empty one if it is unusable.

    Standard input and FIFOs are not read: what is typed there is not meant for TAB.
    """
    data = context.params.get("data")
    try:
        return load(data) if data is None or Path(data).is_file() else Timeline(())
    except (DataError, ValueError):
        return Timeline(())
