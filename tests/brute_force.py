"""Games solved by enumeration, for checking the package against: integers in, exact fractions out.

A payoff is a table of integer coefficients, a point is a tuple of fractions, and every deviation is tried. Nothing here
looks at how the package does it; only `package_game` and `symbol` speak to it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import gametheory as gt

Cell = tuple[int, ...]
"""One action number a player."""

Value = dict[tuple[int, ...], int]
"""Coefficients by the parameters multiplied: {(): 1, (0,): -2, (0, 1): 3} is 1 - 2*p0 + 3*p0*p1."""

Table = dict[Cell, tuple[Fraction, ...]]
"""The payoffs of every cell as numbers."""


@dataclass(frozen=True)
class RawGame:
    """Payoffs by cell and player, and which numbers a parameter may take: (low, closed?, high, closed?), None: any."""

    shape: tuple[int, ...]
    values: dict[Cell, tuple[Value, ...]]
    ranges: tuple[tuple[int, bool, int, bool] | None, ...]

    @property
    def cells(self) -> list[Cell]:
        return list(product(*map(range, self.shape)))

    def table(self, point: Sequence[Fraction]) -> Table:
        return {cell: tuple(value_at(value, point) for value in values) for cell, values in self.values.items()}

    def allows(self, point: Sequence[Fraction]) -> bool:
        """Whether a point keeps the bounds of the parameters that some payoff mentions."""
        used = {index for values in self.values.values() for value in values for key in value for index in key}
        return all(inside(point[index], self.ranges[index]) for index in used)


def inside(number: Fraction, interval: tuple[int, bool, int, bool] | None) -> bool:
    if interval is None:
        return True
    low, low_closed, high, high_closed = interval
    return low < number < high or (low_closed and number == low) or (high_closed and number == high)


def value_at(value: Value, point: Sequence[Fraction]) -> Fraction:
    total = Fraction(0)
    for factors, coefficient in value.items():
        term = Fraction(coefficient)
        for index in factors:
            term *= point[index]
        total += term
    return total


# Random games and points.


def random_game(
    rng: random.Random, shape: tuple[int, ...], parameters: int, *, products: float = 0, meeting: int = 0
) -> RawGame:
    """Return a game whose coefficients are so small that ties abound; about half of the parameters are bounded.

    Each payoff has a product of two parameters with the given chance. With `meeting`, so much more is paid wherever
    all players choose the action of the same number.
    """

    def value(cell: Cell) -> Value:
        terms: Value = {(): rng.randint(-1, 2) + meeting * (len(set(cell)) == 1)}
        for index in rng.sample(range(parameters), rng.choice((0, 1, 1, 2))):
            terms[(index,)] = rng.choice((-2, -1, 1, 1))
        if rng.random() < products:
            first, second = sorted(rng.sample(range(parameters), 2))
            terms[(first, second)] = rng.choice((-1, 1, 2))
        return terms

    cells = product(*map(range, shape))
    values = {cell: tuple(value(cell) for _ in shape) for cell in cells}
    ranges = tuple(
        (rng.choice((-2, -1, 0)), rng.random() < 0.5, rng.choice((1, 2, 3)), rng.random() < 0.5)
        if rng.random() < 0.5
        else None
        for _ in range(parameters)
    )
    return RawGame(shape, values, ranges)


def random_point(rng: random.Random, count: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(rng.randint(-8, 8), rng.choice((1, 1, 2, 3, 4))) for _ in range(count))


def boundary_point(rng: random.Random, game: RawGame) -> tuple[Fraction, ...] | None:
    """Return a point at which some player is exactly indifferent between two actions, None if the draw has none.

    Every payoff is linear in each parameter alone, so a gap is `rest + slope*p` once the others have values.
    """
    point = list(random_point(rng, len(game.ranges)))
    for index, interval in enumerate(game.ranges):
        if interval is not None and not inside(point[index], interval):
            low, _, high, _ = interval
            point[index] = low + (high - low) * Fraction(rng.randint(1, 5), 6)
    player = rng.randrange(len(game.shape))
    cell = rng.choice(game.cells)
    other = rng.choice([a for a in range(game.shape[player]) if a != cell[player]])
    here, there = game.values[cell][player], game.values[moved(cell, player, other)][player]
    gap = {key: here.get(key, 0) - there.get(key, 0) for key in {*here, *there}}
    for index in rng.sample(range(len(point)), len(point)):
        rest = value_at({key: c for key, c in gap.items() if index not in key}, point)
        slope = value_at({tuple(i for i in key if i != index): c for key, c in gap.items() if index in key}, point)
        if slope != 0:
            point[index] = -rest / slope
            assert value_at(gap, point) == 0
            return tuple(point)
    return None


def points(rng: random.Random, game: RawGame, count: int) -> list[tuple[Fraction, ...]]:
    """Return points, two of three on an indifference surface where the game has one."""
    drawn: list[tuple[Fraction, ...]] = []
    while len(drawn) < count:
        on_surface = boundary_point(rng, game) if len(drawn) % 3 else None
        drawn.append(on_surface or random_point(rng, len(game.ranges)))
    return drawn


# Concepts, at one point.


def moved(cell: Cell, player: int, action: int) -> Cell:
    return (*cell[:player], action, *cell[player + 1 :])


def rows(table: Table, cell: Cell, player: int) -> list[Cell]:
    """The cells a player can reach alone, its own among them."""
    return [other for other in table if all(other[i] == cell[i] for i in range(len(cell)) if i != player)]


def is_best_reply(table: Table, cell: Cell, player: int, strict: bool = False) -> bool:
    rivals = [table[other][player] for other in rows(table, cell, player) if other != cell]
    return all(table[cell][player] > rival or (not strict and table[cell][player] == rival) for rival in rivals)


def nash_set(table: Table, strict: bool = False) -> frozenset[Cell]:
    return frozenset(
        cell for cell in table if all(is_best_reply(table, cell, player, strict) for player in range(len(cell)))
    )


def gainers(table: Table, cell: Cell, *, ties: bool = False) -> set[tuple[int, int, Fraction]]:
    """Every (player, action, payoff lost by staying) of a single deviation that gains; with ties, or that costs 0."""
    found = set()
    for player in range(len(cell)):
        for other in rows(table, cell, player):
            gap = table[cell][player] - table[other][player]
            if other != cell and (gap < 0 or (ties and gap == 0)):
                found.add((player, other[player], gap))
    return found


def is_dominant(table: Table, cell: Cell, players: Iterable[int], strict: bool) -> bool:
    """Whether each player's action in the cell dominates all its others, whatever the rest do."""
    for player in players:
        for action in {other[player] for other in table} - {cell[player]}:
            mine = [other for other in table if other[player] == cell[player]]
            gains = [table[here][player] - table[moved(here, player, action)][player] for here in mine]
            if min(gains) < 0 or max(gains) <= 0 or (strict and min(gains) == 0):
                return False
    return True


