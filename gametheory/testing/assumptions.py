"""Whether assumptions go together, which of them say something of their own, and where each alone fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gametheory.deduction import search, small_point
from gametheory.formulas.formula import TRUE, negate
from gametheory.formulas.solver import check
from gametheory.point import Point
from gametheory.premise import Premise, Premises, premises


@dataclass(frozen=True)
class Assumption:
    """One premise among others.

    Parameters
    ----------
    premise : Premise
        The premise, or the bound of a parameter.
    status : {"needed", "implied", "undecided"}
        Whether the others leave a point at which it fails.
    witness : Point or None
        For a needed one: a point at which it alone fails.
    implied_by : Premises
        For an implied one: a smallest set of the others from which it follows.
    reason : str
        For an undecided one: what was tried.
    """

    premise: Premise
    status: str
    witness: Point | None = None
    implied_by: Premises = field(default_factory=Premises)
    reason: str = ""

    def __str__(self) -> str:
        if self.status == "needed":
            return f"{self.premise}: needed; it alone fails at {self.witness}"
        if self.status == "implied":
            return f"{self.premise}: implied by {self.implied_by}"
        return f"{self.premise}: undecided ({self.reason})"


@dataclass(frozen=True)
class AssumptionsReport:
    """What is to be said of some assumptions.

    Parameters
    ----------
    title : str
        Whose they are.
    status : {"consistent", "contradictory", "undecided"}
        Whether some point satisfies them all.
    assumptions : tuple of Assumption
        One each, in their order, bounds of parameters last; empty unless they are consistent.
    witness : Point or None
        A point that satisfies them all, if they are consistent.
    core : Premises
        The smallest contradiction, if they are contradictory.
    reason : str
        What was tried, if it is undecided.
    """

    title: str
    status: str
    assumptions: tuple[Assumption, ...] = ()
    witness: Point | None = None
    core: Premises = field(default_factory=Premises)
    reason: str = ""

    @property
    def implied(self) -> tuple[Premise, ...]:
        """The premises that follow from the others; not all of them may be dropped at once."""
        return tuple(one.premise for one in self.assumptions if one.status == "implied")

    def __str__(self) -> str:
        if self.status == "contradictory":
            return f"The assumptions of {self.title} contradict each other: {self.core}"
        if self.status == "undecided":
            return f"Whether the assumptions of {self.title} contradict each other is undecided ({self.reason})"
        if not self.assumptions:
            return f"{self.title} assumes nothing"
        head = f"The assumptions of {self.title} are consistent, for example at {self.witness}"
        return "\n".join([head, *(f"  {one}" for one in self.assumptions)])


def check_assumptions(game: Any, also: Any = ()) -> AssumptionsReport:
    """Say whether assumptions are consistent, which of them the others imply, and where each alone fails.

    Parameters
    ----------
    game : game of any form, Premises, Region, or relations
        Whose premises are looked at, bounds of parameters included; of a region, those it is read under.
    also : relations, Premise or Premises, optional
        Further ones.

    Returns
    -------
    AssumptionsReport
        It prints as a table. Two premises that say the same imply each other: drop implied ones one at a time.

    Raises
    ------
    AssumptionError
        For something that is not a relation.

    Examples
    --------
    >>> import gametheory as gt
    >>> T, R, P = gt.parameters("T R P")
    >>> print(gt.testing.check_assumptions((T > R, R > P, T > P)))
    The assumptions of the premises are consistent, for example at P = 0, R = 1, T = 2
      T > R: needed; it alone fails at P = 0, R = 1, T = 1
      R > P: needed; it alone fails at P = 0, R = 0, T = 1
      T > P: implied by T > R, R > P
    """
    given = game.premises if hasattr(game, "premises") else game
    parameters = tuple(getattr(game, "parameters", ())) if hasattr(game, "premises") else ()
    assumed = premises(given, also, parameters=parameters)
    title = str(getattr(game, "name", "") or getattr(game, "title", "") or "the premises")
    symbols = {parameter.name: parameter for parameter in assumed.parameters}
    answer = check(assumed.formulas)
    if answer.status == "unsat":
        return AssumptionsReport(title, "contradictory", core=assumed.core)
    if answer.values is None:
        return AssumptionsReport(title, "undecided", reason=answer.reason)
    example = small_point(assumed, TRUE, answer.values, symbols)
    looked_at = tuple(_looked_at(one, assumed, symbols) for one in assumed.all)
    return AssumptionsReport(title, "consistent", looked_at, example)


def _looked_at(premise: Premise, assumed: Premises, symbols: dict[str, Any]) -> Assumption:
    """Ask whether a premise may fail where all the others hold."""
    others = assumed.without(Premises((premise,), (premise,)))
    failing = negate(premise.formula)
    found = search(others, failing)
    if found.values is not None:
        return Assumption(premise, "needed", small_point(others, failing, found.values, symbols))
    if found.status == "impossible":
        return Assumption(premise, "implied", implied_by=others.needed_against((failing,)))
    return Assumption(premise, "undecided", reason=found.reason)
