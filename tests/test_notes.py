"""Notes: what other official sources say about the dates of bundled milestones."""

from collections.abc import Callable

import pytest

import loopline

Run = Callable[..., tuple[int, str, str]]

PRESS = "the HKSAR Government's press release of that day"
NOTES = {
    "2017-01-02": "Signed on 3 January 2017, according to "
    f"{PRESS} and LegCo paper CB(1)150/20-21(05), paragraph 3.",
    "2017-10-03": f"Announced on 6 October 2017, according to {PRESS}.",
    "2019-02": f"Promulgated on 18 February 2019, according to {PRESS} (CE welcomes promulgation "
    "of Outline Development Plan …).",
    "2021-10": "Delivered on 6 October 2021, according to Hong Kong Economic and Trade Office, "
    "Brussels: Chief Executive's Annual Policy Address.",
    "2022-02": "Budget Speech of 23 February 2022, according to budget.gov.hk, The 2022-23 Budget.",
    "2022-07": f"Briefed on 30 June 2022, according to {PRESS} and Xinhua, 1 July 2022.",
    "2022-10": f"Delivered on 19 October 2022, according to {PRESS} (Policy Address: Four steps "
    "…).",
    "2022-12": f"Promulgated on 22 December 2022, according to {PRESS}.",
    "2023-03": "Signed in Beijing on 15 March 2023, according to South China Morning Post, "
    "15 March 2023.",
}


@pytest.mark.usefixtures("live_record")
def test_each_note_is_on_a_milestone_and_agrees_with_its_day() -> None:
    """The notes are those that were compared with their sources, and `day` is what they say."""
    notes = loopline.load().notes
    assert {milestone.when: note.describe() for milestone, note in notes.items()} == NOTES
    for note in notes.values():
        assert f"{note.day.day} {note.day:%B %Y}" in note.text


def test_a_slice_has_its_own_notes_and_a_record_of_ones_own_none(
    run: Run, own_record: Callable[..., str]
) -> None:
    """Notes are about the milestones that are in a timeline, if they are the bundled ones."""
    record = loopline.load()
    assert [m.when for m in record.year(2022).notes] == ["2022-02", "2022-07", "2022-10", "2022-12"]
    assert record.year(2018).notes == {}
    path = own_record(("2022-07-01", "Briefing"))
    assert loopline.load(path).notes == {}
    assert run("show", "2022-07", "--data", path) == (0, "2022-07\tBriefing\nText.\n\n", "")


@pytest.mark.parametrize("format_name", ["plain", "json", "jsonl", "csv"])
def test_show_tells_notes_on_stderr_where_stdout_is_data(format_name: str, run: Run) -> None:
    """Stdout has the milestones and nothing else, and the note is told all the same."""
    code, stdout, stderr = run("show", "2022", "-f", format_name)
    assert code == 0
    assert "30 June" not in stdout
    assert stderr == "".join(
        f"Note on {when}: {text}\n" for when, text in NOTES.items() if when.startswith("2022")
    )


def test_markdown_has_a_line(run: Run) -> None:
    """A briefing note has the note under the quotation, from whichever command it comes."""
    for command in (["show", "2017-10-03"], ["list", "--until", "2017-10", "--full"]):
        code, stdout, stderr = run(*command, "-f", "md")
        assert (code, stderr) == (0, "")
        assert f"manage the same.\n\nNote: {NOTES['2017-10-03']}\n\nSource: <https" in stdout


@pytest.mark.parametrize(
    ("when", "noted"),
    [("6 Oct 2021", "2021-10"), ("30 June 2022", "2022-07"), ("2022-06", "2022-07")],
)
def test_show_says_what_a_note_knows_about_a_day(when: str, noted: str, run: Run) -> None:
    """Whoever types the day that another source gives is led to the milestone."""
    code, stdout, stderr = run("show", *when.split())
    assert (code, stdout) == (1, "")
    assert stderr.endswith(f"\nNote on {noted}: {NOTES[noted]}\n")
    assert stderr.startswith("No milestone is dated ")
