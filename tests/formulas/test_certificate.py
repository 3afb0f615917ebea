import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations
from itertools import product as every

import pytest
import sympy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gametheory.errors import CapacityError
from gametheory.formulas import certificate as module
from gametheory.formulas.certificate import Certificate, Identity, Term, _open_branch, _split, certify
from gametheory.formulas.display import polynomial_expression
from gametheory.formulas.formula import (
    FALSE,
    TRUE,
    And,
    Atom,
    Formula,
    Leaf,
    Or,
    atom,
    atoms,
    conjunction,
    disjunction,
    evaluate,
    negate,
)
from gametheory.formulas.polynomial import ONE, ZERO, Polynomial, constant, variable
from gametheory.formulas.solver import check

T, R, P, S, D = (variable(name) for name in "TRPSD")
X, Y, Z = (variable(name) for name in "xyz")
DILEMMA = [atom([T - R], ">"), atom([R - P], ">"), atom([P - S], ">")]
PATIENCE = [atom([D], ">"), atom([ONE - D], ">")]
# R/(1 - D) >= T + D*P/(1 - D), and D >= (T - R)/(T - P), their denominators cleared by hand.
GRIM = atom([R - (ONE - D) * T - D * P, ONE - D], ">=")
THRESHOLD = atom([D * (T - P) - (T - R), T - P], ">=")
SMALL = [Fraction(n, 2) for n in (-4, -2, -1, 0, 1, 2, 4)]


def number(value: int) -> Polynomial:
    return constant(value)


def only(formula: Formula) -> Atom:
    assert isinstance(formula, Leaf)
    return formula.atom


def is_zero(identity: Identity) -> bool:
    """Ask sympy, not our own arithmetic."""
    total = sum(
        polynomial_expression(term.multiplier, {})
        * sympy.prod(polynomial_expression(factor, {}) for one in term.atoms for factor in one.factors)
        for term in identity.terms
    )
    return bool(sympy.expand(total) == 0)


def certified(formulas: Sequence[Formula]) -> Certificate:
    found = certify(formulas)
    assert found is not None
    assert found.verify()
    assert all(map(is_zero, found.identities))
    assert check(formulas).status == "unsat"
    return found


def test_dominance_needs_no_product() -> None:
    found = certified([*DILEMMA, negate(conjunction((atom([T - R], ">"), atom([P - S], ">="))))])
    assert set(str(found).splitlines()) == {
        "(T - R > 0)*1 + (R - T >= 0)*1 = 0",
        "(P - S > 0)*1 + (S - P > 0)*1 = 0",
    }


def test_a_chain_of_premises_adds_up() -> None:
    found = certified([*DILEMMA, atom([S - T], ">=")])
    assert str(found) == "(T - R > 0)*1 + (R - P > 0)*1 + (P - S > 0)*1 + (S - T >= 0)*1 = 0"


def test_grim_trigger_is_its_threshold() -> None:
    for one, other in ((GRIM, THRESHOLD), (THRESHOLD, GRIM)):
        certified([*DILEMMA, *PATIENCE, one, negate(other)])
    differ = disjunction((conjunction((GRIM, negate(THRESHOLD))), conjunction((THRESHOLD, negate(GRIM)))))
    assert len(certified([*DILEMMA, *PATIENCE, differ]).identities) == 2
    assert certify([*DILEMMA, *PATIENCE, GRIM]) is None


def test_a_share_and_its_complement_are_positive_together() -> None:
    inside = [atom([X], ">"), atom([ONE - X], ">")]
    assert str(certified([*inside, atom([X, ONE - X], "<=")])) == ("((x)*(x - 1) >= 0)*1 + (x > 0)*(1 - x > 0)*1 = 0")
    certified([*inside, atom([X * (ONE - X)], "<=")])
    certified([*inside, atom([X * X - X], ">=")])


def test_signs_of_factors_help_where_products_do_not() -> None:
    """(U - R)/(U - P) > (T - R)/(T - P) for U > T > R > P; the sum of degree 4 has products of five constraints."""
    U = variable("U")
    falls = atom([(U - R) * (T - P) - (T - R) * (U - P), U - P, T - P], "<=")
    found = certified([*DILEMMA, atom([U - T], ">"), falls])
    assert len(found.identities) > 1
    assert all(len(term.atoms) <= 2 for identity in found.identities for term in identity.terms)


