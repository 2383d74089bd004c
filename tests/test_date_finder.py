"""The dates that are found among the words of a query."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import loopline
from loopline.date_finder import DateMatch, find_dates
from loopline.dates import parse_when
from loopline.errors import DateError

SHARDS = st.sampled_from(
    """
    2021 2022-23 06/09/2021 6 31 99 1st Sep may March october Q3 first half quarter of the in
    since until before after between and to from - – / , . .. ( early end mid no later than 年 月 日
    年底 至 後 之前 起 自 九 十二 二零二一 2021年9月 上半年 第四季 legco 園區 $ 's
    """.split()
)


def found(query: str) -> str:
    """Return the dates in a query: what they are written as, their days, and words not used."""
    return "; ".join(f"{query[m.start : m.end]} = {shown(m)}" for m in find_dates(query))


def shown(match: DateMatch) -> str:
    """Return the days of a date as `2021-09-06..2021-09-20`, or the month and day it has."""
    if match.is_yearly:
        first, last = match.period
        days = f"{first.month}-{first.day}" if first == last else str(first.month)
    else:
        days = "..".join("" if day in (date.min, date.max) else str(day) for day in match.period)
        assert match.is_limit == (days.startswith("..") or days.endswith(".."))
    return f"{days} ({' '.join(match.vague)})" if match.vague else days


@pytest.mark.parametrize(
    ("queries", "days"),
    [
        ("in oct 2022|of the year 2022 oct|2022年10月", "2022-10-01..2022-10-31"),
        ("2021’s|the year 2021|throughout 2021|於2021年", "2021-01-01..2021-12-31"),
        # Of no year.
        ("Sept|in sep|9月|九月", "9"),
        ("6 sep|Sep 6th|9月6日|九月六號", "9-6"),
        ("29 February", "2-29"),
        # Limits.
        ("after 2022|later than 2022|post-2022|2022年以後|2022年之後|2022年後", "2023-01-01.."),
        ("since 2022|No Earlier Than Jan 2022|not before 2022|on or after 2022", "2022-01-01.."),
        ("2022 onwards|2022 and later|from 2022 on|from 2022 to now", "2022-01-01.."),
        ("自2022年|2022年以來|2022年起", "2022-01-01.."),
        ("before 2018|earlier than 2018|2018年以前|2018年前", "..2017-12-31"),
        ("by 2018|until\xa0Q4 2018|up to 2018|no later than 2018|2018 or earlier", "..2018-12-31"),
        ("on or before 2018|截至2018年|2018年為止", "..2018-12-31"),
        ("since 9999", "9999-01-01.."),
        # Ranges.
        ("between 2021 and 2022|from 2021 to 2022|since 2021 until 2022|2021 - 2022|2021–2022"
         "|2021年至2022年|Jan 2021 to 2022|from 2021 through Q4 2022", "2021-01-01..2022-12-31"),
        ("between march and june 2021|Mar-Jun 2021|2021年3月至6月", "2021-03-01..2021-06-30"),
        ("2021年第一季至第三季|Q1 to Q3 2021", "2021-01-01..2021-09-30"),
        # Words that have no exact days, and those that have them with a limit.
        ("early 2021|in Early 2021", "2021-01-01..2021-12-31 (early)"),
        ("mid-2021", "2021-01-01..2021-12-31 (mid)"),
        ("at the end of Sep 2021", "2021-09-01..2021-09-30 (end)"),
        ("2021年底", "2021-01-01..2021-12-31 (底)"),
        ("2021年9月中旬", "2021-09-01..2021-09-30 (中旬)"),
        ("from early 2021 to late 2022", "2021-01-01..2022-12-31 (early late)"),
        ("after early 2021", "2021-01-01.. (early)"),
        ("before mid 2021", "..2021-12-31 (mid)"),
        ("since the beginning of 2021", "2021-01-01.."),
        ("since the END of 2021", "2021-12-31.."),
        ("after the end of 2021", "2022-01-01.."),
        ("by the end of 2021", "..2021-12-31"),
        ("before the end of 2021|2021年底前", "..2021-12-30"),
        ("before the start of 2021", "..2020-12-31"),
    ],
)  # fmt: skip
def test_dates_as_people_say_them(queries: str, days: str) -> None:
    """Dates are found with the words that limit them, and two of them as a range."""
    for query in queries.split("|"):
        assert found(query) == f"{query} = {days}"


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("legco funding in oct 2022?", "in oct 2022 = 2022-10-01..2022-10-31"),
        ("園區2021年12月有咩進展", "2021年12月 = 2021-12-01..2021-12-31"),
        ("package 1, Jan 2021", "Jan 2021 = 2021-01-01..2021-01-31"),
        ("2018 oct 2023", "2018 = 2018-01-01..2018-12-31; oct 2023 = 2023-10-01..2023-10-31"),
        ("2021 or 2022", "2021 = 2021-01-01..2021-12-31; 2022 = 2022-01-01..2022-12-31"),
        ("2021 -2022", "2021 = 2021-01-01..2021-12-31; 2022 = 2022-01-01..2022-12-31"),
        ("between Shenzhen and 2022", "2022 = 2022-01-01..2022-12-31"),
        ("between 2022 and 2021",
         "between 2022 = 2022-01-01..2022-12-31 (between); 2021 = 2021-01-01..2021-12-31"),
        ("2021 to 30 feb 2022", "2021 = 2021-01-01..2021-12-31"),
        # Words that are also others.
        ("may", "may = 5"),
        ("march?", "march = 3"),
        ("approved in may", "in may = 5"),
        ("since march", "since march = 3 (since)"),
        ("late may", "late may = 5 (late)"),
        ("funding May", "May = 5"),
        ("funding 6 may", "6 may = 5-6"),
        ("2022年前海", "2022年 = 2022-01-01..2022-12-31"),
        ("2021年初步設計", "2021年 = 2021-01-01..2021-12-31"),
        ("2021年中央政府", "2021年 = 2021-01-01..2021-12-31"),
    ],
)  # fmt: skip
def test_dates_among_other_words(query: str, dates: str) -> None:
    """What is around a date is left alone; May and March are months where something says so."""
    assert found(query) == dates


@pytest.mark.parametrize(
    "queries",
    [
        "legco funding|since the Loop|between Shenzhen and Hong Kong|six months",
        # Fiscal years, and numbers in an order that one must guess or that no month has.
        "2022-23 budget|2022/23|2021–22|2021-30|2021.09|7/2022|06/09/2021|20/12/2021|1/1/1",
        # Numbers of something else.
        "87 hectares|batch 1|building 6|HK$2021|2021st|x2021|10,000|Q3|first half of the Loop",
        "十年|10年|17年1月|40月|0月|6日|1號大樓|一號大樓|三個月",
        # What the calendar has not, as a whole.
        "30 feb 2021|after 30 feb 2021|2021-13|Q5 2021|third half of 2021|0000|13月|99 may 2021",
        # Verbs.
        "we may sign|who may build|the march of technology|Mayor|marching",
    ],
)
def test_what_is_no_date(queries: str) -> None:
    """Other numbers and words are left to the search, and so is what is only a part of a date."""
    assert {query: found(query) for query in queries.split("|")} == dict.fromkeys(
        queries.split("|"), ""
    )


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("2021-09", "2021-09 2021-09-06"),
        ("6 Sep 2021", "2021-09-06"),
        ("since 6 Sep 2021 until 2021-10", "2021-09 2021-09-06 2021-10"),
        ("september", "2021-09 2021-09-06"),
        ("6 september", "2021-09-06"),
        ("1 september", ""),
    ],
)
def test_which_milestones_match(query: str, dates: str) -> None:
    """A milestone that is dated to its month matches periods, but none of the days in it."""
    assert " ".join(milestone.when for milestone in loopline.load().search(query)) == dates


@settings(max_examples=200)
@given(
    st.one_of(st.text(), st.lists(SHARDS, max_size=8).map(" ".join), st.lists(SHARDS).map("".join))
)
@example("0000年 - 99999999999999999999月")
@example("2021" + "1/1/" * 500)
@example("2021" + "二零二一年" * 400)
@example("6 Sep - " * 250)
def test_no_text_breaks_the_finder(text: str) -> None:
    """The dates of any text are parts of it that follow one another, and are in the calendar."""
    end = 0
    for match in find_dates(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        assert match.period.first <= match.period.last


@settings(max_examples=300)
@given(st.lists(SHARDS, min_size=1, max_size=4).map(" ".join))
def test_the_finder_and_the_reader_agree(text: str) -> None:
    """What is one date by itself means the same in a query."""
    try:
        period = parse_when(text)
    except DateError:
        return
    assert [match.period for match in find_dates(text)] == [period]
