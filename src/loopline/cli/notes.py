"""The notes beside a result: why it is empty, and what lies nearest to what was asked."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from loopline.models import Milestone, Period
from loopline.text import escape, quote
from loopline.timeline import Timeline

if TYPE_CHECKING:
    from loopline.timeline import SearchResult

# Of a long query, so many unknown words are named.
MOST_WORDS = 5


def if_empty(answer: Timeline, record: Timeline, period: Period) -> tuple[str, ...]:
    """A note if the answer to a question about a period is empty."""
    return () if answer else (f"{period.describe()}: no milestone; {_around(record, period)}",)


def if_not_within(answer: Timeline, record: Timeline, period: Period) -> tuple[str, ...]:
    """A note if no milestone lies within a period; one that may have happened in it is named."""
    possible = record.between(period, period)
    if answer or not possible:
        return if_empty(answer, record, period)
    known = " and ".join(map(_named, possible))
    dated = "is dated to its" if len(possible) == 1 else "are dated to their"
    advice = f"try loopline show {possible[0].when}"
    return (f"{period.describe()}: no milestone; {known} {dated} month only; {advice}",)


def for_search(
    found: "SearchResult", within: Timeline, record: Timeline, period: Period
) -> Iterator[str]:
    """Which words of a query stand for others, and what there is if it found nothing."""
    unknown = found.unknown[:MOST_WORDS]
    for typed, instead in islice(found.corrections.items(), MOST_WORDS):
        yield f"no {quote(typed)} in the record; showing “{instead}”"
    reason = f"no {' or '.join(map(quote, unknown))} in the record" if unknown else ""
    if alike := [word for typed in unknown for word in found.suggestions(typed)]:
        reason += f"; it has {_listed(alike)}"
    if found and reason:
        yield reason
    if found and not within:
        dates = ", ".join(milestone.when for milestone in found[:MOST_WORDS])
        more = ", …" if len(found) > MOST_WORDS else ""
        yield f"{period.describe()}: no milestone matches; at other times {dates}{more}"
    elif not found:
        yield f"{reason or 'no milestone matches'}; {_extent(record)}"


def for_grammar(query: str, found: Timeline) -> Iterator[str]:
    """What somebody may have expected of a query that it does not do."""
    words = query.split()
    if any(word == "NOT" or (word[0] == "-" and word[1:2].isalpha()) for word in words):
        yield "NOT and - leave nothing out: every word has to match"
    if not found and "or" in words:
        yield "between alternatives write OR, in capitals"


def for_names(found: "SearchResult") -> Iterator[str]:
    """Which other names something was found by."""
    for typed, names in found.synonyms().items():
        yield f"{escape(typed)}: also {_listed(names)}"


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _around(record: Timeline, period: Period) -> str:
    """The milestones next to an empty period, or the record's span for one outside it."""
    before = [m for m in record if m.period.last < period.first]
    after = [m for m in record if m.period.first > period.last]
    if before and after:
        return f"before it {_named(before[-1])}, after it {_named(after[0])}"
    return _extent(record)


def _extent(record: Timeline) -> str:
    """From when to when the record goes."""
    if not record:
        return "the record is empty"
    first, last = (record[place].period.describe() for place in (0, -1))
    return f"the record goes from {first} to {last}"


def _named(milestone: Milestone) -> str:
    return f"{milestone.when} ({milestone.title})"
