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

FORMS = "Accepted forms: 2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021."
NUMERIC = "all-numeric dates must be YYYY, YYYY-MM or YYYY-MM-DD"
NO_YEAR = "it has no four-digit year"
NO_DATE = "there is no such date"
ORDER = "day, month and year are not in a usual order"

THE_SIXTH = Period.of_day(date(2021, 9, 6))

# How a day, and how a month, can be written: year, month's number, month's name and day in.
DAY_FORMS = [
    "{y:04}-{m:02}-{d:02}",
    "{y:04}/{m}/{d}",
    "{y:04}年{m}月{d}日",
    "{y:04} 年 {m} 月 {d} 號",
    "{y:04}年{m:02}月{d:02}号",
    "{d} {name} {y:04}",
    "{d:02} {name} {y:04}",
    "{d}-{name}-{y:04}",
    "{d}/{name}/{y:04}",
    "{d}. {name} {y:04}",
    "{d}.{name},{y:04}",
    "{name} {d}, {y:04}",
    "{name} {d},{y:04}",
    "{name} {d}.{y:04}",
    "{name} {d:02} {y:04}",
    "{name}. {d}, {y:04}",
    "{y:04} {name} {d}",
    "{y:04}-{name}-{d:02}",
    "{d}{th} {name} {y:04}",
    "{d}{th} of {name}, {y:04}",
    "{d}{th} OF {name} OF {y:04}",
    "{name} {d}{th}, {y:04}",
]
MONTH_FORMS = [
    "{y:04}-{m:02}",
    "{y:04}-{m}",
    "{y:04}/{m:02}",
    "{y:04}年{m}月",
    "{name} {y:04}",
    "{name}. {y:04}",
    "{name},{y:04}",
    "{name}-{y:04}",
    "{name}/{y:04}",
    "{name} of {y:04}",
    "{y:04} {name}",
]
SPELLINGS: list[Callable[[str], str]] = [
    str,
    str.upper,
    lambda name: name[:3],
    lambda name: name[:3].lower(),
]
# What dates are made of, in and out of place, and what dateutil would take for part of one.
SHARDS = st.sampled_from(
    [
        *"2021 0099 2021-09-06 6 06 31 30 0 1st 2ND st th Sep sept SEPTEMBER ſep may of".split(),
        *".. . - / , T am pm Z UTC +8 : 10:30 W36 AD ( ⅳ ² ２０２１ Monday a m h and Setp".split(),
        *"年 月 日 2021年 9月 6日 ９ 至".split(),
        *(" ", "  ", "\t", "\n", "\x1c", "\x85", "\xa0", "\u2028", "\0", "\ufeff", "\ud800"),
    ]
)


def write(form: str, day: date, spelling: Callable[[str], str]) -> str:
    """Return the day, or its month, written in that form."""
    number = day.day
    th = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    name = spelling(MONTHS[day.month - 1])
    return form.format(y=day.year, m=day.month, d=number, name=name, th=th)


@settings(max_examples=500, deadline=None)
@given(st.dates(), st.sampled_from(DAY_FORMS), st.sampled_from(SPELLINGS))
@example(date(6, 9, 6), "{d} {name} {y:04}", str)
@example(date(50, 9, 6), "{d} {name} {y:04}", str)
@example(date(2024, 2, 29), "{name} {d},{y:04}", str)
def test_every_day_is_read_in_every_form(
    day: date, form: str, spelling: Callable[[str], str]
) -> None:
    """Every day of the calendar is that one day, in whichever form it is typed."""
    assert parse_when(write(form, day, spelling)) == Period.of_day(day)


@settings(max_examples=300, deadline=None)
@given(st.dates(), st.sampled_from(MONTH_FORMS), st.sampled_from(SPELLINGS))
@example(date(31, 1, 1), "{name} {y:04}", str)
@example(date(9999, 12, 31), "{name} {y:04}", str)
def test_every_month_is_read_in_every_form(
    day: date, form: str, spelling: Callable[[str], str]
) -> None:
    """Every month of the calendar is the whole of that month, in whichever form it is typed."""
    month = Period.of_month(day.year, day.month)
    assert parse_when(write(form, day, spelling)) == month


@settings(max_examples=100, deadline=None)
@given(st.integers(MINYEAR, MAXYEAR), st.sampled_from(["", "年", " 年"]))
def test_every_year_is_read(year: int, suffix: str) -> None:
    """Every year of the calendar is the whole of that year, as a WHEN and as a YEAR."""
    text = f" {year:04}{suffix}\n"
    assert parse_when(text) == parse_year(text) == Period.of_year(year)


