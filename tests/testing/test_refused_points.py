"""Sets that no points are drawn from: said before Hypothesis starts, with the reason."""

import runpy
from typing import Any

import pytest
from hypothesis.errors import Unsatisfiable

import gametheory as gt
from gametheory.formulas.formula import FALSE
from gametheory.testing import elimination, implied_bounds
from gametheory.testing.branches import Branch
from gametheory.testing.numbers_drawn import Scale
from gametheory.testing.points import strategy_of
from gametheory.testing.sampler import Sampler
from tests.testing.draws import draws, numbers

a, b, c, d = gt.parameters("a b c d")
x, y, z = gt.parameters("x y z")


def test_an_empty_set_names_its_core() -> None:
    with pytest.raises(gt.AssumptionError, match="contradict each other: a > b, b > c, c > a; drop") as caught:
        gt.testing.params((d > 0, a > b, b > c, c > a))
    assert [premise.text for premise in caught.value.core] == ["a > b", "b > c", "c > a"]


def test_a_game_and_what_is_added_may_contradict_each_other() -> None:
    game = gt.Game("One", ["A"], ["stay"], {("stay",): (x,)}, assuming=(x > 0,))
    with pytest.raises(gt.AssumptionError, match=r"x > 0, x < -1|x < -1, x > 0"):
        gt.testing.params(game, also=(x < -1,))


def test_an_empty_region_names_what_it_contradicts() -> None:
    region = gt.when(x < 0, assuming=(x > 1, y > 0))
    with pytest.raises(gt.AssumptionError, match="x < 0 contradicts x > 1") as caught:
        gt.testing.params(region)
    assert [premise.text for premise in caught.value.core] == ["x > 1"]
    with pytest.raises(gt.AssumptionError, match="contradicts itself"):
        gt.testing.params(gt.when((x < 0) & (x > y) & (y > 0)))


def test_what_rejects_most_draws_is_named() -> None:
    pythagoras = gt.equal(x**2 + y**2, z**2)
    with pytest.raises(gt.AssumptionError, match=r"fewer than one in twenty: the premise .* rejects most") as caught:
        gt.testing.params((pythagoras, x > y, y > 0, z > 0))
    [worst] = caught.value.core
    assert worst.relation == pythagoras


def test_a_region_that_rejects_most_draws_is_named() -> None:
    region = gt.when(gt.equal(x**2 + y**2, z**2), assuming=(x > y, y > 0, z > 0))
    with pytest.raises(gt.AssumptionError, match="rejects most of them") as caught:
        gt.testing.params(region)
    assert caught.value.core is None


def test_what_is_undecided_is_not_called_empty() -> None:
    with pytest.raises(gt.Undecided, match="give x bounds"):
        gt.testing.params((gt.equal(x**2, 2),))


@pytest.mark.parametrize("scale", [{"max_denominator": 0}, {"magnitude": 0}])
def test_a_scale_of_nothing_is_refused(scale: dict[str, Any]) -> None:
    with pytest.raises(gt.CapacityError, match="both are at least 1"):
        gt.testing.params((x,), **scale)


def test_a_truth_value_is_refused() -> None:
    with pytest.raises(gt.AssumptionError, match=r"gt\.equal"):
        gt.testing.params((x == y,))


def test_bounds_that_multiply_are_left_out_and_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(x >= i * y - i * i for i in range(4)) + tuple(x <= 40 - i * y for i in range(4)) + (y > -5, y < 5)
    monkeypatch.setattr(elimination, "MOST_LITERALS", 3)
    for point in draws(gt.testing.params(many), 20):
        n = numbers(point)
        assert all(n.x >= i * n.y - i * i and n.x <= 40 - i * n.y for i in range(4)) and -5 < n.y < 5


def test_many_comparisons_are_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elimination, "WORTH_THINNING", 3)
    many = tuple(x >= i * y - i * i for i in range(3)) + tuple(x <= 40 - i * y for i in range(3)) + (y > -5, y < 5)
    for point in draws(gt.testing.params(many), 20):
        n = numbers(point)
        assert all(n.x >= i * n.y - i * i and n.x <= 40 - i * n.y for i in range(3)) and -5 < n.y < 5


