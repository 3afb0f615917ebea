from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.numeric import fixations, moran_process

Worth = Callable[..., gt.Game]


def test_a_fitter_kind_takes_over_as_the_formula_says(worth: Worth) -> None:
    # With a constant fitness ratio r, i of N take over with probability (1 - r**-i) / (1 - r**-N): here 9/10.
    result = fixations(worth(red=3, blue=1), {"red": 2, "blue": 2}, runs=600, seed=11)
    assert result.frequencies["red"] == pytest.approx(0.9, abs=0.04)
    assert result.standard_errors["red"] == pytest.approx(0.0122, abs=0.002)
    assert result.counts[0][1] + result.counts[1][1] == 600
    assert result.unfinished == 0


def test_a_neutral_kind_takes_over_as_often_as_its_share(worth: Worth) -> None:
    result = fixations(worth(red=1, blue=1), {"red": 1, "blue": 3}, runs=400, seed=2)
    assert result.frequencies["red"] == pytest.approx(1 / 4, abs=0.07)


def test_a_dominant_action_whose_rival_has_nothing_always_takes_over(worth: Worth) -> None:
    result = fixations(worth(red=2, blue=0), {"red": 1, "blue": 5}, runs=30, seed=3)
    assert result.counts == (("red", 30), ("blue", 0))
    assert result.population == (("red", 1), ("blue", 5))


def test_one_run_moves_by_one_individual_until_all_are_alike(worth: Worth) -> None:
    paths = moran_process(worth(red=2, blue=1, green=1), {"red": 2, "green": 3}, seed=4)
    (path,) = paths.shares
    assert path[0] == (2 / 5, 0, 3 / 5)
    assert paths.times == tuple(range(len(path)))
    for before, after in pairwise(path):
        assert max(before) < 1
        assert max(abs(one - two) for one, two in zip(before, after, strict=True)) <= 1 / 5 + 1e-12
    assert max(path[-1]) == 1
    assert all(shares[1] == 0 for shares in path)


def test_a_run_ends_at_its_horizon(worth: Worth) -> None:
    game = worth(red=1, blue=1)
    assert moran_process(game, {"red": 5, "blue": 5}, seed=1, steps=3).times == (0, 1, 2, 3)
    result = fixations(game, {"red": 5, "blue": 5}, runs=4, seed=1, steps=2)
    assert (result.unfinished, result.frequencies) == (4, {"red": 0, "blue": 0})
    assert str(result).splitlines()[-3:] == ["  red took over in 0", "  blue took over in 0", "  unfinished: 4"]
    assert "Worth: Moran process by nashpy" in str(result)
    assert "4 runs of at most 2 steps, seed 1" in str(result)
    assert "no proof" in str(result)


def test_where_all_are_alike_nothing_happens(worth: Worth) -> None:
    game = worth(red=1, blue=1)
    assert moran_process(game, {"blue": 3}, seed=1).shares == (((0, 1),),)
    assert fixations(game, {"blue": 3}, runs=2, seed=1).counts == (("red", 0), ("blue", 2))


def test_where_nobody_is_paid_births_are_even(worth: Worth) -> None:
    result = fixations(worth(red=0, blue=0), {"red": 1, "blue": 1}, runs=200, seed=5)
    assert result.frequencies["red"] == pytest.approx(1 / 2, abs=0.12)


def test_a_frame_has_a_row_an_action(worth: Worth) -> None:
    frame = fixations(worth(red=2, blue=0), {"red": 1, "blue": 1}, runs=5, seed=3).to_frame()
    assert frame.to_dict("list") == {
        "action": ["red", "blue"],
        "start": [1, 1],
        "count": [5, 0],
        "frequency": [1, 0],
        "standard error": [0, 0],
    }
    assert "no proof" in frame.attrs["origin"]


def test_the_seed_decides_and_numpys_generator_is_left_as_it_was(worth: Worth) -> None:
    game, state = worth(red=2, blue=1), np.random.get_state()
    for process in (moran_process, lambda *given, seed: fixations(*given, runs=20, seed=seed)):
        first, again, other = (process(game, {"red": 4, "blue": 4}, seed=seed) for seed in (4, 4, 5))
        assert first == again
        assert first != other
    assert np.array_equal(np.random.get_state()[1], state[1])


def test_what_makes_no_sense_is_refused(worth: Worth, pennies: gt.Game, symbolic: gt.Game) -> None:
    game: Any = worth(red=2, blue=1)
    with pytest.raises(gt.ConceptError, match="Pennies is not symmetric"):
        moran_process(pennies, {"heads": 1}, seed=1)
    with pytest.raises(gt.PayoffError, match="fixations needs numbers for payoffs"):
        fixations(symbolic, {"a": 1}, runs=1, seed=1)
    with pytest.raises(gt.PayoffError, match=r"Worth pays -1 at \(red, blue\), .* it changes the process"):
        moran_process(worth(red=0, blue=-1), {"red": 1}, seed=1)
    with pytest.raises(gt.GameError, match="the start of the population names green"):
        moran_process(game, {"green": 1}, seed=1)
    with pytest.raises(gt.ConceptError, match="the population is empty"):
        moran_process(game, {}, seed=1)
    with pytest.raises(gt.ConceptError, match="steps=0"):
        moran_process(game, {"red": 1}, seed=1, steps=0)
    with pytest.raises(gt.ConceptError, match="runs=0"):
        fixations(game, {"red": 1}, seed=1, runs=0)
