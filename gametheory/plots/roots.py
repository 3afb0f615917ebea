"""Exact real roots of polynomials in one variable, in order, with rationals strictly between neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from gametheory.formulas.display import polynomial_text
from gametheory.formulas.factors import factorised
from gametheory.formulas.polynomial import Polynomial, constant, variable

FINEST = Fraction(1, 10**20)
"""Width to which an irrational root is isolated: far below what can be drawn."""


@dataclass(frozen=True)
class Root:
    """A real number: the only root of an irreducible polynomial between two rationals.

    Parameters
    ----------
    low, high : Fraction
        Equal for a rational number; otherwise the root lies strictly between.
    polynomial : Polynomial
        Irreducible over the rationals, primitive, in one variable.
    """

    low: Fraction
    high: Fraction
    polynomial: Polynomial

    @property
    def value(self) -> Fraction | None:
        """The number itself if it is rational."""
        return self.low if self.low == self.high else None

    @property
    def near(self) -> Fraction:
        """The number, or a rational so close that no drawing shows the difference."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        if self.value is not None:
            return str(self.value)
        return f"the root of {polynomial_text(self.polynomial)} near {float(self.near):.6g}"


def rational(value: Fraction, name: str) -> Root:
    """Return a rational number as a root in the variable."""
    return Root(value, value, (variable(name) - constant(value)).primitive()[1])


def roots_between(polynomials: Iterable[Polynomial], low: Fraction, high: Fraction) -> tuple[Root, ...]:
    """Return the distinct real roots of some polynomials of one variable strictly inside an interval, in order.

    Constants are passed over. The isolating intervals have gaps between them, so that a rational number can be put
    strictly between any two neighbours.
    """
    irreducible = {
        factor.primitive()[1]: None
        for polynomial in dict.fromkeys(polynomials)
        for factor, _ in factorised(polynomial)
        if factor.value is None
    }
    finest = FINEST
    while True:
        found = sorted(
            (root for factor in irreducible for root in _isolated(factor, finest) if low < root.near < high),
            key=lambda root: root.low,
        )
        apart = all(left.high < right.low for left, right in pairwise(found))
        if apart and not any(root.low <= end <= root.high for root in found for end in (low, high)):
            return tuple(found)
        finest = finest**2


def _isolated(polynomial: Polynomial, finest: Fraction) -> Sequence[Root]:
    """Return the real roots of an irreducible polynomial."""
    (name,) = polynomial.names
    coefficients = [coefficient.value or Fraction(0) for coefficient in polynomial.coefficients(name)]
    if len(coefficients) == 2:
        value = -coefficients[0] / coefficients[1]
        return (Root(value, value, polynomial),)
    from sympy import Poly, Rational, Symbol

    poly = Poly([int(c) for c in reversed(coefficients)], Symbol(name))
    width = Rational(finest.numerator, finest.denominator)
    return [
        Root(Fraction(int(a.p), int(a.q)), Fraction(int(b.p), int(b.q)), polynomial)
        for (a, b), _ in poly.intervals(eps=width)
    ]
