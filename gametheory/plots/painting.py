"""A planned map painted into an Axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform

from gametheory.plots.blocks import BODY, SMALL
from gametheory.plots.palette import CROSS, INK, NOTHING, PAPER, shades
from gametheory.plots.placing import PADDING, Placed
from gametheory.plots.plan import MARK, Plan
from gametheory.plots.region_map import Mark, RegionMap
from gametheory.plots.shapes import DASHED, DOTTED, Area, Stroke
from gametheory.plots.ticks import frame

STRIPE = 10.0
"""Width of a stripe in points."""
SLANT = 58.0
"""Direction of the stripes in degrees."""
CROSSES = 13.0
"""Distance between the crosses outside the premises, in points."""
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "mathtext.fontset": "dejavusans",
    "path.simplify": False,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}
SOLID_WIDTH, DASHED_WIDTH, DOTTED_WIDTH = 1.7, 2.2, 0.9
DASHES, DOTS = (0, (3.2, 1.6)), (0, (1, 2.2))
HALO = 3.2


def paint(axes: Axes, region_map: RegionMap, plan: Plan, scale: float = 1.0) -> None:
    """Paint a map; the Axes must have the plan's size times the scale."""
    frame(axes, region_map.section, scale)
    brush = Brush(axes, plan, scale)
    colours = shades(region_map.section.outcomes, region_map.present)
    for area in region_map.shapes.areas:
        brush.fill(area, [colours[outcome] for outcome in area.outcomes or ()])
    for stroke in region_map.shapes.strokes:
        brush.draw(stroke)
    for along in plan.equations:
        brush.write(along.centre, along.line.text, along.line.size, rotation=along.angle, halo=HALO)
    for placed in plan.labels:
        brush.label(placed)
    for mark in region_map.marks:
        brush.mark(mark)
    if not region_map.shapes.exact:
        brush.write((plan.width - 6, 9), "numerical boundary", SMALL, halo=HALO, ha="right", style="italic")


