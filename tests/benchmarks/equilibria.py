"""Exact equilibria of two players against Gambit's exact enumeration, building the game included in both.

CPU time, one solver after the other in a tight loop over the same games. Read the ratios.
"""

from __future__ import annotations

import importlib.util
import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy

import gametheory as gt

SIZES = {2: (300, 5), 3: (120, 3), 5: (15, 1)}
"""For each size how many games, and how many times as fast as Gambit we mean to be."""

REPETITIONS = 5
LETTERS = "abcde"

Matrices = tuple[list[list[int]], list[list[int]]]


def drawn(size: int, number: int) -> list[Matrices]:
    """Draw square games with payoffs from -50 to 50."""
    rng = random.Random(size)
    return [(matrix(rng, size), matrix(rng, size)) for _ in range(number)]


def matrix(rng: random.Random, size: int) -> list[list[int]]:
    return [[rng.randint(-50, 50) for _ in range(size)] for _ in range(size)]


def ours(game: Matrices) -> object:
    """Build and solve a game."""
    first, second = game
    actions = LETTERS[: len(first)]
    cells = {
        (row, column): (first[i][j], second[i][j]) for i, row in enumerate(actions) for j, column in enumerate(actions)
    }
    return gt.equilibria(gt.Game("Drawn", ("R", "C"), tuple(actions), cells))


def gambit(game: Matrices) -> object:
    """Build and solve the same game with Gambit."""
    import pygambit

    built = pygambit.Game.from_arrays(*map(numpy.array, game))
    return pygambit.nash.enummixed_solve(built, rational=True)


def games_a_second(solve: Callable[[Matrices], Any], games: Sequence[Matrices]) -> float:
    """Return the median over some repetitions, after one game that is not counted."""
    solve(games[0])
    taken = []
    for _ in range(REPETITIONS):
        start = time.process_time()
        for game in games:
            solve(game)
        taken.append(time.process_time() - start)
    return len(games) / statistics.median(taken)


def main() -> None:
    """Print the table."""
    peer = importlib.util.find_spec("pygambit") is not None
    if not peer:
        print("equilibria: pygambit is not installed, so there is nothing to compare with")
    for size, (number, target) in SIZES.items():
        games = drawn(size, number)
        here = games_a_second(ours, games)
        line = f"{f'equilibria of {size}x{size}, exact':32} {here:8.0f} games/s"
        if peer:
            there = games_a_second(gambit, games)
            line += f"   Gambit {there:6.0f} games/s   {here / there:5.1f} x (target {target} x)"
        print(line)


if __name__ == "__main__":
    main()
