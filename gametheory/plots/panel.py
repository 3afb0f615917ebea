"""The panel beside a map: the game, the fixed numbers, and how to read the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes

from gametheory.formulas.display import text
from gametheory.incentive import shown
from gametheory.plots.blocks import SMALL
from gametheory.plots.items import Item, circle, crossed, gap, heading, paragraph, stroke, swatch
from gametheory.plots.matrix import game_items, wanted_width
from gametheory.plots.painting import DASHED_WIDTH, DASHES, DOTS, DOTTED_WIDTH, SOLID_WIDTH
from gametheory.plots.palette import NOTHING, shades
from gametheory.plots.region_map import RegionMap
from gametheory.plots.section import Section
from gametheory.plots.shapes import DASHED, DOTTED, EDGE, SOLID
from gametheory.plots.writing import assumptions, condition, escaped, values
from gametheory.region import Region

NARROWEST, WIDEST = 236.0, 330.0
"""Of the panel, in points."""


@dataclass(frozen=True)
class Panel:
    """Items below each other, and what the panel is as wide as."""

    items: tuple[Item, ...]
    width: float

    @property
    def height(self) -> float:
        """The height in points."""
        return sum(item.height for item in self.items)

    def draw(self, axes: Axes) -> None:
        """Draw into an Axes of exactly this size; its coordinates become points."""
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(0, self.height)
        top = self.height
        for item in self.items:
            item.draw(axes, top)
            top -= item.height


def make_panel(region_map: RegionMap) -> Panel:
    """Return the panel of a map, wide enough for the game within limits."""
    width = min(max(NARROWEST, wanted_width(region_map.section.shown)), WIDEST)
    given = list(_given(region_map.section, width))
    apart = [gap(10)] if given else []
    key = _key(region_map, width)
    return Panel((*given, *apart, heading("How to read"), *key), width)


def _given(section: Section, width: float) -> Iterator[Item]:
    """Yield what the map was made from."""
    if section.shown is not None:
        yield heading("The game" if section.game is not None else "The game that is repeated")
        yield from game_items(section.shown, width)
    if section.fixed:
        yield paragraph(f"drawn at  {values(section.fixed).figure}", width, after=4)
    if section.assumed.items:
        yield paragraph(f"assuming  {assumptions(section).figure}", width)
    if section.game is None:
        if section.shown is not None or section.fixed or section.assumed.items:
            yield gap(10)
        yield heading("The regions")
        for name, region in section.regions:
            yield paragraph(f"{escaped(shown(name))}: {_told(region)}", width, after=4)


def _told(region: Region) -> str:
    """Say what a region is: in its own words, or as mathematics if it is a mere relation."""
    formula = region.condition.formula
    return escaped(region.title) if region.title != text(formula) else condition(formula).figure


def _key(region_map: RegionMap, width: float) -> Iterator[Item]:
    names, strokes = region_map.names, region_map.shapes.strokes
    colours = shades(region_map.section.outcomes, region_map.present)
    sets = [area.outcomes for area in region_map.shapes.areas]
    several = [held for held in sets if held is not None and len(held) > 1]
    equilibria = "equilibri" in region_map.section.title.lower()
    for outcome, colour in colours.items():
        yield swatch(escaped(names.outcome(outcome)), width, [colour])
    if several:
        two = all(len(held) == 2 for held in several)
        words = ("both are equilibria" if two else "each colour is an equilibrium") if equilibria else "several hold"
        yield swatch(f"stripes: {words}", width, [colours[outcome] for outcome in several[0]])
    if () in sets:
        yield swatch(escaped(names.of(()) if names.named(()) else names.described(())), width, [NOTHING])
    if None in sets:
        yield crossed(names.of(None), width)
    yield gap(4)
    kinds = {stroke.kind for stroke in strokes}
    if kinds & {SOLID, EDGE}:
        words = "the set of equilibria changes" if equilibria else "what holds changes"
        yield stroke(f"solid: {words}", width, linewidth=SOLID_WIDTH)
    if DOTTED in kinds:
        words = "an indifference; the same equilibria on both sides" if equilibria else "the same holds on both sides"
        yield stroke(f"dotted: {words}", width, linewidth=DOTTED_WIDTH, linestyle=DOTS)
    for label in dict.fromkeys(one.label for one in strokes if one.kind == DASHED):
        words = f"dashed: {escaped(label)}{_side(region_map, label)}"
        yield stroke(words, width, linewidth=DASHED_WIDTH, linestyle=DASHES)
    for mark in region_map.marks:
        if mark.meaning:
            yield circle(mark.letter, escaped(mark.meaning), width)
    if region_map.marks:
        yield paragraph("circles: illustrative points, not estimates", width, SMALL, italic=True)
    yield gap(4)
    for words in _notes(region_map):
        yield paragraph(words, width, SMALL, italic=True, after=0)


def _side(region_map: RegionMap, label: str) -> str:
    sides = {stroke.side for stroke in region_map.shapes.strokes if stroke.label == label}
    (side,) = sides if len(sides) == 1 else ("",)
    return f" {side} it" if side else ""


def _notes(region_map: RegionMap) -> Iterator[str]:
    yield "All boundaries are exact." if region_map.shapes.exact else "Numerical boundary: contours of sampled values."
    if "Nash" in region_map.section.title:
        yield "Equilibria in pure actions only."
    if any(cell.clauses and cell.inner is not cell.formula for cell in region_map.cells):
        yield "Conditions in the map leave out the lines themselves."
