"""Basins of attraction of two actions: the stag hunt, ties, and the sign of the dynamics at exact starting points.

`GAMETHEORY_EXHAUSTIVE=1` asks the same function about more tables and starting points.
"""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

import gametheory as gt
from gametheory.errors import CapacityError, ConceptError, PayoffError
from tests.concepts.evolving import free_game, named, symmetric_game

EXHAUSTIVE = os.environ.get("GAMETHEORY_EXHAUSTIVE") == "1"
PAYOFFS = (-1, 0, 1, 3) if EXHAUSTIVE else (-1, 0, 1)
STARTS = 24 if EXHAUSTIVE else 4
BOTH = ("hawk", "dove")

T, R, P, S = gt.parameters("T R P S", unit="utility")
s = gt.Parameter("s", meaning="initial share of those who hunt", at_least=0, at_most=1)
HUNT = gt.Game(
    "Stag hunt", ("Ann", "Bob"), ("stag", "hare"),
    {("stag", "stag"): (R, R), ("stag", "hare"): (S, T), ("hare", "stag"): (T, S), ("hare", "hare"): (P, P)},
    assuming=(R > T, T >= P, P > S),
)  # fmt: skip
THRESHOLD = (P - S) / ((R - T) + (P - S))


def proved(statement: Any) -> bool:
    return bool(gt.prove(statement).status == "proved")


def test_stag_takes_over_above_the_threshold_and_hare_below() -> None:
    assert proved(gt.exactly(gt.basin(HUNT, "stag", s), s > THRESHOLD))
    assert proved(gt.exactly(gt.basin(HUNT, "hare", 1 - s), s < THRESHOLD))
    assert proved(gt.exactly(gt.basin(HUNT, ("stag", "hare"), s), gt.equal(s, THRESHOLD)))


def test_the_boundary_is_the_mixed_weight_the_trust_threshold_and_one_half_at_risk_dominance() -> None:
    (mixture,) = [one for one in gt.mixed(HUNT).regular() if one.support == (("stag", "hare"),) * 2]
    assert (mixture.probabilities[0][0] - THRESHOLD).simplify() == 0
    t = gt.Parameter("t", meaning="chance that the other one is trustworthy, and hunts", at_least=0, at_most=1)
    trusts = gt.when(t * R + (1 - t) * S >= t * T + (1 - t) * P, assuming=HUNT.premises)
    assert proved(gt.exactly(trusts, t >= THRESHOLD))
    assert proved(gt.exactly(trusts, ~gt.basin(HUNT, "hare", 1 - t)))
    half = gt.basin(HUNT, "stag", "1/2")
    assert proved(gt.exactly(half, gt.risk_dominant(HUNT, ("stag", "stag"))))


def test_in_a_dilemma_everybody_defects_unless_nobody_does() -> None:
    dilemma = gt.Game("Dilemma", HUNT.players, HUNT.actions[0], HUNT.payoffs, assuming=gt.descending(T, R, P, S))
    assert proved(gt.exactly(gt.basin(dilemma, "hare", s), s > 0))
    assert proved(gt.exactly(gt.basin(dilemma, "stag", s), gt.equal(s, 1)))
    assert proved(gt.never(gt.basin(dilemma, ("stag", "hare"), s)))


def test_where_actions_always_tie_nothing_moves() -> None:
    neutral = symmetric_game([[1, 2], [1, 2]])
    assert proved(gt.exactly(gt.basin(neutral, "hawk", s), gt.equal(s, 1)))
    assert proved(gt.exactly(gt.basin(neutral, BOTH, s), gt.when(s > 0) & (s < 1)))
    assert proved(gt.exactly(gt.basin(neutral, "dove", 1 - s), gt.equal(s, 0)))


def test_an_action_that_does_no_better_where_all_take_it_still_takes_over() -> None:
    weak = symmetric_game([[1, 1], [1, 0]])  # hawk gains 1 - x over dove at the share x: it slows down, never turns
    assert proved(gt.exactly(gt.basin(weak, "hawk", s), s > 0))


def test_hawk_and_dove_meet_inside() -> None:
    V, C = gt.Parameter("V", above=0), gt.Parameter("C", above=0)
    game = symmetric_game([[(V - C) / 2, V], [0, V / 2]], assuming=V < C)
    assert proved(gt.exactly(gt.basin(game, BOTH, s), gt.when(s > 0) & (s < 1)))


