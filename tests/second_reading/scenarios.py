"""A second reading of scenarios (Kuliani 5.1 to 5.6; Paszak section 1 and conclusions), from the text and the ledger.

Differences from the model, and how they were settled:

* kuliani-alliance-trigger: the ledger's comparison of SUM, MAX and MIN stood here against the sentence there (one
  trigger is enough). Section 5.4, para 2, says that the triggers could do it, and neither how they add up nor of any
  payment; so first come all of them together, for two who must both want it, which grants the text most. One trigger
  with the aggregator open is kept; the model has one reading for each.
* paszak-informal-alliance-no-way-round: here a loss by the written alliance was imposed too. Section 1, para 3,
  speaks of the unwritten one only, and nothing says that internal barriers stop the other without a reaction; so the
  unwritten one by itself comes first, and only a loss by it is imposed, as in the model.
* kuliani-status-quo-fork: first came the conditions under which effort decides; the sentence is that it decides today,
  and comes first now.
* kuliani-scenario-ranking: the same status from other partitions of the possible; in both the measure decides.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer
from tests.second_reading.scenario_ranking import draw_prior, ranked, strong

F = Fraction
GRID = [F(n, 2) for n in range(17)]


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


# --- kuliani-status-quo-fork ------------------------------------------------------------------------------------------


def draw_fork(rng: Random) -> dict:
    """Effort games of two (or three) levels: low answers low, high answers high, strictly."""
    game = []
    for _ in range(2):
        low, high = some(rng, -3, 3), some(rng, -3, 3)
        game.append({(0, 0): low, (1, 0): low - some(rng, 1, 3), (1, 1): high, (0, 1): high - some(rng, 1, 3)})
    a, b, d = some(rng, 1, 3), some(rng, 1, 3), some(rng, -4, 6)
    e = rng.choice((d / b, (d - 2 * a) / b, (d - a) / b, some(rng, -6, 6), some(rng, -6, 6)))
    return {"game": game, "a": a, "b": b, "d": d, "E": e}


def drift(p: dict, efforts: tuple[int, int]) -> Fraction:
    return p["a"] * sum(efforts) + p["b"] * p["E"] - p["d"]


def two_ends(game: list[dict]) -> bool:
    """Both low and both high are strict, no other pure pair is an equilibrium, and the mixed one repels."""
    for mine in product((0, 1), repeat=2):
        moves = [game[i][mine[i], mine[1 - i]] - game[i][1 - mine[i], mine[1 - i]] for i in (0, 1)]
        if all(x > 0 for x in moves) != (mine[0] == mine[1]) or (mine[0] != mine[1] and min(moves) >= 0):
            return False
    for pay in game:
        # The lead of high effort over low, when the partner makes an effort with chance n/60: it must only ever rise.
        lead = [n * (pay[1, 1] - pay[0, 1]) + (60 - n) * (pay[1, 0] - pay[0, 0]) for n in range(61)]
        if lead != sorted(set(lead)) or not lead[0] < 0 < lead[-1]:
            return False
    return True


def forks(p: dict) -> bool:
    low, high = drift(p, (0, 0)), drift(p, (1, 1))
    up, down = p["d"] / p["b"], (p["d"] - 2 * p["a"]) / p["b"]
    fine = two_ends(p["game"]) and (low < 0) == (p["E"] < up) and (high > 0) == (p["E"] > down)
    if down < p["E"] < up:
        return fine and low < 0 < high
    return fine and (p["E"] in (down, up) or (low > 0) == (high > 0))


def decides(p: dict) -> bool:
    """Does the tie decay if both answer low with low, and grow if they answer high with high?"""
    return two_ends(p["game"]) and drift(p, (0, 0)) < 0 < drift(p, (1, 1))


def stable_middle(rng: Random) -> list[dict]:
    """Three effort levels with rising differences: how much the middle level pays against itself is open."""
    game = []
    for _ in range(2):
        cost = [F(0), some(rng, 1, 4), some(rng, 5, 9)]
        tie = some(rng, 1, 3)
        game.append({(x, y): tie * x * y - cost[x] / 2 for x, y in product(range(3), repeat=2)})
    return game


def no_middle(game: list[dict]) -> bool:
    return not all(pay[1, 1] > pay[x, 1] for pay in game for x in (0, 2))


# --- kuliani-convergence-conditions -----------------------------------------------------------------------------------

STATES = list(product((0, 1), repeat=6))  # efforts, growths, benign world, threat felt


def draw_bars(rng: Random) -> tuple[Fraction, Fraction]:
    """The least E that is benign, and the greatest E at which the threat is still felt."""
    return some(rng, -2, 2), some(rng, -2, 2)


def intersection(bars: tuple[Fraction, Fraction]) -> bool:
    """Over every world E: all six conditions are met somewhere iff benign and threat do not shut each other out."""
    found = []
    for e in [F(n, 4) for n in range(-12, 13)]:
        world = (int(e >= bars[0]), int(e <= bars[1]))
        found += [s for s in STATES if s[4:] == world and 0 not in s]
    return bool(found) == (bars[0] <= bars[1])


def together(bars: tuple[Fraction, Fraction]) -> bool:
    return any(bars[0] <= e <= bars[1] for e in [F(n, 4) for n in range(-12, 13)])


def effort_needed(p: dict) -> bool:
    """In the fork's own dynamics: does closeness rise only if both make the effort?"""
    return not any(drift(p, x) > 0 for x in product((0, 1), repeat=2) if x != (1, 1))


