"""How good a proof is: what was shown impossible, from which premises, and who checked it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gametheory.errors import Undecided
from gametheory.formulas.certificate import Certificate, certify
from gametheory.formulas.formula import Formula
from gametheory.formulas.second_opinion import agrees
from gametheory.formulas.solver import Limit
from gametheory.point import Point
from gametheory.premise import Premises

SECOND_LIMIT = Limit(seconds=5)
QUALITIES = ("certified", "two solvers", "one solver")
"""Best first: a checkable identity, two independent solvers, one."""


@dataclass(frozen=True, eq=False)
class Refutation:
    """One thing shown to be impossible.

    Parameters
    ----------
    premises : Premises
        The smallest set it follows from.
    formulas : tuple of Formula
        What cannot hold together: those premises and the failure.
    certificate : Certificate or None
        A polynomial identity that shows it, checked by exact arithmetic.
    quality : {"certified", "two solvers", "one solver"}
        Who vouches for it.
    """

    premises: Premises
    formulas: tuple[Formula, ...]
    certificate: Certificate | None
    quality: str


@dataclass(frozen=True, eq=False)
class Proof:
    """Everything a verdict rests on.

    Parameters
    ----------
    refutations : tuple of Refutation
        What was shown impossible: each way to fail, and each way a payoff might have had no value.
    consistent_at : Point or None
        A point that satisfies all premises, so that the proof is not an empty one.
    """

    refutations: tuple[Refutation, ...]
    consistent_at: Point | None

    @property
    def quality(self) -> str:
        """The quality of the weakest part; "certified" for a proof that needed no solver."""
        return max((part.quality for part in self.refutations), key=QUALITIES.index, default="certified")

    @property
    def premises(self) -> Premises:
        """The premises used by any part."""
        return Premises().joined(*(part.premises for part in self.refutations))

    def __str__(self) -> str:
        return self.quality


def refute(premises: Premises, failure: Formula, reading: Callable[[Formula], Formula] = lambda f: f) -> Refutation:
    """Return the refutation of a failure that is known to be impossible under the premises.

    Parameters
    ----------
    premises : Premises
        Under which the solver found the failure impossible.
    failure : Formula
        What cannot be.
    reading : callable
        What a premise contributes, if it is more than its own formula.

    Raises
    ------
    Undecided
        If a second solver contradicts the first.
    """
    core = premises.needed_against((failure,), reading)
    formulas = (*(reading(premise.formula) for premise in core.all), failure)
    certificate = certify(formulas)
    if certificate is not None:
        return Refutation(core, formulas, certificate, "certified")
    opinion = agrees(formulas, SECOND_LIMIT)
    if opinion is False:
        raise Undecided("z3 finds a failure impossible and cvc5 finds it possible; please report the statement")
    return Refutation(core, formulas, None, "two solvers" if opinion else "one solver")
