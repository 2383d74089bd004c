"""Dates among the words of a query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline import Milestone
from loopline.models import MONTHS, Period
from loopline.search.analysis import tokenize
from loopline.search.query_dates import PartialDate, split_dates


def read(query: str) -> tuple[list[str], str]:
    """Return the dates in a query, each in a short form, and the other words."""
    dates, words = split_dates(tuple(tokenize(query)))
    return [shown(match.date) for match in dates], " ".join(word.folded for word in words)


def shown(when: PartialDate | Period | None) -> str:
    """Return a date as `2021-9-6`, with a star for what is left open, or a period."""
    match when:
        case PartialDate():
            return "-".join(str(part or "*") for part in when)
        case Period():
            return f"{when.first}..{when.last}".replace("0001-01-01", "").replace("9999-12-31", "")
        case _:
            return "newest"


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("2021", ["2021-*-*"]),
        ("in 2021", ["2021-*-*"]),
        ("Sept", ["*-9-*"]),
        ("sep 2021", ["2021-9-*"]),
        ("September of 2021", ["2021-9-*"]),
        ("2021-09", ["2021-9-*"]),
        ("2021/9/6", ["2021-9-6"]),
        ("6th of September, 2021", ["2021-9-6"]),
        ("6 sep", ["*-9-6"]),
        ("20/12/2021", ["2021-12-20"]),
        ("early 2021", ["2021-*-*"]),
        ("the year 2021", ["2021-*-*"]),
        ("2021年", ["2021-*-*"]),
        ("二〇二一年十二月", ["2021-12-*"]),
        ("二零二一年九月六日", ["2021-9-6"]),
        ("9月", ["*-9-*"]),
        ("九月二十號", ["*-9-20"]),
        ("十月三十一日", ["*-10-31"]),
        ("6日", ["*-*-6"]),
        ("2021 2022", ["2021-*-*", "2022-*-*"]),
        ("May 2018", ["2018-5-*"]),
        ("may 99", ["*-5-*"]),
    ],
)
def test_dates_that_are_read(query: str, dates: list[str]) -> None:
    """Years, months and days are read in any form whose order is certain."""
    assert read(query)[0] == dates


@pytest.mark.parametrize(
    ("query", "period"),
    [
        ("after march 2023", "2023-04-01.."),
        ("since 2022", "2022-01-01.."),
        ("before 2018", "..2017-12-31"),
        ("until Sep 2021", "..2021-09-30"),
        ("by the end of 2021", "..2021-12-31"),
        ("2022年以後", "2023-01-01.."),
        ("2022年之後", "2023-01-01.."),
        ("2022年後", "2023-01-01.."),
        ("2022年以來", "2022-01-01.."),
        ("2022年起", "2022-01-01.."),
        ("2018年以前", "..2017-12-31"),
        ("2018年為止", "..2018-12-31"),
        ("2022 onwards", "2022-01-01.."),
        ("between 2021 and 2022", "2021-01-01..2022-12-31"),
        ("from Jul 2021 to Dec 2021", "2021-07-01..2021-12-31"),
        ("between march and june 2021", "2021-03-01..2021-06-30"),
        ("2021-2022", "2021-01-01..2022-12-31"),
        ("2021 to 2022", "2021-01-01..2022-12-31"),
        ("2021年至2022年", "2021-01-01..2022-12-31"),
        ("after 2023-12-31", "2024-01-01.."),
    ],
)
def test_periods_as_people_say_them(query: str, period: str) -> None:
    """After, since, before, until and between narrow a search to some days."""
    assert read(query) == ([period], "")


@pytest.mark.parametrize("query", ["latest", "newest", "most recent", "最新", "最近"])
def test_the_newest(query: str) -> None:
    """One can ask for the newest of what matches."""
    assert read(query) == (["newest"], "")


@pytest.mark.parametrize(
    ("query", "dates", "words"),
    [
        ("legco funding in oct 2022", ["2022-10-*"], "legco funding"),
        ("2022-23 budget", [], "2022 23 budget"),
        ("2022/23 budget", [], "2022 23 budget"),
        ("87 hectares", [], "87 hectares"),
        ("6 areas", [], "6 areas"),
        ("batch 1", [], "batch 1"),
        ("十年", [], "十 年"),
        ("二零二一年度", ["2021-*-*"], "度"),
        ("40月", [], "40 月"),
        ("0月", [], "0 月"),
        ("between Shenzhen and Hong Kong", [], "between shenzhen hong kong"),
        ("between 2022 and Shenzhen", ["2022-*-*"], "between shenzhen"),
        ("between 2022 and 2021", ["2022-*-*", "2021-*-*"], "between"),
        ("since march", ["*-3-*"], ""),
        ("since the Loop", [], "since loop"),
        ("06/09/2021", ["2021-*-*"], "06 09"),
        ("6/Sep/2021", ["2021-9-6"], ""),
        ("2021-30", [], "2021 30"),
        ("after 30 feb 2021", ["2021-2-30"], ""),
        ("from february 30 2021 to 2022", ["2021-2-30", "2022-*-*"], ""),
    ],
)
def test_what_is_no_date(query: str, dates: list[str], words: str) -> None:
    """Other numbers stay words, and words beside a date too."""
    assert read(query) == (dates, words)


@given(st.dates(date(1000, 1, 1)))
def test_any_day_is_read_in_every_form(day: date) -> None:
    """A day is the same however it is written."""
    month = MONTHS[day.month - 1]
    for form in (
        f"{day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.year} {month.upper()} {day.day}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert read(form) == ([f"{day.year}-{day.month}-{day.day}"], "")


@pytest.mark.parametrize("query", ["after 9999", "before 0001", "after 31 Dec 9999", "after 0000"])
def test_the_calendar_has_an_end(query: str) -> None:
    """What lies beyond the first or the last day is the nearest day that there is."""
    assert len(read(query)[0]) == 1


@given(st.text(st.sampled_from("0123456789年月日至後 -/andtosince最新")))
def test_no_date_fails(query: str) -> None:
    """Days that do not exist and years that are out of range are no errors."""
    split_dates(tuple(tokenize(query)))


@pytest.mark.parametrize(
    ("query", "is_match"),
    [
        ("2021", True),
        ("sep", True),
        ("sep 2021", True),
        ("oct 2021", False),
        ("2022", False),
        ("6 sep 2021", False),
    ],
)
def test_a_month_has_no_days(query: str, is_match: bool) -> None:
    """A milestone that is dated to its month is not known to have happened on one of its days."""
    milestone = Milestone(date(2021, 9, 6), "month", "Title", ("Text.",))
    (match,), _ = split_dates(tuple(tokenize(query)))
    assert isinstance(match.date, PartialDate)
    assert match.date.matches(milestone) is is_match
