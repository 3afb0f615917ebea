"""The game of levels.py for other levels than its own: the lower of the two choices counts, as a tie needs two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gametheory as gt
from sino_russian.levels import ALLIES, LEVELS


def lower_counts(
    name: str, levels: Sequence[str], china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()
) -> gt.Game:
    """Return the game in which the lower choice counts.

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


def tie_game(name: str, china: Sequence[Any], russia: Sequence[Any], assuming: Any = ()) -> gt.Game:
    """Return the choice between no tie and a partnership; each payoff pair is (no tie, partnership)."""
    return lower_counts(name, LEVELS[:2], china, russia, assuming)
