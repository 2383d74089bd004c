"""Which files are read, and what is said of those that are not."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

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
BAD = {**GOOD, "title": ""}
HUGE = "9" * 6000
JSON_LINES = (
    "is JSON Lines, one object after the other; make it one JSON array, "
    "with [ and ] around the objects and commas between them"
)

NO_COMMA = "there must be no comma before the closing"

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
    """Return what is said of a file mine.json of that content."""
    with pytest.raises(DataError) as refused:
        load(content)
    return str(refused.value)


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
    """The items may be in any order; those of one date keep theirs."""
    dates = [
        ("2022-01-01", "day", "D"),
        ("2021-09-01", "month", "B"),
        ("2021-09-01", "day", "C"),
        ("0001-01-01", "month", "A"),
    ]
    items = [{**GOOD, "date": on, "precision": to, "title": name} for on, to, name in dates]
    assert [milestone.title for milestone in load(json.dumps(items))] == list("ABCD")


@settings(max_examples=100, deadline=None)
@given(st.lists(milestones, max_size=5))
def test_what_it_prints_it_reads(items: list[Milestone]) -> None:
    """Any milestones that follow the rules are read as they are, and so is their JSON."""
    loaded = load(json.dumps([item.as_dict() for item in items]))
    assert loaded == loopline.Timeline(items)
    assert load(load_format("json").render_list(loaded, "")) == loaded


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (json.dumps([BAD, BAD]), "item 1 (line 1)"),
        (f"[{json.dumps(GOOD)}\n,\n\n  {json.dumps(BAD)}]", "item 2 (line 4)"),
        (json.dumps([GOOD, GOOD, BAD], indent=2), "item 3 (line 20)"),
        (f"\n\n[\r\n{json.dumps(BAD)}]".encode("utf-16"), "item 1 (line 4)"),
        (f"[{json.dumps({**GOOD, 'title': '[,]'})},\n{json.dumps(BAD)}]", "item 2 (line 2)"),
    ],
)
def test_a_bad_item_is_found(content: bytes | str, place: str) -> None:
    """The first item that breaks a rule is named by its number and its line."""
    assert refuse(content) == f"“mine.json”: {place}: “title” is blank."


@pytest.mark.parametrize(
    ("value", "kind"),
    [("null", "null"), ("true", "true or false"), ("-1.5e3", "a number"), ("NaN", "a number"),
     (HUGE, "a number"), ('"text"', "a string")],
    ids=lambda text: str(text)[:10],
)  # fmt: skip
def test_what_is_no_array_or_object(value: str, kind: str) -> None:
    """A value of another type is refused as what it is, whether it is the file or an item."""
    assert refuse(value) == f"“mine.json” must be a JSON array of milestones, not {kind}."
    assert refuse(f"[{value}]") == f"“mine.json”: item 1 (line 1): must be an object, not {kind}."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"a": 1, "a": 2}', "must be a JSON array of milestones, not an object"),
        (f"[{json.dumps(GOOD)}, [{HUGE}]]", ": item 2 (line 1): must be an object, not an array"),
        ("", "is empty"),
        (" \n", "is empty"),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n", JSON_LINES),
        (f"{json.dumps(GOOD)}{json.dumps(GOOD)}\n", JSON_LINES),
        ("[]\n[]", "is not valid JSON (line 2, column 1): Extra data"),
        ("[\n  {]", "is not valid JSON (line 2, column 4): "),
        ('["a,]" "b"]', "is not valid JSON (line 1, column 8): "),
        ("[1,\n]", f"is not valid JSON (line 1, column 3): {NO_COMMA} ]"),
        ('[{"a": 1\n , }]', f"is not valid JSON (line 2, column 2): {NO_COMMA} }}"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "is nested too deeply"),
        ('["é"]'.encode("latin-1"), "is not valid UTF-8 (at byte 3)"),
        (b'\xef\xbb\xbf["\xe9"]', "is not valid UTF-8 (at byte 6)"),
        (b"\xff\xfe[", "is not valid UTF-16 (at byte 3)"),
        (json.dumps([GOOD]).encode("utf-16-le"), "is not valid JSON (line 1, column 2): "),
        (json.dumps([GOOD]).encode("utf-32"), "is not valid JSON (line 1, column 1): "),
    ],
    ids=range(18),
)
def test_a_broken_file_is_refused(content: bytes | str, message: str) -> None:
    """What is in no known encoding, no JSON or no array is refused in one line with its place."""
    separator = "" if message.startswith(":") else " "
    assert refuse(content).startswith(f"“mine.json”{separator}{message}")


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


def test_no_more_is_read_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may have 256 MiB and no byte more."""
    assert dataset.MAX_BYTES == 268_435_456
    content = json.dumps([GOOD])
    monkeypatch.setattr(dataset, "MAX_BYTES", len(content))
    assert len(load(content)) == 1
    assert refuse(content + " ") == "“mine.json” cannot be read: it is larger than 0 MiB."


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero here")  # noqa: PTH110
def test_a_device_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """What never ends is refused when the limit is reached."""
    monkeypatch.setattr(dataset, "MAX_BYTES", 2**21)
    with pytest.raises(DataError, match="“/dev/zero” cannot be read: it is larger than 2 MiB"):
        loopline.load("/dev/zero")


def test_a_field_twice_among_very_many() -> None:
    """A field that appears twice is found without comparing each field with every other."""
    fields = ", ".join(f'"{number}": 0' for number in [*range(200_000), 7])
    assert refuse(f"[{{{fields}}}]") == "“mine.json”: item 1 (line 1): “7” appears twice."


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
def test_no_file_breaks_the_reader(content: bytes | str) -> None:
    """Any file at all is read, or refused in one printable line that names it."""
    message = "“mine.json”."
    try:
        load(content)
    except DataError as error:
        message = str(error)
    assert message.isprintable()
    assert message.startswith("“mine.json”")
    assert message.endswith(".")


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


def test_the_bundled_file_is_there_when_zipped() -> None:
    """The package has its milestones also where it is imported from a zip file."""
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
