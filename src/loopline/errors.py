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
