"""List the dictionary words that find something although the record does not have them.

After a change of the thesaurus or of the search, run

    python tools/list_dictionary_answers.py > tests/search/dictionary_answers.json

The list has one word a line, with what it was taken for, so that a diff shows which words start
or cease to answer. `tests/search/test_precision.py` compares it with what the search does.
"""

import json
import runpy
from pathlib import Path

import loopline
from loopline.search.analysis import analyze
from loopline.search.answers import explain
from loopline.search.coverage import find_best
from loopline.search.index import Index
from loopline.search.queries import Conjunction, QueryBuilder
from loopline.search.spelling import correct
from loopline.search.syntax import parse_query
from loopline.search.thesaurus import Thesaurus

TESTS = Path(__file__).parents[1] / "tests"
DICTIONARY = TESTS / "search" / "dictionary.txt"


def list_answers() -> dict[str, list[str]]:
    """Return the words that find something and are not in the record, with what they stand for.

    This is what `Timeline.search` does for each word, but with one index and one thesaurus.
    """
    record = loopline.load()
    index = Index(record)
    clauses = {
        word: clause
        for word in DICTIONARY.read_text(encoding="ascii").split()
        if (clause := parse_query(word))
    }
    builder = QueryBuilder(index, Thesaurus(has_han=False))
    answers = {}
    for word, clause in clauses.items():
        corrected, corrections = correct(clause, index)
        query = builder.build(corrected)
        found = query and find_best(query, record, frozenset(range(len(record))))
        if isinstance(query, Conjunction) and query.order:
            continue  # It asks for the newest or the oldest of all.
        if query and found and not index.has_terms(analyze(word)):
            answer = explain(query, found, index, corrections)
            means = [meaning for meanings in answer.synonyms.values() for meaning in meanings]
            answers[word] = [*corrections.values(), *means] or answer_dates(record, found)
    return answers


def answer_dates(record: loopline.Timeline, found: frozenset[int]) -> list[str]:
    """Return the dates of what was found, for a word that is another name of something."""
    return [record[position].when for position in sorted(found)]


def main() -> None:
    """Print the list for the frozen record of the tests."""
    runpy.run_path(str(TESTS / "frozen" / "sitecustomize.py"))
    lines = (f"  {json.dumps(word)}: {json.dumps(means)}" for word, means in list_answers().items())
    print("{\n" + ",\n".join(lines) + "\n}")


if __name__ == "__main__":
    main()
