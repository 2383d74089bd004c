"""Terms: what the segments of a query ask for, and how much each of them counts."""

from collections.abc import Iterable, Sequence
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
_OR = ("or", "或", "或者", "还是")


class Term(NamedTuple):
    """What a milestone may match: any of the phrases, or all of the words apart.

    Attributes:
        text: What was typed.
        own: The phrases that are what was typed.
        names: The phrases that mean the same.
        weak: The phrases that mean something like it.
        apart: The words that are as good together as a phrase.
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
    factor: float = ORDINARY
    is_required: bool = False
    is_asking: bool = False
    meanings: tuple[str, ...] = ()


class DateTerm(NamedTuple):
    """A date that a milestone must have, or that its text must have as it was typed."""

    text: str
    date: DateMatch
    own: tuple[Terms, ...] = ()


class Order(NamedTuple):
    """The newest or the oldest of what the rest of the query finds, and how many of them.

    Without a number it is one, with others of the same month.
    """

    is_newest: bool
    number: int | None = None


def read_terms(segments: Sequence[Segment], index: Index) -> list[Term | DateTerm | Order]:
    """Return what the segments ask for, from left to right, without the stop words."""
    read: list[Term | DateTerm | Order] = []
    for position, segment in enumerate(segments):
        previous = read[-1] if read else None
        if isinstance(previous, Order) and (number := _read_number(segment)):
            read[-1] = previous._replace(number=number)
        elif segment.kinds != {"stop"}:
            item = _read_segment(segments, position, index)
            is_after_or = position > 0 and segments[position - 1].text.lower() in _OR
            if is_after_or and (either := _read_either(previous, item)):
                read[-1] = either
            elif (
                isinstance(item, Order)
                and isinstance(previous, Term)
                and (number := _read_number(segments[position - 1]))
            ):
                # Three latest is as good as latest three.
                read[-1] = item._replace(number=number)
            else:
                read.append(item)
    return read


def _read_either(
    one: Term | DateTerm | Order | None, other: Term | DateTerm | Order
) -> Term | None:
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
        names=one.names + other.names,
        apart=(),
    )


def _read_number(segment: Segment) -> int | None:
    """Return the number in `last three` or 最近三個; None if the segment is none."""
    text = "".join(token.term for token in segment.tokens)
    digits = text if text.isdecimal() else han_to_digits(text.rstrip(_HAN_MEASURE_WORDS))
    return int(digits) if digits and len(digits) < 3 else None


def _read_segment(
    segments: Sequence[Segment], position: int, index: Index
) -> Term | DateTerm | Order:
    segment = segments[position]
    kinds = segment.kinds
    if segment.date is not None:
        return _read_date(segment, segment.date)
    if kinds & _SYNONYMS and not _is_class_word(segment):
        return _read_synonyms(segment, index)
    if kinds & {"newest", "oldest"} and not _is_in_phrase(segments, position, index):
        return Order(is_newest="newest" in kinds)
    if "relative" in kinds:
        # What is last year depends on today, and so nothing matches it.
        return Term(segment.text, is_required=True)
    if kinds - {"light"}:
        own = tuple(token.term for token in segment.tokens)
        return Term(segment.text, (own,), factor=NOTHING, is_asking="asking" in kinds)
    return _read_word(segment, index, is_first=position == 0)


def _is_in_phrase(segments: Sequence[Segment], position: int, index: Index) -> bool:
    """Return whether the index has a segment beside its neighbours, as in `first batch`.

    That is, with the word after it or with the two before it.
    """
    tokens = [token for segment in segments for token in segment.tokens]
    start = sum(len(segment.tokens) for segment in segments[:position])
    end = start + len(segments[position].tokens)
    contexts = (tokens[end - 1 : end + 1], tokens[max(0, start - 2) : end])
    return any(
        len(context) == size and index.has_phrase(tuple(token.term for token in context))
        for size, context in zip((2, end - start + 2), contexts, strict=True)
    )


def _is_class_word(segment: Segment) -> bool:
    """Return whether an abbreviation that is also a common word is meant as the latter.

    MOST is the Ministry of Science and Technology only in capitals.
    """
    return bool(segment.kinds - _SYNONYMS - {"topic", "light"}) and not segment.text.isupper()


def _read_date(segment: Segment, date: DateMatch) -> DateTerm:
    """Return the term for a date; as it was typed it may also be in a text, unless it is open."""
    if date.is_limit:
        return DateTerm(segment.text, date)
    typed = tuple(token.term for token in segment.tokens)
    period = date.period
    if isinstance(period, Period) and period == Period.of_year(period.first.year):
        return DateTerm(segment.text, date, (typed, (str(period.first)[:4],)))
    return DateTerm(segment.text, date, (typed,))


def _read_word(segment: Segment, index: Index, *, is_first: bool) -> Term:
    """Return the term for what the thesaurus has no other names for.

    A word with a capital that no text has is a name, unless it begins the query.
    """
    text = segment.text
    if segment.phrase:
        first, *rest = segment.phrase
        phrases = [segment.phrase, (*rest, first)] if first == "dollar" else [segment.phrase]
        is_number = any(term[0].isdecimal() for term in segment.phrase)
        factor = NUMBER if is_number else ORDINARY
        return Term(text, tuple(phrases), factor=factor, is_required=is_number)
    own = tuple(token.term for token in segment.tokens)
    if not index.has_terms(own):
        own = split_compound(segment.tokens[0], index) or own
    is_name = not segment.kinds and text[0].isupper() and (text.isupper() or not is_first)
    factor = NUMBER if own[0][0].isdecimal() else ORDINARY
    return Term(
        text,
        (own,),
        factor=LIGHT if segment.kinds else factor,
        is_required=is_name and not index.has_terms(own),
    )


def _read_synonyms(segment: Segment, index: Index) -> Term:
    """Return the term for a word or name that is also called otherwise."""
    names = _meanings(segment.entries, "name")
    strong, weak = (_meanings(segment.entries, kind) for kind in ("strong", "weak"))
    words = tuple(token.term for token in segment.tokens if not is_stop_word(token))
    is_numbered = any(token.is_number for token in segment.tokens)
    factor = LIGHT if "light" in segment.kinds else ORDINARY
    return Term(
        segment.text,
        (tuple(token.term for token in segment.tokens),),
        _analyze([*names, *_widen(strong)], index),
        _analyze(_widen(weak), index),
        apart=() if is_numbered or len(words) < 2 else words,
        factor=NOTHING if "topic" in segment.kinds else factor,
        is_required=bool(names) and names[0][0].isupper() and "topic" not in segment.kinds,
        meanings=() if names else tuple(dict.fromkeys([*strong, *weak])),
    )


def _meanings(entries: Iterable[Entry], kind: str) -> list[str]:
    return [meaning for entry in entries if entry.kind == kind for meaning in entry.meanings]


def _widen(headwords: Iterable[str]) -> list[str]:
    """Return the words of the record, each with all names of the same thing."""
    return list(chain.from_iterable(map(other_names, headwords)))


def _analyze(names: Iterable[str], index: Index) -> tuple[Terms, ...]:
    """Return the phrases of names, without Chinese ones where no text has Chinese."""
    readable = (name for name in names if name.isascii() or index.has_han)
    return tuple(dict.fromkeys(map(analyze, readable)))
