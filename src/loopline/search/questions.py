"""Questions: whether a query is one, and so may be read more freely than keywords."""

from loopline.search.han import is_han

_ASKING_ANYWHERE = frozenset("who whom whose what when where which why how".split())
_ASKING_FIRST = frozenset(
    """
    any anything are can could did do does everything find give had has have is latest list remind
    show tell was were will
    """.split()
)


def is_question(query: str) -> bool:
    """Return whether a query asks in words of its own, instead of naming keywords.

    A question mark says so, a word that asks, a verb in front, or Chinese, where particles do.
    """
    # No regular expression: with IGNORECASE, one takes a tenth of what Typer takes to compile.
    words = [word.strip("“”\"'(,.") for word in query.casefold().split()]
    return (
        "?" in query
        or any(map(is_han, query))
        or not _ASKING_ANYWHERE.isdisjoint(words)
        or not _ASKING_FIRST.isdisjoint(words[:1])
    )
