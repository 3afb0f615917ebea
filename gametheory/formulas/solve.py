"""Comparisons solved for one variable: ``delta >= (T - R)/(T - P)``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gametheory.formulas.display import polynomial_expression
from gametheory.formulas.formula import Formula, Leaf, conjunction, disjunction, fold
from gametheory.formulas.polynomial import Polynomial

FLIPPED = {">": "<", ">=": "<=", "==": "==", "!=": "!="}


def solved_leaf(
    leaf: Leaf, name: str, symbols: Mapping[str, Any], sign: Callable[[Polynomial], int | None]
) -> Leaf | None:
    """Return the same comparison written as ``name relation expression``.

    Parameters
    ----------
    leaf : Leaf
        A comparison of a single polynomial with zero.
    name : str
        The variable to isolate.
    symbols : mapping of str to symbol
        For writing the expression.
    sign : callable
        The settled sign of a polynomial, or None.

    Returns
    -------
    Leaf or None
        None if the comparison is not linear in the variable or the sign of its coefficient is not settled.
    """
    import sympy

    if len(leaf.atom.factors) != 1 or name not in leaf.atom.names:
        return None
    coefficients = leaf.atom.factors[0].coefficients(name)
    if len(coefficients) != 2:
        return None
    rest, slope = coefficients
    direction = sign(slope)
    if not direction:
        return None
    # Oriented so that the denominator is the positive one: (T - R)/(T - P), not (R - T)/(P - T).
    above, below = (-rest, slope) if direction > 0 else (rest, -slope)
    relation = leaf.atom.relation if direction > 0 else FLIPPED[leaf.atom.relation]
    named = dict(symbols)
    value = (
        sympy.factor(polynomial_expression(above, named))
        if len(above.terms) > 2
        else polynomial_expression(above, named)
    )
    written = _relation(relation)(
        named.get(name, sympy.Symbol(name)), value / polynomial_expression(below, named), evaluate=False
    )
    return Leaf(leaf.atom, written)


def _relation(name: str) -> Any:
    import sympy

    kinds = {">": sympy.Gt, ">=": sympy.Ge, "<": sympy.Lt, "<=": sympy.Le, "==": sympy.Eq, "!=": sympy.Ne}
    return kinds[name]


def presented(
    formula: Formula,
    isolate: Sequence[str],
    symbols: Mapping[str, Any],
    sign: Callable[[Polynomial], int | None],
    *,
    rewrite: bool = False,
) -> Formula:
    """Return the same formula with its comparisons written for a reader.

    A comparison is solved for the first variable of `isolate` for which that can be done; failing that, one that is
    not linear is solved for any variable. What the user wrote stays as it was written, unless `rewrite` asks for more.
    """

    def present(leaf: Leaf) -> Formula:
        if getattr(leaf.why, "is_Relational", False) and not rewrite:
            return leaf
        nonlinear = any(factor.degree > 1 for factor in leaf.atom.factors)
        others = sorted(leaf.atom.names - set(isolate)) if nonlinear and not rewrite else []
        for name in (*isolate, *others):
            solved = solved_leaf(leaf, name, symbols, sign)
            if solved is not None:
                return solved
        return leaf

    return fold(formula, present, conjunction, disjunction)
