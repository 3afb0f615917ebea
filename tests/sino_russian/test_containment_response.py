"""The reaction to an alliance, against play worked out from the words of the two papers."""

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import containment_response as model
from sino_russian import containment_tree as tree

Numbers = dict[str, Fraction]
Pair = tuple[str, str]
HALF = Fraction(1, 2)
RANK = {"no tie": 0, "partnership": 1, "alliance": 2}
NEEDS, SUPPORTS, CONTRADICTS = "needs a premise the paper does not state", "supports", "contradicts"
RESTATES = "restates its premises"


def draw(rng: random.Random, names: str, low: int = -3) -> Numbers:
    """Small numbers, so that ties are common."""
    return {name: Fraction(rng.randint(low, 4), rng.choice((1, 1, 2))) for name in names.split()}


def shares(rng: random.Random, names: str) -> Numbers:
    return {name: Fraction(rng.randint(0, 4), 4) for name in names.split()}


def anybody(rng: random.Random) -> Numbers:
    values = draw(rng, "v_C0 v_C1 v_C2 v_R0 v_R1 v_R2") | draw(rng, "f_C f_R", 0) | draw(rng, "k_C k_R", 1)
    return values | shares(rng, "q h q_later h_later mu_C mu_R intensity_1 intensity_2")


def unmoved(pays: dict[Pair, tuple[Fraction, Fraction]], levels: tuple[str, ...]) -> set[Pair]:
    """The pairs of choices from which neither gains by moving alone, nor both by moving together."""

    def left(here: Pair) -> bool:
        for there in product(levels, repeat=2):
            movers = [i for i in (0, 1) if there[i] != here[i]]
            if movers and all(pays[there][i] > pays[here][i] for i in movers):
                return True
        return False

    return {here for here in pays if not left(here)}


def after(n: Numbers, level: str, i: str, q: Fraction, h: Fraction) -> Fraction:
    """What a level is worth to i: at an alliance all is lost with chance q, else what is lost at a partnership."""
    value = n[f"v_{i}{RANK[level]}"]
    if level == "no tie":
        return value
    if level == "partnership":
        return value - h * n[f"k_{i}"]
    return value - n[f"f_{i}"] - (q * n[f"k_{i}"] + (1 - q) * h * n[f"k_{i}"])


def reached(n: Numbers, levels: tuple[str, ...], q: Fraction, h: Fraction) -> set[str]:
    """The levels that the pair does not leave; the lower choice counts."""
    pays = {
        pair: tuple(after(n, min(pair, key=RANK.__getitem__), i, q, h) for i in "CR")
        for pair in product(levels, repeat=2)
    }
    return {min(pair, key=RANK.__getitem__) for pair in unmoved(pays, levels)}  # type: ignore[arg-type]


TWO = ("partnership", "alliance")


# The level game


def test_what_the_pair_does_not_leave_is_what_looking_at_every_move_finds() -> None:
    rng, seen = random.Random("levels"), set()
    for _ in range(60):
        n = anybody(rng)
        now = reached(n, TWO, n["q"], n["h"]) == {"partnership"}
        alone = reached(n, TWO, Fraction(0), n["h"]) == {"alliance"}
        later = reached(n, TWO, n["q_later"], n["h_later"]) == {"partnership"}
        assert model.no_alliance.contains(n) is now
        assert model.deterred.contains(n) is (now and alone)
        assert model.still_deterred.contains(n) is (later or not now)
        # By hand: one of the two loses more, in expectation, than the alliance gives it.
        gains = {i: n[f"v_{i}2"] - n[f"v_{i}1"] - n[f"f_{i}"] for i in "CR"}
        assert now is any(gains[i] < n["q"] * (1 - n["h"]) * n[f"k_{i}"] for i in "CR")
        seen.add((now, alone, later))
    assert {found[:2] for found in seen} >= {(False, True), (True, False), (True, True)}


