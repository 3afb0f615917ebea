"""Fictitious play: each player answers the past plays of the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gametheory.errors import PayoffError
from gametheory.forms.normal import Game
from gametheory.numeric.float_payoffs import float_payoffs
from gametheory.numeric.options import read_positive, read_whole
from gametheory.numeric.origin import Origin, by_nashpy
from gametheory.numeric.paths import Paths
from gametheory.numeric.seeded import seeded
from gametheory.numeric.starting_point import by_player, read_counts
from gametheory.numeric.symmetry import require_two_players

Start = Mapping[str, Mapping[str, int]]


def fictitious_play(game: Game, *, steps: int, seed: int, start: Start | None = None) -> Paths:
    """Let two players answer what the other has played so far, step by step.

    At every step both choose a best reply to the other's past frequencies; ties, seen in floating-point numbers, are
    broken at random. The shares are the frequencies of all plays so far. They need not converge, and where they do,
    the limit of the frequencies is an equilibrium, not any step of them.

    Parameters
    ----------
    game : Game
        Two players, no parameters.
    steps : int
        How many steps.
    seed : int
        For the ties, from 0 to 2**32 - 1. The same seed gives the same path.
    start : mapping of player to mapping of action to int, optional
        Plays before the first step, counted among all plays. Without it the first step is a random one.

    Returns
    -------
    Paths
        With the players as populations and the steps, from 1, as times.

    Raises
    ------
    ConceptError
        If there are not two players, or steps, seed or start make no sense.
    PayoffError
        If the game has parameters, or payoffs that floats cannot tell apart.

    Examples
    --------
    >>> import gametheory as gt
    >>> sides = ("heads", "tails")
    >>> pennies = gt.Game("Pennies", ["even", "odd"], sides,
    ...                   {(a, b): (1, -1) if a == b else (-1, 1) for a in sides for b in sides})
    >>> paths = gt.numeric.fictitious_play(pennies, steps=2000, seed=1)
    >>> abs(paths.last["even"]["heads"] - 1/2) < 0.05
    True
    """
    require_two_players(game, "fictitious_play")
    count = read_whole(steps, "steps")
    origin = by_nashpy("fictitious play", seed, f"{count} steps")
    before = _start(game, start)
    import nashpy

    play = nashpy.Game(*float_payoffs(game, "fictitious_play"))
    with seeded(seed):
        plays = list(play.fictitious_play(iterations=count, play_counts=before))
    return _frequencies(game, origin, plays)


def stochastic_fictitious_play(
    game: Game, *, steps: int, seed: int, noise: float = 0.1, perturbation: float = 0.01, start: Start | None = None
) -> Paths:
    """Let two players answer the other's past plays with a logit rule instead of a best reply.

    Parameters
    ----------
    game : Game
        Two players, no parameters.
    steps : int
        How many steps.
    seed : int
        For the random choices, from 0 to 2**32 - 1. The same seed gives the same path.
    noise : float
        The noise of the logit rule, in units of payoff; above 0. The smaller, the nearer to a best reply.
    perturbation : float
        The largest random addition to a payoff; above 0.
    start : mapping of player to mapping of action to int, optional
        Plays before the first step, counted among all plays.

    Returns
    -------
    Paths
        With the players as populations and the steps, from 1, as times.

    Raises
    ------
    ConceptError
        If there are not two players, or steps, seed or start make no sense.
    PayoffError
        If the game has parameters, payoffs that floats cannot tell apart, or payoffs too large for the noise.

    Examples
    --------
    >>> import gametheory as gt
    >>> game = gt.Game("Dilemma", ["Ann", "Bob"], ["honour", "cheat"],
    ...                {("honour", "honour"): (3, 3), ("honour", "cheat"): (0, 5),
    ...                 ("cheat", "honour"): (5, 0), ("cheat", "cheat"): (1, 1)})
    >>> paths = gt.numeric.stochastic_fictitious_play(game, steps=200, seed=1)
    >>> paths.last["Ann"]["cheat"] > 0.95
    True
    """
    require_two_players(game, "stochastic_fictitious_play")
    count = read_whole(steps, "steps")
    read_positive(noise, "noise")
    read_positive(perturbation, "perturbation")
    method = f"stochastic fictitious play (noise {noise}, perturbation {perturbation})"
    origin = by_nashpy(method, seed, f"{count} steps")
    before = _start(game, start)
    import nashpy
    import numpy

    play = nashpy.Game(*float_payoffs(game, "stochastic_fictitious_play"))
    with seeded(seed), numpy.errstate(all="ignore"):
        steps_taken = play.stochastic_fictitious_play(
            iterations=count, play_counts=before, etha=noise, epsilon_bar=perturbation
        )
        try:
            plays = [counts for counts, _ in steps_taken]
        except ValueError:
            raise PayoffError(
                f"the logit rule of {game.name} overflows with noise {noise}; divide all payoffs by one number, or ask "
                "for more noise."
            ) from None
    return _frequencies(game, origin, plays)


def _start(game: Game, given: Start | None) -> list[Any]:
    """Return the plays before the first step as nashpy wants them: an array a player."""
    import numpy

    start = by_player(given, game)
    return [
        numpy.array(read_counts(start[player], own, player) if player in start else [0] * len(own))
        for player, own in zip(game.players, game.actions, strict=True)
    ]


def _frequencies(game: Game, origin: Origin, plays: Iterable[Any]) -> Paths:
    """Return the frequencies from the first step on; before it there may have been no play at all."""
    _, *counted = plays
    shares = tuple(
        tuple(tuple((counts[place] / counts[place].sum()).tolist()) for counts in counted)
        for place in range(len(game.players))
    )
    return Paths(game, origin, game.players, game.actions, tuple(range(1, len(counted) + 1)), shares)
