"""What a search gives back beside the milestones."""

import copy
import pickle
from collections.abc import Callable

import pytest

from loopline import Milestone, QueryError, SearchResult, Timeline
from loopline.search import Matches, search


def marked(result: Matches, milestone: Milestone) -> list[str]:
    """Return what is highlighted in the texts of a milestone."""
    return [
        text[start:end]
        for text, spans in zip(milestone.texts, result.spans(milestone), strict=True)
        for start, end in spans
    ]


@pytest.mark.parametrize(
    ("query", "highlighted"),
    [
        ("legco funding 2018", ["LegCo", "funding", "LegCo", "funding"]),
        ("立法會 2021-01", ["LegCo", "Legislative Council", "LegCo"]),
        ('"development plan" 2019', ["Development Plan", "Development Plan"]),
        ("bio* 2023-10", ["biomedicine"]),
        ("$10bn", ["HK$10 billion", "HK$10 billion"]),
        ("87 hectares", ["87-hectare"]),
        ("fundng 2018", ["funding", "funding"]),
        ("MOST", ["MOST", "Ministry of Science and Technology", "MOST"]),
        ("2018-05", []),
        ("superstructure NOT airport", ["superstructure", "superstructure"]),
        ("Quantity OR airport", ["Quantity", "Quantity"]),
    ],
)
def test_what_matched_is_highlighted(query: str, highlighted: list[str], record: Timeline) -> None:
    """The spans are the words that matched, by whichever name they did."""
    result = search(record, query)
    (milestone,) = result.milestones
    assert marked(result, milestone) == highlighted


def test_each_milestone_is_highlighted_for_itself(record: Timeline) -> None:
    """Of several alternatives, only those count by which the milestone was found."""
    result = search(record, "legco 2018 OR superstructure")
    first, second = result.milestones
    assert set(marked(result, first)) == {"superstructure"}
    assert set(marked(result, second)) == {"LegCo"}


def test_spans_of_another_milestone_are_refused(record: Timeline) -> None:
    """Only what was found has spans."""
    with pytest.raises(ValueError, match="did not find"):
        search(record, "superstructure").spans(record[0])


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("legco funding", ()),
        ("airport legco", ("airport",)),
        ("airport OR funding", ("airport",)),
        ("NOT airport funding", ()),
        ('"airport funding"', ("airport funding",)),
        ("airp*", ("airp*",)),
        ("機場", ("機場",)),
        ("legco 2031", ()),
    ],
)
def test_unknown_words(query: str, unknown: tuple[str, ...], record: Timeline) -> None:
    """What nothing in the record explains is told, as it was typed."""
    assert search(record, query).unknown == unknown


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("funding", {}),
        ("legco", {}),
        ("李家超", {"李家超": ["John Lee", "Mr Lee"]}),
        ("CPG", {"CPG": ["Central Government"]}),
        ("mou OR legco", {"mou": ["Memorandum of Understanding"]}),
        ("airport CPG", {}),
        ("budget NOT CPG", {}),
    ],
)
def test_other_names_are_told(query: str, names: dict[str, list[str]], record: Timeline) -> None:
    """A name that is in no milestone found comes with those that are."""
    found = search(record, query).synonyms()
    assert found.keys() == names.keys()
    assert all(set(names[name]) <= set(found[name]) for name in names)


def test_suggestions(record: Timeline) -> None:
    """Words that resemble a typed one are suggested, the most alike first; short ones never."""
    result = search(record, "airport")
    assert result.suggestions("Technopol")[0] == "technopole"
    assert result.suggestions("accomodations") == ["accommodations", "accommodation"]
    assert result.suggestions("zzz") == []
    assert result.suggestions("an") == []


def pickled(result: SearchResult) -> SearchResult:
    """Return what comes out of a pickle of a result."""
    copied: SearchResult = pickle.loads(pickle.dumps(result))  # noqa: S301 - it is our own
    return copied


@pytest.mark.parametrize("query", ["legco funding", "fundng", "李家超", "airport legco", "Loop?"])
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_a_result_can_be_copied_and_pickled(
    query: str, copied: Callable[[SearchResult], SearchResult], record: Timeline
) -> None:
    """A copy tells the same as the original, whatever it was asked before."""
    result = record.search(query)
    other = copied(result)
    assert other == result
    assert type(other) is type(result)
    for name in ("source", "corrections", "ignored", "unknown", "without"):
        assert getattr(other, name) == getattr(result, name)
    assert other.synonyms() == result.synonyms()
    assert [other.spans(m) for m in other] == [result.spans(m) for m in result]


def test_common_words_alone_are_refused(record: Timeline) -> None:
    """A query of nothing but words that tell nothing is an error, not the whole record."""
    for query in ("the", "of the and", "is there anything", "OR is", "the OR of", "的", "有冇"):
        with pytest.raises(QueryError) as refused:
            search(record, query)
        assert str(refused.value) == f"“{query}” is too common to search for."
