"""Two nuclear powers that might confront each other (Kuliani 2012, section 5.5).

The mechanism. Two allies of 1950 were enemies within years and clashed in 1969: it could happen again, over Central
Asia, the Russian Far East, or when a slump makes Russia see threats everywhere. But both have nuclear weapons, and
mutual destruction, the thesis says, deters adventures.

What the thesis leaves open, and what is done about it here.

* What an adventure is. Total war destroys for certain; a probe escalates with a chance eps. Destruction that outweighs
  every gain (D > g) rules out the first. It rules out the second only if eps*D >= g, and nothing is said of eps.
  The clashes of 1969 were probes. Section 4 calls the two, as enemies, close to nuclear confrontation.
* Whether threats are used to coerce. In Chicken, destruction removes one cell, that in which both stand firm. The two
  equilibria in which one stands firm and the other yields do not go away, however bad that cell is.
* How an alliance decays: by a chance of rupture in every year, or because temptation grows until honouring the
  alliance is no equilibrium any more. Both are readings.
* Whether a slump drives Russia from China. If it sees threats everywhere, it also sees more of the American one; it
  moves away only if the threat from China grows by more. What it enters by are the two rises.

That a breakdown of China might send people across the border is raised and dismissed in the thesis, and left out here.
"""

from __future__ import annotations

from functools import partial
from itertools import product

import gametheory as gt
from sino_russian.levels import ALLIES
from sino_russian.prisoners_dilemma import ALLIANCE, BOTH_CHEAT, DILEMMA, P, R, S, T, alliance_game, delta
from sino_russian.quantities import ASSUMED, tau_RC, tau_RU
from sino_russian.sources import KULIANI

AT_DETERRENCE = KULIANI.at("section 5.5, last para")
READ_INTO_DECAY = KULIANI.at("section 5.5, para 1") + ", read into it"
AT_SLUMP = KULIANI.at("section 5.5, para 3")

# Adventures: what one gains or loses by them, what destruction costs, and how likely a probe leads to it.

g_C, g_R = gt.parameters("g_C g_R", meaning="gain from an adventure", unit="own utility", above=0, source=ASSUMED)
l_C, l_R = gt.parameters(
    "l_C l_R", meaning="loss by the other's adventure", unit="own utility", at_least=0, source=ASSUMED
)
dam_C, dam_R = gt.parameters(
    "dam_C dam_R", meaning="damage by nuclear war", unit="own utility", above=0, source=ASSUMED
)
eps = gt.Parameter(
    "eps", meaning="chance that a probe escalates to nuclear war", unit="probability", at_least=0, at_most=1,
    source=ASSUMED,
)  # fmt: skip
DANGER = {"restrain": 0, "probe": eps, "total war": 1}


def adventure_game(name: str, choices: tuple[str, ...]) -> gt.Game:
    """Return the game in which each gains by its own adventure, loses by the other's, and either may end in war."""
    cells = {}
    for china, russia in product(choices, repeat=2):
        war = 1 - (1 - DANGER[china]) * (1 - DANGER[russia])
        acts = (china != "restrain", russia != "restrain")
        cells[china, russia] = (
            (g_C if acts[0] else 0) - (l_C if acts[1] else 0) - war * dam_C,
            (g_R if acts[1] else 0) - (l_R if acts[0] else 0) - war * dam_R,
        )
    return gt.Game(name, ALLIES, choices, cells)


adventures = adventure_game("Adventures", ("restrain", "probe", "total war"))
war_or_peace = adventure_game("War or peace", ("restrain", "total war"))
PEACE = ("restrain", "restrain")
no_adventure = gt.nash(adventures, PEACE).called("neither probes nor attacks a neighbour that is restrained")
no_total_war = gt.nash(war_or_peace, PEACE, strict=True).called("neither attacks a neighbour that is restrained")

deters = partial(gt.Premise, stated=AT_DETERRENCE)
destruction = [
    deters(dam_C > g_C, name="destruction outweighs China's gain"),
    deters(dam_R > g_R, name="destruction outweighs Russia's gain"),
]

# Special case: Chicken (prevail > both_yield > give_way > crash), in which both standing firm is destruction.

