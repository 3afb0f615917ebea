"""Logit equilibria in plain Python: closed forms, bisection and sums over all profiles; and games to ask them of."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import gametheory as gt

Profile = tuple[tuple[float, ...], ...]


def bimatrix(rows: list[list[Any]], columns: list[list[Any]], name: str = "Bimatrix") -> gt.Game:
    """A game of A, who has the rows, and B."""
    actions = [f"r{i}" for i in range(len(rows))], [f"c{j}" for j in range(len(rows[0]))]
    cells = {(r, c): (rows[i][j], columns[i][j]) for i, r in enumerate(actions[0]) for j, c in enumerate(actions[1])}
    return gt.Game(name, ["A", "B"], actions, cells)


def coordination(worth: Any) -> gt.Game:
    return bimatrix([[worth, 0], [0, worth]], [[worth, 0], [0, worth]], "Meeting")


PENNIES = bimatrix([[9, 0], [0, 1]], [[0, 1], [1, 0]], "Pennies")


CHICKEN = bimatrix([[0, -1], [1, -10]], [[0, 1], [-1, -10]], "Chicken")


DILEMMA = bimatrix([[3, 0], [5, 1]], [[3, 5], [0, 1]], "Dilemma")


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))


def bisect(value: Callable[[float], float], low: float, high: float) -> float:
    sign = value(low) > 0
    assert (value(high) > 0) != sign
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (middle, high) if (value(middle) > 0) == sign else (low, middle)
    return middle


def summit(value: Callable[[float], float], low: float, high: float) -> float:
    while high - low > 1e-8:
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (a, high) if value(a) < value(b) else (low, b)
    return value(low)


def residual(game: gt.Game, lam: float, profile: Profile) -> float:
    """The distance from the logit response, by summing over all profiles of the game."""
    worst = 0.0
    for i, actions in enumerate(game.actions):
        utilities = [0.0] * len(actions)
        for chosen in itertools.product(*(range(len(own)) for own in game.actions)):
            chance = math.prod(profile[k][a] for k, a in enumerate(chosen) if k != i)
            cell = game.payoffs[tuple(game.actions[k][a] for k, a in enumerate(chosen))]
            utilities[chosen[i]] += chance * float(cell[i])
        weights = [math.exp(lam * (u - max(utilities))) for u in utilities]
        worst = max(worst, *(abs(w / sum(weights) - p) for w, p in zip(weights, profile[i], strict=True)))
    return worst


def pennies_at(lam: float) -> Profile:
    """The logit equilibrium of PENNIES: it is the only one, as one player's reply rises and the other's falls."""

    def reply(p: float) -> float:
        return logistic(lam * ((1 - p) - p))

    p = bisect(lambda p: p - logistic(lam * (9 * reply(p) - (1 - reply(p)))), 0, 1)
    return (p, 1 - p), (reply(p), 1 - reply(p))


def close(one: Profile, other: Profile, tolerance: float = 1e-9) -> bool:
    pairs = zip(itertools.chain(*one), itertools.chain(*other), strict=True)
    return all(abs(a - b) <= tolerance for a, b in pairs)
