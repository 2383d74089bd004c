"""Search: a query in, the milestones that match it out, with what matched in each.

`query` reads the grammar. `words` says which spellings are one word, with `numerals` for numbers;
`glossary` which names are one thing; `vocabulary` which words are in the record; `mending`, with
`slips`, which of them was meant. `reading`, with `datewords`, puts these together into `terms`, and
`matching` holds the milestones against them.
"""

from collections.abc import Sequence

from loopline.errors import QueryError
from loopline.models import Milestone
from loopline.search.glossary import Glossary
from loopline.search.matching import Matcher, Matches
from loopline.search.mending import meant_by
from loopline.search.query import parse
from loopline.search.reading import terms_of
from loopline.search.vocabulary import Vocabulary
from loopline.text import quote

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
        raise QueryError(f"{quote(query)} has only words that are too common to search for")
    return Matches(milestones, Matcher(vocabulary, [terms for terms in meanings if terms]))
