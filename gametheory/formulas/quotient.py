"""Quotients of polynomials that are never cancelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gametheory.errors import UndefinedPayoffError
from gametheory.formulas import polynomial
from gametheory.formulas.polynomial import Polynomial, constant, product


@dataclass(frozen=True, slots=True)
class Quotient:
    """A polynomial over powers of polynomials; where one of these is zero, there is no value.

    Parameters
    ----------
    numerator : Polynomial
        What is divided.
    denominators : tuple of (Polynomial, int)
        Primitive, distinct, not constant, each with its power.
    """

    numerator: Polynomial
    denominators: tuple[tuple[Polynomial, int], ...] = ()

    def __add__(self, other: Quotient) -> Quotient:
        if not (self.denominators or other.denominators):
            return Quotient(self.numerator + other.numerator)
        mine, theirs = Counter(dict(self.denominators)), Counter(dict(other.denominators))
        shared = mine | theirs  # the larger power of each
        numerator = self.numerator * _expanded(shared - mine) + other.numerator * _expanded(shared - theirs)
        return Quotient(numerator, tuple(shared.items()))

    def __neg__(self) -> Quotient:
        return Quotient(-self.numerator, self.denominators)

    def __sub__(self, other: Quotient) -> Quotient:
        return self + -other

    def __mul__(self, other: Quotient) -> Quotient:
        if not (self.denominators or other.denominators):
            return Quotient(self.numerator * other.numerator)
        powers = Counter(dict(self.denominators)) + Counter(dict(other.denominators))
        return Quotient(self.numerator * other.numerator, tuple(powers.items()))

    def inverse(self) -> Quotient:
        """Return one over this; the caller keeps the denominators that vanish from sight in mind."""
        content, primitive = self.numerator.primitive()
        if content == 0:
            raise UndefinedPayoffError("an expression divides by 0; correct the divisor.")
        above = constant(1 / content) * _expanded(Counter(dict(self.denominators)))
        return Quotient(above, () if primitive.value is not None else ((primitive, 1),))

    def sign_factors(self) -> tuple[Polynomial, ...]:
        """Return polynomials whose product has the sign of this wherever it has a value."""
        return self.numerator, *(denominator for denominator, power in self.denominators if power % 2)

    def value(self, values: Mapping[str, Fraction]) -> Fraction:
        """Return the exact value at a point where no denominator is zero."""
        below = _expanded(Counter(dict(self.denominators))).evaluate(values)
        return self.numerator.evaluate(values) / below


def _expanded(powers: Counter[Polynomial]) -> Polynomial:
    return product(denominator for denominator, power in powers.items() for _ in range(power))


ZERO = Quotient(polynomial.ZERO)
ONE = Quotient(polynomial.ONE)
