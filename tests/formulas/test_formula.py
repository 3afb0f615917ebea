from fractions import Fraction
from itertools import product as pairs

from hypothesis import given
from hypothesis import strategies as st

from gametheory.formulas.evaluation import Evaluator
from gametheory.formulas.formula import (
    FALSE,
    NEGATION,
    TRUE,
    And,
    Formula,
    Leaf,
    Or,
    atom,
    atoms,
    compare,
    conjunction,
    disjunction,
    evaluate,
    is_false,
    is_true,
    leaves,
    map_factors,
    names,
    negate,
)
from gametheory.formulas.polynomial import constant, variable

X, Y = variable("x"), variable("y")
RELATIONS = (">", ">=", "==", "!=", "<", "<=")
VALUES = [Fraction(n, 2) for n in range(-3, 4)]


def test_comparisons_mean_what_they_say() -> None:
    for relation in RELATIONS:
        for x, y in pairs(VALUES, VALUES):
            expected = {">": x > y, ">=": x >= y, "==": x == y, "!=": x != y, "<": x < y, "<=": x <= y}[relation]
            one = atom((X - Y,), relation)
            assert evaluate(one, {"x": x, "y": y}) is expected
            assert evaluate(negate(one), {"x": x, "y": y}) is not expected
            assert compare(x - y, relation) is expected
            assert compare(x - y, NEGATION[relation]) is not expected


def test_a_product_keeps_its_factors_apart() -> None:
    one = atom((X, Y), ">=")
    assert isinstance(one, Leaf)
    assert len(one.atom.factors) == 2
    for x, y in pairs(VALUES, VALUES):
        assert evaluate(one, {"x": x, "y": y}) is (x * y >= 0)


def test_constant_factors_fold_into_the_sign() -> None:
    for x in VALUES:
        assert evaluate(atom((constant(-2), X), ">"), {"x": x}) is (x < 0)
        assert evaluate(atom((X * constant(-3), Y), ">"), {"x": x, "y": Fraction(1)}) is (x < 0)
    assert atom((constant(2),), ">") is TRUE
    assert atom((constant(2),), "<") is FALSE
    assert atom((constant(0), X), ">=") is TRUE
    assert atom((constant(0), X), ">") is FALSE


def test_a_constant_comparison_with_a_reason_keeps_it() -> None:
    one = atom((constant(-2),), ">=", why="because")
    assert isinstance(one, Leaf)
    assert one.why == "because"
    assert not evaluate(one, {})
    assert evaluate(negate(one), {})
    zero = atom((constant(0), X), ">=", why="because")
    assert isinstance(zero, Leaf)
    assert evaluate(zero, {})


def test_connectives_fold_constants_and_repetitions() -> None:
    one = atom((X,), ">")
    assert conjunction([]) is TRUE
    assert disjunction([]) is FALSE
    assert conjunction([one, TRUE]) is one
    assert disjunction([one, FALSE]) is one
    assert conjunction([one, FALSE]) is FALSE
    assert disjunction([one, TRUE]) is TRUE
    assert conjunction([one, one]) is one
    assert is_true(And(()))
    assert is_false(Or(()))
    assert not is_true(one)


def formulas() -> st.SearchStrategy[Formula]:
    leaf = st.builds(
        lambda a, b, c, relation: atom((constant(a) * X + constant(b) * Y + constant(c),), relation),
        st.integers(-2, 2),
        st.integers(-2, 2),
        st.integers(-1, 1),
        st.sampled_from(RELATIONS),
    )
    return st.recursive(
        leaf,
        lambda part: st.one_of(
            st.lists(part, max_size=3).map(conjunction), st.lists(part, max_size=3).map(disjunction), part.map(negate)
        ),
        max_leaves=8,
    )


@given(formulas(), st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_negation_and_prepared_evaluation_agree_with_plain_evaluation(
    formula: Formula, x: Fraction, y: Fraction
) -> None:
    values = {"x": x, "y": y}
    truth = evaluate(formula, values)
    assert evaluate(negate(formula), values) is not truth
    assert Evaluator(formula).holds(values) is truth
    swapped = map_factors(formula, lambda p: p.rename({"x": "y", "y": "x"}))
    assert evaluate(swapped, {"x": y, "y": x}) is truth


def test_reasons_survive_negation_and_renaming() -> None:
    one = atom((X,), ">", why="reason")
    (negated,) = leaves(negate(one))
    assert (negated.why, negated.negated) == ("reason", True)
    (renamed,) = leaves(map_factors(negate(one), lambda p: p.rename({"x": "z"})))
    assert (renamed.why, renamed.negated) == ("reason", True)
    assert names(map_factors(one, lambda p: p.rename({"x": "z"}))) == {"z"}


def test_shared_parts_are_visited_once() -> None:
    shared: Formula = disjunction([atom((X,), ">"), atom((Y,), ">")])
    for _ in range(60):  # as a tree this would have 2**60 nodes
        shared = conjunction([disjunction([shared, atom((X,), ">")]), disjunction([shared, atom((Y,), "<")])])
    assert evaluate(shared, {"x": Fraction(1), "y": Fraction(-1)})
    assert len(atoms(shared)) == 3
    assert len(leaves(negate(shared))) == 122
