"""`show` on a terminal: a page that one can read aloud from."""

from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]
Show = Callable[..., str]
OwnRecord = Callable[..., str]


@pytest.fixture
def show(run: Run, own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Return what `show` prints on a terminal for a record of one's own: `show("2021-09-06")`."""
    path = own_record(
        ("2021-06-01", "Consultants appointed", "HSITPL did it."),
        ("2021-09-01", "Consultant of Building 1 appointed", "HSITPL did it."),
        ("2021-09-06", "Arrangement signed", "They [sic] signed.", "Done."),
        ("2021-10-01", "Policy Address delivered", "It says so."),
        ("2021-12-20", "Land handed over", "The first batch."),
    )

    def show(whens: str, width: int = 80, data: str = path) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        code, stdout, stderr = run("show", *whens.split(), "-f", "table", "--data", data)
        assert (code, stderr) == (0, "")
        return stdout

    return show


def test_a_page_has_date_title_text_neighbours_and_source(show: Show) -> None:
    """The date is in words; what is dated to the same month may have come before or after."""
    assert show("2021-09-06") == (
        "6 September 2021\n"
        "Arrangement signed\n"
        "\n"
        "They [sic] signed.\n"
        "\n"
        "Done.\n"
        "\n"
        "Same month  2021-09  Consultant of Building 1 appointed\n"
        "After       2021-10  Policy Address delivered\n"
        "Source      own.json\n"
    )


def test_pages_are_parted_and_name_each_neighbour_once(show: Show) -> None:
    """What stands between two pages is named on the first, and what is shown on neither."""
    assert show("2021-09-06 Dec 2021 2021-06") == (
        "June 2021\n"
        "Consultants appointed\n"
        "\n"
        "HSITPL did it.\n"
        "\n"
        "After  2021-09  Consultant of Building 1 appointed\n"
        f"{'─' * 80}\n"
        "6 September 2021\n"
        "Arrangement signed\n"
        "\n"
        "They [sic] signed.\n"
        "\n"
        "Done.\n"
        "\n"
        "After  2021-10  Policy Address delivered\n"
        f"{'─' * 80}\n"
        "20 December 2021\n"
        "Land handed over\n"
        "\n"
        "The first batch.\n"
        "\n"
        "Source  own.json\n"
    )


def test_on_a_narrow_terminal_a_line_is_under_its_label(show: Show) -> None:
    """Where a label and its line have no room side by side, they are beneath each other."""
    assert show("2021-09-06", 24).endswith(
        "\n\n"
        "Same month\n"
        "2021-09  Consultant of\n"
        "Building 1 appointed\n"
        "After\n"
        "2021-10  Policy Address\n"
        "delivered\n"
        "Source\n"
        "own.json\n"
    )


def test_a_note_is_on_the_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another source says about the date stands with the milestone."""
    monkeypatch.setenv("COLUMNS", "80")
    code, stdout, stderr = run("show", "2022-07", "-f", "table")
    assert (code, stderr) == (0, "")
    assert stdout.split("\n\n")[-1] == (
        "Note    Briefed on 30 June 2022, according to the HKSAR Government's press\n"
        "        release of that day and Xinhua, 1 July 2022.\n"
        "Before  2022-02  Budget earmarks HK$10 billion for InnoLife Healthtech Hub\n"
        "After   2022-10  Policy Address: cross-boundary I&T policy to be studied\n"
        "Source  https://hsitp.org/en/milestones\n"
    )