prevail, both_yield, give_way, crash = (
    gt.Parameter(name, meaning=meaning, unit="own utility", source=ASSUMED)
    for name, meaning in (
        ("prevail", "standing firm against one that yields"), ("both_yield", "yielding, as the other does"),
        ("give_way", "yielding to one that stands firm"), ("crash", "both standing firm"),
    )
)  # fmt: skip
chicken = gt.Game(
    "Chicken", ALLIES, ("yield", "stand firm"),
    {("yield", "yield"): (both_yield, both_yield), ("yield", "stand firm"): (give_way, prevail),
     ("stand firm", "yield"): (prevail, give_way), ("stand firm", "stand firm"): (crash, crash)},
    outcomes={"coercion": [("stand firm", "yield"), ("yield", "stand firm")]},
)  # fmt: skip
yielding_is_better = deters(give_way > crash, name="to yield is better than destruction")

# Decay. A constant chance of rupture a year gives a duration d with d = 1 + (1 - hazard) d.

hazard = gt.Parameter("hazard", meaning="chance of rupture in a year", unit="probability", at_least=0, at_most=1)
lam = gt.Parameter(
    "lam", meaning="least chance of rupture in any year", unit="probability", above=0, at_most=1, source=ASSUMED
)
duration = gt.Parameter("duration", meaning="years an alliance is expected to last", unit="years", above=0)
lasting = gt.Premise(
    gt.equal(duration, 1 + (1 - hazard) * duration), name="a year, and the rest if there is no rupture",
    stated="by definition of an expected duration",
)  # fmt: skip
not_excluded = gt.Premise(hazard >= lam, name="a rupture cannot be excluded in any year", stated=READ_INTO_DECAY)

T_later = gt.Parameter("T_later", meaning="temptation to cheat, later", unit="utility", source=ASSUMED)
early, late = (
    gt.RepeatedGame(alliance_game(f"The alliance {when}", (t, R, P, S), (t, R, P, S)), discount=delta)
    for when, t in (("at first", T), ("later", T_later))
)
kept_at_first, kept_later = (gt.grim_trigger(game, ALLIANCE, punishment=BOTH_CHEAT) for game in (early, late))
temptation_grows = gt.Premise(T_later > T, name="relations deteriorate: temptation grows", stated=READ_INTO_DECAY)

# A slump. Russia draws closer to China if what it has from it, and needs against the United States, covers its fear.

base = gt.Parameter("base", meaning="worth to Russia of a closer tie, threats apart", unit="index", source=ASSUMED)
rise_C, rise_U = (
    gt.Parameter(
        name, meaning=f"what a slump adds to the threat Russia perceives from {whom}", unit="index", source=ASSUMED
    )
    for name, whom in (("rise_C", "China"), ("rise_U", "the United States"))
)


def _closer(china: object, united_states: object, when: str) -> gt.Region:
    game = gt.Game(
        f"Russia {when}", ("Russia",), ("keep distance", "draw closer"),
        {("keep distance",): (0,), ("draw closer",): (base + united_states - china,)},
    )  # fmt: skip
    return gt.best_reply(game, ("draw closer",), player="Russia")


closer = _closer(tau_RC, tau_RU, "in good times")
closer_in_a_slump = _closer(tau_RC + rise_C, tau_RU + rise_U, "in a slump")
driven_away = (closer & ~closer_in_a_slump).called("a slump drives Russia from China")
away_only_if_more = (gt.when(rise_C > rise_U) | ~driven_away).called(
    "a slump drives Russia away only if rise_C > rise_U"
)
not_drawn = (~closer_in_a_slump | closer).called("a slump does not draw Russia to China")
siege = [
    gt.Premise(rise_C > 0, name="a slump makes Russia fear China more", stated=AT_SLUMP),
    gt.Premise(rise_U >= 0, name="it sees threats everywhere", stated=AT_SLUMP),
]