def test_best_for_both_compares_all_three_levels() -> None:
    rng, seen = random.Random("best"), set()
    for _ in range(100):
        n = anybody(rng)
        if rng.random() < 0.6:  # make the partnership attractive often enough
            n["v_C1"] += 4
            n["v_R1"] += 4
        found = reached(n, tuple(RANK), n["q"], n["h"]) == {"partnership"} and all(
            after(n, "partnership", i, n["q"], n["h"]) > after(n, other, i, n["q"], n["h"])
            for i in "CR" for other in ("no tie", "alliance")
        )  # fmt: skip
        assert model.partnership_is_best.contains(n) is found
        seen.add(found)
    assert seen == {True, False}


def test_partners_left_alone_gain_where_containing_them_would_not_pay_and_the_tie_does() -> None:
    rng, seen = random.Random("left alone"), set()
    for _ in range(60):
        n = anybody(rng) | us(rng)
        alone = best_replies(n, "partnership") == [False]
        gain = all(n[f"v_{i}1"] > n[f"v_{i}0"] for i in "CR")  # left alone, nothing of the loss is imposed
        assert model.left_alone_and_better.contains(n) is (alone and gain)
        seen.add((alone, gain))
    assert len(seen) == 4


def test_one_loser_by_the_alliance_is_enough_for_the_equilibrium_but_not_for_best_for_both() -> None:
    # China gains 3 by the alliance, Russia loses 1; nothing is imposed, nothing is feared.
    n = anybody(random.Random(0)) | dict.fromkeys(("f_C", "f_R", "q", "h", "v_C0", "v_R0"), Fraction(0))
    n |= {"v_C1": Fraction(2), "v_C2": Fraction(5), "v_R1": Fraction(2), "v_R2": Fraction(1)}
    assert model.stays(model.levels).contains(n) and not model.partnership_is_best.contains(n)


def test_the_reaction_stops_blocking_at_the_hostility_that_was_worked_out() -> None:
    # D = 2 for both, k = 8, q = 1/2: the block ends at h* = 1 - D/(q k) = 1/2; at the tie allying costs nothing.
    n = dict.fromkeys(("f_C", "f_R", "v_C1", "v_R1"), Fraction(0)) | dict.fromkeys(("v_C2", "v_R2"), Fraction(2))
    n |= {"k_C": Fraction(8), "k_R": Fraction(8), "q": HALF}
    tiny = Fraction(1, 10**6)
    assert [model.no_alliance.contains({**n, "h": HALF + shift}) for shift in (-tiny, 0, tiny)] == [True, False, False]


@pytest.mark.parametrize("statement", [model.WEDGE, model.HOSTILITY[0]])
def test_the_wedge_and_that_delivered_hostility_deters_less_are_proved(statement: gt.Statement) -> None:
    assert gt.prove(statement).status == "proved"


def test_the_largest_baseline_that_still_deters() -> None:
    # Gains 2 and 4, losses 6 and 2, offsets 1/3 and 1/2: max(2/3 - 1/3, 1/2 - 2) = 1/3.
    n = {"v_C1": 0, "v_R1": 0, "v_C2": 2, "v_R2": 4, "f_C": 0, "f_R": 0, "k_C": 6, "k_R": 2}
    n |= {"mu_C": Fraction(1, 3), "mu_R": HALF, "intensity_2": 1}
    region = model.stays(model.wedge_game)
    tiny = Fraction(1, 10**6)
    truths = [region.contains({**n, "intensity_1": Fraction(1, 3) + shift}) for shift in (-tiny, 0, tiny)]
    assert truths == [True, False, False]


# The core tree


