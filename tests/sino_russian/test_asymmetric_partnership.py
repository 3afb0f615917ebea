"""The asymmetric partnership, against every choice tried at points drawn at random and formulas worked out by hand."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.verdicts.prove import is_proved
from sino_russian import asymmetric_partnership as model
from sino_russian import disparity, expansion, leverage, participation, priority, programme
from sino_russian import quantities as q
from sino_russian.best_levels import at_least, falls, rises, strictly_above

NEEDS = "needs a premise the paper does not state"
Point = dict[Any, Fraction]


def draw(rng: random.Random, names: Sequence[Any], low: int = -3, high: int = 3) -> Point:
    return {name: Fraction(rng.randint(low, high)) for name in names}


def best(worth: Sequence[Fraction]) -> set[int]:
    return {place for place, value in enumerate(worth) if value == max(worth)}


def strong_outcomes(china: Sequence[Fraction], russia: Sequence[Fraction]) -> set[int]:
    """The outcomes of pairs of choices, the lower counting, that neither one nor the two together leave."""
    strong = set()
    for one, two in product(range(3), repeat=2):
        here = min(one, two)
        alone = any(china[min(x, two)] > china[here] or russia[min(one, x)] > russia[here] for x in range(3))
        together = any(china[d] > china[here] and russia[d] > russia[here] for d in range(3))
        strong |= set() if alone or together else {here}
    return strong


# Best levels compared


def test_comparisons_of_best_choices_are_those_of_sets() -> None:
    games = (expansion.as_china_rates, expansion.as_russia_rates)
    regions = [compare(*games) for compare in (rises, falls, strictly_above)]
    least = at_least(games[0], "expand")
    rng, seen = random.Random("levels"), set()
    for _ in range(80):
        point = draw(rng, (expansion.e_0, expansion.e_1, expansion.e_2)) | draw(
            rng, (*expansion.LOW, *expansion.SELF), 0
        )
        gains = [point[e] for e in (expansion.e_0, expansion.e_1, expansion.e_2)]
        one, two = (
            best([gain - point[cost] for gain, cost in zip(gains, costs, strict=True)])
            for costs in (expansion.LOW, expansion.SELF)
        )
        truths = (max(two) > min(one), min(two) < max(one), min(two) > max(one))
        assert tuple(region.contains(point) for region in regions) == truths
        only_low = {p: v for p, v in point.items() if p not in expansion.SELF}
        assert least.contains(only_low) is (max(one) >= 1)
        seen.add(truths)
    assert len(seen) == 5


# Disparity and hostility

LEVEL_NAMES = (q.v_R0, q.v_R1, q.v_R2, disparity.g_0, disparity.g_1, disparity.g_2)
COSTS = (q.f_R, disparity.rank, disparity.rank_later, disparity.pull, disparity.pull_high)


def worths(point: Point, larger: bool, hostile: bool) -> list[Fraction]:
    """Gross worth less duties, plus what the disparity adds, and a level: less second rank, plus the pull."""
    worth = []
    for level in range(3):
        value = point[(q.v_R0, q.v_R1, q.v_R2)[level]]
        value -= point[q.f_R] if level == 2 else 0
        value += point[(disparity.g_0, disparity.g_1, disparity.g_2)[level]] if larger else 0
        value -= level * point[disparity.rank_later if larger else disparity.rank]
        value += level * point[disparity.pull_high if hostile else disparity.pull]
        worth.append(value)
    return worth


def wanted(point: Point, larger: bool, hostile: bool) -> set[int]:
    return best(worths(point, larger, hostile))


def test_what_comes_about_is_what_the_pair_does_not_leave() -> None:
    rng, closer = random.Random("pair"), 0
    for _ in range(60):
        point = draw(rng, (*LEVEL_NAMES, q.v_C0, q.v_C1, q.v_C2)) | draw(rng, (*COSTS, q.f_C), 0)
        china = [point[q.v_C0], point[q.v_C1], point[q.v_C2] - point[q.f_C]]
        before, after = (strong_outcomes(china, worths(point, larger, False)) for larger in (False, True))
        rising = len(before) == len(after) == 1 and max(after) > min(before)
        assert disparity.comes_closer.contains(point) is rising
        closer += rising
    assert closer > 0
    assert is_proved(gt.never(disparity.comes_closer), (disparity.second_rank_hurts, disparity.costs_more))


def test_what_russia_wants_follows_the_steps() -> None:
    rng, seen = random.Random("disparity"), set()
    up, down = rises(disparity.small_low, disparity.large_low), falls(disparity.small_low, disparity.large_low)
    hostile_down = falls(disparity.small_low, disparity.large_high)
    for _ in range(120):
        point = draw(rng, LEVEL_NAMES) | draw(rng, COSTS, 0)
        before, after, isolated = wanted(point, False, False), wanted(point, True, False), wanted(point, True, True)
        cool = {p: v for p, v in point.items() if p is not disparity.pull_high}
        assert up.contains(cool) is (max(after) > min(before))
        assert down.contains(cool) is (min(after) < max(before))
        assert hostile_down.contains(point) is (min(isolated) < max(before))
        calm = wanted(point, True, False)
        assert priority.independent.contains(point) is (max(isolated) <= min(calm))
        if point[disparity.pull_high] > point[disparity.pull] and max(isolated) <= min(calm):
            assert isolated == calm  # more hostility never loosens the tie: no closer means the same
        rank = point[disparity.rank_later] - point[disparity.rank]
        steps = [point[LEVEL_NAMES[3 + i]] - point[LEVEL_NAMES[2 + i]] - rank for i in (1, 2)]
        if max(steps) < 0:
            assert max(after) <= min(before)
        if min(steps) > 0:
            assert min(after) >= max(before)
        if min(steps) + point[disparity.pull_high] - point[disparity.pull] > 0:
            assert min(isolated) >= max(before)
        seen.add((max(steps) < 0, min(steps) > 0))
    assert seen == {(True, False), (False, True), (False, False)}


def test_one_number_separates_the_two_papers() -> None:
    """At the same premises of either paper the other's conclusion is false somewhere, and the sign decides."""
    lower, higher = disparity.costs_more, disparity.adds_more
    paszak, kuliani = rises(disparity.small_low, disparity.large_low), falls(disparity.small_low, disparity.large_low)
    assert gt.prove(gt.never(paszak), lower).status == "proved"
    assert gt.prove(gt.never(kuliani), higher).status == "proved"
    # One step each way is enough: v = (0, 0, -9), the disparity adds 1 to the partnership, second rank 0 or 2.
    names = (*LEVEL_NAMES, q.f_R, disparity.rank, disparity.pull)
    flat = dict(zip(names, map(Fraction, (0, 0, -9, 0, 1, 1, 0, 0, 0)), strict=True))
    assert paszak.contains(flat | {disparity.rank_later: Fraction(0)})
    assert not paszak.contains(flat | {disparity.rank_later: Fraction(2)})
    assert kuliani.contains(flat | {disparity.rank_later: Fraction(2)})


