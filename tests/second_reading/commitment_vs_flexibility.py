"""A second reading of commitment_vs_flexibility (Kuliani 1, 3.1.3, 4.6, 5.2, 5.4, 5.6; Paszak sections 1 and 2).

Made from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-commitment-cost: the ledger's threshold and example stood here, the sentence there (being bound is never
  better). Section 5.4 (at note 71) calls an alliance inflexible and demanding and gives no threshold, so the sentence
  comes first here too; that being bound gains nothing by itself is not stated, and is no longer imposed.
* kuliani-shared-goal-different-means: section 4.6 says that Beijing withheld support with its separatists in mind; the
  sentence comes first in both, what a duty to support costs after it.
* kuliani-china-security-bodies: section 3.1.3 calls China sceptical of such bodies, so that staying out comes first in
  both. That they are worth more against stronger American alliances is not in it, and is presupposed in one further
  reading only.
* paszak-non-alignment-doctrine: section 1 gives the line and no threshold; that it keeps Beijing from allying comes
  first in both. A pact that keeps to the letter of the line is a reading here alone.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


def chances(rng: Random, count: int) -> list[Fraction]:
    weights = [rng.randint(1, 4) for _ in range(count)]
    return [F(w, sum(weights)) for w in weights]


def equilibria(net: list[Fraction]) -> tuple[set[int], set[int]]:
    """List the outcomes (0 stay, 1 step up by consent, worth `net`) of all and of the strong equilibria."""
    plain, strong = set(), set()
    for mine in product((0, 1), repeat=2):
        gains = {1: False, 2: False}
        for to in product((0, 1), repeat=2):
            who = [i for i in (0, 1) if to[i] != mine[i]]
            if who and all(net[i] * min(to) > net[i] * min(mine) for i in who):
                gains[len(who)] = True
        if not gains[1]:
            plain.add(min(mine))
            if not gains[2]:
                strong.add(min(mine))
    return plain, strong


# --- kuliani-commitment-cost ------------------------------------------------------------------------------------------


def draw_states(rng: Random) -> dict:
    """States with chances; net worth of acting together to each; extra worth and price of being bound."""
    count = rng.randint(1, 4)
    p = {"chance": chances(rng, count), "worth": [[some(rng, -3, 3) for _ in range(count)] for _ in range(2)]}
    f = [some(rng, 0, 2) for _ in range(2)]
    edge = [f[i] + sum(c * max(F(0), -x) for c, x in zip(p["chance"], p["worth"][i], strict=True)) for i in (0, 1)]
    return {**p, "f": f, "beta": [e if rng.random() < 0.3 else some(rng, 0, 4) for e in edge]}


def draw_unbacked(rng: Random) -> dict:
    return {**draw_states(rng), "beta": [F(0), F(0)]}


def rule_worth(p: dict, i: int, rule: tuple[int, ...]) -> Fraction:
    return sum((c * x * act for c, x, act in zip(p["chance"], p["worth"][i], rule, strict=True)), F(0))


def alone(p: dict, i: int) -> Fraction:
    """Try every rule that says in which states to act."""
    return max(rule_worth(p, i, rule) for rule in product((0, 1), repeat=len(p["chance"])))


def bound(p: dict, i: int) -> Fraction:
    return rule_worth(p, i, (1,) * len(p["chance"])) + p["beta"][i] - p["f"][i]


def agreed(p: dict) -> list[Fraction]:
    """Let the two play for consent in every state: they act wherever acting is a strong equilibrium."""
    rule = tuple(int(1 in equilibria(list(pair))[1]) for pair in zip(*p["worth"], strict=True))
    return [rule_worth(p, i, rule) for i in (0, 1)]


HALF = [F(1, 2), F(1, 2)]
MUTUAL = {"chance": HALF, "worth": [[F(3), F(-1)], [F(-1), F(3)]], "f": [F(1, 2)] * 2, "beta": [F(0)] * 2}


def option(p: dict) -> bool:
    fine = True
    for i in (0, 1):
        fixed = [rule_worth(p, i, (n,) * len(p["chance"])) for n in (0, 1)]
        fear = sum((c * max(F(0), -x) for c, x in zip(p["chance"], p["worth"][i], strict=True)), F(0))
        fine &= alone(p, i) >= max(fixed) and (bound(p, i) > alone(p, i)) == (p["beta"][i] > fear + p["f"][i])
    return fine and all(bound(MUTUAL, i) > agreed(MUTUAL)[i] for i in (0, 1))


def flexible_wins(p: dict, consent: bool) -> bool:
    return all(bound(p, i) <= (agreed(p)[i] if consent else alone(p, i)) for i in (0, 1))


# --- kuliani-neither-seeks-alliance and paszak-non-alignment-doctrine -------------------------------------------------


def draw_pact(rng: Random) -> dict:
    q, h = F(rng.randint(0, 4), 4), rng.choice((F(0), F(1, 4), F(1, 2)))
    k = [some(rng, 1, 5) for _ in range(2)]
    tie = [rng.random() < 0.25 for _ in range(2)]
    gain = [q * (1 - h) * k[i] if tie[i] else some(rng, -2, 4) for i in (0, 1)]
    return {"q": q, "h": h, "k": k, "D": gain, "n": rng.choice((F(0), some(rng, 0, 3)))}


def pact_net(p: dict, i: int, extra: Fraction | int = 0) -> Fraction:
    """Step from partnership to alliance for i, over what the US may then do."""
    now = -p["h"] * p["k"][i]
    later = p["q"] * -p["k"][i] + (1 - p["q"]) * now
    return p["D"][i] + extra + later - now


def draw_neither(rng: Random) -> dict:
    """Draw until an alliance would serve neither, as the text has it."""
    while True:
        p = draw_pact(rng)
        if all(p["D"][i] < p["q"] * (1 - p["h"]) * p["k"][i] for i in (0, 1)):
            return p


def neither(p: dict) -> bool:
    net = [pact_net(p, i) for i in (0, 1)]
    paid = [1 in equilibria([net[0] + t, net[1] - t])[1] for t in (*range(-6, 7), -net[0], net[1])]
    return max(net) < 0 and equilibria(net)[0] == {0} and not any(paid)


def no_alliance(p: dict) -> bool:
    return 1 not in equilibria([pact_net(p, i) for i in (0, 1)])[0]


def draw_one_unwilling(rng: Random) -> dict:
    p = draw_neither(rng)
    return {**p, "D": [p["D"][0], some(rng, 0, 6)]}


def unpaid(p: dict) -> bool:
    net = [pact_net(p, i) for i in (0, 1)]
    return not any(1 in equilibria([net[0] + t, net[1] - t])[1] for t in (*range(-6, 7), -net[0], net[1]))


def line_blocks(p: dict) -> bool:
    """Is C (player 0) willing without the line, and unwilling with it? The partner is willing here."""
    with_line, without = pact_net(p, 0), pact_net(p, 0, p["n"])
    return 1 in equilibria([without, F(1)])[1] and 1 not in equilibria([with_line, F(1)])[1]


def line_rule(p: dict) -> bool:
    bar = p["q"] * (1 - p["h"]) * p["k"][0]
    return line_blocks(p) == (p["D"][0] + p["n"] >= bar > p["D"][0]) and not line_blocks({**p, "n": F(0)})


# --- kuliani-shared-goal-different-means ------------------------------------------------------------------------------


def draw_crises(rng: Random) -> dict:
    count = rng.randint(1, 4)
    x = [some(rng, 0, 4) for _ in range(count)]
    b = [y if rng.random() < 0.3 else some(rng, 0, 4) for y in x]
    more = [y + rng.choice((0, F(1, 2), 1)) for y in x]
    return {"chance": chances(rng, count), "b": b, "x": [x, more]}


def duty(p: dict, n: int) -> Fraction:
    """What the duty costs: the best rule over crises, less supporting in all of them."""
    worth = [b - x for b, x in zip(p["b"], p["x"][n], strict=True)]
    rules = product((0, 1), repeat=len(worth))
    free = max(sum(c * w * s for c, w, s in zip(p["chance"], worth, rule, strict=True)) for rule in rules)
    return free - sum(c * w for c, w in zip(p["chance"], worth, strict=True))


def entrapment(p: dict) -> bool:
    fine = True
    for n in (0, 1):
        cost = sum(c * max(F(0), x - b) for c, b, x in zip(p["chance"], p["b"], p["x"][n], strict=True))
        fine &= duty(p, n) == cost
    return fine and duty(p, 1) >= duty(p, 0)


def draw_support(rng: Random) -> dict:
    """One crisis, in which support is worth something and sets a bad precedent, as bad now and then."""
    b = some(rng, 1, 4)
    return {"b": b, "x": b if rng.random() < 0.2 else some(rng, 1, 4)}


def best_support(p: dict) -> list[int]:
    """List the best of abstaining (0) and supporting (1), decided when the crisis is there."""
    worth = [F(0), p["b"] - p["x"]]
    return [act for act in (0, 1) if worth[act] == max(worth)]


# --- kuliani-china-security-bodies ------------------------------------------------------------------------------------


def draw_bodies(rng: Random) -> dict:
    """Countering value at weaker and stronger US alliances, and the price in sovereignty at each."""
    b = some(rng, 0, 4)
    s = rng.choice((b, some(rng, 1, 5)))
    s = max(s, F(1, 2))
    return {"b": [b, b + some(rng, 1, 3)], "s": [s, s]}


def draw_bodies_dearer(rng: Random) -> dict:
    p = draw_bodies(rng)
    return {**p, "s": [p["s"][0], p["s"][0] + some(rng, 0, 4)]}


def joins(p: dict) -> bool:
    chosen = [p["b"][n] - p["s"][n] == max(F(0), p["b"][n] - p["s"][n]) for n in (0, 1)]
    return chosen == [p["b"][n] >= p["s"][n] for n in (0, 1)] and chosen[1] >= chosen[0]


def draw_bodies_anyhow(rng: Random) -> dict:
    """Stronger alliances may make countering them worth more or less; who knows."""
    p = draw_bodies(rng)
    return {**p, "b": [p["b"][0], some(rng, 0, 6)]}


def best_membership(p: dict, n: int) -> list[int]:
    """List the best of staying out (0) and joining (1)."""
    worth = [F(0), p["b"][n] - p["s"][n]]
    return [act for act in (0, 1) if worth[act] == max(worth)]


def never_kept_out(p: dict) -> bool:
    """Whoever would join against weaker alliances would join against stronger ones."""
    return 1 not in best_membership(p, 0) or 1 in best_membership(p, 1)


ANSWERS = {
    "kuliani-commitment-cost": Answer(
        draw_states,
        lambda p: flexible_wins(p, False),
        count=50,
        needs=("being bound gains nothing by itself, or no more than its duties cost",),
        other_readings={
            "being bound gains nothing by itself": Answer(draw_unbacked, lambda p: flexible_wins(p, False), count=50),
            "as a threshold, and the example of mutual insurance": Answer(draw_states, option, count=50),
            "consent needed: never do both gain by being bound": Answer(
                draw_states, lambda p: any(bound(p, i) <= agreed(p)[i] for i in (0, 1)), count=40, points=(MUTUAL,)
            ),
            "flexibility weakly better, consent needed": Answer(
                draw_unbacked,
                lambda p: flexible_wins(p, True),
                needs=("wherever one loses by acting the other does not gain much: or the price f covers it",),
                count=80,
            ),
            "both better bound, consent needed": Answer(
                draw_unbacked, lambda p: all(bound(p, i) > agreed(p)[i] for i in (0, 1)), "possible", points=(MUTUAL,)
            ),
        },
    ),
    "kuliani-neither-seeks-alliance": Answer(
        draw_neither,
        neither,
        count=30,
        other_readings={
            "the inequality not presupposed": Answer(
                draw_pact, neither, needs=("D_i below q(1-h)k_i for both",), count=30
            ),
            "one unwilling: no alliance without payments": Answer(draw_one_unwilling, no_alliance, count=30),
            "one unwilling: no payment buys it": Answer(
                draw_one_unwilling, unpaid, needs=("the sum of the two gains is negative",), count=40
            ),
        },
    ),
    "kuliani-shared-goal-different-means": Answer(
        draw_support,
        lambda p: best_support(p) == [0],
        needs=("the precedent outweighs the shared aim",),
        other_readings={
            "support if worth it, and what a duty to support costs": Answer(draw_crises, entrapment, count=80),
            "the duty strictly dearer as x grows": Answer(
                draw_crises, lambda p: duty(p, 1) > duty(p, 0), needs=("x grows in a crisis where it reaches b",)
            ),
        },
    ),
    "kuliani-china-security-bodies": Answer(
        draw_bodies,
        lambda p: best_membership(p, 0) == [0],
        needs=("sovereignty outweighs what such bodies counter",),
        other_readings={
            "as a threshold, countering worth more against stronger alliances": Answer(draw_bodies, joins),
            "who joins still joins against stronger alliances": Answer(
                draw_bodies_anyhow, never_kept_out, needs=("countering them is worth no less, the stronger they are",)
            ),
            "joining also gets dearer": Answer(
                draw_bodies_dearer, joins, needs=("the price of joining grows no faster than its worth",)
            ),
        },
    ),
    "paszak-non-alignment-doctrine": Answer(
        draw_pact,
        line_blocks,
        needs=("breaking it costs enough, and nothing else blocks already",),
        count=80,
        other_readings={
            "as a threshold": Answer(draw_pact, line_rule, count=80),
            "with a pact that keeps to the letter": Answer(
                lambda rng: {**draw_pact(rng), "n": F(0)}, line_blocks, "possible", count=50
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-commitment-cost",
        "as a threshold, and the example of mutual insurance",
    ): "each may act alone: bound if the bonus outweighs duties and every option forgone",
    (
        "kuliani-commitment-cost",
        "consent needed: never do both gain by being bound",
    ): "acting takes both: the pair never gains by being bound",
    (
        "kuliani-neither-seeks-alliance",
        "one unwilling: no alliance without payments",
    ): "one unwilling partner is enough for there to be no alliance",
    (
        "kuliani-shared-goal-different-means",
        "support if worth it, and what a duty to support costs",
    ): "a free partner supports exactly if solidarity is worth at least the precedent",
    (
        "kuliani-china-security-bodies",
        "as a threshold, countering worth more against stronger alliances",
    ): "China joins exactly if countering is worth at least its cost in sovereignty",
    (
        "kuliani-china-security-bodies",
        "who joins still joins against stronger alliances",
    ): "stronger American alliances never keep China out",
    (
        "paszak-non-alignment-doctrine",
        "as a threshold",
    ): "the line blocks by itself where China would ally without it and loses by allying against it",
}
