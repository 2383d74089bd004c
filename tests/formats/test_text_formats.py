"""The text formats: what a program reads is what is in the record."""

import csv
import json
from datetime import date
from io import StringIO
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loopline.formats import FormatName, TextFormatName, load_format
from loopline.models import Milestone

MILESTONES = (
    Milestone(date(2021, 9, 1), "month", "立法會 [sic]  “approves”", ('A "b" \\ c', "Two")),
    Milestone(date(2021, 9, 6), "day", "Signed, sealed", ("第二段",)),
)
LISTS = {
    "plain": "2021-09\t立法會 [sic]  “approves”\n2021-09-06\tSigned, sealed\n",
    "json": """\
[
  {
    "date": "2021-09-01",
    "precision": "month",
    "title": "立法會 [sic]  “approves”",
    "paragraphs": [
      "A \\"b\\" \\\\ c",
      "Two"
    ]
  },
  {
    "date": "2021-09-06",
    "precision": "day",
    "title": "Signed, sealed",
    "paragraphs": [
      "第二段"
    ]
  }
]
""",
    "jsonl": '{"date": "2021-09-01", "precision": "month", "title": "立法會 [sic]  “approves”",'
    ' "paragraphs": ["A \\"b\\" \\\\ c", "Two"]}\n'
    '{"date": "2021-09-06", "precision": "day", "title": "Signed, sealed",'
    ' "paragraphs": ["第二段"]}\n',
    "csv": "date,precision,title,text\n"
    '2021-09-01,month,立法會 [sic]  “approves”,"A ""b"" \\ c\n\nTwo"\n'
    '2021-09-06,day,"Signed, sealed",第二段\n',
}
FULL = LISTS | {
    "plain": "2021-09\t立法會 [sic]  “approves”\n"
    'A "b" \\ c\n'
    "Two\n"
    "\n"
    "2021-09-06\tSigned, sealed\n"
    "第二段\n"
    "\n"
}
COUNTS = {
    "plain": "2023\t3\n0917\t2\n",
    "json": '[\n  {\n    "year": 2023,\n    "milestones": 3\n  },\n'
    '  {\n    "year": 917,\n    "milestones": 2\n  }\n]\n',
    "jsonl": '{"year": 2023, "milestones": 3}\n{"year": 917, "milestones": 2}\n',
    "csv": "year,milestones\n2023,3\n0917,2\n",
}
EMPTY = {
    "plain": ("", ""),
    "json": ("[]\n", "[]\n"),
    "jsonl": ("", ""),
    "csv": ("date,precision,title,text\n", "year,milestones\n"),
    "md": ("", ""),
}
# A record has no control characters, and so no line ends.
TEXTS = st.text(
    st.sampled_from("\"',; =+-@") | st.characters(exclude_categories=["C", "Z"]), min_size=1
).filter(lambda text: text == text.strip())
DAYS = st.builds(
    Milestone, st.dates(), st.just("day"), TEXTS, st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
)


def test_the_formats_are_the_six_that_are_documented() -> None:
    """Exactly the six formats of the contract can be asked for, in the order of the help."""
    assert get_args(FormatName) == ("table", "plain", "json", "jsonl", "csv", "md")


@pytest.mark.parametrize("name", LISTS)
def test_every_format_has_what_was_asked_for_and_nothing_else(name: TextFormatName) -> None:
    """A list, the full texts, and the counts; none of these formats names the source."""
    text_format = load_format(name)
    assert text_format.render_list(MILESTONES, "mine.json") == LISTS[name]
    assert text_format.render_full(MILESTONES, "mine.json", {}) == FULL[name]
    assert text_format.render_counts({2023: 3, 917: 2}, "mine.json") == COUNTS[name]


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_found_is_nothing_shown(name: TextFormatName) -> None:
    """An empty answer is an empty text, in JSON an empty array, and in CSV a header alone."""
    text_format, (empty_list, empty_counts) = load_format(name), EMPTY[name]
    assert text_format.render_list((), "mine.json") == empty_list
    assert text_format.render_full((), "mine.json", {}) == empty_list
    assert text_format.render_counts({}, "mine.json") == empty_counts


@given(milestones=st.lists(DAYS, max_size=4))
@example(milestones=[Milestone(date(2021, 9, 6), "day", "=1+1", ("+1", "@SUM(A1)"))])
@settings(max_examples=60)
def test_what_is_printed_can_be_parsed(milestones: list[Milestone]) -> None:
    """Each line of JSON Lines and plain text, and each row of CSV, has one milestone as it is."""
    plain, jsonl, rows = (
        load_format(n).render_list(milestones, "") for n in ("plain", "jsonl", "csv")
    )
    assert plain.split("\n") == [*(f"{m.when}\t{m.title}" for m in milestones), ""]
    assert [json.loads(line) for line in jsonl.split("\n")[:-1]] == [
        m.as_dict() for m in milestones
    ]
    assert list(csv.reader(StringIO(rows, newline=""), strict=True))[1:] == [
        [str(m.date), m.precision, m.title, "\n\n".join(m.paragraphs)] for m in milestones
    ]
