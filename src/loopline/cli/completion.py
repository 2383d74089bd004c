"""What TAB offers for years and dates: those of the record."""

from itertools import groupby
from pathlib import Path

import typer

from loopline.cli.messages import count_milestones
from loopline.errors import DataError
from loopline.timeline import Timeline, load

Completion = tuple[str, str]


def complete_year(context: typer.Context) -> list[Completion]:
    """Return the years of the record, each with its number of milestones."""
    return _years(_timeline(context))


def complete_when(context: typer.Context) -> list[Completion]:
    """Return the years of the record, its dates with their titles, and `latest`."""
    timeline = _timeline(context)
    dates = groupby(timeline, key=lambda milestone: milestone.when)
    titled = [(when, "; ".join(m.title for m in group)) for when, group in dates]
    # A backslash would undo how Typer escapes `$` for zsh.
    described = [(when, titles.replace("\\", "/")) for when, titles in titled]
    return [*_years(timeline), *described, ("latest", "the newest milestone")]


def _years(timeline: Timeline) -> list[Completion]:
    counts = timeline.counts_by_year()
    return [(f"{year:04}", count_milestones(count)) for year, count in counts.items()]


def _timeline(context: typer.Context) -> Timeline:
    """Return the record that the command line names so far; an empty one if it is unusable.

    Standard input and FIFOs are not read: what is typed there is not meant for TAB.
    """
    data = context.params.get("data")
    try:
        return load(data) if data is None or Path(data).is_file() else Timeline(())
    except (DataError, ValueError):
        return Timeline(())
