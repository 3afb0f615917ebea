"""What an alliance would cost in trade with the West (Paszak, sections 2 and 4; Kuliani 2012, sections 4.3, 5.4, 5.6).

The mechanism. China sells far more to the West than to Russia. An alliance may widen the trade war, so China weighs
Western exports lost against Russian purchases gained, and both against what the alliance is worth to it otherwise.

What the papers leave open, and what is done about it here.

* Paszak gives shares of exports, never what exports are worth, how many would be lost (psi), or what an alliance is
  worth otherwise (D_C). One price w of a share on all markets is ours, and so is leaving out goods sold elsewhere
  instead and the technology that he also mentions. What remains is a sign rule. It does not bound D_C.
* He lists six economic powers and does not sum them; counting five as Western is ours. The list is not complete, so
  their sum is a lower bound of m_C. India is left out, although section 2 expects it in an American coalition.
* His trade war has begun. Only the share 1 - h of a loss that is still held in reserve can deter.
* That growth comes first for the Party may mean before everything (lexicographic) or with a large weight. The text
  says priority. Only the first makes security count for nothing, and his Conclusions let a great shock change it.
* That Russia turned east after two crises is about shares of its trade. He reports levels, and those fell.

Kuliani's two claims are kept beside them: that the West is among the first priorities of both countries, and that their
economic interests overlap more than they clash.
"""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

import gametheory as gt
from sino_russian.calibration import western_share
from sino_russian.facts import figure
from sino_russian.levels import ALLIES, level_game
from sino_russian.quantities import ASSUMED, D_C, D_R, f_C, f_R, h, m_C, psi, v_C1, v_C2, v_R1, v_R2, x_C
from sino_russian.sources import KULIANI, PASZAK

# Figures: shares of China's exports in 2016, and trade of the two in billions of dollars (Paszak, section 4, para 1).

FIVE_WESTERN = western_share().printed
UNITED_STATES, RUSSIA = figure("p-share-us"), figure("p-share-russia")
TRADE = {year: figure(f"p-trade-{year}") for year in (2008, 2009, 2014, 2015)}
FORECAST_GROWTH = figure("p-trade-2018e") / figure("p-trade-2016")  # of total trade, as the paper expects it

# Trade gained and lost.

w = gt.Parameter(
    "w", meaning="what a unit of export share is worth to China, on any market", unit="China's utility", above=0,
    source="assumption: the same on all markets",
)  # fmt: skip
G_x = gt.Parameter(
    "G_x", meaning="China's exports to Russia with an alliance, over those without", unit="ratio", at_least=0,
    source=ASSUMED,
)  # fmt: skip


def trade_game(
    name: str, china: Any, growth: Any = G_x, lost: Any = psi, west: Any = m_C, russia: Any = x_C
) -> gt.Game:
    """Return the choice between partnership and alliance; `china` is what the two pay China apart from trade."""
    partnership, alliance = china
    trade = w * ((growth - 1) * russia - lost * west)
    return level_game(name, (partnership, alliance + trade), (v_R1, v_R2 - f_R))


def china_blocks(game: gt.Game) -> gt.Region:
    """Return where China strictly declines an alliance that Russia offers."""
    region = gt.best_reply(game, ("partnership", "alliance"), player="China", strict=True)
    return region.called(f"China declines: {game.name}")


def stays(game: gt.Game) -> gt.Region:
    """Return where partnership is the only level that China and Russia do not leave, alone or together."""
    return gt.only(gt.strong_nash, game, "partnership")


ALL_ELSE, DUTIES_ONLY, NOTHING_ELSE = (v_C1, v_C2 - f_C), (0, -f_C), (0, 0)
dependence = trade_game("Alliance and Western trade", ALL_ELSE)
under_way = trade_game("Alliance and a trade war under way", ALL_ELSE, lost=(1 - h) * psi)
economic = trade_game("Alliance for trade alone", DUTIES_ONLY)
at_shares = partial(trade_game, china=NOTHING_ELSE, west=FIVE_WESTERN, russia=RUSSIA)
doubled = at_shares("Russian purchases doubled", growth=2)
forecast = at_shares("Russian purchases grow as trade is forecast", growth=FORECAST_GROWTH)
substitute = at_shares("Russia in place of the five", growth=FORECAST_GROWTH, lost=1)

# Special case: the growth of exports to Russia that makes up for the loss of psi of the West, at Paszak's shares and
# with nothing else in the balance: G_x - 1 >= psi*1739/89, some 19.5 times the loss; of the United States alone, 10.3.

