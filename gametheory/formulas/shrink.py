"""Small witnesses: move a point to simpler numbers while the formula stays true."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import floor, lcm

from gametheory.formulas.evaluation import Evaluator
from gametheory.formulas.formula import Atom, Formula, compare

ROUNDS = 4
SMALL = tuple(Fraction(n, d) for d, n in ((1, 0), (1, 1), (1, 2), (1, 3), (2, 1), (1, 4), (1, 5), (3, 1), (1, -1)))


def shrink(formula: Formula, values: Mapping[str, Fraction], shifting: Collection[str] = ()) -> dict[str, Fraction]:
    """Return a point of the formula with small numerators and denominators, near nothing in particular.

    Parameters
    ----------
    formula : Formula
        Holds at `values`, and holds at the result.
    values : mapping of str to Fraction
        A point.
    shifting : collection of str
        Variables that may be moved together (utilities on one scale), so that the smallest becomes 0.
    """
    evaluator = Evaluator(formula)
    point = _shifted(evaluator, dict(values), [name for name in shifting if name in values])
    mentioning = {name: [i for i, atom in enumerate(evaluator.atoms) if name in atom.names] for name in point}
    for _ in range(ROUNDS):
        before = dict(point)
        for name in sorted(point, key=lambda name: (point[name], name)):
            _simplify_coordinate(evaluator, point, name, mentioning[name])
        if point == before:
            break
    return point


def _shifted(evaluator: Evaluator, point: dict[str, Fraction], shifting: list[str]) -> dict[str, Fraction]:
    """Move and stretch the given coordinates together: the smallest becomes 0, all become whole numbers."""
    if not shifting:
        return point
    lowest = min(point[name] for name in shifting)
    moved = point | {name: point[name] - lowest for name in shifting}
    scale = lcm(*(moved[name].denominator for name in shifting))
    stretched = moved | {name: moved[name] * scale for name in shifting}
    for candidate in (stretched, {name: value * scale for name, value in moved.items()}, moved):
        if evaluator.holds(candidate):
            return candidate
    return point


def _simplify_coordinate(evaluator: Evaluator, point: dict[str, Fraction], name: str, mentioning: list[int]) -> None:
    """Replace one coordinate by the simplest number that keeps the formula true, as far as we look."""
    current = point[name]
    if current == 0:
        return
    truths = evaluator.truths(point)
    near = _simplest_in_cell([evaluator.atoms[i] for i in mentioning], point, name)
    for candidate in sorted({*SMALL, near}, key=_cost):
        if _cost(candidate) >= _cost(current):
            break
        moved = point | {name: candidate}
        changed = list(truths)
        for i in mentioning:
            changed[i] = evaluator.atoms[i].holds(moved)
        if evaluator.combined(changed):
            point[name] = candidate
            break


def _simplest_in_cell(mentioning: list[Atom], point: Mapping[str, Fraction], name: str) -> Fraction:
    """Return the simplest value of one coordinate for which every atom linear in it keeps its truth value."""
    others = {n: v for n, v in point.items() if n != name}
    low: tuple[Fraction, bool] | None = None
    high: tuple[Fraction, bool] | None = None
    for atom in mentioning:
        restricted = [factor.at(others) for factor in atom.factors]
        moving = [factor for factor in restricted if factor.value is None]
        if any(factor.value == 0 for factor in restricted) or len(moving) != 1 or moving[0].degree != 1:
            continue
        intercept, slope = (c.value or Fraction(0) for c in moving[0].coefficients(name))
        edge = -intercept / slope
        if point[name] == edge:
            return edge
        # The edge itself may be taken if the atom has there the truth value it has now.
        allowed = compare(0, atom.relation) == atom.holds(point)
        if point[name] > edge:
            low = max(low, (edge, not allowed)) if low else (edge, not allowed)
        else:
            high = min(high, (edge, allowed)) if high else (edge, allowed)
    return simplest_between(
        None if low is None else low[0],
        None if high is None else high[0],
        low_closed=low is not None and not low[1],
        high_closed=high is not None and high[1],
    )


def _cost(value: Fraction) -> tuple[int, int, bool]:
    return value.denominator, abs(value.numerator), value < 0


def simplest_between(
    low: Fraction | None, high: Fraction | None, *, low_closed: bool = False, high_closed: bool = False
) -> Fraction:
    """Return the number of smallest denominator, then smallest size, in a non-empty interval.

    Parameters
    ----------
    low, high : Fraction or None
        The ends; None for no end.
    low_closed, high_closed : bool
        Whether the end belongs to the interval.
    """
    ends = [end for end, closed in ((low, low_closed), (high, high_closed)) if closed and end is not None]
    inside = _simplest_inside(low, high) if low is None or high is None or low < high else ends[0]
    return min((inside, *ends), key=_cost)


def _simplest_inside(low: Fraction | None, high: Fraction | None) -> Fraction:
    if (low is None or low < 0) and (high is None or high > 0):
        return Fraction(0)
    if low is None or low < 0:
        return -_simplest_positive(-(high or Fraction(0)), None if low is None else -low)
    return _simplest_positive(low, high)


def _simplest_positive(low: Fraction, high: Fraction | None) -> Fraction:
    """Return the simplest number strictly between 0 <= low < high, by continued fractions."""
    whole = floor(low)
    if high is None or whole + 1 < high:
        return Fraction(whole + 1)
    if low == whole:
        return whole + Fraction(1, floor(1 / (high - whole)) + 1)
    return whole + 1 / _simplest_positive(1 / (high - whole), 1 / (low - whole))
