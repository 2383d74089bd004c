"""The vocabulary of a record: every word in it, and where words can be found.

A record of any size has far fewer different words than words. So texts are split at white
space, which is fast, and only the different pieces are cut into tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from loopline.models import Milestone
from loopline.search.words import Keys, Token, key_of, words_of

_FORMS = (
    ("", "s"),
    ("s", ""),
    ("ies", "y"),
    ("y", "ies"),
    ("ed", "e"),
    ("ed", ""),
    ("es", "e"),
    ("es", "ed"),
    ("ed", "es"),
)


class Vocabulary:
    """The words of some milestones."""

    def __init__(self, milestones: Sequence[Milestone]) -> None:
        self._milestones = milestones
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
                    self.compounds.add((first.key, second.folded))

    @cached_property
    def forms(self) -> dict[str, str]:
        """Each word and what it would be in the singular or the plural, or without -ed."""
        forms: dict[str, str] = {}
        for word, key in self.keys.items():
            bases = (word.removesuffix(end) + put for end, put in _FORMS if word.endswith(end))
            forms |= {form: word for form in bases if len(form) > 7 and key_of(form) == key}
        return forms | {word: word for word in self.keys}

    def knows(self, keys: Iterable[str]) -> bool:
        """Whether each of the keys is that of a word in the record."""
        return all(key in self._pieces for key in keys)

    def has_together(self, sequence: Keys) -> bool:
        """Whether words with these keys stand together somewhere in the record."""
        last = self.pieces_with(sequence[-1])
        return any(
            not last.isdisjoint(pieces) and self.stands_in(pieces, [sequence])
            for milestone in self._milestones
            for pieces in map(str.split, (milestone.title, *milestone.paragraphs))
        )

    def stands_in(self, pieces: Iterable[str], sequences: Iterable[Keys]) -> bool:
        """Whether one of the sequences stands in a text of the record, given in its pieces."""
        keys = [token.key for piece in pieces for token in self.tokens[piece]]
        return any(True for sequence in sequences for _ in places(sequence, keys))

    def pieces_with(self, key: str) -> set[str]:
        """The pieces of the record that have a word with this key in them."""
        return self._pieces.get(key, set())


def places(sequence: Keys, keys: Sequence[str]) -> Iterator[int]:
    """Where in `keys` the sequence begins."""
    for place, key in enumerate(keys):
        if key == sequence[0] and tuple(keys[place : place + len(sequence)]) == sequence:
            yield place
