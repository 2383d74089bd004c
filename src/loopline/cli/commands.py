"""The five commands: each takes the record and what was asked, and gives back an answer.

Their docstrings are the help that a user reads.
"""

from collections import Counter
from typing import Annotated

import typer

from loopline.cli import notes
from loopline.cli.answers import Answer, Listing, Pages, YearCounts
from loopline.cli.completion import complete_show, complete_when, complete_year
from loopline.dates import parse_when, parse_year, span
from loopline.errors import quoted
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
        help="The first day, month or year; or .. to leave it open.",
        autocompletion=complete_when,
    ),
]
End = Annotated[
    str,
    typer.Argument(
        metavar="END",
        help="The last day, month or year; left out or .., it is open.",
        autocompletion=complete_when,
    ),
]


def list_(record: Timeline) -> Answer:
    """List the whole record.

    Examples:
    $ loopline list
    $ loopline list --full --format md
    $ loopline list --reverse --limit 3
    """
    whole = span(None, None)
    return Listing("The whole record", record, notes.if_empty(record, record, whole))


def show(record: Timeline, when: Whens) -> Answer:
    """Show the full text of what lies within a day, a month or a year.

    Examples:
    $ loopline show 2021-09-06
    $ loopline show "Sep 2021" 2022
    $ loopline show latest
    """
    shown: set[int] = set()
    missing: list[str] = []
    for text in when:
        if text.strip().casefold() == "latest":
            found = record.latest
        else:
            period = parse_when(text)
            found = record.on(period)
            missing += notes.if_not_within(found, record, period)
        shown.update(map(id, found))
    return Pages(Timeline(m for m in record if id(m) in shown), record, tuple(missing))


def year(record: Timeline, year: Year = None) -> Answer:
    """List the milestones of one year, or count those of every year.

    Examples:
    $ loopline year 2021
    $ loopline year
    $ loopline year 2021 --json
    """
    if year is None:
        return YearCounts(Counter(milestone.date.year for milestone in record))
    period = parse_year(year)
    found = record.between(period, period)
    return Listing(period.in_words(), found, notes.if_empty(found, record, period))


def search(record: Timeline, query: Query, since: Since = None, until: Until = None) -> Answer:
    """Find the milestones that match every word, by whatever name or spelling.

    Examples:
    $ loopline search legco funding
    $ loopline search policy address oct 2022
    $ loopline search GBA --since 2021 --full
    $ loopline search '"development plan"' OR blueprint
    $ loopline search 'innov*'

    What a query is:
    legco funding   words, each of which must match, in any order
    "action agenda" words that must stand together
    mou OR budget   one or the other: a b OR c d is both a and b, or both c and d
    innov*          all words that begin so
    oct 2022        the date matches as the words do

    Forms and spellings match too: approve and approval, centre and center, $10bn.
    So do other names of the same thing: LegCo, Legislative Council, 立法會.
    Common words, such as the and of, need not match.
    A slip is mended only where no such word is in the record, and a note says so.
    """
    period = span(since, until)
    found = record.search(" ".join(query))
    within = found.between(period, period)
    asked = quoted(" ".join(query))
    narrowed = since is not None or until is not None
    return Listing(
        f"{asked}, {period.in_words()}" if narrowed else asked,
        within,
        tuple(notes.for_search(found, within, period)),
        lambda: notes.for_names(found),
        found.spans,
    )


def between(record: Timeline, start: Start, end: End = "..") -> Answer:
    """List the milestones from START to END, both included.

    A milestone that is dated to its month counts if any day of the month does.

    Examples:
    $ loopline between 2021-06 2021-12
    $ loopline between "6 Sep 2021" 2022
    $ loopline between .. 2018
    """
    period = span(start, end)
    found = record.between(period, period)
    return Listing(period.in_words(), found, notes.if_empty(found, record, period))
