"""The errors that loopline raises on purpose, each with a text that is fit to be shown."""


class LooplineError(Exception):
    """Base of every error that loopline raises on purpose.

    `suggestion` is what was probably meant by the word that is wrong, such as `Sep` for `Setp`;
    None if that is not evident.
    """

    def __init__(self, *args: object, suggestion: str | None = None) -> None:
        super().__init__(*args)
        self.suggestion = suggestion


class DateError(LooplineError, ValueError):
    """A WHEN, a YEAR or a period that cannot be read without guessing."""


class QueryError(LooplineError, ValueError):
    """A search query with nothing in it to look for."""


class DataError(LooplineError):
    """A data file that was refused; the text names the file, the item and the field."""


class UsageError(LooplineError):
    """Options or arguments that cannot be combined."""


class OutputError(LooplineError):
    """A result that could not be written; its text is empty if nobody is left to read it."""