def test_an_equality_may_have_any_multiplier() -> None:
    assert str(certified([atom([X * Y - ONE], "=="), atom([X], "==")])) == (
        "(1 > 0)*1 + (x*y - 1 = 0)*1 + (x = 0)*(-y) = 0"
    )
    certified([atom([X * X - number(2)], "=="), atom([X - number(2)], ">")])
    certified([atom([X, Y], "=="), atom([X], ">"), atom([Y], "<")])
    certified([atom([X, Y, X + Y], "=="), atom([X], ">"), atom([Y], ">"), atom([Z], "!=")])


def test_not_equal_has_two_sides() -> None:
    certified([atom([X], "!="), atom([X], ">="), atom([X], "<=")])
    certified([atom([X, Y], "!="), atom([X], "==")])
    certified([atom([X], "!="), atom([Y], "!="), atom([X], ">="), atom([Y], ">="), atom([X + Y], "<=")])
    assert certify([atom([X], "!="), atom([X], ">=")]) is None


def test_a_power_of_one_factor() -> None:
    certified([atom([X, X, Y], ">"), atom([Y], "<=")])
    assert certify([atom([X, X, Y], ">="), atom([Y], "<")]) is None  # at x = 0


def test_what_needs_a_sum_of_squares_is_not_certified_wrongly() -> None:
    three = X * X * X + Y * Y * Y + Z * Z * Z - number(3) * X * Y * Z
    positive = [atom([one], ">=") for one in (X, Y, Z)]
    motzkin = X * X * X * X * Y * Y + X * X * Y * Y * Y * Y - number(3) * X * X * Y * Y + ONE
    for formulas in ([*positive, atom([three], "<")], [atom([motzkin], "<")]):
        found = certify(formulas)
        assert found is None or found.verify()


def test_trivial_questions() -> None:
    assert str(certified([FALSE])) == "false as it stands"
    certified([atom([X], ">"), FALSE])
    assert certify([]) is None
    assert certify([TRUE]) is None
    assert certify([atom([X], ">")]) is None


def test_at_most_sixty_four_branches() -> None:
    def gaps(count: int) -> Formula:
        pieces = [X - number(i) for i in range(count)]
        return disjunction(conjunction((atom([one], ">"), atom([one], "<"))) for one in pieces)

    assert len(certified([gaps(64)]).identities) == 64
    assert certify([gaps(65)]) is None


def test_what_does_not_matter_costs_no_branch() -> None:
    aside = [disjunction((atom([variable(f"y{i}")], ">"), atom([variable(f"z{i}")], ">="))) for i in range(30)]
    pairs = [
        disjunction(
            conjunction((atom([variable(f"{a}{i}")], ">"), atom([variable(f"{b}{i}")], ">"))) for a, b in ("kl", "mn")
        )
        for i in range(30)
    ]
    asked = [atom([X], ">"), disjunction((atom([X], "<"), conjunction((atom([X], "=="), atom([Y], ">")))))]
    for formulas in ([*aside, *pairs, *asked], [*asked, *pairs, *aside]):
        assert len(certified(formulas).identities) == 2


def test_a_shared_circuit_is_not_unfolded() -> None:
    one: Formula = atom([X], ">")
    other: Formula = atom([X, Y, Y], ">")
    both, either = (one, other), (one, other)
    for _ in range(200):
        both = (And(both), And(both[::-1]))
        either = (Or(either), Or(either[::-1]))
    found = certify([both[0], atom([X], "<=")])  # z3 itself unfolds these, so it is not asked here
    assert found is not None
    assert found.verify()
    certify([either[0], atom([X], "<=")])  # ends
    for _ in range(module.MOST_NODES):
        one = And((one,))
    assert certify([one, atom([X], "<=")]) is None


