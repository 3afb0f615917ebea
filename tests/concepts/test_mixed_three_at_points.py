"""Closed forms of 2x2x2 games against exact elimination at a point, double roots and continua included.

`GAMETHEORY_EXHAUSTIVE=1` asks the same function at 1,000 points a game.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

import gametheory as gt
from tests import brute_force as brute
from tests.brute_force import ACTIONS, Cell, RawGame, Table, Value
from tests.concepts import trio_equilibria as trio
from tests.concepts.trio_equilibria import Found, told_apart

POINTS = 1_000 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 10
CELLS = list(product((0, 1), repeat=3))
SUPPORTS = list(product(((0,), (1,), (0, 1)), repeat=3))

pytestmark = pytest.mark.exhaustive


# Structured games: action 0 is to enter, or to contribute.


def by_rivals(entering: Sequence[Value], staying: Sequence[Value]) -> RawGame:
    """Payoffs from the own action and the number of others that take action 0."""

    def value(cell: Cell, player: int) -> Value:
        rivals = sum(action == 0 for action in cell) - (cell[player] == 0)
        return (entering if cell[player] == 0 else staying)[rivals]

    values = {cell: tuple(value(cell, player) for player in range(3)) for cell in CELLS}
    used = {index for own in values.values() for one in own for key in one for index in key}
    return RawGame((2, 2, 2), values, (None,) * (max(used) + 1))


def threshold() -> RawGame:
    """A benefit p0 if at least two contribute, at a cost p1 each."""
    return by_rivals([{(1,): -1}, {(0,): 1, (1,): -1}, {(0,): 1, (1,): -1}], [{}, {}, {(0,): 1}])


def entry() -> RawGame:
    """Profits p0, p1 and -1 of one, two and three firms in a market; nothing outside."""
    return by_rivals([{(0,): 1}, {(1,): 1}, {(): -1}], [{}, {}, {}])


def unequal_costs() -> RawGame:
    """The threshold game with benefit 4, and costs p0, p1 and 1."""
    costs: list[Value] = [{(0,): -1}, {(1,): -1}, {(): -1}]

    def value(cell: Cell, player: int) -> Value:
        benefit: Value = {(): 4 * (cell.count(0) >= 2)}
        cost = costs[player] if cell[player] == 0 else {}
        return {key: benefit.get(key, 0) + cost.get(key, 0) for key in {*benefit, *cost}}

    return RawGame((2, 2, 2), {cell: tuple(value(cell, i) for i in range(3)) for cell in CELLS}, (None, None))


def chase(step: int) -> RawGame:
    """Each gains by one action or the other depending on one other player alone: p0 and p1 are two of the stakes."""
    stakes: list[tuple[Value, Value]] = [({(): 1}, {(0,): -1}), ({(1,): 1}, {(): -2}), ({(0,): -1}, {(): 3})]

    def value(cell: Cell, player: int) -> Value:
        return stakes[player][cell[(player + step) % 3]] if cell[player] == 0 else {}

    return RawGame((2, 2, 2), {cell: tuple(value(cell, i) for i in range(3)) for cell in CELLS}, (None, None))


def meeting() -> RawGame:
    """Gains y + z - p1, x - z and x*y - p0 by the chances of the others: x(p1 - x) = p0 has a double root at times."""
    gains: list[Callable[[bool, bool], Value]] = [
        lambda y, z: {(): y + z, (1,): -1},
        lambda x, z: {(): x - z},
        lambda x, y: {(): x * y, (0,): -1},
    ]

    def value(cell: Cell, player: int) -> Value:
        rivals = [cell[j] == 0 for j in trio.others(player)]
        return gains[player](*rivals) if cell[player] == 0 else {}

    return RawGame((2, 2, 2), {cell: tuple(value(cell, i) for i in range(3)) for cell in CELLS}, (None, None))


def small(seed: int, one_parameter: bool) -> RawGame:
    """Random small coefficients."""
    raw = brute.random_game(random.Random(f"trio {seed}"), (2, 2, 2), 2)
    if not one_parameter:
        return raw
    values = {
        cell: tuple({key: c for key, c in one.items() if 1 not in key} for one in own)
        for cell, own in raw.values.items()
    }
    return RawGame(raw.shape, values, raw.ranges[:1])


GAMES: dict[str, Callable[[], RawGame]] = {
    "threshold": threshold,
    "entry": entry,
    "unequal costs": unequal_costs,
    "chase": lambda: chase(1),
    "chase back": lambda: chase(2),
    "meeting": meeting,
    "small, two parameters": lambda: small(1, False),
    "small, one parameter": lambda: small(2, True),
}


# Points.


def linear(every: Any, onto: int) -> bool:
    second, first, _ = trio.eliminated(every, onto)
    return second == 0 and first != 0


def double(every: Any, onto: int) -> bool:
    second, first, constant = trio.eliminated(every, onto)
    return second != 0 and first**2 == 4 * second * constant


def nothing(every: Any, onto: int) -> bool:
    return not any(trio.eliminated(every, onto))


def points(rng: random.Random, raw: RawGame) -> Iterator[Sequence[Fraction]]:
    """Draw points: anywhere, at ties, and where the quadratic is linear, has a double root, or vanishes."""
    while True:
        anywhere = brute.random_point(rng, len(raw.ranges))
        yield anywhere
        yield brute.boundary_point(rng, raw) or anywhere
        for kind in (linear, double, nothing):
            yield special_point(rng, raw, kind) or anywhere


def special_point(rng: random.Random, raw: RawGame, kind: Callable[[Any, int], bool]) -> Sequence[Fraction] | None:
    """Look along one parameter for a small rational of the kind."""
    small_numbers = sorted({Fraction(n, d) for d in (1, 2, 3, 4) for n in range(-8, 9)})
    for _ in range(3):
        point, index = list(brute.random_point(rng, len(raw.ranges))), rng.randrange(len(raw.ranges))
        for point[index] in rng.sample(small_numbers, len(small_numbers)):
            if kind(trio.gains(raw.table(point)), 0):
                return point
    return None


@cache
def drawn(name: str, count: int) -> tuple[Any, list[tuple[Any, Table]]]:
    raw = GAMES[name]()
    game, symbols = brute.package_game(raw)
    allowed = (point for point in points(random.Random(name), raw) if raw.allows(point))
    chosen = [next(allowed) for _ in range(count)]
    named = [{s: x for s, x in zip(symbols, point, strict=True) if s in game.parameters} for point in chosen]
    return game, list(zip(named, map(raw.table, chosen), strict=True))


# The checks.


def expected(every: Any, support: tuple[tuple[int, ...], ...]) -> tuple[list[Any], bool]:
    """Return the profiles that a support determines, and whether it has other equilibria."""
    pure = {i: Fraction(1 - own[0]) for i, own in enumerate(support) if len(own) == 1}
    mixing = [i for i in range(3) if i not in pure]
    if not mixing:
        profile = (pure[0], pure[1], pure[2])
        return ([profile] if trio.pure_equilibrium(every, profile) else []), False
    if len(mixing) == 1:
        return [], trio.one_mixes(every, mixing[0], pure)
    found: Found = trio.two_mix(every, (mixing[0], mixing[1]), *pure.values()) if pure else trio.all_mix(every)
    return found.profiles, found.continuum


def chances(profile: Any) -> tuple[Any, ...]:
    """Return what tells the chances of the first actions apart."""
    return tuple(map(key, (strategy[0] for strategy in profile)))


def key(number: Any) -> tuple[Any, ...]:
    if isinstance(number, Fraction):
        return (number,)
    assert number.degree == 2
    constant, first, _ = (Fraction(c, number.coefficients[-1]) for c in number.coefficients)
    return first, constant, number > -first / 2


def support_of(profile: Any, game: gt.Game) -> tuple[tuple[str, ...], ...]:
    pairs = zip(profile, game.actions, strict=True)
    return tuple(tuple(action for chance, action in zip(*pair, strict=True) if chance != 0) for pair in pairs)


def numbers(one: Any) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(ACTIONS.index(action) for action in own) for own in one.support)


@pytest.mark.parametrize("name", GAMES)
def test_closed_forms_are_the_equilibria_at_every_point(name: str) -> None:
    game, places = drawn(name, POINTS)
    everything = gt.mixed(game)
    for point, table in places:
        agree(game, everything, point, table)


def agree(game: gt.Game, everything: Any, point: Any, table: Table) -> None:
    """Compare all entries at a point with elimination, and with the equilibria of the game there."""
    holding = [one for one in everything if one.region.contains(point)]
    given = {one: chances(one.at(point)) for one in holding if one.probabilities}
    assert len(set(given.values())) == len(given), (point, "one profile from two entries")
    every = trio.gains(table)
    for support in SUPPORTS:
        profiles, others = expected(every, support)
        known = {tuple(map(told_apart, profile)) for profile in profiles}
        check([one for one in holding if numbers(one) == support], given, known, others, point)
    compare(gt.equilibria(game.at(point)), holding, set(given.values()), point)


def check(holding: Sequence[Any], given: dict[Any, Any], known: set[Any], others: bool, point: Any) -> None:
    """Compare the entries of one support that hold at a point with the equilibria found by elimination."""
    profiles = {given[one] for one in holding if one in given}
    rest = [one for one in holding if one not in given]
    assert others or profiles <= known, (point, "an entry gives a profile that is no equilibrium")
    assert profiles >= known or rest, (point, "an equilibrium is missing")
    assert not others or rest, (point, "a continuum is missing")
    if all(one.certain for one in rest):
        assert bool(rest) == others, (point, "there is no such degenerate equilibrium")


def compare(found: gt.Equilibria, holding: Sequence[Any], given: set[Any], point: Any) -> None:
    """Compare with the equilibria of the game at the point."""
    known = {chances(profile): support_of(profile, found.game) for profile in found.extreme}
    assert found.complete, point
    assert given <= set(known), point
    free = {one.support for one in holding if not one.probabilities}
    assert {support for profile, support in known.items() if profile not in given} <= free, point
    assert {piece.support for one in found.components for piece in one.pieces if not piece.is_point} <= free, point


@pytest.mark.parametrize("values", [(-1, 0, 1), (-1, 1, 1)])
def test_games_of_very_small_numbers(values: tuple[int, ...]) -> None:
    # Gains that vanish together, flat lines and continua abound.
    rng = random.Random(f"tiny {values}")
    for _ in range(POINTS):
        paid = {cell: tuple(Fraction(rng.choice(values) * (cell[i] == 0)) for i in range(3)) for cell in CELLS}
        raw = RawGame((2, 2, 2), {cell: tuple({(): int(x)} for x in own) for cell, own in paid.items()}, ())
        game, _ = brute.package_game(raw)
        agree(game, gt.mixed(game), {}, paid)


def test_the_drawn_points_have_roots_of_every_kind() -> None:
    kinds = {linear: 0, double: 0, nothing: 0}
    continua = irrational = 0
    for name in GAMES:
        for _, table in drawn(name, POINTS)[1]:
            every = trio.gains(table)
            for kind in kinds:
                kinds[kind] += kind(every, 0)
            found = trio.all_mix(every)
            continua += found.continuum
            irrational += any(len(told_apart(x)) == 3 for profile in found.profiles for x in profile)
    assert min(kinds.values()) >= 2
    assert continua >= 2
    assert irrational >= 2


def test_elimination_gives_the_same_whoever_is_kept() -> None:
    for name in GAMES:
        for _, table in drawn(name, POINTS)[1]:
            every = trio.gains(table)
            kept = [trio.all_mix(every, onto) for onto in range(3)]
            assert len({bool(one) for one in kept}) == 1
            if not any(one.continuum for one in kept):
                profiles = [{tuple(map(told_apart, profile)) for profile in one.profiles} for one in kept]
                assert profiles[0] == profiles[1] == profiles[2]
            for i, j in combinations(range(3), 2):
                assert trio.two_mix(every, (i, j), Fraction(0)) == trio.two_mix(every, (j, i), Fraction(0))
