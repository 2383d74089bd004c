"""The forms in which a date can be written, and what a date in one of them means."""

import re
import unicodedata
from datetime import date

from loopline.models import MONTH_NUMBERS, Period

_YEAR = r"(?P<year>\d{4})(?!\d)"
# Its longer names before the shorter ones that they begin with.
_MONTH_NAMES = "|".join(sorted(MONTH_NUMBERS, reverse=True))
_MONTH = rf"(?P<month>{_MONTH_NAMES})(?![a-z])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[\s,./-]"
_OF_YEAR = rf"(?:{_GAP}*(?:of{_GAP}+)?{_YEAR})?"
_HAN_DIGITS = "0-9〇零一二三四五六七八九"
NUMERALS = f"{_HAN_DIGITS}十"
FOUR_DIGITS = f"[{_HAN_DIGITS}]{{4}}"
_HAN_YEAR = rf"(?P<year>{FOUR_DIGITS})\s*年"
_HAN_MONTH = rf"(?P<month>[{NUMERALS}]{{1,3}})\s*月份?"
_HAN_DAY = rf"(?P<day>[{NUMERALS}]{{1,3}})\s*[日號号]"
_PART = rf"""(?P<part>[qh]\d(?!\d)
    |(?:the\s+)?(?:first|1st|second|2nd|third|3rd|fourth|4th)\s+(?:quarter|half)
    |[上下]半年|第?[{_HAN_DIGITS}]季度?)"""
FORMS = (
    r"(?P<year>\d{4})(?:(?P<joint>[-/])(?P<month>\d{1,2})(?:(?P=joint)(?P<day>\d{1,2}))?)?(?!\d)",
    rf"(?:{_HAN_YEAR}\s*)?{_HAN_MONTH}(?:\s*{_HAN_DAY})?",
    rf"{_HAN_YEAR}(?:\s*{_PART})?",
    # Not after a comma: in “package 1, Jan 2021” is no day.
    rf"(?:{_DAY}[\s./-]*(?:of{_GAP}+)?)?{_MONTH}{_OF_YEAR}",
    rf"{_MONTH}{_GAP}*{_DAY}(?![\da-z])(?:{_GAP}+{_YEAR})?",
    # In “2018 Oct 2023”, the month belongs to the second year.
    rf"{_YEAR}{_GAP}*{_MONTH}(?!{_GAP}*\d{{4}})(?:{_GAP}*{_DAY}(?![\da-z]))?",
    rf"{_YEAR}{_GAP}*{_PART}",
    rf"{_PART}{_OF_YEAR}",
)
# How a date in any of the FORMS begins, without “the”.
BEGINNING = rf"[{NUMERALS}第上下]|[qh]\d|{_MONTH_NAMES}|first|second|third|fourth"
FLAGS = re.ASCII | re.IGNORECASE | re.VERBOSE

_FROM_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")
# How each quarter or half is named, from the first on.
_PART_NUMBERS = ("first|1|一|上", "second|2|二|下", "third|3|三", "fourth|4|四")


def try_parse(text: str) -> Period | None:
    """Return the period that a WHEN means, or None if the text is none."""
    match = match_whole(text)
    try:
        return read_date(match) if match else None
    except ValueError:
        return None


def match_date(text: str, position: int) -> re.Match[str] | None:
    """Return the longest date in any of the FORMS that begins at a position of the text."""
    found = (re.compile(form, FLAGS).match(text, position) for form in FORMS)
    return max(filter(None, found), key=re.Match.end, default=None)


def match_whole(text: str) -> re.Match[str] | None:
    """Return the date in any of the FORMS that is all of the text, blanks and a stop apart."""
    # Full-width digits, which Chinese input methods produce, become the usual ones.
    text = " ".join(unicodedata.normalize("NFKC", text).split()).removesuffix(".")
    # One form after the other: compiling all of them takes a tenth of a start.
    found = (re.compile(form, FLAGS).fullmatch(text) for form in FORMS)
    return next(filter(None, found), None)


def find_year(match: re.Match[str]) -> int:
    """Return the year that a date in one of the FORMS names, or 0."""
    return read_numeral(match["year"] or "0")


def read_date(match: re.Match[str], year: int = 0) -> Period:
    """Return the period that a date in one of the FORMS means, in `year` if it names none.

    Raises:
        ValueError: The calendar has no such date, or it has no year; the message says why.
    """
    parts = {name: part for name, part in match.groupdict().items() if part}
    year = find_year(match) if "year" in parts else year
    if not year:
        named = parts.get("year")
        raise ValueError(f"there is no year {named}" if named else "it has no four-digit year")
    if "part" in parts:
        return _read_part(parts["part"].lower(), year)
    if "month" not in parts:
        return Period.of_year(year)
    month_number = _read_month(parts["month"])
    if not 1 <= month_number <= 12:
        raise ValueError(f"there is no month {parts['month']}")
    month = Period.of_month(year, month_number)
    if "day" not in parts:
        return month
    day = read_numeral(parts["day"])
    if not 1 <= day <= month.last.day:
        raise ValueError(f"that month has no day {parts['day']}")
    return Period.of_day(date(year, month_number, day))


def _read_month(month: str) -> int:
    """Return the number of a month that is written as a number or by its name."""
    if month.lower() not in MONTH_NUMBERS:
        return read_numeral(month)
    from dateutil.parser import parserinfo

    return parserinfo().month(month) or 0


def _read_part(part: str, year: int) -> Period:
    """Return the quarter or the half of a year."""
    months = 3 if "q" in part or "季" in part else 6
    numbers = (number for number, names in enumerate(_PART_NUMBERS, 1) if re.search(names, part))
    number = next(numbers, 0)
    if not 1 <= number <= 12 // months:
        raise ValueError("a year has four quarters and two halves")
    first = Period.of_month(year, months * (number - 1) + 1).first
    return Period(first, Period.of_month(year, months * number).last)


def read_numeral(numeral: str) -> int:
    """Return a number in Arabic or Chinese numerals, these up to ninety-nine or digit by digit.

    Raises:
        ValueError: The text is no number.
    """
    digits = numeral.translate(_FROM_HAN)
    if "十" in digits:
        tens, _, units = digits.partition("十")
        digits = f"{tens or 1}{units or 0}"
    return int(digits)
