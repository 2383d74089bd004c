"""Synonyms: what else a word or a name is called, from three plain data files.

`glossary.json` lists names of the same thing, any of which finds all. `synonyms.json` lists, for
words of the record, the everyday words by which people mean them. `asking_words.json` lists words
that only ask, and so mean nothing to look for.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from loopline.resources import read_package_data
from loopline.search.analysis import Terms, Token, significant_terms, tokenize
from loopline.search.han import fold_variants, get_variants, is_han


class Match(NamedTuple):
    """A name found in a query: how many tokens it has, and what it stands for."""

    length: int
    names: tuple[str, ...]


class SynonymMap:
    """Maps a typed word or name to the names of what it means.

    A data file has one entry a line and thousands of names. So it is not parsed: names are found
    in its text by their first letters, and only the entries that a query names are parsed.
    Parsing it and analyzing the names would take a search half as long as all the rest.
    """

    def __init__(self, file_name: str, read_meanings: Callable[[str], Sequence[str]]) -> None:
        """Open a data file; `read_meanings` gives what the names of a line mean."""
        self._text = read_package_data(file_name).decode()
        self._lower = self._text.lower()
        self._read_meanings = cache(read_meanings)
        self._was_read: set[tuple[str, str]] = set()
        self._lines: defaultdict[Terms, list[str]] = defaultdict(list)
        self._forms: set[Terms] = set()
        # How many terms the names have that begin with a term.
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)

    def find(self, tokens: Sequence[Token], position: int) -> Iterator[Match]:
        """Yield the names that begin at a position, the longest first.

        The tokens must not have stop words, which the names are compared without.
        """
        token = tokens[position]
        following = tokens[position + 1].folded[0] if position + 1 < len(tokens) else ""
        self._read(token, following if is_han(token.folded[0]) else "")
        for length in sorted(self._lengths.get(token.term, ()), reverse=True):
            terms = tuple(token.term for token in tokens[position : position + length])
            if len(terms) == length and terms in self._lines:
                names = (name for line in self._lines[terms] for name in self._read_meanings(line))
                yield Match(length, tuple(dict.fromkeys(names)))

    def find_whole(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return what all of the tokens together, without stop words, are a name of."""
        words = [token for token in tokens if not token.is_stop_word]
        matches = self.find(words, 0) if words else ()
        return next((match.names for match in matches if match.length == len(words)), ())

    def has_form(self, tokens: Sequence[Token]) -> bool:
        """Return whether the tokens are one of the names in just this inflection."""
        return tuple(token.folded for token in tokens) in self._forms

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in the file, in lower case."""
        return frozenset(re.findall("[a-z]{2,}", self._lower))

    def _read(self, token: Token, following: str) -> None:
        """Read the names that begin with a token and, in Chinese, the character after it."""
        if (token.term, following) in self._was_read:
            return
        self._was_read.add((token.term, following))
        is_chinese = is_han(token.folded[0])
        starts = get_variants(token.folded) if is_chinese else {token.folded[:2], token.term[:2]}
        for start in starts:
            for name, line in self._find_names(start):
                if is_chinese and fold_variants(name[1:2]) not in ("", following):
                    continue
                if next(tokenize(name)).term == token.term:
                    self._add(name, line)

    def _find_names(self, start: str) -> Iterator[tuple[str, str]]:
        """Yield the names that begin with these letters, in lower case, with their lines."""
        opening = self._lower.find(f'"{start}')
        while opening != -1:
            closing = self._lower.index('"', opening + 1)
            if self._lower[closing + 1] != ":":
                line_start = self._text.rfind("\n", 0, opening) + 1
                line_end = self._text.index("\n", closing)
                line = self._text[line_start:line_end].strip().rstrip(",")
                yield self._lower[opening + 1 : closing], line
            opening = self._lower.find(f'"{start}', closing + 1)

    def _add(self, name: str, line: str) -> None:
        tokens = tuple(tokenize(name))
        terms = significant_terms(tokens)
        self._lengths[terms[0]].add(len(terms))
        self._forms.add(tuple(token.folded for token in tokens if not token.is_stop_word))
        if line not in self._lines[terms]:
            self._lines[terms].append(line)


def glossary() -> SynonymMap:
    """Return the names of the glossary, each with all names of the same thing."""
    return SynonymMap("glossary.json", json.loads)


def everyday_words() -> SynonymMap:
    """Return the everyday words, each with the words of the record that it may mean."""
    return SynonymMap("synonyms.json", lambda line: list(json.loads(f"{{{line}}}")))


def asking_words() -> SynonymMap:
    """Return the words that only ask, which mean nothing to look for."""
    return SynonymMap("asking_words.json", lambda _: [])
