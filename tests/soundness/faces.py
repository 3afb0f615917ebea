"""A point in every face of an arrangement of lines: with at most two parameters, enumeration decides a statement.

Whether a statement that compares linear expressions holds depends only on their signs. The lines on which they vanish
cut the plane into vertices, edges and cells; over an interval between two neighbouring crossings the lines keep their
order, so that one column of points there, and one at each crossing, meets every face.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

import sympy

Line = tuple[Fraction, ...]
"""Coefficients of each parameter, then the constant."""

MOST_POINTS = 4_000


@lru_cache(4000)
def line(expression: Any, symbols: tuple[Any, ...]) -> Line | None:
    """Return the coefficients of an expression, None if it is not linear."""
    try:
        polynomial = sympy.Poly(expression, *symbols) if symbols else None
    except sympy.PolynomialError:
        return None
    if polynomial is None or polynomial.total_degree() > 1 or not polynomial.domain.is_Exact:
        return None
    found = [polynomial.coeff_monomial(monomial) for monomial in (*symbols, 1)]
    if not all(one.is_Rational for one in found):
        return None
    return tuple(Fraction(int(one.p), int(one.q)) for one in found)


def between(places: Iterable[Fraction]) -> list[Fraction]:
    """Return the places in order, a number between each two neighbours, and one on either side."""
    ordered = sorted(set(places))
    if not ordered:
        return [Fraction(0)]
    inner = [x for low, high in pairwise(ordered) for x in (low, (low + high) / 2)]
    return [ordered[0] - 1, *inner, ordered[-1], ordered[-1] + 1]


def columns(expressions: Iterable[Any], symbols: Sequence[Any]) -> list[list[tuple[Fraction, ...]]] | None:
    """Return columns of points, along the last parameter, that meet every face; None where that is not to be had."""
    if len(symbols) > 2:
        return None
    if not symbols:
        return [[()]]
    lines = {line(expression, tuple(symbols)) for expression in expressions}
    if None in lines:
        return None
    known = [one for one in lines if one is not None and any(one[:-1])]
    if len(symbols) == 1:
        return [[(x,) for x in between(-c / a for a, c in known)]]
    crossings = {-c / a for a, b, c in known if b == 0}
    for (a, b, c), (d, e, f) in combinations([one for one in known if one[1] != 0], 2):
        if a * e != b * d:
            crossings.add((b * f - c * e) / (a * e - b * d))
    if (2 * len(crossings) + 1) * (2 * len(known) + 1) > MOST_POINTS:
        return None
    return [[(x, y) for y in between(-(a * x + c) / b for a, b, c in known if b != 0)] for x in between(crossings)]
