"""Contributions when the rich want more of a public good: deviations, repeated best replies, and the GDP bound."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 400 if EXHAUSTIVE else 12
NAMES = ("A", "B", "C", "D")


def power(own: Fraction, others: Fraction, income: Fraction, p: int, q: int) -> Fraction:
    """Utility with taste p/q, raised to the power q: whole exponents, the same order."""
    return (income - own) ** (q - p) * (own + others) ** p


def settled(income: list[Fraction], tastes: list[tuple[int, int]]) -> list[float]:
    """Where the players end who reply one after the other; in floats."""
    paid = [float(y) / 2 for y in income]
    for _ in range(2_000):
        for i, (p, q) in enumerate(tastes):
            others = sum(paid) - paid[i]
            paid[i] = max(0.0, (p * float(income[i]) - (q - p) * others) / q)
    return paid


@pytest.mark.exhaustive
def test_nobody_gains_and_replies_end_there() -> None:
    for seed in range(DRAWS):
        rng = random.Random(f"Cobb-Douglas {seed}")
        players = NAMES[: rng.randint(1, 4)]
        income = [Fraction(rng.randint(1, 12), rng.choice((1, 2))) for _ in players]
        tastes = [(rng.randint(1, 4), 5) for _ in players]
        burden = gt.cobb_douglas_burden(
            players,
            income=dict(zip(players, income, strict=True)),
            taste={player: Fraction(*taste) for player, taste in zip(players, tastes, strict=True)},
        )
        (case,) = burden.cases
        paid = list(case.values())
        for i, (own, y, (p, q)) in enumerate(zip(paid, income, tastes, strict=True)):
            others = sum(paid) - paid[i]
            here = power(own, others, y, p, q)
            assert here > 0
            for k in range(31):
                instead = y * Fraction(k, 30)
                assert power(instead, others, y, p, q) < here or instead == own
            assert here >= power(own + y / 1000, others, y, p, q)
            assert own == 0 or here > power(own - own / 1000, others, y, p, q)
        assert [float(one) for one in paid] == pytest.approx(settled(income, tastes), abs=1e-6)
        assert burden.equilibria(dict(case)).is_everywhere()


def test_everything_is_proved_for_two_with_tastes_of_their_own() -> None:
    incomes = gt.parameters("y_A y_B", above=0)
    tastes = gt.parameters("a_A a_B", above=0, below=1)
    burden = gt.cobb_douglas_burden(
        NAMES[:2], income=dict(zip(NAMES, incomes, strict=False)), taste=dict(zip(NAMES, tastes, strict=False))
    )
    assert [str(one) for one in burden.proofs if one.status != "proved"] == []
    assert burden.complete
    assert len(burden.cases) == 3
    assert burden.uses == ()
    assert "corners" in burden.obtained
    unknown = burden.equilibria()
    assert {"contribution_A", "contribution_B"} <= {p.name for p in unknown.parameters}


@pytest.mark.no_cover
@pytest.mark.parametrize("count", [2, 3])
def test_all_pay_exactly_above_the_published_share_of_income(count: int) -> None:
    """Everybody pays iff y_i/Y > (1 - a)/(a + n(1 - a)) for all i; then Q = aY/(a + n(1 - a))."""
    players = NAMES[:count]
    incomes = gt.parameters(" ".join(f"y_{p}" for p in players), above=0)
    a = gt.Parameter("a", above=0, below=1)
    burden = gt.cobb_douglas_burden(players, income=dict(zip(players, incomes, strict=True)), taste=a)
    everybody, *_ = burden.cases
    everything, divisor = sum(incomes), a + count * (1 - a)
    expected = gt.when(incomes[0] / everything > (1 - a) / divisor)
    for income in incomes[1:]:
        expected = expected & (income / everything > (1 - a) / divisor)
    assert everybody.region.equivalent(expected)
    assert gt.when(gt.equal(burden.total_if(players), a * everything / divisor)).is_everywhere()
    assert gt.when(gt.equal(everybody["A"], incomes[0] - (1 - a) * everything / divisor)).is_everywhere()
    assert burden.contribution_if("A", "B") == 0
    assert burden.total_if("A") == a * incomes[0]


def test_russia_by_gross_domestic_product() -> None:
    """With 12.23 and 1.57 trillion, Russia pays nothing up to a = 1 - 1.57/12.23 = .871627."""
    a = gt.Parameter("a", above=0, below=1)
    burden = gt.cobb_douglas_burden(["China", "Russia"], income={"China": "12.23", "Russia": "1.57"}, taste=a)
    bound = 1 - Fraction(157, 1223)
    assert round(float(bound), 6) == 0.871627
    nothing = burden.pays_nothing("Russia")
    assert str(nothing) == "a <= 1066/1223"
    assert nothing.contains({a: bound})  # the tie
    assert not nothing.contains({a: bound + Fraction(1, 10**9)})
    assert burden.pays("China").is_everywhere()
    assert burden.pays_nothing("China").is_empty()
    assert burden.pays("Russia").equivalent(~nothing)
    assert dict(burden.cases.at({a: bound})) == {"China": Fraction(1223, 100) * a, "Russia": 0}
    assert len(burden.cases) == 2  # China's corner is proved empty
    assert "a <= 1066/1223: China 1223*a/100, Russia 0" in str(burden)
    # At the bound Russia is just indifferent between nothing and a first unit: both forms give it 0.
    both = burden.contribution_if("Russia", ["China", "Russia"])
    assert gt.when(gt.equal(both, 0)).contains({a: bound})


def test_bad_input() -> None:
    one = {"A": 1, "B": 1}
    with pytest.raises(gt.AssumptionError, match="A's income is above 0, which fails"):
        gt.cobb_douglas_burden(["A", "B"], income={"A": 0, "B": 1}, taste="1/2")
    with pytest.raises(gt.AssumptionError, match="A's taste is below 1, which fails"):
        gt.cobb_douglas_burden(["A", "B"], income=one, taste=1)
    with pytest.raises(gt.AssumptionError, match="B's taste is above 0, which fails"):
        gt.cobb_douglas_burden(["A", "B"], income=one, taste={"A": "1/2", "B": 0})
    with pytest.raises(gt.GameError, match="the incomes are"):
        gt.cobb_douglas_burden(["A", "B"], income={"A": 1}, taste="1/2")
    with pytest.raises(gt.GameError, match="the tastes are"):
        gt.cobb_douglas_burden(["A", "B"], income=one, taste={"A": "1/2"})
    with pytest.raises(gt.CapacityError, match="6 players are the most"):
        gt.cobb_douglas_burden(list("ABCDEFG"), income={}, taste="1/2")
    burden = gt.cobb_douglas_burden(["A", "B"], income=one, taste="1/2")
    with pytest.raises(gt.ConceptError, match="no player 'C'"):
        burden.pays("C")
    with pytest.raises(gt.ConceptError, match="name at least one player"):
        burden.total_if([])
    with pytest.raises(gt.GameError, match="give one for each of A, B"):
        burden.equilibria({"A": 1})
    assert burden.contribution_if("A", []) == 0


def test_a_burden_of_numbers() -> None:
    # a = 1/2 for both: Q = (1/2)(4 + 4)/(1/2 + 2/2) = 8/3 and q = y - Q = 4/3 each
    burden = gt.cobb_douglas_burden(("A", "B"), income={"A": 4, "B": 4}, taste=Fraction(1, 2))
    assert burden.total_if(("A", "B")) == Fraction(8, 3)
    assert burden.contribution_if("A", ("A", "B")) == Fraction(4, 3)
