"""The six formats, one module each: milestones in, a string or a Rich renderable out.

A text format is a module of its name with the three functions of TextFormat. To add one, write the
module and name it in TextFormatName and below it. Only the terminal view (`table`) uses Rich.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

from loopline.models import Milestone

TextFormatName = Literal["plain", "json", "jsonl", "csv", "md"]
FormatName = Literal["table", TextFormatName]


class TextFormat(Protocol):
    """What the module of a text format offers.

    Every string ends with a line feed or is empty. `source` says where the milestones come
    from: a web address or the name of a file. Only `md` prints it, and the notes on dates.
    """

    def render_list(self, milestones: Sequence[Milestone], source: str, /) -> str:
        """Return dates and titles, or whole milestones if the format always has the texts."""

    def render_full(
        self, milestones: Sequence[Milestone], source: str, notes: "Mapping[Milestone, Note]", /
    ) -> str:
        """Return dates, titles and paragraphs."""

    def render_counts(self, counts: Mapping[int, int], source: str, /) -> str:
        """Return how many milestones there are in each year."""


if TYPE_CHECKING:
    from loopline.formats import csv, json, jsonl, md, plain
    from loopline.notes import Note

    # Here mypy compares each module with the protocol; at run time only one is imported.
    _TEXT_FORMATS: list[TextFormat] = [plain, json, jsonl, csv, md]


def load_format(name: TextFormatName) -> TextFormat:
    """Return the module of a text format, imported now, so that nobody waits for the others."""
    return cast("TextFormat", import_module(f"loopline.formats.{name}"))
