"""How far China would expand where Russia has a say, and how assertive Russia would be as its strength changes.

China gains e_k from a degree k of expansion and expects a retaliation that depends on the degree and on how strong it
thinks Russia is. Russia gains from assertiveness and pays for it, the more the weaker it is. In both a change of
strength matters through what it does to each further step, not through its level.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.best_levels import at_least, choice, falls, rises, strictly_above
from sino_russian.quantities import ASSUMED, power_R
from sino_russian.sources import KULIANI, PASZAK

RATING, DWINDLES = KULIANI.at("section 5, after note 67"), PASZAK.at("section 1, para 4")

# China, at its own rating of Russia and at Russia's.

EXPANSION = ("hold back", "expand", "expand further")
e_0, e_1, e_2 = gt.parameters("e_0 e_1 e_2", meaning="gain from a degree of expansion", unit="China's utility")
low_0, low_1, low_2 = LOW = gt.parameters(
    "low_0 low_1 low_2", meaning="retaliation by Russia as China rates it", unit="China's utility", at_least=0
)
self_0, self_1, self_2 = SELF = gt.parameters(
    "self_0 self_1 self_2", meaning="the same, by Russia as it rates itself", unit="China's utility", at_least=0
)
rating = gt.Parameter("rating", meaning="strength of Russia in China's eyes", unit="index", at_least=0, source=ASSUMED)
r_0, r_1, r_2 = R = gt.parameters(
    "r_0 r_1 r_2", meaning="retaliation a unit of rating", unit="China's utility", at_least=0
)


def expansion(name: str, costs: Any) -> gt.Game:
    """Return China's choice of how far to expand."""
    return choice(name, "China", [gain - cost for gain, cost in zip((e_0, e_1, e_2), costs, strict=True)], EXPANSION)


as_china_rates, as_russia_rates = expansion("China, rating Russia low", LOW), expansion("at Russia's own rating", SELF)
unopposed = expansion("China unopposed", (0, 0, 0))
rated = expansion("China at a rating", [rating * r for r in R])

# Russia recovers. Or declines: then what it puts off costs more later.

CAUTION = ("cautious", "firm", "assertive")
n_0, n_1, n_2 = gt.parameters(
    "n_0 n_1 n_2", meaning="worth of a degree of assertiveness while weak", unit="Russia's utility"
)
z_0, z_1, z_2 = gt.parameters("z_0 z_1 z_2", meaning="what recovered strength adds to it", unit="Russia's utility")
weak = choice("Russia while weak", "Russia", (n_0, n_1, n_2), CAUTION)
strong = choice("Russia recovered", "Russia", (n_0 + z_0, n_1 + z_1, n_2 + z_2), CAUTION)
prize = gt.Parameter("prize", meaning="worth of a degree of assertiveness", unit="Russia's utility", source=ASSUMED)
toll = gt.Parameter(
    "toll", meaning="its cost at power 1, rising by the square", unit="Russia's utility", above=0, source=ASSUMED
)
costly = choice(
    "Russia, at a cost that power lowers", "Russia", [d * prize - d**2 * toll / power_R for d in range(3)], CAUTION
)
weight_later = gt.Parameter("weight_later", meaning="weight of later", at_least=0, at_most=1, source=ASSUMED)
now, later = gt.parameters("now later", meaning="cost of asserting itself, now or later", unit="Russia's utility")
window = choice(
    "Russia in decline", "Russia", (0, weight_later * (prize - later), prize - now), ("never", "later", "now")
)

rated_low = gt.Premise(
    (low_0 <= self_0) & (low_1 <= self_1) & (low_2 <= self_2), name="China fears less than Russia would have it fear",
    stated=RATING,
)  # fmt: skip


