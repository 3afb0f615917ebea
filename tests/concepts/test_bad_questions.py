"""Players, outcomes and games that a concept cannot be asked about, and repeated games that are not one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt
from tests.refusals import CHEAT, HONOUR, T, delta, dilemma, refused

# Outcomes and players asked for.


def test_an_unknown_player_outcome_or_profile() -> None:
    game = dilemma(outcomes={"alliance": [(HONOUR, HONOUR)]})
    with refused(gt.GameError, "Dilemma", "no player 'Japan'", "China, Russia"):
        gt.best_reply(game, (CHEAT, CHEAT), player="Japan")
    with refused(gt.GameError, "no player 'Japan'"):
        gt.dominant(game, (CHEAT, CHEAT), player="Japan")
    with refused(gt.GameError, "no player 'Japan'"):
        gt.strong_nash(game, (CHEAT, CHEAT), coalitions=[("China", "Japan")])
    concepts = (gt.nash, gt.strong_nash, gt.dominant, gt.payoff_dominant, gt.risk_dominant)
    for concept in concepts:
        with refused(gt.GameError, "Dilemma", "no outcome 'pact'", "alliance", "tuple"):
            concept(game, "pact")
        with refused(gt.GameError, "('cheat', 'wait') is not a profile of Dilemma", "China, Russia"):
            concept(game, (CHEAT, "wait"))
    with refused(gt.GameError, "no outcome 'pact'"):
        gt.only(gt.nash, game, "pact")
    with refused(gt.GameError, "no outcome 'pact'"):
        gt.pareto_dominates(game, (CHEAT, CHEAT), "pact")
    with refused(gt.ConceptError, "China", "honour, cheat"):
        gt.dominates(game, "China", CHEAT, "wait")


def test_a_concept_asked_of_something_else() -> None:
    repeated = gt.RepeatedGame(dilemma(), discount=delta)
    with refused(gt.ConceptError, "nash", "normal form", "game.stage"):
        gt.nash(repeated)  # type: ignore[call-overload]
    with refused(gt.ConceptError, "grim_trigger", "repeated game", "gt.RepeatedGame"):
        gt.grim_trigger(dilemma(), (CHEAT, CHEAT))
    with refused(gt.ConceptError, "risk dominance", "2x2"):
        gt.risk_dominant(gt.Game("Alone", ["A"], ["x"], {("x",): (0,)}), ("x",))
    with refused(gt.ConceptError, 'write ("China",)'):
        gt.strong_nash(dilemma(), (CHEAT, CHEAT), coalitions=["China"])


def test_only_needs_a_concept_that_lists_all_outcomes() -> None:
    with refused(gt.ConceptError, "only()", "gt.nash"):
        gt.only(gt.risk_dominant, dilemma(), (CHEAT, CHEAT))


# Repeated games.


@pytest.mark.parametrize(
    "discount",
    [gt.Parameter("d"), gt.Parameter("d", at_least=0, at_most=1), gt.Parameter("d", below=1), 1, Fraction(3, 2), -1, T],
    ids=["free", "at most 1", "perhaps negative", "1", "3/2", "-1", "T"],
)
def test_a_discount_factor_that_may_leave_its_range(discount: Any) -> None:
    with refused(gt.AssumptionError, "discount", str(discount), "[0, 1)", "at_least=0, below=1"):
        gt.RepeatedGame(dilemma(), discount=discount)


def test_a_break_up_that_may_be_certain() -> None:
    with refused(gt.AssumptionError, "breakup", "[0, 1)"):
        gt.RepeatedGame(dilemma(), discount=delta, breakup=gt.Parameter("h", at_least=0, at_most=1))
    with refused(gt.PayoffError, "hazard", "0.1, a float", "1/10"):
        gt.RepeatedGame(dilemma(), discount=delta, breakup=0.1)


def test_grim_trigger_on_a_stage_with_several_equilibria() -> None:
    hunt = gt.Game(
        "Stag hunt", ["A", "B"], ["stag", "hare"],
        {("stag", "stag"): (4, 4), ("stag", "hare"): (0, 3), ("hare", "stag"): (3, 0), ("hare", "hare"): (3, 3)},
    )  # fmt: skip
    with refused(gt.ConceptError, "Stag hunt", "(stag, stag), (hare, hare)", "punishment="):
        gt.grim_trigger(gt.RepeatedGame(hunt, discount=delta), ("stag", "stag"))


def test_grim_trigger_on_a_stage_with_none() -> None:
    pennies = gt.Game(
        "Pennies",
        ["A", "B"],
        ["h", "t"],
        {("h", "h"): (1, 0), ("h", "t"): (0, 1), ("t", "h"): (0, 1), ("t", "t"): (1, 0)},
    )
    with refused(gt.ConceptError, "Pennies", "none", "punishment="):
        gt.grim_trigger(gt.RepeatedGame(pennies, discount=delta), ("h", "h"))


def test_grim_trigger_on_a_stage_with_several_equilibria_in_a_part_of_the_premises() -> None:
    """Honouring is a second equilibrium where R reaches 3; a small R, tried first, does not show it."""
    free = gt.Parameter("R")
    payoffs = {(HONOUR, HONOUR): (free, free), (HONOUR, CHEAT): (0, 3), (CHEAT, HONOUR): (3, 0), (CHEAT, CHEAT): (1, 1)}
    repeated = gt.RepeatedGame(dilemma(payoffs=payoffs), discount=delta)
    with refused(gt.ConceptError, "Dilemma", "pure equilibrium", "punishment=", "R = ") as caught:
        gt.grim_trigger(repeated, (HONOUR, HONOUR)).contains({free: 2, delta: Fraction(1, 2)})
    assert str(caught[0]).endswith(".")
    named = gt.grim_trigger(repeated, (HONOUR, HONOUR), punishment=(CHEAT, CHEAT))
    assert named.contains({free: 2, delta: Fraction(1, 2)})  # 2/(1 - d) = 4 >= 3 + 1*d/(1 - d) = 4
