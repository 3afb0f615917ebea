"""What follows from the games beyond what either paper says, and what only seems to.

A *theorem* is a statement about a game of the mechanisms, proved here from the premises named, of which a proof keeps
only those it needs. An *example* holds at numbers that were chosen; a *data-bound* sentence needs a figure that the
papers do not give; a *refuted* one fails by a figure that they give. None of them is evidence that the world is so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import gametheory as gt
from sino_russian import cheap_talk as talk
from sino_russian import containment_response as reaction
from sino_russian import containment_tree as core
from sino_russian import nuclear_confrontation as nuclear
from sino_russian import prisoners_dilemma as pd
from sino_russian import triangle
from sino_russian.quantities import D_C, D_R, k_C, k_R
from sino_russian.reaction import pair_game, stays

Kind = Literal["theorem", "example", "data-bound", "refuted"]


@dataclass(frozen=True, eq=False)
class Insight:
    """A sentence about the games that neither paper states.

    Parameters
    ----------
    name : str
        What it says, in short.
    kind : {"theorem", "example", "data-bound", "refuted"}
        How it stands.
    statements : tuple of Statement or Region
        What a theorem says, of the games. Empty for the other kinds.
    premises : tuple of Premise or relation
        What is assumed; replaces what a game assumes of its own, if there is any.
    note : str
        How far it reaches; for the other kinds, why it is no theorem.
    """

    name: str
    kind: Kind
    statements: tuple[Any, ...] = ()
    premises: tuple[Any, ...] = ()
    note: str = ""


def proofs(insight: Insight) -> tuple[gt.Verdict, ...]:
    """Decide what a theorem says; the `premises` of each verdict are the shortest set found.

    Parameters
    ----------
    insight : Insight
        Of any kind; there is nothing to decide but for a theorem.

    Returns
    -------
    tuple of Verdict
        One for each statement, in order.
    """
    return tuple(gt.prove(statement, assuming=insight.premises) for statement in insight.statements)


TR, PS = pd.T - pd.R, pd.P - pd.S
together = [("alliance", "alliance", reply) for reply in ("contain", "hold back")]
contained, left_alone = (gt.nash(core.all_at_once, profile) for profile in together)
offset_C, offset_R = D_C + core.mu_C * k_C >= 0, D_R + core.mu_R * k_R >= 0
alone = pair_game("The pair left alone", q=0, h=0)
pay = gt.Parameter("pay", meaning="what China pays Russia for an alliance; below 0, Russia China", unit="utility")
paid = gt.transfers(alone, "alliance", "China", "Russia", amount=pay, concept=gt.strong_nash).eliminate(pay)
u = {f"{i[0]}{j[0]}": worth for (i, j), worth in triangle.u.items()}  # u["CR"]: what China has from a pact with Russia
chase = (
    (u["CR"] > u["CU"]) & (u["CU"] > 0) & (u["UC"] > u["UR"]) & (u["UR"] > 0) & (u["RU"] > u["RC"]) & (u["RC"] > 0)
) | ((u["CU"] > u["CR"]) & (u["CR"] > 0) & (u["RC"] > u["RU"]) & (u["RU"] > 0) & (u["UR"] > u["UC"]) & (u["UC"] > 0))
ORDER_OF_CHICKEN = gt.descending(pd.T, pd.R, pd.S, pd.P)
firm = gt.Parameter("firm", meaning="chance that the other stands firm", at_least=0, at_most=1)
small = gt.Parameter("small", meaning="any chance of a crash, however small", above=0, below=1)
indifferent = gt.equal(firm * pd.S + (1 - firm) * pd.R, firm * pd.P + (1 - firm) * pd.T)

INSIGHTS = (
    Insight(
        "Deterrence is the wedge between the two intensities of containment, not the level",
        "theorem",
        (reaction.WEDGE,),
        note="Containment of a partnership, kappa_0, takes deterrence away one for one. A trade war that shows that "
        "the United States will act (kappa_1) also uses up what it holds back (kappa_0).",
    ),
    Insight(
        "Without a reply to the alliance there is no deterrence",
        "theorem",
        (
            gt.exactly(contained, gt.when(offset_C & offset_R & (core.ell_2 >= core.kappa))),
            gt.exactly(left_alone, gt.when((D_C >= 0) & (D_R >= 0) & (core.ell_2 <= core.kappa))),
            gt.when((D_C < 0) | (D_R < 0) | (offset_C & offset_R)),
        ),
        note="The same payoffs at once: whoever would ally if left alone would also ally if contained anyway.",
    ),
    Insight(
        "Strong Nash at once and subgame perfection in the tree can disagree",
        "example",
        note="At the numbers of one worked example, and for a threat theta no larger than the benefit less the cost.",
    ),
    Insight(
        "Waltz and Mearsheimer differ by one parameter",
        "theorem",
        (
            gt.exactly(pd.an_equilibrium_under_threat, pd.theta >= TR),
            gt.exactly(pd.safer_under_threat, pd.theta > TR + PS),
        ),
        tuple(gt.descending(pd.T, pd.R, pd.P, pd.S)),
        "For a threat that hits a cheat left alone, the same for both. That the thesis means this is a reading.",
    ),
    Insight(
        "Fear on one side is enough",
        "theorem",
        (gt.only(gt.nash, pd.stage, pd.BOTH_CHEAT),),
        (pd.T_R > pd.R_R, pd.P_R > pd.S_R, pd.P_C > pd.S_C),
        "Nothing is asked of what China makes of the alliance.",
    ),
    Insight(
        "The less eager member decides, unless it can be paid",
        "theorem",
        (
            gt.exactly(stays(alone, "alliance"), gt.when((D_C > 0) & (D_R > 0))),
            gt.exactly(paid, gt.when(D_C + D_R >= 0)),
        ),
        note="Without payment the smaller of the two gains decides; with any that can be enforced the sum, "
        "which puts both utilities on one scale.",
    ),
    Insight(
        "China is the likely veto",
        "data-bound",
        note="It needs D_C < D_R. Shares of exports bound a ratio of trades; they give neither gain.",
    ),
    Insight(
        "Without a chase some pact holds, or all stay alone",
        "theorem",
        (gt.exactly(triangle.no_stable_pact, gt.when(chase)),),
        note="A chase: each prefers the next to the last, and either to being alone. Two at most join.",
    ),
    Insight(
        "Where a pact is worth the same to both members there is no chase",
        "theorem",
        (gt.never(triangle.no_stable_pact),),
        tuple(gt.equal(triangle.u[i, j], triangle.u[j, i]) for i, j in triangle.TRIANGLE),
        "Then some pact is stable, or all stay alone, whatever being alone is worth.",
    ),
    Insight(
        "No triad of friends and foes goes round in a circle",
        "theorem",
        (triangle.NO_CIRCLES,),
        note="Every move that pays those who make it raises one potential, so that swings need other payoffs.",
    ),
    Insight(
        "Free riding undoes aggregation",
        "refuted",
        note="A theorem of the public-good game for two (see participation and calibration: Russia gives nothing up to "
        "0.8716). As a sentence about Russia it fails by Paszak's own military figures, 66 of 294 billion.",
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
        "The worse the crash, the rarer, and never impossible",
        "theorem",
        (
            gt.when(firm > 0),
            gt.exactly(gt.when(firm < small), pd.S - pd.P > TR * (1 - small) / small),
        ),
        (*ORDER_OF_CHICKEN, indifferent),
        "In the mixed equilibrium each stands firm with the chance that makes the other indifferent.",
    ),
    Insight(
        "Free words cannot tell a friend from a rival",
        "theorem",
        (gt.never(talk.words_tell),),
        (talk.want_friend > 0, talk.want_rival > 0),
        "One speaker, free words. That a rival wants to be trusted is enough; a friend need not. In an assurance game "
        "words can still select an equilibrium.",
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
)
