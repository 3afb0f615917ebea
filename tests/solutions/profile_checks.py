"""Whether a profile with irrational probabilities is an equilibrium, without the package's own arithmetic.

A probability that solves a quadratic equation becomes r + s*sqrt(d) with one d for a whole profile, and everything is
exact. For others there are intervals of width 1e-60, and a gain of less than 1e-50 counts as none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import isqrt
from typing import Any

import gametheory as gt
from gametheory.algebraic.number import AlgebraicNumber

SMALL = Fraction(1, 10**50)


@dataclass(frozen=True)
class Surd:
    """r + s*sqrt(d)."""

    r: Fraction
    s: Fraction
    d: int

    def __add__(self, other: Surd) -> Surd:
        return Surd(self.r + other.r, self.s + other.s, self.d)

    def __mul__(self, other: Surd) -> Surd:
        return Surd(self.r * other.r + self.s * other.s * self.d, self.r * other.s + self.s * other.r, self.d)

    @property
    def sign(self) -> int:
        first, second = (self.r > 0) - (self.r < 0), (self.s > 0) - (self.s < 0)
        if first * second >= 0:
            return first or second
        return first if self.r**2 > self.s**2 * self.d else second


def _radicand(number: AlgebraicNumber) -> int:
    c, b, a = number.coefficients
    return b * b - 4 * a * c


def _surd(number: Any, d: int) -> Surd:
    if isinstance(number, Fraction):
        return Surd(number, Fraction(0), d)
    _, b, a = number.coefficients
    # sqrt(own) = sqrt(own * d) / d * sqrt(d)
    whole = isqrt(_radicand(number) * d)
    assert whole**2 == _radicand(number) * d, "the probabilities of one profile lie in one field"
    side = 1 if number.refined(Fraction(1, 10**40))[0] > Fraction(-b, 2 * a) else -1
    return Surd(Fraction(-b, 2 * a), side * Fraction(whole, d) / (2 * a), d)


def gains(game: gt.Game, profile: Any) -> list[list[Any]]:
    """Return for every player and action payoff minus the payoff of the player's first action in use."""
    found = []
    for player, own in enumerate(game.actions):
        payoffs = []
        for action in own:
            total = None
            for cell in product(*(range(len(a)) for a in game.actions)):
                if own[cell[player]] == action:
                    names = tuple(game.actions[i][k] for i, k in enumerate(cell))
                    term = _constant(profile[0][0], game.payoffs[names][player])
                    for other, k in enumerate(cell):
                        if other != player:
                            term = term * profile[other][k]
                    total = term if total is None else total + term
            payoffs.append(total)
        minus = _constant(profile[0][0], Fraction(-1))
        base = next(p for p, chance in zip(payoffs, profile[player], strict=True) if _sign(chance) > 0)
        found.append([p + minus * base for p in payoffs])
    return found


def _constant(like: Any, value: Any) -> Any:
    return Surd(Fraction(value), Fraction(0), like.d) if isinstance(like, Surd) else Fraction(value)


def _sign(value: Any) -> int:
    if isinstance(value, Surd):
        return value.sign
    return 0 if abs(value) < SMALL else 1 if value > 0 else -1


def is_equilibrium(game: gt.Game, profile: Sequence[Sequence[Any]]) -> bool:
    """Decide it from the definition: probabilities, nothing better, nothing in use worse."""
    irrational = [p for strategy in profile for p in strategy if isinstance(p, AlgebraicNumber)]
    if irrational and all(p.degree == 2 for p in irrational):
        d = _radicand(irrational[0])
        read: Any = [[_surd(p, d) for p in strategy] for strategy in profile]
        one: Any = Surd(Fraction(-1), Fraction(0), d)
    else:
        width = Fraction(1, 10**60)
        read = [[p if isinstance(p, Fraction) else p.refined(width)[0] for p in strategy] for strategy in profile]
        one = Fraction(-1)
    sums = all(_sign(sum(strategy[1:], strategy[0]) + one) == 0 for strategy in read)
    signs = [[_sign(gain) for gain in own] for own in gains(game, read)]
    used = [[_sign(p) for p in strategy] for strategy in read]
    pairs = [pair for us, gs in zip(used, signs, strict=True) for pair in zip(us, gs, strict=True)]
    return sums and all(u >= 0 and g <= 0 and not (u and g) for u, g in pairs)
