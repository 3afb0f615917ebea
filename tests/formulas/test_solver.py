from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gametheory as gt
from gametheory.formulas import solver
from gametheory.formulas.core import smallest_core
from gametheory.formulas.formula import Formula, atom, conjunction, disjunction, evaluate, negate
from gametheory.formulas.polynomial import Polynomial, constant, variable
from gametheory.formulas.shrink import shrink, simplest_between
from gametheory.formulas.smtlib import assertions, number, variables
from gametheory.formulas.solver import Limit, check
from gametheory.formulas.translate import relation_condition

X, Y = variable("x"), variable("y")


def says(*relations: object) -> tuple[Formula, ...]:
    return tuple(relation_condition(relation).formula for relation in relations)


x, y, z = gt.parameters("x y z")


def test_linear_and_nonlinear_sets_are_decided() -> None:
    assert check(says(x > y, y > z, z > x)).status == "unsat"
    answer = check(says(x > y, y > z))
    assert answer.status == "sat"
    assert answer.values is not None
    assert answer.values["x"] > answer.values["y"] > answer.values["z"]
    assert check(says(x * y > 1, x > 0, y < 0)).status == "unsat"
    assert check(says(x * y > 1, x < 0)).status == "sat"


def test_constant_formulas_need_no_solver() -> None:
    assert check([]).status == "sat"
    assert check([atom((constant(1),), "<")]).status == "unsat"
    assert check([atom((constant(1),), "<", why="kept")]).status == "unsat"
    assert check([atom((constant(1),), ">", why="kept")]).status == "sat"


def test_a_set_with_irrational_points_only_is_unknown_and_never_unsat() -> None:
    answer = check(says(gt.equal(x**2, 2)))
    assert answer.status == "unknown"
    assert "irrational" in answer.reason


def test_an_irrational_model_is_moved_to_a_rational_point_where_there_is_one() -> None:
    for relations in ([gt.equal(x**2, y), y > 1, y < 3], [x**2 + y**2 > 2, gt.equal(x * y, 1), x > 0]):
        answer = check(says(*relations))
        assert answer.status == "sat"
        assert answer.values is not None
        assert evaluate(conjunction(says(*relations)), answer.values)


def test_an_offered_point_that_fails_the_exact_check_is_not_believed(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(solver, "_MEMORY", solver._Memory())
    monkeypatch.setattr(solver, "evaluate", lambda formula, values: False)
    answer = check(says(x > 1, x < 2))
    assert answer.status == "unknown"
    assert "does not satisfy" in answer.reason


def test_a_question_is_asked_once_and_another_is_not_taken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counted(solver._Query):
        def answer(self) -> solver.Answer:
            asked.append(str(self.assertions))
            return super().answer()

    monkeypatch.setattr(solver, "_MEMORY", solver._Memory())
    monkeypatch.setattr(solver, "_Query", Counted)
    a = gt.Parameter("a")
    for _ in range(2):
        assert check(says(x > 1, x < 2)).values == {"x": Fraction(3, 2)}
        assert check(says(x > 1, x < 1)).status == "unsat"
    assert len(asked) == 2
    assert set(check(says(a > 1, a < 2)).values or {}) == {"a"}  # the same but for the name
    assert check(says(x > 1, x <= 2)).status == "sat"
    assert check(says(x > 1, x < 1), Limit(steps=10**6)).status == "unsat"
    assert len(asked) == 5


def test_what_was_not_decided_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "_MEMORY", solver._Memory())
    with monkeypatch.context() as patch:
        patch.setattr(solver._Query, "answer", lambda query: solver.Answer("unknown", reason="out of patience"))
        assert check(says(x > 1, x < 2)).reason == "out of patience"
    assert check(says(x > 1, x < 2)).status == "sat"


def test_what_a_caller_does_to_an_answer_is_not_remembered() -> None:
    first = check(says(x > 1, x < 2)).values
    assert isinstance(first, dict)
    kept = dict(first)
    first["x"] = Fraction(7)
    assert check(says(x > 1, x < 2)).values == kept


