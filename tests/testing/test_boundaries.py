"""Points on and beside indifference surfaces, with the differences of payoffs worked out by hand."""

from fractions import Fraction

import pytest

import gametheory as gt
from tests.testing.draws import draws, numbers, smallest

w, c, t = gt.parameters("w c t")
p = gt.Parameter("p", above=0)
q = gt.Parameter("q", above=0)
NEAR = Fraction(1, 1000)

# A gains w - c by signing where B signs, and loses t by signing alone; B's gains are w - c and p*q - t.
SIGNING = gt.Game(
    "Signing",
    ("A", "B"),
    ("sign", "wait"),
    {
        ("sign", "sign"): (w - c, w - c),
        ("sign", "wait"): (-t, 0),
        ("wait", "sign"): (0, p * q - t),
        ("wait", "wait"): (0, 0),
    },
    assuming=(t > 0, c >= 0),
)
GAPS = {"w - c": lambda n: n.w - n.c, "p*q - t": lambda n: n.p * n.q - n.t}


def test_points_lie_where_they_say() -> None:
    drawn = draws(gt.testing.boundary_params(SIGNING), 90)
    found = set()
    for one in drawn:
        n = numbers(one.point)
        assert n.t > 0 and n.c >= 0 and n.p > 0 and n.q > 0
        [name] = [name for name in GAPS if name in str(one.surface).replace("-c + w", "w - c")]
        gap = GAPS[name](n)
        assert (gap > 0) - (gap < 0) == one.side
        assert abs(gap) <= NEAR
        found.add((name, one.side))
    assert found == {(name, side) for name in GAPS for side in (-1, 0, 1)}


def test_each_surface_is_listed_once_with_all_who_stand_on_it() -> None:
    listed = gt.testing.surfaces(SIGNING)
    [(first, sides), (second, _)] = listed.drawn
    assert sorted(sides) == [-1, 0, 1]
    assert [one.player for one in first.incentives] == ["A", "B"]
    assert [one.player for one in second.incentives] == ["B"]
    [away] = listed.out_of_reach
    assert away.gap == -t
    assert "w - c = 0 (A between (sign, sign) and (wait, sign), and 1 more); sides -1, 0, 1" in str(listed)
    assert "no point under the premises" in str(listed)


def test_a_surface_at_the_edge_of_the_premises_has_one_side() -> None:
    drawn = draws(gt.testing.boundary_params(SIGNING, also=(w >= c, p * q > t)), 30)
    assert {one.side for one in drawn} == {0, 1}
    assert all(numbers(one.point).w >= numbers(one.point).c for one in drawn)


def test_the_distance_is_the_users() -> None:
    near = Fraction(1, 10**9)
    beside = [one for one in draws(gt.testing.boundary_params(SIGNING, beside=near), 30) if one.side]
    assert beside
    for one in beside:
        n = numbers(one.point)
        assert min(abs(n.w - n.c), abs(n.p * n.q - n.t)) <= near


def test_the_smallest_example() -> None:
    x = gt.Parameter("x", at_least=0)
    game = gt.Game("One choice", ["A"], ["stay", "go"], {("stay",): (1,), ("go",): (x,)})
    assert smallest(gt.testing.boundary_params(game)).point.named == {"x": 1}
    above = smallest(gt.testing.boundary_params(game), lambda one: one.side > 0)
    assert 1 - NEAR <= above.point["x"] < 1
    assert repr(above).startswith("<x = ") and "just above 1 - x = 0" in str(above)


def test_regions_and_trees_have_surfaces_too() -> None:
    region = gt.nash(SIGNING, ("wait", "sign"))  # A does not gain by signing, nor B by waiting
    listed = gt.testing.surfaces(region)
    assert [sorted(sides) for _, sides in listed.drawn] == [[-1, 0, 1]] * 2
    for one in draws(gt.testing.boundary_params(region), 20):
        n = numbers(one.point)
        assert min(abs(n.w - n.c), abs(n.p * n.q - n.t)) <= NEAR
    tree = gt.Tree("Choice", ["A"], gt.Move("A", {"stay": gt.End([w]), "go": gt.End([c])}))
    assert all(abs(numbers(one.point).w - numbers(one.point).c) <= NEAR for one in _drawn(tree))


def _drawn(game: object) -> list[gt.testing.BoundaryPoint]:
    return draws(gt.testing.boundary_params(game), 10)


def test_a_kink_in_a_payoff_belongs_to_its_surface() -> None:
    import sympy

    game = gt.Game("Kink", ["A"], ["stay", "go"], {("stay",): (sympy.Max(w, c),), ("go",): (t,)})
    sides = {
        (max(n.w, n.c) > n.t) - (max(n.w, n.c) < n.t) == one.side for one in _drawn(game) for n in [numbers(one.point)]
    }
    assert sides == {True}


# What cannot be drawn from is said.


def test_a_surface_without_a_way_in_is_an_error_or_listed() -> None:
    game = gt.Game("Root", ["A"], ["stay", "go"], {("stay",): (w**2,), ("go",): (2,)})
    with pytest.raises(gt.ConceptError, match=r"no way was found to draw from 1 of the surfaces.*skip=True"):
        gt.testing.boundary_params(game)
    assert "side 0 not drawn" in str(gt.testing.surfaces(game))
    beside = draws(gt.testing.boundary_params(game, skip=True), 8)
    assert {one.side for one in beside} == {-1, 1}
    assert all(0 < abs(one.point["w"] ** 2 - 2) <= NEAR for one in beside)


def test_games_without_surfaces() -> None:
    game = gt.Game("One", ["A"], ["stay", "go"], {("stay",): (1,), ("go",): (2,)})
    assert str(gt.testing.surfaces(game)) == "no indifference depends on a parameter"
    with pytest.raises(gt.ConceptError, match="no indifference surface to draw from"):
        gt.testing.boundary_params(game)


def test_other_forms_and_distances_are_refused() -> None:
    delta = gt.Parameter("delta", at_least=0, below=1)
    with pytest.raises(gt.ConceptError, match="a tree or a region"):
        gt.testing.surfaces(gt.RepeatedGame(SIGNING, discount=delta))
    with pytest.raises(gt.ConceptError, match="above 0"):
        gt.testing.boundary_params(SIGNING, beside=0)
