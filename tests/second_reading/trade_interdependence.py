"""A second reading of trade_interdependence (Paszak 2, 4; Kuliani 4.3, 5.4, 5.6), from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-complementarity-wider-than-conflict: here some issue could leave a side indifferent, and a wider set is then
  an equilibrium as well. Section 4.3 knows two fields only, shared interests and conflicts, so issues of neither kind
  are left out first here too; the model has the ties as a reading of its own.
* paszak-west-dependence-blocks-alliance, kuliani-west-priority: the exact rule stood first. Section 4, para 3, and
  section 5.4 say that there is no alliance, or hardly one, not when there would be; that sentence comes first in both.
* paszak-russia-market-insufficient: section 4, para 2, compares the Russian market with the Western ones, which is the
  question whether Russia can take their place; that comes first in both. That trade alone never carries an alliance
  comes after it. Here the forecast is compared with two shares of Western trade lost, there it is asked at which shares
  it is enough.
* paszak-growth-legitimacy-constraint: that the loss carries growth below the floor was drawn here, as if it were
  stated. Section 4, para 3, says so of the loss of Western openness as such, which is now what is drawn; how much of it
  an alliance would end is left open. Both find that only growth before all else makes the security value irrelevant.
"""

from fractions import Fraction
from itertools import combinations, product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
TO_RUSSIA = F(178, 10000)  # share of Chinese exports, 2016
TO_WEST = sum((F(n, 10000) for n in (1839, 616, 447, 311, 265)), F(0))  # the United States, Japan, Korea, Germany, UK


def part(rng: Random, parts: int = 8) -> Fraction:
    return F(rng.randint(0, parts), parts)


# --- paszak-west-dependence-blocks-alliance, paszak-russia-market-insufficient ----------------------------------------


def draw_trade(rng: Random) -> dict:
    """Draw a loss and a growth of trade that the text leaves open, with the shares that it gives."""
    one = {
        "m": TO_WEST + rng.choice((F(0), F(1, 10))),
        "x": TO_RUSSIA,
        "psi": part(rng) ** rng.choice((1, 3)),
        "w": F(rng.randint(1, 6), 2),
        "growth": F(rng.randint(4, 12), 4),
        "net": F(rng.randint(-8, 24), 32),
        "f": F(rng.randint(0, 3), 8) * rng.choice((0, 1)),
    }
    if rng.random() < 0.3:
        one["net"] = trade_change(one) * -1
    return one


def trade_change(one: dict, psi: Fraction | None = None, growth: Fraction | None = None) -> Fraction:
    """Give the change in the worth of China's exports that an alliance brings, as a difference of two totals."""
    psi = one["psi"] if psi is None else psi
    growth = one["growth"] if growth is None else growth
    before = one["w"] * one["m"] + one["w"] * one["x"]
    after = one["w"] * (1 - psi) * one["m"] + one["w"] * growth * one["x"]
    return after - before


def china_blocks(one: dict) -> bool:
    return one["net"] + trade_change(one) < 0


def dependence_threshold(one: dict) -> bool:
    fine = china_blocks(one) == (one["net"] < one["w"] * (one["psi"] * one["m"] - (one["growth"] - 1) * one["x"]))
    even = one | {"m": TO_WEST, "x": TO_RUSSIA, "net": F(0)}
    tenth = F(1, 10)
    for more, sign in ((F(195, 10) - tenth, -1), (F(195, 10) + tenth, 1)):  # 19.5 psi times their level, rounded
        change = trade_change(even, growth=1 + more * one["psi"])
        fine &= (change > 0) - (change < 0) == (sign if one["psi"] > 0 else 0)
    return fine


def market_too_small(one: dict) -> bool:
    """Trade alone, after the cost of commitment, does not pay for the alliance."""
    return trade_change(one) - one["f"] < 0


