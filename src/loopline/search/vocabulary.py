"""The vocabulary of a record: every word in it, and where words can be found.

A record of any size has far fewer different words than words. So texts are split at white
space, which is fast, and only the different pieces are cut into tokens.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from loopline.model import Milestone
from loopline.search.words import Token, words_of


class Vocabulary:
    """The words of some milestones."""

    def __init__(self, milestones: Iterable[Milestone]) -> None:
        pieces: set[str] = set()
        for milestone in milestones:
            for text in (milestone.title, *milestone.paragraphs):
                pieces.update(text.split())
        self.tokens: dict[str, tuple[Token, ...]] = {piece: words_of(piece) for piece in pieces}
        self.keys: dict[str, str] = {}
        self.compounds: set[tuple[str, str]] = set()
        self._pieces: defaultdict[str, set[str]] = defaultdict(set)
        for piece, words in self.tokens.items():
            for word in words:
                self.keys[word.folded] = word.key
                self._pieces[word.key].add(piece)
            for first, second in pairwise(words):
                # Hong Kong-Shenzhen is two names, but cross-border and Five-Year are one word.
                if second.tied and (piece[second.start].islower() or first.key.isdecimal()):
                    self.compounds.add((first.key, second.key))

    def knows(self, keys: Iterable[str]) -> bool:
        """Whether each of the keys is that of a word in the record."""
        return all(key in self._pieces for key in keys)

    def pieces_with(self, key: str) -> set[str]:
        """The pieces of the record that have a word with this key in them."""
        return self._pieces.get(key, set())
