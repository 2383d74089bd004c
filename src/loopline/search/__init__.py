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
from loopline.search.terms import meant_by, terms_of
from loopline.search.vocabulary import Vocabulary

__all__ = ["Matches", "search"]


def search(milestones: Sequence[Milestone], query: str) -> Matches:
    """The milestones that match the query, in their order; raises QueryError."""
    alternatives = parse(query)
    vocabulary = Vocabulary(milestones)
    typed = [token for parts in alternatives for part in parts for token in part.tokens]
    meant = (meant_by(token, vocabulary) for token in typed)
    glossary = Glossary([*typed, *filter(None, meant)])
    # The same term twice asks for no more than once.
    meanings = [
        list(dict.fromkeys(t for part in parts for t in terms_of(part, vocabulary, glossary)))
        for parts in alternatives
    ]
    if not any(meanings):
        raise QueryError(f"{quoted(query)} has only words that are too common to search for")
    return Matches(milestones, Matcher(vocabulary, [terms for terms in meanings if terms]))
