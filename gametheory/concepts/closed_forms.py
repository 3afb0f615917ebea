"""Probabilities as expressions: how they are written, and what they are at a point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

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
    return " + ".join(f"{_written(_oriented(chance, point))} {action}" for chance, action in used)


def value_of(expression: Any, point: Mapping[Any, Any]) -> Any:
    """Return the value of an expression at a point, a Fraction where it is rational and else a sympy number."""
    if isinstance(expression, Fraction):
        return expression
    import sympy

    values = read_values(point, {symbol.name: symbol for symbol in expression.free_symbols})
    exact = {s: sympy.Rational(*values[s.name].as_integer_ratio()) for s in expression.free_symbols}
    value = expression.xreplace(exact)
    return as_fraction(value) if value.is_Rational else value


def _oriented(expression: Any, point: Mapping[Any, Any]) -> Any:
    """Return a quotient with its divisor positive at the point: ``3/(4 - b)`` where b < 4."""
    if isinstance(expression, Fraction):
        return expression
    import sympy

    above, below = sympy.fraction(expression)
    if not all(symbol in point for symbol in below.free_symbols) or value_of(below, point) > 0:
        return expression
    return sympy.Mul(sympy.factor(-above), 1 / sympy.factor_terms(-below, sign=False), evaluate=False)


def _written(expression: Any) -> str:
    """Write an expression before the name of an action: a sum stands in brackets."""
    text = str(expression)
    return f"({text})" if getattr(expression, "is_Add", False) else text
