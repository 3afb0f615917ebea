"""Balancing against threats and not against power (Kuliani 2012, sections 2.1, 2.2, 4.6 and 5.4; Paszak, section 2).

The mechanism. A state answers what threatens it. Walt, as Kuliani cites him, names four things that make a state
threatening: strength, nearness, offensive means and offensive intentions; Paszak takes over only that perceived threat
counts. Kuliani draws on Walt for why nobody balanced openly against the United States, for how changed perceptions
would change the tie, and for the tie as soft balancing.

What the papers leave open, and what is done about it here.

* How the four combine. First readings leave it open: threat enters by its values before and after one factor is
  raised. *Product* (each factor is needed) and *sum* (each factor adds) are named readings, and they part over zero
  intentions. Exponents on the factors (weights) rescale them and are left out.
* What balancing pays. It costs c_bal and takes the threat away; waiting leaves it. A state that is indifferent
  counts as balancing.
* What moves the tie. It needs both, so the less willing of the two decides. Soft balancing is the partnership, in the
  game that containment_response plays too (reaction.py): what has been imposed already counts, whatever the tie, or
  as a price of it.
* What they carry against the United States, and what of their own, is a vote on one issue (agenda.py).

A threat index is turned into a utility here. That is a choice of scale, and it is not innocent where two different
states' threats are subtracted; where that is done the reading says so.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian.agenda import agenda, blocked, carried, ideal_C, ideal_R, initiative, move, quo, same_side
from sino_russian.closer_tie import by_difference, closer_tie, formed
from sino_russian.levels import level_game
from sino_russian.quantities import (
    D_C,
    D_R,
    h,
    k_C,
    k_R,
    power_C,
    power_U,
    q,
    tau_CU,
    tau_RC,
    tau_RU,
    v_C0,
    v_C1,
    v_R0,
    v_R1,
)  # fmt: skip
from sino_russian.reaction import stays, three_levels
from sino_russian.sources import KULIANI, PASZAK

FACTORS, INTENTIONS = KULIANI.at("section 2.1, at note 9"), KULIANI.at("section 2.1, after note 8")
SHARED_THREAT, COLD_WAR = KULIANI.at("section 5.4, at note 72"), KULIANI.at("section 5.4, at note 71")
VETOES, LEAD = KULIANI.at("section 4.6, at note 49"), PASZAK.at("section 2, para 6")
FREE = "free: no paper gives a level"
RIVALS = {"U": "the United States", "C": "China"}

# Parameters.


def _index(name: str, meaning: str, **bounds: Any) -> gt.Parameter:
    return gt.Parameter(name, meaning=meaning, unit="index", source=FREE, **{"at_least": 0, **bounds})


c_bal = _index("c_bal", "what balancing costs the state that balances")
near_RU, near_RC = (_index(f"near_R{j}", f"nearness of {who} to Russia", at_most=1) for j, who in RIVALS.items())
arms_U, arms_C = (_index(f"arms_{j}", f"offensive means of {who}", at_most=1) for j, who in RIVALS.items())
intent_RU, intent_RC = (
    _index(f"intent_R{j}", f"offensive intentions of {who}, as Russia sees them", at_most=1)
    for j, who in RIVALS.items()
)
c_RU, c_RC = (_index(f"c_R{j}", f"what balancing against {who} costs Russia") for j, who in RIVALS.items())
tau_now = _index("tau_now", "threat perceived now")
RAISED = {
    what: _index(f"tau_{what}", f"threat perceived if {what} is raised")
    for what in ("strength", "nearness", "means", "intentions")
}
win_now, win_stronger = gt.parameters(
    "win_now win_stronger", meaning="what joining the threatening state pays, now and if it is stronger", unit="index"
)
n_C, n_R = gt.parameters("n_C n_R", meaning="net gain from a closer tie now", unit="own utility", source=FREE)
n_C_later = gt.Parameter(
    "n_C_later", meaning="China's net gain when it fears the United States more", unit="China's utility"
)
n_R_later = gt.Parameter("n_R_later", meaning="Russia's net gain when it fears China less", unit="Russia's utility")

# One state and one threat: balancing costs c_bal and takes the threat away, waiting leaves it.


def answer(threat: Any, join: Any = None) -> gt.Game:
    """Return the choice; `join` is what joining the threatening state pays, where that is open."""
    pays = {("balance",): (-c_bal,), ("wait",): (-threat,)} | ({} if join is None else {("join",): (join,)})
    return gt.Game("An answer to a threat", ("the state",), tuple(done for (done,) in pays), pays)


def balances(threat: Any, join: Any = None, *, strict: bool = False) -> gt.Region:
    """Return where balancing is best; ties count unless strict."""
    return gt.nash(answer(threat, join), ("balance",), strict=strict).called("balancing is a best reply")


product = power_U * near_RU * arms_U * intent_RU
total = power_U + near_RU + arms_U + intent_RU  # each factor measured by what it adds
before = balances(tau_now)
after_each = balances(RAISED["strength"])
for what in ("nearness", "means", "intentions"):
    after_each = after_each & balances(RAISED[what])

# Which of two: balancing against one of them leaves the threat of the other.


def target(threat_US: Any, threat_China: Any, cost_US: Any = 0, cost_China: Any = 0) -> gt.Game:
    """Return Russia's choice whom to balance against."""
    return gt.Game(
        "Whom to balance against", ("Russia",), ("the United States", "China"),
        {("the United States",): (-threat_China - cost_US,), ("China",): (-threat_US - cost_China,)},
    )  # fmt: skip


