"""List the dictionary words that find something although the record does not have them.

Run `python tools/list_dictionary_answers.py` after a change of the thesaurus or of the search. It
writes `tests/search/dictionary_answers.json`, one word a line with what it was taken for, so that
a diff shows which words start or cease to answer. `tests/search/test_precision.py` compares it.
"""

import json
import runpy
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"


def main() -> None:
    """Write the list for the frozen record of the tests."""
    runpy.run_path(str(TESTS / "frozen" / "sitecustomize.py"))
    list_answers = runpy.run_path(str(TESTS / "search" / "precision.py"))["list_answers"]
    lines = ",\n".join(
        f"  {json.dumps(word)}: {json.dumps(meanings)}" for word, meanings in list_answers().items()
    )
    path = TESTS / "search" / "dictionary_answers.json"
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
