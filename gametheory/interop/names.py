"""Names of players and actions: those a peer has, those the user gives, else plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gametheory.errors import GameError, quoted
from gametheory.forms.words import listed

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(place: int) -> str:
    """Return the word for a place counted from zero: first, second, and after the tenth 11th, 12th."""
    if place < len(_ORDINALS):
        return _ORDINALS[place]
    number = place + 1
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def default_players(count: int) -> tuple[str, ...]:
    """Return "row" and "column" for two players, "first player", "second player" and so on for any other number."""
    if count == 2:
        return ("row", "column")
    return tuple(f"{ordinal(place)} player" for place in range(count))


def default_actions(count: int) -> tuple[str, ...]:
    """Return "first", "second" and so on."""
    return tuple(map(ordinal, range(count)))


def filled(labels: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """Return labels, with the default word in place of a blank one."""
    return tuple(label if label.strip() else word for label, word in zip(labels, words, strict=True))


def read_players(given: Any, own: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the players: the given ones, or their own.

    Raises
    ------
    GameError
        If there are not as many names as players.
    """
    return tuple(own) if given is None else _counted(given, len(own), "players")


def read_actions(given: Any, own: Sequence[Sequence[str]], players: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the names of the actions, one tuple a player: the given ones, or their own.

    Parameters
    ----------
    given : None, sequence of str, or one sequence of str a player
        The same names for all players, or each player's own.
    own : sequence of sequence of str
        The names there are without them.
    players : sequence of str
        For messages.

    Raises
    ------
    GameError
        If a player does not have as many names as actions.
    """
    if given is None:
        return tuple(map(tuple, own))
    several = listed(given)
    if several is not None and all(isinstance(word, str) for word in several):
        several = (several,) * len(own)
    elif several is None or len(several) != len(own):
        raise GameError(
            f"actions={quoted(given):.80} does not fit {len(own)} players ({', '.join(players)}); give one sequence of "
            "names a player, or one for all."
        )
    return tuple(
        _counted(words, len(labels), f"actions of {player}")
        for words, labels, player in zip(several, own, players, strict=True)
    )


def _counted(given: Any, count: int, what: str) -> tuple[str, ...]:
    words = listed(given)
    if words is None or len(words) != count:
        told = quoted(given if words is None else words)
        raise GameError(f"there are {count} {what}, but the names given are {told:.80}; give {count} names.")
    for word in words:
        if not isinstance(word, str):
            raise GameError(f"{quoted(word):.60} among the {what} is not a name; write a word.")
    return words
