"""The record that comes with loopline: its wording, its shape, and the rules of its titles."""

import hashlib
import json
import re
from collections import Counter
from datetime import date
from importlib import resources
from typing import Any

import pytest

import loopline
from loopline.formats import text_format

FILE = resources.files("loopline").joinpath("data/milestones.json").read_text(encoding="utf-8")
ITEMS: list[dict[str, Any]] = json.loads(FILE)
TEXTS = [text for item in ITEMS for text in item["paragraphs"]]
DIGEST = "6b7803da7dea93e9611fd8a5292ee1ee548e31b72c9af76994677eadb2d175b3"

every_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item["date"]))


def test_no_word_changes_unseen() -> None:
    r"""The record's dates and wording are the ones that were compared with the source.

    The digest is the SHA-256, in hexadecimal, of one text in UTF-8: for each of the 21 items
    of data/milestones.json, in the file's order, its `date` as it stands there (YYYY-MM-DD)
    and then each of its `paragraphs`, all of these 46 strings joined by single line feeds
    (U+000A), with none at the end. Precisions and titles are not in it.
    """
    lines = [line for item in ITEMS for line in (item["date"], *item["paragraphs"])]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == DIGEST


def test_the_milestones_of_each_year() -> None:
    """The record has all 21 milestones of the source, each in its year."""
    assert Counter(item["date"][:4] for item in ITEMS) == {
        "2017": 2,
        "2018": 1,
        "2019": 1,
        "2020": 1,
        "2021": 9,
        "2022": 4,
        "2023": 3,
    }


def test_the_paragraphs() -> None:
    """The record has all 25 paragraphs of the source, two of them at these four dates."""
    assert {len(item["paragraphs"]) for item in ITEMS} == {1, 2}
    two = [item["date"] for item in ITEMS if len(item["paragraphs"]) == 2]
    assert two == ["2021-06-01", "2021-09-06", "2021-10-01", "2023-10-01"]
    assert len(TEXTS) == 25


def test_the_slips_of_the_source_stay() -> None:
    """Where the source repeats itself, so does the record."""
    slip = "published the Action Agenda for the Northern Metropolis Action Agenda, which outlined"
    assert slip in ITEMS[-1]["paragraphs"][1]


def test_the_file_is_in_date_order() -> None:
    """Who reads the file itself reads the milestones in their order, no date twice."""
    dates = [item["date"] for item in ITEMS]
    assert dates == sorted(set(dates))


@every_item
def test_the_fields(item: dict[str, Any]) -> None:
    """Each item has the four fields, in the order that the contract gives."""
    assert list(item) == ["date", "precision", "title", "paragraphs"]


@every_item
def test_a_first_stands_for_its_month(item: dict[str, Any]) -> None:
    """The source prints the first of a month where it knows no day, and only there."""
    assert date.fromisoformat(item["date"]).isoformat() == item["date"]
    assert item["precision"] == ("month" if item["date"].endswith("-01") else "day")


@every_item
def test_white_space_is_tidy(item: dict[str, Any]) -> None:
    """No text has a doubled, stray or no-break space, or an invisible character."""
    for text in (item["title"], *item["paragraphs"]):
        assert text.split() == text.split(" ")
        assert text.isprintable()
        assert not re.search(r" [.,;:)]|\( ", text)


@every_item
def test_a_title_fits_its_line(item: dict[str, Any]) -> None:
    """A title is one line of 15 to 60 characters, without a full stop."""
    assert 15 <= len(item["title"]) <= 60
    assert "." not in item["title"]


@every_item
def test_a_title_is_in_sentence_case(item: dict[str, Any]) -> None:
    """A title begins with a capital or a number and is not all written in capitals."""
    title = item["title"]
    assert title[0].isupper() or title[0].isdigit()
    assert not title.isupper()


@every_item
def test_a_title_spells_names_as_the_text_does(item: dict[str, Any]) -> None:
    """Each capitalised word after a title's first is spelled so in the record's wording."""
    names = [word.strip(",;:") for word in item["title"].split()[1:] if not word[0].islower()]
    unknown = [name for name in names if not re.search(rf"\b{re.escape(name)}\b", " ".join(TEXTS))]
    assert unknown == []


@every_item
def test_a_title_has_no_number_of_its_own(item: dict[str, Any]) -> None:
    """A number in a title stands in that milestone's own text."""
    text = " ".join(item["paragraphs"])
    numbers = re.findall(r"\S*\d\S*", item["title"])
    assert [number for number in numbers if number not in text] == []


def test_no_title_stands_twice() -> None:
    """A title alone tells a reader which milestone it is."""
    assert len({item["title"] for item in ITEMS}) == len(ITEMS)


def test_the_record_is_loaded_as_it_stands() -> None:
    """`load` gives each field of each item, and as JSON it is the file to the letter."""
    first = loopline.load()[0]
    assert (first.date, first.precision) == (date(2017, 1, 2), "day")
    assert first.title == "HKSAR, Shenzhen sign Memorandum of Understanding on the Loop"
    assert [*first.paragraphs] == ITEMS[0]["paragraphs"]
    assert text_format("json").milestones(loopline.load()) == FILE
