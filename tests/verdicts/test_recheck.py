"""The second look at a point, in the payoffs as written."""

from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from gametheory.deduction import small_point
from gametheory.formulas.condition import Condition
from gametheory.formulas.formula import FALSE, TRUE, And, Leaf, Or, atom, negate
from gametheory.formulas.polynomial import variable
from gametheory.formulas.translate import relation_condition
from gametheory.incentive import Comparison, Incentive
from gametheory.recipes import Fixed
from gametheory.region import make_region
from gametheory.verdicts import prove as prove_module
from gametheory.verdicts.recheck import holds_as_written

x, y = gt.parameters("x y")


def leaf(why: Any = None, negated: bool = False) -> Leaf:
    """x > 0 as the solver sees it, or its opposite, for whatever reason is given."""
    found = atom((variable("x"),), ">", why)
    assert isinstance(found, Leaf)
    opposite = negate(found)
    assert isinstance(opposite, Leaf)
    return opposite if negated else found


def at(value: Any) -> dict[str, Fraction]:
    return {"x": Fraction(value), "y": Fraction(1, 3)}


def test_a_comparison_that_nobody_wrote_is_evaluated_as_it_is() -> None:
    assert holds_as_written(leaf(), at(1)) and not holds_as_written(leaf(), at(0))
    assert holds_as_written(leaf(negated=True), at(0)) and not holds_as_written(leaf(negated=True), at(1))


WRONG = {
    "incentive": Incentive("China", ("stay",), "go", x - 5, ">"),
    "comparison": Comparison("the losses outweigh the rest", x - 5, ">"),
    "relation": x > 5,
    "relation turned round": sympy.Lt(5, x),
}


@pytest.mark.parametrize("why", WRONG.values(), ids=WRONG)
def test_what_was_written_counts_and_not_what_the_solver_saw(why: Any) -> None:
    # The solver was told x > 0 by mistake; what was written is x > 5.
    assert not holds_as_written(leaf(why), at(1))
    assert not holds_as_written(leaf(why), at(5))
    assert holds_as_written(leaf(why), at(6))
    assert holds_as_written(leaf(why, negated=True), at(5))
    assert not holds_as_written(leaf(why, negated=True), at(6))


@pytest.mark.parametrize(
    ("relation", "truths"),
    [
        (">", [False, False, True]),
        (">=", [False, True, True]),
        ("<", [True, False, False]),
        ("<=", [True, True, False]),
        ("==", [False, True, False]),
        ("!=", [True, False, True]),
    ],
)
def test_every_relation_is_read_right(relation: str, truths: list[bool]) -> None:
    reason = Comparison("so it is", x - gt.exact("1/3"), relation)
    for value, truth in zip(("0", "1/3", "1/2"), truths, strict=True):
        assert holds_as_written(leaf(reason), at(value)) is truth
        assert holds_as_written(leaf(reason, negated=True), at(value)) is not truth


def test_gaps_that_are_numbers_need_no_point() -> None:
    for gap, truth in ((Fraction(1, 7), True), (2, True), (0, False), (Fraction(-1), False)):
        assert holds_as_written(leaf(Incentive("China", ("stay",), "go", gap, ">")), {}) is truth


def test_quotients_and_cases_are_evaluated_as_written() -> None:
    for relation, truth in (
        (1 / x + y > 0, False),
        (x / (x - y) >= gt.exact("3/4"), True),
        (sympy.Abs(x) > -x + 1, False),
        (sympy.Max(x, y) > gt.exact("1/4"), True),
        (sympy.Piecewise((x, x > 0), (y, True)) > 0, True),
    ):
        condition = relation_condition(relation)
        assert holds_as_written(condition.formula, at(-1)) is truth


def test_and_and_or_are_read_through() -> None:
    high, low = leaf(x > 5), leaf(x < 7)
    assert holds_as_written(And((high, low)), at(6)) and not holds_as_written(And((high, low)), at(8))
    assert holds_as_written(Or((high, low)), at(8)) and not holds_as_written(Or((high, leaf(x > 7))), at(1))
    assert holds_as_written(TRUE, {}) and not holds_as_written(FALSE, {})


def test_a_wrong_translation_ends_as_undecided_and_not_as_a_verdict() -> None:
    # As the solver sees it, x > 0; as it was written, x > 5. Its small points 0 < x <= 5 are not believed.
    region = make_region(Fixed(Condition(leaf(x > 5))), gt.premises(x > -1, x < 4), (x,), "a slip")
    for statement in (gt.always(region), gt.never(region), gt.possible(region), gt.exactly(region, x > 3)):
        verdict = gt.prove(statement)
        assert verdict.status == "undecided"
        assert "did not pass the check in the original payoffs" in verdict.reason


def test_a_planted_wrong_point_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(premises: Any, formula: Any, values: Any, symbols: Any) -> gt.Point:
        point = small_point(premises, formula, values, symbols)
        return gt.Point(tuple((parameter, value + 100) for parameter, value in point.coordinates))

    monkeypatch.setattr(prove_module, "small_point", moved)
    for statement in (gt.always(x > 1), gt.never(x < 1), gt.possible(x < 1), gt.exactly(x < 1, x < 2)):
        verdict = gt.prove(statement)
        assert verdict.status == "undecided"
        assert "= 10" in verdict.reason and "did not pass the check" in verdict.reason


@pytest.mark.parametrize(
    "statement",
    [gt.always(x > -1), gt.never(x < -1), gt.always(x < -200), gt.never(x > -200), gt.possible(x > -200)],
    ids=["always, proved", "never, proved", "always, refuted", "never, refuted", "possible, proved"],
)
def test_a_planted_point_outside_the_premises_is_caught(
    statement: gt.Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outside(premises: Any, formula: Any, values: Any, symbols: Any) -> gt.Point:
        point = small_point(premises, formula, values, symbols)
        return gt.Point(tuple((parameter, value - 100) for parameter, value in point.coordinates))

    monkeypatch.setattr(prove_module, "small_point", outside)
    verdict = gt.prove(statement, assuming=(x > 0,))
    for point in (verdict.witness, verdict.counterexample):
        assert point is None or (isinstance(point, gt.Point) and point[x] > 0)


def test_a_gap_that_divides_by_zero_is_decided_by_its_polynomial() -> None:
    # At b = 4 Row's gains do not depend on Column: no mixture makes Row indifferent, and its gap has no value.
    b = gt.Parameter("b")
    cells = {("up", "left"): (b, 3), ("up", "right"): (1, 0), ("down", "left"): (2, 0), ("down", "right"): (0, 1 - b)}
    game = gt.Game("One parameter", ("Row", "Column"), (("up", "down"), ("left", "right")), cells)
    both = next(one for one in gt.mixed(game).regular() if all(len(own) == 2 for own in one.support))
    for value in (Fraction(3), Fraction(4), Fraction(0)):
        assert holds_as_written(both.region.condition.formula, {"b": value}) == (value < 1)
