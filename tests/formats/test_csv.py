"""`csv`: what a spreadsheet reads is what is in the record."""

import csv
from datetime import date
from io import StringIO

from hypothesis import example, given, settings
from hypothesis import strategies as st

from loopline.formats import csv as csv_format
from loopline.models import Milestone

MILESTONES = (
    Milestone(date(2021, 9, 1), "month", "Consultant appointed", ("HSITPL appointed one.",)),
    Milestone(date(2021, 9, 6), "day", "Signed, sealed", ('The "Arrangement".', "第二段")),
)
# A record has no control characters; quotes and commas are what matters here.
TEXTS = st.text(
    st.sampled_from("\"',; =+-@") | st.characters(exclude_categories=["Cc", "Cs"]), min_size=1
)


def test_the_columns_are_date_precision_title_and_text() -> None:
    """CSV has a header and a row for each milestone, its paragraphs joined by a blank line."""
    assert csv_format.render_list(MILESTONES, "") == (
        "date,precision,title,text\n"
        "2021-09-01,month,Consultant appointed,HSITPL appointed one.\n"
        '2021-09-06,day,"Signed, sealed","The ""Arrangement"".\n\n第二段"\n'
    )


def test_the_texts_are_always_there() -> None:
    """CSV has the texts whether or not they were asked for."""
    assert csv_format.render_full(MILESTONES, "", {}) == csv_format.render_list(MILESTONES, "")


@given(title=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=3))
@example(title="=1+1", paragraphs=["+1", "-1"])
@example(title="@SUM(A1)", paragraphs=["=A1"])
@settings(max_examples=150, deadline=None)
def test_a_spreadsheet_reads_back_what_is_in_the_record(title: str, paragraphs: list[str]) -> None:
    """A reader of CSV gets every field unchanged, also what looks like a formula."""
    milestone = Milestone(date(2021, 9, 1), "month", title, tuple(paragraphs))
    written = csv_format.render_list([milestone, MILESTONES[0]], "")
    assert list(csv.reader(StringIO(written, newline=""), strict=True)) == [
        ["date", "precision", "title", "text"],
        ["2021-09-01", "month", title, "\n\n".join(paragraphs)],
        ["2021-09-01", "month", "Consultant appointed", "HSITPL appointed one."],
    ]


def test_counts_are_a_row_a_year() -> None:
    """The counts are the columns year and milestones, in the order given."""
    assert csv_format.render_counts({2023: 3, 917: 2}, "") == "year,milestones\n2023,3\n0917,2\n"
