"""Weighting: the terms of a query with their postings, and with what each of them tells."""

from collections.abc import Iterable
from math import log
from typing import NamedTuple, TypeAlias

from loopline.search.analysis import Terms, analyze, normalize
from loopline.search.index import Index
from loopline.search.segmentation import segment
from loopline.search.syntax import And, Clause, Not, Or, Phrase, Prefix, Text
from loopline.search.terms import LIGHT, ORDINARY, DateTerm, Order, Term, read_terms
from loopline.search.thesaurus import Thesaurus, is_stop_word

# The share of the weight of its terms that a part of a query needs to be answered.
EVERYTHING = 1.0
KEYWORDS = 0.7
SENTENCE = 0.5
# Keywords have fewer.
_STOP_WORDS_OF_A_SENTENCE = 2
# A word that no milestone has tells more than one that a single milestone has, so that a question
# with both is not answered.
_UNKNOWN_FREQUENCY = 0.5


class WeightedTerm(NamedTuple):
    """A term with the positions of the milestones that match it.

    Attributes:
        term: The term.
        full: The positions of what matches in full.
        weak: The positions of what matches by a weak synonym only.
        weight: How much the term tells: the rarer it is, the more.
    """

    term: Term
    full: frozenset[int]
    weak: frozenset[int]
    weight: float

    @property
    def matches(self) -> frozenset[int]:
        """The positions of what matches in full or by a weak synonym."""
        return self.full | self.weak


class Conjunction(NamedTuple):
    """What a milestone must match: enough of the terms, and all else.

    Attributes:
        terms: The weighted terms.
        dates: The dates, of which it must have one and keep to every limit, each with the positions
            of the milestones that match it.
        required: Parts of the query of which each must match.
        excluded: Parts of the query of which none may match.
        order: Which of the milestones that match are asked for.
        share: How much of the weight of the terms is enough.
    """

    terms: tuple[WeightedTerm, ...] = ()
    dates: tuple[tuple[DateTerm, frozenset[int]], ...] = ()
    required: tuple["Query", ...] = ()
    excluded: tuple["Query", ...] = ()
    order: Order | None = None
    share: float = KEYWORDS


class Disjunction(NamedTuple):
    """Queries of which at least one must match."""

    queries: tuple["Query", ...]


Query: TypeAlias = Conjunction | Disjunction


