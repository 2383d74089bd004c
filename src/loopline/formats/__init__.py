"""The six formats, one module each: milestones in, a string or a Rich renderable out.

A text format is a module named as the format is, with the three functions of TextFormat;
naming it in FormatName registers it. Only the terminal view (`table`) knows Rich.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Literal, Protocol, cast

from loopline.models import Milestone

FormatName = Literal["table", "plain", "json", "jsonl", "csv", "md"]


class TextFormat(Protocol):
    """What the module of a text format offers; every string ends with a line end or is empty."""

    def render_list(self, milestones: Sequence[Milestone]) -> str:
        """Dates and titles, or the whole record where the format always has the texts."""

    def render_full(self, milestones: Sequence[Milestone]) -> str:
        """Dates, titles and paragraphs."""

    def render_counts(self, counts: Mapping[int, int]) -> str:
        """How many milestones there are in each year."""


def load_format(name: FormatName) -> TextFormat:
    """The module of a text format, imported now so that nobody waits for the other four."""
    module = {"md": "markdown"}.get(name, name)
    return cast("TextFormat", import_module(f"loopline.formats.{module}"))
