"""Terms: what the parts of a query stand for in one record."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from loopline.model import MONTHS, Milestone
from loopline.search.glossary import Glossary, Keys, Thing
from loopline.search.numerals import MAGNITUDES
from loopline.search.query import Beginning, Phrase, Words
from loopline.search.vocabulary import Vocabulary
from loopline.search.words import COMMON, NUMBERED, Token, key_of

_MONTHS = {"sept": 9}
for _number, _month in enumerate(MONTHS, start=1):
    _MONTHS[_month.lower()] = _MONTHS[_month[:3].lower()] = _number


class DatePart(NamedTuple):
    """A year, a month or a day that a milestone's own date may have."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def fits(self, milestone: Milestone) -> bool:
        """Whether the milestone is known to have happened then."""
        date = milestone.date
        return (
            self.year in (None, date.year)
            and self.month in (None, date.month)
            and (self.day is None or (self.day == date.day and milestone.precision == "day"))
        )


class Term(NamedTuple):
    """What must match: any of these sequences of keys, or the milestone's date.

    `typed` is the term as the query has it. Where it names a thing of the glossary, `thing`
    is that, and `apart` are its words, all of which match as well as the name does. Where it
    is a slip, `instead` is the word of the record that stands in for it.
    """

    typed: str
    sequences: frozenset[Keys] = frozenset()
    date: DatePart | None = None
    thing: Thing | None = None
    apart: tuple["Term", ...] = ()
    instead: str | None = None

    @property
    def is_word(self) -> bool:
        """Whether it matches wherever one of its words is, whatever stands beside it."""
        return all(len(sequence) == 1 for sequence in self.sequences)

    @property
    def is_known(self) -> bool:
        """Whether there is anything in the record that the term could match."""
        return bool(self.sequences) or self.date is not None


Reading = Callable[[int], tuple[int, Term] | None]


