"""Generate the two word lists of the search that come from others.

Run it when these change, on a system with Debian's packages `scowl` and `opencc`:
`python tools/generate_word_lists.py`. It writes `english_words.json` and `han_variants.json` into
`src/loopline/data/`, and `tests/search/dictionary.txt`; the licences are in `licenses/`.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from textwrap import fill
from unittest.mock import patch

import loopline
from loopline.search.index import Index
from loopline.search.spelling import correct
from loopline.search.syntax import parse_query

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "loopline" / "data"
SCOWL = Path("/usr/share/dict/scowl")
VARIETIES = ("english", "british", "american")
# The unified ideographs of the Basic Multilingual Plane.
HAN = [chr(code) for code in range(0x4E00, 0xA000)]


def scowl_words(*lists: tuple[str, int]) -> set[str]:
    """Return the words of SCOWL's lists of a kind and up to a size, in lower case."""
    words: set[str] = set()
    for variety, (kind, largest) in product(VARIETIES, lists):
        for path in SCOWL.glob(f"{variety}-{kind}.*"):
            if int(path.suffix[1:]) <= largest:
                words.update(path.read_text("iso-8859-1").lower().split())
    return {word for word in words if word.isascii() and word.isalpha() and len(word) > 2}


def corrected_words(words: Iterable[str]) -> Iterator[str]:
    """Yield the words that a search would correct if it did not know that they are words."""
    index = Index(loopline.load())
    with patch("loopline.search.spelling._dictionary", return_value=frozenset()):
        for word in words:
            clause = parse_query(word)
            if clause is not None and correct(clause, index)[1]:
                yield word


def han_variants() -> dict[str, str]:
    """Return the characters that OpenCC simplifies, and what each becomes."""
    simplified: dict[str, str] = {}
    # From Hong Kong's and Taiwan's standards, then from OpenCC's own; the first that changes it.
    for config in ("hk2s", "tw2s", "t2s"):
        converted = subprocess.run(
            ["opencc", "-c", config],
            input="\n".join(HAN),
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout.split("\n")
        for character, target in zip(HAN, converted, strict=True):
            if target != character and len(target) == 1 and target < "\U00010000":
                simplified.setdefault(character, target)
    # What one character becomes may itself be simplified further.
    final = {character: simplified.get(target, target) for character, target in simplified.items()}
    return {"traditional": "".join(final), "simplified": "".join(final.values())}


def main() -> None:
    """Write the three files."""
    dictionary = sorted(scowl_words(("words", 35)))
    lines = "".join(f"{word}\n" for word in dictionary)
    (ROOT / "tests" / "search" / "dictionary.txt").write_text(lines, encoding="ascii")
    names = scowl_words(("words", 50), ("upper", 50), ("proper-names", 50))
    quoted = fill(", ".join(f'"{word}"' for word in sorted(corrected_words(names))), 100)
    (DATA / "english_words.json").write_text(f"[\n{quoted}\n]\n", encoding="ascii")
    table = json.dumps(han_variants(), ensure_ascii=False, indent=2)
    (DATA / "han_variants.json").write_text(f"{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
