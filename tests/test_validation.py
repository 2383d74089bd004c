"""Which items of a data file are milestones, and what is said of those that are not."""

import pytest

from loopline.validation import ValidationError, validate_item

GOOD: dict[str, object] = {
    "date": "2021-09-06",
    "precision": "day",
    "title": "Shenzhen signs",
    "paragraphs": ["Signed.", "Published."],
}
NO_LIST = "“paragraphs” must be a list of one or more strings"
NO_STRING = "“date” must be a string such as “2021-09-06”, not "


def refuse(item: object) -> str:
    """Return why an item is refused."""
    with pytest.raises(ValidationError) as refused:
        validate_item(item)
    return str(refused.value)


@pytest.mark.parametrize(("precision", "when"), [("day", "2021-09-01"), ("month", "2021-09")])
def test_a_first_may_be_a_day_or_a_month(precision: str, when: str) -> None:
    """A date on a first is that of its day or of its month, as the precision says."""
    milestone = validate_item({**GOOD, "date": "2021-09-01", "precision": precision})
    assert milestone.when == when


@pytest.mark.parametrize(
    "text",
    [
        "河套深港科技創新合作區",
        "\u845b\U000e0100城",
        "e\u0301te\u0301",
        "\u200eleft-to-right mark",
        "Arabic letter mark \u061c",
        "family 👨\u200d👩\u200d👧",
        "می\u200cخواهم",
        "no\xa0break",
        "soft\xadhyphen",
        "x" * 5000,
        "[sic] [/b] :sun: `*_<b>&amp;",
        r"a = 1; \x1b",
        "\U0001f600",
    ],
)
def test_what_is_only_unusual_is_kept(text: str) -> None:
    """Any text without a forbidden character is kept verbatim."""
    milestone = validate_item({**GOOD, "title": text, "paragraphs": [text]})
    assert (milestone.title, milestone.paragraphs) == (text, (text,))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        # Types.
        ({"date": None}, f"{NO_STRING}null"),
        ({"date": 20.21}, f"{NO_STRING}a number"),
        ({"date": ["2021-09-06"]}, f"{NO_STRING}an array"),
        ({"date": {}}, f"{NO_STRING}an object"),
        ({"precision": None}, "“precision” must be “day” or “month”, not null"),
        ({"precision": ["day"]}, "“precision” must be “day” or “month”, not an array"),
        ({"precision": "Day"}, "“precision” must be “day” or “month”, not “Day”"),
        ({"title": True}, "“title” must be a string, not true or false"),
        ({"paragraphs": "Signed."}, NO_LIST),
        ({"paragraphs": {}}, NO_LIST),
        ({"paragraphs": []}, NO_LIST),
        ({"paragraphs": [None]}, "“paragraphs”: paragraph 1 must be a string, not null"),
        ({"paragraphs": ["a", ["b"]]}, "“paragraphs”: paragraph 2 must be a string, not an array"),
        # Texts that show nothing.
        ({"title": ""}, "“title” is blank"),
        ({"title": "\xa0\u3000"}, "“title” is blank"),
        (
            {"title": "\u200d\u200e \xad"},
            "“title” looks blank: it has nothing but the character U+200D (zero width joiner)",
        ),
        ({"paragraphs": ["Signed.", " "]}, "“paragraphs”: paragraph 2 is blank"),
        # Characters that break lines, steer a terminal, hide text or are none.
        *(({"title": f"a{c}b"}, "“title” must not contain a line break") for c in "\n\v\f\r\x85"),
        *(({"title": f"a{c}b"}, "“title” must not contain a line break") for c in "\u2028\u2029"),
        ({"title": "a\tb"}, "“title” must not contain a tab"),
        (
            {"paragraphs": ["\u202eesrever"]},
            "“paragraphs”: paragraph 1 must not contain the character U+202E "
            "(right-to-left override)",
        ),
        *(
            ({"title": f"a{char}b"}, f"“title” must not contain the character U+{ord(char):04X}")
            for char in (
                "\x00\x1b\x7f\x9b\u200b\u202a\u202d\u2060\u2064\u2066\u2069\u206f\ufeff\ufff9\ufffb"
                "\ud800\udfff\U000e0000\U000e0041\U000e007f"
            )
        ),
        # Dates.
        *(
            ({"date": text}, f"“date”: “{text}” is not a valid YYYY-MM-DD date")
            for text in ("", "2021", "2021-02-29", "10000-01-01", "06/09/2021", "２０２１-09-06")
        ),
        ({"date": "\x1b[2J"}, r"“date”: “\x1b[2J” is not a valid YYYY-MM-DD date"),
        *(
            (
                {"date": text},
                f"“date”: “{text}” is not a valid YYYY-MM-DD date (write “2021-09-06”)",
            )
            for text in ("2021-9-6", "20210906", "2021-W36-1", "6 Sep 2021", "2021年9月6日")
        ),
        *(
            (
                {"date": text},
                f"“date”: “{text}” is not a valid YYYY-MM-DD date "
                "(for a month, write “2021-09-01” with precision “month”)",
            )
            for text in ("2021-09", "Sep 2021")
        ),
        (
            {"precision": "month"},
            "“date”: with precision “month” the day must be 01, not “2021-09-06”",
        ),
        # Fields that no milestone has.
        ({"colour": "red"}, "“colour” is not a field of a milestone"),
        ({"\x1b[2J": 1}, r"“\x1b[2J” is not a field of a milestone"),
        ({"x" * 500: 1}, f"“{'x' * 59}…” is not a field of a milestone"),
        ({"TITLE": "a"}, "“TITLE” is not a field of a milestone (did you mean “title”?)"),
        ({"dates": "a"}, "“dates” is not a field of a milestone (did you mean “date”?)"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_a_broken_rule_is_named(changes: dict[str, object], reason: str) -> None:
    """What is wrong is told with the field, and with what would be right where that is evident."""
    refused = refuse({**GOOD, **changes})
    assert refused.startswith(reason)
    assert refused == reason or "the character" in reason


@pytest.mark.parametrize("field", GOOD)
def test_a_missing_field_is_named(field: str) -> None:
    """An item without one of the four fields is refused by that field's name."""
    assert refuse({name: GOOD[name] for name in GOOD if name != field}) == f"“{field}” is missing"


def test_a_misspelt_field_is_no_missing_one() -> None:
    """A field with a name that is slightly wrong gets a hint, not the name that is missing."""
    item = {**GOOD, "paragraph": "Signed."}
    del item["paragraphs"]
    hint = "“paragraph” is not a field of a milestone (did you mean “paragraphs”?)"
    assert refuse(item) == hint


@pytest.mark.parametrize(
    ("item", "kind"), [("text", "a string"), (1.0, "a number"), ([GOOD], "an array")]
)
def test_an_item_is_an_object(item: object, kind: str) -> None:
    """An item that is not an object is refused as what it is."""
    assert refuse(item) == f"must be an object, not {kind}"


def test_a_field_that_appears_twice() -> None:
    """Which of two values was meant nobody knows, so neither is dropped in silence."""
    assert refuse((*GOOD.items(), ("title", "b"))) == "“title” appears twice"
