"""Every equilibrium of three players with two actions each, support by support, by elimination over exact numbers.

Chances are those of the first action. What a player gains from its first action is bilinear in the chances of the other
two, given by four coefficients (constant, earlier player, later player, both). Nothing here looks at the package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import Any

from tests.brute_force import Table

Bilinear = tuple[Fraction, Fraction, Fraction, Fraction]
Line = tuple[Any, Any]
"""Constant and slope."""


@dataclass(frozen=True)
class Surd:
    """``a + b*sqrt(d)`` with d no square; one d in every calculation."""

    a: Fraction
    b: Fraction
    d: Fraction

    def _of(self, other: Any) -> Surd:
        return other if isinstance(other, Surd) else Surd(Fraction(other), Fraction(0), self.d)

    def __add__(self, other: Any) -> Surd:
        other = self._of(other)
        return Surd(self.a + other.a, self.b + other.b, self.d)

    def __mul__(self, other: Any) -> Surd:
        other = self._of(other)
        return Surd(self.a * other.a + self.b * other.b * self.d, self.a * other.b + self.b * other.a, self.d)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self) -> Surd:
        return self * -1

    def __truediv__(self, other: Any) -> Surd:
        other = self._of(other)
        norm = other.a**2 - other.b**2 * self.d
        return self * Surd(other.a / norm, -other.b / norm, self.d)

    def __rtruediv__(self, other: Any) -> Surd:
        return self._of(other) / self


def sign(number: Any) -> int:
    """Return -1, 0 or 1."""
    if isinstance(number, Surd):
        a, b = sign(number.a), sign(number.b)
        return a if a == b or abs(number.a) ** 2 > number.b**2 * number.d else b
    return (number > 0) - (number < 0)


def told_apart(number: Any) -> tuple[Any, ...]:
    """Return what is the same for equal numbers only: the minimal polynomial, and which root of it."""
    if isinstance(number, Surd) and number.b:
        return -2 * number.a, number.a**2 - number.b**2 * number.d, number.b > 0
    return (number.a if isinstance(number, Surd) else Fraction(number),)


def inside(number: Any) -> bool:
    return sign(number) > 0 and sign(1 + -number) > 0


def square_root(number: Fraction) -> Fraction | None:
    root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
    return root if root**2 == number else None


def roots(second: Fraction, first: Fraction, constant: Fraction) -> list[Any]:
    """Return the roots of a quadratic that is not 0 everywhere."""
    if second == 0:
        return [-constant / first] if first else []
    d = first**2 - 4 * second * constant
    if d < 0:
        return []
    root = square_root(d)
    if root is None:
        return [Surd(-first / (2 * second), side / (2 * second), d) for side in (-1, 1)]
    return sorted({(-first - root) / (2 * second), (-first + root) / (2 * second)})


# Gains.


def gains(table: Table) -> list[Bilinear]:
    """Return what each player gains from its first action."""
    found = []
    for player in range(3):
        earlier, later = (i for i in range(3) if i != player)

        def gain(x: int, y: int, player: int = player, earlier: int = earlier, later: int = later) -> Fraction:
            cell = [0, 0, 0]
            cell[earlier], cell[later] = 1 - x, 1 - y
            other = list(cell)
            other[player] = 1
            return table[tuple(cell)][player] - table[tuple(other)][player]

        at_00, at_10, at_01, at_11 = gain(0, 0), gain(1, 0), gain(0, 1), gain(1, 1)
        found.append((at_00, at_10 - at_00, at_01 - at_00, at_11 - at_10 - at_01 + at_00))
    return found


def gain_at(gain: Bilinear, x: Any, y: Any) -> Any:
    return gain[0] + gain[1] * x + gain[2] * y + gain[3] * x * y


def line_in(gain: Bilinear, place: int, other: Any) -> Line:
    """Return a gain as a function of the earlier (0) or the later (1) chance, the other one given."""
    if place == 0:
        return gain[0] + gain[2] * other, gain[1] + gain[3] * other
    return gain[0] + gain[1] * other, gain[2] + gain[3] * other


def others(player: int) -> tuple[int, int]:
    earlier, later = (i for i in range(3) if i != player)
    return earlier, later


def line(every: Sequence[Bilinear], player: int, mixer: int, third: Any) -> Line:
    """Return the player's gain as a function of the mixer's chance."""
    return line_in(every[player], others(player).index(mixer), third)


def zeros(one: Line) -> list[Any] | None:
    """Return the zeros of a line within (0, 1), None if it is 0 everywhere."""
    constant, slope = one
    if sign(slope) == 0:
        return None if sign(constant) == 0 else []
    root = -constant / slope
    return [root] if inside(root) else []


def between(breaks: Sequence[Fraction]) -> Iterator[Fraction]:
    """Return points of (0, 1), one in each interval between the breaks."""
    ends = sorted({Fraction(0), Fraction(1), *breaks})
    return ((low + high) / 2 for low, high in pairwise(ends))


# Equilibria.


@dataclass
class Found:
    """The equilibria of a support: those its equations determine, and whether there is a continuum."""

    profiles: list[tuple[Any, Any, Any]] = field(default_factory=list)
    continuum: bool = False

    def __bool__(self) -> bool:
        return bool(self.profiles) or self.continuum


def no_regret(gain: Any, pure: Fraction) -> bool:
    return sign(gain) >= 0 if pure == 1 else sign(gain) <= 0


def pure_equilibrium(every: Sequence[Bilinear], profile: Sequence[Fraction]) -> bool:
    return all(no_regret(gain_at(every[i], *(profile[j] for j in others(i))), profile[i]) for i in range(3))


def one_mixes(every: Sequence[Bilinear], mixer: int, pure: dict[int, Fraction]) -> bool:
    """Whether there is an equilibrium in which one player alone mixes: try all breaks and what is between them."""
    j, k = others(mixer)
    if gain_at(every[mixer], pure[j], pure[k]) != 0:
        return False
    lines = {j: line(every, j, mixer, pure[k]), k: line(every, k, mixer, pure[j])}
    breaks = [root for one in lines.values() for root in zeros(one) or []]
    return any(
        all(no_regret(constant + slope * x, pure[i]) for i, (constant, slope) in lines.items())
        for x in (*breaks, *between(breaks))
    )


def two_mix(every: Sequence[Bilinear], pair: tuple[int, int], pure: Fraction) -> Found:
    i, j = pair
    (k,) = {0, 1, 2} - {i, j}
    of_j, of_i = (
        zeros(line(every, i, j, pure)),
        zeros(line(every, j, i, pure)),
    )  # chances that make the other indifferent
    worst = -1 if pure == 0 else 1

    def stay(x: Any, y: Any) -> Any:
        return worst * gain_at(every[k], *((x, y) if i < j else (y, x)))

    ends = Fraction(0), Fraction(1)
    if of_i is not None and of_j is not None:
        chances = {k: pure, **({i: of_i[0], j: of_j[0]} if of_i and of_j else {})}
        fits = len(chances) == 3 and sign(stay(chances[i], chances[j])) >= 0
        return Found([(chances[0], chances[1], chances[2])] if fits else [])
    # Inside a segment or the square, a function linear in each chance is positive only if it is so at an end; it is 0
    # with no end positive only if it is 0 at all of them.
    values = [stay(x, y) for x in (ends if of_i is None else of_i) for y in (ends if of_j is None else of_j)]
    return Found([], any(v > 0 for v in values) or (bool(values) and not any(values)))


def eliminated(every: Sequence[Bilinear], onto: int) -> tuple[Fraction, Fraction, Fraction]:
    """Return the quadratic in one player's chance that follows from the other players' chances' equations."""
    i, j = others(onto)
    f, g, h = every[i], every[j], every[onto]
    # f: F0 + F1*pj = 0 with F0, F1 lines in the chance kept; g: G0 + G1*pi = 0; h in pi and pj.
    lines_f = _in_kept(f, others(i).index(onto))
    lines_g = _in_kept(g, others(j).index(onto))
    (f0, f1), (g0, g1) = lines_f, lines_g
    terms = [(h[0], f1, g1), (-h[1], g0, f1), (-h[2], f0, g1), (h[3], g0, f0)]
    second = sum((c * a[1] * b[1] for c, a, b in terms), start=Fraction(0))
    first = sum((c * (a[0] * b[1] + a[1] * b[0]) for c, a, b in terms), start=Fraction(0))
    return second, first, sum((c * a[0] * b[0] for c, a, b in terms), start=Fraction(0))