def test_the_oldest_answers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = solver._Memory()
    monkeypatch.setattr(solver, "_MEMORY", memory)
    monkeypatch.setattr(solver, "MOST_REMEMBERED", 3)
    for bound in range(5):
        assert check(says(x > bound)).status == "sat"
    assert len(memory.answers) == 3
    kept = list(memory.answers)
    check(says(x > 4))
    assert list(memory.answers) == kept
    check(says(x > 0))
    assert list(memory.answers)[:2] == kept[1:]


def test_threads_share_no_memory() -> None:
    check(says(x > 1, x < 2))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: len(solver._MEMORY.answers)).result(timeout=60) == 0
    assert solver._MEMORY.answers


def test_a_small_limit_ends_in_unknown() -> None:
    names = gt.parameters("a b c d e f")
    hard = [gt.equal(sum(n**3 for n in names), 42 * names[0] * names[1] * names[2]), *(n > 1 for n in names)]
    hard += [names[i] * names[i + 1] < names[i] + names[i + 1] + names[0] ** 2 for i in range(5)]
    answer = check(says(*hard), Limit(steps=10, seconds=1))
    assert answer.status == "unknown"
    assert answer.reason


systems = st.lists(
    st.tuples(
        st.integers(-2, 2),
        st.integers(-2, 2),
        st.integers(-2, 2),
        st.integers(-2, 2),
        st.sampled_from([">", ">=", "==", "!="]),
    ),
    min_size=1,
    max_size=4,
)


@given(systems)
@settings(max_examples=60, deadline=None)
def test_unsat_is_never_said_where_a_point_exists(system: list[tuple[int, int, int, int, str]]) -> None:
    formula = conjunction(
        atom((constant(a) * X * Y + constant(b) * X + constant(c) * Y + constant(d),), relation)
        for a, b, c, d, relation in system
    )
    answer = check([formula])
    grid = [Fraction(n, 2) for n in range(-6, 7)]
    exists = any(evaluate(formula, {"x": a, "y": b}) for a, b in product(grid, grid))
    assert not (exists and answer.status == "unsat")
    if answer.values is not None:
        assert evaluate(formula, dict.fromkeys("xy", Fraction(0)) | dict(answer.values))


def test_numbers_are_written_exactly() -> None:
    assert number(Fraction(-1, 3)) == "(- (/ 1.0 3.0))"
    assert number(Fraction(10**30)) == f"{10**30}.0"
    text = assertions(atom((Polynomial(()), X), ">", why="kept"), {})
    assert "(assert (> 0.0 0.0))" in text


def test_shared_parts_are_written_once() -> None:
    shared: Formula = disjunction(says(x > 0, y > 0))
    for _ in range(40):
        shared = conjunction([disjunction([shared, *says(x > 1)]), disjunction([shared, *says(y < 1)])])
    assert len(assertions(shared, variables(shared))) < 20_000


def test_the_smallest_core_is_found_and_cheaper_assumptions_win() -> None:
    assumptions = says(x > y, y > z, z > 0, x > z, y > 1)
    failure = says(x <= 0)
    assert len(smallest_core(assumptions, failure)) == 2
    assert smallest_core(assumptions, failure) == (0, 4)  # x > y, y > 1
    assert smallest_core(assumptions, failure, cost=lambda i: i in (0, 4)) == (2, 3)  # z > 0, x > z
    assert smallest_core(assumptions, says(x > 1, x < 0)) == ()
    assert smallest_core(says(x > 0, x < 0), ()) == (0, 1)