def pareto_dominates(table: Table, better: Cell, worse: Cell, strict: bool) -> bool:
    gains = [a - b for a, b in zip(table[better], table[worse], strict=True)]
    return min(gains) > 0 if strict else min(gains) >= 0 and max(gains) > 0


def is_payoff_dominant(table: Table, cell: Cell) -> bool:
    equilibria = nash_set(table)
    return cell in equilibria and all(
        pareto_dominates(table, cell, other, strict=True) for other in equilibria if other != cell
    )


def trust_needed(table: Table, cell: Cell) -> Fraction | None:
    """Return the sum of the two critical beliefs, None unless the cell and its opposite are strict equilibria (2x2).

    A player's critical belief is the probability of the other's action in the cell at which it is indifferent. The
    cell risk-dominates its opposite if the sum is less than one.
    """
    opposite = (1 - cell[0], 1 - cell[1])
    if not {cell, opposite} <= nash_set(table, strict=True):
        return None
    beliefs = []
    for player in (0, 1):
        lost_here = table[cell][player] - table[moved(cell, player, opposite[player])][player]
        lost_there = table[opposite][player] - table[moved(opposite, player, cell[player])][player]
        beliefs.append(lost_there / (lost_here + lost_there))
    return sum(beliefs, start=Fraction(0))


