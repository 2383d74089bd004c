"""Search: a query in, the milestones that match it out, with what matched in each.

`query` reads the grammar, `words` says which spellings are one word, `glossary` which names
are one thing, `vocabulary` what is in the record, `terms` what the query therefore means,
and `slips` what it may have meant.
"""

from collections.abc import Sequence

from loopline.errors import QueryError, quoted
from loopline.model import Milestone
from loopline.search.glossary import Glossary
from loopline.search.matching import Matcher, Matches
from loopline.search.query import parse
from loopline.search.terms import terms_of
from loopline.search.vocabulary import Vocabulary

__all__ = ["Matches", "search"]


def search(milestones: Sequence[Milestone], query: str) -> Matches:
    """The milestones that match the query, in their order; raises QueryError."""
    alternatives = parse(query)
    vocabulary = Vocabulary(milestones)
    glossary = Glossary(t for parts in alternatives for part in parts for t in part.tokens)
    meanings = [
        [term for part in parts for term in terms_of(part, vocabulary, glossary)]
        for parts in alternatives
    ]
    if not any(meanings):
        raise QueryError(f"every word of {quoted(query)} is too common to look for")
    return Matches(milestones, Matcher(vocabulary, [terms for terms in meanings if terms]))
