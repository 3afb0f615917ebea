"""Sums of payoffs, compared: what any term divides by stays owed, even where the terms cancel."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, all_of
from gametheory.formulas.formula import TRUE
from gametheory.incentive import Comparison

ADDED = "utilities are added across players"
"""What a concept that compares such sums declares."""


def total(payoffs: Sequence[Payoff]) -> Payoff:
    """Return the sum of some payoffs; of none, 0."""
    return sum(payoffs, start=Fraction(0))


def compare_sums(left: Sequence[Payoff], relation: str, right: Sequence[Payoff], text: str) -> Condition:
    """Return where one sum of payoffs stands in the relation to another.

    Parameters
    ----------
    left, right : sequence of payoffs
        The terms of each sum.
    relation : {">", ">=", "<", "<=", "==", "!="}
        The comparison.
    text : str
        What it says, for explanations.
    """
    from gametheory.formulas.translate import comparison

    first, second = total(left), total(right)
    plain = comparison(first, relation, second, Comparison(text, first - second, relation))
    # 1/x and -1/x add to 0, which divides by nothing; the terms still have no value at 0.
    expressions = (term for term in (*left, *right) if not isinstance(term, Fraction))
    terms = (Condition(TRUE, comparison(term, ">=", 0).obligations) for term in expressions)
    return all_of((plain, *terms))
