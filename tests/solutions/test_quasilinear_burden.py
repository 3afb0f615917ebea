"""Contributions to a public good with logarithmic worth: grids of contributions tried one by one, and ties."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import product

import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 200 if EXHAUSTIVE else 4
NAMES = ("A", "B", "C")


def gains_by_moving(paid: tuple[Fraction, ...], value: tuple[Fraction, ...], income: tuple[Fraction, ...]) -> bool:
    """Whether somebody's marginal gain v/Q - 1 points to a contribution it can still make or take back."""
    together = sum(paid)
    if together == 0:
        return True  # the logarithm is minus infinity, and anything helps
    slopes = [v / together - 1 for v in value]
    return any((s > 0 and q < y) or (s < 0 and q > 0) for s, q, y in zip(slopes, paid, income, strict=True))


@pytest.mark.exhaustive
def test_the_equilibria_of_a_grid() -> None:
    """Of all contributions in whole numbers, those that nobody would change are the ones the cases name."""
    for seed in range(DRAWS):
        rng = random.Random(f"logarithm {seed}")
        count = rng.choice((1, 2, 2, 3))
        players = NAMES[:count]
        value = tuple(Fraction(rng.randint(1, 4)) for _ in players)
        income = tuple(v + rng.randint(0, 2) for v in value)
        burden = gt.quasilinear_burden(
            players, value=dict(zip(players, value, strict=True)), income=dict(zip(players, income, strict=True))
        )
        assert burden.total == max(value)
        assert burden.efficient_total == sum(value)
        region = burden.equilibria()
        (case,) = burden.cases
        found = 0
        for paid in product(*(map(Fraction, range(int(y) + 1)) for y in income)):
            point = {f"contribution_{p}": q for p, q in zip(players, paid, strict=True)}
            stays = not gains_by_moving(paid, value, income)
            assert region.contains(point) is stays
            if stays:
                found += 1
                if case.free is None:
                    assert tuple(case.values()) == paid
                else:
                    assert case.free.contains(point)
                    values = [gt.when(gt.equal(q, case[p])) for p, q in zip(players, paid, strict=True) if case[p]]
                    assert all(one.contains(point) for one in values)
        assert found


@pytest.mark.exhaustive
def test_everything_is_proved_for_two_and_three() -> None:
    for players in (NAMES[:2], NAMES) if EXHAUSTIVE else (NAMES[:2],):
        values = gt.parameters(" ".join(f"v_{p}" for p in players), above=0)
        income = gt.parameters(" ".join(f"y_{p}" for p in players), above=0)
        burden = gt.quasilinear_burden(
            players,
            value=dict(zip(players, values, strict=True)),
            income=dict(zip(players, income, strict=True)),
            assuming=[y >= v for y, v in zip(income, values, strict=True)],
        )
        assert [str(one) for one in burden.proofs if one.status != "proved"] == []
        assert burden.complete
        assert burden.cases.complete
        assert len(burden.cases) == 2 ** len(players) - 1
        assert burden.uses == ("utilities are added across players",)
        assert "slopes" in burden.obtained
        smaller = gt.when(values[0] < values[1])
        assert burden.pays_nothing("A").equivalent(smaller | (values[0] < values[-1]))
        point = dict.fromkeys(income, 9) | dict(zip(values, (5, 3, 2), strict=False))
        assert dict(burden.cases.at(point)) == {"A": values[0]} | dict.fromkeys(players[1:], 0)
        assert burden.cases.at(point | {values[1]: 5}).free is not None


def test_one_player_alone_is_efficient() -> None:
    v = gt.Parameter("v", above=0)
    alone = gt.quasilinear_burden(["A"], value={"A": v}, income={"A": 2 * v})
    assert alone.total == alone.efficient_total == v
    assert alone.complete
    assert "total v, efficient v" in str(alone)


def test_named_contributions() -> None:
    v = gt.Parameter("v", above=0, at_most=5)
    burden = gt.quasilinear_burden(["A", "B"], value={"A": 3, "B": v}, income={"A": 5, "B": 5})
    assert burden.equilibria({"A": 3, "B": 0}).equivalent(v <= 3)
    assert burden.equilibria({"A": 0, "B": v}).equivalent(v >= 3)
    assert burden.equilibria({"A": 1, "B": 2}).equivalent(gt.equal(v, 3))
    assert burden.equilibria({"A": 0, "B": 0}).is_empty()
    assert burden.equilibria({"A": -1, "B": 4}).is_empty()
    with pytest.raises(gt.GameError, match="give one for each of A, B"):
        burden.equilibria({"A": 3})
    with pytest.raises(gt.ConceptError, match="no player 'C'"):
        burden.pays_nothing("C")


def test_the_income_must_suffice_where_the_value_is_largest() -> None:
    income = {"A": 2, "B": 2}
    assert gt.quasilinear_burden(["A", "B"], value={"A": 2, "B": 1}, income=income).complete
    assert gt.quasilinear_burden(["A", "B"], value={"A": 2, "B": 1}, income={"A": 2, "B": 0}).complete
    with pytest.raises(gt.AssumptionError, match="A's income is at least its value, unless another has a larger value"):
        gt.quasilinear_burden(["A", "B"], value={"A": 3, "B": 1}, income=income)
    v = gt.Parameter("v", above=0)
    with pytest.raises(gt.AssumptionError, match="B's income is at least its value") as caught:
        gt.quasilinear_burden(["A", "B"], value={"A": 2, "B": v}, income=income)
    assert caught.value.point[v] > 2


def test_bad_input() -> None:
    one = {"A": 1, "B": 1}
    with pytest.raises(gt.AssumptionError, match="A's value is above 0, which fails"):
        gt.quasilinear_burden(["A", "B"], value={"A": 0, "B": 1}, income=one)
    with pytest.raises(gt.AssumptionError, match="B's income is at least 0, which fails"):
        gt.quasilinear_burden(["A", "B"], value=one, income={"A": 1, "B": -1})
    with pytest.raises(gt.GameError, match="the values are"):
        gt.quasilinear_burden(["A", "B"], value={"A": 1}, income=one)
    with pytest.raises(gt.GameError, match="the incomes are"):
        gt.quasilinear_burden(["A", "B"], value=one, income=3)  # type: ignore[arg-type]
    with pytest.raises(gt.CapacityError, match="6 players are the most"):
        gt.quasilinear_burden(list("ABCDEFG"), value={}, income={})


def test_who_wants_it_less_pays_nothing() -> None:
    v = gt.Parameter("v", above=0)
    burden = gt.quasilinear_burden(["A", "B"], value={"A": v, "B": 1}, income={"A": v + 1, "B": v + 1})
    assert burden.uses == ("utilities are added across players",)
    assert "slopes" in burden.obtained
    assert burden.pays_nothing("A").equivalent(v < 1)
    with pytest.raises(gt.ConceptError, match="no player 'C'; the players are A, B"):
        burden.pays_nothing("C")
