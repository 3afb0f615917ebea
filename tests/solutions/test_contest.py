"""Lottery contests against searches for better efforts, and against the table of the symmetric case."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest
from sympy import Rational

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 2_000 if EXHAUSTIVE else 60
PLAYERS = ("China", "Russia")


def drawn(seed: int) -> tuple[Fraction, ...]:
    """Two values and two costs."""
    rng = random.Random(f"contest {seed}")
    return tuple(Fraction(rng.randint(1, 9), rng.choice((1, 1, 2, 3, 7))) for _ in range(4))


def numeric(numbers: tuple[Fraction, ...]) -> gt.Contest:
    return gt.contest(
        PLAYERS, value=dict(zip(PLAYERS, numbers[:2], strict=True)), cost=dict(zip(PLAYERS, numbers[2:], strict=True))
    )


@pytest.fixture(scope="module")
def symbols() -> tuple[gt.Parameter, ...]:
    return gt.parameters("V_C V_R c_C c_R", above=0)


@pytest.fixture(scope="module")
def uneven(symbols: tuple[gt.Parameter, ...]) -> gt.Contest:
    v_c, v_r, c_c, c_r = symbols
    return gt.contest(PLAYERS, value={"China": v_c, "Russia": v_r}, cost={"China": c_c, "Russia": c_r})


def payoff(value: Fraction, cost: Fraction, own: Fraction, other: Fraction) -> Fraction:
    return value * own / (own + other) - cost * own


def best_reply(value: Fraction, cost: Fraction, other: Fraction) -> tuple[Fraction, Fraction]:
    """An interval around the best effort, by ternary search: payoffs rise and then fall."""
    low, high = Fraction(0), value / cost
    for _ in range(40):
        third = (high - low) / 3
        left, right = low + third, high - third
        if payoff(value, cost, left, other) < payoff(value, cost, right, other):
            low = left
        else:
            high = right
    return low, high


@pytest.mark.exhaustive
def test_no_other_effort_pays_more() -> None:
    for seed in range(DRAWS):
        numbers = drawn(seed)
        race = numeric(numbers)
        for i, player in enumerate(PLAYERS):
            own, other = race.efforts[player], race.efforts[PLAYERS[1 - i]]
            value, cost = numbers[i], numbers[2 + i]
            here = payoff(value, cost, own, other)
            assert here == race.payoffs[player] > 0
            assert own / (own + other) == race.shares[player]
            for k in range(40):
                effort = own * Fraction(k, 8)
                assert payoff(value, cost, effort, other) < here or effort == own
        assert sum(race.shares.values()) == 1
        assert race.total_effort == sum(race.efforts.values())


@pytest.mark.exhaustive
def test_a_search_for_the_best_reply_ends_at_the_effort() -> None:
    for seed in range(max(DRAWS // 20, 3)):
        numbers = drawn(seed)
        race = numeric(numbers)
        for i, player in enumerate(PLAYERS):
            low, high = best_reply(numbers[i], numbers[2 + i], race.efforts[PLAYERS[1 - i]])
            assert low <= race.efforts[player] <= high
            assert high - low < Fraction(1, 10**4)


@pytest.mark.exhaustive
def test_a_grid_has_no_other_equilibrium() -> None:
    """On a grid through the solution, the only cell in which both choose best among the grid's efforts."""
    for seed in range(max(DRAWS // 20, 3)):
        v_c, v_r, c_c, c_r = numbers = drawn(seed)
        race = numeric(numbers)
        grids = [[race.efforts[player] * Fraction(k, 5) for k in range(1, 16)] for player in PLAYERS]
        found = [
            (x, y)
            for x in grids[0]
            for y in grids[1]
            if payoff(v_c, c_c, x, y) == max(payoff(v_c, c_c, z, y) for z in grids[0])
            and payoff(v_r, c_r, y, x) == max(payoff(v_r, c_r, z, x) for z in grids[1])
        ]
        assert (race.efforts["China"], race.efforts["Russia"]) in found
        # The grid is coarse; whatever else is stable on it is a neighbour.
        assert all(abs(x / race.efforts["China"] - 1) <= Fraction(1, 5) for x, _ in found)


def test_every_statement_is_proved(uneven: gt.Contest) -> None:
    assert [str(one) for one in uneven.proofs if one.status != "proved"] == []
    assert uneven.complete
    assert len(uneven.proofs) == 17
    assert uneven.uses == ()
    assert "first-order" in uneven.obtained
    bends = next(one for one in uneven.proofs if "strictly concave" in one.statement)
    assert bends.region.is_everywhere()
    # Over every effort from 0 up and every effort of the other above 0, not at one point.
    names = {parameter.name for parameter in bends.region.parameters}
    assert {"effort_China_or_none", "effort_Russia"} <= names
    assert bends.region.contains(dict.fromkeys(names, 1))


def test_wrong_efforts_are_not_proved() -> None:
    """Both efforts a tenth too large: the slopes are not 0, and other efforts pay more."""
    race = numeric(drawn(0))
    race.__dict__["efforts"] = {player: effort * Fraction(11, 10) for player, effort in race.efforts.items()}
    failing = [one.statement for one in race.proofs if one.status == "refuted"]
    assert not race.complete
    assert sum("slope 0" in text for text in failing) == 2
    assert sum("every other effort" in text for text in failing) == 2
    assert not any("strictly concave" in text for text in failing)


def test_whose_share_is_larger(uneven: gt.Contest, symbols: tuple[gt.Parameter, ...]) -> None:
    v_c, v_r, c_c, c_r = symbols
    ahead = gt.when(uneven.shares["China"] > Rational(1, 2))
    assert ahead.equivalent(v_c / c_c > v_r / c_r)
    assert gt.when(uneven.share_of("Russia") > Rational(1, 2)).equivalent(v_c * c_r < v_r * c_c)
    # Cheap capital beats high stakes.
    assert ahead.contains({v_c: 2, v_r: 3, c_c: 1, c_r: 2})
    assert not ahead.contains({v_c: 2, v_r: 4, c_c: 1, c_r: 2})  # a tie


def test_the_formulas_as_published(uneven: gt.Contest, symbols: tuple[gt.Parameter, ...]) -> None:
    v_c, v_r, c_c, c_r = symbols
    below = v_c * c_r + v_r * c_c
    expected = {
        uneven.efforts["China"]: v_c**2 * v_r * c_r / below**2,
        uneven.efforts["Russia"]: v_r**2 * v_c * c_c / below**2,
        uneven.payoffs["China"]: v_c**3 * c_r**2 / below**2,
        uneven.payoffs["Russia"]: v_r**3 * c_c**2 / below**2,
    }
    for found, known in expected.items():
        assert not found - known or gt.when(gt.equal(found, known)).is_everywhere()


def test_the_symmetric_case() -> None:
    """Each spends a quarter of the prize, half of it is lost, and everything from 1/4 to 3/4 settles it."""
    race = gt.contest(PLAYERS, value=12)
    assert dict(race.efforts) == {"China": 3, "Russia": 3}
    assert dict(race.payoffs) == {"China": 3, "Russia": 3}
    assert race.dissipation == Fraction(1, 4)
    assert 12 * race.dissipation * 2 == race.total_effort == 6
    assert race.settlement_range == (Fraction(1, 4), Fraction(3, 4))
    assert race.complete
    assert "China: effort 3, share 1/2, payoff 3" in str(race)


def test_settlements(uneven: gt.Contest, symbols: tuple[gt.Parameter, ...]) -> None:
    low, high = uneven.settlement_range
    shares = uneven.shares
    assert low == shares["China"] ** 2
    width = 2 * shares["China"] * shares["Russia"]
    assert (gt.when(gt.equal(high - low, width)) & gt.when(width > 0)).is_everywhere()
    agreed = uneven.settlements()
    point = dict(zip(symbols, (3, 6, 1, 4), strict=True))  # shares 2/3 and 1/3: from 4/9 to 8/9
    for part, expected in (("4/9", True), ("8/9", True), ("1/2", True), ("43/100", False), ("9/10", False)):
        assert agreed.contains({**point, "part": part}) is expected
    assert uneven.settlements("1/2").contains(point)
    assert not uneven.settlements(Fraction(1, 3)).contains(point)
    reason = agreed.explain({**point, "part": "9/10"})
    assert "Russia" in str(reason)


@pytest.mark.parametrize("word", ["value", "cost"])
@pytest.mark.parametrize("bad", [0, -1, "-1/2"])
def test_amounts_that_are_not_above_0(word: str, bad: object) -> None:
    amounts = {"value": {"China": 1, "Russia": 1}, "cost": {"China": 1, "Russia": 1}}
    amounts[word]["Russia"] = bad  # type: ignore[assignment]
    with pytest.raises(gt.AssumptionError, match=f"Russia's {word} is above 0, which fails; correct"):
        gt.contest(PLAYERS, **amounts)


def test_a_value_that_may_be_0_is_refused_with_the_point() -> None:
    v = gt.Parameter("v", at_least=0)
    with pytest.raises(gt.AssumptionError, match="at v = 0") as caught:
        gt.contest(PLAYERS, value={"China": v, "Russia": 1})
    assert caught.value.point[v] == 0
    assert gt.contest(PLAYERS, value={"China": v, "Russia": 1}, assuming=v > 0).complete


def test_bad_input() -> None:
    with pytest.raises(gt.GameError, match="between two players, not 3"):
        gt.contest(["A", "B", "C"], value=1)
    with pytest.raises(gt.GameError, match="between two players, not 1"):
        gt.contest(["A"], value=1)
    with pytest.raises(gt.GameError, match="values are given for China; give one for each of China, Russia"):
        gt.contest(PLAYERS, value={"China": 1})
    with pytest.raises(gt.GameError, match="costs are given for nobody"):
        gt.contest(PLAYERS, value=1, cost={})
    with pytest.raises(gt.PayoffError, match="a float"):
        gt.contest(PLAYERS, value=0.5)
    with pytest.raises(gt.ConceptError, match="no player 'India'"):
        gt.contest(PLAYERS, value=1).share_of("India")
    with pytest.raises(gt.PayoffError, match="a float"):
        gt.contest(PLAYERS, value=1).settlements(0.5)


def test_names_that_are_taken_and_values_with_denominators() -> None:
    """Efforts are called after players; a parameter may have that name already, and a player any name."""
    effort = gt.Parameter("effort_United_States", above=0)
    share = gt.Parameter("part", above=0)
    race = gt.contest(["United States", "7th"], value={"United States": 1 / effort, "7th": share})
    assert race.complete
    assert "part_" in {parameter.name for parameter in race.settlements().parameters}
    gone = gt.Parameter("gone")
    with pytest.raises(gt.UndefinedPayoffError):
        gt.contest(PLAYERS, value=1 / gone)
