"""Closed forms of two-player games against the equilibria found at a point, ties and vanishing determinants included.

`GAMETHEORY_EXHAUSTIVE=1` asks the same function at 1,000 points a game.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations, product
from math import prod
from typing import Any

import pytest
from sympy import Rational

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, RawGame, Table

POINTS = 1_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 4
FEW = 1_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 2  # where a point takes a tenth of a second

Strategy = tuple[Fraction, ...]
Used = tuple[int, ...]

pytestmark = pytest.mark.exhaustive
GAMES = [
    *[((2, 2), parameters, seed, POINTS) for parameters in (1, 2, 3) for seed in (1, 2)],
    *[((2, 3), 2, seed, POINTS) for seed in (1, 2)],
    ((3, 2), 3, 1, POINTS),
    ((3, 3), 2, 1, FEW),
    ((3, 3), 3, 2, FEW),
]


@cache
def drawn(shape: tuple[int, int], parameters: int, seed: int, count: int) -> tuple[Any, list[tuple[Any, Table]]]:
    """Draw a game, and points of its premises with the payoffs there."""
    rng = random.Random(f"mixed {shape} {parameters} {seed}")
    raw = brute.random_game(rng, shape, max(2, parameters), products=0.2 * (seed % 2))
    if parameters == 1:
        raw = without_second(raw)
    game, symbols = brute.package_game(raw)
    allowed = (point for point in points(rng, raw) if raw.allows(point))
    chosen = [next(allowed) for _ in range(count)]
    named = [{s: x for s, x in zip(symbols, point, strict=True) if s in game.parameters} for point in chosen]
    return game, list(zip(named, map(raw.table, chosen), strict=True))


def without_second(raw: RawGame) -> RawGame:
    """Drop what the second parameter multiplies."""
    values = {
        cell: tuple({key: c for key, c in one.items() if 1 not in key} for one in own)
        for cell, own in raw.values.items()
    }
    return RawGame(raw.shape, values, raw.ranges[:1])


def points(rng: random.Random, raw: RawGame) -> Iterator[Sequence[Fraction]]:
    """Draw points: anywhere, where two payoffs of a player tie, and where the equations of a support are singular."""
    while True:
        yield brute.random_point(rng, len(raw.ranges))
        yield brute.boundary_point(rng, raw) or brute.random_point(rng, len(raw.ranges))
        yield singular_point(rng, raw) or brute.random_point(rng, len(raw.ranges))


def singular_point(rng: random.Random, raw: RawGame) -> Sequence[Fraction] | None:
    """Look along one parameter for a small rational at which some two-by-two or larger support is undetermined."""
    place, size = rng.randrange(2), rng.randint(2, min(raw.shape))
    own, replies = (tuple(sorted(rng.sample(range(n), size))) for n in (raw.shape[place], raw.shape[1 - place]))
    point, index = list(brute.random_point(rng, len(raw.ranges))), rng.randrange(len(raw.ranges))
    numbers = [Fraction(n, d) for d in (1, 2, 3, 4) for n in range(-8, 9)]
    for point[index] in rng.sample(numbers, len(numbers)):
        if not determined(raw.table(point), place, own, replies):
            return point
    return None


# What the answer must be, from the payoffs at the point and from the corners of the equilibrium set there.


def reply_payoff(table: Table, place: int, action: int, reply: int) -> Fraction:
    """What the other player gets from a reply if the player of this place takes an action."""
    return table[(action, reply) if place == 0 else (reply, action)][1 - place]


def determined(table: Table, place: int, own: Used, replies: Used) -> bool:
    """Whether at most one mixture of the own actions makes the replies equally good: Leibniz' determinant."""
    ties = [
        [reply_payoff(table, place, i, replies[0]) - reply_payoff(table, place, i, j) for i in own] for j in replies[1:]
    ]
    rows = [[Fraction(1)] * len(own), *ties]
    return sum(sign(order) * prod(row[k] for row, k in zip(rows, order, strict=True)) for order in orders(own)) != 0


def orders(own: Used) -> Iterator[Used]:
    return permutations(range(len(own)))


