"""The scenarios, against regions written out by hand, volumes multiplied out, and games tried profile by profile."""

import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from sino_russian import consent, effort
from sino_russian import quantities as shared
from sino_russian import scenario_regions as regions
from sino_russian import scenarios as model

NEEDS = "needs a premise the paper does not state"
SUPPORTS, RESTATES, CONTRADICTS = "supports", "restates its premises", "contradicts"
Shares = dict[str, Fraction]


def number(rng: random.Random, low: int = -4, high: int = 4) -> Fraction:
    return Fraction(rng.randint(2 * low, 2 * high), 2)


@pytest.fixture(scope="module")
def judged() -> dict[str, gt.Judgement]:
    return {claim.id: gt.judge(claim) for claim in model.CLAIMS}


def bearings(found: gt.Judgement) -> list[tuple[str, str]]:
    return [(one.verdict.status, one.bearing) for one in found.readings]


def missing(found: gt.Judgement) -> list[list[str]]:
    return [[premise.name for premise in one.missing] for one in found.readings]


# The five scenarios


def by_hand(point: dict[str, Fraction]) -> str:
    """Ask the four questions of the docstring in turn."""
    if point["tie"] < 0:
        return "confrontation" if point["probe"] > point["risk"] else "tension"
    if min(point["gain_C"], point["gain_R"]) <= 0:
        return "status quo"
    return "alliance" if point["spare"] >= 0 else "convergence"


def by_hand_and_effort(point: dict[str, Fraction]) -> str:
    first = by_hand(point)
    if first not in ("status quo", "convergence"):
        return first
    if point["drift"] > 0:
        return "convergence"
    return "status quo" if point["drift"] + point["lift"] >= 0 else "tension"


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [(regions.SCENARIOS, by_hand), (regions.BY_EFFORT, by_hand_and_effort)],
    ids=["M21", "effort"],
)
def test_the_five_scenarios_are_a_partition(mapping: dict[str, gt.Region], expected: Any) -> None:
    found = gt.partition(mapping)
    assert found.complete and not found.overlaps and not found.gaps
    assert {cell.outcomes for cell in found} == {(name,) for name in mapping} and len(mapping) == 5
    rng, seen = random.Random("five"), set()
    for _ in range(80):
        signed = {name: Fraction(rng.randint(-2, 3), 3) for name in ("tie", "gain_C", "gain_R", "spare", "drift")}
        point = signed | {name: Fraction(rng.randint(0, 2), 2) for name in ("probe", "risk")}
        point["lift"] = Fraction(rng.randint(1, 2), 2)
        here = expected(point)
        assert {name for name, region in mapping.items() if region.contains(point)} == {here}
        seen.add(here)
    assert seen == set(mapping)


def test_as_the_sections_list_them_they_overlap_and_leave_a_gap() -> None:
    found = gt.partition(regions.AS_LISTED)
    assert found.complete
    assert {cell.outcomes for cell in found.overlaps} == {
        ("status quo", "convergence"), ("tension", "alliance"), ("alliance", "confrontation"),
    }  # fmt: skip
    (gap,) = found.gaps  # a tie from which one alone would go on, between reliable partners
    at = {str(name): value for name, value in gap.witness.named.items()}
    assert (
        at["tie"] >= 0 and at["spare"] >= 0 and min(at["gain_C"], at["gain_R"]) <= 0 < max(at["gain_C"], at["gain_R"])
    )
    both = {"tie": 0, "gain_C": -1, "gain_R": -1, "spare": Fraction(-1, 2), "probe": 0, "risk": 0}
    assert [name for name, region in regions.AS_LISTED.items() if region.contains(both)] == [
        "status quo",
        "convergence",
    ]


def test_the_reliability_needed_is_where_bound_and_flexible_are_worth_the_same() -> None:
    # models.md M17: good 3, lost 1, bad -4, deters 1/2 give 7/10, indifferent there.
    assert gt.prove(regions.WHY_P_STAR).status == "proved"
    numbers = {regions.good: 3, regions.lost: 1, regions.bad: -4, regions.deters: Fraction(1, 2)}
    assert regions.P_STAR.subs(numbers) == gt.exact("7/10")
    p = Fraction(7, 10)
    assert Fraction(1, 2) + p * 3 + (1 - p) * -4 == p * (3 - 1)


# Shares under a declared measure


