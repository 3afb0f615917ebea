"""A second reading of threat_perception_gap (Kuliani 2.1, 4.1, 4.7, 5.4; Paszak 1), from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-russia-balances-china: the ledger's threshold stood here against a sentence there (no alliance, China being
  the likelier military threat: section 5.4, at note 73). The thesis gives no threshold, and section 5.4 does not
  exclude an alliance; what section 2.1 says is that the threat seen in China is an obstacle. So the more it is feared,
  the less room: this comes first in both, and the others are further readings in both.
* paszak-elite-ambiguity-ceiling: the ledger's threshold stood here, and there that too few are in favour, which
  section 1, para 4, does not say. It says that a mixed attitude kept the level; this comes first in both.
* kuliani-arms-sales-decline: the risk of copying may rise here too; there it does not, for the thesis does not mention
  it. The status is the same.
* kuliani-threat-perception-gap: the same premises are found missing, with one more here (a strictly rising response),
  because here the effect of small changes is asked for as well; there that is a reading of its own.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
STEP = F(1, 4)
SPAN = 24  # differences of threats from -6 to 6, in steps


def some(rng: Random, low: int = 0, high: int = 4) -> Fraction:
    return F(rng.randint(4 * low, 4 * high), 4)


def strong(pay: list[dict]) -> set:
    """Give the outcomes of the strong equilibria when each names a level and the lower one holds."""
    levels = sorted(pay[0])
    found = set()
    for mine, yours in product(levels, repeat=2):
        here = min(mine, yours)
        if any(pay[0][min(x, yours)] > pay[0][here] or pay[1][min(mine, x)] > pay[1][here] for x in levels):
            continue
        if not any(all(pay[i][x] > pay[i][here] for i in (0, 1)) for x in levels):
            found.add(here)
    return found


# --- kuliani-threat-perception-gap ------------------------------------------------------------------------------------


def draw_gap(rng: Random, same: bool = False, wider: bool = False, strict: bool = False) -> dict:
    """Draw what the text says of the four perceptions, and how far each side would go at each difference of threats.

    China hardly fears Russia, Russia fears China more, and China fears the third far more than it fears Russia.
    """
    while True:
        tau = {"CR": rng.choice((F(0), STEP)), "RU": some(rng), "CU": some(rng)}
        tau["RC"] = tau["CR"] + F(rng.randint(1, 12), 4)
        if tau["CU"] > tau["CR"] and (not wider or tau["CU"] - tau["CR"] > tau["RU"] - tau["RC"]):
            break
    wish = []
    for _ in range(2):
        line = [F(rng.randint(-4, 4))]
        for _ in range(2 * SPAN):
            line.append(line[-1] + F(rng.randint(1, 2) if strict else rng.choice((0, 0, 1, 2)), 4))
        wish.append(line)
    return {"tau": tau, "wish": [wish[0], wish[0] if same else wish[1]]}


def wished(point: dict, tau: dict) -> list[Fraction]:
    differences = (tau["CU"] - tau["CR"], tau["RU"] - tau["RC"])
    return [point["wish"][i][int(differences[i] / STEP) + SPAN] for i in (0, 1)]


def reached(point: dict, tau: dict) -> Fraction:
    """Solve the game of levels: each side's worth falls with the distance from what it wishes."""
    peaks = wished(point, tau)
    levels = {*peaks, sum(peaks) / 2, min(peaks) - 1}
    found = strong([{x: -abs(x - peak) for x in levels} for peak in peaks])
    assert len(found) == 1
    return found.pop()


def russia_binds(point: dict) -> bool:
    """Russia's wish is what is reached; a small change in what China fears of Russia does nothing, the reverse does."""
    tau = point["tau"]
    here = reached(point, tau)
    fine = here == wished(point, tau)[1]
    for change in (STEP, -STEP):
        if tau["CR"] + change >= 0:
            fine &= reached(point, tau | {"CR": tau["CR"] + change}) == here
    return fine and reached(point, tau | {"RC": tau["RC"] + STEP}) < here


# --- kuliani-russia-balances-china ------------------------------------------------------------------------------------


def draw_hedge(rng: Random, over_third: bool = False) -> dict:
    tau_ru, b, f = some(rng), some(rng), some(rng)
    tau_rc = tau_ru + b - f if rng.random() < 0.3 else some(rng, 0, 6)
    if over_third:
        tau_rc = max(tau_rc, tau_ru + F(rng.randint(1, 8), 4))
    if tau_rc <= 0:
        tau_rc = F(1)
    partner = rng.choice((F(-1), F(0), F(1), F(3)))
    return {"RU": tau_ru, "RC": tau_rc, "b": b, "f": f, "partner": partner}


def aligned_net(point: dict) -> Fraction:
    """What aligning leaves Russia: help against the third, a shared danger nearer, other benefit and cost."""
    return point["RU"] - point["RC"] + point["b"] - point["f"]


def alliance_stands(point: dict) -> bool:
    """Say whether both allying is an equilibrium, whatever China would make of it."""
    gains = [point["partner"], aligned_net(point)]
    return 1 in strong([{0: F(0), 1: g} for g in gains])


def hedge_threshold(point: dict) -> bool:
    pays = {"align": aligned_net(point), "hedge": F(0)}
    aligns = all(pays["align"] >= other for other in pays.values())
    fine = aligns == (point["RU"] - point["RC"] + point["b"] >= point["f"])
    if point["RC"] > point["RU"] + point["b"] - point["f"]:
        fine &= not any(alliance_stands(point | {"partner": F(n)}) for n in (-1, 0, 1, 9))
    return fine