by_factors = target(product, power_C * near_RC * arms_C * intent_RC)
# Special case: how offensive the United States must look to Russia, for China not to be the one it balances against.
INTENTION_THRESHOLD = gt.exactly(
    gt.only(gt.nash, by_factors, ("the United States",)),
    gt.when(
        intent_RU > intent_RC * (power_C / power_U) * (near_RC / near_RU) * (arms_C / arms_U),
        assuming=(near_RU > 0, arms_U > 0),
    ),
)

# The pair: a closer tie or not (closer_tie.py), before and after a change of perception.

now = formed(n_C, n_R)
never_lowered = ((~now | formed(n_C, n_R_later)) & (~now | formed(n_C_later, n_R))).called(
    "a tie that is formed now is formed after either change"
)
moved = (stays(closer_tie(n_C, n_R)) & formed(n_C, n_R_later)).called("the change in Russia's perception moves the tie")
moved_by_china = (stays(closer_tie(n_C, n_R)) & formed(n_C_later, n_R)).called(
    "the change in China's perception moves the tie"
)

# Soft balancing: three levels; and the same with what each level adds, now and under a greater shared threat.

levels = three_levels("Three levels under a likely reaction")
levels_hit_anyway = three_levels("Three levels, hit whatever the tie", whatever_the_tie=True)
SIDES, STEPS = {"C": "China", "R": "Russia"}, {1: "the partnership", 2: "the alliance"}
adds = {
    (i, level, time): gt.Parameter(
        f"add_{i}{level}{time}", meaning=f"what {step} adds for {who}, {'under more threat' if time else 'now'}",
        unit="own utility",
    )
    for i, who in SIDES.items() for level, step in STEPS.items() for time in ("", "_more")
}  # fmt: skip


def by_steps(time: str) -> gt.Game:
    """Return the three levels by what each adds to the one below."""
    china, russia = ((0, adds[i, 1, time], adds[i, 1, time] + adds[i, 2, time]) for i in "CR")
    return level_game(f"Three levels by steps{time}", china, russia)


def _kept(level: str, time: str) -> gt.Region:
    return gt.strong_nash(by_steps(time), level)


