"""A set of assumptions that settles a question about a large formula, and from which none can be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gametheory.formulas.formula import Formula, atom, conjunction, disjunction
from gametheory.formulas.polynomial import variable
from gametheory.formulas.smtlib import assertions, is_linear, variables
from gametheory.formulas.solver import Limit


def irreducible_core(
    assumptions: Sequence[Formula], background: Sequence[Formula], cost: Callable[[int], int], limit: Limit
) -> tuple[int, ...]:
    """Return the indices of assumptions that contradict the background, none of which can be left out.

    The background is read by z3 once; each assumption is switched on by a label. Asking anew for every subset, as for
    small formulas, would read it again each time.

    Parameters
    ----------
    assumptions, background : sequence of Formula
        Known to be unsatisfiable together.
    cost : callable
        The cheapest assumptions are tried alone first; then the dearest are left out first.
    limit : Limit
        For each question. A question that is not settled within it counts as "cannot be left out".
    """
    import z3  # here, because games of numbers need no solver

    labels = [variable(f"label {index}") for index in range(len(assumptions))]  # no parameter has a space in its name
    switched = (disjunction((atom((label,), "<="), one)) for label, one in zip(labels, assumptions, strict=True))
    formula = conjunction((*background, *switched))
    words = variables(formula)
    context = z3.Context()
    solver = z3.SolverFor("QF_LRA" if is_linear(formula) else "QF_NRA", ctx=context)
    solver.set("rlimit", limit.steps)
    solver.set("timeout", limit.seconds * 1000)
    solver.add(z3.parse_smt2_string(assertions(formula, words), ctx=context))
    switches = {}
    for index in range(len(assumptions)):
        word = words.get(f"label {index}")
        if word is not None:  # an assumption that is true whatever happens has none
            switch = z3.Bool(f"switch {index}", context)
            solver.add(z3.Implies(switch, z3.Real(word, context) > 0))
            switches[index] = switch
    least = min(map(cost, switches), default=0)
    cheapest = [switch for index, switch in switches.items() if cost(index) == least]
    if str(solver.check(*cheapest)) != "unsat" and str(solver.check(*switches.values())) != "unsat":
        return tuple(range(len(assumptions)))
    core = _named(solver, switches)
    for index in sorted(core, key=lambda index: (-cost(index), -index)):
        rest = [switches[other] for other in core if other != index]
        if index in core and str(solver.check(*rest)) == "unsat":
            core = _named(solver, switches)
    # Some versions of z3 name too few assumptions.
    enough = str(solver.check(*(switches[index] for index in core))) == "unsat"
    return tuple(sorted(core)) if enough else tuple(range(len(assumptions)))


def _named(solver: object, switches: dict[int, object]) -> frozenset[int]:
    named = {str(one) for one in solver.unsat_core()}  # type: ignore[attr-defined]
    return frozenset(index for index, switch in switches.items() if str(switch) in named)
