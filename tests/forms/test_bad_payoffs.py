"""A payoff that is not exact, or divides by zero, is refused: what it is, where it stands, what to write instead."""

# ruff: noqa: SIM300 - T is a parameter, not a constant
from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pytest
import sympy

import gametheory as gt
from tests.refusals import CHEAT, HONOUR, WHERE, P, R, S, T, delta, dilemma, refused, with_payoff

# Payoffs that are not exact.


@pytest.mark.parametrize(
    ("payoff", "what", "instead"),
    [
        (0.1, "0.1, a float", 'Rational(1, 10) or "1/10"'),
        (-2.5, "-2.5, a float", 'Rational(-5, 2) or "-5/2"'),
        (1.0, "1.0, a float", 'Rational(1, 1) or "1"'),
        (numpy.float64(0.1), "0.1, a float", 'Rational(1, 10) or "1/10"'),
        (numpy.float32(0.5), "0.5, a float", 'Rational(1, 2) or "1/2"'),
        (sympy.Float("0.1"), "0.1", "Rational(1, 10)"),
        (T + 0.1, "0.1", "Rational(1, 10)"),
        (0.1 * T, "0.1", "Rational(1, 10)"),
        (numpy.float64(0.1) * T, "0.1", "Rational(1, 10)"),
        (T**2.0, "2.0", "Rational"),
        (sympy.Max(T, R + 0.25), "0.25", "Rational"),
        (math.nan, "nan", "exact rational"),
        (math.inf, "inf", "exact rational"),
        (-math.inf, "-inf", "exact rational"),
        (numpy.float64("nan"), "nan", "exact rational"),
        (Decimal("NaN"), "NaN", "rational number"),
        (Decimal("Infinity"), "Infinity", "rational number"),
        (sympy.nan, "nan", "exact rational"),
        (sympy.oo, "oo", "exact rational"),
        (sympy.zoo, "zoo", "exact rational"),
        (T * sympy.oo, "oo", "exact rational"),
        (1j, "1j", "exact rational"),
        (1 + 0j, "(1+0j)", "exact rational"),
        (sympy.I, "I", "exact rational"),
        (sympy.I * T, "I", "exact rational"),
        (None, "None", "exact number"),
        (True, "True, a truth value", "1 or 0"),
        (False, "False, a truth value", "1 or 0"),
        ([1], "[1], a list", "exact number"),
        (T > R, "T > R", "parameter"),
        (object, "type", "exact number"),
    ],
    ids=str,
)
def test_a_payoff_that_is_not_exact(payoff: Any, what: str, instead: str) -> None:
    with refused(gt.PayoffError, WHERE, what, instead):
        with_payoff(payoff)


@pytest.mark.parametrize(
    ("payoff", "what"),
    [
        (numpy.bool_(True), "truth value"),
        (numpy.complex128(1 + 1j), "exact rational"),
        (sympy.true, "expected an exact"),
    ],
    ids=["numpy bool", "numpy complex", "sympy true"],
)
def test_a_payoff_that_is_not_a_number_in_another_library(payoff: Any, what: str) -> None:
    with refused(gt.PayoffError, WHERE, what):
        with_payoff(payoff)


@pytest.mark.parametrize(
    "payoff", [3, Fraction(1, 10), Decimal("0.1"), "0.1", "1/10", numpy.int64(3), sympy.Rational(1, 3)]
)
def test_exact_numbers_of_every_library_are_welcome(payoff: Any) -> None:
    read = with_payoff(payoff).payoff("Russia", (CHEAT, HONOUR))
    assert isinstance(read, Fraction)
    assert read == Fraction(str(payoff))


def test_a_float_anywhere_else() -> None:
    region = gt.nash(dilemma(), (CHEAT, CHEAT))
    with refused(gt.ExactnessError, "bound above", "0.5, a float", "Rational(1, 2)"):
        gt.Parameter("x", above=0.5)
    with refused(gt.PointError, "T's value", "0.5, a float", "Rational(1, 2)"):
        region.contains({T: 0.5, R: 3, P: 1, S: 0})
    with refused(gt.PointError, "T's value", "nan"):
        region.contains({T: math.nan, R: 3, P: 1, S: 0})
    with refused(gt.PointError, "S's value", "0.1, a float"):
        dilemma().at(T=5, R=3, P=1, S=0.1)
    with refused(gt.ExactnessError, "0.1, a float", "1/10"):
        gt.exact(0.1)
    with refused(gt.GameTheoryError, "0.5", "Rational"):
        dilemma(assuming=T > 0.5)
    with refused(gt.GameTheoryError, "0.5", "Rational"):
        gt.prove(T > numpy.float64(0.5))


# Payoffs without a value.


@pytest.mark.parametrize(
    ("payoff", "assuming", "zero"),
    [
        (1 / T, (), lambda point: point["T"] == 0),
        (R / (T - R), T >= R, lambda point: point["T"] == point["R"]),
        (1 / (1 + 1 / T), T > -1, lambda point: point["T"] == 0),
        (sympy.Max(0, 1 / T), (), lambda point: point["T"] == 0),
        ("1/(T - R)", (), lambda point: point["T"] == point["R"]),
        (sympy.Piecewise((1 / T, T <= 0), (0, True)), (), lambda point: point["T"] == 0),
    ],
    ids=["1/T", "difference", "nested", "Max", "text", "Piecewise"],
)
def test_a_payoff_that_divides_by_zero_within_the_premises(payoff: Any, assuming: Any, zero: Any) -> None:
    with refused(gt.UndefinedPayoffError, WHERE, "divides by", "which is 0", "premise") as caught:
        with_payoff(payoff, assuming=assuming)
    assert zero(caught[0].point)
    assert str(caught[0].point) in str(caught[0])


@pytest.mark.parametrize(
    ("payoff", "assuming"),
    [
        (1 / T, T > 0),
        (1 / T, sympy.Ne(T, 0)),
        (1 / delta, ()),
        (R / (T - R), T > R),
        (1 / (T**2 + 1), ()),
        (sympy.Piecewise((1 / T, T < 0), (0, True)), ()),
    ],
    ids=str,
)
def test_a_payoff_that_the_premises_keep_from_dividing_by_zero_is_welcome(payoff: Any, assuming: Any) -> None:
    assert with_payoff(payoff, assuming=assuming).payoff("Russia", (CHEAT, HONOUR)) == payoff
