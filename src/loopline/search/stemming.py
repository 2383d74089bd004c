"""Stemming: the one form under which all inflections and spellings of a word are compared."""

from functools import cache

from loopline.resources import read_package_json

try:
    from Stemmer import Stemmer
except ImportError:
    # The same algorithm in Python. It takes a third of what Typer takes to load, PyStemmer a 200th.
    from snowballstemmer import stemmer as Stemmer  # noqa: N812

# British endings, each with the American one under which it is compared.
_AMERICAN_ENDINGS = {"tre": "ter", "tres": "ters", "tred": "tered", "bre": "ber", "bres": "bers"}
_AMERICAN_ENDINGS |= {"ogue": "og", "ogues": "ogs", "gramme": "gram", "grammes": "grams"}
_AMERICAN_ENDINGS |= {"ense": "ence", "enses": "ences"}
_AMERICAN_ENDINGS |= {
    british + ending: american + ending
    for british, american in (("is", "iz"), ("lys", "lyz"), ("our", "or"))
    for ending in ("e", "ed", "er", "ers", "es", "ing", "ation", "ations", "", "s")
    if british == "our" or ending not in ("", "s")
}
_BRITISH_ENDINGS = tuple(_AMERICAN_ENDINGS)
_MIN_OUR_LENGTH = 6

_snowball = Stemmer("english")


def stem(word: str) -> str:
    """Return the stem of a lower-case word, after its American spelling.

    `data/stems.json` has the words that Snowball gets wrong: parking is no Park, and a
    contractor signs contracts.
    """
    if own := _exceptions().get(word):
        return own
    return _snowball.stemWord(_to_american(word))  # type: ignore[no-any-return]


def _to_american(word: str) -> str:
    if not word.endswith(_BRITISH_ENDINGS):
        return word
    ending = max((ending for ending in _BRITISH_ENDINGS if word.endswith(ending)), key=len)
    shortest = _MIN_OUR_LENGTH if ending.startswith("our") else len(ending) + 2
    if len(word) < shortest:
        return word
    return word.removesuffix(ending) + _AMERICAN_ENDINGS[ending]


@cache
def _exceptions() -> dict[str, str]:
    return read_package_json("stems.json")  # type: ignore[no-any-return]
