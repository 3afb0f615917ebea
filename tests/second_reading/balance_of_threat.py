"""A second reading of balance_of_threat (Kuliani 2, 4.6, 4.7, 5; Paszak 2), made from the text and the ledger alone.

Differences from the model, and how they were settled:

None in any status. What was compared, claim by claim: the premises imposed and the conclusion.

* kuliani-no-balancing-without-threat: in both the claim fails for want of a product and of a cost; here strength is
  taken "however large", so the sum never works, while the model asks at which strengths it does.
* kuliani-perception-shift: the thesis says that a change can matter, so this comes first in both; the signs are an
  addition. Here they are found by the difference of two threats (a reading there), there by the values of what each
  wants; they are the same.
* kuliani-soft-balancing: the thesis knows of no measures taken because of the partnership (those are Paszak's), so
  that what is imposed is imposed at every level comes first in both. Taken for a price of the partnership, it is the
  missing premise in both.
* kuliani-reactive-blocking-partnership: where a joint proposal exists is a general result; the paper's sentence is
  that they have none, and it comes first in both.
"""

from fractions import Fraction
from itertools import pairwise, product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
FACTORS = 4  # strength, nearness, offensive means, intent
LEVELS = range(3)
PLACES = list(product(LEVELS, repeat=FACTORS))


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    return F(rng.randint(2 * low, 2 * high), 2)


def rising(rng: Random, count: int, strict: bool = False) -> list[Fraction]:
    """Give a nondecreasing line of values, often flat unless strict."""
    line = [some(rng, 0, 2)]
    for _ in range(count - 1):
        line.append(line[-1] + F(rng.randint(1 if strict else 0, 3), 2))
    return line


def strong_levels(pay: list[list[Fraction]]) -> set[int]:
    """Give the levels of the strong equilibria when each names a level and the lower one holds."""
    levels = range(len(pay[0]))
    found = set()
    for mine, yours in product(levels, repeat=2):
        here = min(mine, yours)
        alone = any(pay[0][min(x, yours)] > pay[0][here] or pay[1][min(mine, x)] > pay[1][here] for x in levels)
        if not alone and not any(all(pay[i][x] > pay[i][here] for i in (0, 1)) for x in levels):
            found.add(here)
    return found


# --- kuliani-walt-four-factors ----------------------------------------------------------------------------------------


def draw_threat(rng: Random) -> dict:
    """Draw a threat that no factor lowers: its values come from a table built upwards, joined in no special form."""
    table: dict = {}
    for place in PLACES:
        below = [table[(*place[:k], place[k] - 1, *place[k + 1 :])] for k in range(FACTORS) if place[k] > 0]
        table[place] = max(below, default=F(0)) + F(rng.choice((0, 0, 0, 1, 2)), 2)
    return {"table": table, "cost": rng.choice(list(table.values()))}


def upward_closed(point: dict) -> bool:
    """Raising a factor, the others as they are, never ends balancing that was a best response."""
    best = {place: tau - point["cost"] >= 0 for place, tau in point["table"].items()}
    for place in PLACES:
        for k in range(FACTORS):
            if place[k] + 1 in LEVELS and best[place] and not best[(*place[:k], place[k] + 1, *place[k + 1 :])]:
                return False
    return True


def draw_lowered(rng: Random) -> dict:
    """Let strength also draw support (lining up with the strong for profit): the text has a case of it."""
    point = draw_threat(rng)
    table = {place: tau - F(rng.randint(0, 2), 2) * place[0] for place, tau in point["table"].items()}
    return {"table": table, "cost": rng.choice(list(table.values()))}


# --- kuliani-no-balancing-without-threat ------------------------------------------------------------------------------


def draw_no_intent(rng: Random, forms: tuple[str, ...] = ("product", "sum", "bounded sum"), free: bool = True) -> dict:
    cost = F(rng.randint(0 if free else 1, 12), 2)
    # However large: strengths without bound are represented by some far above anything the cost can be.
    return {"form": rng.choice(forms), "cost": cost, "strengths": [some(rng, 0, 9), F(20), F(400)]}


def never_balances(point: dict) -> bool:
    """With intent nought, balancing gives no more than not balancing, however strong the other."""
    intent = F(0)
    threats = {
        "product": lambda strength: strength * intent,
        "sum": lambda strength: strength / 4 + intent,
        "bounded sum": lambda strength: min(strength, F(3)) + intent,  # strength counts by itself, up to a bound
    }
    return not any(threats[point["form"]](strength) - point["cost"] >= 0 for strength in point["strengths"])


# --- kuliani-perception-shift -----------------------------------------------------------------------------------------


def draw_shift(rng: Random) -> dict:
    tau = {name: rng.randint(0, 4) for name in ("CU", "CR", "RU", "RC")}
    return {
        "tau": tau,
        "up": {"RC": rng.randint(0, 3), "CU": rng.randint(0, 3)},
        # how far each would go at each difference of threats, from -8 to 8
        "wish": [sorted(rng.choice(LEVELS) for _ in range(17)) for _ in range(2)],
    }