def is_strong(table: Table, cell: Cell, coalitions: Iterable[Iterable[int]] | None = None) -> bool:
    """Whether no coalition (single players always among them) has a joint move from which all its members gain."""
    count = len(cell)
    groups = [set(group) for size in range(1, count + 1) for group in combinations(range(count), size)]
    if coalitions is not None:
        groups = [*({player} for player in range(count)), *map(set, coalitions)]
    for other in table:
        movers = {player for player in range(count) if other[player] != cell[player]}
        winners = {player for player in range(count) if table[other][player] > table[cell][player]}
        if movers and any(movers <= group <= winners for group in groups):
            return False
    return True


# Repeated games: a linear equation a phase.


def solved(matrix: list[list[Fraction]], right: list[Fraction]) -> list[Fraction]:
    """Solve a square system by Gauss-Jordan elimination."""
    lines = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(lines)
    for column in range(size):
        pivot = next(i for i in range(column, size) if lines[i][column] != 0)
        lines[column], lines[pivot] = lines[pivot], lines[column]
        lines[column] = [entry / lines[column][column] for entry in lines[column]]
        for i in range(size):
            if i != column:
                lines[i] = [a - lines[i][column] * b for a, b in zip(lines[i], lines[column], strict=True)]
    return [line[-1] for line in lines]


def cycle_values(
    table: Table, cycle: Sequence[Cell], player: int, discount: Fraction, hazard: Fraction, outside: Fraction
) -> list[Fraction]:
    """Solve V_k = u_k + discount*((1 - hazard)*V_{k+1} + hazard*outside), the value of each phase of a cycle."""
    size = len(cycle)
    matrix = [[Fraction(0)] * size for _ in cycle]
    for phase in range(size):
        matrix[phase][phase] += 1
        matrix[phase][(phase + 1) % size] -= discount * (1 - hazard)
    return solved(matrix, [table[cell][player] + discount * hazard * outside for cell in cycle])


def grim_gainers(
    table: Table, cycle: Sequence[Cell], threat: Cell, discount: Fraction, hazard: Fraction = Fraction(0)
) -> set[tuple[int, Cell, int, Fraction]]:
    """Every (player, where, action, what staying is worth) of a deviation that gains: on the path, or from the threat.

    What a player has after a break-up is the same whatever it did, so it must not matter; a number is put in.
    """
    outside = Fraction(7, 3)
    found = {(player, threat, action, gap) for player, action, gap in gainers(table, threat)}
    for player in range(len(threat)):
        values = cycle_values(table, cycle, player, discount, hazard, outside)
        (punished,) = cycle_values(table, [threat], player, discount, hazard, outside)
        for cell, value in zip(cycle, values, strict=True):
            for other in rows(table, cell, player):
                after = discount * ((1 - hazard) * punished + hazard * outside)
                gap = value - (table[other][player] + after)
                if other != cell and gap < 0:
                    found.add((player, cell, other[player], gap))
    return found


# The same game, for the package.

PLAYERS = ("A", "B", "C")
ACTIONS = ("x", "y", "z")


def symbol(index: int, interval: tuple[int, bool, int, bool] | None) -> Any:
    if interval is None:
        return gt.Parameter(f"p{index}")
    low, low_closed, high, high_closed = interval
    return gt.Parameter(
        f"p{index}", **{"at_least" if low_closed else "above": low}, **{"at_most" if high_closed else "below": high}
    )


def profile(cell: Cell) -> tuple[str, ...]:
    return tuple(ACTIONS[action] for action in cell)


def package_game(raw: RawGame) -> tuple[Any, tuple[Any, ...]]:
    """Return the package's game and its parameters in order."""
    parameters = tuple(symbol(index, interval) for index, interval in enumerate(raw.ranges))

    def expression(value: Value) -> Any:
        total: Any = Fraction(0)
        for factors, coefficient in value.items():
            term: Any = Fraction(coefficient)
            for index in factors:
                term = term * parameters[index]
            total = total + term
        return total

    game = gt.Game(
        "A drawn game",
        PLAYERS[: len(raw.shape)],
        [ACTIONS[:size] for size in raw.shape],
        {profile(cell): tuple(map(expression, values)) for cell, values in raw.values.items()},
        parameters=parameters,
    )
    return game, parameters
