"""Which text goes where on a map of a given size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gametheory.formulas.polynomial import Polynomial
from gametheory.plots.blocks import Block, candidates, names_only
from gametheory.plots.placing import PADDING, Along, Placed, fits, place_along, place_label
from gametheory.plots.region_map import MapCell, RegionMap
from gametheory.plots.room import make_room
from gametheory.plots.shapes import DASHED, DOTTED
from gametheory.plots.writing import escaped

MARK = 9.0
"""Radius of an illustrative point, in points."""


@dataclass(frozen=True)
class Plan:
    """Where the text of a map stands; coordinates are points from its lower left corner.

    Parameters
    ----------
    width, height : float
        Of the map.
    labels : tuple of Placed
        The names and conditions.
    equations : tuple of Along
        Along the boundaries.
    """

    width: float
    height: float
    labels: tuple[Placed, ...]
    equations: tuple[Along, ...]

    @property
    def above(self) -> float:
        """The space that labels above the map take."""
        return max([0.0, *(p.centre[1] + p.block.height / 2 + PADDING - self.height for p in self.labels)])


def make_plan(region_map: RegionMap, width: float, height: float) -> Plan:
    """Place everything: illustrative points, then labels inside areas, equations, and labels beside small areas."""
    (left, right), (bottom, top) = ((float(low), float(high)) for low, high in region_map.section.box)

    def to_points(given: np.ndarray) -> np.ndarray:
        return (given - [left, bottom]) / [right - left, top - bottom] * [width, height]

    def area_at(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return region_map.shapes.lookup(left + x * (right - left), bottom + y * (top - bottom))

    groups: dict[Polynomial, list[np.ndarray]] = {}
    for stroke in region_map.shapes.strokes:
        groups.setdefault(stroke.boundary.polynomial, []).append(to_points(stroke.points))
    drawn = ((to_points(stroke.points), stroke.kind == DOTTED) for stroke in region_map.shapes.strokes)
    room = make_room(width, height, area_at, drawn)
    for mark in region_map.marks:
        x, y = to_points(np.array([float(mark.x), float(mark.y)]))
        room.take((float(x), float(y)), (2.4 * MARK, 2.4 * MARK))

    def put(index: int) -> tuple[Placed, ...]:
        x, y = to_points(np.array(region_map.shapes.areas[index].anchor))
        short = names_only(escaped(region_map.cells[index].name))
        return place_label(room, index, forms[index], short, (float(x), float(y)), boxed[index])

    # Large areas have room enough; what is small goes last, to what is left.
    forms = [_forms(cell) for cell in region_map.cells]
    boxed = [cell.outcomes is None or len(cell.outcomes) > 1 for cell in region_map.cells]
    sizes = np.bincount(room.areas.ravel(), minlength=len(forms))
    order = sorted(range(len(forms)), key=lambda index: -int(sizes[index]))
    roomy = [index for index in order if fits(room, index, forms[index], boxed[index])]
    labels = [placed for index in roomy for placed in put(index)]
    equations = tuple(
        place_along(room, _equation_text(region_map, polynomial), group)
        for polynomial, group in sorted(groups.items(), key=lambda item: _length(item[1]))
    )
    labels += [placed for index in order if index not in roomy for placed in put(index)]
    return Plan(width, height, tuple(labels), equations)


def _forms(cell: MapCell) -> tuple[Block, ...]:
    return candidates(escaped(cell.name), cell.described.figure, cell.clauses)


def _equation_text(region_map: RegionMap, polynomial: Polynomial) -> str:
    written = region_map.equations[polynomial].figure
    dashed = {stroke.label for stroke in region_map.shapes.strokes if stroke.kind == DASHED}
    own = {s.label for s in region_map.shapes.strokes if s.kind == DASHED and s.boundary.polynomial == polynomial}
    # With one extra line the key says what it is; with several each carries its name.
    return f"{', '.join(map(escaped, sorted(own)))}: {written}" if own and len(dashed) > 1 else written


def _length(group: list[np.ndarray]) -> float:
    return float(sum(np.hypot(*np.diff(line, axis=0).T).sum() for line in group))
