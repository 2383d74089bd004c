"""`jsonl`: one JSON object a line, for tools that read a stream."""

import json
from collections.abc import Mapping, Sequence

from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone], *_: object) -> str:
    """Return one object for each milestone, with its four fields."""
    return "".join(_dump(milestone.as_dict()) for milestone in milestones)


render_full = render_list


def render_counts(counts: Mapping[int, int], _source: str) -> str:
    """Return one object for each year, with the fields `year` and `milestones`."""
    return "".join(_dump({"year": year, "milestones": n}) for year, n in counts.items())


def _dump(item: Mapping[str, object]) -> str:
    return json.dumps(item, ensure_ascii=False) + "\n"