def _in_kept(gain: Bilinear, place: int) -> tuple[Line, Line]:
    """Return the constant and the slope in the chance eliminated, as lines in the one kept."""
    return ((gain[0], gain[1]), (gain[2], gain[3])) if place == 0 else ((gain[0], gain[2]), (gain[1], gain[3]))


def all_mix(every: Sequence[Bilinear], onto: int = 2) -> Found:
    """Return the equilibria in which everybody mixes, from the possible chances of one player."""
    equation, together = eliminated(every, onto), Found()
    if any(equation):
        for kept in filter(inside, roots(*equation)):
            here = _with_kept(every, onto, kept)
            together.profiles += here.profiles
            together.continuum |= here.continuum
        return together
    breaks = [root for one in _critical_lines(every, onto) for root in zeros(one) or []]
    for kept in breaks:
        here = _with_kept(every, onto, kept)
        together.profiles += here.profiles
        together.continuum |= here.continuum
    together.continuum |= any(_with_kept(every, onto, kept) for kept in between(breaks))
    return together


def _critical_lines(every: Sequence[Bilinear], onto: int) -> list[Line]:
    """Return lines in the kept chance between whose zeros nothing changes, for an equation that is 0 everywhere."""
    i, j = others(onto)
    h, found = every[onto], []
    for gain, place in ((every[i], others(i).index(onto)), (every[j], others(j).index(onto))):
        zero, one = _in_kept(gain, place)
        found += [zero, one, _sum((1, zero), (1, one))]
        for ends in ((h[0], h[1]), (h[0] + h[2], h[1] + h[3]), (h[0], h[2]), (h[0] + h[1], h[2] + h[3])):
            found.append(_sum((ends[0], one), (-ends[1], zero)))
    return found


