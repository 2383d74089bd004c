"""The package's own errors: what went wrong, in words for the person who asked."""


class LooplineError(Exception):
    """Base of every error that loopline raises on purpose; its text is fit to be shown."""


class DateError(LooplineError, ValueError):
    """A WHEN, a YEAR or a period that cannot be read without guessing."""


class QueryError(LooplineError, ValueError):
    """A search query with nothing in it to look for."""


class DataError(LooplineError):
    """A record that was refused: the text names the file, the item and the field."""


class UsageError(LooplineError):
    """Options that contradict each other."""


class OutputError(LooplineError):
    """A result that could not be written; without a text where nobody is left to read one."""


def quoted(text: str, limit: int = 60) -> str:
    r"""What somebody typed, in quotation marks, safe for a terminal, cut to `limit` characters.

    Whatever could steer a terminal (controls, direction overrides, lone surrogates) comes
    out as its escape, such as `\x1b`.
    """
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return f"“{escaped(shown)}”"


def escaped(text: str) -> str:
    r"""The text with every unprintable character as its escape, such as `\x1b`."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
