"""Mending: words of a query that are in the record, but spelled otherwise by whoever typed them."""

from collections.abc import Sequence

from loopline.search.glossary import Glossary
from loopline.search.vocabulary import Vocabulary
from loopline.search.words import COMMON, Keys, Token, key_of


def mended(typed: Sequence[Token], vocabulary: Vocabulary, glossary: Glossary) -> tuple[Token, ...]:
    """The typed words, with the word that was meant in the place of each slip outside names."""
    keys = [token.key for token in typed]
    meant, place = list(typed), 0
    while place < len(typed):
        if named := glossary.longest_name(keys, place):
            place += named[0]
            continue
        if not run_together(place, typed, vocabulary):
            meant[place] = meant_by(typed[place], vocabulary) or typed[place]
        place += 1
    return tuple(meant)


def meant_by(token: Token, vocabulary: Vocabulary) -> Token | None:
    """The nearest word of the record for one that is not in it, if there is one."""
    if vocabulary.knows([token.key]) or token.folded.casefold() in COMMON:
        return None
    # Imported late, here and below: most queries have only words that are in the record.
    from loopline.search.slips import nearest

    if parted(token, vocabulary) or not (form := nearest(token.folded, vocabulary.forms)):
        return None
    return token._replace(key=key_of(form), folded=vocabulary.forms[form])


def run_together(place: int, tokens: Sequence[Token], vocabulary: Vocabulary) -> frozenset[Keys]:
    """The words of the record that the one at `place` makes with a neighbour, run together."""
    pairs = (tokens[start : start + 2] for start in (place - 1, place) if start >= 0)
    joined = (key_of("".join(word.folded for word in pair)) for pair in pairs if len(pair) == 2)
    return frozenset((key,) for key in joined if vocabulary.knows([key]))


def parted(token: Token, vocabulary: Vocabulary) -> Keys | None:
    """The keys of the words that the token consists of, if they stand together in the record."""
    from loopline.search.slips import split

    parts = split(token.folded, lambda part: vocabulary.knows([key_of(part)]))
    keys = tuple(map(key_of, parts)) if parts else ()
    return keys if keys and vocabulary.has_together(keys) else None
