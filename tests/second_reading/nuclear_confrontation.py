"""A second reading of nuclear_confrontation (Kuliani 5.5), made from the text and the ledger alone.

Differences from the model, and how they were settled:

None in any status. Compared: gain and risk of a limited clash and of total war, the expected life of an alliance, and
the two fears in a slump.

* kuliani-mad-deters: section 5.5 speaks of any adventure, so that sentence comes first in both, the threshold after it.
  Both find that total war alone is deterred by what is stated. Two countries that yield or stand firm (Chicken) are a
  reading of the model only.
* kuliani-alliance-can-decay: section 5.5 will not rule the possibility out and gives no chance of rupture, so that some
  alliance that was kept up ends comes first in both, the expected years after it.
* kuliani-domestic-shock-siege-mentality: section 5.5 says that Russia's fear, of China too, may grow in a slump, and
  nothing of where the tie goes. That comes first in both; which of two fears must grow by more comes after it.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


# --- kuliani-mad-deters -----------------------------------------------------------------------------------------------


def draw_probe(rng: Random) -> dict:
    """What a probe gains and costs each, and the chance that it escalates, exactly at the bar now and then."""
    gain, harm = [some(rng, 1, 4) for _ in range(2)], [some(rng, 1, 12) for _ in range(2)]
    bar = min(gain[0] / harm[0], F(1))
    return {"g": gain, "D": harm, "eps": bar if rng.random() < 0.3 else F(rng.randint(0, 12), 12)}


def draw_ruin(rng: Random) -> dict:
    """Destruction outweighs any gain, for either."""
    p = draw_probe(rng)
    return {**p, "D": [g + some(rng, 1, 8) for g in p["g"]]}


def outcome(p: dict, i: int, mine: int, eps: Fraction, lost: bool = False) -> Fraction:
    """Average over escalation; with `lost` the gain is lost as well if it comes to that."""
    branches = ((1 - eps, p["g"][i]), (eps, (0 if lost else p["g"][i]) - p["D"][i]))
    return mine * sum(chance * x for chance, x in branches)


def calm(p: dict, eps: Fraction, lost: bool = False) -> set[tuple[int, int]]:
    """List the equilibria of {restrain 0, probe 1} for both."""
    return {
        pair
        for pair in product((0, 1), repeat=2)
        if all(outcome(p, i, pair[i], eps, lost) >= outcome(p, i, 1 - pair[i], eps, lost) for i in (0, 1))
    }


def deterrence(p: dict, lost: bool = False) -> bool:
    eps = p["eps"]
    peace = all(eps >= p["g"][i] / p["D"][i] for i in (0, 1))
    only = all(eps > p["g"][i] / p["D"][i] for i in (0, 1))
    found = calm(p, eps, lost)
    attack = all((outcome(p, i, 1, F(1)) < 0) == (p["g"][i] < p["D"][i]) for i in (0, 1))
    return ((0, 0) in found) == peace and (found == {(0, 0)}) == only and attack


# --- kuliani-alliance-can-decay ---------------------------------------------------------------------------------------


def draw_hazards(rng: Random) -> tuple[Fraction, list[Fraction]]:
    """A floor, and chances of rupture per period, none below it; the last one goes on for ever."""
    floor = F(rng.randint(1, 6), 12)
    return floor, [rng.choice((floor, min(F(1), floor + F(rng.randint(0, 6), 12)))) for _ in range(6)]


def short(point: tuple[Fraction, list[Fraction]]) -> bool:
    """Add up the chances of reaching each period, and check that lasting n periods gets as unlikely as one likes."""
    floor, hazards = point
    alive, length = F(1), F(0)
    for x in hazards[:-1]:
        length += alive
        alive *= 1 - x
    length += alive / hazards[-1]
    alive *= (1 - hazards[-1]) ** 120
    return length <= 1 / floor and alive < F(1, 100)


def draw_fading(rng: Random) -> tuple[int, int]:
    """A rupture stays possible in every period, with chance 1/(t+s)^k in period t."""
    return rng.randint(2, 6), rng.randint(1, 2)


def dies_out(point: tuple[int, int]) -> bool:
    """Does the chance of lasting fall below every bound? The telescoping products are multiplied out to 100 and 200."""
    start, power = point
    alive = [F(1)]
    for t in range(200):
        alive.append(alive[-1] * (1 - F(1, (t + start) ** power)))
    return alive[200] < F(3, 4) * alive[100]  # a product that converges has all but stopped falling by then


def draw_drift(rng: Random) -> dict:
    """Temptation less reward grows by a step each period, or only up to an end."""
    r = some(rng, 2, 4)
    p = {"r": r, "p": r - some(rng, 1, 2), "t": r + some(rng, 1, 2), "step": F(1, 2), "d": F(rng.randint(1, 11), 12)}
    return {**p, "end": rng.choice((None, p["t"], p["t"] + 1))}


def lasts(p: dict, periods: int = 60) -> bool:
    """Check grim in every period: cooperating for ever against one defection and punishment ever after."""
    for n in range(periods):
        t = p["t"] + n * p["step"]
        t = t if p["end"] is None else min(t, p["end"])
        if (1 - p["d"]) * t + p["d"] * p["p"] > p["r"]:
            return False
    return True


def fades(p: dict) -> bool:
    """Say whether an alliance that was kept up in the first period is not in a later one."""
    return lasts(p, 1) and not lasts(p)


# --- kuliani-domestic-shock-siege-mentality ---------------------------------------------------------------------------


def draw_slump(rng: Random) -> dict:
    """Threats felt in Moscow before and after income falls: siege thinking raises both."""
    before = {"C": some(rng, 0, 3), "U": some(rng, 0, 3)}
    rise = some(rng, 1, 3)
    other = rise if rng.random() < 0.3 else some(rng, 1, 3)
    after = {"C": before["C"] + rise, "U": before["U"] + other}
    cost = [F(0), some(rng, 0, 2), some(rng, 1, 6)]
    return {"felt": [before, after], "cost": cost, "weight": {"C": 1, "U": 1}}


def draw_slump_weighted(rng: Random) -> dict:
    return {**draw_slump(rng), "weight": {"C": some(rng, 1, 3), "U": some(rng, 1, 3)}}


def closeness(p: dict, n: int) -> list[int]:
    """The best levels 0, 1, 2 with Beijing: threat of the US pulls, threat of China repels, step costs are open."""
    pull = p["weight"]["U"] * p["felt"][n]["U"] - p["weight"]["C"] * p["felt"][n]["C"]
    worth = [level * pull - p["cost"][level] for level in range(3)]
    return [level for level in range(3) if worth[level] == max(worth)]


def falls(p: dict) -> bool:
    before, after = closeness(p, 0), closeness(p, 1)
    return max(after) < max(before) or min(after) < min(before)


def siege(p: dict) -> bool:
    felt, worse = p["felt"]
    return worse["C"] > felt["C"] and (not falls(p) or worse["C"] - felt["C"] > worse["U"] - felt["U"])


ANSWERS = {
    "kuliani-mad-deters": Answer(
        draw_ruin,
        lambda p: calm(p, p["eps"]) == {(0, 0)},
        needs=("a chance of escalation above g/D for both",),
        other_readings={
            "as a threshold": Answer(draw_probe, deterrence),
            "no total war": Answer(draw_ruin, lambda p: calm(p, F(1)) == {(0, 0)}),
            "a limited clash is possible all the same": Answer(
                draw_ruin, lambda p: calm(p, p["eps"]) != {(0, 0)}, "possible"
            ),
            "escalation also forfeits the gain": Answer(
                draw_probe, lambda p: deterrence(p, True), needs=("the gain is kept: otherwise the bar is g/(g+D)",)
            ),
        },
    ),
    "kuliani-alliance-can-decay": Answer(
        draw_drift,
        fades,
        "possible",
        count=100,
        other_readings={
            "with a floor, so many years on average": Answer(draw_hazards, short, count=100),
            "possible in every period, with no floor": Answer(
                draw_fading,
                dies_out,
                needs=("chances of rupture that do not fade too fast, such as a floor",),
                count=20,
            ),
            "temptation drifts up": Answer(
                draw_drift,
                lambda p: not lasts(p),
                needs=("the drift has no end, or d is below its last d*",),
                count=100,
            ),
        },
    ),
    "kuliani-domestic-shock-siege-mentality": Answer(
        draw_slump,
        lambda p: p["felt"][1]["C"] > p["felt"][0]["C"],
        other_readings={
            "a slump loosens the tie only if fear of China rises by more": Answer(draw_slump, siege),
            "a slump loosens the tie": Answer(
                draw_slump, falls, needs=("fear of China rises by more, and by enough to change the level",)
            ),
            "a slump never tightens it": Answer(
                draw_slump,
                lambda p: max(closeness(p, 1)) <= max(closeness(p, 0)),
                needs=("fear of China rises by no less than fear of the US",),
            ),
            "threats weigh unequally": Answer(draw_slump_weighted, siege, needs=("equal weights on the two threats",)),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    ("kuliani-mad-deters", "as a threshold"): "restraint is best where the risk outweighs the gain",
    ("kuliani-mad-deters", "no total war"): "total war alone is deterred",
    (
        "kuliani-alliance-can-decay",
        "with a floor, so many years on average",
    ): "an alliance with a chance of rupture lasts 1/lam years at most, on average",
    ("kuliani-alliance-can-decay", "temptation drifts up"): "growing temptation ends it",
    (
        "kuliani-domestic-shock-siege-mentality",
        "a slump loosens the tie only if fear of China rises by more",
    ): "a slump drives Russia from China only if that threat rises by more",
    (
        "kuliani-domestic-shock-siege-mentality",
        "a slump never tightens it",
    ): "siege thinking does not draw Russia to China",
}
