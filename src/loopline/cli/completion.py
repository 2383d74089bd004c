"""What TAB offers for dates and years: those of the record, with their titles beside them."""

from itertools import groupby

import typer

from loopline.errors import LooplineError
from loopline.timeline import Timeline, load

Completion = tuple[str, str]


def complete_year(context: typer.Context) -> list[Completion]:
    """The years of the record, each with its number of milestones."""
    years = groupby(_record(context), key=lambda milestone: milestone.date.year)
    return [(f"{year:04}", f"{len(list(group))} of the milestones") for year, group in years]


def complete_show(context: typer.Context) -> list[Completion]:
    """What `complete_when` offers, and `latest`."""
    return [*complete_when(context), ("latest", "the newest milestone")]


def complete_when(context: typer.Context) -> list[Completion]:
    """The years of the record and its dates, each with the titles of that date."""
    record = _record(context)
    dates = groupby(record, key=lambda milestone: milestone.when)
    titled = [(when, "; ".join(m.title for m in group)) for when, group in dates]
    return [*complete_year(context), *titled]


def _record(context: typer.Context) -> Timeline:
    """The record that the command line names so far; an empty one if it is unusable."""
    try:
        return load(context.params.get("data"))
    except LooplineError:
        return Timeline(())
