"""Payoffs as users write them: numbers, expressions or text, read exactly or refused with advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any

from gametheory.deduction import discharge
from gametheory.errors import (
    AssumptionError,
    CapacityError,
    ExactnessError,
    PayoffError,
    Undecided,
    UndefinedPayoffError,
    quoted,
)
from gametheory.grammar import exact
from gametheory.point import read_values
from gametheory.premise import Premise, Premises
from gametheory.rationals import as_fraction

Payoff = Any
"""A Fraction, or a sympy expression in parameters: numbers never become sympy objects."""


def read_payoff(value: Any, known: Sequence[Any], where: str) -> Payoff:
    """Return one payoff, exact.

    Parameters
    ----------
    value : exact number, sympy expression or str
        As the user wrote it.
    known : sequence of Parameter
        The names that text may use.
    where : str
        For messages: "China's payoff at (ally, wait)".

    Raises
    ------
    PayoffError
        If it is not exact, or not a piecewise rational function of parameters.
    """
    if not getattr(value, "free_symbols", None):
        value = exact(value, known, what=where, error=PayoffError)
    if isinstance(value, Fraction):
        return value
    from sympy import Float

    floats = sorted(value.atoms(Float), key=str)
    if floats:
        as_fraction(floats[0], f"{where} is {quoted(value)}; a number in it", PayoffError)
    from gametheory.formulas.translate import cases

    try:
        cases(value)
    except (PayoffError, CapacityError, ExactnessError) as error:
        raise PayoffError(f"{where}: {error}") from None
    return value


def symbols_of(values: Iterable[Any], where: str) -> tuple[Any, ...]:
    """Return the parameters of some payoffs and relations, sorted by name; a plain sympy symbol is an error."""
    expressions = [value for value in values if getattr(value, "free_symbols", None)]
    if not expressions:
        return ()
    from gametheory.parameter import gather

    return gather(expressions, where)


def require_defined(payoffs: Mapping[str, Payoff], premises: Premises, symbols: Mapping[str, Any]) -> None:
    """Make sure that no payoff divides by zero anywhere in the premises.

    Raises
    ------
    UndefinedPayoffError
        With the payoff and a point where it has no value.
    """
    from gametheory.formulas.translate import comparison

    for where, payoff in payoffs.items():
        with suppress(Undecided):  # asked again, of the premises then in force, wherever the payoff is used
            try:
                discharge(premises, comparison(payoff, ">=", 0), symbols)
            except UndefinedPayoffError as error:
                raise UndefinedPayoffError(f"{where}: {error}").at(error.point) from None


def payoff_at(payoff: Payoff, values: Mapping[Any, Any]) -> Payoff:
    """Return a payoff with numbers (sympy Rationals by parameter) in place of some parameters."""
    if isinstance(payoff, Fraction):
        return payoff
    replaced = payoff.xreplace(values)
    return as_fraction(replaced) if replaced.is_Rational else replaced


def read_point(given: Mapping[Any, Any], symbols: Mapping[str, Any], what: str) -> dict[Any, Any]:
    """Return a partial point as sympy Rationals by parameter; an unknown parameter is an error."""
    import sympy

    names = {key if isinstance(key, str) else getattr(key, "name", key) for key in given}
    unknown = sorted(map(str, names - set(symbols)))
    if unknown:
        raise PayoffError(
            f"{what} has no parameter {', '.join(unknown)}; its parameters are {', '.join(symbols) or 'none'}."
        )
    values = read_values(given, {name: symbols[name] for name in names})
    return {symbols[n]: sympy.Rational(v.numerator, v.denominator) for n, v in values.items()}


def _relation_at(relation: Any, values: Mapping[Any, Any]) -> Any:
    """Return a relation with numbers put in; false where a side then has no value."""
    import sympy

    try:
        replaced = relation.xreplace(values)
    except TypeError:  # sympy refuses to compare what is not real
        return sympy.false
    return sympy.false if replaced.has(sympy.zoo, sympy.nan) else replaced


def premises_at(premises: Premises, values: Mapping[Any, Any], what: str) -> Premises:
    """Return what is left of the premises when some parameters are numbers.

    Raises
    ------
    AssumptionError
        If a premise is then false; it is named.
    """
    kept: list[list[Premise]] = [[], []]
    for group, source in zip(kept, (premises.items, premises.bounds), strict=True):
        for premise in source:
            relation = _relation_at(premise.relation, values)
            if relation == False:  # noqa: E712 - sympy's false, not Python's
                point = ", ".join(f"{parameter} = {value}" for parameter, value in values.items())
                raise AssumptionError(
                    f"{what} at {point} violates the premise {premise}; choose other numbers.", Premises((premise,))
                )
            if relation != True:  # noqa: E712
                group.append(Premise(relation, name=premise.name, stated=premise.stated))
    return Premises(tuple(kept[0]), tuple(kept[1]))
