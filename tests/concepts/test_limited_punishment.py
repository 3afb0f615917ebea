"""Punishments that end: by hand, proved with letters, and against the linear equations of the plan.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, PLAYERS, Cell, profile
from tests.concepts import remembered_plans as plans

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWN = 300 if EXHAUSTIVE else 6  # games of each shape; 6 points each

delta = gt.Parameter("delta", at_least=0, below=1)
T, R, P, S = gt.parameters("T R P S")
HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")
TURNS = [("honour", "cheat"), ("cheat", "honour")]


def alliance(t: Any, r: Any, p: Any, s: Any, assuming: Any = ()) -> gt.Game:
    cells = {HONOUR: (r, r), TURNS[0]: (s, t), TURNS[1]: (t, s), CHEAT: (p, p)}
    return gt.Game("Alliance", ("China", "Russia"), ("honour", "cheat"), cells, assuming=assuming)


DILEMMA = gt.RepeatedGame(alliance(T, R, P, S, gt.descending(T, R, P, S)), discount=delta)


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


@pytest.mark.parametrize("periods", [1, 2, 3])
def test_the_loss_of_some_periods_must_outweigh_the_gain_of_one(periods: int) -> None:
    region = gt.limited_punishment(DILEMMA, HONOUR, punishment=CHEAT, periods=periods)
    lost = sum(delta**period for period in range(1, periods + 1)) * (R - P)
    assert proved(gt.exactly(region, lost >= T - R))


@pytest.mark.parametrize("periods", [1])
def test_longer_punishments_deter_more_and_grim_trigger_most(periods: int) -> None:
    region = gt.limited_punishment(DILEMMA, HONOUR, periods=periods)
    longer = gt.limited_punishment(DILEMMA, HONOUR, periods=periods + 1)
    assert proved(gt.never(region & ~longer))
    assert proved(gt.never(longer & ~gt.grim_trigger(DILEMMA, HONOUR)))
    assert proved(gt.possible(longer & ~region))


@pytest.mark.no_cover
def test_numbers_by_hand() -> None:
    """With 5, 3, 1, 0 the gain is 2 and a period's loss 2: 1 <= d never, 1 <= d + d*d from (sqrt(5) - 1)/2 on."""
    game = gt.RepeatedGame(alliance(5, 3, 1, 0), discount=delta)
    assert gt.limited_punishment(game, HONOUR, CHEAT, periods=1).is_empty()
    two = gt.limited_punishment(game, HONOUR, CHEAT, periods=2)
    assert not two.contains({delta: Fraction(610, 988)})  # Fibonacci: a little less than 0.618034
    assert two.contains({delta: Fraction(610, 986)})
    # The threshold of n periods falls to that of grim trigger, 1/2: at 51/100 six periods do and five do not.
    # 1/2 + ... : (d - d**(n+1))/(1 - d) >= 1, which is 2d - 1 >= d**(n+1).
    for periods in range(1, 8):
        enough = Fraction(2, 100) >= Fraction(51, 100) ** (periods + 1)
        assert gt.limited_punishment(game, HONOUR, CHEAT, periods=periods).contains({delta: "51/100"}) is enough
    assert gt.limited_punishment(gt.RepeatedGame(alliance(5, 3, 1, 0), "3/5"), HONOUR, periods=101).is_everywhere()


def test_a_punishment_that_is_no_equilibrium_may_be_carried_out_all_the_same() -> None:
    """After a breach both hurt each other, at -1, for a period, which alone pays 0 to leave; the next begins anew.

    To honour is worth 3/(1 - d), to be punished -1 + 3d/(1 - d). Breaking the punishment yields 0 and then the
    punishment instead of the path: -1 + 3d/(1 - d) >= 0 + d*(-1 + 3d/(1 - d)), which is d >= 1/4. Cheating on the path
    yields 4: 3 + 3d/(1 - d) >= 4 + d*(-1 + 3d/(1 - d)), which is d >= 1/4 too.
    """
    actions = ["honour", "cheat", "hurt"]
    cells = {(a, b): (0, 0) for a in actions for b in actions}
    cells |= {HONOUR: (3, 3), ("cheat", "honour"): (4, 0), ("honour", "cheat"): (0, 4), ("hurt", "hurt"): (-1, -1)}
    stage = gt.Game("Feud", ["A", "B"], actions, cells)
    game = gt.RepeatedGame(stage, discount=delta)
    region = gt.limited_punishment(game, HONOUR, punishment=("hurt", "hurt"), periods=1)
    assert str(region) == "delta >= 1/4"
    assert gt.nash(stage, ("hurt", "hurt")).is_empty()
    assert gt.grim_trigger(game, HONOUR, punishment=("hurt", "hurt")).is_empty()
    told = str(region.explain({delta: "1/5"}))
    assert "A gains 1/5 by moving from (hurt, hurt) in period 1 of the punishment to honour" in told


