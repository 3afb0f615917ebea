"""Where a divisor is zero nothing has a value, neither a region nor its complement, and nothing cancels."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy

import gametheory as gt
from tests.trap_games import HALF, one_choice, x, y, z

# Division is total in solvers: x/y == 1 has a model with y = 0 there.


def test_a_division_has_no_value_at_zero() -> None:
    for relation in (x / y > 1, x / y <= 1, gt.equal(x / y, 1), sympy.Ne(x / y, 1), 1 / (x - y) > 0, x > 1 / y):
        region = gt.when(relation)
        for ask in (region.is_empty, region.is_everywhere, region.witness, region.simplify):
            with pytest.raises(gt.UndefinedPayoffError) as caught:
                ask()
            point = caught.value.point
            assert point["y"] == (point["x"] if relation.has(1 / (x - y)) else 0)
        with pytest.raises(gt.UndefinedPayoffError):
            region.contains({x: 1, y: 2})
        with pytest.raises(gt.UndefinedPayoffError):
            gt.prove(relation)


def test_a_quotient_is_compared_by_its_value_whatever_the_sign_of_the_divisor() -> None:
    region = gt.when(x / y > z, assuming=sympy.Ne(y, 0))
    for a in (-2, -1, 0, 1, 3):
        for b in (-2, -HALF, HALF, 3):
            for c in (-1, 0, 1):
                assert region.contains({x: a, y: b, z: c}) == (Fraction(a) / b > c)
    assert gt.prove(x / y > 0, assuming=(x > 0, y > 0)).status == "proved"
    assert gt.prove(x / y > 0, assuming=(x > 0, y < 0)).status == "refuted"
    assert gt.prove(gt.equal(y * (x / y), x), assuming=sympy.Ne(y, 0)).status == "proved"


def test_premises_that_replace_others_must_keep_the_divisor_from_zero_too() -> None:
    region = gt.nash(one_choice(1 / x, y, assuming=x > 0), ("go",))
    assert gt.prove(region, assuming=(x > 0, y < 0)).status == "proved"
    assert gt.prove(region, assuming=(x < 0, y > 0)).status == "refuted"
    for weaker in (x >= 0, y > 0, ()):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            gt.prove(region, assuming=weaker)


def test_a_premise_that_divides_says_that_its_divisor_is_not_zero() -> None:
    assert gt.prove(sympy.Ne(y, 0), assuming=x / y > 1).status == "proved"
    assert not gt.premises(x / y > 1, gt.equal(y, 0)).consistent


# Negating "d != 0 and n*d > 0" would make d = 0 a counterexample.


def test_a_complement_has_no_value_where_the_region_has_none() -> None:
    region = gt.when(1 / x > 0)
    for other in (~region, ~~region, ~region & (y > 0), region | ~region, (~region).simplify):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            other() if callable(other) else other.contains({x: 1, y: 1})
    for statement in (gt.never(region), gt.always(~region), gt.exactly(region, x > 0), gt.grows(region, x)):
        with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
            gt.prove(statement)


def test_a_region_and_its_complement_share_out_the_premises() -> None:
    region = gt.when(1 / x > 1, assuming=sympy.Ne(x, 0))
    for number in (-2, -HALF, HALF, 1, 2):
        assert region.contains({x: number}) == (1 / Fraction(number) > 1)
        assert (~region).contains({x: number}) == (1 / Fraction(number) <= 1)
    assert (region | ~region).is_everywhere()
    assert (region & ~region).is_empty()
    assert (~region).witness()["x"] != 0
    with pytest.raises(gt.AssumptionError, match="violates the premise x != 0"):
        (~region).contains({x: 0})


# sympy cancels x/x to 1 without a word.


@pytest.mark.parametrize(
    "text",
    [
        "x/x", "x*y/y", "0/x", "x**2/x", "1/(1/x)", "x*(1/x)", "(1/x)*x", "x**-1*x", "x*y**-1*y", "0*(1/x)", "(1/x)*0",
        "1/x - 1/x", "1/x + 1 - 1/x", "(1/x)**-1", "(1/x)**0", "(x - y)*(1/(x - y))", "(x - y)/(x - y)", "(x/y)/(x/y)",
    ],
)  # fmt: skip
def test_text_in_which_a_division_cancels_is_refused(text: str) -> None:
    """Read as written it has no value at x = 0 (or where the divisor is 0); cancelled it has one."""
    with pytest.raises(gt.ExactnessError, match="cancels"):
        gt.exact(text, (x, y))
    with pytest.raises(gt.PayoffError, match="cancels"):
        one_choice(text, parameters=(x, y))


@pytest.mark.parametrize("text", ["(x**2 - x)/x", "1/x + 1/x", "x/y*x", "1/(1 + 1/x)", "(1/x)**2", "2*(1/x)"])
def test_text_in_which_nothing_cancels_is_read_with_its_divisor(text: str) -> None:
    with pytest.raises(gt.UndefinedPayoffError):
        one_choice(text, parameters=(x, y))
    assert one_choice(text, assuming=(x > 0, y > 0)).parameters


def test_payoffs_that_cancel_when_they_are_compared_still_have_no_value() -> None:
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        one_choice(1 / x, 1 / x)
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        gt.when(sympy.Ge(1 / x, 1 / x, evaluate=False)).is_everywhere()
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        gt.when(sympy.Add(1 / x, -1 / x, evaluate=False) >= y).contains({x: 1, y: 0})
    with pytest.raises(gt.UndefinedPayoffError, match="x = 0"):
        one_choice(sympy.Mul(x, 1 / x, evaluate=False))
    assert gt.nash(one_choice(1 / x, 1 / x, assuming=x > 0), ("go",)).is_everywhere()
