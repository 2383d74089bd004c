"""The words of a dictionary that the search answers: what the test and the tool share."""

from itertools import chain
from pathlib import Path

import loopline
from loopline.search.answers import explain
from loopline.search.coverage import find_best
from loopline.search.index import Index
from loopline.search.spelling import correct
from loopline.search.syntax import get_tokens, parse_query
from loopline.search.thesaurus import Thesaurus
from loopline.search.weighting import Weigher

DICTIONARY = Path(__file__).with_name("dictionary.txt").read_text(encoding="ascii").split()


def list_answers() -> dict[str, list[str]]:
    """Return the words that find something and are not in the record, with what they stand for.

    This is what `Timeline.search` does for each word, but with one index and one thesaurus.
    """
    record = loopline.load()
    index = Index(record)
    clauses = {word: clause for word in DICTIONARY if (clause := parse_query(word))}
    tokens = {word: tuple(get_tokens(clause)) for word, clause in clauses.items()}
    weigher = Weigher(index, Thesaurus(chain.from_iterable(tokens.values())))
    answers = {}
    for word, clause in clauses.items():
        corrected, corrections = correct(clause, index)
        query = weigher.weigh(corrected)
        found = query and find_best(query, record, frozenset(range(len(record))))
        if query and found and not index.has_terms(token.term for token in tokens[word]):
            answer = explain(query, found, index, corrections)
            means = [meaning for meanings in answer.synonyms.values() for meaning in meanings]
            answers[word] = [*corrections.values(), *means] or answer_dates(record, found)
    return answers


def answer_dates(record: loopline.Timeline, found: frozenset[int]) -> list[str]:
    """Return the dates of what was found, for a word that is another name of something."""
    return [record[position].when for position in sorted(found)]
