"""`jsonl`: one whole object a line."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.formats import jsonl
from loopline.models import Milestone

MILESTONES = (
    Milestone(date(2021, 9, 1), "month", "立法會 “approves”", ("One", "Two")),
    Milestone(date(2021, 9, 6), "day", "Signed", ('A "b"',)),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_each_line_is_an_object_with_the_four_fields() -> None:
    """JSON Lines have one whole object a line, unescaped, with its texts and fields in order."""
    assert jsonl.render_list(MILESTONES, "") == (
        '{"date": "2021-09-01", "precision": "month", "title": "立法會 “approves”",'
        ' "paragraphs": ["One", "Two"]}\n'
        '{"date": "2021-09-06", "precision": "day", "title": "Signed",'
        ' "paragraphs": ["A \\"b\\""]}\n'
    )
    assert jsonl.render_full(MILESTONES, "", {}) == jsonl.render_list(MILESTONES, "")


@given(title=TEXTS, paragraphs=st.lists(TEXTS, max_size=3))
@settings(max_examples=100, deadline=None)
def test_whatever_the_text_it_stays_one_line(title: str, paragraphs: list[str]) -> None:
    """A reader that takes one line at a time gets each object whole, with its exact words."""
    milestone = Milestone(date(2021, 9, 6), "day", title, tuple(paragraphs))
    first, second, rest = jsonl.render_list([milestone, MILESTONES[1]], "").split("\n")
    read = json.loads(first)
    assert (read["title"], read["paragraphs"]) == (title, paragraphs)
    assert (json.loads(second)["title"], rest) == ("Signed", "")


def test_counts_are_an_object_a_line() -> None:
    """The counts are one object a year, in the order given."""
    assert jsonl.render_counts({2023: 3, 2017: 2}, "") == (
        '{"year": 2023, "milestones": 3}\n{"year": 2017, "milestones": 2}\n'
    )
