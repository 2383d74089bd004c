"""What a person may type as a date, what it means, and what is refused."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loopline.date_arguments import parse_range, parse_whens
from loopline.date_finder import DateMatch, find_dates
from loopline.dates import parse_when, parse_year, to_period
from loopline.errors import DateError
from loopline.models import MONTHS, Period

Run = Callable[..., tuple[int, str, str]]

FORMS = "Write 2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021."
NUMERIC = "numbers alone go year first, with - or / between"
NO_YEAR = "it has no four-digit year"
TODAY = "it needs the year in figures, as nothing depends on today’s date"
TIME = "it has a time of day"

# How a day, a month, a quarter and a year can be written.
WRITTEN = {
    "day": """
        {y:04}-{m:02}-{d:02}|{y:04}/{m}/{d}|{y:04}年{m}月{d}日|{y:04} 年 {m} 月 {d} 號
        |{d} {name} {y:04}|{d:02}-{name}-{y:04}|{d}/{name}/{y:04}|{d}. {name} {y:04}|{d}{name}{y:04}
        |{d}.{name},{y:04}|{name} {d}, {y:04}|{name} {d},{y:04}|{name} {d}.{y:04}
        |{name} {d:02} {y:04}|{name}. {d}, {y:04}|{y:04} {name} {d}|{y:04}-{name}-{d:02}
        |{d}{th} {name} {y:04}|{d}{th} of {name}, {y:04}|{d}{th} OF {name} OF {y:04}
        |{name} {d}{th}, {y:04}
        """,
    "month": """
        {y:04}-{m:02}|{y:04}-{m}|{y:04}/{m:02}|{y:04}年{m}月|{y:04}年 {m:02} 月份|{name} {y:04}
        |{name}{y:04}|{name}. {y:04}|{name},{y:04}|{name}-{y:04}|{name}/{y:04}|{name} of {y:04}
        |{y:04} {name}
        """,
    "quarter": "Q{q} {y:04}|q{q}-{y:04}|Q{q} of {y:04}|{y:04}Q{q}|{y:04} q{q}|{y:04}年第{q}季度",
    "year": "{y:04}|{y:04}年|{y:04} 年",
}
WAYS = [(unit, form.strip()) for unit, forms in WRITTEN.items() for form in forms.split("|")]
SPELLINGS: list[Callable[[str], str]] = [str, str.upper, lambda s: s[:3], lambda s: s[:3].lower()]
# What dates are made of, in and out of place, and what dateutil would take for part of one.
SHARDS = st.sampled_from(
    [
        *"2021 0099 2021-09-06 6 06 31 30 0 1st 2ND st th Sep sept SEPTEMBER ſep may of q3".split(),
        *".. . - / , T am pm Z UTC +8 : 10:30 W36 AD ( ⅳ ² ２０２１ Monday a m h and Setp".split(),
        *"年 月 日 2021年 9月 6日 ９ 至 十 二零二一 上半年 half first quarter".split(),
        *(" ", "  ", "\t", "\n", "\x1c", "\x85", "\xa0", "\u2028", "\0", "\ufeff", "\ud800"),
    ]
)


def months(year: int, first: int, last: int) -> Period:
    """Return the days from the first of a month to the last of another."""
    return Period(Period.of_month(year, first).first, Period.of_month(year, last).last)


@settings(max_examples=600)
@given(st.dates(), st.sampled_from(WAYS), st.sampled_from(SPELLINGS))
@example(date(6, 9, 6), ("day", "{d} {name} {y:04}"), str)
@example(date(2024, 2, 29), ("day", "{name} {d},{y:04}"), str)
@example(date(31, 1, 1), ("month", "{name} {y:04}"), str)
@example(date(9999, 12, 31), ("month", "{name} {y:04}"), str)
def test_every_date_is_read_in_every_form(
    day: date, way: tuple[str, str], spelling: Callable[[str], str]
) -> None:
    """Every day, month, quarter and year is read in whichever form it is typed, and in a query."""
    y, m, d, q = day.year, day.month, day.day, (day.month + 2) // 3
    th = "th" if d in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    unit, form = way
    text = form.format(y=y, m=m, d=d, q=q, th=th, name=spelling(MONTHS[m - 1]))
    period = {
        "day": Period.of_day(day),
        "month": months(y, m, m),
        "quarter": months(y, 3 * q - 2, 3 * q),
        "year": months(y, 1, 12),
    }[unit]
    assert parse_when(text) == period
    assert find_dates(f"legco {text}, funding") == [DateMatch(6, 6 + len(text), period)]


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        ("H1 2021|2021H1|first half of 2021|the 1st half 2021|2021年上半年", months(2021, 1, 6)),
        ("H2 2021|2021 h2|Second Half of 2021|2nd half, 2021|2021年下半年", months(2021, 7, 12)),
        (
            "3rd quarter of 2021|third quarter 2021|2021年第三季|2021年三季度|第三季2021",
            months(2021, 7, 9),
        ),
        ("fourth quarter of 2021|4th quarter 2021|2021年第四季", months(2021, 10, 12)),
        ("二零二一年九月|二〇二一年9月|２０２１年９月|Sept. 2021", months(2021, 9, 9)),
        ("二零二一年十月|2021年十月", months(2021, 10, 10)),
        ("２０２１|２０２１年", months(2021, 1, 12)),
        ("6\xa0Sep\xa02021.|  6   Sept.  2021 |6TH SEP 2021", Period.of_day(date(2021, 9, 6))),
        ("二零二一年九月六日|２０２１年９月６日|2021-09-06\n", Period.of_day(date(2021, 9, 6))),
        ("二〇二一年十二月二十日|2021年12月二十號", Period.of_day(date(2021, 12, 20))),
        ("2021年十月三十一号", Period.of_day(date(2021, 10, 31))),
    ],
)
def test_other_ways_to_write_a_date(texts: str, period: Period) -> None:
    """Halves and quarters are read, Chinese numerals too, whatever blanks stand between."""
    assert {text: parse_when(text) for text in texts.split("|")} == dict.fromkeys(
        texts.split("|"), period
    )


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        # No year, or one of two digits.
        ("5|99|21-09|Sep|6 Sep|6 Sep 21|Sep '21|9月6日|Q3|first half", NO_YEAR),
        ("this year|last month|today|next quarter|今天|今年|上個月", TODAY),
        # An order one must guess, or numbers in no form at all.
        ("06/09/2021", "it could be 2021-06-09 or 2021-09-06"),
        ("7/2022|07-2022|7.2022", f"{NUMERIC}; did you mean “2022-07”?"),
        ("20/12/2021|12/20/2021", f"{NUMERIC}; did you mean “2021-12-20”?"),
        ("2021.09|2021 9", f"{NUMERIC}; did you mean “2021-09”?"),
        ("2021 9 6", f"{NUMERIC}; did you mean “2021-09-06”?"),
        ("2021-009|12021|2021-09-06 2022|20210906|Sep 2021 10|10 2021 Sep|-Sep 2021", ""),
        # More than one date.
        ("Sep 2021 2022|Aug/Sep 2021|6-7 Sep 2021|2021 or 2022|二零二一年九月 2022", ""),
        # Words that are not part of a date.
        ("funding|Monday|last month of 2021", ""),
        ("Monday, 6 Sep 2021", "“Monday” is not part of a date"),
        ("6ddd Sep 2021", "“ddd” is not part of a date"),
        ("mid 2021", "“mid” is not part of a date"),
        ("6 Sep UTC", NO_YEAR),
        ("6 Sep 2021 10:30|2021-09-06T10:30|2021-09-06 10:30|6 Sep 2021 3pm", TIME),
        # Months that were probably meant.
        ("6 Setp 2021", "“Setp” is not part of a date; did you mean “Sep”?"),
        ("Ocotber 2021", "“Ocotber” is not part of a date; did you mean “October”?"),
        # Days, months and years that are not in the calendar.
        ("0000|Sep 0000", "there is no year 0000"),
        ("2021-13-06|2021年13月6日", "there is no month 13"),
        ("2021-00|2021-00-06", "there is no month 00"),
        ("2021-22|2021/22", "there is no month 22"),
        ("2021-09-31|31 Sep 2021|2021年9月31日|Sep 31,2021", "that month has no day 31"),
        ("Feb 29, 2021|1900-02-29", "that month has no day 29"),
        ("99 Sep 2021|Sep 99,2021|Sep 99.2021|2021-Sep-99", "that month has no day 99"),
        (
            "Q5 2021|2021 H3|third half of 2021|2021年第五季",
            "a year has four quarters and two halves",
        ),
    ],
)
def test_what_is_no_date_is_refused(texts: str, reason: str) -> None:
    """What is no date, or could be two, is refused with the true reason and what works."""
    because = f": {reason}" if reason else ""
    instead = "" if reason.endswith("?") else f". {FORMS}"
    for text in texts.split("|"):
        with pytest.raises(DateError) as refusal:
            parse_when(text)
        assert str(refusal.value) == f"“{text}” is not a date{because}{instead}"
        meant = reason.split("did you mean “")[1:]
        assert refusal.value.suggestion == (meant[0][:-2] if meant else None)


@settings(max_examples=200)
@given(st.one_of(st.text(st.characters()), st.lists(SHARDS, max_size=7).map("".join)))
@example("Sep 2021 " * 1000)
@example("Setp " * 1000)
@example("9" * 6000)
@example("6 Sep " + "9" * 6000)
@example("1/" * 3000)
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text at all is a period of one year or is refused in one printable line."""
    period = message = None
    try:
        period = parse_when(text)
    except DateError as error:
        message = str(error)
    if period:
        digits = unicodedata.normalize("NFKC", text).translate(str.maketrans("零一二", "012"))
        assert f"{period.first.year:04}" in digits
        assert period.first.year == period.last.year
    else:
        assert message
        assert message.isprintable()


