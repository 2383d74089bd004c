"""What loopline raises on purpose."""

import pickle

import pytest

from loopline.errors import (
    DataError,
    DateError,
    LooplineError,
    OutputError,
    QueryError,
    UsageError,
)


@pytest.mark.parametrize(
    ("error", "is_value_error"),
    [
        (DateError, True),
        (QueryError, True),
        (DataError, False),
        (UsageError, False),
        (OutputError, False),
    ],
)
def test_what_a_script_can_catch(error: type[LooplineError], is_value_error: bool) -> None:
    """One except clause catches every error; a bad argument is also a ValueError."""
    assert issubclass(error, LooplineError)
    assert issubclass(error, ValueError) is is_value_error


def test_an_error_crosses_processes() -> None:
    """An error from a worker process arrives with its text and its suggestion."""
    error = pickle.loads(pickle.dumps(DateError("No such date.", suggestion="Sep")))  # noqa: S301
    assert (str(error), error.suggestion) == ("No such date.", "Sep")
    assert LooplineError("Wrong.").suggestion is None
