"""`plain`: one line a milestone, and nothing that a pipe would stumble over."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.formats import plain
from loopline.models import Milestone

MILESTONES = (
    Milestone(date(2021, 9, 1), "month", "Consultant appointed", ("HSITPL appointed one.",)),
    Milestone(date(2021, 9, 6), "day", "[sic] 立法會  批准", ("“First” text.", "Second text.")),
)
# What passes the door has no control characters, and so no line ends.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def test_a_line_is_a_date_a_tab_and_a_title() -> None:
    """Plain text is one line a milestone, the date as one types it, the title as it stands."""
    assert plain.milestones(MILESTONES) == (
        "2021-09\tConsultant appointed\n2021-09-06\t[sic] 立法會  批准\n"
    )


def test_texts_are_the_line_its_paragraphs_and_a_blank_line() -> None:
    """With the texts, each paragraph follows on a line of its own, and a blank line ends it."""
    assert plain.texts(MILESTONES) == (
        "2021-09\tConsultant appointed\n"
        "HSITPL appointed one.\n"
        "\n"
        "2021-09-06\t[sic] 立法會  批准\n"
        "“First” text.\n"
        "Second text.\n"
        "\n"
    )


def test_counts_are_a_line_a_year() -> None:
    """The count of each year is one line, in the order given."""
    assert plain.counts({2023: 3, 2017: 2}) == "2023\t3\n2017\t2\n"


@given(title=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_text_is_wrapped_cut_or_changed(title: str, paragraphs: list[str]) -> None:
    """Splitting at line ends and tabs gives back exactly what is in the record."""
    milestone = Milestone(date(2021, 9, 6), "day", title, tuple(paragraphs))
    assert plain.milestones([milestone]).split("\n") == [f"2021-09-06\t{title}", ""]
    assert plain.texts([milestone]).split("\n") == [f"2021-09-06\t{title}", *paragraphs, "", ""]


def test_a_title_of_5000_characters_stays_on_its_line() -> None:
    """However long a title is, its milestone is one line."""
    milestone = Milestone(date(2021, 9, 6), "day", "word " * 1000, ("Text.",))
    assert plain.milestones([milestone]).count("\n") == 1
