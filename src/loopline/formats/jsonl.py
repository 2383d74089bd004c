"""`jsonl`: one JSON object a line, for tools that read a stream."""

import json
from collections.abc import Mapping, Sequence

from loopline.formats.json import as_object
from loopline.models import Milestone


def render_list(milestones: Sequence[Milestone]) -> str:
    """One object a milestone, with the four fields of the record."""
    return "".join(_line(as_object(milestone)) for milestone in milestones)


render_full = render_list


def render_counts(counts: Mapping[int, int]) -> str:
    """One object a year, with the fields `year` and `milestones`."""
    return "".join(_line({"year": y, "milestones": count}) for y, count in counts.items())


def _line(item: dict[str, object]) -> str:
    return json.dumps(item, ensure_ascii=False) + "\n"