def doubling(one: dict) -> bool:
    """With twice the sales to Russia and no cost: not enough from a loss of 5.12 per cent of Western trade on."""
    even = one | {"m": TO_WEST}
    just, twice = F(512, 10000), F(2)
    above = all(trade_change(even, psi=psi, growth=twice) < 0 for psi in (just, just + one["psi"] * (1 - just), F(1)))
    return above and trade_change(even, psi=just - F(1, 10000), growth=twice) > 0


def forecast_growth(one: dict) -> bool:
    """Growth from 70.56 to 100 offsets a loss of 2.1 per cent of Western trade, and not one of 2.2 per cent."""
    even, growth = one | {"m": TO_WEST}, F(10000, 7056)
    return trade_change(even, F(21, 1000), growth) >= 0 > trade_change(even, F(22, 1000), growth)


def cannot_stand_in(one: dict) -> bool:
    """The author's own sentence: losing all Western markets is not made good by Russia at the growth drawn."""
    return trade_change(one, psi=F(1)) < 0


# --- paszak-growth-legitimacy-constraint ------------------------------------------------------------------------------


def draw_growth(rng: Random, short: bool = False) -> dict:
    """Draw a growth that misses the floor without any Western market; `short`: that an alliance makes it miss it."""
    while True:
        one = {
            "g0": F(rng.randint(2, 16), 2),
            "floor": F(rng.randint(0, 12), 2),
            "eps": F(rng.randint(0, 20)),
            "psi": part(rng),
            "m": TO_WEST,
            "worth": [F(0), F(rng.randint(-2, 8), 2)],
            "weight": F(rng.randint(1, 6), 2),
        }
        if rng.random() < 0.2:
            one["floor"] = grows(one, 2)
        closed = one["g0"] - one["eps"] * one["m"] < one["floor"]
        if closed and one["g0"] >= one["floor"] and (not short or grows(one, 2) < one["floor"]):
            return one


def grows(one: dict, level: int) -> Fraction:
    kept = one["m"] - (one["psi"] * one["m"] if level == 2 else 0)
    return one["g0"] - one["eps"] * (one["m"] - kept)


def chosen(one: dict, absolute: bool = True) -> set[int]:
    """Give China's best levels, 1 or 2: among those that keep the floor, or at a finite price of lost growth."""
    levels = [a for a in (1, 2) if grows(one, a) >= one["floor"]] if absolute else [1, 2]
    pay = {a: one["worth"][a - 1] + (0 if absolute else one["weight"] * grows(one, a)) for a in levels}
    return {a for a in levels if pay[a] == max(pay.values())}


def infeasible(one: dict, absolute: bool = True) -> bool:
    """The alliance is not chosen, and no rise in its worth changes that."""
    return all(chosen(one | {"worth": [F(0), one["worth"][1] + more]}, absolute) == {1} for more in (0, 1, 9, 900))


# --- kuliani-west-priority --------------------------------------------------------------------------------------------


def draw_priority(rng: Random) -> list[dict]:
    pair = []
    for _ in range(2):
        partner = F(rng.randint(0, 6), 2)
        west = partner + F(rng.randint(1, 6), 2)
        psi = part(rng, 4)
        net = psi * west if rng.random() < 0.3 else F(rng.randint(-2, 10), 2)
        pair.append({"west": west, "partner": partner, "psi": psi, "net": net})
    return pair


def rejects(one: dict) -> bool:
    """Compare what is left of the engagement with the West, plus the net gain of allying, with staying as it is."""
    return (1 - one["psi"]) * one["west"] + one["partner"] + one["net"] < one["west"] + one["partner"]


def priority_threshold(pair: list[dict]) -> bool:
    fine = all(rejects(one) == (one["psi"] * one["west"] > one["net"]) for one in pair)
    both = all(one["psi"] * one["west"] > one["net"] for one in pair)
    return fine and all(map(rejects, pair)) == both


# --- kuliani-complementarity-wider-than-conflict ----------------------------------------------------------------------

