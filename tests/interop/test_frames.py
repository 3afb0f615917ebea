from fractions import Fraction
from typing import Any

import numpy as np
import pandas
import pytest

import gametheory as gt
from gametheory.interop import from_frame, to_frame


def test_a_row_a_profile_and_two_columns_a_player(thirds: gt.Game) -> None:
    frame = to_frame(thirds)
    assert list(frame.columns) == ["Ann", "Bob", "Cyd", "payoff Ann", "payoff Bob", "payoff Cyd"]
    assert len(frame) == 24
    assert frame.attrs["name"] == 'The "third" summit'
    (row,) = frame[(frame["Ann"] == "down") & (frame["Bob"] == "left") & (frame["Cyd"] == "west")].to_dict("records")
    assert (row["payoff Ann"], row["payoff Bob"], row["payoff Cyd"]) == (
        Fraction(103, 3),
        Fraction(16, 6),
        Fraction(978, 9),
    )
    assert all(type(value) is Fraction for value in frame["payoff Ann"])


def test_there_and_back(tariffs: gt.Game, thirds: gt.Game) -> None:
    for game in (tariffs, thirds):
        assert from_frame(to_frame(game)) == game
        as_text = to_frame(game).astype(str)
        assert from_frame(as_text) == game


def test_rows_may_come_in_any_order(tariffs: gt.Game) -> None:
    turned = from_frame(to_frame(tariffs).iloc[::-1], name="Turned")
    assert (turned.name, turned.actions) == ("Turned", (("closed", "open"), ("all", "some", "none")))
    assert dict(turned.payoffs) == dict(tariffs.payoffs)


def frame(**columns: Any) -> Any:
    return pandas.DataFrame({name.replace("_", " "): values for name, values in columns.items()})


def test_numbers_of_any_width_are_read_exactly() -> None:
    narrow = frame(Ann=["x", "y"], payoff_Ann=np.array([100, -100], dtype=np.int8))
    game = from_frame(narrow)
    assert game.gap("Ann", ("x",), ("y",)) == 200
    assert game.name == "Game from a frame"
    single = frame(Ann=["x", "y"], payoff_Ann=np.array([0.1, 2], dtype=np.float32))
    assert from_frame(single, floats="decimal").cells == ((Fraction(1, 10),), (2,))
    assert from_frame(single, floats="binary").cells == ((Fraction(13421773, 2**27),), (2,))
    with pytest.raises(gt.PayoffError, match=r"Ann's payoff at \(x\) is 0.1, a float; say what floats mean"):
        from_frame(single)
    with pytest.raises(gt.PayoffError, match="not a finite number"):
        from_frame(frame(Ann=["x", "y"], payoff_Ann=[1, None]))


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (frame(Ann=["x"]), 'for every player X a column "X" of actions and a column "payoff X".*the columns are Ann'),
        (frame(Ann=["x"], payoff_Ann=[1], mood=["good"]), "the columns are Ann, payoff Ann, mood"),
        (pandas.DataFrame([["x", 1, 2]], columns=["Ann", "payoff Ann", "payoff Ann"]), "and no other"),
        (frame(), "the columns are none"),
        ([["x", 1]], "the columns are none"),
        (frame(Ann=[0, 1], payoff_Ann=[1, 2]), r"row 0 has the actions \(.*0.*\); write every action as a word"),
        (frame(Ann=["x", "x"], payoff_Ann=[1, 2]), r"row 1 is a second one for \(x\)"),
        (frame(Ann=["x", "y"], Bob=["v", "w"], payoff_Ann=[1, 2], payoff_Bob=[1, 2]), r"no payoffs at \(x, w\)"),
        (frame(Ann=[], payoff_Ann=[]), "actions are empty"),
    ],
)
def test_frames_that_are_no_games_are_refused(given: Any, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        from_frame(given)


def test_what_a_frame_cannot_hold_is_refused(symbolic: gt.Game) -> None:
    with pytest.raises(gt.PayoffError, match="to_frame needs numbers for payoffs"):
        to_frame(symbolic)
    clash = gt.Game("Clash", ["X", "payoff X"], ["a"], {("a", "a"): (1, 2)})
    with pytest.raises(gt.GameError, match="players X and payoff X, so that two columns would have the same name"):
        to_frame(clash)
