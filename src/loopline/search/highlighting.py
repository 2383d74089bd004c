"""Highlighting: where in a text the terms of a query occur, and which part answers it best."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loopline.models import Span
from loopline.search.analysis import Terms, Token, tokenize

# In characters: about two lines of a terminal of 80 columns.
_SNIPPET_LENGTH = 100


def find_spans(text: str, phrases: Iterable[Terms]) -> list[Span]:
    """Return the offsets (start, end) of the phrases in a text, in order, without overlaps."""
    tokens = tuple(tokenize(text))
    merged: list[Span] = []
    for start, end in sorted(span for phrase in phrases for span in _spans_of(phrase, tokens)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def find_snippet(texts: Sequence[str], phrases: Mapping[Terms, float]) -> tuple[int, Span]:
    """Return the part of the texts in which phrases of the most weight are close together.

    Args:
        texts: The paragraphs of a milestone.
        phrases: What is looked for, each with its weight, which counts once in a part.

    Returns:
        The index of the paragraph, and the offsets from the first to the last match of the part;
        the beginning of the first paragraph if none has a match.
    """
    best: tuple[float, int, Span] = (0.0, 0, (0, 0))
    for number, text in enumerate(texts):
        tokens = tuple(tokenize(text))
        places = sorted((span, p) for p in phrases for span in _spans_of(p, tokens))
        for first, ((start, _), _) in enumerate(places):
            inside = [(span, p) for span, p in places[first:] if span[1] <= start + _SNIPPET_LENGTH]
            together = {phrase for _, phrase in inside}
            # In the order of the mapping: that of a set, and so the rounding, differs between runs.
            weight = sum(weight for phrase, weight in phrases.items() if phrase in together)
            if weight > best[0]:
                best = weight, number, (start, max(end for (_, end), _ in inside))
    return best[1:]


def _spans_of(phrase: Terms, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield the offsets of a phrase in the tokens of a text."""
    for position in range(len(tokens) - len(phrase) + 1):
        found = tokens[position : position + len(phrase)]
        if all(map(_has_term, found, phrase)):
            yield found[0].start, found[-1].end


def _has_term(token: Token, term: str) -> bool:
    """Return whether a token has a term, or the beginning that a term with an asterisk names."""
    return token.folded.startswith(term[:-1]) if term.endswith("*") else token.term == term
