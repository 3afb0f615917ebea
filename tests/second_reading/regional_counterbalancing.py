"""A second reading of regional_counterbalancing (Paszak 2, 3; Kuliani 4.5), made from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-asean-welcomes-russia: both halves of the ledger's statement stood here, the first half there. Only the
  first (a greater Chinese threat, a greater demand for Russia) is in section 4.5, para 3; that closeness to China
  lowers Russia's worth as a check is the ledger's own step and a further reading in both.
* paszak-regional-counterbalancing: the paper knows of no effects of one neighbour's balancing on another's. So each
  for itself comes first in both, and needs no premise. With such effects the same premise is missing in both
  (balancing by others does not discourage). Here balancing that is discouraged by numbers alone also works; the model
  has that for one volunteer.
"""

from fractions import Fraction
from itertools import combinations, product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
NEIGHBOURS = 4
ASSERTIVE = range(3)
TIES = (1, 2)  # partnership, alliance


def rising(rng: Random, count: int, steps: tuple[int, ...] = (0, 0, 1, 2)) -> list[Fraction]:
    line = [F(rng.randint(0, 3), 2)]
    for _ in range(count - 1):
        line.append(line[-1] + F(rng.choice(steps), 2))
    return line


# --- paszak-regional-counterbalancing ---------------------------------------------------------------------------------


def draw_region(rng: Random, peers: str = "any", reassured: bool = False) -> dict:
    """Draw neighbours whose sense of threat grows with assertiveness and with the tie to Russia.

    `peers`: what balancing by others does to the worth of one's own. "any": it may help or spare the effort, and it
    may matter who it is; "number": it spares the effort, by how many they are; "help": it never harms; "none".
    `reassured`: a Russia close to China calms the neighbours instead.
    """
    while True:
        region = [draw_neighbour(rng, n, peers, reassured) for n in range(NEIGHBOURS)]
        gain = [F(rng.randint(0, 8), 2) for _ in ASSERTIVE]
        low = F(rng.randint(0, 6), 4)
        point = {"region": region, "gain": gain, "weights": (low, low + F(rng.randint(0, 6), 4))}
        if peers != "any" or all(balancers(point, a, tie) for a, tie in product(ASSERTIVE, TIES)):
            return point


def draw_neighbour(rng: Random, me: int, peers: str, reassured: bool) -> dict:
    threat: dict = {}
    for a, tie in product(ASSERTIVE, TIES):
        below = [threat[b] for b in ((a - 1, tie), (a, tie - 1)) if b in threat]
        threat[a, tie] = max(below, default=F(0)) + F(rng.choice((0, 0, 1, 2)), 2)
    if reassured:
        threat |= {(a, 2): threat[a, 1] - F(rng.randint(0, 2), 2) for a in ASSERTIVE}
    others = [n for n in range(NEIGHBOURS) if n != me]
    companies = [frozenset(who) for size in range(NEIGHBOURS) for who in combinations(others, size)]
    low = {"help": 0, "none": 0}.get(peers, -3)
    each = {n: F(rng.randint(low, 0 if peers == "none" else 3), 2) for n in others}
    counted = sorted((F(rng.randint(-3, 0), 2) for _ in range(NEIGHBOURS)), reverse=True)
    effect = {who: counted[len(who)] if peers == "number" else sum((each[n] for n in who), F(0)) for who in companies}
    return {"threat": threat, "peers": effect, "cost": F(rng.randint(0, 6), 2)}


def free_riders() -> dict:
    """Give a region in which the first, roused by the alliance, spares the next two the effort."""
    region = []
    for me in range(NEIGHBOURS):
        others = [n for n in range(NEIGHBOURS) if n != me]
        region.append(
            {
                "threat": {(a, tie): F(tie if me == 0 else 1) for a, tie in product(ASSERTIVE, TIES)},
                "peers": {
                    frozenset(who): F(-2 if me in (1, 2) and 0 in who else 0)
                    for size in range(NEIGHBOURS)
                    for who in combinations(others, size)
                },
                "cost": (F(3, 2), F(1, 2), F(1, 2), F(9))[me],
            }
        )
    return {"region": region, "gain": [F(0), F(1), F(2)], "weights": (F(0), F(1))}


