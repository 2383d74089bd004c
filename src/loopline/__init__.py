"""loopline: dated milestones in the development of the Hong Kong-Shenzhen I&T Park.

>>> import loopline
>>> timeline = loopline.load()
>>> [milestone.when for milestone in timeline.between("2021-09", "2021-10")]
['2021-09', '2021-09-06', '2021-10']
>>> timeline.latest[0].title
'Policy Address and Northern Metropolis Action Agenda issued'
"""

# As typing.TYPE_CHECKING, without loading typing: the program imports this before it can set up
# Ctrl-C, so that nothing may load here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from loopline.errors import DataError, DateError, LooplineError, QueryError
    from loopline.models import Milestone, Period
    from loopline.notes import Note
    from loopline.timeline import SearchResult, Timeline, load
else:

    def __getattr__(name: str) -> object:
        """Return a public name from the module that defines it."""
        from importlib import import_module

        for module, names in _PUBLIC_NAMES.items():
            if name in names:
                return getattr(import_module(f"loopline.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_PUBLIC_NAMES = {
    "errors": ("DataError", "DateError", "LooplineError", "QueryError"),
    "models": ("Milestone", "Period"),
    "notes": ("Note",),
    "timeline": ("SearchResult", "Timeline", "load"),
}

__all__ = [
    "DataError",
    "DateError",
    "LooplineError",
    "Milestone",
    "Note",
    "Period",
    "QueryError",
    "SearchResult",
    "Timeline",
    "load",
]

__version__ = "1.2.0"


def __dir__() -> list[str]:
    """Return the names of the module, loaded or not."""
    return sorted({*globals(), *__all__})
