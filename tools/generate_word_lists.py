"""Generate the two word lists of the search that come from others.

Run it when these change, on a system with Debian's packages `scowl` and `opencc`:
`python tools/generate_word_lists.py`. It writes `english_words.txt` and `han_variants.json` into
`src/loopline/data/`; their licences are in `licenses/` beside this folder.
"""

import json
import subprocess
from itertools import product
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "loopline" / "data"
SCOWL = Path("/usr/share/dict/scowl")
SIZES = (10, 20, 35)
# The unified ideographs of the Basic Multilingual Plane.
HAN = [chr(code) for code in range(0x4E00, 0xA000)]


def english_words() -> str:
    """Return the commoner English words of SCOWL, one a line, between line feeds."""
    names = product(("english", "british", "american"), SIZES)
    lists = (SCOWL / f"{name}-words.{size}" for name, size in names)
    words = {word for path in lists for word in path.read_text("iso-8859-1").split()}
    chosen = sorted(w for w in words if w.isascii() and w.isalpha() and w.islower() and len(w) > 2)
    return "".join(f"{word}\n" for word in ["", *chosen])


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
    """Write both files."""
    (DATA / "english_words.txt").write_text(english_words(), encoding="ascii")
    table = json.dumps(han_variants(), ensure_ascii=False, indent=2)
    (DATA / "han_variants.json").write_text(f"{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
