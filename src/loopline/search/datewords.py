"""Dates among the words of a query, read as generously as the words themselves.

What narrows a search, `--since` and `--until`, is read strictly, by loopline.dates.
"""

from collections.abc import Sequence

from loopline.models import MONTH_NUMBERS, MONTHS
from loopline.search.terms import DatePart
from loopline.search.words import Token


def date_at(place: int, words: Sequence[Token], text: str) -> tuple[int, DatePart] | None:
    """The date or part of one that begins at `place`, and how many words long it is.

    A year, with - or / and month and day after it; a month; or the number of a day, beside a
    month or before 日, and of a month before 月.
    """
    word = words[place]
    if len(word.key) == 4 and word.key.isascii() and word.key.isdecimal():
        numbers, end = [int(word.key)], word.end
        for following in words[place + 1 : place + 3]:
            tied = text[end : following.start] in ("-", "/")
            if not (tied and following.key.isdecimal() and len(following.key) < 3):
                break
            numbers.append(int(following.key))
            end = following.end
        if len(numbers) == 1 or 1 <= numbers[1] <= len(MONTHS):
            return len(numbers), DatePart(*numbers)
    elif is_month(place, words):
        return 1, DatePart(month=MONTH_NUMBERS[word.folded])
    elif (number := word.folded.rstrip("dhnrst")).isdecimal() and len(number) < 3:
        after = "".join(following.key for following in words[place + 1 : place + 2])
        if after == "月":
            return 1, DatePart(month=int(number))
        if after == "日" or is_month(place - 1, words) or is_month(place + 1, words):
            return 1, DatePart(day=int(number))
    return None


def is_month(place: int, words: Sequence[Token]) -> bool:
    """Whether the name of a month stands at `place`."""
    return 0 <= place < len(words) and words[place].folded in MONTH_NUMBERS
