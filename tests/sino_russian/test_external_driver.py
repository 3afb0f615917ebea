"""What drives the tie, against changes worked out date by date and barriers added up by hand."""

import os
import random
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

import gametheory as gt
from sino_russian import barriers
from sino_russian import external_driver as model
from sino_russian import quantities as shared

Numbers = dict[Any, Fraction]
SETS = 64 if os.environ.get("GAMETHEORY_EXHAUSTIVE") else 4
NEEDS = "needs a premise the paper does not state"
SUPPORTS, RESTATES, CONTRADICTS = "supports", "restates its premises", "contradicts"


def number(rng: random.Random, low: int = -6, high: int = 6) -> Fraction:
    return Fraction(rng.randint(2 * low, 2 * high), 2)


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


def bearings(found: gt.Judgement) -> list[tuple[str, str]]:
    return [(one.verdict.status, one.bearing) for one in found.readings]


def missing(found: gt.Judgement) -> list[list[str]]:
    return [[premise.name for premise in one.missing] for one in found.readings]


# Two dates


def test_the_sum_moves_with_hostility_exactly_where_the_change_has_its_sign() -> None:
    rng, seen = random.Random("two dates"), set()
    for _ in range(150):
        start, now = {"H": abs(number(rng)), "z": abs(number(rng))}, {"H": abs(number(rng)), "z": abs(number(rng))}
        level = number(rng)
        moved = (level + now["H"] - now["z"]) - (level + start["H"] - start["z"])
        outside, own = now["H"] - start["H"], start["z"] - now["z"]
        larger = abs(outside) > abs(own) and moved * outside > 0
        point = {model.H_0: start["H"], model.H_1: now["H"], model.z_0: start["z"], model.z_1: now["z"]}
        assert model.driven.contains(point) is larger
        if outside and abs(outside) > abs(own):
            assert moved * outside > 0  # the premise that the outside part is larger is the claim
        seen.add((larger, moved * outside > 0))
    assert seen == {(True, True), (False, True), (False, False)}


def test_below_the_cap_the_tie_follows_hostility_and_at_it_does_not() -> None:
    # K1: min(c, a + H) with the same c. Kuliani below, Paszak at the cap.
    rng, closer = random.Random("cap"), gt.when(model.capped_change > 0)
    for _ in range(100):
        cap, base, before, more = number(rng), number(rng), abs(number(rng)), abs(number(rng)) + Fraction(1, 3)
        moved = min(cap, base + before + more) - min(cap, base + before)
        point = {model.c_0: cap, model.c_1: cap, model.a: base, model.H_0: before, model.H_1: before + more}
        assert closer.contains(point) is (moved > 0) is (base + before < cap)
    follows = gt.when(model.pressed_further > 0)
    assert gt.prove(gt.exactly(follows, model.a + model.H_0 < model.c_0)).status == "proved"


# Games of consent: a tie holds alone if both gain by it


@pytest.mark.parametrize(("others", "level"), [(1, "partnership"), (-1, "no tie")])
def test_the_triangle_pays_for_the_products_of_the_signs(others: int, level: str) -> None:
    rng = random.Random(f"triangle {others}")
    region = gt.only(gt.strong_nash, model.triangle(others), level)
    for _ in range(60):
        china, russia, weight = number(rng), number(rng), abs(number(rng))

        def worth(sign: int, own: Fraction, weight: Fraction = weight) -> Fraction:
            return own * sign + weight * sign * others

        gains = [worth(1, own) - worth(-1, own) for own in (china, russia)]
        alone = min(gains) > 0 if level == "partnership" else min(gains) < 0
        assert region.contains({model.a_CR: china, model.a_RC: russia, model.omega: weight}) is alone


def test_the_link_is_driven_by_the_others_where_their_weight_exceeds_its_own_worth() -> None:
    # omega > |m|, m the smaller of a_CR and a_RC; with a fifth for both, 1/4 drives it and 1/5 does not.
    least = model.Min(model.a_CR, model.a_RC)
    driven = gt.exactly(model.follows_the_others, model.omega > model.Abs(least))
    assert gt.prove(driven).status == "proved"
    fifth = {model.a_CR: Fraction(1, 5), model.a_RC: Fraction(1, 5)}
    truths = [model.follows_the_others.contains({**fifth, model.omega: w}) for w in (Fraction(1, 10), Fraction(1, 5))]
    assert truths == [False, False] and model.follows_the_others.contains({**fifth, model.omega: Fraction(1, 4)})


