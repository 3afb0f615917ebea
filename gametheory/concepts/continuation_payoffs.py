"""What the plays from each node of a tree may pay: payoff vectors, the same ones counted once."""

from __future__ import annotations

from itertools import product
from math import prod

from gametheory.errors import CapacityError
from gametheory.forms.chance import expected_payoffs
from gametheory.forms.moves import Chance, End, Move, Node, Stage, choices
from gametheory.forms.payoff import Payoff
from gametheory.forms.plays import History
from gametheory.forms.tree import Tree
from gametheory.forms.tree_walk import bottom_up, nodes_with_paths

Vector = tuple[int, ...]
"""A payoff a player, each by its number in :attr:`ContinuationPayoffs.payoffs`."""

MOST_COMBINATIONS = 50_000
"""After a chance move, continuations multiply; past so many the answer is refused."""


class ContinuationPayoffs:
    """A tree with its nodes numbered, children first, and the payoff vectors of the plays from each node.

    Parameters
    ----------
    tree : Tree
        Which.

    Attributes
    ----------
    nodes : list of nodes
        By number.
    number : dict of int to int
        The number of a node by its ``id``.
    children : list of tuple of int
        The numbers of the nodes that follow, in the order of the branches.
    profiles : list of tuple of profiles
        What leads to them where one or more players choose.
    vectors : list of dict of Vector to History
        What the plays from a node may pay, each with one way to get it from there.
    sources : list of dict of Vector to list of tuple of Vector
        At chance moves: which vectors of the children make up a vector.
    sure : list of bool
        Whether the node and all that follow have equilibria whatever the payoffs: there is no stage among them.
    payoffs : list of payoffs
        By number; equal ones have one number.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes = bottom_up(tree.root)
        self.number = {id(node): place for place, node in enumerate(self.nodes)}
        self.children = [tuple(self.number[id(child)] for _, child in node.branches) for node in self.nodes]
        self.profiles = [_profiles(node) for node in self.nodes]
        self.payoffs: list[Payoff] = []
        self._numbers: dict[Payoff, int] = {}
        self.sources: list[dict[Vector, list[tuple[Vector, ...]]]] = []
        self.vectors: list[dict[Vector, History]] = []
        self.sure: list[bool] = []
        for node, children in zip(self.nodes, self.children, strict=True):
            self.sure.append(not isinstance(node, Stage) and all(self.sure[child] for child in children))
            self.sources.append(self._combined(node, children) if isinstance(node, Chance) else {})
            self.vectors.append(self._below(node, children))
        self.paths = {self.number[id(node)]: path for node, path in nodes_with_paths(tree.root)}

    def vector(self, payoffs: tuple[Payoff, ...]) -> Vector:
        """Return payoffs by their numbers."""
        numbers = []
        for payoff in payoffs:
            if payoff not in self._numbers:
                self._numbers[payoff] = len(self.payoffs)
                self.payoffs.append(payoff)
            numbers.append(self._numbers[payoff])
        return tuple(numbers)

    def expected(self, chance: Chance, after: tuple[Vector, ...]) -> Vector:
        """Return what is expected of a chance move when each way it may fall is worth so much."""
        return self.vector(expected_payoffs(chance, [[self.payoffs[number] for number in one] for one in after]))

    def _below(self, node: Node, children: tuple[int, ...]) -> dict[Vector, History]:
        if isinstance(node, End):
            return {self.vector(node.payoffs): ()}
        found: dict[Vector, History] = {}
        if isinstance(node, Chance):
            return dict.fromkeys(self.sources[-1], ("chance",))
        for (step, _), child in zip(node.branches, children, strict=True):
            for vector, history in self.vectors[child].items():
                if vector not in found:
                    found[vector] = (step, *history)
        return found

    def _combined(self, node: Chance, children: tuple[int, ...]) -> dict[Vector, list[tuple[Vector, ...]]]:
        count = prod(len(self.vectors[child]) for child in children)
        if count > MOST_COMBINATIONS:
            raise CapacityError(
                f"{self.tree.name} has a chance move with {count} combinations of continuations, and at most "
                f"{MOST_COMBINATIONS} are compared; let chance move later, or fewer times."
            )
        found: dict[Vector, list[tuple[Vector, ...]]] = {}
        for after in product(*(self.vectors[child] for child in children)):
            found.setdefault(self.expected(node, after), []).append(after)
        return found


def _profiles(node: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(profile for profile, _ in choices(node)) if isinstance(node, (Move, Stage)) else ()
