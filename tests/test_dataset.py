"""The door: which files are a record, and what is said of those that are not."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loopline
from loopline.errors import DataError
from loopline.formats import text_format
from loopline.models import Milestone

GOOD = {
    "date": "2021-09-06",
    "precision": "day",
    "title": "Shenzhen signs",
    "paragraphs": ["Signed.", "Published."],
}
NOT_TEXTS = "paragraphs: must be an array of at least one text"
NOT_PRECISION = "precision: must be “day” or “month”"
HUGE = "9" * 6000
# Every character that would be refused: controls, surrogates, and what overrides a direction.
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=OVERRIDES), min_size=1
).filter(lambda text: any(char.isalnum() for char in text))
days = st.builds(
    Milestone, st.dates(), st.just("day"), texts, st.lists(texts, min_size=1).map(tuple)
)
milestones = st.one_of(
    days,
    days.map(lambda one: Milestone(one.date.replace(day=1), "month", one.title, one.paragraphs)),
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(st.characters())),
    lambda values: st.one_of(
        st.lists(values, max_size=3), st.dictionaries(st.text(), values, max_size=3)
    ),
    max_leaves=5,
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(content: bytes | str) -> loopline.Timeline:
    """What `load` gives for a file mine.json of that content."""
    path = Path("mine.json")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return loopline.load(path)


def refusal(content: bytes | str) -> str:
    """What is said of a file mine.json of that content."""
    with pytest.raises(DataError) as refused:
        load(content)
    return str(refused.value)


def without(field: str) -> dict[str, object]:
    """A good item that lacks a field."""
    return {name: value for name, value in GOOD.items() if name != field}


def as_items(record: Sequence[Milestone]) -> list[dict[str, Any]]:
    """The milestones as the contract writes them into a file."""
    return [
        {
            "date": milestone.date.isoformat(),
            "precision": milestone.precision,
            "title": milestone.title,
            "paragraphs": list(milestone.paragraphs),
        }
        for milestone in record
    ]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([GOOD]),
        json.dumps([dict(reversed(GOOD.items()))], indent="\t"),
        b"\xef\xbb\xbf" + json.dumps([GOOD]).encode(),
        f"\r\n {json.dumps([GOOD])} \r\n",
    ],
    ids=["plain", "any order and indent", "byte-order mark", "blank lines"],
)
def test_a_good_record_is_read(content: bytes | str) -> None:
    """A file that keeps the rules is read, however it is laid out."""
    milestone = Milestone(date(2021, 9, 6), "day", "Shenzhen signs", ("Signed.", "Published."))
    assert list(load(content)) == [milestone]


def test_an_empty_array_is_a_record() -> None:
    """A record with nothing in it yet is a record."""
    assert list(load("[]")) == []


@pytest.mark.parametrize(
    "text",
    [
        "河套深港科技創新合作區",
        "e\u0301te\u0301",
        "\u200eleft-to-right mark",
        "family 👨\u200d👩\u200d👧",
        "no\xa0break",
        "soft\xadhyphen",
        "x" * 5000,
        "[sic] [/b] :sun: `*_<b>&amp;",
        "a = 1; \\x1b",
    ],
)
def test_what_is_only_unusual_is_kept(text: str) -> None:
    """Any text without a forbidden character is kept to the letter."""
    (milestone,) = load(json.dumps([{**GOOD, "title": text, "paragraphs": [text]}]))
    assert (milestone.title, milestone.paragraphs) == (text, (text,))


def test_a_surrogate_pair_is_one_character() -> None:
    """A pair of escaped surrogates is how JSON may write an emoji, and is no lone surrogate."""
    (milestone,) = load(json.dumps([GOOD]).replace("Shenzhen signs", r"\ud83d\ude00"))
    assert milestone.title == "😀"


def test_items_are_sorted_by_date() -> None:
    """The items may stand in any order; those of one date keep theirs."""
    dates = [
        ("2022-01-01", "day", "D"),
        ("2021-09-01", "month", "B"),
        ("2021-09-01", "day", "C"),
        ("0001-01-01", "month", "A"),
        ("9999-12-01", "month", "E"),
    ]
    items = [{**GOOD, "date": on, "precision": to, "title": name} for on, to, name in dates]
    assert [milestone.title for milestone in load(json.dumps(items))] == list("ABCDE")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        # Types.
        ({"date": None}, "date: must be a text such as “2021-09-06”, not null"),
        ({"date": 2021}, "date: must be a text such as “2021-09-06”, not a number"),
        ({"date": 20.21}, "date: must be a text such as “2021-09-06”, not a number"),
        ({"date": ["2021-09-06"]}, "date: must be a text such as “2021-09-06”, not an array"),
        ({"date": {}}, "date: must be a text such as “2021-09-06”, not an object"),
        ({"precision": None}, NOT_PRECISION),
        ({"precision": 1}, NOT_PRECISION),
        ({"precision": ["day"]}, NOT_PRECISION),
        ({"precision": ""}, NOT_PRECISION),
        ({"precision": "Day"}, NOT_PRECISION),
        ({"precision": "year"}, NOT_PRECISION),
        ({"title": None}, "title: must be text, not null"),
        ({"title": True}, "title: must be text, not a truth value"),
        ({"title": ["Shenzhen signs"]}, "title: must be text, not an array"),
        ({"paragraphs": None}, NOT_TEXTS),
        ({"paragraphs": "Signed."}, NOT_TEXTS),
        ({"paragraphs": {}}, NOT_TEXTS),
        ({"paragraphs": []}, NOT_TEXTS),
        ({"paragraphs": [None]}, "paragraphs: must be text, not null"),
        ({"paragraphs": ["Signed.", 1]}, "paragraphs: must be text, not a number"),
        ({"paragraphs": [["Signed."]]}, "paragraphs: must be text, not an array"),
        # Texts that say nothing.
        ({"title": ""}, "title: is blank"),
        ({"title": "  "}, "title: is blank"),
        ({"title": "\xa0\u3000"}, "title: is blank"),
        ({"paragraphs": [""]}, "paragraphs: is blank"),
        ({"paragraphs": ["Signed.", " "]}, "paragraphs: is blank"),
        ({"paragraphs": ["\u2028"]}, "paragraphs: is blank"),
        # Characters that steer a terminal or are none.
        ({"title": "a\tb"}, "title: the character U+0009 is not allowed"),
        ({"title": "a\nb"}, "title: the character U+000A is not allowed"),
        ({"title": "a\x00"}, "title: the character U+0000 is not allowed"),
        ({"title": "\x1b[31mred"}, "title: the character U+001B is not allowed"),
        ({"title": "a\x7f"}, "title: the character U+007F is not allowed"),
        ({"title": "a\x9b31m"}, "title: the character U+009B is not allowed"),
        ({"title": "a\ud800"}, "title: the character U+D800 is not allowed"),
        ({"title": "\udfff"}, "title: the character U+DFFF is not allowed"),
        ({"paragraphs": ["a\r\n"]}, "paragraphs: the character U+000D is not allowed"),
        ({"paragraphs": ["Signed.", "\x85"]}, "paragraphs: the character U+0085 is not allowed"),
        ({"paragraphs": ["\ude00\ud83d"]}, "paragraphs: the character U+DE00 is not allowed"),
        *(
            ({"title": f"a{char}b"}, f"title: the character U+{ord(char):04X} is not allowed")
            for char in OVERRIDES
        ),
        # Dates.
        *(
            ({"date": text}, f"date: “{text}” is not a date YYYY-MM-DD that exists")
            for text in (
                "",
                "2021",
                "2021-09",
                "2021-9-6",
                "2021-02-29",
                "2021-09-31",
                "2021-13-01",
                "2021-09-00",
                "0000-01-01",
                "10000-01-01",
                "-2021-09-06",
                " 2021-09-06",
                "2021/09/06",
                "6 Sep 2021",
                "2021-09-06T00:00",
                "２０２１-09-06",
            )
        ),
        ({"date": "2021-09-06\n"}, r"date: “2021-09-06\n” is not a date YYYY-MM-DD that exists"),
        ({"date": "\x1b[2J"}, r"date: “\x1b[2J” is not a date YYYY-MM-DD that exists"),
        ({"date": "\ud800"}, r"date: “\ud800” is not a date YYYY-MM-DD that exists"),
        ({"date": "20210906"}, "date: “20210906” is not written YYYY-MM-DD"),
        ({"date": "2021-W36-1"}, "date: “2021-W36-1” is not written YYYY-MM-DD"),
        ({"date": "2021W361"}, "date: “2021W361” is not written YYYY-MM-DD"),
        ({"precision": "month"}, "date: a month is dated to its 01, not as “2021-09-06”"),
        # Fields that no milestone has.
        ({"colour": "red"}, "“colour”: is not a known field"),
        ({"Title": "Shenzhen signs"}, "“Title”: is not a known field"),
        ({"": 1}, "“”: is not a known field"),
        ({"\x1b[2J": 1}, r"“\x1b[2J”: is not a known field"),
        ({"\ud800": 1}, r"“\ud800”: is not a known field"),
        ({"x" * 500: 1}, f"“{'x' * 59}…”: is not a known field"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_broken_item_is_named(changes: dict[str, object], message: str) -> None:
    """One line names the file, the item, counted from 1, the field, and what is wrong with it."""
    assert refusal(json.dumps([GOOD, {**GOOD, **changes}])) == f"“mine.json”: item 2: {message}"


@pytest.mark.parametrize("field", GOOD)
def test_a_missing_field_is_named(field: str) -> None:
    """An item without one of the four fields is refused by that field's name."""
    message = f"“mine.json”: item 3: {field}: is missing"
    assert refusal(json.dumps([GOOD, GOOD, without(field)])) == message


