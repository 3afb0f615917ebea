"""The exact decomposition of a map: strips between critical values, cut by curves that never cross inside a strip.

Every boundary is of degree at most one in one of the two parameters (the *fibre*), so it is a graph over the other
(the *base*) or a set of lines at roots. Between two neighbouring critical values of the base the order of the graphs
is constant, and one rational point a band decides what holds in the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np

from gametheory.formulas.polynomial import ONE, Polynomial, constant
from gametheory.formulas.shrink import simplest_between
from gametheory.plots.boundaries import Boundary, boundaries
from gametheory.plots.roots import Root, rational, roots_between
from gametheory.plots.section import Held, Section


@dataclass(frozen=True, eq=False)
class Curve:
    """The graph fibre = above/below over the base; an edge of the map has no boundary.

    Parameters
    ----------
    above, below : Polynomial
        In the base alone.
    boundary : Boundary or None
        What it is the zero set of.
    """

    above: Polynomial
    below: Polynomial
    boundary: Boundary | None = None

    def at(self, base: Fraction, name: str) -> Fraction:
        """Return the exact height over a point of the base where it has one."""
        values = {name: base}
        return self.above.evaluate(values) / self.below.evaluate(values)

    def heights(self, base: np.ndarray, name: str) -> np.ndarray:
        """Return the heights for drawing."""
        return np.asarray(evaluated(self.above, {name: base}) / evaluated(self.below, {name: base}))


@dataclass(frozen=True, eq=False)
class Band:
    """What lies in one strip between two neighbouring curves."""

    low: Curve
    high: Curve
    held: Held


@dataclass(frozen=True, eq=False)
class Strip:
    """What lies between two neighbouring critical values of the base.

    Parameters
    ----------
    left, right : Root
        The critical values.
    sample : Fraction
        A number strictly between.
    bands : tuple of Band
        From low to high; they fill the strip.
    """

    left: Root
    right: Root
    sample: Fraction
    bands: tuple[Band, ...]


@dataclass(frozen=True, eq=False)
class Cylinders:
    """The whole decomposition.

    Parameters
    ----------
    section : Section
        Of what.
    swapped : bool
        Whether the base is y, because some boundary is not linear in y.
    strips : tuple of Strip
        In order of the base; they fill the map.
    walls : tuple of (Root, Boundary)
        Boundaries that do not mention the fibre, at each of their roots.
    """

    section: Section
    swapped: bool
    strips: tuple[Strip, ...]
    walls: tuple[tuple[Root, Boundary], ...]

    @property
    def base(self) -> str:
        """The name of the parameter that is cut into strips."""
        return str((self.section.y if self.swapped else self.section.x).name)

    @property
    def fibre(self) -> str:
        """The name of the other one."""
        return str((self.section.x if self.swapped else self.section.y).name)

    def decide(self, base: Fraction, fibre: Fraction) -> Held:
        """Say exactly what holds at a point."""
        return self.section.decide(fibre, base) if self.swapped else self.section.decide(base, fibre)


def decompose(section: Section) -> Cylinders | None:
    """Return the exact decomposition, None if some boundary is curved in both parameters."""
    found = boundaries(section)
    for swapped in (False, True):
        fibre = (section.x if swapped else section.y).name
        if all(len(boundary.polynomial.coefficients(fibre)) <= 2 for boundary in found):
            return _cut(section, found, swapped)
    return None


def _cut(section: Section, found: Sequence[Boundary], swapped: bool) -> Cylinders:
    empty = Cylinders(section, swapped, (), ())
    base_range, fibre_range = reversed(section.box) if swapped else section.box
    upright = [boundary for boundary in found if empty.fibre not in boundary.polynomial.names]
    edges = [Curve(constant(end), ONE) for end in fibre_range]
    curves = [_graph(boundary, empty.fibre) for boundary in found if empty.fibre in boundary.polynomial.names]
    critical = [
        *(boundary.polynomial for boundary in upright),
        *(curve.below for curve in curves),
        *(one.above * other.below - other.above * one.below for one, other in combinations([*edges, *curves], 2)),
    ]
    inner = roots_between(critical, *base_range)
    ends = [rational(end, empty.base) for end in base_range]
    strips = []
    for left, right in pairwise([ends[0], *inner, ends[1]]):
        sample = simplest_between(left.high, right.low)
        strips.append(Strip(left, right, sample, tuple(_bands(empty, sample, edges, curves))))
    by_polynomial = {boundary.polynomial: boundary for boundary in upright}
    walls = _walls(inner, by_polynomial)
    return Cylinders(section, swapped, tuple(strips), walls)


def _graph(boundary: Boundary, fibre: str) -> Curve:
    rest, slope = boundary.polynomial.coefficients(fibre)
    return Curve(-rest, slope, boundary)


def _walls(inner: Sequence[Root], upright: dict[Polynomial, Boundary]) -> tuple[tuple[Root, Boundary], ...]:
    return tuple((root, upright[root.polynomial]) for root in inner if root.polynomial in upright)


def _bands(cylinders: Cylinders, sample: Fraction, edges: Sequence[Curve], curves: Sequence[Curve]) -> Iterator[Band]:
    bottom, top = (edge.at(sample, cylinders.base) for edge in edges)
    heights = [(curve.at(sample, cylinders.base), curve) for curve in curves]
    crossed = sorted(((height, c) for height, c in heights if bottom < height < top), key=lambda pair: pair[0])
    for (low, below), (high, above) in pairwise([(bottom, edges[0]), *crossed, (top, edges[1])]):
        yield Band(below, above, cylinders.decide(sample, simplest_between(low, high)))


def evaluated(polynomial: Polynomial, values: dict[str, np.ndarray]) -> np.ndarray:
    """Return a polynomial's values at many points in floating point, for drawing only."""
    shape = np.broadcast_shapes(*(np.shape(value) for value in values.values()))
    total = np.zeros(shape)
    for monomial, coefficient in polynomial.terms:
        term = np.full(shape, float(coefficient))
        for name, exponent in monomial:
            term = term * values[name] ** exponent
        total = total + term
    return total
