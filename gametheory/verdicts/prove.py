"""Deciding statements: always, never, possible, exactly; pairs of points are compared next door."""

from __future__ import annotations

from typing import Any

from gametheory.deduction import discharge, search, small_point
from gametheory.errors import ConceptError, Undecided
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import TRUE, Formula
from gametheory.formulas.solver import DEFAULT, Limit
from gametheory.point import Point
from gametheory.premise import Premises, premises
from gametheory.recipes import Combined, Complement, Recipe
from gametheory.region import Region, make_region
from gametheory.verdicts.monotonicity import directed_verdict
from gametheory.verdicts.proof import Proof, refute
from gametheory.verdicts.recheck import holds_as_written
from gametheory.verdicts.statement import Statement, as_statement
from gametheory.verdicts.verdict import Verdict, settled


def prove(statement: Any, assuming: Any = None, *, limit: Limit = DEFAULT) -> Verdict:
    """Decide a statement.

    Parameters
    ----------
    statement : Statement, Region or relation
        A region or a relation means that it always holds.
    assuming : relations, Premise or Premises, optional
        Used instead of the premises of the statement's regions; the bounds of their parameters stay.
    limit : Limit
        For each question to the solver.

    Returns
    -------
    Verdict
        "proved" only if a failure is impossible and the premises are satisfiable; counterexamples and witnesses are
        checked again with exact fractions in the original payoffs; everything else is "undecided".

    Raises
    ------
    UndefinedPayoffError
        If a payoff divides by zero at some point of the premises.
    ConceptError
        If a region cannot be rebuilt under the premises (no single punishment, say).

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P, S = gt.parameters("T R P S")
    >>> print(gt.prove(T > P, assuming=gt.descending(T, R, P, S)))
    proved: T > P
      uses: T > R, R > P
      not needed: P > S
      proof: certified
    """
    return _decided(statement, assuming, limit, detailed=True)


def status_of(statement: Any, assuming: Any = None) -> str:
    """Return the status that :func:`prove` would give, without working out what a proof needs."""
    return _decided(statement, assuming, DEFAULT, detailed=False).status


def is_proved(statement: Any, assuming: Any) -> bool:
    """Say whether a statement is proved; False may mean undecided."""
    return status_of(statement, assuming) == "proved"


def _decided(statement: Any, assuming: Any, limit: Limit, *, detailed: bool) -> Verdict:
    asked = as_statement(statement)
    given = _in_force(asked, assuming)
    symbols = {p.name: p for region in asked.regions for p in region.parameters} | {p.name: p for p in given.parameters}
    start = search(given, TRUE, limit)
    if start.status == "impossible":
        return Verdict(status="vacuous", statement=asked, core=given.core, premises=given.core)
    if start.values is None:
        return Verdict(status="undecided", statement=asked, premises=given, reason=start.reason)
    try:
        consistent_at = small_point(given, TRUE, start.values, symbols) if detailed else None
        return _Question(asked, given, symbols, limit, consistent_at).verdict()
    except Undecided as error:
        return Verdict(status="undecided", statement=asked, premises=given, reason=str(error))


def when(statement: Any, assuming: Any = None) -> Region:
    """Return the region in which a statement holds.

    Parameters
    ----------
    statement : Statement, Region or relation
        "grows" and "shrinks" compare pairs of points and have no such region.
    assuming : relations, Premise or Premises, optional
        Used instead of the premises of the statement's regions.

    Returns
    -------
    Region
        Exact: inside it the statement holds, outside it does not.

    Examples
    --------
    >>> import gametheory as gt
    >>> x, y = gt.parameters("x y")
    >>> print(gt.when(x**2 > y**2, assuming=(x > 0, y > 0)))
    x > y
    """
    asked = as_statement(statement)
    return _goal(asked, _in_force(asked, assuming).required())


def _in_force(statement: Statement, assuming: Any) -> Premises:
    parameters = {p for region in statement.regions for p in region.parameters}
    parameters |= {statement.parameter} if statement.parameter is not None else set()
    if assuming is None:
        own = Premises().joined(*(region.premises for region in statement.regions))
        return premises(own, parameters=parameters)
    return premises(assuming, parameters=parameters)


def _goal(statement: Statement, given: Premises) -> Region:
    """Return where the statement holds, under the premises in force."""
    first = statement.region.recipe
    recipe: Recipe
    match statement.kind:
        case "always" | "possible":
            recipe = first
        case "never":
            recipe = Complement(first)
        case "exactly":
            second = statement.regions[1].recipe
            neither = Combined("and", (Complement(first), Complement(second)))
            recipe = Combined("or", (Combined("and", (first, second)), neither))
        case kind:
            raise ConceptError(f'"{kind}" compares pairs of points, so no region of single points says where it holds.')
    parameters = [p for region in statement.regions for p in region.parameters]
    return make_region(recipe, given, parameters, str(statement))


