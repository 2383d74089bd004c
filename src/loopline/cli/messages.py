"""What is said on stderr beside an answer: why it is empty, and how the query was understood."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from loopline.cli.quoting import quote_command
from loopline.models import Milestone, Period
from loopline.text import escape, quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from loopline.notes import Note
    from loopline.timeline import SearchResult

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


def month_only_message(timeline: Timeline, period: Period, data: str | None) -> str:
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


def notes_about(period: Period, timeline: Timeline) -> "dict[Milestone, Note]":
    """Return the notes that give a day of the period, or whose milestone may be dated within it."""
    return {
        milestone: note
        for milestone, note in timeline.notes.items()
        if period.first <= note.day <= period.last or milestone.period.overlaps(period)
    }


def search_messages(
    result: "SearchResult", within: Timeline, period: Period, query: str
) -> Iterator[str]:
    """Yield which words were corrected or left out, and what there is if nothing was found."""
    for typed, corrected in islice(result.corrections.items(), MAX_NAMED):
        yield f"{quote(typed)} is not in the record; searched for “{corrected}” instead."
    if result.ignored:
        yield f"The search left out {_quoted(result.ignored)}."
    if result.unknown:
        are = "is" if len(result.unknown) == 1 else "are"
        where = f" ({result.source})" if result.source else ""
        yield f"{_quoted(result.unknown)} {are} not in the record{where}." + _similar(result)
    if result and not within:
        dates = ", ".join(milestone.when for milestone in result[:MAX_NAMED])
        more = ", …" if len(result) > MAX_NAMED else "."
        yield f"No match is dated {period.describe()}. Outside that period: {dates}{more}"
    if not result:
        yield from _empty_search_messages(result)
    for word in ("or", "not"):
        if word in query.split():
            yield f"The operator {word.upper()} is written in capitals; “{word}” was ignored."


def synonym_messages(result: "SearchResult") -> Iterator[str]:
    """Yield by which other names something was found."""
    for typed, names in result.synonyms().items():
        yield f"{escape(typed)}: matched as {_listed(names)}."


def _empty_search_messages(result: "SearchResult") -> Iterator[str]:
    if not result.unknown:
        yield "No milestone matches the whole query."
    for term, rest in islice(result.without.items(), MAX_NAMED):
        names = ", ".join(_name(milestone) for milestone in rest[:3])
        more = f" and {len(rest) - 3} more" if len(rest) > 3 else ""
        without = "it" if result.unknown == (term,) else quote(term)
        yield f"Without {without}: {names}{more}."
    if not result.without:
        yield _extent(result.searched)


def _quoted(words: Sequence[str]) -> str:
    named = [quote(word) for word in words[:MAX_NAMED]]
    return _joined([*named, "others"] if len(words) > MAX_NAMED else named)


def _similar(result: "SearchResult") -> str:
    similar = [word for typed in result.unknown[:MAX_NAMED] for word in result.suggestions(typed)]
    return f" Similar words in it: {_listed(similar)}." if similar else ""


def _joined(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _extent(timeline: Timeline) -> str:
    """Return from when to when the record goes."""
    if not timeline:
        return "The record is empty."
    first, last = (timeline[index].period.describe() for index in (0, -1))
    return f"The record goes from {first} to {last}."


def _name(milestone: Milestone) -> str:
    return f"{milestone.when} ({milestone.title})"
