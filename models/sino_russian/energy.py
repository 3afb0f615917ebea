"""Oil and gas between Russia and China: why little is traded, and at what price (Kuliani 2012, 4.2; Paszak, section 2).

The mechanism. Russia has what China needs, and yet, by 2012, the trade had stayed below what it might be: Russia fears
becoming an appendage, China spreads its purchases (Kuliani). In 2014, after ten years of talks and under sanctions,
Russia sold gas below the price of its European customers, and Paszak puts it down to Russia's weakness and, in the same
sentence, to politics.

What the papers leave open, and what is done about it here.

* How the two concerns limit trade. Each may cap the share of its trade that goes to the other, the least of three
  volumes being traded; or a larger volume frightens it at a cost. Kuliani does not say that either limit binds. He
  reports breakthroughs as well, and plans to raise the eastern share of exports, which move a cap.
* What a price without politics would be. Here: what the two would agree on, given what each has otherwise (Nash's
  bargain). When sanctions lower what Russia has otherwise, an agreement comes about sooner and at a lower price, with
  no generosity at all. Only what the price is below that is political, and neither value nor cost is given.

The value of gas to China moves with the price of oil, which fell in 2014; here it is held fixed.
"""

from __future__ import annotations

from functools import partial
from itertools import product

import gametheory as gt
from sino_russian.levels import ALLIES
from sino_russian.quantities import ASSUMED
from sino_russian.sources import KULIANI, PASZAK

# Caps. Each limits the share of its own trade in energy that goes to the other; the least of three volumes is traded.

cap_R, cap_C = gt.parameters(
    "cap_R cap_C", meaning="largest share of its exports, imports that the country trusts to the other", unit="share",
    above=0, at_most=1, source=ASSUMED,
)  # fmt: skip
supply, demand, wanted = gt.parameters(
    "supply demand wanted", meaning="Russia's exports; China's imports; the trade wanted if nothing is feared",
    unit="volume", above=0, source=ASSUMED,
)  # fmt: skip
traded = gt.Parameter("traded", meaning="what is traded", unit="volume", at_least=0, source="the least of the three")
limits = (wanted, cap_R * supply, cap_C * demand)
the_least = gt.Premise(
    (traded <= limits[0]) & (traded <= limits[1]) & (traded <= limits[2])
    & ((traded >= limits[0]) | (traded >= limits[1]) | (traded >= limits[2])),
    name="the least of the three volumes is traded", stated="by definition of a cap",
)  # fmt: skip
underdelivers = gt.when(traded < wanted, assuming=()).called("less is traded than wanted")
a_cap_binds = (cap_R * supply < wanted) | (cap_C * demand < wanted)

# Fears. Each offers to trade less or all that is wanted, and the smaller offer counts; all of it frightens at a cost.

less = gt.Parameter("less", meaning="the smaller volume", unit="volume", at_least=0, source=ASSUMED)
gain_C, gain_R = gt.parameters("gain_C gain_R", meaning="gain from a unit traded", unit="own utility", above=0)
fear_C, fear_R = gt.parameters("fear_C fear_R", meaning="cost of dependence at the full volume", unit="own utility")
VOLUMES = ("less", "all")
pipelines = gt.Game(
    "How much energy", ALLIES, VOLUMES,
    {offers: (gain_C * wanted - fear_C, gain_R * wanted - fear_R) if offers == ("all", "all")
     else (gain_C * less, gain_R * less) for offers in product(VOLUMES, repeat=2)},
    outcomes={"less is traded": [("less", "less"), ("less", "all"), ("all", "less")]},
)  # fmt: skip
unfulfilled = gt.only(gt.strong_nash, pipelines, "less is traded")
worries = partial(gt.Premise, stated=KULIANI.at("section 4.2, last para"))
fears = [
    worries(fear_R > 0, name="Russia fears to become an appendage"),
    worries(fear_C > 0, name="China wants more than one source"),
    worries(less < wanted, name="more could be traded"),
]

# The bargain over gas: its value to China, its cost to Russia, what each has without it, and Russia's weight.

value, cost = gt.parameters("value cost", meaning="worth of the gas to China; its cost to Russia", unit="USD", above=0)
o_R, o_C = gt.parameters("o_R o_C", meaning="what Russia, China has without the deal", unit="USD", source=ASSUMED)
p_E = gt.Parameter("p_E", meaning="what European customers pay", unit="USD", above=0, source=ASSUMED)
paid = gt.Parameter("paid", meaning="what China pays", unit="USD", above=0, source=ASSUMED)
weight = gt.Parameter("weight", meaning="Russia's weight in the bargain", above=0, below=1, source=ASSUMED)
_bargain = partial(
    gt.nash_bargaining, ("China", "Russia"), agreement={"China": value, "Russia": -cost},
    disagreement={"China": o_C, "Russia": o_R},
)  # fmt: skip
bargain, weighted = _bargain(), _bargain(weight={"Russia": weight})
price = bargain.transfer  # (value + cost + o_R - o_C)/2
cheap_deal = (bargain.agreement & (price < p_E)).called("there is a deal, below the European price")
cheap_weighted = (weighted.agreement & (weighted.transfer < p_E)).called("there is a deal, below the European price")

