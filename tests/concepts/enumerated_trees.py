"""Small trees solved by listing every strategy profile, for checking the package against.

Nothing here looks at how the package does it: a profile is kept if no player has a better strategy in any subgame, all
of its strategies tried; then the plays of the profiles that are left are collected.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import gametheory as gt

PLAYERS = ("A", "B", "C")

Path = tuple[Any, ...]
Strategy = dict[tuple[str, Path], str]
"""An action for a player at each node where it chooses."""


@dataclass(frozen=True)
class Raw:
    """A node: who chooses, the likelihoods of a chance move, or integer coefficients (constant first) a player."""

    movers: tuple[str, ...] = ()
    likely: tuple[Fraction, ...] = ()
    branches: tuple[tuple[Any, Raw], ...] = ()
    payoffs: tuple[tuple[Any, ...], ...] = ()


def random_tree(rng: random.Random, size: int, symbols: int, *, players: int = 3) -> Raw:
    """Return a tree with about so many ends; payoffs are so small that ties abound."""
    if size <= 1:
        value = [tuple(rng.choice((-1, 0, 0, 1)) for _ in range(symbols)) for _ in range(players)]
        return Raw(payoffs=tuple((rng.randint(0, 2), *coefficients) for coefficients in value))
    kind = rng.random()
    if size >= 4 and kind < 0.35 and players > 1:
        movers = tuple(rng.sample(PLAYERS[:players], 3 if players == 3 and size >= 8 and rng.random() < 0.5 else 2))
        steps: list[Any] = list(product("xy", repeat=len(movers)))
    elif kind < 0.5:
        movers, steps = (), ["heads", "tails"]
    else:
        movers, steps = (rng.choice(PLAYERS[:players]),), list("lmr"[: rng.choice((2, 2, 3))])
    parts = [1] * len(steps)
    for _ in range(size - len(steps)):
        parts[rng.randrange(len(parts))] += 1
    likely = (Fraction(0), Fraction(1, 3), Fraction(1, 2)) if not movers else ()
    chosen = rng.choice(likely) if likely else Fraction(0)
    branches = tuple(
        (step, random_tree(rng, part, symbols, players=players)) for step, part in zip(steps, parts, strict=True)
    )
    return Raw(movers, (chosen, 1 - chosen) if likely else (), branches)


def package_node(raw: Raw, symbols: Sequence[Any]) -> Any:
    """Return the package's version of a node."""
    below = {step: package_node(child, symbols) for step, child in raw.branches}
    if raw.payoffs:
        return gt.End([value[0] + sum(c * s for c, s in zip(value[1:], symbols, strict=True)) for value in raw.payoffs])
    if raw.likely:
        return gt.Chance({step: (p, node) for p, (step, node) in zip(raw.likely, below.items(), strict=True)})
    return gt.Move(raw.movers[0], below) if len(raw.movers) == 1 else gt.Stage(raw.movers, below)


def nodes(raw: Raw, path: Path = ()) -> Iterator[tuple[Path, Raw]]:
    """Yield every node with the way to it."""
    yield path, raw
    for step, child in raw.branches:
        yield from nodes(child, (*path, step))


def strategies(raw: Raw, path: Path, player: str) -> Iterator[Strategy]:
    """Yield every strategy of a player in the subgame at a node."""
    places = [
        ((player, where), sorted({step[node.movers.index(player)] for step, _ in node.branches}))
        for where, node in nodes(raw, path)
        if player in node.movers
    ]
    for actions in product(*(own for _, own in places)):
        yield dict(zip((place for place, _ in places), actions, strict=True))


def result(raw: Raw, path: Path, does: Strategy, point: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return what a profile pays in the subgame at a node."""
    if raw.payoffs:
        return tuple(value[0] + sum(c * x for c, x in zip(value[1:], point, strict=True)) for value in raw.payoffs)
    if raw.likely:
        worth = [result(child, (*path, step), does, point) for step, child in raw.branches]
        return tuple(sum(p * one for p, one in zip(raw.likely, each, strict=True)) for each in zip(*worth, strict=True))
    step = chosen(raw, path, does)
    return result(dict(raw.branches)[step], (*path, step), does, point)


def chosen(raw: Raw, path: Path, does: Strategy) -> Any:
    actions = tuple(does[player, path] for player in raw.movers)
    return actions if len(actions) > 1 else actions[0]


def histories(raw: Raw, path: Path, does: Strategy) -> list[Path]:
    """Return every history that a profile may lead to."""
    if raw.payoffs:
        return [path]
    steps = [step for step, _ in raw.branches] if raw.likely else [chosen(raw, path, does)]
    below = dict(raw.branches)
    return [history for step in steps for history in histories(below[step], (*path, step), does)]


def profiles(raw: Raw, players: Sequence[str]) -> Iterator[Strategy]:
    """Yield every strategy profile."""
    for parts in product(*(list(strategies(raw, (), player)) for player in players)):
        yield {place: action for part in parts for place, action in part.items()}


def subgame_perfect_plays(
    raw: Raw, point: Sequence[Fraction], players: Sequence[str], joint: Sequence[frozenset[str]] = ()
) -> set[tuple[Path, ...]]:
    """Return the plays of the profiles that nobody leaves in any subgame, and no coalition at any stage."""
    everywhere = list(nodes(raw))
    found = set()
    for does in profiles(raw, players):
        if all(kept(node, path, does, point, players, joint) for path, node in everywhere):
            found.add(tuple(histories(raw, (), does)))
    return found


def kept(
    raw: Raw,
    path: Path,
    does: Strategy,
    point: Sequence[Fraction],
    players: Sequence[str],
    joint: Sequence[frozenset[str]],
) -> bool:
    """Say whether a profile is an equilibrium of the subgame at a node, and no coalition gains at the node itself."""
    here = result(raw, path, does, point)
    for i, player in enumerate(players):
        for other in strategies(raw, path, player):
            if result(raw, path, does | other, point)[i] > here[i]:
                return False
    for group in joint:
        if len(raw.movers) > 1 and group <= set(raw.movers):
            members = [player for player in raw.movers if player in group]
            for actions in product("xy", repeat=len(members)):
                moved = does | {(player, path): action for player, action in zip(members, actions, strict=True)}
                there = result(raw, path, moved, point)
                if all(there[players.index(player)] > here[players.index(player)] for player in members):
                    return False
    return True


def size_of(raw: Raw, players: Sequence[str]) -> int:
    """Return how many strategy profiles there are."""
    count = 1
    for _, node in nodes(raw):
        for player in node.movers:
            if player in players:
                count *= len({step[node.movers.index(player)] for step, _ in node.branches})
    return count


def coalitions(rng: random.Random, players: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Return some coalitions."""
    groups = [frozenset(group) for n in range(2, len(players) + 1) for group in combinations(players, n)]
    return tuple(rng.sample(groups, rng.randint(0, len(groups))))
