"""Coverage: the milestones that match the largest share of what a query asks for."""

from collections.abc import Iterable, Sequence

from loopline.models import Milestone
from loopline.search.terms import Order
from loopline.search.weighting import Conjunction, Disjunction, Query, WeightedTerm

# The share of the weight of its terms that a query needs to be answered.
EVERYTHING = 1.0
KEYWORDS = 0.7
SENTENCE = 0.5
_WEAK_SHARE = 0.5
# Sums of the same weights may differ by rounding.
_ROUNDING = 1e-9


def find_best(
    query: Query, milestones: Sequence[Milestone], within: frozenset[int], share: float
) -> frozenset[int]:
    """Return the positions of the milestones that a query finds.

    Args:
        query: What is asked for.
        milestones: The milestones that were searched, in date order.
        within: The positions of those that may be found.
        share: How much of the weight of its terms a conjunction needs.
    """
    if isinstance(query, Disjunction):
        found = (find_best(part, milestones, within, share) for part in query.queries)
        return frozenset().union(*found)
    everything = frozenset(range(len(milestones)))
    candidates = _match_dates(query.terms, everything)
    for weighted in query.terms:
        if weighted.term.is_required and weighted.term.date is None:
            candidates &= weighted.full
    for part in query.required:
        candidates &= find_best(part, milestones, everything, share)
    found = _cover(query, candidates, share)
    for part in query.excluded:
        found -= find_best(part, milestones, everything, share)
    return _select(found & within, milestones, query.order)


def _match_dates(terms: Iterable[WeightedTerm], everything: frozenset[int]) -> frozenset[int]:
    """Return what has one of the dates, as no milestone has two, within every limit."""
    dates = [weighted for weighted in terms if weighted.term.date]
    points = [weighted.full for weighted in dates if not weighted.term.date.is_limit]
    limits = [weighted.full for weighted in dates if weighted.term.date.is_limit]
    return frozenset.intersection(
        everything, *limits, *([frozenset().union(*points)] if points else [])
    )


def _cover(query: Conjunction, candidates: frozenset[int], share: float) -> frozenset[int]:
    """Return the candidates that cover most of the weight, if it is at least the share."""
    terms = [weighted for weighted in query.terms if weighted.weight and not weighted.term.date]
    if not terms:
        return candidates
    scores = dict.fromkeys(sorted(candidates), 0.0)
    for weighted in terms:
        for positions, part in ((weighted.full, 1.0), (weighted.weak, _WEAK_SHARE)):
            for position in positions & candidates:
                scores[position] += part * weighted.weight
    total = sum(weighted.weight for weighted in terms)
    best = max(scores.values(), default=0.0)
    # A weak synonym alone is no answer, however little else is asked for.
    known = frozenset().union(*(weighted.full for weighted in terms))
    if best < share * total - _ROUNDING:
        return frozenset()
    return known & {p for p, score in scores.items() if score > best - _ROUNDING}


def _select(
    found: frozenset[int], milestones: Sequence[Milestone], order: Order | None
) -> frozenset[int]:
    """Return the newest or the oldest of what was found; with no count, all of that month."""
    if order is None or not found:
        return found
    positions = sorted(found, reverse=order.is_newest)
    if order.count is not None:
        return frozenset(positions[: order.count])
    period = milestones[positions[0]].period
    return frozenset(p for p in positions if milestones[p].period.overlaps(period))
