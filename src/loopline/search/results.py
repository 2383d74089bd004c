"""What a search gives back: the milestones found, and how the query was understood."""

from functools import cached_property

from loopline.models import Milestone, Span
from loopline.search.analysis import analyze
from loopline.search.matching import Node, Searcher, get_all_terms, get_terms
from loopline.search.partial_dates import VAGUE_WORDS

_MIN_SUGGESTED_LENGTH = 4


class Matches:
    """The milestones that a query found, in their order, and how it was understood.

    `corrections` maps each misspelt word to the one that was searched for. `ignored` are the
    words that were left out, `unknown` the words that nothing in the index explains.
    """

    def __init__(self, searcher: Searcher, node: Node, asked: Node | None = None) -> None:
        self._searcher = searcher
        self._node = node
        self._positions = sorted(searcher.find(node))
        terms = list(dict.fromkeys(get_terms(node)))
        self.corrections = dict(pair for term in get_all_terms(node) for pair in term.corrections)
        left_out = [term for term in get_terms(asked or node) if term not in terms]
        ordinary = [term for term in terms if term.is_light]
        ignored = [term.text for term in (*ordinary, *left_out)]
        # Of late 2021, only the year is looked for.
        dated = (term.text.lower() for term in terms if term.date)
        ignored += [word for text in dated for word in text.split() if word in VAGUE_WORDS]
        self.ignored = tuple(ignored) if self._positions else ()
        self.unknown = tuple(t.text for t in terms if not (t.can_match or t.is_light))

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones found."""
        return tuple(self._searcher.index.milestones[position] for position in self._positions)

    @cached_property
    def _position_of(self) -> dict[Milestone, int]:
        return dict(zip(self.milestones, self._positions, strict=True))

    @cached_property
    def without(self) -> dict[str, tuple[Milestone, ...]]:
        """If nothing was found: each term that stands in the way, with what the others find."""
        if self._positions:
            return {}
        from loopline.search.relaxation import find_obstacles

        milestones = self._searcher.index.milestones
        return {
            text: tuple(milestones[position] for position in sorted(positions))
            for text, positions in find_obstacles(self._node, self._searcher).items()
        }

    def spans(self, milestone: Milestone) -> list[list[Span]]:
        """Return what matched in the title and in each paragraph, as (start, end) offsets.

        Raise ValueError for a milestone that was not found.
        """
        # Imported late: only a table highlights.
        from loopline.search.highlighting import find_spans

        if milestone not in self._position_of:
            raise ValueError("the search did not find this milestone")
        terms = self._searcher.find_terms(self._node, self._position_of[milestone])
        phrases = {phrase for term in terms for phrase in term.phrases}
        return [find_spans(text, phrases) for text in milestone.texts]

    def synonyms(self) -> dict[str, list[str]]:
        """Return each name in the query that is in no milestone found, with those that are."""
        index, found = self._searcher.index, set(self._positions)
        names: dict[str, list[str]] = {}
        for term in dict.fromkeys(get_terms(self._node)):
            if not term.names or found & index.postings([analyze(term.text)]):
                continue
            # Of names that are the same to the search, as hectare and ha are, the first is told.
            phrases = {analyze(name): name for name in reversed(term.names)}
            others = [phrases[p] for p in reversed(phrases) if found & index.postings([p])]
            if others:
                names[term.text] = others
        return names

    def suggestions(self, word: str) -> list[str]:
        """Return up to three words of the index that resemble `word`, the most alike first."""
        # Imported late: few searches end with suggestions.
        from difflib import get_close_matches

        words = self._searcher.index.words
        likely = [known for known in words if len(known) >= _MIN_SUGGESTED_LENGTH]
        return get_close_matches(word.casefold(), likely, cutoff=0.8)
