"""All equilibria of two players against an enumeration of every basis, and what a change of the game does to them.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions for many more games.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from tests.solutions import polytope_enumeration as brute
from tests.solutions.matrix_game import matrix_game

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
SHAPES = [(1, 3), (4, 1), (2, 2), (2, 3), (3, 2), (2, 4), (4, 2), (3, 3), (3, 4), (4, 3), (4, 4)]
SMALL, LARGE = 2, 50  # payoffs from -2 to 2 tie all the time, payoffs from -50 to 50 hardly ever
CROWDED = [(3, 5), (5, 3), (4, 5), (5, 4), (5, 5)]  # with payoffs from -1 to 1: many best replies meet in one strategy
GAMES = 1120 if EXHAUSTIVE else 3  # for each shape and each range of payoffs
CROWDED_GAMES = 250 if EXHAUSTIVE else 2
CHANGED = 300 if EXHAUSTIVE else 3
CONVEX = 3  # convex combinations tried for each piece

Matrix = list[list[int]]
Matrices = tuple[Matrix, Matrix]

pytestmark = pytest.mark.exhaustive
each_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape[0]}x{shape[1]}")
each_range = pytest.mark.parametrize("most", [SMALL, LARGE], ids=["tied", "generic"])


def drawn(shape: tuple[int, int], most: int, number: int, what: str = "") -> Iterator[tuple[random.Random, Matrices]]:
    """Draw games with payoffs from -most to most; the same in every run."""
    for seed in range(number):
        rng = random.Random(f"{what} {shape} {most} {seed}")
        first, second = ([[rng.randint(-most, most) for _ in range(shape[1])] for _ in range(shape[0])] for _ in "12")
        yield rng, (first, second)


def extreme(first: Any, second: Any) -> set[Any]:
    """Return the package's extreme equilibria, after checking that none comes twice."""
    found = gt.equilibria(matrix_game(first, second)).extreme
    assert len(set(found)) == len(found), (first, second)
    return set(found)


def sides(piece: Any) -> tuple[frozenset[Any], frozenset[Any]]:
    rows, columns = map(frozenset, piece.corners)
    assert [len(rows), len(columns)] == list(map(len, piece.corners)), "a corner comes twice"
    return rows, columns


@each_shape
@each_range
def test_equilibria_agree_with_the_enumeration_of_every_basis(shape: tuple[int, int], most: int) -> None:
    for rng, game in drawn(shape, most, GAMES):
        compare(rng, game)


@pytest.mark.parametrize("shape", CROWDED, ids=lambda shape: f"{shape[0]}x{shape[1]}")
def test_equilibria_agree_where_many_best_replies_meet(shape: tuple[int, int]) -> None:
    for rng, game in drawn(shape, 1, CROWDED_GAMES):
        compare(rng, game)


def compare(rng: random.Random, game: Matrices) -> None:
    found, expected = gt.equilibria(matrix_game(*game)), brute.solve(*game)
    assert found.exact is True and found.complete is True and found.unresolved == (), game
    assert len(set(found.extreme)) == len(found.extreme), game
    assert set(found.extreme) == expected.extreme, game
    assert all(type(chance) is Fraction for profile in found for side in profile for chance in side), game
    assert found.degenerate is expected.degenerate, game
    compare_pieces(found, expected, game)
    compare_components(found, expected, game)
    for component in found.components:
        for piece in component.pieces:
            check_piece(rng, piece, game)


def compare_pieces(found: Any, expected: brute.Solved, game: Matrices) -> None:
    pieces = [sides(piece) for component in found.components for piece in component.pieces]
    assert len(set(pieces)) == len(pieces), game
    assert set(pieces) == expected.pieces, game


def compare_components(found: Any, expected: brute.Solved, game: Matrices) -> None:
    """Every extreme equilibrium is in exactly one component, and these are the components."""
    components = [
        frozenset(profile for piece in component.pieces for profile in product(*piece.corners))
        for component in found.components
    ]
    assert len(set(components)) == len(components), game
    assert set(components) == expected.components, game
    for profile in found.extreme:
        assert sum(profile in component for component in components) == 1, game
    for component, profiles in zip(found.components, components, strict=True):
        assert component.is_point == (len(profiles) == 1), game


def check_piece(rng: random.Random, piece: Any, game: Matrices) -> None:
    """Every mixture of corners is an equilibrium, and the support and the sample are those of the piece."""
    for _ in range(CONVEX):
        profile = tuple(mixture(rng, corners) for corners in piece.corners)
        assert brute.is_equilibrium(*game, profile), (game, profile)
    assert brute.is_equilibrium(*game, piece.sample), game
    for letter, corners, support in zip("rc", piece.corners, piece.support, strict=True):
        used = {f"{letter}{k + 1}" for corner in corners for k, chance in enumerate(corner) if chance > 0}
        assert support == tuple(sorted(used)), game