@dataclass(frozen=True)
class Brush:
    """Paints into one Axes; lengths are points before they are scaled."""

    axes: Axes
    plan: Plan
    scale: float

    @property
    def points(self) -> Transform:
        """The transform of points counted from the lower left corner of the Axes."""
        corner: Any = self.axes.transAxes  # an affine transform, though its type does not say so
        return Affine2D().scale(self.scale / 72) + self.axes.figure.dpi_scale_trans + ScaledTranslation(0, 0, corner)

    def fill(self, area: Area, tones: Sequence[str]) -> None:
        """Fill an area with one colour, or with stripes of several, or with crosses."""
        base = tones[0] if tones else PAPER if area.outcomes is None else NOTHING
        self.axes.add_patch(PathPatch(area.path, facecolor=base, edgecolor="none", linewidth=0, zorder=1))
        for place, tone in enumerate(tones[1:], start=1):
            bands = PathPatch(stripes(self.plan.width, self.plan.height, place, len(tones)), facecolor=tone)
            bands.set(edgecolor="none", linewidth=0, transform=self.points, zorder=1.1)
            self.axes.add_patch(bands)
            bands.set_clip_path(area.path, transform=self.axes.transData)
        if area.outcomes is None:
            steps = (np.arange(CROSSES / 2, side, CROSSES) for side in (self.plan.width, self.plan.height))
            x, y = (axis.ravel() for axis in np.meshgrid(*steps))
            crosses = Line2D(x, y, marker="x", markersize=3.2 * self.scale, mew=0.7 * self.scale, color=CROSS)
            crosses.set(linestyle="none", transform=self.points, zorder=1.1)
            self.axes.add_line(crosses)
            crosses.set_clip_path(area.path, transform=self.axes.transData)

    def draw(self, stroke: Stroke) -> None:
        """Draw a piece of a boundary."""
        if stroke.kind == DASHED:
            # Paper below the gaps keeps the dashes visible on stripes.
            self._line(stroke, PAPER, DASHED_WIDTH + 2.2, "solid", 3)
            self._line(stroke, INK, DASHED_WIDTH, DASHES, 3.1)
        elif stroke.kind == DOTTED:
            self._line(stroke, INK, DOTTED_WIDTH, DOTS, 2)
        else:
            self._line(stroke, INK, SOLID_WIDTH, "solid", 4)

    def _line(self, stroke: Stroke, colour: str, width: float, style: Any, order: float) -> None:
        line = Line2D(*stroke.points.T, color=colour, linewidth=width * self.scale, linestyle=style, zorder=order)
        line.set_dash_capstyle("butt")
        line.set_solid_capstyle("butt" if stroke.kind == DASHED else "round")
        self.axes.add_line(line)

    def label(self, placed: Placed) -> None:
        """Write a label, with its box and the line to its area if it needs them."""
        (x, y), block = placed.centre, placed.block
        outside = y > self.plan.height
        if placed.target is not None:
            start = (x, y - block.height / 2) if outside else (x, y)
            leader = Line2D(*zip(start, placed.target, strict=True), color=INK, linewidth=1.1 * self.scale)
            leader.set(marker="o", markevery=[1], markersize=3.4 * self.scale, transform=self.points, zorder=4.5)
            leader.set_path_effects([patheffects.withStroke(linewidth=2.8 * self.scale, foreground=PAPER)])
            self.axes.add_line(leader)
            leader.set_clip_on(False)
        if placed.boxed:
            corner = (x - block.width / 2, y - block.height / 2)
            style = f"round,pad={PADDING - 1.5},rounding_size=4"
            box = FancyBboxPatch(corner, block.width, block.height, boxstyle=style, facecolor=PAPER)
            edge = "none" if placed.target is None or outside else INK
            box.set(edgecolor=edge, linewidth=0.8 * self.scale, transform=self.points, zorder=5)
            self.axes.add_patch(box)
            box.set_clip_on(False)
        top = y + block.height / 2
        for line in block.lines:
            place = (x, top - line.height / 2)
            self.write(place, line.text, line.size, order=6, weight=line.weight, style=line.style)
            top -= line.height

    def mark(self, mark: Mark) -> None:
        """Draw an illustrative point."""
        x, y = float(mark.x), float(mark.y)
        circle = Line2D([x], [y], marker="o", markersize=2 * MARK * self.scale, mfc=PAPER, mec=INK, zorder=7)
        circle.set_markeredgewidth(1.7 * self.scale)
        self.axes.add_line(circle)
        circle.set_clip_on(False)
        middle: dict[str, Any] = {"ha": "center", "va": "center_baseline", "weight": "bold"}
        self.axes.text(x, y, mark.letter, size=BODY * self.scale, zorder=8, **middle)

    def write(
        self, centre: tuple[float, float], words: str, size: float, *, halo: float = 0, order: float = 5, **how: Any
    ) -> None:
        """Write one line, perhaps turned, perhaps on a halo."""
        effects = [patheffects.withStroke(linewidth=halo * self.scale, foreground=PAPER)] if halo else []
        aligned = {"ha": "center", "va": "center", "rotation_mode": "anchor"} | how
        text = self.axes.text(*centre, words, size=size * self.scale, zorder=order, path_effects=effects, **aligned)
        text.set_transform(self.points)


def stripes(width: float, height: float, place: int, count: int) -> Path:
    """Return slanted bands over a rectangle, those of one colour among several, in points."""
    along = np.array([cos(SLANT * pi / 180), sin(SLANT * pi / 180)])
    across = np.array([along[1], -along[0]])
    reach = width + height
    bands = []
    for start in np.arange(-reach + place * STRIPE, reach, count * STRIPE):
        corners = [start * across - reach * along, start * across + reach * along]
        corners += [(start + STRIPE) * across + reach * along, (start + STRIPE) * across - reach * along]
        bands.append(Path([*corners, corners[0]], closed=True))
    return Path.make_compound_path(*bands)
