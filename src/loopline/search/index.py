"""The inverted index: which words some milestones have, and which milestones have a phrase.

The texts are folded, but not stemmed: only the words that may have a term that is looked up are.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from loopline.models import Milestone
from loopline.search.analysis import Terms, normalize, tokenize
from loopline.search.han import is_han
from loopline.search.numerals import to_digits


class Index:
    """The words and terms of some milestones.

    A phrase is a sequence of terms, such as ("develop", "plan"). A term that ends in an asterisk
    stands for every word that begins with it.

    Attributes:
        milestones: What is indexed.
        words: The folded words of their texts.
    """

    def __init__(self, milestones: Sequence[Milestone]) -> None:
        self.milestones = milestones
        # A line feed keeps the last word of a text from being adjacent to the first of the next.
        self._texts = [
            " \n ".join(["", *map(_fold, milestone.texts), ""]) for milestone in milestones
        ]
        words: set[str] = set()
        for text in self._texts:
            words.update(text.split())
        self.words = frozenset(words)
        # What was looked up before.
        self._words: dict[str, list[str]] = {}
        self._postings: dict[Terms, frozenset[int]] = {}

    @cached_property
    def has_han(self) -> bool:
        """Whether there is any Chinese in the texts."""
        return any(is_han(word[0]) for word in self.words)

    def has_terms(self, terms: Iterable[str]) -> bool:
        """Return whether each of the terms occurs somewhere."""
        return all(map(self._words_with, terms))

    def has_phrase(self, phrase: Terms) -> bool:
        """Return whether the terms are adjacent somewhere."""
        return bool(self.postings(phrase))

    def postings(self, phrase: Terms) -> frozenset[int]:
        """Return the positions of the milestones in which a phrase occurs."""
        if phrase not in self._postings:
            self._postings[phrase] = self._find(phrase)
        return self._postings[phrase]

    def _find(self, phrase: Terms) -> frozenset[int]:
        if not phrase or not self.has_terms(phrase):
            return frozenset()
        if len(phrase) == 1:
            words = [f" {word} " for word in self._words_with(phrase[0])]
            texts = enumerate(self._texts)
            return frozenset(number for number, text in texts if any(w in text for w in words))
        candidates = frozenset.intersection(*(self.postings((term,)) for term in phrase))
        if not candidates:
            return candidates
        words = ["|".join(map(re.escape, self._words_with(term))) for term in phrase]
        pattern = re.compile(f" (?:{') (?:'.join(words)}) ")
        return frozenset(number for number in candidates if pattern.search(self._texts[number]))

    def _words_with(self, term: str) -> list[str]:
        """Return the words that have a term."""
        if term not in self._words:
            if term.endswith("*"):
                found = [word for word in self.words if word.startswith(term[:-1])]
            elif term[0].isdecimal():
                numerals = (word for word in self.words if word[0].isdecimal() or to_digits(word))
                found = [word for word in numerals if normalize(word) == term]
            else:
                starts = {term[:3], term[:2]}
                alike = (w for start in starts for w in self._words_by_start.get(start, ()))
                found = [word for word in alike if normalize(word) == term]
            self._words[term] = found
        return self._words[term]

    @cached_property
    def _words_by_start(self) -> dict[str, list[str]]:
        """The words by their first three letters; the shortest, as try is of tried, by two."""
        words: dict[str, list[str]] = {}
        for word in self.words:
            words.setdefault(word[:3] if len(word) > 3 else word[:2], []).append(word)
        return words


def _fold(text: str) -> str:
    """Return the folded tokens of a text, with one blank between them."""
    return " ".join(filter(None, map(_fold_chunk, text.split())))


@lru_cache(maxsize=2**16)
def _fold_chunk(chunk: str) -> str:
    """Return the same of what stands between blanks, of which texts repeat much."""
    return " ".join(token.folded for token in tokenize(chunk))
