"""The alliance as a prisoner's dilemma (Kuliani 2012, section 2.2, with Mearsheimer as cited there).

The mechanism. China and Russia have promised each other support. Each may honour the promise or cheat and exploit the
partner. The thesis reports that cheating pays more, that partners are unsure of each other's intentions, and that
such alliances therefore seem bound to fail in the end. It doubts how likely the scenario is that it draws from this for
China and Russia.

What the thesis leaves open, and what is done about it here.

* The passage fits three games: its sentence on payoffs a prisoner's dilemma or deadlock, its words on being unsure an
  assurance game. In a *prisoner's dilemma* cheating pays whatever the partner does and yet both would rather both
  honoured. In *deadlock* both would rather both cheated: nothing is lost. In an *assurance game* each would honour if
  it could be sure of the other. All three are readings below.
* "In the end" needs a future: the game is repeated, with a discount factor delta, observed perfectly, without a known
  last period. Mutual cheating for ever is the hardest punishment there is (neither can be held below P), so what it
  cannot deter, nothing can. With false alarms even an equilibrium ends; one reading says so.
* Being unsure of a partner needs a partner of whom one can be unsure: `trust_game` has the game with types. Whether
  power is absolute or a share, and of which total: `relative_gains` has the games.
* Waltz, it says, would argue the opposite. The threat game below has both: theta is what a hegemon's threat takes
  from a state that has cheated and stands alone. Below T - R it is Mearsheimer's dilemma, from there on a stag hunt.

Utilities are each player's own: only ratios of differences within one player mean anything.
"""

from __future__ import annotations

from typing import Any

import gametheory as gt
from sino_russian import relative_gains as power
from sino_russian.sources import KULIANI
from sino_russian.trust_game import B_C, B_R, BOTH_TRUST, NOBODY_TRUSTS, TYPES, t_C, t_R, trust_game

SECTION = KULIANI.at("section 2.2, at note 14")
BY_NAME = SECTION + ", by the game's name"
FROM_DOUBT = SECTION + ", inferred from being unsure; against its sentence on payoffs"
AGAINST_PAYOFFS = (
    " That each would honour if it were sure is inferred from its being unsure; the sentence on payoffs says otherwise."
)
ALLIES = ("China", "Russia")
CHOICES = ("honour", "cheat")
ALLIANCE = ("honour", "honour")
BOTH_CHEAT = ("cheat", "cheat")

# Parameters. Axelrod's letters: T temptation, R reward, P punishment, S sucker's payoff; _C China's, _R Russia's.


def _payoffs(ending: str, whose: str) -> tuple[gt.Parameter, ...]:
    meanings = {
        "T": "payoff from cheating a partner that honours",
        "R": "payoff if both honour",
        "P": "payoff if both cheat",
        "S": "payoff from honouring when the partner cheats",
    }
    source = "assumption; the order is each reading's premise"
    return tuple(
        gt.Parameter(letter + ending, meaning=whose + meaning, unit="utility", source=source)
        for letter, meaning in meanings.items()
    )


T, R, P, S = _payoffs("", "")
T_C, R_C, P_C, S_C = _payoffs("_C", "China's ")
T_R, R_R, P_R, S_R = _payoffs("_R", "Russia's ")
delta = gt.Parameter("delta", meaning="discount factor of both", above=0, below=1, source="assumption")
alarm = gt.Parameter(
    "alarm", meaning="chance, each period, that a breach is seen where there is none", at_least=0, below=1
)
lasting = gt.Parameter("lasting", meaning="chance that honouring never ends", at_least=0, at_most=1)
theta = gt.Parameter(
    "theta", meaning="what the hegemon's threat takes from a cheat whose partner honours", unit="utility", at_least=0
)


