"""The smallest set of assumptions that settles a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from gametheory.formulas.display import size
from gametheory.formulas.formula import Formula, conjunction, evaluate
from gametheory.formulas.large_core import irreducible_core
from gametheory.formulas.solver import DEFAULT, Limit, check

LARGE = 300
"""Nodes of a background for which the smallest set would take too long to find."""

MOST_CHECKS = 400
"""After so many questions the search for the smallest set settles for a minimal one."""


def smallest_core(
    assumptions: Sequence[Formula],
    background: Sequence[Formula],
    cost: Callable[[int], int] = lambda index: 0,
    limit: Limit = DEFAULT,
) -> tuple[int, ...]:
    """Return the indices of a smallest subset of assumptions that contradicts the background.

    Parameters
    ----------
    assumptions : sequence of Formula
        Together with the background they are known to be unsatisfiable.
    background : sequence of Formula
        Always there: the question, and what is not counted.
    cost : callable
        Breaks ties between subsets of one size: the smallest sum wins, then the earliest assumptions.

    Returns
    -------
    tuple of int
        Smallest wherever the background is not LARGE, no check was undecided and at most MOST_CHECKS were needed;
        otherwise a subset from which no single assumption can be left out.
    """
    if assumptions and size(conjunction(background)) > LARGE:
        return irreducible_core(assumptions, background, cost, limit)
    satisfied: list[frozenset[int]] = []
    checks = 0
    for count in range(len(assumptions)):
        for subset in sorted(combinations(range(len(assumptions)), count), key=lambda s: (sum(map(cost, s)), s)):
            if any(known.issuperset(subset) for known in satisfied):
                continue
            checks += 1
            answer = check((*background, *(assumptions[i] for i in subset)), limit)
            if answer.status == "unsat":
                return subset
            if answer.values is not None:
                # Whatever else holds at this point cannot be part of a contradiction with this subset alone.
                satisfied.append(_holding(assumptions, answer.values) | frozenset(subset))
            if checks >= MOST_CHECKS:
                return _minimal(assumptions, background, limit)
    return tuple(range(len(assumptions)))


def _holding(assumptions: Sequence[Formula], values: object) -> frozenset[int]:
    def holds(formula: Formula) -> bool:
        try:
            return evaluate(formula, values)  # type: ignore[arg-type]
        except KeyError:  # a variable that the smaller question did not mention: it may take any value
            return False

    return frozenset(i for i, formula in enumerate(assumptions) if holds(formula))


def _minimal(assumptions: Sequence[Formula], background: Sequence[Formula], limit: Limit) -> tuple[int, ...]:
    kept = list(range(len(assumptions)))
    for index in list(kept):
        rest = [i for i in kept if i != index]
        if check((*background, *(assumptions[i] for i in rest)), limit).status == "unsat":
            kept = rest
    return tuple(kept)
