"""Chinese characters: which they are, and one form for traditional, simplified and variant ones.

The table `data/han_variants.json` is generated from OpenCC's; most searches never load it.
"""

from functools import cache

from loopline.resources import read_package_json


def is_han(character: str) -> bool:
    """Return whether a character is a Chinese one, which is a word or a part of one."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def fold_variants(text: str) -> str:
    """Return the text with each Chinese character in its simplified form."""
    return text.translate(_variants())


@cache
def _variants() -> dict[int, str]:
    table = read_package_json("han_variants.json")
    return dict(zip(map(ord, table["traditional"]), table["simplified"], strict=True))
