"""The inverted index: which words some milestones have, and which milestones have a term.

A text is split at white space, which is fast, and only the distinct chunks are tokenized: a
timeline of any size has far fewer of them than words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from loopline.models import Milestone
from loopline.search.analysis import Terms, Token, tokenize_chunk


class Index:
    """The words and terms of some milestones.

    `terms` maps each folded word to its term. `compounds` are the pairs of a term and a folded
    word that a hyphen makes one word somewhere, such as cross-border.
    """

    def __init__(self, milestones: Sequence[Milestone]) -> None:
        self.milestones = milestones
        chunks: set[str] = set()
        for milestone in milestones:
            for text in milestone.texts:
                chunks.update(text.split())
        self._tokens: dict[str, tuple[Token, ...]] = {c: tokenize_chunk(c) for c in chunks}
        self.terms: dict[str, str] = {}
        self.compounds: set[tuple[str, str]] = set()
        self._chunks: defaultdict[str, set[str]] = defaultdict(set)
        for chunk, tokens in self._tokens.items():
            for token in tokens:
                self.terms[token.folded] = token.term
                self._chunks[token.term].add(chunk)
            for first, second in pairwise(tokens):
                # Hong Kong-Shenzhen is two names, but cross-border and Five-Year are one word.
                is_word = chunk[second.start].islower() or first.term.isdecimal()
                if second.after_hyphen and is_word:
                    self.compounds.add((first.term, second.folded))

    def has_terms(self, terms: Iterable[str]) -> bool:
        """Return whether each of the terms occurs somewhere."""
        return all(term in self._chunks for term in terms)

    def has_phrase(self, phrase: Terms) -> bool:
        """Return whether the terms are adjacent somewhere."""
        return bool(self.postings([phrase]))

    def postings(self, phrases: Collection[Terms]) -> set[int]:
        """Return the positions of the milestones in which one of the phrases occurs."""
        phrases = [phrase for phrase in phrases if self.has_terms(phrase)]
        if not phrases:
            return set()
        # A text without these strings cannot match, and `in` is faster than any splitting.
        words = {word for phrase in phrases for word in self.spellings(phrase[-1])}
        return {
            position
            for position, milestone in enumerate(self.milestones)
            if any(
                any(word in text for word in words) and self._contains(text, phrases)
                for text in milestone.texts
            )
        }

    def spellings(self, term: str) -> set[str]:
        """Return the words of the texts that have a term, as they are spelled there."""
        return {
            chunk[token.start : token.end]
            for chunk in self._chunks.get(term, ())
            for token in self._tokens[chunk]
            if token.term == term
        }

    def _contains(self, text: str, phrases: Iterable[Terms]) -> bool:
        """Return whether one of the phrases occurs in a text."""
        chunks = text.split()
        possible = [p for p in phrases if not self._chunks[p[-1]].isdisjoint(chunks)]
        if any(len(phrase) == 1 for phrase in possible):
            return True
        if not possible:
            return False
        terms = [token.term for chunk in chunks for token in self._tokens[chunk]]
        return any(True for phrase in possible for _ in find_positions(phrase, terms))


def find_positions(phrase: Terms, terms: Sequence[str]) -> Iterator[int]:
    """Yield the positions in `terms` at which the phrase begins."""
    first, length = phrase[0], len(phrase)
    for position, term in enumerate(terms):
        if term == first and tuple(terms[position : position + length]) == phrase:
            yield position
