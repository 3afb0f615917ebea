"""A second look at a point, in the payoffs as the user wrote them, without the polynomials the solver saw."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from gametheory.formulas.formula import NEGATION, Formula, Leaf, compare, fold
from gametheory.incentive import Comparison, Incentive


def holds_as_written(formula: Formula, values: Mapping[str, Fraction]) -> bool:
    """Decide a formula at a point from the expressions behind its comparisons.

    Gaps of payoffs and relations are evaluated by sympy with exact rationals; comparisons that nobody wrote are
    evaluated as they are.
    """
    return fold(formula, lambda leaf: _leaf(leaf, values), all, any)


def _leaf(leaf: Leaf, values: Mapping[str, Fraction]) -> bool:
    reason = leaf.why
    if isinstance(reason, (Incentive, Comparison)):
        expression, relation = reason.gap, reason.relation
    elif getattr(reason, "is_Relational", False):
        expression, relation = reason.lhs - reason.rhs, reason.rel_op
    else:
        return leaf.atom.holds(values)
    value = _value(expression, values)
    if value is None:  # a mixture that its equations do not determine: other comparisons decide there
        return leaf.atom.holds(values)
    return compare(value, NEGATION[relation] if leaf.negated else relation)


def _value(expression: Any, values: Mapping[str, Fraction]) -> Fraction | None:
    """Return the value of an expression, None where it divides by 0."""
    if isinstance(expression, (int, Fraction)):
        return Fraction(expression)
    import sympy

    numbers = {
        symbol: sympy.Rational(values[symbol.name].numerator, values[symbol.name].denominator)
        for symbol in expression.free_symbols
    }
    value = expression.xreplace(numbers)
    return Fraction(int(value.p), int(value.q)) if value.is_Rational else None
