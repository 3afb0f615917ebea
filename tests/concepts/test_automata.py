"""Plans as automata: by hand, as instances of the named ones, and drawn ones against linear equations.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import pickle
import random
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests.brute_force import profile
from tests.concepts import remembered_plans as plans

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWN = 300 if EXHAUSTIVE else 8  # games of each shape; 5 points each

delta = gt.Parameter("delta", at_least=0, below=1)
HONOUR, CHEAT = ("honour", "honour"), ("cheat", "cheat")
CELLS = {HONOUR: (3, 3), ("honour", "cheat"): (0, 5), ("cheat", "honour"): (5, 0), CHEAT: (1, 1)}
GAME = gt.RepeatedGame(gt.Game("Alliance", ("China", "Russia"), ("honour", "cheat"), CELLS), discount=delta)


def trusting(state: str, played: Any) -> str:
    return "trust" if state == "trust" and played == HONOUR else "anger"


def test_the_named_plans_are_instances() -> None:
    plays: dict[str, Any] = {"trust": HONOUR, "anger": CHEAT}
    grim = gt.automaton(GAME, plays, trusting)
    assert grim.equivalent(gt.grim_trigger(GAME, HONOUR))
    moves = {(state, played): trusting(state, played) for state in plays for played in CELLS}
    table = gt.automaton(GAME, plays, moves)
    assert str(table) == "delta >= 1/2"
    assert str(pickle.loads(pickle.dumps(grim))) == "delta >= 1/2"
    told = str(grim.explain({delta: 0}))
    assert "China gains 2 by moving from (honour, honour) in the state trust to cheat" in told


def test_only_states_that_some_past_leads_to_count_from_a_start() -> None:
    plays: dict[str, Any] = {"anger": CHEAT, "trust": HONOUR}
    assert gt.automaton(GAME, plays, trusting, start="anger").is_everywhere()
    assert str(gt.automaton(GAME, plays, trusting, start="trust")) == "delta >= 1/2"


def test_bad_automata() -> None:
    plays: dict[str, Any] = {"trust": HONOUR, "anger": CHEAT}
    with pytest.raises(gt.ConceptError, match="automaton is asked of a repeated game"):
        gt.automaton(GAME.stage, plays, trusting)  # type: ignore[arg-type]
    with pytest.raises(gt.ConceptError, match="no states"):
        gt.automaton(GAME, {}, trusting)
    with pytest.raises(gt.ConceptError, match="'joy' is no state of the automaton; its states are trust, anger"):
        gt.automaton(GAME, plays, trusting, start="joy")
    with pytest.raises(gt.ConceptError, match=r"from trust after \(honour, honour\) leads to 'joy', which is no state"):
        gt.automaton(GAME, plays, lambda state, played: "joy")
    with pytest.raises(gt.ConceptError, match=r"from trust after \(honour, cheat\) is missing"):
        gt.automaton(GAME, plays, {("trust", HONOUR): "trust"})
    with pytest.raises(gt.GameError, match="not a profile of Alliance"):
        gt.automaton(GAME, {"trust": ("honour", "wait")}, trusting)


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2), (3, 2), (2, 2, 2)])
def test_drawn_automata_against_linear_equations(shape: tuple[int, ...]) -> None:
    counted = [0, 0]
    for seed in range(DRAWN):
        rng = random.Random(f"automata {shape} {seed}")
        stage = plans.drawn_stage(rng, shape, most=0 if seed % 4 == 0 else 4)
        best = sorted(stage.cells, key=lambda cell: min(stage.table[cell]))[-2:]
        names = ["one", "two", "three", "four"][: rng.randint(1, 4)]
        plan: plans.Plan = {
            name: (rng.choice(best), {cell: rng.choice(names) for cell in stage.cells}) for name in names
        }
        cells = {profile(cell): cell for cell in stage.cells}
        hazardous, start = seed % 5 == 0, rng.choice((None, names[0]))
        region = gt.automaton(
            plans.repeated(stage, hazardous),
            {name: profile(cell) for name, (cell, _) in plan.items()},
            {(name, each): plan[name][1][cell] for name in names for each, cell in cells.items()},
            start,
        )
        reached = set(names) if start is None else {start}
        for _ in names:
            reached |= {state for name in reached for state in plan[name][1].values()}
        for weights in plans.weights_near(rng, [[] for _ in shape], 5):
            point = plans.at(weights, plans.chance_for(rng, weights) if hazardous else Fraction(0))
            gaining = [gain for gain in plans.one_shot_gainers(stage.table, plan, weights) if gain[1] in reached]
            assert region.contains(point) == (not gaining), (str(stage.game), plan, start, point)
            counted[not gaining] += 1
    assert min(counted) >= 3, counted
