"""The strategic triangle, against every link, partner and concession tried at points drawn at random."""

import random
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from typing import Any

import pytest

import gametheory as gt
from sino_russian import quantities as q
from sino_russian import strategic_triangle as model
from sino_russian import triangle

POWERS = ("China", "Russia", "United States")
SIDES = tuple(combinations(POWERS, 2))
CR, CU, RU = SIDES
Signs = tuple[int, int, int]  # China-Russia, China-United States, Russia-United States; +1 friends, -1 foes
STATES: tuple[Signs, ...] = tuple((x, y, z) for x in (1, -1) for y in (1, -1) for z in (1, -1))
BALANCED = {(1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1)}
NEEDS = "needs a premise the paper does not state"
WANTED = "Washington, threatened by Moscow, would have China as a partner"


def number(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(-12, 12), 4)


def network(state: Signs) -> Any:
    return tuple(side for side, sign in zip(SIDES, state, strict=True) if sign == 1)


def utility(power: str, state: Signs, worth: Mapping[Any, Fraction], weight: Fraction) -> Fraction:
    """a for each friend, -a for each foe, and the weight if the product of the three signs is positive."""
    own = Fraction(0)
    for side, sign in zip(SIDES, state, strict=True):
        if power in side:
            own += sign * worth[power, side[side[0] == power]]
    return own + weight * state[0] * state[1] * state[2]


def turned(state: Signs, place: int) -> Signs:
    flipped = list(state)
    flipped[place] *= -1
    return (flipped[0], flipped[1], flipped[2])


def moves(state: Signs, worth: Mapping[Any, Fraction], weight: Fraction) -> list[Signs]:
    """Where one of two friends gains by hostility, or two foes both gain by friendship."""
    found = []
    for place, side in enumerate(SIDES):
        other = turned(state, place)
        gains = [utility(i, other, worth, weight) > utility(i, state, worth, weight) for i in side]
        if any(gains) if state[place] == 1 else all(gains):
            found.append(other)
    return found


def drawn(rng: random.Random) -> tuple[dict[Any, Fraction], Fraction]:
    return {pair: number(rng) for pair in permutations(POWERS, 2)}, abs(number(rng))


def at(worth: Mapping[Any, Fraction], weight: Fraction) -> dict[Any, Fraction]:
    return {triangle.omega: weight} | {triangle.likes[pair]: value for pair, value in worth.items()}


def by_pairs(worth: Mapping[Any, Fraction], weight: Fraction) -> dict[Any, Fraction]:
    least = {triangle.m_CR: CR, triangle.m_CU: CU, triangle.m_RU: RU}
    return {triangle.omega: weight} | {m: min(worth[i, j], worth[j, i]) for m, (i, j) in least.items()}


# Networks


def test_the_roles_fall_in_order_exactly_where_a_friend_is_worth_more_than_a_rival_friendship_costs() -> None:
    a, b = triangle.a, triangle.b
    assert list(triangle.ROLES) == ["pivot", "friend", "partner", "wing", "foe", "outcast"]
    assert list(triangle.ROLES.values()) == [2 * a + b, 2 * a - b, b, -b, b - 2 * a, -2 * a - b]
    order = [gt.when(x > y) for x, y in pairwise(triangle.ROLES.values())]
    falling = order[0] & order[1] & order[2] & order[3] & order[4]
    assert gt.prove(gt.exactly(falling, (a > b) & (b > 0))).status == "proved"


def test_stable_states_are_those_that_nobody_moves_from() -> None:
    rng, several = random.Random("stable"), 0
    general = gt.pairwise_stable(triangle.swings, blocking="strict")
    for _ in range(60):
        worth, weight = drawn(rng)
        expected = {state for state in STATES if not moves(state, worth, weight)}
        for game, point in ((general, at(worth, weight)), (triangle.STABLE, by_pairs(worth, weight))):
            assert {state for state in STATES if game[network(state)].contains(point)} == expected
        dated = {(1, -1, -1), (-1, 1, -1)} <= expected and (-1, -1, -1) not in expected
        assert triangle.balanced_in_turn.contains(by_pairs(worth, weight)) is dated
        several += dated
    assert several > 5


@pytest.mark.parametrize(
    ("weight", "expected"),
    [("0", {(1, -1, -1)}), ("1/4", {(1, -1, -1), (-1, 1, -1)}), ("1", BALANCED)],
)
def test_one_triangle_as_the_third_side_gains_weight(weight: str, expected: set[Signs]) -> None:
    point = {triangle.m_CR: "1/5", triangle.m_CU: "-1/10", triangle.m_RU: "-3/10", triangle.omega: weight}
    assert {state for state in STATES if triangle.STABLE[network(state)].contains(point)} == expected


def test_without_weight_on_the_triad_no_worths_fit_all_three_dates() -> None:
    assert gt.prove(gt.never(triangle.balanced_in_turn), gt.equal(triangle.omega, 0)).status == "proved"


