"""Dates among the words of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopline.models import Period
from loopline.search.analysis import tokenize
from loopline.search.partial_dates import PartialDate
from loopline.search.query_dates import split_dates


def read(query: str) -> tuple[list[str], str]:
    """Return the dates in a query, each in a short form, and the other words."""
    dates, words = split_dates(tuple(tokenize(query)))
    return [shown(match.date) for match in dates], " ".join(word.folded for word in words)


def shown(when: PartialDate | Period | str) -> str:
    """Return a date as `2021-9-6`, with a star for what is left open, or a period."""
    match when:
        case PartialDate():
            return "-".join(str(part or "*") for part in when)
        case Period():
            return f"{when.first}..{when.last}".replace("0001-01-01", "").replace("9999-12-31", "")
        case _:
            return when


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
        ("2021年7月至12月", "2021-07-01..2021-12-31"),
        ("Jul-Dec 2021", "2021-07-01..2021-12-31"),
        ("after 2023-12-31", "2024-01-01.."),
        ("before the end of 2021", "..2021-12-31"),
        ("after early 2021", "2021-01-01.."),
        ("Q3 2021", "2021-07-01..2021-09-30"),
        ("after the first half of 2021", "2021-07-01.."),
        ("from Q1 2021 to Q2 2022", "2021-01-01..2022-06-30"),
    ],
)
def test_periods_as_people_say_them(query: str, period: str) -> None:
    """After, since, before, until and between narrow a search to some days."""
    assert read(query) == ([period], "")


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("latest", "newest"),
        ("newest", "newest"),
        ("most recent", "newest"),
        ("最新", "newest"),
        ("最近", "newest"),
        ("earliest", "oldest"),
        ("very first", "oldest"),
        ("first milestone", "oldest"),
        ("最早", "oldest"),
    ],
)
def test_the_newest_and_the_oldest(query: str, order: str) -> None:
    """One can ask for the newest or the oldest of what matches."""
    assert read(query) == ([order], "")


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


@given(st.text(st.sampled_from("0123456789年月日至後 -/andtosince最新")))
def test_no_date_fails(query: str) -> None:
    """Days that do not exist and years that are out of range are no errors."""
    split_dates(tuple(tokenize(query)))
