"""The query parser: words, "quoted phrases", prefix*, OR, NOT, -word and brackets.

No query is a syntax error: an operator or a bracket without its partner is punctuation.
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice, takewhile
from typing import Any, NamedTuple

from loopline.errors import QueryError
from loopline.search.analysis import STOP_WORDS, Token, tokenize
from loopline.search.query_dates import match_date_expression
from loopline.text import quote

# Every kind of quotation mark is read as the straight one, and full-width signs as the others.
_STRAIGHT = str.maketrans("“”„‟″＂「」『』《》〈〉＊（）", '"' * 14 + "*()")
_LEXEME = re.compile(r"""(?<![^\s(])-(?=[\w"(]) | "[^"]*" | [()] | [^\s"()]+""", re.VERBOSE)
_OPERATORS = ("NOT", "-")
# Between the start of 6 September 2021 and the end of 20 December 2021.
_MAX_DATE_WORDS = 15
# I & T and r and d are each one word.
_INITIALS = r"\b([A-Za-z]) (?:&|[Aa][Nn][Dd]) ([A-Za-z])\b"
# Deeper brackets are ignored, so that no query overflows the stack.
_MAX_DEPTH = 20


class Words(NamedTuple):
    """A part of a query, and its tokens."""

    # The clauses share two named tuples: creating six costs a search a hundredth of its start.

    text: str
    tokens: tuple[Token, ...]


class Text(Words):
    """Plain words, each of which must match."""


class Phrase(Words):
    """Words that must be adjacent, in this order."""


class Prefix(Words):
    """Adjacent words, of which the last is the beginning of one."""


class Clauses(NamedTuple):
    """Clauses, or what they have been expanded to."""

    clauses: tuple[Any, ...]


class And(Clauses):
    """Clauses that must all match."""


class Or(Clauses):
    """Clauses of which at least one must match."""


class Not(Clauses):
    """A clause that must not match."""


Clause = Text | Phrase | Prefix | Not | And | Or


def parse_query(query: str) -> Clause:
    """Return the syntax tree of a query; raise QueryError if it has nothing to look for."""
    text = query.translate(_STRAIGHT)
    if text.count('"') % 2:
        # The last quotation mark has no partner.
        text = " ".join(text.rsplit('"', 1))
    clause = _parse_or(_balance(_LEXEME.findall(text))[::-1])
    if clause is None:
        raise QueryError(f"There is no word in {quote(query)} to search for.")
    return clause


def get_tokens(clause: Clause) -> Iterator[Token]:
    """Yield the tokens of the plain words."""
    match clause:
        case Text():
            yield from clause.tokens
        case And() | Or() | Not():
            for part in clause.clauses:
                yield from get_tokens(part)
        case _:
            return


def _balance(lexemes: list[str]) -> list[str]:
    """Return the lexemes without brackets that have no partner or are too deep."""
    opened: list[int] = []
    partners: set[int] = set()
    for position, lexeme in enumerate(lexemes):
        if lexeme == "(":
            opened.append(position)
        elif lexeme == ")" and opened:
            start = opened.pop()
            partners |= {start, position} if len(opened) < _MAX_DEPTH else set()
    return [x for position, x in enumerate(lexemes) if x not in "()" or position in partners]


def _parse_or(lexemes: list[str]) -> Clause | None:
    """Return the clause up to a closing bracket; the lexemes, last one first, are used up."""
    clauses = [_parse_and(lexemes)]
    while lexemes and lexemes[-1] == "OR":
        lexemes.pop()
        clauses.append(_parse_and(lexemes))
    found = tuple(clause for clause in clauses if clause is not None)
    return (found[0] if len(found) == 1 else Or(found)) if found else None


def _parse_and(lexemes: list[str]) -> Clause | None:
    parts: list[str | Clause] = []
    while lexemes and lexemes[-1] not in ("OR", ")"):
        part = _parse_part(lexemes)
        parts += [] if part is None else [part]
    clauses = tuple(_join_words(parts))
    return (clauses[0] if len(clauses) == 1 else And(clauses)) if clauses else None


def _parse_part(lexemes: list[str]) -> str | Clause | None:
    """Return the next word as it is, or the next clause of another kind."""
    negations = 0
    while lexemes and lexemes[-1] in _OPERATORS:
        lexemes.pop()
        negations += 1
    while negations and lexemes and lexemes[-1] != "OR" and lexemes[-1].casefold() in STOP_WORDS:
        # NOT the funding excludes the funding.
        lexemes.pop()
    if not lexemes or lexemes[-1] in ("OR", ")"):
        return None
    part = (_take_date(lexemes) if negations else None) or _parse_operand(lexemes)
    if negations % 2 == 0:
        return part
    clause = _make_clause(Text, part) if isinstance(part, str) else part
    return Not((clause,)) if clause is not None else None


def _take_date(lexemes: list[str]) -> str | None:
    """Return the date that comes next, if it is of several words, and use these up."""
    words = list(takewhile(_is_plain, islice(reversed(lexemes), _MAX_DATE_WORDS)))
    match = match_date_expression(tuple(tokenize(" ".join(words))))
    for length in range(2, len(words) + 1):
        text = " ".join(words[:length])
        if match is not None and len(tuple(tokenize(text))) == match.end:
            del lexemes[-length:]
            return text
    return None


def _is_plain(lexeme: str) -> bool:
    """Return whether a lexeme is a word, and no operator, bracket, phrase or prefix."""
    is_operator = lexeme in _OPERATORS or lexeme in ("OR", "(", ")")
    return not (is_operator or lexeme.startswith('"') or _is_prefix(lexeme))


def _parse_operand(lexemes: list[str]) -> str | Clause | None:
    lexeme = lexemes.pop()
    if lexeme == "(":
        clause = _parse_or(lexemes)
        lexemes.pop()
        # Plain words in brackets belong to a name as well as those outside: Zone (I&T).
        return clause.text if isinstance(clause, Text) else clause
    if lexeme.startswith('"'):
        text = lexeme.strip('"')
        return _make_clause(Prefix if _is_prefix(text) else Phrase, text)
    return _make_clause(Prefix, lexeme) if _is_prefix(lexeme) else lexeme


def _is_prefix(text: str) -> bool:
    """Return whether a text ends in a word with an asterisk, and punctuation at most."""
    return "*" in text and re.search(r"\w\*\W*$", text) is not None


def _join_words(parts: list[str | Clause]) -> Iterator[Clause]:
    """Yield the clauses, each run of plain words as one."""
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, str)):
        if is_text:
            clause = _make_clause(Text, " ".join(map(str, run)))
            yield from () if clause is None else (clause,)
        else:
            yield from (part for part in run if not isinstance(part, str))


def _make_clause(kind: type[Text | Phrase | Prefix], text: str) -> Clause | None:
    """Return the clause, or None for a text without a word in it."""
    if "&" in text or "and" in text.casefold():
        text = re.sub(_INITIALS, r"\1&\2", text)
    tokens = tuple(tokenize(text))
    return kind(text, tokens) if tokens else None
