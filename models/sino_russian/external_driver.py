"""What drives the tie: pressure from outside, or what lies between the two themselves (both papers' main question).

The mechanism. Kuliani (Summary, sections 4, 5.4 and 5.6): the rapprochement is driven from outside, by the hostility of
the one superpower, and has little structure of its own; yet it succeeded mainly because the two removed their own
obstacles, and a settled border is worth something by itself. Paszak (Abstract, section 2, Conclusions): pressure has
brought the two closer, but fixed barriers, taken together, keep the tie from going much further than it is.

What the papers leave open, and what is done about it here.

* Neither measures hostility H or obstacles z, nor gives the law of the tie. Its closeness is a sum, a + H - z, a
  product, H(1 - z), or capped: min(c, a + H). Each is a reading. In the sum hostility is measured by what it adds and
  obstacles by what they take away, which is no loss while neither has a measure of its own. Two dates are compared.
* Capped, both papers are right: below the cap c the tie follows H (Kuliani), at the cap it does not (Paszak). They
  differ on where a given year lies and on whether c moves, not on the law.
* "Driven" may also be a matter of signs (the triangle, after Dittmer 1981): the tie follows the rest of the triangle if
  a balanced triad (omega) outweighs what the tie is worth by itself to the less willing of the two (a_CR, a_RC).
* The barriers to an alliance have no common unit in the paper, so neither their total nor their ranking is known. What
  can be said: which sets of them would do, each as a condition (barriers.py).

One of the barriers, the American reaction, is itself external. That an alliance costs the sum of its barriers, each
independent of the others, is a simplification.
"""

from __future__ import annotations

from typing import Any

from sympy import Abs, Min

import gametheory as gt
from sino_russian.barriers import BARRIERS, barrier_game, enough, enough_for_one, no_alliance, outweighed
from sino_russian.levels import level_game, tie_game
from sino_russian.quantities import ASSUMED, h, h_CU, h_RU, k_C, k_R
from sino_russian.reaction import pair_game, stays
from sino_russian.sources import KULIANI, PASZAK
from sino_russian.triangle import likes, omega

SUMMARY, OBSTACLES, REAR = KULIANI.at("Summary"), KULIANI.at("section 4, before 4.1"), KULIANI.at("section 4.7")
EXPANSION = KULIANI.at("section 3.2.1, para 3")
HYPOTHESIS, PRESSED, LIMITS = (
    PASZAK.at("Introduction, para 2"), PASZAK.at("section 2, paras 2 to 4"), PASZAK.at("Conclusions, para 3")
)  # fmt: skip

# Parameters: two dates, 0 and 1. Closeness is in one unit for everything that adds to it or takes from it.


def _closeness(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="closeness of the tie", source=ASSUMED, **bounds)


a = _closeness("a", "closeness without hostility and without obstacles")
H_0 = _closeness("H_0", "hostility of the West to both at the first date, by what it adds", at_least=0)
H_1 = _closeness("H_1", "hostility of the West to both at the second date, by what it adds", at_least=0)
z_0 = _closeness("z_0", "the two's own obstacles at the first date, by what they take away", at_least=0)
z_1 = _closeness("z_1", "the two's own obstacles at the second date, by what they take away", at_least=0)
c_0 = _closeness("c_0", "how close the barriers let the two come at the first date")
c_1 = _closeness("c_1", "how close the barriers let the two come at the second date")
rise = _closeness("rise", "by how much hostility rises", above=0)


def _utility(name: str, meaning: str, who: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit=f"{who}'s utility", source=ASSUMED, **bounds)


own_C = _utility("own_C", "what a partnership is worth to China by itself", "China")
own_R = _utility("own_R", "what a partnership is worth to Russia by itself", "Russia")
z_C = _utility("z_C", "what China's obstacles to a partnership cost it", "China", at_least=0)
z_R = _utility("z_R", "what Russia's obstacles to a partnership cost it", "Russia", at_least=0)
y_C = _utility("y_C", "what a settled border, the secure rear, is worth to China", "China")
y_R = _utility("y_R", "what a settled border, the secure rear, is worth to Russia", "Russia")
more_C = _utility("more_C", "what an alliance gives China beyond a partnership", "China")
more_R = _utility("more_R", "what an alliance gives Russia beyond a partnership", "Russia")
a_CR, a_RC = likes["China", "Russia"], likes["Russia", "China"]

