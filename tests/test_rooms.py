"""The order of the rooms, the names of modules, and where floats live."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gametheory

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "gametheory"

# A room imports from itself and from rooms before it.
ROOMS = (
    "errors",
    "rationals",
    "algebraic",
    "formulas",
    "grammar",
    "parameter",
    "point",
    "premise",
    "deduction",
    "incentive",
    "explanation",
    "recipes",
    "region",
    "forms",
    "concepts",
    "cells",
    "verdicts",
    "solutions",
    "claims",
    "literature",
    "numeric",
    "interop",
    "testing",
    "plots",
    "report",
    "cli",
)
EXEMPT = {"__init__.py", "__main__.py"}  # of gametheory/ itself: they see every room
PUBLIC_MODULES = {"interop", "numeric", "plots", "testing"}  # public names that are modules on purpose
FLOATS_LIVE_IN = {"numeric", "plots", "interop"}
SLOW_TO_LOAD = {"sympy", "z3", "matplotlib", "nashpy", "numpy", "scipy"}
LONGEST = 400
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "misc"}


def sources() -> Iterator[Path]:
    """Every Python file of gametheory/, as a path below it."""
    return (path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py")))


def room_of(file: Path) -> str:
    return Path(file.parts[0]).stem


def imported(tree: ast.Module, file: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the dotted name of everything of gametheory that `file` imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = [node.module] if node.module else []
            if node.level:
                folder = ("gametheory", *file.parent.parts)
                base = [*folder[: len(folder) - node.level + 1], *base]
            names = [".".join([*base, alias.name]) for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "gametheory" and name != "gametheory.__version__":
                yield node.lineno, name


def forbidden_imports(source: str, file: Path) -> list[str]:
    """Say which imports of `file` reach below its own room."""
    own = room_of(file)
    problems = []
    for line, name in imported(ast.parse(source), file):
        room = ".".join(name.split(".")[1:2])
        # The package itself, or a public name taken from it, reaches every room.
        target = room if room in ROOMS else ROOMS[-1]
        if ROOMS.index(target) > ROOMS.index(own):
            problems.append(f"gametheory/{file}:{line}: {own} imports {name}, which is below it")
    return problems


def floats(source: str) -> list[int]:
    """Return the lines with a float literal or a call of float."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
        if literal or call:
            lines.append(node.lineno)
    return sorted(lines)


def test_every_module_is_in_a_room() -> None:
    strangers = {room_of(file) for file in sources() if str(file) not in EXEMPT} - set(ROOMS)
    assert not strangers, (
        f"{sorted(strangers)}: add it to ROOMS in tests/test_rooms.py, at its place in the order, "
        "and to the map in docs/"
    )


def test_a_room_imports_only_from_itself_and_above() -> None:
    problems = [
        problem
        for file in sources()
        if str(file) not in EXEMPT and room_of(file) in ROOMS
        for problem in forbidden_imports((PACKAGE / file).read_text("utf-8"), file)
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("premise.py", "from gametheory.region import Region"),
        ("premise.py", "from gametheory import region"),
        ("premise.py", "from . import region"),
        ("premise.py", "from .region import Region"),
        ("premise.py", "import gametheory as gt"),
        ("premise.py", "from gametheory import prove"),
        ("formulas/solver.py", "from .. import premise"),
        ("formulas/solver.py", "def f():\n    from ..premise import Premise"),
        ("formulas/deep/solver.py", "from ...premise import Premise"),
        ("formulas/__init__.py", "if TYPE_CHECKING:\n    import gametheory.forms.tree"),
    ],
)
def test_an_import_from_below_is_seen(file: str, source: str) -> None:
    assert len(forbidden_imports(source, Path(file))) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("premise.py", "from gametheory.formulas.solver import decide"),
        ("premise.py", "from gametheory import __version__, errors"),
        ("premise.py", "import sympy"),
        ("formulas/solver.py", "from . import formula"),
        ("formulas/solver.py", "from ..errors import Undecided"),
        ("cli.py", "import gametheory as gt"),
    ],
)
def test_an_import_from_above_is_allowed(file: str, source: str) -> None:
    assert forbidden_imports(source, Path(file)) == []


def test_no_module_bears_the_name_of_a_public_function() -> None:
    modules = {room_of(file) for file in sources()}
    clashes = modules & set(gametheory.__all__) - PUBLIC_MODULES
    assert not clashes, f"{sorted(clashes)}: rename the module"


def test_floats_live_in_three_rooms_only() -> None:
    found = [
        f"gametheory/{file}:{line}"
        for file in sources()
        if room_of(file) not in FLOATS_LIVE_IN
        for line in floats((PACKAGE / file).read_text("utf-8"))
    ]
    assert not found, "floats at " + ", ".join(found)


def test_a_float_is_seen() -> None:
    assert floats("a = 1\nb = 0.5\nc = -1e3\nd = float(a)\ne = isinstance(a, float)") == [2, 3, 4]


def test_import_is_light(tmp_path: Path) -> None:
    show = "import sys, gametheory; print(*sys.modules)"
    command = [sys.executable, "-c", show]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert SLOW_TO_LOAD.isdisjoint(ran.stdout.split())


def test_files_hold_one_thing_and_are_named_for_it() -> None:
    problems = []
    for folder in (PACKAGE, ROOT / "models", ROOT / "tests"):
        for path in sorted(folder.rglob("*")):
            if "__pycache__" in path.parts or path.name.startswith("."):
                continue
            if path.stem.strip("_") in EMPTY_NAMES:
                problems.append(f"{path.relative_to(ROOT)}: a name that says nothing")
            if path.is_file() and path.read_bytes().count(b"\n") > LONGEST:
                problems.append(f"{path.relative_to(ROOT)}: more than {LONGEST} lines")
    assert not problems, "\n".join(problems)
