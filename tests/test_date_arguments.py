"""Dates that are typed without quotation marks: how arguments are joined, and when they are not."""

import subprocess
import sys
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from loopline.date_arguments import split_range, split_whens
from loopline.dates import parse_when
from loopline.errors import DateError
from loopline.models import MONTHS

FORMS = "Accepted forms: 2021, 2021-09, 2021-09-06, Sep 2021 or 6 Sep 2021."

# The forms in which the year comes last or there are no blanks: these can be told apart.
WHENS = st.one_of(
    st.just("latest"),
    st.builds(
        lambda day, form: form.format(day, MONTHS[day.month - 1]),
        st.dates(),
        st.sampled_from(
            [
                "{0:%d} {1} {0.year:04}",
                "{1} {0.day}, {0.year:04}",
                "{0.day}th of {1} {0.year:04}",
                "{1} {0.year:04}",
                "{0.year:04}",
                "{0}",
                "{0.year:04}年{0.month}月",
                "{0.year:04} 年 {0.month} 月 {0.day} 日",
            ]
        ),
    ),
)
WORDS = st.sampled_from(["2021", "2022", "Sep", "Oct", "6", "6,", "2021-09", "latest", "of", "x"])


def is_date(text: str) -> bool:
    """Return whether a text is a WHEN or `latest`."""
    try:
        return text == "latest" or bool(parse_when(text))
    except DateError:
        return False


def all_readings(words: list[str]) -> list[tuple[str, ...]]:
    """Return every way to join all of the words into dates, found by trying all of them."""
    cuts = [
        (0, *inner, len(words))
        for number in range(len(words))
        for inner in combinations(range(1, len(words)), number)
    ]
    parted = [tuple(" ".join(words[start:end]) for start, end in pairwise(cut)) for cut in cuts]
    return [dates for dates in parted if all(map(is_date, dates))]


@settings(max_examples=300, deadline=None)
@given(st.lists(WHENS, min_size=1, max_size=5))
@example(["2018", "October 2023", "latest"])
@example(["2018", "September 6, 2021"])
@example(["2021", "2018 年 9 月 6 日"])
def test_dates_need_no_quotes(whens: list[str]) -> None:
    """Dates that are typed one after the other are read as these dates."""
    assert split_whens(" ".join(whens).split()) == tuple(whens)


@settings(max_examples=300, deadline=None)
@given(st.lists(WHENS, min_size=1, max_size=5))
def test_dates_may_be_quoted(whens: list[str]) -> None:
    """Dates that are each one argument are never parted or joined."""
    assert split_whens(whens) == tuple(whens)


@settings(max_examples=500, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=7))
@example("2021 Sep 6 2022".split())
@example("2021 Sep 2022 Oct".split())
def test_no_date_is_guessed(words: list[str]) -> None:
    """What is read is the only way to read it, but for a year that might belong to a month."""
    readings = all_readings(words)
    # A year before the name of a month and no day, as in “2018 Oct”, is read only if it must be.
    usual = [r for r in readings if not any(d[:4].isdecimal() and len(d.split()) == 2 for d in r)]
    expected = usual or readings
    assume(not any(word.endswith(",") for dates in expected for word in dates))
    if len(expected) == 1:
        assert split_whens(words) == expected[0]
    else:
        with pytest.raises(DateError):
            split_whens(words)


@pytest.mark.parametrize(
    ("words", "whens"),
    [
        (["2021", "Sep"], ("2021 Sep",)),
        (["2018", "Oct", "2023", "2021年", "9月"], ("2018", "Oct 2023", "2021年 9月")),
        (["Latest"], ("latest",)),
        (["latest,", "2021,", "Sep", "2022"], ("latest", "2021", "Sep 2022")),
        (["Sep", "6,", "2021,", "2022"], ("Sep 6, 2021", "2022")),
        (["6 Sep", "2021"], ("6 Sep 2021",)),
        (["2021", "Sep 6 2022"], ("2021", "Sep 6 2022")),
        (["2021 Sep 6", "2022"], ("2021 Sep 6", "2022")),
        (["2021年", "9月", "6日"], ("2021年 9月 6日",)),
        ([], ()),
    ],
)
def test_how_arguments_are_joined(words: list[str], whens: tuple[str, ...]) -> None:
    """Commas between dates do no harm, and quotation marks settle what belongs together."""
    assert split_whens(words) == whens


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "2019 2021 Sep 6 2022 2023",
            "“2021 Sep 6 2022” can be read as “2021” and “Sep 6 2022” or as “2021 Sep 6” and "
            "“2022”. Put each date in quotation marks.",
        ),
        (
            "2022 6 Setp 2021 2023",
            "“6 Setp 2021” cannot be read as a date: “Setp” is not part of a date; did you mean "
            f"“Sep”? {FORMS}",
        ),
        (
            "2021 Monday 6 Sep 2021",
            "“Monday 6 Sep 2021” cannot be read as a date: “Monday” is not part of a date. "
            f"{FORMS}",
        ),
        ("31 Sep 2021", f"“31 Sep 2021” cannot be read as a date: there is no such date. {FORMS}"),
        ("6 Sep latest", f"“6 Sep” cannot be read as a date: it has no four-digit year. {FORMS}"),
    ],
)
def test_what_cannot_be_parted_is_named(words: str, message: str) -> None:
    """Of many arguments, the error names those that are no date, or are two dates."""
    with pytest.raises(DateError) as refusal:
        split_whens(words.split())
    assert str(refusal.value) == message


