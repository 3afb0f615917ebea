"""A point that misses a parameter, violates a premise or says two things is refused."""

from __future__ import annotations

from typing import Any

import pytest

import gametheory as gt
from tests.refusals import CHEAT, P, R, S, T, delta, dilemma, refused, with_payoff


def test_a_point_that_misses_a_parameter() -> None:
    region = gt.nash(dilemma(assuming=gt.descending(T, R, P, S)), (CHEAT, CHEAT))
    for ask in (region.contains, region.explain):
        with refused(gt.PointError, "no value for R, S", "R: 1, S: 1"):
            ask({T: 5, P: 1})
    with refused(gt.PointError, "no value for S"):  # of a premise alone
        gt.when(T > R, assuming=P > S).contains({T: 5, R: 3, P: 1})


def test_a_point_that_violates_a_premise() -> None:
    region = gt.nash(dilemma(assuming=gt.descending(T, R, P, S)), (CHEAT, CHEAT))
    for ask in (region.contains, region.explain):
        with refused(gt.AssumptionError, "R = 1", "violates the premise R > P", "another point") as caught:
            ask({T: 5, R: 1, P: 1, S: 0})
        assert [premise.relation for premise in caught[0].core] == [R > P]
    with refused(gt.AssumptionError, "violates the premise R > P"):
        dilemma(assuming=gt.descending(T, R, P, S)).at(T=5, R=1, P=1, S=0)
    with refused(gt.AssumptionError, "violates the premise delta < 1"):
        gt.when(delta > 0).contains({delta: 1})


def test_a_point_at_which_a_premise_divides_by_zero() -> None:
    game = with_payoff(S, assuming=T / R > 1)
    with refused(gt.AssumptionError, "T/R > 1"):
        game.at(R=0)
    with refused(gt.AssumptionError, "violates the premise"):
        gt.nash(game, (CHEAT, CHEAT)).contains({T: 1, R: 0, P: 1, S: 0})


@pytest.mark.parametrize("key", [3, None, T + R])
def test_a_point_with_a_key_that_is_no_parameter(key: Any) -> None:
    with refused(gt.PointError, "not a parameter", "name"):
        gt.when(T > R).contains({key: 1, T: 2, R: 1})


def test_a_point_that_gives_one_parameter_two_values() -> None:
    with refused(gt.PointError, "T"):
        gt.when(T > R).contains({T: 0, "T": 2, R: 1})


def test_a_number_for_a_parameter_the_game_does_not_have() -> None:
    with refused(gt.GameTheoryError, "Dilemma", "no parameter Q", "P, R, S, T"):
        dilemma().at(Q=1)
