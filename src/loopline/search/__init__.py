"""Search: a query in, the milestones that it finds out.

The way through the modules runs forward only. `analysis` cuts texts into tokens (with `stemming`,
`numerals` and `han`), `syntax` parses the query, `spelling` corrects it, `segmentation` reads its
tokens as dates, names, numbers and words (with the `thesaurus`), `terms` says what each of these
asks for, `weighting` looks that up in the `index` and weighs it, `coverage` finds the milestones
that match most of it, `answers` tells how the query was understood, and `highlighting` finds in a
text what matched.
"""

from collections.abc import Sequence

from loopline.errors import QueryError
from loopline.models import Milestone, Period
from loopline.search.answers import Answer, explain, get_conjunctions
from loopline.search.coverage import EVERYTHING, KEYWORDS, SENTENCE, find_best
from loopline.search.index import Index
from loopline.search.spelling import correct
from loopline.search.syntax import get_tokens, parse_query
from loopline.search.thesaurus import Thesaurus, is_stop_word
from loopline.search.weighting import Weigher
from loopline.text import quote

__all__ = ["Answer", "search"]

MAX_LENGTH = 2000
# Keywords have fewer.
_STOP_WORDS_OF_A_SENTENCE = 2


def search(
    milestones: Sequence[Milestone],
    query: str,
    *,
    exact: bool = False,
    period: Period | None = None,
) -> Answer:
    """Return what a query finds in milestones, which are in date order.

    Args:
        milestones: What is searched.
        query: Keywords or a question.
        exact: Whether to look for the milestones' own words only, all of them.
        period: The days in which a milestone may have happened; None for no limit.

    Raises:
        QueryError: The query is too long, or has nothing to look for.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(f"The query has {len(query)} characters, and may have {MAX_LENGTH}.")
    clause = parse_query(query)
    if clause is None:
        raise QueryError(f"There is no word in {quote(query)} to search for.")
    index = Index(milestones)
    corrections: dict[str, str] = {}
    if not exact:
        clause, corrections = correct(clause, index)
    tokens = tuple(get_tokens(clause))
    thesaurus = Thesaurus(tokens, ("stop", "asking")) if exact else Thesaurus(tokens)
    terms = Weigher(index, thesaurus).weigh(clause)
    if terms is None:
        raise QueryError(f"{quote(query)} is too common to search for.")
    stop_words = sum(map(is_stop_word, tokens))
    parts = get_conjunctions(terms)
    is_asking = any(weighted.term.is_asking for part in parts for weighted in part.terms)
    is_sentence = is_asking or stop_words >= _STOP_WORDS_OF_A_SENTENCE or "?" in query
    share = EVERYTHING if exact else SENTENCE if is_sentence else KEYWORDS
    within = frozenset(
        position
        for position, milestone in enumerate(milestones)
        if period is None or milestone.period.overlaps(period)
    )
    found = find_best(terms, milestones, within, share)
    return explain(terms, found, index, share, corrections)
