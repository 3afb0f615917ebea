"""Payoffs that have names instead of cells: read together with what is assumed of their parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from gametheory.forms.payoff import Payoff, payoff_at, premises_at, read_payoff, read_point, require_defined, symbols_of
from gametheory.premise import Premises, premises


def read_named(
    values: Mapping[str, Any], assuming: Any, parameters: Sequence[Any], name: str
) -> tuple[tuple[Payoff, ...], Premises, tuple[Any, ...]]:
    """Return the payoffs, the premises and the parameters of a game.

    Parameters
    ----------
    values : mapping of str to payoff
        By where each stands ("the value of (China, Russia)"): exact numbers, expressions or text.
    assuming : relations, Premise or Premises
        What is assumed.
    parameters : sequence of Parameter
        Further ones that text may use.
    name : str
        Of the game.

    Raises
    ------
    PayoffError, UndefinedPayoffError, AssumptionError
        As a game in normal form does.
    """
    assumed = premises(assuming)
    known = symbols_of((*assumed.parameters, *parameters, *values.values()), name)
    read = {where: read_payoff(value, known, where) for where, value in values.items()}
    expressions = {where: payoff for where, payoff in read.items() if not isinstance(payoff, Fraction)}
    used = symbols_of((*assumed.parameters, *expressions.values()), name)
    given = premises(assumed, parameters=used).required()
    require_defined(expressions, given, {parameter.name: parameter for parameter in used})
    return tuple(read.values()), given, used


def named_at(
    payoffs: Sequence[Payoff], given: Premises, parameters: Sequence[Any], point: Mapping[Any, Any], name: str
) -> tuple[list[Payoff], Premises]:
    """Return the payoffs and the premises with numbers for some or all parameters."""
    replaced = read_point(point, {parameter.name: parameter for parameter in parameters}, name)
    return [payoff_at(payoff, replaced) for payoff in payoffs], premises_at(given, replaced, name)
