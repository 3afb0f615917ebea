"""One-sided threat perceptions, against choices worked out from the words of the two papers."""

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import threat_perception_gap as model

Numbers = dict[str, Fraction]
NEEDS, SUPPORTS = "needs a premise the paper does not state", "supports"


def some(rng: random.Random, names: str, low: int = 0) -> Numbers:
    return {name: Fraction(rng.randint(low, 4), rng.choice((1, 1, 2))) for name in names.split()}


def numbers(point: gt.Point | None) -> Numbers:
    assert point is not None
    return {str(name): Fraction(value) for name, value in point.items()}


# Who binds


def closest(*wanted: Fraction) -> Fraction:
    """How close the tie gets: as close as the one that wants less."""
    return min(wanted)


def test_a_tie_of_any_closeness_takes_both_and_small_changes_count_for_the_one_that_binds() -> None:
    rng, seen = random.Random("closeness"), set()
    for _ in range(150):
        n = some(rng, "a_C a_R a_C_other a_R_less x", -2)
        assert model.before.contains(n) is (closest(n["a_C"], n["a_R"]) > n["x"])
        same = (closest(n["a_C"], n["a_R"]) > n["x"]) == (closest(n["a_C_other"], n["a_R"]) > n["x"])
        loosened = closest(n["a_C"], n["a_R"]) > n["a_R_less"]
        assert model.only_russia_matters.contains(n) is (same and loosened)
        seen.add((same, loosened))
    assert len(seen) == 4


def test_russia_binds_exactly_where_it_wants_less() -> None:
    # For every closeness x the tie is formed where Russia wants it: so China wants no less than Russia.
    assert gt.prove(model.russia_binds, assuming=(model.a_C >= model.a_R,)).status == "proved"
    assert gt.prove(model.russia_binds, assuming=(model.a_C < model.a_R,)).status == "conditional"


RISING: dict[str, Any] = {  # closeness wanted, as a function of the margin
    "strictly": lambda margin: margin / 2 + 1,
    "flat on top": lambda margin: min(margin, Fraction(1)),
}


@pytest.mark.parametrize("how", RISING)
def test_one_response_is_satisfied_by_a_response_and_by_nothing_else(how: str) -> None:
    rng, answer = random.Random(how), RISING[how]
    weak, strict = (
        gt.when(model._one_response(*model.CHANGED, strictly=strictly).relation) for strictly in (False, True)
    )
    seen = set()
    for _ in range(40):
        n = some(rng, "tau_CU tau_CR tau_RU tau_RC tau_CR_other tau_RC_more")
        margins = {
            "a_C": n["tau_CU"] - n["tau_CR"], "a_R": n["tau_RU"] - n["tau_RC"],
            "a_C_other": n["tau_CU"] - n["tau_CR_other"], "a_R_less": n["tau_RU"] - n["tau_RC_more"],
        }  # fmt: skip
        n |= {name: answer(margin) for name, margin in margins.items()}
        flat = len(set(margins.values())) > len({n[name] for name in margins})
        assert weak.contains(n) and strict.contains(n) is not flat
        top = max(margins, key=lambda name: margins[name])
        broken = {**n, top: min(n[name] for name in margins) - 1}
        assert not weak.contains(broken) and not strict.contains(broken)
        seen.add(flat)
    assert seen == ({False} if how == "strictly" else {True, False})


def test_the_perceptions_alone_leave_it_open_who_binds() -> None:
    # Both answer with their margin. Russia fears China (2) more than China Russia (0), China the United States (1) more
    # than Russia; but Russia fears the United States most of all (6): its margin is 4, China's 1, and China binds.
    n: Numbers = {name: Fraction(value) for name, value in (("tau_CU", 1), ("tau_CR", 0), ("tau_RU", 6), ("tau_RC", 2))}
    margins = {"a_C": n["tau_CU"] - n["tau_CR"], "a_R": n["tau_RU"] - n["tau_RC"]}
    assert n["tau_RC"] > n["tau_CR"] < n["tau_CU"] and margins["a_C"] < margins["a_R"]
    between = {**n, **margins, "x": Fraction(2)}
    assert not model.before.contains(between) and between["x"] < margins["a_R"]


# Arms and elites


def test_a_sale_takes_a_seller_and_a_buyer() -> None:
    rng, seen = random.Random("arms"), set()
    for _ in range(80):
        n = some(rng, "m_R lost chi tau_RC tau_RC_more u_C o_C o_C_later")
        n |= {"m_R": n["m_R"] + 1, "z": Fraction(rng.randint(0, 4), 4)}
        now = n["u_C"] >= n["o_C"] and n["m_R"] >= n["z"] * n["lost"] + n["chi"] * n["tau_RC"]
        then = n["u_C"] >= n["o_C_later"] and n["m_R"] >= n["z"] * n["lost"] + n["chi"] * n["tau_RC_more"]
        assert model.sale.contains(n) is now and model.sale_later.contains(n) is then
        seen.add((now, then))
    assert len(seen) == 4


