"""A second reading of strategic_triangle (Paszak 1, 2; Kuliani 3.2.1, 4, 5.5), made from the text and the ledger alone.

Differences from the model, and how they were settled:

Compared: what friction adds to each level, who offers protection, and what a concession teaches.

* paszak-1950-1969-1972-pivot: that Washington wanted China was granted here as there. Section 1, last para, has the
  pact, the clashes and the turn, and no word of it, so in the first reading the US may now decline.
* paszak-bandwagon-2001-reversal: first came the bar, passed downwards in the end; the sentence, section 2, para 1, is
  that the turn of 2003 followed from the silence of two years. It comes first now, with one round of silence; the
  other is kept.
* paszak-west-china-inverse: here friction adds more to every closer level, so the tie never loosens; the paper says
  so of cooperation only, and the model leaves open what friction adds to an alliance. That reading is now here as
  well.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


# --- paszak-west-china-inverse ----------------------------------------------------------------------------------------


def draw_levels(rng: Random) -> tuple[list[Fraction], list[Fraction]]:
    """Worth to Moscow of levels 0, 1, 2 of closeness to Beijing, before and after friction with the West grows.

    Friction adds more to a closer level, strictly: how much is left open.
    """
    before = [some(rng, -3, 3) for _ in range(3)]
    extra = sorted(F(n, 2) for n in rng.sample(range(-4, 9), 3))
    return before, [a + b for a, b in zip(before, extra, strict=True)]


def draw_first_step(rng: Random) -> tuple[list[Fraction], list[Fraction]]:
    """Friction adds more to the partnership than to no tie; what it adds to an alliance is anything."""
    before, after = draw_levels(rng)
    return before, [*after[:2], before[2] + some(rng, -4, 4)]


def draw_two_channels(rng: Random) -> tuple[list[Fraction], list[Fraction]]:
    """Friction also raises what the US would impose on a closer level, so it may add less there."""
    before, after = draw_levels(rng)
    return before, [x - n * some(rng, 0, 3) for n, x in enumerate(after)]


def best(worth: list[Fraction]) -> list[int]:
    return [n for n, x in enumerate(worth) if x == max(worth)]


def draws_nearer(pair: tuple[list[Fraction], list[Fraction]]) -> bool:
    return max(best(pair[0])) < min(best(pair[1]))


def not_farther(pair: tuple[list[Fraction], list[Fraction]]) -> bool:
    before, after = best(pair[0]), best(pair[1])
    return max(before) <= max(after) and min(before) <= min(after)


def draw_fine(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    """Attention split without a lower or upper end: pull of Beijing before and after, cost of attention."""
    a = some(rng, -3, 3)
    return a, a + some(rng, 1, 3), some(rng, 1, 3)


def finer(p: tuple[Fraction, Fraction, Fraction]) -> bool:
    """Compare the best of a fine grid of closeness when the worth is pull*x - cost*x*x/2."""
    tops = []
    for pull in p[:2]:
        grid = [pull / p[2] + F(n, 7) for n in range(-14, 15)]
        tops.append(max(grid, key=lambda x, pull=pull: pull * x - p[2] * x * x / 2))
    return tops[1] > tops[0]


# (change of the tie of Moscow, or Beijing, with the West; change of the tie between the two), as the papers tell it
RECORD = {
    "1972 (Beijing)": (1, -1),
    "early 1990s": (1, 1),
    "mid 1990s": (-1, 1),
    "2001": (1, -1),
    "2003": (-1, 1),
    "2008": (-1, 1),
    "2014": (-1, 1),
}


def same_rule(years: tuple[str, ...]) -> bool:
    return all(RECORD[y][0] == -RECORD[y][1] for y in years)


# --- paszak-1950-1969-1972-pivot --------------------------------------------------------------------------------------


def draw_threats(rng: Random) -> dict:
    """Threat to C from R and from U; an ally takes off the same part of the threat that the other one poses."""
    r = some(rng, 0, 3)
    u = r if rng.random() < 0.3 else some(rng, 0, 3)
    part = F(rng.randint(1, 4), 4)
    return {"threat": {"R": r, "U": u}, "relief": {"R": part, "U": part}, "willing": True}


def draw_uneven(rng: Random) -> dict:
    p = draw_threats(rng)
    return {**p, "relief": {"R": F(rng.randint(1, 4), 4), "U": F(rng.randint(1, 4), 4)}}


def draw_unwilling(rng: Random) -> dict:
    return {**draw_threats(rng), "willing": rng.random() < 0.5}


def partner(p: dict) -> str:
    """Choose what leaves the least threat; R is kept at a tie, and U must be willing."""
    t, part = p["threat"], p["relief"]
    left = {"R": t["R"] + t["U"] - part["R"] * t["U"]}
    if p["willing"]:
        left["U"] = t["R"] + t["U"] - part["U"] * t["R"]
    return min(left, key=lambda who: (left[who], who))


def two_camps(signs: tuple[int, int, int]) -> bool:
    """Can C, R, U be put into at most two camps, friends inside and foes across? Signs are CR, CU, RU."""
    pairs = ((0, 1), (0, 2), (1, 2))
    return any(
        all((camp[a] == camp[b]) == (s > 0) for (a, b), s in zip(pairs, signs, strict=True))
        for camp in product((0, 1), repeat=3)
    )


PAST = {"1950s": (1, -1, -1), "1969": (-1, -1, -1), "1972": (-1, 1, -1), "early 1990s": (1, -1, 1)}


def pivots(p: dict) -> bool:
    by_product = all(two_camps(s) == (s[0] * s[1] * s[2] > 0) for s in product((-1, 1), repeat=3))
    told = [two_camps(PAST[y]) for y in ("1950s", "1969", "1972")] == [True, False, True]
    return by_product and told and (partner(p) == "U") == (p["threat"]["R"] > p["threat"]["U"])


# --- paszak-bandwagon-2001-reversal -----------------------------------------------------------------------------------


def draw_hope(rng: Random) -> dict:
    """Chance m that U is of the returning kind, which returns a favour with chance k; cost c, gain g."""
    g, c = some(rng, 1, 6), some(rng, 1, 3) - F(1, 4)
    k = F(rng.randint(1, 6), 6)
    tie = c / g / k
    m = tie if tie < 1 and rng.random() < 0.3 else F(rng.randint(1, 11), 12)
    return {"m": m, "k": k, "c": c, "g": g, "d": F(rng.randint(1, 11), 12)}


def draw_sure(rng: Random) -> dict:
    p = draw_hope(rng)
    return {**p, "m": rng.choice((p["m"], F(1)))}


def concedes(p: dict, m: Fraction) -> bool:
    """Compare the two actions over the outcomes of one round."""
    outcomes = [(m * p["k"], p["g"] - p["c"]), (m * (1 - p["k"]), -p["c"]), (1 - m, -p["c"])]
    return sum(chance * x for chance, x in outcomes) >= 0


def sobers(p: dict) -> bool:
    """Apply Bayes' rule after every favour not returned until conceding stops."""
    m = p["m"]
    for _ in range(40):
        if concedes(p, m) != (m * p["k"] >= p["c"] / p["g"]):
            return False
        if not concedes(p, m):
            return True
        new = m * (1 - p["k"]) / (m * (1 - p["k"]) + 1 - m) if m < 1 else m
        if new >= m:
            return False
        m = new.limit_denominator(10**6)
    return False


