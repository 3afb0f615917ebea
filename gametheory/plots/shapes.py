"""What is drawn, in floating point: areas, strokes, and the area a point lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.path import Path

from gametheory.plots.boundaries import Boundary

SOLID, DOTTED, DASHED, EDGE = "solid", "dotted", "dashed", "edge"
"""The set changes; an indifference that changes nothing; an extra line; the edge of the premises."""


@dataclass(frozen=True, eq=False)
class Area:
    """All points of the map at which one set of outcomes holds.

    Parameters
    ----------
    outcomes : tuple or None
        The outcomes; None outside the premises.
    path : Path
        Its outline in data coordinates, perhaps in several parts.
    anchor : (float, float)
        A point inside, for an area too small to be seen.
    """

    outcomes: tuple[Any, ...] | None
    path: Path
    anchor: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Stroke:
    """A piece of a boundary along which the same happens.

    Parameters
    ----------
    kind : {"solid", "dotted", "dashed", "edge"}
        What happens there.
    points : array of shape (n, 2)
        In data coordinates.
    boundary : Boundary
        What it is a piece of.
    label : str
        For a dashed stroke, the name of the extra line.
    side : {"left of", "right of", "above", "below"} or ""
        For a dashed stroke, where the extra condition holds.
    """

    kind: str
    points: np.ndarray
    boundary: Boundary
    label: str = ""
    side: str = ""


@dataclass(frozen=True, eq=False)
class Shapes:
    """Everything of a map that is drawn to scale.

    Parameters
    ----------
    areas : tuple of Area
        Those that are not empty; outside the premises last.
    strokes : tuple of Stroke
        The pieces of boundaries.
    lookup : callable
        From arrays of x and y to the index of the area, for drawing.
    exact : bool
        Whether the boundaries are exact, or contours of sampled values.
    """

    areas: tuple[Area, ...]
    strokes: tuple[Stroke, ...]
    lookup: Callable[[np.ndarray, np.ndarray], np.ndarray]
    exact: bool


def area_order(outcomes: Sequence[Any], sets: Iterable[tuple[Any, ...] | None]) -> tuple[tuple[Any, ...] | None, ...]:
    """Return sets of outcomes in the order of a map: small sets first, outside the premises last."""
    order = list(outcomes)
    return tuple(
        sorted(sets, key=lambda held: (held is None, len(held or ()), [order.index(outcome) for outcome in held or ()]))
    )


def stroke_kind(
    below: tuple[Any, ...] | None, above: tuple[Any, ...] | None, lines_differ: bool, roles: frozenset[str]
) -> str:
    """Say what a piece of a boundary is, from what holds on its two sides; empty if it is nothing."""
    if below is None and above is None:
        return ""
    if below is None or above is None:
        return EDGE
    if below != above:
        return SOLID
    if lines_differ:
        return DASHED
    return DOTTED if "region" in roles else ""
