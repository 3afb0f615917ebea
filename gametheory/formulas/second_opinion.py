"""A second opinion: the same question as SMT-LIB text, put to cvc5, which shares no code with z3."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from gametheory.formulas.formula import Formula, conjunction
from gametheory.formulas.smtlib import assertions, is_linear, variables
from gametheory.formulas.solver import DEFAULT, Limit

PATIENCE = 1
"""Seconds that cvc5 may overrun its own limit, starting and reading included, before its process is ended."""

QUESTION = """
import sys

import cvc5

terms = cvc5.TermManager()
solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
solver.setOption("tlimit-per", sys.argv[1])
parser = cvc5.InputParser(solver, symbols)
parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, sys.stdin.read(), "formulas")
while not (command := parser.nextCommand()).isNull():
    answer = command.invoke(solver, symbols)
print(answer)
"""
"""What the child process runs. It is a process of its own because some steps of cvc5 heed no limit."""


def agrees(formulas: Sequence[Formula], limit: Limit = DEFAULT) -> bool | None:
    """Ask cvc5 whether no real point satisfies all the formulas.

    Parameters
    ----------
    formulas : sequence of Formula
        What is thought to be contradictory.
    limit : Limit
        Its seconds bind; its steps are z3's.

    Returns
    -------
    bool or None
        True: contradictory. False: some real point, perhaps irrational, satisfies them. None: cvc5 is not installed,
        or gave up.

    Examples
    --------
    >>> from gametheory.formulas.formula import atom
    >>> from gametheory.formulas.polynomial import variable
    >>> x = variable("x")
    >>> agrees([atom([x, x], "<")]) in (True, None)
    True
    """
    if find_spec("cvc5") is None:
        return None
    command = (sys.executable, "-P", "-c", QUESTION, str(limit.seconds * 1000))
    try:
        asked = subprocess.run(
            command, input=smtlib(formulas), capture_output=True, text=True, timeout=limit.seconds + PATIENCE
        )
    except subprocess.TimeoutExpired:
        return None
    return {"unsat": True, "sat": False}.get(asked.stdout.strip())


def smtlib(formulas: Sequence[Formula]) -> str:
    """Return the question whether some real point satisfies all the formulas, as an SMT-LIB 2 script.

    Parameters
    ----------
    formulas : sequence of Formula
        Their variables are called v0, v1, ... in the order of their names.

    Examples
    --------
    >>> from gametheory.formulas.formula import atom
    >>> from gametheory.formulas.polynomial import variable
    >>> print(smtlib([atom([variable("T") - variable("R")], ">")]))
    (set-logic QF_LRA)
    (declare-const v0 Real)
    (declare-const v1 Real)
    (assert (> (+ (* (- 1.0) v0) v1) 0.0))
    (check-sat)
    """
    formula = conjunction(formulas)
    logic = "QF_LRA" if is_linear(formula) else "QF_NRA"
    return "\n".join((f"(set-logic {logic})", assertions(formula, variables(formula)), "(check-sat)"))
