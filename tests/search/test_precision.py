"""What is not in the record is not answered: the proof, word by word of a dictionary."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loopline import QueryError, Timeline

pytestmark = pytest.mark.usefixtures("uncovered")

FOLDER = Path(__file__).parent
TOOL = FOLDER.parents[1] / "tools" / "list_dictionary_answers.py"
LIST = FOLDER.joinpath("dictionary_answers.json").read_text(encoding="utf-8")
LISTED = json.loads(LIST)
DICTIONARY = FOLDER.joinpath("dictionary.txt").read_text(encoding="ascii").split()


def test_the_words_that_answer_are_those_that_were_read() -> None:
    """Every dictionary word that starts to answer shows in the list, with what it stands for.

    If the change is wanted, the tool writes the list anew.
    """
    assert subprocess.check_output([sys.executable, TOOL], encoding="utf-8") == LIST


def test_few_dictionary_words_answer() -> None:
    """At most four in a hundred words that the record does not have find anything."""
    assert len(LISTED) <= 0.04 * len(DICTIONARY)


def test_the_list_is_what_a_search_finds(record: Timeline) -> None:
    """A listed word finds something when it is typed, and another dictionary word does not."""
    for word in list(LISTED)[::5]:
        assert record.search(word), word
    for word in DICTIONARY[::200]:
        try:
            finds = bool(record.search(word)) and not record.search(word, exact=True)
        except QueryError:
            finds = False
        assert (word, finds) == (word, word in LISTED)
