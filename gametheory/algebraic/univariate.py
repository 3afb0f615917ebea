"""Polynomials in one variable with integer coefficients: their real roots, isolated exactly, and their factors.

A polynomial is a tuple of integers, the constant first, the last one not zero; the empty tuple is zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd

from gametheory.rationals import in_whole_units

Univariate = tuple[int, ...]
Interval = tuple[Fraction, Fraction]


def primitive(coefficients: Iterable[Fraction | int]) -> Univariate:
    """Return the multiple with coprime integer coefficients and a positive leading one.

    Parameters
    ----------
    coefficients : iterable of Fraction or int
        The constant first; leading zeros are dropped.
    """
    kept = [Fraction(c) for c in coefficients]
    while kept and not kept[-1]:
        kept.pop()
    if not kept:
        return ()
    whole = in_whole_units(kept)
    common = gcd(*whole) if whole[-1] > 0 else -gcd(*whole)
    return tuple(c // common for c in whole)


def sign_at(polynomial: Sequence[int], x: Fraction) -> int:
    """Return the sign of the polynomial at a rational point, in whole numbers."""
    total, power = 0, 1
    numerator, denominator = x.numerator, x.denominator
    for coefficient in reversed(polynomial):
        total = total * numerator + coefficient * power
        power *= denominator
    return (total > 0) - (total < 0)


def derivative(polynomial: Univariate) -> Univariate:
    """Return the derivative."""
    return tuple(power * c for power, c in enumerate(polynomial) if power)


def divide(left: Univariate, right: Univariate) -> tuple[Univariate, Univariate]:
    """Return primitive multiples of the quotient and of the remainder.

    The remainder has the sign of the true one, so that it may go into a Sturm sequence.
    """
    rest, quotient = list(left), [0] * max(len(left) - len(right) + 1, 0)
    lead = right[-1]
    size, sign = abs(lead), 1 if lead > 0 else -1
    while len(rest) >= len(right):
        factor, shift = rest[-1] * sign, len(rest) - len(right)
        rest = [c * size for c in rest]
        quotient = [c * size for c in quotient]
        quotient[shift] += factor
        for place, c in enumerate(right):
            rest[shift + place] -= factor * c
        while rest and not rest[-1]:
            rest.pop()
    common = gcd(*rest) if rest else 1
    return primitive(quotient), tuple(c // common for c in rest)


def greatest_common_divisor(left: Univariate, right: Univariate) -> Univariate:
    """Return the primitive greatest common divisor."""
    while right:
        left, right = right, divide(left, right)[1]
    return primitive(left)


def squarefree(polynomial: Univariate) -> Univariate:
    """Return the primitive polynomial with the same roots, each simple."""
    return divide(polynomial, greatest_common_divisor(polynomial, derivative(polynomial)))[0]


def sturm_sequence(polynomial: Univariate) -> list[Univariate]:
    """Return the Sturm sequence of a squarefree polynomial."""
    sequence = [polynomial, derivative(polynomial)]
    while len(sequence[-1]) > 1:
        sequence.append(tuple(-c for c in divide(sequence[-2], sequence[-1])[1]))
    return sequence


def _variations(sequence: Sequence[Univariate], x: Fraction) -> int:
    signs = [sign for sign in (sign_at(p, x) for p in sequence) if sign]
    return sum(a != b for a, b in pairwise(signs))


def roots_within(sequence: Sequence[Univariate], low: Fraction, high: Fraction) -> int:
    """Return how many roots the first polynomial of a Sturm sequence has above `low` and up to `high`."""
    return _variations(sequence, low) - _variations(sequence, high)


def bound(polynomial: Univariate) -> Fraction:
    """Return a power of two that is greater than every root in absolute value."""
    largest = max(map(abs, polynomial[:-1]), default=0)
    return Fraction(2 ** (largest // abs(polynomial[-1]) + 1).bit_length())


def isolate(polynomial: Univariate, low: Fraction | None = None, high: Fraction | None = None) -> list[Interval]:
    """Return disjoint intervals, in ascending order, each with one real root.

    Parameters
    ----------
    polynomial : Univariate
        Squarefree, not constant.
    low, high : Fraction, optional
        Only roots strictly between these are wanted.

    Returns
    -------
    list of (Fraction, Fraction)
        The root lies strictly between the two; where both are equal it is that number.

    Examples
    --------
    >>> isolate((-2, 0, 1), Fraction(0), Fraction(4))
    [(Fraction(0, 1), Fraction(4, 1))]
    """
    edge = bound(polynomial)
    low, high = -edge if low is None else low, edge if high is None else high
    sequence = sturm_sequence(polynomial)
    found: list[Interval] = []
    stack = [(low, high, _variations(sequence, low), _variations(sequence, high))]
    while stack:
        left, right, before, after = stack.pop()
        inside = before - after - (not sign_at(polynomial, right))
        if inside == 0:
            continue
        middle = (left + right) / 2
        if inside == 1 and sign_at(polynomial, left) and sign_at(polynomial, right):
            found.append((left, right))
            continue
        between = _variations(sequence, middle)
        stack.append((middle, right, between, after))
        if not sign_at(polynomial, middle):
            found.append((middle, middle))
        stack.append((left, middle, before, between))
    return sorted(found)


def narrowed(polynomial: Univariate, interval: Interval, width: Fraction) -> Interval:
    """Return an interval no wider than `width` around the same simple root."""
    low, high = interval
    side = sign_at(polynomial, low)
    while high - low > width:
        middle = (low + high) / 2
        sign = sign_at(polynomial, middle)
        if sign == 0:
            return middle, middle
        low, high = (middle, high) if sign == side else (low, middle)
    return low, high


def factors(polynomial: Univariate) -> list[Univariate]:
    """Return the irreducible factors of a squarefree polynomial, primitive, the linear ones first."""
    found = []
    for root in rational_roots(polynomial):
        linear = (-root.numerator, root.denominator)
        found.append(linear)
        polynomial = divide(polynomial, linear)[0]
    if len(polynomial) <= 4:  # without rational roots, a polynomial of degree two or three is irreducible
        return found + [polynomial] * (len(polynomial) > 1)
    from sympy import Poly, Symbol  # here, because few games need it

    x = Symbol("x")
    parts = Poly(list(reversed(polynomial)), x).factor_list()[1]
    whole = [tuple(int(c) for c in reversed(part.all_coeffs())) for part, _ in parts]
    return found + sorted((primitive(part) for part in whole), key=lambda part: (len(part), part))


def rational_roots(polynomial: Univariate) -> list[Fraction]:
    """Return the rational roots of a squarefree polynomial, ascending.

    A rational root times the leading coefficient is a whole number, so an interval short enough holds one candidate.
    """
    if len(polynomial) < 2:
        return []
    lead = abs(polynomial[-1])
    found = []
    for interval in isolate(polynomial):
        low, high = narrowed(polynomial, interval, Fraction(1, 2 * lead))
        candidate = Fraction(round((low + high) / 2 * lead), lead)
        if low <= candidate <= high and not sign_at(polynomial, candidate):
            found.append(candidate)
    return found
