"""A second reading of central_asia (Kuliani 4.4, 5.2, 5.5; Paszak section 1), made from the text and the ledger alone.

Differences from the model, and how they were settled:

None in any status. Compared: the contest's shares and efforts, the order of moves in the organisation, and the grip
that an alternative loosens. What comes first differed in three claims, where a rule stood for the sentence:

* paszak-sco-veto-and-bypass: section 1, para 5, says that there was a veto and a way around it, not when there would
  be one. So that comes first in both, and the exact condition after it.
* paszak-india-pakistan-offset: the same paragraph has the two new members cancel out. Granted that, whether the pair
  and neither alone gets in comes first in both; the rule for any weights comes after it.
* kuliani-sco-defuses-rivalry: section 5.2 speaks of settling conflicts, which needs no repetition. So both hold back at
  once if a settlement takes enough from one that scrambles alone and gives enough to the other; that comes first in
  both. More room for restraint from more detection, but not always where more is at stake as well, comes after it. That
  no rivalry is left by detection alone: never, with a future that counts for nothing.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


def sign(x: Fraction) -> int:
    return (x > 0) - (x < 0)


# --- kuliani-ca-contest-china-winning: (V_C, V_R, c_C, c_R), before and after China strengthens -----------------------


def draw_contest(rng: Random) -> tuple[tuple, tuple]:
    v_c, v_r, c_c, c_r = (some(rng, 1, 5) for _ in range(4))
    if rng.random() < 0.3:
        v_c = v_r * c_c / c_r  # at the peak
    after = (v_c + some(rng, 1, 3), v_r, c_c, c_r) if rng.random() < 0.5 else (v_c, v_r, c_c / 2, c_r)
    return (v_c, v_r, c_c, c_r), after


def gain(value: Fraction, cost: Fraction, mine: Fraction, other: Fraction) -> Fraction:
    return value * mine / (mine + other) - cost * mine


def efforts(p: tuple) -> tuple[Fraction, Fraction] | None:
    """Give the ledger's efforts if every other effort tried is worse for either player, else nothing."""
    v_c, v_r, c_c, c_r = p
    e = v_c**2 * v_r * c_r / (v_c * c_r + v_r * c_c) ** 2, v_r**2 * v_c * c_c / (v_r * c_c + v_c * c_r) ** 2
    for mine, other, value, cost in ((e[0], e[1], v_c, c_c), (e[1], e[0], v_r, c_r)):
        best = gain(value, cost, mine, other)
        tried = [mine * n / 12 for n in (0, 1, 6, 10, 11, 13, 14, 18, 24, 48)] + [value / cost]
        if any(gain(value, cost, x, other) > best for x in tried):
            return None
    return e


def contest(pair: tuple[tuple, tuple]) -> bool:
    found = [efforts(p) for p in pair]
    if None in found:
        return False
    (a, b), (a2, b2) = found
    (v_c, v_r, c_c, c_r), (w_c, _, k_c, _) = pair
    share, share2 = a / (a + b), a2 / (a2 + b2)
    fine = share == v_c * c_r / (v_c * c_r + v_r * c_c) and share2 > share and a2 + b2 > a + b
    fine &= (share > F(1, 2)) == (v_c / c_c > v_r / c_r)
    spent, spent2 = c_c * a + c_r * b, k_c * a2 + c_r * b2
    if w_c / k_c <= v_r / c_r:  # still on the rising side, or at the peak
        return fine and b2 > b and (k_c == c_c or spent2 > spent)
    if v_c / c_c >= v_r / c_r:
        return fine and b2 < b and (k_c == c_c or spent2 < spent)
    return fine


def spending_up(pair: tuple[tuple, tuple]) -> bool:
    total = [p[2] * efforts(p)[0] + p[3] * efforts(p)[1] for p in pair]
    return total[1] > total[0]


def russia_more(pair: tuple[tuple, tuple]) -> bool:
    return efforts(pair[1])[1] > efforts(pair[0])[1]


def china_ahead(pair: tuple[tuple, tuple]) -> bool:
    a, b = efforts(pair[0])
    return a > b


# --- paszak-russia-accommodates-bri: the cost of resisting at a point, with a wider gap, with more hostility ----------


