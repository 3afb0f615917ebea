from fractions import Fraction
from itertools import product
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import gametheory as gt
from gametheory.errors import ExactnessError, PayoffError, UndefinedPayoffError
from gametheory.formulas.formula import Leaf, evaluate, is_false, is_true
from gametheory.formulas.translate import comparison, relation_condition, value_at

x, y = gt.parameters("x y")
POINTS = [dict(zip("xy", (Fraction(a, 2), Fraction(b, 2)), strict=True)) for a, b in product(range(-4, 5), repeat=2)]

PIECEWISE_RATIONAL = [
    (x - y, lambda a, b: a - b),
    (sympy.Abs(x - y), lambda a, b: abs(a - b)),
    (sympy.Max(x, y, 1), lambda a, b: max(a, b, Fraction(1))),
    (sympy.Min(x, 2 * y), lambda a, b: min(a, 2 * b)),
    (
        sympy.Piecewise((x, x > y), (y + 1, x < 0), (3, True)),
        lambda a, b: a if a > b else b + 1 if a < 0 else Fraction(3),
    ),
    (sympy.Abs(x) ** 2 - sympy.Max(x * y, -y), lambda a, b: a * a - max(a * b, -b)),
    (sympy.Abs(sympy.Min(x, y) - sympy.Max(x, -1)), lambda a, b: abs(min(a, b) - max(a, Fraction(-1)))),
    (x**3 - sympy.Rational(1, 3) * y, lambda a, b: a**3 - Fraction(1, 3) * b),
]


def test_the_smallest_of_three() -> None:
    condition = comparison(sympy.Min(x, 3 * y, 2), ">", 1)
    for a, b, truth in [(2, 1, True), (2, Fraction(1, 3), False), (1, 1, False), (5, 5, True)]:
        assert evaluate(condition.formula, {"x": Fraction(a), "y": Fraction(b)}) is truth


@pytest.mark.no_cover
@pytest.mark.parametrize(("expression", "by_hand"), PIECEWISE_RATIONAL, ids=[str(e) for e, _ in PIECEWISE_RATIONAL])
@pytest.mark.parametrize("relation", [">", ">=", "<", "<=", "==", "!="])
def test_comparisons_agree_with_arithmetic_at_every_point_and_kink(
    expression: Any, by_hand: Any, relation: str
) -> None:
    condition = comparison(expression, relation, Fraction(1, 2))
    truth = {
        ">": lambda v: v > Fraction(1, 2),
        ">=": lambda v: v >= Fraction(1, 2),
        "<": lambda v: v < Fraction(1, 2),
        "<=": lambda v: v <= Fraction(1, 2),
        "==": lambda v: v == Fraction(1, 2),
        "!=": lambda v: v != Fraction(1, 2),
    }[relation]
    assert not condition.obligations
    for point in POINTS:
        value = by_hand(point["x"], point["y"])
        assert evaluate(condition.formula, point) is truth(value)
        assert evaluate((~condition).formula, point) is not truth(value)
        assert value_at(expression, point) == value


@given(st.fractions(-3, 3, max_denominator=4), st.fractions(-3, 3, max_denominator=4))
def test_quotients_compare_with_their_sign_and_owe_their_denominators(a: Fraction, b: Fraction) -> None:
    condition = comparison(1 / (x - y) + x / (x + 1) ** 2, ">=", 1 / (x - y) ** 2)
    defined = a != b and a != -1
    point = {"x": a, "y": b}
    assert all(evaluate(owed.formula, point) for owed in condition.obligations) is defined
    if defined:
        assert evaluate(condition.formula, point) is (1 / (a - b) + a / (a + 1) ** 2 >= 1 / (a - b) ** 2)


def test_two_sides_are_not_cancelled_against_each_other() -> None:
    condition = comparison(1 / x, ">=", 1 / x)
    assert [owed.complaint for owed in condition.obligations] == ["an expression divides by x, which is 0"]
    assert not evaluate(condition.obligations[0].formula, {"x": Fraction(0)})