def limit(payoffs: Any, share: Fraction) -> str:
    """Where the share of hawk goes: to the next place in the direction of its change where the change is 0."""

    def change(x: Fraction) -> Fraction:
        hawk = x * payoffs[0][0] + (1 - x) * payoffs[0][1]
        dove = x * payoffs[1][0] + (1 - x) * payoffs[1][1]
        return Fraction(x * (hawk - (x * hawk + (1 - x) * dove)))

    slope = payoffs[0][0] - payoffs[1][0] - payoffs[0][1] + payoffs[1][1]
    rests = {Fraction(0), Fraction(1)}
    if slope:
        rests |= {root for root in [Fraction(payoffs[1][1] - payoffs[0][1], slope)] if 0 < root < 1}
    assert all(change(root) == 0 for root in rests)
    if change(share) > 0:
        share = min(root for root in rests if root > share)
    elif change(share) < 0:
        share = max(root for root in rests if root < share)
    return {Fraction(0): "dove", Fraction(1): "hawk"}.get(share, "both")


@pytest.mark.exhaustive
def test_basins_agree_with_the_direction_of_the_dynamics() -> None:
    game, _ = free_game(2)
    regions = {
        "hawk": gt.basin(game, "hawk", s), "dove": gt.basin(game, "dove", 1 - s), "both": gt.basin(game, BOTH, s)
    }  # fmt: skip
    met = set()
    for flat in product(PAYOFFS, repeat=4):
        payoffs = flat[:2], flat[2:]
        for start in range(STARTS + 1):
            share = Fraction(start, STARTS)
            point = {**named(payoffs), "s": share}
            expected = limit(payoffs, share)
            assert [end for end, region in regions.items() if region.contains(point)] == [expected], point
            met.add((expected, share in (0, 1)))
    assert met == {("hawk", False), ("hawk", True), ("dove", False), ("dove", True), ("both", False)}


def test_stable_actions_have_a_basin_around_them() -> None:
    game, _ = free_game(2)
    near = gt.evolutionarily_stable(game, "hawk") & ~gt.basin(game, "hawk", s) & (s > 0)
    for point in ({"p00": 1, "p01": 0, "p10": 0, "p11": 1, "s": "1/2"},):
        assert near.contains(point)  # at the unstable point it stays
    gains = [game.payoff("Ann", ("hawk", other)) - game.payoff("Ann", ("dove", other)) for other in BOTH]
    assert (near & (s * gains[0] + (1 - s) * gains[1] > 0)).is_empty()


def test_numbers_serve_as_shares_and_a_share_outside_the_unit_interval_is_refused() -> None:
    game = symmetric_game([[1, 0], [0, 1]])
    assert gt.basin(game, "hawk", "2/3").contains({})
    assert gt.basin(game, "hawk").contains({"share": "2/3"})  # a parameter of its own, with its bounds
    assert proved(gt.exactly(gt.basin(game, ("dove", "hawk"), 1 - s), gt.basin(game, BOTH, s)))
    assert not gt.basin(game, "hawk", Fraction(1, 2)).contains({})
    with pytest.raises(ConceptError, match="initial share of hawk is 2; give one between 0 and 1"):
        gt.basin(game, "hawk", 2)
    with pytest.raises(PayoffError, match="the initial share of hawk"):
        gt.basin(game, "hawk", 0.5)
    free = gt.Parameter("free")
    with pytest.raises(ConceptError, match=r"free, an initial share, is below 0 or above 1 at free = .*at_least=0"):
        gt.basin(game, "hawk", free).contains({"free": "1/2"})


def test_one_action_and_three_are_refused() -> None:
    with pytest.raises(ConceptError, match="has one action"):
        gt.basin(symmetric_game([[1]]), "hawk")
    with pytest.raises(CapacityError, match=r"at most 2 actions.*replicator_dynamics"):
        gt.basin(symmetric_game([[0] * 3] * 3), "hawk")


@pytest.mark.parametrize("outcome", ["owl", ("hawk", "hawk"), {"hawk", "dove"}])
def test_what_is_no_outcome_is_refused(outcome: Any) -> None:
    with pytest.raises(ConceptError, match=r"no action|no support"):
        gt.basin(symmetric_game([[1, 0], [0, 1]]), outcome)


def test_an_explanation_names_the_action_that_does_better() -> None:
    text = str(gt.basin(HUNT, "stag", s).explain({"T": 3, "R": 4, "P": 2, "S": 0, "s": "1/2"}))
    assert "that stag does better than hare at the initial shares is false (the difference is -1/2)" in text
