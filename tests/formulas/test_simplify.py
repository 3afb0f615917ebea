from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gametheory as gt
from gametheory.formulas import simplify
from gametheory.formulas.display import text
from gametheory.formulas.factors import factorised
from gametheory.formulas.formula import FALSE, TRUE, Formula, atom, conjunction, disjunction, evaluate, leaves
from gametheory.formulas.polynomial import constant, variable
from gametheory.formulas.simplify import Simplifier
from gametheory.formulas.solver import Answer
from gametheory.formulas.translate import relation_condition

T, R, P, S, delta, x, y = gt.parameters("T R P S delta x y")
X, Y = variable("x"), variable("y")


def says(*relations: object) -> tuple[Formula, ...]:
    return tuple(relation_condition(relation).formula for relation in relations)


@pytest.mark.parametrize(
    ("assumed", "relations", "shorter"),
    [
        ((T > R, R > P, P > S), (T > P, R > S), "always"),
        ((T > R, R > P), (P > T,), "never"),
        ((T > R,), (T > R, T > P), "T > P"),
        ((R > P,), (T > R, T > P), "T > R"),
        ((T > P,), ((T - P) * (R - S) > 0,), "R > S"),
        ((T > P,), ((T - P) * (R - S) < 0,), "S > R"),
        ((), ((T - P) ** 2 * (R - S) > 0,), None),
        ((gt.equal(T, P),), ((T - P) * (R - S) >= 0,), "always"),
        ((), (T >= R, T <= R), "T = R"),
        ((x > 0,), (x**3 * y**2 > 0,), "(y)*(y) > 0"),
    ],
)
def test_conjunctions(assumed: tuple[object, ...], relations: tuple[object, ...], shorter: str | None) -> None:
    found = Simplifier(says(*assumed)).simplified(conjunction(says(*relations)))
    if shorter is None:
        assert len(leaves(found)) == 1
    else:
        assert text(found) == shorter


def test_a_disjunction_collapses_to_what_it_says() -> None:
    # x > 0 or (x <= 0 and y > 0) or (y > 0 and x > 3) is x > 0 or y > 0
    found = Simplifier(()).simplified(
        disjunction([*says(x > 0), conjunction(says(x <= 0, y > 0)), conjunction(says(y > 0, x > 3))])
    )
    assert text(found) in ("x > 0 or y > 0", "y > 0 or x > 0")


def test_the_complement_is_used_where_it_is_shorter() -> None:
    corners = [conjunction(says(a, b)) for a in (x > 1, x < -1) for b in (y > 1, y < -1, gt.equal(y, 0))]
    outside = disjunction([*corners, *says(x > 2)])
    found = Simplifier(()).simplified(outside)
    for a, b in product([Fraction(n, 2) for n in range(-6, 7)], repeat=2):
        assert evaluate(found, {"x": a, "y": b}) is evaluate(outside, {"x": a, "y": b})


def test_two_strict_inequalities_say_that_two_things_differ() -> None:
    found = Simplifier(()).simplified(disjunction(says(x > y, x < y)))
    assert len(leaves(found)) == 1
    assert [evaluate(found, {"x": Fraction(0), "y": Fraction(b)}) for b in (-1, 0, 1)] == [True, False, True]


def test_a_factor_settled_by_the_other_comparisons_is_dropped() -> None:
    found = Simplifier(says(P > S)).simplified(conjunction(says((T - R + P - S) * (x - y) > 0, T > R)))
    assert text(found) in ("x > y and T > R", "T > R and x > y")


def test_signs_are_settled_only_where_they_are_constant() -> None:
    simplifier = Simplifier(says(x > 1, gt.equal(y, 0)))
    assert simplifier.sign(X) == 1
    assert simplifier.sign(-X) == -1
    assert simplifier.sign(Y) == 0
    assert simplifier.sign(X - constant(2)) is None
    assert simplifier.sign(constant(-3)) == -1


def test_a_constant_comparison_with_a_reason_is_settled_rightly() -> None:
    for number, relation, holds in ((0, ">=", True), (0, ">", False), (-1, "<", True), (2, "==", False)):
        constant_one = atom((constant(number),), relation, why="kept")
        for formula in (conjunction([constant_one, *says(x > 0)]), disjunction([constant_one, *says(x > 0)])):
            found = Simplifier(()).simplified(formula)
            for value in (Fraction(-1), Fraction(1)):
                assert evaluate(found, {"x": value}) is evaluate(formula, {"x": value})
        assert evaluate(Simplifier(()).reduced(constant_one), {}) is holds


@pytest.mark.no_cover
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(-1, 1), st.sampled_from([">", ">=", "=="])),
            min_size=1,
            max_size=3,
        ),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([(), (x > y,), (x + y > 0, x < 2)]),
)
@settings(max_examples=80, deadline=None)
def test_simplified_formulas_say_the_same_under_the_assumptions(
    disjuncts: list[list[tuple[int, int, int, str]]], assumed: tuple[object, ...]
) -> None:
    formula = disjunction(
        conjunction(atom((constant(a) * X + constant(b) * Y + constant(c),), r) for a, b, c, r in cube)
        for cube in disjuncts
    )
    assumptions = says(*assumed)
    found = Simplifier(assumptions).simplified(formula)
    for a, b in product([Fraction(n, 2) for n in range(-4, 5)], repeat=2):
        point = {"x": a, "y": b}
        if evaluate(conjunction(assumptions), point):
            assert evaluate(found, point) is evaluate(formula, point)


def test_a_formula_with_too_many_alternatives_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplify, "MOST_CUBES", 0)
    formula = disjunction([conjunction(says(x > 0, y > 0)), conjunction(says(x < 0, y < 0))])
    assert evaluate(Simplifier(()).simplified(formula), {"x": Fraction(1), "y": Fraction(1)})


def test_an_undecided_question_shortens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplify, "check", lambda formulas, limit: Answer("unknown"))
    formula = disjunction(says(x > 0, x > 1))
    assert len(leaves(Simplifier(()).simplified(formula))) == 2


def test_constants_are_settled() -> None:
    simplifier = Simplifier(says(x > 0))
    assert simplifier.simplified(disjunction(says(x > -1))) is TRUE
    assert simplifier.simplified(conjunction(says(x < 0))) is FALSE


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3)), min_size=1, max_size=3))
def test_factors_multiply_back(parts: list[tuple[int, int, int]]) -> None:
    whole = constant(Fraction(2, 3))
    for a, b, c in parts:
        whole = whole * (constant(a) * X + constant(b) * Y + constant(c))
    again = constant(1)
    for factor, power in factorised(whole):
        for _ in range(power):
            again = again * factor
    assert again == whole


@pytest.mark.parametrize("most", [0, 1, 2, 3, 5, 8])
def test_what_is_left_when_enough_was_asked_says_the_same(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(simplify, "MOST_ASKED", most)
    formula = (gt.when((x > y) & (x > y - 1) | (x > 2 * y) & (y > 0) | gt.equal(x, y))).condition.formula
    short = Simplifier(()).simplified(formula)
    for u in range(-3, 4):
        for v in range(-3, 4):
            point = {"x": Fraction(u, 2), "y": Fraction(v, 2)}
            assert evaluate(short, point) == evaluate(formula, point)
