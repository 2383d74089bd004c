"""Search: a query in, the milestones that it finds out.

The way through the modules runs forward only. `analysis` cuts texts into tokens (with `stemming`,
`numerals` and `han`), `syntax` parses the query, `spelling` corrects it, `segmentation` reads its
tokens as dates, names, numbers and words (with the `thesaurus`), `terms` says what each of these
matches in the `index` and how much it weighs, `queries` puts the terms together, `coverage` finds
the milestones that match most of the weight, `answers` tells how the query was understood, and
`highlighting` finds in a text what matched.
"""

from collections.abc import Sequence

from loopline.errors import QueryError
from loopline.models import Milestone, Period
from loopline.search.answers import Answer, explain
from loopline.search.coverage import find_best
from loopline.search.han import is_han
from loopline.search.index import Index
from loopline.search.queries import EVERYTHING, QueryBuilder
from loopline.search.spelling import correct
from loopline.search.syntax import parse_query
from loopline.search.thesaurus import Thesaurus
from loopline.text import quote

__all__ = ["Answer", "search"]

MAX_LENGTH = 2000
# What is not looked for, and what asks for an order, is the same with `exact` as without.
_KINDS_OF_EXACT_WORDS = ("stop", "asking", "newest", "oldest")


def search(milestones: Sequence[Milestone], query: str, *, exact: bool, period: Period) -> Answer:
    """Return what a query finds in milestones, which are in date order.

    Args:
        milestones: What is searched.
        query: Keywords or a question.
        exact: Whether to look for the milestones' own words only, all of them.
        period: The days in which a milestone may have happened.

    Raises:
        QueryError: The query is too long, or has nothing to look for.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(
            f"The query has {len(query)} characters; at most {MAX_LENGTH} are allowed."
        )
    clause = parse_query(query)
    if clause is None:
        raise QueryError(f"There is no word in {quote(query)} to search for.")
    index = Index(milestones)
    has_han = any(map(is_han, query))
    corrections: dict[str, str] = {}
    if exact:
        thesaurus = Thesaurus(has_han=has_han, kinds=_KINDS_OF_EXACT_WORDS)
        builder = QueryBuilder(index, thesaurus, EVERYTHING)
    else:
        builder = QueryBuilder(index, Thesaurus(has_han=has_han))
        clause, corrections = correct(clause, index)
    built = builder.build(clause)
    if built is None:
        raise QueryError(f"{quote(query)} is too common to search for.")
    dated = enumerate(milestones)
    within = frozenset(number for number, item in dated if item.period.overlaps(period))
    found = find_best(built, milestones, within)
    return explain(built, found, index, corrections)