def test_nobody_moves_in_circles() -> None:
    assert gt.prove(triangle.NO_CIRCLES).status == "proved"
    rng = random.Random("circles")
    for _ in range(60):
        worth, weight = drawn(rng)
        heights: dict[Signs, int] = {}
        while len(heights) < 8:  # peel off, again and again, the states that only lead to states peeled off before
            ends = [s for s in STATES if s not in heights and set(moves(s, worth, weight)) <= set(heights)]
            assert ends
            heights.update(dict.fromkeys(ends, 1))


def test_the_inverse_law_holds_where_the_less_eager_weighs_less_than_the_triad() -> None:
    rng, seen = random.Random("inverse"), set()
    for _ in range(60):
        worth, weight = drawn(rng)
        for china, region in ((-1, triangle.inverse_if_hostile), (1, triangle.inverse_if_friendly)):
            lasting = {
                (sign, russia): not any(other[0] != sign for other in moves((sign, china, russia), worth, weight))
                for sign in (1, -1)
                for russia in (1, -1)
            }
            law = [lasting[1, -1], not lasting[-1, -1], lasting[-1, 1], not lasting[1, 1]]
            # A side that is only indifferent lasts both ways; "only" asks for one.
            assert region.contains(at(worth, weight)) is all(law)
            if china == -1:
                assert all(law) is (weight > abs(min(worth["China", "Russia"], worth["Russia", "China"])))
            seen.add((china, all(law)))
    assert seen == {(-1, True), (-1, False), (1, False)}


def test_three_who_chase_each_other_have_no_stable_pact_and_equal_worths_always_one() -> None:
    china, russia, states = POWERS
    ring = {(china, russia): 2, (russia, states): 2, (states, china): 2, (russia, china): 1, (states, russia): 1}
    ring[china, states] = 1
    assert triangle.no_stable_pact.contains({triangle.u[pair]: worth for pair, worth in ring.items()})
    equal = [gt.equal(triangle.u[i, j], triangle.u[j, i]) for i, j in SIDES]
    assert gt.prove(gt.never(triangle.no_stable_pact), equal).status == "proved"
    rng, empty = random.Random("chase"), 0
    for _ in range(150):
        has = {pair: number(rng) for pair in ring}
        kept = [all(has[i, j] >= 0 for i, j in (side, side[::-1])) for side in SIDES]
        stable = not any(has[i, j] > 0 and has[j, i] > 0 for i, j in SIDES)  # all alone
        for (i, j), fine in zip(SIDES, kept, strict=True):
            third = next(power for power in POWERS if power not in (i, j))
            left = any(has[one, third] > has[one, two] and has[third, one] > 0 for one, two in ((i, j), (j, i)))
            stable |= fine and not left
        assert triangle.no_stable_pact.contains({triangle.u[pair]: worth for pair, worth in has.items()}) is not stable
        empty += not stable
    assert empty > 0


# Friction and the level


def levels(point: Mapping[Any, Fraction], hot: bool) -> set[int]:
    worth = [point[q.v_R0], point[q.v_R1], point[q.v_R2] - point[q.f_R]]
    if hot:
        worth = [v + point[w] for v, w in zip(worth, (model.w_0, model.w_1, model.w_2), strict=True)]
    return {level for level in range(3) if worth[level] == max(worth)}


def test_friction_moves_the_best_level_as_trying_every_level_says() -> None:
    rng, seen = random.Random("friction"), set()
    for _ in range(120):
        point = {p: Fraction(rng.randint(-3, 3)) for p in (q.v_R0, q.v_R1, q.v_R2, model.w_0, model.w_1, model.w_2)}
        point[q.f_R] = Fraction(rng.randint(0, 2))
        before, after = levels(point, False), levels(point, True)
        assert model.closer.contains(point) is (min(after) > max(before))
        assert model.less_close.contains(point) is (min(after) < max(before))
        seen.add((min(after) > max(before), min(after) < max(before)))
    assert seen == {(True, False), (False, True), (False, False)}


# 1972


def test_china_takes_the_partner_that_takes_away_most() -> None:
    rng, turns = random.Random("1972"), 0
    names = (q.tau_CR, q.tau_CU, q.tau_RC, q.tau_RU, model.tau_UR, model.by_R, model.by_U)
    for _ in range(80):
        cr, cu, rc, ru, ur = (Fraction(rng.randint(0, 4)) for _ in range(5))
        russia, states = (Fraction(rng.randint(1, 4), 4) for _ in range(2))
        saved = {"R": russia * cu, "U": states * cr}  # what China is spared by either partner
        gains = {"R": russia * ru, "U": states * ur}  # what the partner is spared by having China
        stable = set()
        for partner in ("R", "U", None):
            here = saved[partner] if partner else Fraction(0)
            blocked = any(saved[new] > here and gains[new] > 0 for new in ("R", "U") if new != partner)
            stable |= set() if blocked else {partner}
        point = dict(zip(names, (cr, cu, rc, ru, ur, russia, states), strict=True))
        assert model.turns_unequal.contains(point) is (stable == {"U"})
        if ur > 0:  # Washington would; a Moscow that gains nothing by China as a partner does not leave it either
            assert (stable == {"U"}) is (states * cr > russia * cu)
            common = {p: v for p, v in point.items() if p not in (model.by_R, model.by_U)} | {model.protection: russia}
            assert model.turns.contains(common) is (cr > cu)
            turns += cr > cu
    assert turns > 10


