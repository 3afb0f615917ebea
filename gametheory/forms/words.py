"""Names that users give in lists: types, actions, signals; the same for all players, or each player's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from gametheory.errors import GameError, quoted

UNINFORMED = ("known",)
"""The one type of a player with nothing to hide."""


def require_name(name: Any, what: str = "the game") -> str:
    """Return the name of a game after checking that it is text, for it stands in every message and table."""
    if not isinstance(name, str):
        raise GameError(f"the name of {what} is {quoted(name):.60}, which is no text; write a word.")
    return name


def distinct_words(given: Any, what: str, name: str) -> tuple[str, ...]:
    """Return some names after checking that they are different words, at least one.

    Raises
    ------
    GameError
        For a text instead of a sequence, for nothing, for what is no word and for a word twice.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise GameError(f"{name}: {what} are {quoted(given)}; give a sequence of names.")
    words = tuple(given)
    if not words:
        raise GameError(f"{name}: {what} are empty; name at least one.")
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise GameError(f"{name}: {quoted(word)} among {what} is no name; write a word.")
    word, times = Counter(words).most_common(1)[0]
    if times > 1:
        raise GameError(f"{name}: {what} have {quoted(word)} twice; every name must be different.")
    return words


def words_by_player(
    given: Any, players: tuple[str, ...], what: str, name: str, default: tuple[str, ...] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return names for every player.

    Parameters
    ----------
    given : sequence of str, sequence of sequences, or mapping of player to sequence
        The same for all; or one sequence a player, in their order; or by player.
    players : tuple of str
        Of the game.
    what : str
        What the names are: "types".
    name : str
        Of the game, for messages.
    default : tuple of str, optional
        For a player that a mapping leaves out; without it, that is an error.
    """
    if isinstance(given, Mapping):
        for player in given:
            if player not in players:
                raise GameError(f"{name} has no player {quoted(player)}; its players are {', '.join(players)}.")
        for player in players:
            if player not in given and default is None:
                raise GameError(f"{name} has no {what} for {player}; give a sequence of names.")
        return tuple(
            distinct_words(given[player], f"{player}'s {what}", name) if player in given else default or ()
            for player in players
        )
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise GameError(f"{name}: the {what} are {quoted(given)}; give a sequence of names, or {{player: names}}.")
    listed = tuple(given)
    if all(isinstance(one, str) for one in listed):
        return (distinct_words(listed, f"the {what}", name),) * len(players)
    if len(listed) != len(players):
        raise GameError(
            f"{name}: there are {what} for {len(listed)} players, but {len(players)} players; give one sequence a "
            "player, or one for all."
        )
    return tuple(distinct_words(own, f"{player}'s {what}", name) for player, own in zip(players, listed, strict=True))
