"""A tiny package of models, made on the spot, and a stand-in for the drawing of figures."""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import gametheory as gt

x, y = gt.parameters("x y")

LARGE = '''
"""How large a share is.

The second paragraph.
"""

import gametheory as gt

x = gt.Parameter("x", meaning="share", above=0, below=1)
HALF = gt.Premise(x > gt.exact("1/2"), name="more than half", stated="p. 2")

CLAIMS = [
    gt.Claim("large", "Nobody 2020", "§ 1", "The share is large.", "its author", "asserts", "threshold", (
        gt.Reading("as worded", x > gt.exact("1/4"), stated=HALF, challenge="What is large?"),
        gt.Reading("more", x > gt.exact("3/4"), stated=HALF,
                   unstated=(gt.Premise(x > gt.exact("4/5"), name="more than four fifths"),)),
    ), "a share of a quarter"),
    gt.Claim("counted", "Nobody 2020", "table 3", "Seven were counted.", "its author", "reports", "figure", (),
             "another count", data="a count, from table 3"),
]
'''

FALSE = '''
"""A share that cannot be."""

import gametheory as gt

x = gt.Parameter("x", meaning="share", above=0, below=1)

CLAIMS = (
    gt.Claim("beyond", "Nobody 2020", "p. 9", "The share passes one.", "its author", "asserts", "threshold",
             (gt.Reading("as worded", x > 1),), "a share"),
)


class Drawing:
    def __init__(self, words):
        self.words = words

    def caption(self):
        return self.words


FIGURES = {"line": lambda: Drawing("The share [0, 1]"), "dots": lambda: Drawing("Dots")}
'''

MODELS = {"large_shares": LARGE, "false_shares": FALSE, "sources": '"""No claims here."""\n'}

Package = Callable[..., str]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Package]:
    """Returns a function that writes an importable package of modules and returns its name."""
    root = tmp_path / "importable"
    root.mkdir()
    monkeypatch.syspath_prepend(str(root))
    made: list[str] = []

    def write(modules: Mapping[str, str] = MODELS, name: str = "tiny_models") -> str:
        folder = root / name
        folder.mkdir()
        (folder / "__init__.py").write_text("", "utf-8")
        for module, source in modules.items():
            (folder / f"{module}.py").write_text(source.lstrip(), "utf-8")
        importlib.invalidate_caches()
        made.append(name)
        return name

    yield write
    for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] in made]:
        del sys.modules[loaded]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Path]]:
    """Replaces the drawing of figures; returns what was saved, and where."""
    saved: list[tuple[Any, Path]] = []

    def save(axes: Any, path: Path) -> None:
        saved.append((axes, path))
        path.write_text(f"a picture of {axes.caption()}", "utf-8")

    plots = ModuleType("gametheory.plots")
    plots.save = save  # type: ignore[attr-defined]
    plots.region_data = lambda axes: {"about": axes.caption(), "é": ["1/2"]}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gametheory.plots", plots)
    return saved


def make_claim(id: str, *readings: gt.Reading, **said: str) -> gt.Claim:
    words = {
        "paper": "Nobody 2020",
        "locator": "p. 1",
        "paraphrase": "So it is.",
        "attributed_to": "its author",
        "strength": "asserts",
        "kind": "threshold",
        "refuted_by": "the opposite",
    }
    return gt.Claim(id=id, readings=readings, **(words | said))


@pytest.fixture
def every_status() -> tuple[gt.Claim, ...]:
    """Returns a claim of each status, in the order proved, refuted, conditional, vacuous, undecided, data."""
    return (
        make_claim("c-proved", gt.Reading("r", x > 0, stated=(gt.Premise(x > 1, stated="p. 2"), y > 0))),
        make_claim("c-refuted", gt.Reading("r", x < 0, stated=(x > 1,))),
        make_claim("c-conditional", gt.Reading("r", x > 1, stated=(x > 0,), unstated=(x > 2,), challenge="Why?")),
        make_claim("c-vacuous", gt.Reading("r", x > 0, stated=(x > 1, x < 1))),
        make_claim("c-undecided", gt.Reading("r", gt.always(gt.equal(x**2, 2)))),
        make_claim("c-data", data="a count, from table 3"),
    )


@pytest.fixture
def claim() -> Callable[..., gt.Claim]:
    """Returns the maker of claims: an id, readings, and other words by name."""
    return make_claim
