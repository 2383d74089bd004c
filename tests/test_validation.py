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
        "河套深港科技創新合作區", "\u845b\U000e0100城", "e\u0301te\u0301", "👨\u200d👩\u200d👧",
        "\u200eleft-to-right mark", "Arabic letter mark \u061c", "می\u200cخواهم", "no\xa0break",
        "soft\xadhyphen", "\u3164filler", "한국", "x" * 5000, r"[/b] :sun: `*_<b>&amp; \x1b", "…",
    ],
)  # fmt: skip
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
        ({"date": {}}, f"{NO_STRING}an object"),
        ({"precision": ["day"]}, "“precision” must be “day” or “month”, not an array"),
        ({"precision": "Day"}, "“precision” must be “day” or “month”, not “Day”"),
        ({"title": True}, "“title” must be a string, not true or false"),
        ({"paragraphs": "Signed."}, NO_LIST),
        ({"paragraphs": []}, NO_LIST),
        ({"paragraphs": ["a", ["b"]]}, "“paragraphs”: paragraph 2 must be a string, not an array"),
        # Dates.
        ({"date": "\x1b[2J"}, r"“date”: “\x1b[2J” is not a valid YYYY-MM-DD date"),
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
    assert refuse({**GOOD, **changes}) == reason


@pytest.mark.parametrize(
    ("texts", "hint"),
    [
        ("|2021|2021-02-29|10000-01-01|06/09/2021|２０２１-09-06|soon", ""),
        ("2021-9-6|20210906|2021-W36-1|6 Sep 2021|2021年9月6日", " (write “2021-09-06”)"),
        ("2021-09|Sep 2021", " (for a month, write “2021-09-01” with precision “month”)"),
    ],
)
def test_a_date_has_one_form(texts: str, hint: str) -> None:
    """A date in another form is refused, with the right one if there is only one way to read it."""
    for text in texts.split("|"):
        message = f"“date”: “{text}” is not a valid YYYY-MM-DD date{hint}"
        assert refuse({**GOOD, "date": text}) == message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is blank"),
        (" ", "is blank"),
        ("\xa0\u3000", "is blank"),
        ("\u200d\u200e \xad", "looks blank: it has nothing but the character U+200D (zero width"),
        *(
            (char * 2, f"looks blank: it has nothing but the character U+{ord(char):04X} (")
            for char in "\u3164\u115f\u2800\u034f\ufe0f\u1161\u0301\u20dd\u17b5\uffa0\U000e0100"
        ),
        *((f"a{char}b", "must not contain a line break") for char in "\n\v\f\r\x85\u2028\u2029"),
        ("a\tb", "must not contain a tab"),
        ("\u202ea", "must not contain the character U+202E (right-to-left override)"),
        *(
            (f"a{char}b", f"must not contain the character U+{ord(char):04X}")
            for char in (
                "\x00\x1b\x7f\x9b\u200b\u202a\u202d\u2060\u2064\u2066\u2069\u206f\ufeff\ufff9\ufffb"
                "\ud800\udfff\U000e0000\U000e0041\U000e007f"
            )
        ),
    ],
    ids=ascii,
)
def test_a_text_can_be_seen_and_does_no_harm(text: str, reason: str) -> None:
    """What shows nothing, breaks a line, steers a terminal or hides text is named."""
    assert refuse({**GOOD, "title": text}).startswith(f"“title” {reason}")
    paragraphs = {**GOOD, "paragraphs": ["Signed.", text]}
    assert refuse(paragraphs).startswith(f"“paragraphs”: paragraph 2 {reason}")


@pytest.mark.parametrize("field", GOOD)
def test_a_missing_field_is_named(field: str) -> None:
    """An item without one of the four fields is refused by that field's name, or by a slip."""
    item = {name: GOOD[name] for name in GOOD if name != field}
    assert refuse(item) == f"“{field}” is missing"
    hint = f"“{field}x” is not a field of a milestone (did you mean “{field}”?)"
    assert refuse({**item, f"{field}x": GOOD[field]}) == hint


@pytest.mark.parametrize(
    ("item", "kind"), [("text", "a string"), (1.0, "a number"), ([GOOD], "an array")]
)
def test_an_item_is_an_object(item: object, kind: str) -> None:
    """An item that is not an object is refused as what it is."""
    assert refuse(item) == f"must be an object, not {kind}"


def test_a_field_that_appears_twice() -> None:
    """Which of two values was meant nobody knows, so neither is dropped in silence."""
    assert refuse((*GOOD.items(), ("title", "b"))) == "“title” appears twice"
