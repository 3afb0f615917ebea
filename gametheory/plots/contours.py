"""The fallback for boundaries that are curved in both parameters: contours of sampled values, and marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.path import Path

from gametheory.formulas.formula import Formula, Leaf, fold
from gametheory.plots.boundaries import Boundary, boundaries
from gametheory.plots.cylinders import evaluated
from gametheory.plots.section import Section
from gametheory.plots.shapes import DASHED, Area, Shapes, Stroke, area_order, stroke_kind

SAMPLES = 401
SHORTEST_RUN = 0.06
"""Along a shorter part of a contour, as a part of the map, no change of what happens is believed."""
STEP_ASIDE = 3e-4
"""How far from a contour, as a part of the map, its two sides are looked at."""


def contour_shapes(section: Section) -> Shapes:
    """Return the shapes of a map from values on a grid."""
    names = (section.x.name, section.y.name)
    across, up = (np.linspace(float(low), float(high), SAMPLES) for low, high in section.box)
    x, y = np.meshgrid(across, up)
    sampled = _heights(section, {names[0]: x, names[1]: y})
    found = {
        key: _signed(section, key, sampled) for key in {_held(section, code) for code in np.unique(_codes(sampled))}
    }
    # A set that only holds on a line may hold at a sample by chance; it has no area.
    keys = area_order(section.outcomes, (key for key, height in found.items() if height.max() > 0))
    areas = []
    for key in keys:
        place = np.unravel_index(int(np.argmax(found[key])), x.shape)
        areas.append(Area(key, _filled(across, up, found[key]), (float(x[place]), float(y[place]))))

    def lookup(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        heights = _heights(section, {names[0]: x, names[1]: y})
        return np.asarray(np.argmax([_signed(section, key, heights) for key in keys], axis=0))

    strokes = [
        stroke
        for boundary in boundaries(section)
        for line in _level(across, up, evaluated(boundary.polynomial, {names[0]: x, names[1]: y}))
        for stroke in _strokes(section, boundary, line)
    ]
    return Shapes(tuple(areas), tuple(strokes), lookup, False)


def _heights(section: Section, values: dict[str, np.ndarray]) -> list[np.ndarray]:
    """Return a function for the premises, each outcome and each line; it is positive inside and negative outside."""
    formulas = [section.inside, *section.formulas.values(), *section.line_formulas.values()]
    return [_height(formula, values) for formula in formulas]


def _height(formula: Formula, values: dict[str, np.ndarray]) -> np.ndarray:
    shape = np.shape(next(iter(values.values())))

    def leaf(node: Leaf) -> np.ndarray:
        product = np.ones(shape)
        for factor in node.atom.factors:
            product = product * evaluated(factor, values)
        match node.atom.relation:
            case "==":
                return -np.abs(product)
            case "!=":
                return np.abs(product)
            case _:
                return product

    return fold(
        formula,
        leaf,
        lambda parts: np.min([np.full(shape, np.inf), *parts], axis=0),
        lambda parts: np.max([np.full(shape, -np.inf), *parts], axis=0),
    )


def _codes(heights: list[np.ndarray]) -> np.ndarray:
    """Return what holds as one number a point: a bit for each outcome and line, -1 outside the premises."""
    inside, *rest = heights
    code = np.zeros(np.shape(inside), dtype=np.int64)
    for place, height in enumerate(rest):
        code |= (height >= 0).astype(np.int64) << place
    return np.where(inside >= 0, code, -1)


def _held(section: Section, code: np.int64) -> tuple[Any, ...] | None:
    if code < 0:
        return None
    return tuple(outcome for place, outcome in enumerate(section.outcomes) if code >> place & 1)


def _signed(section: Section, key: tuple[Any, ...] | None, heights: list[np.ndarray]) -> np.ndarray:
    """Return a function that is positive exactly where a set holds."""
    inside, *rest = heights
    if key is None:
        return -inside
    per_outcome = zip(section.outcomes, rest, strict=False)
    signed = [height if outcome in key else -height for outcome, height in per_outcome]
    finite = np.min([inside, *signed], axis=0)
    return np.asarray(np.clip(finite, -1e9, 1e9))


def _filled(across: np.ndarray, up: np.ndarray, height: np.ndarray) -> Path:
    axes = Figure().add_subplot()
    top = max(float(height.max()), 0.0) + 1
    (path,) = axes.contourf(across, up, np.clip(height, -1e9, 1e9), levels=[0, top]).get_paths()
    return Path(path.vertices, path.codes)


def _level(across: np.ndarray, up: np.ndarray, height: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the lines on which a function is zero."""
    if height.min() < 0 < height.max():
        axes = Figure().add_subplot()
        (path,) = axes.contour(across, up, height, levels=[0]).get_paths()
        codes, vertices = np.asarray(path.codes), np.asarray(path.vertices)
        for start, end in pairwise([*np.flatnonzero(codes == Path.MOVETO), len(codes)]):
            line = vertices[start:end]
            if codes[end - 1] == Path.CLOSEPOLY:
                line[-1] = line[0]
            yield line


def _strokes(section: Section, boundary: Boundary, line: np.ndarray) -> Iterator[Stroke]:
    """Cut a contour where what happens across it changes."""
    spans = np.array([float(high - low) for low, high in section.box])
    ahead = np.diff(line, axis=0) / spans
    lengths = np.hypot(*ahead.T)
    normal = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / np.where(lengths > 0, lengths, 1)[:, None]
    middle = (line[:-1] + line[1:]) / 2
    sides = []
    for sign in (-1, 1):
        aside = middle + sign * STEP_ASIDE * normal * spans
        values = {section.x.name: aside[:, 0], section.y.name: aside[:, 1]}
        sides.append(_codes(_heights(section, values)))
    happening = [_happening(section, boundary, int(low), int(high)) for low, high in zip(*sides, strict=True)]
    for (kind, label), start, end in _runs(happening, lengths):
        if kind:
            yield Stroke(kind, line[start : end + 1], boundary, label)


def _runs(happening: list[tuple[str, str]], lengths: np.ndarray) -> list[tuple[tuple[str, str], int, int]]:
    """Return what happens from where to where; short runs, where one line passes close to another, are not believed."""
    runs: list[tuple[tuple[str, str], int, int]] = []
    start = 0
    for what, steps in groupby(happening):
        end = start + len(list(steps))
        if runs and (what == runs[-1][0] or lengths[start:end].sum() < SHORTEST_RUN):
            runs[-1] = (runs[-1][0], runs[-1][1], end)
        else:
            runs.append((what, start, end))
        start = end
    if len(runs) > 1 and lengths[: runs[0][2]].sum() < SHORTEST_RUN:
        runs[:2] = [(runs[1][0], 0, runs[1][2])]
    return runs


def _happening(section: Section, boundary: Boundary, low: int, high: int) -> tuple[str, str]:
    count = len(section.outcomes)
    changed = (low ^ high) >> count if low >= 0 and high >= 0 and "line" in boundary.roles else 0
    below, above = (_held(section, np.int64(code)) for code in (low, high))
    kind = stroke_kind(below, above, bool(changed), boundary.roles)
    if kind != DASHED:
        return kind, ""
    labels = list(section.line_formulas)
    return kind, next(label for place, label in enumerate(labels) if changed >> place & 1)
