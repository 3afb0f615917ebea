"""Where a solver's model has irrational coordinates: undecided, or another point."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy

import gametheory as gt
from tests.trap_games import x, y, z

IRRATIONAL = (gt.equal(x**2, 2), gt.equal(x**3, 2), gt.equal(x**2 + y**2, 3), gt.equal(x**2, x + 1))


@pytest.mark.no_cover
@pytest.mark.parametrize("relation", IRRATIONAL, ids=str)
def test_a_condition_that_only_irrational_points_meet_is_undecided(relation: Any) -> None:
    for statement in (gt.possible(relation), gt.never(relation), gt.always(~gt.when(relation)), gt.always(x > 0)):
        assert gt.prove(statement, assuming=relation if statement.kind == "always" else None).status == "undecided"
    assert gt.prove(~relation).status == "undecided"
    assert gt.prove(gt.exactly(relation, x > x + 1)).status == "undecided"
    region = gt.when(relation)
    for ask in (region.is_empty, region.witness, (~region).is_everywhere, lambda: region.implies(x > 9)):
        with pytest.raises(gt.Undecided):
            ask()
    with pytest.raises(gt.Undecided):
        assert gt.premises(relation).consistent
    parts = gt.partition({"curve": region})
    assert not parts.complete
    assert parts.reason
    assert str(region) not in ("never", "always")


def test_an_open_condition_has_a_rational_witness() -> None:
    root = Fraction(99, 70) - Fraction(1, 10**4), Fraction(99, 70) + Fraction(1, 10**4)  # the square root of 2 between
    assert root[0] ** 2 < 2 < root[1] ** 2
    narrow = gt.when((x**2 > 2) & (x < root[1]) & (x > 0)).witness()
    assert narrow["x"] ** 2 > 2
    disc = gt.when((x**2 + y**2 < 2) & (x * y > Fraction(99, 100))).witness()
    assert disc["x"] ** 2 + disc["y"] ** 2 < 2
    assert disc["x"] * disc["y"] > Fraction(99, 100)
    ring = gt.when((x**3 + y**3 + z**3 > 3 * x * y * z) & (x + y + z < 1) & (x > y) & (y > z) & (z > 0)).witness()
    assert ring["x"] > ring["y"] > ring["z"] > 0
    assert gt.prove(gt.possible((x**2 > 2) & (x**2 < Fraction(201, 100)))).status == "proved"


def test_rational_points_of_a_curve_are_points() -> None:
    for relation in (gt.equal(x**2, 4), gt.equal(x * y, 6), gt.equal(y, x**2), gt.equal(x**2 * y, 2)):
        point = gt.when(relation & (x > 1)).witness()
        assert relation.subs({x: sympy.Rational(point["x"]), y: sympy.Rational(point.named.get("y", 0))}) == True  # noqa: E712
        assert point["x"] > 1
