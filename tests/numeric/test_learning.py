from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import gametheory as gt
from gametheory.numeric import fictitious_play, stochastic_fictitious_play

Worth = Callable[..., gt.Game]


def test_pennies_are_played_half_and_half_in_the_long_run(pennies: gt.Game) -> None:
    paths = fictitious_play(pennies, steps=4000, seed=1)
    assert paths.last["even"]["heads"] == pytest.approx(0.5, abs=0.05)
    assert paths.last["odd"]["heads"] == pytest.approx(0.5, abs=0.05)
    assert len(paths.times) == 4000


def test_the_first_steps_by_hand(pennies: gt.Game) -> None:
    # Both have played heads twice. Even wants to match, odd to differ: two rounds of heads against tails follow.
    start = {"even": {"heads": 2}, "odd": {"heads": 2}}
    for seed in (1, 2):
        paths = fictitious_play(pennies, steps=2, seed=seed, start=start)
        assert paths.times == (1, 2)
        assert paths.shares == (((1, 0), (1, 0)), ((2 / 3, 1 / 3), (1 / 2, 1 / 2)))


def test_a_dominant_action_is_played_from_the_second_step_on(lopsided: gt.Game) -> None:
    # Before the first step nobody has seen anything, so that one is a random one.
    paths = fictitious_play(lopsided, steps=50, seed=3)
    assert paths.last["Ann"]["b"] >= 49 / 50
    assert paths.last["Bob"]["z"] >= 49 / 50
    assert sum(paths.last["Bob"].values()) == pytest.approx(1)


def test_the_logit_rule_plays_in_proportion_to_exponentials(worth: Worth) -> None:
    # ln 3 = 1.0986 more at noise 1: odds of 3 to 1. The standard error of the frequency in 2000 steps is 0.01.
    paths = stochastic_fictitious_play(worth(red="1.0986", blue=0), steps=2000, seed=5, noise=1, perturbation=1e-9)
    assert paths.last["Ann"]["red"] == pytest.approx(3 / 4, abs=0.04)
    assert paths.last["Bob"]["red"] == pytest.approx(3 / 4, abs=0.04)
    assert "stochastic fictitious play (noise 1, perturbation 1e-09) by nashpy" in str(paths)
    assert "2000 steps, seed 5" in str(paths)


def test_a_start_counts_among_the_plays(lopsided: gt.Game) -> None:
    paths = stochastic_fictitious_play(lopsided, steps=1, seed=1, noise=0.01, start={"Ann": {"a": 3}})
    assert paths.last["Ann"] == {"a": 3 / 4, "b": 1 / 4}


@pytest.mark.parametrize("play", [fictitious_play, stochastic_fictitious_play])
def test_the_seed_decides_and_numpys_generator_is_left_as_it_was(play: Any, pennies: gt.Game) -> None:
    np.random.seed(99)
    np.random.random(3)
    before = np.random.get_state()
    first, again, other = (play(pennies, steps=60, seed=seed) for seed in (4, 4, 6))
    assert first == again
    assert first.shares != other.shares
    with pytest.raises(gt.GameError, match="has no player 'Cyd'"):
        play(pennies, steps=60, seed=4, start={"Cyd": {"heads": 1}})
    after = np.random.get_state()
    assert all(np.array_equal(one, two) for one, two in zip(before, after, strict=True))


@pytest.mark.parametrize("seed", [None, -1, 2**32, 1.0, True, "1"])
def test_the_seed_is_a_whole_number(pennies: gt.Game, seed: Any) -> None:
    with pytest.raises(gt.ConceptError, match=r"seed=.*: write a whole number from 0 to 4294967295"):
        fictitious_play(pennies, steps=3, seed=seed)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"steps": 0}, "steps=0: write a whole number, 1 or more"),
        ({"noise": 0}, "noise=0: write a number above 0"),
        ({"perturbation": -1}, "perturbation=-1: write a number above 0"),
        ({"start": {"even": {"heads": 0.5}}}, "the number of heads in even is 0.5; write a whole number"),
        ({"start": {"even": {"heads": -1}}}, "the number of heads in even is -1"),
        ({"start": {"even": {"heads": True}}}, "the number of heads in even is True"),
        ({"start": {"even": {"heads": 0}}}, "even is empty"),
    ],
)
def test_options_that_make_no_sense_are_refused(pennies: gt.Game, options: Any, complaint: str) -> None:
    with pytest.raises(gt.ConceptError, match=complaint):
        stochastic_fictitious_play(pennies, **{"steps": 3, "seed": 1, **options})


def test_a_rule_that_overflows_is_explained(worth: Worth) -> None:
    state = np.random.get_state()
    with pytest.raises(gt.PayoffError, match=r"the logit rule of Worth overflows with noise 0.1; divide all payoffs"):
        stochastic_fictitious_play(worth(red=10**6, blue=0), steps=3, seed=1)
    assert np.array_equal(np.random.get_state()[1], state[1])