# Special case: a pipeline is paid for first and bargained over afterwards. It is worth building but is not built where
# the builder's part of what it brings does not cover it (hold-up).

brings, sunk = gt.parameters("brings sunk", meaning="what a pipeline brings; what it costs", unit="USD", above=0)
split = gt.nash_bargaining(("Russia", "China"), total=brings, weight={"Russia": weight})
building = gt.Game(
    "A pipeline", ("Russia",), ("wait", "build"), {("wait",): (0,), ("build",): (split.payoffs["Russia"] - sunk,)}
)
held_up = (gt.best_reply(building, ("wait",), player="Russia", strict=True) & (brings >= sunk)).called("held up")

SOLD_AT = PASZAK.at("section 2, para 2")
below_europe = gt.Premise(paid < p_E, name="China pays less than European customers", stated=SOLD_AT)

CLAIMS = (
    gt.Claim(
        id="kuliani-energy-underdelivers", paper=KULIANI.key, locator="section 4.2, last para",
        paraphrase="Trade in energy stays below what would suit both; Russia fears becoming an appendage and China "
        "spreads its sources.",
        attributed_to="Kuliani", strength="asserts", kind="threshold",
        readings=(
            gt.Reading(
                "caps: less is traded than wanted", underdelivers, [the_least],
                (gt.Premise(a_cap_binds, name="one of the two caps binds"),
                 gt.Premise(cap_R * supply < wanted, name="Russia's cap binds"),
                 gt.Premise(cap_C * demand < wanted, name="China's cap binds")),
                "Concerns are reported, not that they bind; Russian supply may have been the limit. The thesis calls "
                "the two diversifications complementary; that China's limits the trade is inferred.",
            ),
            gt.Reading(
                "caps: less is traded exactly where one binds", gt.exactly(underdelivers, a_cap_binds), [the_least],
                challenge="A cap is a concern made rigid.",
            ),
            gt.Reading(
                "the higher Russia's cap, the less room for a cap to bind",
                gt.shrinks(gt.when(a_cap_binds, assuming=()), cap_R),
                challenge="The planned rise of the eastern share is called unlikely by many, the thesis says.",
            ),
            gt.Reading(
                "fears: the smaller volume is all that the two agree on", unfulfilled, fears,
                (gt.Premise((fear_R > gain_R * (wanted - less)) | (fear_C > gain_C * (wanted - less)),
                            name="for one the fear outweighs the gain of trading more"),
                 gt.Premise((fear_R > gain_R * (wanted - less)) & (fear_C > gain_C * (wanted - less)),
                            name="for both it does")),
                "To trade no more is always an equilibrium, since it takes two; here it has to be the only strong one.",
            ),
        ),
        refuted_by="A trade in energy that neither concern limits; the deals of 2013 and 2014 (Paszak) went further.",
    ),
    gt.Claim(
        id="paszak-gas-price-bargaining", paper=PASZAK.key, locator="section 2, para 2",
        paraphrase="Isolated and weak in the talks, Russia agreed in 2014, after ten years of them, to prices well "
        "below the European ones; for him politics thus came before economics.",
        attributed_to="Paszak", strength="asserts", kind="comparative-static sign and threshold",
        readings=(
            gt.Reading(
                "the worse off Russia is without it, the sooner there is a deal below the European price",
                gt.shrinks(cheap_deal, o_R),
                challenge="Equal weights, value and cost held fixed; no political payoff is in it, which is the point.",
            ),
            gt.Reading(
                "timing: the worse off Russia is without it, the sooner there is a deal",
                gt.shrinks(bargain.agreement, o_R),
                challenge="Sanctions may also have lowered what China thought the deal worth.",
            ),
            gt.Reading(
                "whatever the weights, a weaker Russia sells for less", gt.shrinks(cheap_weighted, o_R),
                challenge="The weights themselves may have moved.",
            ),
            gt.Reading(
                "as worded: a price below the European one shows politics at work",
                gt.when(paid < price, assuming=()).called("less is paid than the bargain would give"), [below_europe],
                (gt.Premise(price >= p_E, name="without politics the bargain would have given the European price"),),
                "Only what it is below the bargain's price is political; worth, cost and alternatives are not given.",
            ),
        ),
        refuted_by="A low price with value, cost and both alternatives as before: only that residual is political.",
    ),
)  # fmt: skip

GAMES = (pipelines, building)
