"""Verdicts: a statement proved, refuted, or held to a condition, with what the answer rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gametheory.point import Point
from gametheory.premise import Premises
from gametheory.region import Region
from gametheory.verdicts.proof import Proof
from gametheory.verdicts.statement import Statement

NO_PREMISES = Premises()


@dataclass(frozen=True)
class Pair:
    """Two points that differ in one parameter alone.

    Parameters
    ----------
    low, high : Point
        The parameter is smaller in the first.
    """

    low: Point
    high: Point

    def __str__(self) -> str:
        return f"from ({self.low}) to ({self.high})"


@dataclass(frozen=True, eq=False, kw_only=True)
class Verdict:
    """What was found about a statement. That a model has a property is no evidence that the world has it.

    Parameters
    ----------
    status : str
        "proved", "conditional" (true at some points of the premises, false at others), "refuted" (true at none),
        "vacuous" (the premises contradict each other), "undecided" (the solver gave up within its limit) or "data"
        (a fact or premise that no game decides).
    statement : Statement
        What was asked.
    premises : Premises
        What the answer uses: for a proof, the smallest set found.
    unused : Premises
        The premises in force that the answer does not need.
    condition : Region or None
        Where the statement holds exactly.
    witness : Point, Pair or None
        Where it holds, checked exactly in the original payoffs.
    counterexample : Point, Pair or None
        Where it fails, checked in the same way.
    counterexamples : tuple of (str, Point)
        Every kind of counterexample with its description; for "exactly", a point in each region alone.
    proof : Proof or None
        What was shown impossible and how well, for a proof or a refutation.
    core : Premises or None
        For "vacuous": the smallest set of premises that contradict each other.
    reason : str
        For "undecided" and "data": what was tried, or why no game decides.
    """

    status: str
    statement: Statement | None = None
    premises: Premises = NO_PREMISES
    unused: Premises = NO_PREMISES
    condition: Region | None = None
    witness: Point | Pair | None = None
    counterexample: Point | Pair | None = None
    counterexamples: tuple[tuple[str, Point], ...] = ()
    proof: Proof | None = None
    core: Premises | None = None
    reason: str = ""

    @property
    def uses(self) -> tuple[str, ...]:
        """What the answer takes from utilities beside each player's own order, such as adding them across players."""
        regions = self.statement.regions if self.statement is not None else ()
        return tuple(dict.fromkeys(use for region in regions for use in region.uses))

    def __str__(self) -> str:
        from gametheory.verdicts.text import verdict_text

        return verdict_text(self)


def settled(statement: Statement, given: Premises, status: str, proof: Proof, **found: Any) -> Verdict:
    """Return a verdict that rests on a proof, its premises parted into those used and the rest."""
    return Verdict(
        status=status,
        statement=statement,
        premises=proof.premises,
        unused=given.without(proof.premises),
        proof=proof,
        **found,
    )
