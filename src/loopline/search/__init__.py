"""Search: a query in, the milestones that it finds out.

The steps, each in the module named for it: `analysis` cuts texts into tokens (with `stemming`,
`numerals` and `han`), `syntax` parses the query, `spelling` corrects it, `segmentation` and
`expansion` turn it into terms (with `query_dates` and, from the data files, `synonyms`), `matching`
looks these up in the `index`, `relaxation` leaves out what a question can do without, and
`highlighting` finds in a text what matched.
"""

from collections.abc import Sequence

from loopline.errors import QueryError
from loopline.models import Milestone
from loopline.search.expansion import Expander
from loopline.search.index import Index
from loopline.search.lexicon import Lexicon
from loopline.search.matching import Searcher, expand
from loopline.search.questions import is_question
from loopline.search.relaxation import relax
from loopline.search.results import Matches
from loopline.search.segmentation import Segmenter
from loopline.search.spelling import Corrector
from loopline.search.syntax import parse_query
from loopline.text import quote

__all__ = ["Matches", "search"]


def search(milestones: Sequence[Milestone], query: str) -> Matches:
    """Return what a query finds in the milestones; raise QueryError if it asks for nothing."""
    parsed = parse_query(query)
    lexicon = Lexicon(Index(milestones))
    searcher = Searcher(lexicon.index)
    is_asked = is_question(query)
    segmenter = Segmenter(lexicon, is_question=is_asked, is_loose=False)
    clause = Corrector(lexicon, segmenter).correct(parsed)
    node = expand(clause, Expander(lexicon, segmenter))
    if node is None:
        raise QueryError(f"{quote(query)} is too common to search for")
    if found := searcher.find(node):
        return Matches(searcher, node, found)
    loose = Segmenter(lexicon, is_question=is_asked, is_loose=True)
    node = expand(clause, Expander(lexicon, loose)) or node
    if found := searcher.find(node):
        return Matches(searcher, node, found)
    if is_asked and (relaxed := relax(node, searcher)):
        return Matches(searcher, relaxed, searcher.find(relaxed), node)
    return Matches(searcher, node, frozenset())
