"""A second reading of containment_response (Paszak 2, conclusions, abstract; Kuliani 5.4), from text and ledger alone.

Differences from the model, and how they were settled:

* paszak-us-reads-alliance-as-offensive: the ledger's threshold (containing is best from a belief on) stood here
  against the sentence (it contains, offensive being likelier) there. Section 2, para 4, asserts the sentence, so it
  comes first here too; the threshold was missing in the model and is now a reading there.
* paszak-partnership-undominated: the paper says that aims are shared and that no reaction follows; that nothing is
  better is an addition, of the ledger and of both readings. The author's own half comes first in both. Of the rest:
  here the reaction was only likely (section 2), there beyond doubt (Conclusions, where the claim stands); each is a
  further reading in both.
* paszak-us-reaction-deters: the same status, but the outcome alone was tested here; now first the reason, as there.
* kuliani-alliance-new-cold-war: a contained alliance that serves neither is stated there (the thesis says so) and was
  missing here; in both what the paper does not state is that containing must cost less than not containing.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
CONTAIN, ACCOMMODATE = "contain", "accommodate"


def some(rng: Random, low: int = 0, high: int = 4) -> Fraction:
    return F(rng.randint(2 * low, 2 * high), 2)


def level_equilibria(pay: list[list[Fraction]]) -> tuple[set, set]:
    """Give the plain and the strong equilibria when each names a level and the lower one holds."""
    levels = range(len(pay[0]))
    plain, strong = set(), set()
    for mine, yours in product(levels, repeat=2):
        here = min(mine, yours)
        if any(pay[0][min(x, yours)] > pay[0][here] or pay[1][min(mine, x)] > pay[1][here] for x in levels):
            continue
        plain.add(here)
        if not any(all(pay[i][x] > pay[i][here] for i in (0, 1)) for x in levels):
            strong.add(here)
    return plain, strong


# --- paszak-us-reaction-deters ----------------------------------------------------------------------------------------


def answers_of_third(losses: list[Fraction], kappa: Fraction) -> list[str]:
    """Give the third's best answer to an alliance for each loss it may have; indifferent, it accommodates."""
    return [CONTAIN if -kappa > -loss else ACCOMMODATE for loss in losses]


def draw_tree(rng: Random, enough: bool = False, tempted: bool = False, certain: bool = False) -> dict:
    """Draw a tree at which containing is the likelier answer and a contained alliance is bad for both.

    The losses of the third are equally likely. D is the net gain from allying before its answer.
    """
    while True:
        kappa = F(rng.randint(1, 6), 2)
        losses = [(kappa + F(1, 2) if certain else 0) + F(rng.randint(0, 12), 2) for _ in range(4)]
        h = F(rng.choice((0, 0, 1, 2)), 4)
        k = [F(rng.randint(1, 8), 2) for _ in range(2)]
        q = F(answers_of_third(losses, kappa).count(CONTAIN), 4)
        gain = [q * (1 - h) * k[i] if rng.random() < 0.3 else F(rng.randint(-2, 16), 4) for i in (0, 1)]
        if q < F(1, 2) or any(gain[i] >= (1 - h) * k[i] for i in (0, 1)):
            continue
        if enough and all(gain[i] >= q * (1 - h) * k[i] for i in (0, 1)):
            continue
        if not tempted or min(gain) > 0:
            return {"kappa": kappa, "losses": losses, "h": h, "k": k, "gain": gain}


def allied_worth(point: dict, i: int) -> Fraction:
    """Give what the alliance is worth to i above the partnership, over all the answers it may meet."""
    total = F(0)
    for answer in answers_of_third(point["losses"], point["kappa"]):
        imposed = point["k"][i] if answer == CONTAIN else point["h"] * point["k"][i]
        total += point["gain"][i] - imposed + point["h"] * point["k"][i]
    return total / len(point["losses"])


def outcomes(point: dict) -> tuple[set, set]:
    """Give the levels (0 the partnership, 1 the alliance) in the plain and strong equilibria of the first stage."""
    return level_equilibria([[F(0), allied_worth(point, i)] for i in (0, 1)])


def deterred(point: dict) -> bool:
    return outcomes(point)[0] == {0}


def deterrence_threshold(point: dict) -> bool:
    answers = answers_of_third(point["losses"], point["kappa"])
    q = F(answers.count(CONTAIN), len(answers))
    ratios = [point["gain"][i] / point["k"][i] for i in (0, 1)]
    return deterred(point) == (q * (1 - point["h"]) > min(ratios))


def for_that_reason(point: dict) -> bool:
    """They stay apart, and without the reaction the alliance would be the only strong equilibrium."""
    return deterred(point) and level_equilibria([[F(0), gain] for gain in point["gain"]])[1] == {1}


# --- paszak-us-reads-alliance-as-offensive ----------------------------------------------------------------------------