not_lowered = (
    (~_kept("alliance", "") | _kept("alliance", "_more"))
    & (~_kept("partnership", "") | _kept("partnership", "_more") | _kept("alliance", "_more"))
    & (_kept("no tie", "") | ~_kept("no tie", "_more"))
).called("more shared threat never lowers the level that the pair does not leave")

worth_it = [
    gt.Premise(tie > none, name=f"under the threat {who} gains by the partnership, gross", stated=SHARED_THREAT)
    for who, tie, none in (("China", v_C1, v_C0), ("Russia", v_R1, v_R0))
]
pact_serves_neither = [
    gt.Premise(gt.equal(q, 1), name="a pact brings on a cold war by necessity", stated=COLD_WAR),
    gt.Premise(D_C < (1 - h) * k_C, name="a cold war costs China more than a pact gives it", stated=COLD_WAR),
    gt.Premise(D_R < (1 - h) * k_R, name="a cold war costs Russia more than a pact gives it", stated=COLD_WAR),
]
no_intent = gt.Premise(gt.equal(intent_RU, 0), name="no aggressive intentions are seen", stated=INTENTIONS)

# fmt: off
CLAIMS = (
    gt.Claim(
        id="kuliani-walt-four-factors", paper=KULIANI.key, locator="section 2.1, at note 9",
        paraphrase="The stronger, nearer, better armed for attack and more offensive in intent a state is, the more it "
        "is seen as a threat and balanced against.",
        attributed_to="Walt as cited by Kuliani", strength="reports, adopts", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "threat rises with each factor, however they combine",
                (~before | after_each).called("balancing stays a best reply when any one factor is raised"),
                stated=[
                    gt.Premise(raised >= tau_now, name=f"raising {what} does not lower the threat", stated=FACTORS)
                    for what, raised in RAISED.items()
                ],
                challenge="That threat rises with each factor is nearly all that is said.",
            ),
            gt.Reading(
                "product of the four", gt.grows(balances(product), power_U),
                challenge="By symmetry the same for each; where one factor is zero raising another changes nothing.",
            ),
            gt.Reading(
                "sum of the four", gt.grows(balances(total), power_U),
                challenge="Then strength alone can be enough.",
            ),
            gt.Reading(
                "the threatened may also join the stronger side",
                (~balances(tau_now, win_now) | balances(RAISED["strength"], win_stronger)).called(
                    "balancing stays a best reply when the other grows stronger"
                ),
                stated=gt.Premise(
                    RAISED["strength"] >= tau_now, name="raising strength does not lower the threat", stated=FACTORS
                ),
                unstated=(
                    gt.Premise(win_stronger <= win_now, name="joining does not pay more when the other is stronger"),
                    gt.Premise(win_stronger <= -c_bal, name="joining the stronger never pays more than balancing"),
                ),
                challenge="Paszak, section 2, para 1, has Russia do so in 2001; if the United States was then no "
                "threat to it, that is no case.",
            ),
        ),
        refuted_by="A factor that, raised, makes balancing worse; joining a stronger side for gain would be one.",
    ),
    gt.Claim(
        id="kuliani-no-balancing-without-threat", paper=KULIANI.key, locator="section 2.1, after note 8",
        paraphrase="Open coalitions against the United States are missing mainly because it showed no aggressive "
        "intentions: states balance only what they see as a threat.",
        attributed_to="Kuliani after Walt", strength="asserts (mainly)", kind="threshold and impossibility",
        readings=(
            gt.Reading(
                "product: without offensive intentions there is no threat", gt.never(balances(product)),
                stated=no_intent,
                unstated=(gt.Premise(c_bal > 0, name="balancing costs something"),),
                challenge="At no threat and no cost a state is indifferent; see the next reading.",
            ),
            gt.Reading(
                "product, and only a strict gain moves a state", gt.never(balances(product, strict=True)),
                stated=no_intent,
                challenge="Nothing in the thesis says that intentions are necessary rather than one of four factors.",
            ),
            gt.Reading(
                "sum: the other factors still threaten", gt.never(balances(total)),
                stated=no_intent,
                unstated=(
                    gt.Premise(
                        power_U + near_RU + arms_U < c_bal,
                        name="strength, nearness and means together stay below the cost of balancing",
                    ),
                    gt.Premise(power_U + 2 < c_bal, name="they would, even if near and armed to the utmost"),
                ),
                challenge="Then the cost of balancing explains as much as the intentions do.",
            ),
        ),
        refuted_by="Open balancing against a state in which nobody saw offensive intentions; strength alone does it in "
        "the sum. Section 4.6 of the thesis has both see the United States as meddling and undermining.",
    ),
    gt.Claim(
        id="kuliani-perception-shift", paper=KULIANI.key, locator="section 2.2, last para",
        paraphrase="To alter how Russia sees China, or how China sees the United States, can move the relation.",
        attributed_to="Walt as read by Kuliani", strength="hedges (can)", kind="existence; comparative-static sign",
        readings=(
            gt.Reading(
                "Russia's view of China can move the tie", gt.possible(moved),
                stated=gt.Premise(n_R_later > n_R, name="fearing China less, Russia balances it less", stated=FACTORS),
                challenge="Only where the other wants the tie already: the less willing of the two decides.",
            ),
            gt.Reading(
                "China's view of the United States can move the tie", gt.possible(moved_by_china),
                stated=gt.Premise(n_C_later > n_C, name="fearing Washington more, China balances more", stated=FACTORS),
                challenge="Only where Russia wants the tie already: the less willing of the two decides.",
            ),
            gt.Reading(
                "less fear of China, or more of the United States, never loosens the tie", never_lowered,
                stated=[
                    gt.Premise(
                        n_R_later >= n_R, name="fearing China less, Russia balances it no more", stated=FACTORS
                    ),
                    gt.Premise(
                        n_C_later >= n_C, name="fearing Washington more, China balances it no less", stated=FACTORS
                    ),
                ],
                challenge="The thesis speaks of an impact; the signs come from Walt's rule.",
            ),
            gt.Reading(
                "difference of two threats: Russia's fear of China", gt.shrinks(by_difference, tau_RC),
                challenge="Threats from two states are put on one scale.",
            ),
            gt.Reading(
                "difference of two threats: China's fear of the United States", gt.grows(by_difference, tau_CU),
                challenge="Threats from two states are put on one scale.",
            ),
        ),
        refuted_by="A tie that loosens as Russia fears China less, or as China fears the United States more.",
    ),
    gt.Claim(
        id="paszak-walt-most-threatening", paper=PASZAK.key, locator="section 2, para 4",
        paraphrase="States in general line up against whoever threatens them most, not against the strongest.",
        attributed_to="Walt, against Waltz, as cited by Paszak", strength="reports, adopts", kind="ranking",
        readings=(
            gt.Reading(
                "the choice follows the ranking of threats",
                gt.exactly(
                    gt.only(gt.nash, target(tau_RU, tau_RC), ("China",)).called("Russia balances against China alone"),
                    tau_RC > tau_RU,
                ),
                challenge="The conclusion is the ranking; that balancing removes what it answers is all that is added.",
            ),
            gt.Reading(
                "balancing costs more against one than against the other",
                (
                    gt.when(tau_RC <= tau_RU) | gt.only(gt.nash, target(tau_RU, tau_RC, c_RU, c_RC), ("China",))
                ).called("if it threatens Russia most, Russia balances against China alone"),
                unstated=(
                    gt.Premise(c_RC - c_RU < tau_RC - tau_RU, name="the costs differ by less than the threats"),
                    gt.Premise(c_RC <= c_RU, name="the most pressing threat is not the dearer to balance"),
                ),
                challenge="A neighbour may be the greater threat and the dearer to oppose.",
            ),
            gt.Reading(
                "product of the four factors: the strongest need not be the target",
                gt.possible(gt.only(gt.nash, by_factors, ("China",)).called("Russia balances against China alone")),
                stated=gt.Premise(power_U > power_C, name="the United States is stronger than China", stated=LEAD),
                challenge="Possible; neither paper gives the levels that would tell.",
            ),
        ),
        refuted_by="A state that gains more by balancing against the strongest than against the most threatening; that "
        "takes payoffs beyond the ranking.",
    ),
    gt.Claim(
        id="kuliani-soft-balancing", paper=KULIANI.key, locator="section 5.4, at note 72; section 4.7, last para",
        paraphrase="Rapprochement is a joint soft-balancing answer to a shared sense of threat from unilateral "
        "American moves.",
        attributed_to="Kuliani", strength="asserts (can thus be considered)", kind="existence of an interior level",
        readings=(
            gt.Reading(
                "what is imposed is imposed whatever the tie", stays(levels_hit_anyway),
                stated=[*worth_it, *pact_serves_neither],
                challenge="That the tie answers a threat is in the premise that it pays, not in the conclusion, "
                "which is that a partnership and no more is what the pair does not leave.",
            ),
            gt.Reading(
                "what is imposed is a price of the partnership", stays(levels),
                stated=[*worth_it, *pact_serves_neither],
                unstated=(
                    gt.Premise(
                        (v_C1 - v_C0 > h * k_C) & (v_R1 - v_R0 > h * k_R),
                        name="the partnership gives each more than what is imposed on it already",
                    ),
                    gt.Premise(gt.equal(h, 0), name="nothing is imposed on a partnership"),
                ),
                challenge="Measures taken because of the partnership are Paszak's; the thesis has none.",
            ),
            gt.Reading(
                "more shared threat never lowers the tie", not_lowered,
                stated=[
                    gt.Premise(
                        adds[i, level, "_more"] >= adds[i, level, ""],
                        name=f"under more threat {step} adds no less for {who}", stated=SHARED_THREAT,
                    )
                    for i, who in SIDES.items() for level, step in STEPS.items()
                ],
                challenge="More American pressure may also make a closer tie more dangerous; then a step may add less.",
            ),
        ),
        refuted_by="A high common threat, no other cost, and yet no tie.",
    ),
    gt.Claim(
        id="kuliani-reactive-blocking-partnership", paper=KULIANI.key,
        locator="section 4.6, at note 49; section 5, at note 67",
        paraphrase="Common votes and vetoes are a steady part of the tie, but the two answer and oppose agendas rather "
        "than set their own.",
        attributed_to="Kuliani; Li (note 67)", strength="asserts", kind="existence",
        readings=(
            gt.Reading(
                "they block together and propose nothing",
                (blocked & ~carried(agenda)).called("the American proposal is blocked and none of theirs is carried"),
                stated=[
                    gt.Premise(abs(move - ideal) > abs(quo - ideal), name=f"{who} opposes the proposal", stated=VETOES)
                    for who, ideal in (("China", ideal_C), ("Russia", ideal_R))
                ],
                unstated=(
                    gt.Premise((ideal_C - quo) * (ideal_R - quo) <= 0, name="the status quo lies between their wishes"),
                    gt.Premise(gt.equal(ideal_C, quo), name="China likes the status quo best"),
                ),
                challenge="Opposing costs little and setting an agenda much: costs could explain the same. Section 5 "
                "blames limited scope and trust.",
            ),
            gt.Reading(
                "they can carry something of their own only where both want to leave the status quo the same way",
                gt.exactly(initiative, same_side),
                challenge="A general result. One issue, wishes as points, utility that falls with distance; package "
                "deals are left out.",
            ),
        ),
        refuted_by="Joint initiatives of weight on issues on which their wishes lie on opposite sides.",
    ),
)
# fmt: on

GAMES = (answer(tau_now), target(tau_RU, tau_RC), closer_tie(n_C, n_R), levels)
