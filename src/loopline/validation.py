"""The rules that an item of the data file must follow to be a milestone.

What follows them needs no further check: the date exists, no text is blank, and no character in it
can steer a terminal, break a line or hide text.
"""

import re
from datetime import date
from typing import Any

from loopline.models import Milestone, Precision
from loopline.text import quote

_FIELDS = Milestone.__slots__
# Controls, separators of lines and paragraphs, direction overrides and isolates, lone surrogates,
# tags, and what is invisible and no script needs. The zero-width joiner and non-joiner and the
# marks of direction are allowed: Persian, Hindi, Hebrew and emoji need them.
_FORBIDDEN = (
    "[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# Letters and symbols that show nothing: fillers, vowels of Hangul that wait for a consonant, and
# blanks of Braille, musical notation and hieroglyphs.
_INVISIBLE = "[\u115f-\u11ff\u2800\u3164\ud7b0-\ud7ff\uffa0\U0001d159\U00013441\U00013442]"


class ValidationError(Exception):
    """A broken rule, without the name of the file and the number of the item."""


def validate_item(item: Any) -> Milestone:  # noqa: ANN401 - a JSON file may hold any value
    """Return the milestone that a JSON item describes, which is the pairs of an object.

    Raises:
        ValidationError: The item breaks a rule.
    """
    day, precision, title, paragraphs = _get_values(item)
    if precision not in ("day", "month"):
        raise ValidationError(
            f"“precision” must be “day” or “month”, not {describe_value(precision)}"
        )
    if not isinstance(paragraphs, list) or not paragraphs:
        raise ValidationError("“paragraphs” must be a list of one or more strings")
    return Milestone(
        _to_date(day, precision),
        precision,
        _to_text(title, "“title”"),
        tuple(
            _to_text(paragraph, f"“paragraphs”: paragraph {number}")
            for number, paragraph in enumerate(paragraphs, start=1)
        ),
    )


def describe_value(value: object) -> str:
    """Return a text in quotation marks, and another JSON value as what JSON calls its type."""
    if isinstance(value, str):
        return quote(value)
    names = {tuple: "an object", list: "an array", float: "a number", bool: "true or false"}
    return names.get(type(value), "null")


def _get_values(item: Any) -> list[Any]:  # noqa: ANN401
    """Return the values of an object that has exactly the fields of a milestone, in their order."""
    if not isinstance(item, tuple):
        raise ValidationError(f"must be an object, not {describe_value(item)}")
    names = [name for name, _ in item]
    for name in names:
        if name not in _FIELDS:
            fields = ", ".join(_FIELDS)
            raise ValidationError(f"{quote(name)} is not a field of a milestone ({fields})")
    for field in _FIELDS:
        if names.count(field) != 1:
            fault = "appears twice" if field in names else "is missing"
            raise ValidationError(f"“{field}” {fault}")
    return [dict(item)[field] for field in _FIELDS]


def _to_date(value: Any, precision: Precision) -> date:  # noqa: ANN401
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    # fromisoformat also reads 20210906 and 2021-W36-1, and in PyPy digits of any script.
    if day is None or str(day) != value:
        rule = "“date” must be a date that exists, as YYYY-MM-DD"
        raise ValidationError(f"{rule}, not {describe_value(value)}")
    if precision == "month" and day.day != 1:
        raise ValidationError(f"“date” must have the day 01 for a month, not {quote(value)}")
    return day


def _to_text(value: object, name: str) -> str:
    """Return a title or a paragraph that is fit to be shown; the name says which it is."""
    if not isinstance(value, str):
        raise ValidationError(f"{name} must be a string, not {describe_value(value)}")
    if not value.isprintable() and (forbidden := re.search(_FORBIDDEN, value)):
        raise ValidationError(f"{name} must not contain {quote(forbidden[0])}")
    if not any(map(_is_visible, value)):
        raise ValidationError(f"{name} is blank")
    return value


def _is_visible(char: str) -> bool:
    """Return whether a character shows something by itself."""
    if "!" <= char <= "~":
        return True
    from unicodedata import category

    return category(char)[0] in "LNPS" and not re.match(_INVISIBLE, char)