def test_a_closeness_without_a_highest_value_always_heeds_the_west() -> None:
    # (eager + heed*h)/curb moves by heed*more/curb > 0.
    assert gt.prove(gt.never(priority.unmoved)).status == "proved"


# Leverage


def test_half_the_gap_in_dependence_is_handed_over() -> None:
    rng, turned = random.Random("leverage"), set()
    rising = gt.when(leverage.added.transfer >= leverage.asked)
    for _ in range(60):
        o_r, o_c = sorted((Fraction(rng.randint(1, 9)), Fraction(rng.randint(10, 19))))
        v, more = Fraction(rng.randint(1, 20)), Fraction(rng.randint(1, 5))

        def gap(trade: Fraction, o_r: Fraction = o_r, o_c: Fraction = o_c) -> Fraction:
            return (trade / (trade + o_r) - trade / (trade + o_c)) / 2

        for trade in (v, v + more):
            point = {leverage.V: trade, leverage.o_R: o_r, leverage.o_C: o_c}
            assert rising.contains(point | {leverage.asked: gap(trade)})
            assert not rising.contains(point | {leverage.asked: gap(trade) + Fraction(1, 1000)})
            turned_round = {leverage.V: trade, leverage.o_R: o_c, leverage.o_C: o_r}  # then China hands Russia as much
            assert rising.contains(turned_round | {leverage.asked: -gap(trade)})
            assert not rising.contains(turned_round | {leverage.asked: -gap(trade) + Fraction(1, 1000)})
            left = trade / (trade + o_r) - gap(trade)
            assert leverage.russia_gains.contains(point | {leverage.kept: left})
            assert not leverage.russia_gains.contains(point | {leverage.kept: left + Fraction(1, 1000)})
            most = trade / (trade + o_r)
            assert leverage.yields.contains(point | {leverage.asked: most})
            assert not leverage.yields.contains(point | {leverage.asked: most + Fraction(1, 1000)})
        # Between two volumes the gap rises exactly where their product is below that of the other trades.
        assert (gap(v + more) > gap(v)) is (v * (v + more) < o_r * o_c)
        assert (v + more) / (v + more + o_r) > v / (v + o_r)
        turned.add(gap(v + more) > gap(v))
    assert turned == {True, False}