made_up = ~china_blocks(at_shares("Trade alone"))
made_up_for_the_us = ~china_blocks(at_shares("Trade with the United States alone", west=UNITED_STATES))

reported = partial(gt.Premise, stated=PASZAK.at("section 4, para 1"))
shares = [
    reported(m_C >= FIVE_WESTERN, name="the West buys at least what five economies are listed with"),
    reported(gt.equal(x_C, RUSSIA), name="Russia's share is the one reported"),
]
war_has_begun = gt.Premise(h > 0, name="part of the loss is there already", stated=PASZAK.at("section 2, para 4"))

# Growth first. An alliance takes growth from g0 to g0 - eps*psi*m_C; the Party needs g_min.

g0, g_min = gt.parameters("g0 g_min", meaning="China's growth without alliance; what the Party needs", unit="rate")
eps = gt.Parameter("eps", meaning="growth lost for a unit of export share lost", at_least=0, source=ASSUMED)
fall = gt.Parameter(
    "fall", meaning="what missing that growth costs China's leaders", unit="China's utility", above=0, source=ASSUMED
)
enough_growth = gt.when(g0 - eps * psi * m_C >= g_min)
secure = level_game("Alliance, growth apart", (v_C1, v_C2 - f_C), (v_R1, v_R2 - f_R))
endangered = level_game("Alliance, the Party in danger", (v_C1, v_C2 - f_C - fall), (v_R1, v_R2 - f_R))
accepts, accepts_anyway = (gt.best_reply(game, "alliance", player="China") for game in (secure, endangered))
growth_first = (enough_growth & accepts).called("China allies, growth before security")
weighed = ((enough_growth & accepts) | (~enough_growth & accepts_anyway)).called("China allies, growth weighed")

openness_needed = gt.Premise(
    g0 - eps * m_C < g_min, name="without any Western market the goals are missed",
    stated=PASZAK.at("section 4, para 3"),
)  # fmt: skip
missed = g0 - eps * psi * m_C < g_min
growth_missed = gt.Premise(missed, name="an alliance takes growth below what is needed")

# The West first (Kuliani). e_CW is what engaging the West is worth to China, e_CR Russia, and so on.

e_CW, e_CR, e_RW, e_RC = gt.parameters(
    "e_CW e_CR e_RW e_RC", meaning="worth of engaging W, C or R", unit="own utility", at_least=0, source=ASSUMED
)
lost = gt.Parameter(
    "lost", meaning="share of the worth of engaging the West that an alliance destroys, for either", unit="share",
    at_least=0, at_most=1, source=ASSUMED,
)  # fmt: skip
west_first = level_game("Alliance or the West", (v_C1, v_C2 - f_C - lost * e_CW), (v_R1, v_R2 - f_R - lost * e_RW))
russia_blocks = gt.best_reply(west_first, ("alliance", "partnership"), player="Russia", strict=True)
both_block = (china_blocks(west_first) & russia_blocks).called("both decline the alliance")

ranking = [
    gt.Premise(e_CW > e_CR, name="China puts the West before Russia", stated=KULIANI.at("section 4.7, at note 56")),
    gt.Premise(
        e_RW > e_RC, name="Russia puts the West before China", stated=KULIANI.at("section 5.6, last para, inferred")
    ),
]

# Issues that need both: each names what it will cooperate on, and what both name comes about.

o_C, o_R = gt.parameters("o_C o_R", meaning="gain from where interests overlap", unit="own utility", source=ASSUMED)
z_C, z_R = gt.parameters("z_C z_R", meaning="gain from a free trade zone", unit="own utility", source=ASSUMED)
WORTH = {"overlap": (o_C, o_R), "zone": (z_C, z_R)}
NAMED = {"neither": set(), "overlap": {"overlap"}, "zone": {"zone"}, "both": {"overlap", "zone"}}
issues = gt.Game(
    "What to cooperate on", ALLIES, tuple(NAMED),
    {(a, b): tuple(sum(WORTH[i][who] for i in sorted(NAMED[a] & NAMED[b])) for who in (0, 1))
     for a, b in product(NAMED, repeat=2)},
)  # fmt: skip
package = gt.Game(
    "All or nothing", ALLIES, ("refuse", "agree"),
    {("agree", "agree"): (o_C + z_C, o_R + z_R), ("agree", "refuse"): (0, 0),
     ("refuse", "agree"): (0, 0), ("refuse", "refuse"): (0, 0)},
)  # fmt: skip
OVERLAP, EVERYTHING = ("overlap", "overlap"), ("both", "both")
the_overlap_alone = (gt.nash(issues, OVERLAP) & ~gt.nash(issues, EVERYTHING)).called(
    "cooperating on the overlap is an equilibrium, with the free trade zone as well it is not"
)
judged = partial(gt.Premise, stated=KULIANI.at("section 4.3, last para"))
overlap_pays = [judged(o_C > 0, name="the overlap pays China"), judged(o_R > 0, name="the overlap pays Russia")]
zone_hurts = judged(z_R < 0, name="a free trade zone would hurt Russia")
zone_does_not_help = judged(z_R <= 0, name="a free trade zone does not help Russia")
gain_on_balance = judged(o_R + z_R > 0, name="Russia gains on balance")

