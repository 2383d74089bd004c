"""How often is the answer right? Mean F1 of loopline and of its neighbours, side by side.

Run it with the Python that has loopline: `.venv/bin/python benchmarks/search_quality.py`. The
queries are those of tests/search/cases.json, and all search the same texts.
"""

import re
import runpy
import sqlite3
from collections import Counter
from collections.abc import Callable
from math import log
from pathlib import Path

import snowballstemmer

import loopline
from loopline.search.thesaurus import stop_words

SCORING = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "search" / "scoring.py"))
RECORD = loopline.load()
TEXTS = {milestone.when: milestone.texts for milestone in RECORD}

# The usual parameters of BM25, and the share of the best score that the others have to reach.
K1, B, CUT_OFF = 1.2, 0.75, 0.7

Search = Callable[[str], list[str]]


def search_with_loopline(query: str) -> list[str]:
    """Return what `loopline search` finds."""
    try:
        return [milestone.when for milestone in RECORD.search(query)]
    except loopline.QueryError:
        return []


def search_with_grep(query: str) -> list[str]:
    """Return the milestones with the whole query in their title or a paragraph, in any case."""
    wanted = query.casefold()
    return [
        when for when, texts in TEXTS.items() if any(wanted in text.casefold() for text in texts)
    ]


def search_all_words(query: str) -> list[str]:
    """Return the milestones with each word of the query somewhere in them, in any case."""
    words = query.casefold().split()
    whole = {when: "\n".join(texts).casefold() for when, texts in TEXTS.items()}
    return [when for when, text in whole.items() if all(word in text for word in words)]


def make_fts5() -> Search:
    """Return a search with SQLite's FTS5 and its Porter stemmer, all of the words required."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(date UNINDEXED, text, tokenize=porter)")
    rows = [(when, "\n".join(texts)) for when, texts in TEXTS.items()]
    database.executemany("INSERT INTO texts VALUES (?, ?)", rows)

    def search(query: str) -> list[str]:
        words = re.sub('"', " ", query).split()
        wanted = " AND ".join(f'"{word}"' for word in words)
        return [when for (when,) in database.execute("SELECT date FROM texts(?)", (wanted,))]

    return search


def make_bm25() -> Search:
    """Return a ranking search: BM25 over Porter stems without stop words, cut off below the best.

    It is what one writes in an afternoon, and tells what the rest of loopline's search is worth.
    """
    stem = snowballstemmer.stemmer("porter").stemWord

    def analyze(text: str) -> list[str]:
        words = re.findall(r"\w+", text.casefold())
        return [stem(word) for word in words if word not in stop_words()]

    counts = {when: Counter(analyze(" ".join(texts))) for when, texts in TEXTS.items()}
    mean_length = sum(map(Counter.total, counts.values())) / len(counts)

    def weigh(term: str) -> float:
        having = sum(term in terms for terms in counts.values())
        return log(1 + (len(counts) - having + 0.5) / (having + 0.5))

    def score(terms: Counter[str], wanted: list[str]) -> float:
        norm = K1 * (1 - B + B * terms.total() / mean_length)
        return sum(weigh(t) * terms[t] * (K1 + 1) / (terms[t] + norm) for t in wanted if t in terms)

    def search(query: str) -> list[str]:
        wanted = analyze(query)
        scores = {when: score(terms, wanted) for when, terms in counts.items()}
        best = max(scores.values())
        return [when for when in scores if 0 < CUT_OFF * best <= scores[when]]

    return search


def main() -> None:
    """Print the mean F1 of each search, over each kind of queries and over all."""
    searches = {
        "loopline": search_with_loopline,
        "grep": search_with_grep,
        "all words": search_all_words,
        "FTS5": make_fts5(),
        "BM25": make_bm25(),
    }
    cases = SCORING["load_cases"]()
    by_kind = {kind: [case for case in cases if case["kind"] == kind] for kind in kinds(cases)}
    print(f"{'mean F1':12} {'queries':>7}", *(f"{name:>9}" for name in searches))
    for kind, some in [*by_kind.items(), ("all", cases)]:
        scores = (SCORING["mean_f1"](search, some) for search in searches.values())
        print(f"{kind:12} {len(some):7}", *(f"{score:9.2f}" for score in scores))


def kinds(cases: list[dict[str, str]]) -> list[str]:
    """Return the kinds of the cases, in the order in which they first occur."""
    return list(dict.fromkeys(case["kind"] for case in cases))


if __name__ == "__main__":
    main()
