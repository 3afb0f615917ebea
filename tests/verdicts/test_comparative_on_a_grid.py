"""Which way random expressions move in a parameter, against every pair of points of a grid."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
import sympy

import gametheory as gt

DRAWS = 250 if os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1" else 15

u, v = gt.parameters("u v", at_least=0, at_most=2)
GRID = [Fraction(i, 4) for i in range(9)]

Number = Callable[[Fraction, Fraction], Fraction]


@dataclass(frozen=True)
class Known:
    """An expression and, independently, its values."""

    expression: Any
    at: Number


def polynomial(rng: random.Random, *, constant: int, quadratic: bool) -> Known:
    c, d, e = constant, rng.choice((-2, -1, 0, 1, 2)), rng.choice((-1, 0, 0, 1))
    f, g = (rng.choice((-1, 0, 0, 1)), rng.choice((-1, 0, 0, 1))) if quadratic else (0, 0)
    return Known(c + d * u + e * v + f * u**2 + g * u * v, lambda s, t: c + d * s + e * t + f * s**2 + g * s * t)


def drawn(rng: random.Random) -> Known:
    above = polynomial(rng, constant=rng.randint(-2, 2), quadratic=rng.random() < 0.6)
    below = polynomial(rng, constant=rng.choice((1, 3, 5)), quadratic=False)
    other = polynomial(rng, constant=rng.randint(-2, 2), quadratic=False)
    match rng.randrange(4):
        case 0:
            return above
        case 1:
            return Known(above.expression / below.expression, lambda s, t: above.at(s, t) / below.at(s, t))
        case 2:
            larger = sympy.Max(above.expression, other.expression)
            return Known(larger, lambda s, t: max(above.at(s, t), other.at(s, t)))
        case _:
            step = sympy.Piecewise((other.expression, other.expression > 0), (above.expression, True))
            return Known(step, lambda s, t: other.at(s, t) if other.at(s, t) > 0 else above.at(s, t))


PLACES: list[tuple[Any, Callable[[Fraction, Fraction], bool]]] = [
    ((), lambda s, t: True),
    ((v >= u,), lambda s, t: t >= s),
    ((u < 1 / sympy.Integer(2)) | (u > 1), lambda s, t: s < Fraction(1, 2) or s > 1),
    (gt.when(u + v > 1), lambda s, t: s + t > 1),
    (gt.when(u > v) | (u < 1), lambda s, t: s > t or s < 1),
]


def moves(known: Known, allowed: Callable[[Fraction, Fraction], bool]) -> set[int]:
    """The signs of all steps from one grid point to another with a larger u."""
    found = set()
    for t in GRID:
        column = [known.at(s, t) for s in GRID if allowed(s, t)]
        found |= {(high > low) - (high < low) for low, high in combinations(column, 2)}
    return found


ALLOWED = {"increasing": {0, 1}, "decreasing": {0, -1}, "constant": {0}, "neither": {-1, 0, 1}}


@pytest.mark.exhaustive
def test_no_pair_of_grid_points_contradicts_an_answer() -> None:
    rng, seen = random.Random("comparative statics"), set()
    for _ in range(DRAWS):
        known, (assuming, allowed) = drawn(rng), rng.choice(PLACES)
        try:
            found = gt.comparative_static(known.expression, u, assuming)
        except gt.UndefinedPayoffError as error:
            seen.add("no value")
            s, t = (Fraction(error.point.get(p, 0)) for p in (u, v))
            with pytest.raises(ZeroDivisionError):
                known.at(s, t)
            assert allowed(s, t)
            continue
        seen.add(found.status)
        assert moves(known, allowed) <= ALLOWED[found.status] - ({0} if found.strict else set()), str(found)
        for pair, sign in ((found.rises, 1), (found.falls, -1)):
            if pair is not None:
                (low, t), (high, same) = [(at.get(u, 0), at.get(v, 0)) for at in (pair.low, pair.high)]
                assert low < high and t == same and allowed(low, t) and allowed(high, t)
                assert (known.at(high, t) - known.at(low, t)) * sign > 0
    assert seen >= {"increasing", "decreasing", "neither", "no value"}
