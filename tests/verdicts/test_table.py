"""Every row and column of the table of statements and verdicts, with answers worked by hand on a line or a plane."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Limit

x, y, z = gt.parameters("x y z")

Relations = Callable[[Iterable[gt.Premise]], list[Any]]

TWO_SIDED = (gt.always, gt.never, gt.possible)
TINY = Limit(steps=1, seconds=1)


def empty_but(verdict: gt.Verdict, *filled: str) -> None:
    """Holds that nothing but these fields says anything."""
    blank: dict[str, Callable[[gt.Verdict], bool]] = {
        "unused": lambda v: not v.unused,
        "condition": lambda v: v.condition is None,
        "witness": lambda v: v.witness is None,
        "counterexample": lambda v: v.counterexample is None,
        "counterexamples": lambda v: v.counterexamples == (),
        "proof": lambda v: v.proof is None,
        "core": lambda v: v.core is None,
        "reason": lambda v: v.reason == "",
    }
    assert {name for name, is_blank in blank.items() if not is_blank(verdict)} == set(filled)


# always


def test_always_is_proved_where_no_point_of_the_premises_fails(relations: Relations) -> None:
    verdict = gt.prove(gt.always(x > -1), assuming=(y > 0, x > 0))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [x > 0]
    assert relations(verdict.unused) == [y > 0]
    assert verdict.condition is not None and verdict.condition.is_everywhere()
    assert isinstance(verdict.witness, gt.Point)
    assert verdict.witness[x] > 0 and verdict.witness[y] > 0
    assert verdict.proof is not None and verdict.proof.quality == "certified"
    assert relations(verdict.proof.premises) == [x > 0]
    assert verdict.proof.consistent_at is not None and verdict.proof.consistent_at[x] > 0
    empty_but(verdict, "unused", "condition", "witness", "proof")


def test_always_is_conditional_where_some_points_hold_and_some_fail(relations: Relations) -> None:
    verdict = gt.prove(gt.always(x > 1), assuming=(x > 0, y > 0))
    assert verdict.status == "conditional"
    assert relations(verdict.premises) == [x > 0, y > 0]
    assert verdict.condition is not None
    inside = {value: verdict.condition.contains({x: value, y: 1}) for value in ("1/2", 1, "10001/10000", 2)}
    assert inside == {"1/2": False, 1: False, "10001/10000": True, 2: True}
    assert isinstance(verdict.witness, gt.Point) and verdict.witness[x] > 1
    assert isinstance(verdict.counterexample, gt.Point) and 0 < verdict.counterexample[x] <= 1
    assert verdict.counterexamples == (("fails", verdict.counterexample),)
    empty_but(verdict, "condition", "witness", "counterexample", "counterexamples")


def test_always_is_refuted_where_no_point_holds(relations: Relations) -> None:
    verdict = gt.prove(gt.always(x < 0), assuming=(y > 0, x > 0))
    assert verdict.status == "refuted"
    assert relations(verdict.premises) == [x > 0]
    assert relations(verdict.unused) == [y > 0]
    assert isinstance(verdict.counterexample, gt.Point)
    assert verdict.counterexample[x] > 0 and verdict.counterexample[y] > 0
    assert verdict.proof is not None and verdict.proof.quality == "certified"
    empty_but(verdict, "unused", "counterexample", "counterexamples", "proof")


def test_a_bare_region_or_relation_means_always() -> None:
    for given in (x > 1, gt.when(x > 1), gt.always(x > 1)):
        verdict = gt.prove(given, assuming=(x > 2,))
        assert verdict.status == "proved"
        assert verdict.statement is not None and verdict.statement.kind == "always"


# never


def test_never_is_proved_where_no_point_holds(relations: Relations) -> None:
    verdict = gt.prove(gt.never(x < 0), assuming=(y > 0, x > 0))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [x > 0]
    assert relations(verdict.unused) == [y > 0]
    assert verdict.condition is not None and verdict.condition.is_everywhere()
    assert isinstance(verdict.witness, gt.Point) and verdict.witness[x] > 0
    empty_but(verdict, "unused", "condition", "witness", "proof")


def test_never_is_conditional_on_the_complement() -> None:
    verdict = gt.prove(gt.never(x > 1), assuming=(x > 0,))
    assert verdict.status == "conditional"
    assert verdict.condition is not None
    assert [verdict.condition.contains({x: v}) for v in ("1/2", 1, 2)] == [True, True, False]
    assert isinstance(verdict.witness, gt.Point) and 0 < verdict.witness[x] <= 1
    assert isinstance(verdict.counterexample, gt.Point) and verdict.counterexample[x] > 1
    assert verdict.counterexamples == (("holds", verdict.counterexample),)


def test_never_is_refuted_where_every_point_holds(relations: Relations) -> None:
    verdict = gt.prove(gt.never(x > -1), assuming=(y > 0, x > 0))
    assert verdict.status == "refuted"
    assert relations(verdict.premises) == [x > 0]
    assert isinstance(verdict.counterexample, gt.Point) and verdict.counterexample[x] > 0
    empty_but(verdict, "unused", "counterexample", "counterexamples", "proof")


# possible


@pytest.mark.parametrize("premise", [x > 0, x > 2], ids=["at some points", "at every point"])
def test_possible_is_proved_by_a_point_and_never_conditional(premise: Any, relations: Relations) -> None:
    verdict = gt.prove(gt.possible(x > 1), assuming=(premise, y > 0))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [premise, y > 0]
    assert isinstance(verdict.witness, gt.Point)
    assert verdict.witness[x] > 1 and verdict.witness[y] > 0 and premise.subs(x, verdict.witness[x])
    assert verdict.condition is not None and verdict.condition.contains({x: 3, y: 1})
    assert verdict.proof is not None and verdict.proof.refutations == () and verdict.proof.quality == "certified"
    empty_but(verdict, "condition", "witness", "proof")


def test_possible_carries_its_condition_anyway() -> None:
    verdict = gt.prove(gt.possible(x > 1), assuming=(x > 0,))
    assert verdict.condition is not None
    assert not verdict.condition.contains({x: 1}) and verdict.condition.contains({x: 2})


def test_possible_is_refuted_where_no_point_holds(relations: Relations) -> None:
    verdict = gt.prove(gt.possible(x < 0), assuming=(y > 0, x > 0))
    assert verdict.status == "refuted"
    assert relations(verdict.premises) == [x > 0]
    assert relations(verdict.unused) == [y > 0]
    empty_but(verdict, "unused", "proof")


# exactly


def test_exactly_is_proved_both_ways(relations: Relations) -> None:
    verdict = gt.prove(gt.exactly(x**2 > 4, x > 2), assuming=(y > 0, x > 0))
    assert verdict.status == "proved"
    assert relations(verdict.premises) == [x > 0]
    assert relations(verdict.unused) == [y > 0]
    assert verdict.proof is not None and len(verdict.proof.refutations) == 2
    assert verdict.condition is not None and verdict.condition.is_everywhere()
    empty_but(verdict, "unused", "condition", "witness", "proof")


def test_a_conditional_exactly_shows_a_point_in_each_region_alone() -> None:
    verdict = gt.prove(gt.exactly(x > 0, y > 0))
    assert verdict.status == "conditional"
    points = dict(verdict.counterexamples)
    assert list(points) == ["the first alone", "the second alone"]
    assert points["the first alone"][x] > 0 >= points["the first alone"][y]
    assert points["the second alone"][y] > 0 >= points["the second alone"][x]
    assert verdict.counterexample == points["the first alone"]
    assert isinstance(verdict.witness, gt.Point) and (verdict.witness[x] > 0) == (verdict.witness[y] > 0)
    assert verdict.condition is not None
    for a, b in ((1, 1), (1, 0), (0, 1), (0, 0), (-1, 2), (-1, -1)):
        assert verdict.condition.contains({x: a, y: b}) == ((a > 0) == (b > 0))


@pytest.mark.parametrize(("first", "second", "which"), [(0, 1, "the first alone"), (1, 0, "the second alone")])
def test_a_conditional_exactly_shows_one_point_where_one_region_holds_the_other(
    first: int, second: int, which: str
) -> None:
    verdict = gt.prove(gt.exactly(x > first, x > second))
    assert verdict.status == "conditional"
    ((description, point),) = verdict.counterexamples
    assert description == which and 0 < point[x] <= 1


def test_exactly_is_refuted_where_the_two_never_agree() -> None:
    verdict = gt.prove(gt.exactly(x > 0, x <= 0), assuming=(y > 0,))
    assert verdict.status == "refuted"
    points = dict(verdict.counterexamples)
    assert points["the first alone"][x] > 0 >= points["the second alone"][x]
    assert verdict.counterexample == points["the first alone"]
    assert not verdict.premises
    empty_but(verdict, "unused", "counterexample", "counterexamples", "proof")


def test_exactly_is_refuted_with_one_point_where_one_region_is_empty(relations: Relations) -> None:
    verdict = gt.prove(gt.exactly(x > 0, x > 3), assuming=(y > 0, x > 0, x < 3))
    assert verdict.status == "refuted"
    assert [text for text, _ in verdict.counterexamples] == ["the first alone"]
    assert relations(verdict.premises) == [x > 0, x < 3]


# vacuous, in every row


EVERY_STATEMENT = [
    *(statement(x > 1) for statement in TWO_SIDED),
    gt.exactly(x > 1, y > 1),
    gt.grows(x > 1, x),
    gt.shrinks(x > 1, x),
]


@pytest.mark.parametrize("statement", EVERY_STATEMENT, ids=str)
def test_contradictory_premises_make_every_statement_vacuous(statement: gt.Statement, relations: Relations) -> None:
    verdict = gt.prove(statement, assuming=(y > 0, x > 0, z > x, x < 0))
    assert verdict.status == "vacuous"
    assert verdict.core is not None and relations(verdict.core) == [x > 0, x < 0]
    assert relations(verdict.premises) == [x > 0, x < 0]
    empty_but(verdict, "core")


# undecided, in every row


@pytest.mark.parametrize("statement", EVERY_STATEMENT, ids=str)
def test_premises_with_irrational_points_only_leave_every_statement_undecided(statement: gt.Statement) -> None:
    verdict = gt.prove(statement, assuming=(gt.equal(x**2, 2),))
    assert verdict.status == "undecided"
    assert [premise.relation for premise in verdict.premises] == [gt.equal(x**2, 2)]
    assert "irrational" in verdict.reason
    empty_but(verdict, "reason")


HARD = x**3 + y**3 > z**3 + x * y * z


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "statement",
    [*(statement(HARD) for statement in TWO_SIDED), gt.exactly(HARD, x > y), gt.grows(HARD, x), gt.shrinks(HARD, x)],
    ids=lambda statement: statement.kind,
)
def test_a_tiny_limit_leaves_every_statement_undecided_and_says_what_was_tried(statement: gt.Statement) -> None:
    verdict = gt.prove(statement, limit=TINY)
    assert verdict.status == "undecided"
    assert "z3" in verdict.reason
    assert gt.prove(statement).status in ("conditional", "proved")  # the question itself is decidable


def test_a_tiny_limit_leaves_the_premises_undecided() -> None:
    verdict = gt.prove(x > 0, assuming=(HARD,), limit=TINY)
    assert verdict.status == "undecided"
    assert "z3" in verdict.reason


SQUARE = gt.equal(x**2, 2)


def test_a_payoff_that_may_lack_a_value_at_irrational_points_leaves_a_statement_undecided() -> None:
    verdict = gt.prove(1 / (x**2 - 2) > 0)
    assert verdict.status == "undecided"
    assert "divides by x**2 - 2" in verdict.reason
    empty_but(verdict, "reason")


@pytest.mark.parametrize("statement", [gt.always(sympy.Ne(x**2, 2)), gt.never(SQUARE)], ids=str)
def test_failures_at_irrational_points_only_are_neither_shown_nor_denied(statement: gt.Statement) -> None:
    verdict = gt.prove(statement)
    assert verdict.status == "undecided"
    assert isinstance(verdict.witness, gt.Point) and verdict.witness[x] ** 2 != 2
    empty_but(verdict, "witness", "reason")


@pytest.mark.parametrize("statement", [gt.always(SQUARE), gt.never(sympy.Ne(x**2, 2))], ids=str)
def test_a_statement_that_holds_at_irrational_points_only_is_not_refuted(statement: gt.Statement) -> None:
    verdict = gt.prove(statement)
    assert verdict.status == "undecided"
    assert isinstance(verdict.counterexample, gt.Point) and verdict.counterexample[x] ** 2 != 2
    empty_but(verdict, "counterexample", "counterexamples", "reason")


def test_possible_at_irrational_points_only_is_undecided() -> None:
    verdict = gt.prove(gt.possible(SQUARE))
    assert verdict.status == "undecided"
    empty_but(verdict, "reason")


def test_an_open_half_of_exactly_does_not_hide_a_condition() -> None:
    # The second holds alone at -sqrt(2) only; the first alone on (0, 1].
    verdict = gt.prove(gt.exactly(x > 0, (x > 1) | (SQUARE & (x < 0))))
    assert verdict.status == "conditional"
    ((description, point),) = verdict.counterexamples
    assert description == "the first alone" and 0 < point[x] <= 1
    assert verdict.reason == ""


def test_exactly_with_an_open_half_and_no_failure_found_is_undecided() -> None:
    verdict = gt.prove(gt.exactly(x > 0, (x > 0) | (SQUARE & (x < 0))))
    assert verdict.status == "undecided"
    assert verdict.counterexamples == () and "irrational" in verdict.reason


# Fractions all the way


def test_points_are_exact_fractions() -> None:
    verdict = gt.prove(gt.always(3 * x > 1), assuming=(x > 0, x < 1))
    for point in (verdict.witness, verdict.counterexample):
        assert isinstance(point, gt.Point)
        assert all(isinstance(value, Fraction) for value in point.values())
    assert isinstance(verdict.witness, gt.Point) and Fraction(1, 3) < verdict.witness[x] < 1
    assert isinstance(verdict.counterexample, gt.Point) and 0 < verdict.counterexample[x] <= Fraction(1, 3)
