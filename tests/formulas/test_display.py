from fractions import Fraction

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.display import (
    _printers,
    expression_latex,
    expression_text,
    formula_expression,
    latex,
    polynomial_text,
    size,
    text,
)
from gametheory.formulas.formula import FALSE, TRUE, Formula, atom, conjunction, disjunction, negate
from gametheory.formulas.polynomial import ONE, ZERO, constant, variable
from gametheory.formulas.translate import relation_condition

T, R, P, S, delta = gt.parameters("T R P S delta")
X, Y = variable("x"), variable("y")


def test_the_first_expression_that_is_printed() -> None:
    _printers.cache_clear()  # they are made when they are first needed
    assert expression_text(delta - T) == "delta - T"
    assert expression_latex(S - R / 2) == r"S - \frac{R}{2}"


@pytest.mark.parametrize(
    ("polynomial", "written"),
    [
        (X - Y, "x - y"),
        (Y - X, "y - x"),
        (-X, "-x"),
        (-X - Y, "-x - y"),
        (X * X * Y - constant(2) * X + ONE, "x**2*y + 1 - 2*x"),
        (constant(Fraction(1, 2)) * X, "1/2*x"),
        (ZERO, "0"),
        (constant(-3), "-3"),
    ],
)
def test_polynomials_put_positive_terms_first(polynomial: object, written: str) -> None:
    assert polynomial_text(polynomial) == written  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (atom((X - Y,), ">"), "x > y"),
        (atom((Y - X,), ">="), "y >= x"),
        (atom((ONE - X,), ">"), "x < 1"),
        (atom((-X,), ">="), "x <= 0"),
        (atom((X - Y,), "=="), "y = x"),
        (atom((X, Y), "!="), "(x)*(y) != 0"),
        (atom((X, Y - ONE), ">"), "(x)*(y - 1) > 0"),
        (TRUE, "always"),
        (FALSE, "never"),
    ],
)
def test_comparisons_read_as_a_person_would_write_them(formula: Formula, written: str) -> None:
    assert text(formula) == written


def test_connectives_are_bracketed_where_they_mix() -> None:
    a, b, c = (atom((variable(n),), ">") for n in "abc")
    assert text(disjunction([conjunction([a, b]), c])) == "(a > 0 and b > 0) or c > 0"
    assert text(conjunction([disjunction([a, b]), c])) == "(a > 0 or b > 0) and c > 0"
    assert text(conjunction([conjunction([a, b]), c])) == "a > 0 and b > 0 and c > 0"
    assert latex(conjunction([a, atom((X, Y - ONE), ">=")])) == (r"a > 0 \land \left(x\right)\left(y - 1\right) \geq 0")
    assert latex(atom((X - Y,), "!=")) == r"y \neq x"
    assert latex(TRUE) == r"\text{always}"


def test_relations_are_written_as_the_user_wrote_them() -> None:
    threshold = relation_condition(delta >= (T - R) / (T - P)).formula
    assert text(threshold) == "delta >= (T - R)/(T - P)"
    assert text(negate(threshold)) == "delta < (T - R)/(T - P)"
    assert latex(threshold) == r"\delta \geq \frac{T - R}{T - P}"


def test_a_long_condition_is_described_by_its_size() -> None:
    many = conjunction([atom((variable(f"x{i}"),), ">") for i in range(70)])
    assert size(many) == 71
    assert text(many) == "a condition of 71 nodes over 70 comparisons"


def test_expressions_put_positive_terms_first() -> None:
    assert expression_text((R - T) / (P - T)) in ("(T - R)/(T - P)", "(R - T)/(P - T)")
    assert expression_text(T - R) == "T - R"
    assert expression_text(Fraction(1, 2)) == "1/2"
    assert expression_latex(Fraction(-1, 2)) == r"-\frac{1}{2}"
    assert expression_latex(Fraction(3)) == "3"
    assert expression_latex(T - R) == "T - R"


def test_formulas_become_sympy_booleans() -> None:
    symbols = {"T": T, "R": R, "P": P}
    formula = disjunction([relation_condition(T > R).formula, atom((variable("T") - variable("P"),), ">=")])
    assert formula_expression(formula, symbols) == sympy.Or(sympy.Gt(T, R), T - P >= 0)
    assert formula_expression(conjunction([]), symbols) == sympy.true
