"""A closer tie or not, by what it gives each of the two, net; it takes both.

What it gives may be left open, or be the *difference of two threats*: what i fears from the United States, less what
it fears from the partner, plus what the tie gives apart from threats, less what its duties cost. The difference puts
threats from two states on one scale, and that scale is a utility's; no paper says so.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import level_game
from sino_russian.quantities import f_C, f_R, tau_CR, tau_CU, tau_RC, tau_RU
from sino_russian.reaction import stays

b_C, b_R = (
    gt.Parameter(f"b_{i}", meaning=f"what closer ties give {who}, apart from threats", unit="index", source="free")
    for i, who in {"C": "China", "R": "Russia"}.items()
)
GAIN_C = tau_CU - tau_CR + b_C - f_C
GAIN_R = tau_RU - tau_RC + b_R - f_R


def closer_tie(china: Any, russia: Any) -> gt.Game:
    """Return the game: to stay partners pays 0, to ally pays each its net gain."""
    return level_game("A closer tie", (0, china), (0, russia))


def formed(china: Any, russia: Any) -> gt.Region:
    """Return where the closer tie is the only outcome that the pair does not leave."""
    return stays(closer_tie(china, russia), "alliance")


by_difference = formed(GAIN_C, GAIN_R).called("the closer tie is formed")
