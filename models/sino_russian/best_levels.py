"""What one state would choose for itself, and how that differs between two situations.

Several sentences of both papers say that a change (China's rise, friction with the West) makes a state want more or
less of something. The papers give no functions, only a direction, so a function enters by its values: one for every
choice in each of the two situations compared. The choices are ordered from the least on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

import gametheory as gt
from sino_russian.levels import LEVELS


def choice(name: str, who: str, worth: Sequence[Any], choices: Sequence[str] = LEVELS, assuming: Any = ()) -> gt.Game:
    """Return the decision of one state; worth is what each choice is worth to it, from the least on."""
    payoffs = {(chosen,): (value,) for chosen, value in zip(choices, worth, strict=True)}
    return gt.Game(name, players=(who,), actions=(tuple(choices),), payoffs=payoffs, assuming=assuming)


def rises(first: gt.Game, second: gt.Game) -> gt.Region:
    """Return where some best choice in the second situation lies above some best choice in the first."""
    before, after = list(gt.nash(first).values()), list(gt.nash(second).values())
    return reduce(or_, (low & high for i, low in enumerate(before) for high in after[i + 1 :]))


def falls(first: gt.Game, second: gt.Game) -> gt.Region:
    """Return where some best choice in the second situation lies below some best choice in the first."""
    return rises(second, first)


def strictly_above(first: gt.Game, second: gt.Game) -> gt.Region:
    """Return where every best choice in the second situation lies above every best choice in the first."""
    before, after = list(gt.nash(first).values()), list(gt.nash(second).values())
    return ~reduce(or_, (one & other for i, one in enumerate(before) for other in after[: i + 1]))


def at_least(situation: gt.Game, chosen: str) -> gt.Region:
    """Return where some best choice is the given one or a higher one."""
    best = list(gt.nash(situation).items())
    place = [action for (action,), _ in best].index(chosen)
    return reduce(or_, (region for _, region in best[place:]))
