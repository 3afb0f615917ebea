"""Drawn games of many players: no profitable deviation, an odd number, none missing.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.solutions.equilibrium_set import Component, Equilibria, Piece
from gametheory.solutions.many_players.every_equilibrium import equilibria_of_many
from gametheory.solutions.two_players.every_equilibrium import equilibria_of_two
from tests.solutions.profile_checks import gains, is_equilibrium

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 2600 if EXHAUSTIVE else 60  # twice: small payoffs and large ones
FEWER = 100 if EXHAUSTIVE else 1  # of each larger shape
FEW = 300 if EXHAUSTIVE else 6  # with a grid of profiles tried

PLAYERS = ("Ann", "Bob", "Cleo", "Dora")


def drawn(shape: Sequence[int], largest: int, number: int, what: str = "") -> Iterator[gt.Game]:
    """Draw games with whole payoffs, the same in every run."""
    actions = [["a", "b", "c"][:size] for size in shape]
    for seed in range(number):
        rng = random.Random(f"{what} {shape} {largest} {seed}")
        cells = {cell: [rng.randint(-largest, largest) for _ in shape] for cell in product(*actions)}
        yield gt.Game(f"Drawn {seed}", PLAYERS[: len(shape)], actions, cells)


def claims_hold(found: Equilibria) -> None:
    """Check what is claimed of any game: equilibria indeed; if regular, an odd number of isolated ones."""
    assert all(is_equilibrium(found.game, profile) for profile in found.extreme), str(found)
    assert len(set(found.extreme)) == len(found.extreme)
    for component in found.components:
        for piece in component.pieces:
            assert is_equilibrium(found.game, piece.sample), str(found)
            assert all(is_equilibrium(found.game, corners) for corners in product(*piece.corners) if corners)
    if found.complete and not found.degenerate:
        assert all(component.is_point for component in found.components)
        assert len(found.extreme) == len(found.components)
        assert len(found.extreme) % 2 == 1, str(found)


@pytest.mark.exhaustive
@pytest.mark.parametrize("largest", [2, 50])
def test_two_by_two_by_two(largest: int) -> None:
    regular = several = irrational = 0
    for game in drawn((2, 2, 2), largest, GAMES):
        found = equilibria_of_many(game)
        claims_hold(found)
        assert found.complete, str(found)
        if not found.degenerate:
            assert len(found) <= 9
            missing = not_matched(game, found)
            assert missing == [], (str(game), str(found), missing)
            regular += 1
            several += len(found) > 1
            irrational += any(not isinstance(p, Fraction) for profile in found for own in profile for p in own)
    assert regular >= GAMES // 6
    assert several >= GAMES // 40
    assert largest == 2 or irrational >= GAMES // 30


def not_matched(game: gt.Game, found: Equilibria) -> list[Any]:
    """Return what of the equilibria found with floats is not among those found, or the other way round."""
    mine = [tuple(float(own[0]) for own in profile) for profile in found]
    theirs = by_hand(game)
    near = [[max(abs(a - b) for a, b in zip(m, t, strict=True)) < 1e-6 for t in theirs] for m in mine]
    lonely = [m for m, row in zip(mine, near, strict=True) if not any(row)]
    return lonely + [t for i, t in enumerate(theirs) if not any(row[i] for row in near)]


def by_hand(game: gt.Game) -> list[tuple[float, ...]]:
    """Return the equilibria of a regular 2x2x2 game: pure, two mixing against a pure third, and all three mixing."""

    def gain(player: int, chances: dict[int, Any]) -> Any:
        """What the first action gains if the others play their first ones with these probabilities."""
        total = 0
        for cell in product((0, 1), repeat=3):
            weight = 1 if cell[player] == 0 else -1
            for other, p in chances.items():
                weight = weight * (p if cell[other] == 0 else 1 - p)
            total += weight * game.payoffs[tuple("ab"[k] for k in cell)][player]
        return total

    found: list[dict[int, Any]] = []
    for pure in product((1, 0), repeat=3):
        chances = dict(enumerate(pure))
        if all(gain(i, without(chances, i)) * (1 if chances[i] else -1) > 0 for i in range(3)):
            found.append(chances)
    for third, own in product(range(3), (1, 0)):
        i, j = (k for k in range(3) if k != third)
        # With the third player fixed, each gain is linear in the other's probability.
        ends_i = [gain(i, {j: p, third: own}) for p in (0, 1)]
        ends_j = [gain(j, {i: p, third: own}) for p in (0, 1)]
        if ends_i[0] * ends_i[1] < 0 and ends_j[0] * ends_j[1] < 0:
            mixing = {j: Fraction(ends_i[0], ends_i[0] - ends_i[1]), i: Fraction(ends_j[0], ends_j[0] - ends_j[1])}
            if gain(third, mixing) * (1 if own else -1) > 0:
                found.append({**mixing, third: own})
    # An equation that falls into factors may leave open what it is solved for: start from each player in turn.
    for root, second, third in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
        found += all_mixing(gain, root, second, third)
    profiles: list[tuple[float, ...]] = []
    for chances in found:
        profile = tuple(float(chances[i]) for i in range(3))
        if all(max(abs(a - b) for a, b in zip(profile, other, strict=True)) > 1e-6 for other in profiles):
            profiles.append(profile)
    return profiles


def without(chances: dict[int, Any], player: int) -> dict[int, Any]:
    return {other: p for other, p in chances.items() if other != player}


def all_mixing(gain: Any, root: int, second: int, third: int) -> Iterator[dict[int, Any]]:
    """Yield where all mix: two from the indifference of each other at x; the root's, cleared, is quadratic in x."""
    corners = [gain(root, {second: p, third: q}) for p, q in ((1, 1), (1, 0), (0, 1), (0, 0))]

    def at(x: Any) -> tuple[Any, ...]:
        y = [gain(third, {root: x, second: p}) for p in (0, 1)]
        z = [gain(second, {root: x, third: p}) for p in (0, 1)]
        ny, my, nz, mz = y[0], -y[1], z[0], -z[1]  # y = ny / (ny + my), and 1 - y = my / (ny + my)
        value = sum(c * p for c, p in zip(corners, (ny * nz, ny * mz, my * nz, my * mz), strict=True))
        return value, ny, ny + my, nz, nz + mz

    c, one, two = (at(Fraction(x))[0] for x in (0, 1, 2))
    a, b = (two - 2 * one + c) / 2, (4 * one - 3 * c - two) / 2
    roots: list[Any] = [-c / b] if not a and b else []
    if a and (inside := b * b - 4 * a * c) > 0:
        roots = [(float(-b) + side * float(inside) ** 0.5) / float(2 * a) for side in (-1, 1)]
    for x in roots:
        _, ny, dy, nz, dz = at(x)
        if 0 < x < 1 and abs(dy) > 1e-9 and abs(dz) > 1e-9 and 0 < ny / dy < 1 and 0 < nz / dz < 1:
            yield {root: x, second: ny / dy, third: nz / dz}


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2, 3), (3, 2, 2), (2, 2, 2, 2), (3, 3, 2)], ids=str)
def test_larger_shapes(shape: tuple[int, ...]) -> None:
    for largest in (2, 50):
        for game in drawn(shape, largest, FEWER):
            found = equilibria_of_many(game)
            claims_hold(found)
            assert found.complete or found.unresolved


