"""Why a text is no date, and what to write instead."""

import re

from loopline.dates import WHEN_FORMS, match_whole, read_date
from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS
from loopline.text import quote

# In the sense of difflib: above it are “Setp” and “Sep”, below it “Monday” and “May”.
_MIN_SIMILARITY = 0.7
_RELATIVE = (
    r"\b(?:this|last|next|past|previous|current)\s+(?:day|week|month|quarter|half|year)s?\b"
    r"|\b(?:today|yesterday|tomorrow|now)\b|今[天日年]|[昨明][天日年]|去年|[本上下][個个]?[月年]"
)
_VAGUE = frozenset(
    "early mid middle late last first start beginning end spring summer autumn fall winter".split()
)
_JOINING = frozenset("and or to until through".split())
_NUMERIC = "numbers alone go year first, as in 2021-09-06"
# The digits that Chinese input methods produce.
_TO_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def explain(text: str) -> DateError:
    """Return the error for a text that is no date, with the reason and what was probably meant."""
    text = text.strip()
    if not text:
        return DateError(f"A date is empty. Write {WHEN_FORMS}.")
    reason, suggestion = _find_reason(text)
    because = f": {reason}" if reason else ""
    question = f"; did you mean “{suggestion}”?" if suggestion else "."
    message = f"{quote(text)} is not a date{because}{question} Write {WHEN_FORMS}."
    return DateError(message, suggestion=suggestion)


def _find_reason(text: str) -> tuple[str, str | None]:
    """Return why a text is no date, and the date or the month that was probably meant."""
    if match := match_whole(text):
        return _explain_calendar(match)
    has_year = re.search(r"(?<!\d)[0-9]{4}(?!\d)", text)
    if re.search(_RELATIVE, text, re.IGNORECASE) and not has_year:
        return "nothing depends on today’s date; write the year in figures", None
    if re.search(r"[0-9]:[0-9]|[0-9]T[0-9]", text):
        return "it has a time of day", None
    if not any(char.isalpha() for char in text):
        return _explain_numbers(text)
    return _explain_words(text)


def _explain_calendar(match: re.Match[str]) -> tuple[str, str | None]:
    """Return why the calendar has no date of a known form."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    if "year" not in parts:
        return "it has no four-digit year", None
    year, month = parts["year"], parts.get("month")
    if not _is_date(f"{year}年"):
        return f"there is no year {year}", None
    if "part" in parts:
        return "a year has four quarters and two halves", None
    if month is None or _is_date(f"{year}年{month}月"):
        return f"that month has no day {parts['day']}", None
    if "day" not in parts and year[2:] < month <= "99":
        # As in the fiscal year 2021-22.
        return f"there is no month {month}; for two years, write {year} and {year[:2]}{month}", None
    return f"there is no month {month}", None


def _explain_numbers(text: str) -> tuple[str, str | None]:
    """Return why numbers alone are no date, and the date that they are in another order."""
    numbers = re.findall("[0-9]+", text.translate(_TO_DIGITS))
    if re.fullmatch("[0-9]{8}", text):
        numbers = [text[:4], text[4:6], text[6:]]
    orders = {tuple(numbers), tuple(numbers[::-1])}
    if len(numbers) == 3:
        orders.add((numbers[2], numbers[0], numbers[1]))
    dates = ["-".join(number.zfill(2) for number in order) for order in sorted(orders)]
    match [date for date in dates if _is_date(date)]:
        case []:
            has_year = any(len(number) == 4 for number in numbers)
            return _NUMERIC if has_year else "it has no four-digit year", None
        case [date]:
            return _NUMERIC, date
        case dates:
            return f"it could be {' or '.join(dates)}", None


def _explain_words(text: str) -> tuple[str, str | None]:
    """Return which word of a text is no part of a date, or what it has too many of."""
    words = [word for word in re.split(r"[\s,./-]+", text.removesuffix(".")) if word]
    kinds = list(map(_classify, words))
    if "other" in kinds:
        word = words[kinds.index("other")]
        if "year" not in kinds and not re.search("[a-z]", word, re.IGNORECASE):
            return "it has no four-digit year", None
        return _explain_word(word, is_alone=len(words) == 1)
    for kind in ("day", "month", "year"):
        if kinds.count(kind) > 1:
            return f"it has more than one {kind}", None
    return "day, month and year are not in a usual order", None


def _explain_word(word: str, *, is_alone: bool) -> tuple[str, str | None]:
    # Imported late: a valid date needs no suggestion.
    from difflib import get_close_matches

    if word.lower() in _VAGUE:
        return (
            f"{quote(word)} names no month; write one, or a part of the year such as Q3 2021",
            None,
        )
    if word.lower() in _JOINING:
        return f"{quote(word)} is for two dates, such as between 2021 and 2022", None
    similar = get_close_matches(word[:20].lower(), MONTH_NUMBERS, n=1, cutoff=_MIN_SIMILARITY)
    if similar or not is_alone:
        return f"{quote(word)} is not part of a date", similar[0].title() if similar else None
    return "", None


def _classify(word: str) -> str:
    """Return what a word can be in a date: "year", "month", "day", "of" or "other"."""
    if re.fullmatch("[0-9]{4}", word):
        return "year"
    if re.fullmatch("[0-9]{1,2}(st|nd|rd|th)?", word, flags=re.IGNORECASE):
        return "day"
    if word.lower() in MONTH_NUMBERS:
        return "month"
    return "of" if word.lower() == "of" else "other"


def _is_date(text: str) -> bool:
    match = match_whole(text)
    try:
        return match is not None and bool(match["year"]) and bool(read_date(match))
    except ValueError:
        return False
