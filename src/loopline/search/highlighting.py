"""Highlighting: where in a text the phrases of a query occur."""

from collections.abc import Iterable

from loopline.models import Span
from loopline.search.analysis import Terms, tokenize
from loopline.search.index import find_positions


def find_spans(text: str, phrases: Iterable[Terms]) -> list[Span]:
    """Return the offsets (start, end) of the phrases in a text, in order, without overlaps."""
    tokens = list(tokenize(text))
    terms = [token.term for token in tokens]
    found = sorted(
        (tokens[position].start, tokens[position + len(phrase) - 1].end)
        for phrase in phrases
        for position in find_positions(phrase, terms)
    )
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
