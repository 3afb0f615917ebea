"""Which actions the players may use together, and the equations and inequalities that an equilibrium then solves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.surviving import Surviving

Actions = tuple[tuple[int, ...], ...]
"""For every player some actions, by number."""


@dataclass(frozen=True)
class Support:
    """The actions in use, and when using exactly them is an equilibrium.

    Parameters
    ----------
    actions : tuple of tuple of int
        For every player the actions in use, by their number in the game.
    equations : tuple of Form
        Every action in use pays as much as the player's first one in use: these vanish. In the order of the players,
        for each player one equation less than actions in use, those that always hold included.
    slacks : tuple of Form
        What the player's first action in use pays beyond one not in use: these are not negative.
    """

    actions: Actions
    equations: tuple[Form, ...]
    slacks: tuple[Form, ...]

    @property
    def mixing(self) -> tuple[int, ...]:
        """The players who use several actions."""
        return tuple(player for player, own in enumerate(self.actions) if len(own) > 1)


def supports(game: Surviving, most: int) -> Iterator[Support]:
    """Yield, of so many supports, the smallest first, those that comparing payoffs cell by cell does not exclude."""
    own = [
        [chosen for size in range(1, len(actions) + 1) for chosen in combinations(actions, size)]
        for actions in game.actions
    ]
    for actions in sorted(product(*own), key=lambda chosen: sum(map(len, chosen)))[:most]:
        support = _support(game, actions)
        if support is not None:
            yield support


def _support(game: Surviving, actions: Actions) -> Support | None:
    equations, slacks = [], []
    for player, own in enumerate(actions):
        others = [other for index, other in enumerate(actions) if index != player]
        blocks = tuple(index for index, other in enumerate(actions) if index != player and len(other) > 1)
        sizes = tuple(len(actions[index]) for index in blocks)
        payoffs, cells = game.payoffs[player], list(product(*others))
        rows = {a: [payoffs[(*cell[:player], a, *cell[player:])] for cell in cells] for a in game.actions[player]}
        used = [rows[a] for a in own]
        for a, row in rows.items():
            # All these probabilities are positive: an action in use that is never better and once worse is impossible.
            if any(mine != row and all(x <= y for x, y in zip(mine, row, strict=True)) for mine in used):
                return None
            if a not in own:
                slacks.append(Form(blocks, sizes, tuple([x - y for x, y in zip(used[0], row, strict=True)])))
        for row in used[1:]:
            equations.append(Form(blocks, sizes, tuple([x - y for x, y in zip(used[0], row, strict=True)])))
    return Support(actions, tuple(equations), tuple(slacks))
