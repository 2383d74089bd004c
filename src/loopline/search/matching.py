"""Matching: which milestones have everything that a query asks for, and where it stands."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from loopline.models import Milestone
from loopline.search.glossary import keys_of
from loopline.search.terms import Term
from loopline.search.vocabulary import Vocabulary, places
from loopline.search.words import Keys, tokens
from loopline.timeline import Timeline

Span = tuple[int, int]


class Matcher:
    """Holds milestones of one record against the alternatives of one query."""

    def __init__(self, vocabulary: Vocabulary, alternatives: Sequence[Sequence[Term]]) -> None:
        self._vocabulary = vocabulary
        self.words = vocabulary.keys.keys()
        self.alternatives = alternatives
        self._possible = [terms for terms in alternatives if all(term.is_known for term in terms)]
        # A text without any of these pieces cannot match the term, and sets tell that fast.
        self._pieces = {
            term: {
                piece
                for sequence in term.sequences
                for piece in vocabulary.pieces_with(sequence[-1])
            }
            for terms in alternatives
            for whole in terms
            for term in (whole, *whole.apart)
        }

    def matches(self, milestone: Milestone) -> bool:
        """Whether the milestone has all terms of one of the alternatives."""
        if not self._possible:
            return False
        texts = [text.split() for text in (milestone.title, *milestone.paragraphs)]
        return any(
            all(self._has(term, milestone, texts) for term in terms) for terms in self._possible
        )

    def spans(self, milestone: Milestone) -> list[list[Span]]:
        """What matched in the title and in each paragraph, as stretches (start, end)."""
        wanted = {sequence for term in self.matched_terms(milestone) for sequence in term.sequences}
        return [_stretches(text, wanted) for text in (milestone.title, *milestone.paragraphs)]

    def matched_terms(self, milestone: Milestone) -> list[Term]:
        """The terms of the alternatives that the milestone matches."""
        texts = [text.split() for text in (milestone.title, *milestone.paragraphs)]
        return [
            word
            for terms in self.alternatives
            if all(self._has(term, milestone, texts) for term in terms)
            for term in terms
            for word in ((term,) if self._has_whole(term, milestone, texts) else term.apart)
        ]

    def has_name(self, milestone: Milestone, name: Keys) -> bool:
        """Whether the words of a name stand together in the milestone."""
        texts = (milestone.title, *milestone.paragraphs)
        return any(self._vocabulary.stands_in(text.split(), [name]) for text in texts)

    def _has(self, term: Term, milestone: Milestone, texts: Sequence[Sequence[str]]) -> bool:
        return self._has_whole(term, milestone, texts) or (
            bool(term.apart) and all(self._has(word, milestone, texts) for word in term.apart)
        )

    def _has_whole(self, term: Term, milestone: Milestone, texts: Sequence[Sequence[str]]) -> bool:
        if term.date is not None and term.date.fits(milestone):
            return True
        pieces = self._pieces[term]
        return any(
            not pieces.isdisjoint(text)
            and (term.is_word or self._vocabulary.stands_in(text, term.sequences))
            for text in texts
        )


def _stretches(text: str, sequences: Iterable[Keys]) -> list[Span]:
    """Where the sequences stand in a text, in order; stretches that overlap become one."""
    words = list(tokens(text))
    keys = [word.key for word in words]
    found = sorted(
        (words[place].start, words[place + len(sequence) - 1].end)
        for sequence in sequences
        for place in places(sequence, keys)
    )
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class Matches(Timeline):
    """The milestones that a search found, in date order, and how they were found.

    `spans(milestone)` says what matched in each. `instead` has each word of the query that
    is not in the record, with the word that stood in for it, or None if none does; `names`
    has each name of the query with the other names by which it was found.
    """

    __slots__ = ("_matcher", "instead")

    def __init__(self, milestones: Iterable[Milestone], matcher: Matcher) -> None:
        super().__init__(filter(matcher.matches, milestones))
        self._matcher = matcher
        terms = [term for terms in matcher.alternatives for term in terms]
        self.instead: dict[str, str | None] = {
            term.typed: term.instead for term in terms if term.instead or not term.is_known
        }

    def spans(self, milestone: Milestone) -> list[list[Span]]:
        """What matched in the title and in each paragraph, as stretches (start, end)."""
        return self._matcher.spans(milestone)

    def suggestions(self, word: str) -> list[str]:
        """Up to three words of the record that resemble `word`, the most alike first."""
        likely = [known for known in self._matcher.words if len(known) > 3]
        return get_close_matches(word.casefold(), likely, cutoff=0.8)

    @property
    def names(self) -> dict[str, list[str]]:
        """The names in the query, each with the other names by which it was found."""
        found: dict[str, list[str]] = {}
        for term in dict.fromkeys(term for terms in self._matcher.alternatives for term in terms):
            typed = keys_of(term.typed)
            names = term.thing.names.items() if term.thing else ()
            others = [name for keys, name in names if keys != typed and self._stands(keys)]
            if others:
                found[term.typed] = others
        return found

    def _stands(self, name: Keys) -> bool:
        return any(self._matcher.has_name(milestone, name) for milestone in self)
