"""Dates that were typed without quotation marks, as several arguments of a command line.

Arguments are joined into dates only if there is one way to do so; nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from loopline.date_forms import try_parse
from loopline.dates import explain
from loopline.errors import DateError
from loopline.models import Period
from loopline.text import quote

Latest = Literal["latest"]
Limit = Period | Latest | None

_SEPARATORS = frozenset({"-", "–", "—", "to", "and", "until", "至", "到"})
# Separators that need no blanks beside them, because they are in no date.
_DOTS = r"\.\.+|…"
_DASHES = "[–—至到]|(?<=[0-9]{4})-(?=[0-9]{4})"
# As many as in “2021 年 9 月 6 日”.
_MAX_WORDS = 6
# In “2018 Oct 2023” and “2018 Oct 6, 2023”, the month belongs to the second year, unless there is
# no other way to read the words, as in “2018 Oct 2023 Sep”.
_ODD = r"[0-9]{4},? [A-Za-z]\S*(?: [0-9]{1,2},)? [0-9]{4},?"

# The texts of the dates into which words are partitioned.
_Partition = tuple[str, ...]


def parse_whens(words: Sequence[str]) -> list[Period | Latest]:
    """Return the dates that the arguments stand for, without any argument left over.

    For example, `6 Sep 2021 latest` are the sixth of September and "latest".

    Raises:
        DateError: The arguments are not all part of a date, or can be read in two ways.
    """
    words = list(_unquote(words))
    partitions = _partition(words, avoid=_ODD)
    if not partitions[-1]:
        partitions = _partition(words)
    match partitions[-1]:
        case [texts]:
            return [when for text in texts if (when := _read(text))]
        case [one, other]:
            raise _ambiguity_error(one, other)
    raise _unread_error(words[max(start for start, found in enumerate(partitions) if found) :])


def parse_range(words: Sequence[str]) -> tuple[Limit, Limit]:
    """Return the START and the END that the arguments stand for; None where there is no limit.

    Between the two may stand `to`, `and`, `until`, `-` or `..`.

    Raises:
        DateError: The arguments are no such range, or can be read in two ways.
    """
    words = [re.sub(_DASHES, r" \g<0> ", re.sub(_DOTS, " .. ", word)) for word in words]
    words = list(_unquote(words))
    places = [place for place, word in enumerate(words) if word.lower() in _SEPARATORS]
    # Without another separator, the dots are one; beside nothing, they stand for no limit.
    places = places or [place for place, word in enumerate(words) if word == ".."]
    sides = [words]
    if places:
        separator = [words[places[0]]]
        sides = [words[: places[0]] or separator, words[places[0] + 1 :] or separator]
    match [[None] if side == [".."] else parse_whens(side) for side in sides]:
        case [[start], [end]] | [[start, end]]:
            return start, end
        case [[start]]:
            return start, None
        case [[]]:
            return None, None
    raise DateError("Give one START and one END, such as between 2021 and 2022.")


def _unquote(words: Sequence[str]) -> Iterator[str]:
    """Yield each argument, or its words if it was quoted and is not one date.

    Raises:
        DateError: An argument is empty, as a variable that is not set leaves it.
    """
    for word in words:
        if not word.strip():
            raise explain(word)
        is_date = ".." not in word and try_parse(word)
        yield from [word] if is_date else word.split()


def _partition(words: Sequence[str], avoid: str = "") -> list[list[_Partition]]:
    """Return at most two partitions of the first words, for each number of these from none to all.

    No date in them is such that it and the word after it have the pattern to avoid.
    """
    partitions: list[list[_Partition]] = [[()], *([] for _ in words)]
    for start, before in enumerate(partitions):
        for end in range(start + 1, min(start + _MAX_WORDS, len(words)) + 1) if before else ():
            text = " ".join(words[start:end])
            if _read(text) and not re.fullmatch(avoid, " ".join(words[start : end + 1])):
                partitions[end] = [*partitions[end], *((*texts, text) for texts in before)][:2]
    return partitions


def _read(text: str) -> Period | Latest | None:
    """Return a date, which a comma may follow, or "latest"; None if the text is neither."""
    text = text.removesuffix(",")
    return "latest" if text.lower() == "latest" else try_parse(text)


def _unread_error(words: Sequence[str]) -> DateError:
    """Return why no date begins with the first of the words."""
    # As far as a date would go: to the first year.
    words = words[:_MAX_WORDS]
    ends = (end for end, word in enumerate(words, 1) if re.search("[0-9]{4}", word))
    return explain(" ".join(words[: next(ends, len(words))]))


def _ambiguity_error(one: _Partition, other: _Partition) -> DateError:
    """Return the error that names the first date in which two partitions differ."""
    shorter, longer = next(
        sorted(pair, key=len) for pair in zip(one, other, strict=False) if len(set(pair)) > 1
    )
    return DateError(
        f"{quote(shorter)} can be read as one date or as a part of {quote(longer)}. "
        "Put each date in quotation marks."
    )
