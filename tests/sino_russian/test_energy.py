"""Energy: volumes and prices worked out by hand, and the small games cell by cell."""

import random
from fractions import Fraction
from itertools import product

import pytest

import gametheory as gt
from sino_russian import energy as model

NEEDS = "needs a premise the paper does not state"


def number(rng: random.Random, low: int = -6, high: int = 6) -> Fraction:
    return Fraction(rng.randint(low, high), rng.choice((1, 1, 2)))


def test_the_volume_is_the_least_of_three() -> None:
    rng, seen = random.Random("caps"), set()
    least = gt.when(model.the_least.relation, assuming=())
    for _ in range(60):
        cap_r, cap_c = (Fraction(rng.randint(1, 6), 6) for _ in range(2))
        supply, demand, wanted = (number(rng, 1, 6) for _ in range(3))
        traded = min(wanted, cap_r * supply, cap_c * demand)
        point = {
            model.cap_R: cap_r, model.cap_C: cap_c, model.supply: supply, model.demand: demand, model.wanted: wanted,
        }  # fmt: skip
        assert least.contains({**point, model.traded: traded})
        assert not least.contains({**point, model.traded: traded + Fraction(1, 9)})
        assert not least.contains({**point, model.traded: traded * Fraction(8, 9)})
        short = model.underdelivers.contains({**point, model.traded: traded})
        assert short is (traded < wanted) is gt.when(model.a_cap_binds, assuming=()).contains(point)
        seen.add(short)
    assert seen == {True, False}


def test_less_is_traded_where_one_fears_more_than_it_gains() -> None:
    rng, seen = random.Random("fears"), set()
    for _ in range(60):
        gains, fear = [number(rng, 1, 4) for _ in range(2)], [number(rng) for _ in range(2)]
        less, wanted = number(rng, 0, 3), number(rng, 3, 6)
        pays = {
            "less": [gain * less for gain in gains],
            "all": [g * wanted - f for g, f in zip(gains, fear, strict=True)],
        }

        def volume(offers: tuple[str, str]) -> str:
            return "all" if offers == ("all", "all") else "less"

        strong = set()
        for offers in product(("less", "all"), repeat=2):
            here = pays[volume(offers)]
            for other in product(("less", "all"), repeat=2):
                who = [i for i in (0, 1) if other[i] != offers[i]]
                if who and all(pays[volume(other)][i] > here[i] for i in who):
                    break
            else:
                strong.add(volume(offers))
        point = {
            model.gain_C: gains[0], model.gain_R: gains[1], model.fear_C: fear[0], model.fear_R: fear[1],
            model.less: less, model.wanted: wanted,
        }  # fmt: skip
        assert model.unfulfilled.contains(point) is (strong == {"less"})
        seen.add(frozenset(strong))
    assert len(seen) >= 2


def test_the_price_halves_the_surplus_and_falls_by_half_of_what_russia_loses() -> None:
    # p - cost - o_R = value - p - o_C, so p = (value + cost + o_R - o_C)/2, and a deal iff value - cost >= o_R + o_C.
    rng, seen = random.Random("price"), set()
    for _ in range(60):
        value, cost, european = (number(rng, 1, 9) for _ in range(3))
        without_r, without_c = number(rng), number(rng)
        point = {
            model.value: value, model.cost: cost, model.o_R: without_r, model.o_C: without_c, model.p_E: european,
        }  # fmt: skip
        price = (value + cost + without_r - without_c) / 2
        assert price - cost - without_r == value - price - without_c
        assert Fraction(str(model.price.subs(point))) == price
        deal = value - cost >= without_r + without_c
        assert model.bargain.agreement.contains(point) is deal
        assert model.cheap_deal.contains(point) is (deal and price < european)
        seen.add((deal, price < european))
        weight = Fraction(rng.randint(1, 5), 6)
        weighted = cost + without_r + weight * (value - cost - without_r - without_c)
        assert model.cheap_weighted.contains({**point, model.weight: weight}) is (deal and weighted < european)
        poorer = Fraction(str(model.price.subs({**point, model.o_R: without_r - 1})))
        assert price - poorer == Fraction(1, 2)
    assert len(seen) == 4


def test_sanctions_alone_bring_a_deal_and_a_price_below_the_european_one() -> None:
    # Value 10, cost 2, o_C 0, Europe pays 9. While Russia has 9 without the deal there is none: the surplus 8 is less.
    # With 7 there is one at (12 + 7)/2 > 9; with 3, at (12 + 3)/2 < 9, without anybody's politics.
    point = {model.value: 10, model.cost: 2, model.o_C: 0, model.p_E: 9}
    options = [{**point, model.o_R: without} for without in (9, 7, 3)]
    found = [(model.bargain.agreement.contains(at), model.cheap_deal.contains(at)) for at in options]
    assert found == [(False, False), (True, False), (True, True)]


def test_hold_up() -> None:
    # Brings 10, half for the builder. At a cost of 4 built; at 6 worth building, but not built; at 11 not worth it.
    point = {model.brings: 10, model.weight: Fraction(1, 2)}
    assert [model.held_up.contains({**point, model.sunk: sunk}) for sunk in (4, 6, 11)] == [False, True, False]
    short = (model.weight * model.brings < model.sunk) & (model.sunk <= model.brings)
    assert gt.prove(gt.exactly(model.held_up, short)).status == "proved"


# The claims

VERDICTS = {
    "kuliani-energy-underdelivers": (
        [("conditional", NEEDS), ("proved", "supports"), ("proved", "supports"), ("conditional", NEEDS)],
        ["one of the two caps binds", "for one the fear outweighs the gain of trading more"],
    ),
    "paszak-gas-price-bargaining": (
        [("proved", "supports")] * 3 + [("conditional", NEEDS)],
        ["without politics the bargain would have given the European price"],
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


def test_a_low_price_without_politics_is_the_counterexample(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-gas-price-bargaining"].readings[3].verdict.counterexample
    at = {str(name): Fraction(value) for name, value in dict(found).items()}
    assert at["paid"] < at["p_E"]
    assert at["paid"] >= (at["value"] + at["cost"] + at["o_R"] - at["o_C"]) / 2


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            places = (claim.paper + ", ", "by definition")
            assert all(premise.stated.startswith(places) for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
