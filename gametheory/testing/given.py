"""Tests that receive a game at a drawn point."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from hypothesis import given, note
from hypothesis.strategies import SearchStrategy

from gametheory.errors import ConceptError, quoted
from gametheory.testing.drawn_game import DrawnGame, drawn_game
from gametheory.testing.ground import read_ground
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.points import points_of
from gametheory.testing.printing import Written


def given_game(
    game: Any, also: Any = (), *, max_denominator: int = 12, magnitude: int = 10, **others: SearchStrategy[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a test receive the game at a drawn point of its assumptions.

    Parameters
    ----------
    game : game of any form
        With an ``at``.
    also : relations, Premise or Premises, optional
        What is to hold as well.
    max_denominator, magnitude : int
        As for :func:`params`.
    **others : SearchStrategy
        Strategies for further arguments of the test, as for ``hypothesis.given``.

    Returns
    -------
    callable
        A decorator. The test has an argument `game` (the game with numbers), or `point`, or both; the rest of its
        arguments are fixtures, or are drawn from `others`. Where it fails, the smallest failing example is printed as
        a labelled matrix with the profitable deviations and a line to paste.

    Raises
    ------
    ConceptError
        If the test takes neither `game` nor `point`, or the game has no ``at``.
    AssumptionError
        If there is no point, as for :func:`params`.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S")
    >>> dilemma = gt.Game("Dilemma", ("China", "Russia"), ("honour", "cheat"), {
    ...     ("honour", "honour"): (R, R), ("honour", "cheat"): (S, T),
    ...     ("cheat", "honour"): (T, S), ("cheat", "cheat"): (P, P)}, assuming=gt.descending(T, R, P, S))
    >>> @gt.testing.given_game(dilemma)
    ... def test_cheating_is_an_equilibrium(game, point):
    ...     assert gt.nash(game, ("cheat", "cheat")).contains(point)
    >>> test_cheating_is_an_equilibrium()
    """
    if not hasattr(game, "at"):
        raise ConceptError(f"{quoted(game)} is not a game with parameters; draw points with gt.testing.params(...).")
    points = points_of(read_ground(game, also), Scale(max_denominator, magnitude))

    def decorator(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)
        wanted = {"game", "point"} & signature.parameters.keys()
        if not wanted:
            raise ConceptError(f"{test.__name__} takes neither game nor point; give it an argument of that name.")
        name = _name_of(game, getattr(test, "__globals__", {}))
        drawn = points.map(lambda point: drawn_game(game, point, name))

        @wraps(test)
        def receiving(*args: Any, drawn: DrawnGame, **kwargs: Any) -> None:
            note(Written(lambda: str(drawn)))
            known = {"game": drawn.game, "point": drawn.point}
            test(**dict(zip(places, args, strict=False)), **kwargs, **{key: known[key] for key in wanted})

        rest = [one for key, one in signature.parameters.items() if key not in wanted]
        places = [one.name for one in rest]  # Hypothesis may hand these over by place
        own = inspect.Parameter("drawn", inspect.Parameter.KEYWORD_ONLY)
        receiving.__signature__ = signature.replace(parameters=[*rest, own])  # type: ignore[attr-defined]
        return given(drawn=drawn, **others)(receiving)

    return decorator


def _name_of(game: Any, where: Mapping[str, Any]) -> str:
    """Return the name that a test's module has for the game."""
    return next((name for name, value in where.items() if value is game), "game")
