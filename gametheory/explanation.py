"""What fails at a point, and who would rather do what."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from gametheory.formulas.display import text
from gametheory.formulas.formula import Formula, Leaf, evaluate, fold
from gametheory.formulas.translate import value_at
from gametheory.incentive import Comparison, Incentive, shown
from gametheory.point import Point


@dataclass(frozen=True)
class Failure:
    """One comparison that fails at a point.

    Parameters
    ----------
    incentive : Incentive or None
        Who would deviate how; None for a relation that is nobody's incentive.
    gap : Fraction or None
        What staying is worth there: negative if the player gains by deviating.
    text : str
        One sentence.
    """

    incentive: Incentive | None
    gap: Fraction | None
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Explanation:
    """Why a point lies in a region or not.

    Parameters
    ----------
    holds : bool
        Whether it does.
    failures : tuple of Failure
        What would have to change, in the way that takes the fewest changes; empty if the point is in the region.
    point : Point
        The point.
    """

    holds: bool
    failures: tuple[Failure, ...]
    point: Point

    def __str__(self) -> str:
        if self.holds:
            return f"At {self.point} the condition holds."
        return f"At {self.point} it fails: " + "; ".join(failure.text for failure in self.failures) + "."


def explain_formula(formula: Formula, values: Mapping[str, Fraction], point: Point) -> Explanation:
    """Explain a formula at a point."""

    def failing_leaf(leaf: Leaf) -> tuple[Leaf, ...]:
        return () if leaf.atom.holds(values) else (leaf,)

    def fewest(parts: list[tuple[Leaf, ...]]) -> tuple[Leaf, ...]:
        return min(parts, key=len, default=())

    failing = fold(
        formula,
        failing_leaf,
        lambda parts: tuple(dict.fromkeys(leaf for part in parts for leaf in part)),
        fewest,
    )
    failures = {(leaf.why, leaf.atom): _failure(leaf, values) for leaf in failing}
    return Explanation(evaluate(formula, values), tuple(failures.values()), point)


def _failure(leaf: Leaf, values: Mapping[str, Fraction]) -> Failure:
    reason = leaf.why
    if isinstance(reason, (Incentive, Comparison)):
        # A mixture whose equations do not determine it has no payoffs to speak of: the comparison is shown as it is.
        with suppress(ZeroDivisionError):
            gap = value_at(reason.gap, values)
            if isinstance(reason, Incentive):
                return Failure(reason, gap, _sentence(reason, gap))
            return Failure(None, gap, f"that {reason.text} is {str(leaf.negated).lower()} (the difference is {gap})")
    return Failure(None, None, f"{text(leaf)} is false")


def _sentence(incentive: Incentive, gap: Fraction) -> str:
    here, there = shown(incentive.outcome), shown(incentive.deviation)
    if gap < 0:
        return f"{incentive.player} gains {-gap} by moving from {here} to {there}"
    if gap > 0:
        return f"{incentive.player} loses {gap} by moving from {here} to {there}"
    return f"{incentive.player} is indifferent between {here} and {there}"
