"""The milestones that come with loopline: their wording, their shape, and the rules of titles."""

import hashlib
import json
import re
from datetime import date
from importlib import resources
from typing import Any

import pytest

import loopline
from loopline.formats import load_format

FILE = resources.files("loopline").joinpath("data/milestones.json").read_text(encoding="utf-8")
ITEMS: list[dict[str, Any]] = json.loads(FILE)
TEXTS = [text for item in ITEMS for text in item["paragraphs"]]
DIGEST = "6b7803da7dea93e9611fd8a5292ee1ee548e31b72c9af76994677eadb2d175b3"

pytestmark = pytest.mark.usefixtures("live_record")

every_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item["date"]))


def test_no_word_changes_unseen() -> None:
    r"""The dates and the wording are those that were compared with the source, errors included.

    The digest is the SHA-256, in hexadecimal, of one text in UTF-8: for each of the 21 items
    of data/milestones.json, in the file's order, its `date` as it stands there (YYYY-MM-DD)
    and then each of its `paragraphs`, all of these 46 strings joined by single line feeds
    (U+000A), with none at the end. Precisions and titles are not in it.
    """
    lines = [line for item in ITEMS for line in (item["date"], *item["paragraphs"])]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == DIGEST


def test_the_file_is_in_date_order() -> None:
    """Whoever reads the file itself reads the milestones in order, and no date twice."""
    dates = [item["date"] for item in ITEMS]
    assert dates == sorted(set(dates))


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
def test_a_title_spells_names_as_the_text_does(item: dict[str, Any]) -> None:
    """Each capitalised word after a title's first is spelled so in the source's text."""
    names = [word.strip(",;:") for word in item["title"].split()[1:] if not word[0].islower()]
    unknown = [name for name in names if not re.search(rf"\b{re.escape(name)}\b", " ".join(TEXTS))]
    assert unknown == []


@every_item
def test_a_title_has_no_number_of_its_own(item: dict[str, Any]) -> None:
    """A number in a title stands in that milestone's own text."""
    text = " ".join(item["paragraphs"])
    numbers = re.findall(r"\S*\d\S*", item["title"])
    assert [number for number in numbers if number not in text] == []


def test_no_title_appears_twice() -> None:
    """A title alone tells a reader which milestone it is."""
    assert len({item["title"] for item in ITEMS}) == len(ITEMS)


def test_the_file_is_loaded_and_printed_as_it_is() -> None:
    """`load` keeps every field, and as JSON the milestones are the file, byte for byte."""
    assert load_format("json").render_list(loopline.load(), "") == FILE
    assert loopline.load()[0].date == date(2017, 1, 2)
