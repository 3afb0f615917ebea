"""Polynomials as products of irreducible factors over the rationals."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from gametheory.formulas.polynomial import Polynomial

LARGEST_DEGREE = 100
LARGEST_COEFFICIENT = 500
"""In bits: polynomials beyond these are not factored."""


@lru_cache(maxsize=2_000)  # the same few polynomials are asked about at every simplification
def factorised(polynomial: Polynomial) -> tuple[tuple[Polynomial, int], ...]:
    """Return irreducible factors over the rationals with their powers; the constant among them."""
    if polynomial.degree < 2 or len(polynomial.terms) == 1 or _out_of_reach(polynomial):
        return _monomial_factors(polynomial) if len(polynomial.terms) == 1 else ((polynomial, 1),)
    from sympy import Poly, factor_list, symbols

    variables = sorted(polynomial.names)
    generators = symbols(variables)
    exponents = {
        tuple(dict(monomial).get(name, 0) for name in variables): Fraction(c) for monomial, c in polynomial.terms
    }
    constant, factors = factor_list(Poly.from_dict(exponents, *generators, domain="QQ"))
    found = [(Polynomial((((), Fraction(int(constant.p), int(constant.q))),)), 1)]
    for factor, power in factors:
        terms = tuple(
            (tuple((n, e) for n, e in zip(variables, powers, strict=True) if e), Fraction(int(c.p), int(c.q)))
            for powers, c in factor.terms()
        )
        found.append((Polynomial(tuple(sorted(terms))), power))
    return tuple(found)


def _out_of_reach(polynomial: Polynomial) -> bool:
    """Say whether factoring may take minutes. Not to factor is sound, and only longer."""
    sizes = (max(abs(Fraction(c).numerator), Fraction(c).denominator).bit_length() for _, c in polynomial.terms)
    return polynomial.degree > LARGEST_DEGREE or max(sizes) > LARGEST_COEFFICIENT


def _monomial_factors(polynomial: Polynomial) -> tuple[tuple[Polynomial, int], ...]:
    ((monomial, coefficient),) = polynomial.terms
    factors = ((Polynomial(((((name, 1),), 1),)), power) for name, power in monomial)
    return ((Polynomial((((), coefficient),)), 1), *factors)
