"""What other sources say about the dates of the bundled milestones."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from loopline.models import Milestone
from loopline.resources import read_package_json


class Note(NamedTuple):
    """What other sources say about the date of a milestone, which itself stays as it is.

    Attributes:
        day (datetime.date): The day that they give.
        text (str): What happened on it, such as `Briefed on 30 June 2022`.
        sources (tuple[str, ...]): Who says so.
    """

    day: date
    text: str
    sources: tuple[str, ...]

    def describe(self) -> str:
        """Return the note as a sentence."""
        return f"{self.text}, according to {' and '.join(self.sources)}."


def read_notes(milestones: Iterable[Milestone]) -> dict[Milestone, Note]:
    """Return the notes that come with loopline on those of the milestones that have one."""
    notes = {
        item["milestone"]: Note(
            date.fromisoformat(item["day"]), item["text"], tuple(item["sources"])
        )
        for item in read_package_json("notes.json")
    }
    return {milestone: notes[milestone.when] for milestone in milestones if milestone.when in notes}