@pytest.mark.parametrize("field", GOOD)
def test_a_field_that_stands_twice_is_named(field: str) -> None:
    """Which of two values was meant nobody knows, so neither is dropped in silence."""
    item = json.dumps(GOOD)
    twice = f'[{item}, {item[:-1]}, "{field}": {json.dumps(GOOD[field])}}}]'
    assert refusal(twice) == f"“mine.json”: item 2: “{field}”: stands twice"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("null", "null"),
        ("true", "a truth value"),
        ("2021", "a number"),
        ("-1.5e3", "a number"),
        ("NaN", "a number"),
        ("-Infinity", "a number"),
        (HUGE, "a number"),
        (f"-{HUGE}", "a number"),
        ('"text"', "a text"),
    ],
    ids=lambda text: str(text)[:10],
)
def test_what_stands_for_an_array_or_an_object(value: str, kind: str) -> None:
    """A value of another kind is refused as what it is, whether it is the file or an item."""
    assert refusal(value) == f"“mine.json”: is not a JSON array but {kind}"
    assert refusal(f"[{value}]") == f"“mine.json”: item 1: is not an object but {kind}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (json.dumps(GOOD), "is not a JSON array but an object"),
        ('{"a": 1, "a": 2}', "is not a JSON array but an object"),
        (json.dumps([GOOD, [GOOD]]), "item 2: is not an object but an array"),
        (json.dumps([{}]), "item 1: date: is missing"),
        (
            json.dumps([GOOD]).replace('"2021-09-06"', HUGE),
            "item 1: date: must be a text such as “2021-09-06”, not a number",
        ),
        (
            json.dumps([GOOD]).replace('"Shenzhen signs"', "NaN"),
            "item 1: title: must be text, not a number",
        ),
        ("", "is not JSON: it is empty"),
        (f"{json.dumps([])}\n[]", "is not JSON: Extra data: line 2 column 1 (char 3)"),
        ("[" * 100_000, "is nested too deeply to be a record"),
        ("[" * 100_000 + "]" * 100_000, "is nested too deeply to be a record"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "is nested too deeply to be a record"),
        ('[{"date":' + "[" * 100_000, "is nested too deeply to be a record"),
        ('["é"]'.encode("latin-1"), "is not UTF-8: byte 3 does not fit"),
        (b'\xef\xbb\xbf["\xe9"]', "is not UTF-8: byte 6 does not fit"),
        (json.dumps([GOOD]).encode("utf-16"), "is not UTF-8: byte 1 does not fit"),
        (b"\x1f\x8b\x08\x00", "is not UTF-8: byte 2 does not fit"),
    ],
    ids=range(16),
)
def test_a_broken_file_is_refused(content: bytes | str, message: str) -> None:
    """What is no UTF-8, no JSON or no record is refused in one line that names the file."""
    assert refusal(content) == f"“mine.json”: {message}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_not_guessed(encoding: str) -> None:
    """JSON in an encoding that is not UTF-8 is refused, with or without a byte-order mark."""
    assert refusal(json.dumps([GOOD]).encode(encoding)).startswith("“mine.json”: is not ")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (".", "“.”: cannot be read: Is a directory"),
        ("none.json", "“none.json”: cannot be read: No such file or directory"),
        ("\x1b[2J.json", r"“\x1b[2J.json”: cannot be read: No such file or directory"),
        ("\u202e.json", r"“\u202e.json”: cannot be read: No such file or directory"),
        ("\udce9", r"“\udce9”: cannot be read: No such file or directory"),
        ("x" * 300, f"“{'x' * 199}…”: cannot be read: File name too long"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_file_that_cannot_be_read(path: str, message: str) -> None:
    """A file that cannot be read is named, safely for a terminal, with the system's reason."""
    for name in (path, Path(path)):
        with pytest.raises(DataError) as refused:
            loopline.load(name)
        assert str(refused.value) == message


def test_a_name_that_no_file_can_have() -> None:
    """A null character in a file's name is refused as an unreadable file is."""
    with pytest.raises(DataError, match=r"^“\\x00”: cannot be read: "):
        loopline.load("\0")


@settings(max_examples=100, deadline=None)
@given(st.lists(milestones, max_size=5))
def test_what_it_prints_it_reads(record: list[Milestone]) -> None:
    """Any record that keeps the rules is read as it is, and its JSON is read as the same."""
    loaded = load(json.dumps(as_items(record)))
    assert list(loaded) == sorted(record, key=lambda milestone: milestone.date)
    printed = text_format("json").milestones(loaded)
    assert json.loads(printed) == as_items(loaded)
    assert load(printed) == loaded


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(),
        json_values.map(json.dumps),
        st.lists(json_values, max_size=3).map(json.dumps),
        st.fixed_dictionaries({}, optional=dict.fromkeys(GOOD, json_values)).map(
            lambda changes: json.dumps([GOOD, {**GOOD, **changes}])
        ),
    )
)
def test_no_file_breaks_the_door(content: bytes | str) -> None:
    """Any file at all is read as a record, or refused in one printable line that names it."""
    said = ""
    try:
        load(content)
    except DataError as error:
        said = str(error)
    assert said.isprintable()
    assert not said or said.startswith("“mine.json”: ")


def test_the_bundled_record_is_there_when_zipped() -> None:
    """The package has its record also where it is imported from a zip file."""
    package = Path(loopline.__file__).parent
    with ZipFile("zipped.zip", "w") as zipped:
        for path in (*package.glob("*.py"), package / "data" / "milestones.json"):
            zipped.write(path, Path("loopline", path.relative_to(package)))
    program = (
        "import sys; sys.path.insert(0, 'zipped.zip'); import loopline; "
        "print(len(loopline.load()), 'zipped.zip' in loopline.__file__)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "21 True\n"
