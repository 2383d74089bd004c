"""`json`: one array, shaped as the record's own file, so that what loopline prints it reads."""

import json
from collections.abc import Mapping, Sequence

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone]) -> str:
    """The milestones as an array of objects with the four fields of the record."""
    return _array([as_object(milestone) for milestone in milestones])


render_full = render_list


def render_counts(counts: Mapping[int, int]) -> str:
    """The years as an array of objects with the fields `year` and `milestones`."""
    return _array([{"year": year, "milestones": count} for year, count in counts.items()])


def as_object(milestone: Milestone) -> dict[str, object]:
    """The milestone as the record's file writes it: four fields, in this order."""
    return {
        "date": str(milestone.date),
        "precision": milestone.precision,
        "title": milestone.title,
        "paragraphs": milestone.paragraphs,
    }


def _array(items: list[dict[str, object]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