def _sum(*parts: tuple[Any, Line]) -> Line:
    return sum(c * one[0] for c, one in parts), sum(c * one[1] for c, one in parts)


def _with_kept(every: Sequence[Bilinear], onto: int, kept: Any) -> Found:
    """Return the equilibria in which everybody mixes and one player's chance is given."""
    i, j = others(onto)
    of_j, of_i = zeros(line(every, i, j, kept)), zeros(line(every, j, i, kept))
    h = every[onto]
    if of_i is None and of_j is None:
        signs = {sign(gain_at(h, x, y)) for x in (0, 1) for y in (0, 1)}
        return Found([], {-1, 1} <= signs or signs == {0})
    if of_i is None or of_j is None:
        free: Callable[[Any], Line] = lambda x: line_in(h, 0 if of_i is None else 1, x)  # noqa: E731
        pairs = [(x, zeros(free(x))) for x in (of_j if of_i is None else of_i) or []]
        found = Found([], any(rest is None for _, rest in pairs))
        for x, rest in pairs:
            found.profiles += [_profile(onto, kept, *((y, x) if of_i is None else (x, y))) for y in rest or []]
        return found
    pairs = [(x, y) for x in of_i for y in of_j if sign(gain_at(h, x, y)) == 0]
    return Found([_profile(onto, kept, x, y) for x, y in pairs])


def _profile(onto: int, kept: Any, x: Any, y: Any) -> tuple[Any, Any, Any]:
    i, j = others(onto)
    chances = {onto: kept, i: x, j: y}
    return chances[0], chances[1], chances[2]
