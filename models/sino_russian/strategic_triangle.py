"""The strategic triangle (Paszak, section 1, last para; section 2, paras 1 to 3; Kuliani 2012, sections 3.2.1 and 5.5).

The mechanism. Whether China and Russia draw together depends on how each stands with the West. Paszak: relations
with Beijing were often a function of relations with the West; whenever the latter improve the former weaken, and the
reverse; in 1972 China turned to the United States for fear of Moscow; after September 2001 Russia conceded to
Washington, got little, and turned to Beijing from 2003 on. Kuliani: allies of 1950 were enemies within ten years.

What the papers leave open, and what is done about it here.

* What friction does to Russia's choice of a level. It enters by its values: what more friction adds to each level.
  Paszak says that it makes the partnership more attractive. Of an alliance he does not: the American reaction to
  it may weigh more then. And a direction is not "whenever": a level changes only where friction carries Russia past
  a point at which it would change.
* What a third side is worth. See triangle.py; two readings there turn Paszak's sentence into a law of the triangle.
* How China chooses in 1972. Walt's rule, which Paszak adopts: join the lesser threat against the greater; a partner
  takes away a share of the threat from the third. Whether Moscow and Washington take away the same share is left open.
  The record behind it (1950, 1969, 1972) is data; only the rule and the balance of the three states are decided here.
  That Washington wanted China for fear of Moscow neither paper says.
* What Russia believed in 2001, and whether it looked more than one round ahead.

Utilities are each player's own, indices of threat each state's own. How the two sentences that claim a regularity fare
on the dated episodes is in record.py.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

import gametheory as gt
from sino_russian.best_levels import choice, falls, strictly_above
from sino_russian.quantities import ASSUMED, f_R, tau_CR, tau_CU, tau_RC, tau_RU, v_R0, v_R1, v_R2
from sino_russian.sources import PASZAK
from sino_russian.triangle import (
    CR,
    CU,
    POWERS,
    balanced_in_turn,
    inverse_if_friendly,
    inverse_if_hostile,
    less_CR,
    likes,
    m_RU,
    omega,
    pairs,
    roles,
    the_third_side_decides,
)  # fmt: skip

WITH_THE_US = (CU, ("Russia",))

PRESSURE = PASZAK.at("section 2, para 2")

# Friction with the West and the level that Russia would choose. w_A: what more friction adds to the worth of level A.

w_0, w_1, w_2 = (
    gt.Parameter(f"w_{i}", meaning=f"what more friction with the West adds to {level}", unit="Russia's utility")
    for i, level in enumerate(("no tie with China", "the partnership", "the alliance"))
)
CALM = (v_R0, v_R1, v_R2 - f_R)
calm = choice("Russia with less friction", "Russia", CALM)
friction = choice("Russia with more friction", "Russia", [v + w for v, w in zip(CALM, (w_0, w_1, w_2), strict=True)])
closer = strictly_above(calm, friction).called("Russia wants a closer tie under more friction than under less")
less_close = falls(calm, friction).called("Russia wants a less close tie under more friction")

compensates = gt.Premise(w_1 > w_0, name="friction makes the partnership more attractive", stated=PRESSURE)
from_nothing = (v_R0 > v_R1) & (v_R0 > v_R2 - f_R) & (v_R1 + w_1 > v_R0 + w_0)
to_an_alliance = (v_R1 > v_R2 - f_R) & (v_R2 - f_R + w_2 > v_R1 + w_1) & (v_R2 - f_R + w_2 > v_R0 + w_0)

# 1972: a pact takes away a share of the threat from the third state. Moscow and Washington have no pact.

protection = gt.Parameter(
    "protection", meaning="share of the third state's threat that a partner takes away", unit="share", above=0,
    at_most=1, source=ASSUMED,
)  # fmt: skip
by_R, by_U = (
    gt.Parameter(f"by_{who[0]}", meaning=f"the same, if the partner is {who}", unit="share", above=0, at_most=1)
    for who in ("Russia", "United States")
)
tau_UR = gt.Parameter(
    "tau_UR", meaning="threat that the United States perceives from Russia", unit="index", at_least=0, source=ASSUMED
)


def partners(name: str, russia: Any, states: Any) -> gt.CoalitionGame:
    """Return China's choice of a partner; threats are losses, and the partner's share of them is taken away."""
    return gt.CoalitionGame(name, POWERS, preferences={
        "China": {
            ("China",): -tau_CR - tau_CU,
            CR: -tau_CR - (1 - russia) * tau_CU,
            CU: -(1 - states) * tau_CR - tau_CU,
        },
        "Russia": {("Russia",): -tau_RC - tau_RU, CR: -tau_RC - (1 - russia) * tau_RU},
        "United States": {("United States",): -tau_UR, CU: -(1 - states) * tau_UR},
    })  # fmt: skip


equal_partners = partners("China's partner", protection, protection)
unequal_partners = partners("China's partner, unequally strong", by_R, by_U)
turns, turns_unequal = (
    gt.only(gt.core, game, WITH_THE_US).called("China's only stable partner is the United States")
    for game in (equal_partners, unequal_partners)
)
# Moscow need not be threatened by Washington: one that neither gains nor loses by China as a partner does not leave it.
wanted = gt.Premise(tau_UR > 0, name="Washington, threatened by Moscow, would have China as a partner")

# 2001: Russia concedes or not. trust: belief that Washington is of the kind that reciprocates; rate: how often that
# kind does, a round; the chance of a return is trust * rate. What Russia learns from silence is Bayes's rule.

trust = gt.Parameter("trust", meaning="Russia's belief of 2001 in Washington's good will", at_least=0, below=1)
rate = gt.Parameter("rate", meaning="chance a round that good will shows", unit="probability", above=0, at_most=1)
gain = gt.Parameter("gain", meaning="worth to Russia of a concession returned", unit="Russia's utility", above=0)
cost = gt.Parameter("cost", meaning="cost to Russia of a concession", unit="Russia's utility", above=0)
price = gt.Parameter("price", meaning="cost to Washington of returning a concession, net", unit="its own utility")
patience = gt.Parameter("patience", meaning="weight Russia gives to the next round", at_least=0, at_most=1)
trust_2003 = trust * (1 - rate) / (1 - trust * rate)


def concession(
    belief: Any, before: Any = 0, weight: Any = 1, ends: tuple[str, str] = ("conceded", "held back")
) -> gt.Move:
    """Return Russia's move in a round: hold back, or concede and see whether it is returned."""
    chance = belief * rate
    returned = gt.End((before + weight * (gain - cost),), outcome=ends[0])
    ignored = gt.End((before - weight * cost,), outcome=ends[0])
    seen = gt.Chance({"returned": (chance, returned), "ignored": (1 - chance, ignored)})
    return gt.Move("Russia", {"concede": seen, "hold back": gt.End((before,), outcome=ends[1])})


