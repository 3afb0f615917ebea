"""Which way an expression moves when one parameter is raised alone."""

import copy
import operator
import pickle
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt

x, y, b = gt.parameters("x y b")
a = gt.Parameter("a", above=0)
share = gt.Parameter("share", at_least=0, at_most=1)

Relations = Callable[[Iterable[gt.Premise]], list[Any]]
MOVES = {"rises": operator.lt, "falls": operator.gt}


def value(expression: Any, point: gt.Point) -> Any:
    """What sympy makes of the expression at a point; what a point leaves out is 0."""
    return sympy.sympify(expression).subs(
        {p: sympy.Rational(str(point.get(p, 0))) for p in sympy.sympify(expression).free_symbols}
    )


def check_pairs(found: Any, *given: Any) -> None:
    """Holds that each pair differs in the parameter alone, obeys what is given, and moves the way it is said to."""
    for name, before in MOVES.items():
        pair = getattr(found, name)
        if pair is not None:
            others = set(pair.low) - {found.parameter}
            assert pair.low[found.parameter] < pair.high[found.parameter]
            assert set(pair.low) == set(pair.high) and all(pair.low[p] == pair.high[p] for p in others)
            assert before(value(found.expression, pair.low), value(found.expression, pair.high))
            assert all(value(relation, point) for relation in given for point in (pair.low, pair.high))


def answer(expression: Any, parameter: Any, *given: Any) -> tuple[str, bool]:
    """The status and whether strictly, after a look at the pairs and at what the answer rests on."""
    found = gt.comparative_static(expression, parameter, given)
    check_pairs(found, *given, *parameter.bounds)
    assert (found.rises is not None, found.falls is not None) == {
        "increasing": (True, False),
        "decreasing": (False, True),
        "neither": (True, True),
    }.get(found.status, (False, False))
    assert (found.proof is not None) == (found.status in ("increasing", "decreasing", "constant"))
    assert not found.strict or found.status in ("increasing", "decreasing")
    return found.status, found.strict


# One answer each, by hand.


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("expression", "given", "status", "strict"),
    [
        (x, (), "increasing", True),
        (2 - 3 * x, (), "decreasing", True),
        (x**3, (), "increasing", True),
        (x**2, (x >= 0,), "increasing", True),
        (x**2, (x <= 0,), "decreasing", True),
        (x * y, (y > 0,), "increasing", True),
        (x * y, (y >= 0,), "increasing", False),
        (x * y, (y < 0,), "decreasing", True),
        (x / (1 + x), (x > -1,), "increasing", True),
        (sympy.Max(x, y), (), "increasing", False),
        (sympy.Min(-x, y), (), "decreasing", False),
        (sympy.Abs(x), (x >= 0,), "increasing", True),
        (sympy.Abs(x) - x, (), "decreasing", False),
        (sympy.Piecewise((0, x < y), (1, True)), (), "increasing", False),
        (sympy.Piecewise((x, x < 0), (x + 1, True)), (), "increasing", True),
        (sympy.Piecewise((1 / x, x < 0), (-1, True)), (x > -2,), "neither", False),
        (sympy.Piecewise((1 / x, x < -1), (-1, True)), (), "decreasing", False),
    ],
    ids=str,
)
def test_the_direction_by_hand(expression: Any, given: Any, status: str, strict: bool) -> None:
    assert answer(expression, x, *given) == (status, strict)


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (x * y, ()),
        (x**2, ()),
        (x**3 - x, ()),
        (sympy.Abs(x), ()),
        (x * (1 - x), (x >= 0, x <= 1)),
        (sympy.Piecewise((x, x < 0), (x - 1, True)), ()),
    ],
    ids=str,
)
def test_both_ways_is_neither_with_a_pair_each(expression: Any, given: Any) -> None:
    assert answer(expression, x, *given) == ("neither", False)


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (3, ()),
        (Fraction(1, 3), ()),
        (sympy.Integer(0), ()),
        (y**2, ()),
        (a / (1 + a), ()),
        (sympy.Max(x, -x) - sympy.Abs(x), ()),
        (x * y, (gt.equal(y, 0),)),
        (sympy.Max(x, 0), (x < 0,)),
        (x**2 - x, (gt.equal(x, 0) | gt.equal(x, 1),)),
        (x * y, (gt.equal(x * y, 2),)),
    ],
    ids=str,
)
def test_what_never_moves_is_constant_or_vacuous(expression: Any, given: Any) -> None:
    pinned = given == (gt.equal(x * y, 2),)  # y says what x is
    assert answer(expression, x, *given) == ("vacuous" if pinned else "constant", False)


