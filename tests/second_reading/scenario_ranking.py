"""Which scenario comes about at each level of the parameters, and how much weight a prior gives to each scenario.

A part of the second reading of scenarios, where what differed from the model is told.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from random import Random

F = Fraction


def strong(levels: int, worth: Callable[[int, int], Fraction]) -> set[int]:
    """List the outcomes of strong equilibria when the level is the lower of the two choices (a zero for nobody)."""
    found = set()
    for mine in product(range(levels), repeat=2):
        now = min(mine)
        moves = [((x, mine[1]), (0,)) for x in range(levels)] + [((mine[0], x), (1,)) for x in range(levels)]
        moves += [(both, (0, 1)) for both in product(range(levels), repeat=2)]
        if not any(all(worth(i, min(to)) > worth(i, now) for i in who) for to, who in moves):
            found.add(now)
    return found


# --- kuliani-scenario-ranking: a point is a prior, weights on the levels of every parameter ---------------------------

NET = (F(-1), F(0), F(1))  # below, at and above the switch
SCENES = ("confrontation", "alliance", "convergence", "status quo", "tension")


def draw_prior(rng: Random) -> list[tuple[int, ...]]:
    """Weights for: probe net of war, alliance net of C and of R, weight of high effort, trend under low effort."""
    return [tuple(rng.choice((1, 2, 5, 12)) for _ in NET) for _ in range(5)]


def scene(probe: Fraction, gains: tuple[Fraction, Fraction], effort: Fraction, trend: Fraction) -> str:
    if probe > 0:
        return "confrontation"
    if strong(2, lambda i, level: gains[i] * level) == {1}:
        return "alliance"
    if effort > 0:
        return "convergence"
    return "tension" if trend < 0 else "status quo"


CELLS = [
    (levels, scene(NET[levels[0]], (NET[levels[1]], NET[levels[2]]), NET[levels[3]], NET[levels[4]]))
    for levels in product(range(3), repeat=5)
]


def volumes(prior: list[tuple[int, ...]]) -> dict[str, int]:
    found = dict.fromkeys(SCENES, 0)
    for levels, name in CELLS:
        weight = 1
        for n, level in enumerate(levels):
            weight *= prior[n][level]
        found[name] += weight
    return found


def ranked(prior: list[tuple[int, ...]]) -> bool:
    v = volumes(prior)
    return v["status quo"] == max(v.values()) and v["convergence"] > max(v["alliance"], v["confrontation"]) > 0
