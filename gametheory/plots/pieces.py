"""The exact decomposition joined up again: areas as few pieces, boundaries as long arcs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Any

from gametheory.plots.boundaries import Boundary
from gametheory.plots.cylinders import Band, Curve, Cylinders, Strip
from gametheory.plots.roots import Root
from gametheory.plots.section import Held
from gametheory.plots.shapes import DASHED, stroke_kind

HAIR = Fraction(1, 10**9)
"""Pieces of a wall shorter than this part of the map come from irrational heights that are in truth equal."""


@dataclass(frozen=True, eq=False)
class Piece:
    """All points between two values of the base and two curves over it.

    Parameters
    ----------
    outcomes : tuple or None
        What holds in all of it; None outside the premises.
    left, right : Root
        The values of the base.
    low, high : Curve
        The curves.
    sample : Fraction
        A value of the base strictly between left and right.
    """

    outcomes: tuple[Any, ...] | None
    left: Root
    right: Root
    low: Curve
    high: Curve
    sample: Fraction

    def vertices(self, base: str) -> tuple[tuple[Fraction, Fraction], ...] | None:
        """Return (base, fibre) corners in order, None if the piece is no polygon with rational corners."""
        ends = (self.left.value, self.right.value)
        straight = all(c.below.value is not None and c.above.degree <= 1 for c in (self.low, self.high))
        if not straight or None in ends:
            return None
        left, right = (end for end in ends if end is not None)
        corners = [
            (left, self.low.at(left, base)),
            (right, self.low.at(right, base)),
            (right, self.high.at(right, base)),
            (left, self.high.at(left, base)),
        ]
        return tuple(dict.fromkeys(corners))


@dataclass(frozen=True, eq=False)
class Arc:
    """A piece of a curve (over the base) or of a wall (along the fibre) along which the same happens.

    Parameters
    ----------
    kind : str
        As for a stroke.
    boundary : Boundary
        What it is a piece of.
    curve : Curve or None
        None for a wall.
    ends : (Root, Root)
        Between which values of the base; equal for a wall.
    heights : (Fraction, Fraction) or None
        For a wall: between which values of the fibre, rounded if the wall stands at an irrational number.
    on_it : tuple of outcomes or None
        What holds on the arc itself; None if that was not settled, because the wall stands at an irrational number.
    label, high_side : str, bool
        For an extra line: its name, and whether its condition holds on the higher side.
    """

    kind: str
    boundary: Boundary
    curve: Curve | None
    ends: tuple[Root, Root]
    heights: tuple[Fraction, Fraction] | None
    on_it: tuple[Any, ...] | None
    label: str = ""
    high_side: bool = False


def pieces(cylinders: Cylinders) -> tuple[Piece, ...]:
    """Return the areas of a map as pieces, each as long and as high as it can be."""
    done: list[Piece] = []
    growing: dict[tuple[Any, ...], Piece] = {}
    for strip in cylinders.strips:
        now: dict[tuple[Any, ...], Piece] = {}
        for outcomes, run in groupby(strip.bands, key=lambda band: band.held.outcomes):
            bands = list(run)
            low, high = bands[0].low, bands[-1].high
            key = (outcomes, id(low), id(high))
            left, sample = (growing[key].left, growing[key].sample) if key in growing else (strip.left, strip.sample)
            now[key] = Piece(outcomes, left, strip.right, low, high, sample)
        done += [piece for key, piece in growing.items() if key not in now]
        growing = now
    return (*done, *growing.values())


def arcs(cylinders: Cylinders) -> tuple[Arc, ...]:
    """Return what is to be drawn of the boundaries, each arc as long as it can be."""
    joined: list[Arc] = []
    growing: dict[tuple[Any, ...], Arc] = {}
    for strip in cylinders.strips:
        now: dict[tuple[Any, ...], Arc] = {}
        for arc in _curve_arcs(cylinders, strip):
            key = (id(arc.curve), arc.kind, arc.label, arc.high_side, arc.on_it)
            start = growing[key].ends[0] if key in growing else strip.left
            now[key] = Arc(
                arc.kind, arc.boundary, arc.curve, (start, strip.right), None, arc.on_it, arc.label, arc.high_side
            )
        joined += [arc for key, arc in growing.items() if key not in now]
        growing = now
    return (*joined, *growing.values(), *_wall_arcs(cylinders))


def _curve_arcs(cylinders: Cylinders, strip: Strip) -> Iterator[Arc]:
    for below, above in pairwise(strip.bands):
        curve, ends = below.high, (strip.left, strip.right)
        assert curve.boundary is not None  # only the edges of the map have none
        on_it = cylinders.decide(strip.sample, curve.at(strip.sample, cylinders.base)).outcomes
        for kind, label, side in _happening(below.held, above.held, curve.boundary):
            yield Arc(kind, curve.boundary, curve, ends, None, on_it, label, side)


def _happening(below: Held, above: Held, boundary: Boundary) -> Iterator[tuple[str, str, bool]]:
    """Yield (kind, label, whether the extra condition holds above) for what changes across a boundary."""
    changed = sorted(below.lines ^ above.lines) if "line" in boundary.roles else []
    kind = stroke_kind(below.outcomes, above.outcomes, bool(changed), boundary.roles)
    if kind == DASHED:
        yield from ((kind, label, label in above.lines) for label in changed)
    elif kind:
        yield kind, "", False


def _wall_arcs(cylinders: Cylinders) -> Iterator[Arc]:
    by_end = {strip.right: strip for strip in cylinders.strips}
    by_start = {strip.left: strip for strip in cylinders.strips}
    for root, boundary in cylinders.walls:
        left, right = by_end[root], by_start[root]
        heights = sorted({curve.at(root.near, cylinders.base) for curve in (*_curves(left), *_curves(right))})
        hair = HAIR * (heights[-1] - heights[0])
        spans: list[tuple[tuple[Any, ...], Fraction, Fraction]] = []
        growing: dict[tuple[Any, ...], Fraction] = {}
        for low, high in pairwise(heights):
            if high - low > hair:
                middle = (low + high) / 2
                before, after = (_band_at(strip, root.near, middle, cylinders.base) for strip in (left, right))
                on_it = None if root.value is None else cylinders.decide(root.value, middle).outcomes
                now = {(*what, on_it): low for what in _happening(before.held, after.held, boundary)}
                spans += [(what, start, low) for what, start in growing.items() if what not in now]
                growing = now | {what: start for what, start in growing.items() if what in now}
        spans += [(what, start, heights[-1]) for what, start in growing.items()]
        for (kind, label, side, on_it), start, end in spans:
            yield Arc(kind, boundary, None, (root, root), (start, end), on_it, label, side)


def _curves(strip: Strip) -> tuple[Curve, ...]:
    return (*(band.low for band in strip.bands), strip.bands[-1].high)


def _band_at(strip: Strip, base: Fraction, height: Fraction, name: str) -> Band:
    """Return the band of a strip that has a height at the strip's very end."""
    return next(band for band in strip.bands if height < band.high.at(base, name))
