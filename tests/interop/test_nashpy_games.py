from fractions import Fraction
from typing import Any

import nashpy
import numpy as np
import pytest

import gametheory as gt
from gametheory.interop import from_nashpy, to_nashpy


def test_rows_are_the_first_players_actions(tariffs: gt.Game) -> None:
    rows, columns = to_nashpy(tariffs).payoff_matrices
    assert rows.tolist() == [[0.0, 1.0, 2.0], [10.0, 10.5, -12.0]]
    assert columns.tolist() == [[5.0, -0.25, 6.0], [7.0, 8.0, 9.0]]
    assert rows.dtype == columns.dtype == np.float64


def test_nashpy_sees_the_same_equilibrium(tariffs: gt.Game) -> None:
    # "all" is best for Bob whatever Ann does, and then "open" is best for Ann.
    assert [[side.tolist() for side in pair] for pair in to_nashpy(tariffs).support_enumeration()] == [
        [[1.0, 0.0], [0.0, 0.0, 1.0]]
    ]
    assert gt.nash(tariffs, ("open", "all")).contains({})


def test_there_and_back(tariffs: gt.Game) -> None:
    names: Any = {"players": tariffs.players, "actions": tariffs.actions, "name": "Tariffs"}
    assert from_nashpy(to_nashpy(tariffs), **names, floats="decimal") == tariffs
    assert from_nashpy(to_nashpy(tariffs), **names, floats="binary") == tariffs
    with pytest.raises(gt.PayoffError, match=r"Tariffs: Bob's payoff at \(open, some\) is -0.25, a float"):
        from_nashpy(to_nashpy(tariffs), **names)


def test_exact_and_narrow_matrices_come_back_exact() -> None:
    object_one = nashpy.Game(np.array([[Fraction(1, 3), 2]], dtype=object), np.array([[0, 1]], dtype=object))
    assert from_nashpy(object_one).cells == ((Fraction(1, 3), 0), (2, 1))
    narrow = nashpy.Game(np.array([[100, -100]], dtype=np.int8), np.array([[0, 255]], dtype=np.uint8))
    game = from_nashpy(narrow)
    assert game.gap("row", ("first", "first"), ("first", "second")) == 200
    assert game.gap("column", ("first", "first"), ("first", "second")) == -255


def test_a_zero_sum_game_that_nashpy_has_wrapped_round_is_refused() -> None:
    assert from_nashpy(nashpy.Game([[1, -2]])).cells == ((1, -1), (-2, 2))
    with pytest.raises(gt.PayoffError, match="uint8 has no room for the negative payoffs; make the matrix with"):
        from_nashpy(nashpy.Game(np.array([[1, 2]], dtype=np.uint8)))


def test_different_payoffs_do_not_become_a_tie_unasked() -> None:
    near = gt.Game(
        "Near",
        ["A", "B"],
        ["x", "y"],
        {(a, b): ("1.00000000000000001" if a == "y" else 1, 0) for a in "xy" for b in "xy"},
    )
    with pytest.raises(
        gt.PayoffError, match=r"A's payoffs at \(x, x\) and \(y, x\) are different.*float 1.0.*lossy=True"
    ):
        to_nashpy(near)
    assert to_nashpy(near, lossy=True).payoff_matrices[0].tolist() == [[1.0, 1.0], [1.0, 1.0]]


def test_what_nashpy_cannot_hold_is_refused(summit: gt.Game, symbolic: gt.Game) -> None:
    with pytest.raises(gt.GameError, match=r"nashpy knows two players, and Summit has 3 \(Ann, Bob, Cyd\)"):
        to_nashpy(summit)
    with pytest.raises(gt.PayoffError, match=r"Open has the parameters x; choose a point first: game.at\(x=...\)"):
        to_nashpy(symbolic)
    assert to_nashpy(symbolic.at(x=2)).payoff_matrices[0].tolist() == [[2.0, 2.0], [2.0, 2.0]]
    with pytest.raises(gt.GameError, match=r"from_nashpy takes a nashpy.Game; \[\[1\]\] is a list"):
        from_nashpy([[1]])