def stops_at_once(p: dict) -> bool:
    """Count the ways in which good will and silence come about: is one silence enough for whoever conceded?"""
    good, silent_good, silent = p["m"], p["m"] * (1 - p["k"]), p["m"] * (1 - p["k"]) + 1 - p["m"]
    return not concedes(p, good) or not concedes(p, silent_good / silent)


def far_sighted(p: dict) -> bool:
    """Two rounds: does the same bar apply when the first round also teaches?"""
    m, k, d = p["m"], p["k"], p["d"]

    def last(belief: Fraction) -> Fraction:
        return max(F(0), belief * k * p["g"] - p["c"])

    missed = m * (1 - k) / (1 - m * k)
    concede = m * k * (p["g"] + d * last(F(1))) + (1 - m * k) * d * last(missed) - p["c"]
    return (concede >= d * last(m)) == (m * k >= p["c"] / p["g"])


ANSWERS = {
    "paszak-west-china-inverse": Answer(
        draw_levels,
        draws_nearer,
        needs=("closeness finely graded, and Moscow not already at the lowest or the highest level",),
        other_readings={
            "weakly": Answer(draw_levels, not_farther),
            "weakly, what friction adds to an alliance left open": Answer(
                draw_first_step, not_farther, needs=("friction adds no less to an alliance than to the partnership",)
            ),
            "finely graded, no ends": Answer(draw_fine, finer, count=60),
            "friction also raises what a closer level costs": Answer(
                draw_two_channels, not_farther, needs=("the pull grows by more than the cost held over a closer level",)
            ),
            "whenever: no episode told goes the other way": Answer(
                lambda _: tuple(RECORD), same_rule, needs=("leave out the early 1990s",), count=1
            ),
            "in many cases": Answer(lambda rng: (rng.choice(sorted(RECORD)),), same_rule, "possible", count=20),
        },
    ),
    "paszak-1950-1969-1972-pivot": Answer(
        draw_unwilling,
        pivots,
        needs=("the US is willing",),
        count=100,
        other_readings={
            "both are willing": Answer(draw_threats, pivots, count=100),
            "allies of unequal use": Answer(
                draw_uneven, pivots, needs=("each ally takes off the same part of the other's threat",), count=100
            ),
            "triads are always balanced": Answer(
                lambda _: tuple(PAST.values()), lambda x: all(map(two_camps, x)), count=1
            ),
        },
    ),
    "paszak-bandwagon-2001-reversal": Answer(
        draw_hope,
        stops_at_once,
        needs=("good will that would have shown by then",),
        other_readings={
            "the bar, passed downwards in the end": Answer(draw_hope, sobers, count=120),
            "belief may be certain": Answer(draw_sure, sobers, needs=("some doubt to begin with, m < 1",), count=120),
            "with an eye to what is learnt": Answer(
                draw_hope, far_sighted, needs=("the next round counts for nothing, or the bar is lower than c/g",)
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "paszak-west-china-inverse",
        "weakly, what friction adds to an alliance left open",
    ): "weakly: more friction, never a less close tie",
    (
        "paszak-1950-1969-1972-pivot",
        "allies of unequal use",
    ): "the same, Moscow and Washington offering different protection",
}
