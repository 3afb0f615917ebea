"""A second reading of cheap_talk (Paszak sections 1 and 3; Kuliani 5.4), made from the text and the ledger alone.

Differences from the model, and how they were settled:

None in any status. Compared: the likelihoods of the tone, which words can move the listener, and what conduct
teaches.

* paszak-rhetoric-uninformative: section 1, para 3 has the tone used towards rivals as well, not equally often, and says
  nothing of what a rival wants. So the unmoved belief is asked without presupposing the same tone, and that comes first
  in both; that everybody says it and wants to be trusted is a further reading here alone.
* paszak-credibility-gap: section 3, para 2 says that the assurances were not believed in. Whether a neighbour is on its
  guard comes first in both, what conduct teaches after it; the words that add nothing are one answer with it here and
  two readings there.
* both-leaders-deny-alliance: data in both; what a denial could tell is worked out here only.
"""

from fractions import Fraction
from itertools import product
from random import Random

from tests.second_reading.answer import Answer

F = Fraction
GOOD, BAD = 0, 1  # friend and rival; benign and rival; not seeking and seeking an alliance
KIND, PLAIN = 0, 1  # the friendly word (or the denial), and anything else


def inner(rng: Random) -> Fraction:
    return F(rng.randint(1, 11), 12)


# --- sender and receiver ----------------------------------------------------------------------------------------------


def draw_words(rng: Random) -> dict:
    """Words are free, and either kind of sender wants to be trusted; the listener trusts from a belief `bar` on."""
    prior = inner(rng)
    bar = prior if rng.random() < 0.3 else inner(rng)
    return {"prior": prior, "bar": bar, "want": [F(rng.randint(1, 6), 2) for _ in range(2)], "cost": [F(0), F(0)]}


def draw_costly(rng: Random) -> dict:
    """The friendly word costs a friend no more than trust is worth to him, and a rival no less."""
    p = draw_words(rng)
    low, high = p["want"][GOOD] - F(rng.randint(0, 2), 2), p["want"][BAD] + F(rng.randint(0, 2), 2)
    return {**p, "bar": F(rng.randint(1, 11), 12), "cost": [max(low, F(0)), high]}


def draw_aligned(rng: Random) -> dict:
    """A rival does not care to be trusted, or would sooner not be."""
    p = draw_words(rng)
    return {**p, "want": [p["want"][GOOD], -F(rng.randint(0, 4), 2)]}


def posterior(prior: Fraction, rates: tuple[Fraction, Fraction]) -> Fraction | None:
    """Apply Bayes' rule to something that the two kinds do at these rates; nothing if it never happens."""
    total = prior * rates[GOOD] + (1 - prior) * rates[BAD]
    return prior * rates[GOOD] / total if total else None


def equilibria(p: dict) -> list[tuple]:
    """List (chance of the kind word by sender, chance of trust by word, belief by word), on a grid of mixtures.

    After a word that nobody uses the listener may believe anything.
    """
    grid = (F(0), F(1, 3), F(2, 3), F(1))
    found = []
    for says in product(grid, repeat=2):
        beliefs = [posterior(p["prior"], says), posterior(p["prior"], (1 - says[0], 1 - says[1]))]
        for trust in product((F(0), F(1, 2), F(1)), repeat=2):
            fits = [
                b is None or b == p["bar"] or t == (1 if b > p["bar"] else 0)
                for b, t in zip(beliefs, trust, strict=True)
            ]
            lead = [p["want"][k] * (trust[KIND] - trust[PLAIN]) - p["cost"][k] for k in (GOOD, BAD)]
            fits += [x == 0 or says[k] == (1 if x > 0 else 0) for k, x in enumerate(lead)]
            if all(fits):
                found.append((says, trust, beliefs))
    return found


def telling(one: tuple) -> bool:
    """Do both words occur, with different beliefs after them?"""
    return None not in one[2] and one[2][KIND] != one[2][PLAIN]


def moving(one: tuple) -> bool:
    """Do both words occur, with different chances of being trusted?"""
    return None not in one[2] and one[1][KIND] != one[1][PLAIN]


def babble(p: dict) -> bool:
    """Everybody says it: likelihood ratio 1, belief unmoved; and no equilibrium has words that change the response."""
    pooled = posterior(p["prior"], (F(1), F(1))) == p["prior"]
    found = equilibria(p)
    return pooled and bool(found) and not any(map(moving, found))


def some_moving(p: dict) -> bool:
    return any(map(moving, equilibria(p)))


def draw_tones(rng: Random) -> tuple[Fraction, Fraction, Fraction]:
    """Prior, and how often a friend and a rival get the friendly tone."""
    return inner(rng), F(rng.randint(1, 4), 4), F(rng.randint(1, 4), 4)


