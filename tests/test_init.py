"""What `import loopline` gives."""

import doctest
from importlib import metadata, resources

import loopline


def test_the_public_names() -> None:
    """The package offers these names and promises no others."""
    assert set(loopline.__all__) == {
        "DataError",
        "DateError",
        "LooplineError",
        "Milestone",
        "Period",
        "QueryError",
        "Timeline",
        "load",
    }


def test_every_public_name_is_there_and_explained() -> None:
    """Each of the names can be imported, and `help` says something about it."""
    undocumented = [name for name in loopline.__all__ if not getattr(loopline, name).__doc__]
    assert undocumented == []


def test_the_version_is_that_of_the_distribution() -> None:
    """The version that the package tells is the one that pip installed."""
    assert loopline.__version__ == metadata.version("loopline")


def test_the_example_in_the_docstring_works() -> None:
    """The example that `help(loopline)` shows gives what it says."""
    assert doctest.testmod(loopline) == (0, 3)


def test_the_types_are_shipped() -> None:
    """A type checker finds loopline's annotations."""
    assert resources.files("loopline").joinpath("py.typed").is_file()
