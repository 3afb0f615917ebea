"""The values or preferences of a coalitional game as users write them, read coalition by coalition."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from gametheory.errors import CapacityError, GameError, quoted
from gametheory.forms.membership import Coalition, read_coalition
from gametheory.incentive import shown

MOST_COALITIONS = 2**16


def read_values(name: str, players: tuple[str, ...], value: Any) -> dict[tuple[str, Coalition], Any]:
    """Return the value of every coalition that is not empty, under ("", coalition)."""
    if 2 ** len(players) > MOST_COALITIONS:
        raise CapacityError(f"{name} has 2**{len(players)} coalitions, more than {MOST_COALITIONS:,}.")
    sizes = range(1, len(players) + 1)
    every = [members for size in sizes for members in combinations(players, size)]
    if callable(value):
        return {("", members): value(members) for members in every}
    if not isinstance(value, Mapping):
        raise GameError(
            f"the values of {name} are {quoted(value)}; give a mapping from coalitions, or a function of one."
        )
    read = _by_coalition(name, players, value.items(), "")
    missing = [members for members in every if members not in read]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise GameError(f"{name} has no value for {shown(missing[0])}{more}; give one, 0 if it is worth nothing.")
    return {("", members): read[members] for members in every}


def read_preferences(
    name: str, players: tuple[str, ...], preferences: Mapping[str, Any]
) -> dict[tuple[str, Coalition], Any]:
    """Return each player's utility in each coalition it lists, under (player, coalition)."""
    if not isinstance(preferences, Mapping):
        raise GameError(
            f"the preferences of {name} are {quoted(preferences)}; give a mapping from players to what each likes."
        )
    strangers = [player for player in preferences if player not in players]
    if strangers:
        raise GameError(f"{name} has no player {strangers[0]!r}; its players are {', '.join(players)}.")
    raw: dict[tuple[str, Coalition], Any] = {}
    for player in players:
        given = preferences.get(player, ())
        if not isinstance(given, (Mapping, list, tuple)):
            raise GameError(
                f"the preferences of {player} in {name} are {quoted(given)}; give a list of its coalitions, best "
                "first, or a mapping from them to utilities."
            )
        ranking = given.items() if isinstance(given, Mapping) else _ranked(given)
        raw |= {(player, members): payoff for members, payoff in _by_coalition(name, players, ranking, player).items()}
        if (player, (player,)) not in raw:
            raise GameError(f'{player} does not say how it likes to be alone in {name}; add ("{player}",).')
    for player, members in raw:
        for other in members:
            if (other, members) not in raw:
                raise GameError(
                    f"{player} lists {shown(members)} in {name} and {other} does not; a coalition that can form "
                    "is listed by all its members."
                )
    return raw


def _ranked(ranking: Any) -> list[tuple[Any, int]]:
    """Number coalitions from the last to the first; only the order of these numbers is ever used."""
    entries = list(ranking)
    return [(entry, len(entries) - 1 - place) for place, entry in enumerate(entries)]


def _by_coalition(name: str, players: tuple[str, ...], pairs: Any, owner: str) -> dict[Coalition, Any]:
    """Read coalitions, each once; with an owner, each with the owner in it."""
    read: dict[Coalition, Any] = {}
    for given, payoff in pairs:
        members = read_coalition(given, players, name, GameError)
        if members in read:
            raise GameError(f"{name} has {shown(members)} twice{f' for {owner}' * bool(owner)}; give it once.")
        if owner and owner not in members:
            raise GameError(
                f"{owner} has a preference over {shown(members)} in {name} and is no member of it; list the "
                f"coalitions of {owner}."
            )
        read[members] = payoff
    return read
