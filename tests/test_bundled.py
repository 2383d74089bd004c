"""The milestones that come with loopline: their wording, their shape, and the rules of titles."""

import hashlib
import json
import re
from importlib import resources
from typing import Any

import pytest

import loopline
from loopline.formats import load_format

FILE = resources.files("loopline").joinpath("data/milestones.json").read_text(encoding="utf-8")
ITEMS: list[dict[str, Any]] = json.loads(FILE)
WORDING = " ".join(text for item in ITEMS for text in item["paragraphs"])
DIGEST = "6b7803da7dea93e9611fd8a5292ee1ee548e31b72c9af76994677eadb2d175b3"

pytestmark = pytest.mark.usefixtures("live_record")

every_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item["date"]))


def test_no_word_changes_unseen() -> None:
    """The dates and the wording are those that were compared with the source, errors included.

    The digest is of the `date` and then the `paragraphs` of each item, all joined by line feeds.
    """
    lines = [line for item in ITEMS for line in (item["date"], *item["paragraphs"])]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == DIGEST


def test_the_file_is_in_date_order() -> None:
    """Whoever reads the file itself reads the milestones in order, and no date or title twice."""
    dates = [item["date"] for item in ITEMS]
    assert dates == sorted(set(dates))
    assert len({item["title"] for item in ITEMS}) == len(ITEMS)


@every_item
def test_a_first_stands_for_its_month(item: dict[str, Any]) -> None:
    """The source prints the first of a month where it knows no day, and only there."""
    assert list(item) == ["date", "precision", "title", "paragraphs"]
    assert item["precision"] == ("month" if item["date"].endswith("-01") else "day")


@every_item
def test_white_space_is_tidy(item: dict[str, Any]) -> None:
    """No text has a doubled, stray or no-break space, or an invisible character."""
    for text in (item["title"], *item["paragraphs"]):
        assert text.split() == text.split(" ")
        assert text.isprintable()
        assert not re.search(r" [.,;:)]|\( ", text)


@every_item
def test_a_title_is_one_line_in_sentence_case(item: dict[str, Any]) -> None:
    """A title is one line of 15 to 60 characters, in sentence case, without a full stop."""
    title = item["title"]
    assert 15 <= len(title) <= 60
    assert "." not in title
    assert title[0].isupper() or title[0].isdigit()
    assert not title.isupper()


@every_item
def test_a_title_says_nothing_that_the_text_does_not(item: dict[str, Any]) -> None:
    """Names in a title are spelled as in the source, and its numbers stand in its own text."""
    text = " ".join(item["paragraphs"])
    numbers = re.findall(r"\S*\d\S*", item["title"])
    assert [number for number in numbers if number not in text] == []
    names = [word.strip(",;:") for word in item["title"].split()[1:] if not word[0].islower()]
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}\b", WORDING)] == []


def test_the_file_is_loaded_and_printed_as_it_is() -> None:
    """`load` keeps every field: what `list --json` prints is the record's file, byte for byte."""
    assert load_format("json").render_list(loopline.load(), "") == FILE