def test_nested_quotients_owe_every_denominator() -> None:
    condition = comparison(1 / (1 + 1 / x), ">", 0)
    owed = [obligation.formula for obligation in condition.obligations]
    for value, defined in ((0, False), (-1, False), (1, True)):
        assert all(evaluate(formula, {"x": Fraction(value)}) for formula in owed) is defined


def test_a_denominator_in_a_case_is_owed_in_that_case_only() -> None:
    condition = comparison(sympy.Piecewise((1 / x, x > 1), (0, True)), ">=", 0)
    assert all(evaluate(owed.formula, {"x": Fraction(0)}) for owed in condition.obligations)


def test_a_condition_of_a_case_owes_its_own_denominator() -> None:
    condition = comparison(sympy.Piecewise((1, 1 / y > 2), (0, True)), ">=", 0)
    assert not all(evaluate(owed.formula, {"y": Fraction(0)}) for owed in condition.obligations)


def test_relations_keep_the_users_words_only_when_they_are_one_comparison() -> None:
    plain = relation_condition(x > 2 * y).formula
    assert isinstance(plain, Leaf)
    assert plain.why == (x > 2 * y)
    assert not isinstance(relation_condition(sympy.Abs(x) > y).formula, Leaf)


def test_boolean_combinations() -> None:
    both = relation_condition((x > 0) & ~((y > 0) | sympy.Eq(x, 1)))
    for point in POINTS:
        assert evaluate(both.formula, point) is (point["x"] > 0 and not (point["y"] > 0 or point["x"] == 1))
    assert is_true(relation_condition(sympy.true).formula)
    assert is_false(relation_condition(sympy.false).formula)


@pytest.mark.parametrize(
    "expression",
    [sympy.sqrt(x), x ** sympy.Rational(1, 3), 2**x, x**y, sympy.exp(x), sympy.log(x), sympy.sin(x), sympy.floor(x)],
)
def test_other_functions_are_refused_with_a_way_out(expression: Any) -> None:
    with pytest.raises(PayoffError, match="declare"):
        comparison(expression, ">", 0)


@pytest.mark.parametrize("number", [sympy.pi, sympy.I, sympy.nan, sympy.oo, sympy.Float("0.1"), sympy.E])
def test_numbers_that_are_not_rational_are_refused(number: Any) -> None:
    with pytest.raises(PayoffError, match="a term"):
        comparison(number, ">", 0)
    with pytest.raises((PayoffError, ExactnessError)):
        comparison(x * number if number is not sympy.nan else number, ">", 0)


def test_a_large_exponent_is_refused() -> None:
    with pytest.raises(PayoffError, match="exponent past 100"):
        comparison(x**101, ">", 0)


def test_comparisons_with_infinity_are_refused() -> None:
    with pytest.raises(ExactnessError, match="infinity"):
        relation_condition(sympy.Lt(x, sympy.Symbol("z", infinite=True), evaluate=False))


def test_division_by_zero_everywhere_is_refused() -> None:
    with pytest.raises(UndefinedPayoffError):
        comparison(sympy.Pow(sympy.Add(x, -x, evaluate=False), -1, evaluate=False), ">", 0)


def test_a_piecewise_expression_must_have_a_value_everywhere() -> None:
    with pytest.raises(PayoffError, match="may have no value"):
        comparison(sympy.Piecewise((1, x > 0)), ">", 0)


def test_only_relations_are_relations() -> None:
    with pytest.raises(PayoffError, match="not a relation"):
        relation_condition(x + y)


def test_cases_that_divide_by_the_same_thing_each_owe_it() -> None:
    a = gt.Parameter("a")
    condition = comparison(sympy.Piecewise((1 / x, a > 0), (2 / x, True)), ">", 0)
    for sign in (-1, 1):
        point = {"x": Fraction(0), "a": Fraction(sign)}
        assert not all(evaluate(owed.formula, point) for owed in condition.obligations)
