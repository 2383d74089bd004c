"""Which data files are read, and what is said of those that are not."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loopline
from loopline import dataset
from loopline.errors import DataError
from loopline.formats import load_format
from loopline.models import Milestone

GOOD = {
    "date": "2021-09-06",
    "precision": "day",
    "title": "Shenzhen signs",
    "paragraphs": ["Signed.", "Published."],
}
HUGE = "9" * 6000
NO_JSON_LINES = "there must be one array, not one value after another as in JSON Lines"
NO_COMMA = "there must be no comma before a closing bracket"
NO_DATE = "“date” must be a date that exists, as YYYY-MM-DD, not"
NO_LIST = "“paragraphs” must be a list of one or more strings"
NO_FIELD = "is not a field of a milestone (date, precision, title, paragraphs)"

texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1
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
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


def load(content: bytes | str) -> loopline.Timeline:
    """Return what `load` gives for a file mine.json of that content."""
    path = Path("mine.json")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return loopline.load(path)


def refuse(content: bytes | str) -> str:
    """Return what is said of a file mine.json of that content, after its name."""
    with pytest.raises(DataError) as refused:
        load(content)
    assert str(refused.value).startswith("“mine.json”")
    return str(refused.value).removeprefix("“mine.json”")


def refuse_item(**changes: object) -> str:
    """Return what is said of an item, the second of its file, with changes to a good one."""
    message = refuse(json.dumps([GOOD, {**GOOD, **changes}]))
    assert message.startswith(": item 2: ")
    return message.removeprefix(": item 2: ")


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([dict(reversed(GOOD.items()))], indent="\t"),
        b"\xef\xbb\xbf" + json.dumps([GOOD]).encode(),
        f"\r\n {json.dumps([GOOD])} \r\n",
        json.dumps([GOOD]).encode("utf-16"),
        b"\xfe\xff" + json.dumps([GOOD]).encode("utf-16-be"),
    ],
    ids=["any order and indent", "UTF-8 mark", "blank lines", "UTF-16 LE mark", "UTF-16 BE mark"],
)
def test_a_good_file_is_read(content: bytes | str) -> None:
    """A file that follows the rules is read however it is laid out, also if PowerShell wrote it."""
    milestone = Milestone(date(2021, 9, 6), "day", "Shenzhen signs", ("Signed.", "Published."))
    assert list(load(content)) == [milestone]
    assert list(load("[]")) == []


def test_items_are_sorted_by_date() -> None:
    """The items may be in any order; those of one date keep theirs, as a day or as a month."""
    dates = [
        ("2022-01-01", "day", "D"),
        ("2021-09-01", "month", "B"),
        ("2021-09-01", "day", "C"),
        ("0001-01-01", "month", "A"),
    ]
    items = [{**GOOD, "date": on, "precision": to, "title": name} for on, to, name in dates]
    loaded = load(json.dumps(items))
    assert [f"{m.when} {m.title}" for m in loaded] == [
        "0001-01 A", "2021-09 B", "2021-09-01 C", "2022-01-01 D",
    ]  # fmt: skip


@given(st.lists(milestones, max_size=5))
def test_what_it_prints_it_reads(items: list[Milestone]) -> None:
    """Any milestones that follow the rules are read as they are, and so is their JSON."""
    loaded = load(json.dumps([item.as_dict() for item in items]))
    assert loaded == loopline.Timeline(items)
    assert load(load_format("json").render_list(loaded, "")) == loaded


@pytest.mark.parametrize(
    "text",
    [
        "河套深港科技創新合作區", "\u845b\U000e0100城", "e\u0301te\u0301", "👨\u200d👩\u200d👧",
        "\u200eleft-to-right mark", "Arabic letter mark \u061c", "می\u200cخواهم", "no\xa0break",
        "soft\xadhyphen", "\u3164filler", "한국", "x" * 5000, r"[/b] :sun: `*_<b>&amp; \x1b", "…",
    ],
)  # fmt: skip
def test_what_is_only_unusual_is_kept(text: str) -> None:
    """Any text without a forbidden character is kept verbatim."""
    (milestone,) = load(json.dumps([{**GOOD, "title": text, "paragraphs": [text]}]))
    assert milestone.texts == (text, text)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("null", "null"), ("true", "true or false"), ("-1.5e3", "a number"), ("NaN", "a number"),
     (HUGE, "a number"), ('"\\u001b text"', r"“\x1b text”")],
    ids=lambda text: str(text)[:10],
)  # fmt: skip
def test_what_is_no_array_or_object(value: str, kind: str) -> None:
    """A value of another type is refused as what it is, whether it is the file or an item."""
    assert refuse(value) == f" must be a JSON array of milestones, not {kind}."
    assert refuse(f"[{value}]") == f": item 1: must be an object, not {kind}."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"a": 1, "a": 2}', "must be a JSON array of milestones, not an object"),
        ("", "is empty"),
        (" \n", "is empty"),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n",
         f"is not valid JSON (line 2, column 1): {NO_JSON_LINES}"),
        ("[\n  {]", "is not valid JSON (line 2, column 4): "),
        ('["a,]" "b"]', "is not valid JSON (line 1, column 8): "),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "is nested too deeply"),
        ('["é"]'.encode("latin-1"), "is not valid UTF-8 (at byte 3)"),
        (b'\xef\xbb\xbf["\xe9"]', "is not valid UTF-8 (at byte 6)"),
        (b"\xff\xfe[", "is not valid UTF-16 (at byte 3)"),
        (json.dumps([GOOD]).encode("utf-16-le"), "is not valid JSON (line 1, column 2): "),
        (json.dumps([GOOD]).encode("utf-32"), "is not valid JSON (line 1, column 1): "),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_broken_file_is_refused(content: bytes | str, message: str) -> None:
    """What is in no known encoding, no JSON or no array is refused in one line with its place."""
    assert refuse(content).startswith(f" {message}")


@pytest.mark.parametrize("content", ["[1,]", "[1,\n]", '[{"a": 1 , }]', '[{"a": 1\n,\n}, {}]'])
def test_a_trailing_comma_is_explained(content: str) -> None:
    """A comma after the last item or field, which JSON forbids, is refused as such."""
    message = refuse(content)
    assert message.startswith(" is not valid JSON (line ")
    assert message.endswith(f": {NO_COMMA}.")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"date": None}, f"{NO_DATE} null."),
        ({"date": 20.21}, f"{NO_DATE} a number."),
        ({"date": {}}, f"{NO_DATE} an object."),
        *(
            ({"date": text}, f"{NO_DATE} “{text}”.")
            for text in (
                "|2021|2021-02-29|10000-01-01|06/09/2021|２０２１-09-06|2021-9-6|20210906|2021-W36-1|"
                "2021-09|6 Sep 2021|None"
            ).split("|")
        ),
        ({"precision": "month"}, "“date” must have the day 01 for a month, not “2021-09-06”."),
        ({"precision": ["day"]}, "“precision” must be “day” or “month”, not an array."),
        ({"precision": "Day"}, "“precision” must be “day” or “month”, not “Day”."),
        ({"title": True}, "“title” must be a string, not true or false."),
        ({"paragraphs": "Signed."}, f"{NO_LIST}."),
        ({"paragraphs": []}, f"{NO_LIST}."),
        ({"paragraphs": ["a", ["b"]]}, "“paragraphs”: paragraph 2 must be a string, not an array."),
        ({"colour": "red"}, f"“colour” {NO_FIELD}."),
        ({"\x1b[2J": 1}, rf"“\x1b[2J” {NO_FIELD}."),
        ({"x" * 500: 1}, f"“{'x' * 59}…” {NO_FIELD}."),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_broken_rule_is_named(changes: dict[str, object], reason: str) -> None:
    """The first item that breaks a rule is named by its number, with the field and the rule."""
    assert refuse_item(**changes) == reason


@pytest.mark.parametrize("field", GOOD)
def test_each_field_is_there_once(field: str) -> None:
    """A missing field is named, and so is one that appears twice: neither value is dropped."""
    item = {name: GOOD[name] for name in GOOD if name != field}
    assert refuse(json.dumps([item])) == f": item 1: “{field}” is missing."
    twice = json.dumps([{**GOOD, "again": GOOD[field]}]).replace("again", field)
    assert refuse(twice) == f": item 1: “{field}” appears twice."


@pytest.mark.parametrize(
    "text",
    ["", " ", "\xa0\u3000", "\u200d\u200e \xad",
     *"\u3164\u115f\u2800\u034f\ufe0f\u1161\u0301\u20dd\u17b5\uffa0\U000e0100"],
    ids=ascii,
)  # fmt: skip
def test_a_text_can_be_seen(text: str) -> None:
    """A title or paragraph that shows nothing is blank, whatever characters it has."""
    assert refuse_item(title=text) == "“title” is blank."
    assert refuse_item(paragraphs=["Signed.", text]) == "“paragraphs”: paragraph 2 is blank."


@pytest.mark.parametrize(
    "char",
    "\n\v\f\r\x85\u2028\u2029\t\x00\x1b\x7f\x9b\u200b\u202a\u202d\u202e\u2060\u2064\u2066\u2069"
    "\u206f\ufeff\ufff9\ufffb\ud800\udfff\U000e0000\U000e0041\U000e007f",
    ids=ascii,
)
def test_a_text_does_no_harm(char: str) -> None:
    """What breaks a line, steers a terminal, reorders or hides text is named as an escape."""
    shown = char.encode("unicode_escape").decode()
    assert refuse_item(title=f"a{char}b") == f"“title” must not contain “{shown}”."
    assert refuse_item(paragraphs=[char]).startswith("“paragraphs”: paragraph 1 must not contain")
    raw = json.dumps([{**GOOD, "title": "a\tb"}]).replace("\\t", "\t")
    assert refuse(raw) == ": item 1: “title” must not contain “\\t”."


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (".", "."),
        ("none.json", "none.json"),
        ("\x1b[2J.json", r"\x1b[2J.json"),
        ("\udce9", r"\udce9"),
        ("x" * 300, f"{'x' * 199}…"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_file_that_cannot_be_read(path: str, shown: str) -> None:
    """A file that cannot be read is named, safely for a terminal, with the system's reason."""
    with pytest.raises(OSError, match=r".") as refused_by_system:
        Path(path).read_bytes()
    with pytest.raises(DataError) as refused:
        loopline.load(path)
    assert str(refused.value) == f"“{shown}” cannot be read: {refused_by_system.value.strerror}."


