"""`json`: the shape of the record's own file, so that loopline can read it back."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loopline
from loopline.formats import json as json_format
from loopline.models import Milestone

TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)
DAYS = st.builds(
    Milestone,
    st.dates(),
    st.just("day"),
    TEXTS,
    st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
)
MONTHS = st.builds(
    lambda milestone: Milestone(
        milestone.date.replace(day=1), "month", milestone.title, milestone.paragraphs
    ),
    DAYS,
)


def test_it_is_an_array_of_objects_with_the_four_fields() -> None:
    """JSON has the fields of the contract in its order, indented by 2, and escapes no Chinese."""
    milestone = Milestone(date(2021, 9, 1), "month", "立法會 “approves”", ('A "b" \\ c', "Two"))
    assert json_format.render_list([milestone], "") == (
        "[\n"
        "  {\n"
        '    "date": "2021-09-01",\n'
        '    "precision": "month",\n'
        '    "title": "立法會 “approves”",\n'
        '    "paragraphs": [\n'
        '      "A \\"b\\" \\\\ c",\n'
        '      "Two"\n'
        "    ]\n"
        "  }\n"
        "]\n"
    )


def test_the_bundled_record_comes_out_as_its_own_file() -> None:
    """What `list --json` prints is the record's own file, byte for byte, texts included."""
    file = Path(__file__).parents[1] / "milestones.json"
    assert json_format.render_list(loopline.load(), "").encode() == file.read_bytes()
    assert json_format.render_full(loopline.load(), "", {}).encode() == file.read_bytes()


@given(milestones=st.lists(DAYS | MONTHS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_it_prints_it_reads(
    tmp_path_factory: pytest.TempPathFactory, milestones: list[Milestone]
) -> None:
    """A file of what loopline printed is a record, and the same one."""
    printed = json_format.render_list(milestones, "")
    mine = tmp_path_factory.getbasetemp() / "mine.json"
    mine.write_text(printed, encoding="utf-8")
    assert list(loopline.load(mine)) == sorted(milestones, key=lambda milestone: milestone.date)
    assert printed == json.dumps(json.loads(printed), ensure_ascii=False, indent=2) + "\n"


def test_counts_are_objects_of_numbers() -> None:
    """The counts are an array of objects with a year and its number, in the order given."""
    assert json_format.render_counts({2023: 3, 2017: 2}, "") == (
        "[\n"
        '  {\n    "year": 2023,\n    "milestones": 3\n  },\n'
        '  {\n    "year": 2017,\n    "milestones": 2\n  }\n'
        "]\n"
    )
