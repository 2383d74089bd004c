"""Stemming: the one form under which all inflections and spellings of a word are compared."""

import sys
from functools import cache
from importlib.util import find_spec, module_from_spec

from loopline.resources import read_package_json

# British endings, each with the American one under which it is compared.
_AMERICAN_ENDINGS = {"tre": "ter", "tres": "ters", "tred": "tered", "bre": "ber", "bres": "bers"}
_AMERICAN_ENDINGS |= {"ogue": "og", "ogues": "ogs", "gramme": "gram", "grammes": "grams"}
_AMERICAN_ENDINGS |= {"ense": "ence", "enses": "ences", "our": "or", "ours": "ors"}
_AMERICAN_ENDINGS |= {
    british + ending: american + ending
    for british, american in (("is", "iz"), ("lys", "lyz"), ("our", "or"))
    for ending in ("e", "ed", "er", "ers", "es", "ing", "ation", "ations")
}
_BRITISH_ENDINGS = tuple(_AMERICAN_ENDINGS)
_MIN_OUR_LENGTH = 6


def stem(word: str) -> str:
    """Return the stem of a lower-case word, after its American spelling.

    `data/stems.json` has the words that Snowball gets wrong: parking is no Park, and a
    contractor signs contracts.
    """
    own = read_package_json("stems.json").get(word)
    return own or _snowball().stemWord(to_american(word))  # type: ignore[attr-defined, no-any-return]


def to_american(word: str) -> str:
    """Return a lower-case word in its American spelling: center, organize, labor."""
    if not word.endswith(_BRITISH_ENDINGS):
        return word
    ending = max((ending for ending in _BRITISH_ENDINGS if word.endswith(ending)), key=len)
    shortest = _MIN_OUR_LENGTH if ending.startswith("our") else len(ending) + 2
    if len(word) < shortest:
        return word
    return word.removesuffix(ending) + _AMERICAN_ENDINGS[ending]


@cache
def _snowball() -> object:
    """Return Snowball's English stemmer, without loading those of all other languages."""
    name = "snowballstemmer"
    spec = find_spec(name) if name not in sys.modules else None
    if spec is not None:
        # The package is entered without being executed: its __init__ imports every language.
        sys.modules[name] = module_from_spec(spec)
    from snowballstemmer.english_stemmer import EnglishStemmer

    if spec is not None:
        # Whoever imports the package itself afterwards gets it whole.
        del sys.modules[name]
    return EnglishStemmer()
