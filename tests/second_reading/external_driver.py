"""A second reading of external_driver (Kuliani 1, 4, 4.7, 5.6; Paszak introduction, 2, 4, conclusions).

Made from the text and the ledger alone.

Differences from the model, and how they were settled:

* paszak-relatively-fixed-barriers: here the present stood at the ceiling by assumption. That the tie will not go
  beyond what it is (Conclusions, para 3) is the paper's conclusion; its premise is that the barriers are fixed. So
  the ceiling is not presupposed to be reached, first here as there; the ledger says that this is the finding.
* kuliani-barrier-removal, as a product: some hostility was a missing premise here. Section 4 calls the shared
  interests the driving force, so it is stated, as the model has it; the answer is now the same.
* kuliani-externally-driven: first came the larger part of hostility as a premise, which is the claim. Section 4 has
  obstacles removed and section 3.2.1 hostility rising; from these two it does not follow, and they come first now.
* kuliani-barrier-removal: first came the sign, where section 4 says mainly; so the larger part comes first now.
* paszak-constraints-jointly-sufficient: first came the conditions under which each set of barriers is enough; the
  sentence is that all of them are, and comes first now.
* paszak-joint-pressure-facilitates: the same status; in a sum pressure moves the tie here, and by consent, where each
  answers only its own, it need not; the model has consent, and claims only that more pressure never loosens the tie.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
Form = Callable[[Fraction, Fraction], Fraction]


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


def sign(x: Fraction) -> int:
    return (x > 0) - (x < 0)


def strong(net: list[Fraction]) -> set[int]:
    """List the strong equilibria of {stay 0, step up 1}: the step needs both, and brings `net` to each."""
    found = set()
    for mine in product((0, 1), repeat=2):
        now, better = min(mine), False
        for to in product((0, 1), repeat=2):
            who = [i for i in (0, 1) if to[i] != mine[i]]
            better |= bool(who) and all(net[i] * min(to) > net[i] * now for i in who)
        if not better:
            found.add(now)
    return found


# --- the two drivers: a change from (H0, z0) to (H1, z1) --------------------------------------------------------------


def draw_change(rng: Random) -> dict:
    return {
        "alpha": some(rng, -3, 3),
        "beta": some(rng, 1, 3),
        "gamma": some(rng, 1, 3),
        "H": [some(rng, 0, 4), some(rng, 0, 4)],
        "z": [some(rng, 0, 4), some(rng, 0, 4)],
    }


def draw_external(rng: Random) -> dict:
    """Draw until the part of H is the larger one, which is what the author asserts."""
    while True:
        p = draw_change(rng)
        if abs(p["beta"] * (p["H"][1] - p["H"][0])) > abs(p["gamma"] * (p["z"][1] - p["z"][0])):
            return p


def draw_both(rng: Random) -> dict:
    """Hostility rises and obstacles fall."""
    p = draw_change(rng)
    return {**p, "H": [p["H"][0], p["H"][0] + some(rng, 1, 4)], "z": [p["z"][0] + some(rng, 1, 4), p["z"][0]]}


def draw_share(rng: Random) -> dict:
    """Values for A = H(1-z): the barrier is a fraction, and falls; some threat drives the tie."""
    z = sorted((F(rng.randint(0, 6), 6) for _ in range(2)), reverse=True)
    return {**draw_change(rng), "z": z, "H": [some(rng, 1, 4), some(rng, 1, 4)]}


def plain(p: dict) -> Form:
    return lambda h, z: p["alpha"] + p["beta"] * h - p["gamma"] * z


def enabling(_: dict) -> Form:
    return lambda h, z: h * (1 - z)


def parts(p: dict, form: Form) -> tuple[Fraction, Fraction]:
    """Split the change of A between H and z: the average over which of the two moves first."""
    (h, k), (y, z) = p["H"], p["z"]
    by_h = (form(k, y) - form(h, y) + form(k, z) - form(h, z)) / 2
    by_z = (form(h, z) - form(h, y) + form(k, z) - form(k, y)) / 2
    assert by_h + by_z == form(k, z) - form(h, y)
    return by_h, by_z


def driven_outside(p: dict) -> bool:
    by_h, by_z = parts(p, plain(p))
    return sign(by_h + by_z) == sign(p["H"][1] - p["H"][0]) and abs(by_h) > abs(by_z)


def removal_lifts(p: dict, form: Form) -> bool:
    """At each H, is A higher at the lower of the two barrier levels (where they differ)?"""
    low, high = min(p["z"]), max(p["z"])
    return low == high or all(form(h, low) > form(h, high) for h in p["H"])


def removal_main(p: dict, form: Form) -> bool:
    by_h, by_z = parts(p, form)
    return abs(by_z) > abs(by_h)


# --- paszak-relatively-fixed-barriers: A = min(ceiling, alpha + beta H) -----------------------------------------------


def draw_ceiling(rng: Random) -> dict:
    alpha, beta, h = some(rng, -2, 2), some(rng, 1, 3), some(rng, 0, 4)
    return {"alpha": alpha, "beta": beta, "H": [h, h + some(rng, 1, 4)], "top": [some(rng, 0, 9)] * 2}


def draw_at_ceiling(rng: Random) -> dict:
    p = draw_ceiling(rng)
    return {**p, "top": [p["alpha"] + p["beta"] * p["H"][0] - some(rng, 0, 3)] * 2}


def draw_moving(rng: Random) -> dict:
    """Some barriers come from outside (the reaction of the US), so the ceiling may move with H, either way."""
    p = draw_at_ceiling(rng)
    return {**p, "top": [p["top"][0], p["top"][0] + some(rng, -2, 2)]}


def level(p: dict, n: int, h: Fraction | None = None) -> Fraction:
    return min(p["top"][n], p["alpha"] + p["beta"] * (p["H"][n] if h is None else h))


def no_deeper(p: dict) -> bool:
    """Not deeper at the stronger pressure, nor anywhere on the way; below the ceiling pressure has its full effect."""
    gap = p["H"][1] - p["H"][0]
    way = [level({**p, "top": [p["top"][0]] * 2}, 0, p["H"][0] + gap * F(n, 6)) for n in range(6)]
    return all(x == way[0] for x in way) and level(p, 1) == level(p, 0)


def breaks_through(p: dict) -> bool:
    return any(level(p, 0, F(h)) > p["top"][0] for h in (10, 100, 1000))


# --- paszak-joint-pressure-facilitates --------------------------------------------------------------------------------


def draw_pressures(rng: Random) -> dict:
    weight = rng.choice(([0, 1], [1, 0], [1, 1], [F(1, 2), 2]))
    step, h = [some(rng, 1, 2), some(rng, 1, 2)], [some(rng, 0, 2), some(rng, 0, 2)]
    end = sum(w * max(x, x + s) for w, x, s in zip(weight, h, step, strict=True))
    return {"weight": weight, "h": h, "step": step, "alpha": 1 - end - some(rng, 0, 2)}


def nearer(p: dict) -> bool:
    """Move each pressure by itself, up to the ceiling 1 at most."""

    def close(h: list[Fraction]) -> Fraction:
        return min(F(1), p["alpha"] + sum(w * x for w, x in zip(p["weight"], h, strict=True)))

    (a, b), (s, t) = p["h"], p["step"]
    moves = [close([a + s, b]) - close([a, b]), close([a, b + t]) - close([a, b])]
    return min(moves) >= 0 and max(moves) > 0


def draw_wishes(rng: Random) -> list[tuple[Fraction, Fraction]]:
    """How close each wants to be, before and after more pressure on itself; both below the ceiling."""
    found = []
    for _ in range(2):
        before = F(rng.randint(0, 6), 12)
        found.append((before, before + F(rng.randint(1, 6), 12)))
    return found


def nearer_by_consent(p: list[tuple[Fraction, Fraction]]) -> bool:
    (a, a2), (b, b2) = p
    moves = [min(a2, b) - min(a, b), min(a, b2) - min(a, b)]
    return min(moves) >= 0 and max(moves) > 0


def draw_reserve(rng: Random) -> dict:
    """More pressure now: the pull of alliance and the loss still in reserve may both grow."""
    return {"pull": [some(rng, 1, 5), some(rng, 1, 5)], "held": [some(rng, 0, 5), some(rng, 0, 5)]}


def not_farther(p: dict) -> bool:
    """Is the alliance kept whenever it was one before the extra pressure?"""
    nets = [[p["pull"][i] - p["held"][i]] * 2 for i in (0, 1)]
    return 1 not in strong(nets[0]) or 1 in strong(nets[1])


# --- kuliani-secure-rear ----------------------------------------------------------------------------------------------


def draw_rear(rng: Random) -> list[dict]:
    """Values by level: what H brings (times H), any other net value of levels 1 and 2, and the rear from level 1 on."""
    found = []
    for _ in range(2):
        pull = some(rng, 0, 2)
        found.append(
            {"pull": [F(0), pull, pull + some(rng, 0, 2)], "other": [0, 0, some(rng, -3, 3)], "y": some(rng, 1, 3)}
        )
    return found


def draw_rear_costly(rng: Random) -> list[dict]:
    return [{**one, "other": [0, some(rng, -4, 2), some(rng, -3, 3)]} for one in draw_rear(rng)]


def worth(one: dict, at: int, h: Fraction, rear: Fraction) -> Fraction:
    return one["pull"][at] * h + one["other"][at] + (rear if at >= 1 else 0)


def rear_drives(point: list[dict]) -> bool:
    fine = True
    for one in point:
        fine &= all(worth(one, 1, h, one["y"]) > worth(one, 0, h, one["y"]) for h in (F(0), F(2)))
        steps = [worth(one, 2, F(2), y) - worth(one, 1, F(2), y) for y in (F(0), one["y"])]
        fine &= steps[0] == steps[1]
    return fine and 1 in strong([worth(x, 1, F(0), x["y"]) - worth(x, 0, F(0), x["y"]) for x in point])


# --- paszak-constraints-jointly-sufficient ----------------------------------------------------------------------------


def draw_barriers(rng: Random) -> dict:
    wall = [[some(rng, 0, 2) for _ in range(4)] for _ in range(2)]
    gain = [sum(w) if rng.random() < 0.3 else some(rng, 0, 7) for w in wall]
    return {"gain": gain, "wall": wall}


def allied(p: dict, kept: tuple[int, ...]) -> set[int]:
    return strong([p["gain"][i] - sum(p["wall"][i][j] for j in kept) for i in (0, 1)])


def sufficient(p: dict) -> bool:
    """Compare the strong equilibria under every set of barriers with the sums; ties leave both outcomes."""
    for size in range(5):
        for kept in combinations(range(4), size):
            lead = [p["gain"][i] - sum(p["wall"][i][j] for j in kept) for i in (0, 1)]
            found = allied(p, kept)
            if (1 not in found) != any(x < 0 for x in lead) or (found != {1}) != any(x <= 0 for x in lead):
                return False
    return True


ANSWERS = {
    "kuliani-externally-driven": Answer(
        draw_both,
        driven_outside,
        needs=("beta dH larger in size than gamma dz, which nobody measures",),
        count=100,
        other_readings={
            "the larger part presupposed": Answer(draw_external, driven_outside),
            "the larger part not presupposed": Answer(
                draw_change, driven_outside, needs=("beta dH larger in size than gamma dz, which nobody measures",)
            ),
            "no dynamics of its own: nothing moves at fixed H": Answer(
                draw_change, lambda p: parts(p, plain(p))[1] == 0, needs=("barriers that do not move",)
            ),
        },
    ),
    "kuliani-barrier-removal": Answer(
        draw_change,
        lambda p: removal_main(p, plain(p)),
        needs=("gamma dz larger in size than beta dH",),
        other_readings={
            "the sign: lower barriers, a closer tie": Answer(draw_change, lambda p: removal_lifts(p, plain(p))),
            "mainly this and largely from outside, in one sum": Answer(
                draw_change, lambda p: removal_main(p, plain(p)) and driven_outside(p), "never"
            ),
            "removal enables, threat drives: A = H(1-z)": Answer(draw_share, lambda p: removal_lifts(p, enabling(p))),
        },
    ),
    "paszak-relatively-fixed-barriers": Answer(
        draw_ceiling,
        no_deeper,
        needs=("the present level is already at the ceiling",),
        other_readings={
            "the present at the ceiling": Answer(draw_at_ceiling, no_deeper),
            "barriers that come from outside move with H": Answer(
                draw_moving, no_deeper, needs=("the ceiling does not move with H",)
            ),
            "his own exception: a great enough change breaks through": Answer(
                draw_at_ceiling, breaks_through, "possible", needs=("a ceiling that such a change lifts",)
            ),
        },
    ),
    "paszak-joint-pressure-facilitates": Answer(
        draw_pressures,
        nearer,
        other_readings={
            "by consent, each answering its own pressure": Answer(
                draw_wishes, nearer_by_consent, needs=("the two are not equally willing to begin with",)
            ),
            "enough to ally: pressure never undoes an alliance": Answer(
                draw_reserve, not_farther, needs=("what is held in reserve grows no faster than the pull",)
            ),
        },
    ),
    "kuliani-secure-rear": Answer(
        draw_rear,
        rear_drives,
        count=80,
        other_readings={
            "partnership may have other costs": Answer(
                draw_rear_costly, rear_drives, needs=("other costs of partnership at H=0 stay below the rear value",)
            ),
        },
    ),
    "paszak-constraints-jointly-sufficient": Answer(
        draw_barriers,
        lambda p: 1 not in allied(p, (0, 1, 2, 3)),
        needs=("a common unit in which the barriers of one of the two exceed its gain",),
        other_readings={
            "under each set of barriers, exactly where it outweighs": Answer(draw_barriers, sufficient, count=60),
            "every barrier is needed": Answer(
                draw_barriers,
                lambda p: (
                    1 not in allied(p, (0, 1, 2, 3)) and all(1 in allied(p, s) for s in combinations(range(4), 3))
                ),
                needs=("the excess over the gain smaller than each barrier",),
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-externally-driven",
        "the larger part presupposed",
    ): "as a sum: the larger part of the change, and its direction, come from outside",
    (
        "kuliani-barrier-removal",
        "the sign: lower barriers, a closer tie",
    ): "as a sum: at the same hostility the tie comes closer as obstacles fall",
    (
        "kuliani-barrier-removal",
        "removal enables, threat drives: A = H(1-z)",
    ): "as a product: the removal enables, the threat drives",
    ("paszak-relatively-fixed-barriers", "the present at the ceiling"): "the same, the present being at the cap",
    (
        "paszak-relatively-fixed-barriers",
        "barriers that come from outside move with H",
    ): "relatively fixed: the barriers may give way a little",
    (
        "paszak-constraints-jointly-sufficient",
        "under each set of barriers, exactly where it outweighs",
    ): "no alliance holds exactly where for one of the two the barriers together exceed its gain",
}