# 2001


def test_concessions_end_as_bayes_says() -> None:
    rng, switched = random.Random("2001"), 0
    for _ in range(80):
        belief, rate = Fraction(rng.randint(0, 7), 8), Fraction(rng.randint(1, 8), 8)
        gain, cost, patience = (
            Fraction(rng.randint(1, 8)), Fraction(rng.randint(1, 8), 4), Fraction(rng.randint(0, 4), 4)
        )  # fmt: skip
        point = {model.trust: belief, model.rate: rate, model.gain: gain, model.cost: cost, model.patience: patience}
        good_and_silent, silent = belief * (1 - rate), belief * (1 - rate) + (1 - belief)
        later = good_and_silent / silent

        def worth(trust: Fraction, rate: Fraction = rate, gain: Fraction = gain, cost: Fraction = cost) -> Fraction:
            return trust * rate * gain - cost

        point_now = {p: v for p, v in point.items() if p != model.patience}
        assert model.concedes_2001.contains(point_now) is (worth(belief) >= 0)
        assert model.concedes_2003.contains(point_now) is (worth(later) >= 0)
        assert model.switches.contains(point_now) is (worth(belief) >= 0 > worth(later))
        switched += worth(belief) >= 0 > worth(later)
        next_time = [max(worth(trust), Fraction(0)) for trust in (Fraction(1), later, belief)]
        chance = belief * rate
        trying = worth(belief) + patience * (chance * next_time[0] + (1 - chance) * next_time[1])
        assert model.tries.contains(point) is (trying >= patience * next_time[2] and worth(belief) < 0)
    assert switched > 5


def test_good_will_that_would_have_shown_ends_it_at_once() -> None:
    assert gt.prove(model.stops, gt.equal(model.rate, 1)).status == "proved"


def test_a_russia_that_foresees_an_unwilling_washington_never_concedes() -> None:
    # Washington ignores where returning costs it something; then a concession is a loss of cost > 0.
    assert gt.prove(gt.never(model.concedes_foreseeing), model.price > 0).status == "proved"
    willing = (model.price < 0, model.gain > model.cost)
    assert gt.prove(model.concedes_foreseeing, willing).status == "proved"


# The claims


@pytest.mark.parametrize(
    ("name", "bearing", "expected"),
    [
        ("paszak-west-china-inverse", "not identified", [
            ("conditional", "friction carries Russia past a point of change"),
            ("conditional", "friction makes an alliance more attractive than the partnership"),
            ("conditional", "a balanced triad outweighs what the less eager makes of it"),
            ("refuted",),
        ]),
        ("paszak-1950-1969-1972-pivot", NEEDS, [
            ("conditional", WANTED),
            ("conditional", WANTED, "both offer the same protection"),
            ("conditional", "a balanced triad outweighs China's two pairs and what draws the other two together"),
        ]),
        ("paszak-bandwagon-2001-reversal", NEEDS, [
            ("conditional", "after silence the chance of a return is below cost over gain"),
            ("proved",), ("proved",), ("proved",),
            ("conditional", "Russia looks at one round alone"),
        ]),
    ],
)  # fmt: skip
def test_the_claims(name: str, bearing: str, expected: list[tuple[str, ...]]) -> None:
    found = gt.judge(next(claim for claim in model.CLAIMS if claim.id == name))
    assert found.bearing == bearing
    for one, (status, *missing) in zip(found.readings, expected, strict=True):
        assert one.verdict.status == status, one.reading.name
        assert [premise.name for premise in one.missing] == missing, one.reading.name
        assert all(premise.stated for premise in one.reading.stated)
        assert not any(premise.stated for premise in one.reading.unstated)
    if name == "paszak-west-china-inverse":
        whenever, many = (one.verdict for one in found.readings[:2])
        for verdict in (whenever, many):
            for point, as_claimed in ((verdict.witness, True), (verdict.counterexample, False)):
                here = {p: Fraction(point[p.name]) for p in (q.v_R0, q.v_R1, q.v_R2, q.f_R)}
                here |= {p: Fraction(point[p.name]) for p in (model.w_0, model.w_1, model.w_2)}
                assert here[model.w_1] > here[model.w_0]
                calm, hot = levels(here, False), levels(here, True)
                assert (min(hot) > max(calm) if verdict is whenever else min(hot) >= max(calm)) is as_claimed
