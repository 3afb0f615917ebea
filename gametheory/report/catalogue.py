"""The models of a package: every module that has claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules
from typing import Any

from gametheory.claims import Claim
from gametheory.errors import GameTheoryError

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
    """

    name: str
    about: str
    claims: tuple[Claim, ...]
    figures: Mapping[str, Callable[[], Any]]
    games: tuple[Any, ...] = ()


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
    try:
        found = import_module(package)
    except (ModuleNotFoundError, TypeError, ValueError) as error:
        raise CatalogueError(
            f"no package of models is called {package!r} ({error}); name one that is installed."
        ) from None
    models = []
    for module in sorted(info.name for info in iter_modules(getattr(found, "__path__", []))):
        loaded = import_module(f"{package}.{module}")
        if hasattr(loaded, "CLAIMS"):
            figures, games = getattr(loaded, "FIGURES", {}), tuple(getattr(loaded, "GAMES", ()))
            models.append(Model(module, getdoc(loaded) or "", tuple(loaded.CLAIMS), figures, games))
    if not models:
        raise CatalogueError(f"{package} has no module with CLAIMS; see CONTRIBUTING.md for what a model looks like.")
    ids = [claim.id for model in models for claim in model.claims]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise CatalogueError(f"two claims are called {', '.join(twice)}; every id must be different.")
    return tuple(models)


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