def cell(n: Numbers, level: str, contained: bool) -> tuple[Fraction, Fraction, Fraction]:
    """What all three get, from the words: a loss, partly offset by an ally; the United States saves and pays."""
    allied = level == "alliance"
    pair = []
    for i in "CR":
        value = n[f"v_{i}2"] - n[f"f_{i}"] if allied else n[f"v_{i}1"]
        loss = n[f"k_{i}"] * (1 - n[f"mu_{i}"] if allied else 1)
        pair.append(value - loss if contained else value)
    reply = (n["ell_2"] if allied else n["ell_1"]) - n["kappa"] if contained else Fraction(0)
    return pair[0], pair[1], reply - (n["theta_U"] if allied else 0)


def best_replies(n: Numbers, level: str) -> list[bool]:
    worth = {contained: cell(n, level, contained)[2] for contained in (True, False)}
    return [contained for contained, pays in worth.items() if pays == max(worth.values())]


def solutions(n: Numbers) -> Iterator[set[str]]:
    """For each plan of the United States that is best everywhere, the levels the pair does not leave."""
    pairs = list(product(TWO, repeat=2))
    level = {pair: "alliance" if pair == ("alliance", "alliance") else "partnership" for pair in pairs}
    for plan in product(*(best_replies(n, level[pair]) for pair in pairs)):
        pays = {pair: cell(n, level[pair], contained)[:2] for pair, contained in zip(pairs, plan, strict=True)}
        yield {level[pair] for pair in unmoved(pays, TWO)}


def us(rng: random.Random) -> Numbers:
    return draw(rng, "ell_1 ell_2 kappa theta_U g_U g_R", 0) | {"kappa": Fraction(rng.randint(1, 4))}


def test_the_tree_is_solved_as_by_hand_ties_included() -> None:
    rng, seen = random.Random("tree"), set()
    for _ in range(80):
        n = anybody(rng) | us(rng)
        outcomes = set().union(*solutions(n))
        assert model.left_at_partnership.contains(n) is (outcomes == {"partnership"})
        policy = (n["ell_1"] > n["kappa"], n["ell_2"] > n["kappa"])
        if n["kappa"] not in (n["ell_1"], n["ell_2"]):
            assert (outcomes == {"partnership"}) is any(left_of_the_gain(n, i) < 0 for i in "CR")
            seen.add(policy)
        seen.add(frozenset(outcomes))
    assert len(seen) == 3 + 4


def left_of_the_gain(n: Numbers, i: str) -> Fraction:
    """What is left of i's gain from the alliance, by the policy of the United States (not at its ties)."""
    gain = n[f"v_{i}2"] - n[f"v_{i}1"] - n[f"f_{i}"]
    partners, allies = n["ell_1"] > n["kappa"], n["ell_2"] > n["kappa"]
    if allies:  # contained as allies: all that the ally does not offset; as partners too: only the offset remains
        return gain + n[f"mu_{i}"] * n[f"k_{i}"] - (0 if partners else n[f"k_{i}"])
    return gain + (n[f"k_{i}"] if partners else 0)


HAND: dict[str, Any] = {  # the worked example: gains 2 and 4, losses 6 and 2, offsets 1/3 and 1/2
    "v_C1": 0, "v_R1": 0, "v_C2": 2, "v_R2": 4, "f_C": 0, "f_R": 0, "k_C": 6, "k_R": 2, "mu_C": Fraction(1, 3),
    "mu_R": HALF, "theta_U": 2, "ell_1": 1, "ell_2": 5, "kappa": 2,
}  # fmt: skip


def test_the_worked_example() -> None:
    plain = gt.subgame_perfect(tree.core, "alliance")
    proof = gt.subgame_perfect(tree.core, "alliance", joint=model.TOGETHER)
    assert model.left_at_partnership.contains(HAND) and not plain.contains(HAND)  # China would lose 4 - 2
    assert plain.contains({**HAND, "ell_1": 3}) and proof.contains({**HAND, "ell_1": 3})  # contained anyway
    assert gt.subgame_perfect(tree.core, "partnership").contains({**HAND, "ell_1": 3})
    assert not model.left_at_partnership.contains({**HAND, "ell_1": 3})
    assert proof.contains({**HAND, "v_C2": 5})
    at_once = gt.nash(
        tree.all_at_once.at(**{k: v for k, v in HAND.items() if k in map(str, tree.all_at_once.parameters)})
    )
    found = {profile for profile, region in at_once.items() if region.is_everywhere()}
    assert found == {("partnership", "partnership", "hold back"), ("alliance", "alliance", "contain")}