def test_a_quoted_date_is_whole() -> None:
    """A date that was quoted is not taken for a part of another, but that one is suggested."""
    with pytest.raises(DateError) as refusal:
        split_whens(["6", "Sep 2021"])
    assert str(refusal.value) == "“6” is not a date; did you mean “6 Sep 2021”?"


@pytest.mark.parametrize("words", [["2021"], ["Sep", "2021"], ["2021", "Sep", "6", "2022"], ["x"]])
def test_many_arguments_are_read_in_time(words: list[str]) -> None:
    """Thousands of arguments are read, or refused, in time that grows as they do."""
    try:
        dates = split_whens(words * 500)
    except DateError as error:
        assert len(str(error)) < 400  # noqa: PT017 - only some of these are refused
    else:
        assert len(dates) == 500


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Jul 2021 Dec 2021", "Jul 2021", "Dec 2021"),
        ("2021-07 to 2021-12", "2021-07", "2021-12"),
        ("6 Sep 2021 and 20 Dec 2021", "6 Sep 2021", "20 Dec 2021"),
        ("2021 UNTIL Sep 2022", "2021", "Sep 2022"),
        ("2021 – 2022", "2021", "2022"),
        ("2021 — 2022", "2021", "2022"),
        ("2021 - Sep 2022", "2021", "Sep 2022"),
        ("2021 Sep - 2022", "2021 Sep", "2022"),
        ("2021-09..2021-12", "2021-09", "2021-12"),
        ("6 Sep 2021..20 Dec 2021", "6 Sep 2021", "20 Dec 2021"),
        ("2021-09...2021-12", "2021-09", "2021-12"),
        ("2021–2022", "2021", "2022"),
        ("2021-2022", "2021", "2022"),
        ("2021年6月至2021年9月", "2021年6月", "2021年9月"),
        ("2021年 到 2022年", "2021年", "2022年"),
        ("Oct 2022", "Oct 2022", ".."),
        ("2018..", "2018", ".."),
        ("2018 to ..", "2018", ".."),
        (".. 2018", "..", "2018"),
        ("…2018", "..", "2018"),
        ("..", "..", ".."),
        (".. ..", "..", ".."),
        ("", "..", ".."),
        ("2023 latest", "2023", "latest"),
        ("2023 to Latest", "2023", "latest"),
    ],
)
def test_a_range_is_two_dates(words: str, start: str, end: str) -> None:
    """START and END may have a word or a sign between them, and `..` or no END is no limit."""
    assert split_range(words.split()) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        ["Jul 2021 to Dec 2021"],
        ["Jul 2021", "Dec 2021"],
        ["Jul 2021 - Dec 2021"],
        ["Jul 2021 .. Dec 2021"],
        ["Jul 2021–Dec 2021"],
        ["Jul 2021", "and", "Dec 2021"],
    ],
)
def test_a_range_may_be_quoted(words: list[str]) -> None:
    """Quotation marks around a range, or around each date, do no harm."""
    assert split_range(words) == ("Jul 2021", "Dec 2021")


def test_a_range_in_numbers_loads_nothing() -> None:
    """A range without the name of a month does not pay for dateutil or for suggestions."""
    program = (
        "import sys; from loopline.date_arguments import split_range, split_whens; "
        "split_range(['2021-07', 'to', 'latest']); split_whens(['2021', 'latest', '2022-09-06']); "
        "print([name for name in ('dateutil', 'difflib') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["{0.day} - {1} - {0.year:04}", "{1}-{0.year:04}", "{0}"]))
def test_a_hyphen_in_a_date_separates_nothing(day: date, form: str) -> None:
    """A date that is written with hyphens is one date, not a range."""
    text = form.format(day, MONTHS[day.month - 1])
    assert split_range([text]) == (text, "..")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("- 2018", "“-” needs a date on either side. For no limit, use “..”."),
        ("2018 to", "“to” needs a date on either side. For no limit, use “..”."),
        ("2018 2019 2020", "A range has one START and one END."),
        ("2018 to 2019 to 2020", "A range has one START and one END."),
        (
            "Jul and Dec 2021",
            f"“Jul” cannot be read as a date: it has no four-digit year. {FORMS}",
        ),
        (
            "2021 to Setp 2022",
            "“Setp 2022” cannot be read as a date: “Setp” is not part of a date; did you mean "
            f"“Sep”? {FORMS}",
        ),
        (
            "2021 Sep 6 2022",
            "“2021 Sep 6 2022” can be read as “2021” and “Sep 6 2022” or as “2021 Sep 6” and "
            "“2022”. Put each date in quotation marks.",
        ),
    ],
)
def test_what_is_no_range_is_refused(words: str, message: str) -> None:
    """A range that lacks a date or has too many is refused, naming what is wrong."""
    with pytest.raises(DateError) as refusal:
        split_range(words.split())
    assert str(refusal.value) == message