@pytest.mark.exhaustive
@pytest.mark.parametrize(("shape", "largest"), [((2, 2), 1), ((2, 3), 1), ((3, 3), 1), ((3, 3), 3)], ids=str)
def test_two_players_have_the_maximal_pieces_of_their_best_reply_polytopes(
    shape: tuple[int, ...], largest: int
) -> None:
    # Another algorithm altogether: support by support here, corner by corner there.
    for game in drawn(shape, largest, FEW):
        mine, theirs = equilibria_of_many(game), equilibria_of_two(game)
        assert mine.complete
        assert mine.degenerate == theirs.degenerate
        assert set(map(_spanned, mine.components)) == set(map(_spanned, theirs.components)), str(game)


def _spanned(component: Component) -> frozenset[Any]:
    return frozenset(tuple(map(frozenset, piece.corners)) for piece in component.pieces)


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", [(2, 2, 2), (2, 2, 3)], ids=str)
def test_every_equilibrium_on_a_grid_is_in_one_component(shape: tuple[int, ...]) -> None:
    continua = 0
    steps = 4 if len(shape) == max(shape) + 1 else 3
    lattice = {size: [p for p in product(range(steps + 1), repeat=size) if sum(p) == steps] for size in set(shape)}
    for game in drawn(shape, 1, FEW, "grid"):
        found = equilibria_of_many(game)
        continua += any(not component.is_point for component in found.components)
        for chosen in product(*(lattice[size] for size in shape)):
            profile = [tuple(Fraction(k, steps) for k in own) for own in chosen]
            holding = [i for i, c in enumerate(found.components) if any(_holds(game, p, profile) for p in c.pieces)]
            assert len(holding) == is_equilibrium(game, profile) or not found.complete, (str(game), profile, str(found))
    assert continua >= FEW // 3