ISSUES = range(4)  # the last is the free trade zone


def draw_issues(rng: Random, ties: bool = True) -> dict:
    """Draw what each issue gives each side: some gain both, and the zone hurts Russia until adjusting is cheaper."""
    values = [n for n in range(-3, 4) if ties or n != 0]
    while True:
        gains = [[F(rng.choice(values), 2) for _ in ISSUES] for _ in range(2)]
        if gains[1][3] < 0 and any(gains[0][k] > 0 and gains[1][k] > 0 for k in ISSUES):
            return {"gains": gains, "cheaper": rng.choice((gains[1][3] * F(-1, 2), -gains[1][3] + F(1, 2)))}


def sets() -> list[frozenset]:
    return [frozenset(s) for n in range(len(ISSUES) + 1) for s in combinations(ISSUES, n)]


def kept(gains: list[list[Fraction]], agreed: frozenset, strictly: bool = False) -> bool:
    """Say whether cooperating on exactly these is an equilibrium: each may offer any other set, both are needed."""
    for i, offer in product((0, 1), sets()):
        change = sum((gains[i][k] for k in offer & agreed), F(0)) - sum((gains[i][k] for k in agreed), F(0))
        if change > 0 or (strictly and change == 0 and offer & agreed != agreed):
            return False
    return True


def exactly_common(point: dict, strictly: bool = False) -> bool:
    """The common set holds and no set that contains more does; the zone joins once Russia gains by it."""
    gains = point["gains"]
    common = frozenset(k for k in ISSUES if gains[0][k] > 0 and gains[1][k] > 0)
    fine = kept(gains, common, strictly)
    fine &= not any(kept(gains, more, strictly) for more in sets() if more > common)
    later = [gains[0], [*gains[1][:3], gains[1][3] + point["cheaper"]]]
    zone = later[0][3] > 0 and any(kept(later, one, strictly) for one in sets() if 3 in one)
    return fine and zone == (later[0][3] > 0 and later[1][3] > 0)


# --- paszak-overdependence-hedge --------------------------------------------------------------------------------------


def best_share(one: dict) -> Fraction:
    """Find the best share of the east: the worth is quadratic in it, so three of its values give the top."""

    def worth(x: Fraction) -> Fraction:
        mean = x * one["mu_e"] + (1 - x) * one["mu_w"]
        risk = x * x * one["s_e"] + (1 - x) ** 2 * one["s_w"] + 2 * x * (1 - x) * one["cov"]
        return mean - one["aversion"] * risk / 2

    low, middle, high = worth(F(0)), worth(F(1, 2)), worth(F(1))
    bend = 2 * (low + high - 2 * middle)
    return -(high - low - bend) / (2 * bend)


def draw_markets(rng: Random) -> dict:
    """Draw two markets and a share of the eastern one from nought to below one."""
    while True:
        dev_e, dev_w, rho = F(rng.randint(1, 6), 2), F(rng.randint(1, 6), 2), F(rng.randint(-3, 3), 4)
        one = {"mu_e": F(rng.randint(0, 6), 2), "mu_w": F(rng.randint(0, 6), 2), "aversion": F(rng.randint(1, 4), 2)}
        one |= {"s_e": dev_e**2, "s_w": dev_w**2, "cov": rho * dev_e * dev_w, "rho": rho, "dev": (dev_e, dev_w)}
        if 0 <= best_share(one) < 1:
            return one | {"more": F(rng.randint(1, 4), 2), "less": F(rng.randint(1, 4), 8)}


def turns_east(one: dict) -> bool:
    here = best_share(one)
    riskier = best_share(one | {"s_w": one["s_w"] + one["more"]})
    poorer = best_share(one | {"mu_w": one["mu_w"] - one["less"]})
    return riskier > here and poorer > here