# --- paszak-credibility-gap -------------------------------------------------------------------------------------------


def draw_acts(rng: Random) -> dict:
    """An assertive act is likelier from a rival; both send the peaceful message."""
    low, high = sorted(F(n, 12) for n in rng.sample(range(13), 2))
    return {"prior": inner(rng), "act": (low, high), "word": (F(1), F(1))}


def draw_sure(rng: Random) -> dict:
    return {**draw_acts(rng), "prior": rng.choice((F(0), F(1), inner(rng)))}


def draw_own_words(rng: Random) -> dict:
    return {**draw_acts(rng), "word": (F(1), F(rng.randint(1, 4), 4))}


def belief(p: dict, acts: tuple[int, ...], heard: bool) -> Fraction | None:
    """Add up the joint chances of both kinds over what is seen, with or without the message."""
    joint = []
    for k, chance in ((GOOD, p["prior"]), (BAD, 1 - p["prior"])):
        for one in acts:
            chance = chance * (p["act"][k] if one else 1 - p["act"][k])
        joint.append(chance * (p["word"][k] if heard else 1))
    return joint[GOOD] / sum(joint) if sum(joint) else None


def discredited(p: dict) -> bool:
    first = belief(p, (1,), True)
    fine = first is None or first < p["prior"]
    for acts in product((0, 1), repeat=3):
        told, untold = belief(p, acts, True), belief(p, acts, False)
        fine &= told == untold
        before, after = belief(p, acts, True), belief(p, (*acts, 1), True)
        if before is not None and after is not None:
            fine &= after < before or before in (0, 1)
    return fine


def draw_wary(rng: Random) -> dict:
    """What trusting a benign power gains, and trusting a rival loses, besides."""
    return {**draw_acts(rng), "gain": F(rng.randint(1, 6), 2), "loss": F(rng.randint(1, 6), 2)}


def on_guard(p: dict) -> bool:
    """After one assertive act, add up what trusting is worth to a neighbour; being on its guard is worth nothing."""
    joint = [chance * act for chance, act in zip((p["prior"], 1 - p["prior"]), p["act"], strict=True)]
    return joint[GOOD] * p["gain"] - joint[BAD] * p["loss"] <= 0


ANSWERS = {
    "paszak-rhetoric-uninformative": Answer(
        draw_tones,
        lambda x: posterior(x[0], x[1:]) == x[0],
        needs=("friends and rivals get the friendly tone equally often",),
        other_readings={
            "everybody says it and wants to be trusted": Answer(draw_words, babble, count=20),
            "no equilibrium tells anything at all": Answer(
                draw_words,
                lambda p: not any(map(telling, equilibria(p))),
                needs=("words that leave the response unchanged are set aside: they may differ at no loss",),
                count=20,
            ),
            "words that cost a rival enough tell": Answer(draw_costly, some_moving, "possible", count=20),
            "words of partly aligned senders tell": Answer(draw_aligned, some_moving, "possible", count=20),
            "whatever the senders want, no words tell": Answer(
                lambda rng: rng.choice((draw_words, draw_aligned))(rng), lambda p: not some_moving(p), count=20
            ),
            "words of partly aligned senders always tell": Answer(draw_aligned, some_moving, count=20),
        },
    ),
    "paszak-credibility-gap": Answer(
        draw_wary,
        on_guard,
        needs=("they would not have trusted it before, or conduct tells enough",),
        other_readings={
            "what conduct teaches, and that words add nothing": Answer(draw_acts, discredited, count=40),
            "minds may be made up": Answer(
                draw_sure, discredited, needs=("a prior strictly between 0 and 1",), count=150
            ),
            "the two kinds may speak differently": Answer(
                draw_own_words, discredited, needs=("both kinds send the message equally often",), count=150
            ),
        },
    ),
    "both-leaders-deny-alliance": Answer(
        kind="data",
        why="that both governments denied it is a record; what a denial tells depends on the aims of those who deny",
        other_readings={
            "a free denial by senders who all want to be spared moves nobody": Answer(
                draw_words, lambda p: not some_moving(p), count=20
            ),
            "with partly aligned senders it can": Answer(draw_aligned, some_moving, "possible", count=20),
        },
    ),
}

# Where the model has the same further reading: (claim, reading here): reading there.
SAME = {
    (
        "paszak-rhetoric-uninformative",
        "whatever the senders want, no words tell",
    ): "no free words change what the listener does",
    (
        "paszak-credibility-gap",
        "what conduct teaches, and that words add nothing",
    ): "assertive conduct lowers the belief in a benign power",
}