def test_a_name_that_no_file_has() -> None:
    """An empty name, one with a null character, and what cannot be a name are told in words."""
    with pytest.raises(DataError, match=r"^The name of the data file is empty\.$"):
        loopline.load("")
    with pytest.raises(DataError, match=r"^“\\x00” cannot be read: embedded null "):
        loopline.load("\0")
    with pytest.raises(TypeError, match=r"expected str, bytes or os\.PathLike object, not int"):
        loopline.load(0)  # type: ignore[arg-type]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name `-` reads standard input, whatever encoding Python gave it, if it is open."""
    content = json.dumps([{**GOOD, "title": "協議"}], ensure_ascii=False).encode()
    for path in ("-", Path("-")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "ascii"))
        assert len(loopline.load(path)) == 1
    with pytest.raises(DataError, match=r"^standard input is empty\.$"):
        loopline.load("-")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(DataError, match=r"^standard input cannot be read: it is closed\.$"):
        loopline.load("-")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero here")  # noqa: PTH110
def test_no_more_is_read_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may have 256 MiB and no byte more; what never ends is refused there, too."""
    with pytest.raises(DataError, match="“/dev/zero” cannot be read: it is larger than 256 MiB"):
        loopline.load("/dev/zero")
    content = json.dumps([GOOD])
    monkeypatch.setattr(dataset, "MAX_BYTES", len(content))
    assert len(load(content)) == 1
    assert "is larger than" in refuse(content + " ")


@settings(max_examples=200)
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
def test_no_file_breaks_the_reader(content: bytes | str) -> None:
    """Any file at all is read, or refused in one printable line that names it."""
    message = "“mine.json”."
    try:
        load(content)
    except DataError as error:
        message = str(error)
    assert message.isprintable()
    assert (message[:11], message[-1]) == ("“mine.json”", ".")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (None, "https://hsitp.org/en/milestones"),
        ("folder/mine.json", "mine.json"),
        (Path("folder", "\x1b[2J.json"), r"\x1b[2J.json"),
        ("-", "standard input"),
    ],
)
def test_the_source(path: str | Path | None, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A timeline can be cited: by the address of its page, or by the name of its file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[]")))
    Path("folder").mkdir()
    if path is not None:
        Path(path).write_text("[]")
    timeline = loopline.load(path)
    assert timeline.source == source
    assert timeline[:1].between("2021").year(2021).source == source
