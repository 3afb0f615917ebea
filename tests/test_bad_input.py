"""Every wrong input gets the package's own error: what is wrong, where it is, and what to write instead."""

# ruff: noqa: SIM300 - T and R are parameters, not constants
from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pytest
import sympy

import gametheory as gt

T, R, P, S = gt.parameters("T R P S")
delta = gt.Parameter("delta", above=0, below=1)

HONOUR, CHEAT = "honour", "cheat"
DILEMMA: dict[Any, Any] = {
    (HONOUR, HONOUR): (R, R),
    (HONOUR, CHEAT): (S, T),
    (CHEAT, HONOUR): (T, S),
    (CHEAT, CHEAT): (P, P),
}


@contextmanager
def refused(error: type[Exception], *substance: str) -> Iterator[list[Any]]:
    """Expect one error of the package whose sentence has every piece of the substance; hand the error back."""
    caught: list[Any] = []
    with pytest.raises(error) as raised:
        yield caught
    assert isinstance(raised.value, gt.GameTheoryError)
    assert len(raised.value.args) == 1, f"the message is printed as {raised.value}"
    message = str(raised.value)
    for piece in substance:
        assert piece in message, f"{piece!r} is not in: {message}"
    caught.append(raised.value)


def dilemma(**changed: Any) -> Any:
    given: dict[str, Any] = {
        "name": "Dilemma",
        "players": ("China", "Russia"),
        "actions": (HONOUR, CHEAT),
        "payoffs": DILEMMA,
    }
    return gt.Game(**{**given, **changed})


def with_payoff(payoff: Any, **changed: Any) -> Any:
    """The dilemma, with Russia's payoff from being cheated replaced."""
    return dilemma(payoffs={**DILEMMA, (CHEAT, HONOUR): (T, payoff)}, **changed)


WHERE = "Russia's payoff at (cheat, honour)"


# Payoffs that are not exact.


@pytest.mark.parametrize(
    ("payoff", "what", "instead"),
    [
        (0.1, "0.1, a float", 'Rational(1, 10) or "1/10"'),
        (-2.5, "-2.5, a float", 'Rational(-5, 2) or "-5/2"'),
        (1.0, "1.0, a float", 'Rational(1, 1) or "1"'),
        (numpy.float64(0.1), "0.1, a float", 'Rational(1, 10) or "1/10"'),
        (numpy.float32(0.5), "0.5, a float", 'Rational(1, 2) or "1/2"'),
        (sympy.Float("0.1"), "0.1", "Rational(1, 10)"),
        (T + 0.1, "0.1", "Rational(1, 10)"),
        (0.1 * T, "0.1", "Rational(1, 10)"),
        (numpy.float64(0.1) * T, "0.1", "Rational(1, 10)"),
        (T**2.0, "2.0", "Rational"),
        (sympy.Max(T, R + 0.25), "0.25", "Rational"),
        (math.nan, "nan", "exact rational"),
        (math.inf, "inf", "exact rational"),
        (-math.inf, "-inf", "exact rational"),
        (numpy.float64("nan"), "nan", "exact rational"),
        (Decimal("NaN"), "NaN", "rational number"),
        (Decimal("Infinity"), "Infinity", "rational number"),
        (sympy.nan, "nan", "exact rational"),
        (sympy.oo, "oo", "exact rational"),
        (sympy.zoo, "zoo", "exact rational"),
        (T * sympy.oo, "oo", "exact rational"),
        (1j, "1j", "exact rational"),
        (1 + 0j, "(1+0j)", "exact rational"),
        (sympy.I, "I", "exact rational"),
        (sympy.I * T, "I", "exact rational"),
        (None, "None", "exact number"),
        (True, "True, a truth value", "1 or 0"),
        (False, "False, a truth value", "1 or 0"),
        ([1], "[1], a list", "exact number"),
        (T > R, "T > R", "parameter"),
        (object, "type", "exact number"),
    ],
    ids=str,
)
def test_a_payoff_that_is_not_exact(payoff: Any, what: str, instead: str) -> None:
    with refused(gt.PayoffError, WHERE, what, instead):
        with_payoff(payoff)


