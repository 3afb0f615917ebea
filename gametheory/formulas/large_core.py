"""A set of assumptions that settles a question about a large formula, and from which none can be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gametheory.formulas.formula import Formula
from gametheory.formulas.solver import Limit
from gametheory.formulas.switches import Switches


def irreducible_core(
    assumptions: Sequence[Formula], background: Sequence[Formula], cost: Callable[[int], int], limit: Limit
) -> tuple[int, ...]:
    """Return the indices of assumptions that contradict the background, none of which can be left out.

    Parameters
    ----------
    assumptions, background : sequence of Formula
        Known to be unsatisfiable together.
    cost : callable
        The cheapest assumptions are tried alone first; then the dearest are left out first.
    limit : Limit
        For each question. A question that is not settled within it counts as "cannot be left out".
    """
    switches = Switches(assumptions, background, limit)
    least = min(map(cost, switches.indices), default=0)
    cheapest = [index for index in switches.indices if cost(index) == least]
    if switches.status(cheapest) != "unsat" and switches.status(switches.indices) != "unsat":
        return tuple(range(len(assumptions)))
    core = switches.core()
    for index in sorted(core, key=lambda index: (-cost(index), -index)):
        if index in core and switches.status(core - {index}) == "unsat":
            core = switches.core()
    enough = switches.status(core) == "unsat"
    return tuple(sorted(core)) if enough else tuple(range(len(assumptions)))
