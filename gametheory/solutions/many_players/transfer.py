"""Equations between two players with two actions each: the one's probabilities are a Moebius function of the other's.

Followed round from one player, called the root, every probability is a fraction of linear functions of the root's, and
what closes a circle is a quadratic equation: its roots are isolated equilibria, and if it vanishes there is a curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from gametheory.algebraic.univariate import Univariate, greatest_common_divisor, isolate, primitive
from gametheory.solutions.many_players.line_cuts import between, roots_between, times
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Field, Number, sign
from gametheory.solutions.many_players.patches import Condition, Zero, bounds

Line = tuple[int, int]
"""A linear function of the root's first probability: the constant, and the slope."""

Lines = dict[int, tuple[Line, Line]]
"""For every player two linear functions that its two probabilities are proportional to."""


@dataclass(frozen=True)
class Arc:
    """A curve of solutions: the root's first probability may be anything between two numbers.

    Parameters
    ----------
    conditions : tuple of Condition
        What parts this arc from others of the same curve.
    sample : Zero
        One point of it.
    """

    conditions: tuple[Condition, ...]
    sample: Zero


@dataclass(frozen=True)
class Circle:
    """The equations between players with two actions each, followed round from the first one.

    Parameters
    ----------
    root : int
        The player all others are seen from.
    lines : dict
        The probabilities of each, up to a factor.
    quadratic : Univariate
        What the root's first probability solves; zero if it may be anything.
    """

    root: int
    lines: Lines
    quadratic: Univariate

    def isolated(self) -> list[Zero]:
        """Return the solutions with positive probabilities, if they are finitely many."""
        found = []
        for root in _roots(self.quadratic):
            point = self.at(root)
            if point is not None:
                found.append(point)
        return found

    def at(self, root: Number) -> Zero | None:
        """Return the probabilities of all where the root's is given, or None if some are not positive."""
        point: Zero = {}
        for player, (first, second) in self.lines.items():
            values = root * first[1] + first[0], root * second[1] + second[0]
            if sign(values[0]) * sign(values[1]) <= 0:
                return None
            total = values[0] + values[1]
            point[player] = values[0] / total, values[1] / total
        return point

    def arcs(self, slacks: Sequence[Form]) -> tuple[list[Arc], list[Zero]]:
        """Return the arcs of the curve on which forms are not negative, and the points where only a point is left.

        The forms involve only the players of the circle.
        """
        strict = [times(first, second) for first, second in self.lines.values()]
        weak = [self._along(form) for form in slacks]
        cuts = roots_between([*strict, *weak])
        cells = between(cuts)
        good = [self._holds(cell, slacks) for cell in cells]
        whole = [self._holds(cut.value, slacks) for cut in cuts]
        arcs, start = [], 0
        while start < len(cells):
            end = start
            while good[start] and end + 1 < len(cells) and good[end + 1] and whole[end]:
                end += 1
            if good[start]:
                arcs.append(self._arc(cells, start, end))
            start = end + 1
        around = list(pairwise(good))
        points = [
            point
            for cut, holds, sides in zip(cuts, whole, around, strict=True)
            if holds and not any(sides) and (point := self.at(cut.value)) is not None
        ]
        return arcs, points

    def _arc(self, cells: Sequence[Fraction], start: int, end: int) -> Arc:
        """Return the arc over some cells; beyond its ends nothing holds, so a point there parts it from others."""
        low = cells[start - 1] if start else None
        high = cells[end + 1] if end + 1 < len(cells) else None
        sample = self.at(cells[start])
        return Arc(tuple(bounds(self.root, low, high)), sample or {})

    def _holds(self, root: Number, slacks: Sequence[Form]) -> bool:
        point = self.at(root)
        return point is not None and all(sign(form.value(point)) >= 0 for form in slacks)

    def _along(self, form: Form) -> tuple[int, ...]:
        """Return a polynomial whose roots include those of the form along the curve."""
        total: tuple[int, ...] = ()
        for key, value in form.terms():
            term: tuple[int, ...] = (value,)
            for block, place in zip(form.blocks, key, strict=True):
                term = times(term, self.lines[block][place])
            size = max(len(total), len(term))
            padded = ((*p, *[0] * (size - len(p))) for p in (total, term))
            total = tuple(a + b for a, b in zip(*padded, strict=True))
        return total


def circle(equations: Sequence[Form]) -> Circle | None:
    """Follow irreducible equations, each between two players with two actions, round from the first player.

    Returns
    -------
    Circle or None
        None if some equation is not of this kind, or if the players fall apart into groups without an equation
        between them.
    """
    if any(form.sizes != (2, 2) for form in equations):
        return None
    root = equations[0].blocks[0]
    lines: Lines = {root: ((0, 1), (1, -1))}
    waiting, closing = list(equations), []
    while waiting:
        form = next((form for form in waiting if lines.keys() & set(form.blocks)), None)
        if form is None:
            return None
        waiting.remove(form)
        left, right = form.blocks
        a, b, c, d = form.values
        if left in lines and right in lines:
            closing.append(form)
        elif left in lines:
            first, second = lines[left]
            lines[right] = _sum(b, first, d, second), _sum(-a, first, -c, second)
        else:
            first, second = lines[right]
            lines[left] = _sum(c, first, d, second), _sum(-a, first, -b, second)
    unclosed = Circle(root, lines, ())
    quadratic: Univariate = ()
    for form in closing:
        along = primitive(unclosed._along(form))
        quadratic = greatest_common_divisor(quadratic, along) if along else quadratic
    return Circle(root, lines, quadratic)


def _sum(a: int, first: Line, b: int, second: Line) -> Line:
    return a * first[0] + b * second[0], a * first[1] + b * second[1]


def _roots(quadratic: Univariate) -> list[Number]:
    """Return the roots between zero and one of a polynomial of degree two at most."""
    if len(quadratic) < 2:
        return []
    if len(quadratic) == 2:
        found: list[Number] = [Fraction(-quadratic[0], quadratic[1])]
    else:
        c, b, a = quadratic
        inside = b * b - 4 * a * c
        if inside < 0:
            return []
        root = isqrt(inside)
        if root * root != inside:
            return [Field(quadratic, i).element([0, 1]) for i in isolate(quadratic, Fraction(0), Fraction(1))]
        found = [Fraction(-b + s * root, 2 * a) for s in ((-1, 1) if root else (1,))]
    return [value for value in found if sign(value) > 0 and sign(value - 1) < 0]
