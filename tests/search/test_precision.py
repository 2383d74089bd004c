"""What is not in the record is not answered: the proof, word by word of a dictionary."""

import json
import runpy
from pathlib import Path

import pytest

from loopline import QueryError, Timeline

PRECISION = runpy.run_path(str(Path(__file__).with_name("precision.py")))
LISTED = json.loads(Path(__file__).with_name("dictionary_answers.json").read_bytes())


def test_the_words_that_answer_are_those_that_were_read() -> None:
    """Every dictionary word that starts to answer shows in the list, with what it stands for.

    If the change is wanted, `python tools/list_dictionary_answers.py` writes the list anew.
    """
    assert PRECISION["list_answers"]() == LISTED


def test_few_dictionary_words_answer() -> None:
    """At most four in a hundred words that the record does not have find anything."""
    assert len(LISTED) <= 0.04 * len(PRECISION["DICTIONARY"])


@pytest.mark.parametrize("start", range(4))
def test_the_list_is_what_a_search_finds(start: int, record: Timeline) -> None:
    """A listed word finds something when it is typed, and another dictionary word does not."""
    dictionary = PRECISION["DICTIONARY"]
    for word in [*list(LISTED)[start::8], *dictionary[start::400]]:
        try:
            finds = bool(record.search(word)) and not record.search(word, exact=True)
        except QueryError:
            finds = False
        assert (word, finds) == (word, word in LISTED)