def draw_reading(rng: Random) -> dict:
    """Draw a loss that rises with the belief that the alliance is offensive and crosses the cost of containing."""
    places = [F(n, 4) for n in range(5)]
    while True:
        loss = sorted(F(n, 2) for n in rng.sample(range(0, 16), 5))
        kappa = rng.choice(loss[1:4]) if rng.random() < 0.3 else F(rng.randint(1, 15), 2)
        if loss[0] < kappa < loss[-1]:
            break
    point = {"places": places, "loss": loss, "kappa": kappa, "rate": F(rng.randint(1, 4), 4)}
    return point | {"prior": tipping(point) if rng.random() < 0.3 else F(rng.randint(1, 11), 12)}


def draw_likely_offensive(rng: Random) -> dict:
    """Offensive is the likelier purpose in the third's eyes."""
    while True:
        point = draw_reading(rng)
        if point["prior"] > F(1, 2):
            return point


def loss_at(point: dict, belief: Fraction) -> Fraction:
    n = min(int(belief * 4), 3)
    low, high = point["loss"][n], point["loss"][n + 1]
    return low + (high - low) * (belief - point["places"][n]) * 4


def tipping(point: dict) -> Fraction:
    """Give the belief at which the loss equals the cost of containing."""
    for n in range(4):
        low, high = point["loss"][n], point["loss"][n + 1]
        if low <= point["kappa"] <= high:
            return point["places"][n] + (point["kappa"] - low) / (high - low) / 4
    raise ValueError(point)


def posterior(prior: Fraction, offensive: Fraction, defensive: Fraction) -> Fraction:
    return prior * offensive / (prior * offensive + (1 - prior) * defensive)


def contains(point: dict, belief: Fraction) -> bool:
    pays = {CONTAIN: -point["kappa"], ACCOMMODATE: -loss_at(point, belief)}
    return pays[CONTAIN] == max(pays.values())


def reading_threshold(point: dict) -> bool:
    """Both kinds ally at the same rate: the belief is the prior, and containing is best from the tipping belief on."""
    belief = posterior(point["prior"], point["rate"], point["rate"])
    return belief == point["prior"] and contains(point, belief) == (belief >= tipping(point))


# --- kuliani-alliance-new-cold-war ------------------------------------------------------------------------------------


def draw_war(rng: Random, harm: bool = False) -> dict:
    kappa = F(rng.randint(0, 8), 2)
    loss = kappa + F(rng.randint(1, 6), 2) if harm else rng.choice((kappa, F(rng.randint(0, 12), 2)))
    k = [F(rng.randint(1, 8), 2) for _ in range(2)]
    gain = [rng.choice((k[i], F(rng.randint(-4, 10), 2))) for i in (0, 1)]
    return {"loss": loss, "kappa": kappa, "k": k, "gain": gain, "bribe": F(rng.randint(0, 8), 2)}


def best_answers(point: dict, wedge: bool = False) -> set[str]:
    """Give the third's best answers to the alliance; a concession to one partner may be among them."""
    pays = {CONTAIN: -point["kappa"], ACCOMMODATE: -point["loss"]}
    if wedge:
        pays["wedge"] = -point["bribe"]
    return {one for one, pay in pays.items() if pay == max(pays.values())}


def serves_neither(point: dict) -> bool:
    """After the alliance each is worse off than in the partnership, whatever best answer it meets."""
    return all(
        point["gain"][i] - (point["k"][i] if answer == CONTAIN else 0) < 0
        for answer in best_answers(point)
        for i in (0, 1)
    )


def contained_for_sure(point: dict) -> bool:
    return best_answers(point) == {CONTAIN}


# --- paszak-partnership-undominated -----------------------------------------------------------------------------------


def draw_present(rng: Random, spared: bool = True, worse: str = "contained", certain: bool = False) -> dict:
    """Draw three levels: the partnership beats none and meets no reaction; a contained alliance is bad for both.

    `worse`: for whom the alliance at its chance of containment is worse than the partnership.
    """
    while True:
        q2 = F(1) if certain else F(rng.randint(2, 4), 4)
        q1 = F(0) if spared else min(q2, F(rng.randint(1, 3), 4))
        v, f, k = [], [], []
        for _ in range(2):
            none = some(rng, 0, 2)
            partner = none + F(rng.randint(1, 4), 2)
            v.append([none, partner, partner + F(rng.randint(-2, 10), 2)])
            f.append(some(rng, 0, 1))
            k.append(F(rng.randint(1, 10), 2))
        left = [v[i][2] - f[i] - v[i][1] for i in (0, 1)]
        counts = sum(left[i] - q2 * k[i] < 0 for i in (0, 1))
        if any(left[i] >= k[i] for i in (0, 1)):
            continue
        if worse == "contained" or counts == {"both": 2, "one": 1}[worse]:
            return {"v": v, "f": f, "k": k, "q": (F(0), q1, q2)}


