"""Plans with finitely many states for a repeated game, checked by solving linear equations: numbers in, numbers out.

Nothing here looks at how the package does it. A plan is a dictionary from a state to what is played in it and where
play goes after each profile; a value is a solution of V(s) = u(s) + w*V(next(s)), by elimination.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, PLAYERS, Cell, Table, profile

Plan = dict[Any, tuple[Cell, dict[Cell, Any]]]
"""By state: the profile played there, and the next state after every profile."""

Gain = tuple[int, Any, int, Fraction]
"""Who gains, in which state, by which action, and what staying is worth (negative)."""


def worth(table: Table, plan: Plan, player: int, weight: Fraction, choose: dict[Any, int] | None = None) -> Any:
    """What each state is worth to a player who plays one action a state, the plan's own unless chosen."""
    states = list(plan)
    matrix, right = [], []
    for row, state in enumerate(states):
        cell, after = plan[state]
        if choose is not None:
            cell = brute.moved(cell, player, choose[state])
        line = [Fraction(int(column == row)) for column in range(len(states))]
        line[states.index(after[cell])] -= weight
        matrix.append(line)
        right.append(table[cell][player])
    return dict(zip(states, brute.solved(matrix, right), strict=True))


def one_shot_gainers(table: Table, plan: Plan, weights: Sequence[Fraction]) -> set[Gain]:
    """Every single deviation that gains, in every state."""
    found = set()
    for player, weight in enumerate(weights):
        values = worth(table, plan, player, weight)
        for state, (cell, after) in plan.items():
            for other in brute.rows(table, cell, player):
                gap = values[state] - table[other][player] - weight * values[after[other]]
                if gap < 0:
                    found.add((player, state, other[player], gap))
    return found


def is_nash(table: Table, plan: Plan, start: Any, weights: Sequence[Fraction]) -> bool:
    """Whether nobody gains by any strategy: some stationary one is best, and every stationary one is tried."""
    for player, weight in enumerate(weights):
        actions = sorted({cell[player] for cell in table})
        kept = worth(table, plan, player, weight)[start]
        for policy in product(actions, repeat=len(plan)):
            chosen = dict(zip(plan, policy, strict=True))
            if worth(table, plan, player, weight, chosen)[start] > kept:
                return False
    return True


def tit_for_tat(table: Table, kind: Cell, unkind: Cell) -> Plan:
    """The four states: whether the first player is about to be kind, and the second."""

    def answer(cell: Cell) -> tuple[bool, bool]:
        return cell[1] == kind[1], cell[0] == kind[0]

    return {
        (first, second): (
            (kind[0] if first else unkind[0], kind[1] if second else unkind[1]),
            {cell: answer(cell) for cell in table},
        )
        for first, second in product((True, False), repeat=2)
    }


def punishing(table: Table, path: Sequence[Cell], threat: Cell, periods: int) -> Plan:
    """The path, and so many periods of the threat after a deviation by one player; then the path anew."""

    def after(cell: Cell, kept: Any) -> dict[Cell, Any]:
        return {other: kept if _apart(cell, other) != 1 else ("threat", 1) for other in table}

    plan: Plan = {}
    for phase, cell in enumerate(path):
        plan["path", phase] = (cell, after(cell, ("path", (phase + 1) % len(path))))
    for period in range(1, periods + 1):
        kept = ("threat", period + 1) if period < periods else ("path", 0)
        plan["threat", period] = (threat, after(threat, kept))
    return plan


def _apart(cell: Cell, other: Cell) -> int:
    return sum(one != two for one, two in zip(cell, other, strict=True))


# Drawn stage games.


@dataclass(frozen=True)
class Stage:
    """Payoffs as numbers, and the package's version of the game."""

    table: Table
    game: Any

    @property
    def cells(self) -> list[Cell]:
        return sorted(self.table)


