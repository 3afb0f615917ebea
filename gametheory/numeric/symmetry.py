"""Games that one population can play against itself."""

from __future__ import annotations

from typing import Any

from gametheory.errors import ConceptError
from gametheory.forms.normal import Game
from gametheory.incentive import shown
from gametheory.numeric.float_payoffs import require_numbers


def require_two_players(game: Any, purpose: str) -> Game:
    """Return a game after checking that it has numbers for payoffs and two players.

    Raises
    ------
    ConceptError
        If there are not two.
    """
    pair = require_numbers(game, purpose)
    if len(pair.players) != 2:
        raise ConceptError(
            f"{purpose} is for two players, and {pair.name} has {len(pair.players)} ({', '.join(pair.players)})."
        )
    return pair


def require_symmetric(game: Any, purpose: str, instead: str) -> Game:
    """Return a game of two players after checking that it looks the same from both sides.

    Raises
    ------
    ConceptError
        If it does not; the message names a profile where it does not.
    """
    same = require_two_players(game, purpose)
    if same.actions[0] != same.actions[1]:
        raise ConceptError(
            f"{purpose} is played within one population, and in {same.name} the players have different actions; "
            f"{instead}."
        )
    for (first, second), (own, _) in same.payoffs.items():
        there = same.payoffs[second, first][1]
        if own != there:
            row, column = same.players
            raise ConceptError(
                f"{purpose} is played within one population, and {same.name} is not symmetric: {row} gets {own} at "
                f"{shown((first, second))}, {column} gets {there} at {shown((second, first))}; {instead}."
            )
    return same
