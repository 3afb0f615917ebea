"""Whether raising one parameter alone can lead into a region, or out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from gametheory.errors import Undecided
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import Formula, conjunction, negate
from gametheory.formulas.solver import Limit
from gametheory.point import make_point
from gametheory.premise import Premises
from gametheory.verdicts.pairs import Pairs
from gametheory.verdicts.proof import Proof
from gametheory.verdicts.recheck import holds_as_written
from gametheory.verdicts.statement import Statement
from gametheory.verdicts.verdict import Pair, Verdict, settled


def directed_verdict(
    statement: Statement,
    condition: Condition,
    given: Premises,
    proved_by: Callable[..., Proof],
    limit: Limit,
) -> Verdict:
    """Decide "grows" or "shrinks": no pair of points of the premises, apart in one parameter, goes the wrong way.

    Parameters
    ----------
    statement : Statement
        Of one of the two kinds.
    condition : Condition
        Of its region, under the premises in force.
    given : Premises
        In force, and consistent.
    proved_by : callable
        From failures and what each premise contributes to a Proof.
    limit : Limit
        For each question.
    """
    return _Comparison(statement, condition.formula, given, limit).verdict(proved_by)


class _Comparison:
    def __init__(self, statement: Statement, formula: Formula, given: Premises, limit: Limit) -> None:
        self.statement, self.given, self.formula = statement, given, formula
        self.pairs = Pairs(given, statement.parameter, limit)
        out = conjunction((formula, negate(self.pairs.raised(formula)), self.pairs.apart))
        into = conjunction((negate(formula), self.pairs.raised(formula), self.pairs.apart))
        self.wrong, self.right = (out, into) if statement.kind == "grows" else (into, out)

    def verdict(self, proved_by: Callable[..., Proof]) -> Verdict:
        pairs, wrong, right = map(self.pairs.ask, (self.pairs.apart, self.wrong, self.right))
        if pairs.status == "unsat":
            core = self.given.needed_against((self.pairs.apart,), self.pairs.both)
            reason = f"no two points of the premises differ in {self.pairs.name} alone"
            return Verdict(status="vacuous", statement=self.statement, premises=core, core=core, reason=reason)
        if wrong.status == "unsat" and pairs.status == "sat":
            proof = proved_by([self.wrong], self.pairs.both)
            witness = None if right.values is None else self._pair(self.right, right.values)
            return settled(self.statement, self.given, "proved", proof, witness=witness)
        if wrong.values is None or right.status == "unknown":
            reasons = dict.fromkeys(answer.reason for answer in (pairs, wrong, right) if answer.reason)
            found = None if wrong.values is None else self._pair(self.wrong, wrong.values)
            return Verdict(
                status="undecided",
                statement=self.statement,
                premises=self.given,
                counterexample=found,
                reason="; ".join(reasons),
            )
        counterexample = self._pair(self.wrong, wrong.values)
        if right.values is None:
            return settled(
                self.statement,
                self.given,
                "refuted",
                proved_by([self.right], self.pairs.both),
                counterexample=counterexample,
            )
        return Verdict(
            status="conditional",
            statement=self.statement,
            premises=self.given,
            witness=self._pair(self.right, right.values),
            counterexample=counterexample,
        )

    def _pair(self, formula: Formula, values: Mapping[str, Fraction]) -> Pair:
        """Return the two points with small numbers, after a second look in the payoffs as written."""
        symbols = self.statement.region.symbols | {p.name: p for p in self.given.parameters}
        symbols[self.pairs.name] = self.statement.parameter
        low, high = self.pairs.small(formula, values, symbols)
        before, after = (holds_as_written(self.formula, point) for point in (low, high))
        leads_out = (self.statement.kind == "grows") == (formula is self.wrong)
        if (before, after) != (leads_out, not leads_out):
            raise Undecided("a pair of points did not pass the check in the original payoffs")
        return Pair(make_point(low, symbols), make_point(high, symbols))