def test_if_all_move_at_once_containment_does_not_deter() -> None:
    region, rng, seen = gt.nash(tree.all_at_once, "alliance"), random.Random("at once"), set()
    for _ in range(80):
        n = anybody(rng) | us(rng)
        contained_or_not = best_replies(n, "alliance")
        kept = any(
            all(cell(n, "alliance", c)[i] >= cell(n, "partnership", c)[i] for i in (0, 1)) for c in contained_or_not
        )
        assert region.contains(n) is kept
        seen.add(kept)
    assert seen == {True, False}


def test_a_concession_is_an_answer_where_it_costs_less_and_is_taken() -> None:
    region, rng, seen = gt.only(gt.subgame_perfect, tree.with_a_wedge, ("contain",)), random.Random("wedge"), set()
    for _ in range(80):
        n = anybody(rng) | us(rng)
        stays, leaves = n["v_R2"] - n["f_R"], n["v_R1"] + n["g_R"]
        taken = [-n["g_U"]] * (leaves >= stays) + [-n["theta_U"]] * (stays >= leaves)
        contained = n["ell_2"] - n["kappa"] - n["theta_U"]
        only = contained > -n["theta_U"] and all(contained > conceded for conceded in taken)
        assert region.contains(n) is only
        seen.add((only, leaves > stays, n["ell_2"] > n["kappa"]))
    assert len(seen) >= 5


# What the alliance is taken for


def test_containing_is_best_where_the_expected_loss_is_at_least_its_cost() -> None:
    rng, seen = random.Random("belief"), set()
    for _ in range(60):
        n = us(rng) | draw(rng, "ell_off ell_def", 0) | {"prior": Fraction(rng.randint(1, 5), 6)}
        n |= {"r_off": Fraction(rng.randint(1, 3), 3), "r_def": Fraction(rng.randint(1, 3), 3)}
        offensive, defensive = n["prior"] * n["r_off"], (1 - n["prior"]) * n["r_def"]
        for region, posterior in (
            (model.contains_unknown, n["prior"]), (model.contains_updated, offensive / (offensive + defensive)),
        ):  # fmt: skip
            best = posterior * n["ell_off"] + (1 - posterior) * n["ell_def"] >= n["kappa"]
            assert region.contains(n) is best
            seen.add(best)
    assert seen == {True, False}


# The claims


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


