"""Numerical pictures of games at a point: learning, evolutionary dynamics, quantal response. Floats live here.

Nothing here is a proof, and nothing here is a region: results say how they were computed and what they are not.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "dynamics": "asymmetric_replicator_dynamics replicator_dynamics",
    "learning": "fictitious_play stochastic_fictitious_play",
    "moran": "Fixations fixations moran_process",
    "origin": "Origin",
    "paths": "Paths",
    "quantal_equilibria": "LogitEquilibria logit_equilibria",
    "quantal_fit": "LogitFit fit_logit",
    "quantal_response": "Bifurcation LogitBranch LogitPoint logit_branch",
}
_WHERE = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"gametheory.numeric has no {name!r}; see gametheory.numeric.__all__ for its names")
    value = getattr(import_module(f"gametheory.numeric.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
