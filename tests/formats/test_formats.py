"""The registry: whatever a command answers, every text format can give it."""

from typing import get_args

import pytest

import loopline
from loopline.formats import FormatName, TextFormatName, load_format

every_text_format = pytest.mark.parametrize("name", get_args(TextFormatName))


def answers(name: TextFormatName, source: str) -> list[str]:
    """Return the whole record in a format: as a list, in full and as counts."""
    text_format, record = load_format(name), loopline.load()
    return [
        text_format.render_list(record, source),
        text_format.render_full(record, source, {}),
        text_format.render_counts({2021: 9}, source),
    ]


def test_the_formats_are_the_six_that_are_documented() -> None:
    """Exactly the six formats of the contract can be asked for, in the order of the help."""
    assert get_args(FormatName) == ("table", "plain", "json", "jsonl", "csv", "md")


@every_text_format
def test_every_answer_is_whole_and_ends_with_a_line_feed(name: TextFormatName) -> None:
    """No format leaves out a title, and the shell's prompt never follows on the last line."""
    shown = answers(name, "mine.json")
    assert [answer[-1] for answer in shown] == ["\n"] * 3
    assert [m.title for m in loopline.load() if m.title not in shown[0]] == []
    assert [m.title for m in loopline.load() if m.title not in shown[1]] == []


@every_text_format
def test_only_markdown_names_the_source(name: TextFormatName) -> None:
    """A briefing note cites its source, and what a program reads is the record alone."""
    cited = [answer.endswith("\n\nSource: mine.json\n") for answer in answers(name, "mine.json")]
    assert cited == [name == "md"] * 3
    assert [answer for answer in answers(name, "") if "Source" in answer] == []
    if name != "md":
        assert answers(name, "mine.json") == answers(name, "")


@pytest.mark.parametrize(
    ("name", "empty_list", "empty_counts"),
    [
        ("plain", "", ""),
        ("json", "[]\n", "[]\n"),
        ("jsonl", "", ""),
        ("csv", "date,precision,title,text\n", "year,milestones\n"),
        ("md", "", ""),
    ],
)
def test_nothing_found_is_nothing_shown(
    name: TextFormatName, empty_list: str, empty_counts: str
) -> None:
    """An empty answer is an empty text, in JSON an empty array, and in CSV a header alone."""
    text_format = load_format(name)
    assert text_format.render_list((), "mine.json") == empty_list
    assert text_format.render_full((), "mine.json", {}) == empty_list
    assert text_format.render_counts({}, "mine.json") == empty_counts
