"""The names of a thing: the data, and how a name is found among the words of a query."""

import json
from collections import Counter
from importlib.resources import files

import pytest

import loopline
from loopline.search.glossary import Glossary, keys_of
from loopline.search.words import tokens

GROUPS: list[list[str]] = json.loads(
    files("loopline").joinpath("data/glossary.json").read_text(encoding="utf-8")
)
TEXTS = [
    tuple(keys_of(text))
    for milestone in loopline.load()
    for text in (milestone.title, *milestone.paragraphs)
]


def stands_in_the_record(name: str) -> bool:
    """Whether the words of the name stand together somewhere in the record."""
    words = keys_of(name)
    return any(
        text[place : place + len(words)] == words
        for text in TEXTS
        for place in range(len(text) - len(words) + 1)
    )


def glossary_for(query: str) -> Glossary:
    """The glossary as a query has it."""
    return Glossary(tokens(query))


def names_of(query: str) -> tuple[int, list[str]] | None:
    """How many words of the query are a name, and all the names of that thing."""
    found = glossary_for(query).longest_name(keys_of(query))
    return found and (found[0], sorted(found[1].names.values()))


def test_no_name_is_in_two_groups() -> None:
    """A name means one thing, however it is written."""
    count = Counter(keys for group in GROUPS for keys in {keys_of(name) for name in group})
    assert [keys for keys, times in count.items() if times > 1] == []


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_each_group_is_about_something_in_the_record(group: list[str]) -> None:
    """At least one name of each thing occurs in the record, or the group is of no use."""
    assert any(map(stands_in_the_record, group))


def test_each_group_has_names_to_choose_from() -> None:
    """A group has two names or more, none blank, none twice, none with stray white space."""
    for group in GROUPS:
        assert len(set(group)) == len(group) >= 2
        assert all(name == " ".join(name.split()) and keys_of(name) for name in group)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LegCo", "Legislative Council"),
        ("LegCo", "立法會"),
        ("LegCo", "立法会"),
        ("the Loop", "Lok Ma Chau Loop"),
        ("the Loop", "Hetao"),
        ("the Loop", "河套"),
        ("HSITP", "the Park"),
        ("HSITP", "Hong Kong Shenzhen Innovation and Technology Park"),
        ("HSITP", "港深創新及科技園"),
        ("HSITPL", "Hong Kong-Shenzhen Innovation and Technology Park Limited"),
        ("HKSTP", "Hong Kong Science and Technology Parks Corporation"),
        ("GBA", "Greater Bay Area"),
        ("GBA", "粤港澳大湾区"),
        ("MOST", "Ministry of Science and Technology"),
        ("CE", "Chief Executive"),
        ("FS", "Financial Secretary"),
        ("DEVB", "Development Bureau"),
        ("CPC", "Communist Party of China"),
        ("MoU", "Memorandum of Understanding"),
        ("14th FYP", "十四五"),
        ("John Lee", "李家超"),
        ("Carrie Lam", "林郑月娥"),
        ("Xi Jinping", "習近平"),
        ("Macao", "Macau"),
        ("Co-operation Zone", "合作區"),
        ("Co-operation Zone", "合作区"),
        ("Policy Address", "施政報告"),
    ],
)
def test_names_of_one_thing_are_in_one_group(one: str, other: str) -> None:
    """What the record, the papers and people call by several names is one thing."""
    assert names_of(one) is not None
    assert (names_of(one) or (0, []))[1] == (names_of(other) or (0, []))[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HSITP", "HSITPL"),
        ("Hong Kong", "HKSAR"),
        ("LegCo", "Panel on Commerce and Industry"),
        ("Lok Ma Chau", "Lok Ma Chau Loop"),
        ("the Loop", "Co-operation Zone"),
        ("the Park", "Shenzhen Park"),
        ("Batch 1", "Building 1"),
    ],
)
def test_things_that_only_belong_together_are_apart(one: str, other: str) -> None:
    """A part, an owner or a neighbour of a thing is another thing."""
    assert names_of(one) is not None
    assert names_of(one) != names_of(other)


@pytest.mark.parametrize(
    ("query", "length"),
    [
        ("Lok Ma Chau station", 3),
        ("Lok Ma Chau Loop station", 4),
        ("Loop station", 1),
        ("Hong Kong-Shenzhen Innovation and Technology Park opens", 7),
        ("Hong Kong-Shenzhen Innovation and Technology Park Limited", 8),
        ("立法會撥款", 3),
    ],
)
def test_the_longest_name_counts(query: str, length: int) -> None:
    """`Lok Ma Chau Loop` is the Loop, not a village and a loop."""
    assert (names_of(query) or (0, []))[0] == length


@pytest.mark.parametrize("query", ["", "airport", "most", "Most", "the", "of the"])
def test_other_words_are_no_names(query: str) -> None:
    """What is no name is left as it is; `most` without capitals is a word."""
    assert names_of(query) is None


def test_the_groups_are_in_utf8_as_they_are_read() -> None:
    """The file is for people: one group a line, nothing escaped."""
    text = files("loopline").joinpath("data/glossary.json").read_text(encoding="utf-8")
    lines = [f"  {json.dumps(group, ensure_ascii=False)}" for group in GROUPS]
    assert text == "[\n" + ",\n".join(lines) + "\n]\n"