def test_without_two_points_apart_the_question_is_empty(relations: Relations) -> None:
    found = gt.comparative_static(x + y, x, (y > 0, gt.equal(x, 2 * y)))
    assert (found.status, found.reason) == ("vacuous", "no two points differ in x alone")
    assert relations(found.premises) == [gt.equal(x, 2 * y)]
    assert str(found) == "x + y: vacuous\n  no two points differ in x alone"


def test_bounds_that_meet_leave_the_question_empty() -> None:
    found = gt.comparative_static(share**2, share, share >= 1)
    assert found.status == "vacuous"
    assert [str(premise) for premise in found.premises.all] == ["share >= 1", "share <= 1"]


def test_an_empty_region_leaves_the_question_empty() -> None:
    assert gt.comparative_static(x, x, gt.when(x > y) & (x < y)).status == "vacuous"


# Gaps: points on both sides are compared too.


def test_a_reciprocal_falls_on_each_side_of_its_pole_and_rises_across() -> None:
    found = gt.comparative_static(1 / b, b, (b < 0) | (b > 0))
    assert found.status == "neither"
    check_pairs(found, (b < 0) | (b > 0))
    assert found.rises is not None and found.rises.low[b] < 0 < found.rises.high[b]
    assert answer(1 / b, b, b < 0) == answer(1 / b, b, b > 0) == ("decreasing", True)


def test_the_same_as_a_region() -> None:
    found = gt.comparative_static(1 / b, b, gt.when(b < 0) | (b > 0))
    assert found.status == "neither"
    check_pairs(found, sympy.Ne(b, 0))


def test_a_step_over_a_gap_may_fall_where_every_side_rises() -> None:
    step = sympy.Piecewise((x, x < 0), (x - 9, True))
    # Left of the gap it stays below -7 (or -8), right of it above -8.
    assert answer(step, x, (x < -7) | (x > 1)) == ("neither", False)
    assert answer(step, x, (x < -8) | (x > 1)) == ("increasing", True)


def test_two_points_of_different_sides_may_never_differ_in_one_parameter_alone() -> None:
    # For every y, x has one sign: 1/x never steps over 0.
    assert answer(1 / x, x, x * y > 0) == ("decreasing", True)


def test_only_isolated_values_are_compared_where_only_they_are_left() -> None:
    assert answer(x**2, x, gt.equal(x, 0) | gt.equal(x, 1) | gt.equal(x, 3)) == ("increasing", True)
    assert answer(x**2, x, gt.equal(x, -1) | gt.equal(x, 1) | gt.equal(x, 3)) == ("increasing", False)


# Where: relations, premises, a region.