def test_a_higher_level_takes_the_share_that_is_needed() -> None:
    rng, seen = random.Random("elites"), set()
    weighed = gt.nash(model.weighed, ("raise",))
    for _ in range(60):
        n = some(rng, "hope fear", 1) | {"e": Fraction(rng.randint(0, 6), 6), "needed": Fraction(rng.randint(1, 6), 6)}
        n["weight_for"] = Fraction(rng.randint(0, 6), 6)
        # By hand: those in favour always support, the sceptics never do; it passes if the supporters' share suffices.
        passes = [
            support for support in product((True, False), repeat=2)
            if n["e"] * support[0] + (1 - n["e"]) * support[1] >= n["needed"] and support == (True, False)
        ]  # fmt: skip
        assert model.upgrade.contains(n) is bool(passes)
        assert weighed.contains(n) is (n["weight_for"] * n["hope"] >= (1 - n["weight_for"]) * n["fear"])
        seen.add((bool(passes), weighed.contains(n)))
    assert len(seen) == 4


# Fear on one side in the alliance dilemma


def test_fear_on_one_side_is_enough() -> None:
    # Russia ranks as in a prisoner's dilemma (4, 3, 2, 1), China as in a stag hunt (honour together 4, cheat 3, 2, 1).
    russia, china = {"T_R": 4, "R_R": 3, "P_R": 2, "S_R": 1}, {"R_C": 4, "T_C": 3, "P_C": 2, "S_C": 1}
    region = model.CLAIMS[1].readings[3].statement.region
    assert region.contains(russia | china)
    assert not region.contains(russia | {**china, "P_C": 1, "S_C": 2})  # China would rather honour alone
    assert not region.contains({**russia, "T_R": 3, "R_R": 4} | china)  # changing Russia's order opens the alliance
    for order in ({"R_C": 3, "T_C": 4}, {"R_C": 2, "T_C": 4, "P_C": 3}):  # changing China's does not, while P_C > S_C
        assert region.contains(russia | china | order)


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


EXPECTED = {
    "kuliani-threat-perception-gap": (NEEDS, [NEEDS, NEEDS, NEEDS]),
    "kuliani-russia-balances-china": (NEEDS, [SUPPORTS, SUPPORTS, NEEDS, NEEDS, SUPPORTS]),
    "kuliani-arms-sales-decline": (NEEDS, [SUPPORTS, NEEDS]),
    "paszak-elite-ambiguity-ceiling": (NEEDS, [NEEDS, NEEDS]),
}
MISSING = {
    "kuliani-threat-perception-gap": [
        "China fears Washington above its partner by no less than Russia does",
        "both answer to the margin in the same, rising way",
        "China fears Washington above its partner by more than Russia does, and goes on to",
        "both answer to the margin in the same, strictly rising way",
        "China fears Washington above its partner by no less than Russia does",
        "apart from threats the tie is worth no less to China",
    ],
    "kuliani-russia-balances-china": [
        "what else it gives Russia does not make up for it", "China would rather not honour alone",
    ],
    "kuliani-arms-sales-decline": ["one of the two reasons has outgrown what a sale is worth"],
    "paszak-elite-ambiguity-ceiling": ["those in favour are fewer than it takes", "the fears outweigh the hopes"],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_bearings_and_missing_premises(judged: dict[str, gt.Judgement], name: str) -> None:
    bearing, each = EXPECTED[name]
    found = judged[name]
    assert (found.bearing, [one.bearing for one in found.readings]) == (bearing, each)
    assert {one.verdict.status for one in found.readings} <= {"proved", "conditional"}
    assert [premise.name for one in found.readings for premise in one.missing] == MISSING[name]


def test_counterexamples_and_witnesses_hold_in_hand_written_formulas(judged: dict[str, gt.Judgement]) -> None:
    gap = judged["kuliani-threat-perception-gap"].readings[2].verdict
    n = numbers(gap.counterexample)
    gains = [n[f"tau_{i}U"] - n[f"tau_{i}{j}"] + n[f"b_{i}"] - n[f"f_{i}"] for i, j in ("CR", "RC")]
    assert n["tau_RC"] > n["tau_CR"] < n["tau_CU"] and gains[0] <= 0 < gains[1]  # China is the one that holds back
    arms = judged["kuliani-arms-sales-decline"].readings[1].verdict
    for point, sold in ((numbers(arms.counterexample), True), (numbers(arms.witness), False)):
        worth = point["m_R"] >= point["z"] * point["lost"] + point["chi"] * point["tau_RC_more"]
        assert (worth and point["u_C"] >= point["o_C_later"]) is sold
        assert point["u_C"] >= point["o_C"] and point["o_C_later"] >= point["o_C"]


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by, claim.locator))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith(f"{claim.paper}, ") and premise.name for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
