"""The exact volume of a formula inside a box, where all its comparisons are linear.

The box is cut into simplices; a simplex that a comparison divides is cut in two at an edge, until every comparison has
one sign throughout. What holds only on a plane has no volume.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from math import factorial

from gametheory.formulas.formula import And, Formula, Leaf, Or, leaves, walk
from gametheory.formulas.polynomial import Polynomial

Corner = tuple[Fraction, ...]
"""The values of all factors there: what else a corner is does not matter."""

Simplex = tuple[Corner, ...]
Finding = tuple[bool | None, int]
"""Whether something holds inside a simplex; if that is open, the number of a factor that changes its sign there."""

MOST_PARAMETERS = 6
MOST_CUTS = 100_000


def is_linear(formula: Formula) -> bool:
    """Say whether every factor of every comparison is of the first degree."""
    return all(factor.degree <= 1 for leaf in leaves(formula) for factor in leaf.atom.factors)


def volume(formula: Formula, box: Mapping[str, tuple[Fraction, Fraction]]) -> Fraction | None:
    """Return which part of a box satisfies a linear formula, as a share of the box's volume.

    Parameters
    ----------
    formula : Formula
        In the variables of the box.
    box : mapping of name to (low, high)
        With low < high.

    Returns
    -------
    Fraction or None
        None if the box has too many dimensions or the formula too many cells.
    """
    if len(box) > MOST_PARAMETERS:
        return None
    factors = tuple(dict.fromkeys(factor for leaf in leaves(formula) for factor in leaf.atom.factors))
    numbers = {factor: number for number, factor in enumerate(factors)}
    pending = [(simplex, Fraction(1, factorial(len(box)))) for simplex in _simplices(factors, box)]
    total, cuts = Fraction(0), 0
    while pending:
        simplex, size = pending.pop()
        truth, number = _finding(formula, simplex, numbers)
        if truth is not None:
            total += size if truth else 0
            continue
        cuts += 1
        if cuts > MOST_CUTS:
            return None
        values = [corner[number] for corner in simplex]
        above, below = values.index(max(values)), values.index(min(values))
        part = values[above] / (values[above] - values[below])
        between = zip(simplex[above], simplex[below], strict=True)
        middle = tuple(high + part * (low - high) for high, low in between)
        pending.append((_replaced(simplex, below, middle), size * part))
        pending.append((_replaced(simplex, above, middle), size * (1 - part)))
    return total


def _simplices(factors: Sequence[Polynomial], box: Mapping[str, tuple[Fraction, Fraction]]) -> list[Simplex]:
    """Cut a box into simplices of equal size: one for each order in which the coordinates go from low to high."""
    found = []
    known: dict[frozenset[str], Corner] = {}
    for order in permutations(box):
        corners = []
        for count in range(len(order) + 1):
            raised = frozenset(order[:count])
            if raised not in known:
                point = {name: high if name in raised else low for name, (low, high) in box.items()}
                known[raised] = tuple(factor.evaluate(point) for factor in factors)
            corners.append(known[raised])
        found.append(tuple(corners))
    return found


def _replaced(simplex: Simplex, place: int, corner: Corner) -> Simplex:
    return (*simplex[:place], corner, *simplex[place + 1 :])


def _finding(formula: Formula, simplex: Simplex, numbers: Mapping[Polynomial, int]) -> Finding:
    signs: dict[int, int] = {}

    def sign_of(number: int) -> int:
        """Return the sign of a factor inside the simplex, 0 if it changes there."""
        if number not in signs:
            values = [corner[number] for corner in simplex]
            signs[number] = 1 if min(values) >= 0 else -1 if max(values) <= 0 else 0
        return signs[number]

    def of_leaf(leaf: Leaf) -> Finding:
        if leaf.atom.relation in ("==", "!="):
            return leaf.atom.relation == "!=", -1
        sign = 1
        for factor in leaf.atom.factors:
            one = sign_of(numbers[factor])
            if one == 0:
                return None, numbers[factor]
            sign *= one
        return sign > 0, -1

    def of_connective(node: And | Or, parts: list[Finding]) -> Finding:
        decisive = isinstance(node, Or)  # one true part settles an "or", one false part an "and"
        if any(truth is decisive for truth, _ in parts):
            return decisive, -1
        return next((part for part in parts if part[0] is None), (not decisive, -1))

    return walk(formula, of_leaf, of_connective)