def sign(order: Used) -> int:
    return -1 if sum(a > b for a, b in combinations(order, 2)) % 2 else 1


def best_replies(table: Table, place: int, strategy: Strategy) -> set[int]:
    replies = {cell[1 - place] for cell in table}
    values = {j: sum(x * reply_payoff(table, place, i, j) for i, x in enumerate(strategy)) for j in replies}
    return {j for j in replies if values[j] == max(values.values())}


def used(strategy: Strategy) -> set[int]:
    return {i for i, chance in enumerate(strategy) if chance != 0}


def mixes_exactly(corners: Sequence[Strategy], own: Used) -> bool:
    """Whether some convex combination of the corners uses exactly these actions."""
    return set().union(*(used(corner) for corner in corners if used(corner) <= set(own))) == set(own)


def has_support(found: gt.Equilibria, support: tuple[Used, Used]) -> bool:
    """Whether some equilibrium, extreme or not, has exactly this support."""
    pieces = [piece for component in found.components for piece in component.pieces]
    return any(all(map(mixes_exactly, piece.corners, support)) for piece in pieces)


def spanning(found: gt.Equilibria, table: Table, support: tuple[Used, Used]) -> set[Any]:
    """The extreme equilibria within a support to which all of the support are best replies."""
    mine, theirs = map(set, support)
    return {
        (x, y)
        for x, y in found.extreme
        if used(x) <= mine <= best_replies(table, 1, y) and used(y) <= theirs <= best_replies(table, 0, x)
    }


def numbers(one: Any) -> tuple[Used, Used]:
    return tuple(tuple(ACTIONS.index(action) for action in own) for own in one.support)


def expected_at(one: Any, found: gt.Equilibria, table: Table) -> bool:
    """Whether there is an equilibrium with this support, determined by it or not as the entry says."""
    mine, theirs = numbers(one)
    alone = len(mine) == len(theirs) and determined(table, 0, mine, theirs) and determined(table, 1, theirs, mine)
    return alone != one.degenerate and has_support(found, (mine, theirs))


def value(strategy: Sequence[Any], point: Any) -> Strategy:
    """Substitute numbers with sympy alone."""
    rational = {symbol: Rational(number.numerator, number.denominator) for symbol, number in point.items()}
    return tuple(Fraction(str(chance.subs(rational) if hasattr(chance, "subs") else chance)) for chance in strategy)


def corner_profiles(one: Any, point: Any) -> set[Any]:
    """The profiles of the corners that are corners at the point."""
    return set(product(*([value(c.strategy, point) for c in s if c.region.contains(point)] for s in one.corners)))


# The checks.


@pytest.mark.parametrize(("shape", "parameters", "seed", "count"), GAMES)
def test_closed_forms_are_the_equilibria_at_every_point(
    shape: tuple[int, int], parameters: int, seed: int, count: int
) -> None:
    game, places = drawn(shape, parameters, seed, count)
    everything = gt.mixed(game)
    assert everything.complete
    for point, table in places:
        found, known = gt.equilibria(game.at(point)), set()
        for one in everything:
            expected = expected_at(one, found, table)
            assert one.region.contains(point) == expected, (str(game), str(one), point)
            if expected:
                profiles = corner_profiles(one, point) if one.degenerate else {one.at(point)}
                known |= profiles
                if one.degenerate:
                    assert profiles == spanning(found, table, numbers(one)), (str(game), str(one), point)
                else:
                    assert [tuple(map(used, profile)) for profile in profiles] == [tuple(map(set, numbers(one)))]
        assert known == set(found.extreme), (str(game), point)


def test_the_drawn_points_are_often_degenerate_and_often_not() -> None:
    places = [(game, point) for case in GAMES for game, drawn_points in [drawn(*case)] for point, _ in drawn_points]
    found = [gt.equilibria(game.at(point)) for game, point in places]
    assert len(found) // 5 < sum(one.degenerate for one in found) < len(found) * 4 // 5
    assert sum(not component.is_point for one in found for component in one.components) > len(found) // 10
