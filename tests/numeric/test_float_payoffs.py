from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.numeric.float_payoffs import float_payoffs


def choice(*payoffs: Any) -> gt.Game:
    """One player, one payoff an action."""
    return gt.Game(
        "Choice", ["Ann"], [f"a{n}" for n in range(len(payoffs))], {(f"a{n}",): (p,) for n, p in enumerate(payoffs)}
    )


def test_every_payoff_becomes_the_nearest_float() -> None:
    # 2**53 + 1 and 2**53 + 3 lie halfway between two floats: the even one is meant.
    game = choice("1/3", "0.1", 2**53 + 1, 2**53 + 3, -7, Fraction(1, 10**400))
    (array,) = float_payoffs(game, "it")
    assert array.tolist() == [1 / 3, 0.1, 9007199254740992.0, 9007199254740996.0, -7.0, 0.0]
    assert array.dtype == np.float64


def test_arrays_are_indexed_by_actions_in_the_order_of_players(lopsided: gt.Game) -> None:
    ann, bob = float_payoffs(lopsided, "it")
    assert ann.tolist() == [[0, 0, 0], [1, 1, 1]]
    assert bob.tolist() == [[0, 0.5, 2], [0, 0.5, 2]]


def test_a_tie_is_not_made_unasked() -> None:
    near = choice(1, 1 + Fraction(1, 10**17), 1)
    with pytest.raises(
        gt.PayoffError,
        match=r"it: Ann's payoffs at \(a0\) and \(a1\) are different, .* both become the float 1.0: a tie .*; rescale",
    ):
        float_payoffs(near, "it")
    assert float_payoffs(near, "it", lossy=True)[0].tolist() == [1.0, 1.0, 1.0]
    assert float_payoffs(choice(2, 2), "it")[0].tolist() == [2.0, 2.0]
    tiny = choice(0, Fraction(1, 10**400))
    with pytest.raises(gt.PayoffError, match=r"both become the float 0.0"):
        float_payoffs(tiny, "it")


def test_a_payoff_beyond_floats_is_refused() -> None:
    with pytest.raises(gt.PayoffError, match=r"it: Ann's payoff at \(a1\) is larger than any float"):
        float_payoffs(choice(1, 10**400), "it", lossy=True)


def test_only_games_at_a_point_have_floats(symbolic: gt.Game, pennies: gt.Game) -> None:
    with pytest.raises(gt.PayoffError, match=r"it needs numbers .* Open has the parameters x; .*game.at\(x=...\)"):
        float_payoffs(symbolic, "it")
    repeated = gt.RepeatedGame(pennies, discount="1/2")
    for wrong in (repeated, None, [[1]]):
        with pytest.raises(gt.GameError, match=r"it takes a gt.Game; .* is a (RepeatedGame|NoneType|list)"):
            float_payoffs(wrong, "it")
