from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gametheory.errors import CapacityError, UndefinedPayoffError
from gametheory.formulas import polynomial
from gametheory.formulas.polynomial import Polynomial, constant, product, variable
from gametheory.formulas.quotient import ONE, Quotient

X, Y = variable("x"), variable("y")
small = st.integers(-3, 3)
rationals = st.fractions(-4, 4, max_denominator=5)


def tree(draw_depth: int) -> st.SearchStrategy[tuple[object, ...]]:
    """Arithmetic as nested tuples, evaluated by the test itself."""
    leaf = st.one_of(st.tuples(st.just("n"), small), st.tuples(st.just("v"), st.sampled_from("xy")))
    return st.recursive(leaf, lambda t: st.tuples(st.sampled_from("+-*"), t, t), max_leaves=draw_depth)


def by_polynomial(node: tuple) -> Polynomial:  # type: ignore[type-arg]
    match node:
        case ("n", value):
            return constant(value)
        case ("v", name):
            return variable(name)
        case (sign, left, right):
            a, b = by_polynomial(left), by_polynomial(right)
            return a + b if sign == "+" else a - b if sign == "-" else a * b
    raise AssertionError


def by_number(node: tuple, values: dict[str, Fraction]) -> Fraction:  # type: ignore[type-arg]
    match node:
        case ("n", value):
            return Fraction(value)
        case ("v", name):
            return values[name]
        case (sign, left, right):
            a, b = by_number(left, values), by_number(right, values)
            return a + b if sign == "+" else a - b if sign == "-" else a * b
    raise AssertionError


@given(tree(8), rationals, rationals)
def test_arithmetic_agrees_with_numbers_put_in_first(node: tuple, x: Fraction, y: Fraction) -> None:  # type: ignore[type-arg]
    values = {"x": x, "y": y}
    built = by_polynomial(node)
    expected = by_number(node, values)
    assert built.evaluate(values) == expected
    assert built.at({"x": x}).evaluate({"y": y}) == expected
    assert built.rename({"x": "z"}).evaluate({"z": x, "y": y}) == expected
    content, primitive = built.primitive()
    assert content * primitive.evaluate(values) == expected
    assert all(isinstance(c, int) for _, c in primitive.terms)
    in_x = built.coefficients("x")
    assert sum(c.evaluate(values) * x**power for power, c in enumerate(in_x)) == expected


def test_equal_polynomials_have_one_form() -> None:
    assert (X + Y) * (X - Y) == X * X - Y * Y
    assert X - X == polynomial.ZERO
    assert not polynomial.ZERO
    assert (X * Y).degree == 2
    assert constant(0) == polynomial.ZERO


def test_constants_know_their_value() -> None:
    assert constant(Fraction(3, 2)).value == Fraction(3, 2)
    assert polynomial.ZERO.value == 0
    assert X.value is None


def test_the_primitive_form_forgets_scale_and_sign() -> None:
    scaled = constant(Fraction(-2, 3)) * (X - Y)
    assert scaled.primitive()[1] == (X - Y).primitive()[1]
    assert polynomial.ZERO.primitive() == (0, polynomial.ZERO)


def wide(terms: int, letter: str) -> Polynomial:
    return Polynomial(tuple((((f"{letter}{i:05}", 1),), 1) for i in range(terms)))


def test_what_is_too_large_to_read_is_refused() -> None:
    with pytest.raises(CapacityError, match=r"a product of 200 by 101 terms is larger than 20000 terms; name a part"):
        wide(200, "x") * wide(101, "y")
    with pytest.raises(CapacityError, match=r"a sum of 10000 and 10001 terms is larger than 20000 terms; name a part"):
        wide(10_000, "x") + wide(10_001, "y")
    assert len((wide(10_000, "x") + wide(10_000, "y")).terms) == len((wide(200, "x") * wide(100, "y")).terms) == 20_000


def test_quotients_are_never_cancelled() -> None:
    half = Quotient(X) * Quotient(X).inverse()
    assert half.denominators == ((X, 1),)
    difference = ONE - half
    assert difference.numerator == polynomial.ZERO
    assert difference.denominators == ((X, 1),)


def test_quotients_add_over_a_common_denominator() -> None:
    total = Quotient(ONE.numerator, ((X, 1),)) + Quotient(Y, ((X, 2), (Y, 1)))
    assert total.value({"x": Fraction(2), "y": Fraction(3)}) == Fraction(1, 2) + Fraction(3, 12)


@given(rationals, rationals)
def test_the_sign_of_a_quotient_is_that_of_its_factors(x: Fraction, y: Fraction) -> None:
    quotient = Quotient(ONE.numerator, ((X, 1),)) + Quotient(Y - X, ((X, 2), (Y, 1)))
    if x == 0 or y == 0:
        return
    value = 1 / x + (y - x) / (x * x * y)
    assert quotient.value({"x": x, "y": y}) == value
    sign = product(quotient.sign_factors()).evaluate({"x": x, "y": y})
    assert (sign > 0, sign < 0) == (value > 0, value < 0)


def test_one_over_zero_is_refused() -> None:
    with pytest.raises(UndefinedPayoffError, match="divides by 0"):
        Quotient(polynomial.ZERO).inverse()