def alliance_game(name: str, china: tuple[Any, ...], russia: tuple[Any, ...], assuming: Any = ()) -> gt.Game:
    """Return the one-shot game; each tuple is (temptation, reward, punishment, sucker)."""
    t_c, r_c, p_c, s_c = china
    t_r, r_r, p_r, s_r = russia
    return gt.Game(
        name,
        players=ALLIES,
        actions=CHOICES,
        payoffs={
            ("honour", "honour"): (r_c, r_r), ("honour", "cheat"): (s_c, t_r),
            ("cheat", "honour"): (t_c, s_r), ("cheat", "cheat"): (p_c, p_r),
        },
        outcomes={"alliance": [ALLIANCE]},
        assuming=assuming,
    )  # fmt: skip


# The one-shot game and its repetition, each player with payoffs of its own.

stage = alliance_game("Alliance cheating", (T_C, R_C, P_C, S_C), (T_R, R_R, P_R, S_R))
repeated = gt.RepeatedGame(stage, discount=delta)
IN_TURN = [("honour", "cheat"), ("cheat", "honour")]
honour_for_ever = gt.grim_trigger(repeated, ALLIANCE, punishment=BOTH_CHEAT).called("both can honour for ever")
take_turns = gt.grim_trigger(repeated, IN_TURN, punishment=BOTH_CHEAT).called("they can take turns at cheating")

# With false alarms: honouring ends at the first. That it never ends takes no alarm now, and none ever after.
honour_until_alarm = gt.noisy_grim_trigger(repeated, ALLIANCE, alarm, punishment=BOTH_CHEAT)
ends_in_the_end = (
    ~honour_until_alarm | ~gt.when(gt.equal(lasting, (1 - alarm) * lasting)) | gt.when(gt.equal(lasting, 0))
).called("honouring, kept up by an equilibrium until an alarm, ends with probability one")

# The threat game: the dilemma, less theta for whoever cheats a partner that honours. One scale for both.

DILEMMA = gt.premises(
    gt.Premise(T > R, stated=SECTION), gt.Premise(R > P, stated=BY_NAME), gt.Premise(P > S, stated=SECTION)
)
threat_game = alliance_game(
    "The alliance under a hegemon's threat", (T - theta, R, P, S), (T - theta, R, P, S), DILEMMA
)
repeated_threat = gt.RepeatedGame(threat_game, discount=delta)

# The game of allies unsure of each other, each player with payoffs of its own; and as if the types were known.

unsure_game = trust_game((T_C, B_C, R_C, P_C, S_C), (T_R, B_R, R_R, P_R, S_R))
trust = gt.bayes_nash(unsure_game, BOTH_TRUST).called("trustworthy allies honour, exploiters cheat")
refusal = gt.bayes_nash(unsure_game, NOBODY_TRUSTS)

# Premises, by reading.

cheating_tempts = [
    gt.Premise(T_C > R_C, name="China gains by cheating a partner that honours", stated=SECTION),
    gt.Premise(T_R > R_R, name="Russia gains by cheating a partner that honours", stated=SECTION),
]
being_cheated_is_worst = [
    gt.Premise(P_C > S_C, name="China would rather cheat than be cheated", stated=SECTION),
    gt.Premise(P_R > S_R, name="Russia would rather cheat than be cheated", stated=SECTION),
]
cheating_pays = [*cheating_tempts, *being_cheated_is_worst]
# That both would rather both honoured is in the name "prisoner's dilemma", not in the sentence about payoffs.
something_is_lost = [
    gt.Premise(R_C > P_C, name="China prefers the alliance to mutual cheating", stated=BY_NAME),
    gt.Premise(R_R > P_R, name="Russia prefers the alliance to mutual cheating", stated=BY_NAME),
]
prisoners_dilemma = [*cheating_pays, *something_is_lost]
deadlock = [
    *cheating_pays,
    gt.Premise(P_C > R_C, name="China prefers mutual cheating to the alliance", stated=SECTION),
    gt.Premise(P_R > R_R, name="Russia prefers mutual cheating to the alliance", stated=SECTION),
]
assurance = [
    gt.Premise(R_C > T_C, name="China honours if sure of Russia", stated=FROM_DOUBT),
    gt.Premise(R_R > T_R, name="Russia honours if sure of China", stated=FROM_DOUBT),
    *being_cheated_is_worst,
]
unsure = [
    gt.Premise((t_C > 0) & (t_C < 1), name="Russia is unsure of China", stated=SECTION),
    gt.Premise((t_R > 0) & (t_R < 1), name="China is unsure of Russia", stated=SECTION),
]
unsure_allies = [
    *unsure,
    gt.Premise(B_C > R_C, name="an exploiting China gains by cheating a partner that honours", stated=SECTION),
    gt.Premise(B_R > R_R, name="an exploiting Russia gains by cheating a partner that honours", stated=SECTION),
    *assurance,
]