@pytest.mark.parametrize("text", ["21", "20210", "2021-09", "2021年9月", "Q3 2021", "二十一二年"])
def test_anything_else_is_no_year(text: str) -> None:
    """A YEAR is four digits; what is none is refused, saying how one is written."""
    assert parse_year(" 2021\n") == parse_year("2021年") == Period.of_year(2021)
    message = f"^“{text}” is not a year. Write it with four digits, such as 2021.$"
    with pytest.raises(DateError, match=message):
        parse_year(text)


@pytest.mark.parametrize(
    "arguments",
    [["show", ""], ["show", "2021", " "], ["between", "", "2022"], ["between", "2021", "to", ""],
     ["list", "--since", ""], ["search", "legco", "--until", ""], ["year", ""]],
)  # fmt: skip
def test_an_empty_argument_is_refused(arguments: list[str], run: Run) -> None:
    """What an unset variable leaves is told as such wherever a date is expected."""
    code, stdout, stderr = run(*arguments)
    assert (code, stdout) == (2, "")
    assert "empty" in stderr


def test_python_gives_dates_in_other_types() -> None:
    """A date, a period and a year as an int are WHENs; a time of day or another type is none."""
    day = date(2021, 9, 6)
    assert to_period("6 Sep 2021") == to_period(day) == to_period(Period.of_day(day)) == (day, day)
    assert to_period(2021) == Period.of_year(2021)
    for year in (21, 0, -2021, 20210906):
        with pytest.raises(DateError, match=f"“{year}” is not a year"):
            to_period(year)
    with pytest.raises(DateError, match=r"“2021-09-06 10:30:00” is not a date: it has a time"):
        to_period(datetime(2021, 9, 6, 10, 30))
    for when in (None, 2021.0, True, ["2021"], (date.min, date.max), b"2021"):
        with pytest.raises(TypeError, match=r"^A WHEN is a str, an int year, a date or a Period"):
            to_period(when)  # type: ignore[arg-type]


