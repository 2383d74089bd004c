"""Which neighbouring words of a query are one thing."""

from collections.abc import Callable

import pytest

from loopline import Timeline
from loopline.search.analysis import tokenize
from loopline.search.index import Index
from loopline.search.lexicon import Lexicon
from loopline.search.segmentation import Segment, Segmenter

Segmented = Callable[..., list[Segment]]


@pytest.fixture(scope="module")
def segment(record: Timeline) -> Segmented:
    """Return the segments of a query in a timeline, as keywords unless said otherwise."""

    def segment(
        query: str,
        timeline: Timeline = record,
        *,
        is_question: bool = False,
        is_loose: bool = False,
    ) -> list[Segment]:
        lexicon = Lexicon(Index(timeline))
        segmenter = Segmenter(lexicon, is_question=is_question, is_loose=is_loose)
        tokens = [token for token in tokenize(query) if not token.is_stop_word]
        segments = segmenter.segment(tokens)
        assert [token for piece in segments for token in piece.tokens] == tokens
        return segments

    return segment


def words(segments: list[Segment]) -> str:
    """Return the words of the segments, those of one joined by a plus sign."""
    return " ".join("+".join(token.folded for token in piece.tokens) for piece in segments)


@pytest.mark.parametrize(
    ("query", "segments"),
    [
        ("funding of the legislative council", "funding legislative+council"),
        ("memorandum of understanding 2017", "memorandum+understanding 2017"),
        ("cross border flows", "cross+border flows"),
        ("cross-border flows", "cross+border flows"),
        ("five-year talks", "five+year talks"),
        ("10 billion dollars", "10+billion dollars"),
        ("87 hectares", "87+hectares"),
        ("batch 1 works", "batch+1 works"),
        ("phases 2 works", "phases+2 works"),
        ("building 2021", "building 2021"),
        ("building 3rd", "building 3rd"),
        ("blue print", "blue+print"),
        ("non zebra local", "non zebra local"),
        ("funding airport", "funding airport"),
        ("important airport", "important airport"),
        ("designated hospital", "designated hospital"),
        ("research ability", "research ability"),
        ("立法會橋頭堡", "立+法+会 桥+头+堡"),
        ("", ""),
    ],
)
def test_what_is_read_as_one(query: str, segments: str, segment: Segmented) -> None:
    """Names, compounds, amounts and numbered things are one; two words else stay two.

    A joined word must itself be in the record: its stem alone is no reason to join two others.
    """
    assert words(segment(query)) == segments


def test_the_longest_name_is_meant(segment: Segmented) -> None:
    """A name is read as a whole and not as the names in it."""
    (name,) = segment("Greater Bay Area")
    assert name.is_name
    assert "GBA" in name.synonyms
    zone, *_ = segment("港深創新及科技園有限公司")
    assert "HSITPL" in zone.synonyms


def test_only_words_that_mean_something_else_are_everyday_words(segment: Segmented) -> None:
    """A word that the record uses means itself, unless nothing is found in that way."""
    (money,) = segment("money")
    assert "funding" in money.synonyms
    assert not money.is_name
    (unknown,) = segment("zebra")
    assert (unknown.is_known, unknown.synonyms) == (False, ())
    (itself,) = segment("created")
    (loose,) = segment("created", is_loose=True)
    (asked,) = segment("create", is_question=True, is_loose=True)
    assert itself.synonyms == ()
    assert "set up" in loose.synonyms
    assert "set up" in asked.synonyms


def test_words_that_ask(segment: Segmented) -> None:
    """In a question they are nothing to look for; among keywords only if the record lacks them."""
    assert [piece.is_asking for piece in segment("is anything mentioned", is_question=True)] == [
        True,
        True,
    ]
    assert [piece.is_asking for piece in segment("mentions please")] == [False, True]


def test_chinese_words_of_ones_own_record(
    segment: Segmented, timeline_of: Callable[..., Timeline]
) -> None:
    """Characters that are adjacent in a text are one word, and others are not."""
    own = timeline_of("斑馬線開放", "國家公園")
    assert words(segment("斑马线开放", own)) == "斑+马+线+开+放"
    assert words(segment("斑馬家園", own)) == "斑+马 家 园"
    assert words(segment("斑馬 線", own)) == "斑+马 线"
