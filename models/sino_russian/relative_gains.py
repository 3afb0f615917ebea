"""What two maximisers of power can agree on, and whether they clash (Kuliani 2012, section 2.2, after note 14).

The thesis reports Mearsheimer and doubts the extrapolation: states maximise power, and if that is taken to its end
China is driven to the brink of conflict with Russia. It does not say whether power is absolute or a share, nor of
which total: Asia without the United States, or the system with it. Each is a choice below of whom the total counts.

An agreement needs both and may leave every state with more power or less. A clash needs one and costs both power.
No form of power is assumed beyond its being added up over states, which a share needs.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.quantities import power_C, power_R, power_U

ALLIES = ("China", "Russia")
AGREED, REFUSED = ("agree", "agree"), ("refuse", "refuse")
PEACE = ("hold back", "hold back")


def _after(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"power of {who} after the agreement", unit="measure", above=0,
        source="free: neither paper gives a level",
    )  # fmt: skip


def _wear(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"share of its power that a clash costs {who}", unit="share", at_least=0, below=1,
        source="free: neither paper gives a level",
    )  # fmt: skip


after_C, after_R, after_U = (
    _after("after_C", "China"),
    _after("after_R", "Russia"),
    _after("after_U", "the United States"),
)
wear_C, wear_R = _wear("wear_C", "China"), _wear("wear_R", "Russia")


def shares(china: Any, russia: Any, others: Any = 0) -> tuple[Any, Any]:
    """Return the two allies' shares of the total power of the states counted."""
    total = china + russia + others
    return china / total, russia / total


def agreement(name: str, before: tuple[Any, Any], after: tuple[Any, Any]) -> gt.Game:
    """Return the game of an agreement that either can refuse."""
    choices = ("agree", "refuse")
    cells = {(i, j): after if (i, j) == AGREED else before for i in choices for j in choices}
    return gt.Game(name, ALLIES, choices, cells)


def clash(name: str, before: tuple[Any, Any], after: tuple[Any, Any]) -> gt.Game:
    """Return the game of a clash that either can begin."""
    choices = ("hold back", "clash")
    cells = {(i, j): before if (i, j) == PEACE else after for i in choices for j in choices}
    return gt.Game(name, ALLIES, choices, cells)


POWERS = (power_C, power_R)
AFTER = (after_C, after_R)
WORN = (power_C * (1 - wear_C), power_R * (1 - wear_R))

agreement_of_two = agreement("Agreement, shares of the power of the two", shares(*POWERS), shares(*AFTER))
agreement_of_three = agreement(
    "Agreement, shares of the power of all three", shares(*POWERS, power_U), shares(*AFTER, after_U)
)
agreement_on_power = agreement("Agreement, power itself", POWERS, AFTER)
clash_of_two = clash("Clash, shares of the power of the two", shares(*POWERS), shares(*WORN))
clash_among_three = clash("Clash, shares of the power of all three", shares(*POWERS, power_U), shares(*WORN, power_U))
clash_over_power = clash("Clash, power itself", POWERS, WORN)

# What the claim says, and the premises that would make it true.


def better_for_both(game: gt.Game) -> gt.Region:
    """Where both gain strictly by agreeing."""
    return gt.pareto_dominates(game, AGREED, REFUSED, strict=True).called(f"both gain in: {game.name}")


def peace(game: gt.Game) -> gt.Region:
    """Where neither gains by beginning a clash."""
    return gt.nash(game, PEACE).called(f"neither gains by starting in: {game.name}")


us_keeps_its_share = gt.Premise(
    after_U * (power_C + power_R) >= power_U * (after_C + after_R),
    name="the agreement does not lower the share of the United States",
)
no_power_is_made = gt.Premise(after_C + after_R <= power_C + power_R, name="the two together gain no power")
unequal_wear = gt.Premise(
    (wear_C < wear_R) | (wear_C > wear_R), name="a clash costs one of the two a larger share of its power"
)
_average = (wear_C * power_C + wear_R * power_R) / (power_C + power_R + power_U)
china_gains_a_share = gt.Premise(wear_C < _average, name="a clash raises China's share of the power of all three")
one_gains_a_share = gt.Premise(
    (wear_C < _average) | (wear_R < _average), name="a clash raises China's or Russia's share of the power of all three"
)

READINGS = (
    gt.Reading(
        "the brink of conflict, shares of the power of the two: peace is no equilibrium",
        gt.never(peace(clash_of_two)),
        unstated=(unequal_wear,),
        challenge="Of two, whoever a clash wears down less gains by it, however much it costs both.",
    ),
    gt.Reading(
        "shares of the power of the two: no agreement is better for both",
        gt.never(better_for_both(agreement_of_two)),
        challenge="True of any constant sum. The text confines the rivalry to Asia, but not power to a share.",
    ),
    gt.Reading(
        "shares of the power of all three: no agreement is better for both",
        gt.never(better_for_both(agreement_of_three)),
        unstated=(us_keeps_its_share,),
        challenge="If Asia is the system, the United States may count less in it, or not at all.",
    ),
    gt.Reading(
        "power itself: no agreement is better for both",
        gt.never(better_for_both(agreement_on_power)),
        unstated=(no_power_is_made,),
        challenge="Power that is not compared with anybody's is hardly what Mearsheimer means.",
    ),
    gt.Reading(
        "the brink of conflict, shares of the power of all three: peace is no equilibrium",
        gt.never(peace(clash_among_three)),
        unstated=(china_gains_a_share, one_gains_a_share),
        challenge="A clash that also wears down the United States is left out.",
    ),
    gt.Reading(
        "the brink of conflict, power itself: peace is no equilibrium",
        gt.never(peace(clash_over_power)),
        challenge="The model lets no clash add power, so this is refuted by construction; one that wins territory or "
        "resources may pay.",
    ),
)
