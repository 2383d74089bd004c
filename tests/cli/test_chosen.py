"""Which record a command line asks for."""

from collections.abc import Callable

import pytest

from loopline import DataError, load
from loopline.cli.chosen import VARIABLE, chosen_record

OwnRecord = Callable[..., str]


def test_the_bundled_record_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names no record gets the bundled one, also if the variable is empty."""
    assert chosen_record(None) == load()
    monkeypatch.setenv(VARIABLE, "")
    assert chosen_record(None) == load()


def test_the_option_has_more_weight_than_the_variable(
    own_record: OwnRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command line names is read, and the environment is not asked."""
    monkeypatch.setenv(VARIABLE, "nowhere.json")
    assert chosen_record(own_record(("2020-05-04", "Mine")))[0].title == "Mine"


def test_a_refusal_says_if_the_environment_named_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who forgot about the variable is reminded of it."""
    monkeypatch.setenv(VARIABLE, "nowhere.json")
    with pytest.raises(DataError) as refused:
        chosen_record(None)
    assert refused.value.__notes__ == ["LOOPLINE_DATA names this file"]
