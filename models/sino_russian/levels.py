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


def lower_counts(
    name: str, levels: Sequence[str], china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()
) -> gt.Game:
    """Return the game in which the lower choice counts, for any levels.

    Parameters
    ----------
    name : str
        What the game is called.
    levels : sequence of str
        From the lowest on; each is also an outcome of the game.
    china, russia : sequence of payoffs
        What each level pays.
    assuming : relations or Premises
        What is assumed of the parameters.
    """
    reached = {(mine, yours): min(mine, yours, key=levels.index) for mine in levels for yours in levels}
    return gt.Game(
        name,
        players=ALLIES,
        actions=tuple(levels),
        payoffs={both: (china[levels.index(got)], russia[levels.index(got)]) for both, got in reached.items()},
        outcomes={level: [both for both, got in reached.items() if got == level] for level in levels},
        assuming=assuming,
    )


def level_game(name: str, china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()) -> gt.Game:
    """Return the game over the upper levels of the tie: all three, or with two payoffs partnership and alliance."""
    return lower_counts(name, LEVELS[-len(china) :], china, russia, assuming)


def tie_game(name: str, china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()) -> gt.Game:
    """Return the choice between no tie and a partnership; each payoff pair is (no tie, partnership)."""
    return lower_counts(name, LEVELS[:2], china, russia, assuming)