@pytest.mark.parametrize(
    ("payoff", "what"),
    [
        (numpy.bool_(True), "truth value"),
        (numpy.complex128(1 + 1j), "exact rational"),
        (sympy.true, "expected an exact"),
    ],
    ids=["numpy bool", "numpy complex", "sympy true"],
)
def test_a_payoff_that_is_not_a_number_in_another_library(payoff: Any, what: str) -> None:
    with refused(gt.PayoffError, WHERE, what):
        with_payoff(payoff)


@pytest.mark.parametrize(
    "payoff", [3, Fraction(1, 10), Decimal("0.1"), "0.1", "1/10", numpy.int64(3), sympy.Rational(1, 3)]
)
def test_exact_numbers_of_every_library_are_welcome(payoff: Any) -> None:
    read = with_payoff(payoff).payoff("Russia", (CHEAT, HONOUR))
    assert isinstance(read, Fraction)
    assert read == Fraction(str(payoff))


def test_a_float_anywhere_else() -> None:
    region = gt.nash(dilemma(), (CHEAT, CHEAT))
    with refused(gt.ExactnessError, "bound above", "0.5, a float", "Rational(1, 2)"):
        gt.Parameter("x", above=0.5)
    with refused(gt.PointError, "T's value", "0.5, a float", "Rational(1, 2)"):
        region.contains({T: 0.5, R: 3, P: 1, S: 0})
    with refused(gt.PointError, "T's value", "nan"):
        region.contains({T: math.nan, R: 3, P: 1, S: 0})
    with refused(gt.PointError, "S's value", "0.1, a float"):
        dilemma().at(T=5, R=3, P=1, S=0.1)
    with refused(gt.ExactnessError, "0.1, a float", "1/10"):
        gt.exact(0.1)
    with refused(gt.GameTheoryError, "0.5", "Rational"):
        dilemma(assuming=T > 0.5)
    with refused(gt.GameTheoryError, "0.5", "Rational"):
        gt.prove(T > numpy.float64(0.5))


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
    with refused(gt.GameError, "players is empty", "at least one"):
        dilemma(players=())
    with refused(gt.GameError, "actions is empty", "at least one"):
        dilemma(actions=())
    with refused(gt.GameError, "Russia's actions is empty", "at least one"):
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


# Premises.


@pytest.mark.parametrize("premise", [T == R, T != R, True])
def test_an_assumption_that_is_a_truth_value(premise: Any) -> None:
    with refused(gt.AssumptionError, str(premise), "truth value", "gt.equal(T, R)"):
        dilemma(assuming=(T > R, premise))
    with refused(gt.AssumptionError, "truth value", "gt.equal(T, R)"):
        gt.prove(T > R, assuming=premise)
    with refused(gt.AssumptionError, "truth value", "gt.equal(T, R)"):
        gt.nash(dilemma(), (CHEAT, CHEAT)) & premise
    with refused(gt.AssumptionError, "truth value", "gt.equal(T, R)"):
        gt.prove(premise)


@pytest.mark.parametrize("premise", [sympy.true, sympy.false, T < sympy.oo, T > sympy.oo, (T > R) | (T <= R)])
def test_an_assumption_that_sympy_has_settled(premise: Any) -> None:
    with refused(gt.AssumptionError, str(premise), "whatever the parameters are"):
        dilemma(assuming=premise)


@pytest.mark.parametrize("premise", [T, 3, "T > R", None, T + R, [3]], ids=str)
def test_an_assumption_that_is_no_relation(premise: Any) -> None:
    with refused(gt.AssumptionError, "not a premise", "T > R"):
        dilemma(assuming=premise)


@pytest.mark.parametrize("premise", [T & R, ~T, sympy.Or(T, R > P)], ids=str)
def test_an_assumption_that_joins_parameters_as_if_they_were_true_or_false(premise: Any) -> None:
    with refused(gt.GameTheoryError, "not a relation", "T > R"):
        dilemma(assuming=premise)


