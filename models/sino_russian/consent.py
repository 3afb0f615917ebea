"""Three ways in which what an alliance gives each of two states makes an alliance (MIN, SUM, MAX).

A threshold for "the two" leaves open who must agree. Here that is a matter of the solution concept, not of a formula
typed in: consent gives the smaller of the two gains, side payments their sum, the wish of either the larger. For the
triggers of Kuliani 2012, section 5.4, joined by and/or (scenarios.py).
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.levels import level_game

paid = gt.Parameter("paid", meaning="what Russia makes over to China; below zero the other way")


def by_consent(china: Any, russia: Any) -> gt.Region:
    """MIN: return where an alliance that gives this to each holds, if both must want it."""
    return gt.strong_nash(level_game("By consent", (0, china), (0, russia)), "alliance").called("the alliance holds")


def by_payment(china: Any, russia: Any) -> gt.Region:
    """SUM: return where it holds with some payment from one to the other."""
    game = level_game("With a side payment", (0, china), (0, russia))
    bought = gt.transfers(game, ("alliance", "alliance"), "Russia", "China", amount=paid, concept=gt.strong_nash)
    return bought.eliminate(paid).called("the alliance holds with a side payment")


def by_the_eager(china: Any, russia: Any) -> gt.Region:
    """MAX: return where one of the two would go from partnership to alliance if the other followed."""
    game = level_game("The more eager decides", (0, china), (0, russia))
    both = ("alliance", "alliance")
    either = gt.best_reply(game, both, player="China") | gt.best_reply(game, both, player="Russia")
    return either.called("one of the two wants the alliance")
