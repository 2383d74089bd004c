"""What the tests of the terminal views share: a terminal of any width."""

from collections.abc import Callable
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType


@pytest.fixture(scope="session")
def draw() -> Callable[[RenderableType, int], list[str]]:
    """Return the lines of a view on a terminal: `draw(view, width)`.

    Whatever the view, no line is wider than the terminal or ends in blanks, and no two blank
    lines follow each other.
    """

    def draw(view: RenderableType, width: int) -> list[str]:
        console = Console(width=width, file=StringIO(), force_terminal=False)
        with console.capture() as capture:
            console.print(view)
        lines = capture.get().split("\n")
        assert lines.pop() == ""
        assert [line for line in lines if line != line.rstrip()] == []
        assert max(map(cell_len, lines)) <= width
        assert "\n\n\n" not in capture.get()
        assert lines[-1] != ""
        return lines

    return draw