CLAIMS = (
    gt.Claim(
        id="kuliani-mad-deters", paper=KULIANI.key, locator="section 5.5, last para (p. 33)",
        paraphrase="Nuclear arsenals on both sides make confrontation unlikely: destruction for both is enough to stop "
        "adventures.",
        attributed_to="Kuliani", strength="asserts", kind="threshold, uniqueness of peace",
        readings=(
            gt.Reading(
                "as worded: every adventure is deterred", no_adventure, destruction,
                (gt.Premise((eps * dam_C >= g_C) & (eps * dam_R >= g_R), name="to both a probe risks what it gains"),
                 gt.Premise(gt.equal(eps, 1), name="every probe escalates")),
                "The thesis speaks of any adventure; how likely a small one escalates, it does not say.",
            ),
            gt.Reading(
                "total war alone is deterred", no_total_war, destruction,
                challenge="Once the other attacks, restraint saves nothing: mutual war is an equilibrium too.",
            ),
            gt.Reading(
                "restraint is best where the risk outweighs the gain",
                gt.exactly(no_adventure, (eps * dam_C >= g_C) & (eps * dam_R >= g_R)),
                challenge="Against a neighbour that is restrained, and with one chance of escalation for both.",
            ),
            gt.Reading(
                "Chicken: not both stand firm", gt.never(gt.nash(chicken, ("stand firm", "stand firm"))),
                [yielding_is_better],
                challenge="In pure equilibria. In the mixed one both stand firm with a chance that falls as "
                "destruction worsens and is never zero.",
            ),
            gt.Reading(
                "Chicken: nobody is coerced", gt.never(gt.nash(chicken, "coercion")), [yielding_is_better],
                (gt.Premise(both_yield > prevail, name="standing firm against one that yields does not pay"),),
                "Then it is no Chicken. Coercion may not be what adventure means.",
            ),
        ),
        refuted_by="Clashes between nuclear neighbours, as in 1969, if a probe was worth its risk to one side.",
    ),
    gt.Claim(
        id="kuliani-alliance-can-decay", paper=KULIANI.key, locator="section 5.5, para 1",
        paraphrase="Two allies turned on each other within about a decade; so confrontation cannot be excluded now.",
        attributed_to="Kuliani", strength="asserts that it could happen", kind="existence, historical pattern",
        readings=(
            gt.Reading(
                "an alliance that was kept up is so no more, once temptation has grown",
                gt.possible(kept_at_first & ~kept_later), [*DILEMMA, temptation_grows],
                challenge="That it can happen is said of the model, not of the two countries.",
            ),
            gt.Reading(
                "an alliance with a chance of rupture lasts 1/lam years at most, on average", lam * duration <= 1,
                [lasting, not_excluded],
                challenge="One constant chance; ten years from the treaty to the rupture, but nineteen to the clashes. "
                "Immediate from the premise.",
            ),
            gt.Reading(
                "growing temptation ends it", gt.never(kept_at_first & kept_later), [*DILEMMA, temptation_grows],
                (gt.Premise(delta < (T_later - R) / (T_later - P), name="too impatient for the later temptation"),),
                "Stronger than the text, which says that it could.",
            ),
        ),
        refuted_by="No chance of rupture: partners patient enough for every later temptation.",
    ),
    gt.Claim(
        id="kuliani-domestic-shock-siege-mentality", paper=KULIANI.key,
        locator="section 5.5, paras 3-5, at notes 76-78",
        paraphrase="A slump in commodities might make Russia see threats everywhere, China's among them; that China "
        "breaks down and people flee north is raised and dismissed.",
        attributed_to="Kuliani, with Lo's term; Voskressensky, rejected", strength="reports; hedges",
        kind="comparative-static sign",
        readings=(
            gt.Reading(
                "a slump makes Russia fear China more", tau_RC + rise_C > tau_RC, siege[:1],
                challenge="The sentence itself; nothing is derived.",
            ),
            gt.Reading(
                "a slump drives Russia from China only if that threat rises by more", away_only_if_more, siege,
                challenge="Both threats weigh the same here; with weights, the weighted rises are compared. Follows "
                "from how the payoffs are written; no premise of the paper is used.",
            ),
            gt.Reading(
                "siege thinking does not draw Russia to China", not_drawn, siege,
                (gt.Premise(rise_C >= rise_U, name="the threat from China rises by no less than the American one"),
                 gt.Premise(gt.equal(rise_U, 0), name="the American threat does not rise")),
                "After the crisis of 2008 and the sanctions of 2014 Russia drew closer, by Paszak mainly for its "
                "international position (section 2, para 2).",
            ),
        ),
        refuted_by="Fear of China that does not rise in a slump; or a Russia that draws closer to China, as by "
        "Paszak's account after the crisis of 2008 and the sanctions of 2014.",
    ),
)  # fmt: skip

GAMES = (adventures, chicken)
