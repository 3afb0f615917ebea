"""The property that something moves one way as a parameter grows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.errors import AssumptionError, ConceptError, quoted
from gametheory.formulas.formula import atom, conjunction, map_factors
from gametheory.formulas.polynomial import variable
from gametheory.formulas.solver import check
from gametheory.point import Point, make_point
from gametheory.testing.drawn_game import drawn_game
from gametheory.testing.ground import Ground, make_sampler, read_ground
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.points import strategy_of
from gametheory.testing.printing import Printed
from gametheory.testing.properties import Property, make_property

WORDS = {"increasing": 1, "decreasing": -1}


@dataclass(frozen=True)
class PointPair(Printed):
    """Two points that differ in one parameter alone, the second with the higher value."""

    low: Point
    high: Point

    def __repr__(self) -> str:
        return f"({self.low}) and ({self.high})"


def monotone_in(
    quantity: Any,
    parameter: Any,
    over: Any = (),
    also: Any = (),
    *,
    direction: str = "increasing",
    strict: bool = False,
    examples: int = 200,
    max_denominator: int = 12,
    magnitude: int = 10,
) -> Property:
    """Return a test that something never moves the other way as one parameter grows and the rest stay.

    Parameters
    ----------
    quantity : expression, Region, or callable
        An expression in parameters; a region, which a point then does not leave; or a function from a Point to
        something that can be compared, such as a Fraction.
    parameter : Parameter
        What grows.
    over : game of any form, Premises, Region, or relations, optional
        The assumptions that both points satisfy; left out, those of the region, or the bounds of the parameters.
    also : relations, Premise or Premises, optional
        Further ones.
    direction : {"increasing", "decreasing"}
        Which way it moves.
    strict : bool
        Whether it must move.
    examples : int
        How many pairs of points to look at, at most.
    max_denominator, magnitude : int
        As for :func:`params`.

    Returns
    -------
    Property
        A test function to assign to ``test_...`` or to call: it raises AssertionError with the smallest counterexample,
        a pair of points. Its ``examine()`` returns Unrefuted. For a proof see ``gt.comparative_static`` and
        ``gt.prove(gt.grows(region, parameter))``.

    Raises
    ------
    AssumptionError
        If no two points differ in the parameter alone.
    ConceptError
        For a direction that is none, or something that is no parameter.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P = gt.parameters("T R P")
    >>> patience = gt.testing.monotone_in((T - R)/(T - P), T, gt.descending(T, R, P), examples=20)
    >>> print(patience.examine())
    unrefuted, not proved: (T - R)/(T - P) is increasing in T; 20 examples, no counterexample
    """
    if direction not in WORDS:
        raise ConceptError(f'direction={quoted(direction)}: write "increasing" or "decreasing".')
    if not getattr(parameter, "is_Symbol", False):
        raise ConceptError(f"{quoted(parameter)} is no parameter; give the gt.Parameter that grows.")
    value, shown = _reader(quantity)
    ground = _joint_ground(quantity, parameter, over, also)
    name, raised = parameter.name, f"{parameter.name}'"  # no parameter is called that
    higher = map_factors(ground.formula, lambda polynomial: polynomial.rename({name: raised}))
    apart = atom((variable(raised) - variable(name),), ">")
    pairs = ground.within(conjunction((higher, apart)), f"pairs of points that differ in {name}")
    if check((pairs.formula,)).status == "unsat":
        raise AssumptionError(f"no two points that satisfy the premises differ in {name} alone; drop one of them.")
    symbols = ground.symbols

    def pair(values: dict[str, Fraction]) -> PointPair:
        low = {key: number for key, number in values.items() if key != raised}
        return PointPair(make_point(low, symbols), make_point(low | {name: values[raised]}, symbols))

    sign = WORDS[direction]

    def failure(drawn: PointPair) -> Callable[[], str] | None:
        before, after = value(drawn.low), value(drawn.high)
        first, second = (before, after) if sign > 0 else (after, before)
        if first < second or (first == second and not strict):
            return None
        lines = [f"it is {before} at {drawn.low}", f"it is {after} at {drawn.high}"]
        games = (drawn.low, drawn.high) if hasattr(over, "at") else ()
        return lambda: "\n".join([*lines, *(str(drawn_game(over, point, "game")) for point in games)])

    sampler = make_sampler(pairs, Scale(max_denominator, magnitude), (raised,))
    claim = f"{shown} is {'strictly ' if strict else ''}{direction} in {name}"
    return make_property(claim, strategy_of(sampler).map(pair), failure, examples)


def _reader(quantity: Any) -> tuple[Any, str]:
    """Return the quantity as a function of a point, and as text."""
    if hasattr(quantity, "contains") and hasattr(quantity, "readable"):
        return quantity.contains, f"whether a point lies in the region {quantity.title or 'given'}"
    if callable(quantity) and not hasattr(quantity, "free_symbols"):
        return quantity, getattr(quantity, "__name__", "the function")
    if not hasattr(quantity, "free_symbols"):
        raise ConceptError(f"{quoted(quantity)} is no expression, region or function of a point.")
    from gametheory.formulas.display import expression_text
    from gametheory.formulas.translate import value_at

    return (lambda point: value_at(quantity, point.named)), expression_text(quantity)


def _joint_ground(quantity: Any, parameter: Any, over: Any, also: Any) -> Ground:
    """Return the assumptions with every parameter that the quantity needs."""
    if hasattr(quantity, "readable"):
        return read_ground(over, (quantity.premises, also), (parameter, *quantity.parameters))
    return read_ground(over, also, (parameter, *getattr(quantity, "free_symbols", ())))
