"""The record that a command line asks for: --data, LOOPLINE_DATA, or the bundled one."""

import os

from loopline.errors import DataError
from loopline.timeline import Timeline, load

VARIABLE = "LOOPLINE_DATA"


def chosen_record(data: str | None) -> Timeline:
    """The record in the file `data`, or in the one that the environment names.

    Raises DataError if the file is unusable, with a note if the environment named it.
    """
    # Not through Typer, whose version 0.26.0 loses the value.
    if data is not None or not (named := os.environ.get(VARIABLE)):
        return load(data)
    try:
        return load(named)
    except DataError as error:
        error.add_note(f"{VARIABLE} names this file")
        raise
