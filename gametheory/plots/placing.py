"""Where labels go: into their areas, along their lines, or beside a small area with a line to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin

import numpy as np

from gametheory.plots.blocks import EQUATION, Block, Line
from gametheory.plots.room import GRAIN, Room

PADDING = 7.0
"""Between a label and the edge of its box, in points."""
NEAR, FAR = 130.0, 260.0
"""How far from a small area its label may stand, in points, before the next form is tried, and before above the map."""

TRIES = 400
"""So many places for the label of a small area are looked at, evenly chosen from all."""


@dataclass(frozen=True)
class Placed:
    """The label of an area at a place.

    Parameters
    ----------
    area : int
        The index of the area.
    block : Block
        The text.
    centre : (x, y)
        In points from the lower left corner of the map.
    boxed : bool
        Whether it needs a box: on stripes, on crosses, on a dotted line, or outside its area.
    target : (x, y) or None
        Where a line leads from it, for an area too small for its label.
    """

    area: int
    block: Block
    centre: tuple[float, float]
    boxed: bool
    target: tuple[float, float] | None = None


@dataclass(frozen=True)
class Along:
    """A line of text along a boundary; the angle in degrees."""

    line: Line
    centre: tuple[float, float]
    angle: float


def place_label(
    room: Room, area: int, forms: Sequence[Block], short: Sequence[Block], anchor: tuple[float, float], boxed: bool
) -> tuple[Placed, ...]:
    """Place the label of an area.

    In the largest connected part it stands where there is most room; over a dotted line if need be; and if the part
    is too small, beside it or above the map, with a line to it. Further parts get the label, or its short form, if
    there is room.
    """
    parts = room.parts_of(area)
    if not parts:
        return (_called_out(room, area, forms, anchor),)
    free = (room.parts == parts[0]) & ~room.taken
    main = _inside(room, area, forms, free, boxed)
    if main is None:
        target = room.deepest(free) or anchor
        main = _called_out(room, area, forms, target)
    placed = [main]
    for part in parts[1:]:
        further = _inside(room, area, (*forms, *short), (room.parts == part) & ~room.taken, boxed)
        placed += [further] if further is not None else []
    return tuple(placed)


def fits(room: Room, area: int, forms: Sequence[Block], boxed: bool) -> bool:
    """Say whether an area has room for its label."""
    parts = room.parts_of(area)
    return bool(parts) and _found_inside(room, forms, (room.parts == parts[0]) & ~room.taken, boxed) is not None


def _inside(room: Room, area: int, forms: Sequence[Block], free: np.ndarray, boxed: bool) -> Placed | None:
    found = _found_inside(room, forms, free, boxed)
    if found is None:
        return None
    form, centre, boxed = found
    room.take(centre, _size(form, boxed))
    return Placed(area, form, centre, boxed)


def _found_inside(
    room: Room, forms: Sequence[Block], free: np.ndarray, boxed: bool
) -> tuple[Block, tuple[float, float], bool] | None:
    """Return form, centre and whether it needs a box: clear of all lines if possible, else over dotted ones."""
    for over_dots in (False, True):
        clear = free & (room.ink - room.faint * over_dots == 0)
        for form in forms:
            centre = room.spot(clear, _size(form, boxed or over_dots))
            if centre is not None:
                return form, centre, boxed or over_dots
    return None


def _size(form: Block, boxed: bool) -> tuple[float, float]:
    return (form.width + 2 * PADDING, form.height + 2 * PADDING) if boxed else (form.width, form.height)


def _called_out(room: Room, area: int, forms: Sequence[Block], target: tuple[float, float]) -> Placed:
    """Place a label near a target but off it; above the map if nothing else is free."""
    free = (room.ink == 0) & ~room.taken & ~room.leaders
    rows, columns, inside = room.cells(target, (36, 36))
    free[rows[inside], columns[inside]] = False
    for limit in (NEAR, FAR):
        for form in forms:
            centre = _beside(room, _size(form, True), free, target, limit)
            if centre is not None:
                room.take(centre, _size(form, True))
                room.leaders[room.along(np.array([centre, target]))] = True
                return Placed(area, form, centre, True, target)
    return _above(room, area, forms, target)


def _beside(
    room: Room, size: tuple[float, float], free: np.ndarray, target: tuple[float, float], limit: float
) -> tuple[float, float] | None:
    """Return the nearest free place from which a line leads to the target without crossing text."""
    centres = room.places(free, size, 3.0)
    away = np.hypot(*(np.maximum(np.abs(centres - target) - np.array(size) / 2, 0)).T)
    for index in np.argsort(away, kind="stable")[:: max(1, len(away) // TRIES)]:
        if away[index] > limit:
            return None
        if not _crossed(room, centres[index], target):
            return float(centres[index][0]), float(centres[index][1])
    return None


def _crossed(room: Room, start: Sequence[float], end: tuple[float, float]) -> int:
    """Return how much text and how many other such lines a line would cross."""
    rows, columns = room.along(np.array([start, end]))
    return int((room.taken[rows, columns] | room.leaders[rows, columns]).sum())


def _above(room: Room, area: int, forms: Sequence[Block], target: tuple[float, float]) -> Placed:
    """Place a label above the map: low, near its target, its line crossing as little as can be."""
    options = []
    for rank, form in enumerate(forms):
        width, height = _size(form, True)
        for x in np.linspace(width / 2, max(room.width - width / 2, width / 2), 40).tolist():
            over = [top for left, right, top in room.above if left < x + width / 2 and x - width / 2 < right]
            low = max([room.height, *over])
            crossed = _crossed(room, (x, room.height - 1), target) + 30 * len(over)
            cost = 3 * crossed + 0.5 * (low - room.height) + 0.1 * abs(x - target[0]) + 4 * rank
            options.append((cost, rank, x, low + height / 2))
    _, rank, x, y = min(options)
    width, height = _size(forms[rank], True)
    room.above.append((x - width / 2, x + width / 2, y + height / 2))
    room.leaders[room.along(np.array([(x, room.height - 1), target]))] = True
    return Placed(area, forms[rank], (x, y), True, target)


def place_along(room: Room, text: str, strokes: Sequence[np.ndarray]) -> Along:
    """Place an equation along one of the strokes of its boundary, where it covers least.

    Parameters
    ----------
    room : Room
        The map.
    text : str
        For matplotlib.
    strokes : sequence of arrays of shape (n, 2)
        The drawn pieces of the boundary, in points.
    """
    own = sum(room.trace(stroke).astype(int) for stroke in strokes)
    others = ((room.ink - own) > 0) | room.taken | room.leaders
    options = []
    for size in (EQUATION, EQUATION - 1.5):
        line = Line(text, size)
        for stroke in strokes:
            options += [(cost + 3 * (EQUATION - size), along) for cost, along in _positions(room, line, stroke, others)]
    _, best = min(options, key=lambda option: option[0])
    room.take(best.centre, (best.line.width + 4, best.line.height), best.angle * pi / 180)
    return best


def _positions(room: Room, line: Line, stroke: np.ndarray, others: np.ndarray) -> list[tuple[float, Along]]:
    """Return places beside a stroke with what speaks against each."""
    steps = np.hypot(*np.diff(stroke, axis=0).T)
    reached = np.concatenate([[0], np.cumsum(steps)])
    length = reached[-1]
    half = min(line.width / 2 + 4, length / 2)
    found = []
    for middle in np.arange(half, length - half + 0.1, 5.0) if length > 2 * half else [length / 2]:
        start, end = (_walk(stroke, reached, s) for s in (middle - half, middle + half))
        angle = _upright(atan2(end[1] - start[1], end[0] - start[0]))
        bend = _bend(stroke, reached, middle - half, middle + half)
        chord = (start + end) / 2
        for side in (1, -1):
            away = line.height / 2 - 1 + bend + 2
            x, y = (float(v) for v in chord + side * away * np.array([-sin(angle), cos(angle)]))
            rows, columns, inside = room.cells((x, y), (line.width + 6, line.height), angle)
            covered = int(others[rows[inside], columns[inside]].sum()) + 6 * int((~inside).sum())
            too_short = max(0.0, line.width - length) / 8
            off_centre = abs(middle / length - 0.5) if length else 0.0
            cost = covered + too_short + bend + 3 * off_centre + (0.5 if side < 0 else 0) - min(length, 400) / 400
            found.append((cost, Along(line, (x, y), angle * 180 / pi)))
    return found


def _walk(stroke: np.ndarray, reached: np.ndarray, distance: float) -> np.ndarray:
    return np.array([np.interp(distance, reached, stroke[:, axis]) for axis in (0, 1)])


def _bend(stroke: np.ndarray, reached: np.ndarray, start: float, end: float) -> float:
    """Return how far a stroke departs from the straight line between two of its points, in points."""
    places = np.array([_walk(stroke, reached, s) for s in np.linspace(start, end, 9)])
    chord = places[-1] - places[0]
    size = float(np.hypot(*chord)) or GRAIN
    offsets = (places - places[0]) @ np.array([-chord[1], chord[0]]) / size
    return float(np.abs(offsets).max())


def _upright(angle: float) -> float:
    """Turn an angle so that text reads from left to right, or upwards."""
    if angle > pi / 2 + 1e-6:
        return angle - pi
    return angle + pi if angle <= -pi / 2 + 1e-6 else angle