class _Question:
    """A statement under consistent premises."""

    def __init__(
        self, statement: Statement, given: Premises, symbols: dict[str, Any], limit: Limit, consistent_at: Point | None
    ) -> None:
        self.statement, self.given, self.symbols, self.limit = statement, given, symbols, limit
        self.consistent_at = consistent_at
        if consistent_at is not None and not all(holds_as_written(f, consistent_at.named) for f in given.formulas):
            raise Undecided(f"the point {consistent_at} did not pass the check in the premises as written")
        self.conditions = [region.recipe(given) for region in statement.regions]
        self.owed = [f for c in self.conditions for f in discharge(given, c, symbols, limit)]

    def verdict(self) -> Verdict:
        match self.statement.kind:
            case "possible":
                return self._existence()
            case "grows" | "shrinks":
                return directed_verdict(self.statement, self.conditions[0], self.given, self.proved_by, self.limit)
            case _:
                return self._universal()

    def proved_by(self, failures: list[Formula], reading: Any = lambda formula: formula) -> Proof:
        """Return the proof that none of the failures is possible, nor a payoff without a value."""
        if self.consistent_at is None:  # only the status is wanted
            return Proof((), None)
        parts = [refute(self.given, failure, reading) for failure in failures]
        return Proof((*parts, *(refute(self.given, failure) for failure in self.owed)), self.consistent_at)

    def _universal(self) -> Verdict:
        failures = _failures(self.statement, self.conditions)
        found = [(text, condition, search(self.given, condition.formula, self.limit)) for text, condition in failures]
        goal = _goal(self.statement, self.given)
        if all(finding.status == "impossible" for _, _, finding in found):
            proof = self.proved_by([condition.formula for _, condition, _ in found])
            return settled(self.statement, self.given, "proved", proof, condition=goal, witness=self.consistent_at)
        counterexamples = tuple(
            (text, self._point(condition, finding.values))
            for text, condition, finding in found
            if finding.values is not None
        )
        holding = search(self.given, goal.condition.formula, self.limit)
        first = counterexamples[0][1] if counterexamples else None
        if counterexamples and holding.status == "impossible":
            proof = self.proved_by([goal.condition.formula])
            return settled(
                self.statement, self.given, "refuted", proof, counterexample=first, counterexamples=counterexamples
            )
        witness = None if holding.values is None else self._point(goal.condition, holding.values)
        open_ones = [finding for _, _, finding in found if finding.status == "open"]
        open_ones += [holding] if holding.status == "open" else []
        status = "conditional" if counterexamples and witness is not None else "undecided"
        return Verdict(
            status=status,
            statement=self.statement,
            premises=self.given,
            condition=goal.simplify() if status == "conditional" else None,
            witness=witness,
            counterexample=first,
            counterexamples=counterexamples,
            reason="; ".join(dict.fromkeys(finding.reason for finding in open_ones)) if status == "undecided" else "",
        )

    def _existence(self) -> Verdict:
        goal = _goal(self.statement, self.given)
        finding = search(self.given, goal.condition.formula, self.limit)
        if finding.status == "impossible":
            proof = self.proved_by([goal.condition.formula])
            return settled(self.statement, self.given, "refuted", proof)
        if finding.values is None:
            raise Undecided(finding.reason)
        witness = self._point(goal.condition, finding.values)
        proof = self.proved_by([])
        return Verdict(
            status="proved",
            statement=self.statement,
            premises=self.given,
            condition=goal.simplify(),
            witness=witness,
            proof=proof,
        )

    def _point(self, condition: Condition, values: Any) -> Point:
        """Return a small point of the condition, after a second look in the payoffs as written."""
        point = small_point(self.given, condition.formula, values, self.symbols)
        if not all(holds_as_written(formula, point.named) for formula in (condition.formula, *self.given.formulas)):
            raise Undecided(f"the point {point} did not pass the check in the original payoffs")
        return point


def _failures(statement: Statement, conditions: list[Condition]) -> list[tuple[str, Condition]]:
    """Return the ways in which a universal statement may fail."""
    match statement.kind:
        case "always":
            return [("fails", ~conditions[0])]
        case "never":
            return [("holds", conditions[0])]
        case _:
            first, second = conditions
            return [("the first alone", first & ~second), ("the second alone", ~first & second)]
