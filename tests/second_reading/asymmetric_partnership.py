"""A second reading of asymmetric_partnership (Paszak 1, 2; Kuliani 3, 4.7, 4.8, 5, 5.6), from text and ledger alone.

Differences from the model, and how they were settled:

* kuliani-russia-assertive-with-power: here power made each further step cheaper, by assumption. Section 3.2 (at note
  25) expects assertiveness from growing power and says nothing of what a step costs, so this is a missing premise, as
  in the model; granted, the claim follows in both.
* kuliani-instrumental-participation: the ledger's threshold, worth no less than being out of it, stood first. The
  thesis says that China stays while it has something to gain, so the strict one comes first in both.
* paszak-status-pulls-east: the ledger's signs, one by one and together, stood here; the sentence (isolation and
  status have drawn Russia east) there. Section 2, para 2, says that both moved and Russia went, so the sentence comes
  first. It names both as motives for going, so status is drawn as a pull there too; that it resists second rank, as
  section 1 has it, is a reading after it. Left open in both: what a larger disparity does otherwise.
* paszak-disparity-undermines: how close a tie Russia wants stood first. Section 1, para 4, says that the foundations
  are called into question, which is what the partnership is worth to Russia against none; that comes first in both.
* kuliani-asymmetry-unconstrained-expansion: a comparison with the higher rating stood first. Section 5, after note 67,
  says that China would feel no constraint, a comparison with no Russian reply at all; that comes first in both.
* kuliani-russia-forced-to-prioritise-china: never a lower level, and no influence of the West once the highest is
  reached, stood first. The Summary and section 5.6 say independent of relations with the West; that comes first now.
"""

from fractions import Fraction
from random import Random

from tests.second_reading.answer import Answer
from tests.second_reading.russian_closeness import (
    best,
    both_pull,
    detached,
    draw_disparity,
    draw_forced,
    draw_pull,
    draw_pull_and_rank,
    eroded,
    falls,
    halves,
    independent,
    isolated,
    no_lower,
    pull_signs,
    rises,
    some_detachment,
    went_east,
)

F = Fraction
LEVELS = range(3)


# --- kuliani-asymmetry-unconstrained-expansion ------------------------------------------------------------------------

EXPANSIONS = range(4)


def draw_expansion(rng: Random, differences: str = "any") -> dict:
    """Draw the cost of Russian retaliation at China's low rating and at Russia's own, the latter no smaller."""
    low = [F(0)]
    for _ in EXPANSIONS[1:]:
        low.append(low[-1] + F(rng.randint(0, 3), 2))
    gap = [F(rng.randint(0, 6), 2) for _ in EXPANSIONS]
    if differences == "increasing":
        gap.sort()
    return {
        "net": [F(rng.randint(0, 12), 2) for _ in EXPANSIONS],
        "low": low,
        "high": [x + y for x, y in zip(low, gap, strict=True)],
    }


def unconstrained(point: dict) -> bool:
    found = []
    for cost in (point["high"], point["low"]):
        pay = [gain - loss for gain, loss in zip(point["net"], cost, strict=True)]
        found.append([e for e in EXPANSIONS if pay[e] == max(pay)])
    return no_lower(*found)


def not_held_back(point: dict) -> bool:
    """Try all: unopposed, some best degree lies no higher than some best one at the low rating."""
    pay = [gain - loss for gain, loss in zip(point["net"], point["low"], strict=True)]
    unopposed = [e for e in EXPANSIONS if point["net"][e] == max(point["net"])]
    return min(unopposed) <= max(e for e in EXPANSIONS if pay[e] == max(pay))


# --- kuliani-trade-raises-chinese-leverage ----------------------------------------------------------------------------


def draw_leverage(rng: Random) -> dict:
    small, large = sorted(rng.sample(range(1, 13), 2))
    volume = sorted(F(n, 2) for n in rng.sample(range(1, 40), 2))
    root = [(F(a), F(b)) for a, b in ((1, 4), (1, 9), (4, 9), (2, 8))]
    other = rng.choice(root) if rng.random() < 0.4 else (F(small), F(large))
    total_r = volume[1] + F(rng.randint(0, 8), 2)
    totals = (total_r, total_r + F(rng.randint(1, 20), 2))
    return {"volume": volume, "other": other, "totals": totals}


def gap_at(volume: Fraction, totals: tuple[Fraction, Fraction]) -> Fraction:
    return volume / totals[0] - volume / totals[1]


def gap_added(point: dict, volume: Fraction) -> Fraction:
    """The gap when more trade between the two is trade on top of all other."""
    return gap_at(volume, tuple(volume + one for one in point["other"]))


