"""Where Paszak is at odds with himself: numbers 11 to 19, 29 and 30 of the list of contradictions.

* 11: pressure attracts and deters by two parts of one loss. What has been imposed, h, no longer deters; what is held in
  reserve, (1 - h)k, does. The sentence that a partnership provokes nobody is one about h = 0, and section 2 one about
  h > 0. So is section 4, para 3, where Washington checks any large gain of China's, allied or not.
* 12: whether a rival gains by being trusted. If so, words tell nothing, official lines of non-alignment included.
* 13: what it costs China's leaders to miss their growth. Growth before everything would be a cost without bound, and
  then no shock could bring an alliance; the text says priority, and its Conclusions know of such a shock.
* 15: "whenever", and "in many cases" taken to mean not in all; what the dates make of either is in record.py.
* 18: what Russia had without the deal. A weak position alone lowers the price; politics is what is left over.
* 19: whether one gains by the tie where the other loses; by how much is not compared, as each has its own scale. It is
  no contradiction if zero-sum thinking is about the United States alone.
* 29: whether a larger disparity makes second rank cost more or less.
* 30: fear against the price of leaving.
* 14, 16 and 17 are listed.
"""

from __future__ import annotations

import gametheory as gt
from sino_russian import asymmetric_partnership as asymmetry
from sino_russian import cheap_talk as talk
from sino_russian import containment_response as response
from sino_russian import disparity, external_driver, foothold
from sino_russian import energy as gas
from sino_russian import strategic_triangle as swing
from sino_russian import trade_interdependence as trade
from sino_russian.levels import tie_game
from sino_russian.parties import reading, says
from sino_russian.quantities import h, k_C, v_C0, v_C1, v_C2, v_R0, v_R1
from sino_russian.sources import PASZAK

PARTNERS = ("partnership", "partnership")
_of_china, _of_russia = v_C1 - v_C0, v_R1 - v_R0
zero_sum = (
    ((_of_china > 0) & (_of_russia < 0))
    | ((_of_china < 0) & (_of_russia > 0))
    | (gt.equal(_of_china, 0) & gt.equal(_of_russia, 0))
)
common_gain = gt.pareto_dominates(
    tie_game("A tie or none", (v_C0, v_C1), (v_R0, v_R1)), PARTNERS, ("no tie", "no tie"), strict=True
)
partners_all_along = gt.only(gt.nash, swing.calm, ("partnership",)) & gt.only(gt.nash, swing.friction, ("partnership",))
accepted_in_danger = gt.best_reply(trade.endangered, "alliance", player="China")
as_dear_to_leave = foothold.stays(fear=foothold.fear_K_later, price=foothold.exit_K_later)


def within_paszak() -> tuple[gt.Tension, ...]:
    """Return the tensions within the paper, in the ledger's order."""
    return (
        gt.tension(
            [
                reading(response.CLAIMS, "paszak-us-reaction-deters", "they do not ally, for"),
                says(
                    "paszak-alliance-needs-joint-shock",
                    "pressed hard enough, the pair might end up allied",
                    external_driver.allied,
                ),
            ],
            [h, k_C],
            name="11. American pressure brings the two together, and keeps them apart",
        ),
        gt.tension(
            [
                reading(talk.CLAIMS, "paszak-rhetoric-uninformative", "no free words"),
                says(
                    "both-leaders-deny-alliance",
                    "used as evidence: words change what the listener does",
                    talk.words_tell,
                ),
            ],
            [talk.want_rival],
            name="12. Official words tell little, and are evidence",
        ),
        gt.tension(
            [
                says(
                    "paszak-growth-legitimacy-constraint",
                    "growth comes first: China does not ally if it would miss its growth",
                    ~accepted_in_danger,
                    trade.growth_missed,
                ),
                says(
                    "paszak-alliance-needs-joint-shock",
                    "after a great shock it allies all the same",
                    accepted_in_danger,
                    trade.growth_missed,
                ),
            ],
            [v_C2, trade.fall],
            name="13. Growth has priority, and a great shock could bring an alliance",
        ),
        gt.tension(
            ["paszak-relatively-fixed-barriers", "paszak-us-reads-alliance-as-offensive"],
            name="14. Will not or is not likely to; most likely, highly probable or undoubted",
            reason="Wording: degrees of one chance in different sections, the stronger implying the weaker. What "
            "depends on them is computed in paszak-us-reaction-deters: an undoubted reaction needs no further premise.",
        ),
        gt.tension(
            [
                says(
                    "paszak-west-china-inverse",
                    "whenever: more friction, a closer tie",
                    swing.closer,
                    swing.compensates,
                ),
                says(
                    "paszak-west-china-inverse",
                    "in many cases, not in this one: more friction, the same tie",
                    partners_all_along,
                    swing.compensates,
                ),
            ],
            [swing.w_1],
            name="15. The tie with China moves against that with the West whenever, or in many cases",
        ),
        gt.tension(
            ["paszak-us-decisive-advantage", PASZAK.at("Introduction, para 1")],
            name="16. The American lead lasts for decades, and power moves to Asia",
            reason="Data: a level and a trend, which may both be true. How long the one outlasts the other takes "
            "figures for the United States, and the paper has none.",
        ),
        gt.tension(
            [PASZAK.at("section 4, para 1, on sanctions"), PASZAK.at("section 4, para 1, the figures")],
            name="17. Sanctions affected trade briefly, and for three years it stayed below its peak",
            reason="Data: the paper's own figures decide (facts.py). Trade with China fell by 29 per cent in 2015, and "
            "in 2016 and 2017 it was still below 2014; how long is briefly is a word.",
        ),
        gt.tension(
            [
                says(
                    "paszak-gas-price-bargaining",
                    "politics: less is paid than bargaining gives",
                    gas.bargain.agreement & (gas.paid < gas.price),
                    gas.below_europe,
                ),
                says(
                    "paszak-gas-price-bargaining",
                    "a weak position is enough: what is paid is what bargaining gives",
                    gas.bargain.agreement & gt.equal(gas.paid, gas.price),
                    gas.below_europe,
                ),
            ],
            [gas.o_R],
            name="18. The gas price of 2014 shows politics, or a weak position",
        ),
        gt.tension(
            [
                says(
                    "paszak-non-alignment-doctrine",
                    "zero-sum thinking, of Russia too: where one gains by a tie the other loses",
                    gt.when(zero_sum),
                ),
                says("paszak-partnership-undominated", "the partnership serves aims of both", common_gain),
            ],
            [v_R1],
            name="19. Thinking in zero sums, and a partnership for shared gains",
        ),
        gt.tension(
            [
                reading(asymmetry.CLAIMS, "paszak-disparity-undermines", "Russia never wants"),
                reading(asymmetry.CLAIMS, "paszak-status-pulls-east", "the status motive alone"),
            ],
            [disparity.rank_later, disparity.second_rank_hurts],
            name="29. Status keeps Russia from second rank beside China, and drew it to China",
        ),
        gt.tension(
            [
                says(
                    "paszak-ca-outside-option",
                    "leaving is hard: whoever stayed still stays",
                    ~foothold.stays() | as_dear_to_leave,
                ),
                says(
                    "paszak-ca-outside-option",
                    "fear feeds the wish to leave: one that stayed would leave",
                    foothold.stays() & ~as_dear_to_leave,
                ),
            ],
            [foothold.fear_K_later, foothold.exit_K_later],
            name="30. Coercion of neighbours keeps others in the orbit, and makes them want to leave it",
        ),
    )