def test_a_break_up_hazard_counts_as_impatience() -> None:
    hazard = gt.Parameter("h", at_least=0, below=1)
    game = gt.RepeatedGame(alliance(4, 3, 1, 0), discount="9/10", breakup=hazard)
    # A gain of 1 against a loss of 2 next period: 9/10*(1 - h) >= 1/2
    assert str(gt.limited_punishment(game, HONOUR, periods=1).solve_for(hazard)) == "h <= 4/9"


def test_the_punishment_is_found_where_there_is_one() -> None:
    stag = gt.RepeatedGame(alliance(2, 3, 1, 0), discount=delta)
    with pytest.raises(gt.ConceptError, match=r"no single pure equilibrium .* punishment="):
        gt.limited_punishment(stag, HONOUR, periods=2)
    named = gt.limited_punishment(stag, HONOUR, punishment=CHEAT, periods=2)
    assert named.is_everywhere()
    found = gt.limited_punishment(DILEMMA, TURNS, periods=2)
    assert found.equivalent(gt.limited_punishment(DILEMMA, TURNS, punishment=CHEAT, periods=2))
    with pytest.raises(gt.ConceptError, match=r"only pure equilibrium|single pure equilibrium"):
        gt.prove(found, assuming=(R > T, P > S))


@pytest.mark.parametrize("periods", [0, -1, 1.0, "2", True, None, Fraction(2)])
def test_a_number_of_periods_that_is_none(periods: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"number of periods is .*whole number from 1 on"):
        gt.limited_punishment(DILEMMA, HONOUR, punishment=CHEAT, periods=periods)


def test_bad_questions() -> None:
    with pytest.raises(gt.ConceptError, match="limited_punishment is asked of a repeated game"):
        gt.limited_punishment(DILEMMA.stage, HONOUR, periods=1)  # type: ignore[arg-type]
    with pytest.raises(gt.GameError, match="not a profile"):
        gt.limited_punishment(DILEMMA, ("honour",), periods=1)
    with pytest.raises(gt.GameError, match="not a path of play"):
        gt.limited_punishment(DILEMMA, [], periods=1)
    with pytest.raises(gt.GameError, match="not a profile"):
        gt.limited_punishment(DILEMMA, HONOUR, punishment="cheat", periods=1)
    with pytest.raises(gt.CapacityError, match=r"powers of delta past 100"):
        gt.limited_punishment(DILEMMA, HONOUR, periods=101)


# Against the linear equations of the plan.


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2), (3, 2), (2, 2, 2)])
def test_against_the_equations_of_the_plan(shape: tuple[int, ...]) -> None:
    counted = [0, 0]
    for seed in range(DRAWN):
        rng = random.Random(f"limited punishment {shape} {seed}")
        stage, nicer, threat = plans.with_a_threat(rng, shape, anything=seed % 4 == 0)
        path: list[Cell] = [rng.choice(nicer) for _ in range(rng.choice((1, 1, 2, 3)))]
        periods = rng.choice((1, 2, 3, 4))
        plan = plans.punishing(stage.table, path, threat, periods)
        hazardous = seed % 5 == 0
        region = gt.limited_punishment(
            plans.repeated(stage, hazardous), list(map(profile, path)), punishment=profile(threat), periods=periods
        )

        def edges(player: int, stage: plans.Stage = stage, path: Any = path, threat: Cell = threat) -> Any:
            return [
                (stage.table[brute.moved(cell, player, action)][player] - stage.table[cell][player], lost)
                for cell in path
                for action in {other[player] for other in stage.table} - {cell[player]}
                for lost in (stage.table[cell][player] - stage.table[threat][player],)
            ]

        for number, weights in enumerate(plans.weights_near(rng, plans.critical_weights(stage.table, edges), 6)):
            point = plans.at(weights, plans.chance_for(rng, weights) if hazardous else Fraction(0))
            gaining = plans.one_shot_gainers(stage.table, plan, weights)
            assert region.contains(point) == (not gaining), (str(stage.game), path, threat, periods, point)
            counted[not gaining] += 1
            if number == 0:
                told = {(f.incentive.player, str(f.incentive.outcome), f.gap) for f in region.explain(point).failures}
                assert len(told) <= len(gaining)
                assert {gap for _, _, gap in told} == {gap for *_, gap in gaining}
                assert {player for player, _, _ in told} == {PLAYERS[player] for player, *_ in gaining}
                assert {f.incentive.deviation for f in region.explain(point).failures} == {
                    ACTIONS[g[2]] for g in gaining
                }
    assert min(counted) >= 3, counted
