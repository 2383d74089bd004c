"""The styles of the terminal views, by what they mean.

A terminal's palette is its owner's, and only bright red, magenta and blue can be read on the
light and dark backgrounds of the common ones; `docs/terminal.py` draws them. Nothing is told by
colour alone: each stands beside weight or an underline, which stay where there is no colour.
"""

from rich.theme import Theme

THEME = Theme(
    {
        "date": "bold bright_blue",
        "title": "bold",
        "year": "bold bright_blue",
        "match": "bold underline bright_red",
        "note": "bold bright_magenta",
        "source": "underline",
    }
)
