"""Queries: the clauses of a query with the terms of each, looked up and ready to be covered."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from loopline.search.analysis import analyze
from loopline.search.index import Index
from loopline.search.segmentation import segment
from loopline.search.syntax import And, Clause, Not, Or, Phrase, Prefix, Text
from loopline.search.terms import (
    LIGHT,
    ORDINARY,
    DateTerm,
    Item,
    Order,
    Term,
    get_meanings,
    make_term,
    read_terms,
)
from loopline.search.thesaurus import Thesaurus, is_stop_word

# The share of the weight of its terms that a part of a query needs to be answered.
EVERYTHING = 1.0
KEYWORDS = 0.7
SENTENCE = 0.5
# Keywords have fewer.
_STOP_WORDS_OF_A_SENTENCE = 2


class Conjunction(NamedTuple):
    """What a milestone must match: enough of the terms, and all else.

    Attributes:
        terms: The words and names.
        dates: The dates, of which it must have one, and keep to every limit.
        required: Parts of the query of which each must match.
        excluded: Parts of the query of which none may match.
        order: Which of the milestones that match are asked for.
        share: How much of the weight of the terms is enough.
    """

    terms: tuple[Term, ...] = ()
    dates: tuple[DateTerm, ...] = ()
    required: tuple["Query", ...] = ()
    excluded: tuple["Query", ...] = ()
    order: Order | None = None
    share: float = KEYWORDS


class Disjunction(NamedTuple):
    """Queries of which at least one must match."""

    queries: tuple["Query", ...]


Query: TypeAlias = Conjunction | Disjunction


class QueryBuilder:
    """Looks up the clauses of a query in an index.

    Each part of a query needs the same share of its weight, if one is given; otherwise a sentence
    or a question needs less than keywords.
    """

    def __init__(self, index: Index, thesaurus: Thesaurus, share: float | None = None) -> None:
        self._index = index
        self._thesaurus = thesaurus
        self._share = share

    def build(self, clause: Clause) -> Query | None:
        """Return what a clause asks for; None if there is nothing to look for."""
        if isinstance(clause, Or):
            queries = tuple(query for part in clause.clauses if (query := self.build(part)))
            return Disjunction(queries) if queries else None
        items: list[Item] = []
        required: list[Query | None] = []
        excluded: list[Query | None] = []
        parts = clause.clauses if isinstance(clause, And) else (clause,)
        for part in parts:
            match part:
                case Text():
                    items += self._read(part)
                case Phrase():
                    items += self._read_phrase(part)
                case Prefix():
                    items.append(self._read_prefix(part))
                case Not(clauses=(Text() as text,)):
                    # Of plain words only the first word, name or date is excluded.
                    read = self._read(text)
                    excluded.append(self._conjoin(read[:1]))
                    items += read[1:]
                case Not():
                    excluded.append(self.build(part.clauses[0]))
                case _:
                    required.append(self.build(part))
        conjunction = self._conjoin(items, filter(None, required), filter(None, excluded))
        is_asking = any(isinstance(item, Term) and item.is_asking for item in items)
        usual = SENTENCE if is_asking or _is_sentence(parts) else KEYWORDS
        return conjunction and conjunction._replace(share=self._share or usual)

    def _conjoin(
        self, items: Iterable[Item], required: Iterable[Query] = (), excluded: Iterable[Query] = ()
    ) -> Conjunction | None:
        """Return what must match together; None if there is nothing.

        Words that weigh little or nothing are left out if the rest is a date, an order or a part
        in brackets, and looked for as other words are if there is nothing else, except those that
        only ask.
        """
        items = tuple(items)
        rest = Conjunction(
            dates=tuple(item for item in items if isinstance(item, DateTerm)),
            required=tuple(required),
            excluded=tuple(excluded),
            order=next((item for item in items if isinstance(item, Order)), None),
        )
        terms = [item for item in items if isinstance(item, Term)]
        if all(term.factor <= LIGHT for term in terms):
            terms = [term for term in terms if not term.is_asking]
            if rest.dates or rest.order or rest.required:
                terms = []
            elif known := [term._replace(factor=ORDINARY) for term in terms if term.full]:
                terms = known
            elif not rest.excluded:
                return None
        return rest._replace(terms=tuple(term for term in terms if term.factor))

    def _read(self, text: Text) -> list[Item]:
        return read_terms(segment(text, self._thesaurus, self._index), self._index)

    def _read_phrase(self, phrase: Phrase) -> list[Item]:
        """Return the term for adjacent words.

        A phrase that no text has is read as the name that it is, or, in Chinese, as its words.
        """
        own = tuple(token.term for token in phrase.tokens)
        names = []
        if not self._index.has_phrase(own):
            length, entries = self._thesaurus.find_longest(phrase.tokens, 0)
            if length == len(own):
                names = list(map(analyze, get_meanings(entries, "name")))
            elif any(token.is_han for token in phrase.tokens):
                return self._read(Text(*phrase))
        return [make_term(self._index, phrase.text, [own], names)._replace(is_required=True)]

    def _read_prefix(self, prefix: Prefix) -> Term:
        """Return the term for adjacent words, of which the last is the beginning of one."""
        *before, last = prefix.tokens
        phrase = (*(token.term for token in before), f"{last.folded}*")
        return make_term(self._index, prefix.text, [phrase])._replace(is_required=True)


def _is_sentence(parts: Iterable[Clause]) -> bool:
    """Return whether plain words have a question mark or several stop words among them."""
    texts = [part for part in parts if isinstance(part, Text)]
    stop_words = sum(is_stop_word(token) for text in texts for token in text.tokens)
    return stop_words >= _STOP_WORDS_OF_A_SENTENCE or any("?" in text.text for text in texts)
