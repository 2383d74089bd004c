"""Matching: which milestones of an index a query finds."""

from collections.abc import Iterable, Iterator

from loopline.models import Milestone, Period
from loopline.search.expansion import Expander, QueryTerm
from loopline.search.index import Index
from loopline.search.partial_dates import PartialDate
from loopline.search.syntax import And, Clause, Not, Or, Phrase, Prefix, Text

# One milestone in so many is few: that tells them apart, and is enough to leave a word out.
FEW = 3

Node = QueryTerm | And | Or | Not


def expand(clause: Clause, expander: Expander) -> Node | None:
    """Return a clause with terms in the place of its words; None if these ask for nothing."""
    match clause:
        case Text():
            return _join(expander.expand_text(clause))
        case Phrase():
            return _join(expander.expand_phrase(clause))
        case Prefix():
            return expander.expand_prefix(clause)
        case Not():
            node = expand(clause.clauses[0], expander)
            return None if node is None else Not((node,))
        case And():
            return _join(node for c in clause.clauses if (node := expand(c, expander)) is not None)
        case _:
            nodes = [node for c in clause.clauses if (node := expand(c, expander)) is not None]
            return nodes[0] if len(nodes) == 1 else Or(tuple(nodes)) if nodes else None


def _join(nodes: Iterable[Node]) -> Node | None:
    """Return one node that asks for all of the nodes, each once."""
    flat = [n for node in nodes for n in (node.clauses if isinstance(node, And) else (node,))]
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else None


def get_terms(node: Node) -> Iterator[QueryTerm]:
    """Yield the terms of a node, but not those that must not match."""
    match node:
        case QueryTerm():
            yield node
        case And() | Or():
            for part in node.clauses:
                yield from get_terms(part)
        case _:
            return


def get_all_terms(node: Node) -> Iterator[QueryTerm]:
    """Yield the terms of a node, also those that must not match."""
    if isinstance(node, QueryTerm):
        yield node
    else:
        for part in node.clauses:
            yield from get_all_terms(part)


class Searcher:
    """Evaluates what a query asks for against an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.all = frozenset(range(len(index.milestones)))
        self._postings: dict[QueryTerm, frozenset[int]] = {}

    def find(self, node: Node) -> frozenset[int]:
        """Return the positions of the milestones that a node matches."""
        match node:
            case QueryTerm():
                return self.postings(node)
            case And():
                return self.find_every(node.clauses)
            case Or():
                return frozenset().union(*map(self.find, node.clauses))
            case _:
                return self.all - self.find(node.clauses[0])

    def find_every(self, nodes: Iterable[Node]) -> frozenset[int]:
        """Return the positions of the milestones that all of the nodes match.

        A light word that nothing explains is left out if the others single out a few.
        """
        nodes = tuple(nodes)
        terms = [node for node in nodes if isinstance(node, QueryTerm)]
        ignored = [term for term in terms if term.is_light]
        orders = [term for term in terms if isinstance(term.date, str)]
        found = self.all
        for node in nodes:
            if node not in ignored and node not in orders:
                found &= self.find(node)
        if ignored and len(found) > max(1, len(self.all) // FEW):
            return frozenset()
        for term in orders:
            found = self._select(found, is_newest=term.date == "newest")
        return found

    def postings(self, term: QueryTerm) -> frozenset[int]:
        """Return the positions of the milestones that a term matches."""
        if term not in self._postings:
            self._postings[term] = self._find_term(term)
        return self._postings[term]

    def _find_term(self, term: QueryTerm) -> frozenset[int]:
        date = term.date
        if isinstance(date, str):
            return self._select(self.all, is_newest=date == "newest")
        found = self.index.postings(term.phrases)
        if term.words:
            found |= self.find_every(term.words)
        if date is not None:
            milestones = enumerate(self.index.milestones)
            found |= {i for i, milestone in milestones if _has_date(milestone, date)}
        return frozenset(found)

    def _select(self, positions: Iterable[int], *, is_newest: bool) -> frozenset[int]:
        """Return the newest or the oldest of some milestones, which may share a month."""
        periods = {position: self.index.milestones[position].period for position in positions}
        if not periods:
            return frozenset()
        chosen = max(periods.values()) if is_newest else min(periods.values())
        return frozenset(p for p, period in periods.items() if period.overlaps(chosen))

    def find_terms(self, node: Node, position: int) -> Iterator[QueryTerm]:
        """Yield the terms by which a node matches the milestone at a position."""
        match node:
            case QueryTerm():
                found = position in self.postings(node)
                yield from (node, *node.words) if found else ()
            case And() | Or():
                for part in node.clauses:
                    yield from self.find_terms(part, position)
            case _:
                return


def _has_date(milestone: Milestone, date: PartialDate | Period) -> bool:
    if isinstance(date, Period):
        return milestone.period.overlaps(date)
    return date.matches(milestone)