def test_limits_end_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    found = certified([*DILEMMA, *PATIENCE, GRIM, negate(THRESHOLD)])
    with monkeypatch.context() as limited:
        limited.setattr(module, "MOST_WORK", 20)
        assert certify(found.formulas) is None
    with monkeypatch.context() as limited:
        limited.setattr(module, "MOST_STEPS", 1)
        assert certify(found.formulas) is None
        assert not found.verify()
        with pytest.raises(CapacityError):
            _open_branch(conjunction(found.formulas), [found.identities[0].atoms])


@pytest.mark.no_cover
def test_the_same_question_gets_the_same_words() -> None:
    ask = (
        "from tests_certificate import GRIM, THRESHOLD, DILEMMA, PATIENCE, certify, negate;"
        "print(certify([*DILEMMA, *PATIENCE, GRIM, negate(THRESHOLD)]))"
    )
    start = f"import importlib.util as u, sys; s = u.spec_from_file_location('tests_certificate', {__file__!r});"
    load = "m = u.module_from_spec(s); sys.modules[s.name] = m; s.loader.exec_module(m);"
    said = {
        subprocess.run(
            [sys.executable, "-c", start + load + ask],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {f"{certify([*DILEMMA, *PATIENCE, GRIM, negate(THRESHOLD)])}\n"}


ABOVE, NOT_ABOVE, NOT_BELOW = only(atom([X], ">")), only(atom([X], "<=")), only(atom([X], ">="))


@pytest.mark.parametrize(
    "terms",
    [
        [],
        [Term(ONE, ())],  # 1 is not 0
        [Term(ONE, (ABOVE,)), Term(constant(2), (NOT_ABOVE,))],  # x - 2x is not 0
        [Term(ONE, (NOT_BELOW,)), Term(ONE, (NOT_ABOVE,))],  # nothing strict: true of x = 0
        [Term(ZERO, (ABOVE,)), Term(ZERO, (NOT_ABOVE,))],  # nothing positive
        [Term(ONE, (ABOVE,)), Term(constant(-1), (ABOVE,))],  # a negative multiplier
        [Term(ONE, (ABOVE,)), Term(X, (only(atom([Y], ">")),)), Term(-Y - ONE, (ABOVE,))],  # multipliers without a sign
        [Term(ONE, (ABOVE,)), Term(constant(-1), (only(atom([X], "!=")),))],  # "not zero" has no sign
        [Term(ONE, (ABOVE,)), Term(constant(-1), (only(atom([X], "!=")), only(atom([Y], "=="))))],
    ],
)
def test_a_sum_that_proves_nothing(terms: list[Term]) -> None:
    assert not Identity(tuple(terms)).verify()


def test_a_sum_that_proves_something() -> None:
    assert Identity((Term(constant(Fraction(1, 3)), (ABOVE,)), Term(constant(Fraction(1, 3)), (NOT_ABOVE,)))).verify()


def test_a_tampered_certificate_fails() -> None:
    formulas = (*DILEMMA, *PATIENCE, disjunction((atom([R - T], ">="), conjunction((GRIM, negate(THRESHOLD))))))
    found = certified(formulas)
    assert len(found.identities) == 2
    for index, identity in enumerate(found.identities):
        others = found.identities[:index] + found.identities[index + 1 :]
        assert not replace(found, identities=others).verify()  # a branch left out
        for place, term in enumerate(identity.terms):
            rest = identity.terms[:place], identity.terms[place + 1 :]
            for wrong in (constant(2) * term.multiplier, -term.multiplier, term.multiplier + X):
                changed = Identity((*rest[0], replace(term, multiplier=wrong), *rest[1]))
                assert not replace(found, identities=(*others, changed)).verify()
            shorter = Identity(rest[0] + rest[1])
            assert not replace(found, identities=(*others, shorter)).verify()
    for index in range(len(DILEMMA) - 1):  # a premise that is needed
        assert not replace(found, formulas=formulas[:index] + formulas[index + 1 :]).verify()
    assert not replace(found, formulas=(*DILEMMA, *PATIENCE, GRIM)).verify()


def test_strictness_cannot_be_slipped_in() -> None:
    """x >= 0 and x <= 0 have the point 0; an identity about x > 0 does not close the branch."""
    slipped = Identity((Term(ONE, (ABOVE,)), Term(ONE, (NOT_ABOVE,))))
    assert slipped.verify()
    assert not Certificate((Leaf(NOT_BELOW), Leaf(NOT_ABOVE)), (slipped,)).verify()
    assert Certificate((Leaf(ABOVE), Leaf(NOT_ABOVE)), (slipped,)).verify()


def test_a_product_too_large_is_not_verified() -> None:
    wide = sum((variable(f"x{i}") for i in range(150)), ZERO)
    one = only(atom([wide, wide + ONE], ">"))
    assert not Certificate((Leaf(one),), (Identity((Term(ONE, (one,)),)),)).verify()
    assert certify([Leaf(one), Leaf(one.negated())]) is None


polynomials = st.lists(
    st.tuples(st.integers(-2, 2).map(constant), st.sampled_from([ONE, X, Y, X * Y])), min_size=1, max_size=3
).map(lambda terms: sum((c * m for c, m in terms), ZERO))
comparisons = st.builds(
    atom, st.lists(polynomials, min_size=1, max_size=3), st.sampled_from([">", ">=", "==", "!=", "<", "<="])
)
circuits = st.recursive(
    comparisons,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(conjunction),
        st.lists(parts, min_size=1, max_size=3).map(disjunction),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(circuits, min_size=1, max_size=5))
def test_what_has_a_point_is_never_certified(formulas: list[Formula]) -> None:
    has_point = any(all(evaluate(one, {"x": x, "y": y}) for one in formulas) for x, y in every(SMALL, SMALL))
    found = certify(formulas)
    if found is not None:
        assert not has_point
        assert found.verify()
        assert all(map(is_zero, found.identities))


linear = st.builds(
    lambda a, b, c, relation: atom([constant(a) * X + constant(b) * Y + constant(c)], relation),
    *[st.integers(-2, 2)] * 3,
    st.sampled_from([">", ">=", "==", "!="]),
)


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(st.lists(linear, min_size=2, max_size=6))
def test_nothing_linear_is_missed(formulas: list[Formula]) -> None:
    """Farkas: a linear contradiction always has a sum without products."""
    found = certify(formulas)
    assert (found is not None) == (check(formulas).status == "unsat")
    for identity in found.identities if found else ():
        assert all(len(term.atoms) <= 1 for term in identity.terms)


@settings(max_examples=60, deadline=None)
@given(circuits, st.booleans())
@example(atom([X, Y], "=="), True)
@example(atom([X, Y], "!="), True)
def test_splitting_changes_no_truth_value(formula: Formula, by_factor: bool) -> None:
    parts = _split([formula], by_factor)
    assert all(one.relation in (">", ">=", "==") for one in atoms(parts))
    for x, y in every(SMALL, SMALL):
        assert evaluate(parts, {"x": x, "y": y}) is evaluate(formula, {"x": x, "y": y})


SWITCHES = [atom([variable(f"v{i}")], ">") for i in range(5)]
switched = st.recursive(
    st.sampled_from(SWITCHES),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3).map(lambda some: And(tuple(some))),
        st.lists(parts, max_size=3).map(lambda some: Or(tuple(some))),
    ),
    max_leaves=12,
)


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(switched, st.lists(st.frozensets(st.integers(0, 4), max_size=3), max_size=6))
def test_an_open_branch_is_found_exactly_where_there_is_one(formula: Formula, shut: list[frozenset[int]]) -> None:
    """Against all 32 ways to turn five switches."""
    closed = [frozenset(only(SWITCHES[i]) for i in some) for some in shut]

    def opens(on: frozenset[int]) -> bool:
        values = {f"v{i}": Fraction(i in on) for i in range(5)}
        return evaluate(formula, values) and not any(some <= on for some in shut)

    subsets = chain.from_iterable(combinations(range(5), size) for size in range(6))
    expected = any(opens(frozenset(some)) for some in subsets)
    found = _open_branch(formula, closed)
    assert (found is not None) is expected
    if found is not None:
        assert opens(frozenset(i for i in range(5) if only(SWITCHES[i]) in found))