@pytest.mark.parametrize(
    "assuming",
    [
        y > 0,
        (y > 0,),
        [y > 0],
        gt.Premise(y > 0, name="the other is willing"),
        gt.premises(y > 0),
        gt.when(y > 0),
        gt.when(x < 9, assuming=(y > 0,)),
        gt.when(x < y + 9, assuming=(y > 0,)).simplify(),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_place_may_be_given_in_many_ways(assuming: Any) -> None:
    found = gt.comparative_static(x * y, x, assuming)
    assert (found.status, found.strict) == ("increasing", True)
    check_pairs(found, y > 0)
    assert found.within is (assuming if isinstance(assuming, gt.Region) else None)


def test_bounds_hold_without_being_named() -> None:
    assert answer(share * (2 - share), share) == ("increasing", True)
    assert answer(share * (1 - share), share)[0] == "neither"
    assert answer(a * x, x) == ("increasing", True)
    assert answer(x * (a - 1), x)[0] == "neither"


def test_a_pair_has_a_value_for_every_parameter_of_the_region() -> None:
    found = gt.comparative_static(x**2, x, gt.when(x > y))
    assert found.status == "neither"
    for pair in (found.rises, found.falls):
        assert pair is not None
        assert all(point[x] > point[y] for point in (pair.low, pair.high))


def test_a_region_that_does_not_mention_the_parameter_still_limits_the_others() -> None:
    assert gt.comparative_static(x * y, x, gt.when(y < -1)).status == "decreasing"


# What the answer uses.


def used_by(expression: Any, given: list[Any]) -> list[Any]:
    found = gt.comparative_static(expression, x, given)
    assert found.proof is not None and found.proof.premises == found.premises
    return [premise.relation for premise in found.premises]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("expression", "given", "needed"),
    [
        (x * y, [b > 0, y > 0, x > 3], [y > 0]),
        (x**2 * y, [y > 0, x > 0, b > y], [y > 0, x > 0]),
        ((x - b) / y, [x > b, y > 0], [y > 0]),
        (1 / y, [x > 0, y > 1], [y > 1]),
        (x * (y - b), [y > 2, b < 1, x > 0], [y > 2, b < 1]),
        (sympy.Max(x, y), [x < y, x < 5], [x < y]),
        (x, [y > 0], []),
    ],
    ids=str,
)
def test_no_premise_that_is_used_can_be_dropped(expression: Any, given: list[Any], needed: list[Any]) -> None:
    assert used_by(expression, given) == needed
    status = gt.comparative_static(expression, x, given).status
    assert gt.comparative_static(expression, x, needed).status == status
    for premise in needed:
        fewer = [other for other in given if other != premise]
        try:
            assert gt.comparative_static(expression, x, fewer).status != status
        except gt.UndefinedPayoffError:
            assert expression.has(1 / y)


def test_the_premise_that_gives_a_region_its_meaning_is_used() -> None:
    region = gt.when(1 / y > x, assuming=(y > 0, x < 3))
    found = gt.comparative_static(x, x, region)
    assert found.status == "increasing"
    assert str(found.premises) == "y > 0"


def test_a_proof_says_how_good_it_is() -> None:
    found = gt.comparative_static(a / (1 + a), a)
    assert str(found) == "a/(a + 1): increasing in a, strictly\n  uses: a > 0\n  proof: certified"
    assert str(gt.comparative_static(y, x)) == "y: constant in x\n  uses: none\n  proof: certified"


def test_the_text_of_neither_shows_both_pairs() -> None:
    found = gt.comparative_static(x**2, x, gt.when(x > -3))
    assert str(found).splitlines() == [
        "x**2, where x > -3: neither increasing nor decreasing in x",
        f"  rises {found.rises}",
        f"  falls {found.falls}",
    ]


def test_an_answer_can_be_pickled_and_copied() -> None:
    for found in (
        gt.comparative_static(1 / b, b, gt.when(b > y, assuming=(y > 0,))),
        gt.comparative_static(x**2, x),
        gt.comparative_static(sympy.sqrt(a), a),
    ):
        for twin in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
            assert str(twin) == str(found)
            assert (twin.status, twin.strict, twin.rises, twin.falls) == (
                found.status,
                found.strict,
                found.rises,
                found.falls,
            )
            assert twin.premises == found.premises and twin.parameter == found.parameter


# Equilibria.


def mixture(game: gt.Game) -> Any:
    """The equilibrium in which everybody mixes."""
    return next(one for one in gt.mixed(game) if all(len(own) == 2 for own in one.support) and one.probabilities)


def test_hawks_are_more_frequent_for_a_larger_prize_and_rarer_for_dearer_fights() -> None:
    V, C = gt.parameters("V C", above=0)
    fight = (V - C) / 2
    game = gt.Game(
        "Hawk and dove",
        ["China", "Russia"],
        ["hawk", "dove"],
        {
            ("hawk", "hawk"): (fight, fight), ("hawk", "dove"): (V, 0),
            ("dove", "hawk"): (0, V), ("dove", "dove"): (V / 2, V / 2),
        },
    )  # fmt: skip
    both = mixture(game)
    hawk = both.probabilities[0][0]
    assert sympy.simplify(hawk - V / C) == 0
    for parameter, status in ((V, "increasing"), (C, "decreasing")):
        found = gt.comparative_static(hawk, parameter, both.region)
        assert (found.status, found.strict) == (status, True)
        check_pairs(found, C > V, V > 0, C > 0)


def test_a_mixture_follows_the_payoffs_of_the_other_player_alone() -> None:
    # China mixes so that Russia is indifferent: p*c = (1 - p)*d, so p = d/(c + d).
    own, c, d = gt.parameters("own c d", above=0)
    game = gt.Game(
        "Coordination",
        ["China", "Russia"],
        ["road", "rail"],
        {
            ("road", "road"): (own, c), ("road", "rail"): (0, 0),
            ("rail", "road"): (0, 0), ("rail", "rail"): (1, d),
        },
    )  # fmt: skip
    both = mixture(game)
    road = both.probabilities[0][0]
    assert sympy.simplify(road - d / (c + d)) == 0
    expected = {own: ("constant", False), c: ("decreasing", True), d: ("increasing", True)}
    for parameter, status in expected.items():
        found = gt.comparative_static(road, parameter, both.region)
        assert (found.status, found.strict) == status
        check_pairs(found, own > 0, c > 0, d > 0)
