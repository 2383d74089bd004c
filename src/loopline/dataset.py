"""The data file: read, parsed and validated as a whole."""

import json
import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from os import PathLike, fsdecode
from pathlib import Path
from typing import Any

from loopline.errors import DataError
from loopline.models import Milestone
from loopline.resources import read_package_data
from loopline.text import escape, quote
from loopline.validation import ValidationError, describe_value, validate_item

# The page that the bundled milestones come from.
BUNDLED_SOURCE = "https://hsitp.org/en/milestones"
MAX_BYTES = 256 * 2**20

_STANDARD_INPUT = "standard input"


def load_bundled() -> tuple[Milestone, ...]:
    """Return the milestones that come with loopline."""
    return _validate(read_package_data("milestones.json"), "the bundled file")


def load_file(path: str | PathLike[str]) -> tuple[Milestone, ...]:
    """Return the milestones in a JSON file.

    Args:
        path: A file in UTF-8, or in UTF-16 with a byte-order mark; `-` is standard input.

    Raises:
        DataError: The file cannot be read or breaks a rule. The message is one line that names the
            file, the item (from 1) and the field.
    """
    name = fsdecode(path)
    if not name:
        raise DataError("The name of the data file is empty.")
    shown = _STANDARD_INPUT if name == "-" else quote(name, limit=200)
    try:
        content = _read(name)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataError(f"{shown} cannot be read: {reason}.") from None
    return _validate(content, shown)


def cite(path: str | PathLike[str]) -> str:
    """Return how to cite the file at `path`: by its name, without the folders that it is in."""
    name = fsdecode(path)
    return _STANDARD_INPUT if name == "-" else escape(Path(name).name)


def _read(name: str) -> bytes:
    """Return the content of a file; raise ValueError if it cannot be a data file."""
    # One byte more than is allowed, because a device or a pipe may never end.
    size = MAX_BYTES + 1
    if name != "-":
        with Path(name).open("rb") as file:
            content = file.read(size)
    elif sys.stdin is None:
        raise ValueError("it is closed")
    else:
        content = sys.stdin.buffer.read(size)
    if len(content) == size:
        raise ValueError(f"it is larger than {MAX_BYTES // 2**20} MiB")
    return content


def _validate(content: bytes, name: str) -> tuple[Milestone, ...]:
    """Return the milestones; raise DataError, with `name`, for a broken rule."""
    place, milestones = name, []
    try:
        for number, item in enumerate(_parse(content), start=1):
            place = f"{name}: item {number}:"
            milestones.append(validate_item(item))
    except ValidationError as error:
        raise DataError(f"{place} {error}.") from None
    return tuple(milestones)


def _parse(content: bytes) -> list[Any]:
    """Return the items of the JSON array, in which an object is a tuple of its pairs."""
    # Windows PowerShell 5.1 writes UTF-16 for `>`.
    encoding = "UTF-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "UTF-8"
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
        # No field holds a number, so one of any length may be read as a float until then. A
        # dictionary would drop a field that appears twice, and a control character is an item's
        # fault.
        items = json.loads(text, object_pairs_hook=tuple, parse_int=float, strict=False)
    except UnicodeDecodeError as error:
        raise ValidationError(f"is not valid {encoding} (at byte {error.start + 1})") from None
    except json.JSONDecodeError as error:
        raise ValidationError(_explain_syntax(error)) from None
    except RecursionError:
        raise ValidationError("is nested too deeply") from None
    if not isinstance(items, list):
        raise ValidationError(f"must be a JSON array of milestones, not {describe_value(items)}")
    return items


def _explain_syntax(error: json.JSONDecodeError) -> str:
    """Return why a text is not JSON."""
    text, reason = error.doc, error.msg
    if not text.strip():
        return "is empty"
    # Where Python sees the fault, at the comma or after it, depends on its version.
    comma = re.compile(r",\s*[\]}]").match(text, text.rfind(",", 0, error.pos + 1))
    if comma and error.pos < comma.end():
        reason = "there must be no comma before a closing bracket"
    elif reason == "Extra data":
        reason = "there must be one array, not one value after another as in JSON Lines"
    place = f"line {error.lineno}, column {error.colno}"
    return f"is not valid JSON ({place}): {reason.removesuffix(' starting at')}"
