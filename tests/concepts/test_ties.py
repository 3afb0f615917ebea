"""Ties: weak and strict equilibria are told apart, and a boundary belongs to the weak side alone."""

from __future__ import annotations

import gametheory as gt
from tests.trap_games import CHEAT, HONOUR, R, T, dilemma, one_choice, x


def test_ties_are_told_from_strict_equilibria() -> None:
    """By hand, by the signs of R - T and P - S in a symmetric 2x2 game.

    Weakly: honouring needs R >= T, cheating P >= S, one of each T >= R and S >= P. Of the nine pairs of signs three
    have both pure equilibria, the other six differ: seven cells. Strictly the three pairs with a tie and no strict
    equilibrium fall into one, and a tie beside a strict equilibrium changes nothing: five.
    """
    apart = ("honour", "cheat"), ("cheat", "honour")
    weak, strict = gt.partition(dilemma()), gt.partition(dilemma(), strict=True)
    assert {frozenset(cell.equilibria) for cell in weak} == {
        frozenset(cell)
        for cell in (
            (HONOUR, CHEAT), (HONOUR,), (CHEAT,), apart, (HONOUR, *apart), (CHEAT, *apart), (HONOUR, CHEAT, *apart)
        )
    }  # fmt: skip
    assert {frozenset(cell.equilibria) for cell in strict} == {
        frozenset(cell) for cell in ((), (HONOUR, CHEAT), (HONOUR,), (CHEAT,), apart)
    }
    assert weak.complete and strict.complete


def test_the_boundary_belongs_to_the_weak_side_alone() -> None:
    assert gt.prove(gt.nash(dilemma(), HONOUR), assuming=R >= T).status == "proved"
    assert gt.prove(gt.nash(dilemma(), HONOUR, strict=True), assuming=R > T).status == "proved"
    verdict = gt.prove(gt.nash(dilemma(), HONOUR, strict=True), assuming=R >= T)
    assert verdict.status == "conditional"
    assert verdict.counterexample[R] == verdict.counterexample[T]
    assert str(gt.nash(one_choice(x), ("go",))) == "x >= 0"
    assert str(gt.nash(one_choice(x), ("go",), strict=True)) == "x > 0"
    assert str(gt.nash(one_choice(0, x), ("go",)).simplify()) == "x <= 0"


def test_a_tie_between_numbers_is_no_reason_to_leave() -> None:
    """Beside a payoff in a parameter; what is settled already must not get lost when the rest is shortened."""
    game = gt.Game("Tie", ["A"], ["go", "stay", "leave"], {("go",): (0,), ("stay",): (0,), ("leave",): (x,)})
    region = gt.nash(game, ("go",))
    assert str(region) == "x <= 0"
    assert region.simplify().contains({x: 0})
    assert gt.nash(game, ("go",), strict=True).is_empty()
    assert str(gt.nash(game, ("go",), strict=True)) == "never"
    assert gt.prove(region).condition.contains({x: -1})