# What the claims say.

both_cheat = (gt.only(gt.nash, stage, BOTH_CHEAT) & gt.dominant(stage, BOTH_CHEAT)).called(
    "mutual cheating is the only equilibrium, in strictly dominant actions"
)
cheating_is_the_solution = (both_cheat & gt.pareto_dominates(stage, ALLIANCE, BOTH_CHEAT, strict=True)).called(
    "mutual cheating is the only equilibrium, in strictly dominant actions, and worse for both than the alliance"
)
an_equilibrium = gt.nash(stage, ALLIANCE).called("honouring is an equilibrium of the one-shot game")
an_equilibrium_under_threat = gt.nash(threat_game, ALLIANCE).called("honouring is an equilibrium under the threat")
safer_under_threat = gt.risk_dominant(threat_game, ALLIANCE).called(
    "honouring risk-dominates cheating under the threat"
)
# Trust is enough where what honouring gains, if the partner honours, outweighs what it loses if the partner cheats.
russia_trusted = t_R * (R_C - T_C) >= (1 - t_R) * (P_C - S_C)
china_trusted = t_C * (R_R - T_R) >= (1 - t_C) * (P_R - S_R)
trust_and_refusal = (trust & refusal).called("two equilibria: trustworthy allies honour, or everybody cheats")
only_refusal = gt.only(gt.bayes_nash, unsure_game, NOBODY_TRUSTS).called(
    "that everybody cheats is the only equilibrium"
)
cheating_whoever_it_is = gt.dominant(unsure_game.known((TYPES[0], TYPES[0])), BOTH_CHEAT).called(
    "an ally with these payoffs cheats, whatever it believes"
)
china_impatient = delta < (T_C - R_C) / (T_C - P_C)
russia_impatient = delta < (T_R - R_R) / (T_R - P_R)

