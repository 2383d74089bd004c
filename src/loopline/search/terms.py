"""Terms: what the segments of a query ask for, and how much each of them counts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from loopline.date_finder import DateMatch
from loopline.models import Period
from loopline.search.analysis import Terms, analyze
from loopline.search.index import Index
from loopline.search.numerals import han_to_digits
from loopline.search.segmentation import Segment
from loopline.search.spelling import split_compound
from loopline.search.thesaurus import Entry, is_stop_word, other_names

# How much a term weighs, as a multiple of its rarity.
ORDINARY = 1.0
LIGHT = 0.1
NUMBER = 3.0
NOTHING = 0.0

_SYNONYMS = frozenset({"name", "strong", "weak"})
_HAN_MEASURE_WORDS = "个次项件份"


class Term(NamedTuple):
    """What a milestone may match: any of the phrases, all words apart, or the date.

    Attributes:
        text: What was typed.
        own: The phrases that are what was typed.
        names: The phrases that mean the same.
        weak: The phrases that mean something like it.
        apart: Words that are as good together as a phrase.
        date: The date that a milestone may have.
        factor: How much the term weighs for its rarity.
        is_required: Whether a milestone that does not match is no answer.
        is_asking: Whether it makes the query a question.
        meanings: The words of the record that an everyday word stands for.
    """

    text: str
    own: tuple[Terms, ...] = ()
    names: tuple[Terms, ...] = ()
    weak: tuple[Terms, ...] = ()
    apart: Terms = ()
    date: DateMatch | None = None
    factor: float = ORDINARY
    is_required: bool = False
    is_asking: bool = False
    meanings: tuple[str, ...] = ()


class Order(NamedTuple):
    """The newest or the oldest of what the rest of the query finds, and how many of them.

    Without a count it is one, with others of the same month.
    """

    is_newest: bool
    count: int | None = None


def read_terms(segments: Sequence[Segment], index: Index) -> list[Term | Order]:
    """Return what the segments ask for, from left to right, without the stop words."""
    read: list[Term | Order] = []
    for position, segment in enumerate(segments):
        previous = read[-1] if read else None
        if isinstance(previous, Order) and (count := _read_count(segment)):
            read[-1] = Order(previous.is_newest, count)
        elif not _is_stop(segment):
            read.append(_read_segment(segments, position, index))
    return read


def _is_stop(segment: Segment) -> bool:
    return {entry.kind for entry in segment.entries} == {"stop"}


def _read_count(segment: Segment) -> int | None:
    """Return the number in `last three` or 最近三個; None if the segment is none."""
    if len(segment.tokens) == 1 and segment.tokens[0].term.isdecimal():
        digits: str | None = segment.tokens[0].term
    else:
        text = "".join(token.folded for token in segment.tokens)
        digits = han_to_digits(text.rstrip(_HAN_MEASURE_WORDS))
    return int(digits) if digits and len(digits) < 3 else None


def _read_segment(segments: Sequence[Segment], position: int, index: Index) -> Term | Order:
    segment = segments[position]
    if segment.date is not None:
        return _read_date(segment, index)
    if segment.is_unknown:
        return Term(segment.text)
    if segment.phrase:
        is_number = any(term[0].isdecimal() for term in segment.phrase)
        factor = NUMBER if is_number else ORDINARY
        return Term(segment.text, (segment.phrase,), factor=factor, is_required=is_number)
    kinds = {entry.kind for entry in segment.entries}
    if kinds & _SYNONYMS and not _is_class_word(segment):
        return _read_synonyms(segment, index)
    if order := kinds & {"newest", "oldest"}:
        following = segments[position + 1 : position + 2]
        if not (following and index.has_phrase(_adjacent(segment, following[0]))):
            return Order("newest" in order)
    return _read_words(segment, kinds, index, is_first=position == 0)


def _adjacent(segment: Segment, following: Segment) -> Terms:
    return (segment.tokens[-1].term, following.tokens[0].term)


def _is_class_word(segment: Segment) -> bool:
    """Return whether an abbreviation that is also a common word is meant as the latter.

    MOST is the Ministry of Science and Technology only in capitals.
    """
    has_class = any(entry.kind not in _SYNONYMS | {"topic", "light"} for entry in segment.entries)
    return has_class and not segment.text.isupper()


def _read_date(segment: Segment, index: Index) -> Term:
    """Return the term for a date, which may also occur in a text as it was typed."""
    typed = tuple(token.term for token in segment.tokens)
    date = segment.date
    if date is None or date.is_limit:
        return Term(segment.text, date=date, is_required=True)
    year = str(date.period[0])[:4]
    is_year = date.period == Period.of_year(int(year))
    own = (typed, (year,)) if is_year else (typed,)
    return Term(segment.text, own, date=date, is_required=True)


def _read_words(segment: Segment, kinds: set[str], index: Index, *, is_first: bool) -> Term:
    """Return the term for words that have no other names."""
    text = segment.text
    own = tuple(token.term for token in segment.tokens)
    if kinds <= {"light"}:
        if not index.has_terms(own):
            own = split_compound(segment.tokens[0], index) or own
        is_name = not kinds and text[0].isupper() and (text.isupper() or not is_first)
        is_required = is_name and not index.has_terms(own)
        factor = LIGHT if kinds else NUMBER if segment.tokens[0].is_number else ORDINARY
        return Term(text, (own,), factor=factor, is_required=is_required)
    if "relative" in kinds:
        return Term(text, is_required=True)
    return Term(text, (own,), factor=NOTHING, is_asking="asking" in kinds)


def _read_synonyms(segment: Segment, index: Index) -> Term:
    """Return the term for a word or name that is also called otherwise."""
    names = _of_kind(segment.entries, "name")
    strong = _widen(_of_kind(segment.entries, "strong"))
    weak = _widen(_of_kind(segment.entries, "weak"))
    typed = tuple(token.term for token in segment.tokens)
    words = tuple(token.term for token in segment.tokens if not is_stop_word(token))
    is_numbered = any(token.is_number for token in segment.tokens)
    kinds = {entry.kind for entry in segment.entries}
    return Term(
        segment.text,
        (typed,),
        _analyze([*names, *strong], index),
        _analyze(weak, index),
        apart=() if is_numbered or len(words) < 2 else words,
        factor=NOTHING if "topic" in kinds else LIGHT if "light" in kinds else ORDINARY,
        is_required=bool(names) and names[0][0].isupper() and "topic" not in kinds,
        meanings=tuple(dict.fromkeys(m for e in segment.entries if e.kind != "name" for m in e.meanings)),
    )


def _of_kind(entries: Iterable[Entry], kind: str) -> list[str]:
    return [meaning for entry in entries if entry.kind == kind for meaning in entry.meanings]


def _widen(headwords: Iterable[str]) -> list[str]:
    """Return the words of the record, each with all names of the same thing."""
    return list(chain.from_iterable(map(other_names, headwords)))


def _analyze(names: Iterable[str], index: Index) -> tuple[Terms, ...]:
    """Return the phrases of names, without Chinese ones where no text has Chinese."""
    readable = (name for name in names if name.isascii() or index.has_han)
    return tuple(dict.fromkeys(map(analyze, readable)))
