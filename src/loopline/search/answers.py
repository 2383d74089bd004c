"""What a search gives back: the milestones found, and how the query was understood."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loopline.models import Milestone
from loopline.search.analysis import Terms, analyze
from loopline.search.coverage import find_best
from loopline.search.index import Index
from loopline.search.weighting import Conjunction, Disjunction, Query, WeightedTerm


class Answer(NamedTuple):
    """The answer to a query.

    Attributes:
        positions: The positions of the milestones found, in order.
        corrections: Each misspelt word, with the one that was searched for instead.
        synonyms: Each everyday word on which the answer rests, with the words of the record.
        ignored: The words that some of what was found does not match.
        unknown: If nothing was found, the words of which nothing is known.
        without: If nothing was found, each term that stands in the way, with the positions of
            what the others find.
        phrases: What is highlighted, each with its weight.
    """

    positions: tuple[int, ...] = ()
    corrections: dict[str, str] = {}
    synonyms: dict[str, tuple[str, ...]] = {}
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    without: dict[str, tuple[int, ...]] = {}
    phrases: dict[Terms, float] = {}


def get_terms(query: Query) -> Iterator[WeightedTerm]:
    """Yield the terms of a query, but not those that must not match."""
    if isinstance(query, Conjunction):
        yield from query.terms
    for part in query.queries if isinstance(query, Disjunction) else query.required:
        yield from get_terms(part)


def explain(
    query: Query, found: frozenset[int], index: Index, share: float, corrections: dict[str, str]
) -> Answer:
    """Return the answer to a query that finds the milestones at some positions."""
    terms = list(dict.fromkeys(get_terms(query)))
    weighty = [term for term in terms if term.weight]
    everything = frozenset(range(len(index.milestones)))
    if found:
        ignored = [t.term.text for t in weighty if not found <= t.matches]
        # Of late 2021, only the year is looked for.
        ignored += [word for t in terms if t.term.date for word in t.term.date.vague]
        unknown, without = [], {}
    else:
        ignored = []
        unknown = [t.term.text for t in weighty if not t.matches and t.term.date is None]
        without = dict(_find_obstacles(query, index.milestones, everything, share))
    return Answer(
        tuple(sorted(found)),
        corrections,
        dict(_find_synonyms(weighty, found, index)),
        tuple(dict.fromkeys(ignored)),
        tuple(dict.fromkeys(unknown)),
        without,
        {phrase: t.weight for t in reversed(weighty) for phrase in _phrases(t)},
    )


def _phrases(weighted: WeightedTerm) -> Iterator[Terms]:
    term = weighted.term
    yield from (*term.own, *term.names, *term.weak, *((word,) for word in term.apart))


def _find_synonyms(
    terms: Sequence[WeightedTerm], found: frozenset[int], index: Index
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word that some milestones match only as an everyday one, with what it means."""
    for weighted in terms:
        term = weighted.term
        own = frozenset().union(*map(index.postings, term.own))
        rest = (found & weighted.matches) - own
        if term.meanings and rest:
            means = [word for word in term.meanings if rest & index.postings(analyze(word))]
            if means:
                yield term.text, tuple(means)


def _find_obstacles(
    query: Query, milestones: Sequence[Milestone], everything: frozenset[int], share: float
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the terms that keep a query from finding anything, with what the others find.

    Words that nothing matches are one obstacle together, as no other one can be told apart.
    """
    if not isinstance(query, Conjunction):
        return
    unknown = [term for term in query.terms if term.weight and not term.matches]
    for obstacles in [unknown] if unknown else [[term] for term in query.terms if term.weight]:
        rest = tuple(term for term in query.terms if term not in obstacles)
        if any(term.weight for term in rest) or query.required:
            found = find_best(query._replace(terms=rest), milestones, everything, share)
            if found:
                text = ", ".join(dict.fromkeys(term.term.text for term in obstacles))
                yield text, tuple(sorted(found))
