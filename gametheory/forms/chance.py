"""Probabilities of chance moves: at least 0 and 1 together, throughout the premises; and what is expected of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from gametheory.errors import GameError
from gametheory.forms.moves import Chance
from gametheory.forms.payoff import Payoff
from gametheory.formulas.condition import Condition, Obligation, all_of
from gametheory.formulas.display import expression_text


def valid(chance: Chance) -> Condition:
    """Return where the probabilities of a chance move are at least 0 and add up to 1."""
    from gametheory.formulas.translate import comparison

    total = expected((probability, Fraction(1)) for probability in chance.probabilities)
    return all_of([comparison(p, ">=", 0) for p in chance.probabilities]) & comparison(total, "==", 1)


def owed(chance: Chance, where: str) -> tuple[Obligation, ...]:
    """Return what the premises must say of a chance move before anything can be said of the tree."""
    condition = valid(chance)
    listed = ", ".join(map(expression_text, chance.probabilities))
    complaint = f"the probabilities {listed} of the chance move {where} are not at least 0 with the sum 1"
    remedy = "correct them, or add premises that keep each at least 0"
    return (*condition.obligations, Obligation(condition.formula, complaint, remedy, GameError))


def expected(weighted: Iterable[tuple[Payoff, Payoff]]) -> Payoff:
    """Return the sum of probabilities times payoffs.

    Nothing is cancelled: sympy would turn ``x * (1/x)`` into 1 and forget that there is no value at ``x = 0``.
    """
    number, terms = Fraction(0), []
    for probability, payoff in weighted:
        if isinstance(probability, Fraction) and isinstance(payoff, Fraction):
            number += probability * payoff
        elif payoff != 0:
            terms.append(_product(probability, payoff))
    if not terms:
        return number
    import sympy

    if number:
        terms.append(_rational(number))
    return terms[0] if len(terms) == 1 else sympy.Add(*terms, evaluate=False)


def expected_payoffs(chance: Chance, after: Sequence[Sequence[Payoff]]) -> tuple[Payoff, ...]:
    """Return what is expected of a chance move, given the payoffs of what follows each way it may fall."""
    return tuple(expected(zip(chance.probabilities, each, strict=True)) for each in zip(*after, strict=True))


def _product(first: Payoff, second: Payoff) -> Any:
    import sympy

    factors = [_rational(one) if isinstance(one, Fraction) else one for one in (first, second) if one != 1]
    return factors[0] if len(factors) == 1 else sympy.Mul(*factors, evaluate=False)


def _rational(number: Fraction) -> Any:
    import sympy

    return sympy.Rational(number.numerator, number.denominator)