round_2001 = gt.Tree("Russia in 2001", ("Russia",), concession(trust))
round_2003 = gt.Tree("Russia in 2003, after silence", ("Russia",), concession(trust_2003))
concedes_2001 = gt.subgame_perfect(round_2001, "conceded").called("Russia concedes in 2001")
concedes_2003 = gt.subgame_perfect(round_2003, "conceded").called("Russia concedes in 2003")
holds_2001 = gt.subgame_perfect(round_2001, "held back").called("Russia holds back in 2001")
holds_2003 = gt.subgame_perfect(round_2003, "held back").called("Russia holds back in 2003")
resumes = (~concedes_2001 & concedes_2003).called("Russia concedes only after it has been ignored")
switches = (concedes_2001 & ~concedes_2003).called("Russia concedes in 2001 and no longer in 2003")
stops = (~concedes_2001 | ~concedes_2003).called("a Russia that concedes in 2001 no longer does in 2003")

# Both rounds as one plan; and a Russia that foresees what Washington, as a player, will do: if a return costs
# Washington anything, it never concedes.

both_rounds = gt.Tree("Russia looks ahead", ("Russia",), gt.Move("Russia", {
    "concede": gt.Chance({
        "returned": (trust * rate, concession(1, gain - cost, patience, ("conceded", "conceded"))),
        "ignored": (1 - trust * rate, concession(trust_2003, -cost, patience, ("conceded", "conceded"))),
    }),
    "hold back": concession(trust, 0, patience, ("held back", "held back")),
}))  # fmt: skip
tries = (gt.subgame_perfect(both_rounds, "conceded") & (trust * rate * gain < cost)).called(
    "Russia concedes at first although the chance of a return is below cost/gain"
)
foreseen = gt.Tree("Washington foreseen", ("Russia", "United States"), gt.Move("Russia", {
    "concede": gt.Move("United States", {
        "return": gt.End((gain - cost, -price), outcome="conceded"), "ignore": gt.End((-cost, 0), outcome="conceded"),
    }),
    "hold back": gt.End((0, 0), outcome="held back"),
}))  # fmt: skip
concedes_foreseeing = gt.subgame_perfect(foreseen, "conceded").called("Russia concedes, knowing the answer")

