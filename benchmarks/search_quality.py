"""How often is the answer right? Mean F1 of loopline and of its neighbours, side by side.

Run it with the Python that has loopline: `.venv/bin/python benchmarks/search_quality.py`.
The queries are those of tests/search/cases.json, and the same texts are searched by all.
"""

import re
import runpy
import sqlite3
from collections.abc import Callable
from pathlib import Path

import loopline

SCORING = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "search" / "scoring.py"))
RECORD = loopline.load()
TEXTS = {milestone.when: [milestone.title, *milestone.paragraphs] for milestone in RECORD}


def by_loopline(query: str) -> list[str]:
    """What `loopline search` finds."""
    try:
        return [milestone.when for milestone in RECORD.search(query)]
    except loopline.QueryError:
        return []


def by_grep(query: str) -> list[str]:
    """Milestones with the whole query in their title or a paragraph, case aside."""
    wanted = query.casefold()
    return [
        when for when, texts in TEXTS.items() if any(wanted in text.casefold() for text in texts)
    ]


def by_all_words(query: str) -> list[str]:
    """Milestones with each word of the query somewhere in them, case aside."""
    words = query.casefold().split()
    found = []
    for when, texts in TEXTS.items():
        whole = "\n".join(texts).casefold()
        if all(word in whole for word in words):
            found.append(when)
    return found


def fts5() -> Callable[[str], list[str]]:
    """A search with SQLite's FTS5 and its Porter stemmer, the words quoted and all required."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(date UNINDEXED, text, tokenize=porter)")
    rows = [(when, "\n".join(texts)) for when, texts in TEXTS.items()]
    database.executemany("INSERT INTO texts VALUES (?, ?)", rows)

    def by_fts5(query: str) -> list[str]:
        words = re.sub('"', " ", query).split()
        wanted = " AND ".join(f'"{word}"' for word in words)
        return [when for (when,) in database.execute("SELECT date FROM texts(?)", (wanted,))]

    return by_fts5


def main() -> None:
    """Print the mean F1 of each search, over all cases and over each kind."""
    searches = {"loopline": by_loopline, "grep": by_grep, "all words": by_all_words, "FTS5": fts5()}
    cases = SCORING["labelled_cases"]()
    by_kind = {kind: [case for case in cases if case["kind"] == kind] for kind in kinds(cases)}
    print(f"{'mean F1':12} {'queries':>7}", *(f"{name:>9}" for name in searches))
    for kind, some in [*by_kind.items(), ("all", cases)]:
        scores = (SCORING["mean_f1"](search, some) for search in searches.values())
        print(f"{kind:12} {len(some):7}", *(f"{score:9.2f}" for score in scores))


def kinds(cases: list[dict[str, str]]) -> list[str]:
    """The kinds of the cases, in the order in which they first occur."""
    return list(dict.fromkeys(case["kind"] for case in cases))


if __name__ == "__main__":
    main()