def wished(point: dict, tau: dict) -> list[int]:
    return [
        point["wish"][0][min(16, max(0, tau["CU"] - tau["CR"] + 8))],
        point["wish"][1][min(16, max(0, tau["RU"] - tau["RC"] + 8))],
    ]


def reached(point: dict, tau: dict) -> int:
    """Solve for the level: each side's worth falls with the distance from what it wishes, and the lower offer holds."""
    found = strong_levels([[F(-abs(x - wish)) for x in LEVELS] for wish in wished(point, tau)])
    assert len(found) == 1
    return found.pop()


def moved(point: dict, name: str) -> dict:
    return point["tau"] | {name: point["tau"][name] + point["up"][name]}


def shift_signs(point: dict) -> bool:
    here = reached(point, point["tau"])
    wary, worried = moved(point, "RC"), moved(point, "CU")
    fine = reached(point, wary) <= here <= reached(point, worried)
    if reached(point, wary) < here:  # only if Russia then binds
        fine &= wished(point, wary)[1] < wished(point, wary)[0]
    if reached(point, worried) > here:  # only if China bound before
        fine &= wished(point, point["tau"])[0] < wished(point, point["tau"])[1]
    return fine


def any_shift_moves(point: dict) -> bool:
    """Say whether a change of either perception moves the level."""
    here = reached(point, point["tau"])
    return all(point["up"][n] == 0 or reached(point, moved(point, n)) != here for n in ("RC", "CU"))


def a_shift_moves(point: dict) -> bool:
    return any(reached(point, moved(point, n)) != reached(point, point["tau"]) for n in ("RC", "CU"))


# --- paszak-walt-most-threatening -------------------------------------------------------------------------------------


def draw_targets(rng: Random) -> dict:
    point = draw_threat(rng)
    return {
        "table": point["table"],
        "states": [rng.choice(PLACES) for _ in range(3)],
        "worth": rising(rng, 60, strict=True),
        "ease": [F(rng.randint(0, 4), 2) for _ in range(3)],
    }


def opposes_most_threatening(point: dict) -> bool:
    """Opposing pays by the order of the threats alone; what else follows is tried.

    Where the target is not among the strongest, something other than strength must put it first.
    """
    threats = [point["table"][place] for place in point["states"]]
    pays = [point["worth"][int(2 * tau)] for tau in threats]
    chosen = {j for j in range(3) if all(pays[j] >= other for other in pays)}
    fine = chosen == {j for j in range(3) if threats[j] == max(threats)}
    strength = [place[0] for place in point["states"]]
    for j in chosen:
        for k in range(3):
            if strength[k] > strength[j]:
                fine &= threats[k] == threats[j] or any(
                    point["states"][j][n] > point["states"][k][n] for n in (1, 2, 3)
                )
    return fine


def opposes_where_it_pays(point: dict) -> bool:
    """Let opposing one state be easier than opposing another."""
    threats = [point["table"][place] for place in point["states"]]
    pays = [tau + ease for tau, ease in zip(threats, point["ease"], strict=True)]
    return all(threats[j] == max(threats) for j in range(3) if pays[j] == max(pays))


def opposes_the_strongest(point: dict) -> bool:
    strength = [place[0] for place in point["states"]]
    threats = [point["table"][place] for place in point["states"]]
    return all(strength[j] == max(strength) for j in range(3) if threats[j] == max(threats))


# --- kuliani-soft-balancing -------------------------------------------------------------------------------------------


def draw_soft(rng: Random, delivered: str = "at the partnership", blocked: str = "some") -> dict:
    """Draw v at two heights of the common threat; the reaction stops at least one of the two from allying."""
    while True:
        q, h = F(rng.randint(0, 4), 4), F(rng.choice((0, 0, 1, 2, 3)), 4)
        base, gross = [], []
        for _ in range(2):
            none = some(rng, 0, 2)
            partner = none + F(rng.randint(1, 5), 2)
            base.append([none, partner, partner + F(rng.randint(-2, 8), 2)])
        gross.append(base)
        for movers in ((1, 0), (0, 1), (1, 1)):
            higher = []
            for i in (0, 1):
                steps = [base[i][n + 1] - base[i][n] + movers[i] * F(rng.randint(0, 4), 2) for n in (0, 1)]
                higher.append([base[i][0], base[i][0] + steps[0], base[i][0] + steps[0] + steps[1]])
            gross.append(higher)
        f, k = [some(rng, 0, 2) for _ in range(2)], [F(rng.randint(1, 10), 2) for _ in range(2)]
        stopped = [base[i][2] - base[i][1] - f[i] < q * (1 - h) * k[i] for i in (0, 1)]
        if any(stopped):
            return {"q": q, "h": h, "f": f, "k": k, "gross": gross, "delivered": delivered}


