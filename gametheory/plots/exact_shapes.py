"""The exact decomposition turned into what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.path import Path

from gametheory.plots.cylinders import Curve, Cylinders
from gametheory.plots.pieces import Arc, Piece
from gametheory.plots.shapes import DASHED, Area, Shapes, Stroke, area_order

STEPS = 240
"""A curve is drawn through this many points over the whole map."""


def exact_shapes(cylinders: Cylinders, found: Sequence[Piece], along: Sequence[Arc]) -> Shapes:
    """Return the shapes of a map from its pieces and arcs."""
    grouped: dict[tuple[Any, ...] | None, list[Piece]] = {}
    for piece in found:
        grouped.setdefault(piece.outcomes, []).append(piece)
    keys = area_order(cylinders.section.outcomes, grouped)
    areas = tuple(_area(cylinders, key, grouped[key]) for key in keys)
    strokes = tuple(_stroke(cylinders, arc) for arc in along)

    def lookup(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        base, fibre = (y, x) if cylinders.swapped else (x, y)
        return _lookup(cylinders, keys, base, fibre)

    return Shapes(areas, strokes, lookup, True)


def _grid(cylinders: Cylinders) -> np.ndarray:
    """Return the values of the base at which every curve is drawn: equal for all, so that neighbours meet."""
    ends = [float(strip.left.near) for strip in cylinders.strips]
    last = float(cylinders.strips[-1].right.near)
    return np.unique([*ends, *np.linspace(ends[0], last, STEPS + 1)])


def _over(cylinders: Cylinders, curve: Curve, left: float, right: float) -> np.ndarray:
    """Return points (base, fibre) of a curve; two for a straight one."""
    straight = curve.below.value is not None and curve.above.degree <= 1
    grid = _grid(cylinders)
    inner = grid[(grid > left) & (grid < right)]
    base = np.array([left, right]) if straight else np.array([left, *inner, right])
    bottom, top = (float(end) for end in (cylinders.section.box[0 if cylinders.swapped else 1]))
    # Rounding may carry a curve past the edge of the map where it leaves it.
    return np.column_stack([base, np.clip(curve.heights(base, cylinders.base), bottom, top)])


def _turned(cylinders: Cylinders, points: np.ndarray) -> np.ndarray:
    return points[:, ::-1] if cylinders.swapped else points


def _area(cylinders: Cylinders, outcomes: tuple[Any, ...] | None, found: Sequence[Piece]) -> Area:
    rings = []
    for piece in found:
        left, right = float(piece.left.near), float(piece.right.near)
        there = _over(cylinders, piece.low, left, right)
        back = _over(cylinders, piece.high, left, right)[::-1]
        rings.append(Path(_turned(cylinders, np.vstack([there, back, there[:1]])), closed=True))
    path = Path.make_compound_path(*rings)
    path.should_simplify = False  # neighbours would no longer meet
    widest = max(found, key=lambda piece: _extent(cylinders, piece))
    low, high = (curve.at(widest.sample, cylinders.base) for curve in (widest.low, widest.high))
    base, fibre = float(widest.sample), float((low + high) / 2)
    return Area(outcomes, path, (fibre, base) if cylinders.swapped else (base, fibre))


def _extent(cylinders: Cylinders, piece: Piece) -> float:
    low, high = (curve.at(piece.sample, cylinders.base) for curve in (piece.low, piece.high))
    return float((piece.right.near - piece.left.near) * (high - low))


def _stroke(cylinders: Cylinders, arc: Arc) -> Stroke:
    start, end = (float(root.near) for root in arc.ends)
    if arc.curve is None:
        assert arc.heights is not None  # a wall has them
        points = np.array([[start, float(arc.heights[0])], [start, float(arc.heights[1])]])
    else:
        points = _over(cylinders, arc.curve, start, end)
    # Over the base "higher" is above; for a wall it is to the right. Swapping the axes swaps the two.
    upright = (arc.curve is None) != cylinders.swapped
    words = ("left of", "right of") if upright else ("below", "above")
    side = words[arc.high_side] if arc.kind == DASHED else ""
    return Stroke(arc.kind, _turned(cylinders, points), arc.boundary, arc.label, side)


def _lookup(
    cylinders: Cylinders, keys: Sequence[tuple[Any, ...] | None], base: np.ndarray, fibre: np.ndarray
) -> np.ndarray:
    index = {key: number for number, key in enumerate(keys)}
    answer = np.zeros(base.shape, dtype=int)
    for number, strip in enumerate(cylinders.strips):
        last = number == len(cylinders.strips) - 1
        here = (base >= float(strip.left.near)) & ((base < float(strip.right.near)) | last)
        inside = np.full(np.count_nonzero(here), index[strip.bands[0].held.outcomes])
        for band in strip.bands[1:]:
            higher = fibre[here] >= band.low.heights(base[here], cylinders.base)
            inside[higher] = index[band.held.outcomes]
        answer[here] = inside
    return answer
