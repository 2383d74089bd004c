"""What is said on stderr beside an answer: why it is empty, and how the query was understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from loopline.cli.quoting import quote_show
from loopline.dates import explain
from loopline.models import Milestone, Period
from loopline.text import quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from loopline.notes import Note
    from loopline.timeline import SearchResult

# A message names at most so many words or milestones.
MAX_NAMED = 5
EMPTY_RECORD = "The record is empty."


def count_milestones(number: int) -> str:
    """Return the number with its noun."""
    return f"{number} {'milestone' if number == 1 else 'milestones'}"


def note_messages(notes: "Mapping[Milestone, Note]") -> Iterator[str]:
    """Yield what other sources say about the dates of milestones."""
    for milestone, note in notes.items():
        yield f"Note on {milestone.when}: {note.describe()}"


def date_messages(timeline: Timeline, period: Period, data: str | None) -> Iterator[str]:
    """Yield why nothing in the timeline is dated within a period, and what notes say about it.

    Args:
        timeline: The milestones, none of which lies within the period.
        period: What was asked for.
        data: The file that the timeline comes from; None for the bundled record.
    """
    nothing = f"No milestone is dated {period.describe()}"
    before = [m for m in timeline if m.period.last < period.first]
    after = [m for m in timeline if m.period.first > period.last]
    if possible := timeline.overlapping(period):
        names = " and ".join(map(_name, possible))
        dated = "is dated to its month" if len(possible) == 1 else "are dated to their months"
        yield f"{nothing}, but {names} {dated} only. Try {quote_show(possible[0].when, data)}."
    elif before and after:
        yield f"{nothing}. The nearest are {_name(before[-1])} and {_name(after[0])}."
    else:
        yield f"{nothing}. {_extent(timeline)}" if timeline else _extent(timeline)
    yield from note_messages(
        {
            milestone: note
            for milestone, note in timeline.notes.items()
            if period.first <= note.day <= period.last or milestone in possible
        }
    )


def reading_messages(result: "SearchResult") -> Iterator[str]:
    """Yield how a query was read where that is not literal."""
    for typed, corrected in islice(result.corrections.items(), MAX_NAMED):
        yield f"{quote(typed)} is not in the record; searched for {quote(corrected)} instead."
    for typed, names in islice(result.synonyms.items(), MAX_NAMED):
        yield f"{quote(typed)} was also taken to mean {_quoted(names, 'or')}."
    if result.ignored:
        were = "was" if len(result.ignored) == 1 else "were"
        yield f"{_quoted(result.ignored)} {were} not matched."


def outside_message(elsewhere: Timeline, period: Period) -> str:
    """Return when the matches are of which none is dated within the period."""
    dates = ", ".join(milestone.when for milestone in elsewhere[:MAX_NAMED])
    more = ", …" if len(elsewhere) > MAX_NAMED else "."
    return f"No match is dated {period.describe()}. Outside that period: {dates}{more}"


def empty_search_messages(
    result: "SearchResult", timeline: Timeline, query: str, data: str | None
) -> Iterator[str]:
    """Yield why a query finds nothing in the timeline, and what is found without some of it."""
    from loopline.date_finder import find_dates
    from loopline.search.thesaurus import is_relative

    dates = find_dates(query)
    if not dates and re.fullmatch(r"\d+[-/.]\d+[-/.]?\d*", query) and re.search(r"\d{4}", query):
        # Numbers that are a date in an order that nobody can tell, or none.
        yield str(explain(query))
        return
    if result.unknown:
        are = "is" if len(result.unknown) == 1 else "are"
        where = f" ({result.source})" if result.source else ""
        yield f"{_quoted(result.unknown)} {are} not in the record{where}."
    periods = [date.period for date in dates if not (date.is_yearly or date.is_limit)]
    if len(periods) == 1 and not timeline.on(periods[0]):
        # Where a date alone has nothing, it is answered as `show` does.
        yield from date_messages(timeline, periods[0], data)
    else:
        yield from _rest_messages(result, timeline)
    if any(map(is_relative, result.unknown)):
        yield "Write the year in figures, such as 2021: no answer depends on today's date."
    if "not" in result.unknown:
        yield "Write NOT in capitals to leave out what follows it."


def _rest_messages(result: "SearchResult", timeline: Timeline) -> Iterator[str]:
    """Yield what is found without each of the terms that stand in the way."""
    if not result.unknown:
        together = "has all of these together" if result.without else "matches"
        yield f"No milestone {together}."
    for term, rest in islice(result.without.items(), MAX_NAMED):
        names = ", ".join(map(_name, rest[:3]))
        more = f" and {len(rest) - 3} more" if len(rest) > 3 else ""
        pronoun = "it" if len(result.unknown) == 1 else "them"
        without = pronoun if ", ".join(result.unknown) == term else quote(term)
        yield f"Without {without}: {names}{more}."
    if not result.without:
        yield _extent(timeline)


def _quoted(words: Sequence[str], last: str = "and") -> str:
    """Return some of the words in quotation marks, with a word before the last of them."""
    named = [quote(word) for word in words[:MAX_NAMED]]
    named += ["others"] if len(words) > MAX_NAMED else []
    return f" {last} ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def _extent(timeline: Timeline) -> str:
    """Return from when to when the record goes."""
    if not timeline:
        return EMPTY_RECORD
    first, last = (timeline[index].period.describe() for index in (0, -1))
    is_one = first == last
    return f"The record is of {first}." if is_one else f"The record goes from {first} to {last}."


def _name(milestone: Milestone) -> str:
    return f"{milestone.when} ({milestone.title})"
