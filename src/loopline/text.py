"""Text that was typed or read, made safe to show."""


def quote(text: str, limit: int = 60) -> str:
    """Return the text in quotation marks, escaped and cut to `limit` characters."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return f"“{escape(shown)}”"


def escape(text: str) -> str:
    r"""Return the text with each unprintable character as its escape, such as `\x1b`.

    These are the characters that could steer a terminal: controls, direction overrides and
    lone surrogates among them.
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
