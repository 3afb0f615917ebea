"""One-sided threat perceptions (Kuliani 2012, sections 2.1, 4.1, 4.7 and 5.4; Paszak, section 1).

The mechanism. In Russia many see a threat in China; in China hardly anybody sees one in Russia, and the United States
worries Beijing far more. Kuliani infers that Russia balances against China and so blocks closer ties. He adds suspicion
on both sides as a limit to an alliance, and Russian fears for its own technology as one reason why arms sales fell.
Paszak cites Zhao that the elites' ambiguous attitude kept the relation from rising.

What the papers leave open, and what is done about it here.

* Who binds. A tie of closeness x takes both, and each wants one up to some closeness, which answers to the margin
  tau_iU - tau_ij by which the United States is feared more than the partner. The thesis compares perceptions, not
  margins, and says nothing of how each answers; both are among the premises that are found missing.
* The *difference of two threats* (closer_tie.py) is one form of that answer, with reasons of each one's own.
* Fear on one side in the alliance dilemma: prisoners_dilemma with Russia's payoffs those of a prisoner and China's not.
* An arms sale takes a seller and a buyer. A later threat enters as an expected loss, and so does copying, of which the
  thesis does not speak: it is the same before and after.
* Elites decide by the share in favour, or, in another reading, by weighing gains against fears.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.closer_tie import GAIN_C, GAIN_R, b_C, b_R, by_difference, closer_tie, formed
from sino_russian.levels import ALLIES
from sino_russian.prisoners_dilemma import BOTH_CHEAT, P_C, P_R, R_R, S_C, S_R, T_R, stage
from sino_russian.quantities import f_C, f_R, tau_CR, tau_CU, tau_RC, tau_RU
from sino_russian.sources import KULIANI, PASZAK

GAP, BALANCES = KULIANI.at("section 2.1, from note 9 to note 13"), KULIANI.at("section 2.1, after note 13")
SUSPICION, ARMS = KULIANI.at("section 5.4, at note 73"), KULIANI.at("section 4.1, at note 35")
ELITES = PASZAK.at("section 1, para 4")
ALLIANCE = ("alliance", "alliance")
FREE = "free: no paper gives a level"

# Parameters.

x = gt.Parameter("x", meaning="how close the tie in question is", unit="closeness", source=FREE)
a_C, a_R, a_C_other, a_R_less = (
    gt.Parameter(name, meaning=f"closest tie that {whose} wants", unit="closeness", source=FREE)
    for name, whose in {
        "a_C": "China", "a_R": "Russia", "a_C_other": "China, fearing Russia a little more or less,",
        "a_R_less": "Russia, fearing China more,",
    }.items()
)  # fmt: skip
tau_CR_other = gt.Parameter("tau_CR_other", meaning="tau_CR after a small change", unit="index", at_least=0)
tau_RC_more = gt.Parameter("tau_RC_more", meaning="tau_RC after a rise", unit="index", at_least=0)
m_R = gt.Parameter("m_R", meaning="Russia's margin on a sale", unit="Russia's utility", above=0, source=FREE)
z = gt.Parameter("z", meaning="chance that the arms are copied", at_least=0, at_most=1, source=FREE)
lost = gt.Parameter(
    "lost", meaning="Russia's loss if they are copied", unit="Russia's utility", at_least=0, source=FREE
)
chi = gt.Parameter("chi", meaning="what a unit of later threat costs Russia", unit="Russia's utility", at_least=0)
u_C = gt.Parameter("u_C", meaning="value of the arms to China, net of their price", unit="China's utility", source=FREE)
o_C, o_C_later = gt.parameters(
    "o_C o_C_later", meaning="value of arms of its own, now and later", unit="China's utility"
)
e = gt.Parameter(
    "e", meaning="share of Russia's elites in favour of a higher level", at_least=0, at_most=1, source=FREE
)
weight = gt.Parameter(
    "weight_for", meaning="weight of the hopes, of which the fears have the rest", at_least=0, at_most=1, source=FREE
)
needed = gt.Parameter("needed", meaning="share that a higher level takes", above=0, at_most=1, source=FREE)
hope, fear = gt.parameters(
    "hope fear", meaning="what a higher level gives those in favour, and costs the others", above=0
)

# Who binds: a tie of closeness x takes both; China and Russia gain a_C - x and a_R - x.

tie = closer_tie(a_C - x, a_R - x)
russia_binds = gt.exactly(
    formed(a_C - x, a_R - x).called("a tie of any given closeness is formed"),
    gt.best_reply(tie, ALLIANCE, player="Russia", strict=True).called("Russia wants it"),
)
before, after_china = formed(a_C - x, a_R - x), formed(a_C_other - x, a_R - x)
only_russia_matters = (
    ((before & after_china) | (~before & ~after_china))  # whatever x: the same ties are formed
    & formed(a_C - a_R_less, a_R - a_R_less)  # a tie as close as Russia wants it afterwards: formed before,
    & ~formed(a_C - a_R_less, a_R_less - a_R_less)  # no longer after
).called("small changes in China's view of Russia do nothing, Russia's growing fear of China loosens the tie")

MARGIN_C, MARGIN_R = tau_CU - tau_CR, tau_RU - tau_RC
OTHER_C, LESS_R = tau_CU - tau_CR_other, tau_RU - tau_RC_more


def _one_response(*points: tuple[gt.Parameter, gt.Parameter], strictly: bool) -> gt.Premise:
    """Return that closeness wanted is one (strictly) rising function of the margin, at these points."""
    relation: Any = True
    for i, (margin, wanted) in enumerate(points):
        for other_margin, other in points[i + 1 :]:
            up, down = (margin > other_margin), (margin < other_margin)
            more, less = ((wanted > other), (wanted < other)) if strictly else ((wanted >= other), (wanted <= other))
            relation &= (up & more) | (down & less) | (gt.equal(margin, other_margin) & gt.equal(wanted, other))
    how = "strictly rising" if strictly else "rising"
    return gt.Premise(relation, name=f"both answer to the margin in the same, {how} way")


NOW = ((MARGIN_C, a_C), (MARGIN_R, a_R))
CHANGED = (*NOW, (OTHER_C, a_C_other), (LESS_R, a_R_less))

# Arms: a sale takes a seller and a buyer.
#
#                        Russia sells                                    Russia withholds
#   China buys           u_C, m_R - z lost - chi tau_RC                  o_C, 0
#   China makes its own  o_C, 0                                          o_C, 0


def arms_market(own: gt.Parameter, threat: gt.Parameter) -> gt.Game:
    """Return the market for given home production and threat."""
    return gt.Game(
        "Arms", ALLIES, (("buy", "make"), ("sell", "withhold")),
        {
            ("buy", "sell"): (u_C, m_R - z * lost - chi * threat), ("buy", "withhold"): (own, 0),
            ("make", "sell"): (own, 0), ("make", "withhold"): (own, 0),
        },
    )  # fmt: skip


SALE = ("buy", "sell")
market = arms_market(o_C, tau_RC)
sale = gt.nash(market, SALE).called("there is a sale")
sale_later = gt.nash(arms_market(o_C_later, tau_RC_more), SALE).called("there is a sale later")

# Elites: two blocks vote; whoever has the share that is needed decides alone, else both blocks must agree.


def ballot(name: str, passing: list[tuple[str, str]]) -> gt.Game:
    """Return the vote between those in favour and the sceptics."""
    votes = [(i, j) for i in ("support", "oppose") for j in ("support", "oppose")]
    return gt.Game(
        name, ("those in favour", "the sceptics"), ("support", "oppose"),
        {vote: (hope, -fear) if vote in passing else (0, 0) for vote in votes},
        outcomes={"higher level": passing},
    )  # fmt: skip


alone = ballot("Those in favour are enough", [("support", "support"), ("support", "oppose")])
both_needed = ballot("Those in favour are too few", [("support", "support")])
upgrade = (
    (gt.when(e >= needed) & gt.nash(alone, "higher level"))
    | (gt.when(e < needed) & gt.nash(both_needed, "higher level"))
).called("the relation is raised to a higher level")
weighed = gt.Game(
    "Elites as one",
    ("the elites",),
    ("raise", "stay"),
    {("raise",): (weight * hope - (1 - weight) * fear,), ("stay",): (0,)},
)

# Premises.

perceptions = [
    gt.Premise(tau_RC > tau_CR, name="Russia fears China more than China Russia", stated=GAP),
    gt.Premise(tau_CU > tau_CR, name="China fears the United States more than Russia", stated=GAP),
]
china_s_margin = gt.Premise(
    MARGIN_C >= MARGIN_R, name="China fears Washington above its partner by no less than Russia does"
)
later = [
    gt.Premise(o_C_later >= o_C, name="China's own production is worth no less", stated=ARMS),
    gt.Premise(tau_RC_more >= tau_RC, name="Russia fears China no less", stated=ARMS),
]
half = gt.exact("1/2")

# fmt: off
CLAIMS = (
    gt.Claim(
        id="kuliani-threat-perception-gap", paper=KULIANI.key, locator="section 2.1, from note 9 to note 13",
        paraphrase="Threat perceptions are one-sided: a threat from China is widely discussed in Russia, the reverse "
        "hardly ever, and Beijing worries far more about Washington.",
        attributed_to="Kuliani, from scholarship in both countries",
        strength="asserts; that Russia binds is our inference", kind="which player binds",
        readings=(
            gt.Reading(
                "Russia binds: the tie is as close as Russia wants it", russia_binds,
                stated=perceptions,
                unstated=(
                    china_s_margin,
                    _one_response(*NOW, strictly=False),
                    _one_response(*NOW, strictly=True),
                ),
                challenge="Fears are compared across two countries; no scale makes Russian and Chinese ones the same.",
            ),
            gt.Reading(
                "and so small changes count on the Russian side alone",
                (gt.when(tau_RC_more <= tau_RC) | only_russia_matters).called(
                    "small changes in China's view of Russia do nothing; if Russia fears China more, the tie loosens"
                ),
                stated=perceptions,
                unstated=(
                    gt.Premise(
                        (MARGIN_C > MARGIN_R) & (OTHER_C > MARGIN_R),
                        name="China fears Washington above its partner by more than Russia does, and goes on to",
                    ),
                    _one_response(*CHANGED, strictly=False),
                    _one_response(*CHANGED, strictly=True),
                ),
                challenge="Nobody says how small a change is small enough.",
            ),
            gt.Reading(
                "difference of two threats, each with reasons of its own",
                gt.exactly(by_difference, gt.when(GAIN_R > 0).called("Russia wants it")),
                stated=perceptions,
                unstated=(
                    china_s_margin,
                    gt.Premise(b_C - f_C >= b_R - f_R, name="apart from threats the tie is worth no less to China"),
                ),
                challenge="Paszak, section 2, para 4, and section 4 have most of China's interests tied to the West.",
            ),
        ),
        refuted_by="Perceptions of this kind with China as the one that holds back: for instance a Russia that fears "
        "the United States by far the most.",
    ),
    gt.Claim(
        id="kuliani-russia-balances-china", paper=KULIANI.key,
        locator="section 2.1, after note 13; section 5.4, at notes 73 and 74",
        paraphrase="Seeing a threat in China, Russia balances against it and so blocks closer ties; deep suspicion on "
        "both sides constrains an alliance.",
        attributed_to="Kuliani extending Walt; Lo, Shambaugh", kind="threshold",
        strength="hedges (section 2.1: one might argue), asserts (section 5.4)",
        readings=(
            gt.Reading(
                "difference of two threats: the more it fears China, the less room", gt.shrinks(by_difference, tau_RC),
                challenge="Threats from two states are put on one scale.",
            ),
            gt.Reading(
                "difference of two threats: the more China fears it, the less room", gt.shrinks(by_difference, tau_CR),
                challenge="By section 2.1 there is hardly any such fear in China; by section 5.4 its army has some.",
            ),
            gt.Reading(
                "difference of two threats: no alliance", gt.never(by_difference),
                stated=gt.Premise(tau_RC > tau_RU, name="China is the likelier military threat", stated=SUSPICION),
                unstated=(
                    gt.Premise(b_R - f_R <= tau_RC - tau_RU, name="what else it gives Russia does not make up for it"),
                    gt.Premise(b_R <= f_R, name="apart from threats it gives Russia no more than its duties cost"),
                ),
                challenge="Sections 4 and 4.1 of the thesis have the two no longer see a major military threat; "
                "section 5.4 does not exclude an alliance.",
            ),
            gt.Reading(
                "fear on one side is enough for both to give up",
                gt.only(gt.nash, stage, BOTH_CHEAT).called("that both hold back is the only equilibrium"),
                stated=[
                    gt.Premise(T_R > R_R, name="Russia balances a China that trusts it", stated=BALANCES),
                    gt.Premise(P_R > S_R, name="Russia balances a China that does not", stated=BALANCES),
                ],
                unstated=(gt.Premise(P_C > S_C, name="China would rather not honour alone"),),
                challenge="Balancing need not be cheating; a China that would honour a faithful Russia changes nothing "
                "here.",
            ),
            gt.Reading(
                "difference of two threats: Russia wants it from a threshold on",
                gt.exactly(
                    gt.best_reply(closer_tie(GAIN_C, GAIN_R), ALLIANCE, player="Russia").called("Russia wants it"),
                    tau_RU - tau_RC + b_R >= f_R,
                ),
                challenge="The thesis gives no threshold, and no levels that would tell on which side Russia is.",
            ),
        ),
        refuted_by="A Russia that wants the alliance while it fears China more than the United States, and that gets "
        "nothing else out of it.",
    ),
    gt.Claim(
        id="kuliani-arms-sales-decline", paper=KULIANI.key,
        locator="section 4.1, at note 35; section 4.7, at notes 59 and 60",
        paraphrase="Arms sales fell after 2005 as China turned to making its own and Russia came to worry about "
        "meeting its own technology.",
        attributed_to="Kuliani", strength="asserts the fall, offers the reasons as possible", kind="threshold",
        readings=(
            gt.Reading(
                "with both reasons growing, no sale that did not pay before pays later",
                (~sale_later | sale).called("a sale later would have been one before"),
                stated=later,
                challenge="It says nothing of whether any sale stopped.",
            ),
            gt.Reading(
                "and so the sales stopped", gt.never(sale_later),
                stated=[
                    gt.Premise(u_C >= o_C, name="China bought", stated=ARMS),
                    gt.Premise(m_R >= z * lost + chi * tau_RC, name="Russia sold", stated=ARMS),
                    *later,
                ],
                unstated=(
                    gt.Premise(
                        (o_C_later > u_C) | (z * lost + chi * tau_RC_more > m_R),
                        name="one of the two reasons has outgrown what a sale is worth",
                    ),
                    gt.Premise(o_C_later > u_C, name="China's own arms have become worth more to it"),
                    gt.Premise(z * lost + chi * tau_RC_more > m_R, name="Russia's fears outweigh its margin"),
                ),
                challenge="Value and margin are held fixed; the price could have followed. The thesis also calls the "
                "wares out of date; that would lower u_C.",
            ),
        ),
        refuted_by="Advanced sales that resume with fear and home production no lower and no better margin. "
        "Paszak reports the contracts; nobody reports the rest.",
    ),
    gt.Claim(
        id="paszak-elite-ambiguity-ceiling", paper=PASZAK.key, locator="section 1, para 4",
        paraphrase="The ambiguous attitude of Russia's intellectual elites has kept the relation from a higher level.",
        attributed_to="Zhao Huasheng as cited by Paszak", strength="reports", kind="threshold",
        readings=(
            gt.Reading(
                "ambiguous means divided", gt.never(upgrade),
                stated=[
                    gt.Premise(e > 0, name="some are in favour", stated=ELITES),
                    gt.Premise(e < 1, name="some are not", stated=ELITES),
                ],
                unstated=(
                    gt.Premise(e < needed, name="those in favour are fewer than it takes"),
                    gt.Premise((e < half) & (needed >= half), name="most have doubts, and most decide"),
                ),
                challenge="The paper's surveys are of mass opinion, and of different years.",
            ),
            gt.Reading(
                "ambiguous means that each hopes and fears", gt.never(gt.nash(weighed, ("raise",))),
                stated=[
                    gt.Premise(weight > 0, name="there is something to be said for it", stated=ELITES),
                    gt.Premise(weight < 1, name="there is something to be said against it", stated=ELITES),
                ],
                unstated=(gt.Premise(weight * hope < (1 - weight) * fear, name="the fears outweigh the hopes"),),
                challenge="Then it is not how many have doubts that counts, but how strong these are.",
            ),
        ),
        refuted_by="A higher level in spite of a majority with doubts.",
    ),
)
# fmt: on

GAMES = (tie, market, alone, both_needed)
