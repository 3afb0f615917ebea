"""Allies unsure of each other, against expected payoffs summed by hand over who the partner may be."""

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from sino_russian import prisoners_dilemma as model
from sino_russian import trust_game

HONOUR, CHEAT = "honour", "cheat"
Plan = tuple[str, str]  # what an ally does if trustworthy, and if an exploiter
PLANS: tuple[Plan, ...] = tuple(product((HONOUR, CHEAT), repeat=2))  # type: ignore[assignment]
IF_TRUSTED, NEVER = (HONOUR, CHEAT), (CHEAT, CHEAT)
Numbers = tuple[Fraction, ...]  # T, B, R, P, S


def worth(kind: int, own: str, partner: Plan, trust: Fraction, numbers: Numbers) -> Fraction:
    """What an action is worth to a kind (0 trustworthy, 1 exploiter) against a partner trustworthy with this chance."""
    temptation, betrayal, reward, punishment, sucker = numbers

    def once(other: str) -> Fraction:
        if own == HONOUR:
            return reward if other == HONOUR else sucker
        return punishment if other == CHEAT else (temptation, betrayal)[kind]

    return trust * once(partner[0]) + (1 - trust) * once(partner[1])


def best(plan: Plan, partner: Plan, trust: Fraction, numbers: Numbers) -> bool:
    return all(
        worth(kind, plan[kind], partner, trust, numbers) >= worth(kind, other, partner, trust, numbers)
        for kind in (0, 1)
        for other in (HONOUR, CHEAT)
    )


def equilibria(china: Numbers, russia: Numbers, t_c: Fraction, t_r: Fraction) -> set[tuple[Plan, Plan]]:
    return {
        (mine, theirs)
        for mine, theirs in product(PLANS, repeat=2)
        if best(mine, theirs, t_r, china) and best(theirs, mine, t_c, russia)
    }


def least_trust(numbers: Numbers) -> Fraction:
    temptation, _, reward, punishment, sucker = numbers
    return (punishment - sucker) / ((reward - temptation) + (punishment - sucker))


def unsure(rng: random.Random) -> Numbers:
    """An exploiter is tempted, a trustworthy ally is not, being cheated is worse than mutual cheating."""
    reward, sucker = (Fraction(rng.randint(-6, 6), rng.choice((1, 2, 3))) for _ in range(2))
    more = [Fraction(rng.randint(1, 9), rng.choice((1, 2))) for _ in range(3)]
    return reward - more[0], reward + more[1], reward, sucker + more[2], sucker


def anything(rng: random.Random) -> Numbers:
    return tuple(Fraction(rng.randint(-3, 3)) for _ in range(5))


def at(china: Numbers, russia: Numbers, t_c: Fraction, t_r: Fraction) -> dict[Any, Fraction]:
    mine = zip((model.T_C, trust_game.B_C, model.R_C, model.P_C, model.S_C), china, strict=True)
    theirs = zip((model.T_R, trust_game.B_R, model.R_R, model.P_R, model.S_R), russia, strict=True)
    return dict([*mine, *theirs, (trust_game.t_C, t_c), (trust_game.t_R, t_r)])


def test_the_equilibria_are_those_that_a_look_at_all_sixteen_finds() -> None:
    rng, seen = random.Random("trust"), set()
    for _ in range(120):
        china, russia = (rng.choice((unsure, unsure, anything))(rng) for _ in range(2))
        t_c, t_r = (Fraction(rng.randint(0, 8), 8) for _ in range(2))
        found, point = equilibria(china, russia, t_c, t_r), at(china, russia, t_c, t_r)
        both, only = (IF_TRUSTED, IF_TRUSTED) in found, found == {(NEVER, NEVER)}
        assert model.trust.contains(point) is both
        assert model.refusal.contains(point) is ((NEVER, NEVER) in found)
        assert model.only_refusal.contains(point) is only
        seen.add((both, only))
    assert seen == {(True, False), (False, True), (False, False)}


def test_the_threshold_is_exact_and_needed_of_both() -> None:
    assert least_trust((Fraction(3), Fraction(9), Fraction(4), Fraction(2), Fraction(0))) == Fraction(
        2, 3
    )  # 4, 3, 2, 0
    rng, tiny = random.Random("threshold"), Fraction(1, 10**6)
    for _ in range(12):
        china, russia = unsure(rng), unsure(rng)
        of_russia, of_china = least_trust(china), least_trust(russia)
        for more_c, more_r in product((-tiny, Fraction(0), tiny), repeat=2):
            t_c, t_r = of_china + more_c, of_russia + more_r
            if not (0 < t_c < 1 and 0 < t_r < 1):
                continue
            enough = more_c >= 0 and more_r >= 0
            point = at(china, russia, t_c, t_r)
            # The two pure equilibria there are, and never a third.
            expected = {(NEVER, NEVER), (IF_TRUSTED, IF_TRUSTED)} if enough else {(NEVER, NEVER)}
            assert equilibria(china, russia, t_c, t_r) == expected
            assert model.trust_and_refusal.contains(point) is enough
            assert model.only_refusal.contains(point) is not enough


def test_four_three_two_nought_needs_trust_of_two_thirds() -> None:
    numbers = {"R_C": 4, "T_C": 3, "P_C": 2, "S_C": 0, "R_R": 4, "T_R": 3, "P_R": 2, "S_R": 0, "B_C": 9, "B_R": 9}
    game = model.unsure_game.at(**numbers)
    region = gt.bayes_nash(game, trust_game.BOTH_TRUST)
    assert region.equivalent((trust_game.t_C >= Fraction(2, 3)) & (trust_game.t_R >= Fraction(2, 3)))


NEEDS = "needs a premise the paper does not state"


@pytest.fixture(scope="module")
def found() -> gt.Judgement:
    return gt.judge(next(claim for claim in model.CLAIMS if claim.id == "kuliani-intentions-uncertainty"))


def test_doubt_alone_does_not_make_both_refuse(found: gt.Judgement) -> None:
    assert [(one.verdict.status, one.bearing) for one in found.readings] == [
        ("conditional", NEEDS), ("proved", "supports"), ("proved", "supports"), ("proved", "supports"),
        ("proved", "supports"),
    ]  # fmt: skip
    assert found.bearing == NEEDS
    assert [premise.name for premise in found.readings[0].missing] == ["one of the two trusts the other too little"]


def test_the_condition_is_too_little_trust_in_one_of_them(found: gt.Judgement) -> None:
    condition = found.readings[0].verdict.condition
    assert condition is not None
    rng = random.Random("too little trust")
    for _ in range(40):
        china, russia = unsure(rng), unsure(rng)
        t_c, t_r = (Fraction(rng.randint(1, 19), 20) for _ in range(2))
        low = t_r < least_trust(china) or t_c < least_trust(russia)
        assert condition.contains(at(china, russia, t_c, t_r)) is low


def test_under_a_dilemma_s_payoffs_doubt_does_no_work(found: gt.Judgement) -> None:
    verdict = found.readings[2].verdict
    idle = {premise.name for premise in verdict.unused}
    assert {"China is unsure of Russia", "Russia is unsure of China"} <= idle