def test_a_core_is_still_minimal_when_the_search_is_cut_short(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("gametheory.formulas.core.MOST_CHECKS", 1)
    core = smallest_core(says(x > y, y > z, z > 0, x > 5), says(x <= 0))
    kept = [says(x > y, y > z, z > 0, x > 5)[i] for i in core]
    assert check((*kept, *says(x <= 0))).status == "unsat"
    for left_out in kept:
        assert check([*(k for k in kept if k is not left_out), *says(x <= 0)]).status == "sat"


def test_assumptions_with_variables_of_their_own_do_not_hide_a_core() -> None:
    assert smallest_core(says(z > 0, x > y, z < 0), says(x < y + 1)) == (0, 2)


def test_an_undecided_subset_is_not_taken_for_a_core(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    real = check

    def shy(formulas: object, limit: Limit = solver.DEFAULT) -> solver.Answer:
        known = tuple(formulas)  # type: ignore[call-overload]
        return real(known, limit) if len(known) > 3 else solver.Answer("unknown", reason="shy")

    monkeypatch.setattr("gametheory.formulas.core.check", shy)
    assert smallest_core(says(x > 0, x < 0, y > 0), says(z > 0)) == (0, 1, 2)


@given(
    st.fractions(-5, 5, max_denominator=30),
    st.fractions(0, 3, max_denominator=30),
    st.booleans(),
    st.booleans(),
)
def test_the_simplest_number_between_two_is_the_one_a_search_finds(
    low: Fraction, width: Fraction, low_closed: bool, high_closed: bool
) -> None:
    high = low + width
    if width == 0:
        low_closed = high_closed = True

    def inside(value: Fraction) -> bool:
        return (low < value or (low_closed and value == low)) and (value < high or (high_closed and value == high))

    found = simplest_between(low, high, low_closed=low_closed, high_closed=high_closed)
    assert inside(found)
    searched = (
        Fraction(sign * n, d)
        for d in range(1, found.denominator + 1)
        for n in range(0, abs(found.numerator) + 5 * d + 1)
        for sign in (1, -1)
    )
    best = min((value for value in searched if inside(value)), key=lambda v: (v.denominator, abs(v.numerator), v < 0))
    assert found == best


def test_the_simplest_number_with_an_open_end() -> None:
    assert simplest_between(None, Fraction(-3)) == -4
    assert simplest_between(None, None) == 0
    assert simplest_between(Fraction(7, 2), None) == 4
    assert simplest_between(None, Fraction(1, 2)) == 0
    assert simplest_between(Fraction(-1, 2), None) == 0


def test_shrinking_keeps_the_formula_and_finds_small_numbers() -> None:
    a, b, c, d = gt.parameters("a b c d")
    chain = conjunction(says(a > b, b > c, c > d))
    start = {"a": Fraction(7, 3), "b": Fraction(1, 5), "c": Fraction(-9, 4), "d": Fraction(-1001, 7)}
    found = shrink(chain, start, ["a", "b", "c", "d"])
    assert found == {"a": 3, "b": 2, "c": 1, "d": 0}
    same = shrink(chain, start)
    assert evaluate(chain, same)
    assert max(value.denominator for value in same.values()) <= 3


def test_shrinking_respects_equations_curves_and_products() -> None:
    curve = conjunction(says(gt.equal(x * y, 6), x > Fraction(3, 2), x**2 + y > 4, z * (x - y) > 0))
    start = {"x": Fraction(12, 5), "y": Fraction(5, 2), "z": Fraction(-7, 3)}
    assert evaluate(curve, start)
    assert evaluate(curve, shrink(curve, start))


def test_shrinking_scales_bounded_coordinates_along_when_that_is_needed() -> None:
    theta, t, r = gt.parameters("theta T R")
    formula = conjunction(says(t > r, theta >= t - r, theta >= 0))
    start = {"theta": Fraction(1, 6), "T": Fraction(1, 2), "R": Fraction(1, 3)}
    found = shrink(formula, start, ["T", "R"])
    assert evaluate(formula, found)
    assert all(value.denominator == 1 for value in found.values())


def test_negation_is_decided_too() -> None:
    assert check([negate(conjunction(says(x > 0, y > 0))), *says(x > 0, y > 0)]).status == "unsat"


def test_circuits_with_exponentially_many_paths_are_decided() -> None:
    shared: Formula = disjunction(says(x > 0, y > 0))
    for _ in range(40):
        shared = conjunction([disjunction([shared, *says(x > 1)]), disjunction([shared, *says(y > 1)])])
    assert check([shared]).status == "sat"
    assert check([shared, *says(x <= 0, y <= 0)]).status == "unsat"
    assert check([shared, *says(x * y > 0, x <= 0, y <= 0)]).status == "unsat"
