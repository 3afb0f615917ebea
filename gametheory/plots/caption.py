"""A map in words: the alternative text for readers who do not see it."""

from __future__ import annotations

from gametheory.plots.region_map import MapCell, RegionMap
from gametheory.plots.shapes import DASHED, DOTTED, EDGE, SOLID
from gametheory.plots.writing import values

MEANINGS = {
    SOLID: "Solid lines, where the set changes",
    EDGE: "Edge of the premises",
    DOTTED: "Dotted lines, an indifference with the same set on both sides",
}


def caption(region_map: RegionMap) -> str:
    """Return a description of a map in plain text."""
    section = region_map.section
    axes = " and ".join(
        f"{axis.name}{f' ({axis.meaning})' if axis.meaning else ''} from {low} to {high}"
        for axis, (low, high) in zip((section.x, section.y), section.box, strict=True)
    )
    at = f", at {values(section.fixed).plain}" if section.fixed else ""
    sentences = [f"Map of {section.title} over {axes}{at}."]
    sentences += [_sentence(cell) for cell in region_map.cells]
    for kind, meaning in MEANINGS.items():
        found = _equations(region_map, kind)
        if found:
            sentences.append(f"{meaning}: {'; '.join(found)}.")
    for label in dict.fromkeys(stroke.label for stroke in region_map.shapes.strokes if stroke.kind == DASHED):
        sentences.append(f"Dashed line, {label}: {'; '.join(_equations(region_map, DASHED, label))}.")
    for mark in region_map.marks:
        meaning = f" ({mark.meaning})" if mark.meaning else ""
        sentences.append(
            f"Illustrative point {mark.letter}{meaning}: {section.x.name} = {mark.x}, {section.y.name} = {mark.y}, "
            f"{region_map.names.of(mark.outcomes)}."
        )
    sentences.append("All boundaries are exact." if region_map.shapes.exact else "The boundaries are numerical.")
    return " ".join(sentences)


def _sentence(cell: MapCell) -> str:
    if cell.outcomes is None:
        return f"Left white: {cell.name} ({cell.described.plain})."
    described = f" ({cell.described.plain})" if cell.described.plain else ""
    return f"{cell.name}{described}: {cell.condition.plain or 'everywhere on the map'}."


def _equations(region_map: RegionMap, kind: str, label: str = "") -> list[str]:
    found = [s.boundary.polynomial for s in region_map.shapes.strokes if s.kind == kind and s.label == label]
    return [region_map.equations[polynomial].plain for polynomial in dict.fromkeys(found)]