@settings(max_examples=200, deadline=None)
@given(
    st.dates().flatmap(
        lambda day: st.sampled_from(
            [
                Period.of_day(day),
                Period.of_month(day.year, day.month),
                Period.of_year(day.year),
            ]
        )
    )
)
def test_what_is_shown_can_be_typed_back(period: Period) -> None:
    """The words in which a day, a month or a year is shown are themselves a WHEN."""
    assert parse_when(period.describe()) == period


@pytest.mark.parametrize(
    "text",
    [
        "  6   Sept.  2021 ",
        "6\xa0Sep\xa02021.",
        "6TH SEP 2021",
        "２０２１年９月６日",
        "2021-09-06\n",
    ],
)
def test_blanks_stops_and_full_width_digits_do_not_matter(text: str) -> None:
    """What an editor or a Chinese keyboard adds to a date is no reason to refuse it."""
    assert parse_when(text) == THE_SIXTH


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # No year, or one of two digits.
        *((text, NUMERIC) for text in ("", "5", "99", "21-09")),
        *((text, NO_YEAR) for text in ("Sep", "6 Sep", "6 Sep 21", "Sep '21", "9月6日", "今天")),
        # An order one must guess, or numbers in no form at all.
        *((text, NUMERIC) for text in ("06/09/2021", "13/09/2021", "09-2021", "2021-009")),
        *((text, NUMERIC) for text in ("12021", "2021-09-06 10:30", "2021-09-06 2022", "..")),
        *(
            (text, ORDER)
            for text in ("Sep 2021 10", "10 2021 Sep", "2021 10 Sep", "-Sep 2021", "2021 Sep of")
        ),
        # More than one date.
        ("Sep 2021 2022", "it has more than one year"),
        ("Aug/Sep 2021", "it has more than one month"),
        ("6-7 Sep 2021", "it has more than one day"),
        # Words that are not part of a date.
        ("Monday", "“Monday” is not part of a date"),
        ("Monday, 6 Sep 2021", "“Monday” is not part of a date"),
        ("6 Sep 2021 10:30", "“10:30” is not part of a date"),
        ("2021-09-06T10:30", "“06T10:30” is not part of a date"),
        ("6 Sep UTC", "“UTC” is not part of a date"),
        ("about 2021", "“about” is not part of a date"),
        ("6ddd Sep 2021", "“6ddd” is not part of a date"),
        ("ſep 2021", "“ſep” is not part of a date"),
        ("Mai 2021", "“Mai” is not part of a date"),
        # Months that were probably meant, and numbers that lack only their hyphens.
        ("6 Setp 2021", "“Setp” is not part of a date; did you mean “Sep”?"),
        ("Jume 2021", "“Jume” is not part of a date; did you mean “June”?"),
        ("Ocotber 2021", "“Ocotber” is not part of a date; did you mean “October”?"),
        ("2021.09", f"{NUMERIC}; did you mean “2021-09”?"),
        ("2021 9 6", f"{NUMERIC}; did you mean “2021-9-6”?"),
        ("20210906", f"{NUMERIC}; did you mean “2021-09-06”?"),
        ("２０２１", f"{NUMERIC}; did you mean “2021”?"),
        # Days, months and years that are not in the calendar.
        *((text, NO_DATE) for text in ("0000", "2021-00", "2021-13", "2021-09-31", "1900-02-29")),
        *((text, NO_DATE) for text in ("Sep 0000", "0 Sep 2021", "Feb 29, 2021", "2021年13月")),
        ("20210931", NUMERIC),
    ],
)
def test_what_is_no_date_is_refused(text: str, reason: str) -> None:
    """What is no date, or could be two, is refused with what is wrong and the forms that work."""
    with pytest.raises(DateError) as refusal:
        parse_when(text)
    stop = "" if reason.endswith("?") else "."
    assert str(refusal.value) == f"“{text}” cannot be read as a date: {reason}{stop} {FORMS}"
    meant = reason.split("did you mean “")[1:]
    assert refusal.value.suggestion == (meant[0][:-2] if meant else None)


