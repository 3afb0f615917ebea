"""Case distinctions against the equilibria found at a point: within a case, nothing that is said of it changes.

`GAMETHEORY_EXHAUSTIVE=1` asks the same function for more games and points.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from typing import Any

import pytest
from sympy import Rational

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import RawGame

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
POINTS = 250 if EXHAUSTIVE else 8
GAMES = [((2, 2), 1, seed) for seed in range(12 if EXHAUSTIVE else 2)]
GAMES += [((2, 2), 2, seed) for seed in range(4 if EXHAUSTIVE else 1)]
GAMES += [((2, 3), 1, seed) for seed in range(8 if EXHAUSTIVE else 1)]

pytestmark = pytest.mark.exhaustive


def drawn(rng: random.Random, shape: tuple[int, int], parameters: int) -> RawGame:
    raw = brute.random_game(rng, shape, 2)
    values = {
        cell: tuple({key: c for key, c in one.items() if all(i < parameters for i in key)} for one in own)
        for cell, own in raw.values.items()
    }
    return RawGame(raw.shape, values, raw.ranges[:parameters])


def outline(found: gt.Equilibria) -> list[Any]:
    """The supports of the pieces of every component, and how many corners each side has."""
    return sorted(
        sorted((piece.support, tuple(map(len, piece.corners))) for piece in component.pieces)
        for component in found.components
    )


def value(strategy: Any, point: Any) -> tuple[Fraction, ...]:
    rational = {symbol: Rational(x.numerator, x.denominator) for symbol, x in point.items()}
    return tuple(Fraction(str(chance.subs(rational) if hasattr(chance, "subs") else chance)) for chance in strategy)


@pytest.mark.parametrize(("shape", "parameters", "seed"), GAMES)
def test_a_case_is_the_same_at_all_its_points(shape: tuple[int, int], parameters: int, seed: int) -> None:
    rng = random.Random(f"cases {shape} {parameters} {seed}")
    raw = drawn(rng, shape, parameters)
    game, symbols = brute.package_game(raw)
    cases = gt.equilibrium_cases(game)
    visited = set()
    for coordinates in brute.points(rng, raw, 4 * POINTS):
        if raw.allows(coordinates) and len(visited) < POINTS:
            visited.add(coordinates)
            point = {s: x for s, x in zip(symbols, coordinates, strict=True) if s in game.parameters}
            (case,) = (case for case in cases if case.region.contains(point))
            found = gt.equilibria(game.at(point))
            assert outline(found) == outline(case.at_witness), (str(game), str(case), point)
            regular = {one.at(point) for one in case.equilibria if not one.degenerate}
            assert regular <= set(found.extreme)
            strategies = {strategy for profile in found.extreme for strategy in profile}
            assert {value(corner.strategy, point) for corner in case.corners} <= strategies
    assert len(visited) >= 5
