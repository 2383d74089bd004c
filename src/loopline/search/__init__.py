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
from loopline.search.matching import Node, Searcher, expand, get_terms
from loopline.search.questions import is_question
from loopline.search.results import Matches
from loopline.search.segmentation import Segmenter
from loopline.search.syntax import get_tokens, parse_query
from loopline.text import quote

__all__ = ["Matches", "search"]


def search(milestones: Sequence[Milestone], query: str) -> Matches:
    """Return what a query finds in the milestones; raise QueryError if it asks for nothing."""
    clause = parse_query(query)
    lexicon = Lexicon(Index(milestones))
    searcher = Searcher(lexicon.index)
    is_asked = is_question(query)
    strict = Segmenter(lexicon, is_question=is_asked, is_loose=False)
    if not lexicon.has_all(token for token in get_tokens(clause) if token.folded.isascii()):
        # Imported late, as is relaxation: most queries have only words that are in the index.
        from loopline.search.spelling import Corrector

        clause = Corrector(lexicon, strict).correct(clause)
    node = expand(clause, Expander(lexicon, strict))
    if node is None and is_asked:
        # What only asks is all there is to look for.
        keywords = Segmenter(lexicon, is_question=False, is_loose=False)
        node = expand(clause, Expander(lexicon, keywords))
    if node is None:
        raise QueryError(f"{quote(query)} is too common to search for.")
    if searcher.find(node):
        return Matches(searcher, node)
    # Who uses everyday words may use words of the record in an everyday sense, too.
    is_free = is_asked or any(term.names and not term.is_name for term in get_terms(node))
    loose = Segmenter(lexicon, is_question=is_free, is_loose=True)
    node = expand(clause, Expander(lexicon, loose)) or node
    return _search_freely(node, searcher, lexicon) if is_free else Matches(searcher, node)


def _search_freely(node: Node, searcher: Searcher, lexicon: Lexicon) -> Matches:
    """Return what a query finds that is read freely, if need be without some of its words."""
    # Imported late: most queries find something before.
    from loopline.search.relaxation import relax

    if searcher.find(node):
        return Matches(searcher, node)
    relaxed = relax(node, searcher, lexicon)
    return Matches(searcher, node) if relaxed is None else Matches(searcher, relaxed, node)
