"""The registry: each format that can be asked for has a module that can do all it must."""

from collections.abc import Callable, Sequence
from typing import get_args

import pytest

import loopline
from loopline.formats import FormatName, TextFormat, text_format
from loopline.models import Milestone

TEXT_FORMATS: list[FormatName] = [name for name in get_args(FormatName) if name != "table"]


def test_the_formats_are_the_six_that_are_documented() -> None:
    """Exactly the six formats of the contract can be asked for."""
    assert set(get_args(FormatName)) == {"table", "plain", "json", "jsonl", "csv", "md"}


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize("function", ["milestones", "texts", "counts"])
def test_every_text_format_can_show_all_there_is_to_show(name: FormatName, function: str) -> None:
    """Whatever a command answers, each text format has a function for it."""
    assert callable(getattr(text_format(name), function))


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_result_ends_with_a_line_end(name: FormatName) -> None:
    """The shell's prompt never stands on the last line of a result."""
    record, render = loopline.load(), text_format(name)
    for text in (render.milestones(record), render.texts(record), render.counts({2021: 9})):
        assert text.endswith("\n")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_the_texts_of_the_record_are_in_every_format(name: FormatName) -> None:
    """With the texts asked for, no format leaves out a title."""
    record = loopline.load()
    shown = text_format(name).texts(record)
    assert [m.title for m in record if m.title not in shown] == []


@pytest.mark.parametrize(
    ("name", "empty"), [("plain", ""), ("json", "[]\n"), ("jsonl", ""), ("md", "")]
)
@pytest.mark.parametrize(
    "answer",
    [
        lambda render, nothing: render.milestones(nothing),
        lambda render, nothing: render.texts(nothing),
        lambda render, _: render.counts({}),
    ],
    ids=["milestones", "texts", "counts"],
)
def test_nothing_found_is_nothing_shown(
    name: FormatName, empty: str, answer: Callable[[TextFormat, Sequence[Milestone]], str]
) -> None:
    """An empty result is an empty text, and in JSON an empty array."""
    assert answer(text_format(name), ()) == empty