def leverage_shape(point: dict) -> bool:
    less, more = point["volume"]
    fine = gap_at(less, point["totals"]) < gap_at(more, point["totals"])
    turn = point["other"][0] * point["other"][1]  # compared with the square of the volume
    if more**2 <= turn:
        fine &= gap_added(point, less) < gap_added(point, more)
    if less**2 >= turn:
        fine &= gap_added(point, less) > gap_added(point, more)
    return fine


# --- kuliani-instrumental-participation -------------------------------------------------------------------------------


def draw_spell(rng: Random) -> dict:
    return {
        "stay": [F(rng.randint(0, 4)) for _ in range(5)],
        "out": [F(rng.choice((0, 1, 1, 2, 3))) for _ in range(5)],
        "d": F(rng.randint(0, 4), 4),
    }


def dates_stayed(point: dict, d: Fraction, strictly: bool = False) -> int:
    """Count the dates China stays: at each it compares leaving now with the best later leaving, weighted by d."""
    for now in range(5):

        def worth(leave: int, now: int = now) -> Fraction:
            return sum(
                ((point["stay"] if t < leave else point["out"])[t] * d ** (t - now) for t in range(now, 5)), F(0)
            )

        best_later = max(worth(leave) for leave in range(now + 1, 6))
        if worth(now) > best_later or (strictly and worth(now) == best_later):
            return now
    return 5


def survives_while_worth(point: dict, d: Fraction) -> bool:
    """Compare with: alive at t exactly while staying is worth no less than leaving at every date up to t."""
    stayed = dates_stayed(point, d)
    return all((stayed > t) == all(point["stay"][s] >= point["out"][s] for s in range(t + 1)) for t in range(5))


def stays_while_it_gains(point: dict) -> bool:
    """Leaving where it makes no difference: alive at t exactly while staying is worth more at every date up to t."""
    stayed = dates_stayed(point, F(0), strictly=True)
    return all((stayed > t) == all(point["stay"][s] > point["out"][s] for s in range(t + 1)) for t in range(5))


# --- kuliani-russia-assertive-with-power ------------------------------------------------------------------------------


def draw_assertive(rng: Random, cost: str = "down") -> dict:
    """Draw the gain and cost of each further step of assertiveness at two powers of Russia."""
    gain = [halves(rng, 0, 5) for _ in EXPANSIONS[1:]]
    weak = [halves(rng, 0, 5) for _ in EXPANSIONS[1:]]
    strong = [one - F(rng.randint(0 if cost == "down" else -3, 3), 2) for one in weak]
    return {"weak": [*map(Fraction.__sub__, gain, weak)], "strong": [*map(Fraction.__sub__, gain, strong)]}


def more_assertive(point: dict) -> bool:
    return no_lower(best(point["weak"]), best(point["strong"]))


# --- kuliani-status-quo-vs-revisionist --------------------------------------------------------------------------------

REVISIONS = range(7)


def draw_revision(rng: Random, common: bool = True, ideal: int = 0) -> dict:
    """Draw liking for each degree of revision: it falls on both sides of each ideal; a smaller third presence adds."""

    def peaked(top: int) -> list[Fraction]:
        line = {top: F(0)}
        for y in range(top + 1, len(REVISIONS)):
            line[y] = line[y - 1] - F(rng.randint(1, 4), 2)
        for y in range(top - 1, -1, -1):
            line[y] = line[y + 1] - F(rng.randint(1, 4), 2)
        return [line[y] for y in REVISIONS]

    gain = [[F(0)] + [F(rng.randint(0, 6), 2) if common else F(0) for _ in REVISIONS[1:]] for _ in range(2)]
    return {"like": [peaked(rng.randint(1, 6)), peaked(ideal)], "gain": gain}


def agreed(point: dict, with_gain: bool) -> bool:
    pay = [[point["like"][i][y] + (point["gain"][i][y] if with_gain else 0) for y in REVISIONS] for i in (0, 1)]
    return any(all(pay[i][y] > pay[i][0] for i in (0, 1)) for y in REVISIONS)


def revision_condition(point: dict) -> bool:
    """Without the common gain nothing; with it, where Russia's part exceeds its loss at a place that China wants."""
    china = [point["like"][0][y] + point["gain"][0][y] for y in REVISIONS]
    met = any(
        point["gain"][1][y] > point["like"][1][0] - point["like"][1][y] and china[y] > china[0] for y in REVISIONS[1:]
    )
    return not agreed(point, False) and agreed(point, True) == met


