"""`json`: one array in the shape of the record's own file, so that loopline can read it back."""

import json
from collections.abc import Mapping, Sequence

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone], *_: object) -> str:
    """Return an array of objects with the four fields of a milestone."""
    return _dump([milestone.as_dict() for milestone in milestones])


render_full = render_list


def render_counts(counts: Mapping[int, int], _source: str) -> str:
    """Return an array of objects with the fields `year` and `milestones`."""
    return _dump([{"year": year, "milestones": count} for year, count in counts.items()])


def _dump(items: Sequence[Mapping[str, object]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
