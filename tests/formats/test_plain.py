"""`plain`: one line for each milestone, and nothing that a pipe would stumble over."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from loopline.formats import plain
from loopline.models import Milestone

MILESTONES = (
    Milestone(date(2021, 9, 1), "month", "Consultant appointed", ("HSITPL appointed one.",)),
    Milestone(date(2021, 9, 6), "day", "[sic] 立法會  批准", ("“First” text.", "Second text.")),
)
# A record has no control characters, and so no line ends.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def test_a_line_is_a_date_a_tab_and_a_title() -> None:
    """Plain text is one line for each milestone, with the date as one types it."""
    assert plain.render_list(MILESTONES, "") == (
        "2021-09\tConsultant appointed\n2021-09-06\t[sic] 立法會  批准\n"
    )


def test_texts_are_the_line_its_paragraphs_and_a_blank_line() -> None:
    """In full, each paragraph follows on a line of its own, and a blank line ends it."""
    assert plain.render_full(MILESTONES, "", {}) == (
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
    assert plain.render_counts({2023: 3, 917: 2}, "") == "2023\t3\n0917\t2\n"


@given(title=TEXTS, paragraphs=st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_text_is_wrapped_cut_or_changed(title: str, paragraphs: list[str]) -> None:
    """Splitting at line ends and tabs gives back exactly what is in the record."""
    milestone = Milestone(date(2021, 9, 6), "day", title, tuple(paragraphs))
    assert plain.render_list([milestone], "").split("\n") == [f"2021-09-06\t{title}", ""]
    assert plain.render_full([milestone], "", {}).split("\n") == [
        f"2021-09-06\t{title}",
        *paragraphs,
        "",
        "",
    ]
