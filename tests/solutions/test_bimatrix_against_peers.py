"""All equilibria of two players against other libraries, where they can be trusted.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import numpy
import pytest

import gametheory as gt
from tests.solutions import polytope_enumeration as brute
from tests.solutions.matrix_game import matrix_game

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMBIT_GAMES = 2000 if EXHAUSTIVE else 60
NASHPY_GAMES = 400 if EXHAUSTIVE else 20
SHAPES = [(2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 3)]
NEAR = 1e-6

pytestmark = pytest.mark.exhaustive


def drawn(most: tuple[int, ...], number: int) -> Iterator[tuple[Any, Any]]:
    """Draw games, their shapes and the size of their payoffs in turn; the same in every run."""
    for seed in range(number):
        rng = random.Random(f"peers {most} {seed}")
        rows, columns = SHAPES[seed % len(SHAPES)]
        limit = most[seed // len(SHAPES) % len(most)]
        yield tuple([[rng.randint(-limit, limit) for _ in range(columns)] for _ in range(rows)] for _ in range(2))


def test_gambit_finds_the_same_extreme_equilibria() -> None:
    """It repeats some of them in degenerate games, and its payoffs have to stay below 2**31."""
    gambit = pytest.importorskip("pygambit")
    for first, second in drawn((2, 50, 10**6), GAMBIT_GAMES):
        peer = gambit.Game.from_arrays(numpy.array(first), numpy.array(second))
        theirs = {
            tuple(tuple(Fraction(str(profile[strategy])) for strategy in player.strategies) for player in peer.players)
            for profile in gambit.nash.enummixed_solve(peer, rational=True).equilibria
        }
        assert set(gt.equilibria(matrix_game(first, second)).extreme) == theirs, (first, second)


def test_nashpy_finds_the_same_equilibria_of_nondegenerate_games() -> None:
    """By vertices: all; by supports, where rounding loses some of its solutions: none but ours."""
    import nashpy

    several = 0
    for first, second in drawn((50,), NASHPY_GAMES):
        if brute.solve(first, second).degenerate:
            continue
        ours = [floats(profile) for profile in gt.equilibria(matrix_game(first, second))]
        peer = nashpy.Game(numpy.array(first), numpy.array(second))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # a parallel face, or "an even number of equilibria"
            by_vertices = [numpy.concatenate(profile) for profile in peer.vertex_enumeration()]
            by_supports = [numpy.concatenate(profile) for profile in peer.support_enumeration()]
        assert len(by_vertices) == len(ours), (first, second)
        assert all(near(one, by_vertices) for one in ours), (first, second)
        assert all(near(one, ours) for one in by_vertices), (first, second)
        assert all(near(one, ours) for one in by_supports), (first, second)
        several += len(ours) > 1
    assert several >= NASHPY_GAMES // 10, "too few games with several equilibria"


def floats(profile: Any) -> Any:
    return numpy.array([float(chance) for strategy in profile for chance in strategy])


def near(one: Any, others: list[Any]) -> bool:
    return any(numpy.abs(one - other).max() < NEAR for other in others)
