"""Exact volumes: worked by hand, and against counting the cells of a fine grid whose planes are grid planes."""

import random
from fractions import Fraction
from itertools import product
from math import factorial

import pytest

import gametheory as gt
from gametheory.formulas import volume as module
from gametheory.formulas.formula import FALSE, TRUE, Formula, atom, conjunction, disjunction, evaluate
from gametheory.formulas.polynomial import constant, variable
from gametheory.formulas.translate import comparison
from gametheory.formulas.volume import is_linear, volume

x, y, z, u, v, w, t = gt.parameters("x y z u v w t")
UNIT = (Fraction(0), Fraction(1))


def formula(left: object, relation: str, right: object) -> Formula:
    return comparison(left, relation, right).formula


def unit(*names: str) -> dict[str, tuple[Fraction, Fraction]]:
    return dict.fromkeys(names, UNIT)


@pytest.mark.parametrize("count", range(1, 6))
def test_the_corner_of_a_cube_below_the_sum_one_is_one_over_n_factorial(count: int) -> None:
    chosen = (x, y, z, u, v, w)[:count]
    below = formula(sum(chosen), "<=", 1)
    assert volume(below, unit(*(p.name for p in chosen))) == Fraction(1, factorial(count))


def test_orders_of_numbers_are_equally_likely() -> None:
    chain = conjunction((formula(x, ">", y), formula(y, ">", z), formula(z, ">", u)))
    assert volume(chain, unit("x", "y", "z", "u")) == Fraction(1, 24)


def test_a_plane_has_no_volume_and_everything_has_all() -> None:
    box = {"x": (Fraction(-3), Fraction(5)), "y": UNIT}
    assert volume(formula(x, "==", y), box) == 0
    assert volume(formula(x, "!=", y), box) == 1
    assert volume(TRUE, box) == 1 and volume(FALSE, box) == 0
    assert volume(TRUE, {}) == 1
    assert volume(formula(x, ">", 4), box) == volume(formula(x, ">=", 4), box) == Fraction(1, 8)


def test_a_product_of_linear_factors_is_cut_at_each() -> None:
    saddle = atom((variable("x") - constant(Fraction(1, 2)), variable("y") - constant(Fraction(1, 4))), ">")
    assert is_linear(saddle)
    assert volume(saddle, unit("x", "y")) == Fraction(1, 2)
    assert not is_linear(formula(x * y + 1, ">", 0)) and not is_linear(formula(x**2 - 2, ">", 0))


def test_random_unions_of_grid_cells_have_the_volume_that_counting_finds() -> None:
    rng = random.Random(3)
    for _ in range(25):
        parts = []
        for _ in range(3):  # planes x = i/3 and y + z = j/3 and so on: grid cells are cut along diagonals only
            bound = Fraction(rng.randint(0, 3), 3)
            side = rng.choice(((x, ">"), (y, "<="), (z, ">="), (y, ">"), (x, "<")))
            parts.append(formula(side[0], side[1], bound))
        joined = rng.choice((conjunction, disjunction))((disjunction(parts[:2]), parts[2]))
        centres = [Fraction(2 * i + 1, 6) for i in range(3)]
        inside = sum(evaluate(joined, dict(zip("xyz", point, strict=True))) for point in product(centres, repeat=3))
        assert volume(joined, unit("x", "y", "z")) == Fraction(inside, 27)


def test_random_polygons_have_the_area_that_clipping_finds() -> None:
    def clipped(corners: list[tuple[Fraction, Fraction]], a: int, b: int, c: int) -> list[tuple[Fraction, Fraction]]:
        """Cut a polygon with a x + b y <= c (Sutherland and Hodgman)."""
        kept = []
        for (px, py), (qx, qy) in zip(corners, corners[1:] + corners[:1], strict=True):
            here, there = c - a * px - b * py, c - a * qx - b * qy
            if here >= 0:
                kept.append((px, py))
            if here * there < 0:
                part = Fraction(here, here - there)
                kept.append((px + part * (qx - px), py + part * (qy - py)))
        return kept

    def area(corners: list[tuple[Fraction, Fraction]]) -> Fraction:
        turned = corners[1:] + corners[:1]
        return abs(sum(((p[0] * q[1] - q[0] * p[1]) for p, q in zip(corners, turned, strict=True)), Fraction(0))) / 2

    rng = random.Random(5)
    for _ in range(60):
        polygon = [
            (Fraction(0), Fraction(0)),
            (Fraction(2), Fraction(0)),
            (Fraction(2), Fraction(1)),
            (Fraction(0), Fraction(1)),
        ]
        sides = []
        for _ in range(rng.randint(1, 4)):
            a, b, c = (rng.randint(-4, 4) for _ in range(3))
            if (a, b) == (0, 0):
                continue
            polygon = clipped(polygon, a, b, c) if polygon else polygon
            sides.append(formula(a * x + b * y, "<=", c))
        found = volume(conjunction(sides), {"x": (Fraction(0), Fraction(2)), "y": UNIT})
        assert found == (area(polygon) / 2 if polygon else 0)


def test_too_much_is_left_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    assert volume(formula(x, ">", 0), unit("x", "y", "z", "u", "v", "w", "t")) is None
    monkeypatch.setattr(module, "MOST_CUTS", 2)
    assert volume(conjunction((formula(3 * x, ">", y), formula(x + y, ">", 1))), unit("x", "y")) is None
