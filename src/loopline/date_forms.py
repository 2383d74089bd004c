"""The forms in which a date can be written, and what a date in one of them means.

A date is found by its form. What its numbers mean is clear then; the name of a month, with a day
before or after it, is read by dateutil, in one year.
"""

import re
from datetime import date, datetime

from loopline.models import MONTH_NUMBERS, Period

_YEAR = r"(?P<year>\d{4})(?!\d)"
# Its longer names before the shorter ones that they begin with.
_NAME = rf"(?P<name>{'|'.join(sorted(MONTH_NUMBERS, reverse=True))})(?![a-z])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[\s,./-]"
_OF_YEAR = rf"{_GAP}*(?:of{_GAP}+)?{_YEAR}"
_PART = r"""(?P<part>[qh]\d(?!\d)
    |(?:the\s+)?(?:first|1st|second|2nd|third|3rd|fourth|4th)\s+(?:quarter|half))"""
_HAN_DIGITS = "0-9０-９〇零一二三四五六七八九"
NUMERALS = f"{_HAN_DIGITS}十"
_HAN_YEAR = rf"(?P<year>[{_HAN_DIGITS}]{{4}})\s*年"
_HAN_MONTH = rf"(?P<month>[{NUMERALS}]{{1,3}})\s*月份?"
_HAN_DAY = rf"(?P<day>[{NUMERALS}]{{1,3}})\s*[日號号]"
FORMS = (
    r"(?P<year>\d{4})(?:(?P<joint>[-/])(?P<month>\d{1,2})(?:(?P=joint)(?P<day>\d{1,2}))?)?(?!\d)",
    _HAN_YEAR,
    rf"(?:(?P<year>[{_HAN_DIGITS}]{{4}})(?:\s*年)?\s*)?(?P<part>[上下]半年|第?[1-4一二三四]季度?)",
    rf"(?:{_HAN_YEAR}\s*)?{_HAN_MONTH}(?:\s*{_HAN_DAY})?",
    # Not after a comma: in “package 1, Jan 2021” is no day.
    rf"{_DAY}[\s./-]*(?:of{_GAP}+)?{_NAME}(?:{_OF_YEAR})?",
    rf"{_NAME}(?:{_OF_YEAR})?",
    rf"{_NAME}{_GAP}*{_DAY}(?![\da-z])(?:{_GAP}+{_YEAR})?",
    # In “2018 Oct 2023”, the month belongs to the second year.
    rf"{_YEAR}{_GAP}*{_NAME}(?!{_GAP}*\d{{4}})(?:{_GAP}*{_DAY}(?![\da-z]))?",
    rf"{_PART}(?:{_OF_YEAR})?",
    rf"{_YEAR}{_GAP}*{_PART}",
)
# Without re.ASCII, the long s would be an s.
FLAGS = re.ASCII | re.IGNORECASE | re.VERBOSE

_FROM_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")
# The number of a quarter or a half by what its name has in it.
_PART_NUMBERS = {
    **dict.fromkeys(("first", "1", "一", "上"), 1),
    **dict.fromkeys(("second", "2", "二", "下"), 2),
    **dict.fromkeys(("third", "3", "三"), 3),
    **dict.fromkeys(("fourth", "4", "四"), 4),
}


def try_parse(text: str) -> Period | None:
    """Return the period that a WHEN means, or None if the text is none."""
    match = match_whole(text)
    try:
        return read_date(match) if match is not None and match["year"] else None
    except ValueError:
        return None


def match_date(text: str, position: int) -> re.Match[str] | None:
    """Return the longest date in any of the FORMS that begins at a position of the text."""
    found = (re.compile(form, FLAGS).match(text, position) for form in FORMS)
    return max(filter(None, found), key=re.Match.end, default=None)


def match_whole(text: str) -> re.Match[str] | None:
    """Return the date in any of the FORMS that is all of the text, blanks and a stop apart."""
    text = " ".join(text.split()).removesuffix(".")
    found = (re.compile(form, FLAGS).fullmatch(text) for form in FORMS)
    return next(filter(None, found), None)


def find_year(match: re.Match[str]) -> int:
    """Return the year that a date in one of the FORMS names, or 0."""
    return read_numeral(match["year"] or "0")


def read_date(match: re.Match[str], year: int = 0) -> Period:
    """Return the period that a date in one of the FORMS means, in `year` if it names none.

    Raises:
        ValueError: The calendar has no such date.
    """
    parts = {name: part for name, part in match.groupdict().items() if part}
    year = find_year(match) if "year" in parts else year
    if "part" in parts:
        return _read_part(parts["part"].lower(), year)
    if "name" in parts:
        spelled = match[0].replace(parts.get("year", " "), " ")
        first = _read_spelled(spelled, year, int(parts.get("day", 1)))
        return Period.of_day(first) if "day" in parts else Period.of_month(year, first.month)
    if "day" in parts:
        return Period.of_day(date(year, read_numeral(parts["month"]), read_numeral(parts["day"])))
    if "month" in parts:
        return Period.of_month(year, read_numeral(parts["month"]))
    return Period.of_year(year)


def _read_spelled(text: str, year: int, day: int) -> date:
    """Return the day that the name of a month, with a day or without, means in a year."""
    # Imported late, because dateutil's parser costs about as much as Typer and few dates need it.
    from dateutil.parser import parse

    # Of a year before 100, dateutil would make a day or another year, and so it gets none.
    words = re.findall("[0-9]+|[a-z]+", text.lower())
    first = parse(" ".join(words), default=datetime(year, 1, 1)).date()
    if (first.year, first.day) != (year, day):
        raise ValueError(f"{text} is no day of {year}")
    return first


def _read_part(part: str, year: int) -> Period:
    """Return the quarter or the half of a year."""
    months = 3 if "q" in part or "季" in part else 6
    number = next((_PART_NUMBERS[name] for name in _PART_NUMBERS if name in part), 0)
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
