"""Tests that receive a game, drawn games, and what is printed where they fail."""

from fractions import Fraction
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

import gametheory as gt
from gametheory.testing.printing import deviations, game_code, paste_line
from tests.testing.draws import draws, smallest

T, R, P, S = gt.parameters("T R P S")
dilemma = gt.Game(
    "Dilemma",
    ("China", "Russia"),
    ("honour", "cheat"),
    {
        ("honour", "honour"): (R, R),
        ("honour", "cheat"): (S, T),
        ("cheat", "honour"): (T, S),
        ("cheat", "cheat"): (P, P),
    },
    assuming=gt.descending(T, R, P, S),
)


@settings(max_examples=20)
@gt.testing.given_game(dilemma)
def test_game_and_point(game: gt.Game, point: gt.Point) -> None:
    assert game.payoff("China", ("cheat", "honour")) == point[T] > point[R] > point[P] > point[S]
    assert game.parameters == ()


@pytest.fixture(scope="module")
def seven() -> int:
    return 7


@settings(max_examples=10)
@gt.testing.given_game(dilemma, number=st.integers(3, 4))
def test_other_arguments_and_fixtures(seven: int, game: gt.Game, number: int) -> None:
    assert seven == 7 and number in (3, 4) and game.players == ("China", "Russia")


class TestInAClass:
    @gt.testing.given_game(dilemma)
    @settings(max_examples=5)
    def test_a_method(self, point: gt.Point) -> None:
        assert point[T] > point[S]


def failure_of(test: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        test()
    return "\n".join([str(caught.value), *getattr(caught.value, "__notes__", [])])


def test_the_report_has_the_matrix_the_deviation_and_a_line() -> None:
    @settings(database=None, derandomize=True, deadline=None)
    @gt.testing.given_game(dilemma, also=(T < R + 1,))
    def fails(game: gt.Game) -> None:
        assert gt.nash(game, ("honour", "honour")).contains({})

    said = failure_of(fails)
    assert 'drawn=dilemma.at(P=1, R=2, S=0, T="5/2")' in said
    assert "China honour  2, 2      0, 5/2" in said
    assert "from (honour, honour): China gains 1/2 by cheat; Russia gains 1/2 by cheat" in said
    assert "nobody gains by deviating alone from: (cheat, cheat)" in said
    [line] = [line for line in said.splitlines() if line.startswith("to paste: ")]
    pasted = eval(line.removeprefix("to paste: "), {"dilemma": dilemma})
    assert pasted.payoff("China", ("cheat", "honour")) == Fraction(5, 2)


def test_what_is_no_test_of_a_game_is_refused() -> None:
    with pytest.raises(gt.ConceptError, match="neither game nor point"):
        gt.testing.given_game(dilemma)(lambda matrix: None)
    with pytest.raises(gt.ConceptError, match="not a game with parameters"):
        gt.testing.given_game((T > R,))


def test_parameters_that_are_added_stay_with_the_point() -> None:
    delta = gt.Parameter("delta", above=0, below=1)
    seen = []

    @settings(max_examples=5, database=None)
    @gt.testing.given_game(dilemma, also=(2 * delta > 1,))
    def test(game: gt.Game, point: gt.Point) -> None:
        seen.append((game.parameters, point[delta] > Fraction(1, 2)))

    test()
    assert set(seen) == {((), True)}


# What is printed.


def test_deviations_by_hand() -> None:
    pennies = gt.Game(
        "Pennies", ("even", "odd"), ("heads", "tails"),
        {(a, b): (1, -1) if a == b else (-1, 1) for a, b in product(("heads", "tails"), repeat=2)},
    )  # fmt: skip
    assert deviations(pennies) == [
        "from (heads, heads): odd gains 2 by tails",
        "from (heads, tails): even gains 2 by tails",
        "from (tails, heads): even gains 2 by heads",
        "from (tails, tails): odd gains 2 by heads",
        "somebody gains by deviating from each profile",
    ]
    alone = gt.Game("Alone", ["A"], ["stay"], {("stay",): (0,)})
    assert deviations(alone) == ["nobody gains by deviating alone from: (stay)"]
    long = gt.Game("Long", ["A"], [f"a{i}" for i in range(11)], {(f"a{i}",): (i,) for i in range(11)})
    assert len(deviations(long)) == 10 and deviations(long)[8] == "and from 2 more profiles"
    assert deviations(long)[0] == "from (a0): A gains 10 by a10"


def test_lines_to_paste_give_the_game_back() -> None:
    game = gt.Game("Half", ["A"], ["stay", "go"], {("stay",): ("1/2",), ("go",): (-3,)})
    assert eval(game_code(game), {"gt": gt}) == game
    assert paste_line("game", {}) == "game"
    assert paste_line("game", {"x": Fraction(-1, 2)}) == 'game.at(x="-1/2")'


def test_other_forms_print_themselves() -> None:
    x = gt.Parameter("x", above=1)
    tree = gt.Tree("Choice", ["A"], gt.Move("A", {"stay": gt.End([x]), "go": gt.End([1])}))

    @settings(database=None, derandomize=True, deadline=None)
    @gt.testing.given_game(tree)
    def fails(game: gt.Tree) -> None:
        raise AssertionError

    said = failure_of(fails)
    assert "stay: (2)" in said and "to paste: tree.at(x=2)" not in said and "to paste: game.at(x=2)" in said


# Drawn games.


def test_half_of_the_games_have_many_ties() -> None:
    drawn = draws(gt.testing.games(), 100)
    tied = sum(any(len({cell[i] for cell in game.cells}) < 4 for i in range(2)) for game in drawn)
    assert tied >= 50
    assert any(value.denominator > 1 for game in drawn for cell in game.cells for value in cell)
    assert {(game.players, game.actions) for game in drawn} == {(("row", "column"), (("first", "second"),) * 2)}


def test_shapes() -> None:
    assert {len(game.profiles) for game in draws(gt.testing.games(3, (1, 2, 3)), 10)} == {6}
    sizes = {
        tuple(map(len, game.actions)) for game in draws(gt.testing.games(st.integers(1, 3), st.integers(1, 2)), 60)
    }
    assert {len(shape) for shape in sizes} == {1, 2, 3} and (1, 2) in sizes


def test_the_users_payoffs() -> None:
    drawn = draws(gt.testing.games(payoffs=st.sampled_from([Fraction(1, 3), 5])), 20)
    assert {value for game in drawn for cell in game.cells for value in cell} == {Fraction(1, 3), 5}


@pytest.mark.parametrize(("players", "actions"), [(2, 3), (3, 2), (2, st.integers(1, 3))])
def test_symmetric_games_do_not_know_who_is_who(players: int, actions: Any) -> None:
    for game in draws(gt.testing.games(players, actions, symmetric=True), 15):
        assert len(set(game.actions)) == 1
        table = dict(game.payoffs)
        for profile, order in product(table, permutations(range(players))):
            moved = tuple(profile[place] for place in order)
            assert table[moved] == tuple(table[profile][place] for place in order)


def test_shapes_that_do_not_fit_are_refused() -> None:
    for bad in ({"actions": (2, 2, 2)}, {"actions": (2, 3), "symmetric": True}, {"players": 0}, {"actions": True}):
        with pytest.raises(gt.GameError):
            gt.testing.games(**bad)
    with pytest.raises(gt.GameError, match="were drawn"):
        smallest(gt.testing.games(st.just(3), (2, 2)))
