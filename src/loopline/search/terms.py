"""Terms: what the segments of a query ask for, what matches each of them, and what it weighs."""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple, TypeAlias

from loopline.date_finder import DateMatch
from loopline.models import Period
from loopline.search.analysis import Terms, analyze
from loopline.search.index import Index
from loopline.search.numerals import han_to_digits
from loopline.search.segmentation import Segment
from loopline.search.spelling import split_compound
from loopline.search.thesaurus import Entry, all_names

# How much a term weighs, as a multiple of its rarity.
ORDINARY = 1.0
LIGHT = 0.1
NUMBER = 3.0
NOTHING = 0.0
# A word that no milestone has tells more than one that a single milestone has, so that a question
# with both is not answered.
_UNKNOWN_FREQUENCY = 0.5

_SYNONYMS = frozenset({"name", "strong", "weak"})
_HAN_MEASURE_WORDS = "个次项件份"
_OR = ("or", "或", "或者", "还是")


class Term(NamedTuple):
    """What a milestone may match.

    Attributes:
        text: What was typed.
        own: The phrases that are what was typed.
        others: The phrases that mean the same, or something like it.
        full: The positions of the milestones that match in full.
        weak: The positions of those that match by a weak synonym only.
        rarity: How rare it is in the index: the inverse document frequency.
        factor: How much it weighs for its rarity.
        is_required: Whether a milestone that does not match is no answer.
        is_asking: Whether it makes the query a question.
        meanings: The words of the record that an everyday word stands for.
    """

    text: str
    own: tuple[Terms, ...]
    others: tuple[Terms, ...]
    full: frozenset[int]
    weak: frozenset[int]
    rarity: float
    factor: float = ORDINARY
    is_required: bool = False
    is_asking: bool = False
    meanings: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """How much the term tells."""
        return self.factor * self.rarity

    @property
    def matches(self) -> frozenset[int]:
        """The positions of what matches in full or by a weak synonym."""
        return self.full | self.weak


class DateTerm(NamedTuple):
    """A date as it was typed, and the milestones that have it, or whose text does."""

    text: str
    date: DateMatch
    matches: frozenset[int]


class Order(NamedTuple):
    """The newest or the oldest of what the rest of the query finds, and how many of them.

    Without a number it is one, with others of the same month.
    """

    is_newest: bool
    number: int | None = None


Item: TypeAlias = Term | DateTerm | Order


def make_term(
    index: Index,
    text: str,
    own: Sequence[Terms],
    names: Sequence[Terms] = (),
    weak: Sequence[Terms] = (),
) -> Term:
    """Return a term with what matches it in an index.

    Args:
        index: The index of the milestones.
        text: What was typed.
        own: The phrases that are what was typed.
        names: The phrases that mean the same.
        weak: The phrases that mean something like it.
    """
    full = frozenset().union(*map(index.postings, (*own, *names)))
    weakly = frozenset().union(*map(index.postings, weak)) - full
    frequency = len(full) or len(weakly) or _UNKNOWN_FREQUENCY
    rarity = log((len(index.milestones) + 1) / frequency)
    return Term(text, tuple(own), (*names, *weak), full, weakly, rarity)


def read_terms(segments: Sequence[Segment], index: Index) -> list[Item]:
    """Return what the segments ask for, from left to right, without the stop words."""
    read: list[Item] = []
    for position, segment in enumerate(segments):
        previous = read[-1] if read else None
        before = segments[position - 1] if position else segment
        if isinstance(previous, Order) and (number := _read_number(segment)):
            read[-1] = previous._replace(number=number)
        elif not _is_stop_word(segment):
            item = _read_segment(segments, position, index)
            if "".join(before.terms) in _OR and (either := _read_either(previous, item)):
                read[-1] = either
            elif isinstance(item, Order) and (number := _read_number(before)):
                # Three latest is as good as latest three.
                if not _is_stop_word(before):
                    read.pop()
                read.append(item._replace(number=number))
            else:
                read.append(item)
    return read


def _read_either(one: Item | None, other: Item) -> Term | None:
    """Return one term for two names with `or` between them; None for anything else.

    Two dates need no such term: a milestone has only one date, and so either is meant.
    """
    if not (isinstance(one, Term) and isinstance(other, Term)):
        return None
    if not (one.is_required and other.is_required):
        return None
    return one._replace(
        text=f"{one.text} or {other.text}",
        own=one.own + other.own,
        others=one.others + other.others,
        full=one.full | other.full,
    )


def _read_number(segment: Segment) -> int | None:
    """Return the number in `last three` or 最近三個; None if the segment is none."""
    text = "".join(segment.terms)
    digits = text if text.isdecimal() else han_to_digits(text.rstrip(_HAN_MEASURE_WORDS))
    return int(digits) if digits and len(digits) < 4 else None


