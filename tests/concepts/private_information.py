"""Games with private information solved by enumeration over plain dicts, for checking the package against."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Any

Kinds = tuple[str, ...]
Plan = Mapping[str, str]

TYPES = ("low", "middle", "high")
ACTIONS = ("x", "y", "z")


@dataclass(frozen=True)
class Drawn:
    """A game: payoffs[types][actions] and what each player believes of whole type profiles (a dict a player)."""

    players: tuple[str, ...]
    types: tuple[Kinds, ...]
    actions: tuple[Kinds, ...]
    payoffs: dict[Kinds, dict[Kinds, tuple[int, ...]]]
    beliefs: tuple[dict[Kinds, Fraction], ...]
    independent: bool


def chances(rng: random.Random, names: Any) -> dict[Any, Fraction]:
    """Probabilities with sum 1; zeros abound."""
    weights = {name: rng.choice((0, 0, 1, 1, 2, 3)) for name in names}
    weights[rng.choice(list(names))] += 1
    return {name: Fraction(weight, sum(weights.values())) for name, weight in weights.items()}


def drawn_game(rng: random.Random) -> tuple[Drawn, Any]:
    """Return a game with small payoffs, so that ties abound, and its priors as a user writes them."""
    count = rng.choice((1, 2, 2, 2, 3))
    players = ("A", "B", "C")[:count]
    most = 2 if count == 3 else 3
    types = tuple(TYPES[: rng.randint(1, most)] for _ in players)
    actions = tuple(ACTIONS[: rng.randint(1, most)] for _ in players)
    payoffs = {
        kinds: {acts: tuple(rng.randint(-1, 2) for _ in players) for acts in product(*actions)}
        for kinds in product(*types)
    }
    kind = rng.choice(("independent", "joint", "own independent", "own joint"))
    whole: list[dict[Kinds, Fraction]] = []
    given: Any = {}
    for place, player in enumerate(players):
        if place and not kind.startswith("own"):
            whole.append(whole[0])
            continue
        if kind.endswith("joint"):
            own: Any = chances(rng, list(product(*types)))
            whole.append(own)
        else:
            own = {name: chances(rng, list(kinds)) for name, kinds in zip(players, types, strict=True)}
            whole.append({kinds: independently(own, players, kinds, leaving_out=place) for kinds in product(*types)})
        if kind.startswith("own"):
            given[player] = own
        else:
            given = own
    if kind == "independent":  # what the others' types weigh differs by who looks, even under a common prior
        whole = [
            {kinds: independently(given, players, kinds, leaving_out=place) for kinds in product(*types)}
            for place in range(count)
        ]
    if count == 1:  # nobody else's types to believe anything of, however the prior is written
        whole = [dict.fromkeys(product(*types), Fraction(1))]
    return Drawn(players, types, actions, payoffs, tuple(whole), kind.endswith("independent") or count == 1), given


def independently(own: Any, players: Kinds, kinds: Kinds, leaving_out: int) -> Fraction:
    """The probability of the others' types."""
    result = Fraction(1)
    for place, (player, kind) in enumerate(zip(players, kinds, strict=True)):
        if place != leaving_out:
            result *= own[player][kind]
    return result


def plans(situations: Kinds, actions: Kinds) -> Iterator[dict[str, str]]:
    for chosen in product(actions, repeat=len(situations)):
        yield dict(zip(situations, chosen, strict=True))


def is_equilibrium(game: Drawn, assessment: Mapping[str, Plan]) -> bool:
    """Whether every type does as well as it can, by its belief once it knows its type; a type without one passes."""
    for place, player in enumerate(game.players):
        for own in game.types[place]:
            met = {kinds: chance for kinds, chance in game.beliefs[place].items() if kinds[place] == own}
            mass = sum(met.values())
            if mass == 0:
                assert not game.independent
                continue
            worth = {}
            for action in game.actions[place]:
                total = Fraction(0)
                for kinds, chance in met.items():
                    acts = tuple(
                        action if i == place else assessment[name][kinds[i]] for i, name in enumerate(game.players)
                    )
                    total += chance / mass * game.payoffs[kinds][acts][place]
                worth[action] = total
            if worth[assessment[player][own]] < max(worth.values()):
                return False
    return True


# Signals.

Pays = dict[tuple[str, str, str], tuple[Any, Any]]


def beliefs_to_try(rows: list[dict[str, Fraction]], types: Kinds) -> Iterator[dict[str, Fraction]]:
    """Sure beliefs, beliefs in two or three types at which one or two linear functions vanish.

    Where some belief makes all rows at least 0, one of these does: the corners of the polytope are among them. Two
    rows and three types are solved by substitution; beliefs outside [0, 1] are left out.
    """
    for kind in types:
        yield {one: Fraction(one == kind) for one in types}
    for first, second in combinations(types, 2):
        for row in rows:
            if row[first] != row[second]:
                share = row[second] / (row[second] - row[first])
                if 0 <= share <= 1:
                    yield {one: Fraction(0) for one in types} | {first: share, second: 1 - share}
    if len(types) == 3:
        a, b, c = types
        for one, two in combinations(rows, 2):
            # p*(one[a] - one[c]) + q*(one[b] - one[c]) = -one[c], and the same with two
            m = (one[a] - one[c], one[b] - one[c], two[a] - two[c], two[b] - two[c])
            det = m[0] * m[3] - m[1] * m[2]
            if det != 0:
                p = (-one[c] * m[3] + two[c] * m[1]) / det
                q = (-m[0] * two[c] + m[2] * one[c]) / det
                if min(p, q, 1 - p - q) >= 0:
                    yield {a: p, b: q, c: 1 - p - q}


def is_perfect_bayesian(
    types: Kinds,
    signals: Kinds,
    replies: Kinds,
    pays: Pays,
    prior: Mapping[str, Fraction],
    sent: Plan,
    answered: Plan,
    beliefs: Mapping[str, Mapping[str, Fraction]] | None = None,
) -> bool:
    for kind in types:
        here = pays[kind, sent[kind], answered[sent[kind]]][0]
        if any(pays[kind, signal, answered[signal]][0] > here for signal in signals):
            return False
    for signal in signals:
        rows = [
            {kind: pays[kind, signal, answered[signal]][1] - pays[kind, signal, other][1] for kind in types}
            for other in replies
            if other != answered[signal]
        ]
        mass = sum(prior[kind] for kind in types if sent[kind] == signal)
        if mass > 0:
            posterior = {kind: prior[kind] / mass if sent[kind] == signal else Fraction(0) for kind in types}
            if beliefs and signal in beliefs and dict(beliefs[signal]) != posterior:
                return False
            candidates = [posterior]
        elif beliefs and signal in beliefs:
            candidates = [dict(beliefs[signal])]
        else:
            candidates = list(beliefs_to_try(rows, types))
        if not any(all(sum(q[kind] * row[kind] for kind in types) >= 0 for row in rows) for q in candidates):
            return False
    return True
