"""The query parser: words, "quoted phrases", prefix*, OR, NOT, -word and brackets.

No query is a syntax error: an operator or a bracket without its partner is punctuation.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from loopline.search.analysis import Token, tokenize

# Every kind of quotation mark is read as the straight one.
_STRAIGHT = str.maketrans("“”„‟″＂「」『』", '"' * 10)
_MINUS = "-−–—‐‑"
# A minus sign excludes the word that it is attached to, not the one that it is joined to.
_LEXEME = re.compile(
    rf"""(?<![^\s(])([{_MINUS}])(?=[\w"(]) | "[^"]*" | [()] | [^\s"()]+""", re.VERBOSE
)
# I & T and r and d are each one word.
_INITIALS = r"\b([A-Za-z]) (?:&|[Aa][Nn][Dd]) ([A-Za-z])\b"
# Deeper brackets are ignored, so that no query overflows the stack.
_MAX_DEPTH = 20


class Words(NamedTuple):
    """A part of a query, and its tokens."""

    text: str
    tokens: tuple[Token, ...]


class Text(Words):
    """Plain words."""


class Phrase(Words):
    """Quoted words, which must be adjacent, in this order."""


class Prefix(Words):
    """Adjacent words, of which the last is the beginning of one."""


class Clauses(NamedTuple):
    """Clauses that are parts of one."""

    clauses: tuple[Any, ...]


class And(Clauses):
    """Clauses that must all match."""


class Or(Clauses):
    """Clauses of which at least one must match."""


class Not(Clauses):
    """One clause that must not match; of plain words, only the first word or name."""


Clause = Text | Phrase | Prefix | Not | And | Or


def parse_query(query: str) -> Clause | None:
    """Return the syntax tree of a query; None if there is no word in it."""
    text = query.translate(_STRAIGHT)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if text.count('"') % 2:
        # The last quotation mark has no partner.
        text = " ".join(text.rsplit('"', 1))
    lexemes = ["NOT" if match[1] else match[0] for match in _LEXEME.finditer(text)]
    return _parse_or(_balance(lexemes)[::-1])


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
    return _combine(Or, [clause for clause in clauses if clause is not None])


def _parse_and(lexemes: list[str]) -> Clause | None:
    parts: list[str | Clause] = []
    while lexemes and lexemes[-1] not in ("OR", ")"):
        part = _parse_part(lexemes)
        parts += [] if part is None else [part]
    return _combine(And, list(_join_words(parts)))


def _combine(kind: type[And | Or], clauses: list[Clause]) -> Clause | None:
    if len(clauses) == 1:
        return clauses[0]
    return kind(tuple(clauses)) if clauses else None


def _parse_part(lexemes: list[str]) -> str | Clause | None:
    """Return the next word as it is, or the next clause of another kind."""
    lexeme = lexemes.pop()
    if lexeme == "NOT":
        is_followed = lexemes and lexemes[-1] not in ("OR", ")")
        return _negate(lexemes) if is_followed else None
    if lexeme == "(":
        clause = _parse_or(lexemes)
        lexemes.pop()
        # Plain words in brackets belong to a name as well as those outside: Zone (I&T).
        return clause.text if isinstance(clause, Text) else clause
    if lexeme.startswith('"'):
        text = lexeme.strip('"')
        return _make_clause(Prefix if _is_prefix(text) else Phrase, text)
    return _make_clause(Prefix, lexeme) if _is_prefix(lexeme) else lexeme


def _negate(lexemes: list[str]) -> Clause | None:
    """Return what comes next, negated, with the plain words that follow its first one."""
    part = _parse_part(lexemes)
    words = []
    if isinstance(part, str):
        words.append(part)
        while lexemes and _is_plain(lexemes[-1]):
            words.append(lexemes.pop())
    clause = _make_clause(Text, " ".join(words)) if words else part
    if isinstance(clause, Not):
        return clause.clauses[0]  # type: ignore[no-any-return]
    return None if clause is None or isinstance(clause, str) else Not((clause,))


def _is_plain(lexeme: str) -> bool:
    """Return whether a lexeme is a word, and no operator, bracket, phrase or prefix."""
    is_operator = lexeme in ("OR", "NOT", "(", ")")
    return not (is_operator or lexeme.startswith('"') or _is_prefix(lexeme))


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
    if "&" in text or "and" in text.lower():
        text = re.sub(_INITIALS, r"\1&\2", text)
    tokens = tuple(tokenize(text))
    return kind(text, tokens) if tokens else None


def get_tokens(clause: Clause) -> Iterator[Token]:
    """Yield the tokens of all parts of a query."""
    if isinstance(clause, Words):
        yield from clause.tokens
    else:
        for part in clause.clauses:
            yield from get_tokens(part)
