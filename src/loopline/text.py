"""What was typed or read, made safe to show in a message."""


def quote(text: str, limit: int = 60) -> str:
    r"""What somebody typed, in quotation marks, safe for a terminal, cut to `limit` characters.

    Whatever could steer a terminal (controls, direction overrides, lone surrogates) comes
    out as its escape, such as `\x1b`.
    """
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return f"“{escape(shown)}”"


def escape(text: str) -> str:
    r"""The text with every unprintable character as its escape, such as `\x1b`."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
