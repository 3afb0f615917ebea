"""Balancing the hegemon, against a look at every profile and every joint move, and against hand-written shares."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import balance_of_power as model
from sino_russian import quantities as shared

NEEDS = "needs a premise the paper does not state"
Worth = Sequence[Fraction]  # of each level to one ally, from the lowest on


def equilibria(china: Worth, russia: Worth, *, together: bool) -> set[tuple[int, int]]:
    """The profiles that nobody alone, or no pair either, leaves; the lower level of the two counts."""
    profiles = list(product(range(len(china)), repeat=2))
    worth = {both: (china[min(both)], russia[min(both)]) for both in profiles}

    def left(here: tuple[int, int], there: tuple[int, int]) -> bool:
        movers = [i for i in (0, 1) if here[i] != there[i]]
        allowed = len(movers) == 1 or (together and len(movers) == 2)
        return allowed and all(worth[there][i] > worth[here][i] for i in movers)

    return {here for here in profiles if not any(left(here, there) for there in profiles)}


def number(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(-3, 3))


def size(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 9), rng.choice((1, 2)))


def test_two_levels_by_hand_and_by_looking() -> None:
    rng, seen = random.Random("pact"), set()
    for _ in range(30):
        gains, costs = [number(rng) for _ in range(2)], [abs(number(rng)) for _ in range(2)]
        net = [gain - cost for gain, cost in zip(gains, costs, strict=True)]
        worths = ([Fraction(0), net[0]], [Fraction(0), net[1]])
        plain, strong = (equilibria(*worths, together=pair) for pair in (False, True))
        point = {model.s_C: gains[0], model.s_R: gains[1], shared.f_C: costs[0], shared.f_R: costs[1]}
        assert model.can_ally.contains(point) is ((1, 1) in plain) is (min(net) >= 0)
        assert (0, 0) in plain and model.only_alliance.contains(point) is False
        assert model.ends_allied.contains(point) is (strong == {(1, 1)}) is (min(net) > 0)
        seen.add((min(net) >= 0, min(net) > 0))
    assert len(seen) == 3


def test_three_levels_by_looking() -> None:
    rng, seen = random.Random("record"), set()
    names = [(shared.v_C0, shared.v_C1, shared.v_C2), (shared.v_R0, shared.v_R1, shared.v_R2)]
    for _ in range(30):
        worths = [[number(rng) for _ in range(3)] for _ in range(2)]
        point: dict[Any, Fraction] = {n: v for i in (0, 1) for n, v in zip(names[i], worths[i], strict=True)}
        plain, strong = (equilibria(*worths, together=pair) for pair in (False, True))
        ends = bool(strong) and all(min(one) == 2 for one in strong)
        assert model.predicted.contains(point) is ends
        assert model.short_of_it.contains(point) is any(min(one) < 2 for one in strong)
        assert model.short_of_it_alone.contains(point) is any(min(one) < 2 for one in plain) is True
        for share_seen in (Fraction(0), Fraction(1, 3)):
            scaled = [[w[1], w[1] + share_seen * (w[2] - w[1])] for w in worths]
            strong = equilibria(*scaled, together=True)
            ends_seen = strong == {(1, 1)}
            given: dict[Any, Fraction] = {**point, model.seen_C: share_seen, model.seen_R: share_seen}
            assert model.predicted_if_perceived.contains(given) is ends_seen
        seen.add(ends)
    assert seen == {True, False}


def test_cost_and_a_reaction_in_reserve_are_what_can_explain_the_record() -> None:
    # Worth 0, 1, 3 to both; without costs (f = 0) and reserve (h = 1 or q = 0) they ally whatever the loss imposed.
    free = {getattr(shared, f"v_{i}{level}"): worth for i in "CR" for level, worth in enumerate((0, 1, 3))}
    cases = ((0, 0, "1/2", True), (0, 1, 1, True), (2, 0, 0, False), (0, 1, 0, False), (1, "1/4", 0, False))
    for f, q, h, ends in cases:
        loss = Fraction(4)
        hit = Fraction(h) + (1 - Fraction(h)) * Fraction(q)
        worth = [-Fraction(h) * loss, 1 - Fraction(h) * loss, 3 - f - hit * loss]
        strong = equilibria(worth, worth, together=True)
        assert (bool(strong) and all(min(one) == 2 for one in strong)) is ends
        point = {**free, shared.f_C: f, shared.f_R: f, shared.q: q, shared.h: h, shared.k_C: loss, shared.k_R: loss}
        assert model.reconciled.contains(point)


def test_pooled_power_turns_where_the_two_no_longer_offset_the_hegemon() -> None:
    rng, seen = random.Random("pooled"), set()
    for _ in range(30):
        powers, prizes = [size(rng) for _ in range(3)], [size(rng) for _ in range(2)]
        costs = [abs(number(rng)) for _ in range(2)]
        pays = powers[0] + powers[1] >= powers[2] and all(p > f for p, f in zip(prizes, costs, strict=True))
        point = {
            shared.power_C: powers[0], shared.power_R: powers[1], shared.power_U: powers[2], shared.f_C: costs[0],
            shared.f_R: costs[1], model.prize_C: prizes[0], model.prize_R: prizes[1],
        }  # fmt: skip
        assert model.pays_both_if_pooled.contains(point) is pays
        seen.add(pays)
    assert seen == {True, False}


def gain(own: Fraction, partner: Fraction, hegemon: Fraction) -> Fraction:
    """What an alliance adds to one's security, security being a share of the power of the two sides."""
    return (own + partner) / (own + partner + hegemon) - own / (own + hegemon)


