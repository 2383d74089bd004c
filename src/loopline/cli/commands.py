"""The five commands: each takes the record and what was asked, and gives back an answer."""

from collections import Counter
from typing import Annotated

import typer

from loopline.cli import notes
from loopline.cli.answers import Answer, Listing, Pages, YearCounts
from loopline.cli.completion import complete_show, complete_when, complete_year
from loopline.dates import parse_when, parse_year, period_between
from loopline.text import quote
from loopline.timeline import Timeline

Whens = Annotated[
    list[str],
    typer.Argument(
        metavar="WHEN...",
        help="A day, a month or a year, such as 2021-09-06 or “Sep 2021”; or latest.",
        autocompletion=complete_show,
    ),
]
Year = Annotated[
    str | None,
    typer.Argument(metavar="YEAR", help="A year of four digits.", autocompletion=complete_year),
]
Query = Annotated[
    list[str],
    typer.Argument(metavar="QUERY...", help="What to look for; see the examples above."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="Only from this day, month or year on.",
        autocompletion=complete_when,
        rich_help_panel="Period",
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="WHEN",
        help="Only up to this day, month or year.",
        autocompletion=complete_when,
        rich_help_panel="Period",
    ),
]
Start = Annotated[
    str,
    typer.Argument(
        metavar="START",
        help="The first day, month or year; or .. for no start.",
        autocompletion=complete_when,
    ),
]
End = Annotated[
    str,
    typer.Argument(
        metavar="END",
        help="The last day, month or year; omit it or give .. for no end.",
        autocompletion=complete_when,
    ),
]


def list_(record: Timeline) -> Answer:
    """List the whole record."""
    whole = period_between(None, None)
    return Listing("The whole record", record, notes.if_empty(record, record, whole))


def show(record: Timeline, when: Whens) -> Answer:
    """Show the full text of the milestones that lie within a day, a month or a year."""
    shown: set[int] = set()
    missing: list[str] = []
    for text in when:
        if text.strip().casefold() == "latest":
            found = record.latest
            missing += [] if found else ["latest: no milestone; the record is empty"]
        else:
            period = parse_when(text)
            found = record.on(period)
            missing += notes.if_not_within(found, record, period)
        shown.update(map(id, found))
    return Pages(Timeline(m for m in record if id(m) in shown), record, tuple(missing))


def year(record: Timeline, year: Year = None) -> Answer:
    """List the milestones of one year, or count those of every year."""
    if year is None:
        years = Counter(milestone.date.year for milestone in record)
        return YearCounts(years, notes.if_empty(record, record, period_between(None, None)))
    period = parse_year(year)
    found = record.between(period, period)
    return Listing(period.describe(), found, notes.if_empty(found, record, period))


def search(record: Timeline, query: Query, since: Since = None, until: Until = None) -> Answer:
    """Find the milestones that match every word, by whatever name or spelling."""
    period = period_between(since, until)
    text = " ".join(query)
    found = record.search(text)
    within = found.between(period, period)
    narrowed = since is not None or until is not None
    return Listing(
        f"{quote(text)}, {period.describe()}" if narrowed else quote(text),
        within,
        (*notes.for_search(found, within, record, period), *notes.for_grammar(text, found)),
        lambda: notes.for_names(found),
        found.spans,
    )


def between(record: Timeline, start: Start, end: End = "..") -> Answer:
    """List the milestones from START to END, both included."""
    period = period_between(start, end)
    found = record.between(period, period)
    return Listing(period.describe(), found, notes.if_empty(found, record, period))
