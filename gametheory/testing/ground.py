"""What points are drawn from: a game of any form, premises, a region, or parameters and relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gametheory.errors import AssumptionError, CapacityError, Undecided, quoted
from gametheory.formulas.formula import TRUE, Formula, conjunction
from gametheory.formulas.simplify import QUICK
from gametheory.formulas.solver import check
from gametheory.premise import Premises, premises
from gametheory.testing.branches import MOST_BRANCHES, branches
from gametheory.testing.elimination import plans
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.sampler import Acceptance, Sampler

LARGEST_SCALE = 10**30

LEAST = Fraction(1, 20)
"""Below this acceptance rate an error says what to do, before Hypothesis starts."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A set of points.

    Parameters
    ----------
    premises : Premises
        What every point satisfies.
    parameters : tuple of Parameter
        What a point gives a value, sorted by name.
    inside : Formula
        What it satisfies beside the premises: that it lies in a region, or on a surface.
    title : str
        What it is, for messages.
    """

    premises: Premises
    parameters: tuple[Any, ...]
    inside: Formula = TRUE
    title: str = "the premises"

    @property
    def symbols(self) -> dict[str, Any]:
        """The parameters by name."""
        return {parameter.name: parameter for parameter in self.parameters}

    @property
    def formula(self) -> Formula:
        """All that a point satisfies."""
        return conjunction((*self.premises.formulas, self.inside))

    def within(self, further: Formula, title: str) -> Ground:
        """Return the part of it that satisfies a further formula."""
        return Ground(self.premises, self.parameters, conjunction((self.inside, further)), title)


def read_ground(given: Any, also: Any = (), further: Iterable[Any] = ()) -> Ground:
    """Return what points are to be drawn from; `further` are parameters to be given values as well.

    Raises
    ------
    AssumptionError
        For something that has no premises, and if there is no point; the smallest contradiction is its `core`.
    """
    inside, title = TRUE, "the premises"
    if isinstance(getattr(given, "premises", None), Premises) and hasattr(given, "parameters"):
        assumed, declared = given.premises, given.parameters
        if hasattr(given, "readable"):  # a region
            inside, title = given.readable.formula, given.title or "the region"
    elif isinstance(given, Premises):
        assumed, declared = given, given.parameters
    else:
        items = list(given) if isinstance(given, (tuple, list)) else [given]
        declared = tuple(item for item in items if getattr(item, "is_Symbol", False))
        assumed = premises(*(item for item in items if not getattr(item, "is_Symbol", False)))
    declared = (*declared, *further)
    together = premises(assumed, also, parameters=declared)
    from_both = {*declared, *together.parameters}
    if from_both:
        from gametheory.parameter import gather

        ground = Ground(together, gather(from_both, title), inside, title)
    else:
        ground = Ground(together, (), inside, title)
    require_point(ground)
    return ground


def require_point(ground: Ground) -> None:
    """Make sure that there is a point, as far as the solver can tell.

    Raises
    ------
    AssumptionError
        If there is none; the smallest contradiction is its `core`.
    """
    answer = check((*ground.premises.formulas, ground.inside))
    if answer.status != "unsat":
        return
    core = ground.premises.needed_against((ground.inside,))
    if ground.inside is TRUE:
        raise AssumptionError(
            f"there is no point to draw: the premises contradict each other: {core}; drop or weaken one of them.", core
        )
    against = f"contradicts {core}" if core else "contradicts itself"
    raise AssumptionError(f"there is no point to draw: {ground.title} {against}; choose another region.", core)


def make_sampler(ground: Ground, scale: Scale, further: Iterable[str] = ()) -> Sampler:
    """Return what draws points of a ground that has some; `further` names variables that are no parameters.

    Raises
    ------
    AssumptionError
        If fewer than one in twenty draws would be accepted; its `core` is the premise that rejects most.
    Undecided
        If none was accepted, and the solver did not settle whether there is a point.
    """
    for what, number in (("max_denominator", scale.max_denominator), ("magnitude", scale.magnitude)):
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= LARGEST_SCALE:
            raise CapacityError(
                f"{what} is {quoted(number):.60}; max_denominator and magnitude are whole numbers, both are at least 1 "
                "and at most 10**30."
            )
    names = [*(parameter.name for parameter in ground.parameters), *further]
    found = branches(ground.formula)
    each = max(1, MOST_BRANCHES // max(1, len(found)))
    drawn = tuple(plan for branch in found for plan in plans(branch, names, each))
    sampler = Sampler(drawn, ground.formula, scale)
    if not drawn:
        raise Undecided(f"whether {ground.title} has a point was not settled; add premises, or bounds of parameters.")
    if not sampler.complete:
        _require_acceptance(ground, sampler.measured(ground.premises.all))
    return sampler


def _require_acceptance(ground: Ground, found: Acceptance) -> None:
    if found.rate >= LEAST:
        return
    worst = found.blamed[0][0] if found.blamed else None
    rate = f"{found.accepted} of {found.drawn} draws" if found.accepted else f"none of {found.drawn} draws"
    culprit = f"the premise {worst} rejects most of them" if worst else f"{ground.title} rejects most of them"
    names = ", ".join(_names(worst.formula if worst else ground.inside))
    if not found.accepted and check((ground.formula,), QUICK).status == "unknown":
        raise Undecided(
            f"{rate} lies in {ground.title}, and whether it has a point was not settled; give {names} bounds, or a "
            "premise that is linear in one of them."
        )
    raise AssumptionError(
        f"{rate} satisfies everything that is assumed, fewer than one in twenty: {culprit}, because it is not linear "
        f"in any one of {names} once the others are drawn. Give {names} closer bounds, state what it implies as linear "
        "premises, or declare the product it is about as a parameter of its own.",
        Premises((worst,)) if worst else None,
    )


def _names(formula: Formula) -> Iterable[str]:
    from gametheory.formulas.formula import names

    return sorted(names(formula))
