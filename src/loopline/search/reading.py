"""Reading: what the parts of a query stand for in one record."""

from collections.abc import Callable, Iterator, Sequence

from loopline.search.datewords import date_at, is_month
from loopline.search.glossary import Glossary
from loopline.search.mending import mended, parted, run_together
from loopline.search.numerals import MAGNITUDES
from loopline.search.query import Beginning, Phrase, Words
from loopline.search.terms import DatePart, Term
from loopline.search.vocabulary import Vocabulary
from loopline.search.words import COMMON, NUMBERED, key_of

LONGEST_APART = 4

Reading = Callable[[int], tuple[int, Term] | None]


def terms_of(part: Words, vocabulary: Vocabulary, glossary: Glossary) -> Iterator[Term]:
    """The terms that a part of a query stands for, each of which must match."""
    keys = tuple(token.key for token in part.tokens)
    match part:
        case Phrase():
            together = (
                (*keys[:place], joined, *keys[place + 2 :])
                for place in range(len(keys) - 1)
                for (joined,) in run_together(0, part.tokens[place : place + 2], vocabulary)
            )
            yield Term(part.text, frozenset(filter(vocabulary.knows, (keys, *together))))
        case Beginning():
            *before, cut = part.tokens
            endings = {key for word, key in vocabulary.keys.items() if word.startswith(cut.folded)}
            head = tuple(token.key for token in before)
            yield Term(part.text, frozenset((*head, key) for key in endings))
        case _:
            yield from _Reader(part, vocabulary, glossary).terms()


class _Reader:
    """Reads plain words from left to right, the longest thing that they can be first."""

    def __init__(self, words: Words, vocabulary: Vocabulary, glossary: Glossary) -> None:
        self._text = words.text
        self._tokens = mended(words.tokens, vocabulary, glossary)
        self._keys = [token.key for token in self._tokens]
        self._slips = {p for p, token in enumerate(words.tokens) if token != self._tokens[p]}
        self._vocabulary = vocabulary
        self._glossary = glossary

    def terms(self) -> Iterator[Term]:
        """The terms of all the words; none for a word that is too common to tell anything."""
        everything = (self._date, self._name, self._compound, self._word)
        return self._terms(0, len(self._tokens), everything)

    def _terms(self, place: int, end: int, readings: Sequence[Reading]) -> Iterator[Term]:
        """The terms of the words up to `end`, each by the first of the readings that has one."""
        while place < end:
            read = (reading(place) for reading in readings)
            length, term = next((found for found in read if found is not None), (1, None))
            if term is not None:
                yield self._told(term, place, length)
            place += length

    def _told(self, term: Term, place: int, length: int) -> Term:
        """The term, with what stands in for what was typed if there is a slip in it."""
        places = range(place, place + length)
        if self._slips.isdisjoint(places):
            return term
        instead = " ".join(self._tokens[place].folded for place in places)
        return term._replace(typed=self._typed(place, length), instead=instead)

    def _typed(self, place: int, length: int) -> str:
        return self._text[self._tokens[place].start : self._tokens[place + length - 1].end]

    def _name(self, place: int) -> tuple[int, Term] | None:
        """The longest name of the glossary that begins here."""
        if (named := self._glossary.longest_name(self._keys, place)) is None:
            return None
        length, thing = named
        known = frozenset(name for name in thing.names if self._vocabulary.knows(name))
        if length == 1:
            known |= run_together(place, self._tokens, self._vocabulary)

        def within(start: int) -> tuple[int, Term] | None:
            return self._compound(start, place + length)

        apart = tuple(self._terms(place, place + length, (within, self._word)))
        # A long name is copied from somewhere, and means nothing but itself.
        if not 2 <= len(apart) <= LONGEST_APART or not all(word.is_known for word in apart):
            apart = ()
        return length, Term(self._typed(place, length), known, thing=thing, apart=apart)

    def _date(self, place: int) -> tuple[int, Term] | None:
        """A date, or a part of one, that begins here."""
        if (read := date_at(place, self._tokens, self._text)) is None:
            return None
        length, date = read
        if date.year is not None or is_month(place, self._tokens):
            return length, self._exact(place, length, date)
        # A number alone may be of anything: in a text it counts beside the name of a month only.
        pairs = [at for at in (place, place - 1) if is_month(2 * at + 1 - place, self._tokens)]
        beside = self._exact(pairs[0], 2).sequences if pairs else frozenset()
        return 1, Term(self._typed(place, 1), beside, date)

    def _exact(self, place: int, length: int, date: DatePart | None = None) -> Term:
        """The words as they stand together, run together, or as a date."""
        typed = self._tokens[place : place + length]
        together = key_of("".join(token.folded for token in typed))
        wanted = {tuple(token.key for token in typed), (together,)}
        known = frozenset(sequence for sequence in wanted if self._vocabulary.knows(sequence))
        return Term(self._typed(place, length), known, date)

    def _compound(self, place: int, last: int | None = None) -> tuple[int, Term] | None:
        """Words that are one: tied here or in the record, 10 billion, batch 1, or Chinese."""
        end = place + 1
        last = len(self._tokens) if last is None else last
        while end < last and self._makes_one(end):
            end += 1
        return (end - place, self._exact(place, end - place)) if end > place + 1 else None

    def _makes_one(self, place: int) -> bool:
        before, token = self._tokens[place - 1 : place + 1]
        return (
            (token.tied and token.folded.isascii() and before.folded.isascii())
            or (before.key, token.folded) in self._vocabulary.compounds
            or (before.key[0].isdecimal() and token.key in MAGNITUDES)
            or (
                before.key in NUMBERED
                and not token.key.endswith(("st", "nd", "rd", "th"))
                and token.key[0].isdecimal()
                and len(token.key) < 4
            )
            or self._continues_chinese(place)
        )

    def _continues_chinese(self, place: int) -> bool:
        """Whether Chinese goes on here, where spaces part no words, with no name or particle."""
        before, token = self._tokens[place - 1 : place + 1]
        return (
            before.end == token.start
            and not before.folded.isascii()
            and not token.folded.isascii()
            and token.folded not in COMMON
            and self._glossary.longest_name(self._keys, place) is None
        )

    def _word(self, place: int) -> tuple[int, Term] | None:
        """A word by itself or run together with its neighbour; None if it is too common."""
        token = self._tokens[place]
        if token.folded.casefold() in COMMON:
            return None
        known = run_together(place, self._tokens, self._vocabulary)
        if self._vocabulary.knows([token.key]):
            known |= {(token.key,)}
        if not known and (parts := parted(token, self._vocabulary)):
            known = frozenset({parts})
        return 1, Term(self._typed(place, 1), known)
