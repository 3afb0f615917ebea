"""Where the two papers are at odds with each other: numbers 20 to 28 and 31 to 33 of the list of contradictions.

* 20: whether the larger disparity adds more to a step than second rank costs Russia. Read weakly (no looser, no closer
  tie) both are right where nothing changes.
* 21: whether the prize of dominating the organisation grows faster than its power to find out who reaches for it.
* 22: how close a tie Russia wants, fearing China, or how much China trades with the West. Closeness and trade are put
  on one scale for it.
* 23: whether a shock to one is enough. With side payments the harm to both counts as a sum, by consent the smaller. No
  alliance followed when Russia was hit in 2014, and none when China was hit too in 2018. Under each rule that only says
  that the harm stayed below the threshold; since both were hit by 2018 it does not favour Paszak's.
* 24: by how much a slump adds to the fear of each of the two others.
* 25: no contradiction. To withhold support in one war and to draw closer after it is possible; a point shows it.
* 26: whether Russia loses or gains by revision.
* 27 and 28 are agreements. The first is listed; for the second a point is computed at which three sentences hold at
  once. The ledger's list has more: that the West comes first, that they are rivals in Central Asia, and that only a
  heavy change from outside could bring an alliance. These are left out.
* 31: what later threats have come to cost Russia; the contracts are a fact, the fall until 2012 another.
  The sales fell, they did not end.
* 32: what the Baltic accession added, against what was lacking, if the wish of one of the two were enough. No
  contradiction if, as note 72 has it, Georgia and Ukraine are meant.
* 33: where the two wishes lie on an issue. Both kinds of issue may exist; of one issue only one sentence is true.
"""

from __future__ import annotations

import gametheory as gt
from sino_russian import agenda, disparity, external_driver, nuclear_confrontation, programme, scenarios
from sino_russian import asymmetric_partnership as asymmetry
from sino_russian import central_asia as asia
from sino_russian import commitment_vs_flexibility as commitment
from sino_russian import containment_response as response
from sino_russian import shanghai as sco
from sino_russian import threat_perception_gap as gap
from sino_russian import trade_interdependence as trade
from sino_russian.best_levels import strictly_above
from sino_russian.closer_tie import closer_tie
from sino_russian.consent import by_payment, by_the_eager
from sino_russian.parties import reading, says
from sino_russian.quantities import f_C, h_RU, m_C, psi
from sino_russian.sources import KULIANI, PASZAK

closer_at_larger = strictly_above(disparity.small_low, disparity.large_low)
# The closest tie that China wants, less what it loses in Western trade by it, against the closest that Russia wants.
chinas_wish = gap.a_C - trade.w * psi * m_C
russia_declines = gt.best_reply(
    closer_tie(0, gap.a_R - chinas_wish), ("alliance", "partnership"), player="Russia", strict=True
)
china_declines = gt.best_reply(
    closer_tie(chinas_wish - gap.a_R, 0), ("partnership", "alliance"), player="China", strict=True
)
shock_makes_alliance = by_payment(*scenarios.harmed)
at_most_one_harmed = gt.Premise(scenarios.at_most_one, name="at most one of the two is harmed enough")
drawn_in_a_slump = nuclear_confrontation.closer_in_a_slump & ~nuclear_confrontation.closer
after_the_baltic = by_the_eager(*scenarios.secured(nato=scenarios.baltic))


