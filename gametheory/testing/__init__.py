"""Property tests of the assumptions behind payoffs, on Hypothesis.

A test that passed found no counterexample: what it says is *unrefuted*, which is not *proved*.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from gametheory.errors import MissingLibraryError

if find_spec("hypothesis") is None:
    raise MissingLibraryError("gametheory.testing needs Hypothesis: pip install 'alliance-games[testing]'.")

_HOMES = {
    "assumptions": "Assumption AssumptionsReport check_assumptions",
    "boundaries": "BoundaryPoint boundary_params",
    "drawn_game": "DrawnGame",
    "given": "given_game",
    "invariance": "invariant_under",
    "monotone": "monotone_in",
    "points": "params",
    "properties": "Property RefutedError Unrefuted",
    "random_games": "games",
    "indifference": "Surface Surfaces surfaces",
}
_WHERE = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"gametheory.testing has no {name!r}; see gametheory.testing.__all__ for its names")
    value = getattr(import_module(f"gametheory.testing.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
