"""Continua of equilibria with one support, and the conditions that describe one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from gametheory.rationals import in_whole_units
from gametheory.solutions.many_players.multilinear import Form
from gametheory.solutions.many_players.number_field import Number, sign
from gametheory.solutions.many_players.supports import Actions

Zero = dict[int, tuple[Number, ...]]
"""For every mixing player the probabilities of the actions in use."""

Condition = tuple[Form, str]
"""A form, and how it compares with zero: "==" or ">="."""


@dataclass(frozen=True)
class Patch:
    """Infinitely many equilibria with one support.

    Parameters
    ----------
    actions : tuple of tuple of int
        The support.
    conditions : tuple of Condition
        With the support they say which profiles are meant.
    sample : Zero
        One of them.
    corners : mapping of int to tuple of strategies, or None
        Where the patch is a product of polytopes: for every mixing player the corners.
    connected : bool
        Whether it is certain that what meets the conditions, probabilities of zero admitted, hangs together. All of it
        is in equilibrium: nobody minds leaving out an action that does no better than those left.
    """

    actions: Actions
    conditions: tuple[Condition, ...]
    sample: Zero
    corners: Mapping[int, tuple[tuple[Number, ...], ...]] | None
    connected: bool

    def admits(self, actions: Actions, point: Zero) -> bool:
        """Say whether a profile meets the conditions, probabilities of zero admitted."""
        inside = all(set(own) <= set(mine) for own, mine in zip(actions, self.actions, strict=True))
        return inside and self.meets(self.spread(actions, point))

    def spread(self, actions: Actions, point: Zero) -> Zero:
        """Return the probabilities of this patch's actions in a profile with a smaller support."""
        spread: Zero = {}
        for player, mine in enumerate(self.actions):
            own = dict(zip(actions[player], point.get(player, (Fraction(1),)), strict=True))
            spread[player] = tuple(own.get(action, Fraction(0)) for action in mine)
        return spread

    def meets(self, point: Zero) -> bool:
        """Say whether probabilities meet the conditions."""
        signs = ((sign(form.value(point)), relation) for form, relation in self.conditions)
        return all(s == 0 or (s > 0 and relation == ">=") for s, relation in signs)

    def corner_points(self) -> list[Zero]:
        """Return the profiles of corners, for a product of polytopes."""
        if self.corners is None:
            return []
        return [dict(zip(self.corners, chosen, strict=True)) for chosen in product(*self.corners.values())]


def fixed_at(block: int, weights: Sequence[int]) -> list[Condition]:
    """Return the conditions that a player's probabilities are proportional to the weights."""
    total = sum(weights)
    forms = [
        Form((block,), (len(weights),), tuple(total * (i == action) - weight for i in range(len(weights))))
        for action, weight in enumerate(weights[:-1])
    ]
    return [(form.equation(), "==") for form in forms]


def bounds(block: int, low: Fraction | None, high: Fraction | None, size: int = 2) -> list[Condition]:
    """Return the conditions that the probability of a player's first action lies between two numbers."""
    found = []
    for value, direction in ((low, 1), (high, -1)):
        if value is not None:
            weights = (value.denominator - value.numerator, *[-value.numerator] * (size - 1))
            found.append((Form((block,), (size,), tuple(direction * weight for weight in weights)), ">="))
    return found


def whole(weights: Sequence[int]) -> tuple[Fraction, ...]:
    """Return the probabilities that are proportional to whole numbers."""
    total = sum(weights)
    return tuple(Fraction(weight, total) for weight in weights)


def weights_of(strategy: Sequence[Fraction]) -> tuple[int, ...]:
    """Return whole numbers proportional to probabilities."""
    return tuple(in_whole_units(strategy))
