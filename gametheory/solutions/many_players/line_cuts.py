"""The numbers between zero and one at which some polynomials change their sign, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from gametheory.algebraic.univariate import (
    Interval,
    Univariate,
    factors,
    isolate,
    narrowed,
    primitive,
    sign_at,
    squarefree,
)
from gametheory.solutions.many_players.number_field import Field, Number


@dataclass(frozen=True)
class Cut:
    """A root.

    Parameters
    ----------
    value : Number
        The root.
    interval : (Fraction, Fraction)
        Holds it; strictly between zero and one, and no other cut's interval overlaps.
    """

    value: Number
    interval: Interval


def times(left: Sequence[int], right: Sequence[int]) -> tuple[int, ...]:
    """Return the product of two polynomials, constants first."""
    result = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            result[i + j] += a * b
    return tuple(result)


def roots_between(polynomials: Iterable[Sequence[int]]) -> list[Cut]:
    """Return all roots strictly between zero and one, ascending; what vanishes everywhere is passed over.

    Examples
    --------
    >>> [str(cut.value) for cut in roots_between([(-1, 2), (0, 0), (-1, 4, -3)])]
    ['1/3', '1/2']
    """
    together: Univariate = (1,)
    for polynomial in polynomials:
        together = squarefree(primitive(times(together, primitive(polynomial) or (1,))))
    parts = factors(together)
    found = []
    for low, high in isolate(together, Fraction(0), Fraction(1)):
        part = next(p for p in parts if sign_at(p, low) * sign_at(p, high) < 0 or not sign_at(p, low))
        if len(part) == 2:
            root = Fraction(-part[0], part[1])
            found.append(Cut(root, (root, root)))
            continue
        while low <= 0 or high >= 1:  # leave room for a number before and after
            low, high = narrowed(together, (low, high), (high - low) / 2)
        found.append(Cut(Field(part, (low, high)).element([0, 1]), (low, high)))
    return found


def between(cuts: Sequence[Cut]) -> list[Fraction]:
    """Return one rational number between each two neighbours among zero, the cuts and one."""
    ends = [(Fraction(0), Fraction(0)), *(cut.interval for cut in cuts), (Fraction(1), Fraction(1))]
    return [(before[1] + after[0]) / 2 for before, after in pairwise(ends)]
