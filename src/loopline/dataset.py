"""The record on disk: read, checked whole at the door, and sorted by date.

What passes the door needs no further check: every date exists, no text is blank, and no
character in it can steer a terminal.
"""

import json
import re
import sys
from datetime import date
from operator import attrgetter
from os import PathLike, fsdecode
from pathlib import Path
from typing import Any, get_args

from loopline.errors import DataError
from loopline.models import Milestone, Precision
from loopline.resources import read_package_data
from loopline.text import escape, quote

_FIELDS = set(Milestone.__slots__)
_PRECISIONS = get_args(Precision)
# Controls, the direction overrides and isolates of Unicode, and lone surrogates.
_UNSAFE = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


class _BrokenRuleError(Exception):
    """A broken rule, told without the name of the file and the number of the item."""


# The page that the bundled milestones come from.
BUNDLED_SOURCE = "https://hsitp.org/en/milestones"


def load_bundled() -> tuple[Milestone, ...]:
    """The record that comes with loopline, in date order."""
    return _checked(read_package_data("milestones.json"), "the bundled record")


def load_file(path: str | PathLike[str]) -> tuple[Milestone, ...]:
    """The record in the UTF-8 JSON file at `path`, in date order.

    Raises DataError, with one line that names the file, the item (from 1) and the field, if
    the file cannot be read or breaks a rule of the record; nothing is dropped in silence.
    """
    name = quote(fsdecode(path), limit=200)
    try:
        content = sys.stdin.buffer.read() if fsdecode(path) == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataError(f"{name}: cannot be read: {reason}") from None
    return _checked(content, name)


def name_source(path: str | PathLike[str]) -> str:
    """Return how to cite the file at `path`: by its name, or as standard input for `-`."""
    name = fsdecode(path)
    return "standard input" if name == "-" else escape(Path(name).name)


def _checked(content: bytes, name: str) -> tuple[Milestone, ...]:
    """The milestones in `content`; raises DataError, with `name` in it, for a broken rule."""
    place = name
    try:
        milestones = []
        for number, item in enumerate(_parsed(content), start=1):
            place = f"{name}: item {number}"
            milestones.append(_milestone(item))
    except _BrokenRuleError as broken:
        raise DataError(f"{place}: {broken}") from None
    return tuple(sorted(milestones, key=attrgetter("date")))


def _parsed(content: bytes) -> list[Any]:
    """The items of the JSON array in `content`, which may begin with a byte-order mark."""
    try:
        # No field holds a number, so a number of any length may pass as a float until then.
        items = json.loads(
            content.decode().removeprefix("\ufeff"), object_pairs_hook=_fields, parse_int=float
        )
    except UnicodeDecodeError as error:
        raise _BrokenRuleError(f"is not UTF-8: byte {error.start + 1} does not fit") from None
    except RecursionError:
        raise _BrokenRuleError("is nested too deeply to be a record") from None
    except ValueError as error:
        reason = error if content.strip() else "it is empty"
        raise _BrokenRuleError(f"is not JSON: {reason}") from None
    if not isinstance(items, list):
        raise _BrokenRuleError(f"is not a JSON array but {_kind(items)}")
    return items


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any] | tuple[tuple[str, Any], ...]:
    """The fields as a dictionary, or all pairs as they stand if a field stands twice."""
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else tuple(pairs)


def _milestone(item: object) -> Milestone:
    """The milestone that a JSON item describes; raises _BrokenRuleError."""
    if not isinstance(item, dict) or item.keys() != _FIELDS:
        raise _BrokenRuleError(_misfit(item))
    day, precision, title, paragraphs = (item[field] for field in Milestone.__slots__)
    _check_text("title", title)
    if not isinstance(paragraphs, list) or not paragraphs:
        raise _BrokenRuleError("paragraphs: must be an array of at least one text")
    for paragraph in paragraphs:
        _check_text("paragraphs", paragraph)
    if precision not in _PRECISIONS:
        raise _BrokenRuleError("precision: must be “day” or “month”")
    return Milestone(_date(day, precision), precision, title, tuple(paragraphs))


def _misfit(item: object) -> str:
    """Why an item is no object with exactly the fields of a milestone."""
    if isinstance(item, tuple):
        names = [name for name, _ in item]
        return f"{quote(max(names, key=names.count))}: stands twice"
    if not isinstance(item, dict):
        return f"is not an object but {_kind(item)}"
    if missing := [field for field in Milestone.__slots__ if field not in item]:
        return f"{missing[0]}: is missing"
    return f"{quote(next(name for name in item if name not in _FIELDS))}: is not a known field"


def _date(text: object, precision: Precision) -> date:
    """The date of a milestone of this precision; raises _BrokenRuleError."""
    if not isinstance(text, str):
        raise _BrokenRuleError(f"date: must be a text such as “2021-09-06”, not {_kind(text)}")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        reason = f"{quote(text)} is not a date YYYY-MM-DD that exists"
        raise _BrokenRuleError(f"date: {reason}") from None
    if str(day) != text:
        raise _BrokenRuleError(f"date: {quote(text)} is not written YYYY-MM-DD")
    if precision == "month" and day.day != 1:
        raise _BrokenRuleError(f"date: a month is dated to its 01, not as {quote(text)}")
    return day


def _check_text(field: str, text: object) -> None:
    """Raise _BrokenRuleError if `text` is not a text that is fit to be shown."""
    if not isinstance(text, str):
        raise _BrokenRuleError(f"{field}: must be text, not {_kind(text)}")
    if not text.isprintable() and (unsafe := re.search(_UNSAFE, text)):
        raise _BrokenRuleError(f"{field}: the character U+{ord(unsafe[0]):04X} is not allowed")
    if not text.strip():
        raise _BrokenRuleError(f"{field}: is blank")


def _kind(value: object) -> str:
    """What JSON calls a value of this type, with its article."""
    kinds = {"dict": "an object", "tuple": "an object", "list": "an array", "str": "a text"}
    kinds |= {"bool": "a truth value", "float": "a number", "NoneType": "null"}
    return kinds[type(value).__name__]