def test_alternatives_beyond_the_limit_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.testing.branches.MOST_BRANCHES", 1)
    monkeypatch.setattr("gametheory.testing.ground.MOST_BRANCHES", 1)
    for point in draws(gt.testing.params(((x > 1) | (y > 1), x * z > 1)), 20):
        n = numbers(point)
        assert (n.x > 1 or n.y > 1) and n.x * n.z > 1


def test_bounds_found_are_the_closest_of_those_tried() -> None:
    ground = gt.premises(x**2 + y**2 < 9, x > -y)
    literals = [premise.formula.atom for premise in ground]  # type: ignore[union-attr]
    found = implied_bounds.implied_bounds(literals, ["x"])
    assert [literal.factors[0].evaluate({"x": 0}) for literal in found] == [5, 5]


def literals_of(*relations: Any) -> Branch:
    return Branch().joined(gt.premises(*relations).formulas)


def test_contradictory_branches_have_no_plan() -> None:
    assert elimination.plans(literals_of(x > 1, x < 0), ["x"], 4) == []
    assert elimination.plans(literals_of(x > 1, x < 0, y > x * z), ["x", "y", "z"], 4) == []
    assert elimination.plans(literals_of(z * y > 1, y > 1, y < 0), ["y", "z"], 4) == []


def test_cases_beyond_the_limit_are_not_told_apart() -> None:
    [plan] = elimination.plans(literals_of(x * y > 1), ["x", "y"], 0)
    assert not plan.complete


def test_a_sign_that_only_the_eliminated_implied_is_kept() -> None:
    for point in draws(gt.testing.params((z * y > 1, z > 0)), 10):
        assert numbers(point).z > 0 and numbers(point).z * numbers(point).y > 1


MANY = (
    tuple(x >= i * y - z for i in range(4))
    + tuple(x <= 40 - i * y + i * z for i in range(4))
    + (y > -2, y < 2, z > 0, z < 9)
)


@pytest.mark.parametrize(("limit", "value"), [("MOST_LITERALS", 3), ("WORTH_THINNING", 3)])
def test_three_parameters_with_many_bounds(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(elimination, limit, value)
    for point in draws(gt.testing.params(MANY), 10):
        n = numbers(point)
        assert all(i * n.y - n.z <= n.x <= 40 - i * n.y + i * n.z for i in range(4)) and n.y**2 < 4 and 0 < n.z < 9


def test_products_that_grow_too_large_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*given: Any) -> Any:
        raise gt.CapacityError("large")

    monkeypatch.setattr(elimination, "_projected", too_large)
    assert not elimination.plans(literals_of(x > y, x < 2), ["x", "y"], 4)[0].complete


def test_a_comparison_of_numbers_in_a_region() -> None:
    game = gt.Game("One", ["A", "B"], ["stay", "go"], {
        ("stay", "stay"): (1, x), ("stay", "go"): (1, 0), ("go", "stay"): (0, 0), ("go", "go"): (0, 0)})  # fmt: skip
    assert all(numbers(p).x >= 0 for p in draws(gt.testing.params(gt.nash(game, ("stay", "stay"))), 5))


def test_no_branch_left_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gametheory.testing.ground.branches", lambda formula: [])
    with pytest.raises(gt.Undecided, match="not settled"):
        gt.testing.params((x > 0,))


def test_what_is_never_accepted_is_never_drawn() -> None:
    sampler = Sampler(tuple(elimination.plans(literals_of(x > 0), ["x"], 4)), FALSE, Scale())
    with pytest.raises(Unsatisfiable):
        draws(strategy_of(sampler), 5)


def test_without_hypothesis_the_room_does_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(gt.MissingLibraryError, match="pip install 'alliance-games\\[testing\\]'"):
        runpy.run_path(str(gt.testing.__file__))
