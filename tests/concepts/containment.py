"""The containment tree: two states ally or not, a third sees it and contains them or not; and its brute force."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import gametheory as gt

v_C, v_R = gt.parameters("v_C v_R", unit="utility")
l_C, l_R = gt.parameters("l_C l_R", unit="utility", above=0)
mu_C, mu_R = gt.parameters("mu_C mu_R", at_least=0, at_most=1)
b0, bA, c, theta, e = gt.parameters("b0 bA c theta e", unit="utility", at_least=0)

PLAYERS = ("China", "Russia", "United States")
OFFER = ("ally", "abstain")
REPLY = ("contain", "hold back")
PAIR = [("China", "Russia")]

# Premises of each policy of the United States, and what each ally then gains from the alliance.
POLICIES = {
    "conditional": ((b0 < c, c < bA), (v_C - (1 - mu_C) * l_C, v_R - (1 - mu_R) * l_R)),
    "never": ((c > b0, c > bA), (v_C, v_R)),
    "unconditional": ((c < b0, c < bA), (v_C + mu_C * l_C, v_R + mu_R * l_R)),
    "perverse": ((bA < c, c < b0), (v_C + l_C, v_R + l_R)),
}


def payoffs(china: str, russia: str, reply: str, offer_cost: Any = 0, values: Mapping[Any, Any] | None = None) -> Any:
    """Return what the three get; in numbers, if numbers are given for the parameters."""
    at = (lambda p: values[p]) if values is not None else (lambda p: p)
    allied, contained = china == russia == "ally", reply == "contain"
    row = []
    for own, v, loss, mu in ((china, v_C, l_C, mu_C), (russia, v_R, l_R, mu_R)):
        gain = at(v) if allied else -offer_cost if own == "ally" else 0
        row.append(gain - ((1 - at(mu) if allied else 1) * at(loss) if contained else 0))
    benefit, threat = (at(bA), at(theta)) if allied else (at(b0), 0)
    return (*row, (benefit - at(c) if contained else 0) - threat)


def reply(china: str, russia: str, offer_cost: Any) -> gt.Move:
    name = "alliance" if china == russia == "ally" else "no alliance"
    return gt.Move(
        "United States", {word: gt.End(payoffs(china, russia, word, offer_cost), outcome=name) for word in REPLY}
    )


def simultaneous(assuming: Any = (), offer_cost: Any = 0) -> gt.Tree:
    """Return the tree in which the two offer at once."""
    root = gt.Stage(("China", "Russia"), {(i, j): reply(i, j, offer_cost) for i in OFFER for j in OFFER})
    return gt.Tree("Containment", PLAYERS, root, assuming)


def in_sequence(assuming: Any = (), offer_cost: Any = 0) -> gt.Tree:
    """Return the tree in which Russia sees China's offer."""
    root = gt.Move("China", {i: gt.Move("Russia", {j: reply(i, j, offer_cost) for j in OFFER}) for i in OFFER})
    return gt.Tree("Containment, offers in sequence", PLAYERS, root, assuming)


def names_by_enumeration(values: Mapping[Any, Any], *, sequence: bool, joint: bool, offer_cost: Any = 0) -> set[str]:
    """Return the outcomes of subgame-perfect equilibria, every plan of the three tried."""
    offers = list(product(OFFER, OFFER))
    names = set()
    for replies in product(REPLY, repeat=4):
        plan = dict(zip(offers, replies, strict=True))
        pays = {offer: payoffs(*offer, plan[offer], offer_cost, values) for offer in offers}
        best = {offer: max(payoffs(*offer, word, offer_cost, values)[2] for word in REPLY) for offer in offers}
        if any(pays[offer][2] < best[offer] for offer in offers):
            continue
        for played in _sequential(pays) if sequence else _simultaneous(pays, joint):
            names.add("alliance" if played == ("ally", "ally") else "no alliance")
    return names


def _simultaneous(pays: Mapping[Any, Any], joint: bool) -> Iterator[tuple[str, str]]:
    for i, j in product(OFFER, OFFER):
        alone = all(pays[other, j][0] <= pays[i, j][0] and pays[i, other][1] <= pays[i, j][1] for other in OFFER)
        better = any(all(pays[o][who] > pays[i, j][who] for who in (0, 1)) for o in product(OFFER, OFFER))
        if alone and not (joint and better):
            yield i, j


def _sequential(pays: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for answers in product(OFFER, OFFER):
        russia = dict(zip(OFFER, answers, strict=True))
        if all(pays[i, russia[i]][1] >= pays[i, j][1] for i in OFFER for j in OFFER):
            for i in OFFER:
                if all(pays[i, russia[i]][0] >= pays[o, russia[o]][0] for o in OFFER):
                    yield i, russia[i]


def drawn_point(rng: random.Random) -> dict[Any, Fraction]:
    """Return a point with so few values that ties abound."""
    small = [Fraction(n, 2) for n in range(7)]
    shares = [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
    values = {p: rng.choice(small) for p in (b0, bA, c, theta, e)}
    values |= {p: rng.choice([Fraction(1), Fraction(3, 2), Fraction(2)]) for p in (l_C, l_R)}
    values |= {p: rng.choice(shares) for p in (mu_C, mu_R)}
    mu, loss = {v_C: mu_C, v_R: mu_R}, {v_C: l_C, v_R: l_R}
    for v in (v_C, v_R):
        borders = [
            Fraction(0),
            -values[mu[v]] * values[loss[v]],
            (1 - values[mu[v]]) * values[loss[v]],
            -values[loss[v]],
        ]
        values[v] = rng.choice([*borders, Fraction(rng.randint(-4, 4), 2)])
    return values
