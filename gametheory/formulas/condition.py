"""A formula together with what must hold for it to mean anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gametheory.errors import GameTheoryError
from gametheory.formulas.formula import FALSE, TRUE, Formula, Leaf, conjunction, disjunction, negate


@dataclass(frozen=True, slots=True, eq=False)
class Obligation:
    """Something the premises must imply before a condition may be read at all.

    Parameters
    ----------
    formula : Formula
        What must hold wherever the premises do.
    complaint : str
        What to tell the user where it does not: "the payoffs divide by 1 - delta, which is 0".
    remedy : str
        One way to mend it.
    error : type
        The error to raise where it does not.
    """

    formula: Formula
    complaint: str
    remedy: str
    error: type[GameTheoryError]


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A formula, readable wherever its obligations hold.

    Denominators are cleared, so the formula alone would give an answer where a payoff divides by zero. That answer
    would be an accident; the obligations keep it from being used, and they survive negation.
    """

    formula: Formula
    obligations: tuple[Obligation, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        return combine(conjunction, (self, other))

    def __or__(self, other: Condition) -> Condition:
        return combine(disjunction, (self, other))

    def __invert__(self) -> Condition:
        return Condition(negate(self.formula), self.obligations)


EVERYWHERE = Condition(TRUE)
NOWHERE = Condition(FALSE)


def combine(join: Callable[[Iterable[Formula]], Formula], conditions: Iterable[Condition]) -> Condition:
    """Join conditions by conjunction or disjunction; all obligations stay."""
    parts = tuple(conditions)
    obligations = {_content(owed): owed for part in parts for owed in part.obligations}
    return Condition(join(part.formula for part in parts), tuple(obligations.values()))


def _content(owed: Obligation) -> object:
    """Return what makes two obligations one; two cases of one expression may owe the same under different guards."""
    formula = owed.formula
    return owed.complaint, formula.atom if isinstance(formula, Leaf) else id(formula)


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Every condition holds."""
    return combine(conjunction, conditions)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Some condition holds."""
    return combine(disjunction, conditions)
