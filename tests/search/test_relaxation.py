"""What may be left out of a query that finds nothing, and what stands in the way."""

from collections.abc import Callable

import pytest

from loopline import Timeline

OWN = (
    "The zebra crossing opened beside the town hall in spring",
    "The zebra enclosure closed",
    "The giraffe house opened",
    "The giraffe house grew by 12 metres",
    "The elephant house opened",
    "The penguin pool of LegCo opened",
)


@pytest.mark.parametrize(
    ("query", "ignored", "found"),
    [
        # An ordinary word that nothing explains, if the rest singles out few milestones.
        ("superstructure finally", ("finally",), "2017-10-03"),
        ("is the superstructure quite possible", ("quite", "possible"), "2017-10-03"),
        ("development of Hong Kong quite", (), ""),
        # Names, numbers, dates, rare words, phrases and exclusions are never left out.
        ("Cyberport expansion LegCo funding", (), ""),
        ("what was the HK$500 million for?", (), ""),
        ("what happened at the Loop in 2016?", (), ""),
        ("Donald Tsang Loop", (), ""),
        ("did a LegCo filibuster hold up the Park?", (), ""),
        ('what is the "judicial review" of the superstructure', (), ""),
        ("which superstructure is there -superstructure", (), ""),
        ("what did Carrie Lam say in 2022", (), ""),
        ("is there a Building 2 at the Park", (), ""),
        # A query that finds something is left as it is.
        ("legco funding", (), "2018-05 2021-01 2021-02"),
    ],
)
def test_what_is_left_out(
    query: str, ignored: tuple[str, ...], found: str, record: Timeline
) -> None:
    """Only what tells nothing is left out, and the answer says so."""
    result = record.search(query)
    assert " ".join(milestone.when for milestone in result) == found
    assert result.ignored == ignored


@pytest.mark.parametrize(
    ("query", "ignored", "found"),
    [
        # The common word gives way to the rarer ones, the number and the date never.
        ("when was the zebra crossing by the giraffe town hall", ("giraffe",), "2001-06"),
        ("which house grew by 13 metres", (), ""),
        ("which giraffe house opened in 2009", (), ""),
        ("which giraffe house opened in 2004", ("opened",), "2004-06"),
        ("which zebra enclosure met the penguin", (), ""),
        ("zebra giraffe", (), ""),
        ("zebra giraffe?", (), ""),
        ("where (zebra OR penguin) giraffe", (), ""),
        ("which zebra giraffe NOT opened", (), ""),
        ("which giraffe house had a zebra -grew", ("zebra",), "2003-06"),
        ("which okapi", (), ""),
        ("when did LegCo open the zebra crossing beside the town hall in spring", (), ""),
    ],
)
def test_questions_to_ones_own_record(
    query: str, ignored: tuple[str, ...], found: str, timeline_of: Callable[..., Timeline]
) -> None:
    """A question may ask for more than a milestone has, if it has most of what tells."""
    result = timeline_of(*OWN).search(query)
    assert (result.ignored, " ".join(m.when for m in result)) == (ignored, found)


@pytest.mark.parametrize(
    ("query", "without"),
    [
        ("LegCo Cyberport", {"Cyberport": "2018-05 2020-11 2021-01 2021-02"}),
        ("superstructure Cyberport Zebra", {"Cyberport, Zebra": "2017-10-03"}),
        ("fire contractor", {"fire": "2021-12-30", "contractor": "2021-01"}),
        ("superstructure 2016", {"2016": "2017-10-03"}),
        ('superstructure "airport zone"', {"airport zone": "2017-10-03"}),
        ("superstructure -superstructure", {"superstructure": None}),
        ("airport", {}),
        ("airport OR zebra", {}),
        ("airport zebra", {}),
        ("legco funding", {}),
    ],
)
def test_what_stands_in_the_way(
    query: str, without: dict[str, str | None], record: Timeline
) -> None:
    """If nothing is found, one learns which word is to blame and what there is without it."""
    found = record.search(query).without
    assert found.keys() == without.keys()
    for text, dates in without.items():
        if dates is not None:
            assert " ".join(milestone.when for milestone in found[text]) == dates