CLAIMS = (
    gt.Claim(
        id="kuliani-pd-defection",
        paper=KULIANI.key,
        locator="section 2.2, at note 14 (p. 9)",
        paraphrase="Two would-be allies face a prisoner's dilemma: unsure of each other, both decline to cooperate, "
        "because declining pays more.",
        attributed_to="Mearsheimer as cited by Kuliani",
        strength="reports, as an analogy",
        kind="dominance and uniqueness",
        readings=(
            gt.Reading(
                "prisoner's dilemma",
                cheating_is_the_solution,
                stated=prisoners_dilemma,
                challenge="The conclusion is what the words prisoner's dilemma mean; the content sits in the premise.",
            ),
            gt.Reading(
                "as worded: cheating pays whatever the partner does",
                both_cheat,
                stated=cheating_pays,
                challenge="The sentence may mean a comparison of outcomes and not of replies; see deadlock.",
            ),
            gt.Reading(
                "deadlock: not cooperating is the better outcome",
                both_cheat,
                stated=deadlock,
                challenge="Nobody would then call the failure of the alliance a dilemma.",
            ),
            gt.Reading(
                "assurance: each would honour if it were sure",
                both_cheat,
                stated=assurance,
                challenge="With complete information; how sure a partner must be is a question about beliefs."
                + AGAINST_PAYOFFS,
            ),
        ),
        refuted_by="Payoffs that are not a prisoner's dilemma: for both, honouring an honoured alliance pays as much "
        "as cheating on it; or, for one, being cheated is better than mutual cheating.",
    ),
    gt.Claim(
        id="kuliani-alliance-inevitable-failure",
        paper=KULIANI.key,
        locator="section 2.2, at note 14 (p. 9)",
        paraphrase="Because cheating and exploiting the partner pay more in many alliances, these seem bound to fail "
        "in the end.",
        attributed_to="Mearsheimer as cited by Kuliani",
        strength="reports, hedged",
        kind="impossibility",
        readings=(
            gt.Reading(
                "permanent honouring is kept up by no equilibrium",
                gt.never(honour_for_ever),
                stated=prisoners_dilemma,
                unstated=(
                    gt.Premise(china_impatient, name="China is too impatient"),
                    gt.Premise(russia_impatient, name="Russia is too impatient"),
                    gt.Premise(china_impatient | russia_impatient, name="one of the two is too impatient"),
                ),
                challenge="A known last period, or breaches seen where there are none, would end permanent honouring "
                "at every discount factor; the thesis states neither.",
            ),
            gt.Reading(
                "where permanent honouring fails, taking turns fails too",
                gt.never(take_turns & ~honour_for_ever),
                stated=prisoners_dilemma,
                challenge="Letting each other cheat in turn may not deserve the name of an alliance.",
            ),
            gt.Reading(
                "the alliance is needed once",
                gt.never(an_equilibrium),
                stated=cheating_tempts,
                challenge="A failure in the end is a statement about a relationship that lasts.",
            ),
            gt.Reading(
                "deadlock: not cooperating is the better outcome",
                gt.never(honour_for_ever),
                stated=deadlock,
                challenge="Then failure is what both want.",
            ),
            gt.Reading(
                "assurance: each would honour if it were sure",
                gt.never(an_equilibrium),
                stated=assurance,
                challenge="Mutual cheating is an equilibrium as well, so failure stays possible." + AGAINST_PAYOFFS,
            ),
            gt.Reading(
                "under a hegemon's threat (Waltz): honouring is no equilibrium",
                gt.never(an_equilibrium_under_threat),
                stated=DILEMMA,
                unstated=(gt.Premise(theta < T - R, name="the threat is smaller than the temptation"),),
                challenge="That the threat hits the cheat alone is one form among several; if it hits every cell but "
                "the honoured alliance, the two cut-offs stay the same.",
            ),
            gt.Reading(
                "under a hegemon's threat: honouring is not the safer equilibrium",
                gt.never(safer_under_threat),
                stated=DILEMMA,
                unstated=(
                    gt.Premise(theta < T - R, name="the threat is smaller than the temptation"),
                    gt.Premise(
                        theta <= (T - R) + (P - S), name="the threat is no larger than temptation and exposure together"
                    ),
                ),
                challenge="Risk dominance is one way to choose between two equilibria.",
            ),
            gt.Reading(
                "with noise: what an equilibrium keeps up does not last",
                ends_in_the_end,
                stated=prisoners_dilemma,
                unstated=(gt.Premise(alarm > 0, name="breaches are seen where there are none"),),
                challenge="Grim trigger forgives nothing; after a punishment that ends, honouring is taken up again. "
                "That it is an equilibrium plays no part; any alliance that ends at the first alarm does so.",
            ),
        ),
        refuted_by="A future that counts enough: a discount factor of at least (T - R)/(T - P) for both, no known end "
        "and no noise. Mutual cheating stays an equilibrium too: failure is then possible, not inevitable.",
    ),
    gt.Claim(
        id="kuliani-intentions-uncertainty",
        paper=KULIANI.key,
        locator="section 2.2, at note 14 (p. 9); compare section 2.1 on self-help",
        paraphrase="Allies that cannot be sure of each other's intentions both end up refusing to cooperate.",
        attributed_to="Mearsheimer and realists as cited by Kuliani",
        strength="reports",
        kind="threshold",
        readings=(
            gt.Reading(
                "as worded: both cheat because they are unsure",
                only_refusal,
                stated=unsure_allies,
                unstated=(
                    gt.Premise(~russia_trusted, name="China trusts Russia too little"),
                    gt.Premise(~russia_trusted | ~china_trusted, name="one of the two trusts the other too little"),
                ),
                challenge="Distrust of one is enough; that everybody cheats stays an equilibrium whatever the trust."
                + AGAINST_PAYOFFS,
            ),
            gt.Reading(
                "an ally honours from a threshold of trust on",
                gt.exactly(trust_and_refusal, gt.when(russia_trusted & china_trusted)),
                stated=unsure_allies,
                challenge="Pure equilibria: where both thresholds are exceeded there are mixed ones between the two."
                + AGAINST_PAYOFFS,
            ),
            gt.Reading(
                "with the payoffs of a prisoner's dilemma",
                cheating_whoever_it_is,
                stated=[*unsure, *cheating_pays],
                challenge="Then doubt does no work: the premise that either is unsure is not used.",
            ),
            gt.Reading(
                "the worse it is to be cheated, the more trust is needed",
                gt.grows(trust, S_C),
                stated=unsure_allies,
                challenge="Of China; Russia's is its mirror image. P_C - S_C is what is feared." + AGAINST_PAYOFFS,
            ),
            gt.Reading(
                "more trust never undoes cooperation",
                gt.grows(trust, t_R),
                stated=unsure_allies,
                challenge="Trust may also be what an exploiter lives on; here it only chooses once." + AGAINST_PAYOFFS,
            ),
        ),
        refuted_by="Less trust, more cooperation; as worded: trust of at least (P - S)/((R - T) + (P - S)) in both.",
    ),
    gt.Claim(
        id="kuliani-power-maximiser-conflict",
        paper=KULIANI.key,
        locator="section 2.2, after note 14 (p. 9)",
        paraphrase="Carried to its end, the logic has China go on maximising power in Asia, inevitably up to the brink "
        "of conflict with Russia.",
        attributed_to="Mearsheimer as extended by Kuliani, who asks whether it is likely",
        strength="reports, doubts",
        kind="impossibility",
        readings=power.READINGS,
        refuted_by="An agreement by which both gain a share at the cost of the United States; or a clash that costs "
        "each of them a larger part of its power than it costs all three together.",
    ),
)


