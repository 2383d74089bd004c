"""The lexicon: everything that tells what a word of a query may stand for, loaded when needed."""

from collections.abc import Iterable
from functools import cached_property

from loopline.resources import read_package_json
from loopline.search import synonyms
from loopline.search.analysis import Token, tokenize
from loopline.search.han import fold_variants
from loopline.search.index import Index


class Lexicon:
    """The words of an index and, from the data files, the other words for them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._widened: dict[str, tuple[str, ...]] = {}

    @cached_property
    def glossary(self) -> synonyms.SynonymMap:
        """The names of the same thing."""
        return synonyms.glossary()

    @cached_property
    def everyday_words(self) -> synonyms.SynonymMap:
        """The everyday words for words of the record."""
        return synonyms.everyday_words()

    @cached_property
    def asking_words(self) -> synonyms.SynonymMap:
        """The words that only ask."""
        return synonyms.asking_words()

    def is_light(self, word: str) -> bool:
        """Return whether a folded word is an ordinary one that carries no topic."""
        return word in (self._light_words if word.isascii() else self._light_han)

    @cached_property
    def _light_words(self) -> frozenset[str]:
        return frozenset(read_package_json("light_words.json"))

    @cached_property
    def _light_han(self) -> frozenset[str]:
        return frozenset(fold_variants("\n".join(self._light_words)).split("\n"))

    def has_all(self, tokens: Iterable[Token]) -> bool:
        """Return whether the index has all of the tokens, stop words aside."""
        return self.index.has_terms(token.term for token in tokens if not token.is_stop_word)

    def widen(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names, with all that the glossary has for the same things."""
        return tuple(dict.fromkeys(other for name in names for other in self._names_of(name)))

    def _names_of(self, name: str) -> tuple[str, ...]:
        if name not in self._widened:
            self._widened[name] = (name, *self.glossary.find_whole(tuple(tokenize(name))))
        return self._widened[name]

    def names(self) -> frozenset[str]:
        """Return all words in names and everyday words."""
        return self.glossary.words | self.everyday_words.words