# The closeness of the tie: three laws.


def tie(hostility: Any, obstacles: Any) -> Any:
    """Return the closeness as a sum."""
    return a + hostility - obstacles


hostility_adds, obstacles_give = H_1 - H_0, z_0 - z_1  # what each adds to the change
change = tie(H_1, z_1) - tie(H_0, z_0)
outside_larger = Abs(hostility_adds) > Abs(obstacles_give)
same_way = ((change > 0) & (hostility_adds > 0)) | ((change < 0) & (hostility_adds < 0))
driven = gt.when(outside_larger & same_way).called("hostility accounts for the larger part of the change, and its sign")
capped_change = Min(c_1, a + H_1) - Min(c_0, a + H_0)
pressed_further = Min(c_0, a + H_0 + rise) - Min(c_0, a + H_0)

PARTNERS_STAY = "the partnership is the only outcome that the pair does not leave"

# The partnership as a game: each wants it if what it is worth, and what hostility adds, exceeds the obstacles. The
# index of hostility has no unit in the papers either, and is again measured by what it adds.

ties = tie_game("A tie at all", (0, own_C + h_CU - z_C), (0, own_R + h_RU - z_R))
tied = stays(ties).called(PARTNERS_STAY)
quiet = level_game("Three levels in the absence of hostility", (0, y_C, y_C + more_C), (0, y_R, y_R + more_R))
quiet_partners = tie_game("A tie at all in the absence of hostility", (0, y_C), (0, y_R))
quiet_with_obstacles = tie_game("The same, with obstacles", (0, y_C - z_C), (0, y_R - z_R))
allied = stays(pair_game("Partnership or alliance under a likely reaction"), "alliance").called(
    "the alliance is the only outcome that the pair does not leave"
)

# The triangle: signs of its three links, + friends, - not. `others` is the product of the two links with the West: +
# where both or neither are its friends, - where exactly one is. A friendly link needs both.


def triangle(others: int) -> gt.Game:
    """Return the choice of the link between China and Russia, given the other two."""
    word = "alike" if others > 0 else "differently"
    return tie_game(
        f"The link in the triangle, the West treating both {word}",
        (-a_CR - others * omega, a_CR + others * omega),
        (-a_RC - others * omega, a_RC + others * omega),
    )


follows_the_others = (stays(triangle(+1)) & stays(triangle(-1), "no tie")).called("the link follows the other two")

# The barriers to an alliance (barriers.py): which sets of them would do.


def _without(barrier: str) -> gt.Reading:
    rest = tuple(other for other in BARRIERS if other != barrier)
    return gt.Reading(
        f"even without this barrier: {barrier}",
        enough(rest).called(f"no alliance holds even without this barrier: {barrier}"),
        stated=gt.Premise(outweighed, name="together the constraints outweigh a partner's gain", stated=HYPOTHESIS),
        unstated=(enough_for_one(*rest),),
        challenge="The paper argues the barriers jointly; it does not say that any of them could be spared.",
    )


# Premises.

outside_outweighs = gt.Premise(outside_larger, name="the outside part is the larger one", stated=SUMMARY)
obstacles_fell = gt.Premise(z_1 < z_0, name="the two removed obstacles of their own", stated=OBSTACLES)
hostility_rose = gt.Premise(H_1 > H_0, name="the West's hostility grew in the mid-1990s", stated=EXPANSION)
same_barriers = gt.Premise(gt.equal(c_0, c_1), name="the barriers are fixed", stated=LIMITS)
at_the_cap = a + H_0 >= c_0
rear_C = gt.Premise(y_C > 0, name="a calm frontier with Russia is worth something to China",
                    stated=KULIANI.at("section 5, after note 66"))  # fmt: skip
rear_R = gt.Premise(y_R > 0, name="the border agreements are worth something to Russia", stated=REAR)

