"""Roots, strips, pieces and arcs in cases worked by hand."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.formulas.polynomial import Polynomial, constant, variable
from gametheory.plots.cylinders import decompose
from gametheory.plots.exact_shapes import exact_shapes
from gametheory.plots.pieces import arcs, pieces
from gametheory.plots.roots import rational, roots_between
from gametheory.plots.section import Section, read_section
from gametheory.plots.shapes import EDGE, SOLID

U = variable("u")


def number(value: int) -> Polynomial:
    return constant(value)


def section_of(source: Any, x: Any, y: Any, ranges: Any, **more: Any) -> Section:
    return read_section(source, x, y, ranges, more.get("fixed"), gt.nash, more.get("lines"))


def test_roots_are_exact_and_in_order() -> None:
    polynomials = [
        U * U - number(2),
        number(2) * U - number(3),
        U * U + number(1),
        number(5),
        U * U * U - number(4) * U,
    ]
    found = roots_between(polynomials, Fraction(-5), Fraction(2))
    assert [str(root) for root in found] == [
        "the root of u**2 - 2 near -1.41421" if i == 1 else text
        for i, text in enumerate(["-2", "", "0", "the root of u**2 - 2 near 1.41421", "3/2"])
    ]
    assert [root.value for root in found] == [-2, None, 0, None, Fraction(3, 2)]
    assert all(left.high < right.low for left, right in pairwise(found))


def test_near_roots_are_told_apart() -> None:
    close = Fraction(14142135623730950488016887242097, 10**31)
    below = constant(close.denominator) * U - constant(close.numerator)
    left, right = roots_between([U * U - number(2), below], Fraction(0), Fraction(2))
    assert (left.value, right.value) == (None, close) or (left.value, right.value) == (close, None)
    assert left.high < right.low


def test_a_rational_number_is_a_root() -> None:
    half = rational(Fraction(1, 2), "u")
    assert (half.value, str(half), half.near) == (Fraction(1, 2), "1/2", Fraction(1, 2))


def test_a_wall_at_an_irrational_number() -> None:
    x, y = gt.parameters("x y")
    # All three boundaries meet at x = y = sqrt(2).
    far = {"far": gt.when((x**2 > 2) & (y > x) & (x * y > 2))}
    section = section_of(far, x, y, {x: (0, 2), y: (0, 3)})
    cylinders = decompose(section)
    assert cylinders is not None and not cylinders.swapped
    wall = next(arc for arc in arcs(cylinders) if arc.curve is None and arc.kind == SOLID)
    assert wall.on_it is None
    assert wall.heights is not None
    assert abs(float(wall.heights[0]) - 2**0.5) < 1e-12 and wall.heights[1] == 3
    assert any(piece.vertices("x") is None for piece in pieces(cylinders))
    ax = gt.plots.regions(far, x, y, ranges={x: (0, 2), y: (0, 3)})
    solid = next(a for a in gt.plots.region_data(ax)["boundaries"] if a["along"] == "y" and a["kind"] == "solid")
    assert solid["from"] == "about 1.41421" and solid["holds on it"] is None


def test_a_wall_is_cut_where_what_it_parts_changes() -> None:
    x, y = gt.parameters("x y")
    sources = {"a": gt.when((x > 1) & (y > 1)), "b": gt.when((x > 1) & (y < 2))}
    section = section_of(sources, x, y, {x: (0, 2), y: (0, 3)})
    cylinders = decompose(section)
    assert cylinders is not None
    walls = [arc for arc in arcs(cylinders) if arc.curve is None]
    assert [(arc.kind, arc.heights) for arc in walls] == [(SOLID, (Fraction(0), Fraction(3)))]
    wall_and_line = section_of(sources, x, y, {x: (0, 2), y: (0, 3)}, lines={"p": x > 1, "q": (x > 1) & (y > 1)})
    cylinders = decompose(wall_and_line)
    assert cylinders is not None
    # Where the set changes, the wall is solid whatever else changes there.
    assert {arc.kind for arc in arcs(cylinders) if arc.curve is None} == {SOLID}


def test_two_lines_on_one_wall() -> None:
    x, y = gt.parameters("x y")
    section = section_of(
        {"a": gt.when(y > 1)}, x, y, {x: (0, 2), y: (0, 3)}, lines={"p": x > 1, "q": (x < 1) & (y > 2)}
    )
    cylinders = decompose(section)
    assert cylinders is not None
    dashed = sorted(
        (arc.label, arc.high_side, arc.heights) for arc in arcs(cylinders) if arc.label and arc.curve is None
    )
    assert [one[:2] for one in dashed if one[0] == "q"] == [("q", False)]
    assert {one[:2] for one in dashed if one[0] == "p"} == {("p", True)}
    shapes = exact_shapes(cylinders, pieces(cylinders), arcs(cylinders))
    assert {(s.label, s.side) for s in shapes.strokes if s.label} >= {("p", "right of"), ("q", "left of")}


def test_outside_the_premises(parabola: Any) -> None:
    data = parabola.data
    outside = data["cells"][-1]
    assert (outside["outcomes"], outside["condition"], outside["name"]) == (None, "", "outside the premises")
    edges = {arc["equation"]: arc["holds on it"] for arc in data["boundaries"] if arc["kind"] == EDGE}
    assert edges == dict.fromkeys(("y = 2 - x", "y = -1", "x = z"), "outside the premises")
    kinds = {arc["equation"]: arc["kind"] for arc in data["boundaries"] if arc["kind"] in (EDGE, SOLID)}
    assert kinds == {"x = y**2": SOLID, "y = 2 - x": EDGE, "y = -1": EDGE, "x = z": EDGE}
    region_map = parabola.axes.region_map
    assert region_map.cylinders.swapped
    for area in region_map.shapes.areas:
        x, y = (Fraction(float(c)) for c in area.anchor)
        assert region_map.section.decide(x, y).outcomes == area.outcomes
    upper = next(arc for arc in data["boundaries"] if arc.get("line") == "upper")
    assert (upper["kind"], upper["equation"], upper["along"]) == ("dashed", "y = 0", "x")
    assert {s.side for s in region_map.shapes.strokes if s.label} == {"above"}


def test_lookup_agrees_with_exact_decisions(parabola: Any, alliance: Any) -> None:
    for drawn in (parabola, alliance):
        region_map = drawn.axes.region_map
        (left, right), (low, high) = region_map.section.box
        grid = [
            (left + (right - left) * Fraction(i, 23), low + (high - low) * Fraction(j, 19))
            for i in range(1, 23)
            for j in range(1, 19)
        ]
        index = region_map.shapes.lookup(*(np.array([float(p[i]) for p in grid]) for i in (0, 1)))
        agreeing = [
            region_map.section.decide(*point).outcomes == region_map.shapes.areas[int(i)].outcomes
            for point, i in zip(grid, index, strict=True)
        ]
        # A point on a boundary may be drawn on either side.
        assert sum(agreeing) > 0.95 * len(grid)


def test_a_region_that_is_a_line() -> None:
    x, y = gt.parameters("x y")
    ax = gt.plots.regions({"tie": gt.when(gt.equal(x, y))}, x, y, ranges={x: (0, 1), y: (0, 1)})
    data = gt.plots.region_data(ax)
    assert [cell["condition"] for cell in data["cells"]] == ["x != y"]
    assert [(arc["kind"], arc["holds on it"]) for arc in data["boundaries"]] == [("dotted", ["tie"])]
    assert ax.figure.texts[0].get_text().startswith("Not tie exactly when")


@pytest.mark.parametrize("upright", [True, False])
def test_a_pole_stays_outside(upright: bool) -> None:
    x, y = gt.parameters("x y")
    condition = (x - 1) * y > 1 if upright else (y - 1) * x > 1
    section = section_of({"above": gt.when(condition)}, x, y, {x: (0, 3), y: (0, 3)})
    cylinders = decompose(section)
    assert cylinders is not None
    shapes = exact_shapes(cylinders, pieces(cylinders), arcs(cylinders))
    for stroke in shapes.strokes:
        assert np.isfinite(stroke.points).all() and stroke.points.min() >= 0 and stroke.points.max() <= 3
