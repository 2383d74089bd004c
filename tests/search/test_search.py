"""A query in, the right milestones out: what is promised about the search, by example."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module, reload

import pytest

from loopline import QueryError, Timeline

Find = Callable[..., str]

APPROVALS = "2018-05 2021-01 2021-02"
LOOP = "2017-01-02 2018-05 2020-11 2021-01 2021-03 2021-09-06 2021-10"
ZONE = "2019-02 2021-09-06 2021-10 2022-12 2023-08 2023-10"
GBA = "2019-02 2021-03 2021-10 2022-10 2023-10"
YEAR_2022 = "2022-02 2022-07 2022-10 2022-12"


@pytest.mark.parametrize(
    ("queries", "dates"),
    [
        # Case, accents, quotes, possessives, hyphens, inflection and spelling.
        (["LegCo funding", "FUNDING, LEGCO!", "Légco’s ‘funding’", "funded by LegCo"], APPROVALS),
        (["Healthtech", "health tech", "health-tech", "HEALTH-TECH"], "2021-10 2022-02"),
        (["wet lab", "wet labs", "wet laboratories"], "2021-06"),
        (["clinical trial centre", "Clinical Trial Centers"], "2023-10"),
        (["hetao co-operation zone", "HETAO CO-OPERATION ZONE", "Hetao Cooperation Zone"], ZONE),
        (["14th FYP", "fourteenth FYP", "national fourteenth fyp", "十四五規劃"], "2021-03"),
        (["santin technopole", "San Tin Technopole"], "2021-10 2022-07"),
        (["r and d platform", "R & D platform", "R&D platform"], "2023-10"),
        (["李家超's policy address", "李家超’s施政報告", "JOHN LEE'S施政報告"], "2023-10"),
        # Numbers, with what they count.
        (["$10bn", "HK$10 billion", "ten billion dollars", "HKD 10bn", "100億", "$"], "2022-02"),
        (["87 ha", "87-hectare", "eighty-seven hectares", "87公頃", "八十七公頃"], "2017-01-02"),
        (["batch 1a", "Batch-1A", "batch1a", "batch 1 A", "Batch 1(A)"], "2021-06 2021-12-30"),
        (["Building 1", "building number 1", "1號大樓", "Iconic Building"], "2021-06 2021-09"),
        (["87 acres", "540 square kilometres", "15th five-year plan", "batch number 2"], ""),
        (["HK$500 million", "US$10 billion", "building 2", "88 hectares", "phase 2"], ""),
        (["25th anniversary", "twenty-fifth anniversary", "twentyfifth anniversary"], "2022-07"),
        (
            [
                "thirty-first anniversary",
                "twentieth anniversary",
                "ninety-one zones",
                "twentysix zones",
                "sixtyfold",
            ],
            "",
        ),
        # Dates, and what is asked beside them.
        (["legco 2021", "2021 LEGCO"], "2021-01 2021-02"),
        (["Sep 2021", "2021-09", "2021/9", "2021年9月", "二〇二一年九月"], "2021-09 2021-09-06"),
        (["6 Sep 2021", "Sep 6, 2021", "2021-09-06", "2021年9月6日"], "2021-09-06"),
        (["after march 2023", "2023年3月之後", "later than march 2023"], "2023-08 2023-10"),
        (["2018 - 2019", "2018–2019", "from 2018 to 2019", "2018 or 2019"], "2018-05 2019-02"),
        (["no later than 2018", "earlier than 2019"], "2017-01-02 2017-10-03 2018-05"),
        (
            ["main events in 2022", "what happened in 2022", "major news 2022", "2022年大事"],
            YEAR_2022,
        ),
        (["Q4 2021", "4th quarter of 2021", "2021年第四季"], "2021-10 2021-12-20 2021-12-30"),
        (["what happened in 2016", "legco 2022", "1 May 2018", "last year", "去年"], ""),
        # The newest and the oldest.
        (["latest", "what is the latest news", "最新消息", "一個最新"], "2023-10"),
        (["latest legco", "one latest legco", "立法會一個最新"], "2021-02"),
        (["last three", "latest 3", "three latest", "最近三個"], "2023-03 2023-08 2023-10"),
        (["first two agreements", "earliest two agreements"], "2017-01-02 2021-09-06"),
        (["last approved funding", "when was the last funding approved"], "2021-02"),
        (["first batch of land", "the first batch of land parcels"], "2021-12-20"),
        (["latest policy address until 2021"], "2021-10"),
        # Names, in both scripts.
        (["GBA", "Greater Bay Area", "大灣區", "大湾区", '"大灣區"'], GBA),
        (["the loop", "Loop", "LMC Loop"], LOOP),
        (["Hetao", "hetao area"], "2022-12 2023-08 2023-10"),
        (["立法會批准撥款", "立法会批准拨款", "legco approved funding"], APPROVALS),
        (["HKSAR & MOST", "港府 科技部"], "2023-03"),
        (["most recent", "latest"], "2023-10"),
        # Other people's words, sentences and questions.
        (["lawmakers money", "When did LegCo vote the money?"], APPROVALS),
        (["how many times has LegCo approved funding for the Loop"], APPROVALS),
        (["MoU between Hong Kong and Shenzhen"], "2017-01-02"),
        (["talent housing", "is there housing for talent?"], "2021-06"),
        (["園區公司幾時成立", "when was the park company founded"], "2017-10-03"),
        (["when was the land handed over", "土地是否已經移交"], "2021-12-20"),
        (["attract firms", "lure companies"], "2021-09-06 2022-10"),
        (["please is there a fire station planned", "is a fire station planned?"], "2021-01"),
        (["what did Hong Kong sign with MOST"], "2023-03"),
        # Slips.
        (["legco fundng", "legco fundign", "elgco funding"], APPROVALS),
        (["policy address ocotber 2023", "Policy Adress 2023"], "2023-10"),
        (["November2020", "novmeber2020"], "2020-11"),
        (["clinical trail centre"], "2023-10"),
        (["bio medicine 2023", "biomedcine 2023"], "2023-08 2023-10"),
        (["who is Wang Weizong"], "2021-09-06"),
        # A name or a word of the dictionary is no slip.
        (["Biden", "Paris", "Leeds", "widen", "later"], ""),
        # What only looks like something in the record.
        (["parking", "busy", "concert", "lamb", "wetland", "school principal", "power plant"], ""),
        (["objectives of the Park", "premier", "customs", "completion", "graceful", "wallet"], ""),
        (["northern link", "Shenzhen River", "港鐵", "數碼港", "收地", "居屋", "Mrs Lee"], ""),
        (["what did Carrie Lam sign with MOST", "Donald Tsang Loop"], ""),
        # What the record does not tell, or tells the opposite of.
        (["Cyberport expansion LegCo funding", "HK$20 billion", "how many jobs"], ""),
        (["機場", "司法覆核", "十三五規劃", "李克強", "沒有批准撥款"], ""),
        (["voted down", "called off", "did LegCo object", "no funding"], ""),
        (["dollars", "$"], "2022-02"),
        (["lasting", "lasts", "firstly", "parkland"], ""),
    ],
)
def test_what_is_found(queries: list[str], dates: str, find: Find) -> None:
    """However it is written, a query finds exactly the milestones that it means."""
    assert {query: find(query) for query in queries} == dict.fromkeys(queries, dates)


@pytest.mark.parametrize(
    ("queries", "dates"),
    [
        (['"development plan"', "“development plan”", "「development plan」"], "2019-02 2023-08"),
        (['"plan development"', '"legislative funding"'], ""),
        (['"大灣區"'], GBA),
        (["《2022年施政報告》", "「2022年施政報告」", "2022年施政報告"], "2022-10"),
        (["ambulance OR logistics", "(ambulance OR logistics)"], "2021-01 2023-10"),
        (["policy address (2021 OR 2022)"], "2021-10 2022-10"),
        (["xi jinping or john lee", "習近平 或 李家超", "習近平還是李家超"], "2022-07 2023-10"),
        (["legco NOT funding", "legco -funding", "legco –funding", "legco －funding"], "2020-11"),
        (["legco ＮＯＴ funding", "legco NOT (funding)", 'legco -"approved funding"'], "2020-11"),
        (["policy address NOT northern metropolis"], "2021-10 2022-10"),
        (["consultant NOT (legco funding)", "consultant NOT (cost OR x)"], "2021-06 2021-09"),
        (
            ["2021 NOT (legco funding) after june 2021 NOT (hsitpl appoints)"],
            "2021-09-06 2021-10 2021-12-20",
        ),
        (["legco NOT since 2021", "legco -since 2021"], "2018-05 2020-11"),
        (["legco NOT 2021 funding"], "2018-05"),
        (["legco NOT NOT 2018"], "2018-05"),
        (["NOT since 2018"], "2017-01-02 2017-10-03"),
        (["capital -people"], "2023-08"),
        (["Building 1 - Lead Design Consultant"], "2021-06 2021-09"),
        (["coverin*"], "2022-10"),
        (["biomed*", "(biomed*)", '"biomed*"'], "2023-08 2023-10"),
        (['"action agen*"'], "2023-10"),
        # What has no partner, or nothing to it, is punctuation.
        (["((legco) NOT funding OR", 'legco -funding " OR ()', "legco NOT funding NOT"], "2020-11"),
    ],
)
def test_query_syntax(queries: list[str], dates: str, find: Find) -> None:
    """Phrases, prefixes, OR, NOT, -word and brackets work as everybody knows them."""
    assert {query: find(query) for query in queries} == dict.fromkeys(queries, dates)


@pytest.mark.parametrize(
    "query",
    [
        'who got "action agenda" legco funding works',
        "who got innov* legco funding for advance works",
        "who appointed the 8 lead design consultants",
        "what did Carrie Lam announce with John Lee",
        "is the MTR coming to the Loop",
        "is it better -Xi",
    ],
)
def test_what_is_required_is_never_left_out(query: str, find: Find) -> None:
    """A question is not answered without a phrase, a prefix, a number or a name of it."""
    assert find(query) == ""


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("legco money", {"synonyms": {"money": ("funding",)}}),
        ("legco fundng", {"corrections": {"fundng": "funding"}}),
        ("Carrie Lamm", {"corrections": {"Lamm": "Lam"}}),
        ("what did LegCo actually fund in late 2021", {"ignored": ("actually", "late")}),
        ("Cyberport or airport", {"unknown": ("Cyberport", "airport")}),
        ("legco since last year", {"unknown": ("last year",)}),
        ("數碼港", {"unknown": ("數碼港",)}),
        ("legco", {}),
        ("mou OR blueprint", {}),
        ("(mou OR zebra) shenzhen", {}),
    ],
)
def test_every_reading_that_is_not_literal_is_told(
    query: str, reading: dict[str, object], record: Timeline
) -> None:
    """A result says which word was corrected, taken for another, not matched or not known."""
    result = record.search(query)
    names = ("corrections", "synonyms", "ignored", "unknown")
    told = {name: value for name in names if (value := getattr(result, name))}
    assert told == reading


def test_what_stands_in_the_way_is_named(record: Timeline) -> None:
    """If nothing is found, `without` has what the rest of the query finds without each term."""
    without = record.search("carrie lam blueprint").without
    found = {term: [m.when for m in timeline] for term, timeline in without.items()}
    assert found == {"carrie lam": ["2022-12"], "blueprint": ["2021-09-06"]}
    assert record.search("legco OR zebra").without == {}
    assert record.search("zebra OR airport").without == {}


def test_exact_finds_the_records_own_words_only(find: Find) -> None:
    """With `exact`, all words are required, and no name, synonym or correction counts."""
    assert find("approved funding", exact=True) == APPROVALS
    for query in ("lawmakers", "立法會", "fundng", "funding zebra", "HKSAR legco"):
        assert (query, find(query, exact=True)) == (query, "")


def test_since_and_until_apply_before_the_order(record: Timeline) -> None:
    """The newest is that of the period."""
    result = record.search("latest policy address", until=2021)
    assert [milestone.when for milestone in result] == ["2021-10"]


@pytest.mark.parametrize("query", ["", "  ", "?!", "the of", "timeline", "how many milestones"])
def test_nothing_to_look_for_is_refused(query: str, record: Timeline) -> None:
    """A query without a word to look for raises QueryError."""
    with pytest.raises(QueryError):
        record.search(query)


def test_a_query_has_a_limit(record: Timeline) -> None:
    """The longest paragraph can be pasted whole; 2 001 characters are refused."""
    longest = max((text for m in record for text in m.paragraphs), key=len)
    assert any(longest in milestone.paragraphs for milestone in record.search(longest))
    with pytest.raises(QueryError, match="2001 characters"):
        record.search("x" * 2001)


def test_the_snippet_is_the_part_that_answers(record: Timeline) -> None:
    """The excerpt of an area has the hectares in it, not the name of the Park."""
    result = record.search("how big is the Park")
    for milestone in result:
        number, (start, end) = result.snippet_span(milestone)
        assert "hectare" in milestone.paragraphs[number][start:end]
    titled = record.search("Healthtech Hub announced 2021").snippet_span(record[0])
    assert titled[0] == 0


def test_a_result_can_be_pickled(record: Timeline) -> None:
    """A result goes to another process whole."""
    result = pickle.loads(pickle.dumps(record.search("legco money")))  # noqa: S301
    assert [milestone.when for milestone in result] == [*APPROVALS.split()]
    assert result.synonyms == {"money": ("funding",)}
    assert result.spans(result[0]) != []


def test_a_record_of_ones_own(timeline_of: Callable[..., Timeline], find: Find) -> None:
    """The search works as well for other texts, in other languages too."""
    own = timeline_of(
        "A zebra crossed the motorways", "Das Café öffnete", "動物園開幕", "Water/food"
    )
    assert find("motorway zebras", own) == "2001-06"
    assert find("zebar", own) == "2001-06"
    assert find("CAFE OFFNETE", own) == "2002-06"
    assert find("动物园", own) == "2003-06"
    assert (
        find("water food", own) == find("food water", own) == find("water/food", own) == "2004-06"
    )
    assert find("legco", own) == ""
    assert find("LegCo", timeline_of("立法會", "国会")) == "2001-06"
    assert find("李克強", timeline_of("動物園", "開幕")) == ""


def test_amounts_in_a_record_of_ones_own(timeline_of: Callable[..., Timeline], find: Find) -> None:
    """An amount is found however its currency and its unit are written."""
    for text in ("HKD 5 million", "HK$5 million", "$5m", "five million dollars"):
        own = timeline_of(f"It cost {text} in all.", "It cost US$5 million.", "5 million people")
        for query in ("HKD 5 million", "$5m", "HK$ 5 million", text):
            assert (text, query, find(query, own)) == (text, query, "2001-06")


@pytest.mark.parametrize("size", [0, 1, 2])
def test_small_records(size: int, timeline_of: Callable[..., Timeline]) -> None:
    """Records of no, one and two milestones are searched like any other."""
    small = timeline_of(*["LegCo approved funding.", "HSITPL was set up."][:size])
    for query in (
        "legco",
        "what is the latest in 2021",
        "first funding",
        "fundng",
        "立法會 -HSITPL",
    ):
        assert len(small.search(query)) <= size
    assert len(small.search("latest")) == min(size, 1)


def test_the_search_needs_neither_rich_nor_dateutil() -> None:
    """An answer in JSON or plain text loads nothing that it does not need."""
    code = "import sys, loopline; loopline.load().search('is it big? fundng'); print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert {"rich", "dateutil", "typer", "snowballstemmer"}.isdisjoint(modules)
    assert "snowballstemmer.english_stemmer" in modules


@pytest.mark.parametrize("is_loaded", [True, False])
def test_the_stemmer_stays_whole_for_others(
    is_loaded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever uses snowballstemmer in the same process, before or after, gets all of it."""
    for name in [name for name in sys.modules if name.startswith("snowballstemmer")]:
        monkeypatch.delitem(sys.modules, name)
    if is_loaded:
        import_module("snowballstemmer")
    assert reload(import_module("loopline.search.stemming")).stem("funded") == "fund"
    assert import_module("snowballstemmer").stemmer("german").stemWord("häuser") == "haus"
