"""What a person may type as a date, what it means, and what is refused."""

import subprocess
import sys
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loopline.dates import parse_when, parse_year, period_between, to_period
from loopline.errors import DateError
from loopline.models import MONTHS, Period

FORMS = 'try 2021, 2021-09, 2021-09-06, "Sep 2021" or "6 Sep 2021"'
ORDER = "numbers alone go year first, with - or / between"
NO_YEAR = "it names no year of four digits"
NOT_ONE = "only one day, month and year may stand in it"
NO_DATE = "there is no such date"

SEPTEMBER = Period.of_month(2021, 9)
THE_SIXTH = Period.of_day(date(2021, 9, 6))

# How a day, and how a month, can be written: year, month's number, month's name and day in.
DAY_FORMS = [
    "{y:04}-{m:02}-{d:02}",
    "{y:04}-{m}-{d}",
    "{y:04}/{m:02}/{d:02}",
    "{y:04}/{m}/{d}",
    "{d} {name} {y:04}",
    "{d:02} {name} {y:04}",
    "{d}-{name}-{y:04}",
    "{d}/{name}/{y:04}",
    "{d}. {name} {y:04}",
    "{name} {d}, {y:04}",
    "{name} {d:02} {y:04}",
    "{name}. {d}, {y:04}",
    "{y:04} {name} {d}",
    "{y:04}-{name}-{d:02}",
    "{d}{th} {name} {y:04}",
    "{d}{th} of {name} {y:04}",
    "{name} {d}{th}, {y:04}",
]
MONTH_FORMS = [
    "{y:04}-{m:02}",
    "{y:04}-{m}",
    "{y:04}/{m:02}",
    "{name} {y:04}",
    "{name}. {y:04}",
    "{name}, {y:04}",
    "{name}-{y:04}",
    "{name}/{y:04}",
    "{name} of {y:04}",
    "{y:04} {name}",
]
SPELLINGS: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    lambda name: name[:3],
    lambda name: name[:3].upper(),
    lambda name: name[:3].lower(),
]
# What dates are made of, in and out of place, and what dateutil would take for part of one.
SHARDS = st.sampled_from(
    [
        *"2021 0099 2021-09-06 6 06 31 30 0 1st 2ND st th Sep sept SEPTEMBER ſep may of".split(),
        *". .. - / , T am pm Z UTC +8 : 10:30 W36 AD ( ⅳ ² ２０２１ Monday a m h and".split(),
        *(" ", "  ", "\t", "\n", "\x1c", "\x85", "\xa0", "\u2028", "\0", "\ufeff", "\ud800"),
    ]
)


def written(form: str, day: date, spelling: Callable[[str], str]) -> str:
    """The day, or its month, written in that form."""
    number = day.day
    th = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    name = spelling(MONTHS[day.month - 1])
    return form.format(y=day.year, m=day.month, d=number, name=name, th=th)


@settings(max_examples=400, deadline=None)
@given(st.dates(), st.sampled_from(DAY_FORMS), st.sampled_from(SPELLINGS))
@example(date(50, 9, 6), "{d} {name} {y:04}", str)
@example(date(6, 9, 6), "{d} {name} {y:04}", str)
@example(date(2020, 2, 29), "{name} {d}, {y:04}", str)
@example(date(2012, 12, 20), "{d} {name} {y:04}", str)
def test_every_day_is_read_in_every_form(
    day: date, form: str, spelling: Callable[[str], str]
) -> None:
    """Every day of the calendar is that one day, in whichever form it is typed."""
    assert parse_when(written(form, day, spelling)) == Period.of_day(day)


@settings(max_examples=300, deadline=None)
@given(st.dates(), st.sampled_from(MONTH_FORMS), st.sampled_from(SPELLINGS))
@example(date(1, 1, 1), "{name} {y:04}", str)
@example(date(31, 1, 1), "{name} {y:04}", str)
@example(date(9999, 12, 31), "{name} {y:04}", str)
def test_every_month_is_read_in_every_form(
    day: date, form: str, spelling: Callable[[str], str]
) -> None:
    """Every month of the calendar is the whole of that month, in whichever form it is typed."""
    month = Period.of_month(day.year, day.month)
    assert parse_when(written(form, day, spelling)) == month