@pytest.mark.parametrize("form", ["Sep {},2021", "Sep {}.2021", "{} Sep 2021", "2021-Sep-{}"])
def test_no_month_has_more_than_31_days(form: str) -> None:
    """A day from 32 to 99 is refused, also where it and the year look like a decimal number."""
    for day in range(32, 100):
        with pytest.raises(DateError, match=NO_DATE):
            parse_when(form.format(day))


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(st.characters()), st.lists(SHARDS, max_size=7).map("".join)))
@example("Sep 2021 " * 1000)
@example("Setp " * 1000)
@example("9" * 6000)
@example("6 Sep " + "9" * 6000)
def test_no_text_breaks_the_parser(text: str) -> None:
    """Any text at all is a period of one year or is refused in one printable line."""
    period = refusal = None
    try:
        period = parse_when(text)
    except DateError as error:
        refusal = str(error)
    if period:
        assert f"{period.first.year:04}" in text.translate(str.maketrans("０２１９", "0219"))
        assert period.first.year == period.last.year
        assert period.first <= period.last
    else:
        assert refusal
        assert refusal.isprintable()


@pytest.mark.parametrize(
    "text", ["", "21", "202", "20210", "2021-09", "2021年9月", "Sep 2021", "２０２１", "²⁰²¹"]
)
def test_anything_else_is_no_year(text: str) -> None:
    """What is given as a YEAR and is none is refused, saying how one is written."""
    with pytest.raises(DateError) as refusal:
        parse_year(text)
    message = f"“{text}” is not a year. Write it with four digits, such as 2021."
    assert str(refusal.value) == message


@pytest.mark.parametrize("when", ["6 Sep 2021", date(2021, 9, 6), THE_SIXTH])
def test_python_gives_a_day_in_three_forms(when: str | date | Period) -> None:
    """A text, a date and a period of the same day mean the same."""
    assert to_period(when) == THE_SIXTH


def test_python_gives_a_year_as_a_number() -> None:
    """A year may be an int of four digits; nothing else about a number is guessed."""
    assert to_period(2021) == Period.of_year(2021)
    for year in (21, 0, -2021, 20210906):
        with pytest.raises(DateError, match=f"“{year}” is not a year"):
            to_period(year)


def test_a_time_of_day_is_refused_from_python_too() -> None:
    """A datetime, which is also a date, has a time of day, and no milestone has one."""
    with pytest.raises(DateError, match=r"“2021-09-06 10:30:00” .* it has a time of day"):
        to_period(datetime(2021, 9, 6, 10, 30))


@pytest.mark.parametrize("when", [None, 2021.0, True, ["2021"], (date.min, date.max), b"2021"])
def test_a_wrong_type_is_told_in_a_sentence(when: object) -> None:
    """What is no WHEN by its type is a TypeError that names the types that are."""
    with pytest.raises(TypeError, match=r"^A WHEN is a str, an int year, a date or a Period, not "):
        to_period(when)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("Sep 2021", 2022, date(2021, 9, 1), date(2022, 12, 31)),
        ("2021-09-06", "2021-09-06", date(2021, 9, 6), date(2021, 9, 6)),
        ("2021-09-06", "2021", date(2021, 9, 6), date(2021, 12, 31)),
        (date(2021, 9, 6), Period.of_year(2021), date(2021, 9, 6), date(2021, 12, 31)),
        ("2021", None, date(2021, 1, 1), date.max),
        ("2021", "..", date(2021, 1, 1), date.max),
        (None, "2021", date.min, date(2021, 12, 31)),
        ("..", 2021, date.min, date(2021, 12, 31)),
    ],
)
def test_a_range_has_both_its_ends(
    start: str | date | Period | None, end: str | int | Period | None, first: date, last: date
) -> None:
    """START counts from its first day, END to its last, and what is left open has no limit."""
    assert period_between(start, end) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("2022", "2021", "2022 is after 2021. Put the earlier date first."),
        (
            Period.of_month(2021, 9),
            "2021-08-31",
            "September 2021 is after 31 August 2021. Put the earlier date first.",
        ),
    ],
)
def test_start_after_end_is_refused(start: str | Period, end: str, message: str) -> None:
    """START after END is refused, saying in words which is after which."""
    with pytest.raises(DateError) as refusal:
        period_between(start, end)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("text", "loaded"),
    [("2021-09-06", []), ("2021年9月6日", []), ("6 Sep 2021", ["dateutil"])],
)
def test_only_the_name_of_a_month_waits_for_dateutil(text: str, loaded: list[str]) -> None:
    """A date in numbers does not pay for loading dateutil, nor does a valid one for suggestions."""
    program = (
        "import sys; from loopline.dates import parse_when; "
        f"parse_when({text!r}); print([m for m in ('dateutil', 'difflib') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"{loaded}\n"
