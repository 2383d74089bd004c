"""Query relaxation: what a question finds if some of its words match nothing together.

Telling names, numbers, dates, rare words, phrases and exclusions are never left out, nor is a word
that nothing explains.
"""

from math import log

from loopline.search.analysis import analyze
from loopline.search.expansion import QueryTerm
from loopline.search.lexicon import Lexicon
from loopline.search.matching import FEW, Node, Searcher
from loopline.search.syntax import And

# The share of what a question asks for, weighted by rarity, that a milestone has to match.
_MIN_COVERAGE = 0.5
# How many terms must be left, unless only names are lost that most milestones have.
_MIN_KEPT = 2
# A word is rare that one milestone in so many has, or fewer.
_RARE = 10


def relax(node: Node, searcher: Searcher, lexicon: Lexicon) -> Node | None:
    """Return the node without the terms that keep it from matching; None if too much is lost."""
    if not isinstance(node, And):
        return None
    terms = [part for part in node.clauses if isinstance(part, QueryTerm)]
    if not all(term.can_match or term.is_light for term in terms):
        return None
    light = [term for term in terms if term.can_match and lexicon.is_light(term.text.casefold())]
    without_light = And(tuple(part for part in node.clauses if part not in light))
    if searcher.find(without_light) and len(light) < len(terms):
        return without_light
    return _keep_most(without_light, searcher)


def _keep_most(node: And, searcher: Searcher) -> Node | None:
    """Return the node with those of its terms that some milestone has, if they are enough."""
    terms = [part for part in node.clauses if isinstance(part, QueryTerm) and part.can_match]
    weights = {term: _weight(term, searcher) for term in terms}
    needed = [part for part in node.clauses if part not in weights or _is_required(part, searcher)]
    scores = {
        position: sum(w for term, w in weights.items() if position in searcher.postings(term))
        for position in searcher.find_every(needed)
    }
    best = max(scores, key=lambda position: scores[position], default=None)
    if best is None or scores[best] < _MIN_COVERAGE * sum(weights.values()):
        return None
    kept = [term for term in terms if best in searcher.postings(term)]
    lost = [term for term in terms if term not in kept]
    is_telling = any(_is_telling(term, searcher) or not term.is_name for term in lost)
    if len(kept) < _MIN_KEPT and is_telling:
        return None
    return And((*(part for part in needed if part not in kept), *kept))


def _weight(term: QueryTerm, searcher: Searcher) -> float:
    """Return how much a term tells: the inverse document frequency of its milestones."""
    return log(len(searcher.all) / max(1, len(searcher.postings(term))))


def _is_required(term: QueryTerm, searcher: Searcher) -> bool:
    """Return whether a term is quoted, a date, a number, a telling name or a rare word."""
    typed = analyze(term.text)
    is_number = any(word[0].isdecimal() for word in typed)
    is_rare_word = 0 < len(searcher.index.postings([typed])) <= len(searcher.all) / _RARE
    is_literal = term.is_exact or term.date is not None or is_number
    return is_literal or is_rare_word or (term.is_name and _is_telling(term, searcher))


def _is_telling(term: QueryTerm, searcher: Searcher) -> bool:
    """Return whether a term tells milestones apart, as the Park, which most have, does not."""
    return len(searcher.postings(term)) <= len(searcher.all) / FEW


def find_obstacles(node: Node, searcher: Searcher) -> dict[str, frozenset[int]]:
    """Return the terms that keep a node from matching, with what the others find.

    Words that nothing explains are one obstacle together, as no other one can be told apart.
    """
    if not isinstance(node, And):
        return {}
    unknown = [part for part in node.clauses if isinstance(part, QueryTerm) and not part.can_match]
    rest = [part for part in node.clauses if part not in unknown]
    obstacles = [unknown] if unknown else [[p] for p in rest if isinstance(p, QueryTerm)]
    found = {
        ", ".join(term.text for term in terms): searcher.find_every(
            [part for part in node.clauses if part not in terms]
        )
        for terms in obstacles
        if len(terms) < len(node.clauses)
    }
    return {text: positions for text, positions in found.items() if positions}
