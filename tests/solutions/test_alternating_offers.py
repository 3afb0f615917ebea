"""Alternating offers against long finite games solved from their ends."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 500 if EXHAUSTIVE else 30
PLAYERS = ("China", "Russia")


def finite(deltas: tuple[Fraction, Fraction], proposer: int, rounds: int) -> tuple[Fraction, Fraction]:
    """What the two get if after so many rounds both get nothing: the last proposer takes all, and so backwards."""
    if rounds == 0:
        return Fraction(0), Fraction(0)
    later = finite(deltas, 1 - proposer, rounds - 1)
    other = 1 - proposer
    least = deltas[other] * later[other]
    shares = [Fraction(0), Fraction(0)]
    shares[other], shares[proposer] = least, 1 - least
    return shares[0], shares[1]


@pytest.mark.exhaustive
def test_long_games_tend_to_it() -> None:
    """The distance to the finite game shrinks by the product of the discount factors every two rounds."""
    for seed in range(DRAWS):
        rng = random.Random(f"offers {seed}")
        deltas = (Fraction(rng.randint(0, 8), 9), Fraction(rng.randint(0, 9), 10))
        for proposer, first in enumerate(PLAYERS):
            offers = gt.rubinstein(*deltas, players=PLAYERS, first=first)
            for rounds in (1, 2, 7, 20):
                shares = finite(deltas, proposer, rounds)
                for mine, player in zip(shares, PLAYERS, strict=True):
                    assert abs(mine - offers.shares[player]) <= (deltas[0] * deltas[1]) ** (rounds // 2)
            assert sum(offers.shares.values()) == 1
            other = PLAYERS[1 - proposer]
            assert offers.shares[first] == offers.demands[first]
            assert offers.shares[other] == offers.accepts[other] == 1 - offers.demands[first]


def test_published_shares() -> None:
    """Equal patience gives 1/(1 + delta) to who begins; no patience in the other gives everything."""
    delta = gt.Parameter("delta", at_least=0, below=1)
    alike = gt.rubinstein(delta, delta, players=PLAYERS)
    assert gt.when(gt.equal(alike.shares["China"], 1 / (1 + delta))).is_everywhere()
    assert gt.rubinstein(delta, 0).shares["first"] == 1
    assert dict(gt.rubinstein(0, 0, players=PLAYERS).shares) == {"China": 1, "Russia": 0}
    assert gt.rubinstein("9/10", "4/5").shares["first"] == Fraction(5, 7)
    text = str(gt.rubinstein("1/2", "1/2", players=PLAYERS, first="Russia"))
    assert "China: gets 1/3, demands 2/3, accepts 1/3 or more" in text


def test_every_statement_is_proved() -> None:
    one, two = gt.parameters("delta_1 delta_2", at_least=0, below=1)
    offers = gt.rubinstein(one, two, players=PLAYERS)
    assert gt.when(gt.equal(offers.shares["China"], (1 - two) / (1 - one * two))).is_everywhere()
    assert [str(one) for one in offers.proofs if one.status != "proved"] == []
    assert offers.complete
    assert sum("bounds on all equilibria" in one.statement for one in offers.proofs) == 2
    assert offers.uses == ()
    assert "indifferent" in offers.obtained
    # The bounds leave nothing else: the highest and the lowest payoff cannot differ, or differ from the solution.
    bounds = offers.proofs[-1].region
    assert bounds.contains({p: 0 for p in bounds.parameters})


@pytest.mark.parametrize("bad", [1, "11/10", "-1/10"])
def test_a_discount_factor_outside(bad: object) -> None:
    with pytest.raises(gt.AssumptionError, match="Russia's discount factor is at least 0 and below 1, which fails"):
        gt.rubinstein("1/2", bad, players=PLAYERS)


def test_bad_input() -> None:
    with pytest.raises(gt.AssumptionError, match="fails at delta = 1") as caught:
        gt.rubinstein(gt.Parameter("delta", at_least=0, at_most=1), 0)
    assert caught.value.point["delta"] == 1
    with pytest.raises(gt.GameError, match="two players, not 3"):
        gt.rubinstein(0, 0, players=["A", "B", "C"])
    with pytest.raises(gt.GameError, match="'India' cannot make the first offer"):
        gt.rubinstein(0, 0, players=PLAYERS, first="India")
    with pytest.raises(gt.PayoffError, match="a float"):
        gt.rubinstein(0.9, 0)
