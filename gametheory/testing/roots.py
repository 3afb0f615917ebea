"""Where a polynomial in one variable stands in a relation to zero, as intervals with rational ends."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from gametheory.algebraic.univariate import (
    isolate,
    narrowed,
    primitive,
    rational_roots,
    sign_at,
    squarefree,
)
from gametheory.formulas.formula import compare
from gametheory.testing.intervals import Interval

CLOSE = Fraction(1, 2**40)
"""An irrational end is replaced by a rational one no farther than this inside."""


def satisfying(coefficients: Sequence[Fraction], relation: str) -> list[Interval]:
    """Return the intervals on which a polynomial stands in the relation to zero, in ascending order.

    Parameters
    ----------
    coefficients : sequence of Fraction
        The constant term first.
    relation : {">", ">=", "=="}
        The relation.

    Returns
    -------
    list of Interval
        All of it up to irrational ends, which are cut off by less than CLOSE; irrational solutions of an equation are
        left out.

    Examples
    --------
    >>> [str(part.low) for part in satisfying((Fraction(-4), Fraction(0), Fraction(1)), "==")]
    ['-2', '2']
    """
    return list(_satisfying(tuple(coefficients), relation))


@lru_cache(maxsize=256)  # roots are isolated once for many draws
def _satisfying(coefficients: tuple[Fraction, ...], relation: str) -> list[Interval]:
    whole = primitive(coefficients)
    if len(whole) <= 1:
        return [Interval()] if compare(coefficients[0], relation) else []
    simple = squarefree(whole)
    exact = rational_roots(simple)
    if relation == "==":
        return [Interval(root, root, True, True) for root in exact]
    marks: list[tuple[Fraction, Fraction]] = sorted(
        [*((root, root) for root in exact), *_irrational(simple, exact)],
    )
    turned = -1 if next(c for c in reversed(coefficients) if c) < 0 else 1
    return _between(whole, turned, marks, relation)


def _irrational(simple: tuple[int, ...], exact: Sequence[Fraction]) -> list[tuple[Fraction, Fraction]]:
    found = []
    for interval in isolate(simple):
        low, high = narrowed(simple, interval, CLOSE)
        if not any(low <= root <= high for root in exact):
            found.append((low, high))
    return found


def _between(
    whole: tuple[int, ...], turned: int, marks: Sequence[tuple[Fraction, Fraction]], relation: str
) -> list[Interval]:
    """Return the stretches between roots on which the polynomial, or its negative, is positive, and roots alone."""
    closed = relation == ">="
    ends: list[tuple[Fraction | None, Fraction | None]] = [(None, None), *marks, (None, None)]
    found: list[Interval] = []
    for before, after in pairwise(ends):
        low, high = before[1], after[0]
        rational_low, rational_high = closed and before[0] == before[1], closed and after[0] == after[1]
        if sign_at(whole, _middle(low, high)) == turned:
            found.append(Interval(low, high, rational_low and low is not None, rational_high and high is not None))
    touching = [low for low, high in marks if low == high and closed]
    alone = [root for root in touching if not any(root in (part.low, part.high) for part in found)]
    return sorted([*found, *(Interval(root, root, True, True) for root in alone)], key=_start)


def _middle(low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is None:
        return Fraction(0) if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def _start(part: Interval) -> tuple[bool, Fraction]:
    return part.low is not None, part.low or Fraction(0)
