"""Where the tie may go: five scenarios and what would bring them about (Kuliani 2012, sections 5.1 to 5.6).

The mechanism. The thesis ranks four of five futures by likelihood, calls the present one fragile, able to tip either
way, and says what each would take: effort by both, growth and a benign world for convergence; a shock to security for
alliance. Paszak (Abstract, section 1, Conclusions): only a change that harms both could bring an alliance, and an
unwritten one would be no way round the obstacles.

What the papers leave open, and what is done about it here.

* A ranking by likelihood needs a measure, and none is stated. The scenarios are regions (scenario_regions.py); their
  order is a condition on the measure. Each declared measure is a reading; none of them is the thesis's.
* Fragile and most plausible: in the *effort game* each may work or coast, and work pays only beside work. The
  two agreed states are stable and any middle is not, so a status quo in the middle has no share. As the state in
  which effort still decides it has one, smaller than that of a tie that stops short of an alliance.
* Several triggers joined by "and/or": whether one side's shock is enough depends on who must agree. Each must gain
  (MIN, by consent); gains can be made over (SUM, with side payments); the more eager decides for both (MAX).
* That internal barriers are enough without an American reaction is a statement about the games at q = 0.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian import effort
from sino_russian.consent import by_consent, by_payment, by_the_eager
from sino_russian.external_driver import y_C, y_R
from sino_russian.levels import lower_counts, tie_game
from sino_russian.quantities import ASSUMED, D_C, D_R, h_CU, h_RU
from sino_russian.reaction import pair_game, stays
from sino_russian.scenario_regions import (
    CHANCES,
    INDEPENDENT,
    MEASURES,
    contest_game,
    in_the_author_s_order,
    w_bind,
    w_gain,
    w_probe,
    w_tie,
)
from sino_russian.sources import KULIANI, PASZAK

PACT = KULIANI.at("section 5.4")
UNWRITTEN, HARMFUL = PASZAK.at("section 1, para 3"), PASZAK.at("Conclusions, para 3")


def _worth(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="that side's utility", source=ASSUMED, **bounds)


# Triggers and shocks (consent.py: three ways in which two gains make an alliance).

tau_0 = _worth("tau_0", "threat to the security of each before any trigger", at_least=0)
nato = _worth("nato", "what NATO inside the former Soviet Union adds for Russia", at_least=0)
baltic = _worth("baltic", "what the Baltic accession added for Russia", at_least=0)
taiwan = _worth("taiwan", "what a Taiwan security act adds for China", at_least=0)
missiles = _worth("missiles", "what missile defence adds for both", at_least=0)
obstacles = _worth("obstacles", "what the limitations of the tie would cost each in an alliance")
z_Ch = _worth("z_Ch", "harm that the change does to China", at_least=0)
z_Ru = _worth("z_Ru", "harm that the change does to Russia", at_least=0)
Z = _worth("Z", "harm from which an alliance is worth its price")


def secured(nato: Any = 0, taiwan: Any = 0, missiles: Any = 0) -> tuple[Any, Any]:
    """Return what an alliance gives China and Russia after these triggers."""
    return tau_0 + taiwan + missiles - obstacles, tau_0 + nato + missiles - obstacles


harmed = (z_Ch - Z, z_Ru - Z)
at_most_one = (z_Ch < Z) | (z_Ru < Z)

# An unwritten alliance, and the written one, without any American reaction (q = 0).

inf_C = _worth("inf_C", "what an unwritten alliance is worth to China, over a partnership")
inf_R = _worth("inf_R", "what an unwritten alliance is worth to Russia, over a partnership")
unwritten = lower_counts("Unwritten alliance, or none", ("partnership", "informal"), (0, inf_C), (0, inf_R))
all_forms = lower_counts(
    "Unwritten and written alliance without a reaction", ("partnership", "informal", "alliance"),
    (0, inf_C, D_C), (0, inf_R, D_R),
)  # fmt: skip
only_partners = stays(all_forms).called("without any reaction the partnership is the only outcome they do not leave")
reaction_stops_them = stays(pair_game("With the reaction")) & stays(pair_game("Without it", q=0), "alliance")

# A partnership with an economic base, with and without what hostility adds to it.

base_C = _worth("base_C", "what the economic relation is worth to China")
base_R = _worth("base_R", "what the economic relation is worth to Russia")
drive_C = _worth("drive_C", "what hostility from outside adds for China", at_least=0)
drive_R = _worth("drive_R", "what hostility from outside adds for Russia", at_least=0)
solid = stays(tie_game("The partnership left to itself", (0, base_C), (0, base_R)))
tied_now = stays(tie_game("The partnership under pressure", (0, base_C + drive_C), (0, base_R + drive_R)))
solid_with_rear = stays(
    tie_game("The partnership left to itself, borders settled", (0, base_C + y_C), (0, base_R + y_R))
)

# Premises.

AS_RANKED = "the scenarios are ranked as in the thesis"
ranked_so = in_the_author_s_order(INDEPENDENT)
nato_comes = gt.Premise(nato > 0, name="NATO comes inside the former Soviet Union", stated=PACT + ", at note 72")
missiles_come = gt.Premise(missiles > 0, name="missile defence is pursued", stated=PACT + ", para 2")
limited = gt.Premise(tau_0 < obstacles, name="as things are, limitations outweigh security", stated=PACT + ", para 2")
no_unwritten = gt.Premise(
    (inf_C < 0) | (inf_R < 0), name="perceptions and interests speak against it for one of them", stated=UNWRITTEN
)


def _declared(name: str) -> gt.Reading:
    ranked = in_the_author_s_order({one: share.subs(CHANCES[name]) for one, share in INDEPENDENT.items()})
    return gt.Reading(
        f"by a declared measure: {MEASURES[name].about}",
        gt.when(ranked).called(AS_RANKED),
        challenge="Nobody states this measure, and under another one the order differs.",
    )


# fmt: off
CLAIMS = (
    gt.Claim(
        id="kuliani-scenario-ranking",
        paper=KULIANI.key,
        locator="section 5.1; section 5.2, para 2; section 5.4, last para; section 5.5, last para",
        paraphrase="The status quo is put first, convergence counted among the convincing paths, an alliance called "
        "improbable though possible, confrontation of small likelihood; tension is not ranked.",
        attributed_to="Kuliani",
        strength="asserts, in hedged words",
        kind="ranking",
        readings=(
            gt.Reading(
                "by any measure in which the four questions (tie, alliance gain, reliability, probing) are independent",
                gt.when(ranked_so).called(AS_RANKED),
                unstated=(
                    gt.Premise((w_gain <= gt.exact("1/2")) & (w_tie * (1 - w_gain) >= 1 - w_tie),
                               name="a tie that stops short of an alliance is likelier than one that does not, and "
                               "than none"),
                    gt.Premise((w_bind > 0) & (w_bind < gt.exact("1/2")), name="being bound is unlikely to be better"),
                    gt.Premise((w_tie * w_gain * (1 - w_bind) > (1 - w_tie) * w_probe) & ((1 - w_tie) * w_probe > 0),
                               name="probing is not excluded, and unlikelier than convergence"),
                ),
                challenge="The questions need not be independent: what adds to a tie may add to an alliance.",
            ),
            gt.Reading(
                "by some measure", gt.possible(gt.when(ranked_so).called(AS_RANKED)),
                challenge="Some measure gives almost any order.",
            ),
            *map(_declared, CHANCES),
        ),
        refuted_by="Another order of the shares under the measure that one declares.",
    ),
    gt.Claim(
        id="kuliani-status-quo-fork",
        paper=KULIANI.key,
        locator="section 5.1; section 5.3",
        paraphrase="The present state is fragile and can tip either way; too little effort and an adverse setting "
        "yield tension, down to an open struggle in Central Asia.",
        attributed_to="Kuliani",
        strength="asserts",
        kind="threshold (two stable states)",
        readings=(
            gt.Reading(
                "effort decides today", effort.fork,
                unstated=(effort.alone_in_vain, effort.together_worth_it, effort.decays, effort.grows),
                challenge="Outside these bounds the environment decides, or one of the two does.",
            ),
            gt.Reading(
                "effort decides exactly where work pays only beside work and the environment leaves it open",
                gt.exactly(effort.fork, effort.open_fork),
                challenge="Effort as all or nothing, the same for both, and a tie that moves by a sum.",
            ),
            gt.Reading(
                "the status quo as a middle between the two: no such state is stable", gt.never(effort.middle),
                unstated=(effort.complements, effort.hunt),
                challenge="Stable in the sense of a population of such pairs; two states are no population.",
            ),
            gt.Reading(
                "the status quo as a state that lasts: little effort, and a tie that stays as it is", effort.lasts,
                unstated=(effort.alone_in_vain, effort.makes_up),
                challenge="Over the near to medium term a slow drift may pass for a standstill.",
            ),
        ),
        refuted_by="A middle effort that is stable; or an outcome that does not depend on effort, the environment "
        "being what it is.",
    ),
    gt.Claim(
        id="kuliani-convergence-conditions",
        paper=KULIANI.key,
        locator="section 5.2; compare section 5.6, para 2",
        paraphrase="Convergence needs work by both, growth in both and a benign world; yet common pressure from "
        "outside is what keeps it going.",
        attributed_to="Kuliani",
        strength="asserts",
        kind="threshold (all conditions together)",
        readings=(
            gt.Reading(
                "exactly where growth and pressure make work pay for both, and the environment lets it bear fruit",
                gt.exactly(effort.converges, effort.all_favourable),
                challenge="Growth and pressure replace each other here; the thesis may mean that both are needed.",
            ),
            gt.Reading(
                "pressure from outside is needed", gt.never(effort.converges & (gt.equal(h_CU, 0) | gt.equal(h_RU, 0))),
                unstated=(effort.growth_not_enough,),
                challenge="It is said to keep the two together, not to be indispensable.",
            ),
            gt.Reading(
                "the more pressure the better, where pressure may spoil the environment",
                gt.grows(effort.converges_spoilt, h_RU), unstated=(effort.harmless,),
                challenge="A benign world may mean the world economy alone.",
            ),
        ),
        refuted_by="Convergence with one of the conditions missing.",
    ),
    gt.Claim(
        id="kuliani-alliance-trigger",
        paper=KULIANI.key,
        locator="section 5.4, para 2 at note 72",
        paraphrase="NATO inside the former Soviet Union, a Taiwan security act or missile defence could push the two "
        "close to an alliance, by putting security above what limits the tie.",
        attributed_to="Kuliani",
        strength="hedges (could nudge; verging on an alliance)",
        kind="threshold",
        readings=(
            gt.Reading(
                "MIN: all three together are enough", by_consent(*secured(nato, taiwan, missiles)),
                stated=(
                    nato_comes, missiles_come, limited,
                    gt.Premise(taiwan > 0, name="the Taiwan act is passed", stated=PACT + ", para 2"),
                ),
                unstated=(
                    gt.Premise((taiwan + missiles >= obstacles - tau_0) & (nato + missiles >= obstacles - tau_0),
                               name="to each, its own trigger and the common one are what it lacks"),
                    gt.Premise(missiles >= obstacles - tau_0, name="the common one is enough already"),
                ),
                challenge="The text leaves open how many of them it takes.",
            ),
            gt.Reading(
                "SUM: NATO's coming is enough, Russia making it worth China's while", by_payment(*secured(nato=nato)),
                stated=(nato_comes, limited),
                unstated=(gt.Premise(nato >= 2 * (obstacles - tau_0), name="it makes up for what both lack together"),),
                challenge="Security would have to be something that one of them can pay the other for.",
            ),
            gt.Reading(
                "MAX: NATO's coming is enough, China following Russia", by_the_eager(*secured(nato=nato)),
                stated=(nato_comes, limited),
                unstated=(
                    gt.Premise(nato >= obstacles - tau_0, name="it makes up for what Russia lacks"),
                    gt.Premise(nato >= 2 * (obstacles - tau_0), name="it makes up for what both lack together"),
                ),
                challenge="No treaty of two comes about by the wish of one.",
            ),
            gt.Reading(
                "MIN: NATO's coming is enough by itself", by_consent(*secured(nato=nato)),
                stated=(nato_comes, limited),
                challenge="It may count as a threat to China as well.",
            ),
            gt.Reading(
                "MIN: missile defence, which is against both, is enough", by_consent(*secured(missiles=missiles)),
                stated=(missiles_come, limited),
                unstated=(gt.Premise(missiles >= obstacles - tau_0, name="it makes up for what each lacks"),),
                challenge="Equally dangerous to both is ours.",
            ),
            gt.Reading(
                "MAX, against the record: NATO's coming is enough, though the Baltic accession was not",
                by_the_eager(*secured(nato=nato)),
                stated=(
                    nato_comes,
                    gt.Premise(tau_0 + baltic < obstacles, name="the Baltic states joined, no alliance followed",
                               stated=PASZAK.at("section 2, para 1")),
                ),
                unstated=(
                    gt.Premise(nato >= obstacles - tau_0, name="it gives what Russia lacks, as the Baltic one did not"),
                ),
                challenge="Note 72 means Georgia and Ukraine, and the Baltic accession came before the thesis.",
            ),
        ),
        refuted_by="One of the triggers, and no alliance. The rupture of 2014 and the tariffs of 2018 are not on the "
        "list and bound the threshold by analogy only.",
    ),
    gt.Claim(
        id="paszak-alliance-needs-joint-shock",
        paper=PASZAK.key,
        locator="Abstract; Conclusions, para 3",
        paraphrase="Only a sudden and far-reaching change that harms both might make their interests converge enough "
        "for an alliance.",
        attributed_to="Paszak",
        strength="asserts that it is necessary; might be sufficient",
        kind="threshold (necessary condition)",
        readings=(
            gt.Reading(
                "MIN: none where at most one is harmed enough", gt.never(by_consent(*harmed) & at_most_one),
                challenge="That harm brings a gain from the alliance in the same measure is the law assumed.",
            ),
            gt.Reading(
                "MIN: an alliance holds exactly where the harm to both is large enough",
                gt.exactly(by_consent(*harmed), gt.when((z_Ch >= Z) & (z_Ru >= Z)).called("both are harmed enough")),
                challenge="The paper says that such a change might be enough, not that it would.",
            ),
            gt.Reading(
                "SUM: none where at most one is harmed enough, side payments included",
                gt.never(by_payment(*harmed) & at_most_one),
                unstated=(
                    gt.Premise(z_Ch + z_Ru < 2 * Z, name="the harm to one does not make up for the other"),
                    gt.Premise((z_Ch < Z) & (z_Ru < Z), name="neither is harmed enough"),
                ),
                challenge="The gas price of 2014 shows that one can make something over to the other.",
            ),
            gt.Reading(
                "MAX: none where at most one is harmed enough, the other following",
                gt.never(by_the_eager(*harmed) & at_most_one),
                unstated=(gt.Premise((z_Ch < Z) & (z_Ru < Z), name="neither is harmed enough"),),
                challenge="No treaty of two comes about by the wish of one.",
            ),
            gt.Reading(
                "MIN: a change that harms both brings it about", by_consent(*harmed),
                stated=(
                    gt.Premise(z_Ch > 0, name="the change harms China", stated=HARMFUL),
                    gt.Premise(z_Ru > 0, name="the change harms Russia", stated=HARMFUL),
                ),
                unstated=(gt.Premise((z_Ch >= Z) & (z_Ru >= Z), name="it harms each enough"),),
                challenge="By 2018 both were hit, without an alliance: the harm needed is larger than that.",
            ),
        ),
        refuted_by="An alliance after a shock to one of them.",
    ),
    gt.Claim(
        id="paszak-informal-alliance-no-way-round",
        paper=PASZAK.key,
        locator="section 1, para 3; the opposite view in the Introduction, para 1",
        paraphrase="An unwritten alliance would not get round the problem, as perceptions and interests diverge too "
        "much; some Chinese experts are for allying all the same.",
        attributed_to="Paszak (rejects it); Yan Xuetong, as reported",
        strength="asserts (strong arguments)",
        kind="impossibility",
        readings=(
            gt.Reading(
                "the unwritten one does not come about",
                stays(unwritten).called("the partnership is the only outcome that the pair does not leave"),
                stated=no_unwritten,
                challenge="That one of them loses by it is what is said.",
            ),
            gt.Reading(
                "without any reaction (q = 0) neither form comes about", only_partners,
                stated=no_unwritten,
                unstated=(
                    gt.Premise((D_C < 0) | (D_R < 0), name="the written one would cost one of them more than it gives"),
                    gt.Premise((D_C <= inf_C) & (D_R <= inf_R), name="it adds nothing to an unwritten one"),
                ),
                challenge="The paper argues from perceptions and interests and leaves the duties of a treaty aside.",
            ),
            gt.Reading(
                "internal barriers are enough without a reaction, and the reaction is what stops them",
                gt.possible((only_partners & reaction_stops_them).called("both at once")),
                challenge="Section 2 ranks the reaction as perhaps the first argument, not as the only one.",
            ),
        ),
        refuted_by="At q = 0 an alliance, written or not, that both gain by: then the reaction does the work.",
    ),
    gt.Claim(
        id="kuliani-solid-partnership-needs-base",
        paper=KULIANI.key,
        locator="section 5.6, para 2",
        paraphrase="A truly solid partnership needs a more constructive basis, such as a developed economic relation, "
        "together with vision, will and perseverance.",
        attributed_to="Kuliani",
        strength="asserts",
        kind="threshold (necessary condition)",
        readings=(
            gt.Reading(
                "it outlasts the pressure exactly where the economic base is worth something to both",
                gt.exactly(
                    solid.called("the partnership holds in the absence of hostility"),
                    gt.when((base_C > 0) & (base_R > 0)).called("the base is worth something to both"),
                ),
                challenge="Solid as outlasting the pressure is our word for it; will and vision are left aside.",
            ),
            gt.Reading(
                "without a base it lasts exactly as long as the pressure makes up for that",
                gt.exactly(
                    (tied_now & ~solid).called("it holds now and would not in the absence of hostility"),
                    gt.when(
                        (drive_C > -base_C) & (drive_R > -base_R) & ((base_C <= 0) | (base_R <= 0))
                    ).called("pressure makes up for a base that one of them lacks"),
                ),
                challenge="Pressure and base are taken to add up.",
            ),
            gt.Reading(
                "no other base will do", gt.never(solid_with_rear & ((base_C <= 0) | (base_R <= 0))),
                unstated=(
                    gt.Premise((y_C <= 0) & (y_R <= 0), name="settled borders are worth nothing to either"),
                    gt.Premise((base_C + y_C <= 0) | (base_R + y_R <= 0), name="for one of them they are not enough"),
                ),
                challenge="The economic relation is the thesis's example of a basis, not the only one.",
            ),
        ),
        refuted_by="A tie that outlasts the hostility without an economic base, on the border's security for instance.",
    ),
)
# fmt: on

GAMES = (effort.effort_game, effort.joint_work, contest_game, all_forms)
