"""Tit for tat: by hand, proved with letters, and against enumeration of every stationary strategy.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, PLAYERS, Cell, profile
from tests.concepts import remembered_plans as plans
from tests.concepts.remembered_plans import Stage

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWN = 400 if EXHAUSTIVE else 6  # games, for each of three kinds; 6 points each

delta = gt.Parameter("delta", at_least=0, below=1)
T, R, P, S = gt.parameters("T R P S")
HONOUR = ("honour", "honour")


def alliance(china: Any, russia: Any, assuming: Any = ()) -> gt.Game:
    """Each tuple is (temptation, reward, punishment, sucker)."""
    (t, r, p, s), (u, v, q, w) = china, russia
    cells = {
        ("honour", "honour"): (r, v), ("honour", "cheat"): (s, u),
        ("cheat", "honour"): (t, w), ("cheat", "cheat"): (p, q),
    }  # fmt: skip
    return gt.Game("Alliance", ("China", "Russia"), ("honour", "cheat"), cells, assuming=assuming)


DILEMMA = alliance((T, R, P, S), (T, R, P, S), gt.descending(T, R, P, S))
NUMBERS = alliance((5, 3, 1, 0), (5, 3, 1, 0))


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


def test_the_textbook_s_numbers() -> None:
    """(5 - 3)/(5 - 1) = 1/2 against cheating for ever, (5 - 3)/(3 - 0) = 2/3 against cheating in turn."""
    game = gt.RepeatedGame(NUMBERS, discount=delta)
    assert str(gt.tit_for_tat(game, HONOUR)) == "delta >= 2/3"
    assert gt.tit_for_tat(game, HONOUR, perfect=True).is_empty()


@pytest.mark.no_cover
def test_the_threshold_in_letters() -> None:
    honour = gt.tit_for_tat(gt.RepeatedGame(DILEMMA, discount=delta), HONOUR)
    assert proved(gt.exactly(honour, (delta >= (T - R) / (T - P)) & (delta >= (T - R) / (R - S))))
    # Where P - S > R - P cheating in turn, and being cheated in turn, is no more tempting than cheating for ever.
    assert proved(gt.exactly(honour.under(P - S >= T - R), delta >= (T - R) / (T - P)))


@pytest.mark.no_cover
def test_each_player_has_a_threshold_of_its_own() -> None:
    letters = {side: gt.parameters(" ".join(f"{one}_{side}" for one in "TRPS")) for side in "CR"}
    patience = {side: gt.Parameter(f"delta_{side}", at_least=0, below=1) for side in "CR"}
    orders = [relation for own in letters.values() for relation in gt.descending(*own)]
    stage = alliance(letters["C"], letters["R"], orders)
    game = gt.RepeatedGame(stage, discount={"China": patience["C"], "Russia": patience["R"]})
    expected = [patience[side] >= (t - r) / other for side, (t, r, p, s) in letters.items() for other in (t - p, r - s)]
    honour = gt.tit_for_tat(game, HONOUR)
    assert proved(gt.exactly(honour, expected[0] & expected[1] & expected[2] & expected[3]))


@pytest.mark.no_cover
def test_what_two_equal_dilemmas_need_for_subgame_perfection() -> None:
    """After one unkindness both take turns, the unkind one at T next; the values are u = T + dS + ddT + ... and
    l = S + dT + ...

    To cheat on honour yields T + d*l = u: R/(1 - d) >= u. To honour instead of cheating when it is one's turn to
    punish ends the turns: u >= R/(1 - d). So u = R/(1 - d), which is d*(R - S) = T - R. Likewise l = P/(1 - d), which
    is d*(T - P) = P - S: to cheat instead of being punished leads to (cheat, cheat), and to honour there to l. Both at
    once need (T - R)*(T - P) = (P - S)*(R - S), and so T - R = P - S: what cheating gains does not depend on the
    other, and delta is its ratio to what it costs the other.
    """
    perfect = gt.tit_for_tat(gt.RepeatedGame(DILEMMA, discount=delta), HONOUR, perfect=True)
    assert proved(gt.exactly(perfect, gt.equal(delta * (R - S), T - R) & gt.equal(delta * (T - P), P - S)))
    assert proved(gt.exactly(perfect, gt.equal(T + S, R + P) & gt.equal(delta * (R - S), T - R)))


def test_nash_and_subgame_perfect_are_told_apart() -> None:
    """With T, R, P, S = 3, 2, 1, 0 help costs 1 and brings the other 2: delta = 1/2 is the knife's edge.

    At delta = 3/4 tit for tat is an equilibrium in the sense of Nash, which asks no more than that nobody gains while
    both are kind. But if China has cheated once, Russia is to cheat next and China to honour, and so on in turn: to
    Russia 3 + 0 + 9/16*3 + ... = 3/(1 - 9/16) = 48/7. To forgive instead would give 2/(1 - 3/4) = 8. The threat is not
    one that Russia would carry out.
    """
    game = gt.RepeatedGame(alliance((3, 2, 1, 0), (3, 2, 1, 0)), discount=delta)
    nash, perfect = gt.tit_for_tat(game, HONOUR), gt.tit_for_tat(game, HONOUR, perfect=True)
    assert str(nash) == "delta >= 1/2"
    assert str(perfect) == "delta = 1/2"
    assert nash.contains({delta: "3/4"})
    told = perfect.explain({delta: "3/4"})
    forgiving = [f for f in told.failures if f.incentive is not None and f.incentive.player == "Russia"]
    gaps = {(f.incentive.outcome, f.incentive.deviation): f.gap for f in forgiving if f.incentive is not None}
    assert gaps[("honour", "cheat"), "honour"] == Fraction(48, 7) - 8


@pytest.mark.no_cover
def test_a_break_up_hazard_counts_as_impatience() -> None:
    hazard = gt.Parameter("h", meaning="chance of a break-up", at_least=0, below=1)
    game = gt.RepeatedGame(NUMBERS, discount="9/10", breakup=hazard)
    # 9/10*(1 - h) >= 2/3
    assert str(gt.tit_for_tat(game, HONOUR).solve_for(hazard)) == "h <= 7/27"
    letters = gt.RepeatedGame(DILEMMA, discount=delta, breakup=hazard)
    kept = gt.tit_for_tat(letters, HONOUR)
    assert proved(
        gt.exactly(kept, (delta * (1 - hazard) >= (T - R) / (T - P)) & (delta * (1 - hazard) * (R - S) >= T - R))
    )


def test_more_actions_need_a_retaliation_and_offer_more_deviations() -> None:
    """A third action that exploits retaliation: cheat once at 4, then 3 for ever, against 3 for ever: never an
    equilibrium, though with two actions it would be one from delta = 1/2 on."""
    cells = {
        ("help", "help"): (3, 3), ("help", "cheat"): (0, 4), ("help", "hide"): (0, 0),
        ("cheat", "help"): (4, 0), ("cheat", "cheat"): (1, 1), ("cheat", "hide"): (0, 3),
        ("hide", "help"): (0, 0), ("hide", "cheat"): (3, 0), ("hide", "hide"): (0, 0),
    }  # fmt: skip
    three = gt.RepeatedGame(gt.Game("Three", ["A", "B"], ["help", "cheat", "hide"], cells), delta)
    region = gt.tit_for_tat(three, ("help", "help"), retaliation=("cheat", "cheat"))
    assert region.is_empty()
    told = region.explain({delta: "9/10"})
    assert "A gains 1 by moving from (help, help) to cheat, then hide for ever" in str(told)
    fewer = {pair: values for pair, values in cells.items() if "hide" not in pair}
    two = gt.RepeatedGame(gt.Game("Two", ["A", "B"], ["help", "cheat"], fewer), delta)
    assert str(gt.tit_for_tat(two, ("help", "help"))) == "delta >= 1/3"
    with pytest.raises(
        gt.ConceptError, match=r"A has 3 actions in Three; say what each retaliates with: .*retaliation="
    ):
        gt.tit_for_tat(three, ("help", "help"))
    with pytest.raises(gt.ConceptError, match="B would retaliate with help, which is its kindness"):
        gt.tit_for_tat(three, ("help", "help"), retaliation=("hide", "help"))
    with pytest.raises(gt.GameError, match="not a profile of Three"):
        gt.tit_for_tat(three, ("help", "help"), retaliation=("hide", "seek"))


def test_what_is_kind_is_for_the_profile_to_say() -> None:
    """Kindness may have another name for each, and need not be nice.

    Where both begin with cheating, the patient honour once, get 0, and are answered with honour: (0 + 5d)/(1 - d*d) by
    doing so in turn is no more than 1/(1 - d) up to d = 1/4; d*3/(1 - d) by honouring for ever up to 1/3.
    """
    game = gt.RepeatedGame(NUMBERS, discount=delta)
    assert str(gt.tit_for_tat(game, ("cheat", "cheat"))) == "delta <= 1/4"
    named = gt.Game("Named", ["A", "B"], [["arm", "talk"], ["build", "burn"]], {
        ("arm", "build"): (1, 0), ("arm", "burn"): (5, 3), ("talk", "build"): (0, 1), ("talk", "burn"): (3, 5),
    }, outcomes={"peace": [("talk", "burn")]})  # fmt: skip
    peace = gt.tit_for_tat(gt.RepeatedGame(named, discount=delta), "peace")
    # A: reward 3, temptation 5, punishment 1, sucker 0; B is never tempted, and gets less by any unkindness.
    assert str(peace) == "delta >= 2/3"


def test_bad_questions() -> None:
    three = gt.Game("Trio", ["A", "B", "C"], ["x", "y"], {cell: (0, 0, 0) for cell in product("xy", repeat=3)})
    with pytest.raises(gt.ConceptError, match="for two players, each answering the other; Trio has 3"):
        gt.tit_for_tat(gt.RepeatedGame(three, discount=delta), ("x", "x", "x"))
    with pytest.raises(gt.ConceptError, match="tit_for_tat is asked of a repeated game"):
        gt.tit_for_tat(NUMBERS, HONOUR)  # type: ignore[arg-type]
    single = gt.Game("Single", ["A", "B"], [["x"], ["x", "y"]], {("x", "x"): (0, 0), ("x", "y"): (0, 0)})
    with pytest.raises(gt.ConceptError, match="A has the one action x in Single"):
        gt.tit_for_tat(gt.RepeatedGame(single, discount=delta), ("x", "x"))
    game = gt.RepeatedGame(NUMBERS, discount=delta)
    with pytest.raises(gt.ConceptError, match="not with a cycle of 2"):
        gt.tit_for_tat(game, [HONOUR, ("cheat", "cheat")])
    with pytest.raises(gt.GameError, match="not a profile of Alliance"):
        gt.tit_for_tat(game, ("honour", "wait"))
    with pytest.raises(gt.GameError, match="not a path of play"):
        gt.tit_for_tat(game, 3)


# Against enumeration.


def critical(stage: Stage, kind: Cell, unkind: Cell) -> list[list[Fraction]]:
    """Weights at which a player is indifferent to cheating, for ever or in turn, or to being cheated in turn."""

    def edges(player: int) -> list[tuple[Fraction, Fraction]]:
        table, found = stage.table, []
        for action in {cell[player] for cell in table} - {kind[player]}:
            t, r = table[brute.moved(kind, player, action)][player], table[kind][player]
            p, s = (table[brute.moved(unkind, player, mine)][player] for mine in (action, kind[player]))
            found += [(t - r, t - p), (t - r, r - s), (p - s, t - p)]
        return found

    return plans.critical_weights(stage.table, edges)


@pytest.mark.exhaustive
@pytest.mark.parametrize("kind_of_stage", ["dilemma", "2x2", "3x2"])
def test_against_every_stationary_strategy(kind_of_stage: str) -> None:
    counted, told_of = {"Nash": [0, 0], "perfect": [0, 0]}, list[Any]()
    for seed in range(DRAWN):
        rng, edge = random.Random(f"tit for tat {kind_of_stage} {seed}"), list[tuple[Fraction, ...]]()
        if kind_of_stage == "dilemma":
            stage, kind, unkind = plans.drawn_dilemma(rng, loose=seed % 3 == 0), (0, 0), (1, 1)
            if seed % 4 == 1:  # the knife's edge: to help costs a player c and brings the other so much
                (c, d), (x, y) = rng.sample((1, 2, 3), 2), rng.sample((4, 5, 6, 7), 2)
                stage = plans.stage_of(
                    {(0, 0): (x - c, y - d), (0, 1): (-c, y), (1, 0): (x, -d), (1, 1): (0, 0)}, (2, 2)
                )
                edge = [(Fraction(c, x), Fraction(d, y))]
        else:
            shape = (2, 2) if kind_of_stage == "2x2" else (3, 2)
            stage = plans.drawn_stage(rng, shape, most=2 if seed % 2 else 6)
            kind = max(stage.cells, key=lambda cell: sum(stage.table[cell])) if seed % 3 else rng.choice(stage.cells)
            first, second = ([a for a in range(size) if a != own] for size, own in zip(shape, kind, strict=True))
            unkind = (rng.choice(first), rng.choice(second))
        hazardous = seed % 5 == 0
        game = plans.repeated(stage, hazardous)
        asked = {"Nash": False, "perfect": True}
        regions = {
            name: gt.tit_for_tat(game, profile(kind), perfect=perfect, retaliation=profile(unkind))
            for name, perfect in asked.items()
        }
        plan = plans.tit_for_tat(stage.table, kind, unkind)
        for weights in edge + plans.weights_near(rng, critical(stage, kind, unkind), 6):
            point = plans.at(weights, plans.chance_for(rng, weights) if hazardous else Fraction(0))
            nash = plans.is_nash(stage.table, plan, (True, True), weights)
            gaining = plans.one_shot_gainers(stage.table, plan, weights)
            assert regions["Nash"].contains(point) == nash, (str(stage.game), kind, unkind, point)
            assert regions["perfect"].contains(point) == (not gaining), (str(stage.game), kind, unkind, point)
            assert nash or gaining
            counted["Nash"][nash] += 1
            counted["perfect"][not gaining] += 1
            if len(told_of) > seed:
                continue
            told = regions["perfect"].explain(point)
            told_of.append(told)
            assert {(f.incentive.player, f.incentive.outcome, f.incentive.deviation, f.gap) for f in told.failures} == {
                (PLAYERS[player], profile(plan[state][0]), ACTIONS[action], gap)
                for player, state, action, gap in gaining
            }
    assert min(counted["Nash"]) >= 3, counted
    assert min(counted["perfect"]) >= (2 if kind_of_stage == "dilemma" else 0), counted