# The hedge. Russia keeps its trade where it is or moves a part of the western share east. What holds for
# every share and part holds for the best share, which may be 0 or 1.

western = gt.Parameter("western", meaning="share of Russia's trade with the West", unit="share", above=0, at_most=1)
part = gt.Parameter("part", meaning="part of it that may be moved east", unit="share", above=0, at_most=1)
mu_W, mu_E = gt.parameters("mu_W mu_E", meaning="mean return of trade with the West; the East", source=ASSUMED)
aversion = gt.Parameter("aversion", meaning="Russia's aversion to risk", above=0, source=ASSUMED)
var_W, var_E = gt.parameters("var_W var_E", meaning="variance of the return, West; East", at_least=0, source=ASSUMED)
cov = gt.Parameter("cov", meaning="covariance of the two returns", source=ASSUMED)
sd_W, sd_E = gt.parameters("sd_W sd_E", meaning="standard deviation, West; East", at_least=0, source=ASSUMED)
corr = gt.Parameter("corr", meaning="correlation of the two returns", at_least=-1, at_most=1, source=ASSUMED)


def portfolio(west: Any, spread_w: Any, spread_e: Any, together: Any) -> Any:
    """Return the mean, less half the aversion times the variance, at a western share of trade."""
    variance = west**2 * spread_w + (1 - west) ** 2 * spread_e + 2 * west * (1 - west) * together
    return west * mu_W + (1 - west) * mu_E - aversion * variance / 2


def _moves_east(name: str, *spreads: Any) -> gt.Region:
    stay, move = portfolio(western, *spreads), portfolio(western * (1 - part), *spreads)
    game = gt.Game(name, ("Russia",), ("stay", "move east"), {("stay",): (stay,), ("move east",): (move,)})
    return gt.best_reply(game, ("move east",), player="Russia").called(f"Russia moves trade east, {name}")


moves_east = _moves_east("the covariance given", var_W, var_E, cov)
moves_east_if_correlated = _moves_east("the correlation given", sd_W**2, sd_E**2, corr * sd_E * sd_W)
before, after = gt.parameters(
    "before after", meaning="trade of the two, before and after a shock", unit="bn USD", above=0
)


def _levels(year: int) -> gt.Reading:
    return gt.Reading(
        f"levels: trade with China was higher in {year} than in {year - 1}", after > before,
        [reported(gt.equal(before, TRADE[year - 1]), name=f"{year - 1}"),
         reported(gt.equal(after, TRADE[year]), name=f"{year}")],
        challenge="A turn is a change of shares, which are not given; oil was cheaper, and one year is short.",
    )  # fmt: skip