def test_the_larger_economy_is_what_turns_trade_into_leverage() -> None:
    # V/T_R - V/T_C halved rises with V only if T_C >= T_R: 1/2 and 1 of trade, totals 2 and 1, hand over -1/8 and -1/4.
    given = gt.grows(leverage.influence(leverage.given), leverage.V)
    assert gt.prove(given, leverage.T_C > leverage.T_R).status == "proved"
    assert gt.prove(given).status == "conditional"
    handed = [(trade / 2 - trade / 1) / 2 for trade in (Fraction(1, 2), Fraction(1))]
    assert handed == [Fraction(-1, 8), Fraction(-1, 4)]
    for trade, amount in zip((Fraction(1, 2), Fraction(1)), handed, strict=True):
        point = {leverage.V: trade, leverage.T_R: 2, leverage.T_C: 1}
        assert leverage.influence(leverage.given).contains(point | {leverage.asked: amount})
        assert not leverage.influence(leverage.given).contains(point | {leverage.asked: amount + Fraction(1, 1000)})


# Participation


def test_china_stays_as_backward_induction_says() -> None:
    rng, kept = random.Random("stays"), 0
    names = (participation.tie_1, participation.tie_2, participation.out_1, participation.out_2)
    for _ in range(100):
        point = draw(rng, names)
        t1, t2, o1, o2 = point.values()
        weight = Fraction(rng.randint(0, 4), 4)
        assert participation.survives.contains(point) is (t1 >= o1 and t2 >= o2)
        assert participation.surely.contains(point) is (t1 > o1 and t2 > o2)
        later = weight * max(t2, o2)
        at_end = weight * t2 >= weight * o2
        for tree, leaving in ((participation.for_good, weight * o2), (participation.may_return, later)):
            through = at_end and t1 + later >= o1 + leaving and t1 < o1
            assert participation.bears_a_loss[tree].contains(point | {participation.foresight: weight}) is through
            kept += through
    assert kept > 0


# Assertiveness


def test_russia_asserts_itself_where_no_other_degree_pays_more() -> None:
    rng, seen = random.Random("assertive"), set()
    assertive, acts = at_least(expansion.costly, "assertive"), gt.nash(expansion.window, ("now",))
    for _ in range(60):
        prize, toll, power = Fraction(rng.randint(-2, 9)), Fraction(rng.randint(1, 4)), Fraction(rng.randint(1, 4))
        point = {expansion.prize: prize, expansion.toll: toll, q.power_R: power}
        # 2p - 4t/P against p - t/P and 0: p >= 3t/P (which is also more than 2t/P).
        assert assertive.contains(point) is (prize >= 3 * toll / power)
        now, more, weight = Fraction(rng.randint(-2, 4)), Fraction(rng.randint(1, 3)), Fraction(rng.randint(0, 2), 2)
        point = {expansion.prize: prize, expansion.now: now, expansion.later: now + more}
        acting = prize - now >= max(Fraction(0), weight * (prize - now - more))
        assert acts.contains(point | {expansion.weight_later: weight}) is acting
        assert acting is (prize >= now)  # in decline: whenever there is anything to be gained
        seen.add((prize >= 3 * toll / power, acting))
    assert len(seen) >= 3


# The programme


def test_the_status_quo_alone_is_strong_unless_both_gain_by_some_degree() -> None:
    rng, agreed = random.Random("programme"), 0
    region = programme.no_revision[programme.visions]
    for _ in range(80):
        point = draw(rng, (programme.c_1, programme.c_2, programme.l_1, programme.l_2), -2, 2)
        china = [Fraction(0), point[programme.c_1], point[programme.c_2]]
        russia = [Fraction(0), -point[programme.l_1], -point[programme.l_2]]
        strong = strong_outcomes(china, russia)
        assert region.contains(point) is (strong == {0})
        agreed += strong != {0}
    assert agreed > 5


