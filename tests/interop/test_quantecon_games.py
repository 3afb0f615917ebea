import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.interop import from_quantecon, to_quantecon


def test_quantecon_sees_the_same_payoffs(tariffs: gt.Game, summit: gt.Game) -> None:
    for game in (tariffs, summit):
        peer = to_quantecon(game)
        assert peer.nums_actions == tuple(map(len, game.actions))
        # quantecon's own reading of a profile knows how its arrays are turned.
        for profile, cell in game.payoffs.items():
            place = tuple(own.index(action) for own, action in zip(game.actions, profile, strict=True))
            assert peer[place].tolist() == list(cell)


def test_there_and_back(tariffs: gt.Game, summit: gt.Game) -> None:
    for game in (tariffs, summit):
        names: Any = {"players": game.players, "actions": game.actions, "name": game.name}
        assert from_quantecon(to_quantecon(game), **names, floats="decimal") == game


def test_one_player_alone() -> None:
    alone = gt.Game("One choice", ["first player"], ["first", "second"], {("first",): (1,), ("second",): (2,)})
    assert from_quantecon(to_quantecon(alone), name="One choice") == alone


def test_a_game_made_by_quantecon_is_read_with_words() -> None:
    from quantecon.game_theory import NormalFormGame

    peer = NormalFormGame([[(1, 2), (3, 4), (5, 6)], [(7, 8), (9, 10), (11, 12)]])
    game = from_quantecon(peer)
    assert game.players == ("row", "column")
    assert game.actions == (("first", "second"), ("first", "second", "third"))
    assert game.payoffs["second", "first"] == (7, 8)
    assert game.payoffs["first", "third"] == (5, 6)


@pytest.mark.parametrize("dtype", [np.int8, np.uint8])
def test_narrow_integers_do_not_wrap_round(dtype: Any) -> None:
    from quantecon.game_theory import NormalFormGame, Player

    most = int(np.iinfo(dtype).max)
    row, column = np.array([[most, 0, 1]], dtype=dtype), np.array([[0], [most], [1]], dtype=dtype)
    game = from_quantecon(NormalFormGame([Player(row), Player(column)]))
    assert game.cells == ((most, 0), (0, most), (1, 1))
    assert game.gap("row", ("first", "second"), ("first", "first")) == -most


def test_what_is_not_of_quantecon_is_refused(symbolic: gt.Game, tariffs: gt.Game) -> None:
    for wrong in (3, tariffs):
        with pytest.raises(gt.GameError, match="from_quantecon takes a quantecon NormalFormGame"):
            from_quantecon(wrong)
    broken = SimpleNamespace(players=[SimpleNamespace(payoff_array=np.zeros((2, 2)))] * 3)
    with pytest.raises(gt.GameError, match="the quantecon game has payoff arrays of the shapes"):
        from_quantecon(broken)
    with pytest.raises(gt.PayoffError, match="to_quantecon needs numbers for payoffs"):
        to_quantecon(symbolic)


def test_where_it_is_missing_the_message_says_how_to_install_it(
    tariffs: gt.Game, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "quantecon.game_theory", None)
    with pytest.raises(gt.MissingLibraryError, match=r"this needs quantecon.*pip install quantecon") as raised:
        to_quantecon(tariffs)
    assert isinstance(raised.value, ImportError)
