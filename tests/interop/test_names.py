from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.interop.assembly import game_from_arrays
from gametheory.interop.names import default_actions, default_players, filled, ordinal


def test_places_have_words() -> None:
    assert default_players(2) == ("row", "column")
    assert default_players(3) == ("first player", "second player", "third player")
    assert default_players(1) == ("first player",)
    assert default_actions(2) == ("first", "second")
    places = (9, 10, 11, 12, 19, 20, 21, 22, 23, 110, 120)
    words = ["tenth", "11th", "12th", "13th", "20th", "21st", "22nd", "23rd", "24th", "111th", "121st"]
    assert [ordinal(place) for place in places] == words
    assert filled(["a", " ", ""], ["first", "second", "third"]) == ("a", "second", "third")


def read(arrays: Any, players: Any = None, actions: Any = None) -> gt.Game:
    return game_from_arrays(arrays, name="G", players=players, actions=actions, floats=None, what="the game")


def test_names_may_be_given_once_or_for_each() -> None:
    square = [np.zeros((2, 2), dtype=int)] * 2
    assert read(square).players == ("row", "column")
    assert read(square).actions == (("first", "second"),) * 2
    assert read(square, ["A", "B"], ["x", "y"]).actions == (("x", "y"),) * 2
    assert read(square, actions=[["x", "y"], ("v", "w")]).actions == (("x", "y"), ("v", "w"))


@pytest.mark.parametrize(
    ("players", "actions", "complaint"),
    [
        (["A"], None, r"there are 2 players, but the names given are \('A',\); give 2 names"),
        ("AB", None, "there are 2 players, but the names given are 'AB'"),
        (["A", "A"], None, "'A' twice"),
        ([1, 2], None, "1 among the players is not a name"),
        (None, ["x", "y"], r"there are 3 actions of column, but the names given are \('x', 'y'\); give 3"),
        (None, "xy", "actions='xy' does not fit 2 players"),
        (None, [["x", "y"]], "does not fit 2 players"),
        (None, [["x", "y"], "xyz"], "there are 3 actions of column, but the names given are 'xyz'"),
        (None, [["x", "y"], ["v", "v", "w"]], "'v' twice"),
    ],
)
def test_names_that_do_not_fit_are_refused(players: Any, actions: Any, complaint: str) -> None:
    with pytest.raises(gt.GameError, match=complaint):
        read([np.zeros((2, 3), dtype=int)] * 2, players, actions)


@pytest.mark.parametrize("shapes", [[(2, 3), (3, 2)], [(2, 3)], [(2, 3, 1), (2, 3, 1)]])
def test_arrays_that_do_not_fit_together_are_refused(shapes: Any) -> None:
    with pytest.raises(gt.GameError, match="the game has payoff arrays of the shapes"):
        read([np.zeros(shape, dtype=int) for shape in shapes])


def test_a_payoff_is_named_in_the_message() -> None:
    with pytest.raises(gt.PayoffError, match=r"G: column's payoff at \(second, third\) is 0.5, a float"):
        read([np.zeros((2, 3)), np.array([[0, 0, 0], [0, 0, 0.5]])])
