"""Where an outcome is the only one of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import signature
from typing import Any

from gametheory.concepts.outcomes import Regions
from gametheory.errors import ConceptError
from gametheory.incentive import shown
from gametheory.recipes import Combined, Complement
from gametheory.region import Region, make_region


def only(concept: Any, game: Any, outcome: Any, **options: Any) -> Region:
    """Where a concept holds at an outcome and at no other; that it holds at all is part of it.

    Parameters
    ----------
    concept : callable
        A solution concept that gives the regions of all outcomes when called without one: ``gt.nash``.
    game : game
        What the concept is asked of.
    outcome : profile, play of a tree, or name of an outcome
        For a named outcome: the concept holds at some profile or play of it, and at none outside it.
    **options
        Passed on to the concept.

    Returns
    -------
    Region

    Raises
    ------
    ConceptError
        If the concept does not list all outcomes.

    Examples
    --------
    >>> import gametheory as gt
    >>> x = gt.Parameter("x")
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (0,), ("go",): (x,)})
    >>> print(gt.only(gt.nash, game, ("go",)))
    x > 0
    """
    regions = concept(game, **options) if _lists_outcomes(concept, game, options) else None
    if not isinstance(regions, Regions) or not regions.complete:
        raise ConceptError("only() needs a concept that gives the regions of all outcomes, such as gt.nash.")
    inside = _meant(game, outcome, regions)
    wanted = [region.recipe for profile, region in regions.items() if profile in inside]
    others = [region.recipe for profile, region in regions.items() if profile not in inside]
    recipe = Combined("and", (Combined("or", tuple(wanted)), Complement(Combined("or", tuple(others)))))
    title = f"{shown(outcome)} is the only one of the {regions.title}"
    return make_region(recipe, game.premises, game.parameters, title)


def _meant(game: Any, outcome: Any, regions: Regions) -> frozenset[Any]:
    """Return the outcomes of the concept that are meant: its own way to name them first, then the game's."""
    named = [one for one in regions if isinstance(outcome, type(one)) and one == outcome]
    if named:
        return frozenset(named)
    meant = frozenset((game.plays_of if hasattr(game, "plays_of") else game.profiles_of)(outcome))
    if not meant & set(regions):
        listed = ", ".join(map(shown, regions))
        raise ConceptError(f"{shown(outcome)} is none of the {regions.title}; they are asked about {listed}.")
    return meant


def _lists_outcomes(concept: Any, game: Any, options: Mapping[str, Any]) -> bool:
    """Say whether a concept can be called without an outcome."""
    try:
        signature(concept).bind(game, **options)
    except (TypeError, ValueError):  # not with these arguments; or it says nothing of its arguments, as built-ins may
        return False
    return True
