"""Coverage: the milestones that match the largest share of what a query asks for."""

from collections.abc import Sequence

from loopline.models import Milestone
from loopline.search.queries import Conjunction, Disjunction, Query
from loopline.search.terms import DateTerm, Order

# How much of its weight a term adds for a milestone that matches a weak synonym only.
_WEAK_SHARE = 0.5
# Sums of the same weights may differ by rounding.
_ROUNDING = 1e-9


def find_best(
    query: Query, milestones: Sequence[Milestone], within: frozenset[int]
) -> frozenset[int]:
    """Return the positions of the milestones that a query finds.

    Args:
        query: What is asked for.
        milestones: The milestones that were searched, in date order.
        within: The positions of those that may be found.
    """
    if isinstance(query, Disjunction):
        parts = (find_best(part, milestones, within) for part in query.queries)
        return frozenset().union(*parts)
    everything = frozenset(range(len(milestones)))
    candidates = _match_dates(query.dates, everything)
    for term in query.terms:
        if term.is_required:
            candidates &= term.full
    for part in query.required:
        candidates &= find_best(part, milestones, everything)
    found = _cover(query, candidates)
    for part in query.excluded:
        found -= find_best(part, milestones, everything)
    return _select(found & within, milestones, query.order)


def _match_dates(dates: Sequence[DateTerm], everything: frozenset[int]) -> frozenset[int]:
    """Return what is within every limit, and has one of the dates, as no milestone has two.

    A date of any year, such as October, limits those that have a year.
    """
    found = everything
    for is_yearly in (True, False):
        points = [t for t in dates if not t.date.is_limit and t.date.is_yearly == is_yearly]
        if points:
            found &= frozenset().union(*(term.matches for term in points))
    return found.intersection(*(term.matches for term in dates if term.date.is_limit))


def _cover(query: Conjunction, candidates: frozenset[int]) -> frozenset[int]:
    """Return the candidates that cover most of the weight, if it is enough."""
    if not query.terms:
        return candidates
    scores = dict.fromkeys(candidates, 0.0)
    for term in query.terms:
        for positions, share in ((term.full, 1.0), (term.weak, _WEAK_SHARE)):
            for position in positions & candidates:
                scores[position] += share * term.weight
    enough = query.share * sum(term.weight for term in query.terms) - _ROUNDING
    best = max(scores.values(), default=0.0) - _ROUNDING
    # A weak synonym alone is no answer, however little else is asked for.
    known = frozenset().union(*(term.full for term in query.terms))
    return known & {position for position, score in scores.items() if score >= max(best, enough)}


def _select(
    found: frozenset[int], milestones: Sequence[Milestone], order: Order | None
) -> frozenset[int]:
    """Return the newest or the oldest of what was found; with no number, all of that month."""
    if order is None or not found:
        return found
    positions = sorted(found, reverse=order.is_newest)
    if order.number is not None:
        return frozenset(positions[: order.number])
    period = milestones[positions[0]].period
    return frozenset(p for p in positions if milestones[p].period.overlaps(period))
