"""What `import loopline` gives."""

import doctest
import pickle
from importlib import metadata, resources

import pytest

import loopline


def test_the_public_names() -> None:
    """The package offers these names, each of which can be imported and is documented."""
    names = "DataError DateError LooplineError Milestone Note Period QueryError SearchResult"
    assert loopline.__all__ == [*names.split(), "Timeline", "load"]
    assert all(getattr(loopline, name).__doc__ for name in loopline.__all__)
    assert {*loopline.__all__, "__version__"} <= {*dir(loopline)}


@pytest.mark.parametrize(
    ("error", "is_value_error"),
    [(loopline.DateError, True), (loopline.QueryError, True), (loopline.DataError, False)],
)
def test_what_a_script_can_catch(error: type[loopline.LooplineError], is_value_error: bool) -> None:
    """One except clause catches every error, and each arrives whole from a worker process."""
    assert issubclass(error, loopline.LooplineError)
    assert issubclass(error, ValueError) is is_value_error
    twin = pickle.loads(pickle.dumps(error("No such date.", suggestion="Sep")))  # noqa: S301
    assert (type(twin), str(twin), twin.suggestion) == (error, "No such date.", "Sep")


def test_a_name_that_is_not_public() -> None:
    """A misspelt name is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="module 'loopline' has no attribute 'laod'"):
        loopline.laod  # type: ignore[attr-defined]  # noqa: B018


def test_the_version_is_that_of_the_distribution() -> None:
    """The version that the package tells is the one that pip installed."""
    assert loopline.__version__ == metadata.version("loopline")


def test_the_example_in_the_docstring_works() -> None:
    """The example that `help(loopline)` shows gives what it says."""
    assert doctest.testmod(loopline) == (0, 4)


def test_the_types_are_shipped() -> None:
    """A type checker finds loopline's annotations."""
    assert resources.files("loopline").joinpath("py.typed").is_file()
