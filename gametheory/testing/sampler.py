"""Points of a set, drawn step by step; how often a draw succeeds, and what makes it fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from gametheory.formulas.formula import Atom, Formula, evaluate
from gametheory.formulas.polynomial import Polynomial
from gametheory.premise import Premise
from gametheory.testing.elimination import Plan, Step
from gametheory.testing.intervals import EVERYTHING, Interval
from gametheory.testing.numbers_drawn import Chooser, Scale, number
from gametheory.testing.roots import satisfying

MEASURED = 200
"""Draws by which the acceptance rate is measured."""


@dataclass(frozen=True)
class Acceptance:
    """How many of some draws satisfied everything.

    Parameters
    ----------
    accepted, drawn : int
        Counts.
    blamed : tuple of (Premise, int)
        Premises that failed, and how often, the worst first.
    """

    accepted: int
    drawn: int
    blamed: tuple[tuple[Premise, int], ...] = ()

    @property
    def rate(self) -> Fraction:
        """The part of the draws that was accepted."""
        return Fraction(self.accepted, self.drawn)


@dataclass(frozen=True)
class Sampler:
    """Draws points of a formula.

    Parameters
    ----------
    plans : tuple of Plan
        One is chosen for each draw.
    formula : Formula
        Holds at every point that is accepted.
    scale : Scale
        How far numbers go.
    """

    plans: tuple[Plan, ...]
    formula: Formula
    scale: Scale

    @property
    def complete(self) -> bool:
        """Whether every draw succeeds."""
        return all(plan.complete for plan in self.plans)

    def attempt(self, choose: Chooser) -> tuple[dict[str, Fraction], bool]:
        """Return a point, and whether it satisfies the formula."""
        plan = self.plans[choose.integer(0, len(self.plans) - 1) if len(self.plans) > 1 else 0]
        values: dict[str, Fraction] = {}
        for step in plan.steps:
            parts = allowed(step, values)
            part = parts[choose.integer(0, len(parts) - 1) if len(parts) > 1 else 0]
            values[step.name] = number(choose, part, self.scale)
        return values, evaluate(self.formula, values)

    def measured(self, premises: Iterable[Premise], seed: int = 0) -> Acceptance:
        """Return how often a draw succeeds, and which premises fail when it does not."""
        choose = _Seeded(Random(seed))
        watched = tuple(premises)
        blamed: Counter[int] = Counter()
        accepted = 0
        for _ in range(MEASURED):
            values, good = self.attempt(choose)
            accepted += good
            if not good:
                blamed.update(i for i, premise in enumerate(watched) if not evaluate(premise.formula, values))
        worst = sorted(blamed.items(), key=lambda pair: (-pair[1], pair[0]))
        return Acceptance(accepted, MEASURED, tuple((watched[i], count) for i, count in worst))


@dataclass(frozen=True)
class _Seeded:
    generator: Random

    def integer(self, low: int, high: int) -> int:
        return self.generator.randint(low, high)


def allowed(step: Step, values: Mapping[str, Fraction]) -> list[Interval]:
    """Return where a parameter may lie once the earlier ones have values; never nothing.

    A comparison that leaves nothing is passed over: the point will not be accepted, and will show which premise fails.
    """
    interval = EVERYTHING
    for literal in step.exact:
        narrower = interval.meet(_linear(literal, step.name, values))
        interval = interval if narrower.empty else narrower
    parts = [interval]
    for literal in step.loose:
        pieces = satisfying([c.evaluate(values) for c in literal.factors[0].coefficients(step.name)], literal.relation)
        met = [both for part in parts for piece in pieces if not (both := part.meet(piece)).empty]
        parts = met or parts
    return parts


def _linear(literal: Atom, name: str, values: Mapping[str, Fraction]) -> Interval:
    """Return where a comparison that is linear in a parameter holds."""
    polynomial: Polynomial = literal.factors[0]
    shift, slope = (coefficient.evaluate(values) for coefficient in polynomial.coefficients(name))
    if slope == 0:
        return EVERYTHING
    end, closed = -shift / slope, literal.relation != ">"
    if literal.relation == "==":
        return Interval(end, end, True, True)
    return Interval(low=end, low_closed=closed) if slope > 0 else Interval(high=end, high_closed=closed)
