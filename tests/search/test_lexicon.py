"""What the words of a query may stand for, and when the data files about it are read."""

import subprocess
import sys

import pytest

from loopline import Timeline
from loopline.search.analysis import tokenize
from loopline.search.index import Index
from loopline.search.lexicon import Lexicon


@pytest.fixture
def words(record: Timeline) -> Lexicon:
    """The lexicon of the record."""
    return Lexicon(Index(record))


def test_words_are_widened_to_names(words: Lexicon) -> None:
    """What stands for a name stands for all names of the same thing; other words stay alone."""
    widened = words.widen(["funding", "LegCo", "the"])
    assert widened[:2] == ("funding", "LegCo")
    assert {"Legislative Council", "立法會"} <= set(widened)
    assert widened[-1] == "the"
    assert words.widen(["LegCo funding"]) == ("LegCo funding",)


def test_light_words_are_known_in_both_scripts(words: Lexicon) -> None:
    """An ordinary word may be left out in traditional and simplified characters."""
    assert all(map(words.is_light, ["finally", "进展"]))
    assert not any(map(words.is_light, ["funding", "拨款", ""]))


def test_an_index_has_words_or_not(words: Lexicon) -> None:
    """Stop words aside, all words of a query can be in the record, or some not."""
    assert words.has_all(tokenize("funding for the Loop of yours"))
    assert not words.has_all(tokenize("funding for zebras"))


def test_words_of_names_and_everyday_words_are_known(words: Lexicon) -> None:
    """A misspelt word may be one that is only in another name or an everyday word."""
    assert {"legislature", "roadmap"} <= words.names()


READ_FILES = """
import sys, loopline, loopline.resources

def read(name, read=loopline.resources.read_package_data):
    print(name.partition(".")[0])
    return read(name)

record = loopline.load()
loopline.resources.read_package_data = read
assert record.search(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("fire station", {"glossary"}),
        ("policy address 2022", {"glossary"}),
        ("roadmap", {"glossary", "synonyms", "asking_words", "light_words"}),
        ("is there a roadmap", {"glossary", "synonyms", "asking_words", "light_words"}),
    ],
)
def test_files_are_read_when_a_query_needs_them(query: str, files: set[str]) -> None:
    """Keywords of the record need the names alone; only other words need everyday words."""
    read = subprocess.check_output([sys.executable, "-c", READ_FILES, query], text=True).split()
    assert set(read) - {"stems"} == files
    assert len(read) == len(set(read))