def worth(point: dict) -> list[list[Fraction]]:
    return [
        [point["v"][i][a] - (point["f"][i] if a == 2 else 0) - point["q"][a] * point["k"][i] for a in range(3)]
        for i in (0, 1)
    ]


def best_and_strong(point: dict) -> bool:
    pay = worth(point)
    best = all(pay[i][1] > pay[i][a] for i in (0, 1) for a in (0, 2))
    return best and level_equilibria(pay)[1] == {1}


def strong_only(point: dict) -> bool:
    return level_equilibria(worth(point))[1] == {1}


def shared_gains(point: dict) -> bool:
    """What the author says outright: both gain by the present form, and no reaction follows it."""
    pay = worth(point)
    return all(pay[i][1] > pay[i][0] for i in (0, 1)) and point["q"][1] == 0


ANSWERS = {
    "paszak-us-reaction-deters": Answer(
        draw_tree,
        for_that_reason,
        count=150,
        needs=(
            "for one of the two at least, D below q(1-h)k: not only a contained alliance is bad, but the gamble",
            "before the reaction both would gain by allying",
        ),
        other_readings={
            "they do not ally, for whatever reason": Answer(draw_tree, deterred, count=100),
            "no alliance, the reaction beyond doubt": Answer(
                lambda rng: draw_tree(rng, certain=True), deterred, count=100
            ),
            "as a threshold": Answer(draw_tree, deterrence_threshold, count=150),
            "granted that one of the two is deterred": Answer(
                lambda rng: draw_tree(rng, enough=True), deterred, count=100
            ),
            "the reaction as the reason, one being deterred": Answer(
                lambda rng: draw_tree(rng, enough=True),
                for_that_reason,
                count=100,
                needs=("before the reaction both would gain by allying",),
            ),
            "the same, both gaining before the reaction": Answer(
                lambda rng: draw_tree(rng, enough=True, tempted=True), for_that_reason, count=100
            ),
        },
    ),
    "paszak-us-reads-alliance-as-offensive": Answer(
        draw_likely_offensive,
        lambda point: contains(point, point["prior"]),
        needs=("the prior belief that the alliance is offensive reaches the tipping belief",),
        other_readings={
            "as a threshold of belief": Answer(draw_reading, reading_threshold),
            "only defensive pairs ally, and this is known": Answer(
                draw_reading, lambda point: contains(point, posterior(point["prior"], F(0), F(1)))
            ),
        },
    ),
    "kuliani-alliance-new-cold-war": Answer(
        draw_war,
        lambda point: contained_for_sure(point) and serves_neither(point),
        needs=("the third loses more than containing costs, always", "D below k for both"),
        other_readings={
            "containment follows, granted that not containing costs more": Answer(
                lambda rng: draw_war(rng, harm=True), contained_for_sure
            ),
            "serves neither, granted containment": Answer(
                lambda rng: draw_war(rng, harm=True), serves_neither, needs=("D below k for both",)
            ),
            "the third may also win one partner over": Answer(
                lambda rng: draw_war(rng, harm=True),
                lambda point: best_answers(point, wedge=True) == {CONTAIN},
                needs=("no concession to one partner is cheaper than containing",),
            ),
        },
    ),
    "paszak-partnership-undominated": Answer(
        draw_present,
        shared_gains,
        count=50,
        other_readings={
            "and nothing is better, the reaction beyond doubt": Answer(
                lambda rng: draw_present(rng, certain=True), best_and_strong, count=100
            ),
            "the reaction only likely": Answer(
                draw_present,
                best_and_strong,
                needs=("v(2) - f - q(2)k below v(1) for both, not only once containment is certain",),
                count=150,
            ),
            "granted for both": Answer(lambda rng: draw_present(rng, worse="both"), best_and_strong, count=100),
            "granted for one alone: best for both": Answer(
                lambda rng: draw_present(rng, worse="one"), best_and_strong, count=50
            ),
            "granted for one alone: the only strong one": Answer(
                lambda rng: draw_present(rng, worse="one"), strong_only, count=50
            ),
            "granted for both, but some reaction already meets the partnership": Answer(
                lambda rng: draw_present(rng, spared=False, worse="both"),
                best_and_strong,
                count=100,
                needs=("no reaction to the partnership",),
            ),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    ("paszak-us-reaction-deters", "they do not ally, for whatever reason"): "they do not ally, for whatever reason",
    (
        "paszak-us-reaction-deters",
        "no alliance, the reaction beyond doubt",
    ): "they do not ally, the reaction being beyond doubt",
    ("paszak-us-reads-alliance-as-offensive", "as a threshold of belief"): "exactly from a threshold of belief on",
    (
        "paszak-partnership-undominated",
        "and nothing is better, the reaction beyond doubt",
    ): "a partnership provokes nothing, and nothing is better",
    ("paszak-partnership-undominated", "the reaction only likely"): "the same, the reaction being only likely",
    (
        "paszak-partnership-undominated",
        "granted for both, but some reaction already meets the partnership",
    ): "what already hits the partners counts",
}
