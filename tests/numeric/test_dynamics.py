import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.numeric import asymmetric_replicator_dynamics, replicator_dynamics

Worth = Callable[..., gt.Game]


def hawks(value: int, cost: int) -> gt.Game:
    """Hawk and dove: whoever fights over the value may bear the cost."""
    half, fight = Fraction(value, 2), Fraction(value - cost, 2)
    return gt.Game(
        "Hawk and dove",
        ("Ann", "Bob"),
        ("hawk", "dove"),
        {
            ("hawk", "hawk"): (fight, fight),
            ("hawk", "dove"): (value, 0),
            ("dove", "hawk"): (0, value),
            ("dove", "dove"): (half, half),
        },
    )


@pytest.mark.parametrize("start", ["1/20", "19/20"])
def test_hawks_settle_at_value_over_cost(start: str) -> None:
    game = hawks(value=1, cost=3)
    paths = replicator_dynamics(game, start={"hawk": start, "dove": 1 - Fraction(start)}, horizon=60)
    assert paths.last["population"]["hawk"] == pytest.approx(1 / 3, abs=1e-6)
    assert paths.populations == ("population",)
    assert paths.times[0] == 0
    assert paths.times[-1] == 60
    assert len(paths.times) == len(paths.shares[0]) == 101


def test_a_constant_advantage_grows_as_the_logistic_curve(worth: Worth) -> None:
    paths = replicator_dynamics(worth(red=2, blue=1), start={"red": 0.1, "blue": 0.9}, horizon=3, points=4)
    assert paths.times == (0, 1, 2, 3)
    for time, (red, blue) in zip(paths.times, paths.shares[0], strict=True):
        grown = 0.1 * math.exp(time)
        assert red == pytest.approx(grown / (0.9 + grown), abs=1e-6)
        assert red + blue == pytest.approx(1)


def test_two_populations_each_follow_their_own_worths(lopsided: gt.Game) -> None:
    paths = asymmetric_replicator_dynamics(lopsided, start={"Bob": {"x": "1/2", "y": "1/4", "z": "1/4"}}, horizon=2)
    bob = [math.exp(0) / 2, math.exp(0.5 * 2) / 4, math.exp(2 * 2) / 4]
    assert list(paths.last["Bob"].values()) == pytest.approx([part / sum(bob) for part in bob], abs=1e-6)
    assert paths.last["Ann"]["b"] == pytest.approx(math.exp(2) / (1 + math.exp(2)), abs=1e-6)
    assert paths.populations == ("Ann", "Bob")
    assert paths.actions == (("a", "b"), ("x", "y", "z"))


def test_zero_sum_paths_go_round_without_coming_nearer(pennies: gt.Game) -> None:
    start = {"even": {"heads": "3/10", "tails": "7/10"}, "odd": {"heads": 0.6, "tails": 0.4}}
    paths = asymmetric_replicator_dynamics(pennies, start=start, horizon=12, points=50)
    # In zero-sum games with an interior equilibrium at 1/2 the product of all shares is conserved.
    products = [math.prod(rows + columns) for rows, columns in zip(*paths.shares, strict=True)]
    assert products == pytest.approx([0.3 * 0.7 * 0.6 * 0.4] * 50, rel=1e-4)


def test_a_path_says_what_it_is_and_is_not(worth: Worth) -> None:
    paths = replicator_dynamics(worth(red=2, blue=1), horizon=1, points=2)
    assert paths.shares[0][0] == (0.5, 0.5)
    assert str(paths).startswith("Worth: replicator dynamics within one population by nashpy 0.")
    assert "until time 1, no random choices" in str(paths)
    assert "no proof, no verdict, no region" in str(paths)
    assert str(paths).splitlines()[-1] == "  population: red 0.7311, blue 0.2689"
    assert paths.origin.seed is None
    assert "shares" not in repr(paths)
    with pytest.raises(AttributeError):
        paths.times = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        paths.last["population"]["red"] = 1  # type: ignore[index]
    frame = paths.to_frame()
    assert list(frame.columns) == ["time", "population", "action", "share"]
    assert frame["action"].tolist() == ["red", "blue", "red", "blue"]
    assert frame["time"].tolist() == [0, 0, 1, 1]
    assert "no proof" in frame.attrs["origin"]


