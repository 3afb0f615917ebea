"""What survives iterated dominance in random games, against an elimination at one point after another.

The package looks for beliefs that justify an action. Here the dominating mixtures themselves are looked for, by
Fourier-Motzkin elimination over exact fractions.
"""

import os
import random
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import Cell, Table

MORE = 15 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 1
GAMES = {(2, 2): 6 * MORE, (2, 3): 4 * MORE, (3, 3): MORE, (2, 2, 2): 3 * MORE}

Kept = list[list[int]]
Row = tuple[list[Fraction], Fraction, bool]
"""Coefficients and a constant whose sum is at least 0, or (True) above it."""


def solvable(rows: list[Row], unknowns: int) -> bool:
    """Decide linear inequalities by Fourier-Motzkin elimination."""
    if unknowns == 0:
        return all(rest > 0 or (rest == 0 and not strict) for _, rest, strict in rows)
    kept = [row for row in rows if row[0][unknowns - 1] == 0]
    for low in (row for row in rows if row[0][unknowns - 1] > 0):
        for high in (row for row in rows if row[0][unknowns - 1] < 0):
            up, down = low[0][unknowns - 1], -high[0][unknowns - 1]
            line = [down * a + up * c for a, c in zip(low[0], high[0], strict=True)]
            kept.append((line, down * low[1] + up * high[1], low[2] or high[2]))
    return solvable(kept, unknowns - 1)


def mixture_dominates(others: list[list[Fraction]], mine: list[Fraction], weak: bool) -> bool:
    """Whether some mixture of the other actions is better whatever happens, or never worse and once better."""
    count = len(others) - 1  # the last weight is what the others leave of 1
    gains = [[line[i] - value for line in others] for i, value in enumerate(mine)]
    wanted = [(line, not weak) for line in gains]
    if weak:
        wanted.append(([sum(column, Fraction(0)) for column in zip(*gains, strict=True)], True))
    rows: list[Row] = [([gain - line[-1] for gain in line[:-1]], line[-1], strict) for line, strict in wanted]
    rows.append(([Fraction(-1)] * count, Fraction(1), False))
    rows += [([Fraction(i == j) for j in range(count)], Fraction(0), False) for i in range(count)]
    return solvable(rows, count)


def action_dominates(others: list[list[Fraction]], mine: list[Fraction], weak: bool) -> bool:
    """Whether a single one of the other actions is."""
    gains = [[other - value for other, value in zip(line, mine, strict=True)] for line in others]
    return any(min(line) >= 0 and max(line) > 0 if weak else min(line) > 0 for line in gains)


DOMINATES = {"mixed": mixture_dominates, "pure": action_dominates}


def payoffs(table: Table, kept: Kept, player: int, action: int) -> list[Fraction]:
    cells = product(*([action] if i == player else own for i, own in enumerate(kept)))
    return [table[cell][player] for cell in cells]


def dominated(table: Table, kept: Kept, player: int, action: int, weak: bool, by: str) -> bool:
    others = [payoffs(table, kept, player, other) for other in kept[player] if other != action]
    return bool(others) and DOMINATES[by](others, payoffs(table, kept, player, action), weak)


def survivors(table: Table, weak: bool, by: str) -> set[Cell]:
    kept = [sorted({cell[player] for cell in table}) for player in range(len(next(iter(table))))]
    while True:
        fewer = [
            [action for action in own if not dominated(table, kept, player, action, weak, by)]
            for player, own in enumerate(kept)
        ]
        if fewer == kept:
            return set(product(*kept))
        kept = fewer


Drawn = tuple[gt.Game, list[tuple[dict[Any, Fraction], Table]]]


@cache
def drawn(shape: tuple[int, ...]) -> list[Drawn]:
    """Draw games of two parameters, and points of each at many of which somebody is indifferent."""
    return [_drawn(shape, random.Random(f"elimination {shape} {seed}")) for seed in range(GAMES[shape])]


def _drawn(shape: tuple[int, ...], rng: random.Random) -> Drawn:
    raw = brute.random_game(rng, shape, 2)
    game, symbols = brute.package_game(raw)
    halves = [(Fraction(rng.randint(-4, 4), 2), Fraction(rng.randint(-4, 4), 2)) for _ in range(8)]
    points = [point for point in (*brute.points(rng, raw, 6), *halves) if raw.allows(point)]
    return game, [(dict(zip(symbols, point, strict=True)), raw.table(point)) for point in points]


@pytest.mark.parametrize("shape", [(2, 3), (3, 3)], ids=str)
@pytest.mark.parametrize("weak", [False, True], ids=["strict", "weak"])
def test_mixtures_matter_in_the_drawn_games(shape: tuple[int, ...], weak: bool) -> None:
    tables = [table for _, points in drawn(shape) for _, table in points]
    assert any(survivors(table, weak, "mixed") < survivors(table, weak, "pure") for table in tables)


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("shape", "by"),
    [((2, 2), "mixed"), ((2, 2, 2), "mixed"), ((2, 3), "mixed"), ((2, 3), "pure"), ((3, 3), "mixed"), ((3, 3), "pure")],
    ids=str,
)
@pytest.mark.parametrize("weak", [False, True], ids=["strict", "weak"])
def test_regions_agree_with_an_elimination_at_every_point(shape: tuple[int, ...], weak: bool, by: str) -> None:
    concept = gt.iterated_weak_dominance if weak else gt.iterated_strict_dominance
    eliminated = 0
    for game, points in drawn(shape):
        regions = {cell: concept(game, brute.profile(cell), by=by) for cell in chosen(game, shape)}
        for point, table in points:
            expected = survivors(table, weak, by)
            eliminated += len(expected) < len(table)
            for cell, region in regions.items():
                assert region.contains(point) == (cell in expected), (str(game), cell, point)
    assert eliminated >= 2


def chosen(game: Any, shape: tuple[int, ...]) -> list[Cell]:
    """A few cells, the same in every run and others for another game."""
    return random.Random(str(game)).sample(list(product(*map(range, shape))), 2)


def test_mixtures_are_seen_to_dominate_alone_and_to_tie() -> None:
    third, zero, one = [Fraction(1, 3)] * 3, Fraction(0), Fraction(1)
    corners = [[one, zero, zero], [zero, one, zero], [zero, zero, one]]
    for weak in (False, True):
        assert not mixture_dominates(corners, third, weak)
        assert not mixture_dominates(corners[:2], third, weak)
        assert mixture_dominates(corners, [Fraction(1, 4), *third[:2]], weak)
        assert not action_dominates(corners, [zero, zero, Fraction(1, 4)], False)
    assert mixture_dominates([[one, zero, zero], [zero, one, zero]], [zero, Fraction(1, 2), zero], True)
    assert not mixture_dominates([[one, zero, zero], [zero, one, zero]], [zero, Fraction(1, 2), zero], False)


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 3), (3, 3)], ids=str)
def test_every_action_of_an_equilibrium_survives_strict_dominance(shape: tuple[int, ...]) -> None:
    for game, points in drawn(shape):
        regions = {cell: gt.iterated_strict_dominance(game, brute.profile(cell)) for cell in chosen(game, shape)}
        for point, _ in points[:5]:
            for first, second in gt.equilibria(game.at(point)).extreme:
                played = [cell for cell in regions if first[cell[0]] > 0 and second[cell[1]] > 0]
                assert all(regions[cell].contains(point) for cell in played), (str(game), point)