def test_a_tie_stands_alone_where_both_gain_by_it() -> None:
    rng, seen = random.Random("tie"), set()
    for _ in range(80):
        own, pull, cost = ([number(rng), number(rng)] for _ in range(3))
        pull, cost = [abs(x) for x in pull], [abs(x) for x in cost]
        point = dict(
            zip(
                (model.own_C, model.own_R, shared.h_CU, shared.h_RU, model.z_C, model.z_R),
                (*own, *pull, *cost),
                strict=True,
            )
        )
        stands = all(own[i] + pull[i] - cost[i] > 0 for i in (0, 1))
        assert model.tied.contains(point) is stands
        seen.add(stands)
    assert seen == {True, False}


def test_what_is_imposed_already_no_longer_deters_and_what_is_in_reserve_does() -> None:
    # T1 with D = 1, k = 4 for both and q = 1: blocked while (1 - h)4 > 1, so until h = 3/4.
    point: Numbers = {p: Fraction(0) for p in (shared.v_C1, shared.v_R1, shared.f_C, shared.f_R)}
    point |= {shared.v_C2: Fraction(1), shared.v_R2: Fraction(1), shared.k_C: Fraction(4), shared.k_R: Fraction(4)}
    point |= {shared.q: Fraction(1)}
    assert [model.allied.contains({**point, shared.h: Fraction(i, 8)}) for i in (0, 5, 6, 7)] == [False] * 3 + [True]


# Barriers

BURDENS = {  # whom each burdens, from the paper's words: the first letter of China, of Russia
    "commitment": "CR", "status": "R", "Central Asia": "CR", "third parties": "CR", "trade": "C",
    "American reaction": "CR",
}  # fmt: skip


def draw_barriers(rng: random.Random) -> tuple[Numbers, dict[str, dict[str, Fraction]], dict[str, Fraction]]:
    """Return a point of the model, what each barrier costs whom, and what the alliance gives before them."""
    amount = lambda: Fraction(rng.randint(0, 4))  # noqa: E731
    names = {
        "commitment": (shared.f_C, shared.f_R), "status": (None, "status_R"), "Central Asia": ("asia_C", "asia_R"),
        "third parties": ("third_C", "third_R"), "trade": ("trade_C", None),
    }  # fmt: skip
    known = {p.name: p for p in barriers.no_alliance.parameters}
    point: Numbers = {shared.q: Fraction(rng.randint(0, 4), 4), shared.h: Fraction(rng.randint(0, 4), 4)}
    costs: dict[str, dict[str, Fraction]] = {}
    for barrier, two in names.items():
        costs[barrier] = {"C": Fraction(0), "R": Fraction(0)}
        for who, name in zip("CR", two, strict=True):
            if name is not None:
                costs[barrier][who] = amount()
                point[known[str(name)]] = costs[barrier][who]
    losses = {"C": amount() + 1, "R": amount() + 1}
    point |= {shared.k_C: losses["C"], shared.k_R: losses["R"]}
    costs["American reaction"] = {who: point[shared.q] * (1 - point[shared.h]) * losses[who] for who in "CR"}
    gains = {"C": number(rng, -1, 9), "R": number(rng, -1, 9)}
    point |= {shared.v_C1: Fraction(1), shared.v_C2: 1 + gains["C"], shared.v_R1: Fraction(2)}
    point |= {shared.v_R2: 2 + gains["R"]}
    return point, costs, gains


def test_minimal_sufficient_sets_are_those_found_by_adding_up() -> None:
    rng, sizes = random.Random("barriers"), set()
    subsets = [some for size in range(7) for some in combinations(BURDENS, size)]
    for _ in range(3):
        point, costs, gains = draw_barriers(rng)
        assert all(costs[b][who] == 0 for b, whom in BURDENS.items() for who in "CR" if who not in whom)
        stopped = {
            some: any(gains[who] < sum((costs[b][who] for b in some), start=Fraction(0)) for who in "CR")
            for some in subsets
        }
        smallest = [s for s in subsets if stopped[s] and not any(stopped[t] for t in subsets if set(t) < set(s))]
        assert barriers.minimal_sets(point) == smallest
        assert barriers.no_alliance.contains(point) is stopped[subsets[-1]]
        sizes |= {len(s) for s in smallest}
    assert {1, 2} < sizes


def test_a_minimal_set_burdens_one_partner_alone() -> None:
    # 2**5 sets burden China, 2**5 Russia, 2**4 are in both lists: 48 of 64. All six together are never minimal.
    for some, possible in [
        (("status", "trade"), False),
        (tuple(BURDENS), False),
        (("commitment", "Central Asia", "third parties", "trade", "American reaction"), True),
        (("commitment", "status", "Central Asia", "third parties", "American reaction"), True),
        (("American reaction",), True),
    ]:
        assert barriers.just_enough(some).is_empty() is not possible


