"""The query parser: words, "quoted phrases", prefix*, OR, NOT, -word and brackets.

No query is a syntax error: an operator or a bracket without its partner is punctuation.
"""

import re
import unicodedata
from itertools import chain, groupby
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
    text = unicodedata.normalize("NFKC", query.translate(_STRAIGHT))
    lexemes = ["NOT" if match[1] else match[0] for match in _LEXEME.finditer(text)]
    runs = (
        [" ".join(run)] if is_plain else run
        for is_plain, run in groupby(_match_brackets(lexemes), _is_plain)
    )
    return _parse_or([*chain.from_iterable(runs)][::-1])


def _match_brackets(lexemes: list[str]) -> list[str]:
    """Return the lexemes without the brackets that change nothing.

    Those have no partner, are too deep, or have only plain words between them, as Zone (I&T).
    """
    opened: list[int] = []
    kept: set[int] = set()
    for position, lexeme in enumerate(lexemes):
        if lexeme == "(":
            opened.append(position)
        elif lexeme == ")" and opened:
            start = opened.pop()
            is_needed = "NOT" in lexemes[max(0, start - 1) : start] or not all(
                map(_is_plain, lexemes[start + 1 : position])
            )
            kept |= {start, position} if is_needed and len(opened) < _MAX_DEPTH else set()
    return [x for position, x in enumerate(lexemes) if x not in "()" or position in kept]


def _is_plain(lexeme: str) -> bool:
    """Return whether a lexeme is a word, and no operator, bracket, phrase or prefix."""
    return lexeme not in ("OR", "NOT", "(", ")") and _kind_of(lexeme) is Text


def _kind_of(lexeme: str) -> type[Text | Phrase | Prefix]:
    if "*" in lexeme and re.search(r"\w\*\W*$", lexeme):
        return Prefix
    return Phrase if lexeme.startswith('"') else Text


def _parse_or(lexemes: list[str]) -> Clause | None:
    """Return the clause up to a closing bracket; the lexemes, last one first, are used up."""
    clauses = [_parse_and(lexemes)]
    while lexemes and lexemes[-1] == "OR":
        lexemes.pop()
        clauses.append(_parse_and(lexemes))
    return _combine(Or, clauses)


def _parse_and(lexemes: list[str]) -> Clause | None:
    clauses = []
    while lexemes and lexemes[-1] not in ("OR", ")"):
        clauses.append(_parse_part(lexemes))
    return _combine(And, clauses)


def _combine(kind: type[And | Or], clauses: list[Clause | None]) -> Clause | None:
    found = tuple(clause for clause in clauses if clause is not None)
    return kind(found) if len(found) > 1 else next(iter(found), None)


def _parse_part(lexemes: list[str]) -> Clause | None:
    lexeme = lexemes.pop()
    if lexeme == "NOT":
        is_followed = lexemes and lexemes[-1] not in ("OR", ")")
        clause = _parse_part(lexemes) if is_followed else None
        if isinstance(clause, Not):
            return clause.clauses[0]  # type: ignore[no-any-return]
        return clause and Not((clause,))
    if lexeme == "(":
        clause = _parse_or(lexemes)
        lexemes.pop()
        # Plain words have brackets only after NOT, of which these make one clause.
        return And((clause,)) if isinstance(clause, Text) else clause
    return _make_clause(_kind_of(lexeme), lexeme.strip('"'))


def _make_clause(kind: type[Text | Phrase | Prefix], text: str) -> Clause | None:
    """Return the clause, or None for a text without a word in it."""
    text = re.sub(_INITIALS, r"\1&\2", text)
    tokens = tuple(tokenize(text))
    return kind(text, tokens) if tokens else None