# Dates as several arguments.

# The forms in which the year comes last or there are no blanks: these can be told apart.
WHENS = st.one_of(
    st.just("latest"),
    st.builds(
        lambda day, form: form.format(day, MONTHS[day.month - 1], day.month // 4 + 1),
        st.dates(),
        st.sampled_from(
            [
                "{0:%d} {1} {0.year:04}", "{1} {0.day}, {0.year:04}", "{1} {0.year:04}",
                "{0.day}th of {1} {0.year:04}", "{0.year:04}", "{0}", "{0.year:04}年{0.month}月",
                "{0.year:04} 年 {0.month} 月 {0.day} 日", "Q{2} {0.year:04}",
                "second half of {0.year:04}",
            ]
        ),
    ),
)  # fmt: skip
WORDS = st.sampled_from("2021 2022 Sep Oct 6 2021-09 latest of x Q3 11".split())


def read(text: str) -> Period | str | None:
    """Return what a text means as one WHEN or `latest`; None if it is neither."""
    try:
        return "latest" if text == "latest" else parse_when(text)
    except DateError:
        return None


def all_readings(words: list[str]) -> list[list[str]]:
    """Return every way to join all of the words into dates, found by trying all of them."""
    cuts = [
        (0, *inner, len(words))
        for number in range(len(words))
        for inner in combinations(range(1, len(words)), number)
    ]
    parted = [[" ".join(words[i:j]) for i, j in pairwise(cut)] for cut in cuts]
    return [dates for dates in parted if all(map(read, dates))]


@settings(max_examples=300)
@given(st.lists(WHENS, min_size=1, max_size=5))
@example(["2018", "October 2023", "latest"])
@example(["2018", "September 6, 2021"])
@example(["2021", "2018 年 9 月 6 日"])
def test_dates_need_no_quotes(whens: list[str]) -> None:
    """Dates one after the other are read as these dates, whether each is quoted or none."""
    expected = list(map(read, whens))
    assert parse_whens(whens) == expected
    assert parse_whens(" ".join(whens).split()) == expected


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=7))
@example("2021 Sep 6 2022".split())
@example("2021 Sep 2022 Oct".split())
@example("2021 Oct 11 Feb 2021".split())
def test_no_date_is_guessed(words: list[str]) -> None:
    """What is read is the only way to read it, but for a month between two years."""
    readings = [list(map(read, dates)) for dates in all_readings(words)]
    try:
        whens = parse_whens(words)
    except DateError:
        assert len(readings) != 1
    else:
        assert whens in readings
        assert len(readings) == 1 or re.search(r"\d{4} (Sep|Oct|Q3) \d{4}", " ".join(words))