def draw_costs(rng: Random) -> dict:
    cost = some(rng, 0, 4)
    benefit = cost if rng.random() < 0.3 else some(rng, 0, 6)
    more = [cost + some(rng, 1, 3) - F(1, 2) for _ in range(2)]
    return {"cost": [cost, *more], "benefit": [benefit] * 3}


def draw_identity(rng: Random) -> dict:
    """The wider gap also raises what resisting is worth: identity, and the sphere at stake."""
    p = draw_costs(rng)
    b = p["benefit"][0]
    return {**p, "benefit": [b, b + some(rng, 0, 4), b]}


def yields(p: dict, n: int) -> bool:
    """Accommodate if resisting is no better than nothing (a tie accommodates, as the ledger has it)."""
    options = {"accommodate": F(0), "resist": p["benefit"][n] - p["cost"][n]}
    return options["accommodate"] == max(options.values())


def region_grows(p: dict) -> bool:
    rule = all(yields(p, n) == (p["cost"][n] >= p["benefit"][n]) for n in range(3))
    return rule and all(yields(p, n) or not yields(p, 0) for n in (1, 2))


# --- paszak-sco-veto-and-bypass: R {veto, accept}, then C {bypass, drop} ----------------------------------------------


def draw_veto(rng: Random) -> dict:
    return {"a": some(rng, 0, 2), "bypassed": some(rng, 0, 2), "w": some(rng, -1, 1), "bid": some(rng, 0, 1)}


def draw_veto_stated(rng: Random) -> dict:
    """Beijing gains by going alone, as the text has it."""
    return {**draw_veto(rng), "w": some(rng, 1, 2)}


def paths(p: dict) -> set[tuple[str, ...]]:
    """List the paths of all subgame perfect equilibria after a proposal."""
    found = set()
    for move, reply in product(("veto", "accept"), ("bypass", "drop")):
        c = {"bypass": p["w"], "drop": F(0)}
        r = {"accept": -p["a"], "veto": -p["bypassed"] if reply == "bypass" else F(0)}
        if c[reply] == max(c.values()) and r[move] == max(r.values()):
            found.add((move, reply) if move == "veto" else (move,))
    return found


def veto_cases(p: dict) -> bool:
    found, a, b, w = paths(p), p["a"], p["bypassed"], p["w"]
    fine = (("veto", "bypass") in found) == (b <= a and w >= 0)
    if w > 0 and b != a:
        fine &= found == ({("veto", "bypass")} if b < a else {("accept",)})
    return fine and (not (w < 0 and a > 0) or found == {("veto", "drop")})


def bank_joined(p: dict) -> bool:
    """Russia has a bank of its own to offer: is every way it may end that China joins it?"""
    china = {"inside": F(0), "drop": F(0), "bypass": p["w"], "joined": p["joining"]}
    russia = {"inside": -p["a"], "drop": F(0), "bypass": -p["bypassed"], "joined": -p["joined"]}
    after_each = (("inside",), ("bypass", "drop"), ("bypass", "joined"))  # accept, veto, offer; then China's choice
    found = set()
    for plan in product(*after_each):
        if all(china[end] == max(china[x] for x in ends) for end, ends in zip(plan, after_each, strict=True)):
            found |= {end for end in plan if russia[end] == max(russia[x] for x in plan)}
    return found == {"joined"}


def draw_bank(rng: Random) -> dict:
    return {**draw_veto_stated(rng), "joining": some(rng, 0, 3), "joined": some(rng, 0, 2)}


def proposed_too(p: dict) -> bool:
    """With a price on proposing and the veto foreseen, is it still proposed rather than bypassed at once?"""
    return paths(p) != {("veto", "bypass")} or p["w"] - p["bid"] >= p["w"]


# --- paszak-india-pakistan-offset -------------------------------------------------------------------------------------


