"""Query expansion: the terms that the words of a query stand for in one index."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from loopline.models import Period
from loopline.search.analysis import Terms, Token, analyze, normalize
from loopline.search.han import is_han
from loopline.search.lexicon import Lexicon
from loopline.search.partial_dates import PartialDate
from loopline.search.query_dates import DateMatch, Order, split_dates
from loopline.search.segmentation import Segment, Segmenter, is_numbered
from loopline.search.syntax import Phrase, Prefix, Text

# A longer name has been copied from somewhere, and its words apart are not asked for.
_MAX_WORDS_APART = 4


class QueryTerm(NamedTuple):
    """What must match: one of the phrases, all of the words, or the milestone's date.

    `names` are the synonyms that the phrases come from. A term that nothing in the index can
    match has neither phrases nor words nor a date; if it `is_light`, it may be left out. One that
    `is_exact`, a quoted phrase or a prefix, never is.
    """

    text: str
    phrases: frozenset[Terms] = frozenset()
    words: tuple["QueryTerm", ...] = ()
    date: PartialDate | Period | Order | None = None
    names: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    is_name: bool = False
    is_light: bool = False
    is_exact: bool = False

    @property
    def can_match(self) -> bool:
        """Whether there is anything in the index that the term could match."""
        return bool(self.phrases or self.words or self.date)


class Expander:
    """Turns the clauses of a query into terms."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._lexicon = lexicon
        self._index = lexicon.index
        self._segmenter = segmenter

    def expand_text(self, text: Text) -> list[QueryTerm]:
        """Return the terms of plain words, each of which must match."""
        dates, words = split_dates(text.tokens)
        terms = [self._date_term(text, match) for match in dates]
        terms += self._word_terms(text.text, self._segmenter.segment(words))
        return list(dict.fromkeys(terms))

    def expand_phrase(self, phrase: Phrase) -> list[QueryTerm]:
        """Return the term for adjacent words, any two of which may be written as one.

        A phrase that no text has is read as the name that it is, or, in Chinese, as its words.
        """
        tokens = phrase.tokens
        terms = tuple(token.term for token in tokens)
        phrases = {terms}
        for position in range(len(tokens) - 1):
            joined = tokens[position].folded + tokens[position + 1].folded
            if joined in self._index.words:
                phrases.add((*terms[:position], normalize(joined), *terms[position + 2 :]))
        found = [phrase for phrase in self._known(phrases) if self._index.has_phrase(phrase)]
        if not found:
            if names := self._lexicon.glossary.find_whole(tokens):
                words = tuple(token for token in tokens if not token.is_stop_word)
                return [self._synonym_term(phrase.text, Segment(words, names, is_name=True))]
            if any(is_han(token.folded) for token in tokens):
                return self.expand_text(Text(phrase.text, tokens))
        return [QueryTerm(phrase.text, frozenset(found), is_exact=True)]

    def expand_prefix(self, prefix: Prefix) -> QueryTerm:
        """Return the term for adjacent words, of which the last is the beginning of one."""
        *before, last = prefix.tokens
        head = tuple(token.term for token in before)
        ends = {normalize(word) for word in self._index.words if word.startswith(last.folded)}
        phrases = self._known((*head, end) for end in ends)
        return QueryTerm(prefix.text, phrases, is_exact=True)

    def _date_term(self, text: Text, match: DateMatch) -> QueryTerm:
        """Return the term for a date, which may also occur in a text as it was typed."""
        typed = text.tokens[match.start : match.end]
        phrases: frozenset[Terms] = frozenset()
        if isinstance(match.date, PartialDate):
            digits = [str(match.date.year)] if match.date.month is None else []
            phrases = self._known([tuple(token.term for token in typed), tuple(digits)])
        return QueryTerm(
            _text_of(text.text, typed),
            phrases,
            date=match.date,
            corrections=self._corrections(text.text, typed),
        )

    def _word_terms(self, text: str, segments: Iterable[Segment]) -> Iterator[QueryTerm]:
        unknown: list[Token] = []
        for segment in segments:
            first = segment.tokens[0]
            is_unknown = not segment.is_known and is_han(first.folded)
            if unknown and not (is_unknown and first.start == unknown[-1].end):
                yield self._unknown_term(text, unknown)
                unknown = []
            if is_unknown:
                # Chinese that nothing explains is one term as far as it is unbroken.
                unknown.append(first)
            elif not segment.is_asking:
                yield self._segment_term(text, segment)
        if unknown:
            yield self._unknown_term(text, unknown)

    def _unknown_term(self, text: str, tokens: Sequence[Token]) -> QueryTerm:
        word = "".join(token.folded for token in tokens)
        is_light = self._lexicon.is_light(word) or all(map(self._lexicon.is_light, word))
        return QueryTerm(_text_of(text, tokens), is_light=is_light)

    def _segment_term(self, text: str, segment: Segment) -> QueryTerm:
        if segment.synonyms:
            return self._synonym_term(text, segment)
        if len(segment.tokens) > 1:
            return self._compound_term(text, segment.tokens)
        return self._word_term(text, segment.tokens[0])

    def _synonym_term(self, text: str, segment: Segment) -> QueryTerm:
        """Return the term for a word or name with synonyms: any of them, or all of its words."""
        tokens = segment.tokens
        # Chinese names are most of them, and are not even analyzed where no text has Chinese.
        names = [name for name in segment.synonyms if name.isascii() or self._index.has_han]
        phrases = self._known(map(analyze, names))
        words: tuple[QueryTerm, ...] = ()
        if len(tokens) == 1:
            phrases |= self._word_term(text, tokens[0]).phrases
        elif any(starmap(is_numbered, pairwise(tokens))):
            # Building 1 is not any building, and not any 1.
            pass
        elif segment.is_name:
            words = self._apart(text, tokens)
        else:
            parts = self._segmenter.segment(tokens, max_length=len(tokens) - 1)
            words = _all_or_none(self._word_terms(text, parts))
        return QueryTerm(
            _text_of(text, tokens),
            phrases,
            words,
            names=tuple(names),
            corrections=self._corrections(text, tokens),
            is_name=segment.is_name,
        )

    def _apart(self, text: str, tokens: Sequence[Token]) -> tuple[QueryTerm, ...]:
        return _all_or_none(self._word_term(text, token) for token in tokens)

    def _compound_term(self, text: str, tokens: Sequence[Token]) -> QueryTerm:
        """Return the term for a word of several tokens, which may be written as one."""
        joined = "".join(token.folded for token in tokens)
        phrases = self._known([tuple(t.term for t in tokens), (normalize(joined),)])
        words: tuple[QueryTerm, ...] = ()
        if joined in self._index.words and not tokens[1].after_hyphen:
            words = self._apart(text, tokens)
        corrections = self._corrections(text, tokens)
        return QueryTerm(_text_of(text, tokens), phrases, words, corrections=corrections)

    def _word_term(self, text: str, token: Token) -> QueryTerm:
        phrases = self._known([(token.term,)])
        if not phrases:
            # Imported late, as in search: most queries have only words that are in the index.
            from loopline.search.spelling import break_word

            parts = break_word(token, self._index)
            phrases = frozenset([parts] if parts else [])
        is_light = not phrases and self._lexicon.is_light(token.folded)
        return QueryTerm(
            _text_of(text, [token]),
            phrases,
            corrections=self._corrections(text, [token]),
            is_light=is_light,
        )

    def _corrections(self, text: str, tokens: Iterable[Token]) -> tuple[tuple[str, str], ...]:
        """Return the misspelt tokens as they were typed, each with its correction."""
        return tuple((text[t.start : t.end], self._spell(t)) for t in tokens if t.typed)

    def _spell(self, token: Token) -> str:
        """Return a token as the texts spell it, in lower case if they do so anywhere."""
        spellings = self._index.spellings(token.term)
        return max((w for w in spellings if w.lower() == token.folded), default=token.folded)

    def _known(self, phrases: Iterable[Terms]) -> frozenset[Terms]:
        return frozenset(phrase for phrase in phrases if phrase and self._index.has_terms(phrase))


def _all_or_none(terms: Iterable[QueryTerm]) -> tuple[QueryTerm, ...]:
    """Return the terms of a short name's words; none if one of them matches nothing."""
    found = tuple(terms)
    is_short = len(found) <= _MAX_WORDS_APART
    return found if is_short and all(term.can_match for term in found) else ()


def _text_of(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end]