def balancers(point: dict, a: int, tie: int) -> set[int]:
    """List the numbers that balance in the equilibria: every set of balancers is tried against every lone change."""
    found = set()
    for acts in product((0, 1), repeat=NEIGHBOURS):
        active = frozenset(n for n in range(NEIGHBOURS) if acts[n])
        for n, one in enumerate(point["region"]):
            net = one["threat"][a, tie] + one["peers"][active - {n}] - one["cost"]
            if net < 0 if acts[n] else net > 0:
                break
        else:
            found.add(len(active))
    return found


def counterbalancing(point: dict) -> bool:
    """The least and the greatest number of balancers rise with a and A, and weight on them makes China milder."""
    table = {(a, tie): balancers(point, a, tie) for a, tie in product(ASSERTIVE, TIES)}
    if not all(table.values()):
        return False
    for pick in (min, max):
        count = {place: pick(found) for place, found in table.items()}
        for a, tie in table:
            for more in ((a + 1, tie), (a, tie + 1)):
                if more in count and count[more] < count[a, tie]:
                    return False
        for tie in TIES:
            best = []
            for eta in point["weights"]:
                pay = [point["gain"][a] - eta * count[a, tie] for a in ASSERTIVE]
                best.append([a for a in ASSERTIVE if pay[a] == max(pay)])
            if min(best[1]) > min(best[0]) or max(best[1]) > max(best[0]):
                return False
    return True


def coalition_larger(point: dict) -> bool:
    """The sentence on the coalition: somewhere an alliance brings more balancers than the partnership does."""
    return any(
        all(pick(balancers(point, a, 2)) > pick(balancers(point, a, 1)) for pick in (min, max)) for a in ASSERTIVE
    )


# --- paszak-third-party-cost ------------------------------------------------------------------------------------------


def draw_customers(rng: Random) -> dict:
    revenue, share, cost = F(rng.randint(1, 8), 2), F(rng.randint(0, 4), 4), F(rng.randint(0, 4), 2)
    partner = F(rng.randint(0, 6), 2)
    allied = partner + (cost + share * revenue if rng.random() < 0.3 else F(rng.randint(-2, 8), 2))
    up = {"revenue": F(rng.randint(0, 4), 2), "share": (1 - share) * F(rng.randint(0, 2), 2)}
    one = {"revenue": revenue, "share": share, "cost": cost, "partner": partner, "allied": allied}
    return {"one": one, "up": up}


def blocks(one: dict) -> bool:
    """Russia withholds its consent iff what is left of its Asian customers and all else is worth less than before."""
    pays = {
        "consent": one["allied"] - one["cost"] + (1 - one["share"]) * one["revenue"],
        "withhold": one["partner"] + one["revenue"],
    }
    return pays["consent"] < pays["withhold"]


def customers_threshold(point: dict) -> bool:
    one = point["one"]
    fine = blocks(one) == (one["allied"] - one["partner"] < one["cost"] + one["share"] * one["revenue"])
    return fine and all(not blocks(one) or blocks(one | {k: one[k] + more}) for k, more in point["up"].items())


# --- kuliani-asean-welcomes-russia ------------------------------------------------------------------------------------


def draw_welcome(rng: Random, tie: str = "any", threat: str = "up") -> dict:
    """Draw what a unit of Russian presence is worth to a neighbour, by the Chinese threat and by the tie.

    `tie`: what closeness to China does to that worth ("any": the text does not say).
    """
    base = rising(rng, 3)
    worth = {}
    for n, one in enumerate(base):
        worth[n, 0] = one + 3
    for level in (1, 2):
        steps = {"down": (-2, 0), "any": (-2, 2)}[tie]
        shift = F(rng.randint(*steps), 2)
        for n in range(3):
            worth[n, level] = worth[n, level - 1] + shift
    if threat == "any":
        worth = {place: one + F(rng.randint(-2, 2), 2) for place, one in worth.items()}
    return {"worth": worth, "cost": rising(rng, 4)}


