"""All logit equilibria of a 2x2 game at one lambda: at most three, each bracketed where it must be."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from gametheory.numeric.logit_equations import LogitEquations, Vector
from gametheory.numeric.logit_path import correct

ONE = "the reply to the reply rises less than one for one, so it has one fixed point"
THREE = (
    "the slope of the reply to the reply rises once and falls once (its Schwarzian derivative is negative), so it has "
    "at most one fixed point in each of the three stretches between the two places where the slope is 1"
)
TANGENT = "lambda is, to within rounding, one at which equilibria meet: there may be two more or two fewer"


def logit_two_by_two(equations: LogitEquations, lam: float) -> tuple[list[Vector], str, bool]:
    """Return the points of the logit equilibria at a scaled lambda, why these are all, and whether that is certain.

    The unknown x is the logarithm of the first player's odds of its second action, and its reply y the second
    player's; x is an equilibrium if it is the reply to its reply.
    """
    first, second = lam * equations.gains[0][1], lam * equations.gains[1][:, 1]
    rise, counter_rise = float(first[1] - first[0]), float(second[1] - second[0])

    def reply(x: float) -> float:
        return float(second[0]) + counter_rise * _logistic(x)

    def excess(x: float) -> float:
        return x - float(first[0]) - rise * _logistic(reply(x))

    low, high = float(min(first)) - 1.0, float(max(first)) + 1.0
    flat = _places_of_slope_one(rise, counter_rise, reply)
    ends = [min(low, *flat, low), *flat, max(high, *flat, high)]
    roots = [
        _crossing(excess, left, right) for left, right in pairwise(ends) if (excess(left) < 0) != (excess(right) < 0)
    ]
    sure = all(abs(excess(x)) > 1e-12 * (1.0 + lam) for x in flat)
    points = [_polished(equations, _point(x, reply(x), lam)) for x in roots]
    return points, (THREE if flat else ONE) if sure else TANGENT, sure


def _places_of_slope_one(rise: float, counter_rise: float, reply: Callable[[float], float]) -> list[float]:
    """Return where the reply to the reply rises one for one: nowhere, or on both sides of where it is steepest."""
    if rise * counter_rise <= 1.0:  # the slope is at most a sixteenth of this product
        return []

    def log_slope(x: float) -> float:
        return math.log(rise * counter_rise) + _log_bell(x) + _log_bell(reply(x))

    def flattening(x: float) -> float:
        return math.tanh(x / 2) + math.tanh(reply(x) / 2) * counter_rise * math.exp(_log_bell(x))

    far = 2.0 + math.log1p(abs(counter_rise))  # further out the first term of flattening outweighs the second
    steepest = _crossing(flattening, -far, far)
    if log_slope(steepest) <= 1e-12:
        return []
    far = 2.0 + abs(steepest) + math.log(rise * counter_rise)  # where the slope is below one
    return [_crossing(log_slope, -far, steepest), _crossing(log_slope, steepest, far)]


def _crossing(value: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function crosses zero, by bisection to the last bit."""
    below = value(low) < 0
    while low < (middle := low + (high - low) / 2) < high and abs(high - low) > 1e-15:
        low, high = (middle, high) if (value(middle) < 0) == below else (low, middle)
    return middle


def _logistic(x: float) -> float:
    return math.exp(-float(np.logaddexp(0.0, -x)))


def _log_bell(x: float) -> float:
    """Return the logarithm of the slope of the logistic function."""
    return -abs(x) - 2.0 * math.log1p(math.exp(-abs(x)))


def _point(x: float, y: float, lam: float) -> Vector:
    odds = np.array([x, -x, y, -y])
    return np.append(-np.logaddexp(0.0, odds), lam)


def _polished(equations: LogitEquations, point: Vector) -> Vector:
    """Return the point after Newton steps in both players' odds; for large lambda a reply magnifies rounding."""
    better = correct(equations, point, keep_lambda=True)
    if better is None or np.abs(np.exp(better[:-1]) - np.exp(point[:-1])).max() > 1e-6:
        return point
    return better