def more_fear_less_room(point: dict) -> bool:
    """Say whether no alliance that does not stand at the fear of China there is stands at a greater one."""
    return all(
        alliance_stands(point) or not alliance_stands(point | {"RC": point["RC"] + more})
        for more in (STEP, F(1), F(3), F(9))
    )


def hedges(point: dict) -> bool:
    return aligned_net(point) < 0


# --- kuliani-arms-sales-decline ---------------------------------------------------------------------------------------


def draw_sales(rng: Random) -> dict:
    z, loss, chi, tau, home = (F(rng.randint(0, 6), 2) for _ in range(5))
    margin = z * loss + chi * tau if rng.random() < 0.4 else F(rng.randint(1, 20), 2)
    worth = home if rng.random() < 0.4 else F(rng.randint(0, 8), 2)
    up = [F(rng.randint(0, 3), 2) for _ in range(3)]
    base = {"z": z, "L": loss, "chi": chi, "tau": tau, "o": home, "m": max(margin, F(1, 2)), "u": worth}
    return {"base": base, "up": dict(zip(("z", "tau", "o"), up, strict=True))}


def sale(one: dict) -> bool:
    """Try every deviation from selling and buying; without both there is no sale and China makes its own."""
    seller, buyer = one["m"] - one["z"] * one["L"] - one["chi"] * one["tau"], one["u"]
    pay = {
        (sells, buys): (seller if sells and buys else F(0), buyer if sells and buys else one["o"])
        for sells, buys in product((True, False), repeat=2)
    }
    return pay[True, True][0] >= pay[False, True][0] and pay[True, True][1] >= pay[True, False][1]


def sale_threshold(point: dict) -> bool:
    one, up = point["base"], point["up"]
    fine = sale(one) == (one["m"] >= one["z"] * one["L"] + one["chi"] * one["tau"] and one["u"] >= one["o"])
    return fine and all(sale(one) or not sale(one | {name: one[name] + more}) for name, more in up.items())


def sales_end(point: dict) -> bool:
    """Say whether all three reasons together, each no weaker, end the sales."""
    one = point["base"]
    return not sale(one | {name: one[name] + more for name, more in point["up"].items()})


# --- paszak-elite-ambiguity-ceiling -----------------------------------------------------------------------------------


def draw_elite(rng: Random) -> dict:
    size = rng.randint(2, 12)
    members = [rng.random() < 0.6 for _ in range(size)]
    if all(members) or not any(members):
        members[0] = not members[0]  # the attitude is mixed
    return {"members": members, "bar": F(rng.randint((size + 1) // 2, size), size), "veto": rng.random() < 0.5}


def upgrades(point: dict, veto: bool) -> list[int]:
    """List the levels that can come about: without a veto the government may go up alone."""
    share = F(sum(point["members"]), len(point["members"]))
    return [1, 2] if share >= point["bar"] or not veto else [1]


def ceiling(point: dict) -> bool:
    share = F(sum(point["members"]), len(point["members"]))
    return (max(upgrades(point, True)) == 1) == (share < point["bar"])


def stays(point: dict) -> bool:
    return max(upgrades(point, point["veto"])) == 1


ANSWERS = {
    "kuliani-threat-perception-gap": Answer(
        draw_gap,
        russia_binds,
        count=60,
        needs=(
            "China's margin of fear of the third over fear of the partner is the wider one",
            "the two respond alike to the same margin",
            "the response is strictly increasing where Russia stands",
        ),
        other_readings={
            "wider margin, same strict response": Answer(
                lambda rng: draw_gap(rng, same=True, wider=True, strict=True), russia_binds, count=50
            ),
            "wider margin, same response, perhaps flat": Answer(
                lambda rng: draw_gap(rng, same=True, wider=True), russia_binds, count=40
            ),
            "wider margin, each its own response": Answer(
                lambda rng: draw_gap(rng, wider=True, strict=True), russia_binds, count=40
            ),
        },
    ),
    "kuliani-russia-balances-china": Answer(
        draw_hedge,
        more_fear_less_room,
        other_readings={
            "no alliance, China being the likelier threat": Answer(
                lambda rng: draw_hedge(rng, True),
                hedges,
                needs=("other benefits no higher than the cost, or the lead of the fear of China large enough",),
            ),
            "as a threshold": Answer(draw_hedge, hedge_threshold, count=60),
            "the sentence itself: a feared China is hedged against": Answer(
                draw_hedge, hedges, needs=("that fear exceeds the fear of the third plus net benefit",)
            ),
        },
    ),
    "kuliani-arms-sales-decline": Answer(
        draw_sales,
        sale_threshold,
        other_readings={
            "the sentence itself: the reasons together end the sales": Answer(
                draw_sales, sales_end, needs=("the rise carries one side past its threshold",)
            ),
            "the fall after 2005": Answer(kind="data", why="a dated fall in sales is an observation"),
        },
    ),
    "paszak-elite-ambiguity-ceiling": Answer(
        draw_elite,
        stays,
        needs=("the elite's consent is required", "its supporters fall short of the bar"),
        other_readings={"as a threshold": Answer(draw_elite, ceiling)},
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-russia-balances-china",
        "no alliance, China being the likelier threat",
    ): "difference of two threats: no alliance",
    (
        "kuliani-russia-balances-china",
        "as a threshold",
    ): "difference of two threats: Russia wants it from a threshold on",
    (
        "kuliani-arms-sales-decline",
        "the sentence itself: the reasons together end the sales",
    ): "and so the sales stopped",
}
