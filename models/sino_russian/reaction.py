"""The level game under a reaction of the United States that is a chance, as China and Russia see it.

An alliance is contained with chance q and then costs i the whole of k_i. A share h of that loss is imposed already, at
the partnership, and stays if an alliance is not contained. Where there is no tie, nothing is imposed, unless
`whatever_the_tie`. Going from partnership to alliance then changes i's payoff by D_i - q(1 - h)k_i.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import level_game
from sino_russian.quantities import f_C, f_R, h, k_C, k_R, q, v_C0, v_C1, v_C2, v_R0, v_R1, v_R2


def pair_game(name: str, q: Any = q, h: Any = h) -> gt.Game:
    """Return the choice between partnership and alliance."""
    hit = h + (1 - h) * q
    return level_game(name, (v_C1 - h * k_C, v_C2 - f_C - hit * k_C), (v_R1 - h * k_R, v_R2 - f_R - hit * k_R))


def three_levels(name: str, *, whatever_the_tie: bool = False) -> gt.Game:
    """Return the choice between no tie, partnership and alliance."""
    none, hit = (h if whatever_the_tie else 0), h + (1 - h) * q
    return level_game(
        name,
        (v_C0 - none * k_C, v_C1 - h * k_C, v_C2 - f_C - hit * k_C),
        (v_R0 - none * k_R, v_R1 - h * k_R, v_R2 - f_R - hit * k_R),
    )


def stays(game: gt.Game, level: str = "partnership") -> gt.Region:
    """Return where a level is the only one that neither ally nor the pair would leave."""
    return gt.only(gt.strong_nash, game, level)
