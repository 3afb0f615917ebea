"""A second reading of prisoners_dilemma (Kuliani 2.1 and 2.2), made from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-alliance-inevitable-failure: the ledger's threshold stood here, the sentence there (no equilibrium keeps up
  honouring for ever). Section 2.2 says that failure seems inevitable, so the sentence comes first here too. Both find
  the same missing premises: impatience, a known end, or noise.
* kuliani-pd-defection: that both would rather both honoured is in the game's name, and not in the sentence by which
  both decline because declining pays more. It is asked of the dilemma alone; of the sentence, and of deadlock, only
  that mutual cheating is what is played.
* kuliani-intentions-uncertainty: section 2.2 has partners that are unsure and so both decline, without a threshold. The
  sentence comes first in both; the threshold is a further reading.
* kuliani-power-maximiser-conflict: section 2.2 ends at the edge of conflict, so that somebody pushed to a clash comes
  first in both, as a matter of shares. Of agreements, here every one is tried and one that helps both is found, there
  the agreement is given and the model says which ones do, so that further readings differ in what is asked.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
C, D = 0, 1


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


def ordered(rng: Random, count: int) -> list[Fraction]:
    """Give `count` different numbers, highest first."""
    return sorted((F(n, 2) for n in rng.sample(range(-4, 13), count)), reverse=True)


def cells(t: Fraction, r: Fraction, p: Fraction, s: Fraction) -> dict:
    """Give a player's payoff by (own action, partner's action)."""
    return {(C, C): r, (C, D): s, (D, C): t, (D, D): p}


def two_by_two(one: dict, two: dict) -> list[tuple[int, int]]:
    """List the pure equilibria of the stage game by trying every deviation."""
    found = []
    for a, b in product((C, D), repeat=2):
        if all(one[a, b] >= one[x, b] for x in (C, D)) and all(two[b, a] >= two[x, a] for x in (C, D)):
            found.append((a, b))
    return found


def dominant(mine: dict, action: int) -> bool:
    """Say whether `action` is strictly better whatever the partner does."""
    return all(mine[action, other] > mine[1 - action, other] for other in (C, D))


# --- kuliani-pd-defection ---------------------------------------------------------------------------------------------


def draw_pd(rng: Random) -> list[dict]:
    return [cells(*ordered(rng, 4)) for _ in range(2)]


def defect(game: list[dict]) -> bool:
    one, two = game
    return two_by_two(one, two) == [(D, D)] and dominant(one, D) and dominant(two, D)


def defect_and_regret(game: list[dict]) -> bool:
    return defect(game) and all(one[C, C] > one[D, D] for one in game)


def draw_dominance_only(rng: Random) -> list[dict]:
    """Not cooperating pays more whatever the partner does: r and p are left unordered."""
    game = []
    for _ in range(2):
        t, r = ordered(rng, 2)
        p, s = ordered(rng, 2)
        game.append(cells(t, r, p, s))
    return game


def draw_deadlock(rng: Random) -> list[dict]:
    """Joint non-cooperation pays more than joint cooperation, and exploiting more than either."""
    game = []
    for _ in range(2):
        t, p, r, s = ordered(rng, 4)
        game.append(cells(t, r, p, s))
    return game


# --- kuliani-alliance-inevitable-failure ------------------------------------------------------------------------------


def draw_repeated(rng: Random) -> tuple[list[tuple], Fraction]:
    game = [tuple(ordered(rng, 4)) for _ in range(2)]
    at_stake = [(t - r) / (t - p) for t, r, p, _ in game] + [(p - s) / (t - p) for t, _, p, s in game]
    near = [d for d in at_stake if d < 1]
    d = rng.choice(near) if near and rng.random() < 0.4 else F(rng.randint(0, 11), 12)
    return game, d


def automaton_is_equilibrium(game: list[tuple], d: Fraction, plan: list[tuple[int, int]], after: dict) -> bool:
    """Try every one-shot deviation in every state of a two-player automaton.

    `plan` gives the actions in a state, `after` the next state by state and actions.

    Values are averages per period: v = (1-d) u + d v(next); states on the path form a cycle that is solved exactly.
    """
    pay = [cells(*one) for one in game]

    def value(state: int, who: int) -> Fraction:
        seen: list[int] = []
        while state not in seen:
            seen.append(state)
            state = after[state, plan[state]]
        start = seen.index(state)
        gains = [pay[who][plan[x][who], plan[x][1 - who]] for x in seen]
        loop = gains[start:]
        total = sum((d**k * g for k, g in enumerate(loop)), F(0)) / sum((d**k for k in range(len(loop))), F(0))
        for gain in reversed(gains[:start]):
            total = (1 - d) * gain + d * total
        return total

    for state, who in product(range(len(plan)), (0, 1)):
        actions = list(plan[state])
        actions[who] = 1 - actions[who]
        now = pay[who][actions[who], actions[1 - who]]
        if (1 - d) * now + d * value(after[state, tuple(actions)], who) > value(state, who):
            return False
    return True


PROFILES = list(product((C, D), repeat=2))
GRIM = ([(C, C), (D, D)], {(n, a): 0 if n == 0 and a == (C, C) else 1 for n in (0, 1) for a in PROFILES})
TURNS = (
    [(D, C), (C, D), (D, D)],
    {(n, a): 1 - n if n < 2 and a == ((D, C), (C, D))[n] else 2 for n in (0, 1, 2) for a in PROFILES},
)
TURNS_2 = ([(C, D), (D, C), (D, D)], {(n, (b, a)): to for (n, (a, b)), to in TURNS[1].items()})


def lasting(point: tuple[list[tuple], Fraction]) -> bool:
    """Say whether some equilibrium keeps both cooperating for ever.

    Enough: grim survives every one-shot deviation. Necessary: no deviation pays even if followed by the worst that the
    partner can do, the minmax, found by enumeration.
    """
    game, d = point
    bearable = True
    for one in game:
        pay = cells(*one)
        worst = min(max(pay[a, b] for a in (C, D)) for b in (C, D))
        bearable &= (1 - d) * pay[D, C] + d * worst <= pay[C, C]
    grim = automaton_is_equilibrium(game, d, *GRIM)
    assert grim == bearable, "the two bounds leave a gap"
    return grim


def as_threshold(point: tuple[list[tuple], Fraction]) -> bool:
    game, d = point
    return lasting(point) == (d >= max((t - r) / (t - p) for t, r, p, _ in game))


def turns_as_threshold(point: tuple[list[tuple], Fraction]) -> bool:
    """Exploiting each other in turns, whoever begins: an equilibrium iff d is at least max (p-s)/(t-p)."""
    game, d = point
    both = all(automaton_is_equilibrium(game, d, *one) for one in (TURNS, TURNS_2))
    return both == (d >= max((p - s) / (t - p) for t, _, p, s in game))


def fails_at_known_end(game: list[dict]) -> bool:
    """Backward induction over four periods: each period's game has the continuation values added to every cell."""
    later = [F(0), F(0)]
    for _ in range(4):
        now = [{k: v + later[i] for k, v in game[i].items()} for i in (0, 1)]
        ends = two_by_two(*now)
        if ends != [(D, D)]:
            return False
        later = [now[0][D, D], now[1][D, D]]
    return True