def test_a_chain_of_comparisons() -> None:
    for compare in (lambda: T > R > P, lambda: T >= R >= P, lambda: T < R < P, lambda: T <= R <= P, lambda: 0 < T < 1):
        with refused(gt.AssumptionError, "chained", "gt.descending(T, R, P)"):
            compare()
    with refused(gt.AssumptionError, '"T > R"', "truth value"):
        assert T > R
    with refused(gt.ParameterError, "at least two", "gt.descending(T, R, P, S)"):
        gt.descending(T)


def test_assumptions_that_contradict_each_other_are_named_by_the_smallest_set() -> None:
    cycle = (T > R, R > P, P > T)
    with refused(gt.AssumptionError, "contradict each other", "T > R, R > P, P > T", "drop or weaken") as caught:
        dilemma(assuming=(S > 0, *cycle, S < 10))
    assert {premise.relation for premise in caught[0].core} == set(cycle)
    with refused(gt.AssumptionError) as caught:
        dilemma(assuming=(*cycle, S > 3, P > S, S < 2))
    assert {premise.relation for premise in caught[0].core} == {S > 3, S < 2}


def test_an_assumption_that_contradicts_a_bound() -> None:
    x = gt.Parameter("x", at_least=0, below=1)
    with refused(gt.AssumptionError, "contradict each other", "x > 2", "x < 1") as caught:
        with_payoff(x, assuming=(T > R, x > 2))
    assert [str(premise) for premise in caught[0].core] == ["x > 2"]
    assert [str(bound) for bound in caught[0].core.bounds] == ["x < 1"]
    with refused(gt.AssumptionError, "contradict each other") as caught:
        gt.when(T > R).under(T < R - 1).under(T > R + x)
    assert len(caught[0].core) == 2


@pytest.mark.parametrize(
    ("bounds", "what"),
    [
        ({"above": 1, "below": 1}, "no value left"),
        ({"at_least": 2, "at_most": 1}, "no value left"),
        ({"above": 0, "at_least": 0}, "two bounds on one side"),
        ({"below": 0, "at_most": 0}, "two bounds on one side"),
    ],
)
def test_bounds_that_leave_nothing(bounds: dict[str, int], what: str) -> None:
    with refused(gt.ParameterError, "x has", what):
        gt.Parameter("x", **bounds)


@pytest.mark.parametrize("name", ["", "a b", "2x", "T'", 3, None])
def test_a_name_that_is_none(name: Any) -> None:
    with refused(gt.ParameterError, repr(name), "letters"):
        gt.Parameter(name)


# Points.


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


# Payoffs without a value.


@pytest.mark.parametrize(
    ("payoff", "assuming", "zero"),
    [
        (1 / T, (), lambda point: point["T"] == 0),
        (R / (T - R), T >= R, lambda point: point["T"] == point["R"]),
        (1 / (1 + 1 / T), T > -1, lambda point: point["T"] == 0),
        (sympy.Max(0, 1 / T), (), lambda point: point["T"] == 0),
        ("1/(T - R)", (), lambda point: point["T"] == point["R"]),
        (sympy.Piecewise((1 / T, T <= 0), (0, True)), (), lambda point: point["T"] == 0),
    ],
    ids=["1/T", "difference", "nested", "Max", "text", "Piecewise"],
)
def test_a_payoff_that_divides_by_zero_within_the_premises(payoff: Any, assuming: Any, zero: Any) -> None:
    with refused(gt.UndefinedPayoffError, WHERE, "divides by", "which is 0", "premise") as caught:
        with_payoff(payoff, assuming=assuming)
    assert zero(caught[0].point)
    assert str(caught[0].point) in str(caught[0])


@pytest.mark.parametrize(
    ("payoff", "assuming"),
    [
        (1 / T, T > 0),
        (1 / T, sympy.Ne(T, 0)),
        (1 / delta, ()),
        (R / (T - R), T > R),
        (1 / (T**2 + 1), ()),
        (sympy.Piecewise((1 / T, T < 0), (0, True)), ()),
    ],
    ids=str,
)
def test_a_payoff_that_the_premises_keep_from_dividing_by_zero_is_welcome(payoff: Any, assuming: Any) -> None:
    assert with_payoff(payoff, assuming=assuming).payoff("Russia", (CHEAT, HONOUR)) == payoff


# Text.


