"""Expressions and relations read with exact fractions by walking them; the package's own reading is not used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache, partial
from math import prod
from typing import Any

import sympy

Values = Mapping[str, Fraction]

KINDS = {">": sympy.Gt, ">=": sympy.Ge, "<": sympy.Lt, "<=": sympy.Le, "==": sympy.Eq, "!=": sympy.Ne}
COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
REVERSED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "==": "!=", "!=": "=="}
OTHER_TIE = {">": ">=", ">=": ">", "<": "<=", "<=": "<"}
NEGATED = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "==": "!=", "!=": "=="}


class UnreadableError(Exception):
    """An expression that this reader does not know."""


def related(left: Any, sign: str, right: Any = 0) -> Any:
    """Return a sympy relation; numbers may be fractions."""
    return KINDS[sign](symbolic(left), symbolic(right))


def symbolic(value: Any) -> Any:
    return sympy.Rational(value.numerator, value.denominator) if isinstance(value, Fraction) else sympy.sympify(value)


@lru_cache(4000)
def number(expression: Any) -> Callable[[Values], Fraction]:
    """Return what works an expression out at a point."""
    if isinstance(expression, (int, Fraction)):
        fixed = Fraction(expression)
        return lambda _: fixed
    if expression.is_Rational:
        exactly = Fraction(int(expression.p), int(expression.q))
        return lambda _: exactly
    if expression.is_Symbol:
        name = expression.name
        return lambda values: values[name]
    if (terms := _linear(expression)) is not None:
        shift = terms.pop("", Fraction(0))
        pairs = tuple(terms.items())
        return lambda values: sum((slope * values[name] for name, slope in pairs), start=shift)
    if expression.is_Pow and expression.exp.is_Integer:
        base, power = number(expression.base), int(expression.exp)
        return lambda values: base(values) ** power
    if isinstance(expression, sympy.Piecewise):
        cases = [(number(value), truth(condition)) for value, condition in expression.args]
        return lambda values: next(value(values) for value, condition in cases if condition(values))
    parts = [number(part) for part in expression.args]
    if expression.is_Add:
        return lambda values: sum((part(values) for part in parts), start=Fraction(0))
    if expression.is_Mul:
        return lambda values: prod((part(values) for part in parts), start=Fraction(1))
    for kind, function in ((sympy.Max, max), (sympy.Min, min)):
        if isinstance(expression, kind):
            return partial(_chosen, function, parts)
    if isinstance(expression, sympy.Abs):
        return lambda values: abs(parts[0](values))
    raise UnreadableError(expression)


def _chosen(choose: Callable[..., Fraction], parts: list[Any], values: Values) -> Fraction:
    return choose(part(values) for part in parts)


def _linear(expression: Any) -> dict[str, Fraction] | None:
    """Return the coefficients of a linear expression by name, the constant under no name."""
    found: dict[str, Fraction] = {}
    for term in sympy.Add.make_args(expression):
        slope, rest = term.as_coeff_Mul()
        if not slope.is_Rational or not (rest.is_Symbol or rest == 1):
            return None
        found[rest.name if rest.is_Symbol else ""] = Fraction(int(slope.p), int(slope.q))
    return found


@lru_cache(4000)
def truth(relation: Any) -> Callable[[Values], bool]:
    """Return what decides a relation, or relations joined by and, or and not, at a point."""
    if relation in (sympy.true, sympy.false):
        settled = relation == sympy.true
        return lambda _: settled
    if relation.is_Relational:
        left, right, holds = number(relation.lhs), number(relation.rhs), COMPARE[relation.rel_op]
        return lambda values: holds(left(values), right(values))
    parts = [truth(part) for part in relation.args]
    if isinstance(relation, sympy.And):
        return lambda values: all(part(values) for part in parts)
    if isinstance(relation, sympy.Or):
        return lambda values: any(part(values) for part in parts)
    if isinstance(relation, sympy.Not):
        return lambda values: not parts[0](values)
    raise UnreadableError(relation)


def compared(relation: Any) -> list[Any]:
    """Return the differences whose signs decide a relation."""
    return [atom.lhs - atom.rhs for atom in relation.atoms(sympy.core.relational.Relational)]
