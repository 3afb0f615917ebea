"""A player's strategies cut by linear conditions: the corners of what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import gcd

Corner = tuple[int, ...]
"""Coprime whole numbers proportional to the probabilities."""


def corners(size: int, equations: Iterable[Sequence[int]], inequalities: Iterable[Sequence[int]]) -> list[Corner]:
    """Return the corners of the strategies at which some linear forms vanish and others are not negative.

    Parameters
    ----------
    size : int
        The number of actions.
    equations, inequalities : sequences of int
        The coefficients of each form.

    Examples
    --------
    >>> corners(3, [(1, -1, 0)], [(0, 2, -1)])
    [(1, 1, 0), (1, 1, 2)]
    """
    conditions = [tuple(int(i == j) for j in range(size)) for i in range(size)]
    found = list(conditions)
    for forms, exact in ((equations, True), (inequalities, False)):
        for form in forms:
            found = _cut(found, form, exact)
            conditions.append(tuple(form))
            found = _without_mixtures(found, conditions)
    return found


def _cut(found: list[Corner], form: Sequence[int], exact: bool) -> list[Corner]:
    values = [(sum(a * b for a, b in zip(form, corner, strict=True)), corner) for corner in found]
    kept = [corner for value, corner in values if value == 0 or (value > 0 and not exact)]
    above = [pair for pair in values if pair[0] > 0]
    below = [pair for pair in values if pair[0] < 0]
    for (high, first), (low, second) in product(above, below):
        between = [high * b - low * a for a, b in zip(first, second, strict=True)]
        common = gcd(*between)
        kept.append(tuple(entry // common for entry in between))
    return list(dict.fromkeys(kept))


def _without_mixtures(found: list[Corner], conditions: Sequence[Sequence[int]]) -> list[Corner]:
    """Drop the points that are no corners: some other one meets every condition that they meet as an equation."""
    tight = {
        corner: frozenset(
            i for i, form in enumerate(conditions) if not sum(a * b for a, b in zip(form, corner, strict=True))
        )
        for corner in found
    }
    return [c for c in found if not any(tight[c] <= other for d, other in tight.items() if d != c)]
