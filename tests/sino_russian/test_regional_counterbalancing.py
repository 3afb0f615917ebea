"""Neighbours that balance: equilibria found cell by cell, and the volunteer's dilemma's by their known count."""

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations, product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import regional_counterbalancing as model

NEEDS = "needs a premise the paper does not state"
Play = tuple[bool, bool, bool]  # who balances: India, Japan, Vietnam


def number(rng: random.Random, low: int = -6, high: int = 6) -> Fraction:
    return Fraction(rng.randint(low, high), rng.choice((1, 1, 2)))


def counts(pays: Callable[[Play, int], Fraction]) -> list[int]:
    """How many balance in each equilibrium in pure actions."""
    found = []
    for play in product((False, True), repeat=3):
        moved = [tuple(not act if i == who else act for i, act in enumerate(play)) for who in range(3)]
        if all(pays(play, who) >= pays(moved[who], who) for who in range(3)):  # type: ignore[arg-type]
            found.append(sum(play))
    return found


def with_peers(net: list[Fraction], effects: dict[tuple[int, int], Fraction]) -> Callable[[Play, int], Fraction]:
    def pays(play: Play, who: int) -> Fraction:
        others = [effects[who, other] for other in range(3) if other != who and play[other]]
        return net[who] + sum(others) if play[who] else Fraction(0)

    return pays


def test_the_most_and_the_fewest_balancers_are_those_of_the_cells() -> None:
    rng, seen = random.Random("balancing"), set()
    most, fewest = model.most_reach_it(model.peers), model.fewest_reach_it(model.peers)
    oneself, volunteer = model.most_reach_it(model.alone), model.most_reach_it(model.volunteers)
    for _ in range(30):
        threats, costs = ([number(rng, *ends) for _ in range(3)] for ends in ((0, 5), (1, 5)))
        effects = {pair: number(rng, -3, 3) for pair in permutations(range(3), 2)}
        point: dict[Any, Fraction] = dict(zip((*model.threat, *model.cost), threats + costs, strict=True))
        point |= {model.effect[model.NEIGHBOURS[a], model.NEIGHBOURS[b]]: e for (a, b), e in effects.items()}
        net = [threat - cost for threat, cost in zip(threats, costs, strict=True)]
        nobody = dict.fromkeys(effects, Fraction(0))

        def averted(play: Play, who: int, threats: Any = threats, costs: Any = costs) -> Fraction:
            return (threats[who] if any(play) else 0) - (costs[who] if play[who] else 0)

        found, apart, left = counts(with_peers(net, effects)), counts(with_peers(net, nobody)), counts(averted)
        for least in (1, 2, 3):
            at = point | {model.number: Fraction(least)}
            assert most.contains(at) is any(k >= least for k in found)
            assert fewest.contains(at) is all(k >= least for k in found)
            assert oneself.contains(at) is any(k >= least for k in apart)
            assert volunteer.contains(at) is any(k >= least for k in left)
        seen.add(len(found))
        assert max(left) <= 1  # a second balancer would pay for nothing
    assert {0, 1, 2} <= seen


def test_the_most_and_the_fewest_rise_with_all_threats_where_company_pays() -> None:
    rng, risen = random.Random("company"), 0
    for _ in range(150):
        effects = {pair: abs(number(rng, -3, 3)) for pair in permutations(range(3), 2)}
        before = [number(rng) for _ in range(3)]
        after = [net + rng.choice((Fraction(0), abs(number(rng)))) for net in before]
        low, high = (counts(with_peers(net, effects)) for net in (before, after))
        assert min(low) <= min(high) and max(low) <= max(high)
        risen += max(low) < max(high)
    assert risen > 25


def test_free_riding_on_india_makes_one_balancer_of_two() -> None:
    # Japan and Vietnam net 2 - 1 = 1, or 1 - 2 = -1 once India balances; India alone: its threat less 1.
    effects = dict.fromkeys(permutations(range(3), 2), Fraction(0)) | {(1, 0): Fraction(-2), (2, 0): Fraction(-2)}
    most = model.most_reach_it(model.peers)
    for threat, balancers in ((Fraction(0), 2), (Fraction(3), 1)):
        assert counts(with_peers([threat - 1, Fraction(1), Fraction(1)], effects)) == [balancers]
        for least in (1, 2, 3):
            point = {**model.LEFT_TO_INDIA, model.INDIA: threat, model.number: least}
            assert most.contains(point) is (balancers >= least)


