"""Points that satisfy the assumptions of a game, drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import note, reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from gametheory.point import Point, make_point
from gametheory.testing.drawn_game import drawn_game
from gametheory.testing.ground import Ground, make_sampler, read_ground
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.printing import Written
from gametheory.testing.sampler import Sampler

ATTEMPTS = 10
"""Draws for one point, where not every draw succeeds."""


@dataclass(frozen=True)
class _Drawn:
    """Choices made by Hypothesis."""

    draw: Callable[[SearchStrategy[int]], int]

    def integer(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))


@st.composite
def _attempts(draw: DrawFn, sampler: Sampler) -> dict[str, Fraction] | None:
    values, good = sampler.attempt(_Drawn(draw))
    return values if good else None


@st.composite
def _values(draw: DrawFn, sampler: Sampler, attempt: SearchStrategy[dict[str, Fraction] | None]) -> dict[str, Fraction]:
    for _ in range(1 if sampler.complete else ATTEMPTS):
        values = draw(attempt)
        if values is not None:
            return values
    return reject()


def strategy_of(sampler: Sampler) -> SearchStrategy[dict[str, Fraction]]:
    """Return a strategy of the points that a sampler draws, by name."""
    return _values(sampler, _attempts(sampler))


def points_of(ground: Ground, scale: Scale) -> SearchStrategy[Point]:
    """Return a strategy of the points of a ground."""
    sampler = make_sampler(ground, scale)
    symbols = ground.symbols
    return strategy_of(sampler).map(lambda values: make_point(values, symbols))


def params(game: Any, also: Any = (), *, max_denominator: int = 12, magnitude: int = 10) -> SearchStrategy[Point]:
    """Return a Hypothesis strategy of exact points that satisfy the assumptions, by construction.

    Parameters
    ----------
    game : game of any form, Premises, Region, or parameters and relations
        What the points belong to: those that satisfy the premises of a game, those of a region under its premises,
        those that satisfy some relations. Bounds of parameters are always kept.
    also : relations, Premise or Premises, optional
        What is to hold as well.
    max_denominator : int
        Fractions have no greater denominator, wherever that leaves a choice.
    magnitude : int
        How far from its nearest bound, or from zero, a parameter without a limit goes; one draw in ten goes up to a
        thousand times as far.

    Returns
    -------
    SearchStrategy
        Of Point, with a value for every parameter of the game: ready for ``game.at(point)`` and
        ``region.contains(point)``. Points on closed bounds, just beside bounds, with whole and with large coordinates
        all come up; examples shrink to small whole numbers, else to small denominators.

    Raises
    ------
    AssumptionError
        Here, before Hypothesis starts: if there is no point (the smallest contradiction is its `core`), or if fewer
        than one in twenty draws would be accepted (the premise that rejects most is its `core`).
    Undecided
        If the solver did not settle whether there is a point, and none was found.

    Notes
    -----
    The parameters are drawn one after another, each from the interval that the earlier ones leave it
    (Fourier-Motzkin elimination). Where each premise is linear in the parameter drawn, no draw is ever rejected; the
    sign of a coefficient and alternatives ("or", ``Max``) become branches. Other draws are checked, and repeated if
    they fail; how many do is measured with a fixed seed when the strategy is made.

    Examples
    --------
    >>> from hypothesis import find
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S")
    >>> chain = gt.testing.params(gt.descending(T, R, P, S))
    >>> print(find(chain, lambda point: True))
    P = 1, R = 2, S = 0, T = 3
    >>> print(find(chain, lambda point: point[T] + point[S] > 2 * point[R]))
    P = 1, R = 2, S = 0, T = 5
    """
    points = points_of(read_ground(game, also), Scale(max_denominator, magnitude))
    return _with_game(game, points) if hasattr(game, "at") else points


@st.composite
def _with_game(draw: DrawFn, game: Any, points: SearchStrategy[Point]) -> Point:
    """Draw a point, and have the game at the point printed where a test fails."""
    point = draw(points)
    note(Written(lambda: str(drawn_game(game, point, "game"))))
    return point