# fmt: off
CLAIMS = (
    gt.Claim(
        id="kuliani-externally-driven",
        paper=KULIANI.key,
        locator="Summary; section 1; section 5.4, para 2; section 5.6, last para",
        paraphrase="The rapprochement is largely driven from outside, by superpower polarity, rather than by a "
        "structure of its own.",
        attributed_to="Kuliani",
        strength="asserts",
        kind="comparative statics: which of two effects is the larger",
        readings=(
            gt.Reading(
                "as a sum: with the obstacles that section 4 says were removed", driven,
                stated=(hostility_rose, obstacles_fell),
                unstated=(gt.Premise(z_0 - z_1 < H_1 - H_0, name="hostility added more than the removal did"),),
                challenge="The same chapter gives the removal as the main reason for the success.",
            ),
            gt.Reading(
                "as a sum: the larger part of the change, and its direction, come from outside", driven,
                stated=outside_outweighs,
                challenge="That the outside part is the larger one is the claim; neither paper measures either part.",
            ),
            gt.Reading(
                "as a sum: the tie moves as hostility does",
                gt.when(same_way).called("the tie moves as hostility does"),
                stated=gt.Premise((H_1 > H_0) | (H_1 < H_0), name="hostility moves", stated=EXPANSION),
                unstated=(
                    gt.Premise(gt.equal(z_0, z_1), name="obstacles stay as they are"),
                    gt.Premise(outside_larger, name="the outside part is the larger one"),
                ),
                challenge="If arms sales fall while hostility does not, obstacles have moved.",
            ),
            gt.Reading(
                "capped by barriers: the tie moves as hostility does",
                gt.when(capped_change > 0).called("the tie comes closer"),
                stated=hostility_rose,
                unstated=(
                    gt.Premise(c_1 > a + H_0, name="the later cap leaves room"),
                    gt.Premise((c_1 >= a + H_1) & (c_0 >= a + H_0), name="the tie is below the cap at both dates"),
                    gt.Premise(c_1 > Min(c_0, a + H_0), name="the cap is above where the tie was"),
                ),
                challenge="The thesis knows of barriers, but of none that more hostility could not overcome.",
            ),
            gt.Reading(
                "no structure of its own: without hostility there is no tie",
                gt.never(stays(quiet_partners)), stated=(rear_C, rear_R),
                challenge="The secure rear is the thesis's own example; it may not be what it calls structure.",
            ),
            gt.Reading(
                "in the triangle: the link follows the other two", follows_the_others,
                unstated=(
                    gt.Premise(omega > Abs(Min(a_CR, a_RC)), name="the triangle outweighs the tie's own worth"),
                    gt.Premise((omega > Abs(a_CR)) & (omega > Abs(a_RC)), name="it does so for both"),
                ),
                challenge="Three states, two signs each, and a link that needs both.",
            ),
        ),
        refuted_by="A tie that moves while hostility does not, or against it: arms sales falling from 2005, trade "
        "growing, the border settled.",
    ),
    gt.Claim(
        id="kuliani-barrier-removal",
        paper=KULIANI.key,
        locator="section 4, before 4.1; section 4.1; section 4.7 at note 57",
        paraphrase="The rapprochement succeeded mainly because the two could remove obstacles of their own: ideology, "
        "borders, seeing each other as a threat.",
        attributed_to="Kuliani",
        strength="asserts (mainly)",
        kind="comparative statics: which of two effects is the larger, and sign",
        readings=(
            gt.Reading(
                "mainly: the removal is the larger part of a change in which hostility rose too",
                gt.when(obstacles_give > hostility_adds).called("the removal is the larger part"),
                stated=(obstacles_fell, hostility_rose),
                unstated=(gt.Premise(2 * (z_0 - z_1) > change, name="it is more than half of the change"),),
                challenge="The candidate is the claim in other words. The passage ends with shared interests as what "
                "drove the two by the mid-1990s.",
            ),
            gt.Reading(
                "as a sum: at the same hostility the tie comes closer as obstacles fall",
                gt.when(tie(H_0, z_1) > tie(H_0, z_0)).called("the tie comes closer"), stated=obstacles_fell,
                challenge="The law of the tie says it already.",
            ),
            gt.Reading(
                "as a game: China's obstacles keep the two apart", gt.shrinks(tied, z_C),
                challenge="Sign only; nothing moves where Russia is the one that is not willing.",
            ),
            gt.Reading(
                "as a game: Russia's obstacles keep the two apart", gt.shrinks(tied, z_R),
                challenge="Sign only; nothing moves where China is the one that is not willing.",
            ),
            gt.Reading(
                "as a product: the removal enables, the threat drives",
                gt.when(H_1 * (1 - z_1) > H_1 * (1 - z_0)).called("the tie comes closer"),
                stated=(
                    obstacles_fell,
                    gt.Premise(H_1 > 0, name="shared strategic interests are the driving force", stated=OBSTACLES),
                ),
                challenge="Obstacles are then a share of what hostility brings, and which of the two did more has no "
                "answer.",
            ),
            gt.Reading(
                "capped by barriers: the tie comes closer as the cap rises",
                gt.when(Min(c_1, a + H_0) > Min(c_0, a + H_0)).called("the tie comes closer"),
                stated=gt.Premise(c_1 > c_0, name="the two removed obstacles of their own", stated=OBSTACLES),
                unstated=(
                    gt.Premise(a + H_0 > c_0, name="it was the barriers that kept the tie from being closer"),
                    gt.Premise(a + H_0 >= c_1, name="they still do"),
                ),
                challenge="Then hostility had no effect at the first date.",
            ),
        ),
        refuted_by="A tie that stays as it is while obstacles fall and hostility does not.",
    ),
    gt.Claim(
        id="paszak-relatively-fixed-barriers",
        paper=PASZAK.key,
        locator="Abstract; Introduction, para 2; Conclusions, para 3",
        paraphrase="Many relatively fixed impediments suggest that the tie will not deepen much beyond what it is.",
        attributed_to="Paszak",
        strength="asserts (Abstract: will not; Conclusions: not likely)",
        kind="impossibility (a ceiling)",
        readings=(
            gt.Reading(
                "capped by fixed barriers: more pressure does not bring the two closer",
                gt.when(capped_change <= 0).called("the tie comes no closer"),
                stated=(same_barriers, gt.Premise(H_1 > H_0, name="pressure has risen", stated=PRESSED)),
                unstated=(
                    gt.Premise(at_the_cap, name="the tie is at the cap already"),
                    gt.Premise(c_0 < 0, name="the barriers allow nothing"),
                ),
                challenge="That there is a cap does not say that the present tie has reached it.",
            ),
            gt.Reading(
                "the same, the present being at the cap",
                gt.when(pressed_further <= 0).called("the tie comes no closer"),
                stated=gt.Premise(at_the_cap, name="it is not likely to go much further than now", stated=LIMITS),
                challenge="Then the conclusion is the premise.",
            ),
            gt.Reading(
                "relatively fixed: the barriers may give way a little",
                gt.when(capped_change <= 0).called("the tie comes no closer"),
                stated=(
                    gt.Premise(at_the_cap, name="it is not likely to go much further than now", stated=LIMITS),
                    gt.Premise(H_1 > H_0, name="pressure has risen", stated=PRESSED),
                ),
                unstated=(gt.Premise(c_1 <= c_0, name="they do not give way at all"),),
                challenge="Relatively fixed is no number.",
            ),
            gt.Reading(
                "the American reaction is one of the barriers: what it has imposed already brings no alliance",
                gt.shrinks(allied, h),
                challenge="What is imposed may rise together with what is held in reserve.",
            ),
        ),
        refuted_by="A tie that goes beyond its level of 2018 under moderate pressure, with the barriers as they were.",
    ),
    gt.Claim(
        id="paszak-joint-pressure-facilitates",
        paper=PASZAK.key,
        locator="section 2, paras 2 to 4; the answer in paras 4 and 6, section 4 and Conclusions",
        paraphrase="Western pressure on Russia and the trade war with China brought the two closer; whether that is "
        "enough to ally is asked and answered no.",
        attributed_to="Paszak",
        strength="asserts",
        kind="comparative statics: sign",
        readings=(
            gt.Reading("as a game: pressure on Russia brings the two together", gt.grows(tied, h_RU),
                       challenge="Sign only; nothing moves where China is the one that is not willing."),
            gt.Reading("as a game: pressure on China brings the two together", gt.grows(tied, h_CU),
                       challenge="Sign only; nothing moves where Russia is the one that is not willing."),
            gt.Reading(
                "not enough to ally: the loss held in reserve for China keeps them from it", gt.shrinks(allied, k_C),
                challenge="The gain from the alliance is taken as given; pressure may raise it.",
            ),
            gt.Reading(
                "not enough to ally: the loss held in reserve for Russia keeps them from it", gt.shrinks(allied, k_R),
                challenge="The gain from the alliance is taken as given; pressure may raise it.",
            ),
            gt.Reading(
                "not enough to ally: nor does what has been imposed already bring them to it", gt.shrinks(allied, h),
                challenge="If the United States, where it accepts an alliance, also lifted what it has imposed, q - h "
                "would take the place of q(1 - h).",
            ),
        ),
        refuted_by="A tie that loosens as pressure on either grows, short of an alliance.",
    ),
    gt.Claim(
        id="kuliani-secure-rear",
        paper=KULIANI.key,
        locator="section 4.7 at note 57; section 5, after note 66",
        paraphrase="Settled borders with limits on arms are Russia's most tangible gain from the partnership, and a "
        "calm long frontier is one worry less for China.",
        attributed_to="Kuliani; Kireev",
        strength="asserts",
        kind="existence of a driver of the two's own",
        readings=(
            gt.Reading(
                "reason enough for a partnership where there is no hostility",
                stays(quiet_partners).called(PARTNERS_STAY), stated=(rear_C, rear_R),
                challenge="With nothing else in the balance a gain for both is a partnership; that is all it says.",
            ),
            gt.Reading(
                "and no reason for an alliance",
                gt.exactly(
                    gt.strong_nash(quiet, "alliance").called("the alliance holds"),
                    gt.when((more_C >= 0) & (more_R >= 0)).called("an alliance gives both more by itself"),
                ),
                stated=(rear_C, rear_R),
                challenge="That an alliance adds nothing to the security of the border is assumed, not said.",
            ),
            gt.Reading(
                "reason enough in spite of the obstacles that remain",
                stays(quiet_with_obstacles).called(PARTNERS_STAY),
                stated=(rear_C, rear_R),
                unstated=(gt.Premise((y_C > z_C) & (y_R > z_R), name="it outweighs the obstacles for both"),),
                challenge="The thesis names the gain and does not weigh it.",
            ),
        ),
        refuted_by="A gain that is there only while hostility is high, or only in an alliance.",
    ),
    gt.Claim(
        id="paszak-constraints-jointly-sufficient",
        paper=PASZAK.key,
        locator="Introduction, para 2; section 4, para 3; Conclusions",
        paraphrase="Taken together, internal and external constraints outweigh the shared interests, so that an "
        "alliance is unlikely as things stand.",
        attributed_to="Paszak",
        strength="asserts as a hypothesis; then unlikely, and minimises the chances",
        kind="threshold (joint sufficiency)",
        readings=(
            gt.Reading(
                "no alliance holds: which barriers would do", no_alliance,
                unstated=(
                    enough_for_one(*BARRIERS),
                    enough_for_one("commitment", "status", "Central Asia", "third parties", "trade"),
                    *map(enough_for_one, BARRIERS),
                ),
                challenge="The paper names the barriers and weighs none against a gain.",
            ),
            gt.Reading(
                "no alliance holds exactly where for one of the two the barriers together exceed its gain",
                gt.exactly(no_alliance, gt.when(outweighed).called("they exceed the gain of one of the two")),
                challenge="The barriers have no common unit in the paper; that they add up is ours.",
            ),
            *map(_without, BARRIERS),
        ),
        refuted_by="A gain from the alliance that exceeds the sum of the barriers, for both.",
    ),
)
# fmt: on

GAMES = (ties, quiet, triangle(+1), triangle(-1), barrier_game(tuple(BARRIERS)))