TOO_RISKY = gt.Premise(
    trust_2003 * rate * gain < cost, name="after silence the chance of a return is below cost over gain"
)
CLAIMS = (
    gt.Claim(
        id="paszak-west-china-inverse",
        paper=PASZAK.key,
        locator="section 2, paras 1 and 3",
        paraphrase="Better relations with the West weaken Moscow's tie to Beijing; friction with the West makes it "
        "seek a closer one.",
        attributed_to="Paszak",
        strength="asserts, without exception in para 3, of many cases in para 1",
        kind="comparative-static sign",
        readings=(
            gt.Reading(
                "whenever: more friction, a closer tie",
                closer,
                stated=compensates,
                unstated=(
                    gt.Premise(from_nothing | to_an_alliance, name="friction carries Russia past a point of change"),
                    gt.Premise(from_nothing, name="friction carries Russia from no tie to one"),
                    gt.Premise(to_an_alliance, name="friction carries Russia to an alliance"),
                ),
                challenge="Levels are coarse: a tie may deepen within one. Read of two situations in either order, it "
                "covers both halves of the sentence. For friction the paper says only that Russia seeks a closer tie, "
                "not that it gets one; China's consent is left out.",
            ),
            gt.Reading(
                "weakly: more friction, never a less close tie",
                gt.never(less_close),
                stated=compensates,
                unstated=(
                    gt.Premise(w_2 > w_1, name="friction makes an alliance more attractive than the partnership"),
                    gt.Premise(v_R1 > v_R2 - f_R, name="with less friction Russia would rather have the partnership"),
                ),
                challenge="The premises are close to the conclusion: the direction of each step is enough, whatever "
                "the levels are worth. Paszak's deterrent (section 2, para 4) speaks against the first candidate.",
            ),
            gt.Reading(
                "as a law of the triangle, China being hostile to Washington",
                inverse_if_hostile,
                unstated=(
                    gt.Premise(
                        (omega > sp.Max(less_CR, -less_CR)),
                        name="a balanced triad outweighs what the less eager makes of it",
                    ),
                    gt.Premise(
                        (omega > sp.Max(*(sp.Abs(likes[pair]) for pair in (CR, CR[::-1])))),
                        name="a balanced triad outweighs what either makes of it",
                    ),
                ),
                challenge="Neither paper says that the enemy of an enemy is worth something as such. The premise is "
                "also what it means to be driven from outside.",
            ),
            gt.Reading(
                "as a law of the triangle, China being friendly with Washington",
                inverse_if_friendly,
                challenge="From 1972 to 1989. Balance then asks for the reverse: a Russia hostile to Washington is "
                "hostile to Washington's friend.",
            ),
        ),
        refuted_by="Both relations improving at once, as in the early 1990s (Kuliani 2012, section 3.2.1; record.py), "
        "against the first reading; a fall of the best level under friction against the second.",
    ),
    gt.Claim(
        id="paszak-1950-1969-1972-pivot",
        paper=PASZAK.key,
        locator="section 1, last para; section 2, para 1; also Kuliani 2012, section 5.5",
        paraphrase="The allies of the 1950s became rivals and clashed in 1969; in 1972 China turned to the United "
        "States to lower the risk of war with Moscow.",
        attributed_to="Paszak, Kuliani",
        strength="asserts; Paszak warns against expecting a repetition",
        kind="historical pattern",
        readings=(
            gt.Reading(
                "China turns exactly where Russia has become the greater threat",
                gt.exactly(turns, tau_CR > tau_CU),
                unstated=(wanted,),
                challenge="Both partners are taken to offer the same protection, and to keep their distance from each "
                "other. That Moscow had become the greater threat is the history, not a result.",
            ),
            gt.Reading(
                "the same, Moscow and Washington offering different protection",
                gt.exactly(turns_unequal, tau_CR > tau_CU),
                unstated=(
                    wanted,
                    gt.Premise(gt.equal(by_U, by_R), name="both offer the same protection"),
                    gt.Premise(gt.equal(by_U, 1) & gt.equal(by_R, 1), name="both offer full protection"),
                ),
                challenge="A strong protector is chosen against a threat that is not the greatest.",
            ),
            gt.Reading(
                "as balance: the signs of the 1950s and after 1972 last, those of 1969 do not",
                balanced_in_turn,
                unstated=(
                    gt.Premise(
                        the_third_side_decides & (omega > m_RU),
                        name="a balanced triad outweighs China's two pairs and what draws the other two together",
                    ),
                    gt.Premise(
                        the_third_side_decides & (omega > m_RU) & (omega > -m_RU),
                        name="a balanced triad outweighs every pair",
                    ),
                ),
                challenge="With everything else unchanged: then the 1950s would have lasted. The swing itself needs a "
                "change of worths (triangle.py, NO_CIRCLES). With no weight on the triad, no worths fit all three.",
            ),
        ),
        refuted_by="China keeping to Russia while it sees the greater threat in Russia; against the balance reading, "
        "an unbalanced triad that lasts, such as that of the early 1990s.",
    ),
    gt.Claim(
        id="paszak-bandwagon-2001-reversal",
        paper=PASZAK.key,
        locator="section 2, para 1; also Kuliani 2012, section 4, on 2003",
        paraphrase="After September 2001 Russia conceded to Washington in the hope of gains, was given little, and "
        "turned to Beijing from 2003.",
        attributed_to="Paszak, after Wilson",
        strength="asserts",
        kind="threshold",
        readings=(
            gt.Reading(
                "a natural consequence: whoever conceded in 2001 stops in 2003",
                stops,
                unstated=(
                    TOO_RISKY,
                    gt.Premise(gt.equal(rate, 1), name="good will would have shown by then"),
                ),
                challenge="The first candidate is the conclusion in other words; that to stop conceding is to turn to "
                "Beijing is not in the game. A patient or trusting Russia would have waited longer than two years.",
            ),
            gt.Reading(
                "it concedes exactly where the chance of a return is at least cost over gain",
                gt.exactly(concedes_2001, trust * rate >= cost / gain),
                challenge="One round at a time. At equality it may as well hold back.",
            ),
            gt.Reading(
                "silence can only end concessions, never begin them",
                gt.never(resumes),
                challenge="Bayes's rule for one kind of Washington that never reciprocates and one that does at a "
                "steady rate.",
            ),
            gt.Reading(
                "some belief fits 2001 and 2003",
                gt.possible(switches),
                challenge="Consistent with the dates, which is little: one free number fitted to two observations.",
            ),
            gt.Reading(
                "looking ahead, it never concedes where the chance of a return is below cost over gain",
                gt.never(tries),
                unstated=(gt.Premise(gt.equal(patience, 0), name="Russia looks at one round alone"),),
                challenge="A concession is also a question: the answer is worth something next time.",
            ),
        ),
        refuted_by="No path of beliefs that fits the dates 2001, 2003 and 2007.",
    ),
)

GAMES = (roles, calm, friction, pairs, equal_partners, round_2001, foreseen)
