"""Questions about a direction that have no answer, and those that are refused."""

from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Limit
from gametheory.verdicts import pairs

x, y, b = gt.parameters("x y b")
a = gt.Parameter("a", above=0)


# Questions without an answer.


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        (sympy.sqrt(a), "not a rational function"),
        (2 ** sympy.Rational(1, 2) * a, "not a rational function"),
        (sympy.exp(a), "not a rational function"),
        (a**y, "not a rational function"),
        (sympy.floor(a), "not a rational function"),
        (sympy.pi * a, "not a rational number"),
        (a**101, "exponent past 100"),
        (sympy.Float(0.5) * a, "floating-point"),
        (sympy.Piecewise((a, a < 1)), "may have no value"),
        (sum(gt.parameters(" ".join(f"z{i}" for i in range(40)))) ** 4 * a, "terms"),
    ],
    ids=lambda one: str(one)[:20],
)
def test_what_is_not_piecewise_rational_is_undecided_with_the_reason(expression: Any, reason: str) -> None:
    found = gt.comparative_static(expression, a)
    assert found.status == "undecided" and reason in found.reason
    assert found.proof is None and not found.strict
    assert str(found).splitlines()[-1] == f"  {found.reason}"


def test_premises_without_a_rational_point_are_undecided() -> None:
    found = gt.comparative_static(x, x, gt.equal(y**2, 2))
    assert found.status == "undecided" and "irrational" in found.reason


def test_pairs_without_a_rational_one_are_neither_proved_nor_vacuous() -> None:
    found = gt.comparative_static(x, x, gt.equal(x, 0) | gt.equal(x**2, 2))
    assert found.status == "undecided" and found.reason.count("irrational") == 1


def test_a_rise_alone_is_no_answer_while_falls_are_open() -> None:
    # It falls from 0 to the irrational root of 2 only, and rises from 0 to 1.
    bump = sympy.Piecewise((-1, sympy.Eq(x**2, 2)), (1, x > 0), (0, True))
    found = gt.comparative_static(bump, x, (gt.equal(x, 0) | gt.equal(x, 1) | gt.equal(x**2, 2),))
    assert found.status == "undecided" and "irrational" in found.reason
    assert found.falls is None
    assert found.rises is not None
    assert (found.rises.low[x], found.rises.high[x]) == (0, 1)


def test_whether_it_always_moves_may_stay_open() -> None:
    # It stays where y is a root of 2 and nowhere else.
    found = gt.comparative_static(x * (y**2 - 2) ** 2, x)
    assert (found.status, found.strict) == ("increasing", False)
    assert found.reason.startswith("whether it always moves was not settled: ") and "irrational" in found.reason


def test_the_limit_is_passed_on() -> None:
    found = gt.comparative_static(x**5 + y * x**3 - b * x**2, x, y > b**2, limit=Limit(steps=1, seconds=1))
    assert found.status == "undecided" and "z3" in found.reason


# Errors.


@pytest.mark.parametrize(
    ("expression", "given", "divisor"),
    [
        (1 / x, (), x),
        (y / (x - y), (x > 0,), x - y),
        (1 / (1 + 1 / x), (x > -1,), x),
        (sympy.Piecewise((1 / (x - 2), x > 0), (x, True)), (), x - 2),
        (x / y, gt.when(x > 1), y),
        (x, gt.when(1 / y > x), y),
    ],
    ids=["plain", "difference", "nested", "piece", "region", "in the region"],
)
def test_a_division_by_zero_is_an_error_at_a_point(expression: Any, given: Any, divisor: Any) -> None:
    with pytest.raises(gt.UndefinedPayoffError, match="divides by") as caught:
        gt.comparative_static(expression, x, given)
    point = caught.value.point
    assert divisor.subs({p: sympy.Rational(str(point[p])) for p in divisor.free_symbols}) == 0


def test_outside_the_region_an_expression_may_divide_by_zero() -> None:
    assert gt.comparative_static(1 / (x - 2), x, gt.when(x > 2)).status == "decreasing"


def test_premises_that_contradict_each_other_are_an_error() -> None:
    with pytest.raises(gt.AssumptionError, match="contradict each other: x > y, x < y") as caught:
        gt.comparative_static(x, x, (b > 0, x > y, x < y))
    assert [premise.relation for premise in caught.value.core] == [x > y, x < y]


@pytest.mark.parametrize(
    "relation", [x > 0, gt.equal(x, y), (x > 0) & (y > 0), sympy.true, True, gt.when(x > 0)], ids=repr
)
def test_a_relation_has_no_direction(relation: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"needs an expression.*gt\.prove\(gt\.grows"):
        gt.comparative_static(relation, x)


@pytest.mark.parametrize("thing", [0.5, None, [x]], ids=str)
def test_what_is_no_exact_expression_is_refused(thing: Any) -> None:
    with pytest.raises(gt.ConceptError, match="the expression is"):
        gt.comparative_static(thing, x)


def test_text_is_read_like_a_payoff() -> None:
    found = gt.comparative_static("a/(1 + a)", a)
    assert (found.expression, found.status) == (a / (1 + a), "increasing")
    assert gt.comparative_static("x*y", x, y > 0).status == "increasing"
    assert gt.comparative_static("x*y", x, gt.when(y < 0)).status == "decreasing"
    with pytest.raises(gt.ConceptError, match="q"):
        gt.comparative_static("x*q", x)


@pytest.mark.parametrize("thing", ["x", x + 1, 3, None], ids=str)
def test_what_is_raised_is_a_parameter(thing: Any) -> None:
    with pytest.raises(gt.ConceptError, match="needs a parameter to raise"):
        gt.comparative_static(x, thing)


def test_a_symbol_that_is_no_parameter_is_refused() -> None:
    with pytest.raises(gt.ParameterError, match="unknown symbol q"):
        gt.comparative_static(x, sympy.Symbol("q"))
    with pytest.raises(gt.ParameterError, match="two different parameters named x"):
        gt.comparative_static(x, gt.Parameter("x", above=0))


@pytest.mark.parametrize("planted", [(1, 1), (2, 1)], ids=["no step", "reversed"])
def test_a_planted_wrong_pair_is_caught(planted: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = dict(zip(("x", "x'"), map(Fraction, planted), strict=True))
    monkeypatch.setattr(pairs, "shrink", lambda formula, values, shifting: wrong)
    found = gt.comparative_static(x, x)
    assert found.status == "undecided" and "did not pass the check" in found.reason
    assert found.rises is None
