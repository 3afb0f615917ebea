"""A game of many players in whole numbers, without the actions that are strictly dominated by another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from gametheory.forms.normal import Game
from gametheory.rationals import in_whole_units

Cell = tuple[int, ...]
"""One action a player, by number."""


@dataclass(frozen=True)
class Surviving:
    """What is left of a game.

    Parameters
    ----------
    actions : tuple of tuple of int
        For every player the numbers of the actions left, in the game's order.
    payoffs : tuple of dict
        For every player the payoffs by cell, scaled to whole numbers.
    """

    actions: tuple[tuple[int, ...], ...]
    payoffs: tuple[dict[Cell, int], ...]


def surviving(game: Game) -> Surviving:
    """Leave out strictly dominated actions, again and again.

    No equilibrium uses one, and in every equilibrium of what is left each of them does strictly worse than some
    action that is left: equilibria and their regularity are those of the game.
    """
    cells = list(product(*(range(len(own)) for own in game.actions)))
    payoffs = []
    for player in range(len(game.players)):
        whole = in_whole_units([cell[player] for cell in game.cells])
        payoffs.append(dict(zip(cells, whole, strict=True)))
    actions = tuple(tuple(range(len(own))) for own in game.actions)
    while True:
        left = tuple(_undominated(payoffs[player], actions, player) for player in range(len(actions)))
        if left == actions:
            return Surviving(actions, tuple(payoffs))
        actions = left


def _undominated(payoffs: dict[Cell, int], actions: Sequence[tuple[int, ...]], player: int) -> tuple[int, ...]:
    others = list(product(*(own for other, own in enumerate(actions) if other != player)))
    rows = {a: [payoffs[(*cell[:player], a, *cell[player:])] for cell in others] for a in actions[player]}
    return tuple(
        a
        for a, mine in rows.items()
        if not any(all(x > y for x, y in zip(theirs, mine, strict=True)) for theirs in rows.values())
    )
