"""Synonyms: what else a word or a name is called, from two plain data files.

`glossary.json` lists names of the same thing, any of which finds all. `synonyms.json` lists, for
words of the record, the everyday words by which people mean them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from loopline.resources import read_package_json
from loopline.search.analysis import Terms, Token, significant_terms, tokenize
from loopline.search.han import fold_variants, is_han

_WORD = re.compile(r"[a-z]{2,}")


class Match(NamedTuple):
    """A name found in a query: how many tokens it has, and what it stands for."""

    length: int
    names: tuple[str, ...]


class SynonymMap:
    """Maps a typed word or name to the names of what it means.

    Names are analyzed only when a query has a word with the same first letters: there are
    thousands, and analyzing them all takes longer than everything else.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._names = [(name, meant) for typed, meant in entries for name in typed]
        self._unread: defaultdict[str, list[tuple[str, Sequence[str]]]] = defaultdict(list)
        for name, meant in self._names:
            self._unread[name[:2].lower() if name.isascii() else name[0]].append((name, meant))
        self._meanings: defaultdict[Terms, list[str]] = defaultdict(list)
        self._forms: set[Terms] = set()
        # How many terms the names have that begin with a term.
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)

    def find(self, tokens: Sequence[Token], position: int) -> Iterator[Match]:
        """Yield the names that begin at a position of the tokens, which have no stop words."""
        token = tokens[position]
        for letters in (token.folded[:1], token.folded[:2], token.term[:2]):
            self._analyze(letters)
        if is_han(token.folded[0]):
            for character in self._variants.get(token.folded, ()):
                self._analyze(character)
        for length in self._lengths.get(token.term, ()):
            terms = tuple(token.term for token in tokens[position : position + length])
            if terms in self._meanings:
                yield Match(length, tuple(self._meanings[terms]))

    def has_form(self, tokens: Sequence[Token]) -> bool:
        """Return whether the tokens are one of the names in just this inflection."""
        return tuple(token.folded for token in tokens) in self._forms

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that occur in the names, folded."""
        names = "\n".join(name for name, _ in self._names if name.isascii())
        return frozenset(_WORD.findall(names.lower()))

    @cached_property
    def _variants(self) -> dict[str, list[str]]:
        """The Chinese characters that names begin with, by the folded one that tokens have."""
        variants: defaultdict[str, list[str]] = defaultdict(list)
        for letters in self._unread:
            variants[fold_variants(letters)].append(letters)
        return variants

    def _analyze(self, letters: str) -> None:
        """Analyze the names that begin with these letters, if that is still to do."""
        for name, meant in self._unread.pop(letters, ()):
            tokens = tuple(tokenize(name))
            terms = significant_terms(tokens)
            self._forms.add(tuple(t.folded for t in tokens if not t.is_stop_word))
            self._lengths[terms[0]].add(len(terms))
            known = self._meanings[terms]
            known += [meaning for meaning in meant if meaning not in known]


def glossary() -> SynonymMap:
    """Return the names of the glossary, each with all names of the same thing."""
    return SynonymMap((names, names) for names in read_package_json("glossary.json"))


def everyday_words() -> SynonymMap:
    """Return the everyday words, each with the words of the record that it may mean."""
    synonyms: dict[str, list[str]] = read_package_json("synonyms.json")
    return SynonymMap((typed, (meant,)) for meant, typed in synonyms.items())


def asking_words() -> SynonymMap:
    """Return the words that only ask, which mean nothing to look for."""
    return SynonymMap([(read_package_json("asking_words.json"), ())])
