"""Polynomials with exact coefficients in named variables, small and immutable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm

from gametheory.errors import CapacityError

Monomial = tuple[tuple[str, int], ...]
"""Variables with their exponents, sorted by name; the empty tuple is 1."""

MOST_TERMS = 20_000
"""A sum or product of more terms than this is refused: it would not be readable, nor decided."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """A sum of rational multiples of monomials, in one canonical form.

    Parameters
    ----------
    terms : tuple of (Monomial, Fraction or int)
        Sorted, without zero coefficients. Build with :func:`constant`, :func:`variable` and arithmetic.
    """

    terms: tuple[tuple[Monomial, Fraction | int], ...]

    def __add__(self, other: Polynomial) -> Polynomial:
        if len(self.terms) + len(other.terms) > MOST_TERMS:
            raise _too_large(f"a sum of {len(self.terms)} and {len(other.terms)} terms")
        return _collect((*self.terms, *other.terms))

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __neg__(self) -> Polynomial:
        return Polynomial(tuple((monomial, -coefficient) for monomial, coefficient in self.terms))

    def __mul__(self, other: Polynomial) -> Polynomial:
        if len(self.terms) * len(other.terms) > MOST_TERMS:
            raise _too_large(f"a product of {len(self.terms)} by {len(other.terms)} terms")
        return _collect((_multiply(m, n), a * b) for m, a in self.terms for n, b in other.terms)

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def names(self) -> frozenset[str]:
        """The variables that occur."""
        return frozenset(name for monomial, _ in self.terms for name, _ in monomial)

    @property
    def degree(self) -> int:
        """The total degree; 0 for a constant."""
        return max((sum(e for _, e in monomial) for monomial, _ in self.terms), default=0)

    @property
    def value(self) -> Fraction | None:
        """The value of a constant polynomial, None if a variable occurs."""
        if not self.terms:
            return Fraction(0)
        if len(self.terms) == 1 and not self.terms[0][0]:
            return Fraction(self.terms[0][1])
        return None

    @property
    def leading(self) -> Fraction | int:
        """The coefficient of the first monomial in graded order."""
        return max(self.terms, key=lambda t: (sum(e for _, e in t[0]), t[0]))[1]

    def evaluate(self, values: Mapping[str, Fraction]) -> Fraction:
        """Return the exact value at a point that gives every variable a value."""
        total = Fraction(0)
        for monomial, coefficient in self.terms:
            term: Fraction | int = coefficient
            for name, exponent in monomial:
                term = term * values[name] ** exponent if exponent > 1 else term * values[name]
            total += term
        return total

    def at(self, values: Mapping[str, Fraction]) -> Polynomial:
        """Return the polynomial with some variables replaced by numbers."""

        def replaced() -> Iterator[tuple[Monomial, Fraction | int]]:
            for monomial, coefficient in self.terms:
                factor: Fraction | int = coefficient
                for name, exponent in monomial:
                    if name in values:
                        factor = factor * values[name] ** exponent
                yield tuple(pair for pair in monomial if pair[0] not in values), factor

        return _collect(replaced()) if self.names & values.keys() else self

    def rename(self, names: Mapping[str, str]) -> Polynomial:
        """Return the polynomial with variables renamed; two that become one are an error of the caller."""
        return _collect(
            (tuple(sorted((names.get(name, name), e) for name, e in monomial)), c) for monomial, c in self.terms
        )

    def coefficients(self, name: str) -> tuple[Polynomial, ...]:
        """Return the coefficients in one variable, constant term first; the last one is not zero."""
        by_power: dict[int, list[tuple[Monomial, Fraction | int]]] = {0: []}
        for monomial, c in self.terms:
            power = next((e for n, e in monomial if n == name), 0)
            by_power.setdefault(power, []).append((tuple(pair for pair in monomial if pair[0] != name), c))
        return tuple(_collect(by_power.get(power, ())) for power in range(max(by_power) + 1))

    def primitive(self) -> tuple[Fraction, Polynomial]:
        """Return (content, p): this polynomial is content * p, p has coprime integer coefficients.

        The leading coefficient of p is positive, so p and -p have one primitive form.
        """
        if not self.terms:
            return Fraction(0), self
        above, below = gcd(*(c.numerator for _, c in self.terms)), lcm(*(c.denominator for _, c in self.terms))
        above = above if self.leading > 0 else -above
        return Fraction(above, below), Polynomial(
            tuple((m, c.numerator // above * (below // c.denominator)) for m, c in self.terms)
        )


def constant(value: Fraction | int) -> Polynomial:
    """Return the polynomial that is this number."""
    return Polynomial((((), int(value) if value.denominator == 1 else value),)) if value else ZERO


def variable(name: str) -> Polynomial:
    """Return the polynomial that is this variable."""
    return Polynomial(((((name, 1),), 1),))


def product(factors: Iterable[Polynomial]) -> Polynomial:
    """Return the product, 1 for none."""
    return reduce(Polynomial.__mul__, factors, ONE)


def _too_large(what: str) -> CapacityError:
    return CapacityError(
        f"{what} is larger than {MOST_TERMS} terms; name a part of the payoff as a parameter of its own."
    )


def _collect(terms: Iterable[tuple[Monomial, Fraction | int]]) -> Polynomial:
    sums: dict[Monomial, Fraction | int] = {}
    for monomial, coefficient in terms:
        sums[monomial] = sums.get(monomial, 0) + coefficient
    return Polynomial(tuple(sorted((m, c) for m, c in sums.items() if c)))


def _multiply(left: Monomial, right: Monomial) -> Monomial:
    if not left or not right:
        return left or right
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, 0) + exponent
    return tuple(sorted(powers.items()))


ZERO = Polynomial(())
ONE = Polynomial((((), 1),))