class Weigher:
    """Gives the clauses of a query their terms, postings and weights in one index.

    Each part of a query needs the same share of its weight, if one is given; otherwise a sentence
    or a question needs less than keywords.
    """

    def __init__(self, index: Index, thesaurus: Thesaurus, share: float | None = None) -> None:
        self._index = index
        self._thesaurus = thesaurus
        self._share = share

    def weigh(self, clause: Clause) -> Query | None:
        """Return the terms of a clause, weighted; None if there is nothing to look for."""
        if isinstance(clause, Or):
            queries = tuple(query for part in clause.clauses if (query := self.weigh(part)))
            return Disjunction(queries) if queries else None
        items: list[Term | DateTerm | Order] = []
        required: list[Query | None] = []
        excluded: list[Query | None] = []
        for part in clause.clauses if isinstance(clause, And) else (clause,):
            match part:
                case Text():
                    items += self._read(part)
                case Phrase():
                    items += self._read_phrase(part)
                case Prefix():
                    items.append(_read_prefix(part))
                case Not(clauses=(Text() as text,)):
                    # Of plain words only the first word, name or date is excluded.
                    read = self._read(text)
                    excluded.append(self._conjoin(read[:1]))
                    items += read[1:]
                case Not():
                    excluded.append(self.weigh(part.clauses[0]))
                case _:
                    required.append(self.weigh(part))
        conjunction = self._conjoin(items, filter(None, required), filter(None, excluded))
        is_asking = any(isinstance(item, Term) and item.is_asking for item in items)
        if conjunction and self._share is None and (is_asking or _is_sentence(clause)):
            return conjunction._replace(share=SENTENCE)
        return conjunction

    def _conjoin(
        self,
        items: Iterable[Term | DateTerm | Order],
        required: Iterable[Query] = (),
        excluded: Iterable[Query] = (),
    ) -> Conjunction | None:
        """Return what must match together; None if there is nothing.

        Words that weigh little or nothing are left out if the rest is a date, an order or a part
        in brackets, and looked for as other words are if there is nothing else.
        """
        items = tuple(items)
        rest = Conjunction(
            share=KEYWORDS if self._share is None else self._share,
            dates=tuple((i, self._match_date(i)) for i in items if isinstance(i, DateTerm)),
            required=tuple(required),
            excluded=tuple(excluded),
            order=next((item for item in items if isinstance(item, Order)), None),
        )
        terms = [item for item in items if isinstance(item, Term)]
        if all(term.factor <= LIGHT for term in terms):
            terms = [term for term in terms if not term.is_asking] or terms
            if rest.dates or rest.order or rest.required:
                terms = []
            elif known := [t._replace(factor=ORDINARY) for t in terms if self._full_postings(t)]:
                terms = known
            elif not rest.excluded:
                return None
        return rest._replace(terms=tuple(map(self._weigh_term, terms)))

    def _read(self, text: Text) -> list[Term | DateTerm | Order]:
        return read_terms(segment(text, self._thesaurus, self._index), self._index)

    def _read_phrase(self, phrase: Phrase) -> list[Term | DateTerm | Order]:
        """Return the term for adjacent words, any two of which may be written as one.

        A phrase that no text has is read as the name that it is, or, in Chinese, as its words.
        """
        tokens = phrase.tokens
        terms = tuple(token.term for token in tokens)
        phrases = [terms]
        for position in range(len(tokens) - 1):
            joined = tokens[position].folded + tokens[position + 1].folded
            if joined in self._index.words:
                phrases.append((*terms[:position], normalize(joined), *terms[position + 2 :]))
        names: list[Terms] = []
        if not self._postings(phrases):
            length, entries = self._thesaurus.find_longest(tokens, 0)
            if length == len(tokens):
                names = [analyze(name) for e in entries if e.kind == "name" for name in e.meanings]
            elif any(token.is_han for token in tokens):
                return self._read(Text(phrase.text, tokens))
        return [Term(phrase.text, tuple(phrases), tuple(names), is_required=True)]

    def _match_date(self, term: DateTerm) -> frozenset[int]:
        milestones = enumerate(self._index.milestones)
        dated = {position for position, milestone in milestones if term.date.matches(milestone)}
        return self._postings(term.own) | dated

    def _weigh_term(self, term: Term) -> WeightedTerm:
        """Return the term with its postings and its weight: its inverse document frequency."""
        full = self._full_postings(term)
        weak = self._postings(term.weak) - full
        frequency = len(full) or len(weak) or _UNKNOWN_FREQUENCY
        size = len(self._index.milestones)
        return WeightedTerm(term, full, weak, term.factor * log((size + 1) / frequency))

    def _full_postings(self, term: Term) -> frozenset[int]:
        full = self._postings((*term.own, *term.names))
        if term.apart:
            full |= frozenset.intersection(*(self._index.postings((word,)) for word in term.apart))
        return full

    def _postings(self, phrases: Iterable[Terms]) -> frozenset[int]:
        known = {phrase for phrase in phrases if self._index.has_terms(phrase)}
        return frozenset().union(*map(self._index.postings, _without_longer(known)))


def _without_longer(phrases: set[Terms]) -> list[Terms]:
    """Return the phrases without those that have another one in them, and so find no more."""
    lengths = {len(phrase) for phrase in phrases}
    return [
        phrase
        for phrase in phrases
        if not any(
            phrase[start : start + length] in phrases
            for length in lengths
            if length < len(phrase)
            for start in range(len(phrase) - length + 1)
        )
    ]


def _is_sentence(clause: Clause) -> bool:
    """Return whether plain words have a question mark or several stop words among them."""
    parts = clause.clauses if isinstance(clause, And) else (clause,)
    texts = [part for part in parts if isinstance(part, Text)]
    stop_words = sum(is_stop_word(token) for text in texts for token in text.tokens)
    return stop_words >= _STOP_WORDS_OF_A_SENTENCE or any("?" in text.text for text in texts)


def _read_prefix(prefix: Prefix) -> Term:
    """Return the term for adjacent words, of which the last is the beginning of one."""
    *before, last = prefix.tokens
    phrase = (*(token.term for token in before), f"{last.folded}*")
    return Term(prefix.text, (phrase,), is_required=True)