def between() -> tuple[gt.Tension, ...]:
    """Return the tensions, and the agreements, between the two papers, in the ledger's order."""
    return (
        gt.tension(
            [
                says(
                    "kuliani-russia-forced-to-prioritise-china",
                    "Russia wants a closer tie at a larger disparity",
                    closer_at_larger,
                ),
                reading(asymmetry.CLAIMS, "paszak-disparity-undermines", "Russia never wants"),
            ],
            [disparity.rank_later],
            name="20. China's growing weight pushes Russia to China, or away from it",
        ),
        gt.tension(
            [
                says(
                    "kuliani-sco-defuses-rivalry",
                    "both hold back where it is stronger",
                    sco.held_back_in_the_arena,
                    [*asia.great_game, asia.stronger_sco],
                ),
                says(
                    "paszak-sco-veto-and-bypass",
                    "section 1, para 5, an arena: its strength ends their holding back",
                    sco.held_back & ~sco.held_back_in_the_arena,
                    [asia.stronger_sco, asia.arena],
                ),
            ],
            [sco.grab_later],
            name="21. The Shanghai organisation removes the Great Game, or is where it is played",
        ),
        gt.tension(
            [
                says("kuliani-threat-perception-gap", "Russia declines as close a tie as China wants", russia_declines),
                says(
                    "paszak-west-dependence-blocks-alliance",
                    "China declines as close a tie as Russia wants",
                    china_declines,
                ),
            ],
            [gap.a_R, m_C],
            name="22. Russia is the one that holds back, or China",
        ),
        gt.tension(
            [
                says(
                    "kuliani-alliance-trigger",
                    "SUM: a shock to one of the two can be enough",
                    shock_makes_alliance,
                    at_most_one_harmed,
                ),
                says(
                    "paszak-alliance-needs-joint-shock",
                    "no alliance unless both are harmed enough",
                    ~shock_makes_alliance,
                    at_most_one_harmed,
                ),
            ],
            [scenarios.z_Ru],
            name="23. A shock to one is enough for an alliance, or it takes one to both",
        ),
        gt.tension(
            [
                reading(nuclear_confrontation.CLAIMS, "kuliani-domestic-shock-siege-mentality", "siege thinking"),
                says(
                    "paszak-overdependence-hedge",
                    "after the crisis of 2008 and the sanctions of 2014 Russia drew closer",
                    drawn_in_a_slump,
                ),
            ],
            [nuclear_confrontation.rise_U],
            name="24. A slump in Russia turns it against China, or to China",
        ),
        gt.tension(
            [
                says(
                    "kuliani-shared-goal-different-means",
                    "Beijing does not support Moscow in the crisis",
                    commitment.abstains,
                ),
                says(
                    "paszak-joint-pressure-facilitates",
                    "hostility after the war stimulates the tie",
                    external_driver.tied & (h_RU > 0),
                ),
            ],
            name="25. Georgia 2008: support withheld, and the tie stimulated",
        ),
        gt.tension(
            [
                reading(asymmetry.CLAIMS, "kuliani-status-quo-vs-revisionist"),
                says(
                    PASZAK.at("section 1, last para; section 2, para 4"),
                    "as Washington and Tolipov see it, Russia revises too: some revision is agreed on",
                    ~programme.no_revision[programme.visions],
                    programme.revises,
                ),
            ],
            [programme.l_1],
            name="26. Russia holds on to the status quo, or revises it",
        ),
        gt.tension(
            [KULIANI.at("section 4"), "paszak-bandwagon-2001-reversal"],
            name="27. Both date the turn to 2003",
            reason="An agreement, and about a date: both papers put the closer cooperation in the same year. It is in "
            "the record, and no game is needed to say so.",
        ),
        gt.tension(
            [
                reading(commitment.CLAIMS, "kuliani-neither-seeks-alliance"),
                reading(response.CLAIMS, "paszak-us-reaction-deters"),
                says("kuliani-commitment-cost", "the duties of an alliance cost something", gt.when(f_C > 0)),
            ],
            name="28. Both: an alliance costs, the present level is preferred, the reaction deters",
        ),
        gt.tension(
            [
                reading(gap.CLAIMS, "kuliani-arms-sales-decline", "and so the sales stopped"),
                says(PASZAK.at("Introduction, para 1"), "advanced arms are sold later", gap.sale_later),
            ],
            [gap.tau_RC_more],
            name="31. Arms sales fall because Russia is afraid, and advanced arms are sold",
        ),
        gt.tension(
            [
                says(
                    "kuliani-alliance-trigger", "MAX: NATO inside the former Soviet borders is enough", after_the_baltic
                ),
                says(
                    PASZAK.at("section 2, para 1"),
                    "the Baltic states joined, and no alliance followed",
                    ~after_the_baltic,
                ),
            ],
            [scenarios.baltic],
            name="32. A trigger that has been pulled already, without an alliance",
        ),
        gt.tension(
            [
                says(
                    "kuliani-reactive-blocking-partnership",
                    "they carry nothing of their own",
                    ~agenda.carried(agenda.agenda),
                ),
                says(
                    "kuliani-sco-defuses-rivalry",
                    "section 4.4, joint initiatives: the two carry something of their own",
                    agenda.carried(agenda.agenda),
                ),
            ],
            [agenda.quo],
            name="33. The two only answer and oppose, and set up things together",
        ),
    )
