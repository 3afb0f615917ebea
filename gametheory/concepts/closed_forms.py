"""Probabilities as expressions: how they are written, and what they are at a point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from gametheory.formulas.display import expression_text
from gametheory.point import read_values
from gametheory.rationals import as_fraction


def strategy_words(strategy: Sequence[Any], actions: Sequence[str], point: Mapping[Any, Any]) -> str:
    """Write a strategy of expressions: ``ally``, or ``(1 - q) ally + q abstain``.

    Parameters
    ----------
    strategy : sequence of expression
        One probability an action.
    actions : sequence of str
        Their names.
    point : mapping
        A point at which quotients are written with a positive divisor; empty to leave them as they are.
    """
    used = [(chance, action) for chance, action in zip(strategy, actions, strict=True) if chance != 0]
    if len(used) == 1:
        return used[0][1]
    return " + ".join(f"{written(chance, point)} {action}" for chance, action in used)


def quotient(above: Any, below: Any) -> Any:
    """Return a quotient as a reader writes it; it means something only where the divisor is not zero.

    If the divisor is zero everywhere the quotient is not defined (:func:`is_defined`).
    """
    if below != 0 and isinstance(above, (int, Fraction)) and isinstance(below, (int, Fraction)):
        return Fraction(above) / Fraction(below)
    import sympy

    value = sympy.cancel(sympy.sympify(above) / below) if below != 0 else sympy.nan
    return sympy.nan if value.has(sympy.zoo, sympy.nan) else sympy.factor(value)


def is_defined(expression: Any) -> bool:
    """Say whether an expression has a value somewhere."""
    if isinstance(expression, Fraction):
        return True
    import sympy

    return not expression.has(sympy.nan)


def value_of(expression: Any, point: Mapping[Any, Any]) -> Any:
    """Return the value of an expression at a point: a Fraction, where it is irrational an AlgebraicNumber."""
    if isinstance(expression, Fraction):
        return expression
    import sympy

    values = read_values(point, {symbol.name: symbol for symbol in expression.free_symbols})
    exact = {s: sympy.Rational(*values[s.name].as_integer_ratio()) for s in expression.free_symbols}
    value = expression.xreplace(exact)
    return as_fraction(value) if value.is_Rational else _algebraic_number(value)


def _algebraic_number(value: Any) -> Any:
    """Return a number with one square root, ``middle + slope*sqrt(inside)`` once its divisors are rational."""
    import sympy

    from gametheory.algebraic.number import algebraic

    value = sympy.expand(sympy.radsimp(value))
    (root,) = value.atoms(sympy.Pow)
    slope, inside = as_fraction(value.coeff(root)), as_fraction(root**2)
    middle = as_fraction(value.coeff(root, 0))
    farther = middle + slope * (inside + 1)  # on the number's side of the middle, beyond it
    coefficients = middle**2 - slope**2 * inside, -2 * middle, Fraction(1)
    return algebraic(coefficients, min(middle, farther), max(middle, farther))


def written(expression: Any, point: Mapping[Any, Any]) -> str:
    """Write a probability before an action: a sum stands in brackets, a divisor is positive at the point."""
    if isinstance(expression, Fraction):
        return str(expression)
    import sympy

    above, below = sympy.fraction(expression)
    if all(symbol in point for symbol in below.free_symbols):
        turned = value_of(below, point) < 0
    else:  # it has a symbol that stands for a root: at least no sign in front
        turned = above.could_extract_minus_sign()
    if turned:
        above, below = _opposite(above), _opposite(below)
    if below == 1:
        return _grouped(above, above.is_Add)
    return f"{_grouped(above, above.is_Add)}/{_grouped(below, below.is_Add or below.is_Mul)}"


def _grouped(expression: Any, brackets: bool) -> str:
    text = expression_text(expression)
    return f"({text})" if brackets else text


def _opposite(expression: Any) -> Any:
    """Return the negative, the sign taken into a sum: ``k*(2 - p)`` and not ``-k*(p - 2)``."""
    import sympy

    inside = next((factor for factor in sympy.Mul.make_args(expression) if factor.is_Add), None)
    if inside is None or expression.could_extract_minus_sign():
        return -expression
    return sympy.Mul(*(-factor if factor is inside else factor for factor in sympy.Mul.make_args(expression)))