def _holds(game: gt.Game, piece: Piece, profile: Sequence[Sequence[Fraction]]) -> bool:
    """Read a piece as a user would: convex combinations of corners, or its support and conditions."""
    if piece.corners:
        return all(_within(side, own) for side, own in zip(piece.corners, profile, strict=True))
    used = tuple(
        tuple(action for action, p in zip(actions, own, strict=True) if p)
        for actions, own in zip(game.actions, profile, strict=True)
    )
    return used == piece.support and all(_true(game, condition, profile) for condition in piece.conditions)


def _true(game: gt.Game, condition: str, profile: Sequence[Sequence[Fraction]]) -> bool:
    names: dict[str, Any] = {"Fraction": Fraction}
    text = re.sub(r"\b(\d+)\b(?!\))", r"Fraction(\1)", condition.replace(" = ", " == "))
    for i, player in enumerate(game.players):
        for k, action in enumerate(game.actions[i]):
            names[f"p{i}{k}"] = profile[i][k]
            text = text.replace(f"p({player}: {action})", f"p{i}{k}")
    return bool(eval(text, names))


def _within(corners: Sequence[Sequence[Any]], own: Sequence[Fraction]) -> bool:
    """Say whether a strategy is a convex combination: Caratheodory, so of three corners at most."""
    if len(own) == 2:
        return min(c[0] for c in corners) <= own[0] <= max(c[0] for c in corners)
    return any(_in_triangle(a, b, c, own) for a in corners for b in corners for c in corners)


def _in_triangle(a: Any, b: Any, c: Any, p: Any) -> bool:
    def side(u: Any, v: Any, w: Any) -> Any:
        return (v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0])

    turns = [side(a, b, p), side(b, c, p), side(c, a, p)]
    if any(turns):
        return min(turns) >= 0 or max(turns) <= 0 if side(a, b, c) else False
    return all(min(u[i] for u in (a, b, c)) <= p[i] <= max(u[i] for u in (a, b, c)) for i in range(3))


def test_solutions_that_are_no_profile_of_probabilities_are_dropped() -> None:
    """On a circle of two players each, in a matrix of eigenvectors, and where an action left out would pay more."""
    (game,) = drawn((2, 2, 3), 50, 1)
    found = equilibria_of_many(game)
    claims_hold(found)
    assert found.complete and not found.degenerate


def test_the_checks_see_a_wrong_answer() -> None:
    (game,) = drawn((2, 2, 2), 50, 1)
    found = equilibria_of_many(game)
    half = [(Fraction(1, 2),) * 2] * 3
    assert not is_equilibrium(game, half)
    assert any(gain > 0 for own in gains(game, half) for gain in own)
    assert not_matched(game, found) == []
    short = Equilibria(game, found.extreme[1:], found.components, found.method, True, True, False)
    assert len(not_matched(game, short)) == 1
