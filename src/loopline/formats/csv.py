"""`csv`: for spreadsheets; a header, then one row for each milestone.

Values are written unchanged, also those that begin with `=`, `+`, `-` or `@`, which a
spreadsheet may take for a formula: whoever reads the file with a program needs the record's
own words.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone], *_: object) -> str:
    """Return the columns date, precision, title and text, paragraphs joined by a blank line."""
    rows = ((m.date, m.precision, m.title, "\n\n".join(m.paragraphs)) for m in milestones)
    return _write(("date", "precision", "title", "text"), rows)


render_full = render_list


def render_counts(counts: Mapping[int, int], _source: str) -> str:
    """Return the columns year and milestones."""
    return _write(("year", "milestones"), ((f"{year:04}", n) for year, n in counts.items()))


def _write(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    output = StringIO()
    csv.writer(output, lineterminator="\n").writerows([header, *rows])
    return output.getvalue()