def breaks_down(alarm: Fraction) -> bool:
    """Under grim one false alarm ends it: the chance of still cooperating falls below any bound (here 1/100)."""
    alive, periods = F(1), 0
    while alive > F(1, 100):
        new = alive * (1 - alarm)
        if new >= alive or periods > 200:
            return False
        alive, periods = new, periods + 1
    return True


# --- kuliani-intentions-uncertainty -----------------------------------------------------------------------------------


def draw_types(rng: Random) -> dict:
    kind, rival, prior, wider = [], [], [], []
    for _ in range(2):
        t, r = sorted(ordered(rng, 2))
        p, s = ordered(rng, 2)
        kind.append((t, r, p, s))
        wider.append((t, r, p + rng.choice((0, F(1, 2), 3)), s))
        rival.append(cells(*ordered(rng, 4)))
    for me in (0, 1):
        t, r, p, s = kind[me]
        tie = (p - s) / ((r - t) + (p - s))
        prior.append(tie if rng.random() < 0.3 else F(rng.randint(0, 12), 12))
    # prior[i] is what player i believes: the chance that the partner is of the assurance kind.
    return {"kind": kind, "wider": wider, "rival": rival, "prior": prior}


def bayesian(point: dict, kind: list[tuple]) -> set:
    """List the pure equilibria: a strategy is (action of the assurance kind, action of the other kind)."""
    plans = list(product((C, D), repeat=2))
    found = set()
    for both in product(plans, repeat=2):
        good = True
        for me in (0, 1):
            m, other = point["prior"][me], both[1 - me]
            for n, pay in enumerate((cells(*kind[me]), point["rival"][me])):
                worth = [m * pay[a, other[0]] + (1 - m) * pay[a, other[1]] for a in (C, D)]
                good &= worth[both[me][n]] >= worth[1 - both[me][n]]
        if good:
            found.add(both)
    return found


def assurance_threshold(point: dict) -> bool:
    fine = True
    enough = []
    for me in (0, 1):
        t, r, p, s = point["kind"][me]
        m = point["prior"][me]
        pay = cells(t, r, p, s)
        cooperates = m * pay[C, C] + (1 - m) * pay[C, D] >= m * pay[D, C] + (1 - m) * pay[D, D]
        bar = (p - s) / ((r - t) + (p - s))
        fine &= cooperates == (m >= bar)
        enough.append(m >= bar)
    trust, none = ((C, D), (C, D)), ((D, D), (D, D))
    found = bayesian(point, point["kind"])
    fine &= found == ({trust, none} if all(enough) else {none})
    return fine and (trust in found or trust not in bayesian(point, point["wider"]))


def only_defection(point: dict) -> bool:
    return bayesian(point, point["kind"]) == {((D, D), (D, D))}


