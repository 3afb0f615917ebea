"""The models of a package: every module that has claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from inspect import getdoc
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from gametheory.claims import Claim
from gametheory.errors import GameTheoryError, quoted
from gametheory.literature import Tension

OWN_MODELS = "sino_russian"


class CatalogueError(GameTheoryError, ValueError):
    """A model, claim or package of models that is not there, or two claims of one name."""


@dataclass(frozen=True, eq=False)
class Model:
    """One mechanism.

    Parameters
    ----------
    name : str
        The module's name.
    about : str
        The module's docstring.
    claims : tuple of Claim
        Its ``CLAIMS``.
    games : tuple of Game
        Its ``GAMES``, if it names some to be shown.
    figures : mapping of str to callable
        Its ``FIGURES``: each draws one figure and returns its Axes.
    package : str
        Where its module is.
    """

    name: str
    about: str
    claims: tuple[Claim, ...]
    figures: Mapping[str, Callable[[], Any]]
    games: tuple[Any, ...] = ()
    package: str = OWN_MODELS


def load_models(package: str = OWN_MODELS) -> tuple[Model, ...]:
    """Import the modules of a package and return those that have claims, by name.

    Parameters
    ----------
    package : str
        An importable package; each of its modules with a ``CLAIMS`` tuple is a model.

    Raises
    ------
    CatalogueError
        If there is no such package, it has no models, or two claims share an id.
    """
    models = []
    for module in model_names(package):
        loaded = import_module(f"{package}.{module}")
        if hasattr(loaded, "CLAIMS"):
            figures, games = getattr(loaded, "FIGURES", {}), tuple(getattr(loaded, "GAMES", ()))
            models.append(Model(module, getdoc(loaded) or "", tuple(loaded.CLAIMS), figures, games, package))
    if not models:
        raise CatalogueError(f"{package} has no module with CLAIMS; see CONTRIBUTING.md for what a model looks like.")
    require_distinct([claim.id for model in models for claim in model.claims])
    return tuple(models)


def model_names(package: str = OWN_MODELS) -> tuple[str, ...]:
    """Return the modules of a package that may have claims, without importing them."""
    found = sorted(info.name for info in iter_modules(getattr(_package(package), "__path__", [])))
    return tuple(name for name in found if _speaks_of_claims(f"{package}.{name}"))


def require_distinct(ids: Sequence[str]) -> None:
    """Make sure that no two claims share an id.

    Raises
    ------
    CatalogueError
        If two do.
    """
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise CatalogueError(f"two claims are called {', '.join(twice)}; every id must be different.")


def _speaks_of_claims(module: str) -> bool:
    """Say whether a module may have claims; to import one that only serves others would take time."""
    loader: Any = getattr(find_spec(module), "loader", None)
    source = loader.get_source(module) if hasattr(loader, "get_source") else None
    return source is None or "CLAIMS" in source


def _package(name: str) -> ModuleType:
    try:
        return import_module(name)
    except (ModuleNotFoundError, TypeError, ValueError) as error:
        raise CatalogueError(
            f"no package of models is called {name!r} ({error}); name one that is installed."
        ) from None


def load_tensions(package: str = OWN_MODELS) -> tuple[Tension, ...]:
    """Compute the tensions between the claims of a package of models.

    Parameters
    ----------
    package : str
        An importable package. If it has a module ``tensions``, the function ``tensions()`` in it returns them.

    Returns
    -------
    tuple of Tension
        Empty if there is no such module.

    Raises
    ------
    CatalogueError
        If there is no such package, or what its module returns is something else.
    """
    name = f"{package}.tensions"
    if not any(info.name == "tensions" for info in iter_modules(getattr(_package(package), "__path__", []))):
        return ()
    returns = getattr(import_module(name), "tensions", None)
    if not callable(returns):
        raise CatalogueError(f"{name} has no function tensions(); write one that returns a tuple of gt.tension(...).")
    found = returns()
    if not isinstance(found, (tuple, list)) or not all(isinstance(one, Tension) for one in found):
        raise CatalogueError(f"{name}.tensions() returns {quoted(found):.60}; return a tuple of gt.tension(...).")
    return tuple(found)


def find_model(models: tuple[Model, ...], name: str) -> Model:
    """Return the model of a name."""
    for model in models:
        if model.name == name:
            return model
    raise CatalogueError(f"no model is called {name!r}; there are {', '.join(model.name for model in models)}.")


def find_claim(models: tuple[Model, ...], name: str) -> tuple[Model, Claim]:
    """Return the claim of an id, with its model."""
    for model in models:
        for claim in model.claims:
            if claim.id == name:
                return model, claim
    known = ", ".join(claim.id for model in models for claim in model.claims)
    raise CatalogueError(f"no claim is called {name!r}; there are {known}.")
