"""Why a text is no date, and what to write instead."""

import re
from difflib import get_close_matches

from loopline.date_forms import FOUR_DIGITS, match_whole, read_date, try_parse
from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS
from loopline.text import quote

WHEN_FORMS = "2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021"

# What a text has in it that is no date, and why it is none; the first that is found is told.
_REASONS = (
    (
        rf"""^(?!.*{FOUR_DIGITS}) .* (?:
            \b(?:this|last|next|past|previous|current)\s+(?:day|week|month|quarter|half|year)s?\b
            |\b(?:today|yesterday|tomorrow|now)\b|[今明昨][天日年]|去年|[本上下][個个]?[月年])""",
        "it needs the year in figures, as nothing depends on today’s date",
    ),
    (r"\d(?::\d|T\d|\s*[ap]m\b)", "it has a time of day"),
    (
        rf"^(?!.*{FOUR_DIGITS}) .* (?:\d|\b(?:{'|'.join(MONTH_NUMBERS)})\b)",
        "it has no four-digit year",
    ),
)
# In the sense of difflib: above it are “Setp” and “Sep”, below it “Monday” and “May”.
_MIN_SIMILARITY = 0.7

# Why a text is no date, and the date or the month that was probably meant.
_Reason = tuple[str, str | None]


def explain(text: str) -> DateError:
    """Return the error for a text that is no date, with the reason and what was probably meant."""
    text = " ".join(text.split())
    if not text:
        return DateError(f"A date is empty. Write {WHEN_FORMS}.")
    reason, suggestion = _find_reason(text)
    because = f": {reason}" if reason else ""
    instead = f"; did you mean “{suggestion}”?" if suggestion else f". Write {WHEN_FORMS}."
    return DateError(f"{quote(text)} is not a date{because}{instead}", suggestion=suggestion)


def _find_reason(text: str) -> _Reason:
    if match := match_whole(text):
        try:
            read_date(match)
        except ValueError as error:
            return str(error), None
    # A date has few words, and a pasted text may have thousands.
    words = [word for word in re.findall(r"[^\W\d_]+", text[:100]) if not match_whole(word)]
    for word in words:
        similar = get_close_matches(word.lower(), MONTH_NUMBERS, n=1, cutoff=_MIN_SIMILARITY)
        if similar:
            return f"{quote(word)} is not part of a date", similar[0].title()
    for pattern, reason in _REASONS:
        if re.search(pattern, text, re.ASCII | re.IGNORECASE | re.VERBOSE):
            return reason, None
    for word in words:
        if try_parse(re.sub(rf"{word}\W*", "", text, count=1)):
            return f"{quote(word)} is not part of a date", None
    return ("", None) if any(map(str.isalpha, text)) else _explain_numbers(text)


def _explain_numbers(text: str) -> _Reason:
    """Return why numbers alone are no date, if they are one in another order."""
    numbers = re.findall("[0-9]+", text)
    orders = {tuple(numbers), tuple(numbers[::-1]), tuple(numbers[2:] + numbers[:2])}
    dates = {"-".join(number.zfill(2) for number in order) for order in orders}
    match sorted(filter(try_parse, dates)):
        case []:
            return "", None
        case [date]:
            return "numbers alone go year first, with - or / between", date
        case meant:
            return f"it could be {' or '.join(meant)}", None