# The claims

EXPECTED = {
    "paszak-disparity-undermines": (NEEDS, [
        ("conditional", ["second rank costs more than the disparity adds to the first step"]),
        ("conditional", ["second rank costs more than the disparity adds to each step"]),
        ("conditional", ["second rank costs more than the disparity adds to an alliance"]),
        ("conditional", ["second rank outgrows what China is worth"]),
    ]),
    "kuliani-russia-forced-to-prioritise-china": ("not identified", [
        ("conditional", ["by then the top level is best even at the lowest hostility considered"]),
        ("conditional", ["the disparity adds more to each step than second rank costs"]),
        ("refuted", []),
        ("proved", []),
    ]),
    "kuliani-asymmetry-unconstrained-expansion": (NEEDS, [
        ("conditional", ["no step is feared"]),
        ("conditional", ["each further step is feared less at the lower rating"]),
        ("conditional", ["expanding is answered no less than holding back"]),
    ]),
    "kuliani-trade-raises-chinese-leverage": (NEEDS, [
        ("proved", []),
        ("conditional", [
            "China trades no less with others", "the trade is below the geometric mean of the trades with others",
        ]),
        ("proved", []), ("proved", []), ("proved", []),
    ]),
    "kuliani-instrumental-participation": (NEEDS, [
        ("proved", []),
        ("proved", []),
        ("conditional", ["nothing is to be gained later"]),
        ("proved", []),
    ]),
    "kuliani-russia-assertive-with-power": (NEEDS, [
        ("conditional", ["strength adds more to each further degree"]),
        ("proved", []),
        ("conditional", ["nothing is to be gained at today's cost"]),
    ]),
    "kuliani-status-quo-vs-revisionist": ("not identified", [
        ("proved", []),
        ("conditional", ["Russia loses more than that by each degree"]),
        ("refuted", []),
    ]),
    "paszak-status-pulls-east": (NEEDS, [
        ("conditional", ["isolation and rank outweigh what the disparity takes from each step"]),
        ("conditional", ["isolation outweighs what the disparity takes from each step"]),
        ("proved", []),
        ("conditional", ["the disparity adds more to each step than second rank costs"]),
    ]),
}  # fmt: skip


def test_every_claim_of_the_mechanism_is_there() -> None:
    assert [claim.id for claim in model.CLAIMS] == [
        "paszak-disparity-undermines", "kuliani-russia-forced-to-prioritise-china",
        "kuliani-asymmetry-unconstrained-expansion", "kuliani-trade-raises-chinese-leverage",
        "kuliani-instrumental-participation", "kuliani-russia-assertive-with-power",
        "kuliani-status-quo-vs-revisionist", "paszak-status-pulls-east",
    ]  # fmt: skip


@pytest.mark.parametrize("claim", model.CLAIMS, ids=lambda claim: claim.id)
def test_the_claims(claim: gt.Claim) -> None:
    found = gt.judge(claim)
    bearing, readings = EXPECTED[claim.id]
    assert [(one.verdict.status, [p.name for p in one.missing]) for one in found.readings] == readings
    assert found.bearing == bearing
    for one in found.readings:
        assert one.reading.challenge
        assert all(premise.stated for premise in one.reading.stated)
        assert not any(premise.stated for premise in one.reading.unstated)
    if claim.id == "paszak-disparity-undermines":
        verdict = found.readings[0].verdict
        for point, holds in ((verdict.witness, True), (verdict.counterexample, False)):
            here = {
                name: Fraction(point[name.name]) if name.name in point else Fraction(0)
                for name in (*LEVEL_NAMES, *COSTS)
            }
            assert here[disparity.rank_later] > here[disparity.rank]
            then, now = (worths(here, larger, False) for larger in (False, True))
            assert (now[1] - now[0] < then[1] - then[0]) is holds
        verdict = found.readings[1].verdict
        for point, holds in ((verdict.witness, True), (verdict.counterexample, False)):
            here = {
                name: Fraction(point[name.name]) if name.name in point else Fraction(0)
                for name in (*LEVEL_NAMES, *COSTS)
            }
            assert here[disparity.rank_later] > here[disparity.rank]
            assert (max(wanted(here, True, False)) <= min(wanted(here, False, False))) is holds
