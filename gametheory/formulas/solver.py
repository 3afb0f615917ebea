"""Deciding formulas: z3 behind one small door, every model re-checked with exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from hashlib import sha256
from threading import local
from typing import Any

from gametheory.formulas.formula import Formula, conjunction, evaluate, is_false
from gametheory.formulas.smtlib import assertions, is_linear, variables


@dataclass(frozen=True, slots=True)
class Limit:
    """How hard to try.

    Parameters
    ----------
    steps : int
        z3's resource count, the same on every machine; the limit that is meant to bind.
    seconds : int
        Wall-clock seconds, the net below it; z3 may overshoot it.
    """

    steps: int = 20_000_000
    seconds: int = 20


DEFAULT = Limit()

MOST_REMEMBERED = 4_000
"""So many decided questions are remembered by each thread; then the oldest is forgotten."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found.

    Parameters
    ----------
    status : {"sat", "unsat", "unknown"}
        "sat" only with a rational point that was checked exactly.
    values : mapping of str to Fraction, or None
        The point.
    reason : str
        For "unknown": what was tried and how it ended.
    """

    status: str
    values: Mapping[str, Fraction] | None = None
    reason: str = ""


def check(formulas: Iterable[Formula], limit: Limit = DEFAULT) -> Answer:
    """Decide whether some rational point satisfies all the formulas.

    Complete for linear formulas; for others z3 may give up ("unknown"), and a set whose only points are irrational
    is "unknown" too, never "unsat".

    A question that this thread asked before, word for word and with the same limit, is answered from memory.
    """
    formula = conjunction(formulas)
    if is_false(formula):
        return Answer("unsat")
    words = variables(formula)
    if not words:
        return Answer("sat", {}) if evaluate(formula, {}) else Answer("unsat")
    text = assertions(formula, words)
    # The digest, because the text of a large tree is long.
    question = sha256(text.encode()).digest(), tuple(words), limit
    answer = _MEMORY.answers.get(question)
    if answer is None:
        answer = _Query(formula, words, text, limit).answer()
        if answer.status != "unknown":  # another try may end elsewhere: the clock is one of the limits
            _MEMORY.keep(question, answer)
    # Its own values: what a caller does to them must not be remembered.
    return answer if answer.values is None else replace(answer, values=dict(answer.values))


def limited(solver: Any, limit: Limit) -> Any:
    """Return a solver of z3 that keeps to a limit in every question."""
    solver.set("rlimit", limit.steps)
    solver.set("timeout", limit.seconds * 1000)
    return solver


@dataclass
class _Memory(local):
    """What this thread has decided, by the question.

    A question gets the answer it would get if it were asked again, for each is asked in a context of its own. Most are
    asked again: the premises of a game are one for all its outcomes, and to set up a context takes z3 longer than to
    decide a short question.
    """

    answers: dict[tuple[bytes, tuple[str, ...], Limit], Answer] = field(default_factory=dict)

    def keep(self, question: tuple[bytes, tuple[str, ...], Limit], answer: Answer) -> None:
        if len(self.answers) >= MOST_REMEMBERED:
            del self.answers[next(iter(self.answers))]
        self.answers[question] = answer


_MEMORY = _Memory()


class _Query:
    """One question to z3."""

    def __init__(self, formula: Formula, words: dict[str, str], text: str, limit: Limit) -> None:
        import z3  # here, because games of numbers need no solver

        # A context of its own: none may be shared between threads, and in a used one z3 may offer another point.
        self.z3, self.context = z3, z3.Context()
        self.limit, self.formula = limit, formula
        self.variables = {name: self.z3.Real(word, self.context) for name, word in words.items()}
        # As text: z3 reads it many times faster than its Python calls build it, and nothing is divided by a term.
        self.assertions = self.z3.parse_smt2_string(text, ctx=self.context)

    def answer(self) -> Answer:
        """Ask the procedure that fits; if it gives up, ask the general one."""
        tried = []
        for name in ("QF_LRA",) if is_linear(self.formula) else ("qfnra-nlsat", "QF_NRA"):
            solver = self._solver(name)
            solver.add(self.assertions)
            result = str(solver.check())
            if result == "unsat":
                return Answer("unsat")
            if result == "sat":
                return self._checked(solver.model())
            tried.append(f"z3 {name}: {solver.reason_unknown()}")
        return Answer("unknown", reason="; ".join(tried))

    def _solver(self, name: str) -> Any:
        if name == "qfnra-nlsat":
            return limited(self.z3.Tactic(name, ctx=self.context).solver(), self.limit)
        return limited(self.z3.SolverFor(name, ctx=self.context), self.limit)

    def _checked(self, model: Any) -> Answer:
        """Turn a model into a rational point that satisfies the formula, or say that none was found."""
        point = self._point(model)
        if evaluate(self.formula, point):
            return Answer("sat", point)
        irrational = {
            name: value for name, value in self._values(model).items() if not self.z3.is_rational_value(value)
        }
        if not irrational:
            return Answer("unknown", reason="z3 offered a point that does not satisfy the formula")
        return self._near(model, irrational)

    def _values(self, model: Any) -> dict[str, Any]:
        return {name: model.eval(variable, model_completion=True) for name, variable in self.variables.items()}

    def _point(self, model: Any) -> dict[str, Fraction]:
        return {name: _rational(value) for name, value in self._values(model).items()}

    def _near(self, model: Any, irrational: Mapping[str, Any]) -> Answer:
        """Fix one irrational coordinate after another at a rational nearby, while a model is left."""
        fixed: list[Any] = []
        for name, value in irrational.items():
            for near in _neighbours(value):
                solver = self._solver("QF_NRA")
                solver.add(self.assertions, *fixed, self._equals(name, near))
                if str(solver.check()) == "sat":
                    fixed.append(self._equals(name, near))
                    model = solver.model()
                    break
        point = self._point(model)
        if evaluate(self.formula, point):
            return Answer("sat", point)
        return Answer("unknown", reason="z3 found only a point with an irrational coordinate")

    def _equals(self, name: str, value: Fraction) -> Any:
        # Through text: z3 would read a Python division as a float.
        return self.variables[name] == self.z3.RealVal(str(value), self.context)


def _rational(value: Any) -> Fraction:
    """Return a z3 number as a Fraction: exact if it is rational, close to it if it is algebraic."""
    number = value if hasattr(value, "numerator_as_long") else value.approx(20)
    return Fraction(number.numerator_as_long(), number.denominator_as_long())


def _neighbours(value: Any) -> Iterable[Fraction]:
    """Return rationals close to an algebraic number, the simplest first."""
    close = _rational(value)
    return dict.fromkeys(close.limit_denominator(bound) for bound in (1, 10, 1000, 10**6))
