"""The inverted index: which words some milestones have, and which milestones have a term.

A text is split at white space, which is fast, and only the distinct chunks are tokenized: a
timeline of any size has far fewer of them than words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

from loopline.models import Milestone
from loopline.search.analysis import Terms, normalize, tokenize_chunk
from loopline.search.han import is_han


class Index:
    """The words and terms of some milestones.

    `words` maps each folded word to the chunks that have it.
    """

    def __init__(self, milestones: Sequence[Milestone]) -> None:
        self.milestones = milestones
        self._texts = [text for milestone in milestones for text in milestone.texts]
        chunks: set[str] = set()
        for text in self._texts:
            chunks.update(text.split())
        self._tokens = {chunk: tokenize_chunk(chunk) for chunk in chunks}
        self.words: defaultdict[str, set[str]] = defaultdict(set)
        for chunk, tokens in self._tokens.items():
            for token in tokens:
                self.words[token.folded].add(chunk)
        # What was looked up before: chunks and texts by term, and milestones by phrase.
        self._chunks: dict[str, set[str]] = {}
        self._numbers: dict[str, set[int]] = {}
        self._postings: dict[Terms, set[int]] = {}

    @cached_property
    def has_han(self) -> bool:
        """Whether there is any Chinese in the texts."""
        return any(is_han(word[0]) for word in self.words)

    @cached_property
    def compounds(self) -> set[tuple[str, str]]:
        """The terms and folded words that a hyphen makes one word somewhere: cross-border."""
        return {
            (first.term, second.folded)
            for chunk, tokens in self._tokens.items()
            for first, second in pairwise(tokens)
            # Hong Kong-Shenzhen is two names, but cross-border and Five-Year are one word.
            if second.after_hyphen and (chunk[second.start].islower() or first.term.isdecimal())
        }

    def has_terms(self, terms: Iterable[str]) -> bool:
        """Return whether each of the terms occurs somewhere."""
        return all(map(self._chunks_with, terms))

    def has_phrase(self, phrase: Terms) -> bool:
        """Return whether the terms are adjacent somewhere."""
        return bool(self.postings([phrase]))

    def postings(self, phrases: Iterable[Terms]) -> set[int]:
        """Return the positions of the milestones in which one of the phrases occurs."""
        known = _without_longer({phrase for phrase in phrases if self.has_terms(phrase)})
        return set().union(*map(self._find_phrase, known))

    def _find_phrase(self, phrase: Terms) -> set[int]:
        if phrase not in self._postings:
            numbers = set.intersection(*(self._texts_with(term) for term in set(phrase)))
            self._postings[phrase] = {
                self._owners[number]
                for number in numbers
                if len(phrase) == 1 or self._contains(self._texts[number], phrase)
            }
        return self._postings[phrase]

    def _chunks_with(self, term: str) -> set[str]:
        """Return the chunks that have a term.

        Only words with the same first letter are stemmed, unless the term is a numeral: this
        saves a search a twentieth of what Typer takes to load.
        """
        if term not in self._chunks:
            is_numeral = term[0].isdecimal()
            words = [w for w in self.words if is_numeral or w[0] == term[0]]
            found = (self.words[word] for word in words if normalize(word) == term)
            self._chunks[term] = set().union(*found)
        return self._chunks[term]

    def _texts_with(self, term: str) -> set[int]:
        """Return the numbers of the texts that have a term."""
        if term not in self._numbers:
            # Most texts cannot have it, and `in` tells so faster than any splitting.
            possible = {
                number
                for word in self.spellings(term)
                for number, text in enumerate(self._texts)
                if word in text
            }
            chunks = self._chunks_with(term)
            self._numbers[term] = {
                number for number in possible if not chunks.isdisjoint(self._texts[number].split())
            }
        return self._numbers[term]

    @cached_property
    def _owners(self) -> list[int]:
        """The position of the milestone that each text belongs to."""
        return [i for i, milestone in enumerate(self.milestones) for _ in milestone.texts]

    def spellings(self, term: str) -> set[str]:
        """Return the words of the texts that have a term, as they are spelled there."""
        return {
            chunk[token.start : token.end]
            for chunk in self._chunks_with(term)
            for token in self._tokens[chunk]
            if token.term == term
        }

    def _contains(self, text: str, phrase: Terms) -> bool:
        """Return whether a phrase occurs in a text."""
        first = self._chunks_with(phrase[0])
        chunks = text.split()
        starts = (number for number, chunk in enumerate(chunks) if chunk in first)
        return any(self._begins_in(chunks[start:], phrase) for start in starts)

    def _begins_in(self, chunks: Sequence[str], phrase: Terms) -> bool:
        """Return whether a phrase begins in the first of some chunks."""
        tokens = (token for chunk in chunks for token in self._tokens[chunk])
        length = len(self._tokens[chunks[0]]) - 1 + len(phrase)
        terms = [token.term for token in islice(tokens, length)]
        return any(True for _ in find_positions(phrase, terms))


def _without_longer(phrases: set[Terms]) -> list[Terms]:
    """Return the phrases without those that have another one in them, and so find no more."""
    return [
        phrase
        for phrase in phrases
        if not any(
            len(other) < len(phrase) and any(True for _ in find_positions(other, phrase))
            for other in phrases
        )
    ]


def find_positions(phrase: Terms, terms: Sequence[str]) -> Iterator[int]:
    """Yield the positions in `terms` at which the phrase begins."""
    first, length = phrase[0], len(phrase)
    for position, term in enumerate(terms):
        if term == first and tuple(terms[position : position + length]) == phrase:
            yield position
