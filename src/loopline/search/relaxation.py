"""Query relaxation: what a question finds if some of its words match nothing together.

Numbers, dates, phrases and exclusions are never left out, nor is a word that nothing explains.
"""

from math import log

from loopline.search.expansion import QueryTerm
from loopline.search.matching import Every, Node, Searcher

# The share of what a question asks for, weighted by rarity, that a milestone has to match.
_MIN_COVERAGE = 0.6
# How many terms must be left to tell what was asked for.
_MIN_KEPT = 2


def relax(node: Node, searcher: Searcher) -> Node | None:
    """Return the node without the terms that keep it from matching; None if too much is lost."""
    if not isinstance(node, Every):
        return None
    terms = [part for part in node.nodes if isinstance(part, QueryTerm) and part.can_match]
    if any(isinstance(n, QueryTerm) and not (n.can_match or n.is_light) for n in node.nodes):
        return None
    weights = {term: _weight(term, searcher) for term in terms}
    required = [term for term in terms if _is_required(term, searcher)]
    needed = [part for part in node.nodes if part not in weights or part in required]
    candidates = searcher.find_every(needed)
    scores = {
        position: sum(w for term, w in weights.items() if position in searcher.postings(term))
        for position in candidates
    }
    best = max(scores.values(), default=0)
    if not best or best < _MIN_COVERAGE * sum(weights.values()):
        return None
    position = next(position for position in scores if scores[position] == best)
    kept = [term for term in weights if position in searcher.postings(term)]
    if len([term for term in kept if not term.is_light]) < _MIN_KEPT:
        return None
    return Every((*(part for part in needed if part not in kept), *kept))


def _weight(term: QueryTerm, searcher: Searcher) -> float:
    """Return how much a term tells: the inverse document frequency of its milestones."""
    if term.is_light:
        return 0
    return log(len(searcher.all) / max(1, len(searcher.postings(term))))


def _is_required(term: QueryTerm, searcher: Searcher) -> bool:
    """Return whether a term is a date, a number, or a name that tells milestones apart."""
    is_rare = len(searcher.postings(term)) <= len(searcher.all) / 3
    return term.date is not None or any(map(str.isdecimal, term.text)) or (term.is_name and is_rare)


def find_obstacles(node: Node, searcher: Searcher) -> dict[str, frozenset[int]]:
    """Return the terms that keep a node from matching, with what the others find.

    Words that nothing explains are one obstacle together, as no other one can be told apart.
    """
    if not isinstance(node, Every):
        return {}
    unknown = [part for part in node.nodes if isinstance(part, QueryTerm) and not part.can_match]
    rest = [part for part in node.nodes if part not in unknown]
    obstacles = [unknown] if unknown else [[p] for p in rest if isinstance(p, QueryTerm)]
    found = {
        ", ".join(term.text for term in terms): searcher.find_every(
            [part for part in node.nodes if part not in terms]
        )
        for terms in obstacles
        if len(terms) < len(node.nodes)
    }
    return {text: positions for text, positions in found.items() if positions}