def ranked(shares: Shares) -> bool:
    first = shares["status quo"]
    return (
        first == max(shares.values())
        and shares["convergence"] > max(shares["alliance"], shares["confrontation"])
        and min(shares["alliance"], shares["confrontation"]) > 0
    )


def part(low: Fraction, high: Fraction) -> Fraction:
    """Which part of a uniform range lies above 0."""
    return max(Fraction(0), high) / (high - low) if low < 0 else Fraction(1)


BOXES = {  # tie, gain of each, spare, the upper end of risk (probe goes to 1)
    "indifferent": ((-1, 1), (-1, 1), (-1, 1), 1),
    "present": ((-1, 9), (-1, 1), (-1, Fraction(1, 2)), 5),
    "eager": ((-1, 9), (-1, 3), (Fraction(-1, 2), 1), 5),
}


def shares_by_hand(name: str) -> Shares:
    tie_range, gain_range, spare_range, risk = BOXES[name]
    tie, gain, bind = (part(Fraction(low), Fraction(high)) for low, high in (tie_range, gain_range, spare_range))
    both, probing = gain**2, Fraction(1, 2) / risk  # probe > risk: a triangle of area 1/2 in a box of area risk
    return {
        "status quo": tie * (1 - both), "convergence": tie * both * (1 - bind), "tension": (1 - tie) * (1 - probing),
        "alliance": tie * both * bind, "confrontation": (1 - tie) * probing,
    }  # fmt: skip


@pytest.mark.parametrize(("name", "order_holds"), [("indifferent", False), ("present", True), ("eager", False)])
def test_the_author_s_order_depends_on_the_measure(name: str, order_holds: bool) -> None:
    expected = shares_by_hand(name)
    assert sum(expected.values()) == 1 and ranked(expected) is order_holds
    assert bool(regions.in_the_author_s_order(expected)) is order_holds
    chances = regions.chances(regions.MEASURES[name])
    assert {chance: chances[chance] for chance in regions.CHANCES[name]} == regions.CHANCES[name]
    assert {one: Fraction(str(share.subs(chances))) for one, share in regions.INDEPENDENT.items()} == expected
    if name == "indifferent":  # the volumes themselves, not the product of chances
        found = regions.ranking(regions.MEASURES[name])
        assert all(share.exact for share in found.values())
        assert {one: share.value for one, share in found.items()} == expected


def test_a_measure_under_which_the_questions_depend_on_each_other() -> None:
    # tie, gain_C and gain_R uniform in (-1, 1) with both gains below tie. Density 3/8 (t + 1)^2 of t:
    # no tie: (1/2)^3 = 1/8; tie and both gains: the integral of 3/8 t^2 over (0, 1) = 1/8; so 3/4 stop short.
    found = regions.ranking(regions.MEASURES["bounded"])
    assert all(share.exact for share in found.values())
    values = {name: share.value for name, share in found.items()}
    sixteenth = Fraction(1, 16)
    assert values == {
        "status quo": Fraction(3, 4), "convergence": sixteenth, "tension": sixteenth, "alliance": sixteenth,
        "confrontation": sixteenth,
    }  # fmt: skip
    assert not ranked(values)  # convergence is no likelier than an alliance


def test_a_status_quo_in_which_effort_decides_is_smaller_and_no_longer_first() -> None:
    chances = regions.chances(regions.MEASURES["present"])
    w = {str(chance): value for chance, value in chances.items()}
    assert (w["w_grows"], w["w_decays"]) == (Fraction(1, 2), Fraction(1, 4))  # drift > 0; drift < -lift
    found = {name: Fraction(str(share.subs(chances))) for name, share in regions.INDEPENDENT_BY_EFFORT.items()}
    short = Fraction(9, 10) * (1 - Fraction(1, 4) * Fraction(1, 3))
    assert found["status quo"] == short / 4 and found["convergence"] == short / 2 and sum(found.values()) == 1
    assert found["status quo"] < found["convergence"] and not ranked(found)


