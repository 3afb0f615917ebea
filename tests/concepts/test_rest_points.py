"""Rest points of the replicator dynamics: textbook games, and eigenvalues of the whole Jacobian at exact points.

`GAMETHEORY_EXHAUSTIVE=1` asks the same functions about more tables.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy
import pytest

import gametheory as gt
from gametheory.errors import CapacityError, ConceptError
from tests.concepts import evolving
from tests.concepts.evolving import ACTIONS, Payoffs, Shares, free_game, named, supports, symmetric_game

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
TABLES = {2: 256, 3: 1_500} if EXHAUSTIVE else {2: 30, 3: 8}
GENERIC = 600 if EXHAUSTIVE else 5
ALL = ("hawk", "dove", "owl")


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


# Textbook games.


def test_rock_paper_scissors_turns_inward_outward_or_around() -> None:
    """Hofbauer and Sigmund (1998), section 7.7: the interior point attracts exactly if a win exceeds a loss."""
    w, l = gt.Parameter("w", above=0), gt.Parameter("l", above=0)  # noqa: E741
    points = gt.rest_points(symmetric_game([[0, -l, w], [w, 0, -l], [-l, w, 0]]))
    inner = points[ALL]
    assert inner.shares == (Fraction(1, 3),) * 3
    assert proved(inner.region)
    assert proved(gt.exactly(inner.stable, w > l))
    assert proved(gt.exactly(inner.unstable, w < l))
    assert proved(gt.exactly(inner.undecided, gt.equal(w, l)))  # a centre
    assert inner.saddle.is_empty()
    assert all(proved(points[action,].saddle) for action in ALL)
    assert list(points.nonempty()) == [("hawk",), ("dove",), ("owl",), ALL]


def test_zeeman_1980_attracting_though_not_evolutionarily_stable() -> None:
    game = symmetric_game([[0, 6, -4], [-3, 0, 5], [-1, 3, 0]])
    inner = gt.rest_points(game)[ALL]
    assert inner.at({}) == (Fraction(1, 3),) * 3
    assert inner.stable.contains({})
    assert not gt.evolutionarily_stable(game, ALL).contains({})


def test_three_conventions_have_seven_rest_points() -> None:
    """Each action pays 1 against its like and 0 otherwise: sinks at the corners, saddles on the edges, a source."""
    points = gt.rest_points(symmetric_game([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    kinds = {
        support: [kind for kind in ("stable", "saddle", "unstable") if getattr(point, kind).contains({})]
        for support, point in points.items()
    }
    by_size = {1: ["stable"], 2: ["saddle", "unstable"], 3: ["unstable"]}
    assert len(kinds) == 7
    assert all(kind == by_size[len(support)] for support, kind in kinds.items())


def test_hawk_and_dove_with_two_actions() -> None:
    V, C = gt.Parameter("V", above=0), gt.Parameter("C", above=0)
    points = gt.rest_points(symmetric_game([[(V - C) / 2, V], [0, V / 2]]))
    both = points["hawk", "dove"]
    assert (both.shares[0] - V / C).simplify() == 0
    assert proved(gt.exactly(both.region, V < C))
    assert proved(gt.exactly(both.stable, V < C))
    assert proved(gt.exactly(points["hawk",].stable, V > C))
    assert proved(gt.exactly(points["hawk",].undecided, gt.equal(V, C)))
    assert proved(points["dove",].unstable)
    assert both.saddle.is_empty()


def test_where_everything_ties_there_are_infinitely_many() -> None:
    points = gt.rest_points(symmetric_game([[1, 1, 1]] * 3))
    for support, point in points.items():
        assert point.continuum.contains({}) == (len(support) > 1)
        assert point.region.contains({}) == (len(support) == 1)
    assert points["hawk",].undecided.contains({})
    assert list(points.nonempty()) == list(points)


# By brute force.


def jacobian(payoffs: Payoffs, x: Shares) -> list[list[Fraction]]:
    """Derivatives of x_i((Ax)_i - x'Ax) in the first shares; the last one is 1 minus the others."""
    size = len(payoffs)
    gets = [evolving.meets(payoffs, evolving.pure(size, i), x) for i in range(size)]
    gives = [evolving.meets(payoffs, x, evolving.pure(size, i)) for i in range(size)]
    mean = evolving.meets(payoffs, x, x)
    whole = [
        [(i == j) * (gets[i] - mean) + x[i] * (payoffs[i][j] - gets[j] - gives[j]) for j in range(size)]
        for i in range(size)
    ]
    return [[row[j] - row[-1] for j in range(size - 1)] for row in whole[:-1]]


def real_parts(matrix: list[list[Fraction]]) -> set[int]:
    """The signs of the real parts of the eigenvalues of a matrix with at most two rows, exactly."""
    if len(matrix) == 1:
        return {sign(matrix[0][0])}
    (a, b), (c, d) = matrix
    trace, determinant = a + d, a * d - b * c
    if determinant < 0:
        return {-1, 1}
    return {0, sign(trace)} if determinant == 0 else {sign(trace)}


def sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def has_many(payoffs: Payoffs, support: tuple[int, ...]) -> bool:
    """Whether the states with this support in which all get the same are infinitely many.

    They are those of a polytope with all shares above 0: look at its corners, which have few enough shares above 0 that
    the equations determine them.
    """
    first, *others = support
    rows = [[payoffs[i][j] - payoffs[first][j] for j in support] for i in others]
    corners = []
    for some in supports(len(support)):
        for chosen in combinations(rows, len(some) - 1):
            found = evolving.solved([[1] * len(some), *[[row[k] for k in some] for row in chosen]],
                                    [1, *[0] * len(chosen)])  # fmt: skip
            if found is None or min(found) <= 0:
                continue
            full = [dict(zip(some, found, strict=True)).get(k, Fraction(0)) for k in range(len(support))]
            if all(sum(a * x for a, x in zip(row, full, strict=True)) == 0 for row in rows):
                corners.append(tuple(full))
    return len(set(corners)) > 1 and all(any(corner[k] for corner in corners) for k in range(len(support)))


def drawn(size: int) -> list[list[list[int]]]:
    """Tables of small payoffs: where everything ties, where each action does well among its like and badly, and any."""
    rng = random.Random(f"rest points {size}")
    chosen = [[[like * (i == j) for j in range(size)] for i in range(size)] for like in (0, 1, -1)]
    rest = ([[rng.choice((-1, 0, 1)) for _ in range(size)] for _ in range(size)] for _ in range(TABLES[size]))
    return [*chosen, *rest]


@pytest.mark.exhaustive
@pytest.mark.parametrize("size", TABLES)
def test_regions_agree_with_the_eigenvalues_at_ties_too(size: int) -> None:
    game, _ = free_game(size)
    points, met = gt.rest_points(game), set()
    for payoffs in drawn(size):
        at = named(payoffs)
        for support in supports(size):
            point = points[tuple(ACTIONS[i] for i in support)]
            x = evolving.rest_point(payoffs, support)
            assert point.region.contains(at) == (x is not None)
            assert point.continuum.contains(at) == has_many(payoffs, support), (payoffs, support)
            met.add((len(support), "many" if has_many(payoffs, support) else ""))
            parts = real_parts(jacobian(payoffs, x)) if x is not None else set()
            expected = {
                "stable": parts == {-1},
                "unstable": 1 in parts,
                "saddle": {1, -1} <= parts,
                "undecided": 0 in parts and 1 not in parts,
            }
            assert {kind: getattr(point, kind).contains(at) for kind in expected} == expected, (payoffs, support)
            if x is not None:
                assert point.at(at) == x
                met |= {(len(support), kind) for kind, holds in expected.items() if holds}
    assert {(size, "many"), (1, "stable"), (1, "undecided"), (size, "stable"), (size, "unstable")} <= met


@pytest.mark.exhaustive
def test_games_of_numbers_agree_with_numerical_eigenvalues() -> None:
    rng = random.Random("generic")
    for _ in range(GENERIC):
        payoffs = [[rng.randint(-50, 50) for _ in range(3)] for _ in range(3)]
        for support, point in gt.rest_points(symmetric_game(payoffs)).items():
            if not point.region.contains({}):
                continue
            matrix = [[float(value) for value in row] for row in jacobian(payoffs, point.at({}))]
            parts = numpy.linalg.eigvals(matrix).real
            if min(abs(parts)) < 1e-6:
                continue
            assert point.stable.contains({}) == (max(parts) < 0), (payoffs, support)
            assert point.saddle.contains({}) == (min(parts) < 0 < max(parts)), (payoffs, support)
            assert point.unstable.contains({}) == (max(parts) > 0), (payoffs, support)


@pytest.mark.exhaustive
def test_taylor_and_jonker_1978_stable_strategies_attract() -> None:
    """Where linearisation decides, it must say so; a stable strategy that is no such rest point does not exist."""
    game, _ = free_game(3)
    points, strategies = gt.rest_points(game), gt.evolutionarily_stable(game)
    met = set()
    for payoffs in drawn(3):
        at = named(payoffs)
        for support, region in strategies.items():
            if region.contains(at):
                point = points[support]
                assert point.region.contains(at)
                assert point.stable.contains(at) or point.undecided.contains(at)
                met.add((len(support), point.stable.contains(at)))
    assert {(1, True), (3, True)} <= met


def test_with_two_actions_stable_strategies_attract_for_all_payoffs() -> None:
    game, _ = free_game(2)
    points = gt.rest_points(game)
    for support, region in gt.evolutionarily_stable(game).items():
        assert region.implies(points[support].region)
        assert region.implies(~points[support].unstable)
        assert points[support].stable.implies(region)  # with two actions also the converse


# The values.


def test_one_action_rests() -> None:
    (point,) = gt.rest_points(symmetric_game([[1]])).values()
    assert point.at({}) == (1,)
    assert point.region.contains({})
    assert point.stable.contains({})
    kinds = "stable: always; saddle: never; unstable: never; not decided by linearisation: never"
    assert str(point) == f"hawk: always; {kinds}; infinitely many: never"


def test_text_names_every_rest_point() -> None:
    points = gt.rest_points(symmetric_game([[1, 0], [0, 2]]))
    title, *lines = str(points).splitlines()
    assert title == "Rest points of Contest of birds"
    assert [line.split(":")[0].strip() for line in lines] == ["hawk", "dove", "2/3 hawk + 1/3 dove"]
    assert "unstable: always; not decided by linearisation: never" in lines[2]
    assert repr(points) == "<RestPoints: Rest points of Contest of birds, 3 supports>"
    tie = gt.rest_points(symmetric_game([[1, 1], [1, 1]]))["hawk", "dove"]
    assert str(tie) == "(hawk, dove): never; infinitely many: always"
    assert tie.shares == ()


def test_what_is_not_there_is_refused() -> None:
    points = gt.rest_points(symmetric_game([[1, 0], [0, 2]]))
    assert len(points) == 3
    with pytest.raises(KeyError):
        points["dove", "hawk"]
    none = gt.rest_points(symmetric_game([[2, 2], [1, 0]]))["hawk", "dove"]
    with pytest.raises(ConceptError, match=r"not one rest point with the support \(hawk, dove\) there"):
        none.at({})
    with pytest.raises(CapacityError, match=r"at most 3 actions.*replicator_dynamics"):
        gt.rest_points(symmetric_game([[0] * 4] * 4))


def test_an_explanation_speaks_of_eigenvalues() -> None:
    x = gt.Parameter("x")
    stable = gt.rest_points(symmetric_game([[0, 0], [x, 1]]))["hawk",].stable
    assert "what dove would get above the average is negative" in str(stable.explain({"x": 1}))
    w, l = gt.Parameter("w", above=0), gt.Parameter("l", above=0)  # noqa: E741
    inner = gt.rest_points(symmetric_game([[0, -l, w], [w, 0, -l], [-l, w, 0]]))[ALL].stable
    assert "the sum of the two eigenvalues is negative" in str(inner.explain({"w": 1, "l": 2}))
