"""When allies can rely on each other, under a threat, with fear on one side, and by words.

`even odds` in a name means a partner as likely as not to be trustworthy (trust_game). The threshold of trust under a
threat theta is what honouring an exploiter loses, over that and what honouring an honest partner gains.
"""

from __future__ import annotations

import gametheory as gt
from sino_russian import cheap_talk as talk
from sino_russian import prisoners_dilemma as pd
from sino_russian.insight import Insight
from sino_russian.prisoners_dilemma import P_C, P_R, R_C, R_R, S_C, S_R, T_C, T_R, P, R, S, T, theta
from sino_russian.trust_game import BOTH_TRUST, t_C, t_R, trust_game

tempted, exposed = T - R, P - S

# Allies unsure of each other under the threat, which takes theta from a trustworthy cheat. Cheating an honest partner
# pays an exploiter `spoils` more than honouring.

spoils = gt.Parameter(
    "spoils", meaning="what an exploiter gains by cheating an honest partner", unit="utility", above=0
)
under_threat = (T - theta, R + spoils, R, P, S)
trusting = gt.bayes_nash(trust_game(under_threat, under_threat), BOTH_TRUST)
at_stake = exposed + theta - tempted  # by honouring: what an exploiter takes and what an honest partner gives
threshold_of_trust = exposed / at_stake

cheating_is_safer = (
    gt.Premise(P_C > S_C, name="China would rather cheat than be cheated"),
    gt.Premise(P_R > S_R, name="Russia would rather cheat than be cheated"),
)
honouring = gt.nash(pd.stage, pd.ALLIANCE)

# Words at a price: where some one price, the same for both kinds, tells them apart.

one_price = gt.equal(talk.price_friend, talk.price_rival)
some_price_tells = (talk.price_tells & one_price).eliminate(talk.price_rival).eliminate(talk.price_friend)

TRUST = (
    Insight(
        "Waltz and Mearsheimer differ by one parameter",
        "theorem",
        (
            gt.exactly(pd.an_equilibrium_under_threat, theta >= tempted),
            gt.exactly(pd.safer_under_threat, theta > tempted + exposed),
        ),
        tuple(gt.descending(T, R, P, S)),
        "For a threat that hits a cheat left alone, the same for both. That the thesis means this is a reading.",
    ),
    Insight(
        "Between the two thresholds of the threat even odds are not enough for trust",
        "theorem",
        (
            gt.exactly(trusting, (t_C * at_stake >= exposed) & (t_R * at_stake >= exposed)),
            gt.when(threshold_of_trust > gt.exact("1/2")),
        ),
        (P > S, theta > tempted, theta < tempted + exposed),
        "Trust takes a chance of exposed/at_stake at least. Past T - R the threat makes the alliance an equilibrium, "
        "and yet mistrust can block it, until past (T - R) + (P - S) honouring is the safer choice too.",
    ),
    Insight(
        "Fear on one side is enough",
        "theorem",
        (gt.only(gt.nash, pd.stage, pd.BOTH_CHEAT),),
        (gt.Premise(T_R > R_R, name="Russia gains by cheating"), *cheating_is_safer),
        "Nothing is asked of what China makes of the alliance: while it would rather cheat than be cheated, no change "
        "of its other payoffs helps.",
    ),
    Insight(
        "Taking the fear away makes the alliance possible, not certain",
        "theorem",
        (gt.when(~honouring | (T_R <= R_R)), gt.nash(pd.stage, pd.BOTH_CHEAT, strict=True)),
        (gt.Premise(T_R < R_R, name="Russia loses by cheating"), *cheating_is_safer),
        "The first without premises: no alliance without it. The second: that both cheat stays an equilibrium.",
    ),
    Insight(
        "Three games of 144 end where the dilemma ends",
        "theorem",
        (gt.exactly(gt.only(gt.nash, pd.stage, pd.BOTH_CHEAT), gt.when((T_C > R_C) | (T_R > R_R))),),
        cheating_is_safer,
        "Where mutual cheating is second worst for both (S < P < T and P < R), each plays a prisoner's dilemma (T > R) "
        "or an assurance game (R > T). Of the four pairs only assurance on both sides has another equilibrium; the "
        "other three are the dilemma and its mixture with assurance, either way round. Of all strict ordinal games, up "
        "to the order of rows and columns, ordinal_games counts no others.",
    ),
    Insight(
        "Free words cannot tell a friend from a rival",
        "theorem",
        (gt.never(talk.words_tell),),
        (talk.want_rival > 0,),
        "One speaker, who only speaks; pure equilibria. That a rival wants to be trusted is enough, whatever "
        "a friend wants: words that are trusted less than others would be a friend's alone, and so be trusted.",
    ),
    Insight(
        "A promise can select an equilibrium where it cannot be relied on",
        "theorem",
        (
            gt.self_committing(talk.pact, "honour", "China"),
            gt.exactly(talk.said_only_if_meant, talk.temptation < talk.punishment),
        ),
        note="In the assurance game a promise to honour is kept if it is believed, whatever cheating pays; but unless "
        "a cheat would rather that its partner cheated too, it is made whether it is meant or not.",
    ),
    Insight(
        "Words tell where only a friend would pay for them",
        "theorem",
        (
            gt.exactly(
                talk.price_tells,
                (talk.price_friend <= talk.want_friend) & (talk.price_rival >= talk.want_rival),
            ),
        ),
        note="One speaker; the listener trusts a friend and is on its guard against a rival.",
    ),
    Insight(
        "One price for both tells only where a friend wants trust no less than a rival does",
        "theorem",
        (
            gt.exactly(
                talk.price_tells, (talk.want_rival <= talk.price_friend) & (talk.price_friend <= talk.want_friend)
            ),
            gt.exactly(some_price_tells, (talk.want_rival <= talk.want_friend) & (talk.want_friend >= 0)),
        ),
        (one_price,),
        "The first is of a given price, the second of whether there is one; prices are not negative.",
    ),
)
