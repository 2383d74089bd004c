"""A query in, the right milestones out: what is promised about the search as a whole."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import loopline
from loopline import Milestone, QueryError, Timeline
from loopline.resources import read_package_json
from loopline.search import search
from loopline.search.analysis import STOP_WORDS, tokenize
from loopline.search.han import is_han
from loopline.search.query_dates import split_dates
from loopline.search.synonyms import glossary

Find = Callable[..., str]

RECORD = loopline.load()
# The record's own words, folded, that are no stop words.
WORDS = sorted(
    {
        token.folded
        for milestone in RECORD
        for text in milestone.texts
        for token in tokenize(text)
        if not token.is_stop_word
    }
)
APPROVALS = "2018-05 2021-01 2021-02"
LOOP = "2017-01-02 2018-05 2020-11 2021-01 2021-03 2021-09-06 2021-10 2022-12 2023-08 2023-10"
ZONE = "2019-02 2021-09-06 2021-10 2022-12 2023-08 2023-10"
GBA = "2019-02 2021-03 2021-10 2022-10 2023-10"
NAMES = glossary()


@pytest.mark.parametrize(
    ("queries", "dates"),
    [
        # Case, accents, quotes, possessives, hyphens, inflection and spelling.
        (["LegCo funding", "FUNDING, LEGCO!", "Légco’s ‘funding’", "funded by LegCo"], APPROVALS),
        (["Healthtech", "health tech", "health-tech", "HEALTH-TECH"], "2021-10 2022-02"),
        (["wet lab", "wet labs", "wet laboratories"], "2021-06"),
        (["clinical trial centre", "Clinical Trial Centers"], "2023-10"),
        # Capitals once changed these.
        (["hetao co-operation zone", "HETAO CO-OPERATION ZONE", "Hetao Cooperation Zone"], ZONE),
        (["I&T Co-operation Zone", "SHENZHEN-HONG KONG I&T CO-OPERATION ZONE"], ZONE),
        (["2021’s policy address", "2021’S POLICY ADDRESS"], "2021-10"),
        (["14th FYP", "fourteenth FYP", "national fourteenth fyp", "十四五規劃"], "2021-03"),
        # Numbers and units.
        (["$10bn", "HK$10 billion", "ten billion dollars", "HKD 10bn", "100億"], "2022-02"),
        (["87 ha", "87-hectare", "eighty-seven hectares", "87公頃"], "2017-01-02"),
        (["batch 1a", "Batch-1A", "batch1a"], "2021-06 2021-12-30"),
        # Dates.
        (["legco 2021", "2021 LEGCO"], "2021-01 2021-02"),
        (["Sep 2021", "2021-09", "2021/9", "2021年9月", "二〇二一年九月"], "2021-09 2021-09-06"),
        (["6 Sep 2021", "Sep 6, 2021", "2021-09-06", "2021年9月6日"], "2021-09-06"),
        (["after march 2023", "2023年3月之後"], "2023-08 2023-10"),
        (["what happened in 2016", "legco 2022", "1 May 2018"], ""),
        # Names, in both scripts.
        (["GBA", "Greater Bay Area", "大灣區", "大湾区", '"大灣區"'], GBA),
        (["the loop", "Loop", "Hetao", "河套", "LMC Loop"], LOOP),
        (["立法會撥款", "立法会拨款", "legco 撥款", "立法會 funding"], APPROVALS),
        # Ordinary words and questions.
        (["lawmakers funding", "When did LegCo vote the money?"], APPROVALS),
        (["talent housing", "is there housing for talent?"], "2021-06"),
        (["園區公司幾時成立", "when was the park company founded"], "2017-10-03"),
        (["when was the land handed over", "土地是否已經移交"], "2021-12-20"),
        (["attract firms", "lure companies"], "2021-09-06 2022-10"),
        (["cross-border funds"], "2022-10 2023-08"),
        # Slips.
        (["fundng", "fundign", "legco fundng"], APPROVALS),
        # What a word that looks alike once found.
        (["parking", "busy", "concert", "lamb", "wetland", "school principal", "power plant"], ""),
        (["important airport", "designated hospital", "research ability"], ""),
        (["integrate fully", "fully integrate", "and fully", "fully"], "2023-10"),
        # What the record does not tell.
        (["Cyberport expansion LegCo funding", "HK$500 million", "HK$20 billion"], ""),
        (["15th five-year plan", "batch 2", "building 2", "88 hectares", "phase 2"], ""),
        (["機場", "司法覆核", "十三五規劃", "李克強"], ""),
    ],
)
def test_what_is_found(queries: list[str], dates: str, find: Find) -> None:
    """However it is written, a query finds exactly the milestones that it means."""
    assert {query: find(query) for query in queries} == dict.fromkeys(queries, dates)


def test_carry_is_not_carrie(find: Find) -> None:
    """A verb is no name: carry finds what is carried out at most."""
    assert "2021-09-06" not in find("carry")


def test_search_is_a_function_of_milestones_and_a_query() -> None:
    """Any sequence of milestones can be searched; what is found keeps its order."""
    found = search(tuple(reversed(RECORD)), "legco funding").milestones
    assert [milestone.when for milestone in found] == APPROVALS.split()[::-1]


def test_a_record_of_ones_own_has_no_names_of_the_bundled_one(
    timeline_of: Callable[..., Timeline], find: Find
) -> None:
    """The search works as well for other texts, in other languages too."""
    own = timeline_of("A zebra crossed the motorways", "Das Café öffnete", "動物園開幕", "MOST")
    assert find("motorway zebras", own) == "2001-06"
    assert find("zebar", own) == "2001-06"
    assert find("CAFE OFFNETE", own) == "2002-06"
    assert find("动物园", own) == "2003-06"
    assert find("legco", own) == ""
    assert find("LegCo", timeline_of("立法會", "国会")) == "2001-06"


def test_amounts_in_a_record_of_ones_own(timeline_of: Callable[..., Timeline], find: Find) -> None:
    """An amount is found however its currency and its unit are written."""
    for text in ("HKD 5 million", "HK$5 million", "$5m", "five million dollars"):
        own = timeline_of(f"It cost {text} in all.", "It cost US$5 million.", "5 million people")
        for query in ("HKD 5 million", "$5m", "HK$ 5 million", text):
            assert (text, query, find(query, own)) == (text, query, "2001-06")


@pytest.mark.parametrize("milestone", RECORD, ids=lambda milestone: milestone.when)
def test_each_word_of_a_title_finds_its_milestone(milestone: Milestone, find: Find) -> None:
    """What one reads in a list can be searched for, alone, in pairs, as a whole and in quotes."""
    words = milestone.title.split()
    pairs = map(" ".join, pairwise(words))
    queries = [*words, *pairs, milestone.title, f'"{milestone.title}"', milestone.when]
    assert [
        query
        for query in queries
        if not STOP_WORDS.issuperset(query.lower().split()) and milestone.when not in find(query)
    ] == []


@pytest.mark.parametrize("word", ["9月", "2021年9月6日", "2021年", "九月六日", "Café"])
def test_a_word_of_any_title_finds_it(
    word: str, timeline_of: Callable[..., Timeline], find: Find
) -> None:
    """Also a title that has a date of another time, a number or an accent in it."""
    title = f"What was said on {word}"
    titled = Timeline([Milestone(date(2001, 5, 1), "month", title, ("Text.",))])
    assert find(word, titled) == "2001-05"
    assert find(f'"{word}"', timeline_of(f"Seit {word}.")) == "2001-06"


@settings(max_examples=50)
@given(
    st.sampled_from([*WORDS, "GBA", "roadmap", "fundng", "立法會"]),
    st.sampled_from(sorted(STOP_WORDS - {"by"})),
)
def test_case_repetition_and_stop_words_change_nothing(
    find: Find, word: str, stop_word: str
) -> None:
    """Whatever the capitals, and however often a word is said, the answer is the same."""
    found = find(word)
    for query in (word.upper(), word.title(), f"{word} {word}", f"{word} {stop_word} {word}"):
        assert (query, find(query)) == (query, found)


def is_one_thing(one: str, other: str) -> bool:
    """Return whether two words are a name, a date, a number of something, or one word."""
    tokens = tuple(tokenize(f"{one} {other}"))
    dates, words = split_dates(tokens)
    is_name = any(match.length == len(tokens) for match in NAMES.find(tokens, 0))
    has_number = any(token.term[0].isdecimal() for token in tokens)
    return bool(dates) or len(words) < 2 or is_name or has_number or one + other in WORDS


@settings(max_examples=100)
@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
@example("integrate", "fully")
@example("fully", "integrate")
@example("important", "hub")
def test_two_words_find_what_both_find(find: Find, one: str, other: str) -> None:
    """Two of the record's own words find exactly the milestones that have both, in any order.

    Only what is one thing may find others: a name (research development is R&D), a date (dec 10),
    a number and what it counts (batch two), or a word of the record (main land).
    """
    assume(not is_one_thing(one, other) and not is_one_thing(other, one))
    both = set(find(one).split()) & set(find(other).split())
    assert set(find(f"{one} {other}").split()) == both
    assert set(find(f"{other} {one}").split()) == both


@settings(max_examples=50)
@given(st.permutations(["legco", "funding", "2021", "works"]), st.sampled_from(["", "the", "of"]))
def test_the_order_of_keywords_changes_nothing(find: Find, words: list[str], stop: str) -> None:
    """Keywords are a set, with stop words between them or not."""
    assert find(f" {stop} ".join(words)) == "2021-01"


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
    st.sampled_from(["airport", "zebra", "Cyberport", "finally", "xqxq"]),
)
@example("funding GBA", "finally")
def test_a_further_keyword_never_finds_more(find: Find, keywords: str, further: str) -> None:
    """A word that the record does not have narrows the answer, or leaves it."""
    for query in (f"{keywords} {further}", f"{further} {keywords}"):
        assert set(find(query).split()) <= set(find(keywords).split())


@settings(max_examples=100)
@given(st.text())
@example("\ud800")
@example("(" * 3000)
@example('"' * 3001)
@example("-" * 3001 + "loop")
@example("0000年 OR 99999999999999999999月")
@example("after 9999 before 0001 between 0000 and 10000")
def test_no_query_fails(query: str) -> None:
    """Any characters at all give an answer or a QueryError, and spans lie within the texts."""
    try:
        result = RECORD.search(query)
    except QueryError:
        return
    check_spans(result)


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                *WORDS,
                *STOP_WORDS,
                *"OR NOT ( ) - * ? 2021 since 立法會 9月 幾時 後 fundng".split(),
                '"',
            ]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_no_mix_of_words_and_operators_fails(query: str) -> None:
    """Operators, dates, questions, slips and both languages combine in any order."""
    try:
        result = RECORD.search(query)
    except QueryError:
        return
    check_spans(result)
    assert result.synonyms() is not None
    assert [milestone for found in result.without.values() for milestone in found if result] == []


def check_spans(result: loopline.SearchResult) -> None:
    """Assert that spans lie within their texts, are sorted, and neither empty nor overlapping."""
    for milestone in result:
        for text, spans in zip(milestone.texts, result.spans(milestone), strict=True):
            offsets = [offset for span in spans for offset in span]
            assert offsets == sorted(set(offsets))
            assert all(0 <= offset <= len(text) for offset in offsets)


CHINESE = [
    name
    for group in read_package_json("glossary.json")
    for name in group
    if all(map(is_han, name)) and len(name) > 1
]


@pytest.fixture(scope="module")
def to_simplified() -> dict[int, str]:
    """The simplified form of each traditional character."""
    table = read_package_json("han_variants.json")
    return str.maketrans(table["traditional"], table["simplified"])  # type: ignore[return-value]


@settings(max_examples=40)
@given(st.sampled_from(CHINESE), st.sampled_from(["", "2021", "幾時批准撥款", "legco"]))
def test_both_scripts_find_the_same(
    find: Find, to_simplified: dict[int, str], name: str, rest: str
) -> None:
    """Traditional and simplified characters are one, and so is a mixture of them."""
    query = f"{name} {rest}"
    assert find(query) == find(query.translate(to_simplified))
    assert find(query) == find(name.translate(to_simplified) + f" {rest}")


def test_a_long_query_is_answered() -> None:
    """Thousands of words need no deep recursion, and their answer is the right one."""
    words = " ".join(f"{word}x{number}" for number, word in enumerate(WORDS))
    assert len(RECORD.search(f"{words} OR superstructure")) == 1


def test_the_search_needs_neither_rich_nor_dateutil() -> None:
    """An answer in JSON or plain text loads nothing that it does not need."""
    code = "import sys, loopline; loopline.load().search('is it big? fundng'); print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert {"rich", "dateutil", "typer"}.isdisjoint(modules)
    assert "loopline.search" in modules


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("legco NOT since 2021", "2018-05 2020-11"),
        ("legco -since 2021", "2018-05 2020-11"),
        ("legco NOT oct 2022", "2018-05 2020-11 2021-01 2021-02"),
        ("legco NOT between 2018 and 2020", "2021-01 2021-02"),
        ("legco NOT 2021 funding", "2018-05"),
        ("NOT since 2018", "2017-01-02 2017-10-03"),
    ],
)
def test_a_date_is_excluded_whole(query: str, found: str, find: Find) -> None:
    """What is excluded by date is all that the date means, not its first word."""
    assert find(query) == found


@pytest.mark.parametrize(
    "query",
    [
        'who got "action agenda" legco funding works',
        "who got innov* legco funding for advance works",
        "who appointed sixteen consultants",
        "what did Carrie Lam announce about the blueprint",
        "who appointed the 8 lead design consultants",
    ],
)
def test_what_is_telling_is_never_left_out(query: str, find: Find) -> None:
    """A question is not answered without a phrase, a prefix, a number or a rare word of it."""
    assert find(query) == ""


def test_vague_words_beside_a_date_are_told(record: Timeline) -> None:
    """Of late 2017 only the year is looked for, and the answer says so."""
    result = record.search("late 2017")
    assert [milestone.when for milestone in result] == ["2017-01-02", "2017-10-03"]
    assert result.ignored == ("late",)
