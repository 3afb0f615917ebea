"""Cheap talk against types tried one by one, exact integrals, and the numbers of the models' notes."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from itertools import pairwise

import pytest

import gametheory as gt

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
DRAWS = 400 if EXHAUSTIVE else 25


def biases() -> list[Fraction]:
    rng = random.Random("talk")
    edges = [Fraction(1, 2 * n * (n - 1)) for n in (2, 3, 4, 10)]  # where a number of messages just fails
    drawn = [Fraction(rng.randint(1, 60), rng.randint(60, 1200)) for _ in range(DRAWS)]
    return [*edges, *(edge - Fraction(1, 10**9) for edge in edges), Fraction(3), *drawn]


def shot(bias: Fraction, messages: int) -> list[Fraction] | None:
    """Cutoffs from widths alone, each 4 bias more than the last; None if the first would have no width."""
    width = (1 - sum(4 * bias * k for k in range(messages))) / messages
    if width <= 0:
        return None
    cutoffs = [Fraction(0)]
    for k in range(messages):
        cutoffs.append(cutoffs[-1] + width + 4 * bias * k)
    return cutoffs


@pytest.mark.exhaustive
def test_cutoffs_types_and_payoffs() -> None:
    for bias in biases():
        talk = gt.crawford_sobel(bias)
        count = talk.messages
        assert count == talk.largest
        assert list(talk.cutoffs) == shot(bias, count)
        assert shot(bias, count + 1) is None
        middles = [(low + high) / 2 for low, high in pairwise(talk.cutoffs)]
        assert list(talk.actions) == middles
        # Types tried one by one: on a cutoff two messages tie, elsewhere one's own is strictly best.
        for place, (low, high) in enumerate(pairwise(talk.cutoffs)):
            for state in (low, low + (high - low) / 100, (low + high) / 2, high - (high - low) / 100, high):
                losses = [(action - state - bias) ** 2 for action in middles]
                best = {i for i, loss in enumerate(losses) if loss == min(losses)}
                own = {place} | ({place - 1} if state == low and place else set())
                own |= {place + 1} if state == high and place < count - 1 else set()
                assert best == own
        # Expected losses, integrated piece by piece.
        receiver = sum(
            ((high - m) ** 3 - (low - m) ** 3) / 3
            for (low, high), m in zip(pairwise(talk.cutoffs), middles, strict=True)
        )
        assert talk.receiver_payoff == -receiver
        sender = sum(
            ((high + bias - m) ** 3 - (low + bias - m) ** 3) / 3
            for (low, high), m in zip(pairwise(talk.cutoffs), middles, strict=True)
        )
        assert talk.sender_payoff == -sender


@pytest.mark.parametrize(
    ("bias", "messages", "payoff"),
    [("1/5", 2, "-.0608333"), ("1/20", 3, "-.0159259"), ("1/100", 7, "-.00330068"), ("1/4", 1, "-.0833333")],
)
def test_the_numbers_of_the_notes(bias: str, messages: int, payoff: str) -> None:
    talk = gt.crawford_sobel(bias)
    assert talk.messages == messages
    assert round(float(talk.receiver_payoff), 8 if messages == 7 else 7) == float(payoff)


def test_a_quarter_is_too_much() -> None:
    b = gt.Parameter("b", above=0)
    two = gt.crawford_sobel(b, 2)
    assert str(two.possible) == "b < 1/4"
    assert two.most.equivalent(gt.when(12 * b >= 1) & (4 * b < 1))
    assert gt.crawford_sobel(b, 1).possible.is_everywhere()
    assert two.at_least(3).implies(two.possible)
    assert gt.crawford_sobel("1/4").cutoffs == (0, 1)
    assert "tells nothing" in str(gt.crawford_sobel("1/4"))
    with pytest.raises(gt.ConceptError, match="no equilibrium has 2 messages; the most for this bias are 1"):
        gt.crawford_sobel("1/4", 2)
    with pytest.raises(gt.ConceptError, match="no such bias is left by the premises"):
        gt.crawford_sobel(b, 2, assuming=3 * b > 1)


def test_everything_is_proved() -> None:
    b = gt.Parameter("b", above=0)
    talk = gt.crawford_sobel(b, 3)
    assert [str(one) for one in talk.proofs if one.status != "proved"] == []
    assert talk.complete
    assert talk.largest is None
    assert talk.uses == ()
    assert "difference equation" in talk.obtained
    assert "possible: b < 1/12" in str(talk)
    assert talk.receiver_payoff == -(gt.exact("1/108") + 8 * b**2 / 3)
    # Fewer messages than possible are an equilibrium too.
    fewer = gt.crawford_sobel("1/100", 2)
    assert (fewer.messages, fewer.largest) == (2, 7)
    assert fewer.complete


def test_the_receiver_does_the_middle_of_what_it_is_told() -> None:
    talk = gt.crawford_sobel(Fraction(1, 5))
    low, cut, high = talk.cutoffs
    assert (low, high) == (0, 1) and talk.actions == ((low + cut) / 2, (cut + high) / 2)


def test_a_very_small_bias() -> None:
    talk = gt.crawford_sobel(Fraction(1, 10**14))
    n = talk.messages
    assert 2 * n * (n - 1) < 10**14 <= 2 * n * (n + 1)
    assert talk.cutoff(n) == 1
    assert talk.cutoff(1) > 0
    with pytest.raises(gt.CapacityError, match=r"ask for one with cutoff\(k\)"):
        talk.cutoffs  # noqa: B018
    assert "cutoffs" not in str(talk)


@pytest.mark.parametrize("bad", [0, "-1/10"])
def test_a_bias_that_is_not_above_0(bad: object) -> None:
    with pytest.raises(
        gt.AssumptionError, match="the bias is above 0, which fails; with a bias of 0 everything is told"
    ):
        gt.crawford_sobel(bad)


def test_bad_input() -> None:
    b = gt.Parameter("b", above=0)
    with pytest.raises(gt.ConceptError, match="depends on b; name a number of messages"):
        gt.crawford_sobel(b)
    for messages in (0, True, "2", Fraction(2)):
        with pytest.raises(gt.ConceptError, match="give a whole number, at least 1"):
            gt.crawford_sobel(b, messages)  # type: ignore[arg-type]
    with pytest.raises(gt.PayoffError, match="a float"):
        gt.crawford_sobel(0.05)
    for k in (-1, 4, "1"):
        with pytest.raises(gt.ConceptError, match="numbered from 0 to 3"):
            gt.crawford_sobel("1/20").cutoff(k)  # type: ignore[arg-type]
