"""What is said on stderr beside an answer: why it is empty, and how the query was understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from loopline.cli.quoting import quote_command
from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.models import Milestone, Period
from loopline.text import quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from loopline.notes import Note
    from loopline.timeline import SearchResult

# What a shell makes of "HK$10 billion" in double quotes.
_EATEN_CURRENCY = r"\b(HK|US|RMB)[0.,]|(^|\s)0[0-9.,]*\s*[bm]illion"
# A message names at most so many words or milestones.
MAX_NAMED = 5


def count_milestones(number: int) -> str:
    """Return the number with its noun."""
    return f"{number} {'milestone' if number == 1 else 'milestones'}"


def empty_message(found: Timeline, timeline: Timeline, period: Period) -> str:
    """Return why the answer to a question about a period is empty, or "" if it is not."""
    if found:
        return ""
    before = [m for m in timeline if m.period.last < period.first]
    after = [m for m in timeline if m.period.first > period.last]
    nothing = f"No milestone is dated {period.describe()}."
    if before and after:
        return f"{nothing} The nearest are {_name(before[-1])} and {_name(after[0])}."
    return f"{nothing} {_extent(timeline)}" if timeline else _extent(timeline)


def date_messages(timeline: Timeline, period: Period, data: str | None) -> list[str]:
    """Return why no milestone lies within a period, and what notes say about it."""
    notes = note_messages(_notes_about(period, timeline))
    return [_month_only_message(timeline, period, data), *notes]


def _month_only_message(timeline: Timeline, period: Period, data: str | None) -> str:
    """Return why no milestone lies within a period, naming those that may have happened then."""
    possible = timeline.overlapping(period)
    if not possible:
        return empty_message(possible, timeline, period)
    names = " and ".join(_name(milestone) for milestone in possible)
    dated = "is dated to its month" if len(possible) == 1 else "are dated to their months"
    command = quote_command(["show", possible[0].when, *(["--data", data] if data else [])])
    return f"No milestone is dated {period.describe()}, but {names} {dated} only. Try {command}."


def note_messages(notes: "Mapping[Milestone, Note]") -> Iterator[str]:
    """Yield what other sources say about the dates of milestones."""
    for milestone, note in notes.items():
        yield f"Note on {milestone.when}: {note.describe()}"


def _notes_about(period: Period, timeline: Timeline) -> "dict[Milestone, Note]":
    """Return the notes that give a day of the period, or whose milestone may be dated within it."""
    return {
        milestone: note
        for milestone, note in timeline.notes.items()
        if period.first <= note.day <= period.last or milestone.period.overlaps(period)
    }


def outside_message(elsewhere: Timeline, period: Period) -> str:
    """Return when the matches are that are not dated within a period, or "" if there are none."""
    if not elsewhere:
        return ""
    dates = ", ".join(milestone.when for milestone in elsewhere[:MAX_NAMED])
    more = ", …" if len(elsewhere) > MAX_NAMED else "."
    return f"No match is dated {period.describe()}. Outside that period: {dates}{more}"


def search_messages(
    result: "SearchResult", timeline: Timeline, query: str, data: str | None, outside: str
) -> Iterator[str]:
    """Yield how a query was read where that is not literal, and what there is if nothing fits.

    Args:
        result: What the query finds.
        timeline: What was searched.
        query: What was typed.
        data: The file that the timeline comes from; None for the bundled record.
        outside: What to say if the query finds something outside the period only.
    """
    for typed, corrected in islice(result.corrections.items(), MAX_NAMED):
        yield f"{quote(typed)} is not in the record; searched for {quote(corrected)} instead."
    for typed, names in islice(result.synonyms.items(), MAX_NAMED):
        yield f"{quote(typed)} was also taken to mean {_quoted(names, 'or')}."
    if result.ignored:
        were = "was" if len(result.ignored) == 1 else "were"
        yield f"{_quoted(result.ignored)} {were} not matched."
    if result.unknown:
        are = "is" if len(result.unknown) == 1 else "are"
        where = f" ({result.source})" if result.source else ""
        yield f"{_quoted(result.unknown)} {are} not in the record{where}."
    if outside:
        yield outside
    elif not result:
        try:
            # A query that is a date is answered as `show` does.
            yield from date_messages(timeline, parse_when(query), data)
        except DateError:
            yield from _empty_search_messages(result, timeline)
    yield from _query_hints(result, timeline, query)


def _empty_search_messages(result: "SearchResult", timeline: Timeline) -> Iterator[str]:
    if not result.unknown:
        together = "has all of these together" if result.without else "matches"
        yield f"No milestone {together}."
    for term, rest in islice(result.without.items(), MAX_NAMED):
        names = ", ".join(_name(milestone) for milestone in rest[:3])
        more = f" and {len(rest) - 3} more" if len(rest) > 3 else ""
        pronoun = "it" if len(result.unknown) == 1 else "them"
        without = pronoun if ", ".join(result.unknown) == term else quote(term)
        yield f"Without {without}: {names}{more}."
    if not result.without:
        yield _extent(timeline)


def _query_hints(result: "SearchResult", timeline: Timeline, query: str) -> Iterator[str]:
    """Yield what to type where an operator in lower case, or a currency, was not understood."""
    for operator, effect in (
        ("OR", "to find either; here all words had to match"),
        ("NOT", "to leave a word out"),
    ):
        words = [operator if word == operator.lower() else word for word in query.split()]
        if operator in words and operator not in query:
            meant = timeline.search(" ".join(words))
            # Between two names or dates, a lower-case or was understood.
            if meant and (operator == "NOT" or not result):
                yield f"Write {operator} in capitals {effect}."
    from loopline.search.thesaurus import is_relative

    if any(map(is_relative, result.unknown)):
        yield "Write the year in figures, such as 2021: no answer depends on today's date."
    if not result and re.search(_EATEN_CURRENCY, query):
        yield "Put a query with “$” in single quotes: in others, the shell replaces “$1”."


def _quoted(words: Sequence[str], last: str = "and") -> str:
    """Return some of the words in quotation marks, with a word before the last of them."""
    named = [quote(word) for word in words[:MAX_NAMED]]
    named += ["others"] if len(words) > MAX_NAMED else []
    return f" {last} ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def _extent(timeline: Timeline) -> str:
    """Return from when to when the record goes."""
    if not timeline:
        return "The record is empty."
    first, last = (timeline[index].period.describe() for index in (0, -1))
    return f"The record goes from {first} to {last}."


def _name(milestone: Milestone) -> str:
    return f"{milestone.when} ({milestone.title})"