@pytest.mark.parametrize(
    ("words", "whens"),
    [
        ([], []),
        (["2018", "Oct", "2023"], ["2018", "Oct 2023"]),
        (["2021", "Q3", "2022"], ["2021", "Q3 2022"]),
        (["Latest,", "2021,", "Sep", "2022"], ["latest", "2021", "Sep 2022"]),
        (["Sep", "6,", "2021,", "2022"], ["6 Sep 2021", "2022"]),
        (["2021", "Sep 6 2022"], ["2021", "6 Sep 2022"]),
        (["2021 Sep 6", "2022"], ["6 Sep 2021", "2022"]),
        (["6 Sep", "2021"], ["6 Sep 2021"]),
        (["2018 Oct", "2023"], ["Oct 2018", "2023"]),
        (["2018", "Sep", "6,", "2021"], ["2018", "6 Sep 2021"]),
        (["2021", "Sep,", "2022"], ["2021", "Sep 2022"]),
        (["2021-09,", "2021-10"], ["2021-09", "2021-10"]),
        (["2021 Sep 2022 Oct"], ["Sep 2021", "Oct 2022"]),
    ],
)
def test_how_arguments_are_joined(words: list[str], whens: list[str]) -> None:
    """Commas between dates do no harm, and quotation marks settle what belongs together."""
    assert parse_whens(words) == list(map(read, whens))


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("Jul 2021 Dec 2021|2021-07 to 2021-12|2021-07..2021-12", "Jul 2021", "Dec 2021"),
        ("2021-07...2021-12|2021年7月至2021年12月", "Jul 2021", "Dec 2021"),
        ("6 Sep 2021 and 20 Dec 2021|6 Sep 2021..20 Dec 2021", "6 Sep 2021", "20 Dec 2021"),
        ("2021 UNTIL Sep 2022|2021 — Sep 2022|2021..Sep 2022|2021...Sep 2022", "2021", "Sep 2022"),
        ("2021 – 2022|2021–2022|2021-2022|2021年 到 2022年", "2021", "2022"),
        ("2021 Sep - 2022", "Sep 2021", "2022"),
        ("Q1 2021 to second half of 2022", "Q1 2021", "H2 2022"),
        ("Oct 2022", "Oct 2022", None),
        ("6-Sep-2021|2021-09-06", "6 Sep 2021", None),
        ("2018..|2018 to ..", "2018", None),
        (".. 2018|…2018", None, "2018"),
        ("..|.. ..|", None, None),
        ("2023 latest|2023 to Latest", "2023", "latest"),
    ],
)
def test_a_range_is_two_dates(typed: str, start: str | None, end: str | None) -> None:
    """START and END may be parted by a word or a sign, open, and in quotation marks or not."""
    expected = (start and read(start), end and read(end))
    for text in typed.split("|"):
        assert parse_range(text.split()) == expected, text
        assert parse_range([text] if text else []) == expected, text


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("show 2019 2021 Sep 6 2022 2023",
         "“2021” can be read as one date or as a part of “2021 Sep 6”. "
         "Put each date in quotation marks."),
        ("show 2021 Oct 11 Feb 2021",
         "“2021 Oct” can be read as one date or as a part of “2021 Oct 11”."),
        ("between 2021 Sep 6 2022", "“2021” can be read as one date or as a part of “2021 Sep 6”."),
        ("show 2022 6 Setp 2021 2023",
         "“6 Setp 2021” is not a date: “Setp” is not part of a date; did you mean “Sep”?"),
        ("between 2021 to Setp 2022", "“Setp” is not part of a date; did you mean “Sep”?"),
        ("show 2021 funding", f"“funding” is not a date. {FORMS}"),
        ("show 31 Sep 2021", f"“31 Sep 2021” is not a date: that month has no day 31. {FORMS}"),
        ("show 6 Sep latest", f"“6 Sep latest” is not a date: {NO_YEAR}. {FORMS}"),
        ("show this year", f"“this year” is not a date: {TODAY}. {FORMS}"),
        ("between Jul and Dec 2021", f"“Jul” is not a date: {NO_YEAR}. {FORMS}"),
        ("between - 2018", f"“-” is not a date. {FORMS}"),
        ("between 2018 to", f"“to” is not a date. {FORMS}"),
        ("between 2018 to 2019 to 2020", "“to” is not part of a date"),
        ("between 2018 2019 2020", "Give one START and one END, such as between 2021 and 2022."),
        ("between 2018 2019 to 2020", "Give one START and one END, such as between 2021 and 2022."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(typed: str, message: str, run: Run) -> None:
    """Of many arguments, the error names those that are no date, or could be two."""
    code, stdout, stderr = run(*typed.split())
    assert (code, stdout) == (2, "")
    assert message in stderr
