"""The shape of the package: imports go one way, and only some modules know each dependency."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src"

# The parts of the package, each of which may import only from those in the sets before its own.
LAYERS = (
    {"errors", "models", "resources", "text"},
    {"dates", "notes", "validation"},
    {"dataset", "search"},
    {"timeline"},
    {"formats"},
    {"loopline"},
    {"cli"},
    {"__main__"},
)
# Which modules may import each package that is not of the standard library.
USERS = {
    "typer": r"cli\..*",
    "rich": r"formats\.rich_.*",
    "dateutil": r"date_forms",
    "snowballstemmer": r"search\.stemming",
}


def imported_names(path: Path) -> Iterator[str]:
    """Yield what a module imports anywhere, also late or only for types, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


NAMES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): {
        *imported_names(path)
    }
    for path in (SOURCE / "loopline").rglob("*.py")
}
# What is imported from a module is a module itself, or else a name in it.
IMPORTS = {
    module: {name if name in NAMES else name.rpartition(".")[0] for name in names} & NAMES.keys()
    for module, names in NAMES.items()
}


def part_of(module: str) -> str:
    """Return the part of the package that a module is, or is in; one of them reads dates."""
    part = module.split(".")[min(1, module.count("."))]
    return "dates" if part.startswith("date_") else part


def test_no_circle() -> None:
    """Whoever reads a module need not have read it already: no imports go round in a circle."""
    TopologicalSorter(IMPORTS).prepare()


def test_imports_go_one_way() -> None:
    """The core knows nothing of the command line, nor the search of the timeline."""
    level = {part: number for number, parts in enumerate(LAYERS) for part in parts}
    assert {part_of(module) for module in IMPORTS} == set(level)
    wrong = [
        f"{module} imports {imported}"
        for module, all_imported in IMPORTS.items()
        for imported in all_imported
        if part_of(module) != part_of(imported)
        and level[part_of(module)] <= level[part_of(imported)]
    ]
    assert wrong == []


def test_who_knows_which_dependency() -> None:
    """A dependency can be replaced in one place: no other module imports it."""
    used = {
        (module.removeprefix("loopline."), name.partition(".")[0])
        for module, names in NAMES.items()
        for name in names
    }
    used = {use for use in used if use[1] not in {"loopline", *sys.stdlib_module_names}}
    assert {package for _, package in used} == set(USERS)
    assert [use for use in used if not re.fullmatch(USERS[use[1]], use[0])] == []
