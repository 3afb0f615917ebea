"""Nuclear neighbours: every cell looked at, and what is read of 1969, of decay and of slumps worked out by hand."""

import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from sino_russian import nuclear_confrontation as model

NEEDS, RESTATES = "needs a premise the paper does not state", "restates its premises"


def number(rng: random.Random, low: int = -6, high: int = 6) -> Fraction:
    return Fraction(rng.randint(low, high), rng.choice((1, 1, 2)))


def share(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(0, 6), 6)


# Adventures


def test_restraint_is_an_equilibrium_where_no_adventure_of_either_gains() -> None:
    rng, seen = random.Random("adventures"), set()
    for _ in range(60):
        gains, losses, damage = ([number(rng, *ends) for _ in range(2)] for ends in ((1, 6), (0, 6), (1, 12)))
        eps = share(rng)
        point = dict(
            zip(
                (model.g_C, model.g_R, model.l_C, model.l_R, model.dam_C, model.dam_R),
                gains + losses + damage, strict=True,
            )
        ) | {model.eps: eps}  # fmt: skip
        risk = {"probe": eps, "total war": Fraction(1)}
        tempted = {act: [gains[i] - chance * damage[i] > 0 for i in (0, 1)] for act, chance in risk.items()}
        assert model.no_adventure.contains(point) is not any(map(any, tempted.values()))
        assert model.no_total_war.contains(point) is (gains[0] < damage[0] and gains[1] < damage[1])
        seen.add((any(tempted["probe"]), any(tempted["total war"])))
        # Both act: war unless neither escalates.
        both = model.adventures.payoffs["probe", "probe"]
        chances = {(True, True): eps**2, (True, False): eps * (1 - eps), (False, True): (1 - eps) * eps}
        war = sum(chances.values(), Fraction(0))
        for i in (0, 1):
            assert Fraction(str(both[i].subs(point))) == gains[i] - losses[i] - war * damage[i]
    assert seen == {(False, False), (True, False), (True, True)}  # who wants war wants to probe


def test_once_attacked_restraint_saves_nothing() -> None:
    war = ("total war", "total war")
    assert gt.prove(gt.nash(model.war_or_peace, war), [p.relation for p in model.destruction]).status == "proved"


@pytest.mark.parametrize("destruction", [-1, -9, -99])
def test_in_chicken_destruction_leaves_both_ways_to_be_coerced(destruction: int) -> None:
    # Mixed, each stands firm with the x of (1-x)(3-2) = x(1-crash), so 1/(2-crash): 1/3, 1/11, 1/101, never 0.
    game = model.chicken.at(prevail=3, both_yield=2, give_way=1, crash=destruction)
    found = {tuple(mixture[1] for mixture in profile) for profile in gt.equilibria(game).extreme}
    firm = Fraction(1, 2 - destruction)
    assert found == {(Fraction(1), Fraction(0)), (Fraction(0), Fraction(1)), (firm, firm)}


# Decay


def test_a_chance_of_rupture_bounds_the_years() -> None:
    # Sum over n >= 0 of (1-h)^n = 1/h years: 1/10 a year gives ten.
    rupture = Fraction(1, 10)
    assert abs(sum(float(1 - rupture) ** n for n in range(2000)) - 10) < 1e-9
    years = {model.hazard: rupture, model.duration: Fraction(10), model.lam: rupture}
    kept = gt.when(model.lasting.relation, assuming=())
    assert kept.contains(years) and not kept.contains({**years, model.duration: Fraction(11)})


def test_temptation_ends_an_alliance_that_was_kept_up() -> None:
    # Honour for ever: R/(1-d) >= t + d P/(1-d), for t = T at first and T_later later.
    rng, seen = random.Random("decay"), set()
    for _ in range(60):
        s, p, r, t, later = sorted(set(rng.sample(range(20), 5)))
        d = Fraction(rng.randint(1, 19), 20)
        kept = [Fraction(r) / (1 - d) >= tempted + d * p / (1 - d) for tempted in (t, later)]
        point = {model.S: s, model.P: p, model.R: r, model.T: t, model.T_later: later, model.delta: d}
        assert [region.contains(point) for region in (model.kept_at_first, model.kept_later)] == kept
        seen.add(tuple(kept))
    assert seen == {(True, True), (True, False), (False, False)}


# A slump


def test_a_slump_moves_russia_by_the_difference_of_the_rises() -> None:
    rng, seen = random.Random("slump"), set()
    for _ in range(80):
        base, china, states, more_china, more_states = number(rng), *(abs(number(rng)) for _ in range(4))
        point = {
            model.base: base, model.tau_RC: china, model.tau_RU: states, model.rise_C: more_china,
            model.rise_U: more_states,
        }  # fmt: skip
        before, after = base + states >= china, base + states + more_states >= china + more_china
        assert model.driven_away.contains(point) is (before and not after)
        assert model.not_drawn.contains(point) is (before or not after)
        assert not (before and not after) or more_china > more_states
        seen.add((before, after))
    assert len(seen) == 4


# The claims

VERDICTS: dict[str, tuple[str, list[tuple[str, str]], list[str]]] = {
    "kuliani-mad-deters": (
        NEEDS,
        [("conditional", NEEDS), ("proved", RESTATES), ("proved", "supports"), ("proved", "supports"),
         ("conditional", NEEDS)],
        ["to both a probe risks what it gains", "standing firm against one that yields does not pay"],
    ),
    "kuliani-alliance-can-decay": (
        NEEDS, [("proved", "supports"), ("proved", "supports"), ("conditional", NEEDS)],
        ["too impatient for the later temptation"],
    ),
    "kuliani-domestic-shock-siege-mentality": (
        NEEDS, [("proved", RESTATES), ("proved", "supports"), ("conditional", NEEDS)],
        ["the threat from China rises by no less than the American one"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


@pytest.mark.parametrize("claim", VERDICTS)
def test_what_each_claim_comes_to(judged: dict[str, gt.Judgement], claim: str) -> None:
    found, (bearing, readings, missing) = judged[claim], VERDICTS[claim]
    assert found.bearing == bearing
    assert [(one.verdict.status, one.bearing) for one in found.readings] == readings
    assert [premise.name for one in found.readings for premise in one.missing] == missing


def test_the_points_found_hold_by_hand(judged: dict[str, gt.Judgement]) -> None:
    def at(point: Any) -> dict[str, Fraction]:
        return {str(name): Fraction(value) for name, value in dict(point).items()}

    fails = at(judged["kuliani-mad-deters"].readings[0].verdict.counterexample)
    assert all(fails[f"dam_{i}"] > fails[f"g_{i}"] for i in "CR")
    assert any(fails[f"g_{i}"] > fails["eps"] * fails[f"dam_{i}"] for i in "CR")
    decays = at(judged["kuliani-alliance-can-decay"].readings[0].verdict.witness)
    needed = [(decays[t] - decays["R"]) / (decays[t] - decays["P"]) for t in ("T", "T_later")]
    assert needed[0] <= decays["delta"] < needed[1]
    drawn = at(judged["kuliani-domestic-shock-siege-mentality"].readings[2].verdict.counterexample)
    worth = drawn["base"] + drawn["tau_RU"] - drawn["tau_RC"]
    assert worth < 0 <= worth + drawn["rise_U"] - drawn["rise_C"]


def test_that_russia_is_driven_away_only_by_the_larger_rise_takes_no_premise() -> None:
    assert gt.prove(model.away_only_if_more, ()).status == "proved"


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            places = (claim.paper + ", ", "by definition")
            assert all(premise.stated.startswith(places) for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