@pytest.mark.parametrize("neighbours", [2, 3])
def test_a_volunteers_dilemma_has_an_equilibrium_for_every_set_of_volunteers(neighbours: int) -> None:
    # Diekmann (1985): every non-empty set may be the one whose members volunteer, each staying out with chance
    # (c/b)^(1/(k-1)) if there are k of them. With b = 4, c = 1: one acts; two: 1/4 each; three: 1/2 each.
    found = gt.equilibria(model.volunteers_game("Volunteers", [4] * neighbours, [1] * neighbours))
    assert found.complete and len(found.extreme) == 2**neighbours - 1
    stays_out = sorted(tuple(mixture[0] for mixture in profile) for profile in found.extreme)
    expected = []
    for who in product((False, True), repeat=neighbours):
        if any(who):
            chance = {1: Fraction(0), 2: Fraction(1, 4), 3: Fraction(1, 2)}[sum(who)]
            expected.append(tuple(chance if volunteer else Fraction(1) for volunteer in who))
    assert stays_out == sorted(expected)


def test_china_s_conduct_and_russia_s_customers() -> None:
    rng = random.Random("conduct")
    for _ in range(40):
        meek, bold, eta = number(rng), number(rng), abs(number(rng))
        few, many = sorted((Fraction(rng.randint(0, 3)), Fraction(rng.randint(0, 3))))
        point = {model.restraint: meek, model.assertion: bold, model.eta: eta, model.n_low: few, model.n_high: many}
        assert model.assertive.contains(point) is (bold - meek >= eta * (many - few))
        v1, v2, f, omega, xi = (
            number(rng),
            number(rng),
            abs(number(rng)),
            abs(number(rng)),
            Fraction(rng.randint(0, 4), 4),
        )
        point = {
            model.v_R1: v1, model.v_R2: v2, model.f_R: f, model.omega: omega, model.xi: xi,
            model.v_C1: 0, model.v_C2: 1,
        }  # fmt: skip
        assert model.russia_blocks.contains(point) is (v2 - f - xi * omega < v1)


# The claims

VERDICTS = {
    "paszak-regional-counterbalancing": (
        [("proved", "supports")] + [("conditional", NEEDS)] * 3 + [("proved", "supports")] * 2,
        ["balancing pays more in company"] * 2 + ["one of the two does not leave it to India"],
    ),
    "paszak-third-party-cost": (
        [("proved", "supports"), ("conditional", NEEDS), ("proved", "supports"), ("proved", "supports")],
        ["the loss outweighs the gain"],
    ),
    "kuliani-asean-welcomes-russia": (
        [("proved", "restates its premises"), ("proved", "supports"), ("proved", "supports"), ("conditional", NEEDS)],
        ["an ally of China is no better check on it than a partner"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


@pytest.mark.parametrize("claim", VERDICTS)
def test_what_each_claim_comes_to(judged: dict[str, gt.Judgement], claim: str) -> None:
    found, (readings, missing) = judged[claim], VERDICTS[claim]
    assert found.bearing == NEEDS
    assert [(one.verdict.status, one.bearing) for one in found.readings] == readings
    assert [premise.name for one in found.readings for premise in one.missing] == missing


def test_the_counterexamples_hold_cell_by_cell(judged: dict[str, gt.Judgement]) -> None:
    for reading, reached in zip(judged["paszak-regional-counterbalancing"].readings[1:3], (any, all), strict=True):
        truths, threats = [], []
        for point in (reading.verdict.counterexample.low, reading.verdict.counterexample.high):
            at = {str(name): Fraction(value) for name, value in dict(point).items()}
            net = [at[f"threat_{who}"] - at[f"cost_{who}"] for who in "IJV"]
            effects = {(a, b): at[f"effect_{'IJV'[a]}{'IJV'[b]}"] for a, b in permutations(range(3), 2)}
            truths.append(reached(k >= at["number"] for k in counts(with_peers(net, effects))))
            threats.append(at["threat_I"])
        assert truths == [True, False] and threats[0] < threats[1]


def test_looking_at_india_alone_two_balancers_become_one(judged: dict[str, gt.Judgement]) -> None:
    # India's own choice depends on nobody; the others follow. Only if both leave it to India does it cost a balancer.
    pair, found = judged["paszak-regional-counterbalancing"].readings[3].verdict.counterexample, []
    for point in (pair.low, pair.high):
        at = {str(name): Fraction(value) for name, value in dict(point).items()}
        net = [at[f"threat_{who}"] - at[f"cost_{who}"] for who in "IJV"]
        effects = dict.fromkeys(permutations(range(3), 2), Fraction(0))
        effects |= {(1, 0): at["effect_JI"], (2, 0): at["effect_VI"]}
        found.append(max(counts(with_peers(net, effects))))
        assert at["effect_JI"] < 0 and at["effect_VI"] < 0
    assert found == [2, 1]


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith(claim.paper + ", ") for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
