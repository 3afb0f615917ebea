"""Who decides on an alliance and at what price it breaks, who pairs with whom, and who pays for a shared defence."""

from __future__ import annotations

from itertools import product

import gametheory as gt
from sino_russian import calibration, triangle
from sino_russian.facts import figure
from sino_russian.insight import Insight
from sino_russian.levels import ALLIES, LEVELS
from sino_russian.quantities import D_C, D_R
from sino_russian.reaction import pair_game, stays

# The pair left alone, with payments inside it and offers from outside.

alone = pair_game("The pair left alone", q=0, h=0)
pay = gt.Parameter("pay", meaning="what China pays Russia for an alliance; below 0, Russia China", unit="utility")
paid = gt.transfers(alone, "alliance", "China", "Russia", amount=pay, concept=gt.strong_nash).eliminate(pay)

offer_C = gt.Parameter("offer_C", meaning="what China is offered for refusing", unit="China's utility", at_least=0)
offer_R = gt.Parameter("offer_R", meaning="what Russia is offered for refusing", unit="Russia's utility", at_least=0)
spend = gt.Parameter("spend", meaning="what there is for both offers together", unit="utility", at_least=0)
tempted_away = gt.Game(
    "An alliance, and an offer to each for refusing it",
    ALLIES,
    LEVELS[1:],
    {
        (i, j): (D_C, D_R) if i == j == "alliance" else (
            offer_C if i == "partnership" else 0, offer_R if j == "partnership" else 0,
        )
        for i, j in product(LEVELS[1:], repeat=2)
    },
    outcomes={"alliance": [("alliance", "alliance")]},
)  # fmt: skip
broken = ~gt.strong_nash(tempted_away, "alliance")
broken_whatever_is_paid = ~gt.transfers(
    tempted_away, "alliance", "China", "Russia", amount=pay, concept=gt.strong_nash
).eliminate(pay)


def _can_be_broken(region: gt.Region) -> gt.Region:
    """Return where some division of what there is to spend does it."""
    return (region & (offer_C + offer_R <= spend)).eliminate(offer_C).eliminate(offer_R)


# The chase: each prefers the next to the last, and either to being alone.

u = {f"{i[0]}{j[0]}": worth for (i, j), worth in triangle.u.items()}  # u["CR"]: what China has from a pact with Russia
chase = (
    (u["CR"] > u["CU"]) & (u["CU"] > 0) & (u["UC"] > u["UR"]) & (u["UR"] > 0) & (u["RU"] > u["RC"]) & (u["RC"] > 0)
) | ((u["CU"] > u["CR"]) & (u["CR"] > 0) & (u["RC"] > u["RU"]) & (u["RU"] > 0) & (u["UR"] > u["UC"]) & (u["UC"] > 0))

# The swings: China and Russia friends, or foes, whatever Russia is to Washington.

omega, less_CR = triangle.omega, triangle.less_CR


def _only(network: tuple[tuple[str, str], ...], russia_us: int) -> gt.Region:
    game = triangle.tie(-1, russia_us)
    return gt.only(gt.pairwise_stable, game, network, blocking="strict")


own_structure = ((_only((triangle.CR,), 1) & _only((triangle.CR,), -1)) | (_only((), 1) & _only((), -1))).called(
    "the link between China and Russia is the same whatever Russia is to Washington"
)

# A shared defence of two with one taste, in general and with the papers' figures (trillions).

taste = calibration.taste
y_C, y_R = (gt.Parameter(f"y_{who[0]}", meaning=f"income of {who}", unit="income", above=0) for who in ALLIES)
q_C, q_R = (gt.Parameter(f"q_{who[0]}", meaning=f"what {who} contributes", unit="income", at_least=0) for who in ALLIES)
burden = gt.cobb_douglas_burden(ALLIES, income={"China": y_C, "Russia": y_R}, taste=taste)
shared = burden.equilibria({"China": q_C, "Russia": q_R})
GDP = {"China": figure("p-gdp-china"), "Russia": figure("p-gdp-russia")}
SPENT = {"China": figure("p-milex-china") / 1000, "Russia": figure("p-milex-russia") / 1000}  # from billions
at_figures = gt.cobb_douglas_burden(ALLIES, income=GDP, taste=taste)

PARTNERS = (
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
        "An alliance breaks at the price of the less eager member, or of both if they can pay each other",
        "theorem",
        (
            gt.exactly(broken, gt.when((offer_C > D_C) | (offer_R > D_R))),
            gt.exactly(broken_whatever_is_paid, gt.when(offer_C + offer_R > D_C + D_R)),
            gt.exactly(_can_be_broken(broken), gt.when((spend > D_C) | (spend > D_R))),
            gt.exactly(_can_be_broken(broken_whatever_is_paid), gt.when(spend > D_C + D_R)),
        ),
        note="An offer is paid to whoever refuses. To break the alliance takes more than the smaller gain; if payments "
        "inside the pair can be enforced, more than the sum. At the price itself both are possible.",
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
        "Three foes stay foes unless some pair gains by friendship more than the balance of the triad takes",
        "theorem",
        (
            gt.exactly(
                ~triangle.STABLE[()],
                (triangle.m_CR + omega > 0) | (triangle.m_CU + omega > 0) | (triangle.m_RU + omega > 0),
            ),
        ),
        note="That the triad weighs more than each pair's own worth, friendly or hostile, suffices, but is not needed.",
    ),
    Insight(
        "The tie is driven from outside exactly where the triad weighs more than the tie itself",
        "theorem",
        (
            gt.exactly(triangle.inverse_if_hostile, (omega > less_CR) & (omega > -less_CR)),
            gt.exactly(own_structure, (omega < less_CR) | (omega < -less_CR)),
            gt.never(triangle.inverse_if_friendly),
        ),
        note="Of a China that is Washington's foe; if it is its friend, the tie is never the inverse of Russia's with "
        "Washington. The tie's own worth is that to the less eager, friendly or hostile; at equality both may hold.",
    ),
    Insight(
        "Of two allies with one taste for defence the poorer gives nothing unless both are left with the same",
        "theorem",
        (
            gt.exactly(burden.pays_nothing("Russia"), taste * y_C <= y_C - y_R),
            gt.when(~shared | ~gt.when((q_C > 0) & (q_R > 0)) | gt.when(gt.equal(y_C - q_C, y_R - q_R))),
            gt.exactly(calibration.russia_pays_nothing(), taste <= gt.exact(1 - GDP["Russia"] / GDP["China"])),
        ),
        note="Two players, contributions that add up to a pure public good, income as budget. At the products that "
        "Paszak gives Russia gives nothing up to a taste of 0.8716.",
    ),
    Insight(
        "Free riding undoes aggregation",
        "refuted",
        (gt.never(at_figures.equilibria(SPENT)),),
        note="A theorem of the public-good game, see the one before. As a sentence about Russia it fails by Paszak's "
        "own military figures, 66 of 294 billion: at no taste are they an equilibrium of that game.",
    ),
)
