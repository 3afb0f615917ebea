"""Agreements and clashes of maximisers of power, against shares worked out in fractions."""

import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from sino_russian import prisoners_dilemma as dilemma
from sino_russian import relative_gains as model
from sino_russian.quantities import power_C, power_R, power_U

NEEDS = "needs a premise the paper does not state"


def positive(rng: random.Random) -> Fraction:
    return Fraction(rng.randint(1, 12), rng.choice((1, 2, 3)))


def drawn(rng: random.Random) -> tuple[list[Fraction], list[Fraction], list[Fraction]]:
    """Powers before and after an agreement of China, Russia and the United States, and what a clash wears down."""
    before = [positive(rng) for _ in range(3)]
    after = [positive(rng) for _ in range(3)]
    worn = [Fraction(rng.randint(0, 3), 4) for _ in range(2)]
    return before, after, worn


def at(before: list[Fraction], after: list[Fraction], worn: list[Fraction]) -> dict[Any, Fraction]:
    names = (power_C, power_R, power_U, model.after_C, model.after_R, model.after_U, model.wear_C, model.wear_R)
    return dict(zip(names, [*before, *after, *worn], strict=True))


def test_who_gains_is_who_has_a_larger_share_afterwards() -> None:
    rng, seen = random.Random("shares"), set()
    for _ in range(60):
        before, after, worn = drawn(rng)
        point = at(before, after, worn)
        two = all(after[i] * sum(before[:2]) > before[i] * sum(after[:2]) for i in (0, 1))
        three = all(after[i] * sum(before) > before[i] * sum(after) for i in (0, 1))
        itself = all(after[i] > before[i] for i in (0, 1))
        assert not two
        for game, gain in (
            (model.agreement_of_two, two), (model.agreement_of_three, three), (model.agreement_on_power, itself),
        ):  # fmt: skip
            assert model.better_for_both(game).contains(point) is gain
        left = [power * (1 - wear) for power, wear in zip(before, worn, strict=False)]
        kept_two = all(left[i] * sum(before[:2]) <= before[i] * sum(left) for i in (0, 1))
        kept_three = all(left[i] * sum(before) <= before[i] * (sum(left) + before[2]) for i in (0, 1))
        assert kept_two is (worn[0] == worn[1])
        for game, kept in (
            (model.clash_of_two, kept_two), (model.clash_among_three, kept_three), (model.clash_over_power, True),
        ):  # fmt: skip
            assert model.peace(game).contains(point) is kept
        seen.add((three, itself, kept_two, kept_three))
    assert {one[0] for one in seen} == {one[1] for one in seen} == {True, False}
    assert {one[2:] for one in seen} == {(True, True), (False, True), (False, False)}


def test_both_can_gain_at_the_cost_of_the_united_states() -> None:
    # 1, 1, 2 become 1, 1, 1: each ally's share goes from a quarter to a third.
    one, two = Fraction(1), Fraction(2)
    point = at([one, one, two], [one, one, one], [Fraction(0)] * 2)
    assert model.better_for_both(model.agreement_of_three).contains(point)
    assert not model.better_for_both(model.agreement_of_two).contains(point)


def test_a_refusal_by_one_leaves_everything_as_it_is() -> None:
    for game in (model.agreement_of_two, model.agreement_of_three, model.agreement_on_power):
        kept = {profile: cell for profile, cell in game.payoffs.items() if profile != model.AGREED}
        assert len(set(kept.values())) == 1 and len(kept) == 3


@pytest.fixture(scope="module")
def found() -> gt.Judgement:
    return gt.judge(next(claim for claim in dilemma.CLAIMS if claim.id == "kuliani-power-maximiser-conflict"))


def test_the_conclusion_depends_on_what_is_maximised_and_on_who_is_counted(found: gt.Judgement) -> None:
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("conditional", NEEDS), ("proved", "supports"), ("conditional", NEEDS), ("conditional", NEEDS),
        ("conditional", NEEDS), ("refuted", "contradicts"),
    ]  # fmt: skip
    assert found.bearing == "not identified"
    assert [[premise.name for premise in one.missing] for one in found.readings] == [
        ["a clash costs one of the two a larger share of its power"],
        [],
        ["the agreement does not lower the share of the United States"],
        ["the two together gain no power"],
        ["a clash raises China's or Russia's share of the power of all three"],
        [],
    ]


def test_counterexamples_hold_in_hand_written_shares(found: gt.Judgement) -> None:
    counterexample = found.readings[2].verdict.counterexample
    assert counterexample is not None
    point = {str(name): Fraction(value) for name, value in counterexample.items()}
    before = sum(point[f"power_{who}"] for who in "CRU")
    after = sum(point[f"after_{who}"] for who in "CRU")
    assert all(point[f"after_{who}"] * before > point[f"power_{who}"] * after for who in "CR")