def test_one_population_needs_a_symmetric_game(pennies: gt.Game, lopsided: gt.Game, symbolic: gt.Game) -> None:
    with pytest.raises(
        gt.ConceptError,
        match=r"Pennies is not symmetric: even gets 1 at \(heads, heads\), odd gets -1 at \(heads, heads\); use asymm",
    ):
        replicator_dynamics(pennies)
    with pytest.raises(gt.ConceptError, match="the players have different actions; use asymmetric"):
        replicator_dynamics(lopsided)
    alone = gt.Game("Alone", ["Ann"], ["a"], {("a",): (1,)})
    for dynamics in (replicator_dynamics, asymmetric_replicator_dynamics):
        with pytest.raises(gt.PayoffError, match=r"choose a point first: game.at\(x=...\)"):
            dynamics(symbolic)
        with pytest.raises(gt.ConceptError, match=r"is for two players, and Alone has 1 \(Ann\)"):
            dynamics(alone)


@pytest.mark.parametrize(
    ("start", "error", "complaint"),
    [
        ({"green": 1}, gt.GameError, "the start of the population names green; give a mapping from its actions"),
        ([0.5, 0.5], gt.GameError, r"the start of the population names \[0.5, 0.5\]; give a mapping"),
        ({"red": "1/2"}, gt.ConceptError, "the shares of the population are 1/2, 0, together 1/2"),
        ({"red": 2, "blue": -1}, gt.ConceptError, "must not be negative"),
        ({"red": math.nan, "blue": 1}, gt.ConceptError, "must not be negative"),
        ({"red": math.inf, "blue": 1}, gt.ConceptError, "must not be negative"),
        ({"red": "x", "blue": 1}, gt.ConceptError, 'the share of red in the population is "x"'),
    ],
)
def test_a_start_that_makes_no_sense_is_refused(worth: Worth, start: Any, error: Any, complaint: str) -> None:
    with pytest.raises(error, match=complaint):
        replicator_dynamics(worth(red=2, blue=1), start=start)


def test_shares_may_be_numbers_of_any_kind(worth: Worth) -> None:
    game = worth(red=2, blue=1)
    for start in ({"red": np.float32(0.25), "blue": 0.75}, {"red": "1/4", "blue": Fraction(3, 4)}):
        assert replicator_dynamics(game, start=start, points=2).shares[0][0] == (0.25, 0.75)
    assert replicator_dynamics(game, start={"red": 1}).last["population"]["red"] == 1


def test_starts_of_two_populations_are_given_by_player(lopsided: gt.Game) -> None:
    wrong: Any = [0.5, 0.5]
    with pytest.raises(
        gt.GameError, match=r"give a mapping from players to mappings of actions, such as {'Ann': {'a': 1}}"
    ):
        asymmetric_replicator_dynamics(lopsided, start=wrong)
    with pytest.raises(gt.GameError, match="Lopsided has no player 'Cyd'"):
        asymmetric_replicator_dynamics(lopsided, start={"Cyd": {"a": 1}})


@pytest.mark.parametrize("horizon", [0, -1, math.inf, math.nan, "soon", None, 10**400])
def test_the_horizon_is_a_number_above_0(worth: Worth, horizon: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"horizon=.*: write a number above 0"):
        replicator_dynamics(worth(red=2, blue=1), horizon=horizon)


@pytest.mark.parametrize("points", [1, 0, -3, 2.0, True, "many"])
def test_a_path_has_two_points_at_least(worth: Worth, points: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"points=.*: write a whole number, 2 or more"):
        replicator_dynamics(worth(red=2, blue=1), points=points)


@pytest.mark.parametrize(("payoff", "horizon"), [(10**6, 10**5), (10**200, 10)])
def test_where_the_integrator_gives_up_there_is_no_picture(pennies: gt.Game, payoff: int, horizon: int) -> None:
    large = gt.Game(
        "Large",
        pennies.players,
        pennies.actions,
        {p: (a * payoff, b * payoff) for p, (a, b) in pennies.payoffs.items()},
    )
    with pytest.raises(gt.Undecided, match=f"gave up before time {horizon}; ask for a shorter horizon, or divide"):
        asymmetric_replicator_dynamics(large, start={"even": {"heads": 0.3, "tails": 0.7}}, horizon=horizon)
