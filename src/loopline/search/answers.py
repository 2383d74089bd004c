"""What a search gives back: the milestones found, and how the query was understood."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loopline.models import Milestone
from loopline.search.analysis import Terms, analyze
from loopline.search.coverage import find_best
from loopline.search.index import Index
from loopline.search.queries import Conjunction, Disjunction, Query
from loopline.search.terms import LIGHT, DateTerm, Term


class Answer(NamedTuple):
    """The answer to a query.

    Attributes:
        positions: The positions of the milestones found, in order.
        corrections: Each misspelt word, with the one that was searched for instead.
        synonyms: Each word that some of what was found matches only as an everyday word, with the
            words of the record that it was taken for.
        ignored: The words that some of what was found does not match.
        unknown: If nothing was found, the words that nothing matches in full.
        without: If nothing was found, each term that stands in the way, with the positions of
            what the others find.
        phrases: What is highlighted, each with its weight.
    """

    positions: tuple[int, ...]
    corrections: dict[str, str]
    synonyms: dict[str, tuple[str, ...]]
    ignored: tuple[str, ...]
    unknown: tuple[str, ...]
    without: dict[str, tuple[int, ...]]
    phrases: dict[Terms, float]


def _get_conjunctions(query: Query) -> Iterator[Conjunction]:
    """Yield the parts of a query that must match or may do so, but not what must not match."""
    if isinstance(query, Conjunction):
        yield query
    for part in query.queries if isinstance(query, Disjunction) else query.required:
        yield from _get_conjunctions(part)


def explain(
    query: Query, found: frozenset[int], index: Index, corrections: dict[str, str]
) -> Answer:
    """Return the answer to a query that finds the milestones at some positions."""
    parts = list(_get_conjunctions(query))
    terms = [term for part in parts for term in part.terms]
    # Of late 2021, only the year is looked for.
    vague = [word for part in parts for term in part.dates for word in term.date.vague]
    ignored = [*_find_unmatched(query, found, index.milestones), *vague] if found else []
    return Answer(
        positions=tuple(sorted(found)),
        corrections=corrections,
        synonyms=dict(_find_synonyms(terms, found, index)),
        ignored=tuple(dict.fromkeys(ignored)),
        unknown=() if found else _texts(_find_unknown(terms)),
        without={} if found else dict(_find_obstacles(query, index.milestones)),
        phrases={p: term.weight for term in reversed(terms) for p in (*term.own, *term.others)},
    )


def _find_unmatched(
    query: Query, found: frozenset[int], milestones: Sequence[Milestone]
) -> Iterator[str]:
    """Yield the terms that some of what a part of the query finds does not match."""
    if isinstance(query, Disjunction):
        for part in query.queries:
            yield from _find_unmatched(part, find_best(part, milestones, found), milestones)
    else:
        yield from _texts(term for term in query.terms if not found <= term.matches)
        for part in query.required:
            yield from _find_unmatched(part, found, milestones)


def _texts(terms: Iterable[Term | DateTerm]) -> tuple[str, ...]:
    """Return what was typed for the terms, each text once."""
    return tuple(dict.fromkeys(term.text for term in terms))


def _find_unknown(terms: Iterable[Term]) -> list[Term]:
    """Return the terms that nothing matches in full, without words that hardly matter."""
    return [term for term in terms if not term.full and term.factor > LIGHT]


def _find_synonyms(
    terms: Sequence[Term], found: frozenset[int], index: Index
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word that some milestones match only as an everyday one, with what it means."""
    for term in terms:
        own = frozenset().union(*map(index.postings, term.own))
        rest = (found & term.matches) - own
        means = tuple(word for word in term.meanings if rest & index.postings(analyze(word)))
        if means:
            yield term.text, means


def _find_obstacles(
    query: Query, milestones: Sequence[Milestone]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the terms that keep a query from finding anything, with what the others find.

    Words that nothing matches are one obstacle together, and so are the dates, as none of them can
    be told apart.
    """
    if not isinstance(query, Conjunction):
        return
    unknown = _find_unknown(query.terms)
    groups: list[Sequence[Term | DateTerm]] = [unknown]
    if not unknown:
        groups = [*([term] for term in query.terms), query.dates]
    for obstacles in filter(None, groups):
        part = query._replace(
            terms=tuple(term for term in query.terms if term not in obstacles),
            dates=tuple(term for term in query.dates if term not in obstacles),
        )
        has_rest = part.terms or part.dates or part.required
        found = find_best(part, milestones, frozenset(range(len(milestones)))) if has_rest else ()
        if found:
            yield ", ".join(_texts(obstacles)), tuple(sorted(found))