def test_the_order_as_a_condition_on_the_measure(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-scenario-ranking"]
    assert bearings(found) == [
        ("conditional", NEEDS), ("proved", SUPPORTS), ("refuted", CONTRADICTS), ("proved", SUPPORTS),
        ("refuted", CONTRADICTS),
    ]  # fmt: skip
    assert found.bearing == "not identified" and len(missing(found)[0]) == 3
    condition = found.readings[0].verdict.condition
    assert condition is not None
    rng, seen = random.Random("measures"), set()
    for _ in range(50):
        t, g, s, c = (Fraction(rng.randint(0, 20), 20) for _ in range(4))
        t = max(t, Fraction(rng.randint(0, 20), 20))
        shares = {
            "status quo": t * (1 - g), "convergence": t * g * (1 - s), "tension": (1 - t) * (1 - c),
            "alliance": t * g * s, "confrontation": (1 - t) * c,
        }  # fmt: skip
        point = {regions.w_tie: t, regions.w_gain: g, regions.w_bind: s, regions.w_probe: c}
        assert condition.contains(point) is ranked(shares)
        seen.add(ranked(shares))
    assert seen == {True, False}


# Effort


def test_two_strict_equilibria_and_no_stable_middle_where_work_pays_beside_work_alone() -> None:
    rng, forks, middles = random.Random("effort"), set(), set()
    for _ in range(80):
        none, one, two = (number(rng) for _ in range(3))
        cost, add, scale, wear = (Fraction(rng.randint(1, 6), 2) for _ in range(4))
        around = number(rng)
        payoff = {("work", 1): two - cost, ("work", 0): one - cost, ("coast", 1): one, ("coast", 0): none}
        works = payoff["work", 1] > payoff["coast", 1]
        coasts = payoff["coast", 0] > payoff["work", 0]
        low = scale * around - wear
        point = {
            effort.g_0: none, effort.g_1: one, effort.g_2: two, effort.work: cost, effort.alpha_e: add,
            effort.b: scale, effort.E: around, effort.d: wear,
        }  # fmt: skip
        forked = works and coasts and low < 0 < low + 2 * add
        assert effort.fork.contains(point) is effort.open_fork.contains(point) is forked
        # a middle is stable where each does better when rare
        rare = payoff["work", 0] > payoff["coast", 0] and payoff["coast", 1] > payoff["work", 1]
        assert effort.middle.contains(point) is rare
        forks.add(forked)
        middles.add(rare)
    assert forks == middles == {True, False}


def test_the_middle_has_no_share_and_parts_the_two_ends() -> None:
    # g = 0, 1, 4 and work 2: alone it loses 1, beside work it gains 1, so the ends part at one half.
    numbers = {effort.g_0: 0, effort.g_1: 1, effort.g_2: 4, effort.work: 2}
    for share, works, stays in [("1/4", False, False), ("1/2", True, True), ("3/4", True, False)]:
        point = {**numbers, "share": gt.exact(share)}
        assert effort.in_balance.contains(point) is stays
        if not stays:
            assert effort.all_work.contains(point) is works
    game = effort.of_two("with numbers", (2, 2), -1, 1, 0)
    share = gt.share(gt.basin(game, ("work", "coast")), {"share": (0, 1)})
    assert share.exact and share.value == 0


def test_the_status_quo_claims_lack_the_fork_s_premises(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-status-quo-fork"]
    assert bearings(found) == [("conditional", NEEDS), ("proved", SUPPORTS)] + [("conditional", NEEDS)] * 2
    assert found.bearing == NEEDS
    assert [len(names) for names in missing(found)] == [4, 0, 1, 2]
    assert missing(found)[2] == ["work adds no less if the partner works too"]


def test_convergence_needs_growth_or_pressure_and_pressure_may_spoil_it(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-convergence-conditions"]
    assert bearings(found) == [("proved", SUPPORTS), ("conditional", NEEDS), ("conditional", NEEDS)]
    assert missing(found)[1:] == [
        ["growth alone makes work pay for neither"], ["Western hostility leaves the environment as it is"],
    ]  # fmt: skip
    pair = found.readings[2].verdict.counterexample
    assert isinstance(pair, gt.Pair)

    def holds(at: dict[str, Fraction]) -> bool:
        pays = all(at[f"growth_{i}"] + at[f"h_{i}U"] > at["work"] for i in "CR")
        around = at["E"] - at["harm"] * (at["h_CU"] + at["h_RU"])
        return pays and 2 * at["alpha_e"] + at["b"] * around > at["d"]

    assert holds(dict(pair.low.named)) and not holds(dict(pair.high.named))


# Who must agree


def test_consent_payment_and_eagerness_are_min_sum_and_max() -> None:
    x, y = gt.parameters("x y")
    by = {min: consent.by_consent(x, y), sum: consent.by_payment(x, y), max: consent.by_the_eager(x, y)}
    rng, seen = random.Random("aggregators"), set()
    for _ in range(60):
        gains = (number(rng), number(rng))
        for aggregate, region in by.items():
            assert region.contains({x: gains[0], y: gains[1]}) is (aggregate(gains) >= 0)
        seen.add(tuple(aggregate(gains) >= 0 for aggregate in by))
    assert len(seen) == 4


def test_one_sided_triggers_fail_by_consent_and_can_do_otherwise(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-alliance-trigger"]
    assert [status for status, _ in bearings(found)] == ["conditional"] * 3 + ["refuted"] + ["conditional"] * 2
    assert found.bearing == "not identified"
    # tau_0 = 1, obstacles = 3: each lacks 2. NATO alone: 4 for both, 2 for Russia alone.
    assert missing(found)[0] == ["to each, its own trigger and the common one are what it lacks"]
    enough = {1: 4, 2: 2}
    for place, least in enough.items():
        condition = found.readings[place].verdict.condition
        assert condition is not None
        at = {model.tau_0: 1, model.obstacles: 3}
        truths = [condition.contains({**at, model.nato: least + step}) for step in (Fraction(-1, 9), 0, 1)]
        assert truths == [False, True, True]
    # nothing that weighs no more than the Baltic accession does, if that did not
    record = found.readings[5]
    assert gt.prove(
        gt.never(record.verdict.statement.region), (*record.reading.stated, model.nato <= model.baltic)
    ).status == ("proved")


def test_a_joint_shock_is_needed_by_consent_alone(judged: dict[str, gt.Judgement]) -> None:
    found = judged["paszak-alliance-needs-joint-shock"]
    assert bearings(found) == [("proved", SUPPORTS)] * 2 + [("conditional", NEEDS)] * 3
    assert missing(found) == [
        [], [],
        ["the harm to one does not make up for the other"], ["neither is harmed enough"], ["it harms each enough"],
    ]  # fmt: skip


def test_without_a_reaction_the_unwritten_premise_alone_does_not_keep_them_from_a_treaty(
    judged: dict[str, gt.Judgement],
) -> None:
    found = judged["paszak-informal-alliance-no-way-round"]
    assert bearings(found) == [("proved", RESTATES), ("conditional", NEEDS), ("refuted", CONTRADICTS)]
    assert missing(found)[1] == ["the written one would cost one of them more than it gives"]
    rng, seen = random.Random("forms"), set()
    zero = {shared.v_C1: 0, shared.v_R1: 0, shared.f_C: 0, shared.f_R: 0}
    for _ in range(80):
        worth = {level: (number(rng, -2, 2), number(rng, -2, 2)) for level in (1, 2)} | {0: (Fraction(0), Fraction(0))}

        def stable(level: int, worth: dict[int, tuple[Fraction, Fraction]] = worth) -> bool:
            # alone one can only go down; together they can go anywhere
            here = worth[level]
            alone = any(worth[other][i] > here[i] for other in range(level) for i in (0, 1))
            return not alone and not any(all(worth[other][i] > here[i] for i in (0, 1)) for other in worth)

        point = zero | {model.inf_C: worth[1][0], model.inf_R: worth[1][1]}
        point |= {shared.v_C2: worth[2][0], shared.v_R2: worth[2][1]}
        alone = [level for level in worth if stable(level)] == [0]
        assert model.only_partners.contains(point) is alone
        if min(worth[1]) < 0 and not alone:
            seen.add(min(worth[2]) >= 0)
    assert True in seen  # neither wants the unwritten form, both may want the treaty


def test_a_partnership_outlasts_the_pressure_where_something_else_is_worth_it(judged: dict[str, gt.Judgement]) -> None:
    found = judged["kuliani-solid-partnership-needs-base"]
    assert bearings(found) == [("proved", SUPPORTS), ("proved", SUPPORTS), ("conditional", NEEDS)]
    # a base worth -1 to Russia and a border worth 2: it lasts, so the economic base was not needed
    point = {model.base_C: 1, model.base_R: -1, model.y_C: 0, model.y_R: 2}
    assert model.solid_with_rear.contains(point) and not model.solid.contains(point)


def test_every_premise_has_its_place_or_is_unstated_on_purpose() -> None:
    for claim in model.CLAIMS:
        assert all((claim.paraphrase, claim.attributed_to, claim.strength, claim.kind, claim.refuted_by))
        for reading in claim.readings:
            assert reading.challenge
            assert all(premise.name and premise.stated.startswith(("Kuliani", "Paszak")) for premise in reading.stated)
            assert all(premise.name and not premise.stated for premise in reading.unstated)
