"""Balancing against threats, against choices worked out from the words of the two papers."""

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import agenda, closer_tie
from sino_russian import balance_of_threat as model

Numbers = dict[str, Any]
NEEDS, SUPPORTS = "needs a premise the paper does not state", "supports"


def some(rng: random.Random, names: str, low: int = -3) -> Numbers:
    return {name: Fraction(rng.randint(low, 4), rng.choice((1, 1, 2))) for name in names.split()}


def kept(steps: list[tuple[Fraction, Fraction]]) -> set[int]:
    """The levels that neither, nor the two together, leave, given what each pays; the lower choice counts."""
    heights = range(len(steps))

    def left(here: tuple[int, int]) -> bool:
        for there in product(heights, repeat=2):
            movers = [i for i in (0, 1) if there[i] != here[i]]
            if movers and all(steps[min(there)][i] > steps[min(here)][i] for i in movers):
                return True
        return False

    return {min(here) for here in product(heights, repeat=2) if not left(here)}


# One state and one threat

FORMS = (model.product, model.total, model.tau_now)


def test_balancing_is_best_where_the_threat_left_costs_as_much() -> None:
    rng, seen = random.Random("answer"), set()
    regions = {t: [model.balances(t, strict=strict) for strict in (False, True)] for t in FORMS}
    region = model.balances(model.tau_now, model.win_now)
    for _ in range(60):
        n = some(rng, "c_bal tau_now win_now power_U near_RU arms_U intent_RU", 0)
        n |= {name: n[name] / 4 for name in ("near_RU", "arms_U", "intent_RU")} | {"power_U": n["power_U"] + 1}
        n["win_now"] -= 2
        threats = {
            model.product: n["power_U"] * n["near_RU"] * n["arms_U"] * n["intent_RU"],
            model.total: n["power_U"] + n["near_RU"] + n["arms_U"] + n["intent_RU"],
            model.tau_now: n["tau_now"],
        }
        for threat, left in threats.items():
            assert [one.contains(n) for one in regions[threat]] == [left >= n["c_bal"], left > n["c_bal"]]
        joins = region.contains(n)
        assert joins is (-n["c_bal"] >= max(-n["tau_now"], n["win_now"]))
        seen.add((joins, n["tau_now"] >= n["c_bal"]))
    assert seen == {(True, True), (False, True), (False, False)}


@pytest.mark.parametrize("threat", [model.product, model.total], ids=["product", "sum"])
@pytest.mark.parametrize("factor", [model.near_RU, model.arms_U, model.intent_RU], ids=str)
def test_balancing_is_upward_closed_in_the_other_factors_too(threat: Any, factor: gt.Parameter) -> None:
    assert gt.prove(gt.grows(model.balances(threat), factor)).status == "proved"


def test_without_intentions_product_and_sum_part() -> None:
    n = {"power_U": 10, "near_RU": 1, "arms_U": 1, "intent_RU": 0, "c_bal": 5}
    assert not model.balances(model.product).contains(n) and model.balances(model.total).contains(n)
    free = {**n, "c_bal": 0}  # nothing to fear and nothing to pay: indifferent
    assert model.balances(model.product).contains(free)
    assert not model.balances(model.product, strict=True).contains(free)


# Whom


def test_the_target_is_who_threatens_more_and_not_who_is_stronger() -> None:
    rng, seen = random.Random("target"), set()
    by_cost = gt.only(gt.nash, model.target(model.tau_RU, model.tau_RC, model.c_RU, model.c_RC), ("China",))
    for _ in range(60):
        n = some(rng, "tau_RU tau_RC c_RU c_RC", 0)
        against_us, against_china = -n["tau_RC"] - n["c_RU"], -n["tau_RU"] - n["c_RC"]
        assert by_cost.contains(n) is (against_china > against_us)
        seen.add((against_china > against_us, n["tau_RC"] > n["tau_RU"]))
    assert len(seen) == 4


