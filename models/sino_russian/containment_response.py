"""The reaction of the United States to an alliance (Paszak, sections 2, 4 and Conclusions; Kuliani 2012, section 5.4).

The mechanism. China and Russia are partners and might ally. The United States sees whether they do, and may contain
them. Paszak: containment is to be expected, it would hurt both, and this is a main reason why they do not ally; the
partnership is what provokes nobody. Kuliani: a formal pact brings a new cold war by necessity, which serves neither.

What the papers leave open, and what is done about it here.

* Whether the reaction is a chance or a choice. In the *level game* it is a chance q, as China and Russia see it, and a
  share h of the loss is imposed already. In the *core tree* the United States chooses after it has seen the level.
* What it does to a partnership. A reply saves the United States ell_1 (partnership) or ell_2 (alliance) and costs
  kappa: four policies. Only the conditional one, ell_1 < kappa < ell_2, deters.
* That a contained alliance is bad for both does not settle the matter where the reaction is merely likely: the loss
  counts with weight q.
* Both offer at once and one refusal is enough, so "no alliance" is always subgame perfect. China and Russia may
  therefore also move together (joint deviations; strong Nash in the level game).
* Hostility works both ways: what is delivered already, h, no longer deters; what is in reserve, (1 - h)k, does.

Utilities are each player's own. That one loss k stands for tariffs, sanctions and encirclement alike is a
simplification; so is a United States that acts as one player with one reply.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.containment_tree import (
    CELLS,
    after_alliance,
    after_partnership,
    all_at_once,
    core,
    ell_1,
    ell_2,
    g_R,
    g_U,
    kappa,
    mu_C,
    mu_R,
    of_us,
    theta_U,
    with_a_wedge,
)  # fmt: skip
from sino_russian.levels import ALLIES, LEVELS, level_game, tie_game
from sino_russian.quantities import D_C, D_R, NET_C, NET_R, f_C, f_R, h, k_C, k_R, q, v_C0, v_C1, v_C2, v_R0, v_R1, v_R2
from sino_russian.reaction import pair_game, stays, three_levels
from sino_russian.sources import KULIANI, PASZAK

DETERS, READS, OBSTACLE = (
    PASZAK.at(place) for place in ("section 2, para 6", "section 2, para 4", "Conclusions, para 2")
)
FRAMEWORK, PACT = PASZAK.at("Conclusions, para 3"), KULIANI.at("section 5.4, at note 71")
NO_TIE, PARTNERSHIP, ALLIANCE = ((level, level) for level in LEVELS)

# Parameters of this mechanism alone.

ell_off = of_us("ell_off", "loss to the United States from an offensive alliance left alone", at_least=0)
ell_def = of_us("ell_def", "loss to the United States from a defensive alliance left alone", at_least=0)
ell_now = of_us("ell_now", "loss it expects, at what it believes, from an alliance left alone", at_least=0)
ell_even = of_us("ell_even", "the same, if offensive and defensive were equally likely", at_least=0)
prior = gt.Parameter("prior", meaning="belief that the pair is offensive, before it allies", above=0, below=1)
r_off, r_def = gt.parameters(
    "r_off r_def", meaning="chance that an offensive, a defensive pair allies", above=0, at_most=1
)
q_later = gt.Parameter("q_later", meaning="q after the United States has shown its hand", at_least=0, at_most=1)
h_later = gt.Parameter("h_later", meaning="h after the United States has shown its hand", at_least=0, at_most=1)
intensity_1 = gt.Parameter("intensity_1", meaning="intensity of containment of a partnership", at_least=0, at_most=1)
intensity_2 = gt.Parameter("intensity_2", meaning="intensity of containment of an alliance", at_least=0, at_most=1)

# The level game (reaction.py): at a partnership h of the loss is imposed; after an alliance all of it with chance q.

pair = pair_game("The pair under a likely reaction")
pair_later = pair_game("The pair after the United States has shown its hand", q_later, h_later)
levels = three_levels("Three levels under a likely reaction")
no_alliance = stays(pair).called("the partnership is the only outcome that the pair does not leave")
deterred = (no_alliance & stays(pair_game("The pair left alone", q=0), "alliance")).called(
    "the partnership is the only outcome with the reaction, the alliance the only one without"
)
still_deterred = (~no_alliance | stays(pair_later)).called("whoever was kept from the alliance before is kept from it")

# The core tree (containment_tree.py): the United States chooses, having seen the level.

TOGETHER = [ALLIES]
left_at_partnership = gt.only(gt.subgame_perfect, core, "partnership", joint=TOGETHER).called(
    "the partnership is the only subgame-perfect outcome that the pair does not leave"
)
CONTAINED = gt.only(gt.subgame_perfect, after_alliance, ("contain",))
serves_neither = gt.pareto_dominates(
    level_game(
        "Left alone as partners, or contained as allies",
        *zip(CELLS["partnership", "hold back"][:2], CELLS["alliance", "contain"][:2], strict=True),
    ),
    PARTNERSHIP,
    ALLIANCE,
    strict=True,
)

# What the United States takes an alliance for: it knows the chances, not the pair.


def dilemma_of_the_us(belief: Any) -> gt.BayesianGame:
    """Return its choice after an alliance, given what it believes then."""
    loss = {"offensive": ell_off, "defensive": ell_def}
    return gt.BayesianGame(
        "Offensive or defensive", ("the pair", "United States"), {"the pair": tuple(loss)},
        (("ally",), ("contain", "accommodate")),
        lambda types, done: (0, -kappa if done[1] == "contain" else -loss[types[0]]),
        priors={"the pair": {"offensive": belief, "defensive": 1 - belief}},
    )  # fmt: skip


CONTAINS = {"the pair": "ally", "United States": "contain"}
contains_unknown = gt.bayes_nash(dilemma_of_the_us(prior), CONTAINS).called("containing is the best reply")
belief_after = prior * r_off / (prior * r_off + (1 - prior) * r_def)
contains_updated = gt.bayes_nash(dilemma_of_the_us(belief_after), CONTAINS).called("containing is the best reply")
plain_choice = gt.Game(
    "Contain or not", ("United States",), ("contain", "accommodate"),
    {("contain",): (-kappa,), ("accommodate",): (-ell_now,)},
)  # fmt: skip

# Special cases: containment of two intensities; the two channels of hostility.

wedge_game = level_game(
    "Containment of two intensities",
    (v_C1 - intensity_1 * k_C, v_C2 - f_C - (1 - mu_C) * intensity_2 * k_C),
    (v_R1 - intensity_1 * k_R, v_R2 - f_R - (1 - mu_R) * intensity_2 * k_R),
)
THRESHOLD = gt.exactly(no_alliance, (q * (1 - h) > D_C / k_C) | (q * (1 - h) > D_R / k_R))
WEDGE = gt.exactly(
    stays(wedge_game),
    (intensity_2 * (1 - mu_C) - intensity_1 > D_C / k_C) | (intensity_2 * (1 - mu_R) - intensity_1 > D_R / k_R),
)
HOSTILITY = (gt.shrinks(no_alliance, h), *(gt.grows(no_alliance, other) for other in (k_C, k_R, q)))

# Premises.

likely = gt.Premise(q > gt.exact("1/2"), name="containment is more likely than not", stated=READS)
undoubted = gt.Premise(gt.equal(q, 1), name="containment is beyond doubt", stated=OBSTACLE)
bad_for_both = [
    gt.Premise(gain < (1 - h) * loss, name=f"{who} would rather not be in a contained alliance", stated=READS)
    for who, gain, loss in (("China", D_C, k_C), ("Russia", D_R, k_R))
]


def _pays_to_contain(stated: str = "") -> gt.Premise:
    return gt.Premise(ell_2 > kappa, name="containing an alliance pays", stated=stated)


def _leaves_partners_alone(stated: str = "") -> gt.Premise:
    return gt.Premise(ell_1 < kappa, name="containing a partnership does not pay", stated=stated)


def _worse_contained(stated: str) -> list[gt.Premise]:
    return [
        gt.Premise(
            gain < (1 - offset) * loss, name=f"{who} prefers the partnership to a contained alliance", stated=stated
        )
        for who, gain, loss, offset in (("China", D_C, k_C, mu_C), ("Russia", D_R, k_R, mu_R))
    ]


contains_partners = gt.Premise(ell_1 > kappa, name="containing a partnership pays too", stated=READS)
loses_anyway = gt.Premise(
    (D_C + mu_C * k_C < 0) | (D_R + mu_R * k_R < 0),
    name="one of the two loses by the alliance even if contained anyway",
)
one_outweighed = gt.Premise(
    (NET_C < 0) | (NET_R < 0), name="for one of the two the loss to be expected outweighs the gain"
)
wanted = gt.Premise((D_C > 0) & (D_R > 0), name="but for the reaction both would gain by the alliance")
dilemma = [
    gt.Premise(ell_off > kappa, name="an offensive alliance would be contained", stated=READS),
    gt.Premise(ell_def < kappa, name="a defensive alliance would be left alone", stated=DETERS),
]
worth_it = [
    gt.Premise(tie > none, name=f"the partnership is worth having for {who}, gross", stated=FRAMEWORK)
    for who, tie, none in (("China", v_C1, v_C0), ("Russia", v_R1, v_R0))
]
not_hit = gt.Premise(gt.equal(h, 0), name="a partnership is not hit", stated=FRAMEWORK)
partnership_is_best = (
    stays(levels)
    & gt.pareto_dominates(levels, PARTNERSHIP, NO_TIE, strict=True)
    & gt.pareto_dominates(levels, PARTNERSHIP, ALLIANCE, strict=True)
).called("the partnership is best for both and the only outcome that the pair does not leave")

left_alone_and_better = (
    gt.only(gt.subgame_perfect, after_partnership, ("hold back",))
    & gt.pareto_dominates(tie_game("Partners left alone", (v_C0, v_C1), (v_R0, v_R1)), PARTNERSHIP, NO_TIE, strict=True)
).called("a partnership is left alone, and both gain by it")

# fmt: off
CLAIMS = (
    gt.Claim(
        id="paszak-us-reaction-deters", paper=PASZAK.key, locator="section 2, para 6; Conclusions, para 2",
        paraphrase="Fear of a confrontation with the United States is a very strong, perhaps the foremost, reason for "
        "both governments not to ally.",
        attributed_to="Paszak",
        strength="asserts; in the Conclusions one powerful obstacle among others", kind="threshold (deterrence)",
        readings=(
            gt.Reading(
                "the likely reaction is what stops them", deterred,
                stated=[likely, *bad_for_both], unstated=(wanted, one_outweighed),
                challenge="Without a gain from the alliance the outcome is the same and the reason another.",
            ),
            gt.Reading(
                "they do not ally, for whatever reason", no_alliance,
                stated=[likely, *bad_for_both],
                unstated=(
                    one_outweighed,
                    gt.Premise(gt.equal(q, 1), name="containment is certain"),
                    gt.Premise((D_C <= 0) | (D_R <= 0), name="one of the two would not gain anyway"),
                ),
                challenge="Then fear need not be what keeps them from it.",
            ),
            gt.Reading(
                "they do not ally, the reaction being beyond doubt", no_alliance,
                stated=[undoubted, *bad_for_both],
                challenge="Section 2 is less sure of the reaction than the Conclusions are.",
            ),
            gt.Reading(
                "core tree: the United States contains an alliance and leaves a partnership alone", left_at_partnership,
                stated=[_pays_to_contain(OBSTACLE), _leaves_partners_alone(FRAMEWORK), *_worse_contained(READS)],
                challenge="Tariffs, sanctions and the end of a treaty came without an alliance.",
            ),
            gt.Reading(
                "core tree: the United States contains them either way", left_at_partnership,
                stated=[_pays_to_contain(OBSTACLE), contains_partners, *_worse_contained(READS)],
                unstated=(loses_anyway,),
                challenge="Measures against each are perhaps not yet the containment that an alliance would meet.",
            ),
            gt.Reading(
                "everybody moves at once: the alliance is no equilibrium", gt.never(gt.nash(all_at_once, "alliance")),
                stated=[_pays_to_contain(OBSTACLE), *_worse_contained(READS)],
                unstated=(loses_anyway,),
                challenge="A reaction comes after what it reacts to; without that order the loss does not deter.",
            ),
            gt.Reading(
                "what has been imposed shows resolve and so adds to deterrence", still_deterred,
                stated=[
                    gt.Premise(h_later > h, name="more of the loss is imposed already", stated=READS),
                    gt.Premise(q_later > q, name="the reaction has become more likely", stated=READS),
                ],
                unstated=(
                    gt.Premise(
                        q_later * (1 - h_later) >= q * (1 - h),
                        name="resolve rises by no less than what is left in reserve falls",
                    ),
                ),
                challenge="If the United States, where it accepts an alliance, also lifted what it has imposed, q - h "
                "would take the place of q(1 - h).",
            ),
        ),
        refuted_by="A reaction that is unlikely, costs little, or has come already, q(1 - h) < D_i/k_i for both: the "
        "alliance is then what the pair chooses. That no alliance forms is no evidence by itself: if one of them has "
        "nothing to gain, the reaction is not what stops it.",
    ),
    gt.Claim(
        id="paszak-us-reads-alliance-as-offensive", paper=PASZAK.key, locator="section 2, paras 4 and 6",
        paraphrase="Washington would most likely take an alliance for an offensive step, and contain it by economic "
        "means and a regional coalition.",
        attributed_to="Paszak", strength="asserts (most likely; in the Conclusions undoubtedly)", kind="best response",
        readings=(
            gt.Reading(
                "the expected loss rises with the belief that the alliance is offensive",
                gt.nash(plain_choice, ("contain",)).called("containing is the best reply"),
                stated=gt.Premise(ell_now > ell_even, name="offensive is the likelier reading", stated=READS),
                unstated=(
                    gt.Premise(ell_now >= kappa, name="the belief is at or above the threshold"),
                    gt.Premise(ell_even >= kappa, name="an even chance would be enough"),
                ),
                challenge="To be taken for offensive may mean to be treated as if it surely were.",
            ),
            gt.Reading(
                "it cannot tell the two, and both kinds of pair ally as often", contains_unknown,
                stated=[gt.Premise(prior > gt.exact("1/2"), name="offensive is likelier", stated=READS), *dilemma],
                unstated=(
                    gt.Premise(
                        prior * (ell_off - kappa) >= (1 - prior) * (kappa - ell_def),
                        name="the loss avoided outweighs containing a defensive pair for nothing",
                    ),
                    gt.Premise(ell_off + ell_def >= 2 * kappa, name="an even chance would be enough"),
                ),
                challenge="Two kinds of pair and a loss that is linear in the belief.",
            ),
            gt.Reading(
                "an alliance makes an offensive purpose likelier",
                (gt.when(r_off <= r_def) | contains_updated).called(
                    "if an offensive pair allies more often, containing is the best reply"
                ),
                stated=dilemma,
                unstated=(
                    gt.Premise(
                        prior * r_off * (ell_off - kappa) >= (1 - prior) * r_def * (kappa - ell_def),
                        name="the loss avoided outweighs containing a defensive pair for nothing",
                    ),
                ),
                challenge="That an offensive pair allies more often is ours; likelier is not yet likely enough.",
            ),
            gt.Reading(
                "exactly from a threshold of belief on",
                gt.exactly(contains_unknown, prior * (ell_off - ell_def) >= kappa - ell_def), stated=dilemma,
                challenge="The paper asserts that the belief is there, and no threshold.",
            ),
        ),
        refuted_by="A belief below the threshold, for instance because a defensive pair can show what it is and is "
        "then left alone.",
    ),
    gt.Claim(
        id="kuliani-alliance-new-cold-war", paper=KULIANI.key, locator="section 5.4, at note 71 (p. 32)",
        paraphrase="A formal pact would by necessity bring on a new cold war, which serves neither state for now.",
        attributed_to="Kuliani", strength="asserts, without exception", kind="uniqueness of the response",
        readings=(
            gt.Reading(
                "containment is the only reply to an alliance, and both lose by it",
                (CONTAINED & serves_neither).called("containment is the only reply to an alliance, and both lose"),
                stated=_worse_contained(PACT),
                unstated=(_pays_to_contain(),),
                challenge="A cold war may come by steps that nobody chooses.",
            ),
            gt.Reading(
                "and so there is no pact", left_at_partnership,
                stated=_worse_contained(PACT), unstated=(_pays_to_contain(), _leaves_partners_alone()),
                challenge="The thesis goes on to a case in which there might be one.",
            ),
            gt.Reading(
                "the United States may instead win one of them over",
                gt.only(gt.subgame_perfect, with_a_wedge, ("contain",)).called("containment is the only reply"),
                stated=_worse_contained(PACT),
                unstated=(
                    _pays_to_contain(),
                    gt.Premise(
                        g_U > kappa + theta_U - ell_2,
                        name="a concession costs the United States more than a contained alliance does",
                    ),
                    gt.Premise(g_R < D_R, name="no concession on offer outweighs what the alliance gives Russia"),
                ),
                challenge="Neither author considers it after an alliance; 1972 came after an alliance had broken, 2001 "
                "without one.",
            ),
        ),
        refuted_by="A United States that loses less by an alliance than by containing it, or buys one partner off; for "
        "the second half, one partner that gains more than the loss.",
    ),
    gt.Claim(
        id="paszak-partnership-undominated", paper=PASZAK.key, locator="Abstract; Conclusions, para 3",
        paraphrase="The present form lets each pursue shared aims without provoking outsiders.",
        attributed_to="Paszak",
        strength="asserts shared gains and no assertive reaction; that nothing is better is ours",
        kind="existence; in the stronger readings, which are ours, dominance and uniqueness",
        readings=(
            gt.Reading(
                "a partnership is left alone, and better for both than no tie", left_alone_and_better,
                stated=[_leaves_partners_alone(FRAMEWORK), *worth_it],
                challenge="Section 2 of the same paper names measures that already hit both.",
            ),
            gt.Reading(
                "a partnership provokes nothing, and nothing is better", partnership_is_best,
                stated=[not_hit, *worth_it, undoubted, *bad_for_both],
                challenge="That nothing is better is not the author's. The Polish abstract says only that the risk of "
                "a reaction is not excessive, which is weaker than h = 0.",
            ),
            gt.Reading(
                "what already hits the partners counts", partnership_is_best,
                stated=[
                    gt.Premise(h > 0, name="tariffs, sanctions and the treaty's end hit already", stated=READS),
                    *worth_it, undoubted, *bad_for_both,
                ],
                unstated=(
                    gt.Premise(
                        (v_C1 - v_C0 > h * k_C) & (v_R1 - v_R0 > h * k_R), name="the partnership is worth what it costs"
                    ),
                    gt.Premise((v_C1 - v_C0 > k_C) & (v_R1 - v_R0 > k_R), name="it would be worth full containment"),
                ),
                challenge="The measures may have causes other than the partnership and stay without it.",
            ),
            gt.Reading(
                "only that a partnership is left alone, against the measures that section 2 reports",
                gt.only(gt.subgame_perfect, after_partnership, ("hold back",)).called("a partnership is left alone"),
                stated=contains_partners,
                challenge="Measures against each of them are not measures against their tie.",
            ),
            gt.Reading(
                "the same, the reaction being only likely", partnership_is_best,
                stated=[not_hit, *worth_it, likely, *bad_for_both],
                unstated=(
                    gt.Premise((NET_C < 0) & (NET_R < 0), name="for both the loss to be expected outweighs the gain"),
                ),
                challenge="As the second reading, with the chance that section 2 gives instead of the Conclusions'.",
            ),
        ),
        refuted_by="A reaction to the partnership itself. That one of them gains by the alliance refutes best for "
        "both; that both gain refutes the equilibrium.",
    ),
)
# fmt: on

GAMES = (pair, levels, core, all_at_once)
