"""What a player could gain by a pure deviation from a mixed profile, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from gametheory.forms.normal import Game
from gametheory.solutions.many_players.number_field import Number


def deviation_gains(game: Game, profile: Sequence[Sequence[Any]]) -> tuple[tuple[Number, ...], ...]:
    """Return what each player would gain by each of its actions, the others keeping to a mixed profile.

    Parameters
    ----------
    game : Game
        Without parameters.
    profile : sequence of strategies
        For each player the probabilities of its actions: Fractions, or elements of one number field.

    Returns
    -------
    tuple of tuple of Number
        For every player and action the gain. The profile is an equilibrium exactly if none is positive.

    Examples
    --------
    >>> import gametheory as gt
    >>> from fractions import Fraction
    >>> pennies = gt.Game("Pennies", ["Ann", "Bob"], ["head", "tail"], {
    ...     ("head", "head"): (1, -1), ("head", "tail"): (-1, 1), ("tail", "head"): (-1, 1), ("tail", "tail"): (1, -1)})
    >>> [[str(gain) for gain in own] for own in deviation_gains(pennies, [[Fraction(1), 0], [Fraction(1, 2)] * 2])]
    [['0', '0'], ['-1', '1']]
    """
    chances = [[(action, p) for action, p in enumerate(own) if p] for own in profile]
    cells = dict(zip(product(*(range(len(own)) for own in game.actions)), game.cells, strict=True))
    gains = []
    for player, own in enumerate(game.actions):
        payoffs: list[Number] = [Fraction(0)] * len(own)
        for others in product(*(chances[:player] + chances[player + 1 :])):
            weight: Number = Fraction(1)
            for _, p in others:
                weight = weight * p
            chosen = [action for action, _ in others]
            for action in range(len(own)):
                payoffs[action] += weight * cells[(*chosen[:player], action, *chosen[player:])][player]
        now: Number = Fraction(0)
        for action, p in chances[player]:
            now = now + p * payoffs[action]
        gains.append(tuple(payoff - now for payoff in payoffs))
    return tuple(gains)
