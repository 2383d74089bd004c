"""The data file: read, parsed and validated as a whole."""

import json
import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import AbstractContextManager, nullcontext
from os import PathLike, fsdecode
from pathlib import Path
from typing import Any, BinaryIO

from loopline.errors import DataError
from loopline.models import Milestone
from loopline.resources import read_package_data
from loopline.text import escape, quote
from loopline.validation import ValidationError, json_type, validate_item

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
            file, the item (from 1), its line and the field.
    """
    name = fsdecode(path)
    if not name:
        raise DataError("The name of the data file is empty.")
    shown = _STANDARD_INPUT if name == "-" else quote(name, limit=200)
    try:
        with _open(name) as file:
            content = _read(file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataError(f"{shown} cannot be read: {reason}.") from None
    return _validate(content, shown)


def cite(path: str | PathLike[str]) -> str:
    """Return how to cite the file at `path`: by its name, without the folders that it is in."""
    name = fsdecode(path)
    return _STANDARD_INPUT if name == "-" else escape(Path(name).name)


def _open(name: str) -> AbstractContextManager[BinaryIO]:
    """Return the file of that name, or standard input for `-`, to be read as bytes."""
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise ValueError("it is closed")
    return nullcontext(sys.stdin.buffer)


def _read(file: BinaryIO) -> bytearray:
    """Return the content of a file; raise ValueError if it is larger than MAX_BYTES."""
    content = bytearray()
    # In pieces, because a device or a pipe may never end.
    while piece := file.read(2**20):
        content += piece
        if len(content) > MAX_BYTES:
            raise ValueError(f"it is larger than {MAX_BYTES // 2**20} MiB")
    return content


def _validate(content: bytes | bytearray, name: str) -> tuple[Milestone, ...]:
    """Return the milestones; raise DataError, with `name`, for a broken rule."""
    text, number, milestones = "", 0, []
    try:
        text = _decode(content)
        for number, item in enumerate(_parse(text), start=1):  # noqa: B007 - the error names it
            milestones.append(validate_item(item))
    except ValidationError as error:
        place = f"{name}: item {number} (line {_find_line(text, number)}):" if number else name
        raise DataError(f"{place} {error}.") from None
    return tuple(milestones)


def _decode(content: bytes | bytearray) -> str:
    """Return the text of a file that is in UTF-8, or in UTF-16 with a byte-order mark."""
    # Windows PowerShell 5.1 writes UTF-16 for `>`.
    encoding = "UTF-16" if content[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "UTF-8"
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ValidationError(f"is not valid {encoding} (at byte {error.start + 1})") from None


def _parse(text: str) -> list[Any]:
    """Return the items of the JSON array."""
    try:
        # No field holds a number, so one of any length may be read as a float until then.
        items = json.loads(text, object_pairs_hook=_to_object, parse_int=float)
    except RecursionError:
        raise ValidationError("is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise ValidationError(_explain_syntax(text, error)) from None
    if not isinstance(items, list):
        raise ValidationError(f"must be a JSON array of milestones, not {json_type(items)}")
    return items


def _explain_syntax(text: str, error: json.JSONDecodeError) -> str:
    """Return why a text is not JSON."""
    if not text.strip():
        return "is empty"
    if error.msg == "Extra data" and text[error.pos] == "{":
        return (
            "is JSON Lines, one object after the other; make it one JSON array, "
            "with [ and ] around the objects and commas between them"
        )
    # Where Python sees the fault, after the comma or at it, depends on its version.
    comma = text.rfind(",", 0, error.pos + 1)
    bracket = re.compile(r",\s*([\]}])").match(text, max(comma, 0))
    if bracket and not text[comma + 1 : error.pos].strip():
        line, column = text.count("\n", 0, comma) + 1, comma - text.rfind("\n", 0, comma)
        place = f"line {line}, column {column}"
        return (
            f"is not valid JSON ({place}): there must be no comma before the closing {bracket[1]}"
        )
    return f"is not valid JSON (line {error.lineno}, column {error.colno}): {error.msg}"


def _to_object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | tuple[tuple[str, Any], ...]:
    """Return a JSON object as a dictionary, or as its pairs if a field appears twice."""
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else tuple(pairs)


def _find_line(text: str, number: int) -> int:
    """Return on which line, from 1, the item of this number of a JSON array begins."""
    # JSON's parser keeps no positions, so the items are parsed again, one by one.
    decoder = json.JSONDecoder(parse_int=float)
    start, end = 0, text.index("[") + 1
    for _ in range(number):
        start = re.compile(r"[\s,]*").match(text, end).end()  # type: ignore[union-attr]
        _, end = decoder.raw_decode(text, start)
    return text.count("\n", 0, start) + 1
