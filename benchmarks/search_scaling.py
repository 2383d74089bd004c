"""Does the cost of a search grow no faster than the record? Ratios to `json.load`.

Run it with the Python that has loopline: `.venv/bin/python benchmarks/search_scaling.py`.
Each figure is the processor time of `loopline.load(path).search(query)` divided by that of
`json.load` of the same file, so it hardly depends on the machine.
"""

import gc
import json
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import loopline

SIZES = (1_000, 10_000, 100_000)
QUERIES = ("legco funding", "GBA", "the loop", '"development plan"', "innov*", "fundng", "airport")
START = date(1900, 1, 1)


def items(size: int) -> list[dict[str, object]]:
    """So many milestones, a day apart, with the texts of the bundled record in turn."""
    record = loopline.load()
    return [
        {
            "date": str(START + timedelta(days=number)),
            "precision": "day",
            "title": record[number % len(record)].title,
            "paragraphs": record[number % len(record)].paragraphs,
        }
        for number in range(size)
    ]


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the quickest of three runs."""
    times = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def ratios(path: Path) -> list[float]:
    """For each query, what loading and searching the file costs in terms of `json.load`."""
    yardstick = seconds(lambda: json.loads(path.read_bytes()))

    def cost(query: str) -> float:
        return seconds(lambda: loopline.load(path).search(query))

    return [cost(query) / yardstick for query in QUERIES]


def main() -> None:
    """Print the ratios: a row for each query, a column for each size."""
    gc.disable()  # As the command line does.
    with tempfile.TemporaryDirectory() as folder:
        columns = []
        for size in SIZES:
            path = Path(folder) / f"{size}.json"
            path.write_text(json.dumps(items(size), ensure_ascii=False), encoding="utf-8")
            columns.append(ratios(path))
    print(f"{'times json.load':20}", *(f"{size:>8,}" for size in SIZES))
    for query, row in zip(QUERIES, zip(*columns, strict=True), strict=True):
        print(f"{query:20}", *(f"{ratio:8.1f}" for ratio in row))


if __name__ == "__main__":
    main()
