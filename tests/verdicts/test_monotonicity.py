"""Pairs of points that differ in one parameter alone."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from gametheory.formulas.solver import Limit
from gametheory.verdicts import pairs

x, y, p = gt.parameters("x y p")
share = gt.Parameter("share", at_least=0, at_most=1)

Relations = Callable[[Iterable[gt.Premise]], list[Any]]


def check_pair(pair: Any, parameter: Any, premises: Iterable[Any], inside: Any, *, enters: bool) -> None:
    """Holds that a pair differs in the parameter alone, obeys the premises, and enters the region or leaves it."""
    assert isinstance(pair, gt.Pair)
    assert set(pair.low) == set(pair.high)
    assert pair.low[parameter] < pair.high[parameter]
    assert all(pair.low[other] == pair.high[other] for other in pair.low if other != parameter)
    for point in (pair.low, pair.high):
        numbers = {q: sympy.Rational(v.numerator, v.denominator) for q, v in point.items()}
        assert all(relation.subs(numbers) == sympy.true for relation in premises)
    truths = [bool(inside.subs({q: sympy.Rational(str(v)) for q, v in at.items()})) for at in (pair.low, pair.high)]
    assert truths == [not enters, enters]


# x*y > 1 grows in x where y is positive and shrinks where it is negative.


@pytest.mark.parametrize("kind", ["grows", "shrinks"])
def test_a_mixed_direction_is_conditional_with_a_pair_each_way(kind: str, relations: Relations) -> None:
    given = (x > -3, x < 3, y > -2)
    verdict = gt.prove({"grows": gt.grows, "shrinks": gt.shrinks}[kind](x * y > 1, x), assuming=given)
    assert verdict.status == "conditional"
    assert relations(verdict.premises) == list(given)
    assert verdict.condition is None and verdict.proof is None
    check_pair(verdict.witness, x, given, x * y > 1, enters=kind == "grows")
    check_pair(verdict.counterexample, x, given, x * y > 1, enters=kind == "shrinks")
    assert verdict.counterexamples == ()


@pytest.mark.parametrize("kind", ["grows", "shrinks"])
def test_one_direction_alone_is_proved_or_refuted_with_a_pair(kind: str, relations: Relations) -> None:
    given = (x > -3, p > 0, y > 0)
    verdict = gt.prove({"grows": gt.grows, "shrinks": gt.shrinks}[kind](x * y > 1, x), assuming=given)
    assert relations(verdict.premises) == [y > 0]
    assert relations(verdict.unused) == [x > -3, p > 0]
    assert verdict.proof is not None
    if kind == "grows":
        assert verdict.status == "proved" and verdict.counterexample is None
        check_pair(verdict.witness, x, given, x * y > 1, enters=True)
    else:
        assert verdict.status == "refuted" and verdict.witness is None
        check_pair(verdict.counterexample, x, given, x * y > 1, enters=True)


@pytest.mark.parametrize(("kind", "needed"), [(gt.grows, []), (gt.shrinks, [x > 0])], ids=["grows", "shrinks"])
def test_a_region_that_never_changes_is_proved_both_ways_without_a_pair(
    kind: Callable[[Any, Any], gt.Statement], needed: list[Any], relations: Relations
) -> None:
    verdict = gt.prove(kind(x > -1, x), assuming=(y > 0, x > 0))
    assert verdict.status == "proved"
    assert verdict.witness is None and verdict.counterexample is None
    assert relations(verdict.premises) == needed


@pytest.mark.parametrize("statement", [gt.grows(y > 0, p), gt.shrinks(y > 0, p)], ids=str)
def test_a_parameter_that_the_region_does_not_mention_changes_nothing(statement: gt.Statement) -> None:
    verdict = gt.prove(statement, assuming=(y < 5,))
    assert verdict.status == "proved"
    assert verdict.witness is None and not list(verdict.premises)


def test_a_parameter_that_only_the_premises_mention_changes_nothing() -> None:
    verdict = gt.prove(gt.grows(y > 0, p), assuming=(y < p, p < 5))
    assert verdict.status == "proved"


# Vacuous


@pytest.mark.parametrize("kind", [gt.grows, gt.shrinks])
def test_premises_that_pin_the_parameter_leave_no_pair(
    kind: Callable[[Any, Any], gt.Statement], relations: Relations
) -> None:
    verdict = gt.prove(kind(x > y, x), assuming=(y > 0, gt.equal(x, 2 * y), x > -1))
    assert verdict.status == "vacuous"
    assert verdict.core is not None and relations(verdict.core) == [gt.equal(x, 2 * y)]
    assert relations(verdict.premises) == [gt.equal(x, 2 * y)]
    assert verdict.witness is None and verdict.counterexample is None and verdict.proof is None


def test_bounds_and_premises_that_pin_it_together_are_both_named(relations: Relations) -> None:
    verdict = gt.prove(gt.grows(share > y, share), assuming=(share >= 1, y > 0))
    assert verdict.status == "vacuous"
    assert verdict.core is not None and relations(verdict.core) == [share >= 1]
    assert [bound.relation for bound in verdict.core.bounds] == [share <= 1]


def test_a_parameter_that_the_region_does_not_mention_may_be_pinned_too() -> None:
    assert gt.prove(gt.grows(y > 0, p), assuming=gt.equal(p, 1)).status == "vacuous"


def test_another_parameter_may_be_pinned() -> None:
    assert gt.prove(gt.grows(x > y, x), assuming=gt.equal(y, 1)).status == "proved"


# Within the premises only


def test_a_direction_is_judged_inside_the_premises_alone() -> None:
    # x**2 > 1 shrinks on the left of 0 and grows on the right of it.
    square = x**2 > 1
    assert gt.prove(gt.grows(square, x), assuming=(x > 0,)).status == "proved"
    assert gt.prove(gt.grows(square, x), assuming=(x < 0,)).status == "refuted"
    both = gt.prove(gt.grows(square, x))
    assert both.status == "conditional"
    check_pair(both.witness, x, (), square, enters=True)
    check_pair(both.counterexample, x, (), square, enters=False)


def test_pairs_may_jump_over_a_gap_in_the_premises() -> None:
    gap = (x < 0) | (x > 3)
    verdict = gt.prove(gt.grows(x < 1, x), assuming=(gap,))
    assert verdict.status == "refuted"
    check_pair(verdict.counterexample, x, (gap,), x < 1, enters=False)


def test_the_bounds_of_the_parameter_hold_at_both_points() -> None:
    verdict = gt.prove(gt.grows(share > y, share))
    assert verdict.status == "proved"
    check_pair(verdict.witness, share, share.bounds, share > y, enters=True)
    assert gt.prove(gt.grows((share < 2) & (share > y), share)).status == "proved"


# Undecided


ROOT = (x <= 0) | gt.equal(x**2, 2)  # raising x leads out at once, and back in at sqrt(2) only


def test_a_wrong_pair_with_right_pairs_left_open_is_undecided(relations: Relations) -> None:
    verdict = gt.prove(gt.grows(ROOT, x), assuming=(y > 0, x > -5))
    assert verdict.status == "undecided"
    assert relations(verdict.premises) == [y > 0, x > -5]
    assert "irrational" in verdict.reason
    assert verdict.witness is None
    check_pair(verdict.counterexample, x, (y > 0, x > -5), ROOT, enters=False)


def test_wrong_pairs_left_open_are_undecided() -> None:
    verdict = gt.prove(gt.shrinks(ROOT, x))
    assert verdict.status == "undecided"
    assert "irrational" in verdict.reason
    assert verdict.counterexample is None


def test_without_a_rational_pair_nothing_is_proved_and_nothing_vacuous() -> None:
    # The premises leave 0 and the two square roots of 2: there are pairs, but none of rational points.
    verdict = gt.prove(gt.grows(y > 0, x), assuming=(gt.equal(x, 0) | gt.equal(x**2, 2),))
    assert verdict.status == "undecided"
    assert "irrational" in verdict.reason


def test_each_reason_is_given_once() -> None:
    verdict = gt.prove(gt.grows(gt.equal(x**2, 2), x))
    assert verdict.status == "undecided"
    assert verdict.reason.count("irrational") == 1


def test_the_limit_is_passed_on() -> None:
    verdict = gt.prove(gt.grows(x**3 + y**3 > p**3 + x * y * p, x), limit=Limit(steps=1, seconds=1))
    assert verdict.status == "undecided"
    assert "z3" in verdict.reason


# The second look


@pytest.mark.parametrize("planted", [{"x": 5, "x'": 6}, {"x": 6, "x'": 5}], ids=["both inside", "reversed"])
def test_a_planted_wrong_pair_is_caught(planted: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    def shrunk_wrongly(formula: Any, values: Any, shifting: Any = ()) -> dict[str, Fraction]:
        return {name: Fraction(value) for name, value in planted.items()}

    region = x > gt.exact("11/2") if planted["x"] > planted["x'"] else x > 1
    monkeypatch.setattr(pairs, "shrink", shrunk_wrongly)
    for statement in (gt.grows(region, x), gt.shrinks(region, x)):
        verdict = gt.prove(statement)
        assert verdict.status == "undecided"
        assert "did not pass the check" in verdict.reason


# Words


def test_a_pair_reads_as_a_step() -> None:
    verdict = gt.prove(gt.grows(x < 1, x), assuming=(x >= 0, x <= 1))
    assert isinstance(verdict.counterexample, gt.Pair)
    assert str(verdict.counterexample) == f"from ({verdict.counterexample.low}) to ({verdict.counterexample.high})"
    assert str(verdict.counterexample) == "from (x = 0) to (x = 1)"
