"""Backward induction at points: what settles most questions about a large tree before any formula is built."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from gametheory.deduction import search
from gametheory.forms.moves import End, Move
from gametheory.forms.payoff import Payoff
from gametheory.forms.plays import Play, visits
from gametheory.forms.tree import Tree
from gametheory.forms.tree_walk import bottom_up
from gametheory.formulas.formula import TRUE, evaluate
from gametheory.premise import Premises

POINTS = 16
"""So many points are tried."""

DRAWS = 400
"""So many are drawn to find them: premises may leave little room."""


class PointInduction:
    """A tree of moves alone, to be solved at one point after another.

    Parameters
    ----------
    tree : Tree
        Without stages and chance moves; with symbols or without.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes = bottom_up(tree.root)
        self.number = {id(node): place for place, node in enumerate(self.nodes)}

    def perfect(self, plays: tuple[Play, ...], values: Mapping[str, Fraction]) -> bool:
        """Say whether one of some plays is subgame perfect at a point, exactly."""
        known: dict[Payoff, Fraction] = {}
        kept: list[frozenset[tuple[Fraction, ...]]] = []
        for node in self.nodes:
            if isinstance(node, End):
                kept.append(frozenset((tuple(_value(payoff, values, known) for payoff in node.payoffs),)))
            else:
                assert isinstance(node, Move)  # as required of the tree
                below = [kept[self.number[id(child)]] for _, child in node.branches]
                kept.append(_chosen(below, self.tree.players.index(node.player)))
        return any(self._followed(play, kept) for play in plays)

    def _followed(self, play: Play, kept: list[frozenset[tuple[Fraction, ...]]]) -> bool:
        """Say whether nobody is better off for sure by leaving a play, given what may follow everywhere."""
        passed = visits(self.tree.root, play, self.tree.name)
        (worth,) = kept[self.number[id(passed[-1].node)]]
        for visit in passed[:-1]:
            assert isinstance(visit.node, Move)  # as required of the tree
            i = self.tree.players.index(visit.node.player)
            others = [kept[self.number[id(child)]] for step, child in visit.node.branches if step != visit.step]
            if any(min(vector[i] for vector in other) > worth[i] for other in others):
                return False
        return True


def perfect_information(tree: Tree) -> bool:
    """Say whether a tree consists of moves and ends alone."""
    return all(isinstance(node, (End, Move)) for node in bottom_up(tree.root))


def points_of(premises: Premises, parameters: tuple[Any, ...]) -> Iterator[dict[str, Fraction]]:
    """Yield some points of the premises, the same ones every time."""
    rng = random.Random(1)
    found = 0
    for _ in range(DRAWS):
        size = rng.choice((1, 3, 10))
        values = {p.name: Fraction(rng.randint(-4 * size, 4 * size), rng.choice((1, 2, 5 * size))) for p in parameters}
        # Most bounds keep a parameter from being negative.
        values = {name: abs(value) if rng.random() < Fraction(1, 2) else value for name, value in values.items()}
        if any(p.bounds for p in parameters):
            values = {p.name: abs(values[p.name]) if p.bounds else values[p.name] for p in parameters}
        if all(evaluate(formula, values) for formula in premises.formulas):
            yield values
            found += 1
            if found == POINTS:
                return
    start = search(premises, TRUE)
    if start.values is not None:
        yield {p.name: Fraction(0) for p in parameters} | dict(start.values)


def _chosen(below: list[frozenset[tuple[Fraction, ...]]], i: int) -> frozenset[tuple[Fraction, ...]]:
    """Return what player i may choose: whatever is no worse than the least that each other branch promises."""
    least = [min(vector[i] for vector in vectors) for vectors in below]
    order = sorted(range(len(below)), key=least.__getitem__)
    kept: set[tuple[Fraction, ...]] = set()
    for place, vectors in enumerate(below):
        rivals = [least[other] for other in order[-2:] if other != place]
        kept.update(vector for vector in vectors if not rivals or vector[i] >= max(rivals))
    return frozenset(kept)


def _value(payoff: Payoff, values: Mapping[str, Fraction], known: dict[Payoff, Fraction]) -> Fraction:
    if isinstance(payoff, Fraction):
        return payoff
    if payoff not in known:
        from gametheory.formulas.translate import value_at

        known[payoff] = value_at(payoff, values)
    return known[payoff]
