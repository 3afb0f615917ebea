"""A Game from what another library holds: how many actions, their names, and the payoffs at places counted from 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from gametheory.errors import GameError
from gametheory.forms.normal import Game, Profile
from gametheory.forms.words import require_name
from gametheory.incentive import shown
from gametheory.interop.names import default_actions, default_players, read_actions, read_players
from gametheory.interop.peer_numbers import read_number

Place = tuple[int, ...]
"""One action a player, as numbers counted from 0."""


def game_from_cells(
    name: str,
    players: Sequence[str],
    actions: Sequence[Sequence[str]],
    payoffs_at: Callable[[Place], Iterable[Any]],
    *,
    floats: str | None = None,
    outcomes: Mapping[str, Iterable[Profile]] | None = None,
) -> Game:
    """Return the game whose payoffs at a place are those that `payoffs_at` returns, in the order of the players."""
    require_name(name)
    cells = {}
    for place in product(*(range(len(own)) for own in actions)):
        profile = tuple(own[number] for own, number in zip(actions, place, strict=True))
        cells[profile] = tuple(
            read_number(value, f"{name}: {player}'s payoff at {shown(profile)}", floats)
            for player, value in zip(players, payoffs_at(place), strict=True)
        )
    return Game(name, players, actions, cells, outcomes)


def game_from_arrays(
    arrays: Sequence[Any], *, name: str, players: Any, actions: Any, floats: str | None, what: str
) -> Game:
    """Return the game of one payoff array a player, each indexed by the actions of the players in their order.

    Raises
    ------
    GameError
        If the arrays do not fit together; `what` says whose they are.
    """
    shapes = [tuple(array.shape) for array in arrays]
    if any(shape != shapes[0] or len(shape) != len(arrays) for shape in shapes):
        raise GameError(
            f"{what} has payoff arrays of the shapes {', '.join(map(str, shapes))} for {len(arrays)} players; each "
            "needs one axis a player, and all the same shape."
        )
    called = read_players(players, default_players(len(arrays)))
    labels = read_actions(actions, [default_actions(count) for count in shapes[0]], called)
    return game_from_cells(name, called, labels, lambda place: [array[place] for array in arrays], floats=floats)