def draw_members(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    """Weights of the two new members, and a surplus below both."""
    i, p = some(rng, 1, 4), some(rng, 1, 4)
    s = rng.choice((F(0), abs(i - p), some(rng, 0, 3)))
    return i, p, s if s < min(i, p) else F(0)


def passes(point: tuple, india: int, pakistan: int) -> bool:
    i, p, s = point
    for_russia = i * india - p * pakistan + s
    for_china = p * pakistan - i * india + s
    return for_russia >= 0 and for_china >= 0


def draw_equals(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    """Weights that cancel out, and any surplus."""
    weight = some(rng, 1, 4)
    return weight, weight, some(rng, 0, 4)


def only_as_a_pair(point: tuple) -> bool:
    return passes(point, 1, 1) and not passes(point, 1, 0) and not passes(point, 0, 1)


def offset(point: tuple) -> bool:
    i, p, s = point
    single = passes(point, 1, 0) or passes(point, 0, 1)
    pair = passes(point, 1, 1)
    return not single and pair == (abs(i - p) <= s) and (s > 0 or pair == (i == p))


# --- paszak-ca-outside-option: changes of the outside option, of fear, of the exit penalty ----------------------------


def draw_rent(rng: Random) -> dict:
    start = {"v": some(rng, 4, 8), "o": some(rng, 0, 3), "phi": some(rng, 0, 2), "x": some(rng, 0, 2)}
    return {"start": start, "more": {k: some(rng, 1, 3) - F(1, 2) for k in ("o", "phi", "x")}}


def rent(p: dict) -> Fraction:
    """The greatest demand at which the state still stays, by trying them all."""
    return max(t for t in (F(n, 2) for n in range(-8, 25)) if p["v"] - t >= p["o"] + p["phi"] - p["x"])


def after(p: dict, *names: str) -> Fraction:
    return rent({**p["start"], **{k: p["start"][k] + p["more"][k] for k in names}})


def rents(p: dict) -> bool:
    before = after(p)
    coerced = (after(p, "phi", "x") < before) == (p["more"]["phi"] > p["more"]["x"])
    return coerced and after(p, "o") < before


# --- kuliani-sco-defuses-rivalry --------------------------------------------------------------------------------------

CHANCES = [F(n, 24) for n in range(24)]


def draw_watch(rng: Random) -> dict:
    t, r, p, s = sorted((F(n, 2) for n in rng.sample(range(-4, 13), 4)), reverse=True)
    mu = sorted(F(n, 6) for n in rng.sample(range(1, 7), 2))
    return {"cells": [(t, r, p, s)] * 2, "mu": mu}


def draw_arena(rng: Random) -> dict:
    """A stronger organization also puts more at stake: the temptation rises."""
    p = draw_watch(rng)
    t, r, low, s = p["cells"][0]
    return {**p, "cells": [(t, r, low, s), (t + some(rng, 0, 3), r, low, s)]}


def holds_out(cells: tuple, mu: Fraction, d: Fraction) -> bool:
    """Grim after detection: try defecting 1, 2, 3 times and then cooperating again, and defecting till caught."""
    t, r, p, _ = cells
    worth = r
    for _ in range(3):
        worth = (1 - d) * t + d * (mu * p + (1 - mu) * worth)
        if worth > r:
            return False
    return ((1 - d) * t + d * mu * p) / (1 - d * (1 - mu)) <= r


def kept(p: dict, n: int) -> list[Fraction]:
    return [d for d in CHANCES if holds_out(p["cells"][n], p["mu"][n], d)]


def bar(cells: tuple, mu: Fraction) -> Fraction:
    t, r, p, _ = cells
    return (t - r) / ((t - r) + mu * (r - p))


def watched(p: dict) -> bool:
    bars = [bar(p["cells"][n], p["mu"][n]) for n in (0, 1)]
    fine = all(kept(p, n) == [d for d in CHANCES if d >= bars[n]] for n in (0, 1))
    fine &= all(holds_out(p["cells"][n], p["mu"][n], bars[n]) for n in (0, 1))
    t, r, low, _ = p["cells"][0]
    return fine and bars[1] < bars[0] and bar(p["cells"][0], F(1)) == (t - r) / (t - low)


def never_less(p: dict) -> bool:
    return set(kept(p, 0)) <= set(kept(p, 1))


def draw_settled(rng: Random) -> dict:
    """Both are better off without the scramble and need it if the other scrambles; what a settlement does is open."""
    left = some(rng, -2, 2)
    both = left + some(rng, 0, 2)
    calm = both + some(rng, 1, 3) - F(1, 2)
    return {"calm": calm, "both": both, "left": left + some(rng, 0, 4), "alone": calm + some(rng, -4, 4)}


def none_scrambles(p: dict) -> bool:
    """Look at all four pairs: holding back is the only one that neither leaves alone."""
    pay = {(0, 0): p["calm"], (0, 1): p["left"], (1, 0): p["alone"], (1, 1): p["both"]}  # own choice first; 1 scrambles
    stable = [(x, y) for x, y in pay if all(pay[x, y] >= pay[z, y] and pay[y, x] >= pay[z, x] for z in (0, 1))]
    return stable == [(0, 0)]


ANSWERS = {
    "kuliani-ca-contest-china-winning": Answer(
        draw_contest,
        contest,
        count=60,
        other_readings={
            "sharper in spending": Answer(draw_contest, spending_up, needs=("China not yet past the peak",), count=40),
            "sharper in that Russia fights harder": Answer(
                draw_contest, russia_more, needs=("V_C/c_C not above V_R/c_R after the change",), count=40
            ),
            "China is winning": Answer(draw_contest, china_ahead, needs=("V_C/c_C above V_R/c_R",), count=40),
        },
    ),
    "paszak-russia-accommodates-bri": Answer(
        draw_costs,
        region_grows,
        other_readings={
            "the gap also raises what resisting is worth": Answer(
                draw_identity, region_grows, needs=("the benefit of resisting grows more slowly than its cost",)
            ),
            "yielding in the contest: Russia's effort falls": Answer(
                draw_contest, lambda x: not russia_more(x), needs=("China past the peak",), count=40
            ),
        },
    ),
    "paszak-sco-veto-and-bypass": Answer(
        draw_veto_stated,
        lambda p: paths(p) == {("veto", "bypass")},
        needs=("Russia loses less by the bypass than by the bank, or does not foresee it",),
        other_readings={
            "exactly when": Answer(draw_veto, veto_cases),
            "a bank of Russia's own, and China joins it": Answer(
                draw_bank,
                bank_joined,
                needs=("joining is better for China than going alone, and for Russia than either alternative",),
            ),
            "China proposes although it foresees the veto": Answer(
                draw_veto_stated, proposed_too, needs=("proposing costs nothing, or the veto is not foreseen",)
            ),
        },
    ),
    "paszak-india-pakistan-offset": Answer(
        draw_equals,
        only_as_a_pair,
        needs=("a surplus below the weights",),
        other_readings={
            "the rule, at any weights": Answer(draw_members, offset),
            "the pair passes": Answer(
                draw_members, lambda x: passes(x, 1, 1), needs=("weights no further apart than the common surplus",)
            ),
            "the gain is cancelled": Answer(draw_members, lambda x: x[0] == x[1], needs=("equal weights",)),
        },
    ),
    "paszak-ca-outside-option": Answer(
        draw_rent,
        rents,
        count=50,
        other_readings={
            "coercion loosens Russia's hold": Answer(
                draw_rent, lambda p: after(p, "phi", "x") < after(p), needs=("fear rises by more than the penalty",)
            ),
        },
    ),
    "kuliani-sco-defuses-rivalry": Answer(
        draw_settled,
        none_scrambles,
        needs=("a settlement takes from one that scrambles alone what it gained, and makes up for being left behind",),
        other_readings={
            "more is found out": Answer(draw_watch, watched, count=60),
            "the organization is the arena as well": Answer(
                draw_arena, never_less, needs=("detection grows by more than the temptation",), count=60
            ),
            "no need for rivalry is left": Answer(
                draw_watch,
                lambda p: kept(p, 1)[:1] == CHANCES[:1],
                needs=("(none will do: d=0 always defects)",),
                count=30,
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    ("kuliani-ca-contest-china-winning", "China is winning"): "China is winning: it has the larger share",
    ("paszak-russia-accommodates-bri", "the gap also raises what resisting is worth"): (
        "what is at stake for Russia moves too"
    ),
    ("paszak-sco-veto-and-bypass", "exactly when"): (
        "veto and bypass are subgame perfect exactly where bypassing costs Russia no more and pays China"
    ),
    ("paszak-sco-veto-and-bypass", "a bank of Russia's own, and China joins it"): (
        "2010: China joins a bank of Russia's own"
    ),
    ("paszak-india-pakistan-offset", "the rule, at any weights"): (
        "each alone is refused and both pass, exactly where the weights differ by no more than a larger "
        "organisation is worth, and each weight is larger than that"
    ),
    ("kuliani-sco-defuses-rivalry", "more is found out"): (
        "it watches: the more it finds out, the more room for holding back"
    ),
    ("kuliani-sco-defuses-rivalry", "the organization is the arena as well"): (
        "it is the arena (Paszak): if both could hold back, they still can when it is stronger"
    ),
}
