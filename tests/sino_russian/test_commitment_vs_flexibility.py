"""To be bound or to keep the choice, against expectations summed by hand and a look at every move of one or both."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import commitment_vs_flexibility as model
from sino_russian import quantities as shared

NEEDS = "needs a premise the paper does not state"
ACTS = ((model.act1_C, model.act2_C), (model.act1_R, model.act2_R))


def number(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(-4, 4), rng.choice((1, 2)))


def chance(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 5), 6)


def expected(p: Fraction, worth: Sequence[Fraction]) -> Fraction:
    return p * worth[0] + (1 - p) * worth[1]


def test_acting_alone_an_option_is_worth_every_loss_it_spares() -> None:
    rng, seen = random.Random("alone"), set()
    for _ in range(40):
        p, worth, bonus, cost = chance(rng), [number(rng), number(rng)], number(rng), abs(number(rng))
        at_will = expected(p, [max(Fraction(0), one) for one in worth])
        bound = expected(p, worth) + bonus - cost
        spared = expected(p, [max(Fraction(0), -one) for one in worth])
        point: dict[Any, Fraction] = {
            model.p: p, model.act1_C: worth[0], model.act2_C: worth[1], model.beta_C: bonus, shared.f_C: cost,
        }  # fmt: skip
        assert model.binds_itself.contains(point) is (bound > at_will) is (bonus > cost + spared)
        seen.add(bound > at_will)
    assert seen == {True, False}


def test_acting_together_either_lets_the_other_down() -> None:
    rng, seen = random.Random("together"), set()
    for _ in range(60):
        p = chance(rng)
        worth = [[number(rng) for _ in range(2)] for _ in range(2)]  # of each ally, in each kind of crisis
        bonus, cost = [number(rng) for _ in range(2)], [abs(number(rng)) / 2 for _ in range(2)]
        wanted = [all(ally[kind] >= 0 for ally in worth) for kind in (0, 1)]
        free = [
            expected(p, [one if both else Fraction(0) for one, both in zip(ally, wanted, strict=True)])
            for ally in worth
        ]
        bound = [expected(p, ally) + b - f for ally, b, f in zip(worth, bonus, cost, strict=True)]
        gains = all(high > low for high, low in zip(bound, free, strict=True))
        point: dict[Any, Fraction] = {model.p: p}
        point |= {
            name: one for names, ally in zip(ACTS, worth, strict=True) for name, one in zip(names, ally, strict=True)
        }
        point |= dict(zip((model.beta_C, model.beta_R, shared.f_C, shared.f_R), [*bonus, *cost], strict=True))
        assert model.bind_each_other.contains(point) is gains
        seen.add(gains)
    assert seen == {True, False}


@pytest.mark.parametrize(("cost", "gains"), [(0, True), ("1/2", True), (1, False)])
def test_three_and_minus_one_the_other_way_round(cost: Any, gains: bool) -> None:
    # (3, -1) or (-1, 3), equally likely: nobody acts unbound; bound, each expects 3/2 - 1/2 = 1, less the cost.
    point = {
        model.p: "1/2", model.act1_C: 3, model.act2_C: -1, model.act1_R: -1, model.act2_R: 3, model.beta_C: 0,
        model.beta_R: 0, shared.f_C: cost, shared.f_R: cost,
    }  # fmt: skip
    assert model.bind_each_other.contains(point) is gains


def test_the_partner_s_war_leaves_seven_tenths() -> None:
    # H, L, x, d = 3, -4, 1, 1/2: bound from a chance of peace of (4 - 1/2)/(1 + 4) = 7/10 on (models.md, M17).
    game = model.war_of_the_partner.at(high=3, low=-4, lost=1, deterrence="1/2")
    assert gt.nash(game, ("bound",)).equivalent(model.peace >= Fraction(7, 10))
    assert gt.nash(game, ("flexible",)).equivalent(model.peace <= Fraction(7, 10))


def test_the_line_and_the_crisis_by_hand() -> None:
    rng, seen = random.Random("line"), set()
    for _ in range(40):
        gross, duties, loss, line = number(rng), abs(number(rng)), abs(number(rng)) + 1, abs(number(rng))
        q, h = Fraction(rng.randint(0, 3), 3), Fraction(rng.randint(0, 2), 2)
        net = gross - duties - q * (1 - h) * loss
        point: dict[Any, Fraction] = {
            shared.v_C1: Fraction(0), shared.v_C2: gross, shared.f_C: duties, shared.k_C: loss, shared.q: q,
            shared.h: h, model.line_cost: line,
        }  # fmt: skip
        assert model.line_blocks.contains(point) is (net >= 0 > net - line)
        assert model.would_ally.contains(point) is (net - line >= 0)
        gain, cost, pact = abs(number(rng)), abs(number(rng)), number(rng)
        given = {model.solidarity: gain, model.precedent: cost, model.pact_gain: pact}
        # The duty costs max(0, precedent - solidarity) beyond deciding then.
        assert model.promises.contains(given) is (pact >= max(Fraction(0), cost - gain))
        assert model.abstains.contains(given) is (cost > gain)
        seen.add(net >= 0 > net - line)
    assert seen == {True, False}


def test_what_a_payment_can_buy_is_the_sum() -> None:
    rng, seen = random.Random("payment"), set()
    for _ in range(40):
        nets = [number(rng) for _ in range(2)]
        base: dict[Any, Fraction] = {shared.q: Fraction(0), shared.h: Fraction(0)}
        for i, net in zip("CR", nets, strict=True):
            values = {"v_{}1": Fraction(0), "v_{}2": net, "f_{}": Fraction(0), "k_{}": Fraction(1)}
            base |= {getattr(shared, name.format(i)): value for name, value in values.items()}
        payments = [Fraction(n, 4) for n in range(-40, 41)]
        some = any(model.bought.contains({**base, model.paid: amount}) for amount in (-nets[0], nets[1]))
        by_hand = any(nets[0] + amount >= 0 and nets[1] - amount >= 0 for amount in payments)
        assert some is by_hand is (sum(nets) >= 0)
        assert model.alliance_holds.contains(base) is (min(nets) >= 0)
        assert model.each_prefers_partnership.contains(base) is (max(nets) < 0)
        seen.add((sum(nets) >= 0, min(nets) >= 0))
    assert seen == set(product((True, False), repeat=2)) - {(False, True)}


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


EXPECTED = {
    "kuliani-commitment-cost": (["conditional", "proved", "conditional", "conditional"], NEEDS),
    "kuliani-neither-seeks-alliance": (["proved", "proved", "proved", "conditional", "conditional"], NEEDS),
    "kuliani-shared-goal-different-means": (["conditional", "proved", "proved"], NEEDS),
    "kuliani-china-security-bodies": (["conditional", "conditional", "proved"], NEEDS),
    "paszak-non-alignment-doctrine": (["conditional", "proved", "proved"], NEEDS),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_verdicts(judged: dict[str, gt.Judgement], name: str) -> None:
    assert ([one.verdict.status for one in judged[name].readings], judged[name].bearing) == EXPECTED[name]
    assert all(one.missing for one in judged[name].readings if one.bearing == NEEDS)


def test_what_the_first_sentences_lack(judged: dict[str, gt.Judgement]) -> None:
    lacking = {
        name: [[premise.name for premise in one.missing] for one in judged[name].readings if one.missing]
        for name in list(EXPECTED)[2:]
    }
    assert lacking == {
        "kuliani-shared-goal-different-means": [["the precedent outweighs the shared aim"]],
        "kuliani-china-security-bodies": [
            ["sovereignty outweighs what such bodies counter"],
            ["countering is worth no less, the stronger American alliances are"],
        ],
        "paszak-non-alignment-doctrine": [["an alliance would serve China, by less than breaking the line costs"]],
    }


def test_even_a_partner_sure_to_be_at_war_can_be_worth_being_bound_to() -> None:
    # Bound: 2 + 0*H + 1*(-1) = 1; flexible: 0*(H - x) = 0. War is certain and costs, and deterrence outweighs it.
    point = {model.deterrence: 2, model.low: -1, model.peace: 0, model.high: 3, model.lost: 1}
    assert not model.stays_flexible.contains(point)


def test_neither_is_its_own_premise_and_one_is_enough(judged: dict[str, gt.Judgement]) -> None:
    readings = judged["kuliani-neither-seeks-alliance"].readings
    assert [one.bearing for one in readings[:3]] == ["restates its premises", "supports", "supports"]
    assert [[p.name for p in one.missing] for one in readings[3:]] == [
        ["what Russia gains is less than what China loses"],
        ["an alliance does not serve China", "an alliance does not serve Russia"],
    ]


def test_the_weakest_premises_under_which_flexibility_is_never_beaten(judged: dict[str, gt.Judgement]) -> None:
    readings = judged["kuliani-commitment-cost"].readings
    assert [[p.name for p in one.missing] for one in readings if one.missing] == [
        ["being bound gains China no more by itself than its duties cost"],
        ["the two want to act in the same crises", "being bound by itself gains China nothing"],
        ["the partner's peace is not likely enough"],
    ]
    point = readings[2].verdict.counterexample
    assert point is not None
    at = {str(name): Fraction(value) for name, value in point.items()}
    for i in "CR":
        worth = [at[f"act{kind}_{i}"] for kind in (1, 2)]
        wanted = [all(at[f"act{kind}_{j}"] >= 0 for j in "CR") for kind in (1, 2)]
        free = expected(at["p_1"], [one if both else Fraction(0) for one, both in zip(worth, wanted, strict=True)])
        assert expected(at["p_1"], worth) + at[f"beta_{i}"] - at[f"f_{i}"] > free