def threat_figure() -> Any:
    """Draw where honouring is an equilibrium of the threat game: the threat against the temptation."""
    return gt.plots.regions(
        threat_game,
        theta,
        T,
        fixed={R: 3, P: 1, S: 0},
        ranges={theta: (0, 4), T: (3, 6)},
        names={
            (BOTH_CHEAT,): "Prisoner's dilemma (Mearsheimer)",
            (ALLIANCE, BOTH_CHEAT): "Stag hunt (Waltz)",
        },
        lines={"honouring is risk dominant": gt.risk_dominant(threat_game, ALLIANCE)},
    )


def repetition_figure() -> Any:
    """Draw what repetition adds: the threat against the discount factor, at T = 5, R = 3, P = 1, S = 0."""
    kept_up = gt.grim_trigger(repeated_threat, ALLIANCE, punishment=BOTH_CHEAT).called("both can honour for ever")
    return gt.plots.regions(
        {"kept up by repetition": kept_up},
        theta,
        delta,
        fixed={T: 5, R: 3, P: 1, S: 0},
        ranges={theta: (0, 3), delta: (0, 1)},
        lines={"honouring is an equilibrium of a single play": gt.nash(threat_game, ALLIANCE)},
    )


GAMES = (stage, threat_game, unsure_game, power.agreement_of_three, power.clash_among_three)
FIGURES = {"threat": threat_figure, "repetition": repetition_figure}