CLAIMS = (
    gt.Claim(
        id="paszak-west-dependence-blocks-alliance", paper=PASZAK.key,
        locator="section 2, para 4; section 4, paras 2-3; Conclusions, para 3",
        paraphrase="China lives by Western markets and technology; an alliance could widen the trade war, so that "
        "interdependence makes it unlikely.",
        attributed_to="Paszak", strength="asserts; the widening is called possible", kind="threshold",
        readings=(
            gt.Reading(
                "as worded: at the shares reported there is no alliance", stays(dependence), shares,
                (gt.Premise(w * (psi * m_C - (G_x - 1) * x_C) > D_C, name="the lost trade outweighs all other gains"),
                 gt.Premise((D_C <= 0) & (psi * m_C > (G_x - 1) * x_C),
                            name="China gains nothing otherwise, and more is lost in the West than gained in Russia")),
                "Large shares say what may be lost, not that it will be (psi), nor what it is weighed against (D_C). "
                "A Russian refusal would do as well, but not because of China's trade. That five of the six powers "
                "listed are the West, and India is not, is ours.",
            ),
            gt.Reading(
                "China declines where lost Western trade outweighs the rest",
                gt.exactly(china_blocks(dependence), w * (psi * m_C - (G_x - 1) * x_C) > D_C),
                challenge="One price for a share on every market, no other buyers found, technology left out.",
            ),
            gt.Reading(
                "the more China depends on the West, the less room for an alliance",
                gt.shrinks(gt.strong_nash(dependence, "alliance"), m_C),
                challenge="To minimise the chances may mean more than to lessen them.",
            ),
            gt.Reading(
                "net of a trade war under way", stays(under_way), [*shares, war_has_begun],
                (gt.Premise(w * ((1 - h) * psi * m_C - (G_x - 1) * x_C) > D_C,
                            name="what is still held in reserve outweighs all other gains"),),
                "At h = 1 nothing is left to deter with, however large China's share in the West.",
            ),
        ),
        refuted_by="An alliance while China depends on the West; partners that go on buying (psi near 0); a trade war "
        "whose losses are sunk.",
    ),
    gt.Claim(
        id="paszak-russia-market-insufficient", paper=PASZAK.key, locator="section 4, paras 1-2",
        paraphrase="Russia takes too little of what China exports, and sells it mostly fuels: it cannot stand in for "
        "Western markets.",
        attributed_to="Paszak", strength="asserts", kind="empirical figure and threshold",
        readings=(
            gt.Reading(
                "Russia in place of the five, even with the growth forecast", china_blocks(substitute),
                challenge="All or nothing: an alliance need not close every Western market. The forecast is of total "
                "trade, not of what China sells.",
            ),
            gt.Reading(
                "trade alone never carries an alliance", china_blocks(economic), shares,
                (gt.Premise(psi * m_C > (G_x - 1) * x_C, name="more is lost in the West than gained in Russia"),
                 gt.Premise((G_x <= 2) & (psi > RUSSIA / FIVE_WESTERN),
                            name="Russia at most doubles what it buys, and the part of Western exports lost exceeds "
                            "Russia's share over the five's")),
                "That Russia sells fuels, the other half of the sentence, plays no part in what China loses.",
            ),
            gt.Reading(
                "even doubled purchases do not pay", gt.exactly(china_blocks(doubled), psi > RUSSIA / FIVE_WESTERN),
                challenge="Doubling is an example; nothing in the paper bounds the growth.",
            ),
            gt.Reading(
                "nor does the growth that the paper expects", china_blocks(forecast), (),
                (gt.Premise(psi > (FORECAST_GROWTH - 1) * RUSSIA / FIVE_WESTERN,
                            name="more of the Western exports is lost than that growth makes up for"),),
                "The forecast is of total trade, not of what China sells.",
            ),
        ),
        refuted_by="A Western loss near zero; Russian purchases that grow by m_C/x_C times that loss.",
    ),
    gt.Claim(
        id="paszak-growth-legitimacy-constraint", paper=PASZAK.key, locator="section 4, para 3",
        paraphrase="The Party's hold on power rests on economic success; less growth endangers it, so growth is first.",
        attributed_to="Paszak", strength="asserts a danger and a priority", kind="threshold (feasibility)",
        readings=(
            gt.Reading(
                "growth before everything: there is no alliance", gt.never(growth_first), [openness_needed],
                (growth_missed, gt.Premise(gt.equal(psi, 1), name="an alliance closes every Western market")),
                "The goals need Western openness; that an alliance would end enough of it is not said. Before "
                "everything is stronger than the text, which says priority.",
            ),
            gt.Reading(
                "growth before everything: no security value leads to an alliance",
                gt.never(growth_first.eliminate(v_C2)), [openness_needed], [growth_missed],
                "Against the paper's own Conclusions, where a great enough shock may bring an alliance.",
            ),
            gt.Reading(
                "growth with a weight: no security value leads to an alliance",
                gt.never(weighed.eliminate(v_C2)), [openness_needed], [growth_missed],
                "A weight is what priority may mean in ordinary language.",
            ),
            gt.Reading(
                "growth with a weight: there is no alliance", gt.never(weighed), [openness_needed],
                (gt.Premise(missed & (fall > D_C),
                            name="growth is missed, and the danger to the Party outweighs all other gains"),
                 gt.Premise(D_C < 0, name="China loses by the alliance even with growth apart")),
                "How much the Party's danger weighs is not said.",
            ),
        ),
        refuted_by="An alliance although growth falls below what the Party needs; a threat that changes the ranking.",
    ),
    gt.Claim(
        id="kuliani-west-priority", paper=KULIANI.key,
        locator="section 5.4, para 1; section 4.3, last para; section 4.7, at note 56; section 5.6, last para; "
        "Summary",
        paraphrase="Both still count the West among their first priorities; their interests depend on engaging it, and "
        "where China trades limits what it can do together with Russia.",
        attributed_to="Kuliani", strength="asserts", kind="ranking",
        readings=(
            gt.Reading(
                "the West first, so no alliance", stays(west_first), ranking,
                (gt.Premise((lost * e_CW > D_C) | (lost * e_RW > D_R), name="for one the loss outweighs the gain"),
                 gt.Premise(lost * e_CW > D_C, name="for China the loss outweighs the gain"),
                 gt.Premise(gt.equal(lost, 1), name="an alliance ends all engagement with the West"),
                 gt.Premise(e_CR >= D_C, name="an alliance adds no more than engaging Russia is worth to China")),
                "A ranking says nothing about how much of the higher ranked is at stake. A top priority need not rank "
                "above the partner; for Russia the ranking is inferred.",
            ),
            gt.Reading(
                "both decline where for each the Western loss outweighs the gain",
                gt.exactly(both_block, (lost * e_CW > D_C) & (lost * e_RW > D_R)),
                challenge="The same share lost for both; Russia's had largely gone by 2014 (Paszak).",
            ),
            gt.Reading(
                "China's stake in the West limits joint action",
                gt.shrinks(gt.strong_nash(west_first, "alliance"), e_CW),
                challenge="Joint action in third markets is less than an alliance.",
            ),
        ),
        refuted_by="An alliance while both rank the West first; partners in the West that stay.",
    ),
    gt.Claim(
        id="kuliani-complementarity-wider-than-conflict", paper=KULIANI.key,
        locator="section 4.3, last para, at notes 41-42",
        paraphrase="Economic interests overlap over a wider area than they clash; Russia sees a net benefit, but is "
        "not ready for the flows that a free trade zone would bring.",
        attributed_to="Kuliani, after Kuzik and Titarenko; the net benefit is his own", strength="asserts",
        kind="existence",
        readings=(
            gt.Reading(
                "cooperation on the overlap, without the zone", the_overlap_alone, [*overlap_pays, zone_hurts],
                challenge="No cooperation is an equilibrium too; and how wide the overlap is, a count, plays no part.",
            ),
            gt.Reading(
                "ties: not being ready may be indifference", the_overlap_alone, [*overlap_pays, zone_does_not_help],
                (gt.Premise(z_R < 0, name="a free trade zone hurts Russia"),
                 gt.Premise((z_R < 0) | (z_C < 0), name="a free trade zone hurts one of the two")),
                "Where nobody minds the zone, the wider cooperation is an equilibrium as well.",
            ),
            gt.Reading(
                "ties: the wider cooperation is no strict equilibrium",
                gt.never(gt.nash(issues, EVERYTHING, strict=True)), [*overlap_pays, zone_does_not_help],
                challenge="Strictness is asked of the wider cooperation only: to name an issue that the other does not "
                "name costs nothing, so the overlap alone is never strict.",
            ),
            gt.Reading(
                "all or nothing: what pays on balance is done, zone included",
                gt.only(gt.strong_nash, package, ("agree", "agree")), [*overlap_pays, gain_on_balance],
                (gt.Premise(o_C + z_C > 0, name="China gains on balance"),),
                "Nothing says that the issues come only together.",
            ),
        ),
        refuted_by="No issue that pays both; or a Russian gain from the free trade zone.",
    ),
    gt.Claim(
        id="paszak-overdependence-hedge", paper=PASZAK.key, locator="section 2, para 2",
        paraphrase="After 2008 and 2014 Russia turned east, because relying on Western markets had become risky and "
        "then costly.",
        attributed_to="Paszak", strength="asserts", kind="comparative-static sign",
        readings=(
            gt.Reading(
                "mean and variance: a riskier West moves trade east", gt.grows(moves_east, var_W),
                challenge="A functional form of ours. The covariance is held fixed, so that a riskier West is also "
                "less correlated with the East.",
            ),
            gt.Reading(
                "mean and variance: a West that pays less moves trade east", gt.shrinks(moves_east, mu_W),
                challenge="Sanctions limit what may be traded, not only what it pays.",
            ),
            gt.Reading(
                "mean and variance, the correlation held fixed", gt.grows(moves_east_if_correlated, sd_W), (),
                (gt.Premise(gt.equal(corr, 0), name="the two returns are uncorrelated"),
                 gt.Premise((sd_E <= sd_W) & (western * (2 - part) >= 1),
                            name="the East is no riskier, and half of the trade or more is western on average")),
                "A common shock, such as the oil price, moves both returns.",
            ),
            _levels(2009),
            _levels(2015),
        ),
        refuted_by="An eastern share that fell after the shocks.",
    ),
)  # fmt: skip

GAMES = (dependence, economic, west_first, issues)
