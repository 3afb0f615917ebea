"""Drawn points, checked with fractions alone against what was assumed of them."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from gametheory.testing.ground import make_sampler, read_ground
from gametheory.testing.numbers_drawn import Scale
from tests.testing.draws import draws, numbers, smallest

T, R, P, S = gt.parameters("T R P S")
a, b, c, d = gt.parameters("a b c d")
x, y, z = gt.parameters("x y z")
delta = gt.Parameter("delta", above=0, below=1)
share = gt.Parameter("share", at_least=0, at_most=1)
THIN = (a > 0, b > a, c > b, d > c, 1000 * (b - a) < 1, c < 2 * b, d > c + a, a + d < 3 * c)


def is_thin(n: Any) -> bool:
    return (
        0 < n.a < n.b < n.c < n.d
        and n.b - n.a < Fraction(1, 1000)
        and n.c < 2 * n.b
        and n.d > n.c + n.a
        and n.a + n.d < 3 * n.c
    )


SETS: dict[str, tuple[Any, Callable[[Any], bool]]] = {
    "a chain": (gt.descending(T, R, P, S), lambda n: n.T > n.R > n.P > n.S),
    "a weak chain": ((T >= R, R >= P, P >= S), lambda n: n.T >= n.R >= n.P >= n.S),
    "a join": ((a > b, a > c, d >= a, c > 0), lambda n: n.a > n.b and n.a > n.c > 0 and n.d >= n.a),
    "a dilemma worth keeping": (
        (*gt.descending(T, R, P, S), 2 * R > T + S),
        lambda n: n.T > n.R > n.P > n.S and 2 * n.R > n.T + n.S,
    ),
    "equations": (
        (gt.equal(x + 2 * y, 3), gt.equal(z, 2 * x), x > y),
        lambda n: n.x + 2 * n.y == 3 and n.z == 2 * n.x and n.x > n.y,
    ),
    "one point": ((x >= 2, x <= 2), lambda n: n.x == 2),
    "bounds": ((share, delta), lambda n: 0 <= n.share <= 1 and 0 < n.delta < 1),
    "budgets": ((a >= 0, b >= 0, a + b <= share), lambda n: n.a >= 0 and n.b >= 0 and n.a + n.b <= n.share <= 1),
    "a thin set": (THIN, is_thin),
    "a discount factor": (
        (*gt.descending(T, R, P), delta >= (T - R) / (T - P)),
        lambda n: n.T > n.R > n.P and 0 < n.delta < 1 and n.delta >= (n.T - n.R) / (n.T - n.P),
    ),
    "an open sign": ((x * y > 1, z > x), lambda n: n.x * n.y > 1 and n.z > n.x),
    "an open sign and an equation": ((gt.equal(x * y, z), z >= 0), lambda n: n.x * n.y == n.z >= 0),
    "alternatives": (((x > 1) | (y > 1), x + y < 1), lambda n: (n.x > 1 or n.y > 1) and n.x + n.y < 1),
    "inequality": ((~gt.equal(x, y), x >= 0, x <= 1, y >= 0, y <= 1), lambda n: n.x != n.y and 0 <= n.x <= 1),
    "a quotient": ((1 / x < y,), lambda n: n.x != 0 and 1 / n.x < n.y),
    "a disc": ((x**2 + y**2 < 1,), lambda n: n.x**2 + n.y**2 < 1),
    "a circle line": ((x**2 < 2, x > 0), lambda n: n.x > 0 and n.x**2 < 2),
    "two roots": ((gt.equal(x**2, 4),), lambda n: n.x in (2, -2)),
    "cubes": ((x**3 >= 8, x * x <= 9), lambda n: n.x**3 >= 8 and n.x**2 <= 9),
    "a product and a sum": ((x * y > 1, x + y < 3, x > 0), lambda n: n.x * n.y > 1 and n.x + n.y < 3 and n.x > 0),
}


@pytest.mark.parametrize("name", SETS)
def test_every_point_satisfies_what_was_assumed(name: str) -> None:
    given, holds = SETS[name]
    points = draws(gt.testing.params(given), 15)
    assert points
    assert all(holds(numbers(point)) for point in points)


LINEAR = ("a chain", "a weak chain", "a join", "a dilemma worth keeping", "equations", "bounds", "a thin set")


@pytest.mark.no_cover
@pytest.mark.parametrize("name", [*LINEAR, "a discount factor", "an open sign", "alternatives", "a quotient"])
def test_no_draw_is_rejected_where_something_is_linear(name: str) -> None:
    ground = read_ground(SETS[name][0])
    sampler = make_sampler(ground, Scale())
    assert sampler.complete
    assert sampler.measured(ground.premises.all, seed=1).rate == 1


@pytest.mark.no_cover
@pytest.mark.parametrize("given", [gt.descending(T, R, P, S), THIN])
def test_a_hundred_draws_of_a_chain_and_of_a_thin_set(given: Any) -> None:
    points = draws(gt.testing.params(given), 100)
    assert len(points) == 100
    assert len(set(points)) >= 40


def test_ends_neighbours_whole_and_large_numbers_come_up() -> None:
    values = [numbers(point) for point in draws(gt.testing.params((share, x >= 1, y)), 200)]
    shares = [n.share for n in values]
    assert shares.count(0) >= 3 and shares.count(1) >= 3
    assert any(0 < value < Fraction(1, 9) for value in shares)
    assert any(Fraction(8, 9) < value < 1 for value in shares)
    assert any(1 < n.x < Fraction(11, 10) for n in values) and any(n.x == 1 for n in values)
    assert sum(n.y.denominator == 1 for n in values) > 50 and sum(n.y.denominator > 1 for n in values) > 10
    assert any(abs(n.y) > 1000 for n in values)
    assert all(n.y.denominator <= 12 for n in values)


def test_the_scale_is_kept_where_there_is_room() -> None:
    values = [numbers(p).y for p in draws(gt.testing.params(y, max_denominator=2, magnitude=3), 100)]
    assert {value.denominator for value in values} <= {1, 2}
    assert max(map(abs, values)) <= 3000


def test_both_branches_of_an_alternative_come_up() -> None:
    values = [numbers(p) for p in draws(gt.testing.params(SETS["alternatives"][0]), 40)]
    assert any(n.x > 1 for n in values) and any(n.y > 1 for n in values)


SMALLEST = [
    (gt.descending(T, R, P, S), lambda n: True, {"T": 3, "R": 2, "P": 1, "S": 0}),
    (gt.descending(T, R, P, S), lambda n: 2 * n.R < n.T + n.S, {"T": 5, "R": 2, "P": 1, "S": 0}),
    (gt.descending(T, R, P, S), lambda n: n.T.denominator > 1, {"T": Fraction(5, 2), "R": 2, "P": 1, "S": 0}),
    ((delta,), lambda n: True, {"delta": Fraction(1, 2)}),
    ((share,), lambda n: True, {"share": 0}),
    ((x > 3, x < 4), lambda n: True, {"x": Fraction(7, 2)}),
    ((x < -3, x > -4), lambda n: True, {"x": Fraction(-7, 2)}),
    ((x < -3,), lambda n: True, {"x": -4}),
]


@pytest.mark.no_cover
@pytest.mark.parametrize(("given", "wanted", "expected"), SMALLEST)
def test_examples_shrink_to_small_numbers(
    given: Any, wanted: Callable[[Any], bool], expected: dict[str, Fraction]
) -> None:
    found = smallest(gt.testing.params(given), lambda point: wanted(numbers(point)))
    assert found.named == expected


# What may be given.

DILEMMA = gt.Game(
    "Dilemma",
    ("China", "Russia"),
    ("honour", "cheat"),
    {
        ("honour", "honour"): (R, R),
        ("honour", "cheat"): (S, T),
        ("cheat", "honour"): (T, S),
        ("cheat", "cheat"): (P, P),
    },
    assuming=gt.descending(T, R, P, S),
)


def test_a_game_takes_its_points() -> None:
    for point in draws(gt.testing.params(DILEMMA, also=(T < 4,)), 10):
        n = numbers(point)
        assert 4 > n.T > n.R > n.P > n.S
        assert DILEMMA.at(point).payoff("China", ("cheat", "honour")) == n.T


def test_other_forms_take_their_points() -> None:
    tree = gt.Tree("Choice", ["A"], gt.Move("A", {"stay": gt.End([x]), "go": gt.End([1])}), assuming=(x > 2,))
    repeated = gt.RepeatedGame(DILEMMA, discount=delta)
    coalitions = gt.CoalitionGame("Pair", ("A", "B"), value={("A",): 0, ("B",): 0, ("A", "B"): x}, assuming=(x > 2,))
    assert all(numbers(point).x > 2 for game in (tree, coalitions) for point in draws(gt.testing.params(game), 5))
    for point in draws(gt.testing.params(repeated), 5):
        n = numbers(point)
        assert 0 < n.delta < 1 and n.T > n.R > n.P > n.S


def test_a_region_draws_from_itself() -> None:
    region = gt.when(T + S > 2 * R, assuming=gt.descending(T, R, P, S))
    for point in draws(gt.testing.params(region), 20):
        n = numbers(point)
        assert n.T > n.R > n.P > n.S and n.T + n.S > 2 * n.R
        assert region.contains(point)


def test_premises_parameters_and_nothing() -> None:
    assert all(numbers(p).T > numbers(p).R for p in draws(gt.testing.params(gt.premises(T > R)), 5))
    assert all(set(p.named) == {"x", "share"} for p in draws(gt.testing.params((x, share)), 5))
    assert set(draws(gt.testing.params(()), 3)) == {gt.Point(())}
    numeric = gt.Game("One", ["A"], ["stay"], {("stay",): (1,)})
    assert set(draws(gt.testing.params(numeric), 3)) == {gt.Point(())}


def test_a_failing_test_prints_the_game() -> None:
    from hypothesis import given, settings

    @settings(database=None, derandomize=True, deadline=None)
    @given(gt.testing.params(DILEMMA))
    def fails(point: Any) -> None:
        assert point[T] < 3

    with pytest.raises(AssertionError) as caught:
        fails()
    said = "\n".join(caught.value.__notes__)
    assert "to paste: game.at(P=1, R=2, S=0, T=3)" in said
    assert "from (honour, honour): China gains 1 by cheat; Russia gains 1 by cheat" in said