def test_how_offensive_the_united_states_must_look() -> None:
    assert gt.prove(model.INTENTION_THRESHOLD).status == "proved"
    # Twice as strong, a quarter as near, as well armed: it must look twice as offensive as China; beyond 1/2 it cannot.
    n = {"power_U": 2, "power_C": 1, "near_RU": Fraction(1, 4), "near_RC": 1, "arms_U": 1, "arms_C": 1}
    region = gt.only(gt.nash, model.by_factors, ("the United States",))
    for china, enough in ((Fraction(1, 4), Fraction(1, 2)), (Fraction(1, 2), Fraction(1))):
        tie = region.contains({**n, "intent_RC": china, "intent_RU": enough})
        more = enough + Fraction(1, 100)
        assert not tie and (more > 1 or region.contains({**n, "intent_RC": china, "intent_RU": more}))


# The pair


def test_a_closer_tie_is_formed_where_both_gain_and_moves_only_with_the_less_willing() -> None:
    rng, seen = random.Random("tie"), set()
    for _ in range(60):
        n = some(rng, "n_C n_R n_C_later n_R_later")
        now, russia, china = (
            kept([(Fraction(0), Fraction(0)), (n[c], n[r])]) for c, r in
            (("n_C", "n_R"), ("n_C", "n_R_later"), ("n_C_later", "n_R"))
        )  # fmt: skip
        assert model.now.contains(n) is (now == {1})
        assert model.never_lowered.contains(n) is (now != {1} or russia == china == {1})
        assert model.moved.contains(n) is (now == {0} and russia == {1})
        assert model.moved_by_china.contains(n) is (now == {0} and china == {1})
        assert now != {1} or min(n["n_C"], n["n_R"]) > 0
        seen.add((now == {1}, russia == {1}, china == {1}))
    assert len(seen) > 4


def test_the_difference_of_two_threats_is_what_it_says() -> None:
    rng, seen = random.Random("difference"), set()
    for _ in range(40):
        n = some(rng, "tau_CU tau_CR tau_RU tau_RC f_C f_R", 0) | some(rng, "b_C b_R")
        gains = [n[f"tau_{i}U"] - n[f"tau_{i}{j}"] + n[f"b_{i}"] - n[f"f_{i}"] for i, j in ("CR", "RC")]
        assert closer_tie.by_difference.contains(n) is (min(gains) > 0)
        seen.add(min(gains) > 0)
    assert seen == {True, False}


def test_more_shared_threat_moves_the_level_as_looking_at_every_move_finds() -> None:
    rng, seen = random.Random("steps"), set()
    names = [f"add_{i}{level}{time}" for i in "CR" for level in (1, 2) for time in ("", "_more")]
    for _ in range(80):
        n = some(rng, " ".join(names), -2)
        now, more = (
            kept([
                (Fraction(0), Fraction(0)),
                (n[f"add_C1{time}"], n[f"add_R1{time}"]),
                (n[f"add_C1{time}"] + n[f"add_C2{time}"], n[f"add_R1{time}"] + n[f"add_R2{time}"]),
            ])
            for time in ("", "_more")
        )  # fmt: skip
        found = (2 not in now or 2 in more) and (1 not in now or bool({1, 2} & more)) and (0 in now or 0 not in more)
        assert model.not_lowered.contains(n) is found
        seen.add(found)
        if all(n[f"{name}_more"] >= n[name] for name in names if not name.endswith("_more")):
            assert found
    assert seen == {True, False}


# On one issue


def test_they_carry_something_of_their_own_only_on_one_side_of_the_status_quo() -> None:
    rng, seen = random.Random("agenda"), set()
    carried = agenda.carried(agenda.agenda)
    for _ in range(50):
        n = some(rng, "ideal_C ideal_R quo move agenda")
        near = [(n[i] - abs(n["quo"] - n[i]), n[i] + abs(n["quo"] - n[i])) for i in ("ideal_C", "ideal_R")]
        exists = max(low for low, _ in near) < min(high for _, high in near)  # what is nearer to both than now
        assert agenda.initiative.contains(n) is agenda.same_side.contains(n) is exists
        nearer = [abs(n["agenda"] - n[i]) - abs(n["quo"] - n[i]) for i in ("ideal_C", "ideal_R")]
        assert carried.contains(n) is (max(nearer) < 0)
        liked = [abs(n["move"] - n[i]) - abs(n["quo"] - n[i]) for i in ("ideal_C", "ideal_R")]
        assert agenda.blocked.contains(n) is (max(liked) > 0)  # one opponent is enough
        seen.add((exists, max(liked) > 0, min(liked) > 0))
    assert len(seen) > 4


