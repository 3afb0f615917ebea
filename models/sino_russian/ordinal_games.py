"""The 144 games in which each of two ranks the four cells without ties, and how many of them are like the dilemma.

Two games that differ in the order of rows or of columns are one; the two players are told apart (Robinson and Goforth
2005). Every game has exactly one form in which China's best cell is that where it cheats a partner that honours, so the
games are the 6 orders of China's other cells by the 24 orders of Russia's cells. What the two choices are called means
nothing here.

References
----------
Robinson, D. and Goforth, D. (2005), The Topology of the 2x2 Games, Routledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

import gametheory as gt
from sino_russian.prisoners_dilemma import alliance_game

RANKS = (1, 2, 3, 4)
SECOND_WORST = (2, 2)


def ordinal_games() -> Iterator[gt.Game]:
    """Yield the games, each once; a payoff is the rank of the cell, 4 the best."""
    for china, russia in product(permutations(RANKS[:-1]), permutations(RANKS)):
        yield alliance_game(f"China {china}, Russia {russia}", (RANKS[-1], *china), russia)


def like_the_dilemma() -> tuple[gt.Game, ...]:
    """Return those with a single equilibrium in pure actions, next to the worst cell for both: three of them."""
    return tuple(game for game in ordinal_games() if _only_equilibrium(game) == SECOND_WORST)


def _only_equilibrium(game: gt.Game) -> tuple[object, ...] | None:
    found = [cell for cell, region in gt.nash(game).items() if region.contains({})]
    return tuple(game.payoff(who, found[0]) for who in game.players) if len(found) == 1 else None
