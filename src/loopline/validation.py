"""The rules that an item of the data file must follow to be a milestone.

What follows them needs no further check: the date exists, no text is blank, and no character in it
can steer a terminal, break a line or hide text.
"""

import re
from collections import Counter
from datetime import date
from operator import itemgetter
from typing import get_args

from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.models import Milestone, Period, Precision
from loopline.text import quote

_FIELDS = Milestone.__slots__
_FIELD_SET = set(_FIELDS)
_get_fields = itemgetter(*_FIELDS)
_PRECISIONS = get_args(Precision)
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
_CHARACTER_NAMES = {"\t": "a tab", **dict.fromkeys("\n\v\f\r\x85\u2028\u2029", "a line break")}


class ValidationError(Exception):
    """A broken rule, without the name of the file and the number of the item."""


def validate_item(item: object) -> Milestone:
    """Return the milestone that a JSON item describes; raise ValidationError."""
    if not isinstance(item, dict) or item.keys() != _FIELD_SET:
        raise ValidationError(_explain_fields(item))
    day, precision, title, paragraphs = _get_fields(item)
    if fault := _find_fault(title):
        raise ValidationError(f"“title” {fault}")
    if not isinstance(paragraphs, list) or not paragraphs:
        raise ValidationError("“paragraphs” must be a list of one or more strings")
    for number, paragraph in enumerate(paragraphs, start=1):
        if fault := _find_fault(paragraph):
            raise ValidationError(f"“paragraphs”: paragraph {number} {fault}")
    if precision not in _PRECISIONS:
        given = quote(precision) if isinstance(precision, str) else json_type(precision)
        raise ValidationError(f"“precision” must be “day” or “month”, not {given}")
    return Milestone(_to_date(day, precision), precision, title, tuple(paragraphs))


def _explain_fields(item: object) -> str:
    """Return why an item is not an object with exactly the fields of a milestone."""
    if isinstance(item, tuple):
        names = Counter(name for name, _ in item)
        return f"{quote(max(names, key=names.__getitem__))} appears twice"
    if not isinstance(item, dict):
        return f"must be an object, not {json_type(item)}"
    for name in item:
        if name not in _FIELD_SET:
            # Imported late, as below: a valid file needs none of this.
            from difflib import get_close_matches

            similar = get_close_matches(name[:20].lower(), _FIELDS, n=1)
            hint = f" (did you mean “{similar[0]}”?)" if similar else ""
            return f"{quote(name)} is not a field of a milestone{hint}"
    return f"“{next(field for field in _FIELDS if field not in item)}” is missing"


def _to_date(text: object, precision: Precision) -> date:
    """Return the date of a milestone of this precision; raise ValidationError."""
    if not isinstance(text, str):
        kind = json_type(text)
        raise ValidationError(f"“date” must be a string such as “2021-09-06”, not {kind}")
    try:
        # PyPy's fromisoformat reads digits of any script.
        day = date.fromisoformat(text if text.isascii() else "")
    except ValueError:
        day = None
    # fromisoformat also reads 20210906 and 2021-W36-1.
    if day is None or str(day) != text:
        hint = f" (write “{day}”)" if day else _suggest_date(text)
        raise ValidationError(f"“date”: {quote(text)} is not a valid YYYY-MM-DD date{hint}")
    if precision == "month" and day.day != 1:
        raise ValidationError(
            f"“date”: with precision “month” the day must be 01, not {quote(text)}"
        )
    return day


def _suggest_date(text: str) -> str:
    """Return how to write a date that is in another form, or "" if there is no one way."""
    try:
        period = parse_when(text[:40])
    except DateError:
        return ""
    first = period.first
    if period == Period.of_day(first):
        return f" (write “{first}”)"
    if period == Period.of_month(first.year, first.month):
        return f" (for a month, write “{first}” with precision “month”)"
    return ""


def _find_fault(text: object) -> str | None:
    """Return what is wrong with a title or a paragraph; None if it is fit to be shown."""
    if not isinstance(text, str):
        return f"must be a string, not {json_type(text)}"
    if not text.isprintable() and (forbidden := re.search(_FORBIDDEN, text)):
        return f"must not contain {_describe_character(forbidden[0])}"
    if not text.strip():
        return "is blank"
    if any(map(_is_visible, text)):
        return None
    return f"looks blank: it has nothing but {_describe_character(text.strip()[0])}"


def _is_visible(char: str) -> bool:
    """Return whether a character shows something by itself."""
    if "!" <= char <= "~":
        return True
    # Imported late, because few texts begin with another character.
    from unicodedata import category

    is_mark = category(char) in ("Mn", "Me")
    return char.isprintable() and not (char.isspace() or is_mark or re.match(_INVISIBLE, char))


def _describe_character(char: str) -> str:
    """Return the name of a character that would not be seen if it were shown."""
    if char in _CHARACTER_NAMES:
        return _CHARACTER_NAMES[char]
    from unicodedata import name

    code, full_name = f"U+{ord(char):04X}", name(char, "").lower()
    return f"the character {code} ({full_name})" if full_name else f"the character {code}"


def json_type(value: object) -> str:
    """Return what JSON calls a value of this type, with its article."""
    names = {"dict": "an object", "tuple": "an object", "list": "an array", "str": "a string"}
    names |= {"bool": "true or false", "float": "a number", "NoneType": "null"}
    return names[type(value).__name__]