def net(point: dict, gross: list[list[Fraction]]) -> list[list[Fraction]]:
    """Give what each level leaves: expected over the answer that the alliance gets."""
    pay = []
    for i in (0, 1):
        h, k, q = point["h"], point["k"][i], point["q"]
        imposed = h * k
        none = F(0) if point["delivered"] == "at the partnership" else imposed
        allied = q * k + (1 - q) * imposed
        pay.append([gross[i][0] - none, gross[i][1] - imposed, gross[i][2] - point["f"][i] - allied])
    return pay


def soft(point: dict) -> bool:
    now = strong_levels(net(point, point["gross"][0]))
    later = [strong_levels(net(point, gross)) for gross in point["gross"][1:]]
    return now == {1} and all(one and min(one) >= 1 for one in later)


# --- kuliani-reactive-blocking-partnership ----------------------------------------------------------------------------


def draw_agenda(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    c, r = sorted(some(rng, -3, 3) for _ in range(2))
    return c, r, rng.choice((c, r, (c + r) / 2, some(rng, -4, 4), some(rng, -4, 4)))


def proposals(c: Fraction, r: Fraction, o: Fraction) -> list[Fraction]:
    """Give every place where someone's liking can change, one between each two, and one beyond each end."""
    marks = sorted({c, r, o, 2 * c - o, 2 * r - o})
    between = [(a + b) / 2 for a, b in pairwise(marks)]
    return [marks[0] - 1, *marks, *between, marks[-1] + 1]


def joint(c: Fraction, r: Fraction, o: Fraction) -> bool:
    """Say whether some proposal is nearer than what holds for both."""
    return any(abs(y - c) < abs(o - c) and abs(y - r) < abs(o - r) for y in proposals(c, r, o))


def agenda(point: tuple[Fraction, Fraction, Fraction]) -> bool:
    c, r, o = point
    fine = joint(c, r, o) == (o < c or o > r)
    if c <= o <= r:
        for x in proposals(c, r, o):
            fine &= (abs(x - c) > abs(o - c) and abs(x - r) > abs(o - r)) == (x > 2 * r - o or x < 2 * c - o)
    return fine


ANSWERS = {
    "kuliani-walt-four-factors": Answer(
        draw_threat,
        upward_closed,
        count=30,
        other_readings={
            "a rich and strong state also attracts": Answer(
                draw_lowered, upward_closed, count=30, needs=("no factor lowers the threat",)
            )
        },
    ),
    "kuliani-no-balancing-without-threat": Answer(
        draw_no_intent,
        never_balances,
        needs=("no threat at all without intent (a product, not a sum)", "balancing costs something"),
        other_readings={
            "a product, and balancing costs something": Answer(
                lambda rng: draw_no_intent(rng, ("product",), False), never_balances
            ),
            "a product, balancing perhaps free": Answer(lambda rng: draw_no_intent(rng, ("product",)), never_balances),
            "a sum without bound": Answer(lambda rng: draw_no_intent(rng, ("sum",)), never_balances),
        },
    ),
    "kuliani-perception-shift": Answer(
        draw_shift,
        a_shift_moves,
        kind="possible",
        count=60,
        other_readings={
            "the signs": Answer(draw_shift, shift_signs, count=100),
            "every change matters": Answer(
                draw_shift, any_shift_moves, count=60, needs=("the one whose view changes binds, and responds",)
            ),
        },
    ),
    "paszak-walt-most-threatening": Answer(
        draw_targets,
        opposes_most_threatening,
        count=30,
        other_readings={
            "opposing one may be easier than opposing another": Answer(
                draw_targets, opposes_where_it_pays, count=30, needs=("opposing costs the same whoever it is",)
            ),
            "the rival theory, against the strongest": Answer(draw_targets, opposes_the_strongest, count=30),
        },
    ),
    "kuliani-soft-balancing": Answer(
        lambda rng: draw_soft(rng, "at every level"),
        soft,
        count=120,
        other_readings={
            "what is already imposed comes with the partnership": Answer(
                draw_soft,
                soft,
                needs=("the partnership gains each more than the share h of the loss that comes with it (or h = 0)",),
                count=120,
            ),
        },
    ),
    "kuliani-reactive-blocking-partnership": Answer(
        draw_agenda,
        lambda point: not joint(*point),
        needs=("what holds lies between what the two want",),
        other_readings={"where a joint proposal exists": Answer(draw_agenda, agenda)},
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-walt-four-factors",
        "a rich and strong state also attracts",
    ): "the threatened may also join the stronger side",
    (
        "paszak-walt-most-threatening",
        "opposing one may be easier than opposing another",
    ): "balancing costs more against one than against the other",
    (
        "kuliani-soft-balancing",
        "what is already imposed comes with the partnership",
    ): "what is imposed is a price of the partnership",
    (
        "kuliani-perception-shift",
        "the signs",
    ): "less fear of China, or more of the United States, never loosens the tie",
    (
        "kuliani-reactive-blocking-partnership",
        "where a joint proposal exists",
    ): "they can carry something of their own only where both want to leave the status quo the same way",
}
