"""Where on a map there is room for text: a fine grid that knows areas, lines and text already placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

import numpy as np
from scipy.ndimage import label

GRAIN = 2.0
"""Side of a grid cell in points."""
MARGINS = (30.0, 20.0, 14.0, 9.0, 5.0, 3.0)
"""Free space round a text in points, the most welcome first."""


@dataclass(eq=False)
class Room:
    """The grid of one map; coordinates are points from its lower left corner.

    Parameters
    ----------
    width, height : float
        Of the map, in points.
    areas : int array of shape (rows, columns)
        The index of the area of each cell.
    parts : int array
        The number of the connected part of each cell.
    ink, faint : int array
        How many lines go through each cell or beside it, and how many of them are dotted.
    taken : bool array
        Where text stands.
    leaders : bool array
        Where lines lead from labels to small areas.
    above : list of (left, right, top)
        The labels above the map.
    """

    width: float
    height: float
    areas: np.ndarray
    parts: np.ndarray = field(init=False)
    ink: np.ndarray = field(init=False)
    faint: np.ndarray = field(init=False)
    taken: np.ndarray = field(init=False)
    leaders: np.ndarray = field(init=False)
    above: list[tuple[float, float, float]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.parts = connected(self.areas)
        self.ink = np.zeros(self.areas.shape, dtype=int)
        self.faint = np.zeros(self.areas.shape, dtype=int)
        self.taken = np.zeros(self.areas.shape, dtype=bool)
        self.leaders = np.zeros(self.areas.shape, dtype=bool)

    def parts_of(self, area: int) -> tuple[int, ...]:
        """Return the connected parts of an area, the largest first."""
        parts, counts = np.unique(self.parts[self.areas == area], return_counts=True)
        return tuple(int(part) for part in parts[np.argsort(-counts, kind="stable")])

    def along(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows and columns of the cells on a line given by points; those off the map are left out."""
        steps = [
            np.linspace(start, end, max(2, ceil(float(np.hypot(*(end - start))))))
            for start, end in pairwise(np.asarray(points, dtype=float))
        ]
        columns, rows = np.floor(np.concatenate(steps) / GRAIN).astype(int).T
        inside = (rows >= 0) & (columns >= 0) & (rows < self.areas.shape[0]) & (columns < self.areas.shape[1])
        return rows[inside], columns[inside]

    def trace(self, points: np.ndarray) -> np.ndarray:
        """Return the cells on a line given by points, and their neighbours."""
        rows, columns = self.along(points)
        hit = np.zeros((self.areas.shape[0] + 2, self.areas.shape[1] + 2), dtype=bool)
        for up in range(3):
            for across in range(3):
                hit[rows + up, columns + across] = True
        return hit[1:-1, 1:-1]

    def take(self, centre: tuple[float, float], size: tuple[float, float], angle: float = 0.0) -> None:
        """Mark a rectangle, perhaps turned, as taken."""
        rows, columns, inside = self.cells(centre, size, angle)
        self.taken[rows[inside], columns[inside]] = True

    def cells(
        self, centre: tuple[float, float], size: tuple[float, float], angle: float = 0.0
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return rows and columns that cover a turned rectangle, and which of them are on the map."""
        across = np.linspace(-size[0] / 2, size[0] / 2, max(2, ceil(size[0] / GRAIN * 1.5)))
        up = np.linspace(-size[1] / 2, size[1] / 2, max(2, ceil(size[1] / GRAIN * 1.5)))
        u, v = (axis.ravel() for axis in np.meshgrid(across, up))
        x = centre[0] + u * np.cos(angle) - v * np.sin(angle)
        y = centre[1] + u * np.sin(angle) + v * np.cos(angle)
        columns, rows = np.floor(x / GRAIN).astype(int), np.floor(y / GRAIN).astype(int)
        inside = (columns >= 0) & (rows >= 0) & (columns < self.areas.shape[1]) & (rows < self.areas.shape[0])
        return rows, columns, inside

    def spot(self, free: np.ndarray, size: tuple[float, float]) -> tuple[float, float] | None:
        """Return the centre of the place with most free space around it for a rectangle, None if there is none."""
        for margin in MARGINS:
            centres = self.places(free, size, margin)
            if len(centres):
                off = np.hypot(*(centres - centres.mean(axis=0)).T)
                x, y = centres[int(np.argmin(off))]
                return float(x), float(y)
        return None

    def places(self, free: np.ndarray, size: tuple[float, float], margin: float) -> np.ndarray:
        """Return the centres of all places for a rectangle with a margin, in points."""
        rows, columns = (ceil((side + 2 * margin) / GRAIN) for side in (size[1], size[0]))
        low, left = np.nonzero(_filled(free, rows, columns))
        return np.column_stack([(left + columns / 2) * GRAIN, (low + rows / 2) * GRAIN])

    def deepest(self, free: np.ndarray) -> tuple[float, float] | None:
        """Return the centre of the largest free square, None if nothing is free."""
        best = None
        side = 1
        while True:
            low, left = np.nonzero(_filled(free, side, side))
            if not len(low):
                return best
            middle = len(low) // 2
            best = (float(left[middle] + side / 2) * GRAIN, float(low[middle] + side / 2) * GRAIN)
            side += 1


def make_room(
    width: float,
    height: float,
    area_at: Callable[[np.ndarray, np.ndarray], np.ndarray],
    lines: Iterable[tuple[np.ndarray, bool]],
) -> Room:
    """Return the room of a map.

    Parameters
    ----------
    width, height : float
        In points.
    area_at : callable
        From x and y, as parts of the map between 0 and 1, to the index of the area.
    lines : iterable of (array of shape (n, 2), bool)
        Lines in points, and whether they are dotted.
    """
    columns, rows = max(1, int(width / GRAIN)), max(1, int(height / GRAIN))
    x, y = np.meshgrid((np.arange(columns) + 0.5) / columns, (np.arange(rows) + 0.5) / rows)
    room = Room(width, height, area_at(x, y))
    for line, dotted in lines:
        traced = room.trace(line)
        room.ink += traced
        room.faint += traced & dotted
    return room


def _filled(free: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Return for each lower left corner whether the whole rectangle is free."""
    if rows > free.shape[0] or columns > free.shape[1]:
        return np.zeros((0, 0), dtype=bool)
    sums = np.pad(np.cumsum(np.cumsum(free, axis=0), axis=1), ((1, 0), (1, 0)))
    inside = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    return np.asarray(inside == rows * columns)


def connected(areas: np.ndarray) -> np.ndarray:
    """Number the connected parts of equal cells; cells that meet in a corner alone are apart."""
    parts = np.zeros(areas.shape, dtype=int)
    count = 0
    for area in np.unique(areas):
        numbered, found = label(areas == area)
        parts += np.where(numbered > 0, numbered + count, 0)
        count += found
    return parts
