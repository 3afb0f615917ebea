"""Numbers between which a parameter lies because of comparisons that are not linear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gametheory.formulas.formula import Atom, Leaf, atom
from gametheory.formulas.polynomial import constant, variable
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import check

RUNGS = (0, 1, 2, 5, 10, 100)
"""The bounds that are tried, with either sign."""


def implied_bounds(literals: Sequence[Atom], names: Iterable[str]) -> list[Atom]:
    """Return bounds of parameters that follow from a conjunction, the closest of those tried.

    A parameter drawn without regard to a comparison that limits it would hardly ever satisfy it.
    """
    found: list[Atom] = []
    for name in names:
        for sign in (1, -1):
            bound = _least(literals, name, sign)
            if bound is not None:
                leaf = atom((constant(bound) - constant(sign) * variable(name),), ">=")
                assert isinstance(leaf, Leaf)  # it mentions the parameter
                found.append(leaf.atom)
    return found


def _least(literals: Sequence[Atom], name: str, sign: int) -> int | None:
    """Return the least number tried that the parameter, times a sign, never exceeds."""
    known = tuple(map(Leaf, literals))

    def holds(bound: int) -> bool:
        beyond = atom((constant(sign) * variable(name) - constant(bound),), ">")
        return check((*known, beyond), QUICK).status == "unsat"

    tried = sorted({sign * rung for rung in RUNGS for sign in (1, -1)})
    if not holds(tried[-1]):
        return None
    low, high = 0, len(tried) - 1  # the last one holds
    while low < high:
        middle = (low + high) // 2
        if holds(tried[middle]):
            high = middle
        else:
            low = middle + 1
    return tried[low]
