"""Floats, symbols that are no parameters and irrational functions are refused wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy
import pytest
import sympy

import gametheory as gt
from tests.trap_games import HALF, one_choice, x, y, z

# Floats.


@pytest.mark.parametrize("number", [0.5, numpy.float64(0.5), numpy.float32(0.5), sympy.Float("0.5")], ids=type)
def test_a_float_is_refused_wherever_it_stands(number: Any) -> None:
    # The same number was exact before; a cache must not tell the two apart by their hash alone.
    assert gt.nash(one_choice(HALF), ("go",)).is_everywhere()
    assert gt.prove(x > sympy.Rational(1, 2), assuming=x > 1).status == "proved"
    float_ = sympy.Float(float(number))
    payoffs = (
        number, number * x, x + number, x / number, x**number, number**x, 1 / (x**2 + number), sympy.Max(x, float_),
        sympy.Abs(x - number), sympy.Piecewise((1, x > float_), (0, True)), sympy.Piecewise((float_, x > 0), (0, True)),
    )  # fmt: skip
    for payoff in payoffs:
        with pytest.raises(gt.PayoffError, match=r"Rational|rational"):
            one_choice(payoff)
    for relation in (x > number, x >= number, x < number, x <= number, gt.equal(x, number), number * x > y):
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.when(relation).is_empty()
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.premises(relation).required()
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            gt.prove(relation)
        with pytest.raises(gt.GameTheoryError, match=r"Rational|rational"):
            one_choice(x, assuming=relation)


def test_numbers_stay_exact_all_the_way() -> None:
    region = gt.when(x > sympy.Rational(1, 3))
    third = Fraction(1, 3)
    assert not region.contains({x: third})
    assert region.contains({x: third + Fraction(1, 10**40)})
    assert gt.prove(10**40 * x > 1, assuming=x > Fraction(1, 10**40)).status == "proved"
    assert gt.when((x > Fraction(1, 10**40)) & (x < Fraction(2, 10**40))).witness()["x"] * 10**40 - 1 < 1
    assert one_choice("0.1").payoff("A", ("go",)) == Fraction(1, 10)
    assert one_choice("x", assuming=x > 0).at(x="0.1").payoff("A", ("go",)) == Fraction(1, 10)


# Plain sympy symbols.


@pytest.mark.parametrize(
    "symbol",
    [
        sympy.Symbol("x"), sympy.Symbol("x", real=True), sympy.Symbol("x", positive=True), sympy.Symbol("w"),
        sympy.Dummy("x"), sympy.Wild("x"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_plain_symbol_is_refused_wherever_it_stands(symbol: Any) -> None:
    attempts: list[Callable[[], Any]] = [
        lambda: one_choice(symbol),
        lambda: one_choice(symbol + x),
        lambda: one_choice(x, assuming=symbol > y),
        lambda: gt.when(x > symbol),
        lambda: gt.prove(symbol > y),
        lambda: gt.premises(symbol > y),
        lambda: gt.when(x > y) & (symbol > y),
        lambda: one_choice(sympy.Piecewise((1, symbol > y), (0, True))),
        lambda: gt.RepeatedGame(one_choice(1), discount=symbol / (1 + symbol)),
    ]
    for attempt in attempts:
        with pytest.raises(gt.GameTheoryError, match=r"gt\.parameters"):
            attempt()


def test_a_bound_is_not_folded_into_a_relation() -> None:
    """A sympy symbol declared positive turns p > 0 into true, and the premise would be lost."""
    positive = gt.Parameter("p", above=0)
    assert (positive > 0).is_Relational
    verdict = gt.prove(positive > 0)
    assert verdict.status == "proved"
    assert [str(bound) for bound in verdict.premises.bounds] == ["p > 0"]


# Irrational functions.


@pytest.mark.parametrize(
    "expression",
    [
        sympy.sqrt(x), sympy.sqrt(2), x + sympy.sqrt(2), sympy.pi, sympy.pi * x, sympy.E, sympy.exp(x), sympy.log(x),
        sympy.log(2), x**y, 2**x, x ** sympy.Rational(1, 3), x ** sympy.Rational(-3, 2), sympy.sin(x), sympy.floor(x),
        sympy.sign(x), sympy.I * x, sympy.Function("f")(x), sympy.Mod(x, 2), sympy.factorial(x), sympy.oo * x,
        sympy.Max(x, sympy.sqrt(y)), sympy.Piecewise((sympy.exp(x), x > 0), (0, True)), sympy.Integral(x, (x, 0, y)),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_piecewise_rational_is_refused(expression: Any) -> None:
    with pytest.raises(gt.PayoffError, match=r"A's payoff at \(go\)"):
        one_choice(expression)
    if expression.free_symbols:
        with pytest.raises(gt.GameTheoryError):
            gt.when(expression > z).is_empty()


def test_a_square_root_is_a_parameter_with_premises() -> None:
    """The advice of the message: s >= 0 and s**2 = u. Then sqrt(u) > 1 exactly when u > 1."""
    root, under = gt.parameters("s u")
    given = (root >= 0, gt.equal(root**2, under))
    assert gt.prove(gt.exactly(root > 1, under > 1), assuming=given).status == "proved"
