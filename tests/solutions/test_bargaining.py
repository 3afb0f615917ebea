"""Nash bargains against every split of a grid, and against bargains done by hand."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 2_000 if EXHAUSTIVE else 60
PLAYERS = ("Russia", "China")


@pytest.mark.exhaustive
def test_no_split_of_a_grid_has_a_larger_product() -> None:
    for seed in range(DRAWS):
        rng = random.Random(f"bargain {seed}")
        gains = [Fraction(rng.randint(-6, 9), rng.choice((1, 2, 3))) for _ in PLAYERS]
        least = [Fraction(rng.randint(-4, 4), rng.choice((1, 2, 3))) for _ in PLAYERS]
        q = rng.randint(2, 7)
        p = rng.randint(1, q - 1)
        found = gt.nash_bargaining(
            PLAYERS,
            agreement=dict(zip(PLAYERS, gains, strict=True)),
            disagreement=dict(zip(PLAYERS, least, strict=True)),
            weight={"Russia": Fraction(p, q)},
        )
        surplus = sum(gains) - sum(least)
        assert found.agreement.is_everywhere() is (surplus >= 0)
        if surplus <= 0:
            assert found.proofs == ()
            continue
        own = [found.payoffs[player] for player in PLAYERS]
        assert sum(own) == sum(gains)
        assert gains[0] - found.transfer == own[0]
        assert gains[1] + found.transfer == own[1]

        def product(first: Fraction) -> Fraction:
            """Of the gains, whole powers in the ratio of the weights."""
            return (first - least[0]) ** p * (sum(gains) - first - least[1]) ** (q - p)  # noqa: B023

        here = product(own[0])
        for k in range(25):
            split = least[0] + surplus * Fraction(k, 24)
            assert product(split) < here or split == own[0]
        assert here > product(own[0] + surplus / 1000)
        assert here > product(own[0] - surplus / 1000)


def test_the_gas_price_by_hand() -> None:
    """China loses 2 by the alliance, Russia gains 3 (an example of the models): Russia pays 2 to 3, by Nash 5/2."""
    pact = gt.nash_bargaining(PLAYERS, agreement={"Russia": 3, "China": -2})
    assert pact.transfer == Fraction(5, 2)
    assert dict(pact.payoffs) == {"Russia": Fraction(1, 2), "China": Fraction(1, 2)}
    window = pact.transfers()
    assert [window.contains({"transfer": t}) for t in ("2", "3", "5/2", "19/10", "31/10")] == [True] * 3 + [False] * 2
    assert pact.transfers(2).is_everywhere()
    assert pact.transfers("7/2").is_empty()
    assert "Russia hands to China: 5/2" in str(pact)
    assert pact.complete


def test_the_junior_partner() -> None:
    """With weight beta on the senior, t = beta w_J - (1 - beta) w_S, from -w_S to w_J, if these leave anything."""
    w_j, w_s = gt.parameters("w_J w_S")
    beta = gt.Parameter("beta", above=0, below=1)
    pact = gt.nash_bargaining(["junior", "senior"], agreement={"junior": w_j, "senior": w_s}, weight={"senior": beta})
    assert (pact.transfer - (beta * w_j - (1 - beta) * w_s)).expand() == 0
    assert pact.agreement.equivalent(w_j + w_s >= 0)
    window = pact.transfers()
    transfer = next(p for p in window.parameters if p.name == "transfer")
    assert window.equivalent(gt.when(transfer >= -w_s) & (transfer <= w_j))
    assert window.eliminate("transfer").equivalent(pact.agreement)
    assert pact.uses == window.uses == pact.agreement.uses == ("utility can be handed from one player to another",)
    assert [str(one) for one in pact.proofs if one.status != "proved"] == []
    assert pact.complete
    assert "first-order" in pact.obtained
    even = gt.nash_bargaining(["junior", "senior"], agreement={"junior": w_j, "senior": w_s})
    assert even.transfer == w_j / 2 - w_s / 2
    assert any("by a square" in one.statement for one in even.proofs)


def test_a_total_has_no_transfer() -> None:
    x = gt.Parameter("x")
    pact = gt.nash_bargaining(PLAYERS, total=x**2 + 1, weight={"Russia": "1/3", "China": "2/3"})
    assert pact.agreement.is_everywhere()  # sympy settles that x**2 + 1 is above 0
    assert pact.complete
    assert any("powers 1 and 2" in one.statement for one in pact.proofs)
    assert pact.surplus == x**2 + 1
    assert "hands" not in str(pact).split("supposes")[0]
    with pytest.raises(gt.ConceptError, match=r"give agreement=\{...\} in place of total"):
        pact.transfer  # noqa: B018
    with pytest.raises(gt.ConceptError, match="only the total"):
        pact.transfers()


def test_a_tie_leaves_nothing_to_prove() -> None:
    nothing = gt.nash_bargaining(PLAYERS, total=4, disagreement={"Russia": 1, "China": 3})
    assert nothing.agreement.is_everywhere()
    assert dict(nothing.payoffs) == {"Russia": 1, "China": 3}
    assert nothing.proofs == ()
    assert "no surplus above 0, so nothing to maximise" in str(nothing)
    worse = gt.nash_bargaining(PLAYERS, total=3, disagreement={"Russia": 1, "China": 3})
    assert worse.agreement.is_empty()


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        ({"Russia": 0}, "Russia's weight is above 0, which fails"),
        ({"Russia": 1}, "China's weight is above 0, which fails"),
        ({"China": "3/2"}, "Russia's weight is above 0, which fails"),
        ({"Russia": "1/2", "China": "1/3"}, "weights are 1 together, which fails"),
        ({"China": gt.Parameter("beta", above=0)}, "Russia's weight is above 0, which fails at beta = "),
    ],
)
def test_weights_that_are_none(weight: dict[str, object], message: str) -> None:
    with pytest.raises(gt.AssumptionError, match=message):
        gt.nash_bargaining(PLAYERS, total=1, weight=weight)


def test_bad_input() -> None:
    with pytest.raises(gt.GameError, match="between two players, not 3"):
        gt.nash_bargaining(["A", "B", "C"], total=1)
    with pytest.raises(gt.GameError, match="give one of the two"):
        gt.nash_bargaining(PLAYERS)
    with pytest.raises(gt.GameError, match="give one of the two"):
        gt.nash_bargaining(PLAYERS, total=1, agreement={"Russia": 1, "China": 1})
    with pytest.raises(gt.GameError, match="gives payoffs to Russia; give one to each of"):
        gt.nash_bargaining(PLAYERS, agreement={"Russia": 1})
    with pytest.raises(gt.GameError, match="disagreement names India"):
        gt.nash_bargaining(PLAYERS, total=1, disagreement={"India": 1})
    with pytest.raises(gt.GameError, match="give a mapping from players"):
        gt.nash_bargaining(PLAYERS, agreement=(1, 2))  # type: ignore[arg-type]
    with pytest.raises(gt.PayoffError, match="a float"):
        gt.nash_bargaining(PLAYERS, total=0.5)
