"""Where the thesis is at odds with itself: numbers 1 to 10 of the list of contradictions, and 34.

Each is put in the reading in which the two sentences cannot both be true, and then asked what parts them. Often that
is the finding: they are sentences about different values of one parameter, and the thesis does not say which it means.

* 1: the size of a hegemon's threat; a dilemma below T - R, a stag hunt from there on.
* 2: what the duties of an alliance cost, or how likely a reaction is: pure theory leaves out both. The ledger has a
  second pair under this number, of what the United States intends and how it is seen; it is listed as 34.
* 3: which of two changes is the larger; neither is measured.
* 4: only if the American threat, which is shared and drives the tie, is a major one. Else China may be no major threat
  and still the likelier one. That China is untroubled by Russia while its army is suspicious is of the same kind.
* 5: whether influence has become cheaper or dearer for China.
* 6: only if the status quo is taken for a middle that is stable; what lasts without one is in scenarios.py. That
  convergence nearly ties for the first rank is a matter of the measure.
* 7: of the two halves, energy is computed; how wide interests overlap is a count that no game makes.
* 8: the chance that a probe escalates.
* 9: trade, or China's strength.
* 10 and 34 are listed.
"""

from __future__ import annotations

import gametheory as gt
from sino_russian import balance_of_power as power
from sino_russian import balance_of_threat as threat
from sino_russian import effort, energy, external_driver, leverage, nuclear_confrontation
from sino_russian import influence_race as race
from sino_russian import prisoners_dilemma as dilemma
from sino_russian.parties import reading, says
from sino_russian.quantities import f_C, q, tau_RC, tau_RU
from sino_russian.reaction import stays
from sino_russian.sources import KULIANI

major = gt.Parameter("major", meaning="threat from which on it is a major one", unit="index", above=0, source="free")
enough = gt.Parameter("enough", meaning="what a tie must leave to Russia to be wanted", unit="share", above=0)

left_to_russia = leverage.by_weight.payoffs["Russia"]


def within_kuliani() -> tuple[gt.Tension, ...]:
    """Return the tensions within the thesis, in the ledger's order."""
    return (
        gt.tension(
            [
                reading(dilemma.CLAIMS, "kuliani-alliance-inevitable-failure", "under a hegemon's threat (Waltz)"),
                says(
                    "kuliani-waltz-alliance-plausible",
                    "under the threat of a superpower honouring is an equilibrium",
                    dilemma.an_equilibrium_under_threat,
                    dilemma.DILEMMA,
                ),
            ],
            [
                dilemma.theta,
                gt.Premise(dilemma.theta >= dilemma.T - dilemma.R, name="the threat is no smaller than the temptation"),
            ],
            name="1. Alliances fail (Mearsheimer), or a superpower makes them plausible (Waltz)",
        ),
        gt.tension(
            [
                says(
                    "kuliani-balancing-anomaly",
                    "by pure theory, an alliance against the hegemon is what the pair ends up with",
                    stays(power.full, "alliance"),
                    power.pure_theory,
                ),
                says(
                    "kuliani-soft-balancing",
                    "soft balancing, a partnership, is what the pair ends up with",
                    stays(power.full),
                    threat.worth_it,
                ),
            ],
            [f_C, q],
            name="2. The hegemon ought to have been balanced by an alliance, and is balanced by less",
        ),
        gt.tension(
            [
                reading(external_driver.CLAIMS, "kuliani-externally-driven", "as a sum: the larger part"),
                reading(external_driver.CLAIMS, "kuliani-barrier-removal", "mainly"),
            ],
            [external_driver.z_1],
            name="3. The rapprochement is driven from outside, or was made by removing obstacles",
        ),
        gt.tension(
            [
                says(
                    "kuliani-russia-balances-china",
                    "China is a likelier threat than a West that is a major one",
                    gt.when(tau_RC > tau_RU),
                    gt.Premise(tau_RU >= major, name="the American threat is a major one", stated=threat.SHARED_THREAT),
                ),
                says(
                    "kuliani-barrier-removal",
                    "the two no longer see a major threat in each other",
                    gt.when(tau_RC < major),
                ),
            ],
            [tau_RC],
            name="4. China as a military threat to Russia",
        ),
        gt.tension(
            [
                says(
                    "kuliani-ca-contest-china-winning",
                    "section 4.4, its growing weight wins it a larger share",
                    gt.when(race.cheaper.share_of("China") > race.race.share_of("China")),
                ),
                says(
                    "kuliani-ca-contest-china-winning",
                    "section 5.5, China's scope has shrunk",
                    gt.when(race.cheaper.share_of("China") < race.race.share_of("China")),
                ),
            ],
            [race.c_C_later],
            name="5. China is winning in Central Asia, or finds its scope reduced there",
        ),
        gt.tension(
            [
                says("kuliani-status-quo-fork", "it can tip either way: both work, or both coast", effort.fork),
                says(
                    "kuliani-scenario-ranking",
                    "the status quo comes first: the middle of the two is stable",
                    effort.middle,
                ),
            ],
            [effort.g_1],
            name="6. The status quo is the most plausible future, and fragile",
        ),
        gt.tension(
            [
                reading(energy.CLAIMS, "kuliani-energy-underdelivers"),
                says(
                    "kuliani-energy-underdelivers",
                    "section 4.2, breakthroughs: all that is wanted is traded",
                    ~energy.underdelivers,
                    energy.the_least,
                ),
            ],
            [gt.Premise(energy.a_cap_binds, name="one of the two lets its concerns limit the trade")],
            name="7. Interests hardly converge, or overlap widely; energy trade breaks through, or does not happen",
        ),
        gt.tension(
            [
                reading(nuclear_confrontation.CLAIMS, "kuliani-mad-deters", "as worded"),
                says(
                    "kuliani-alliance-can-decay",
                    "the clashes of 1969: one of the two gained by a probe",
                    ~nuclear_confrontation.no_adventure,
                ),
            ],
            [nuclear_confrontation.eps],
            name="8. Mutual destruction stops every adventure, and there was 1969",
        ),
        gt.tension(
            [
                says(
                    "kuliani-trade-raises-chinese-leverage",
                    "section 4.7, a case for cooperation: enough is left to Russia",
                    gt.when(left_to_russia >= enough),
                ),
                says(
                    "kuliani-trade-raises-chinese-leverage",
                    "Kozyrev, a reason to stay away: too little is left",
                    gt.when(left_to_russia < enough),
                ),
            ],
            [leverage.weight, leverage.V],
            name="9. China's weight speaks for a tie, or against it",
        ),
        gt.tension(
            [KULIANI.at("section 5, para 2"), "kuliani-instrumental-participation"],
            name="10. The tie rests on rules and values, and on interest",
            reason="Wording: against the run of its own paragraph, which sets China apart from a union of values; a "
            "negation seems to have been dropped. Taken literally it is a claim that the thesis argues against.",
        ),
        gt.tension(
            ["kuliani-balancing-anomaly", KULIANI.at("section 4.6, at notes 50 to 52")],
            name="34. The United States meant no harm, and is seen as meddling and weakening others",
            reason="Data: the one is a judgement of American intentions, the other what leaders in Beijing and Moscow "
            "saw in them, and both may be true. Balance of threat goes by what is seen; then the first does not "
            "explain why nobody balanced.",
        ),
    )
