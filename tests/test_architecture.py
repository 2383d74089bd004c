"""The shape of the package: imports go one way, and only some modules know each dependency."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "loopline"

# The parts of the package, each of which may import only from those in the sets before its own.
LAYERS = (
    {"errors", "models", "resources", "text"},
    {"date_forms"},
    {"date_errors", "date_finder"},
    {"dates"},
    {"date_arguments", "search", "validation"},
    {"dataset", "notes"},
    {"timeline"},
    {"formats"},
    {"loopline"},
    {"cli"},
    {"__main__"},
)
# Which modules may import each package that is not of the standard library.
USERS = {
    "typer": r"cli\..*",
    "rich": r"formats\.rich_.*|cli\.output",
    "dateutil": r"date_forms",
    "snowballstemmer": r"search\.stemming",
}

Imports = dict[str, set[str]]


def module_name(path: Path, folder: Path) -> str:
    """Return the dotted name of a module in the folder of a package; the package has its own."""
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Yield what a module imports anywhere, also late or only for types, as dotted names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "the package has no relative imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read_imports(folder: Path) -> tuple[Imports, Imports]:
    """Return for each module of a package the modules of it, and the other packages, it imports."""
    trees = {
        module_name(path, folder): ast.parse(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.py")
    }
    own: Imports = {name: set() for name in trees}
    others: Imports = {name: set() for name in trees}
    for name, tree in trees.items():
        for imported in imported_names(tree):
            # What is imported from a module is a module itself, or else a name in it.
            module = imported if imported in trees else imported.rpartition(".")[0]
            package = imported.partition(".")[0]
            if package == folder.name:
                own[name].add(module)
            elif package not in sys.stdlib_module_names:
                others[name].add(package)
    return own, others


def find_circle(imports: Imports) -> list[str]:
    """Return the modules of a circle of imports, the first of them also last; else nothing."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def find_wrong_directions(imports: Imports) -> list[str]:
    """Return the imports from a part of the package that is not below the importing one."""
    level = {part: number for number, parts in enumerate(LAYERS) for part in parts}
    return [
        f"{module} imports {imported}"
        for module, all_imported in imports.items()
        for imported in all_imported
        if part_of(module) != part_of(imported)
        and level[part_of(module)] <= level[part_of(imported)]
    ]


def part_of(module: str) -> str:
    """Return the part of the package that a module is, or is in."""
    return module.split(".")[min(1, module.count("."))]


def test_no_circle() -> None:
    """Whoever reads a module need not have read it already: no imports go round in a circle."""
    assert find_circle(read_imports(SOURCE)[0]) == []


def test_imports_go_one_way() -> None:
    """The core knows nothing of the command line, nor the search of the timeline."""
    own, _ = read_imports(SOURCE)
    assert {part_of(module) for module in own} == set().union(*LAYERS)
    assert find_wrong_directions(own) == []


def test_who_knows_which_dependency() -> None:
    """A dependency can be replaced in one place: no other module imports it."""
    _, others = read_imports(SOURCE)
    used = [(module, package) for module, packages in others.items() for package in packages]
    assert {package for _, package in used} == set(USERS)
    wrong = [
        f"{module} imports {package}"
        for module, package in used
        if not re.fullmatch(USERS[package], module.removeprefix("loopline."))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "circle", "directions"),
    [
        ("import loopline.text", [], []),
        (
            "def late():\n    from loopline import timeline",
            ["loopline.search.han", "loopline.timeline", "loopline.search", "loopline.search.han"],
            ["loopline.search.han imports loopline.timeline"],
        ),
        (
            "if TYPE_CHECKING:\n    from loopline.search import Answer",
            ["loopline.search.han", "loopline.search", "loopline.search.han"],
            [],
        ),
        (
            "from loopline.cli.streams import write",
            [],
            ["loopline.search.han imports loopline.cli.streams"],
        ),
    ],
)
def test_a_wrong_import_is_found(
    text: str, circle: list[str], directions: list[str], tmp_path: Path
) -> None:
    """A late import, or one for types alone, is found too if it goes the wrong way."""
    modules = {
        "timeline.py": "def search():\n    from loopline.search import search",
        "search/__init__.py": "from loopline.search.han import is_han",
        "search/han.py": text,
        "cli/streams.py": "",
        "text.py": "",
    }
    for name, source in modules.items():
        path = tmp_path / "loopline" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    own, _ = read_imports(tmp_path / "loopline")
    found = find_circle(own)
    assert (set(found), len(found)) == (set(circle), len(circle))
    assert find_wrong_directions(own) == directions
