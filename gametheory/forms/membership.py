"""A coalition as users write it: some of the players, in any order, each once."""

from __future__ import annotations

from typing import Any

from gametheory.errors import GameError, GameTheoryError, quoted
from gametheory.forms.words import listed

Coalition = tuple[str, ...]
"""Players, in the order of the game."""


def read_coalition(given: Any, players: tuple[str, ...], name: str, error: type[GameTheoryError]) -> Coalition:
    """Return a coalition in the order of the players.

    Parameters
    ----------
    given : iterable of str
        The members, in any order.
    players : tuple of str
        Of the game.
    name : str
        Of the game, for messages.
    error : type
        The error to raise for what is no coalition at all.

    Raises
    ------
    GameError
        For a player the game does not have.
    GameTheoryError
        The given `error`: for text, for something without members, and for a member named twice.
    """
    if isinstance(given, str):
        raise error(f'a coalition is a sequence of players; write ("{given}",) for {given} alone.')
    members = listed(given)
    if members is None:
        raise error(
            f"{quoted(given)} is no coalition of {name}; write a sequence of players, for example {players[:2]}."
        )
    for member in members:
        if member not in players:
            raise GameError(f"{name} has no player {quoted(member)}; its players are {', '.join(players)}.")
        if members.count(member) > 1:
            raise error(f"a coalition of {name} names {member} twice; name each member once.")
    if not members:
        raise error(f"a coalition of {name} has no members; name at least one player, or leave it out.")
    return tuple(sorted(members, key=players.index))