@settings(max_examples=100, deadline=None)
@given(st.integers(MINYEAR, MAXYEAR))
def test_every_year_is_read(year: int) -> None:
    """Every year of the calendar is the whole of that year, as a WHEN and as a YEAR."""
    assert parse_when(f"{year:04}") == parse_year(f"{year:04}") == Period.of_year(year)


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["of_day", "of_month", "of_year"]))
def test_what_is_shown_can_be_typed_back(day: date, kind: str) -> None:
    """The words in which a day, a month or a year is shown are themselves a WHEN."""
    period = {
        "of_day": Period.of_day(day),
        "of_month": Period.of_month(day.year, day.month),
        "of_year": Period.of_year(day.year),
    }[kind]
    assert parse_when(period.describe()) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021", Period.of_year(2021)),
        ("2021-09", SEPTEMBER),
        ("Sep 2021", SEPTEMBER),
        ("Sept 2021", SEPTEMBER),
        ("sept. 2021", SEPTEMBER),
        ("SEPTEMBER 2021", SEPTEMBER),
        ("Sep 2021.", SEPTEMBER),
        ("Sep\xa02021", SEPTEMBER),
        ("  2021-09\n", SEPTEMBER),
        ("2021-09-06", THE_SIXTH),
        ("6 Sep 2021", THE_SIXTH),
        ("Sep 6, 2021", THE_SIXTH),
        ("6TH sep 2021", THE_SIXTH),
        ("  6   Sep   2021 ", THE_SIXTH),
        ("2020-02-29", Period.of_day(date(2020, 2, 29))),
        ("29 Feb 2000", Period.of_day(date(2000, 2, 29))),
        ("May 2021", Period.of_month(2021, 5)),
    ],
)
def test_a_when_is_a_period(text: str, period: Period) -> None:
    """A year, a month or a day is all of its days, with whatever blanks and case."""
    assert parse_when(text) == period


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # No year, or one of two digits.
        ("", ORDER),
        ("   ", ORDER),
        ("5", ORDER),
        ("99", ORDER),
        ("21-09", ORDER),
        ("Monday", NO_YEAR),
        ("Sep", NO_YEAR),
        ("6 Sep", NO_YEAR),
        ("6 Sep 21", NO_YEAR),
        ("Sep 21", NO_YEAR),
        ("Sep '21", NO_YEAR),
        ("today", NO_YEAR),
        ("latest", NO_YEAR),
        ("last Sep", NO_YEAR),
        # An order one must guess, or numbers in no form at all.
        ("06/09/2021", ORDER),
        ("13/09/2021", ORDER),
        ("09-2021", ORDER),
        ("2021.09", ORDER),
        ("2021 09", ORDER),
        ("2021-09/06", ORDER),
        ("2021-", ORDER),
        ("2021-09-", ORDER),
        ("2021-009", ORDER),
        ("20210906", ORDER),
        ("12021", ORDER),
        ("-2021", ORDER),
        ("2021-09-06 2022", ORDER),
        ("..", ORDER),
        ("2021..2022", ORDER),
        ("２０２１", ORDER),
        ("٢٠٢١", ORDER),
        ("2021-W36-1", NOT_ONE),
        # A time of day, a weekday, a zone, or more than one date.
        ("2021-09-06 10:30", ORDER),
        ("2021-09-06T10:30", NOT_ONE),
        ("6 Sep 2021 10:30", NOT_ONE),
        ("6 Sep 2021 2pm", NOT_ONE),
        ("6 Sep 2021 UTC", NOT_ONE),
        ("Monday 6 Sep 2021", NOT_ONE),
        ("6 Sep 2021 AD", NOT_ONE),
        ("Sep 2021 2022", NOT_ONE),
        ("Sep 2021 to Oct 2021", NOT_ONE),
        ("Aug/Sep 2021", NOT_ONE),
        ("6-7 Sep 2021", NOT_ONE),
        ("Mai 2021", NOT_ONE),
        ("about 2021", NOT_ONE),
        # Days, months and years that are not in the calendar.
        ("0000", NO_DATE),
        ("2021-00", NO_DATE),
        ("2021-13", NO_DATE),
        ("2021-09-00", NO_DATE),
        ("2021-09-31", NO_DATE),
        ("2021-02-29", NO_DATE),
        ("1900-02-29", NO_DATE),
        ("Sep 0000", NO_DATE),
        ("0 Sep 2021", NO_DATE),
        ("31 Sep 2021", NO_DATE),
        ("32 Sep 2021", NO_DATE),
        ("Feb 29, 2021", NO_DATE),
    ],
)
def test_what_one_must_guess_is_refused(text: str, reason: str) -> None:
    """What is no date, or could be two, is refused with the reason and the forms that work."""
    with pytest.raises(DateError) as refusal:
        parse_when(text)
    assert str(refusal.value) == f"“{text.strip()}” cannot be read as a date: {reason}; {FORMS}"


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(st.characters()), st.lists(SHARDS, max_size=7).map("".join)))
@example("Sep 2021 " * 1000)
@example("9" * 6000)
@example("6 Sep " + "9" * 6000)
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text at all is a period of one year or is refused in one printable line."""
    period = refusal = None
    try:
        period = parse_when(text)
    except DateError as error:
        refusal = str(error)
    if period:
        assert f"{period.first.year:04}" in text
        assert period.first.year == period.last.year
        assert period.first <= period.last
    else:
        assert refusal
        assert refusal.isprintable()


@pytest.mark.parametrize("text", ["2021", " 2021 ", "2021\n"])
def test_a_year_has_four_digits(text: str) -> None:
    """A YEAR is four digits, with or without blanks around them."""
    assert parse_year(text) == Period.of_year(2021)


@pytest.mark.parametrize(
    "text", ["", "21", "202", "20210", "2021-09", "Sep 2021", "２０２１", "²⁰²¹"]
)
def test_anything_else_is_no_year(text: str) -> None:
    """Whatever else is given as a YEAR is refused, saying how one is written."""
    with pytest.raises(DateError) as refusal:
        parse_year(text)
    message = f"“{text}” is not a year; write it with four digits, as 2021"
    assert str(refusal.value) == message


def test_there_is_no_year_0() -> None:
    """The year 0 has four digits and yet is in no calendar."""
    with pytest.raises(DateError, match="“0000” cannot be read as a date: there is no such date"):
        parse_year("0000")


@pytest.mark.parametrize("when", ["6 Sep 2021", date(2021, 9, 6), THE_SIXTH])
def test_python_gives_a_when_in_three_forms(when: str | date | Period) -> None:
    """A text, a date and a period of the same day mean the same."""
    assert to_period(when) == THE_SIXTH


def test_a_time_of_day_is_refused_from_python_too() -> None:
    """A datetime, which is also a date, has a time of day, and no milestone has one."""
    with pytest.raises(DateError):
        to_period(datetime(2021, 9, 6, 10, 30))


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2021", "2022", date(2021, 1, 1), date(2022, 12, 31)),
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("Sep 2021", "2021-10", date(2021, 9, 1), date(2021, 10, 31)),
        ("2021-09-06", "2021-09-06", date(2021, 9, 6), date(2021, 9, 6)),
        ("2021-09-06", "2021", date(2021, 9, 6), date(2021, 12, 31)),
        ("2021", "2021-09-06", date(2021, 1, 1), date(2021, 9, 6)),
        (date(2021, 9, 6), Period.of_year(2021), date(2021, 9, 6), date(2021, 12, 31)),
        ("2021", None, date(2021, 1, 1), date.max),
        ("2021", "..", date(2021, 1, 1), date.max),
        (None, "2021", date.min, date(2021, 12, 31)),
        ("..", "2021", date.min, date(2021, 12, 31)),
        ("..", None, date.min, date.max),
    ],
)
def test_a_span_counts_both_its_ends(
    start: str | date | Period | None, end: str | date | Period | None, first: date, last: date
) -> None:
    """START counts from its first day, END to its last, and what is left open has no end."""
    assert period_between(start, end) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("2022", "2021", "2022 is after 2021; the earlier date goes first"),
        (
            "Sep 2021",
            "6 Aug 2021",
            "September 2021 is after 6 August 2021; the earlier date goes first",
        ),
        (date(2022, 1, 1), "2021", "1 January 2022 is after 2021; the earlier date goes first"),
    ],
)
def test_start_after_end_is_refused(start: str | date, end: str, message: str) -> None:
    """START after END is refused, saying which is after which."""
    with pytest.raises(DateError) as refusal:
        period_between(start, end)
    assert str(refusal.value) == message


def test_a_period_after_another_is_told_in_words() -> None:
    """The refusal of two periods in the wrong order is a sentence, not Python."""
    with pytest.raises(DateError) as refusal:
        period_between(SEPTEMBER, Period.of_year(2020))
    message = str(refusal.value)
    assert "Period(" not in message
    assert "2021" in message


@pytest.mark.parametrize(("start", "end"), [("soon", "2021"), ("2021", "soon"), ("soon", None)])
def test_either_end_of_a_span_must_be_a_date(start: str, end: str | None) -> None:
    """An end that is no WHEN is refused as it is on its own."""
    with pytest.raises(DateError, match=f"“soon” cannot be read as a date: {NO_YEAR}; "):
        period_between(start, end)


@pytest.mark.parametrize(("text", "is_loaded"), [("2021-09-06", False), ("6 Sep 2021", True)])
def test_only_a_month_s_name_waits_for_dateutil(text: str, is_loaded: bool) -> None:
    """A date in numbers does not pay for loading dateutil."""
    program = (
        "import sys; from loopline.dates import parse_when; "
        f"parse_when({text!r}); print('dateutil' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"{is_loaded}\n"


@pytest.mark.parametrize("text", ["Sep 2021 10", "10 2021 Sep", "2021 10 Sep"])
def test_an_order_that_nobody_writes_is_refused(text: str) -> None:
    """Day, month and year in an order of which one would have to guess the meaning are refused."""
    with pytest.raises(DateError, match="only one day, month and year may stand in it"):
        parse_when(text)