# --- kuliani-power-maximiser-conflict ---------------------------------------------------------------------------------

STEPS = [F(n, 2) for n in range(-2, 3)]


def draw_powers(rng: Random) -> dict:
    power = [some(rng, 2, 9) for _ in range(3)]
    return {"power": power, "prize": some(rng, 0, 3), "cost": [some(rng, 0, 3) for _ in range(2)]}


def both_gain(power: list[Fraction], moves: list[Fraction]) -> bool:
    """Say whether the shares of the first two both rise when each power moves by its step."""
    before, after = sum(power), sum(p + m for p, m in zip(power, moves, strict=True))
    return all((power[i] + moves[i]) / after > power[i] / before for i in (0, 1))


def draw_clash(rng: Random) -> dict:
    """Two powers, and the share of each that a clash wears down, the same for both now and then."""
    worn = F(rng.randint(0, 11), 12)
    return {
        "power": [some(rng, 2, 9) for _ in range(2)],
        "wear": [worn, worn if rng.random() < 0.3 else F(rng.randint(0, 11), 12)],
    }


def someone_is_pushed(point: dict) -> bool:
    """Say whether the share of one of the two rises if either begins: a clash takes one, peace takes both."""
    left = [power * (1 - wear) for power, wear in zip(point["power"], point["wear"], strict=True)]
    return any(left[i] / sum(left) > point["power"][i] / sum(point["power"]) for i in (0, 1))


def pairs_cannot(point: dict) -> bool:
    return not any(both_gain(point["power"][:2], list(m)) for m in product(STEPS, repeat=2))


def threes_can(point: dict) -> bool:
    return any(both_gain(point["power"], list(m)) for m in product(STEPS, repeat=3))


def clash_pays(point: dict) -> bool:
    """A clash moves a prize from one to the other and costs both: someone is pushed to it iff it pays at least one."""
    return any(point["prize"] - cost > 0 for cost in point["cost"])


def absolute_cannot(point: dict) -> bool:
    """Maximising own power, not a share: is there no step that raises both?"""
    return not any(m > 0 and n > 0 for m, n in product(STEPS, repeat=2))


ANSWERS = {
    "kuliani-pd-defection": Answer(
        draw_pd,
        defect_and_regret,
        other_readings={
            "non-cooperation pays more whatever the partner does, r and p unordered": Answer(
                draw_dominance_only, defect
            ),
            "joint non-cooperation pays more (p above r)": Answer(draw_deadlock, defect),
            "r and p unordered, and something is lost": Answer(
                draw_dominance_only, defect_and_regret, needs=("both prefer joint cooperation to joint defection",)
            ),
            "p above r, and something is lost": Answer(draw_deadlock, defect_and_regret),
        },
    ),
    "kuliani-alliance-inevitable-failure": Answer(
        draw_repeated,
        lambda point: not lasting(point),
        count=60,
        needs=("d below d*, or a known last period, or temptation drifting up, or noise under grim",),
        other_readings={
            "as a threshold": Answer(draw_repeated, as_threshold, count=100),
            "a known last period": Answer(draw_pd, fails_at_known_end, count=40),
            "false alarms under grim": Answer(lambda rng: F(rng.randint(1, 11), 12), breaks_down, count=12),
            "exploiting in turns survives from its own threshold": Answer(draw_repeated, turns_as_threshold, count=60),
        },
    ),
    "kuliani-intentions-uncertainty": Answer(
        draw_types,
        only_defection,
        needs=("belief below m* for at least one of the two",),
        count=50,
        other_readings={
            "as a threshold of belief": Answer(draw_types, assurance_threshold, count=100),
        },
    ),
    "kuliani-power-maximiser-conflict": Answer(
        draw_clash,
        someone_is_pushed,
        needs=("a clash wears one of the two down more than the other",),
        other_readings={
            "no agreement helps two, and one of three can help two": Answer(
                draw_powers, lambda point: pairs_cannot(point) and threes_can(point), count=60
            ),
            "shares of two: no agreement helps both": Answer(draw_powers, pairs_cannot, count=30),
            "shares of three: no agreement helps both": Answer(draw_powers, lambda x: not threes_can(x), count=30),
            "own power, not shares: no agreement helps both": Answer(draw_powers, absolute_cannot, count=5),
            "someone is pushed to a clash over a prize": Answer(
                draw_powers, clash_pays, needs=("the clash pays one side more than it costs it",)
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-pd-defection",
        "non-cooperation pays more whatever the partner does, r and p unordered",
    ): "as worded: cheating pays whatever the partner does",
    (
        "kuliani-pd-defection",
        "joint non-cooperation pays more (p above r)",
    ): "deadlock: not cooperating is the better outcome",
    ("kuliani-intentions-uncertainty", "as a threshold of belief"): "an ally honours from a threshold of trust on",
    (
        "kuliani-power-maximiser-conflict",
        "shares of two: no agreement helps both",
    ): "shares of the power of the two: no agreement is better for both",
}
