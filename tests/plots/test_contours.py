"""Boundaries curved in both parameters: contours, marked as such."""

from fractions import Fraction

import numpy as np
import pytest

import gametheory as gt
from gametheory.plots.contours import contour_shapes
from gametheory.plots.section import Section, read_section
from tests.plots.conftest import Drawn


def test_the_figure_says_that_it_is_numerical(circle: Drawn) -> None:
    assert not circle.data["exact"]
    assert "numerical boundary" in circle.texts
    assert "Numerical boundary: contours of sampled values." in circle.texts
    assert circle.axes.caption().endswith("The boundaries are numerical.")  # type: ignore[attr-defined]
    assert all(cell["pieces"] == [] for cell in circle.data["cells"])


def test_an_exact_figure_does_not(threat: Drawn) -> None:
    assert "numerical boundary" not in threat.texts
    assert "All boundaries are exact." in threat.texts


def test_kinds_of_contours(circle: Drawn) -> None:
    kinds = {(one["kind"], one.get("line", ""), one["zero of"]) for one in circle.data["boundaries"]}
    assert kinds == {
        ("solid", "", "x**2 + y**2 - 1"),
        ("solid", "", "x**3 + x - y**2"),
        ("dashed", "wide", "x**2 + 2*y**2 - 3"),
        ("dashed", "low", "y + 1"),
        ("edge", "", "x + y - 3"),
    }


def test_areas_hold_what_they_say(circle: Drawn) -> None:
    region_map = circle.axes.region_map  # type: ignore[attr-defined]
    section: Section = region_map.section
    for area in region_map.shapes.areas:
        held = section.decide(*(Fraction(c) for c in area.anchor))
        assert held.outcomes == area.outcomes
    chance = np.random.default_rng(3)
    x, y = chance.uniform(-2, 2, (2, 500))
    index = region_map.shapes.lookup(x, y)
    for a, b, place in zip(x, y, index, strict=True):
        assert (
            section.decide(Fraction(float(a)), Fraction(float(b))).outcomes == region_map.shapes.areas[place].outcomes
        )


def test_lines_stay_on_their_boundaries(circle: Drawn) -> None:
    region_map = circle.axes.region_map  # type: ignore[attr-defined]
    for stroke in region_map.shapes.strokes:
        x, y = stroke.points.T
        if "x**2 + y**2 - 1" in str(region_map.equations[stroke.boundary.polynomial].plain):
            assert np.abs(x**2 + y**2 - 1).max() < 1e-3
    closed = [
        s for s in region_map.shapes.strokes if region_map.equations[s.boundary.polynomial].plain == "x**2 + y**2 = 1"
    ]
    assert sum(float(np.hypot(*np.diff(s.points, axis=0).T).sum()) for s in closed) == pytest.approx(
        2 * np.pi, rel=1e-3
    )


def test_relations_of_every_kind() -> None:
    x, y = gt.parameters("x y")
    curve = x**2 + y**2
    regions = {
        "on": gt.when(gt.equal(curve, 1)),
        "off": gt.when(~gt.equal(curve, 2)),
        "far": gt.when(curve > 20),
        "always": gt.when(x < 9),
    }
    section = read_section(regions, x, y, {x: (-2, 2), y: (-2, 2)}, None, gt.nash, None)
    shapes = contour_shapes(section)
    assert [area.outcomes for area in shapes.areas] == [("off", "always")]
    # Both are lines on which the set differs, with the same set on both sides.
    assert {stroke.kind for stroke in shapes.strokes} == {"dotted"}


def test_a_short_change_along_a_line_is_not_believed() -> None:
    from gametheory.plots.contours import _runs

    a, b = ("solid", ""), ("dotted", "")
    lengths = np.full(40, 0.01)
    assert _runs([a] * 18 + [b] * 3 + [a] * 19, lengths) == [(a, 0, 40)]
    assert _runs([a] * 20 + [b] * 20, lengths) == [(a, 0, 20), (b, 20, 40)]
    assert _runs([b] * 2 + [a] * 38, lengths) == [(a, 0, 40)]
