"""Points on and just beside the surfaces where players are indifferent: where a strict and a weak claim part."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from gametheory.errors import ConceptError
from gametheory.point import Point, make_point
from gametheory.testing.indifference import Surface, boundary_ground, locate, positive
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.points import strategy_of
from gametheory.testing.printing import Printed
from gametheory.testing.sampler import Sampler


@dataclass(frozen=True)
class BoundaryPoint(Printed):
    """A point at or near an indifference surface.

    Parameters
    ----------
    point : Point
        Satisfies the premises.
    surface : Surface
        Which surface; its `gap` is what vanishes on it.
    side : {0, -1, 1}
        On it, or just beside it where the gap is negative or positive.
    """

    point: Point
    surface: Surface
    side: int

    def __str__(self) -> str:
        place = {0: "on", 1: "just above", -1: "just below"}[self.side]
        return f"{self.point}; {place} {self.surface}"

    def __repr__(self) -> str:
        return f"<{self}>"


def boundary_params(
    game: Any,
    also: Any = (),
    *,
    beside: Any = Fraction(1, 1000),
    skip: bool = False,
    max_denominator: int = 12,
    magnitude: int = 10,
) -> SearchStrategy[BoundaryPoint]:
    """Return a strategy of points exactly on, and just beside, each indifference surface of a game.

    Parameters
    ----------
    game : Game, Tree or Region
        As for :func:`surfaces`.
    also : relations, Premise or Premises, optional
        What is to hold as well.
    beside : exact number
        Greater than 0: how much the payoffs differ, at most, just beside a surface.
    skip : bool
        Whether surfaces that cannot be drawn from may be left out; else they are an error. Those without a point
        under the premises always are left out; :func:`surfaces` lists both.
    max_denominator, magnitude : int
        As for :func:`params`.

    Returns
    -------
    SearchStrategy
        Of BoundaryPoint.

    Raises
    ------
    ConceptError
        If no surface is left, or if one cannot be drawn from and `skip` is not set.
    AssumptionError
        If the premises and `also` contradict each other.

    Examples
    --------
    >>> from hypothesis import find
    >>> import gametheory as gt
    >>> x = gt.Parameter("x", at_least=0)
    >>> game = gt.Game("One choice", ["China"], ["stay", "go"], {("stay",): (1,), ("go",): (x,)})
    >>> print(find(gt.testing.boundary_params(game), lambda drawn: True))
    x = 1; on 1 - x = 0 (China between (stay) and (go))
    """
    ground = boundary_ground(game, also)
    located = tuple(locate(game, ground, Scale(max_denominator, magnitude), positive(beside)))
    problems = [f"{one.surface}, side {side}: {why}" for one in located for side, why in one.problems]
    if problems and not skip:
        raise ConceptError(
            f"no way was found to draw from {len(problems)} of the surfaces, the first being {problems[0]} Set "
            "skip=True to leave them out."
        )
    drawn = [(one.surface, side, sampler) for one in located for side, sampler in one.samplers]
    if not drawn:
        raise ConceptError(
            "there is no indifference surface to draw from: no difference of payoffs that depends on a parameter "
            "vanishes under the premises; gt.testing.surfaces(...) lists them."
        )
    return _one_of(tuple(drawn), ground.symbols)


@st.composite
def _one_of(draw: DrawFn, drawn: tuple[tuple[Surface, int, Sampler], ...], symbols: dict[str, Any]) -> BoundaryPoint:
    surface, side, sampler = drawn[draw(st.integers(0, len(drawn) - 1))]
    return BoundaryPoint(make_point(draw(strategy_of(sampler)), symbols), surface, side)
