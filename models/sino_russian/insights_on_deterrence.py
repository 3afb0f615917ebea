"""What containment and mutual destruction can deter, and what they cannot.

The numbers of the example are gains of 2 (China) and 4 (Russia) by an alliance, losses of 6 and 2 under containment, of
which an ally offsets 1/3 and 1/2, and a United States that pays 2 to save 1 (partnership) or 5 (alliance). What an
alliance does to it in any case, theta_U, is left open.
"""

from __future__ import annotations

from itertools import product

import gametheory as gt
from sino_russian import containment_response as reaction
from sino_russian import containment_tree as tree
from sino_russian import nuclear_confrontation as nuclear
from sino_russian.insight import Insight
from sino_russian.levels import level_game
from sino_russian.nuclear_confrontation import both_yield, crash, give_way, prevail
from sino_russian.quantities import D_C, D_R, f_C, f_R, k_C, k_R, v_C1, v_C2, v_R1, v_R2
from sino_russian.reaction import stays

# Two intensities of containment, now and after a change.

intensity_1, intensity_2 = reaction.intensity_1, reaction.intensity_2
later_1, later_2 = (
    gt.Parameter(
        f"intensity_{level}_later", meaning=f"intensity_{level} after the United States acted", at_least=0, at_most=1
    )
    for level in (1, 2)
)
wedge_later = level_game(
    "Containment of two intensities, later",
    (v_C1 - later_1 * k_C, v_C2 - f_C - (1 - tree.mu_C) * later_2 * k_C),
    (v_R1 - later_1 * k_R, v_R2 - f_R - (1 - tree.mu_R) * later_2 * k_R),
)
now, later = (
    {who: game.payoff(who, reaction.ALLIANCE) - game.payoff(who, reaction.PARTNERSHIP) for who in game.players}
    for game in (reaction.wedge_game, wedge_later)
)
net = {
    who: (1 - offset) * (later_2 - intensity_2) > later_1 - intensity_1
    for who, offset in (("China", tree.mu_C), ("Russia", tree.mu_R))
}
at_the_edge = (
    gt.Premise(gt.equal(now["China"], 0), name="China is at the edge"),
    gt.Premise(later["Russia"] >= 0, name="Russia is not the one that is deterred"),
)

# Everybody at once: the alliance cells, contained and left alone.

contained, left_alone = (gt.nash(tree.all_at_once, (*reaction.ALLIANCE, reply)) for reply in ("contain", "hold back"))
joined_if_contained, joined_if_left_alone = (
    gt.best_reply(tree.all_at_once, (*reaction.ALLIANCE, reply), player="China")
    & gt.best_reply(tree.all_at_once, (*reaction.ALLIANCE, reply), player="Russia")
    for reply in ("contain", "hold back")
)
offset_C, offset_R = D_C + tree.mu_C * k_C >= 0, D_R + tree.mu_R * k_R >= 0
encouraged = joined_if_contained & ~joined_if_left_alone

# In turn: a reply that pays, or a plan (at a partnership, at an alliance) that binds whether it pays or not.

one_would_rather_not = (D_C < (1 - tree.mu_C) * k_C) | (D_R < (1 - tree.mu_R) * k_R)
only_the_alliance_pays = (tree.ell_1 < tree.kappa) & (tree.kappa < tree.ell_2)
kept_apart = {
    plan: stays(
        level_game(
            f"Under a plan: {plan[0]} at a partnership, {plan[1]} at an alliance",
            *zip(tree.CELLS["partnership", plan[0]][:2], tree.CELLS["alliance", plan[1]][:2], strict=True),
        )
    )
    for plan in product(tree.REPLIES, repeat=2)
}
would_ally = tuple(
    gt.Premise(gain >= 0, name=f"{who} does not lose by an alliance left alone")
    for who, gain in (("China", D_C), ("Russia", D_R))
)
AGAINST_THE_ALLIANCE = ("hold back", "contain")

# The example.

NUMBERS = {
    v_C1: 0, v_R1: 0, f_C: 0, f_R: 0, v_C2: 2, v_R2: 4, k_C: 6, k_R: 2, tree.mu_C: "1/3", tree.mu_R: "1/2",
    tree.ell_1: 1, tree.ell_2: 5, tree.kappa: 2,
}  # fmt: skip
at_once, in_turn = tree.all_at_once.at(NUMBERS), tree.core.at(NUMBERS)

# Chicken.