def mixture(rng: random.Random, corners: Any) -> tuple[Fraction, ...]:
    weights = [rng.randint(1, 7) for _ in corners]
    rows = [[weight * chance for chance in corner] for weight, corner in zip(weights, corners, strict=True)]
    return tuple(sum(column, Fraction(0)) / sum(weights) for column in zip(*rows, strict=True))


def test_the_drawn_games_have_continua_and_components_of_several_pieces() -> None:
    solved = [brute.solve(*game) for shape in [(2, 2), (2, 3), (3, 3)] for _, game in drawn(shape, SMALL, 10)]
    assert sum(one.degenerate for one in solved) >= 10
    assert sum(len(one.pieces) > len(one.components) for one in solved) >= 3
    assert sum(len(one.extreme) > len(one.pieces) for one in solved) >= 5


# What a change of the game does to its equilibria.


@each_shape
@each_range
def test_payoffs_in_another_unit_change_nothing(shape: tuple[int, int], most: int) -> None:
    for rng, (first, second) in drawn(shape, most, CHANGED, "unit"):
        scale, shift = Fraction(rng.randint(1, 9), rng.randint(1, 9)), Fraction(rng.randint(-99, 99), 7)
        changed = [[scale * value + shift for value in line] for line in first]
        assert extreme(changed, second) == extreme(first, second), (first, second, scale, shift)


@each_shape
@each_range
def test_a_bonus_for_what_the_other_does_changes_nothing(shape: tuple[int, int], most: int) -> None:
    for rng, (first, second) in drawn(shape, most, CHANGED, "bonus"):
        by_column, by_row = ([rng.randint(-(10**9), 10**9) for _ in range(size)] for size in (shape[1], shape[0]))
        one = [[value + by_column[j] for j, value in enumerate(line)] for line in first]
        two = [[value + by_row[i] for value in line] for i, line in enumerate(second)]
        assert extreme(one, two) == extreme(first, second), (first, second, by_column, by_row)


@each_shape
@each_range
def test_new_names_give_the_equilibria_new_names(shape: tuple[int, int], most: int) -> None:
    for rng, (first, second) in drawn(shape, most, CHANGED, "names"):
        rows, columns = (rng.sample(range(size), size) for size in shape)
        changed = [[[matrix[i][j] for j in columns] for i in rows] for matrix in (first, second)]
        renamed = {(tuple(x[i] for i in rows), tuple(y[j] for j in columns)) for x, y in extreme(first, second)}
        assert extreme(*changed) == renamed, (first, second, rows, columns)


@each_shape
@each_range
def test_players_who_change_places_take_their_strategies_along(shape: tuple[int, int], most: int) -> None:
    for _, (first, second) in drawn(shape, most, CHANGED, "places"):
        changed = extreme(brute.transposed(second), brute.transposed(first))
        assert changed == {(y, x) for x, y in extreme(first, second)}, (first, second)


@each_shape
@each_range
def test_a_copy_of_an_action_shares_its_probability(shape: tuple[int, int], most: int) -> None:
    """The new extreme equilibria are the old ones with all of the action's probability on either copy."""
    for rng, (first, second) in drawn(shape, most, CHANGED, "copy"):
        copied, place = rng.randrange(shape[0]), rng.randint(0, shape[0])
        found = gt.equilibria(matrix_game(*(put(matrix, place, matrix[copied]) for matrix in (first, second))))
        expected, shared = set(), False
        for x, y in extreme(first, second):
            moved = [Fraction(0) if i == copied else chance for i, chance in enumerate(x)]
            expected |= {(tuple(put(x, place, Fraction(0))), y), (tuple(put(moved, place, x[copied])), y)}
            shared = shared or x[copied] > 0
        assert set(found.extreme) == expected, (first, second, copied, place)
        if shared:
            assert found.degenerate and any(not component.is_point for component in found.components)


@each_shape
@each_range
def test_an_action_that_a_mixture_strictly_dominates_changes_nothing(shape: tuple[int, int], most: int) -> None:
    for rng, (first, second) in drawn(shape, most, CHANGED, "dominated"):
        place, better = rng.randint(0, shape[0]), rng.choices(range(shape[0]), k=2)
        worse = [Fraction(first[better[0]][j] + first[better[1]][j] - rng.randint(1, 2), 2) for j in range(shape[1])]
        anything = [rng.randint(-most, most) for _ in worse]
        found = gt.equilibria(matrix_game(put(first, place, worse), put(second, place, anything)))
        before = gt.equilibria(matrix_game(first, second))
        assert set(found.extreme) == {(tuple(put(x, place, Fraction(0))), y) for x, y in before}, (first, second, worse)
        assert found.degenerate is before.degenerate
        assert len(found.components) == len(before.components)


def put(things: Sequence[Any], place: int, thing: Any) -> list[Any]:
    return [*things[:place], thing, *things[place:]]
