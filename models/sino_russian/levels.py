"""The game behind most mechanisms: both choose how close a tie they are ready for, and the lower choice counts.

A tie needs two (both papers speak of an alliance as something that both governments would have to want), so the level
reached is the smaller of the two choices. "No tie" is therefore always a Nash equilibrium, whatever the gains: nobody
can ally alone. The strong Nash equilibria, in which the two may also move together, are what remains of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gametheory as gt

ALLIES = ("China", "Russia")
LEVELS = ("no tie", "partnership", "alliance")


def level_game(name: str, china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()) -> gt.Game:
    """Return the game in which the lower choice counts.

    Parameters
    ----------
    name : str
        What the game is called.
    china, russia : sequence of payoffs
        What each level pays, from the lowest on; two levels start at the partnership.
    assuming : relations or Premises
        What is assumed of the parameters.

    Returns
    -------
    Game
        With one outcome for each level, called by the level's name.
    """
    levels = LEVELS[-len(china) :]
    order = {level: rank for rank, level in enumerate(levels)}
    reached = {(mine, yours): min(mine, yours, key=order.__getitem__) for mine in levels for yours in levels}
    return gt.Game(
        name,
        players=ALLIES,
        actions=levels,
        payoffs={profile: (china[order[level]], russia[order[level]]) for profile, level in reached.items()},
        outcomes={level: [profile for profile, got in reached.items() if got == level] for level in levels},
        assuming=assuming,
    )
