"""A premise that is none, or contradicts others, is refused with what to write instead."""

# ruff: noqa: SIM300 - T and R are parameters, not constants
from __future__ import annotations

from typing import Any

import pytest
import sympy

import gametheory as gt
from tests.refusals import CHEAT, P, R, S, T, dilemma, refused, with_payoff


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
