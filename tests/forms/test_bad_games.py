"""Unknown symbols and cells, players and actions that do not fit are refused with what to write instead."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

import gametheory as gt
from tests.refusals import CHEAT, DILEMMA, HONOUR, WHERE, R, T, dilemma, refused, with_payoff

# Symbols.


def test_an_unknown_symbol_in_an_expression() -> None:
    with refused(gt.ParameterError, "Dilemma", "unknown symbol gain", 'gt.parameters("gain")'):
        with_payoff(T + sympy.Symbol("gain"))


def test_a_plain_symbol_of_the_name_of_a_parameter() -> None:
    with refused(gt.ParameterError, "symbol T", "gt.parameters"):
        with_payoff(sympy.Symbol("T"))


def test_an_unknown_symbol_in_text() -> None:
    with refused(gt.PayoffError, WHERE, '"T + gain"', "gain is not a declared parameter", "P, R, S, T", "declare it"):
        with_payoff("T + gain")


def test_an_unknown_symbol_in_a_premise() -> None:
    with refused(gt.ParameterError, "unknown symbol x", 'gt.parameters("x")'):
        dilemma(assuming=sympy.Symbol("x", real=True) > T)


def test_two_parameters_of_one_name_that_differ() -> None:
    other = gt.Parameter("T", unit="USD bn")
    with refused(gt.ParameterError, "Dilemma", "two different parameters named T", "USD bn", "rename"):
        with_payoff(other)
    with refused(gt.ParameterError, "two different parameters named T", "rename"):
        dilemma(assuming=other > R)
    with refused(gt.ParameterError, "two different parameters named T", "rename"):
        gt.nash(dilemma(), (CHEAT, CHEAT)) & (other > 3)
    with refused(gt.ParameterError, "two different parameters named T", "rename"):
        gt.premises(T > R, other > R)
    with refused(gt.ParameterError, "two different parameters named T", "rename"):
        gt.prove(T > R, assuming=other > R)
    with refused(gt.PointError, "T is a different parameter", "same one"):
        gt.when(T > R).contains({other: 2, R: 1})
    with refused(gt.ParameterError, "two different parameters named T", "above", "None", "0"):
        gt.when((gt.Parameter("T", above=0) > R) & (T > R))


# Cells, players, actions.


def test_a_missing_cell() -> None:
    payoffs = {cell: pair for cell, pair in DILEMMA.items() if cell != (CHEAT, HONOUR)}
    with refused(gt.GameError, "Dilemma", "no payoffs at (cheat, honour)", "one payoff a player"):
        dilemma(payoffs=payoffs)
    with refused(gt.GameError, "(honour, honour) and 3 more"):
        dilemma(payoffs={})


@pytest.mark.parametrize("cell", [(HONOUR, "wait"), (HONOUR,), (HONOUR, HONOUR, HONOUR), HONOUR, 3, None])
def test_a_cell_for_a_profile_that_does_not_exist(cell: Any) -> None:
    with refused(gt.GameError, f"{cell!r} is not a profile of Dilemma", "China, Russia", "(honour, honour)"):
        dilemma(payoffs={**DILEMMA, cell: (1, 1)})


@pytest.mark.parametrize(("cell", "count"), [((1, 2, 3), "3"), ((1,), "1"), ((), "0"), (7, "one thing"), ("12", "one")])
def test_a_cell_without_one_payoff_a_player(cell: Any, count: str) -> None:
    with refused(gt.PayoffError, "at (cheat, honour)", count, "2 players (China, Russia)", "a tuple"):
        dilemma(payoffs={**DILEMMA, (CHEAT, HONOUR): cell})


@pytest.mark.parametrize("cell", [{3, 1}, frozenset({3, 1}), b"31", {"Russia": 3, "China": 1}], ids=str)
def test_a_cell_whose_payoffs_have_no_order(cell: Any) -> None:
    """A set would be read in an order that nobody chose, bytes as the codes of their letters."""
    with refused(gt.PayoffError, "(cheat, honour)"):
        dilemma(payoffs={**DILEMMA, (CHEAT, HONOUR): cell})


def test_names_given_twice() -> None:
    with refused(gt.GameError, "Dilemma", "actions", "'honour' twice", "different"):
        dilemma(actions=(HONOUR, HONOUR))
    with refused(gt.GameError, "Russia's actions", "'cheat' twice"):
        dilemma(actions=((HONOUR, CHEAT), (CHEAT, CHEAT)))
    with refused(gt.GameError, "players", "'China' twice", "different"):
        dilemma(players=("China", "China"))
    with refused(gt.ParameterError, "twice"):
        gt.parameters("T R T")


def test_nobody_and_nothing_to_do() -> None:
    with refused(gt.GameError, "players are empty", "at least one"):
        dilemma(players=())
    with refused(gt.GameError, "actions are empty", "at least one"):
        dilemma(actions=())
    with refused(gt.GameError, "Russia's actions are empty", "at least one"):
        dilemma(actions=((HONOUR, CHEAT), ()))
    with refused(gt.GameError, "not a name", "word"):
        dilemma(actions=(HONOUR, " "))
    with refused(gt.GameError, "3", "not a name"):
        dilemma(players=("China", 3))


def test_text_where_a_sequence_of_names_is_wanted() -> None:
    with refused(gt.GameError, "players", "'China'", '("China",)'):
        dilemma(players="China")
    with refused(gt.GameError, "actions", "'honour'"):
        dilemma(actions="honour")


def test_actions_for_the_wrong_number_of_players() -> None:
    with refused(gt.GameError, "actions for 3 players", "2 players", "one sequence of actions a player"):
        dilemma(actions=((HONOUR, CHEAT),) * 3)
    with refused(gt.GameError, "actions for 1 players", "2 players"):
        dilemma(actions=((HONOUR, CHEAT),))


def test_an_outcome_that_does_not_fit() -> None:
    with refused(gt.GameError, "('honour', 'wait') is not a profile"):
        dilemma(outcomes={"alliance": [(HONOUR, "wait")]})
    with refused(gt.GameError, "'alliance'", "no profiles", "at least one"):
        dilemma(outcomes={"alliance": []})