ORDER_OF_CHICKEN = gt.descending(prevail, both_yield, give_way, crash)
firm = gt.Parameter("firm", meaning="chance that the other stands firm", at_least=0, at_most=1)
small = gt.Parameter("small", meaning="any chance of a crash, however small", above=0, below=1)
indifferent = gt.equal(firm * give_way + (1 - firm) * both_yield, firm * crash + (1 - firm) * prevail)
loss, lure = give_way - crash, prevail - both_yield  # of a crash beside yielding; of one that yields beside both

DETERRENCE = (
    Insight(
        "Deterrence is the wedge between the two intensities of containment, not the level",
        "theorem",
        (reaction.WEDGE,),
        note="Containment of a partnership, intensity_1, takes deterrence away one for one. A trade war that shows "
        "that the United States will act (intensity_2) also uses up what it holds back (intensity_1).",
    ),
    Insight(
        "A show of resolve deters by what it adds to the reply that is not offset, less what it adds to the baseline",
        "theorem",
        (
            *(gt.exactly(gt.when(later[who] < now[who]), net[who]) for who in net),
            gt.exactly(stays(wedge_later), net["China"]),
        ),
        at_the_edge,
        "The first two are of what each gains by an alliance. The third is of the member that binds, here China; the "
        "same holds with the letters exchanged.",
    ),
    Insight(
        "Without a reply to the alliance there is no deterrence",
        "theorem",
        (
            gt.exactly(contained, gt.when(offset_C & offset_R & (tree.ell_2 >= tree.kappa))),
            gt.exactly(left_alone, gt.when((D_C >= 0) & (D_R >= 0) & (tree.ell_2 <= tree.kappa))),
            gt.when((D_C < 0) | (D_R < 0) | (offset_C & offset_R)),
        ),
        note="The same payoffs at once: whoever would ally if left alone would also ally if contained anyway.",
    ),
    Insight(
        "Without a reply to the alliance containment encourages it, strictly where an ally offsets some of the loss",
        "theorem",
        (gt.exactly(encouraged.eliminate(v_C2).eliminate(v_R2), (tree.mu_C > 0) | (tree.mu_R > 0)),),
        note="That is: some values of an alliance are enough for one that is contained and not for one left alone.",
    ),
    Insight(
        "Deterrence takes containment of the alliance alone, by a reply that pays or by a plan that binds",
        "theorem",
        (
            gt.exactly(reaction.left_at_partnership, gt.when(only_the_alliance_pays & one_would_rather_not)),
            *(
                gt.exactly(apart, one_would_rather_not) if plan == AGAINST_THE_ALLIANCE else gt.never(apart)
                for plan, apart in kept_apart.items()
            ),
        ),
        would_ally,
        "A plan deters whatever it would cost to carry out; without one, containment must pay after an alliance and "
        "must not pay before.",
    ),
    Insight(
        "Strong Nash at once and subgame perfection in the tree can disagree",
        "example",
        (
            gt.exactly(gt.only(gt.strong_nash, at_once, "alliance"), tree.theta_U <= 3),
            gt.only(gt.coalition_proof, at_once, "alliance"),
            gt.only(gt.subgame_perfect, in_turn, "partnership", joint=reaction.TOGETHER),
        ),
        note="At the numbers at the head of this module. At once the alliance is the only strong equilibrium while "
        "theta_U is at most the benefit of containing it less the cost (5 - 2), and there is none beyond; it is the "
        "only coalition-proof one whatever theta_U is. China would rather have the partnership (0) than it (-2).",
    ),
    Insight(
        "Mutual destruction removes one cell only",
        "theorem",
        (
            gt.nash(nuclear.chicken, ("stand firm", "yield"), strict=True),
            gt.nash(nuclear.chicken, ("yield", "stand firm"), strict=True),
        ),
        tuple(ORDER_OF_CHICKEN),
        "However bad the crash, one standing firm against one that yields is an equilibrium: no war is not no "
        "confrontation.",
    ),
    Insight(
        "The worse the crash, the rarer, and never impossible; the loss to be expected from it vanishes too",
        "theorem",
        (
            gt.when(firm > 0),
            gt.exactly(gt.when(firm < small), loss > lure * (1 - small) / small),
            gt.when(firm**2 * loss <= firm * lure),
        ),
        (*ORDER_OF_CHICKEN, indifferent),
        "In the mixed equilibrium each stands firm with the chance that makes the other indifferent. The crash has "
        "chance firm**2, and costs give_way - crash beside yielding.",
    ),
)
