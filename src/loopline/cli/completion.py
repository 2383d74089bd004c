"""What TAB offers for dates and years: those of the record, with their titles beside them."""

from collections.abc import Iterable
from itertools import groupby

import typer

from loopline.cli.chosen import chosen_record
from loopline.errors import DataError
from loopline.timeline import Timeline

Completion = tuple[str, str]


def complete_year(context: typer.Context) -> list[Completion]:
    """The years of the record, each with its number of milestones."""
    return _years(_record(context))


def complete_show(context: typer.Context) -> list[Completion]:
    """What `complete_when` offers, and `latest`."""
    return [*complete_when(context), ("latest", "the newest milestone")]


def complete_when(context: typer.Context) -> list[Completion]:
    """The years of the record and its dates, each with the titles of that date."""
    record = _record(context)
    dates = groupby(record, key=lambda milestone: milestone.when)
    titled = [(when, _description(m.title for m in group)) for when, group in dates]
    return [*_years(record), *titled]


def _years(record: Timeline) -> list[Completion]:
    years = groupby(record, key=lambda milestone: milestone.date.year)
    return [(f"{year:04}", f"{len(list(group))} in the record") for year, group in years]


def _description(titles: Iterable[str]) -> str:
    """The titles, without backslashes: in zsh these would undo how Typer escapes `$` and quotes."""
    return "; ".join(titles).replace("\\", "/")


def _record(context: typer.Context) -> Timeline:
    """The record that the command line names so far; an empty one if it is unusable."""
    try:
        return chosen_record(context.params.get("data"))
    except DataError:
        return Timeline(())