def terms_of(part: Words, vocabulary: Vocabulary, glossary: Glossary) -> Iterator[Term]:
    """The terms that a part of a query stands for, each of which must match."""
    keys = tuple(token.key for token in part.tokens)
    match part:
        case Phrase():
            yield Term(part.text, frozenset({keys}) if vocabulary.knows(keys) else frozenset())
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
        self._typed_tokens = self._tokens = words.tokens
        self._keys = [token.key for token in words.tokens]
        self._vocabulary = vocabulary
        self._glossary = glossary
        self._mended: set[int] = set()
        self._mend()

    def _mend(self) -> None:
        """Put the word that was meant in the place of each slip that is in no name."""
        meant, place = list(self._tokens), 0
        while place < len(meant):
            token = meant[place]
            if named := self._glossary.longest_name(self._keys, place):
                place += named[0]
                continue
            if not self._run_together(place) and (instead := meant_by(token, self._vocabulary)):
                meant[place] = token._replace(key=instead.key, folded=instead.folded)
                self._mended.add(place)
            place += 1
        self._tokens = tuple(meant)
        self._keys = [token.key for token in meant]

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
        """The term, with what was typed and what stands in for it if there is a slip in it."""
        if self._mended.isdisjoint(range(place, place + length)):
            return term
        typed, meant = (
            " ".join(token.folded for token in tokens[place : place + length])
            for tokens in (self._typed_tokens, self._tokens)
        )
        return term._replace(typed=typed, instead=meant)

    def _typed(self, place: int, length: int) -> str:
        return self._text[self._tokens[place].start : self._tokens[place + length - 1].end]

    def _name(self, place: int) -> tuple[int, Term] | None:
        """The longest name of the glossary that begins here."""
        if (named := self._glossary.longest_name(self._keys, place)) is None:
            return None
        length, thing = named
        known = frozenset(name for name in thing.names if self._vocabulary.knows(name))
        if length == 1:
            known |= self._run_together(place)

        def within(start: int) -> tuple[int, Term] | None:
            return self._compound(start, place + length)

        apart = tuple(self._terms(place, place + length, (within, self._word)))
        if len(apart) < 2 or not all(word.is_known for word in apart):
            apart = ()
        return length, Term(self._typed(place, length), known, thing=thing, apart=apart)

    def _date(self, place: int) -> tuple[int, Term] | None:
        """A year, a month, a day beside a month, or 2021-09 and 2021-09-06."""
        token = self._tokens[place]
        if self._is_year(place):
            numbers = [int(token.key)]
            end = token.end
            for following in self._tokens[place + 1 : place + 3]:
                tied = following.tied or self._text[end : following.start] == "/"
                if not (tied and following.key.isdecimal() and len(following.key) < 3):
                    break
                numbers.append(int(following.key))
                end = following.end
            if len(numbers) == 1 or 1 <= numbers[1] <= len(MONTHS):
                return len(numbers), self._exact(place, len(numbers), DatePart(*numbers))
        elif self._is_month(place):
            return 1, self._exact(place, 1, DatePart(month=_MONTHS[token.folded]))
        elif (number := token.folded.rstrip("dhnrst")).isdecimal() and len(number) < 3:
            return self._month_or_day(place, int(number))
        return None

    def _month_or_day(self, place: int, number: int) -> tuple[int, Term] | None:
        """A number that a month stands beside, or a Chinese 月 or 日 after it."""
        if self._next_is(place, "月"):
            return 1, Term(self._typed(place, 1), date=DatePart(month=number))
        if self._next_is(place, "日"):
            return 1, Term(self._typed(place, 1), date=DatePart(day=number))
        for start in (place, place - 1):
            if self._is_month(2 * start + 1 - place):
                both = self._exact(start, 2).sequences
                return 1, Term(self._typed(place, 1), both, DatePart(day=number))
        return None

    def _next_is(self, place: int, key: str) -> bool:
        return self._keys[place + 1 : place + 2] == [key]

    def _is_year(self, place: int) -> bool:
        key = self._keys[place] if 0 <= place < len(self._keys) else ""
        return len(key) == 4 and key.isdecimal() and key.isascii()

    def _is_month(self, place: int) -> bool:
        return 0 <= place < len(self._tokens) and self._tokens[place].folded in _MONTHS

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
            or (before.key, token.key) in self._vocabulary.compounds
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
        known = self._run_together(place)
        if self._vocabulary.knows([token.key]):
            known |= {(token.key,)}
        if not known and (parts := parted(token, self._vocabulary)):
            known = frozenset({parts})
        return 1, Term(token.folded, known)

    def _run_together(self, place: int) -> frozenset[Keys]:
        """The words of the record that the one here and its neighbour make when run together."""
        pairs = (self._tokens[start : start + 2] for start in (place - 1, place) if start >= 0)
        joined = (key_of("".join(word.folded for word in pair)) for pair in pairs if len(pair) == 2)
        return frozenset((key,) for key in joined if self._vocabulary.knows([key]))


def parted(token: Token, vocabulary: Vocabulary) -> Keys | None:
    """The keys of the words that the token consists of, if they stand together in the record."""
    # Imported late, here and below: most queries have only words that are in the record.
    from loopline.search.slips import split

    parts = split(token.folded, lambda part: vocabulary.knows([key_of(part)]))
    keys = tuple(map(key_of, parts)) if parts else ()
    return keys if keys and vocabulary.has_together(keys) else None


def meant_by(token: Token, vocabulary: Vocabulary) -> Token | None:
    """The nearest word of the record in place of one that is not in it, if there is one."""
    if vocabulary.knows([token.key]) or token.folded.casefold() in COMMON:
        return None
    if parted(token, vocabulary):
        return None
    from loopline.search.slips import nearest

    instead = nearest(token.folded, vocabulary.forms)
    return (
        token._replace(key=key_of(instead), folded=vocabulary.forms[instead]) if instead else None
    )
