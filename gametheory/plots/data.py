"""A map as exact text, so that a referee can compute it again."""

from __future__ import annotations

from typing import Any

from gametheory.formulas.display import polynomial_text
from gametheory.plots.cylinders import Curve, Cylinders
from gametheory.plots.names import OUTSIDE
from gametheory.plots.pieces import Arc, Piece
from gametheory.plots.region_map import RegionMap


def map_data(region_map: RegionMap) -> dict[str, Any]:
    """Return a map as a dictionary of text, lists and dictionaries, ready for JSON."""
    section = region_map.section
    axes = zip(("x", "y"), (section.x, section.y), section.box, strict=True)
    return {
        "title": section.title,
        **{
            key: {"name": axis.name, "meaning": axis.meaning, "low": str(low), "high": str(high)}
            for key, axis, (low, high) in axes
        },
        "fixed": {parameter.name: str(value) for parameter, value in section.fixed},
        "premises": [premise.text for premise in section.assumed.all],
        "exact": region_map.shapes.exact,
        "cells": [
            {
                "name": cell.name,
                "outcomes": None if cell.outcomes is None else _outcomes(cell.outcomes),
                "condition": cell.condition.plain or ("always" if cell.formula is not None else ""),
                "pieces": [
                    _piece(region_map.cylinders, piece)
                    for piece in region_map.pieces
                    if region_map.cylinders is not None and piece.outcomes == cell.outcomes
                ],
            }
            for cell in region_map.cells
        ],
        "boundaries": _boundaries(region_map),
        "points": [
            {
                "label": mark.meaning or mark.letter,
                section.x.name: str(mark.x),
                section.y.name: str(mark.y),
                "outcomes": _outcomes(mark.outcomes),
            }
            for mark in region_map.marks
        ],
    }


def _outcomes(outcomes: tuple[Any, ...]) -> list[Any]:
    return [outcome if isinstance(outcome, str) else list(outcome) for outcome in outcomes]


def _piece(cylinders: Cylinders, piece: Piece) -> dict[str, Any]:
    corners = piece.vertices(cylinders.base)
    turned = corners if corners is None or not cylinders.swapped else tuple((x, y) for y, x in corners)
    return {
        "along": cylinders.base,
        "from": str(piece.left),
        "to": str(piece.right),
        "lower": _curve(cylinders, piece.low),
        "upper": _curve(cylinders, piece.high),
        "vertices": None if turned is None else [[str(x), str(y)] for x, y in turned],
    }


def _curve(cylinders: Cylinders, curve: Curve) -> str:
    above, below = polynomial_text(curve.above), curve.below.value
    if below is not None:
        scaled = [(monomial, coefficient / below) for monomial, coefficient in curve.above.terms]
        return f"{cylinders.fibre} = {polynomial_text(type(curve.above)(tuple(scaled)))}"
    return f"{cylinders.fibre} = ({above})/({polynomial_text(curve.below)})"


def _boundaries(region_map: RegionMap) -> list[dict[str, Any]]:
    if region_map.cylinders is None:
        strokes = {(s.kind, s.label, s.boundary.polynomial): s for s in region_map.shapes.strokes}
        return [
            {
                "kind": kind,
                **({"line": label} if label else {}),
                "equation": region_map.equations[polynomial].plain,
                "zero of": polynomial_text(polynomial),
            }
            for kind, label, polynomial in strokes
        ]
    return [_arc(region_map, region_map.cylinders, arc) for arc in region_map.arcs]


def _arc(region_map: RegionMap, cylinders: Cylinders, arc: Arc) -> dict[str, Any]:
    polynomial = arc.boundary.polynomial
    irrational = arc.heights is not None and arc.ends[0].value is None
    if arc.heights is None:
        along, ends = cylinders.base, tuple(map(str, arc.ends))
    else:
        along = cylinders.fibre
        ends = tuple(f"about {float(end):.6g}" if irrational else str(end) for end in arc.heights)
    return {
        "kind": arc.kind,
        **({"line": arc.label} if arc.label else {}),
        "equation": region_map.equations[polynomial].plain,
        "zero of": polynomial_text(polynomial),
        "along": along,
        "from": ends[0],
        "to": ends[1],
        # Of a wall at an irrational number it was not asked what holds on it.
        "holds on it": _outcomes(arc.on_it) if arc.on_it is not None else None if irrational else OUTSIDE,
    }
