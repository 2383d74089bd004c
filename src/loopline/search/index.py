"""The inverted index: which words some milestones have, and which milestones have a phrase.

A text is split at white space, which is fast, and only the distinct chunks are tokenized: a
timeline of any size has far fewer of them than words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from loopline.models import Milestone
from loopline.search.analysis import Terms, Token, normalize, tokenize_chunk
from loopline.search.han import is_han
from loopline.search.numerals import to_digits


class Index:
    """The words and terms of some milestones.

    A phrase is a sequence of terms, such as ("develop", "plan"). A term that ends in an asterisk
    stands for every word that begins with it.

    Attributes:
        milestones: What is indexed.
        words: Each folded word of their texts, with the chunks that have it.
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
        self._postings: dict[Terms, frozenset[int]] = {}

    @cached_property
    def has_han(self) -> bool:
        """Whether there is any Chinese in the texts."""
        return any(is_han(word[0]) for word in self.words)

    @cached_property
    def _words_by_start(self) -> dict[str, list[str]]:
        """The words by their first three letters; the shortest, as try is of tried, by two."""
        words: dict[str, list[str]] = {}
        for word in self.words:
            words.setdefault(word[:3] if len(word) > 3 else word[:2], []).append(word)
        return words

    @cached_property
    def words_by_letter(self) -> dict[str, list[str]]:
        """The words without digits and marks, by their first letter."""
        return group_by_letter(self.words)

    def has_terms(self, terms: Iterable[str]) -> bool:
        """Return whether each of the terms occurs somewhere."""
        return all(map(self._chunks_with, terms))

    def has_phrase(self, phrase: Terms) -> bool:
        """Return whether the terms are adjacent somewhere."""
        return bool(self.postings(phrase))

    def postings(self, phrase: Terms) -> frozenset[int]:
        """Return the positions of the milestones in which a phrase occurs."""
        if phrase not in self._postings:
            self._postings[phrase] = frozenset(self._find(phrase))
        return self._postings[phrase]

    def spellings(self, term: str) -> set[str]:
        """Return the words of the texts that have a term, as they are spelled there."""
        return {
            chunk[token.start : token.end]
            for chunk in self._chunks_with(term)
            for token in self._tokens[chunk]
            if has_term(token, term)
        }

    def _find(self, phrase: Terms) -> Iterator[int]:
        if not phrase or not self.has_terms(phrase):
            return
        for number in set.intersection(*map(self._texts_with, set(phrase))):
            if len(phrase) == 1 or self._contains(self._texts[number], phrase):
                yield self._owners[number]

    def _chunks_with(self, term: str) -> set[str]:
        """Return the chunks that have a term."""
        if term not in self._chunks:
            # Stemming every word of the texts would take far longer than all the rest.
            if term.endswith("*"):
                found = [word for word in self.words if word.startswith(term[:-1])]
            elif term[0].isdecimal():
                numerals = (word for word in self.words if word[0].isdecimal() or to_digits(word))
                found = [word for word in numerals if normalize(word) == term]
            else:
                starts = {term[:3], term[:2]}
                alike = (w for start in starts for w in self._words_by_start.get(start, ()))
                found = [word for word in alike if normalize(word) == term]
            self._chunks[term] = set().union(*map(self.words.__getitem__, found))
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
        return any(True for _ in find_phrase(phrase, tuple(islice(tokens, length))))


def group_by_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that have only letters, by their first letter."""
    groups: dict[str, list[str]] = {}
    for word in filter(str.isalpha, words):
        groups.setdefault(word[0], []).append(word)
    return groups


def find_phrase(phrase: Terms, tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the positions at which a phrase begins in the tokens of a text."""
    for position in range(len(tokens) - len(phrase) + 1):
        if all(map(has_term, tokens[position : position + len(phrase)], phrase)):
            yield position


def has_term(token: Token, term: str) -> bool:
    """Return whether a token has a term, or the beginning that a term with an asterisk names."""
    return token.folded.startswith(term[:-1]) if term.endswith("*") else token.term == term
