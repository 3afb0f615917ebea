from fractions import Fraction
from importlib.util import find_spec
from itertools import product as every

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gametheory.formulas import second_opinion
from gametheory.formulas.formula import FALSE, TRUE, Atom, Formula, Leaf, atom, conjunction, disjunction, evaluate
from gametheory.formulas.polynomial import ONE, ZERO, Polynomial, constant, product, variable
from gametheory.formulas.second_opinion import agrees, smtlib
from gametheory.formulas.solver import Limit, check

X, Y = variable("x"), variable("y")
SMALL = [Fraction(n, 2) for n in (-4, -2, -1, 0, 1, 2, 4)]
needs_cvc5 = pytest.mark.skipif(find_spec("cvc5") is None, reason="cvc5 is not installed")


def test_the_text_of_a_linear_question() -> None:
    rest = atom([variable("and") + constant(2) * X - constant(3)], "!=")  # a name that is a word of the language
    assert smtlib([rest]).splitlines() == [
        "(set-logic QF_LRA)",
        "(declare-const v0 Real)",
        "(declare-const v1 Real)",
        "(assert (not (= (+ (- 3.0) v0 (* 2.0 v1)) 0.0)))",
        "(check-sat)",
    ]


@pytest.mark.parametrize("one", [atom([X, Y], ">"), atom([X * Y], ">="), atom([X * X - ONE], "==")])
def test_products_are_not_linear(one: Formula) -> None:
    assert smtlib([one]).startswith("(set-logic QF_NRA)\n")


def test_nothing_is_divided_by_a_variable() -> None:
    third = Polynomial((((("x", 1),), Fraction(1, 3)), ((("y", 1),), Fraction(-2, 7))))
    text = smtlib([Leaf(Atom((third, X + Y), ">"))])
    numbers = [piece.split(")")[0].split() for piece in text.split("(/ ")[1:]]
    assert sorted(numbers) == [["1.0", "3.0"], ["2.0", "7.0"]]


@needs_cvc5
def test_known_contradictions() -> None:
    """A chain that closes, the mean of two squares, and a half that is not two thirds."""
    T, R, P = (variable(name) for name in "TRP")
    assert agrees([atom([T - R], ">"), atom([R - P], ">"), atom([P - T], ">=")]) is True
    assert agrees([atom([T - R], ">"), atom([R - P], ">"), atom([P - T], "<")]) is False
    assert agrees([atom([X * X + Y * Y - constant(2) * X * Y], "<")]) is True
    assert agrees([atom([X * X - constant(2)], "==")]) is False  # only irrational points
    assert agrees([atom([constant(2) * X - ONE], "=="), atom([X * constant(Fraction(3, 2)) - ONE], "==")]) is True


@needs_cvc5
def test_constants() -> None:
    assert [agrees(formulas) for formulas in ([], [TRUE], [FALSE], [FALSE, atom([X], ">")])] == [
        False,
        False,
        True,
        True,
    ]


@needs_cvc5
def test_a_hard_question_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The means of six sixth powers: cvc5 alone does not end in minutes."""
    names = [variable(f"x{i}") for i in range(6)]
    sixth = sum((product([one] * 6) for one in names), ZERO) - constant(6) * product(names)
    monkeypatch.setattr(second_opinion, "PATIENCE", 0)
    assert agrees([atom([sixth], "<")], Limit(seconds=1)) is None


def test_without_cvc5_there_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_opinion, "find_spec", lambda name: None)
    assert agrees([FALSE]) is None


polynomials = st.lists(
    st.tuples(st.integers(-2, 2).map(constant), st.sampled_from([ONE, X, Y, X * Y])), min_size=1, max_size=3
).map(lambda terms: sum((c * m for c, m in terms), ZERO))
comparisons = st.builds(
    atom, st.lists(polynomials, min_size=1, max_size=2), st.sampled_from([">", ">=", "==", "!=", "<", "<="])
)
circuits = st.recursive(
    comparisons,
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(conjunction),
        st.lists(parts, min_size=2, max_size=3).map(disjunction),
    ),
    max_leaves=6,
)


@pytest.mark.no_cover
@needs_cvc5
@settings(max_examples=25, deadline=None)
@given(st.lists(circuits, min_size=1, max_size=4))
def test_it_never_contradicts_a_point_or_the_other_solver(formulas: list[Formula]) -> None:
    opinion = agrees(formulas)
    if any(all(evaluate(one, {"x": x, "y": y}) for one in formulas) for x, y in every(SMALL, SMALL)):
        assert opinion is False
    assert (opinion, check(formulas).status) not in {(True, "sat"), (False, "unsat")}
