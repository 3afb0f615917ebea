"""The symmetric dilemma, and how premises and points are compared here."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import pytest

import gametheory as gt

T, R, P, S = gt.parameters("T R P S", unit="utility")

Numbers = tuple[Fraction, ...]


@pytest.fixture
def dilemma() -> Callable[..., gt.Game]:
    """Returns the game of cheating in an alliance under the given relations."""

    def game(*assuming: Any) -> gt.Game:
        return gt.Game(
            "Alliance cheating",
            players=("China", "Russia"),
            actions=("honour", "cheat"),
            payoffs={
                ("honour", "honour"): (R, R), ("honour", "cheat"): (S, T),
                ("cheat", "honour"): (T, S), ("cheat", "cheat"): (P, P),
            },
            assuming=assuming,
        )  # fmt: skip

    return game


@pytest.fixture
def relations() -> Callable[[Iterable[gt.Premise]], list[Any]]:
    """Returns the relations that are assumed, in order; bounds are not among them."""
    return lambda premises: [premise.relation for premise in premises]
