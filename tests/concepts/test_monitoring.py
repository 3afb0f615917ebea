"""Breaches seen wrongly: by hand, proved with letters, and against the linear equations of the plan.

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
from tests.brute_force import ACTIONS, PLAYERS, Cell, Table, profile
from tests.concepts import remembered_plans as plans

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWN = 300 if EXHAUSTIVE else 6  # games of each shape; 6 points each

delta = gt.Parameter("delta", at_least=0, below=1)
q = gt.Parameter("q", meaning="chance of a false alarm", at_least=0, at_most=1)
r = gt.Parameter("r", meaning="chance that a breach is seen", at_least=0, at_most=1)
T, R, P, S = gt.parameters("T R P S")
HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")


def alliance(t: Any, u: Any, p: Any, s: Any, assuming: Any = ()) -> gt.Game:
    cells = {HONOUR: (u, u), ("honour", "cheat"): (s, t), ("cheat", "honour"): (t, s), CHEAT: (p, p)}
    return gt.Game("Alliance", ("China", "Russia"), ("honour", "cheat"), cells, assuming=assuming)


STAGE = alliance(T, R, P, S, gt.descending(T, R, P, S))
DILEMMA = gt.RepeatedGame(STAGE, discount=delta)


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


def test_without_noise_it_is_grim_trigger() -> None:
    assert proved(gt.exactly(gt.noisy_grim_trigger(DILEMMA, HONOUR, 0), gt.grim_trigger(DILEMMA, HONOUR)))
    noisy = gt.noisy_limited_punishment(DILEMMA, HONOUR, 0, periods=2)
    assert proved(gt.exactly(noisy, gt.limited_punishment(DILEMMA, HONOUR, periods=2)))


@pytest.mark.no_cover
def test_false_alarms_count_as_break_ups() -> None:
    """What cooperation is worth above P lasts from period to period with chance 1 - q, so a sure breach is deterred
    by exactly what deters it where the relationship breaks up with chance q."""
    noisy = gt.noisy_grim_trigger(DILEMMA, HONOUR, false_alarm=q)
    hazard = gt.RepeatedGame(STAGE, discount=delta, breakup=gt.Parameter("h", at_least=0, below=1))
    grim = gt.grim_trigger(hazard, HONOUR)
    assert proved(gt.exactly(noisy, delta * (1 - q) >= (T - R) / (T - P)))
    point = {T: 5, R: 3, P: 1, S: 0}
    for chance, patience in (("1/5", "5/8"), ("1/5", "31/50"), (0, "1/2"), ("9/20", "10/11"), ("9/20", "9/10")):
        values = {**point, "q": chance, "delta": patience}
        assert noisy.contains(values) is grim.contains({**values, "h": chance})
    assert noisy.under(gt.equal(q, 1)).is_empty()


def test_the_condition_in_letters() -> None:
    """With V = v - P/(1 - d), cooperation above punishment: V = (R - P)/(1 - d(1 - q)), and a breach is worth
    T - P + d(1 - r)V; so d*((T - P)(1 - q) - (R - P)(1 - r)) >= T - R."""
    noisy = gt.noisy_grim_trigger(DILEMMA, HONOUR, q, r)
    assert proved(gt.exactly(noisy, delta * ((T - P) * (1 - q) - (R - P) * (1 - r)) >= T - R))
    assert noisy.under(gt.equal(q, r)).is_empty()  # an alarm that says nothing deters nothing


def test_numbers_by_hand() -> None:
    game = gt.RepeatedGame(alliance(5, 3, 1, 0), discount=delta)
    assert str(gt.noisy_grim_trigger(game, HONOUR, "1/5", "3/5")) == "delta >= 5/6"  # d*(4*4/5 - 2*2/5) >= 2
    half = gt.RepeatedGame(alliance(4, 3, 1, 0), discount="1/2")
    # One period of punishment: v = 3 + 1/2*((1 - q)*v + q*(1 + v/2)), so v = (12 + 2q)/(2 + q). A sure breach yields
    # 4 + 1/2*(1 + v/2), no more than v if v >= 6, and that needs q = 0.
    assert str(gt.noisy_limited_punishment(half, HONOUR, q, periods=1)) == "q <= 0"
    solved = gt.noisy_grim_trigger(half, HONOUR, q).solve_for(q)
    assert str(solved) == "q <= 1/3"  # 1/2*(1 - q)*3 >= 1


def test_a_break_up_hazard_counts_as_impatience() -> None:
    hazard = gt.Parameter("h", at_least=0, below=1)
    game = gt.RepeatedGame(alliance(5, 3, 1, 0), discount="9/10", breakup=hazard)
    # 9/10*(1 - h)*(4*9/10) >= 2
    assert str(gt.noisy_grim_trigger(game, HONOUR, "1/10").solve_for(hazard)) == "h <= 31/81"


def test_probabilities_stay_between_0_and_1() -> None:
    free = gt.Parameter("x")
    with pytest.raises(gt.AssumptionError, match=r"probability of false alarm x leaves \[0, 1\] at .*at_most=1"):
        gt.noisy_grim_trigger(DILEMMA, HONOUR, free)
    with pytest.raises(gt.AssumptionError, match=r"probability of detection 3/2 leaves \[0, 1\]"):
        gt.noisy_grim_trigger(DILEMMA, HONOUR, 0, "3/2")
    with pytest.raises(gt.AssumptionError, match=r"probability of false alarm -1 leaves"):
        gt.noisy_limited_punishment(DILEMMA, HONOUR, -1, periods=2)
    with pytest.raises(gt.PayoffError, match=r"probability of a false alarm is 0.1, a float"):
        gt.noisy_grim_trigger(DILEMMA, HONOUR, 0.1)


def test_a_probability_that_only_premises_keep_in_range_is_asked_for_again() -> None:
    cost = gt.Parameter("c")
    game = gt.RepeatedGame(alliance(5, 3, 1, 0, (cost >= 0, cost <= 1)), discount=delta)
    region = gt.noisy_grim_trigger(game, HONOUR, cost)
    assert region.contains({cost: 0, delta: "1/2"})
    with pytest.raises(gt.AssumptionError, match=r"probability of false alarm c leaves"):
        gt.prove(region, assuming=(cost >= 0,))


def test_bad_questions() -> None:
    with pytest.raises(gt.ConceptError, match="noisy_grim_trigger is asked of a repeated game"):
        gt.noisy_grim_trigger(STAGE, HONOUR, q)  # type: ignore[arg-type]
    with pytest.raises(gt.ConceptError, match="one profile, not of a cycle of 2"):
        gt.noisy_grim_trigger(DILEMMA, [HONOUR, CHEAT], q)
    with pytest.raises(gt.ConceptError, match="number of periods is 0"):
        gt.noisy_limited_punishment(DILEMMA, HONOUR, q, periods=0)
    with pytest.raises(gt.GameError, match="not a profile of Alliance"):
        gt.noisy_grim_trigger(DILEMMA, HONOUR, q, punishment=("cheat", "wait"))
    assert gt.noisy_grim_trigger(DILEMMA, HONOUR, q, punishment=HONOUR).is_empty()


# Against the linear equations of the plan.


def noisy_gainers(
    table: Table, kept: Cell, threat: Cell, periods: int | None, weights: Any, alarm: Fraction, seen: Fraction
) -> set[tuple[int, Cell, int, Fraction]]:
    """Solve for what cooperation and each period of the punishment are worth; try every deviation in each."""
    found = set()
    rounds = 1 if periods is None else periods
    for player, weight in enumerate(weights):
        size = rounds + 1  # state 0 cooperates
        matrix = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
        matrix[0][0] -= weight * (1 - alarm)
        matrix[0][1] -= weight * alarm
        for state in range(1, size):
            matrix[state][state if periods is None else (state + 1) % size] -= weight
        worth = brute.solved(matrix, [table[kept][player], *[table[threat][player]] * rounds])
        for other in brute.rows(table, kept, player):
            gap = worth[0] - table[other][player] - weight * ((1 - seen) * worth[0] + seen * worth[1])
            if other != kept and gap < 0:
                found.add((player, kept, other[player], gap))
    return found | {(player, threat, action, gap) for player, action, gap in brute.gainers(table, threat)}


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2), (3, 2), (2, 2, 2)])
def test_against_the_equations_of_the_plan(shape: tuple[int, ...]) -> None:
    counted = [0, 0]
    for seed in range(DRAWN):
        rng = random.Random(f"noise {shape} {seed}")
        stage, nicer, threat = plans.with_a_threat(rng, shape, anything=seed % 4 == 0)
        kept, periods, hazardous = rng.choice(nicer), rng.choice((None, None, 1, 2, 3)), seed % 5 == 0
        game, more = plans.repeated(stage, hazardous), {} if periods is None else {"periods": periods}
        concept: Any = gt.noisy_grim_trigger if periods is None else gt.noisy_limited_punishment
        region = concept(game, profile(kept), q, r, punishment=profile(threat), **more)
        for number in range(6):
            alarm, seen = (
                rng.choice((Fraction(0), Fraction(rng.randint(0, 4), 12), most)) for most in (Fraction(1, 9), 1)
            )

            def edges(
                player: int,
                table: Table = stage.table,
                kept: Cell = kept,
                threat: Cell = threat,
                alarm: Any = alarm,
                seen: Any = seen,
            ) -> Any:
                u, p = table[kept][player], table[threat][player]
                once = [table[other][player] for other in brute.rows(table, kept, player)]
                return [(b - u, (b - p) * (1 - alarm) - (u - p) * (1 - seen)) for b in once]

            (weights,) = plans.weights_near(rng, plans.critical_weights(stage.table, edges), 1)
            point = plans.at(weights, plans.chance_for(rng, weights) if hazardous else Fraction(0)) | {
                q: alarm,
                r: seen,
            }
            gaining = noisy_gainers(stage.table, kept, threat, periods, weights, alarm, Fraction(seen))
            assert region.contains(point) == (not gaining), (str(stage.game), kept, threat, periods, point)
            counted[not gaining] += 1
            if number == 0:
                told = {
                    (f.incentive.player, f.incentive.outcome, f.incentive.deviation, f.gap)
                    for f in region.explain(point).failures
                }
                assert told == {(PLAYERS[i], profile(cell), ACTIONS[action], gap) for i, cell, action, gap in gaining}
    assert min(counted) >= 3, counted