def turns_east_correlated(one: dict) -> bool:
    """The same with the correlation held fixed, so that the covariance grows with the western risk."""
    dev_e, dev_w = one["dev"][0], one["dev"][1] + one["more"] / 4
    return best_share(one | {"s_w": dev_w**2, "cov": one["rho"] * dev_e * dev_w}) > best_share(one)


ANSWERS = {
    "paszak-west-dependence-blocks-alliance": Answer(
        draw_trade,
        china_blocks,
        needs=("the share of Western trade lost is large against China's net gain",),
        other_readings={"exactly when": Answer(draw_trade, dependence_threshold)},
    ),
    "paszak-russia-market-insufficient": Answer(
        draw_trade,
        cannot_stand_in,
        other_readings={
            "trade alone, after the cost of commitment": Answer(
                draw_trade,
                market_too_small,
                needs=("the share of Western trade lost is above (G_x - 1) x / m, or commitment costs more than that",),
            ),
            "sales to Russia doubled, no cost": Answer(draw_trade, doubling, count=100),
            "the forecast of total trade": Answer(draw_trade, forecast_growth, count=10),
        },
    ),
    "paszak-growth-legitimacy-constraint": Answer(
        draw_growth,
        lambda one: chosen(one) == {1},
        needs=("the floor is absolute, and the loss carries growth below it",),
        other_readings={
            "whatever the alliance is worth": Answer(
                draw_growth, infeasible, needs=("the floor is absolute, and the loss carries growth below it",)
            ),
            "an absolute floor that the loss breaks": Answer(lambda rng: draw_growth(rng, True), infeasible),
            "growth at a finite price": Answer(
                draw_growth, lambda one: infeasible(one, False), needs=("growth comes before all else",)
            ),
            "at a finite price, at the worth drawn": Answer(
                draw_growth, lambda one: chosen(one, False) == {1}, needs=("lost growth outweighs the worth drawn",)
            ),
        },
    ),
    "kuliani-west-priority": Answer(
        draw_priority,
        lambda pair: all(map(rejects, pair)),
        needs=("the share of the engagement lost is large enough",),
        other_readings={"exactly when": Answer(draw_priority, priority_threshold)},
    ),
    "kuliani-complementarity-wider-than-conflict": Answer(
        lambda rng: draw_issues(rng, ties=False),
        exactly_common,
        count=60,
        other_readings={
            "some issue may leave one side indifferent": Answer(
                draw_issues,
                exactly_common,
                needs=("no issue leaves one side indifferent while the other does not lose",),
                count=100,
            ),
            "only strict equilibria count": Answer(
                draw_issues, lambda point: exactly_common(point, strictly=True), count=60
            ),
        },
    ),
    "paszak-overdependence-hedge": Answer(
        draw_markets,
        turns_east,
        count=100,
        other_readings={
            "the correlation held fixed": Answer(
                draw_markets, turns_east_correlated, needs=("the covariance does not grow with the western risk",)
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "paszak-west-dependence-blocks-alliance",
        "exactly when",
    ): "China declines where lost Western trade outweighs the rest",
    (
        "paszak-russia-market-insufficient",
        "trade alone, after the cost of commitment",
    ): "trade alone never carries an alliance",
    ("kuliani-west-priority", "exactly when"): "both decline where for each the Western loss outweighs the gain",
    ("paszak-growth-legitimacy-constraint", "at a finite price, at the worth drawn"): (
        "growth with a weight: there is no alliance"
    ),
    ("paszak-russia-market-insufficient", "sales to Russia doubled, no cost"): "even doubled purchases do not pay",
    (
        "paszak-growth-legitimacy-constraint",
        "growth at a finite price",
    ): "growth with a weight: no security value leads to an alliance",
    ("paszak-growth-legitimacy-constraint", "whatever the alliance is worth"): (
        "growth before everything: no security value leads to an alliance"
    ),
    (
        "kuliani-complementarity-wider-than-conflict",
        "some issue may leave one side indifferent",
    ): "ties: not being ready may be indifference",
}
