"""The glossary: for each thing in the record, all the names that it goes by."""

import json
from collections.abc import Iterable, Sequence

from loopline.resources import read_package_data
from loopline.search.words import Keys, Token, tokens


class Thing:
    """One thing: its names, each with the keys of its words."""

    __slots__ = ("names",)

    def __init__(self, names: dict[Keys, str]) -> None:
        self.names = names


class Glossary:
    """The things of the glossary that a query may be about, found by their names."""

    def __init__(self, query: Iterable[Token]) -> None:
        # Only groups with a name that begins as a word of the query does are cut into words:
        # the others cannot matter, and there are hundreds of names.
        folded = [token.folded.casefold() for token in query]
        heads = (*{word[:3] for word in folded}, *{f"{word[:2]}-" for word in folded})
        self._things: dict[Keys, Thing] = {}
        self._longest = 0
        for names in json.loads(read_package_data("glossary.json")):
            if any(name.casefold().startswith(heads) for name in names):
                thing = Thing({keys_of(name): name for name in reversed(names)})
                self._things |= dict.fromkeys(thing.names, thing)
                self._longest = max(self._longest, *map(len, thing.names))

    def longest_name(self, words: Sequence[str], start: int = 0) -> tuple[int, Thing] | None:
        """The thing whose name begins at `start` in the keys `words`, and that name's length."""
        for length in range(min(self._longest, len(words) - start), 0, -1):
            if thing := self._things.get(tuple(words[start : start + length])):
                return length, thing
        return None


def keys_of(text: str) -> Keys:
    """The keys of the words of a text."""
    return tuple(token.key for token in tokens(text))
