"""Assumptions that are switched on and off over a background that is read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gametheory.formulas.formula import Formula, atom, conjunction, disjunction
from gametheory.formulas.polynomial import variable
from gametheory.formulas.smtlib import assertions, is_linear, variables
from gametheory.formulas.solver import Limit, limited


class Switches:
    """A background, and assumptions that can be added to it for one question at a time.

    Asking anew for every subset of the assumptions would write and read the background each time. What was asked
    before may change what is settled within the limit, and nothing else.

    Parameters
    ----------
    assumptions, background : sequence of Formula
        Every assumption has an index, its place.
    limit : Limit
        For each question.

    Attributes
    ----------
    indices : tuple of int
        The assumptions that say something: one that is true whatever happens is left out.
    """

    def __init__(self, assumptions: Sequence[Formula], background: Sequence[Formula], limit: Limit) -> None:
        import z3  # here, because games of numbers need no solver

        # No parameter has a space in its name.
        labels = [variable(f"label {index}") for index in range(len(assumptions))]
        switched = (disjunction((atom((label,), "<="), one)) for label, one in zip(labels, assumptions, strict=True))
        formula = conjunction((*background, *switched))
        words = variables(formula)
        context = z3.Context()
        self._solver = limited(z3.SolverFor("QF_LRA" if is_linear(formula) else "QF_NRA", ctx=context), limit)
        self._solver.add(z3.parse_smt2_string(assertions(formula, words), ctx=context))
        self._switches = {}
        for index in range(len(assumptions)):
            word = words.get(f"label {index}")
            if word is not None:
                self._switches[index] = z3.Bool(f"switch {index}", context)
                self._solver.add(z3.Implies(self._switches[index], z3.Real(word, context) > 0))
        self.indices = tuple(self._switches)

    def status(self, chosen: Iterable[int]) -> str:
        """Ask about the background with some of the assumptions: "sat", "unsat" or "unknown"."""
        return str(self._solver.check(*(self._switches[index] for index in chosen if index in self._switches)))

    def core(self) -> frozenset[int]:
        """Return assumptions that contradict the background by themselves, after an "unsat".

        Some versions of z3 name too few: ask about them before you rely on it.
        """
        core = self._solver.unsat_core()
        named = {core[place].get_id() for place in range(len(core))}
        return frozenset(index for index, switch in self._switches.items() if switch.get_id() in named)
