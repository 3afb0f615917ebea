"""Trade and what China can ask of Russia for it (Hirschman's dependence, as a bargain).

China and Russia trade a volume V. Breaking it off would cost each the share that V has of its total. Under that threat
Russia may hand China a concession, in a unit that both value alike. Two ways to settle it: the *bargain* shares the
trade's worth by the weights of the two (Nash); in the *ultimatum* China names the concession and Russia takes it or
loses the trade. What the bargain hands over, at equal weights, is half the gap in dependence, V/T_R - V/T_C.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.quantities import ASSUMED
from sino_russian.sources import KULIANI

ECONOMY = KULIANI.at("section 4.3, after note 40")


def _volume(name: str, meaning: str) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="money a year", above=0, source=ASSUMED)


V = _volume("V", "trade of China and Russia with each other")
T_R = _volume("T_R", "Russia's total (economy or trade) that V is measured against")
T_C = _volume("T_C", "China's total that V is measured against")
o_R, o_C = _volume("o_R", "Russia's trade with others"), _volume("o_C", "China's trade with others")
asked = gt.Parameter("asked", meaning="the concession; below 0, one by China", unit="share of a total, for both")
kept = gt.Parameter("kept", meaning="what Russia is left with", unit="share of a total, for both")
weight = gt.Parameter("weight", meaning="China's weight in the bargain", above=0, below=1, source=ASSUMED)


def bargain(total_r: Any, total_c: Any, of_china: Any = "1/2") -> gt.NashBargain:
    """Return the bargain; Russia hands the concession to China, whose weight is given."""
    worth = {"Russia": V / total_r, "China": V / total_c}
    return gt.nash_bargaining(("Russia", "China"), agreement=worth, weight={"China": of_china})


def ultimatum(total_r: Any, total_c: Any) -> gt.Tree:
    """Return the game in which Russia grants what is asked or loses the trade."""
    return gt.Tree("China asks", ("Russia", "China"), gt.Move("Russia", {
        "grant": gt.End((V / total_r - asked, V / total_c + asked), outcome="granted"),
        "refuse": gt.End((0, 0), outcome="trade breaks off"),
    }))  # fmt: skip


def influence(found: gt.NashBargain) -> gt.Region:
    """Return where the bargain hands China at least what is asked."""
    return gt.when(found.transfer >= asked).called("China obtains at least what it asks")


given = bargain(T_R, T_C)
added = bargain(V + o_R, V + o_C)
by_weight = bargain(T_R, T_C, weight)
asks = ultimatum(V + o_R, V + o_C)
yields = gt.subgame_perfect(asks, "granted").called("Russia grants what is asked")
russia_gains = gt.when(added.payoffs["Russia"] >= kept).called("Russia is left with at least so much")

LEVERAGE = gt.Claim(
    id="kuliani-trade-raises-chinese-leverage",
    paper=KULIANI.key,
    locator="section 4.7, at notes 61-62; section 3.2.1, para 2 (Kozyrev)",
    paraphrase="Growing trade lets China influence Russian policy by degrees; Russia's stake in a prosperous China "
    "still speaks for cooperation. Kozyrev feared that the stronger China would bend Russia.",
    attributed_to="Voskressensky; Kozyrev as cited by Kuliani",
    strength="adopts; reports Kozyrev",
    kind="comparative-static sign",
    readings=(
        gt.Reading(
            "the bargain, measured against totals that stay",
            gt.grows(influence(given), V),
            stated=gt.Premise(T_C > T_R, name="China's economy is the larger", stated=ECONOMY),
            challenge="The gap in dependence; totals are economies, which growing trade does not change. The thesis "
            "compares the two economies there, not their trade.",
        ),
        gt.Reading(
            "the bargain, the trade being part of each total",
            gt.grows(influence(added), V),
            unstated=(
                gt.Premise(o_C >= o_R, name="China trades no less with others"),
                gt.Premise(V**2 <= o_R * o_C, name="the trade is below the geometric mean of the trades with others"),
            ),
            challenge="When both trade with each other above all, both depend on it, and the gap closes. That their "
            "trade is a tenth of China's with the European Union bounds China's other trade, not Russia's.",
        ),
        gt.Reading(
            "the most that Russia would concede",
            gt.grows(yields, V),
            challenge="Takes it that China can name the price and would break off the trade.",
        ),
        gt.Reading(
            "what Russia is left with",
            gt.grows(russia_gains, V),
            challenge="The case for cooperation: Russia gains by more trade although it concedes more. It counts "
            "concessions in the unit of trade; autonomy may have no price.",
        ),
        gt.Reading(
            "Kozyrev: strength, not trade",
            gt.grows(influence(by_weight), weight),
            challenge="Strength as weight in the bargain; how power turns into weight is left open.",
        ),
    ),
    refuted_by="A Russia with more trade elsewhere than China; or mutual trade so large that the gap closes.",
)
