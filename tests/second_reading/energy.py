"""A second reading of energy (Kuliani 4.2; Paszak section 2), made from the text and the ledger alone.

Differences from the model, and how they were settled:

* kuliani-energy-underdelivers: here one cap, at least, was below the wanted volume, by assumption. Section 4.2
  reports the two concerns and the unfulfilled trade; that a concern binds is what would explain it and is not stated.
  So it is a missing premise, first here as in the model; granted, the claim follows in both.
* paszak-gas-price-bargaining: the same status. Here a low price is shown to come from weakness as well as from
  politics; there it is asked below which price something political is left.
"""

from fractions import Fraction
from random import Random

from tests.second_reading.answer import Answer

F = Fraction


def some(rng: Random, low: int = 0, high: int = 6) -> Fraction:
    """Give a coarse number, so that ties come up."""
    return F(rng.randint(2 * low, 2 * high), 2)


# --- kuliani-energy-underdelivers -------------------------------------------------------------------------------------


def draw_open(rng: Random) -> dict:
    """The unrestricted volume; the greatest shares each side accepts; R's exports and C's imports."""
    cap = [F(rng.randint(0, 4), 4) for _ in range(2)]
    size = [F(4 * rng.randint(1, 5)) for _ in range(2)]
    v0 = F(rng.randint(1, 20))
    if rng.random() < 0.3:
        v0 = max(F(1), cap[0] * size[0])
    return {"v0": v0, "cap": cap, "size": size}


def draw_capped(rng: Random) -> dict:
    """Draw until one side, at least, wants less: the fear of being an appendage, or the wish to diversify."""
    while True:
        p = draw_open(rng)
        if any(c * s < p["v0"] for c, s in zip(p["cap"], p["size"], strict=True)):
            return p


def agrees(p: dict, i: int, volume: Fraction, whole: bool = False) -> bool:
    """Is the share of this volume tolerable for i? With `whole` the volume itself swells the total it is a share of."""
    total = p["size"][i] + (volume if whole else 0)
    return volume <= p["cap"][i] * total


def traded(p: dict, who: tuple[int, ...] = (0, 1), whole: bool = False) -> Fraction:
    """The greatest volume that both accept and that is wanted: try them all, in whole units."""
    return max(F(n) for n in range(21) if n <= p["v0"] and all(agrees(p, i, F(n), whole) for i in who))


def short(p: dict, whole: bool = False) -> bool:
    found = traded(p, whole=whole)
    return found == min(p["v0"], *(c * s for c, s in zip(p["cap"], p["size"], strict=True))) and found < p["v0"]


# --- paszak-gas-price-bargaining --------------------------------------------------------------------------------------


def draw_gas(rng: Random) -> dict:
    """Value and cost of the gas, outside options of both, and how far Russia's falls."""
    c, o_r, o_c = (F(rng.randint(0, 6)) for _ in range(3))
    v = c + o_r + o_c + rng.choice((F(0), F(rng.randint(-5, 6))))
    return {"v": v, "c": c, "o_R": o_r, "o_C": o_c, "drop": F(rng.randint(1, 6)), "politics": F(0)}


def draw_other_things(rng: Random) -> dict:
    """China's other sources, and what the gas is worth to it, may change at the same time."""
    p = draw_gas(rng)
    return {**p, "extra": {"o_C": F(rng.randint(-4, 4)), "v": F(rng.randint(-4, 4))}}


def gains(p: dict, price: Fraction) -> tuple[Fraction, Fraction]:
    """Gain of R and of C at a price, over what each has otherwise."""
    return price + p["politics"] - p["c"] - p["o_R"], p["v"] - price - p["o_C"]


def bargain(p: dict) -> Fraction | None:
    """Try all prices in halves: the one of greatest product among those that hurt nobody, if there is any."""
    tried = [F(n, 2) for n in range(-16, 52)]
    fair = [x for x in tried if min(gains(p, x)) >= 0]
    if not fair:
        return None
    return max(fair, key=lambda x: gains(p, x)[0] * gains(p, x)[1])


def weaker(p: dict) -> dict:
    moved = {k: p[k] + x for k, x in p.get("extra", {}).items()}
    return {**p, "o_R": p["o_R"] - p["drop"], **moved}


def gas(p: dict) -> bool:
    """Deal iff the surplus is not negative, at the ledger's price; a fall of o_R keeps a deal at half as much less."""
    before, after = bargain(p), bargain(weaker(p))
    fine = True
    for one, price in ((p, before), (weaker(p), after)):
        surplus = one["v"] - one["c"] - one["o_R"] - one["o_C"]
        fine &= (price is not None) == (surplus >= 0)
        fine &= price is None or price == (one["v"] + one["c"] + one["o_R"] - one["o_C"]) / 2
    if before is None:
        return fine
    return fine and after is not None and before - after == p["drop"] / 2


def timed(p: dict) -> bool:
    """Did the fall of o_R turn stalemate into a deal?"""
    return bargain(p) is None and bargain(weaker(p)) is not None


def draw_twin(rng: Random) -> tuple[dict, dict]:
    """The same low price from weakness, and from a political payoff of the same size."""
    p = draw_gas(rng)
    p = {**p, "v": p["c"] + p["o_R"] + p["o_C"] + F(rng.randint(0, 6))}
    return weaker(p), {**p, "politics": p["drop"]}


ANSWERS = {
    "kuliani-energy-underdelivers": Answer(
        draw_open,
        short,
        needs=("at least one cap below the unrestricted volume",),
        other_readings={
            "one cap binds": Answer(draw_capped, short),
            "the volume is part of the total": Answer(
                draw_capped,
                lambda p: short(p, True),
                needs=("shares taken of totals that the new trade leaves as they are",),
            ),
            "one side's fears alone keep it low": Answer(
                draw_capped, lambda p: traded(p, (0,)) == traded(p), needs=("Russia's cap is the lower one",)
            ),
        },
    ),
    "paszak-gas-price-bargaining": Answer(
        draw_gas,
        gas,
        count=40,
        other_readings={
            "other things change too": Answer(
                draw_other_things,
                lambda p: None in (bargain(p), bargain(weaker(p))) or bargain(weaker(p)) < bargain(p),
                needs=("the value and China's own options do not move the other way by more",),
                count=40,
            ),
            "a worse alternative never ends a deal": Answer(
                draw_gas, lambda p: bargain(p) is None or bargain(weaker(p)) is not None, count=30
            ),
            "weakness can explain the timing": Answer(draw_gas, timed, "possible", count=40),
            "a low price shows politics": Answer(
                draw_twin, lambda x: bargain(x[0]) != bargain(x[1]), needs=("a record of o_R, v, c and o_C",), count=40
            ),
            "without politics never below cost and outside option": Answer(
                draw_gas,
                lambda p: bargain(p) is None or bargain(p) >= p["c"] + p["o_R"],
                count=40,
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    ("kuliani-energy-underdelivers", "one cap binds"): "caps: less is traded exactly where one binds",
    (
        "paszak-gas-price-bargaining",
        "a worse alternative never ends a deal",
    ): "timing: the worse off Russia is without it, the sooner there is a deal",
}