def drawn_stage(rng: random.Random, shape: tuple[int, ...], most: int = 4) -> Stage:
    """Draw a game of small whole numbers: ties, dominated actions and players whom nothing concerns are common."""
    raw = {cell: tuple(rng.randint(-1, most) for _ in shape) for cell in product(*map(range, shape))}
    return stage_of(raw, shape)


def drawn_dilemma(rng: random.Random, loose: bool) -> Stage:
    """Draw a game with T >= R >= P >= S for both players, or nearly: 0 is to cooperate."""
    orders = [sorted((rng.randint(0, 9) for _ in range(4)), reverse=True) for _ in range(2)]
    if loose:
        for order in orders:
            order[rng.randrange(4)] += rng.choice((-1, 1))
    (t, r, p, s), (u, v, q, w) = orders
    return stage_of({(0, 0): (r, v), (0, 1): (s, u), (1, 0): (t, w), (1, 1): (p, q)}, (2, 2))


def stage_of(raw: dict[Cell, tuple[int, ...]], shape: tuple[int, ...]) -> Stage:
    game = gt.Game(
        "A drawn stage",
        PLAYERS[: len(shape)],
        [ACTIONS[:size] for size in shape],
        {profile(cell): values for cell, values in raw.items()},
    )
    return Stage({cell: tuple(map(Fraction, values)) for cell, values in raw.items()}, game)


def with_a_threat(rng: random.Random, shape: tuple[int, ...], anything: bool) -> tuple[Stage, list[Cell], Cell]:
    """Draw a stage with an equilibrium and the profiles that all like better; or with any threat and any profiles."""
    while True:
        stage = drawn_stage(rng, shape)
        threat = rng.choice(stage.cells if anything else sorted(brute.nash_set(stage.table)) or [stage.cells[0]])
        nicer = [c for c in stage.cells if anything or brute.pareto_dominates(stage.table, c, threat, strict=True)]
        if nicer:
            return stage, nicer, threat


# Repeated with a discount factor for each player and a hazard for all, as parameters.

discounts = tuple(gt.Parameter(f"d_{player}", at_least=0, below=1) for player in PLAYERS)
hazard = gt.Parameter("h", at_least=0, below=1)


def repeated(stage: Stage, hazardous: bool) -> Any:
    own = dict(zip(stage.game.players, discounts, strict=False))
    return gt.RepeatedGame(stage.game, discount=own, breakup=hazard if hazardous else 0)


def at(weights: Sequence[Fraction], chance: Fraction = Fraction(0)) -> dict[Any, Fraction]:
    """The point at which the players weigh the future so, if the hazard leaves room for it."""
    point = {d: weight / (1 - chance) for d, weight in zip(discounts, weights, strict=False)}
    return {**point, hazard: chance}


def chance_for(rng: random.Random, weights: Sequence[Fraction]) -> Fraction:
    """A hazard with which discount factors below one give these weights."""
    return rng.choice([Fraction(0), (1 - max(weights)) / rng.choice((2, 3))])


def critical_weights(table: Table, edge: Callable[[int], list[tuple[Fraction, Fraction]]]) -> list[list[Fraction]]:
    """By player the quotients in (0, 1): weights at which the player is just indifferent."""
    players = len(next(iter(table)))
    return [[a / b for a, b in edge(player) if b != 0 and 0 < a / b < 1] for player in range(players)]


def weights_near(rng: random.Random, edges: Sequence[Sequence[Fraction]], count: int) -> list[tuple[Fraction, ...]]:
    """Weights, half of them on an edge, the others beside one or anywhere."""

    def one(own: Sequence[Fraction]) -> Fraction:
        anywhere = Fraction(rng.randint(0, 19), 20)
        if not own or rng.random() < 0.3:
            return anywhere
        edge = rng.choice(own)
        return rng.choice((edge, edge, edge * Fraction(19, 20), (1 + 9 * edge) / 10))

    return [tuple(one(own) for own in edges) for _ in range(count)]