UNCONSTRAINED = gt.Claim(
    id="kuliani-asymmetry-unconstrained-expansion",
    paper=KULIANI.key,
    locator="section 5, after note 67",
    paraphrase="Because China rates Russia low, it is not held back in Central Asia or the Pacific.",
    attributed_to="Kuliani",
    strength="asserts",
    kind="comparative-static sign",
    readings=(
        gt.Reading(
            "not held back at all",
            gt.never(strictly_above(as_china_rates, unopposed).called("unopposed, China would go further")),
            stated=rated_low,
            unstated=(
                gt.Premise(gt.equal(low_1, low_0) & gt.equal(low_2, low_0), name="no step is feared"),
                gt.Premise(
                    (e_2 - low_2 > e_1 - low_1) & (e_2 - low_2 > e_0 - low_0) & (e_2 > e_1) & (e_2 > e_0),
                    name="going furthest is best in spite of what is feared",
                ),
                gt.Premise(
                    gt.equal(low_0, 0) & gt.equal(low_1, 0) & gt.equal(low_2, 0), name="nothing is feared at all"
                ),
            ),
            challenge="As strong as the wording; feeling little constraint may be all that is meant. Retaliation is "
            "ours.",
        ),
        gt.Reading(
            "China expands no less than Russia's own rating would make it",
            gt.never(rises(as_china_rates, as_russia_rates).called("China expands less")),
            stated=rated_low,
            unstated=(
                gt.Premise(
                    (self_1 - self_0 > low_1 - low_0) & (self_2 - self_1 > low_2 - low_1),
                    name="each further step is feared less at the lower rating",
                ),
                gt.Premise(
                    gt.equal(low_0, self_0)
                    & gt.equal(low_1, low_0)
                    & gt.equal(low_2, low_0)
                    & (self_1 > self_0)
                    & (self_2 > self_1),
                    name="no step is feared at the lower rating, and each is at the higher",
                ),
            ),
            challenge="A low rating may make holding back cheap as well. The thesis does not say that China errs.",
        ),
        gt.Reading(
            "retaliation in proportion to the rating",
            gt.shrinks(at_least(rated, "expand").called("China expands"), rating),
            unstated=(
                gt.Premise((r_1 >= r_0) & (r_2 >= r_0), name="expanding is answered no less than holding back"),
                gt.Premise((r_1 >= r_0) & (r_2 >= r_1), name="each further step is answered no less"),
            ),
            challenge="One number for the rating, to which all retaliation is proportional.",
        ),
    ),
    refuted_by="A China that expands further the higher it rates Russia.",
)

ASSERTIVE = gt.Claim(
    id="kuliani-russia-assertive-with-power",
    paper=KULIANI.key,
    locator="section 3.2, at note 25",
    paraphrase="Russia's caution is to win time; as its relative power recovers, it will be more assertive.",
    attributed_to="Kuliani; the breathing space is Mankoff's",
    strength="hedges",
    kind="comparative-static sign",
    readings=(
        gt.Reading(
            "Russia is never less assertive when it has recovered",
            gt.never(falls(weak, strong).called("Russia becomes less assertive")),
            unstated=(
                gt.Premise((z_1 > z_0) & (z_2 > z_1), name="strength adds more to each further degree"),
                gt.Premise((z_1 > z_0) & gt.equal(z_2 - z_1, z_1 - z_0), name="strength adds the same to each degree"),
            ),
            challenge="Towards whom is not said. Strength may also make assertiveness unnecessary.",
        ),
        gt.Reading(
            "at a cost that rises by the square and falls with power",
            gt.grows(at_least(costly, "assertive").called("Russia is assertive"), power_R),
            challenge="A functional form in which power lowers the cost of each degree.",
        ),
        gt.Reading(
            "the reverse: in decline it does not act now",
            gt.never(gt.nash(window, ("now",)).called("Russia acts now")),
            stated=gt.Premise(later > now, name="acting later costs more, as its advantage dwindles", stated=DWINDLES),
            unstated=(gt.Premise(prize < now, name="nothing is to be gained at today's cost"),),
            challenge="The converse is not in the thesis. A closing window makes a declining state act: Paszak's "
            "Russia is assertive in 2008 and 2014, while China outgrows it.",
        ),
    ),
    refuted_by="Assertiveness while power declines relative to China, unless power is measured against the 1990s.",
)