def test_code_in_text_is_never_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    for code in (
        "__import__('os').system('x')",
        f"open('{trace}', 'w')",
        f"[T for T in [open({str(trace)!r}, 'w')]]",
        "T.__class__",
        "exec('1')",
        "lambda: 1",
        "T; R",
        "T[0]",
        "T = 3",
        "f'{T}'",
        "T if R else P",
    ):
        with refused(gt.PayoffError, WHERE):
            with_payoff(code)
        with refused(gt.ExactnessError, "the value"):
            gt.exact(code, (T, R, P))
    assert not trace.exists()


def test_code_in_text_that_is_compared_is_never_run(tmp_path: Path) -> None:
    """sympify would evaluate text as Python."""
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').close()"
    for compare in (
        lambda: T > code,
        lambda: T >= code,
        lambda: T < code,
        lambda: T <= code,
        lambda: gt.equal(T, code),
        lambda: gt.equal(code, T),
        lambda: gt.descending(T, code),
    ):
        with refused(gt.GameTheoryError):
            compare()
        assert not trace.exists()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("__import__('os').system('x')", "is not arithmetic; write numbers, parameters"),
        ("1" + " + 1" * 2_000, "more than 2000"),
        ("(" * 60 + "T" + ")" * 60, "nested deeper than 50"),
        ("T" + "**1" * 600, "deeper"),
        ("T**101", "at most 100"),
        ("2**1000", "at most 100"),
        ("T**50**2", "at most 100"),
        ("(10**100)**100", "1000 digits"),
        ("9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100 * 9**100", "digits"),
        ("9" * 1_001, "1000 digits"),
        ("T**R", "whole number"),
        ("T**(1/2)", "whole number"),
        ("T**0.5", "whole number"),
        ("gain", "gain is not a declared parameter (declared: P, R, S, T)"),
        ("nan", "nan is not a declared parameter"),
        ("inf", "inf is not a declared parameter"),
        ("pi", "pi is not a declared parameter"),
        ("sqrt(T)", "sqrt is not a declared parameter"),
        ("True", "True is not a declared parameter"),
        ("1e5", "'e5' stands where"),
        ("2T", "'T' stands where"),
        ("T R", "'R' stands where"),
        ("T//R", "'/' stands where"),
        ("(T", "not closed"),
        ("T)", "')' stands where"),
        ("T +", "ends where"),
        ("", "ends where"),
        (" ", "ends where"),
        ("T > R", "'>' is not arithmetic"),
        ("1/0", "divides by zero"),
        ("0**-1", "divides by zero"),
        ("1/(T - T)", "divides by zero"),
        ("T/(R - R)", "divides by zero"),
        ("(T - T)**-1", "divides by zero"),
        ("T/T", "dividing by T cancels"),
    ],
    ids=lambda text: text[:30],
)
def test_text_outside_the_grammar(text: str, what: str) -> None:
    shown = text if len(text) <= 60 else text[:57] + "..."
    with refused(gt.PayoffError, WHERE, f'"{shown}"', what):
        with_payoff(text)
    with refused(gt.ExactnessError, what if "declared" not in what else "declared"):
        gt.exact(text, (T, R))


def test_powers_of_powers_past_the_limit() -> None:
    with refused(gt.PayoffError, WHERE, "100"):
        with_payoff("((T + 1)**100)**100")
    with refused(gt.PayoffError, WHERE, "100"):
        with_payoff(((T + 1) ** 100) ** 100)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3 + 0.1", Fraction(13, 30)),
        ("-2**2", Fraction(-4)),
        ("2**-1", Fraction(1, 2)),
        ("2**3**2", Fraction(512)),
        ("8/4/2", Fraction(1)),
        ("1 - 2 - 3", Fraction(-4)),
        ("2*(3 + 4)*.5", Fraction(7)),
        ("--3", Fraction(3)),
        ("6 / -4", Fraction(-3, 2)),
        ("  5. ", Fraction(5)),
    ],
)
def test_text_within_the_grammar_is_read_as_on_paper(text: str, value: Fraction) -> None:
    assert gt.exact(text) == value
    assert isinstance(gt.exact(text), Fraction)
