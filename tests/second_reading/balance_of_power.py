"""A second reading of balance_of_power (Kuliani 2.1, 2.2; Paszak 2, conclusions), from the text and the ledger alone.

Differences from the model, and how they were settled:

None in any status. Compared: the order of gain and cost with power, existence against prediction, and the listed
reasons.

* kuliani-waltz-alliance-plausible: the gain is a broken line here and enters by its values there. Pooled power fails
  at some pairs of powers here; the model asks whether it grows throughout, and so refutes it.
* kuliani-balancing-anomaly: the list of what could explain it has the perception of threat here; there it is a
  reading, by which the pair ends up allied exactly where both perceive a threat.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
POWERS = range(1, 7)  # the places where a security gain is given; between two of them it is a straight line


def level_equilibria(pay: list[list[Fraction]]) -> tuple[set, set]:
    """Solve the game in which each names a level and the lower one holds: the plain and the strong equilibria.

    `pay[i][A]` is what level A gives to i. Strong: no one alone and not both together gain strictly by leaving.
    """
    levels = range(len(pay[0]))
    plain, strong = set(), set()
    for mine, yours in product(levels, repeat=2):
        here = min(mine, yours)
        if any(pay[0][min(x, yours)] > pay[0][here] or pay[1][min(mine, x)] > pay[1][here] for x in levels):
            continue
        plain.add((mine, yours))
        if not any(all(pay[i][min(x, y)] > pay[i][here] for i in (0, 1)) for x, y in product(levels, repeat=2)):
            strong.add((mine, yours))
    return plain, strong


def at(knots: list[Fraction], power: Fraction) -> Fraction:
    """Read a broken line."""
    n = min(int(power), len(knots) - 1) - 1
    return knots[n] + (power - (n + 1)) * (knots[n + 1] - knots[n])


def reaches(knots: list[Fraction], height: Fraction) -> Fraction:
    """Give the power at which a rising broken line has this height."""
    for n in range(len(knots) - 1):
        if knots[n] <= height <= knots[n + 1]:
            return n + 1 + (height - knots[n]) / (knots[n + 1] - knots[n])
    raise ValueError(height)


# --- kuliani-waltz-alliance-plausible ---------------------------------------------------------------------------------


def draw_primacy(rng: Random) -> dict:
    knots, cost = [], []
    for _ in range(2):
        line = sorted(F(n, 2) for n in rng.sample(range(0, 20), len(POWERS)))
        knots.append(line)
        cost.append(
            rng.choice(line) if rng.random() < 0.4 else line[0] + (line[-1] - line[0]) * F(rng.randint(0, 8), 8)
        )
    bar = max(reaches(k, f) for k, f in zip(knots, cost, strict=True))
    power = bar if rng.random() < 0.4 else F(rng.randint(4, 24), 4)
    later = power + (6 - power) * F(rng.randint(0, 4), 4)
    return {"knots": knots, "cost": cost, "power": power, "later": later}


def solved(point: dict, power: Fraction) -> tuple[set, set]:
    gains = [at(k, power) - f for k, f in zip(point["knots"], point["cost"], strict=True)]
    return level_equilibria([[F(0), g] for g in gains])


def primacy_threshold(point: dict) -> bool:
    plain, strong = solved(point, point["power"])
    bar = max(reaches(k, f) for k, f in zip(point["knots"], point["cost"], strict=True))
    fine = ((1, 1) in plain) == (point["power"] >= bar) and (0, 0) in plain
    if point["power"] > bar:
        fine &= strong == {(1, 1)}
    return fine and ((1, 1) not in plain or (1, 1) in solved(point, point["later"])[0])


def draw_any_cost(rng: Random) -> dict:
    """Leave the commitment costs free: nothing in the text keeps them within what security is worth."""
    return draw_primacy(rng) | {"cost": [F(rng.randint(0, 30), 2) for _ in range(2)]}


def allied(point: dict) -> bool:
    """Say whether the alliance is an equilibrium."""
    return (1, 1) in solved(point, point["power"])[0]


def allied_foreseen(point: dict) -> bool:
    """Say whether the alliance is what every plain equilibrium has (a prediction, not only a possibility)."""
    return all(one == (1, 1) for one in solved(point, point["power"])[0])


def draw_pooling(rng: Random) -> dict:
    """Power put together helps only while the sum of the two can offset the third."""
    low, high = sorted(rng.sample(range(2, 16), 2))
    return {
        "own": [F(rng.randint(1, 8)) for _ in range(2)],
        "worth": [F(rng.randint(1, 3), 2) for _ in range(2)],
        "cost": [F(rng.randint(0, 6)) for _ in range(2)],
        "pair": (F(low), F(high)),
    }


def pooling_expands(point: dict) -> bool:
    """An alliance that is an equilibrium at the lower power of the third is one at the higher."""

    def stands(power: Fraction) -> bool:
        works = sum(point["own"]) >= power
        gains = [(w * power if works else F(0)) - f for w, f in zip(point["worth"], point["cost"], strict=True)]
        return (1, 1) in level_equilibria([[F(0), g] for g in gains])[0]

    low, high = point["pair"]
    return not stands(low) or stands(high)


# --- kuliani-balancing-anomaly ----------------------------------------------------------------------------------------


def draw_pure(rng: Random) -> list[list[Fraction]]:
    """Power alone: what the levels give is net of nothing, and the alliance gives each more than any lower level."""
    pay = []
    for _ in range(2):
        low = [F(rng.randint(-4, 6), 2) for _ in range(2)]
        pay.append([*low, max(low) + F(rng.randint(1, 4), 2)])
    return pay


def full_alliance(pay: list[list[Fraction]]) -> bool:
    """The alliance alone is strong; and the pair may all the same sit in a plain equilibrium without it."""
    plain, strong = level_equilibria(pay)
    return strong == {(2, 2)} and any(min(one) < 2 for one in plain)


def draw_reasons(rng: Random) -> dict:
    def often_nought() -> Fraction:
        return F(rng.choice((0, 0, 1, 2, 3)), 2)

    return {
        "s": [often_nought() for _ in range(2)],
        "f": [often_nought() for _ in range(2)],
        "qk": [often_nought() for _ in range(2)],
        "threat": [F(rng.choice((0, 1, 1, 2)), 2) for _ in range(2)],
    }


def some_reason(point: dict) -> bool:
    """Wherever a plain equilibrium has no alliance, one of the listed reasons is there."""
    gains = [point["threat"][i] * point["s"][i] - point["f"][i] - point["qk"][i] for i in (0, 1)]
    plain, strong = level_equilibria([[F(0), g] for g in gains])
    listed = any(
        point["f"][i] > 0 or point["qk"][i] > 0 or point["threat"][i] == 0 or point["s"][i] == 0 for i in (0, 1)
    )
    return all(listed or one not in strong for one in plain if min(one) == 0)


def draw_barred(rng: Random) -> list[list[Fraction]]:
    """Let commitment or the reaction cost something."""
    return [[*pay[:2], pay[2] - F(rng.randint(0, 6), 2)] for pay in draw_pure(rng)]


ANSWERS = {
    "kuliani-waltz-alliance-plausible": Answer(
        draw_primacy,
        primacy_threshold,
        other_readings={
            "the sentence itself, plausible as possible": Answer(draw_any_cost, allied, kind="possible"),
            "the sentence itself, the alliance always an equilibrium": Answer(
                draw_any_cost, allied, needs=("commitment costs no higher than the security gained, for both",)
            ),
            "the alliance foreseen in every plain equilibrium": Answer(draw_any_cost, allied_foreseen),
            "power put together, useful only while it can offset the third": Answer(
                draw_pooling, pooling_expands, needs=("the two together can still offset the third",)
            ),
        },
    ),
    "kuliani-balancing-anomaly": Answer(
        draw_pure,
        full_alliance,
        count=100,
        other_readings={
            "no alliance seen, so one of the listed reasons": Answer(draw_reasons, some_reason),
            "with costs the alliance is no longer the only strong equilibrium": Answer(
                draw_barred, full_alliance, count=100, needs=("neither commitment nor the reaction costs anything",)
            ),
        },
    ),
    "paszak-us-decisive-advantage": Answer(
        kind="data",
        why="a statement about capabilities and the coming decades, with no American figures; a game takes it as given",
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-waltz-alliance-plausible",
        "the sentence itself, plausible as possible",
    ): "plausible: the alliance is an equilibrium for some gains and costs",
    (
        "kuliani-waltz-alliance-plausible",
        "the alliance foreseen in every plain equilibrium",
    ): "plausible: the alliance is what every equilibrium brings",
}