def _read_segment(segments: Sequence[Segment], position: int, index: Index) -> Item:
    segment = segments[position]
    kinds = segment.kinds
    if segment.date is not None:
        return _read_date(segment, segment.date, index)
    if kinds & _SYNONYMS and not _is_class_word(segment):
        return _read_synonyms(segment, index)
    if kinds & {"newest", "oldest"} and not _is_in_phrase(segments, position, index):
        return Order(is_newest="newest" in kinds)
    if "relative" in kinds:
        # What is last year depends on today, and so nothing matches it.
        return make_term(index, segment.text, ())._replace(is_required=True)
    if kinds - {"light"}:
        term = make_term(index, segment.text, [segment.terms])
        return term._replace(factor=NOTHING, is_asking="asking" in kinds)
    return _read_word(segment, index, is_first=position == 0)


def _is_in_phrase(segments: Sequence[Segment], position: int, index: Index) -> bool:
    """Return whether a text has a segment with the word after it, or the two before it."""
    before = tuple(term for segment in segments[:position] for term in segment.terms)[-2:]
    terms = segments[position].terms
    after = segments[position + 1].terms[:1] if position + 1 < len(segments) else ()
    is_begun = len(before) == 2 and index.has_phrase(before + terms)
    return is_begun or (after != () and index.has_phrase(terms[-1:] + after))


def _is_stop_word(segment: Segment) -> bool:
    return "stop" in segment.kinds and _is_class_word(segment)


def _is_class_word(segment: Segment) -> bool:
    """Return whether a segment is a word of a class, and no abbreviation that looks like one.

    MOST is the Ministry of Science and Technology only in capitals.
    """
    is_name = bool(segment.kinds & _SYNONYMS)
    is_in_class = bool(segment.kinds - _SYNONYMS - {"topic", "light"})
    return is_in_class and not (is_name and segment.text.isupper())


def _read_date(segment: Segment, date: DateMatch, index: Index) -> DateTerm:
    """Return the term for a date; as it was typed it may also be in a text, unless it is open."""
    phrases = [] if date.is_limit else [segment.terms]
    if phrases and date.period == Period.of_year(date.period.first.year):
        phrases.append((f"{date.period.first.year:04}",))
    milestones = enumerate(index.milestones)
    dated = {position for position, milestone in milestones if date.matches(milestone)}
    return DateTerm(segment.text, date, frozenset(dated).union(*map(index.postings, phrases)))


def _read_word(segment: Segment, index: Index, *, is_first: bool) -> Term:
    """Return the term for what the thesaurus has no other names for.

    A word with a capital that no text has is a name, unless it begins the query.
    """
    text = segment.text
    if segment.phrase:
        first, *rest = segment.phrase
        phrases = [segment.phrase, (*rest, first)] if first == "dollar" else [segment.phrase]
        is_number = any(term[0].isdecimal() for term in segment.phrase)
        return make_term(index, text, phrases)._replace(
            factor=NUMBER if is_number else ORDINARY, is_required=is_number
        )
    own = segment.terms
    if not index.has_terms(own):
        own = split_compound(segment.tokens[0], index) or own
    is_name = not segment.kinds and text[0].isupper() and (text.isupper() or not is_first)
    is_number = own[0][0].isdecimal()
    return make_term(index, text, [own])._replace(
        factor=LIGHT if segment.kinds else ORDINARY,
        is_required=is_number or (is_name and not index.has_terms(own)),
    )


def _read_synonyms(segment: Segment, index: Index) -> Term:
    """Return the term for a word or name that is also called otherwise."""
    names = get_meanings(segment.entries, "name")
    strong = get_meanings(segment.entries, "strong")
    weak = get_meanings(segment.entries, "weak")
    factor = LIGHT if "light" in segment.kinds else ORDINARY
    term = make_term(
        index,
        segment.text,
        own=[segment.terms],
        names=_analyze([*names, *all_names(strong)], index),
        weak=_analyze(all_names(weak), index),
    )
    return term._replace(
        factor=NOTHING if "topic" in segment.kinds else factor,
        is_required=bool(names) and names[0][0].isupper() and "topic" not in segment.kinds,
        meanings=() if names else tuple(dict.fromkeys([*strong, *weak])),
    )


def get_meanings(entries: Iterable[Entry], kind: str) -> list[str]:
    """Return what the entries of a kind stand for."""
    return [meaning for entry in entries if entry.kind == kind for meaning in entry.meanings]


def _analyze(names: Iterable[str], index: Index) -> list[Terms]:
    """Return the phrases of names, without Chinese ones where no text has Chinese."""
    readable = (name for name in names if name.isascii() or index.has_han)
    return list(dict.fromkeys(map(analyze, readable)))