def test_between_two_wishes_both_block_what_lies_beyond_either_and_nothing_is_carried() -> None:
    # Wishes -1 and 2 around 0: both oppose what lies beyond 4 or -2, and no proposal is nearer to both.
    n = {"ideal_C": -1, "ideal_R": 2, "quo": 0}
    carried = agenda.carried(agenda.agenda)
    for proposal, opposed in ((5, 2), (3, 1), (4, 1), (-3, 2), (-1, 1)):
        count = sum(abs(proposal - n[i]) > abs(n[i]) for i in ("ideal_C", "ideal_R"))
        assert count == opposed and agenda.blocked.contains({**n, "move": proposal})
    assert not any(carried.contains({**n, "agenda": Fraction(y, 4)}) for y in range(-16, 17))


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


EXPECTED = {
    "kuliani-walt-four-factors": (NEEDS, [SUPPORTS, SUPPORTS, SUPPORTS, NEEDS]),
    "kuliani-no-balancing-without-threat": (NEEDS, [NEEDS, SUPPORTS, NEEDS]),
    "kuliani-perception-shift": (SUPPORTS, [SUPPORTS] * 5),
    "paszak-walt-most-threatening": (NEEDS, [SUPPORTS, NEEDS, SUPPORTS]),
    "kuliani-soft-balancing": (NEEDS, [SUPPORTS, NEEDS, SUPPORTS]),
    "kuliani-reactive-blocking-partnership": (NEEDS, [NEEDS, SUPPORTS]),
}
MISSING = {
    "kuliani-walt-four-factors": ["joining does not pay more when the other is stronger"],
    "kuliani-no-balancing-without-threat": [
        "balancing costs something", "strength, nearness and means together stay below the cost of balancing",
    ],
    "kuliani-perception-shift": [],
    "paszak-walt-most-threatening": ["the costs differ by less than the threats"],
    "kuliani-soft-balancing": ["the partnership gives each more than what is imposed on it already"],
    "kuliani-reactive-blocking-partnership": ["the status quo lies between their wishes"],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_bearings_and_missing_premises(judged: dict[str, gt.Judgement], name: str) -> None:
    bearing, each = EXPECTED[name]
    found = judged[name]
    assert (found.bearing, [one.bearing for one in found.readings]) == (bearing, each)
    assert {one.verdict.status for one in found.readings} <= {"proved", "conditional"}
    assert [premise.name for one in found.readings for premise in one.missing] == MISSING[name]


def test_the_partnership_needs_to_be_worth_what_is_imposed_on_it(judged: dict[str, gt.Judgement]) -> None:
    verdict = judged["kuliani-soft-balancing"].readings[1].verdict
    for point, holds in ((verdict.witness, True), (verdict.counterexample, False)):
        assert point is not None
        n = {str(name): value for name, value in point.items()}
        pays = [
            tuple(n[f"v_{i}0"] for i in "CR"),
            tuple(n[f"v_{i}1"] - n["h"] * n[f"k_{i}"] for i in "CR"),
            tuple(n[f"v_{i}2"] - n[f"f_{i}"] - n[f"k_{i}"] for i in "CR"),  # contained for certain
        ]
        assert n["q"] == 1 and (kept(pays) == {1}) is holds  # type: ignore[arg-type]
        assert holds is all(n[f"v_{i}1"] - n[f"v_{i}0"] > n["h"] * n[f"k_{i}"] for i in "CR")


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by, claim.locator))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith(f"{claim.paper}, ") and premise.name for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
