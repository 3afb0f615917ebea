"""Names that users give in lists: types, actions, signals; the same for all players, or each player's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from gametheory.errors import GameError, quoted

UNINFORMED = ("known",)
"""The one type of a player with nothing to hide."""


def require_name(name: Any, what: str = "the game") -> str:
    """Return the name of a game after checking that it is text, for it stands in every message and table."""
    if not isinstance(name, str):
        raise GameError(f"the name of {what} is {quoted(name):.60}, which is no text; write a word.")
    return name


def listed(given: Any) -> tuple[Any, ...] | None:
    """Return what a sequence or set holds; None for text, and for what cannot be gone through.

    Tried, not asked: an array of numpy without dimensions says that it can be gone through, and cannot.
    """
    if isinstance(given, (str, bytes)):
        return None
    try:
        return tuple(given)
    except TypeError:
        return None


def row(given: Any) -> tuple[Any, ...] | None:
    """Return what an ordered sequence holds; None for a set or a mapping, which do not say what belongs to whom."""
    return None if isinstance(given, (Mapping, set, frozenset)) else listed(given)


def distinct_words(given: Any, what: str, name: str) -> tuple[str, ...]:
    """Return some names after checking that they are different words, at least one.

    Raises
    ------
    GameError
        For a text instead of a sequence, for nothing, for what is no word and for a word twice.
    """
    words = row(given)
    if words is None:
        example = f', for example ("{given}",)' if isinstance(given, str) and given.strip() else ""
        raise GameError(f"{name}: {what} are {quoted(given):.60}; give a sequence of names, in a fixed order{example}.")
    if not words:
        raise GameError(f"{name}: {what} are empty; name at least one.")
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise GameError(f"{name}: {quoted(word)} among {what} is not a name; write a word.")
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
    several = listed(given)
    if several is None:
        raise GameError(f"{name}: the {what} are {quoted(given):.60}; give a sequence of names, or {{player: names}}.")
    if all(isinstance(one, str) for one in several):
        return (distinct_words(several, f"the {what}", name),) * len(players)
    if len(several) != len(players):
        raise GameError(
            f"{name}: there are {what} for {len(several)} players, but {len(players)} players; give one sequence of "
            f"{what} a player, or one for all."
        )
    return tuple(distinct_words(own, f"{player}'s {what}", name) for player, own in zip(players, several, strict=True))
