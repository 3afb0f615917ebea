"""Premises that nothing satisfies prove everything; here they prove nothing."""

from __future__ import annotations

import pytest

import gametheory as gt
from tests.trap_games import HALF, HONOUR, ORDER, P, R, S, T, delta, dilemma, x, y, z

CONTRADICTION = (x > 1, y > 0, x < 0)


def test_nothing_is_proved_from_premises_that_contradict_each_other() -> None:
    region = gt.when(x > z)
    for statement in (
        gt.always(region), gt.never(region), gt.possible(region), gt.exactly(region, z > 0), gt.grows(region, x),
        gt.shrinks(region, z), gt.always(x > 0), gt.always(x < 0),
    ):  # fmt: skip
        verdict = gt.prove(statement, assuming=CONTRADICTION)
        assert verdict.status == "vacuous", statement
        assert {premise.relation for premise in verdict.core} == {x > 1, x < 0}
        assert verdict.witness is None and verdict.counterexample is None
    claim = gt.Claim("c", "p", "l", "", "", "", "", (gt.Reading("r", x > 0, stated=CONTRADICTION),), "")
    assert gt.judge(claim).status == "vacuous"
    assert gt.judge(claim).bearing == "not identified"


def test_a_contradiction_with_a_bound_is_one_too() -> None:
    assert gt.prove(delta > HALF, assuming=delta > 1).status == "vacuous"
    verdict = gt.prove(gt.grows(delta > x, delta), assuming=gt.equal(delta, 2))
    assert verdict.status == "vacuous"
    assert [str(bound) for bound in verdict.core.bounds] == ["delta < 1"]
    nonlinear = gt.prove(x > y, assuming=(x * y > 0, x > 0, y < 0))
    assert nonlinear.status == "vacuous"
    assert len(nonlinear.core) == 3


def test_a_parameter_that_the_premises_pin_down_neither_grows_nor_shrinks_anything() -> None:
    for statement in (gt.grows(x > y, x), gt.shrinks(x > y, x)):
        assert gt.prove(statement, assuming=gt.equal(x, 3)).status == "vacuous"


def test_without_premises_only_what_is_always_true_is_proved() -> None:
    assert gt.prove(x > y, assuming=()).status == "conditional"
    assert gt.prove(x**2 + y**2 >= 2 * x * y, assuming=()).status == "proved"
    assert gt.prove((x > y) | (x <= y)).status == "proved"
    assert gt.prove((x > y) & (x <= y)).status == "refuted"
    assert gt.prove(gt.possible((x > y) & (x < y))).status == "refuted"


def test_what_was_folded_under_old_premises_does_not_leak_into_new_ones() -> None:
    """Under T > R honouring is never an equilibrium; shortened there, it must come back under R > T."""
    shortened = gt.nash(dilemma(T > R), HONOUR).simplify()
    assert str(shortened) == "never"
    assert gt.prove(shortened, assuming=R > T).status == "proved"
    assert gt.prove(shortened).status == "refuted"
    honour = gt.grim_trigger(gt.RepeatedGame(dilemma(ORDER), discount=delta), HONOUR).simplify()
    hunt = gt.descending(R, T, P, S)  # two equilibria: no single punishment
    with pytest.raises(gt.ConceptError, match="punishment="):
        gt.prove(honour, assuming=hunt)
    deadlock = gt.descending(T, P, R, S)
    assert gt.prove(honour, assuming=deadlock).status == "refuted"
