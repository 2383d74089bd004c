"""Why a text is no date, and what to write instead."""

import re
from difflib import get_close_matches

from loopline.date_forms import match_whole, try_parse
from loopline.errors import DateError
from loopline.models import MONTH_NUMBERS
from loopline.text import quote

WHEN_FORMS = "2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021"

_RELATIVE = (
    r"\b(?:this|last|next|past|previous|current)\s+(?:day|week|month|quarter|half|year)s?\b"
    r"|\b(?:today|yesterday|tomorrow|now)\b|今[天日年]|[昨明][天日年]|去年|[本上下][個个]?[月年]"
)
_TIME = r"[0-9](?::[0-9]|T[0-9]|\s*[ap]m\b)"
_VAGUE = "early mid middle late last first start beginning end spring summer autumn fall winter"
_JOINING = "and or to until through"
_KINDS = {
    "year": "[0-9]{4}",
    "day": "[0-9]{1,2}(?:st|nd|rd|th)?",
    "month": "|".join(MONTH_NUMBERS),
    "of": "of",
}
# In the sense of difflib: above it are “Setp” and “Sep”, below it “Monday” and “May”.
_MIN_SIMILARITY = 0.7
_NUMERIC = "numbers alone go year first, as in 2021-09-06"
_NO_YEAR = "it has no four-digit year"
# The digits that Chinese input methods produce.
_TO_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

# Why a text is no date, and the date or the month that was probably meant.
_Reason = tuple[str, str | None]


def explain(text: str) -> DateError:
    """Return the error for a text that is no date, with the reason and what was probably meant."""
    text = text.strip()
    if not text:
        return DateError(f"A date is empty. Write {WHEN_FORMS}.")
    reason, suggestion = _find_reason(text)
    because = f": {reason}" if reason else ""
    instead = f"; did you mean “{suggestion}”?" if suggestion else f". Write {WHEN_FORMS}."
    return DateError(f"{quote(text)} is not a date{because}{instead}", suggestion=suggestion)


def _find_reason(text: str) -> _Reason:
    if match := match_whole(text):
        return _explain_calendar(match), None
    if re.search(_RELATIVE, text, re.IGNORECASE) and not re.search("[0-9]{4}", text):
        return "it needs the year in figures, as nothing depends on today’s date", None
    if re.search(_TIME, text, re.IGNORECASE):
        return "it has a time of day", None
    if any(map(str.isalpha, text)):
        return _explain_words(re.findall(r"[^\s,./-]+", text))
    return _explain_numbers(text.translate(_TO_DIGITS))


def _explain_calendar(match: re.Match[str]) -> str:
    """Return why the calendar has no date of a known form."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    year, month = parts.get("year", ""), parts.get("month")
    if not year:
        return _NO_YEAR
    if not try_parse(f"{year}年"):
        return f"there is no year {year}"
    if "part" in parts:
        return "a year has four quarters and two halves"
    if month is None or try_parse(f"{year}年{month}月"):
        return f"that month has no day {parts['day']}"
    # As in the fiscal year 2021-22.
    is_fiscal = "day" not in parts and year[2:] < month <= "99"
    more = f"; for both years, use between {year} and {year[:2]}{month}" if is_fiscal else ""
    return f"there is no month {month}{more}"


def _explain_numbers(text: str) -> _Reason:
    """Return why numbers alone are no date, and the date that they are in another order."""
    numbers = re.findall("[0-9]+", re.sub("^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", text))
    orders = {tuple(numbers), tuple(numbers[::-1]), tuple(numbers[2:] + numbers[:2])}
    dates = {"-".join(number.zfill(2) for number in order) for order in orders}
    match sorted(filter(try_parse, dates)):
        case []:
            return _NUMERIC if re.search("[0-9]{4}", text) else _NO_YEAR, None
        case [date]:
            return _NUMERIC, date
        case meant:
            return f"it could be {' or '.join(meant)}", None


def _explain_words(words: list[str]) -> _Reason:
    """Return which word is no part of a date, or what there is too much of."""
    kinds = [
        next(
            (kind for kind in _KINDS if re.fullmatch(_KINDS[kind], word, re.ASCII | re.IGNORECASE)),
            "",
        )
        for word in words
    ]
    unknown = [word for word, kind in zip(words, kinds, strict=True) if not kind]
    if "year" not in kinds and not re.search("[A-Za-z]", "".join(unknown)):
        return _NO_YEAR, None
    if unknown:
        return _explain_word(unknown[0], is_alone=len(words) == 1)
    more = [kind for kind in ("day", "month", "year") if kinds.count(kind) > 1]
    return f"it has more than one {more[0]}" if more else "that is no usual order", None


def _explain_word(word: str, *, is_alone: bool) -> _Reason:
    if word.lower() in _VAGUE.split():
        return f"{quote(word)} names no month, such as Sep, and no quarter, such as Q3", None
    if word.lower() in _JOINING.split():
        return f"{quote(word)} is for two dates, such as between 2021 and 2022", None
    similar = get_close_matches(word[:20].lower(), MONTH_NUMBERS, n=1, cutoff=_MIN_SIMILARITY)
    if similar:
        return f"{quote(word)} is not part of a date", similar[0].title()
    return "" if is_alone else f"{quote(word)} is not part of a date", None