@pytest.mark.exhaustive
def test_the_sets_that_are_minimal_somewhere_are_forty_eight() -> None:
    subsets = [some for size in range(7) for some in combinations(BURDENS, size)]
    wanted = [s for s in subsets if any(all(who in BURDENS[b] for b in s) for who in "CR")]
    assert len(wanted) == 48
    for some in random.Random("sets").sample(subsets, SETS):
        assert barriers.just_enough(some).is_empty() is (some not in wanted)


# The claims


def test_externally_driven_needs_the_larger_part_and_is_false_where_a_rear_is_worth_something(
    judged: dict[str, gt.Judgement],
) -> None:
    found = judged["kuliani-externally-driven"]
    assert bearings(found) == [
        ("conditional", NEEDS), ("proved", RESTATES), ("conditional", NEEDS), ("conditional", NEEDS),
        ("refuted", CONTRADICTS), ("conditional", NEEDS),
    ]  # fmt: skip
    assert found.bearing == "not identified"
    assert missing(found) == [
        ["hostility added more than the removal did"], [], ["the outside part is the larger one"],
        ["the cap is above where the tie was"], [], ["the triangle outweighs the tie's own worth"],
    ]  # fmt: skip


def test_barrier_removal_lacks_mainly_and_has_its_sign(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-barrier-removal"]
    assert bearings(found) == [
        ("conditional", NEEDS), ("proved", RESTATES), ("proved", SUPPORTS), ("proved", SUPPORTS),
        ("proved", RESTATES), ("conditional", NEEDS),
    ]  # fmt: skip
    assert found.bearing == NEEDS
    assert missing(found)[0] == ["it is more than half of the change"]
    # mainly: z_0 - z_1 > H_1 - H_0, so 2 against 1 does and 1 against 2 does not
    condition = found.readings[0].verdict.condition
    assert condition is not None
    dates = {model.H_0: 0, model.H_1: 1, model.z_0: 2, model.z_1: 0}
    assert condition.contains(dates) and not condition.contains({**dates, model.H_1: 3})


def test_driven_and_mainly_by_removal_cannot_both_be_true(judged: dict[str, gt.Judgement]) -> None:
    readings = [judged[name].readings[0] for name in ("kuliani-externally-driven", "kuliani-barrier-removal")]
    assert gt.tension([one.reading for one in readings]).status == "contradiction"


def test_fixed_barriers_need_a_tie_at_the_cap(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-relatively-fixed-barriers"]
    assert bearings(found) == [
        ("conditional", NEEDS), ("proved", RESTATES), ("conditional", NEEDS), ("refuted", CONTRADICTS),
    ]  # fmt: skip
    assert found.bearing == "not identified"
    assert missing(found) == [["the tie is at the cap already"], [], ["they do not give way at all"], []]


def test_pressure_brings_together_and_what_is_delivered_goes_further(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-joint-pressure-facilitates"]
    assert bearings(found) == [("proved", SUPPORTS)] * 4 + [("refuted", CONTRADICTS)]
    pair = found.readings[4].verdict.counterexample  # the alliance comes as h rises
    assert isinstance(pair, gt.Pair)
    before, after = (dict(point.named) for point in (pair.low, pair.high))
    assert before["h"] < after["h"] and {k: v for k, v in before.items() if k != "h"} == {
        k: v for k, v in after.items() if k != "h"
    }

    def gains(p: dict[str, Fraction]) -> list[Fraction]:
        held = p["q"] * (1 - p["h"])
        return [p[f"v_{i}2"] - p[f"v_{i}1"] - p[f"f_{i}"] - held * p[f"k_{i}"] for i in "CR"]

    assert min(gains(before)) <= 0 < min(gains(after))


def test_a_secure_rear_is_a_reason_for_partnership_alone(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-secure-rear"]
    assert bearings(found) == [("proved", RESTATES), ("proved", SUPPORTS), ("conditional", NEEDS)]
    assert missing(found) == [[], [], ["it outweighs the obstacles for both"]]


def test_constraints_are_sufficient_together_and_each_can_be_spared_on_a_condition(
    judged: dict[str, gt.Judgement],
) -> None:
    found = judged["paszak-constraints-jointly-sufficient"]
    assert bearings(found) == [("conditional", NEEDS), ("proved", SUPPORTS)] + [("conditional", NEEDS)] * 6
    lists = [names[0].removeprefix("enough for one of them: ").split(", ") for names in missing(found) if names]
    assert lists == [list(BURDENS), *([b for b in BURDENS if b != spared] for spared in BURDENS)]


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.name and premise.stated.startswith(claim.paper) for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