def test_by_shares_the_gain_peaks_at_a_geometric_mean() -> None:
    # Powers 2 and 6: China's gain peaks at a hegemon of sqrt(2 * 8) = 4.
    two, six = Fraction(2), Fraction(6)
    assert max(range(1, 40), key=lambda n: gain(two, six, Fraction(n, 2))) == 8
    rng = random.Random("peak")
    for _ in range(40):
        own, partner, hegemon = (size(rng) for _ in range(3))
        cost, prize = abs(number(rng)), size(rng)
        pays = all(prize * gain(*pair, hegemon) >= cost for pair in ((own, partner), (partner, own)))
        point = {
            shared.power_C: own, shared.power_R: partner, shared.power_U: hegemon, shared.f_C: cost,
            shared.f_R: cost, model.prize_C: prize, model.prize_R: prize,
        }  # fmt: skip
        assert model.can_ally_by_shares.contains(point) is pays


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


def test_waltz_is_right_about_existence_and_nothing_more(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-waltz-alliance-plausible"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("proved", "supports"), ("proved", "supports"), ("proved", "supports"), ("refuted", "contradicts"),
        ("conditional", NEEDS), ("refuted", "contradicts"), ("conditional", NEEDS),
    ]  # fmt: skip
    assert found.bearing == "not identified"
    assert [premise.name for premise in found.readings[4].missing] == [
        "for both, the gain in security exceeds the cost"
    ]


def test_both_computed_gains_fall_somewhere(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-waltz-alliance-plausible"]
    for reading in found.readings[5:]:
        pair = reading.verdict.counterexample
        assert isinstance(pair, gt.Pair)
        lower, higher = ({str(n): Fraction(v) for n, v in end.items()} for end in (pair.low, pair.high))
        assert lower["power_U"] < higher["power_U"] and lower["power_U"] > max(lower["power_C"], lower["power_R"])
    falls = [
        min(end[f"prize_{i}"] * gain(end[f"power_{i}"], end[f"power_{j}"], end["power_U"]) - end[f"f_{i}"]
            for i, j in ("CR", "RC"))
        for end in (lower, higher)
    ]  # fmt: skip
    assert falls[0] >= 0 > falls[1]


def test_the_record_refutes_pure_theory_only_if_the_pair_can_move_together(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-balancing-anomaly"]
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("proved", "supports"), ("proved", "supports"), ("refuted", "contradicts"), ("proved", "supports"),
        ("proved", "supports"), ("conditional", NEEDS),
    ]  # fmt: skip
    assert [premise.name for premise in found.readings[5].missing] == ["the two together can offset the United States"]


def test_the_geometric_mean_needs_a_china_less_than_the_golden_ratio_times_as_strong() -> None:
    # U > C and U^2 <= R(C + R) give C^2 < R(C + R): C/R below (1 + sqrt 5)/2, which lies between 1.618 and 1.619.
    (mean,) = model.CLAIMS[0].readings[6].unstated
    region = gt.when(mean.relation)
    for ratio, room in ((Fraction(1618, 1000), True), (Fraction(1619, 1000), False)):
        russia, slightly_above = Fraction(1), ratio + Fraction(1, 10**5)
        assert (slightly_above**2 <= russia * (ratio + russia)) is room
        point = {shared.power_C: ratio, shared.power_R: russia, shared.power_U: slightly_above}
        assert region.contains(point) is room


def test_a_gain_over_no_tie_alone_is_not_enough() -> None:
    # Worth 0, 2, 1 to both: better than no tie, worse than the partnership; they stay partners.
    point = {getattr(shared, f"v_{i}{level}"): worth for i in "CR" for level, worth in enumerate((0, 2, 1))}
    assert not model.predicted.contains(point)


def test_the_american_lead_is_data_with_the_papers_thresholds(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-us-decisive-advantage"]
    assert (found.status, found.bearing) == ("data", "data")
    # 12.23 + 1.57 = 13.80 and 228 + 66 = 294 (Paszak, section 1).
    assert "13.80 tn" in found.reason and "294 bn" in found.reason
