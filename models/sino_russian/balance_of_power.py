"""Balancing the hegemon (Kuliani 2012, sections 2.1 and 2.2, after Waltz; Paszak, section 2 and Conclusions).

The mechanism. Overwhelming power repels, and states join against it. Kuliani draws from this that China and Russia
should have allied against the United States by now, and notes that they have not. For Waltz, he says, an alliance
remains very plausible as long as the United States is a superpower. Paszak takes the American lead over both for
granted, and concludes the opposite: whoever can still hold both down deters them.

What the papers leave open, and what is done about it here.

* How the gain in security depends on the hegemon's power. It enters by its *values* (s_i now; the order of gain and
  cost follows the order of power and a threshold), then by two forms that are named readings: *pooled* power is of use
  only as long as the two together can offset the hegemon; a *share* of power rises with it first, and falls later.
* Whether an alliance is plausible if it can be an equilibrium, or only if it is what the pair will end up with. "No
  alliance" is an equilibrium always, since an alliance takes two. Existence, every equilibrium and the only strong
  equilibrium are three readings.
* What the gain is compared with. s_i is measured from the partnership, the tie that there was, not from no tie at all.

That power can be measured for all three on one scale is an assumption of the theory itself.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.calibration import power_that_balances
from sino_russian.levels import level_game
from sino_russian.quantities import (
    f_C,
    f_R,
    h,
    power_C,
    power_R,
    power_U,
    q,
    v_C0,
    v_C1,
    v_C2,
    v_R0,
    v_R1,
    v_R2,
)  # fmt: skip
from sino_russian.reaction import stays, three_levels
from sino_russian.sources import KULIANI, PASZAK

LOGIC, PLAUSIBLE = KULIANI.at("section 2.1, at note 8"), KULIANI.at("section 2.2, last para")
ALLIED, PARTNERS = ("alliance", "alliance"), ("partnership", "partnership")

# Parameters of this mechanism alone. Utilities are each player's own.


def _gain(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"security that {who} gains by an alliance over the partnership, at the hegemon's power now",
        unit=f"{who}'s utility", source="free: neither paper gives a level",
    )  # fmt: skip


def _threshold(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"power of the hegemon at which the alliance just pays {who}", unit="measure", above=0,
        source="free: the power at which an increasing gain reaches the cost",
    )  # fmt: skip


def _prize(name: str, who: str) -> gt.Parameter:
    return gt.Parameter(
        name, meaning=f"what full security against the hegemon is worth to {who}", unit=f"{who}'s utility", above=0,
        source="free: sets the scale of the two forms below",
    )  # fmt: skip


s_C, s_R = _gain("s_C", "China"), _gain("s_R", "Russia")
enough_C, enough_R = _threshold("enough_C", "China"), _threshold("enough_R", "Russia")
prize_C, prize_R = _prize("prize_C", "China"), _prize("prize_R", "Russia")

# The game: to stay partners pays 0, to ally pays the gain in security less what the duties cost; it takes both.

pact = level_game("A pact against the hegemon", (0, s_C - f_C), (0, s_R - f_R))
can_ally = gt.nash(pact, ALLIED).called("the alliance is an equilibrium")
only_alliance = gt.only(gt.nash, pact, ALLIED).called("the alliance is the only equilibrium")
ends_allied = stays(pact, "alliance").called("the alliance is the only outcome that the pair does not leave")

# The gain as a form of power. Pooled: worth the prize as long as the two together can offset the hegemon, else nothing.

offset = power_C + power_R >= power_U
worth_it = level_game("A pact that offsets the hegemon", (0, prize_C - f_C), (0, prize_R - f_R))
useless = level_game("A pact too weak for the hegemon", (0, -f_C), (0, -f_R))
pays_both_if_pooled = (
    (gt.pareto_dominates(worth_it, ALLIED, ("partnership", "partnership"), strict=True) & offset)
    | (
        gt.pareto_dominates(useless, ALLIED, ("partnership", "partnership"), strict=True)
        & (power_C + power_R < power_U)
    )
).called("an alliance of pooled power pays both")


def share(own: Any, hegemon: Any) -> Any:
    """Return the security of a side against the hegemon, between 0 and 1: its share of the power of the two sides."""
    return own / (own + hegemon)


BOTH = power_C + power_R
by_shares = level_game(
    "A pact, security as a share of power",
    (prize_C * share(power_C, power_U), prize_C * share(BOTH, power_U) - f_C),
    (prize_R * share(power_R, power_U), prize_R * share(BOTH, power_U) - f_R),
)
can_ally_by_shares = gt.nash(by_shares, ALLIED).called("an alliance, worth a share of power, is an equilibrium")

# Under a stronger hegemon: the same pact, with the gains there are then.

more_C, more_R = (
    gt.Parameter(
        f"more_{letter}", meaning=f"the gain s_{letter} of {who} if the hegemon were stronger than it is",
        unit=f"{who}'s utility", source="free: neither paper gives a level",
    )
    for letter, who in (("C", "China"), ("R", "Russia"))
)  # fmt: skip
can_ally_later = gt.nash(
    level_game("A pact against a stronger hegemon", (0, more_C - f_C), (0, more_R - f_R)), ALLIED
).called("the alliance is an equilibrium against a stronger hegemon")

# The record of 1991 to 2012: no alliance. Pure theory knows neither costs nor a reaction; the full game knows both.

pure = level_game("Pure balance of power", (v_C0, v_C1, v_C2), (v_R0, v_R1, v_R2))
full = three_levels("Balance of power, with costs and a reaction", whatever_the_tie=True)
seen_C, seen_R = (
    gt.Parameter(
        f"seen_{letter}", meaning=f"how far {who} perceives the hegemon's power as a threat to it", unit="share",
        at_least=0, at_most=1, source="free",
    )
    for letter, who in (("C", "China"), ("R", "Russia"))
)  # fmt: skip
perceived = level_game(
    "Power balanced as far as it is perceived as a threat",
    (v_C1, v_C1 + seen_C * (v_C2 - v_C1)),
    (v_R1, v_R1 + seen_R * (v_R2 - v_R1)),
)
too_weak = level_game("Balance of power, with nothing to gain", (v_C0, v_C1, v_C1), (v_R0, v_R1, v_R1))
predicted = stays(pure, "alliance").called("pure theory: the alliance is the only outcome that the pair does not leave")
short_of_it = (gt.strong_nash(pure, "no tie") | gt.strong_nash(pure, "partnership")).called(
    "pure theory: something short of an alliance is an outcome that the pair does not leave"
)
short_of_it_alone = (gt.nash(pure, "no tie") | gt.nash(pure, "partnership")).called(
    "pure theory: something short of an alliance is an equilibrium"
)
reconciled = (stays(full, "alliance") | gt.when((f_C > 0) | (f_R > 0) | (q * (1 - h) > 0))).called(
    "unless duties cost something or a reaction is held in reserve, the pair ends up allied"
)
predicted_if_perceived = stays(perceived, "alliance").called("as far as a threat is perceived, the pair ends up allied")
predicted_if_pooled = ((predicted & offset) | (stays(too_weak, "alliance") & (power_C + power_R < power_U))).called(
    "as far as pooled power is of use, the pair ends up allied"
)

# Premises.


def order_of(power: Any, threshold: Any, gain: Any, cost: Any) -> Any:
    """Return that gain and cost are ordered as power and threshold are."""
    above = (power > threshold) & (gain > cost)
    level = gt.equal(power, threshold) & gt.equal(gain, cost)
    return above | level | ((power < threshold) & (gain < cost))


hegemon = [
    gt.Premise(power_U > power_C, name="the United States is stronger than China", stated=PLAUSIBLE),
    gt.Premise(power_U > power_R, name="the United States is stronger than Russia", stated=PLAUSIBLE),
]
repels = [
    gt.Premise(
        order_of(power_U, enough, gain, cost),
        name=f"{who}'s gain covers the cost exactly from a power of the hegemon on",
        stated=LOGIC,
    )
    for who, enough, gain, cost in (("China", enough_C, s_C, f_C), ("Russia", enough_R, s_R, f_R))
]
repels_more = [
    gt.Premise(more_C > s_C, name="a stronger hegemon repels China more", stated=LOGIC),
    gt.Premise(more_R > s_R, name="a stronger hegemon repels Russia more", stated=LOGIC),
]
safer = [
    gt.Premise(s_C > 0, name="an alliance makes China safer", stated=LOGIC),
    gt.Premise(s_R > 0, name="an alliance makes Russia safer", stated=LOGIC),
]
pure_theory = [
    gt.Premise(v_C2 > v_C1, name="an alliance makes China safer than the partnership", stated=LOGIC),
    gt.Premise(v_R2 > v_R1, name="an alliance makes Russia safer than the partnership", stated=LOGIC),
    gt.Premise(v_C2 > v_C0, name="an alliance makes China safer than no tie", stated=LOGIC),
    gt.Premise(v_R2 > v_R0, name="an alliance makes Russia safer than no tie", stated=LOGIC),
]

CLAIMS = (
    gt.Claim(
        id="kuliani-waltz-alliance-plausible",
        paper=KULIANI.key,
        locator="section 2.2, last para (p. 9)",
        paraphrase="By Waltz's reasoning an alliance of China and Russia is very plausible for as long as the United "
        "States stays a global superpower.",
        attributed_to="Waltz as Kuliani expects him to argue",
        strength="reports",
        kind="existence, threshold in the hegemon's power",
        readings=(
            gt.Reading(
                "the alliance can be an equilibrium from a threshold of the hegemon's power on",
                gt.exactly(can_ally, (power_U >= enough_C) & (power_U >= enough_R)),
                stated=repels,
                challenge="The premise is the conclusion, side by side; that the gain rises throughout is assumed, and "
                "the two computed forms below do not bear it out.",
            ),
            gt.Reading(
                "what is an equilibrium against a hegemon stays one against a stronger hegemon",
                (~can_ally | can_ally_later).called("a stronger hegemon never undoes the alliance as an equilibrium"),
                stated=repels_more,
                challenge="A stronger hegemon also punishes harder (paszak-us-reaction-deters); cost is held fixed.",
            ),
            gt.Reading(
                "plausible: the alliance is an equilibrium for some gains and costs",
                gt.possible(can_ally),
                stated=[*hegemon, *safer],
                challenge="Hardly anything is implausible in this sense.",
            ),
            gt.Reading(
                "plausible: the alliance is what every equilibrium brings",
                only_alliance,
                stated=[*hegemon, *safer],
                challenge="Nobody can ally alone, so no game of mutual consent could satisfy this.",
            ),
            gt.Reading(
                "plausible: the alliance is the only outcome that the pair does not leave",
                ends_allied,
                stated=[*hegemon, *safer],
                unstated=(
                    gt.Premise((f_C <= 0) & (f_R <= 0), name="the duties of an alliance cost nothing"),
                    gt.Premise((s_C > f_C) & (s_R > f_R), name="for both, the gain in security exceeds the cost"),
                ),
                challenge="That the pair would find the better equilibrium is a choice of concept.",
            ),
            gt.Reading(
                "computed: pooled power is of use as long as it can offset the hegemon",
                gt.grows(pays_both_if_pooled, power_U),
                stated=hegemon,
                challenge="All or nothing; but any form in which too great a lead makes pooling pointless gives a gain "
                "that falls in the end.",
            ),
            gt.Reading(
                "computed: security is a share of the power of the two sides",
                gt.grows(can_ally_by_shares, power_U),
                stated=hegemon,
                unstated=(
                    gt.Premise(
                        (power_U**2 <= power_C * BOTH) & (power_U**2 <= power_R * BOTH),
                        name="the hegemon's power is at most the geometric mean of each ally's own and the joint power",
                    ),
                ),
                challenge="One form among many: the gain peaks where the hegemon's power is that mean. With a hegemon "
                "above China the premise needs China less than 1.62 times as strong as Russia, and on Paszak's figures "
                "it is not.",
            ),
        ),
        refuted_by="A gain computed from the three powers that falls as the hegemon's power grows: from where the two "
        "together can no longer offset it, or from the geometric mean of one's own and the joint power on.",
    ),
    gt.Claim(
        id="kuliani-balancing-anomaly",
        paper=KULIANI.key,
        locator="section 2.1, from note 8 on",
        paraphrase="By pure theory the two ought to have formed a coalition against the hegemon by now; neither they "
        "nor anyone else has done so openly.",
        attributed_to="Kuliani, from Waltz",
        strength="asserts",
        kind="historical pattern, set against the pure model",
        readings=(
            gt.Reading(
                "pure theory predicts the alliance",
                predicted,
                stated=pure_theory,
                challenge="With the partnership as the state of things; a gain over no tie alone would not do.",
            ),
            gt.Reading(
                "the record, a tie short of alliance, is none that the pair would keep",
                gt.never(short_of_it),
                stated=pure_theory,
                challenge="Two capitals may fail to coordinate; see the next reading.",
            ),
            gt.Reading(
                "the record is no equilibrium",
                gt.never(short_of_it_alone),
                stated=pure_theory,
                challenge="An alliance takes two: that neither moves alone refutes no theory.",
            ),
            gt.Reading(
                "what could explain it: costly duties or a reaction in reserve, given a gain",
                reconciled,
                stated=pure_theory,
                challenge="The list is complete in this game; a gain of nothing (below) is the other way out.",
            ),
            gt.Reading(
                "his own answer: power is balanced as far as it is perceived as a threat",
                gt.exactly(predicted_if_perceived, (seen_C > 0) & (seen_R > 0)),
                stated=pure_theory,
                challenge="A factor between 0 and 1; and section 4.6 has both feel undermined by the United States.",
            ),
            gt.Reading(
                "pooled power is of use as long as it can offset the hegemon",
                predicted_if_pooled,
                stated=[*pure_theory, *hegemon],
                unstated=(gt.Premise(offset, name="the two together can offset the United States"),),
                challenge="Bound to the measure of power: neither paper gives a level for the United States.",
            ),
        ),
        refuted_by="A gain for both, neither costs nor a reaction, and still a tie short of alliance that the pair "
        "would keep: impossible by construction. A plain equilibrium without alliance refutes nothing.",
    ),
    gt.Claim(
        id="paszak-us-decisive-advantage",
        paper=PASZAK.key,
        locator="Conclusions, para 2; section 2, para 6",
        paraphrase="For decades to come the United States keeps a decisive lead over both states, and it can still "
        "hold back their rise.",
        attributed_to="Paszak",
        strength="asserts",
        kind="empirical premise",
        readings=(),
        refuted_by="American capability below that of the two together, or below that of the stronger one: the text "
        "allows both readings.",
        data="A premise about the world, used by paszak-us-reaction-deters, not a conclusion of any game. The paper "
        "has no American figure. By its own figures (section 1) a lead over both together needs more than "
        f"{float(power_that_balances('gdp').printed):.2f} tn USD of GDP, or {power_that_balances('milex').printed} bn "
        "USD of military spending, at market prices; by other measures the order may differ. With such a lead pooled "
        "power offsets nothing. Paszak starts from American primacy, as kuliani-waltz-alliance-plausible does, and "
        "concludes the opposite.",
    ),
)

GAMES = (pact, by_shares, pure, full, perceived)