# --- the two alliance triggers ----------------------------------------------------------------------------------------


def draw_shocks(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    base, common = some(rng, 0, 2), some(rng, 0, 1)
    return base, common, base + common + some(rng, 1, 3) - F(1, 2)


def threats(base: Fraction, common: Fraction, n: Fraction, w: Fraction) -> tuple[Fraction, Fraction]:
    return base + w + common, base + n + common


def aggregators(point: tuple) -> bool:
    base, common, bar = point
    alone = [threats(base, common, n, w) for n in GRID for w in GRID if 0 in (n, w)]
    both = [threats(base, common, n, w) for n in GRID for w in GRID]
    shared = [threats(base, c, F(0), F(0)) for c in GRID]
    fails = not any(min(x) >= bar for x in alone)
    works = any(min(x) >= bar for x in both) and any(min(x) >= bar for x in shared)
    return fails and works and any(sum(x) >= bar for x in alone) and any(max(x) >= bar for x in alone)


def draw_one_trigger(rng: Random) -> tuple:
    base, common, bar = draw_shocks(rng)
    n, w = rng.choice(((1, 0), (0, 1)))
    size = some(rng, 1, 5)
    return threats(base, common, n * size, w * size), bar, rng.choice((min, max, sum))


def draw_shared_trigger(rng: Random) -> tuple:
    base, common, bar = draw_shocks(rng)
    return threats(base, common + some(rng, 1, 5), F(0), F(0)), bar


def draw_all_triggers(rng: Random) -> tuple:
    """One against each, and one against both."""
    base, common, bar = draw_shocks(rng)
    n, w, more = (some(rng, 0, 2) + F(1, 2) for _ in range(3))
    return threats(base, common + more, n, w), bar


def by_consent(point: tuple) -> bool:
    """Each weighs its own threat against the bar: the alliance is a strong equilibrium iff the MIN reaches it."""
    felt, bar, _ = point
    return (1 in strong(2, lambda i, level: (felt[i] - bar) * level)) == (min(felt) >= bar)


def draw_joint(rng: Random) -> dict:
    return {"z": [some(rng), some(rng)], "bar": [some(rng, 1, 5)] * 2, "pay": some(rng, -3, 3)}


def draw_one_willing(rng: Random) -> dict:
    return {**draw_joint(rng), "bar": [some(rng, 1, 5), -some(rng, 0, 2)]}


def joint_only(p: dict, paid: bool = False) -> bool:
    """Alliance as a strong equilibrium only if both shocks reach the higher bar; with a side payment if `paid`."""
    side = [p["pay"], -p["pay"]] if paid else [F(0), F(0)]
    allied = 1 in strong(2, lambda i, level: (p["z"][i] - p["bar"][i] + side[i]) * level)
    return not allied or min(p["z"]) >= max(p["bar"])


# --- paszak-informal-alliance-no-way-round (levels 0, 1, informal, 2; the US channel switched off) --------------------


def draw_informal(rng: Random) -> list[list[Fraction]]:
    """Net worth of each level: somebody loses by the informal level, and somebody by the formal one."""
    found = []
    for _ in range(2):
        base = some(rng)
        found.append([base - some(rng, 0, 2), base, base + some(rng, -3, 3), base + some(rng, -3, 3)])
    for level in (2, 3):
        i = rng.randrange(2)
        found[i][level] = found[i][1] - some(rng, 1, 3)
    return found


def draw_informal_only(rng: Random) -> list[list[Fraction]]:
    found = draw_informal(rng)
    for one in found:
        one[3] = one[1] + some(rng, -2, 3)
    return found


def stays_partnership(point: list[list[Fraction]]) -> bool:
    found = strong(4, lambda i, level: point[i][level])
    return 1 in found and not found & {2, 3}


def stays_without_pact(point: list[list[Fraction]]) -> bool:
    """Leave the formal level out."""
    return 2 not in strong(3, lambda i, level: point[i][level])


# --- kuliani-solid-partnership-needs-base -----------------------------------------------------------------------------


def draw_base(rng: Random) -> dict:
    return {
        "E": [some(rng, -3, 3) for _ in range(2)],
        "beta": [some(rng, 0, 2) for _ in range(2)],
        "y": some(rng, 0, 2),
    }


def kept(p: dict, h: Fraction, rear: Fraction | int = 0) -> set[int]:
    return strong(2, lambda i, level: (p["E"][i] + p["beta"][i] * h + rear) * level)


def solid(p: dict) -> bool:
    fine = (kept(p, F(0)) == {1}) == all(e > 0 for e in p["E"])
    for i, h in product((0, 1), GRID[:7]):
        fine &= p["E"][i] > 0 or kept(p, h) != {1} or p["beta"][i] * h > -p["E"][i]
    return fine


ANSWERS = {
    "kuliani-scenario-ranking": Answer(
        draw_prior,
        ranked,
        needs=("a prior over the parameters: little weight on effort, on both gaining, and on a profitable probe",),
        count=30,
        other_readings={
            "the order is coherent: some prior gives it": Answer(draw_prior, ranked, "possible", count=200)
        },
    ),
    "kuliani-status-quo-fork": Answer(
        draw_fork,
        decides,
        needs=("an environment between (d - 2 alpha)/b and d/b",),
        count=60,
        other_readings={
            "exactly between the two bounds": Answer(draw_fork, forks, count=60),
            "little effort alone brings tension": Answer(
                draw_fork, lambda p: drift(p, (0, 0)) < 0, count=30, needs=("an environment below E* = d/b",)
            ),
            "no middle effort is stable, three levels": Answer(
                stable_middle, no_middle, needs=("effort all or nothing, or cost steps that never suit the middle",)
            ),
        },
    ),
    "kuliani-convergence-conditions": Answer(
        draw_bars,
        intersection,
        count=20,
        other_readings={
            "the conditions can hold together, world and threat on one scale": Answer(
                draw_bars, together, needs=("the threat is still felt in a benign world",)
            ),
            "effort by both needed in the fork's dynamics": Answer(
                draw_fork,
                effort_needed,
                needs=("E at most (d-alpha)/b: otherwise the world alone, or one side, does it",),
            ),
        },
    ),
    "kuliani-alliance-trigger": Answer(
        draw_all_triggers,
        lambda x: 1 in strong(2, lambda i, level: (x[0][i] - x[1]) * level),
        needs=("shocks large enough for each",),
        other_readings={
            "one trigger, the aggregator open": Answer(
                draw_one_trigger, lambda x: x[2](x[0]) >= x[1], needs=("SUM or MAX, and a shock large enough",)
            ),
            "SUM, MAX and MIN compared": Answer(draw_shocks, aggregators, count=12),
            "one trigger can do it": Answer(draw_one_trigger, lambda x: x[2](x[0]) >= x[1], "possible"),
            "MIN: a trigger against one alone": Answer(
                draw_one_trigger, lambda x: 1 in strong(2, lambda i, level: (x[0][i] - x[1]) * level), count=60
            ),
            "MIN: a trigger against both": Answer(
                draw_shared_trigger,
                lambda x: 1 in strong(2, lambda i, level: (x[0][i] - x[1]) * level),
                needs=("a shock large enough",),
                count=60,
            ),
            "mutual consent is the MIN": Answer(draw_one_trigger, by_consent, count=30),
        },
    ),
    "paszak-alliance-needs-joint-shock": Answer(
        draw_joint,
        joint_only,
        other_readings={
            "one of the two is willing already": Answer(draw_one_willing, joint_only, needs=("a bar for both",)),
            "the harder hit may pay the other": Answer(
                draw_joint, lambda p: joint_only(p, True), needs=("no payment",)
            ),
        },
    ),
    "paszak-informal-alliance-no-way-round": Answer(
        draw_informal,
        stays_without_pact,
        count=30,
        other_readings={
            "neither form, the formal one left open": Answer(
                draw_informal_only,
                stays_partnership,
                count=40,
                needs=("somebody loses by the formal level even without the US",),
            ),
            "somebody loses by the formal level too": Answer(draw_informal, stays_partnership, count=30),
        },
    ),
    "kuliani-solid-partnership-needs-base": Answer(
        draw_base,
        solid,
        count=25,
        other_readings={
            "a base other than trade (rear security y)": Answer(
                draw_base,
                lambda p: (kept(p, F(0), p["y"]) == {1}) == all(e > 0 for e in p["E"]),
                needs=("no other bilateral value, y = 0",),
            ),
            "solid if nobody strictly gains by leaving": Answer(
                draw_base, lambda p: (1 in kept(p, F(0))) == all(e > 0 for e in p["E"]), needs=("no tie at E_i = 0",)
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    ("kuliani-scenario-ranking", "the order is coherent: some prior gives it"): "by some measure",
    ("kuliani-alliance-trigger", "MIN: a trigger against one alone"): "MIN: NATO's coming is enough by itself",
    (
        "kuliani-alliance-trigger",
        "MIN: a trigger against both",
    ): "MIN: missile defence, which is against both, is enough",
    (
        "paszak-alliance-needs-joint-shock",
        "the harder hit may pay the other",
    ): "SUM: none where at most one is harmed enough, side payments included",
    (
        "paszak-informal-alliance-no-way-round",
        "neither form, the formal one left open",
    ): "without any reaction (q = 0) neither form comes about",
    (
        "kuliani-status-quo-fork",
        "exactly between the two bounds",
    ): "effort decides exactly where work pays only beside work and the environment leaves it open",
}