ANSWERS = {
    "paszak-disparity-undermines": Answer(
        draw_disparity,
        eroded,
        needs=("with disparity the benefit of the first step rises by less than the weight of status",),
        other_readings={
            "Russia wants a lower level": Answer(
                draw_disparity,
                falls,
                needs=("with disparity the benefit of a step rises by less than the weight of status",),
            ),
            "granted": Answer(lambda rng: draw_disparity(rng, "wins"), falls),
        },
    ),
    "kuliani-russia-forced-to-prioritise-china": Answer(
        draw_forced,
        independent,
        needs=("Russia's choice has a highest level, and reaches it whatever the West does",),
        count=100,
        other_readings={
            "never lower, and detached once at the top": Answer(
                draw_forced,
                lambda steps: rises(steps) and detached(steps),
                needs=("the net gain of a step rises with disparity",),
                count=100,
            ),
            "the net gain rising": Answer(
                lambda rng: draw_forced(rng, "up"), lambda steps: rises(steps) and detached(steps), count=60
            ),
            "independence of the West at last, the net gain rising": Answer(
                lambda rng: draw_forced(rng, "up"), some_detachment, count=60, needs=("the highest level is reached",)
            ),
            "the same, the highest level reached": Answer(
                lambda rng: draw_forced(rng, "up", True), some_detachment, count=40
            ),
        },
    ),
    "kuliani-asymmetry-unconstrained-expansion": Answer(
        draw_expansion,
        not_held_back,
        needs=("at the low rating no step is feared",),
        other_readings={
            "no less than at a higher rating": Answer(
                draw_expansion,
                unconstrained,
                needs=("a higher rating makes each further step of expansion dearer, not only expansion as a whole",),
            ),
            "granted": Answer(lambda rng: draw_expansion(rng, "increasing"), unconstrained),
        },
    ),
    "kuliani-trade-raises-chinese-leverage": Answer(
        draw_leverage,
        leverage_shape,
        other_readings={
            "more trade, more leverage, all other trade unchanged": Answer(
                draw_leverage,
                lambda point: gap_added(point, point["volume"][0]) < gap_added(point, point["volume"][1]),
                needs=("totals fixed, or the volume below the root of the product of the two other trades",),
            ),
        },
    ),
    "kuliani-instrumental-participation": Answer(
        draw_spell,
        stays_while_it_gains,
        count=100,
        other_readings={
            "staying while it loses nothing": Answer(
                draw_spell, lambda point: survives_while_worth(point, F(0)), count=100
            ),
            "looking ahead": Answer(
                draw_spell,
                lambda point: survives_while_worth(point, point["d"]),
                count=60,
                needs=("China looks at each date by itself",),
            ),
        },
    ),
    "kuliani-russia-assertive-with-power": Answer(
        lambda rng: draw_assertive(rng, cost="any"),
        more_assertive,
        needs=("more power makes each further step cheaper",),
        other_readings={
            "cheaper steps": Answer(draw_assertive, more_assertive),
        },
    ),
    "kuliani-status-quo-vs-revisionist": Answer(
        draw_revision,
        revision_condition,
        other_readings={
            "the sentence itself: no joint programme": Answer(
                draw_revision,
                lambda point: not agreed(point, True),
                needs=("a smaller third presence gains Russia less than the revision costs it",),
            ),
            "Russia revisionist as well": Answer(
                lambda rng: draw_revision(rng, False, rng.randint(1, 6)), lambda point: not agreed(point, False)
            ),
        },
    ),
    "paszak-status-pulls-east": Answer(
        draw_pull_and_rank,
        both_pull,
        needs=("the disparity takes less otherwise than isolation and rank add",),
        other_readings={
            "isolation against second rank": Answer(
                draw_pull, went_east, needs=("the pull of isolation outweighs the resistance to second rank",)
            ),
            "each sign by itself and both together": Answer(draw_pull, pull_signs, count=150),
            "isolation alone": Answer(draw_pull, isolated),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "kuliani-instrumental-participation",
        "staying while it loses nothing",
    ): "it may stay exactly while the tie is worth no less than being out of it",
    (
        "kuliani-russia-forced-to-prioritise-china",
        "never lower, and detached once at the top",
    ): "never a looser tie; once at the top level, hostility no longer matters",
    ("kuliani-russia-assertive-with-power", "cheaper steps"): "at a cost that rises by the square and falls with power",
    ("kuliani-status-quo-vs-revisionist", "Russia revisionist as well"): "Paszak: Russia is revisionist too",
    ("paszak-status-pulls-east", "isolation alone"): "isolation alone, the disparity as it was",
    ("paszak-status-pulls-east", "isolation against second rank"): (
        "isolation against second rank, both larger: never a looser tie"
    ),
    ("paszak-disparity-undermines", "Russia wants a lower level"): (
        "Russia never wants a closer tie at a larger disparity"
    ),
    ("kuliani-asymmetry-unconstrained-expansion", "no less than at a higher rating"): (
        "China expands no less than Russia's own rating would make it"
    ),
}