def demand(point: dict, n: int, level: int) -> list[int]:
    """Find the amounts of presence that are best, each further unit costing no less than the one before."""
    pays = [point["worth"][n, level] * x - sum(point["cost"][:x]) for x in range(5)]
    return [x for x in range(5) if pays[x] == max(pays)]


def welcomed_more(point: dict) -> bool:
    """The half that the text has: a greater Chinese threat raises the demand for Russia."""
    for n, level in product((0, 1), range(3)):
        before, after = demand(point, n, level), demand(point, n + 1, level)
        if min(after) < min(before) or max(after) < max(before):
            return False
    return True


def closeness_costs(point: dict) -> bool:
    """The half that the ledger adds: each step towards China lowers the worth of Russia as a check on it."""
    return all(
        point["worth"][n, level + 1] <= point["worth"][n, level]
        and max(demand(point, n, level + 1)) <= max(demand(point, n, level))
        for n, level in product(range(3), (0, 1))
    )


ANSWERS = {
    "paszak-regional-counterbalancing": Answer(
        lambda rng: draw_region(rng, "none"),
        counterbalancing,
        count=50,
        other_readings={
            "peers' balancing may help or spare the effort": Answer(
                draw_region,
                counterbalancing,
                needs=(
                    "balancing by others does not lower the worth of one's own (complements), "
                    "or does so by their number alone",
                ),
                count=50,
                points=(free_riders(),),
            ),
            "peers' balancing complementary": Answer(lambda rng: draw_region(rng, "help"), counterbalancing, count=30),
            "peers spare the effort, by their number alone": Answer(
                lambda rng: draw_region(rng, "number"), counterbalancing, count=60
            ),
            "a Russia close to China reassures": Answer(
                lambda rng: draw_region(rng, "help", True), counterbalancing, count=30
            ),
            "the alliance adds balancers": Answer(
                lambda rng: draw_region(rng, "help"),
                coalition_larger,
                count=50,
                needs=("some neighbour stands just below its threshold",),
            ),
        },
    ),
    "paszak-third-party-cost": Answer(
        draw_customers,
        customers_threshold,
        other_readings={
            "the sentence itself, a loss can come of it": Answer(
                draw_customers, lambda point: point["one"]["share"] * point["one"]["revenue"] > 0, kind="possible"
            ),
            "Russia does not go further": Answer(
                draw_customers,
                lambda point: blocks(point["one"]),
                needs=("the customers lost outweigh the net gain from allying",),
            ),
        },
    ),
    "kuliani-asean-welcomes-russia": Answer(
        draw_welcome,
        welcomed_more,
        count=80,
        other_readings={
            "closeness to China lowers the worth": Answer(
                draw_welcome,
                closeness_costs,
                needs=("closeness to China lowers what Russia is worth as a check on it",),
                count=100,
            ),
            "both halves, closeness lowering the worth": Answer(
                lambda rng: draw_welcome(rng, "down"),
                lambda point: welcomed_more(point) and closeness_costs(point),
                count=100,
            ),
            "the worth perhaps not rising in the threat": Answer(
                lambda rng: draw_welcome(rng, "down", "any"), welcomed_more, count=100
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "paszak-regional-counterbalancing",
        "peers' balancing may help or spare the effort",
    ): "a greater threat never lowers the most balancers of an equilibrium",
    ("paszak-third-party-cost", "Russia does not go further"): "the loss by itself keeps Russia from an alliance",
    ("kuliani-asean-welcomes-russia", "closeness to China lowers the worth"): "as China's ally Russia is less wanted",
}
