from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import gametheory as gt

t, d = gt.parameters("t d")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/10", Fraction(1, 10)),
        ("0.1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("2.", Fraction(2)),
        (" 1 + 2 * 3 ", 7),
        ("2 ** 3 ** 2", 512),
        ("-2 ** 2", -4),
        ("(-2) ** 2", 4),
        ("2 ** -2", Fraction(1, 4)),
        ("- - + 3", 3),
        ("7 - 2 - 1", 4),
        ("8 / 2 / 2", 2),
        ("(1 + 2) * (3 - 1/2)", Fraction(15, 2)),
    ],
)
def test_arithmetic_in_text(text: str, value: Fraction) -> None:
    found = gt.exact(text)
    assert found == value
    assert type(found) is Fraction


def test_declared_parameters_in_text() -> None:
    assert gt.exact("t/2 - d", parameters=(t, d)) == t / 2 - d
    assert gt.exact("(t + 1)**2", parameters=(t,)) == (t + 1) ** 2
    assert gt.exact("1/(t - d)", parameters=(t, d)) == 1 / (t - d)
    assert gt.exact("t**-1", parameters=(t,)) == 1 / t


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x", "not a declared parameter .declared: d, t."),
        ("", "ends where"),
        ("1 +", "ends where"),
        ("* 2", "stands where a number"),
        ("(1 + 2", "not closed"),
        ("1 2", "stands where . - "),
        ("1)", "stands where"),
        ("t.real", "not arithmetic"),
        ("__import__('os')", "__import__ is not a declared parameter|not arithmetic"),
        ("t if t else d", "stands where"),
        ("1e5", "stands where"),
        ("2^3", "not arithmetic"),
        ("1/0", "divides by zero"),
        ("0**-1", "divides by zero"),
        ("t/(1-1)", "divides by zero"),
        ("2**0.5", "exponent must be a whole number"),
        ("2**t", "exponent must be a whole number"),
        ("t**101", "exponent must be a whole number of at most 100"),
        ("((9**99)**99)**99", "more than 1000 digits"),
        ("9" * 1001, "more than 1000 digits"),
        ("*".join(["9" * 900] * 2), "more than 1000 digits"),
        ("1/" + "/".join(["9" * 900] * 2), "more than 1000 digits"),
        ("(" * 60 + "1" + ")" * 60, "nested deeper"),
        ("1+" * 2000 + "1", "characters are more than"),
        ("t/t", "cancels"),
        ("(t*t - t)/(2*t) * 0 + (t*d)/d", "cancels"),
        ("x" * 80, "not a declared parameter"),
    ],
)
def test_everything_else_is_refused_and_nothing_is_run(text: str, complaint: str) -> None:
    with pytest.raises(gt.ExactnessError, match=complaint):
        gt.exact(text, parameters=(t, d))


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (0.1, r'is 0\.1, a float; write Rational\(1, 10\) or "1/10"'),
        (np.float64(0.5), r"a float; write Rational\(1, 2\)"),
        (np.float32(0.5), r"a float; write Rational\(1, 2\)"),
        (float("nan"), "not a finite number"),
        (float("inf"), "not a finite number"),
        (Decimal("NaN"), "not a finite number"),
        (1j, "not a real number"),
        (np.array([1, 2]), "not a real number"),
        (None, "a NoneType; expected an exact number"),
        ([1], "a list; expected"),
        (True, "a truth value"),
        (sympy.Float("0.1"), "floating-point number"),
        (sympy.sqrt(2), "not a rational number"),
        (sympy.pi, "not a rational number"),
        (t, "a Parameter; expected"),
    ],
)
def test_values_that_are_not_exact_are_refused_with_advice(value: object, complaint: str) -> None:
    with pytest.raises(gt.ExactnessError, match=complaint):
        gt.exact(value)


def test_the_message_names_the_thing() -> None:
    with pytest.raises(gt.PayoffError, match=r"China's payoff is 0.5"):
        gt.exact(0.5, what="China's payoff", error=gt.PayoffError)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_the_packages_own_error(text: str) -> None:
    with suppress(gt.ExactnessError):
        assert isinstance(gt.exact(text), Fraction)


@given(st.text(alphabet="0123456789+-*/() .td", max_size=25))
def test_any_arithmetic_is_read_or_refused(text: str) -> None:
    with suppress(gt.ExactnessError):
        gt.exact(text, parameters=(t, d))
