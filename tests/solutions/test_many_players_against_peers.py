"""Games of three players against pygambit's enumeration by polynomial systems, where it is installed.

Its profiles are floats, and some are no equilibria. Newton's method on the equations of a profile's support tells
those that are near an equilibrium; each of these must be among ours.
"""

from __future__ import annotations

import os
import random
from itertools import product
from typing import Any

import numpy
import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
GAMES = 1_000 if EXHAUSTIVE else 20
ACTIONS = ("first", "second")
PROFILES = list(product(ACTIONS, repeat=3))

pytestmark = pytest.mark.exhaustive


def gains(game: Any, chances: numpy.ndarray) -> numpy.ndarray:
    """What every player gains from the first action rather than the second, the others' chances of the first given."""
    found = numpy.zeros(3)
    for profile in PROFILES:
        place = [own == "first" for own in profile]
        for player in range(3):
            weight = numpy.prod([chances[i] if place[i] else 1 - chances[i] for i in range(3) if i != player])
            payoff = int(game.payoffs[profile][player])
            found[player] += weight * payoff * (1 if place[player] else -1)
    return found


def refined(game: Any, chances: numpy.ndarray) -> numpy.ndarray | None:
    """The equilibrium with the support of a profile that Newton's method leads to, None if it leads to none."""
    chances = numpy.where(chances < 1e-4, 0.0, numpy.where(chances > 1 - 1e-4, 1.0, chances))
    mixing = [i for i in range(3) if 0 < chances[i] < 1]
    for _ in range(50):
        here = gains(game, chances)
        slopes = numpy.zeros((3, 3))
        for j in mixing:
            moved = chances.copy()
            moved[j] += 1  # the gains are linear in each chance
            slopes[:, j] = gains(game, moved) - here
        step = numpy.linalg.lstsq(slopes[numpy.ix_(mixing, mixing)], -here[mixing], rcond=None)[0] if mixing else []
        for j, size in zip(mixing, step, strict=True):
            chances[j] += size
    here, small = gains(game, chances), 1e-9
    inside = all(0 < chances[j] < 1 and abs(here[j]) < small for j in mixing)
    content = all(here[i] > -small if chances[i] == 1 else here[i] < small for i in range(3) if i not in mixing)
    return chances if inside and content else None


def among(found: Any, near: numpy.ndarray) -> bool:
    """Whether a profile is one of ours."""
    ours = [[float(strategy[0]) for strategy in profile] for profile in found.extreme]
    return any(numpy.allclose(near, one, atol=1e-7) for one in ours)


@pytest.mark.parametrize("largest", [50, 1000])  # Gambit does not always come back from a game with ties
def test_what_gambit_finds_and_is_an_equilibrium_is_among_ours(largest: int) -> None:
    gambit = pytest.importorskip("pygambit")
    rng, confirmed = random.Random(largest), 0
    for _ in range(GAMES):
        cells = {profile: tuple(rng.randint(-largest, largest) for _ in range(3)) for profile in PROFILES}
        found = gt.equilibria(gt.Game("Drawn", ("A", "B", "C"), ACTIONS, cells))
        assert found.complete, found
        tables = numpy.array([[cells[p][i] for p in PROFILES] for i in range(3)]).reshape(3, 2, 2, 2)
        peer = gambit.Game.from_arrays(*tables)
        for profile in gambit.nash.enumpoly_solve(peer).equilibria:
            theirs = numpy.array([float(profile[next(iter(player.strategies))]) for player in peer.players])
            near = refined(found.game, theirs)
            if near is not None:
                confirmed += 1
                assert among(found, near), (cells, near)
    assert confirmed >= GAMES // 2
