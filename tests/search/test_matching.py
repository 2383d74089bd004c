"""Which milestones match, and where in their texts."""

from datetime import date

import pytest

from loopline.models import Milestone
from loopline.search import Matches, search

RECORD = [
    Milestone(
        date(2020, 5, 1),
        "month",
        "LegCo approves funding",
        ("The Legislative Council (LegCo) approved money.", "Hetao got funding, funding, funding."),
    ),
    Milestone(date(2021, 9, 6), "day", "Co-operation in the Loop", ("HKSAR and the Government.",)),
    Milestone(date(2022, 1, 1), "month", "Cross-border flows", ("Of data, cross border.",)),
]


def found(query: str) -> Matches:
    """What the query finds in the record."""
    return search(RECORD, query)


def highlighted(query: str) -> list[list[list[str]]]:
    """For each milestone found, the stretches that matched in each of its texts."""
    matches = found(query)
    return [
        [
            [text[start:end] for start, end in spans]
            for text, spans in zip(
                (milestone.title, *milestone.paragraphs), matches.spans(milestone), strict=True
            )
        ]
        for milestone in matches
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("approval", [[["approves"], ["approved"], []]]),
        ("funding", [[["funding"], [], ["funding", "funding", "funding"]]]),
        ("legco", [[["LegCo"], ["Legislative Council", "LegCo"], []]]),
        ("立法會", [[["LegCo"], ["Legislative Council", "LegCo"], []]]),
        ("approved money", [[["approves"], ["approved", "money"], []]]),
        ('"approved money"', [[[], ["approved money"], []]]),
        ("hetao", [[[], [], ["Hetao"]], [["the Loop"], []]]),
        ("cooperation", [[["Co-operation"], []]]),
        ("cross border", [[["Cross-border"], ["cross border"]]]),
        ("govern* money", []),
        ("data OR money", [[[], ["money"], []], [[], ["data"]]]),
        ("2021", [[[], []]]),
        ("2021 loop", [[["the Loop"], []]]),
        ("HKSAR Government", [[[], ["HKSAR", "Government"]]]),
        ("fundng", [[["funding"], [], ["funding", "funding", "funding"]]]),
        ('"legco approves" approve', [[["LegCo approves"], ["LegCo) approved"], []]]),
        ("airport", []),
    ],
)
def test_what_matched_is_marked(query: str, expected: list[list[list[str]]]) -> None:
    """Exactly the words that matched are marked, by whichever name they did."""
    assert highlighted(query) == expected


def test_stretches_that_overlap_become_one() -> None:
    """No letter is marked twice, and stretches come in order."""
    matches = found('"funding funding" "hetao got funding"')
    assert matches.spans(matches[0]) == [[], [], [(0, 35)]]


def test_only_the_alternatives_that_matched_are_marked() -> None:
    """Words of an alternative that the milestone lacks in part are not marked in it."""
    assert highlighted("funding airport OR money") == [[[], ["money"], []]]


def test_a_word_is_not_found_in_another_milestone_than_the_rest() -> None:
    """All words of an alternative have to be in one milestone, in whichever texts of it."""
    assert [m.when for m in found("money hetao")] == ["2020-05"]
    assert [m.when for m in found("money loop")] == ["2020-05"]
    assert not found("money data")


def test_what_stands_in_for_a_slip_is_told() -> None:
    """`instead` has the slip with its word, and the unknown word with none."""
    assert found("fundng airport legco").instead == {"fundng": "funding", "airport": None}
    assert found("funding legco").instead == {}


def test_words_that_run_together_but_never_stand_together_are_unknown() -> None:
    """A word whose halves are in the record only apart is not in the record."""
    assert found("moneydata").instead == {"moneydata": None}
    assert found("gotfunding").instead == {}
    assert [m.when for m in found("gotfunding")] == ["2020-05"]


@pytest.mark.parametrize(
    ("word", "alike"),
    [
        ("appproved", ["approved", "approves"]),
        ("Legislature", ["legislative"]),
        ("zebra", []),
        ("", []),
    ],
)
def test_words_that_resemble_another_are_suggested(word: str, alike: list[str]) -> None:
    """Suggestions come from the record, the most alike first, and may be none."""
    assert found("airport").suggestions(word) == alike


def test_names_by_which_something_was_found_are_told() -> None:
    """`names` has each name of the query with the others that the matches go by."""
    assert found("legco").names == {"legco": ["Legislative Council"]}
    assert set(found("Hetao").names["Hetao"]) == {"Loop", "the Loop"}
    assert found("funding").names == {}
    assert found('"legco"').names == {}


def test_names_are_told_in_the_order_of_the_query() -> None:
    """The first name that was typed comes first, in every run."""
    assert list(found("河套 立法會").names) == ["河套", "立法會"]
    assert list(found("立法會 河套").names) == ["立法會", "河套"]


def test_names_that_are_not_in_the_matches_are_not_told() -> None:
    """Only what helped to find the milestones is named."""
    assert found("HSITP OR data").names == {}


def test_matches_are_a_timeline() -> None:
    """What was found can be asked by date again, and is in date order."""
    matches = found("funding OR data")
    assert [m.when for m in matches] == ["2020-05", "2022-01"]
    assert [m.when for m in matches.year(2022)] == ["2022-01"]
    assert len(matches[:1]) == 1
