"""Does the cost of a search grow no faster than the record?

Run it with the Python that has loopline: `.venv/bin/python benchmarks/search_scaling.py`. Every
figure is a ratio of processor times, so it hardly depends on the machine.
"""

import gc
import json
import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import loopline

SIZES = (1_000, 10_000, 100_000)
QUERIES = (
    "legco funding",
    "GBA",
    "the loop",
    '"development plan"',
    "innov*",
    "fundng",
    "airport",
    "who approved the money?",
    "立法會",
)
# As many words as the record has in a milestone.
TEXT_LENGTH = 60
START = date(1900, 1, 1)


def draw_items(size: int) -> list[dict[str, object]]:
    """Return so many milestones, a day apart, of words drawn at random from the record's own.

    No two texts are alike, as they are in a real record, and the words are as frequent as there.
    """
    draw = random.Random(1)  # noqa: S311 - it is to be the same in every run
    words = [word for milestone in loopline.load() for t in milestone.texts for word in t.split()]
    return [
        {
            "date": str(START + timedelta(days=number)),
            "precision": "day",
            "title": " ".join(draw.choices(words, k=8)),
            "paragraphs": [" ".join(draw.choices(words, k=TEXT_LENGTH))],
        }
        for number in range(size)
    ]


def measure(work: Callable[[], object]) -> float:
    """Return the processor time of the quickest of three runs."""
    times = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def measure_queries(path: Path) -> dict[str, float]:
    """Return what `json.load` of the file costs, and loading and searching it for each query."""

    def measure_query(query: str) -> float:
        return measure(lambda: loopline.load(path).search(query))

    costs = {"json.load": measure(lambda: json.loads(path.read_bytes()))}
    return costs | {query: measure_query(query) for query in QUERIES}


def main() -> None:
    """Print the ratios: a row for each query, a column for each size."""
    gc.disable()  # As the command line does.
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.json"
            path.write_text(json.dumps(draw_items(size), ensure_ascii=False), encoding="utf-8")
            columns.append(measure_queries(path))
    print(f"{'times json.load':24}", *(f"{size:>8,}" for size in SIZES), "  growth from 10,000")
    for query in QUERIES:
        ratios = (costs[query] / costs["json.load"] for costs in columns)
        growth = columns[-1][query] / columns[-2][query]
        print(f"{query:24}", *(f"{ratio:8.1f}" for ratio in ratios), f"{growth:10.1f}")


if __name__ == "__main__":
    main()
