"""`csv`: for spreadsheets; a header line, then one row a milestone."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone]) -> str:
    """The columns date, precision, title and text, the paragraphs joined by a blank line."""
    rows = ((m.date, m.precision, m.title, "\n\n".join(m.paragraphs)) for m in milestones)
    return _table(("date", "precision", "title", "text"), rows)


render_full = render_list


def render_counts(counts: Mapping[int, int]) -> str:
    """The columns year and milestones."""
    return _table(("year", "milestones"), ((f"{year:04}", n) for year, n in counts.items()))


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return table.getvalue()