EXPECTED = {
    "paszak-us-reaction-deters": (NEEDS, [NEEDS, NEEDS, SUPPORTS, SUPPORTS, NEEDS, NEEDS, NEEDS]),
    "paszak-us-reads-alliance-as-offensive": (NEEDS, [NEEDS, NEEDS, NEEDS, SUPPORTS]),
    "kuliani-alliance-new-cold-war": (NEEDS, [NEEDS] * 3),
    "paszak-partnership-undominated": ("not identified", [RESTATES, SUPPORTS, NEEDS, CONTRADICTS, NEEDS]),
}
STATUS = {NEEDS: "conditional", SUPPORTS: "proved", RESTATES: "proved", CONTRADICTS: "refuted"}
MISSING = {
    "paszak-us-reaction-deters": [
        ["but for the reaction both would gain by the alliance",
         "for one of the two the loss to be expected outweighs the gain"],
        ["for one of the two the loss to be expected outweighs the gain"], [], [],
        ["one of the two loses by the alliance even if contained anyway"],
        ["one of the two loses by the alliance even if contained anyway"],
        ["resolve rises by no less than what is left in reserve falls"],
    ],
    "paszak-us-reads-alliance-as-offensive": [
        ["the belief is at or above the threshold"],
        *[["the loss avoided outweighs containing a defensive pair for nothing"]] * 2, [],
    ],
    "kuliani-alliance-new-cold-war": [
        ["containing an alliance pays"],
        ["containing an alliance pays", "containing a partnership does not pay"],
        ["containing an alliance pays", "a concession costs the United States more than a contained alliance does"],
    ],
    "paszak-partnership-undominated": [
        [], [], ["the partnership is worth what it costs"], [], ["for both the loss to be expected outweighs the gain"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_bearings_and_missing_premises(judged: dict[str, gt.Judgement], name: str) -> None:
    bearing, each = EXPECTED[name]
    found = judged[name]
    assert (found.bearing, [one.bearing for one in found.readings]) == (bearing, each)
    assert [one.verdict.status for one in found.readings] == [STATUS[one] for one in each]
    assert [[premise.name for premise in one.missing] for one in found.readings] == MISSING[name]


def numbers(point: gt.Point | None) -> Numbers:
    assert point is not None
    return {str(name): Fraction(value) for name, value in point.items()}


def test_witnesses_and_counterexamples_hold_in_hand_written_play(judged: dict[str, gt.Judgement]) -> None:
    deters = judged["paszak-us-reaction-deters"].readings
    for n, holds in ((numbers(deters[0].verdict.witness), True), (numbers(deters[0].verdict.counterexample), False)):
        with_it, without = (reached(n, TWO, q, n["h"]) for q in (n["q"], Fraction(0)))
        assert n["q"] > HALF and ((with_it, without) == ({"partnership"}, {"alliance"})) is holds
    for reading in (4, judged["kuliani-alliance-new-cold-war"].readings[1]):
        found = (deters[reading] if isinstance(reading, int) else reading).verdict
        for n, holds in ((numbers(found.witness), True), (numbers(found.counterexample), False)):
            n = dict.fromkeys(("theta_U", "ell_1", "ell_2"), Fraction(0)) | n
            assert (set().union(*solutions(n)) == {"partnership"}) is holds


def region_of(claim: str, reading: int) -> gt.Region:
    """What a reading says, under the premises that the paper states: a point that violates one is an error."""
    found = next(one for one in model.CLAIMS if one.id == claim).readings[reading]
    return found.statement.region.read_under(found.stated)


def test_a_likely_reaction_that_is_bad_for_both_need_not_deter() -> None:
    # Gain 3, loss 4, chance 3/5: contained they lose 1, in expectation they gain 3 - 12/5.
    n = {
        "v_C1": 0,
        "v_R1": 0,
        "v_C2": 3,
        "v_R2": 3,
        "f_C": 0,
        "f_R": 0,
        "k_C": 4,
        "k_R": 4,
        "q": Fraction(3, 5),
        "h": 0,
    }
    reason, outcome = (region_of("paszak-us-reaction-deters", reading) for reading in (0, 1))
    assert not outcome.contains(n) and outcome.contains({**n, "q": Fraction(4, 5)})  # 3 - 16/5 < 0
    nothing_to_gain = {**n, "v_C2": -1}
    assert outcome.contains(nothing_to_gain) and not reason.contains(nothing_to_gain)


def test_resolve_can_cost_more_reserve_than_it_adds() -> None:
    # Deterred at q(1 - h)k = 1/2 * 8 = 4 > 3; after half is imposed and q is 2/3 it is 8/3 < 3.
    n = {"v_C1": 0, "v_R1": 0, "v_C2": 3, "v_R2": 3, "f_C": 0, "f_R": 0, "k_C": 8, "k_R": 8, "q": HALF, "h": 0}
    n |= {"q_later": Fraction(2, 3), "h_later": HALF}
    deters = region_of("paszak-us-reaction-deters", 6)
    assert not deters.contains(n) and deters.contains({**n, "h_later": Fraction(1, 4)})


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by, claim.locator))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.stated.startswith(f"{claim.paper}, ") and premise.name for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
